import { badInput, InfluError } from '../../core/error';
import { columnLetters, quotedSheet } from '../../core/text';
import type { Area, Table, Tools, Workbook } from '../../core/ports';
import { vettingText } from '../../schema/sheet-text';
import { VETTING_REFUSAL } from '../../schema/said-text';
import { widthFor } from '../../sheet/column-width';
import { LIGHTS } from '../../sheet/light';
import { ENGAGEMENT, SHARE } from '../../sheet/number-format';
import { enrichField } from '../enrich/enrich-answer';
import { setCell, type CellWrites } from '../run/cell-block';
import { headersOf } from '../run/own-rows';
import { showColumns } from '../selection/show-columns';
import { untilInPlace } from '../run/own-write';
import { writePlaced } from '../run/placed-write';
import { columnsOf, fieldsOf, flagsThere, inOrder, vettingMark, type FlagName, type VettingColumn } from './flag';
import { vettingFormula, type VettingRefs } from './vetting-formula';
import { fillSettings } from './vetting-fill';
import { figureColumns, lastNamed, type VettingList } from './vetting-list';
import { settingsPlaces, settingsSheet } from './vetting-sheet';

/** Rows in one write: their formulas are about 3 MB. */
const ROWS_A_BLOCK = 1_000;

function headerOf(name: VettingColumn): string {
  const { light, why, columns } = vettingText();
  return { light, why, ...columns }[name];
}
const WIDTHS: Partial<Record<VettingColumn, number>> = { light: 96, why: 320 };
const FLAG_PX = 250;
const FORMATS: Partial<Record<VettingColumn, string>> = { median: ENGAGEMENT, wanted: SHARE };

export interface LaidFlags {
  /** The sheet with their settings. */
  settings: string;
  rows: number;
}

/**
 * Lays flags beside the figures of a list, and again: columns are found by their marks, formulas that are gone or broken
 * are put back, and what people have typed or changed stays. Each formula looks at its own row alone, so that rows may be
 * moved meanwhile. Free, sends nothing. Killed at any instant, the next call goes on.
 */
export function layFlags({ workbook }: Tools, list: VettingList, chosen: readonly FlagName[]): LaidFlags {
  const { table, headerRow, keys } = list;
  const marks = table.marks();
  const flags = inOrder([...flagsThere(marks), ...chosen]);
  if (flags.length === 0) throw badInput(VETTING_REFUSAL.noFlags);
  const figures = figureColumns(marks, headersIn(list), fieldsOf(flags));
  const missing = [...figures].flatMap(([name, column]) => (column === undefined ? [enrichField(name).label] : []));
  if (missing.length > 0) throw badInput(VETTING_REFUSAL.noFigures(missing.join(', ')));
  const settings = settingsSheet(workbook, table);
  const added = makeColumns(workbook, list, flags);
  const first = headerRow + 1;
  for (let row = first, last = first; row <= last; row += ROWS_A_BLOCK) {
    last = lastNamed(table, keys, first);
    const area = { row, rows: Math.min(ROWS_A_BLOCK, last - row + 1) };
    if (area.rows > 0) untilInPlace(table, () => writeBlock(workbook, list, flags, settings, area));
  }
  fillSettings(workbook, settings, table, headerRow, flags);
  dress(table, headerRow, flags, added);
  workbook.flush();
  if (added.size > 0) {
    const now = table.marks();
    showColumns(workbook, table, Math.max(...[...added].map((name) => now.get(vettingMark(name)) ?? 0)));
  }
  return { settings: settings.name(), rows: Math.max(0, lastNamed(table, keys, first) - headerRow) };
}

/** The headers as they are now. Throws `badInput` if that of the handles stands there no more: then nothing else does. */
function headersIn({ table, headerRow, keys }: VettingList): string[] {
  const headers = headersOf(table, headerRow);
  if ((headers[keys.column - 1] ?? '').trim() !== (keys.reading.header ?? '')) throw badInput(VETTING_REFUSAL.changed);
  return headers;
}

/** Marks new columns right of all, then writes headers that are missing. Returns the new ones. */
function makeColumns(workbook: Workbook, list: VettingList, flags: readonly FlagName[]): ReadonlySet<VettingColumn> {
  const { table, headerRow, keys } = list;
  const wanted = columnsOf(flags);
  return untilInPlace(table, () => {
    const marks = table.marks();
    const added = wanted.filter((name) => !marks.has(vettingMark(name)));
    let next = Math.max(table.lastColumn(), ...marks.values());
    const columns = new Map(wanted.map((name) => [name, marks.get(vettingMark(name)) ?? (next += 1)]));
    table.widenTo(next);
    const rows = Math.max(1, table.lastRow());
    const refused = (column: number): boolean => !table.canEdit({ row: 1, column, rows, columns: 1 });
    if ([...columns.values()].some(refused))
      throw new InfluError('sheet', VETTING_REFUSAL.protectedColumns(table.name()));
    const before = headersIn(list);
    const fresh = new Map(added.map((name) => [vettingMark(name), columns.get(name) ?? 0]));
    // Rows are told apart by it, as a run's are.
    if (!marks.has('key')) fresh.set('key', keys.column);
    table.setMarks(fresh);
    const standing = new Map([...columns].map(([name, column]) => [vettingMark(name), column]));
    const isDone = writePlaced(workbook, table, { headerRow, row: headerRow, rows: 1 }, standing, () => {
      const headers: CellWrites = new Map();
      for (const [name, column] of columns)
        if ((before[column - 1] ?? '') === '') setCell(headers, headerRow, column, headerOf(name));
      return headers;
    });
    return isDone && new Set(added);
  });
}

