// Functions of single values.
import type { ScalarFunction } from './formula-context';
import { displayText } from './number-format';
import { errors, isError, toBoolean, toNumber, toText } from './formula-value';
import type { Value } from './formula-value';
import { calendarFromSerial, serialFromCalendar, serialFromInstant } from './serial-date';

/** Texts of the arguments, or the first error among them. */
function texts(args: Value[], apply: (...given: string[]) => Value): Value {
  const given = args.map((arg) => toText(arg));
  return given.find(isError) ?? apply(...(given as string[]));
}

function numbers(args: Value[], apply: (...given: number[]) => Value): Value {
  const given = args.map(toNumber);
  return given.find(isError) ?? apply(...(given as number[]));
}

const part = (text: Value, start: Value, count: Value): Value =>
  texts([text], (whole = '') =>
    numbers([start, count], (from = 1, size = 0) =>
      from < 1 || size < 0 ? errors.value() : whole.slice(from - 1, from - 1 + size),
    ),
  );

/** By decimal exponent: 1.005 * 100 is 100.49999999999999. */
function rounded(number: number, digits: number): number {
  const scaled = Number(`${Math.abs(number)}e${digits}`);
  const whole = Math.round(Number.isNaN(scaled) ? Math.abs(number) * 10 ** digits : scaled);
  return Math.sign(number) * Number(`${whole}e${-digits}`);
}

/**
 * RE2 without Unicode classes (support.google.com/docs/answer/3098292): flags stand at the beginning, and nothing looks
 * around or refers back.
 */
const NOT_IN_SHEETS = /\(\?(?:[=!]|<[=!])|\\[1-9pPk]/;

function expression(source: string): RegExp | null {
  const [whole = '', flags = ''] = /^\(\?([ims]+)\)/.exec(source) ?? [];
  if (NOT_IN_SHEETS.test(source.replaceAll('\\\\', ''))) return null;
  try {
    return new RegExp(source.slice(whole.length), `u${flags}`);
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
  YEAR: (args) => numbers(args, (serial = 0) => calendarFromSerial(serial).year),
  ROUND: (args) => numbers(args, (number = 0, digits = 0) => rounded(number, digits)),
  INT: (args) => numbers(args, (number = 0) => Math.floor(number)),
  ABS: (args) => numbers(args, (number = 0) => Math.abs(number)),
  SQRT: (args) => numbers(args, (number = 0) => (number < 0 ? errors.number() : Math.sqrt(number))),
  N: ([value = null]) => (isError(value) ? value : Number(typeof value === 'string' ? 0 : value)),
  CHAR: (args) => numbers(args, (code = 0) => (code >= 1 ? String.fromCodePoint(Math.floor(code)) : errors.number())),
  LEN: (args) => texts(args, (text = '') => text.length),
  LOWER: (args) => texts(args, (text = '') => text.toLowerCase()),
  UPPER: (args) => texts(args, (text = '') => text.toUpperCase()),
  PROPER: (args) =>
    texts(args, (text = '') => text.toLowerCase().replaceAll(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase())),
  LEFT: ([text = null, count = 1]) => part(text, 1, count),
  MID: ([text = null, start = null, count = null]) => part(text, start, count),
  FIND: ([sought = null, text = null, start = 1]) =>
    texts([sought, text], (needle = '', whole = '') =>
      numbers([start], (from = 1) => {
        const at = whole.indexOf(needle, from - 1);
        return at < 0 || from < 1
          ? errors.value(`In FIND evaluation, cannot find '${needle}' within '${whole}'.`)
          : at + 1;
      }),
    ),
  TRIM: (args) => texts(args, (text = '') => text.trim().replaceAll(/\s+/g, ' ')),
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
  REGEXEXTRACT: (args) =>
    texts(args, (text = '', source = '') => {
      const pattern = expression(source);
      if (!pattern) return badExpression(source);
      const match = pattern.exec(text);
      return match ? (match[1] ?? match[0]) : errors.notAvailable(`Function REGEXEXTRACT could not find '${source}'.`);
    }),
  /** All matches; `$1` in the replacement is a group. */
  REGEXREPLACE: (args) =>
    texts(args, (text = '', source = '', replacement = '') => {
      const pattern = expression(source);
      return pattern
        ? text.replaceAll(new RegExp(pattern.source, `g${pattern.flags}`), replacement)
        : badExpression(source);
    }),
  HYPERLINK: ([url = null, label]) => (label === undefined ? url : label),
  /** A picture has no value. */
  IMAGE: ([url = null]) => (isError(url) ? url : null),
};
