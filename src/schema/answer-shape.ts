import { isRecord } from '../core/text';

/** The form of an answer without its values: what a bug report may show. */
export type AnswerType = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'null';

/** Types by path; more than one where entries of a list differ. */
export type Fields = Record<string, string>;

export const typeOf = (value: unknown): AnswerType =>
  value === null || value === undefined
    ? 'null'
    : Array.isArray(value)
      ? 'list'
      : typeof value === 'object'
        ? 'object'
        : typeof value === 'string'
          ? 'text'
          : (typeof value as 'number' | 'boolean');

const DATE = /^\d{4}-\d{2}-\d{2}/;
/** From this many keys of one type on, they are labels and not fields: days, cities, or people. */
const MANY = 12;

/** The keys of an object as fields. If they are labels, one `<label>` replaces them all, so no person's name is revealed. */
function entriesOf(object: Record<string, unknown>, isLabelled: boolean): [string, unknown[]][] {
  const entries = Object.entries(object);
  const types = new Set(entries.map(([, value]) => typeOf(value)));
  const isMap = isLabelled || entries.every(([key]) => DATE.test(key)) || (entries.length >= MANY && types.size === 1);
  if (!isMap || entries.length === 0) return entries.map(([key, value]) => [key, [value]]);
  return [['<label>', entries.map(([, value]) => value)]];
}

/** `isLabelled` says whether the keys at a path are labels. */
export function fieldsOf(body: unknown, isLabelled: (path: string) => boolean): Fields {
  const found = new Map<string, Set<string>>();
  const walk = (path: string, value: unknown): void => {
    if (path !== '') found.set(path, (found.get(path) ?? new Set()).add(typeOf(value)));
    if (Array.isArray(value)) for (const entry of value) walk(`${path}[]`, entry);
    if (isRecord(value))
      for (const [key, values] of entriesOf(value, isLabelled(path)))
        for (const each of values) walk(path === '' ? key : `${path}.${key}`, each);
  };
  walk('', body);
  return Object.fromEntries([...found].map(([path, types]) => [path, [...types].sort().join(' or ')]));
}

/** The same as nested objects, with numbers by their size, because the size shows the scale. */
export function sampleOf(body: unknown, isLabelled: (path: string) => boolean, path = ''): unknown {
  if (Array.isArray(body)) {
    const samples = [...new Set(body.map((entry) => JSON.stringify(sampleOf(entry, isLabelled, `${path}[]`))))];
    return samples.slice(0, 3).map((sample) => JSON.parse(sample) as unknown);
  }
  if (isRecord(body))
    return Object.fromEntries(
      entriesOf(body, isLabelled(path)).map(([key, values]) => [
        key,
        sampleOf(key === '<label>' ? largestOf(values) : values[0], isLabelled, path === '' ? key : `${path}.${key}`),
      ]),
    );
  return typeof body === 'number' ? sizeOf(body) : typeof body === 'string' && DATE.test(body) ? 'date' : typeOf(body);
}

/** The largest number of a breakdown shows its scale. */
const largestOf = (values: readonly unknown[]): unknown =>
  values.every((value) => typeof value === 'number') ? Math.max(...(values as number[])) : values[0];

const sizeOf = (value: number): string =>
  value < 0 ? 'negative number' : value <= 1 ? 'number to 1' : value <= 100 ? 'number to 100' : 'number above 100';
