import type { CountryFinder } from './country';

/** How people's input is read: by the spreadsheet's settings, each looked up only when a value needs it. */
export interface Reading {
  /** The spreadsheet's locale, for example `de_DE`; blank where it is not known. */
  locale: () => string;
  /** What a clock in the spreadsheet's zone shows at an instant: `2026-05-31 00:00:00`. */
  wallTime: (atMs: number) => string;
  /** Names of countries beyond the English ones. */
  countries: CountryFinder;
  /** Searches for a country even if influData is not known to have it, because a person said so. */
  isSure: (country: string) => boolean;
}

/** Without a spreadsheet: input that could be read two ways is refused, and days are in UTC. */
export const NO_SHEET: Reading = {
  locale: () => '',
  wallTime: (atMs) => new Date(atMs).toISOString().slice(0, 19).replace('T', ' '),
  countries: () => undefined,
  isSure: () => true,
};
