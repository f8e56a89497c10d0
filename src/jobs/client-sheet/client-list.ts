import { badInput } from '../../core/error';
import type { CellValue, Table, Tools } from '../../core/ports';
import { LOG_TAB } from '../run/log-tab';
import { CLIENT_REFUSAL } from '../../schema/said-text';
import { MOST_LOOKED_AT } from '../selection/hidden-rows';
import { clientColumns, type ClientColumn } from './client-column';
import { clientTies } from './client-tie';
import { creatorList } from './creator-list';
import { pastedRows } from './pasted-rows';
import type { DecisionSource } from './read-decisions';

/** A list, what a client may get of it, and where decisions on it may stand. */
export interface ClientList {
  sheetId: number;
  sheet: string;
  creators: number;
  /** Rows that don't go along: those that name nobody, and those that only influData's id names. */
  unread: number;
  byIdAlone: number;
  /** Hidden rows stay out, but there are too many rows to look for them. */
  isHiddenUnknown: boolean;
  columns: ClientColumn[];
  /** Sheets that decisions may stand in. The list's newest client sheet is proposed. */
  sources: { id: number; name: string }[];
  source: number | null;
}

/** The first rows tell whether a column without a header holds anything. */
const ROWS_LOOKED_AT = 50;

/** The sheet in front; in front of a client's sheet, the list that it is a copy of. */
export function clientList(tools: Tools, platform: string): ClientList {
  const { workbook, host } = tools;
  const active = workbook.active();
  if (!active) throw badInput(CLIENT_REFUSAL.noList);
  const ties = clientTies(host);
  const back = ties.find(({ clientId }) => clientId === active.id());
  const table = (back && workbook.byId(back.listId)) ?? active;
  const list = creatorList(table, platform, false);
  const width = list.headers.length;
  const rows = Math.max(1, Math.min(ROWS_LOOKED_AT, table.lastRow() - list.firstRow + 1));
  const top = width === 0 ? [] : table.read({ row: list.firstRow, column: 1, rows, columns: width });
  const filled = list.headers.map((_, at) => top.some((cells) => cells[at] !== ''));
  const id = table.id();
  const sources = workbook
    .tables()
    .map((each) => ({ id: each.id(), name: each.name() }))
    .filter(
      (each) =>
        each.id !== id && each.name.toLowerCase() !== LOG_TAB.toLowerCase() && !/^influData data/i.test(each.name),
    );
  const own = ties.filter(({ listId }) => listId === id).map(({ clientId }) => clientId);
  const source = [...(back && table !== active ? [] : own), ...(back ? [back.clientId] : [])]
    .reverse()
    .find((clientId) => sources.some((each) => each.id === clientId));
  return {
    sheetId: id,
    sheet: table.name(),
    creators: list.creators.size,
    unread: list.unread,
    byIdAlone: list.byIdAlone,
    isHiddenUnknown: list.creators.size > MOST_LOOKED_AT,
    columns: clientColumns(list, filled, table.marks()),
    sources,
    source: source ?? null,
  };
}

/** Throws where it is gone. */
export function listById({ workbook }: Tools, sheetId: number): Table {
  const table = workbook.byId(sheetId);
  if (!table) throw badInput(CLIENT_REFUSAL.listGone);
  return table;
}

/** Cells a read. */
const CELLS_A_BLOCK = 50_000;

export function sheetSource({ workbook }: Tools, id: number): DecisionSource {
  const table = workbook.byId(id);
  if (!table) throw badInput(CLIENT_REFUSAL.sourceGone);
  const [last, columns] = [table.lastRow(), Math.max(1, table.lastColumn())];
  const step = Math.max(1, Math.floor(CELLS_A_BLOCK / columns));
  const rows: CellValue[][] = [];
  for (let row = 1; row <= last; row += step)
    rows.push(...table.read({ row, column: 1, rows: Math.min(step, last - row + 1), columns }));
  return { rows, name: CLIENT_REFUSAL.sheetNamed(table.name()) };
}

export const pastedSource = (text: string): DecisionSource => ({
  rows: pastedRows(text),
  name: CLIENT_REFUSAL.pastedRows,
});
