import { NO_SHEET, type Reading } from '../../schema/reading';
import { browserCountries, isSureOf } from './country-options';

/** The page's own until it knows the spreadsheet's. */
let locale = 'en_US';

export const setLocale = (spreadsheetLocale: string): void => {
  locale = spreadsheetLocale || locale;
};

/** How the page reads what is typed: as the server reads it after. */
export const PAGE_READING: Reading = {
  ...NO_SHEET,
  locale: () => locale,
  countries: browserCountries,
  isSure: isSureOf,
};
