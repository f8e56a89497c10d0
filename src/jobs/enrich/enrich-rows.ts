import type { CellValue, Table } from '../../core/ports';
import { oneSpelling } from '../../api/answer-names';
import { columnCells } from '../run/cell-block';
import { keyCell, type KeyCell, type KeyColumn, type KeyReading, linkedValues } from '../selection/key-column';
import type { EnrichLayout } from './enrich-layout';
import type { EnrichRun } from './enrich-state';

/** What rows of a run name, from `row` on, by the links under their names where the run reads those. */
export function keysIn(
  table: Table,
  { key, platform }: EnrichLayout,
  run: EnrichRun,
  row: number,
  cells: readonly CellValue[][],
): KeyCell[] {
  const values = cells.map((each) => each[key - 1] ?? '');
  const named = run.reading?.links ? linkedValues(table, row, key, values) : values;
  return named.map((value, at) =>
    keyCell(row + at, platform && cells[at]?.[platform - 1], run.platform, value, run.reading),
  );
}

/** What stands in the creator column; not a header. */
const CREATOR_KEY = /^(id:|[a-z]+\/)/;

/** The status of a row that keeps values although its handle is another now. */
export const editedSince = (owner: string): string => `handle edited since: values are of ${owner}`;

/** How a row is read: the platform for a handle that names none, and whether the link under it may tell as well. */
interface RowReading {
  platform: string;
  reading: KeyReading | undefined;
  mayLink: boolean;
}

export interface OwnedRow {
  cell: KeyCell;
  /** The creator that the row's values belong to; blank where there is none. */
  owner: string;
  /** Its handle is another by now, or gone. */
  isEdited: boolean;
}

/** As the row was read when its values came: who was bought is no filler, and may have been named by an id. */
export const readingOf = (owner: string, { platform, reading }: Pick<EnrichRun, 'platform' | 'reading'>): RowReading =>
  CREATOR_KEY.test(owner)
    ? {
        platform: /^([a-z]+)\//.exec(owner)?.[1] ?? platform,
        reading: { fillers: true, isId: owner.includes('/uid:') },
        mayLink: true,
      }
    : { platform, reading, mayLink: true };

/** All rows of the sheet, and whose values they hold. */
export function ownedRows(
  table: Table,
  columns: Pick<EnrichLayout, 'key' | 'platform' | 'creator'>,
  readingIn: (row: number, owner: string) => RowReading,
): OwnedRow[] {
  const last = table.lastRow();
  if (last < 1) return [];
  const [values = [], platforms = [], creators = []] = [columns.key, columns.platform, columns.creator].map((column) =>
    columnCells(table, column, last),
  );
  let links: CellValue[] | undefined;
  const linked = (at: number) => (links ??= linkedValues(table, 1, columns.key, values))[at];
  return values.map((value, at) => {
    const owner = oneSpelling(String(creators[at] ?? ''));
    const { platform, reading, mayLink } = readingIn(at + 1, owner);
    const read = (text: CellValue | undefined): OwnedRow => {
      const cell = keyCell(at + 1, platforms[at], platform, text, reading);
      const isOwn = cell.kind === 'creator' && cell.key === owner;
      return { cell, owner, isEdited: CREATOR_KEY.test(owner) && !isOwn };
    };
    const row = read(reading?.links ? linked(at) : value);
    // The run that filled it may have read the link.
    return row.isEdited && mayLink ? read(linked(at)) : row;
  });
}

/** By row: whose values stand beside a handle that is still theirs, on whichever platform they were bought. */
export function ownersIn(
  table: Table,
  { column: key, platformColumn: platform }: KeyColumn,
  by: Pick<EnrichRun, 'platform' | 'reading'>,
): Map<number, string> {
  const creator = table.marks().get('creator');
  if (creator === undefined) return new Map();
  const rows = ownedRows(table, { key, platform, creator }, (_, owner) => readingOf(owner, by));
  return new Map(
    rows.flatMap(({ cell, owner, isEdited }) => (CREATOR_KEY.test(owner) && !isEdited ? [[cell.row, owner]] : [])),
  );
}
