import { InfluError } from '../../core/error';
import type { CellValue, Table } from '../../core/ports';
import type { EnrichField } from './enrich-answer';
import { ENRICH_TEXT } from '../../schema/said-text';

/** Where the columns of a run stand now, by their marks. A field whose column was deleted is left out. */
export interface EnrichLayout {
  key: number;
  platform?: number | undefined;
  status: number;
  asOf: number;
  /** Which creator the row's values belong to. */
  creator: number;
  fields: (number | undefined)[];
}

/** Roles of columns beside those of fields, with the headers of those that we make. */
export const STATUS_COLUMNS = [
  ['status', 'influData status'],
  ['asOf', 'influData as of'],
  ['creator', 'influData creator'],
] as const;

const FIELD = 'field:';
export const fieldMark = (name: string): string => FIELD + name;
/** The fields that have a column, by its mark. */
export const markedFields = (marks: ReadonlyMap<string, number>): string[] =>
  [...marks.keys()].flatMap((mark) => (mark.startsWith(FIELD) ? [mark.slice(FIELD.length)] : []));

/** One call. Throws `sheet` if a column is gone that the run cannot do without. */
export function layoutOf(table: Table, fields: readonly string[], marks = table.marks()): EnrichLayout {
  const column = (role: string): number => {
    const found = marks.get(role);
    if (found !== undefined) return found;
    throw new InfluError(
      'sheet',
      role === 'key'
        ? ENRICH_TEXT.handlesDeleted(table.name())
        : ENRICH_TEXT.columnDeleted(STATUS_COLUMNS.find(([name]) => name === role)?.[1] ?? role, table.name()),
    );
  };
  return {
    key: column('key'),
    platform: marks.get('platform'),
    status: column('status'),
    asOf: column('asOf'),
    creator: column('creator'),
    fields: fields.map((name) => marks.get(fieldMark(name))),
  };
}

/** Where each field goes; `undefined` means a new column. If several columns have its header, none is taken unless `takesDoubles`. */
export function existingColumns(
  marks: ReadonlyMap<string, number>,
  headers: readonly CellValue[],
  fields: readonly EnrichField[],
  takesDoubles = false,
): (number | undefined)[] {
  return fields.map((field) => {
    const [first, ...more] = columnsFor(marks, headers, field);
    return more.length > 0 && !takesDoubles ? undefined : first;
  });
}

/** The column that a field has by its mark, or those that have its header. */
export function columnsFor(
  marks: ReadonlyMap<string, number>,
  headers: readonly CellValue[],
  { name, label }: EnrichField,
): number[] {
  const own = marks.get(fieldMark(name));
  if (own !== undefined) return [own];
  const texts = headers.map((header) => String(header).trim().toLowerCase());
  const marked = new Set(marks.values());
  const called = (text: string): number[] =>
    texts.flatMap((each, at) => (each === text.toLowerCase() && !marked.has(at + 1) ? [at + 1] : []));
  const found = called(label);
  return found.length > 0 ? found : called(name);
}
