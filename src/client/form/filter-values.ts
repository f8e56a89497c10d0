import type { Filter, FilterTable } from '../../schema/filter';

export type TypedValue = string | boolean | string[];
/** What stands in the fields of filters, as typed; blank ones are not there. */
export type FilterValues = Record<string, TypedValue>;

/** What holds filters, and perhaps more. */
export interface WithFilters {
  filters: FilterValues;
}

export const textIn = ({ filters }: WithFilters, name: string): string => {
  const value = filters[name];
  return typeof value === 'string' ? value : '';
};
export const listIn = ({ filters }: WithFilters, name: string): string[] => {
  const value = filters[name];
  return Array.isArray(value) ? value : [];
};

const isEmpty = (value: TypedValue): boolean => value === false || (value !== true && value.length === 0);

/** A city belongs to its country: with another one it goes. */
export function withValue<Form extends WithFilters>(form: Form, name: string, value: TypedValue): Form {
  const { [name]: before, ...filters } = form.filters;
  if (name === 'country' && before !== value) delete filters['city'];
  return { ...form, filters: isEmpty(value) ? filters : { ...filters, [name]: value } };
}

/** Filters as the server gives them, as the fields show them. */
export const valuesOf = (filters: Readonly<Record<string, string>>, table: readonly Filter[]): FilterValues =>
  Object.fromEntries(
    table.flatMap(({ name, type }): [string, TypedValue][] => {
      const value = filters[name];
      if (value === undefined) return [];
      return [[name, type === 'list' ? value.split(',') : type === 'flag' ? value === 'true' : value]];
    }),
  );

/** What of the values a table has, and what it lacks, parts of lists too. */
export function parted(values: FilterValues, table: FilterTable): { kept: FilterValues; dropped: FilterValues } {
  const kept: FilterValues = {};
  const dropped: FilterValues = {};
  for (const [name, value] of Object.entries(values)) {
    const filter = table.filters.find((each) => each.name === name);
    const choices = filter && table.choicesOf(filter);
    const isHad = (text: string): boolean => filter !== undefined && (choices?.includes(text) ?? true);
    const sides = Array.isArray(value)
      ? [value.filter(isHad), value.filter((text) => !isHad(text))]
      : isHad(String(value))
        ? [value, false]
        : [false, value];
    for (const [at, side] of sides.entries()) if (!isEmpty(side)) (at === 0 ? kept : dropped)[name] = side;
  }
  return { kept, dropped };
}

/** What was dropped, beside what was typed since. */
export const rejoined = (values: FilterValues, dropped: FilterValues): FilterValues =>
  Object.fromEntries([
    ...Object.entries(values),
    ...Object.entries(dropped).map(([name, value]): [string, TypedValue] => {
      const now = values[name];
      return [name, Array.isArray(value) && Array.isArray(now) ? [...now, ...value] : value];
    }),
  ]);

const isOf = (type: Filter['type'], value: unknown): boolean =>
  type === 'list'
    ? Array.isArray(value) && value.every((each) => typeof each === 'string')
    : type === 'flag'
      ? value === true
      : typeof value === 'string';

/** What an earlier opening of the page kept, as far as the table still has it. Throws where that is no filters. */
export function keptValues(filters: unknown, table: FilterTable): FilterValues {
  const values = filters as FilterValues;
  for (const { name, type } of table.filters)
    if (values[name] !== undefined && !isOf(type, values[name])) throw new TypeError('no filters');
  return parted(values, table).kept;
}
