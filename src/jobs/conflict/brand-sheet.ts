import { badInput } from '../../core/error';
import type { Page } from '../../core/page';
import type { Table, Tools, Workbook } from '../../core/ports';
import { brandOf, type Brand } from '../../schema/brand';
import { conflictText } from '../../schema/sheet-text';
import { CONFLICT_REFUSAL } from '../../schema/said-text';
import { area } from '../../sheet/grid';
import { INK, LINE, QUIET } from '../../sheet/house-style';
import { freeName } from '../run/sheet-name';

/** What the sheet of brands remembers: that it is it. */
const MEMO = JSON.stringify({ version: 1, kind: 'brands' });
const HEADER_ROW = 5;
const ROWS = 50;
const MOST_BRANDS = 30;
/** Further down nobody looks for brands. */
const MOST_ROWS = 500;

const HEADERS = ['brand', 'countsAs', 'whose'] as const;

const page = (says: ReturnType<typeof conflictText>): Omit<Page, 'name'> => ({
  cells: [
    [says.brandsTitle, '', ''],
    [says.brandsHint, '', ''],
    [says.brandsSigns, '', ''],
    ['', '', ''],
    HEADERS.map((name) => says[name]),
  ],
  widths: [180, 420, 120],
  looks: [
    { areas: [area(1, 1, 1, 3)], size: 18, bold: true, color: INK },
    { areas: [area(2, 1, 2, 3)], color: QUIET },
    { areas: [area(HEADER_ROW, 1, 1, 3)], bold: true, color: INK, fill: LINE },
    // What is typed stays a text: `+1`, `7/11`.
    { areas: [area(HEADER_ROW + 1, 1, ROWS, 2)], format: '@' },
  ],
  choices: [{ area: area(HEADER_ROW + 1, 3, ROWS, 1), values: [says.competitor, says.yours] }],
  heights: new Map([[1, 32]]),
  frozenRows: HEADER_ROW,
});

export const brandSheet = (workbook: Workbook): Table | undefined =>
  workbook.memos().find(({ text }) => text === MEMO)?.table;

/** Makes the sheet to type brands into, or shows the one that is there. Free. */
export function openBrandSheet({ workbook }: Tools): { sheet: string } {
  const before = brandSheet(workbook);
  // Killed in the middle, it was left blank.
  const isBlank = before === undefined || before.lastRow() === 0;
  const name = before?.name() ?? freeName(workbook, [conflictText().brandsTitle]);
  const table = isBlank ? workbook.createPage({ ...page(conflictText()), name }, MEMO) : before;
  workbook.flush();
  table.show();
  table.select(area(HEADER_ROW + 1, 1, 1, 1));
  return { sheet: table.name() };
}

/** The brands that a person has typed, in their order. Throws `badInput` with what is to be done first. */
export function readBrands(workbook: Workbook): { sheet: string; brands: Brand[] } {
  const table = brandSheet(workbook);
  if (!table) throw badInput(CONFLICT_REFUSAL.noBrandsSheet);
  const sheet = table.name();
  const rows = Math.min(MOST_ROWS, table.lastRow());
  const cells = rows === 0 ? [] : table.read(area(1, 1, rows, Math.max(1, table.lastColumn())));
  const texts = cells.map((row) => row.map((cell) => String(cell).trim()));
  // Whoever made it, in whatever language.
  const columnIn = (row: readonly string[], name: (typeof HEADERS)[number]): number =>
    row.findIndex((text) => conflictText.each().some((says) => says[name] === text));
  const top = texts.findIndex((row) => columnIn(row, 'brand') >= 0);
  const headers = texts[top] ?? [];
  for (const name of HEADERS)
    if (columnIn(headers, name) < 0) throw badInput(CONFLICT_REFUSAL.noHeader(sheet, conflictText()[name]));
  const [brand = 0, countsAs = 0, whose = 0] = HEADERS.map((name) => columnIn(headers, name));
  const brands = texts
    .slice(top + 1)
    .flatMap((row) => brandOf(row[brand] ?? '', row[countsAs] ?? '', isOwn(row[whose] ?? '')) ?? []);
  if (brands.length > MOST_BRANDS) throw badInput(CONFLICT_REFUSAL.tooManyBrands(MOST_BRANDS));
  return { sheet, brands };
}

const isOwn = (text: string): boolean => /^(yours?|ours?|own|mine|eigene[rs]?|unsere?|meine?)\b/i.test(text);