/** One block of rows, by where everything stands right now. */
function writeBlock(
  workbook: Workbook,
  list: VettingList,
  flags: readonly FlagName[],
  settings: Table,
  { row, rows }: Pick<Area, 'row' | 'rows'>,
): true | undefined {
  const { table, headerRow, keys } = list;
  const marks = table.marks();
  const figures = figureColumns(marks, headersIn(list), fieldsOf(flags));
  const wanted = columnsOf(flags).map((name) => [name, marks.get(vettingMark(name))] as const);
  // A column that went meanwhile: the next try makes its mind up anew.
  if ([...figures.values(), ...wanted.map(([, column]) => column)].includes(undefined)) return undefined;
  const name = settings.name();
  const refs = refsOf(
    settings,
    (each) => figures.get(each) ?? 0,
    (each) => marks.get(vettingMark(each)) ?? 0,
  );
  const key = keys.column;
  const columns = wanted.map(([, column]) => column ?? 0);
  const from = Math.min(...columns);
  const area = { row, column: from, rows, columns: Math.max(...columns) - from + 1 };
  return writePlaced(workbook, table, { headerRow, row, rows }, marks, () => {
    const [values, formulas] = [table.read(area), table.formulas(area)];
    const named = table.read({ row, column: key, rows, columns: 1 });
    const writes: CellWrites = new Map();
    for (let at = 0; at < rows; at++) {
      if ((named[at]?.[0] ?? '') === '') continue;
      const own = refs(row + at, key);
      for (const [column, place = 0] of wanted) {
        const formula = formulas[at]?.[place - from] ?? '';
        const value = values[at]?.[place - from] ?? '';
        if (isKept(column, formula, value, name)) continue;
        const next = vettingFormula(column, own, flags);
        if (next !== formula) setCell(writes, row + at, place, next);
      }
    }
    return writes;
  });
}

/** What a person typed over or changed. The light and its reasons are of all flags that there are, so they are renewed. */
function isKept(column: VettingColumn, formula: string, value: unknown, settings: string): boolean {
  if (formula === '') return value !== '';
  if (column === 'light' || column === 'why') return false;
  const isBroken = formula.includes('#REF!');
  const isOfAnother =
    formula.includes('!') && !formula.includes(quotedSheet(settings)) && !formula.includes(`${settings}!`);
  return !isBroken && !isOfAnother;
}

const corner = (row: number, column: number): string => `$${columnLetters(column)}$${row}`;
const fixed = ({ row, column, rows, columns }: Area): string => {
  const last = corner(row + rows - 1, column + columns - 1);
  return rows * columns === 1 ? corner(row, column) : `${corner(row, column)}:${last}`;
};

/** How the formulas of a row name their cells. */
function refsOf(
  settings: Table,
  figure: (name: Parameters<VettingRefs['figure']>[0]) => number,
  column: (name: VettingColumn) => number,
): (row: number, key: number) => VettingRefs {
  const places = settingsPlaces(settings);
  const sheet = quotedSheet(settings.name());
  const at = (area: Area): string => sheet + fixed(area);
  const cornerOf = (area: Area, isLast: boolean): string =>
    at({ ...area, column: isLast ? area.column + area.columns - 1 : area.column, columns: 1 });
  const shared = {
    green: (name) => cornerOf(places.limits[name], false),
    red: (name) => cornerOf(places.limits[name], true),
    limits: (name) => at(places.limits[name]),
    countries: at(places.countries),
    countriesFound: at(places.countriesFound),
    ownBrands: at(places.ownBrands),
    rivals: at(places.rivals),
    least: at(places.least),
    sizes: at(places.sizes),
  } satisfies Partial<VettingRefs>;
  return (row, key) => {
    const inRow = (each: number): string => `$${columnLetters(each)}${row}`;
    return {
      ...shared,
      creator: inRow(key),
      figure: (name) => inRow(figure(name)),
      column: (name) => inRow(column(name)),
    };
  };
}

const isLit = (name: VettingColumn): boolean => !['why', 'median', 'wanted'].includes(name);

/** Colours everywhere; headers, formats and widths of what is new. */
function dress(table: Table, headerRow: number, flags: readonly FlagName[], added: ReadonlySet<VettingColumn>): void {
  const marks = table.marks();
  const placed = columnsOf(flags).flatMap((name) => {
    const column = marks.get(vettingMark(name));
    return column === undefined ? [] : [{ name, column }];
  });
  const lit = placed.filter(({ name }) => isLit(name)).map(({ column }) => column);
  table.setLights(headerRow + 1, lit, LIGHTS);
  const fresh = placed.filter(({ name }) => added.has(name));
  const [first] = fresh;
  if (!first) return;
  const rows = Math.max(1, table.lastRow() - headerRow);
  const beside = first.column - 1;
  for (const { column } of fresh)
    if (beside > 0)
      table.dressLike(
        { row: headerRow, column: beside, rows: 1, columns: 1 },
        { row: headerRow, column, rows: 1, columns: 1 },
      );
  const below = (row: number, column: number): Area => ({ row, column, rows: headerRow + 1 + rows - row, columns: 1 });
  table.dress(
    [
      ...fresh.flatMap(({ name, column }) => {
        const format = FORMATS[name];
        return format === undefined ? [] : [{ areas: [below(headerRow + 1, column)], format }];
      }),
      {
        areas: fresh.filter(({ name }) => FORMATS[name] === undefined).map(({ column }) => below(headerRow, column)),
        align: 'left',
      },
    ],
    new Map(
      fresh.map(({ name, column }) => [column, widthFor(headerOf(name), WIDTHS[name] ?? (isLit(name) ? FLAG_PX : 0))]),
    ),
  );
}
