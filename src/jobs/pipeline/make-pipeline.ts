import { badInput, InfluError } from '../../core/error';
import type { CellLook } from '../../core/page';
import type { Host, Table, Tools, Workbook } from '../../core/ports';
import { PIPELINE_REFUSAL } from '../../schema/said-text';
import type { Platform } from '../../schema/platform';
import { moneyFormats } from '../../sheet/money-format';
import { columnCells } from '../run/cell-block';
import { headersOf } from '../run/own-rows';
import { appendHeaders, untilInPlace } from '../run/own-write';
import { creatorsIn } from '../selection/key-column';
import { showColumns } from '../selection/show-columns';
import { allRows, type SelectedRows } from '../selection/selected-rows';
import { columnLike, columnLooks, markOf, ROLES, type PipelineRole } from './pipeline-column';
import { isReadsMark, readsMark } from './pipeline-sheet';
import { setStatusRules } from './status-rules';
import { isWordsSheet, plainStatus, wordsSheet } from './status-words';

export interface MadePipeline {
  sheet: string;
  creators: number;
  /** Headers of new columns. */
  added: string[];
  /** Headers of columns that were there and hold such things already. */
  taken: string[];
  /** The status column has a list of a person's own, which stays. */
  hasOwnList: boolean;
  /** Statuses that are none of the words, some of them. */
  otherWords: string[];
}

const WORDS_SHOWN = 5;
/** influData's ids beside handles: in result sheets, and as a field of Enrich. */
const ID_HEADER = 'influData id';
const ID_FIELD = 'field:id';

/**
 * Gives the list in front a status, an owner, a next date, a note and a fee. Columns that hold such things already are
 * taken over as they are. No row is written to, and made again it adds what is missing only. Free. Killed in the middle,
 * it leaves columns that the next one knows by their headers.
 */
export function makePipeline({ host, workbook }: Tools, platform: Platform): MadePipeline {
  const table = workbook.active();
  if (!table) throw badInput(PIPELINE_REFUSAL.noSheet);
  const list = listIn(table, platform);
  const words = wordsSheet({ host, workbook });
  const { added, taken } = untilInPlace(table, () => columnsOf(workbook, host, list));
  const hasList = setStatusRules(table, words.table, list.understood.firstRow);
  workbook.flush();
  const last = added[added.length - 1];
  if (last !== undefined) showColumns(workbook, table, headersOf(table, list.headerRow).lastIndexOf(last) + 1);
  const known = new Set(words.words.map(({ word }) => plainStatus(word)));
  const statuses = columnCells(table, table.marks().get(markOf('status')), table.lastRow()).slice(
    list.understood.firstRow - 1,
  );
  const others = statuses.map((cell) => String(cell).trim()).filter((text) => !known.has(plainStatus(text)));
  return {
    sheet: table.name(),
    creators: creatorsIn(list.cells).size,
    added,
    taken,
    hasOwnList: !hasList,
    otherWords: [...new Set(others)].filter((text) => text !== '').slice(0, WORDS_SHOWN),
  };
}

/** Throws what to open instead. */
function listIn(table: Table, platform: Platform): SelectedRows & { headerRow: number } {
  const marks = table.marks();
  if (isWordsSheet(marks)) throw badInput(PIPELINE_REFUSAL.isWords);
  const known = marks.get(markOf('creator'));
  const list = allRows(table, platform, known ? { column: known } : {}, false);
  if (creatorsIn(list.cells).size === 0) throw badInput(PIPELINE_REFUSAL.noCreators);
  const { headerRow } = list.keys;
  // Columns without a name would be nobody's.
  if (headerRow === undefined) throw badInput(PIPELINE_REFUSAL.noHeader);
  return { ...list, headerRow };
}

