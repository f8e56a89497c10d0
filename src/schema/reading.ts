import type { CountryFinder } from './country';

/** How what people write is read: by the spreadsheet's settings, each asked for only where a value needs it. */
export interface Reading {
  /** The spreadsheet's locale, for example `de_DE`; blank where it is not known. */
  locale: () => string;
  /** What a clock in the spreadsheet's zone shows at an instant: `2026-05-31 00:00:00`. */
  wallTime: (atMs: number) => string;
  /** Names of countries beyond the English ones. */
  countries: CountryFinder;
  /** A country that influData is not known to have is looked for all the same: a person said so. */
  isSure: (country: string) => boolean;
}

/** Without a spreadsheet: what could be read two ways is refused, and days are UTC's. */
export const NO_SHEET: Reading = {
  locale: () => '',
  wallTime: (atMs) => new Date(atMs).toISOString().slice(0, 19).replace('T', ' '),
  countries: () => undefined,
  isSure: () => true,
};
