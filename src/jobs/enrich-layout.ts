import { InfluError } from '../core/error';
import type { CellValue, Table } from '../core/ports';
import type { EnrichField } from './enrich-answer';

/** Columns of a run now, by their marks; a field whose column was deleted is left out. */
export interface EnrichLayout {
  key: number;
  platform?: number;
  status: number;
  asOf: number;
  /** Which creator the row's values belong to. */
  creator: number;
  fields: (number | undefined)[];
}

export const WAITING = 'waiting';
/** What stands in the creator column; not a header. */
export const CREATOR_KEY = /^(id:|[a-z]+\/)/;

/** The status of a row that keeps values although its handle is another now. */
export const editedSince = (creator: string): string => `handle edited since: values are of ${creator}`;

/** The platform that a row was read with, where its creator column tells. */
export const platformOf = (creator: string, otherwise: string): string => /^([a-z]+)\//.exec(creator)?.[1] ?? otherwise;

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

/** One call, wherever the columns have been moved to. Throws `sheet` when one is gone that the run cannot do without. */
export function layoutOf(table: Table, fields: readonly string[]): EnrichLayout {
  const marks = table.marks();
  const column = (role: string): number => {
    const found = marks.get(role);
    if (found !== undefined) return found;
    throw new InfluError(
      'sheet',
      role === 'key'
        ? `The column of handles in "${table.name()}" was deleted, so the run cannot go on. Undo that and resume, or discard the run.`
        : `The column "${STATUS_COLUMNS.find(([name]) => name === role)?.[1] ?? role}" of "${table.name()}" was deleted, so the run does not know what is left. Undo that and resume, or start anew.`,
    );
  };
  const platform = marks.get('platform');
  return {
    key: column('key'),
    ...(platform === undefined ? {} : { platform }),
    status: column('status'),
    asOf: column('asOf'),
    creator: column('creator'),
    fields: fields.map((name) => marks.get(fieldMark(name))),
  };
}

/** Where each field goes: `undefined` stands for a new column. */
export function existingColumns(
  marks: ReadonlyMap<string, number>,
  headers: readonly CellValue[],
  fields: readonly EnrichField[],
): (number | undefined)[] {
  const byHeader = new Map(headers.map((header, index) => [String(header).trim().toLowerCase(), index + 1]));
  return fields.map(
    ({ name, label }) =>
      marks.get(fieldMark(name)) ?? byHeader.get(label.toLowerCase()) ?? byHeader.get(name.toLowerCase()),
  );
}
