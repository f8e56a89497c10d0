// Functions of single values that the library lacks or has differently from Sheets.
import type { ScalarFunction } from './formula-context';
import { displayText } from './number-format';
import { errors, isError, toBoolean, toNumber, toText } from './formula-value';
import type { Value } from './formula-value';
import { serialFromCalendar, serialFromInstant } from './serial-date';

/** Texts of the arguments, or the first error among them. */
function texts(args: Value[], apply: (...given: string[]) => Value): Value {
  const given = args.map((arg) => toText(arg));
  return given.find(isError) ?? apply(...(given as string[]));
}

function numbers(args: Value[], apply: (...given: number[]) => Value): Value {
  const given = args.map(toNumber);
  return given.find(isError) ?? apply(...(given as number[]));
}

const rounding =
  (round: (scaled: number) => number): ScalarFunction =>
  ([value = null, places = 0]) =>
    numbers([value, places], (number = 0, digits = 0) => {
      // By decimal exponent: 1.005 * 100 is 100.49999999999999.
      const scaled = Number(`${Math.abs(number)}e${digits}`);
      return (
        Math.sign(number) *
        Number(`${round(Number.isNaN(scaled) ? Math.abs(number) * 10 ** digits : scaled)}e${-digits}`)
      );
    });

/** RE2 and JavaScript differ in corners that sheets of this kind do not reach. */
function expression(source: string, flags = ''): RegExp | null {
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return null;
  }
}

const badExpression = (source: string) =>
  errors.reference(`Function REGEX parameter value is '${source}', not a valid regular expression.`);

export const scalars: Record<string, ScalarFunction> = {
  TRUE: () => true,
  FALSE: () => false,
  NOT: ([value = null]) => {
    const truth = toBoolean(value);
    return isError(truth) ? truth : !truth;
  },
  NOW: (_, { nowMs, timeZone }) => serialFromInstant(nowMs, timeZone),
  TODAY: (_, { nowMs, timeZone }) => Math.floor(serialFromInstant(nowMs, timeZone)),
  DATE: (args) =>
    numbers(
      args,
      (year = 0, month = 1, day = 1) =>
        (serialFromCalendar(year, month, 1) ??
          serialFromCalendar(year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1, 1) ??
          0) +
        day -
        1,
    ),
  ROUND: rounding(Math.round),
  ROUNDUP: rounding(Math.ceil),
  ROUNDDOWN: rounding(Math.floor),
  LEN: (args) => texts(args, (text = '') => text.length),
  LOWER: (args) => texts(args, (text = '') => text.toLowerCase()),
  UPPER: (args) => texts(args, (text = '') => text.toUpperCase()),
  TRIM: (args) => texts(args, (text = '') => text.trim().replaceAll(/\s+/g, ' ')),
  VALUE: ([value = null]) => toNumber(value),
  TO_TEXT: (args) => texts(args, (text = '') => text),
  TEXT: ([value = null, pattern = '']) =>
    typeof value === 'number' && typeof pattern === 'string'
      ? displayText(value, pattern)
      : texts([value], (text = '') => text),
  SUBSTITUTE: ([text = null, from = null, to = null, occurrence]) =>
    texts([text, from, to], (whole = '', old = '', replacement = '') => {
      if (old === '') return whole;
      if (occurrence === undefined) return whole.replaceAll(old, () => replacement);
      const parts = whole.split(old);
      const at = Number(occurrence);
      return at >= parts.length ? whole : parts.slice(0, at).join(old) + replacement + parts.slice(at).join(old);
    }),
  REGEXMATCH: (args) =>
    texts(args, (text = '', source = '') => expression(source)?.test(text) ?? badExpression(source)),
  REGEXREPLACE: (args) =>
    texts(args, (text = '', source = '', replacement = '') => {
      const pattern = expression(source, 'g');
      return pattern ? text.replaceAll(pattern, replacement) : badExpression(source);
    }),
  REGEXEXTRACT: (args) =>
    texts(args, (text = '', source = '') => {
      const pattern = expression(source);
      if (!pattern) return badExpression(source);
      const match = pattern.exec(text);
      return match ? (match[1] ?? match[0]) : errors.notAvailable(`Function REGEXEXTRACT could not find '${source}'.`);
    }),
  ENCODEURL: (args) => texts(args, (text = '') => encodeURIComponent(text)),
  HYPERLINK: ([url = null, label]) => (label === undefined ? url : label),
  /** A picture has no value. */
  IMAGE: ([url = null]) => (isError(url) ? url : null),
};
