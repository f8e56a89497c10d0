import * as z from 'zod/mini';
import { InfluError } from '../../core/error';
import { lazy } from '../../core/lazy';
import type { Area, CellLook, Page } from '../../core/page';
import type { Table, Workbook } from '../../core/ports';
import { parseJson } from '../../core/text';
import { knownCountries } from '../../schema/country';
import { vettingText } from '../../schema/sheet-text';
import { VETTING_REFUSAL } from '../../schema/said-text';
import { area, Grid } from '../../sheet/grid';
import { INK, LINE, PAPER, QUIET } from '../../sheet/house-style';
import { COUNT, ENGAGEMENT } from '../../sheet/number-format';
import { freeName } from '../run/sheet-name';

type Text = ReturnType<typeof vettingText>;
export type LimitName = keyof Text['limits'];

/** What is green and what is red before somebody says otherwise. */
const LIMITS: Readonly<Record<LimitName, readonly [green: number, red: number, format: string]>> = {
  suspicious: [0.2, 0.35, '0%'],
  engagement: [2, 4, '0.0"×"'],
  growth: [10, 25, '0"%"'],
  loss: [3, 8, '0"%"'],
  elsewhere: [0.5, 0.75, '0%'],
  age: [30, 90, COUNT],
};
const LIMIT_NAMES = Object.keys(LIMITS) as LimitName[];

/** Where the bands of followers begin, in which creators are of one size. */
const SIZES = [0, 1_000, 10_000, 50_000, 100_000, 500_000, 1_000_000, 10_000_000];
const LEAST_CREATORS = 3;
/** Names that can be typed beside a label. */
export const NAME_CELLS = 8;
const HEADER_ROW = 4;
const LABEL_PX = 170;
const CELL_PX = 104;

/** A sheet of settings as it is made; what is counted of the list is put in afterwards. */
function settingsPage(list: string): Omit<Page, 'name'> {
  const TEXT = vettingText();
  const grid = new Grid();
  const looks: CellLook[] = [];
  const inputs: Area[] = [];
  const header = (row: number, ...texts: string[]): void => {
    grid.put(row, 1, ...texts);
    looks.push({ areas: [area(row, 1, 1, texts.length)], bold: true, fill: LINE, color: INK });
  };
  grid.put(1, 1, TEXT.title(list));
  grid.put(2, 1, TEXT.hint);
  header(HEADER_ROW, TEXT.flag, TEXT.greenTo, TEXT.redOver, TEXT.means);
  LIMIT_NAMES.forEach((name, at) => {
    const row = HEADER_ROW + 1 + at;
    const [green, red, format] = LIMITS[name];
    const [label, meaning] = TEXT.limits[name] as [string, string];
    grid.put(row, 1, label, green, red, meaning);
    inputs.push(area(row, 2, 1, 2));
    looks.push({ areas: [area(row, 2, 1, 2)], format }, { areas: [area(row, 4, 1, 1)], color: QUIET });
  });
  let row = HEADER_ROW + LIMIT_NAMES.length + 2;
  const names = [TEXT.countries, TEXT.countriesFound, TEXT.ownBrands, TEXT.rivals];
  const countryRow = row;
  for (const label of names) {
    grid.put(row, 1, label);
    if (label !== TEXT.countriesFound) inputs.push(area(row, 2, 1, NAME_CELLS));
    else looks.push({ areas: [area(row, 2, 1, NAME_CELLS)], color: QUIET, align: 'left' });
    row += 1;
  }
  grid.put(countryRow, 2 + NAME_CELLS, TEXT.oneACell);
  grid.put(countryRow + 2, 2 + NAME_CELLS, TEXT.oneHandle);
  looks.push({ areas: [area(countryRow, 2 + NAME_CELLS, names.length, 1)], color: QUIET });
  row += 1;
  grid.put(row, 1, TEXT.leastCreators, LEAST_CREATORS, '', TEXT.leastMeans);
  inputs.push(area(row, 2, 1, 1));
  looks.push({ areas: [area(row, 4, 1, 1)], color: QUIET });
  row += 2;
  header(row, TEXT.sizes, TEXT.sizeCreators, TEXT.sizeMedian);
  SIZES.forEach((size, at) => grid.put(row + 1 + at, 1, size));
  inputs.push(area(row + 1, 1, SIZES.length, 1));
  looks.push(
    { areas: [area(row + 1, 1, SIZES.length, 2)], format: COUNT, align: 'left' },
    { areas: [area(row + 1, 3, SIZES.length, 1)], format: ENGAGEMENT, align: 'left' },
  );
  return {
    cells: grid.cells(),
    widths: [LABEL_PX, ...Array.from({ length: NAME_CELLS }, () => CELL_PX)],
    looks: [
      { areas: [area(1, 1, 1, 1)], size: 18, bold: true, color: INK },
      { areas: [area(2, 1, 1, 1)], color: QUIET },
      ...looks,
      { areas: inputs, fill: PAPER, color: INK, bold: true, align: 'left' },
    ],
    choices: [{ area: area(countryRow, 2, 1, NAME_CELLS), values: knownCountries() }],
    heights: new Map([[1, 32]]),
    frozenRows: HEADER_ROW,
  };
}

