import { badFilter } from './filter-problem';
import { decimalMarkOf } from './locale';
import { multiplierOf, NUMBER, plainNumber, readDigits } from './number-text';
import type { Reading } from './reading';

/** No count and no share is larger; beyond it numbers are no longer exact. */
const LARGEST = 1e15;

/** What of a filter says how its number is read; see `Filter`. */
interface NumberFilter {
  name: string;
  isPercent?: true;
  bounds?: readonly [least: number, most: number];
}

/** `10000`, `10k`, `1.5M`, `2 Mio.`, `3,5 %`: a number as the API is sent it. Throws a `FilterError`. */
export function readNumber(filter: NumberFilter, value: unknown, reading: Reading): string {
  const { name, isPercent = false, bounds = [0, Infinity] } = filter;
  const numbers = typeof value === 'number' ? valuesOf(filter, value) : readingsOf(filter, value, reading);
  const [number, ...others] = [...new Set(numbers)];
  if (number === undefined || !Number.isFinite(number))
    throw badFilter({ name, code: 'number', figures: { isPercent } });
  if (others.length > 0)
    throw badFilter({
      name,
      code: 'numbers',
      figures: { text: String(value), numbers: [number, ...others], isPercent },
    });
  const [least, most] = [bounds[0], Math.min(bounds[1], LARGEST)];
  if (number < least) throw badFilter({ name, code: 'least', figures: { least } });
  if (number > most) throw badFilter({ name, code: 'most', figures: { most } });
  if (!isPercent && !Number.isInteger(number)) throw badFilter({ name, code: 'whole' });
  return canonical(number);
}

/** A cell with 3% holds 0.03. */
const valuesOf = ({ isPercent }: NumberFilter, value: number): number[] =>
  isPercent && value !== 0 && Math.abs(value) < 1 ? [rounded(value * 100), rounded(value)] : [value];

const PERCENT = /^(?:%|percent|per cent|pct|prozent|por ciento|por cento|pour cent)\.?$/i;

/** What a text may mean; none where it is no number. */
function readingsOf(filter: NumberFilter, value: unknown, { locale }: Reading): number[] {
  const { name, isPercent } = filter;
  if (value instanceof Date) throw badFilter({ name, code: 'dateCell' });
  const text = plainNumber(String(value)).replace(/^([-+]?)([.,]\d)/, '$10$2');
  if (/^[-+]?\d+(\.\d+)?e[-+]?\d{1,3}$/i.test(text)) return [Number(text)];
  const [digits = '', ...more] = text.match(NUMBER) ?? [];
  if (digits === '' || more.length > 0) return [];
  const [before = '', after = ''] = text.split(digits).map((part) => part.trim());
  if (!/^[-+]?$/.test(before.replace(isPercent ? /%$/ : '', '').trim())) return [];
  const [, word = '', rest = ''] = /^([^\s%]*)\s*(.*)$/.exec(after) ?? [];
  const isShare = [word, `${word} ${rest}`.trim(), rest].map((each) => PERCENT.test(each));
  const unit = isShare[0] || isShare[1] ? '' : word;
  const remains = unit === word ? rest : '';
  if (remains !== '' && !(isPercent && PERCENT.test(remains))) return [];
  if (unit === '' && after !== '' && !isPercent) return [];
  const times = unit === '' ? 1 : multiplierOf(unit, locale);
  if (times === undefined) return [];
  const sign = before.startsWith('-') ? -1 : 1;
  return valuesIn(digits, isPercent === true, locale).flatMap((number) =>
    [times].flat().map((by) => rounded(sign * number * by)),
  );
}

/** A mark alone before three digits may part thousands or begin decimals. */
function valuesIn(digits: string, isPercent: boolean, locale: () => string): number[] {
  const read = readDigits(digits);
  if (!read) return [];
  if ('value' in read) return [read.value];
  const decimalMark = decimalMarkOf(locale());
  const isDecimal = decimalMark !== undefined && digits.includes(decimalMark);
  // A count has no decimals, and hardly a share thousands: there the spreadsheet's locale settles it.
  if (decimalMark !== undefined && isDecimal === isPercent) return [isPercent ? read.decimal : read.grouped];
  return [read.grouped, read.decimal];
}

/** Products of decimals have tails. */
const rounded = (number: number): number => Number(number.toPrecision(15));

/** Never such that it could be read as thousands: 1.2340 for 1.234. */
const canonical = (number: number): string => String(number).replace(/^(-?[1-9]\d{0,2}\.\d{3})$/, '$10');