/** Finds the columns, adds those that are missing, and marks all. Undefined: columns were moved meanwhile. */
function columnsOf(
  workbook: Workbook,
  host: Host,
  { table, keys, platform, understood, headerRow }: ReturnType<typeof listIn>,
): Pick<MadePipeline, 'added' | 'taken'> | undefined {
  const marks = table.marks();
  const headers = headersOf(table, headerRow);
  const key = keys.column;
  if ((headers[key - 1] ?? '').trim() !== understood.header) return undefined;
  const used = new Set([...marks.values(), key, keys.platformColumn ?? 0]);
  const found = new Map<PipelineRole, number>();
  const taken: string[] = [];
  for (const role of ROLES) {
    const own = marks.get(markOf(role));
    const column = own ?? columnLike(role, headers, used);
    if (column === undefined) continue;
    found.set(role, column);
    used.add(column);
    if (own === undefined) taken.push(headers[column - 1] ?? '');
  }
  const missing = ROLES.filter((role) => !found.has(role));
  assertEditable(table, headerRow, headers.length, found.get('status'), missing.length);
  const looks = columnLooks(moneyFormats(host.locale()).whole);
  const added = missing.map((role) => looks[role].header);
  if (added.length > 0) {
    table.widenTo(headers.length + added.length);
    // Before the headers: whoever finds those finds columns that are done.
    dress(table, missing, looks, headers, headerRow);
    if (!appendHeaders(workbook, table, headers, added, headerRow)) return undefined;
    missing.forEach((role, at) => found.set(role, headers.length + 1 + at));
  }
  const id = marks.get(ID_FIELD) ?? headers.indexOf(ID_HEADER) + 1;
  const reads = readsMark(platform, keys.reading);
  const places = new Map<string, number>([
    ...[...found].map(([role, column]): [string, number] => [markOf(role), column]),
    [markOf('creator'), key],
    ...(keys.platformColumn === undefined ? [] : [[markOf('platform'), keys.platformColumn] as const]),
    ...(id > 0 && id !== key ? [[markOf('id'), id] as const] : []),
    [reads, key],
  ]);
  const stale = [...marks.keys()].filter((mark) => isReadsMark(mark) && mark !== reads);
  const fresh = new Map([...places].filter(([mark, column]) => marks.get(mark) !== column));
  if (fresh.size > 0 || stale.length > 0) table.setMarks(fresh, stale);
  // Moved between: what is marked now is something else.
  const texts = [...headers, ...added];
  const now = headersOf(table, headerRow);
  const after = table.marks();
  const isRight = [...fresh].every(([mark, column]) => now[(after.get(mark) ?? 0) - 1] === (texts[column - 1] ?? ''));
  if (isRight) return { added, taken };
  table.setMarks(new Map(), [...fresh.keys()]);
  return undefined;
}

function assertEditable(table: Table, row: number, width: number, status: number | undefined, missing: number): void {
  const rows = Math.max(1, table.lastRow() - row + 1);
  const isFree =
    (status === undefined || table.canEdit({ row, column: status, rows, columns: 1 })) &&
    // Columns that are not there yet are protected where the whole sheet is.
    (missing === 0 || table.canEdit({ row, column: Math.max(1, width), rows: 1, columns: 1 }) || isOpen(table));
  if (!isFree) throw new InfluError('sheet', PIPELINE_REFUSAL.isProtected(table.name()));
}

/** Whether anything in the sheet may be edited: its first cell, or its last. */
const isOpen = (table: Table): boolean =>
  [
    [1, 1],
    [table.lastRow(), table.lastColumn()],
  ].some(([row = 1, column = 1]) => table.canEdit({ row, column, rows: 1, columns: 1 }));

/** Headers like the one beside them, values in their formats. */
function dress(
  table: Table,
  roles: readonly PipelineRole[],
  looks: ReturnType<typeof columnLooks>,
  headers: readonly string[],
  headerRow: number,
): void {
  const first = headers.length + 1;
  const beside = headers.reduce((last, text, at) => (text === '' ? last : at + 1), 1);
  const area = { row: headerRow, column: first, rows: 1, columns: roles.length };
  table.dressLike({ ...area, column: beside, columns: 1 }, area);
  const rows = Math.max(1, table.lastRow() - headerRow);
  const formats = roles.flatMap((role, at): CellLook[] => {
    const { format } = looks[role];
    return format === undefined
      ? []
      : [{ areas: [{ row: headerRow + 1, column: first + at, rows, columns: 1 }], format }];
  });
  table.dress(formats, new Map(roles.map((role, at) => [first + at, looks[role].width])));
}
