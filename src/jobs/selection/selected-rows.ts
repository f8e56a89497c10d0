import { badInput, InfluError } from '../../core/error';
import type { Area, CellValue, Table, Workbook } from '../../core/ports';
import type { Said } from '../../core/said';
import { readCreator } from '../../schema/creator';
import type { Platform } from '../../schema/platform';
import { blocksWithout, hiddenRows, joined, type HiddenRows } from './hidden-rows';
import { linkedValue, type KeyCell, linkedValues, readKeys, type KeyColumn } from './key-column';
import { partAt } from './list-part';
import { inParts, partsOf } from './parted-rows';
import { columnsOf, understand, type SelectionChoices, type Understood, type Window } from './selection-reading';
import { SELECTION_TEXT } from '../../schema/said-text';

/** The rows that are selected in the sheet in front, and how they are understood. */
export interface SelectedRows {
  table: Table;
  keys: KeyColumn & { reading: NonNullable<KeyColumn['reading']> };
  /** For handles that name none: the header's, unless one was chosen. */
  platform: string;
  /** Without rows that are hidden, unless those are wanted. */
  cells: KeyCell[];
  understood: Understood & { links: boolean };
  /** The rows below the header, hidden ones too. */
  blocks: KeyColumn['blocks'];
  hidden: HiddenRows;
}

/** Rows above the selection, where its header may stand, and rows of it by which columns are told apart. */
const ROWS_ABOVE = 60;
const ROWS_LOOKED_AT = 200;
const TOP_ROWS = 12;

/** Reads cells only. Throws `badInput` with what to select instead. */
export function selectedRows(workbook: Workbook, picked: string, choices: SelectionChoices = {}): SelectedRows {
  const table = workbook.active();
  if (!table) throw badInput(SELECTION_TEXT.nothing);
  const lastRow = table.lastRow();
  const areas = workbook
    .selection()
    .map((area) => ({ ...area, rows: Math.min(area.rows, lastRow - area.row + 1) }))
    .filter(({ rows }) => rows > 0);
  if (areas.length === 0) throw badInput(SELECTION_TEXT.noRows);
  const [{ column: left, columns: wide }] = areas as [Area, ...Area[]];
  if (areas.some((area) => area.column !== left || area.columns !== wide))
    throw badInput(SELECTION_TEXT.severalColumns);
  return rowsRead(table, areas, picked, choices, { isWhole: false, looksForHidden: true });
}

/** Every row of a sheet, hidden ones too unless they are looked for. */
export function allRows(
  table: Table,
  picked: string,
  choices: SelectionChoices,
  looksForHidden: boolean,
): SelectedRows {
  const [rows, columns] = [table.lastRow(), table.lastColumn()];
  if (rows === 0 || columns === 0) throw badInput(SELECTION_TEXT.emptySheet(table.name()));
  return rowsRead(table, [{ row: 1, column: 1, rows, columns }], picked, choices, { isWhole: true, looksForHidden });
}

/** The same of a list that is known by its sheet's name. `nobody` is said where it names no creator. */
export function listRows(
  table: Table,
  picked: string,
  choices: SelectionChoices,
  looksForHidden: boolean,
  nobody: Said,
): SelectedRows {
  try {
    return allRows(table, picked, choices, looksForHidden);
  } catch (error) {
    throw error instanceof InfluError && error.code === 'badInput' && !isInParts(error) ? badInput(nobody) : error;
  }
}

const isInParts = ({ said }: InfluError): boolean => said.code === SELECTION_TEXT.otherPlatformBelow(0, '').code;

function rowsRead(
  table: Table,
  areas: readonly Area[],
  picked: string,
  choices: SelectionChoices,
  { isWhole, looksForHidden }: { isWhole: boolean; looksForHidden: boolean },
): SelectedRows {
  const [{ column: left, columns: wide }] = areas as [Area, ...Area[]];
  const lastRow = table.lastRow();
  const key = wide > 1 && !choices.column ? keyOfRun(table, left, wide) : undefined;
  const looked = key === undefined ? areas : areas.map((area) => ({ ...area, column: key, columns: 1 }));
  const { window, ...read } = understoodIn(table, looked, lastRow, choices, picked);
  const { column, platformColumn, headerRow, firstRow, isId, links, header } = read;
  const platformBy = (said: Platform | undefined): string => (choices.isPlatformChosen ? picked : (said ?? picked));
  const found: SelectedRows['keys'] = {
    column,
    platformColumn,
    headerRow,
    blocks: below(joined(areas), firstRow),
    reading: { isId, links, header, fillers: choices.fillers ?? false },
  };
  const all = withLinks(table, found, platformBy(read.headerPlatform));
  const parts = partsOf({ table, window }, all, read, platformBy(read.headerPlatform));
  const { of } = partAt(parts, found.blocks[0]?.row ?? 0) ?? {};
  const understood: Understood = of === undefined || of === 'other' ? read : { ...read, headerPlatform: of };
  const platform = platformBy(understood.headerPlatform);
  const own = platform === platformBy(read.headerPlatform) ? all : withLinks(table, all.keys, platform);
  const { keys, cells, far } = inParts(table, own, parts, platform);
  // Where a whole list is meant, nobody of it may be missing.
  if (isWhole && far) throw badInput(SELECTION_TEXT.otherPlatformBelow(far.said.row, far.said.text));
  const hidden = looksForHidden ? hiddenRows(table, cells) : NOT_LOOKED;
  const isLeftOut = (row: number): boolean => !choices.hidden && hidden.rows.has(row);
  return {
    table,
    keys:
      choices.hidden || hidden.rows.size === 0 ? keys : { ...keys, blocks: blocksWithout(keys.blocks, hidden.rows) },
    platform,
    cells: cells.filter(({ row }) => !isLeftOut(row)),
    understood: { ...understood, links: keys.reading.links ?? false },
    blocks: found.blocks,
    hidden,
  };
}

