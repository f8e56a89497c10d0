import type { Page } from '../../core/page';
import type { CellValue, Table, Workbook } from '../../core/ports';
import { clientText } from '../../schema/sheet-text';
import { PICTURE_COLUMN_PX, rowLook, widthFor } from '../../sheet/column-width';
import { area } from '../../sheet/grid';
import { INK, LINE } from '../../sheet/house-style';
import { safeText } from '../../sheet/safe-text';

/** What goes into the client's sheet: a column each, then a decision and a comment, which stay blank. */
export interface ClientPage {
  columns: readonly { header: string; isPicture: boolean }[];
  rows: readonly CellValue[][];
  /** Number formats of these: a fee may be in dollars and the next one in pounds. */
  formats: readonly string[][];
}

/** Cells a write; a call takes some seconds then. */
const CELLS_A_BLOCK = 20_000;
const DECISION_PX = 110;
const COMMENT_PX = 280;

const LEAST_PX = 84;
/** What is longer wraps: an address that ran on would stand where the client decides. */
const MOST_PX = 340;
/** Whatever their currency. */
const FIGURES_PX = 120;
const CHARACTER_PX = 7;
const PADDING_PX = 16;

const isFigure = (value: CellValue): boolean => typeof value === 'number' || value instanceof Date;
const isOfFigures = (values: readonly CellValue[]): boolean =>
  values.some(isFigure) && values.every((value) => value === '' || isFigure(value));

/** As its longest text, within reason. */
function widthOf(header: string, values: readonly CellValue[]): number {
  if (isOfFigures(values)) return widthFor(header, FIGURES_PX);
  const longest = values.reduce<number>((most, value) => Math.max(most, isFigure(value) ? 0 : String(value).length), 0);
  return widthFor(header, Math.min(MOST_PX, Math.max(LEAST_PX, longest * CHARACTER_PX + PADDING_PX)));
}

/** In the order of the decisions: approved, declined, maybe. */
const LIGHTS = [
  { fill: '#d9ead3', color: '#1e4620' },
  { fill: '#f4cccc', color: '#7a1c16' },
  { fill: '#fff2cc', color: '#6b4a00' },
] as const;

/** The sheet under a name that says that it isn't finished: what is killed halfway is not taken for whole. */
export function layClientPage(workbook: Workbook, name: string, { columns, rows, formats }: ClientPage): Table {
  const says = clientText();
  const headers = [...columns.map(({ header }) => header), says.decision, says.comment];
  const cellsOf = columns.map((_, at) => rows.map((row) => row[at] ?? ''));
  const widths = columns.map(({ header, isPicture }, at) =>
    isPicture ? PICTURE_COLUMN_PX : widthOf(header, cellsOf[at] ?? []),
  );
  const figures = cellsOf.flatMap((values, at) => (isOfFigures(values) ? [area(1, at + 1, 1, 1)] : []));
  const long = widths.flatMap((px, at) => (px >= MOST_PX ? [area(2, at + 1, rows.length, 1)] : []));
  const creator = columns.findIndex(({ header }) => header === says.creator) + 1;
  const page: Page = {
    name,
    cells: [headers.map(safeText)],
    widths: [...widths, DECISION_PX, COMMENT_PX],
    looks: [
      { areas: [area(1, 1, 1, headers.length)], bold: true, color: INK, fill: LINE, wraps: true, vertical: 'middle' },
      { areas: figures, align: 'right' },
    ],
    frozenRows: 1,
    // Beside several pictures it would take the room of all others.
    ...(creator <= 2 && { frozenColumns: creator }),
  };
  const table = workbook.createPage(page);
  const look = rowLook(columns.some(({ isPicture }) => isPicture));
  const step = Math.max(1, Math.floor(CELLS_A_BLOCK / headers.length));
  for (let at = 0; at < rows.length; at += step) {
    table.append(rows.slice(at, at + step), { ...look, cellFormats: formats.slice(at, at + step) }, at + 1);
    workbook.flush();
  }
  const [decision, comment] = [columns.length + 1, columns.length + 2];
  const answers = area(2, decision, rows.length, 1);
  table.addRules({
    choices: [{ area: answers, values: says.decisions }],
    lights: LIGHTS.map((light, at) => ({ area: answers, text: says.decisions[at] ?? '', ...light })),
  });
  table.dress([{ areas: [...long, area(2, comment, rows.length, 1)], wraps: true }], new Map());
  table.warnOutside([area(2, decision, rows.length, 2)], says.protection);
  return table;
}
