/** Countries that write 1,5 put semicolons between a formula's arguments. English and these write 1.5. */
const POINT_LOCALES =
  /^(en|ja|ko|zh|th|he|iw|hi|bn|ta|te|gu|kn|ml|mr|pa|ms|fil|cy|ga|mt|sw|ur|my|km|si|ne|es_(MX|US|GT|HN|NI|PA|PE|PR|SV|DO)|de_(CH|LI)|it_CH)(_|$)/;
/** Sources disagree, or both are written. */
const EITHER_LOCALES = /^(ar|fa|es_419|en_ZA)(_|$)/;

const named = (locale: string): string => locale.replace(/-/g, '_');

export const separatorOf = (locale: string): ',' | ';' =>
  POINT_LOCALES.test(locale) && !locale.endsWith('_ZA') ? ',' : ';';

/** What stands before decimals; undefined where the locale, such as `de_DE`, does not tell. */
export function decimalMarkOf(locale: string): '.' | ',' | undefined {
  const name = named(locale);
  if (name === '' || EITHER_LOCALES.test(name)) return undefined;
  return POINT_LOCALES.test(name) ? '.' : ',';
}

/** Month before day (CLDR, short dates). */
const MONTH_FIRST = /^(en(_(US|PH|PR|GU|AS|VI|UM|MH|MP))?|es_(PA|PR|US)|fil(_.*)?)$/;
/** Both are written there, or the year goes first and nothing tells the order of the others. */
const NO_ORDER = /^(en_CA|fr_CA|ja|ko|zh|sv|hu|lt|mn)(_|$)/;

/** How the locale writes a day and a month that stand before the year. */
export function dateOrderOf(locale: string): 'dmy' | 'mdy' | undefined {
  const name = named(locale);
  if (name === '' || NO_ORDER.test(name)) return undefined;
  return MONTH_FIRST.test(name) ? 'mdy' : 'dmy';
}
