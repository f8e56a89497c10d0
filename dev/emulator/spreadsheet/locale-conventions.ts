// What a spreadsheet's locale changes: decimal mark, argument separator, order of a date's parts.

export interface LocaleConventions {
  decimalMark: string;
  groupMark: string;
  /** What Sheets writes between arguments; `;` is understood everywhere. */
  argumentSeparator: ',' | ';';
  /** Between the columns of an array literal. */
  columnSeparator: ',' | '\\';
  dateOrder: 'dmy' | 'mdy' | 'ymd';
  /** Pattern a typed short date gets. */
  datePattern: string;
}

const known = new Map<string, LocaleConventions>();

function read(locale: string): LocaleConventions {
  const tag = locale.replace('_', '-');
  const numberParts = new Intl.NumberFormat(tag, { useGrouping: true }).formatToParts(12_345.6);
  const decimalMark = numberParts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const groupMark = numberParts.find(({ type }) => type === 'group')?.value ?? ',';
  const dateParts = new Intl.DateTimeFormat(tag).formatToParts(0);
  const order = dateParts.filter(({ type }) => ['day', 'month', 'year'].includes(type)).map(({ type }) => type[0]);
  const dateMark = dateParts.find(({ type }) => type === 'literal')?.value.trim() ?? '/';
  const dateOrder = order.join('') === 'ymd' ? 'ymd' : order[0] === 'd' ? 'dmy' : 'mdy';
  const pattern = { dmy: ['dd', 'MM', 'yyyy'], mdy: ['M', 'd', 'yyyy'], ymd: ['yyyy', 'MM', 'dd'] }[dateOrder];
  const usesComma = decimalMark === ',';
  return {
    decimalMark,
    groupMark,
    argumentSeparator: usesComma ? ';' : ',',
    columnSeparator: usesComma ? '\\' : ',',
    dateOrder,
    datePattern: pattern.join(dateMark),
  };
}

/** @param locale as Sheets writes it, `en_US` */
export function localeConventions(locale: string): LocaleConventions {
  let found = known.get(locale);
  if (!found) {
    found = read(locale);
    known.set(locale, found);
  }
  return found;
}
