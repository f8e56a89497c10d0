/** Countries by the currency that fees are shown in; elsewhere a fee is a plain number, and its format says whose. */
const CURRENCIES: readonly (readonly [code: string, countries: string])[] = [
  ['EUR', 'DE AT FR ES IT NL BE FI IE PT GR LU SK SI EE LV LT HR CY MT'],
  ['USD', 'US'],
  ['GBP', 'GB'],
  ['CHF', 'CH LI'],
  ['PLN', 'PL'],
  ['SEK', 'SE'],
  ['NOK', 'NO'],
  ['DKK', 'DK'],
  ['CZK', 'CZ'],
  ['CAD', 'CA'],
  ['AUD', 'AU'],
  ['BRL', 'BR'],
  ['INR', 'IN'],
  ['JPY', 'JP'],
];

/** Number formats of money in the currency of the spreadsheet's locale, for example `de_DE`. */
export function moneyFormats(locale: string): { whole: string; cents: string; fine: string } {
  const country = /[_-]([A-Z]{2})$/.exec(locale)?.[1] ?? '';
  const code = CURRENCIES.find(([, countries]) => countries.split(' ').includes(country))?.[0];
  const unit = code === undefined ? '' : ` "${code}"`;
  return { whole: `#,##0${unit}`, cents: `#,##0.00${unit}`, fine: `#,##0.000${unit}` };
}

export type MoneyFormats = ReturnType<typeof moneyFormats>;
