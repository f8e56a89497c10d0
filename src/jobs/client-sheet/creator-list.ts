import type { CellValue, Table } from '../../core/ports';
import { headerRole } from '../../schema/column-header';
import { CLIENT_REFUSAL } from '../../schema/said-text';
import { keyCell, type KeyCell } from '../selection/key-column';
import type { HiddenRows } from '../selection/hidden-rows';
import { listRows, type SelectedRows } from '../selection/selected-rows';
import { shownCreator, type ShownCreator } from './shown-creator';

/** A sheet as a list of creators: any list of a person, a result sheet, a report's table. */
export interface CreatorList {
  table: Table;
  /** For handles that name none, as it was chosen; blank: as the sheet says. */
  platform: string;
  /** Undefined: the list has none. */
  headerRow: number | undefined;
  firstRow: number;
  /** The texts above the columns. */
  headers: readonly string[];
  keys: SelectedRows['keys'];
  /** By row, in order. Hidden rows are left out where they were looked for. */
  creators: ReadonlyMap<number, ShownCreator>;
  /** Rows that name nobody, and rows that only influData's id names. */
  unread: number;
  byIdAlone: number;
  hidden: HiddenRows;
}

/** Reads cells only. Throws `badInput` where no creators are found. */
export function creatorList(table: Table, platform: string, looksForHidden: boolean): CreatorList {
  const rows = rowsOf(table, platform, looksForHidden);
  const { keys, cells, understood, hidden } = rows;
  const others = otherNames(table, rows);
  const creators = new Map<number, ShownCreator>();
  let [unread, byIdAlone] = [0, 0];
  for (const cell of cells) {
    if (cell.kind === 'blank') continue;
    if (cell.kind === 'unreadable') {
      unread += 1;
      continue;
    }
    const shown = shownCreator(cell.creator) ?? others(cell.row);
    if (shown) creators.set(cell.row, shown);
    else byIdAlone += 1;
  }
  const { headerRow, firstRow, headers } = understood;
  return { table, platform, headerRow, firstRow, headers, keys, creators, unread, byIdAlone, hidden };
}

const rowsOf = (table: Table, platform: string, looksForHidden: boolean): SelectedRows =>
  listRows(
    table,
    platform,
    platform === '' ? {} : { isPlatformChosen: true },
    looksForHidden,
    CLIENT_REFUSAL.noCreators(table.name()),
  );

const isId = (cell: KeyCell): boolean => cell.kind === 'creator' && cell.creator.by === '_id';

/** For rows that influData's id names: a handle or an address in another column of the row. */
function otherNames(
  table: Table,
  { keys, cells, platform, understood }: SelectedRows,
): (row: number) => ShownCreator | undefined {
  if (!cells.some(isId)) return () => undefined;
  const last = table.lastRow();
  const read = (column: number): CellValue[] =>
    table.read({ row: 1, column, rows: last, columns: 1 }).map(([cell = '']) => cell);
  const names = understood.headers.flatMap((header, at) =>
    at + 1 !== keys.column && ['handle', 'link'].includes(headerRole(header) ?? '') ? [read(at + 1)] : [],
  );
  const platforms = keys.platformColumn === undefined ? [] : read(keys.platformColumn);
  return (row) => {
    for (const column of names) {
      const cell = keyCell(row, platforms[row - 1], platform, column[row - 1]);
      const shown = cell.kind === 'creator' && !cell.filler ? shownCreator(cell.creator) : undefined;
      if (shown) return shown;
    }
    return undefined;
  };
}
