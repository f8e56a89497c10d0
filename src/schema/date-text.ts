import { foldName } from './country';
import { plainNumber } from './number-text';

/** The days, `2026-05-31`, that a text may be: none, one, or both where day and month could change places. */
export function daysIn(text: string, order: () => 'dmy' | 'mdy' | undefined): string[] {
  const plain = plainNumber(text);
  const [, year, month, day] =
    /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?[.日]?$/.exec(plain) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(plain) ??
    [];
  if (day !== undefined) return dayOf(year, month, day);
  const [, first, mark, second, last] = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d\d)$/.exec(plain) ?? [];
  // Dots are the mark of those who write the day first, and some Americans write them too.
  const marked = (): 'dmy' | 'mdy' | undefined => (mark === '.' && order() === 'mdy' ? undefined : order());
  if (last !== undefined) return numericDays(first, second, last, marked);
  return namedDay(plain);
}

function numericDays(
  first: string | undefined,
  second: string | undefined,
  last: string,
  order: () => 'dmy' | 'mdy' | undefined,
): string[] {
  const year = last.length === 2 ? `20${last}` : last;
  const dayFirst = dayOf(year, second, first);
  const monthFirst = dayOf(year, first, second);
  const days = [...new Set([...dayFirst, ...monthFirst])];
  // 26/05/31 may begin with its year.
  if (days.length < 2 && last.length === 4) return days;
  const known = order();
  if (known === undefined) return days.length < 2 ? [] : days;
  return known === 'dmy' ? dayFirst : monthFirst;
}

/** `31 May 2026`, `May 31st, 2026`, `31. Mai 2026`, `31 de mayo de 2026`. */
function namedDay(plain: string): string[] {
  const folded = foldName(plain.replace(/(\d)(st|nd|rd|th|er|º|°)(?=[\s.,])/i, '$1'));
  const [, day, month, year] = /^(?:[a-z]+ )?(\d{1,2})(?: de)? ([a-z]+)(?: de| del)? (\d{4})$/.exec(folded) ?? [];
  const [, name, date, its] = /^(?:[a-z]+ )?([a-z]+) (\d{1,2}) (\d{4})$/.exec(folded) ?? [];
  const number = monthOf(month ?? name ?? '');
  return number === undefined ? [] : dayOf(year ?? its, String(number), day ?? date);
}

/** Where English, German, Spanish, French, Portuguese and Italian begin the name of a month. */
const MONTHS =
  'jan|ene|gen feb|fev mar|mrz apr|abr|avr may|mai|mag jun|juin|giu jul|juil|lug aug|ago|aou sep|set oct|okt|out|ott nov dec|dez|dic'.split(
    ' ',
  );

function monthOf(name: string): number | undefined {
  const at = MONTHS.findIndex((starts) => starts.split('|').some((start) => name.startsWith(start)));
  return at < 0 ? undefined : at + 1;
}

/** None where there is no such day: the 30th of February would be read as one of March. */
function dayOf(year = '', month = '', day = ''): string[] {
  const text = `${year}-${`0${month}`.slice(-2)}-${`0${day}`.slice(-2)}`;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text ? [text] : [];
}