const memoSchema = lazy(() =>
  z.object({ version: z.literal(1), kind: z.literal('vetting'), list: z.number(), isMade: z.boolean() }),
);
const memoOf = (list: number, isMade: boolean): string => JSON.stringify({ version: 1, kind: 'vetting', list, isMade });

const settingsSheets = (workbook: Workbook): { table: Table; list: number; isMade: boolean }[] =>
  workbook.memos().flatMap(({ table, text }) => {
    const memo = z.safeParse(memoSchema(), parseJson(text));
    return memo.success ? [{ table, ...memo.data }] : [];
  });

export const isSettings = (workbook: Workbook, table: Table): boolean =>
  settingsSheets(workbook).some((each) => each.table.id() === table.id());

/** The sheet of settings of a list, if it has one; `isMade`: not killed in the making. */
function settingsOf(workbook: Workbook, list: number): { table: Table; isMade: boolean } | undefined {
  const found = settingsSheets(workbook).filter((each) => each.list === list);
  return found.find(({ isMade }) => isMade) ?? found[0];
}

/**
 * Makes it where there is none. What stands in one is the person's: one whose making was killed gets its looks, and is laid
 * out anew only while it is blank.
 */
export function settingsSheet(workbook: Workbook, list: Table): Table {
  const there = settingsOf(workbook, list.id());
  if (there?.isMade) return there.table;
  const page = settingsPage(list.name());
  const begun = there?.table ?? beginSheet(workbook, list);
  if (begun.lastRow() === 0) begun.layOut({ ...page, name: begun.name() });
  else begun.dress(page.looks ?? [], new Map(page.widths?.map((width = CELL_PX, at) => [at + 1, width])));
  workbook.flush();
  begun.setMemo(memoOf(list.id(), true));
  return begun;
}

/** A blank one that is known to be ours; one that a killed call has left is taken. */
function beginSheet(workbook: Workbook, list: Table): Table {
  const filled = workbook.tables().filter((table) => table.lastRow() > 0);
  const name = freeName({ ...workbook, tables: () => filled }, vettingText().sheet(list.name()));
  const begun = workbook.createPage({ name, cells: [] }, memoOf(list.id(), false));
  workbook.flush();
  return begun;
}

/** Where everything stands in the sheet by now: rows and columns may have been put in. */
export interface SettingsPlaces {
  limits: Record<LimitName, Area>;
  countries: Area;
  countriesFound: Area;
  ownBrands: Area;
  rivals: Area;
  least: Area;
  /** Followers from, creators, median. */
  sizes: Area;
}

/** Throws `sheet` if a label is gone. */
export function settingsPlaces(table: Table): SettingsPlaces {
  const rows = table.lastRow();
  const cells = rows === 0 ? [] : table.read(area(1, 1, rows, Math.max(1, table.lastColumn())));
  // Whoever laid it out, in whatever language.
  const placeOf = (label: (text: Text) => string): { row: number; column: number } => {
    const labels = new Set(vettingText.each().map(label));
    for (const [at, line] of cells.entries()) {
      const index = line.findIndex((cell) => labels.has(String(cell).trim()));
      if (index >= 0) return { row: at + 1, column: index + 1 };
    }
    throw new InfluError('sheet', VETTING_REFUSAL.lostLabel(table.name(), label(vettingText())));
  };
  const green = placeOf((text) => text.greenTo).column;
  const wide = placeOf((text) => text.redOver).column - green + 1;
  const names = (label: (text: Text) => string): Area => area(placeOf(label).row, green, 1, NAME_CELLS);
  const sizes = placeOf((text) => text.sizes);
  const below = cells.slice(sizes.row).findIndex((line) => typeof line[sizes.column - 1] !== 'number');
  return {
    limits: Object.fromEntries(
      LIMIT_NAMES.map((name) => [name, area(placeOf(({ limits }) => limits[name][0] ?? '').row, green, 1, wide)]),
    ) as Record<LimitName, Area>,
    countries: names((text) => text.countries),
    countriesFound: names((text) => text.countriesFound),
    ownBrands: names((text) => text.ownBrands),
    rivals: names((text) => text.rivals),
    least: area(placeOf((text) => text.leastCreators).row, green, 1, 1),
    sizes: area(sizes.row + 1, sizes.column, below < 0 ? cells.length - sizes.row : below, 3),
  };
}
