import type { Host } from '../core/ports';
import { countryInLanguages } from '../schema/country-table';
import type { Reading } from '../schema/reading';

/** By the spreadsheet's settings. Each is a slow call, made once and only where a value needs it. */
export function hostReading({ clock, timeZone, locale }: Host): Reading {
  let [zone, language]: (string | undefined)[] = [];
  return {
    locale: () => (language ??= locale()),
    wallTime: (atMs) => clock.wallTime(atMs, (zone ??= timeZone())),
    countries: countryInLanguages,
    isSure: () => false,
  };
}

/** The page has asked about countries that are not known. */
export const pageReading = (host: Host): Reading => ({ ...hostReading(host), isSure: () => true });