const NOT_LOOKED: HiddenRows = { rows: new Set(), isLooked: false, hasFilter: false };

/** Columns of a run name creators too: selected with all of them, the handles alone are read that the run went by. */
function keyOfRun(table: Table, left: number, wide: number): number | undefined {
  const marks = table.marks();
  const [key = 0, creator = 0] = [marks.get('key'), marks.get('creator')];
  return [key, creator].every((column) => column >= left && column < left + wide) ? key : undefined;
}

/** A name among the handles may have its address under it. */
const isName = (cell: KeyCell): boolean => cell.kind === 'unreadable' && /\s|[^!-~]/.test(cell.text);

/** The cells, with links where these name creators that the texts do not. */
function withLinks(
  table: Table,
  keys: SelectedRows['keys'],
  platform: string,
): { keys: SelectedRows['keys']; cells: KeyCell[] } {
  const cells = readKeys(table, keys, platform);
  if (keys.reading.links || !cells.some(isName)) return { keys, cells };
  const linked = { ...keys, reading: { ...keys.reading, links: true } };
  const again = readKeys(table, linked, platform);
  const isNamed = again.some(({ kind }, at) => kind === 'creator' && cells[at]?.kind !== 'creator');
  return isNamed ? { keys: linked, cells: again } : { keys, cells };
}

/** Three reads at most: the rows around, the top of a long table, and links where texts do not read as handles. */
function understoodIn(
  table: Table,
  areas: readonly Area[],
  lastRow: number,
  choices: SelectionChoices,
  picked: string,
): SelectedRows['understood'] & { window: Window } {
  const first = Math.min(...areas.map(({ row }) => row));
  const row = Math.max(1, first - ROWS_ABOVE);
  const columns = Math.max(1, table.lastColumn());
  const rows = Math.min(lastRow, first + ROWS_LOOKED_AT) - row + 1;
  const window = withTop(table, {
    numbers: Array.from({ length: rows }, (_, at) => row + at),
    rows: table.read({ row, column: 1, rows, columns }),
  });
  const plain = attempt(() => understand(window, areas, choices, picked));
  if (!(plain instanceof InfluError) && plain.share >= SURE)
    return { ...plain, window, links: areNames(table, plain, window, picked) };
  const inside = columnsOf(areas, columns);
  const [left = 1, right = left] = [inside[0], inside[inside.length - 1]];
  const skipped = window.numbers.indexOf(first);
  const links = table.links({
    row: first,
    column: left,
    rows: window.rows.length - skipped,
    columns: right - left + 1,
  });
  const linked: Window = {
    ...window,
    rows: window.rows.map((cells, at) =>
      cells.map((value, index) => linkedValue(value, links[at - skipped]?.[index + 1 - left] ?? '')),
    ),
  };
  const understood = attempt(() => understand(linked, areas, choices, picked));
  if (understood instanceof InfluError) throw understood;
  const { column } = understood;
  const isLinked = linked.rows.some((cells, at) => cells[column - 1] !== window.rows[at]?.[column - 1]);
  return { ...understood, window, links: isLinked };
}

/** A name of one word reads as a handle, too: a link under it that leads to somebody else tells. One read, where there are such. */
function areNames(table: Table, { column, firstRow }: Understood, { numbers, rows }: Window, picked: string): boolean {
  const from = numbers.indexOf(firstRow);
  const values = rows.slice(Math.max(0, from)).map((cells) => cells[column - 1] ?? '');
  if (from < 0 || !values.some((value) => GIVEN_NAME.test(String(value).trim()))) return false;
  return linkedValues(table, firstRow, column, values).some((linked, at) => {
    const to = readCreator('', linked);
    if (linked === values[at] || to.kind !== 'creator') return false;
    const by = readCreator(to.creator.platform ?? picked, values[at]);
    return by.kind !== 'creator' || by.key !== to.key;
  });
}

const GIVEN_NAME = /^\p{Lu}\p{Ll}+$/u;

/** Below, links are looked for: what reads as plain words may have the address under it. */
const SURE = 0.6;

function attempt<T>(read: () => T): T | InfluError {
  try {
    return read();
  } catch (error) {
    if (error instanceof InfluError) return error;
    throw error;
  }
}

const isFilled = (cells: readonly CellValue[]): boolean => cells.some((cell) => cell !== '');

/** Far down in a long table, the rows at the top of the sheet come first, as if they stood right above. */
function withTop(table: Table, { numbers, rows }: Window): Window {
  const above = (numbers[0] ?? 1) - 1;
  if (above === 0 || !rows.slice(0, ROWS_ABOVE).every(isFilled)) return { numbers, rows };
  const columns = rows[0]?.length ?? 1;
  const top = table.read({ row: 1, column: 1, rows: Math.min(TOP_ROWS, above), columns });
  return { numbers: [...top.map((_, at) => at + 1), ...numbers], rows: [...top, ...rows] };
}

const below = (blocks: KeyColumn['blocks'], firstRow: number): KeyColumn['blocks'] =>
  blocks.flatMap(({ row, rows }) => {
    const skipped = Math.max(0, firstRow - row);
    return rows > skipped ? [{ row: row + skipped, rows: rows - skipped }] : [];
  });
