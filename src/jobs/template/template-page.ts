import type { Area, CellLook, CellValue, Page } from '../../core/page';
import { columnLetters } from '../../core/text';
import { PLATFORMS } from '../../schema/platform';
import { widthFor, widthForWords } from '../../sheet/column-width';
import { area, Grid } from '../../sheet/grid';
import { INK, LINE, PAPER, QUIET } from '../../sheet/house-style';

/** How formulas of a template name its cells: rows are counted from the first of the table. */
export interface Refs {
  /** The cell of a column in this row: `$C7`. */
  cell: (column: string) => string;
  /** All of a column, also rows that are added: `$C$7:$C`. */
  all: (column: string) => string;
  /** A cell above the table: `$A$4`; `label` is the one over it. */
  head: (name: string) => string;
  label: (name: string) => string;
}
type Formula = (refs: Refs) => string;

/** A pair of cells above the table: a label and what it names, or two inputs. */
export interface Head {
  name: string;
  label: CellValue;
  value: CellValue | Formula;
  format?: string;
  labelFormat?: string;
  /** What a person fills in or ticks. `inputs`: the label as well. */
  kind?: 'input' | 'inputs' | 'tick' | 'labels';
}

export interface TemplateColumn {
  name: string;
  header: string;
  width?: number;
  format?: string;
  formula?: Formula;
  choices?: readonly string[];
  align?: 'left' | 'right';
  wraps?: boolean;
  /** Colours by what a cell says. */
  lights?: readonly { text: string; fill: string; color: string }[];
  /** What the column is to a tool, wherever it is moved. */
  mark?: string;
  /** Folded away, with those beside it that are. */
  isFolded?: true;
}

export interface Template {
  title: string;
  hint: string;
  heads: readonly (Head | undefined)[];
  columns: readonly TemplateColumn[];
  /** Values by the names of columns. */
  examples: readonly Readonly<Record<string, CellValue>>[];
  /** Rows with formulas: examples, and as many as a list usually has. */
  rows?: number;
}

const HINT_ROW = 2;
const LABEL_ROW = 3;
const VALUE_ROW = 4;
/** A low blank row: where selections are read, a table begins below one. */
const GAP_ROW = 5;
export const HEADER_ROW = 6;
const FIRST_ROW = HEADER_ROW + 1;
const USUAL_ROWS = 40;
/** Pixels of rows that hold more than a line of usual size. */
const HEIGHTS = new Map([
  [1, 32],
  [LABEL_ROW, 34],
  [GAP_ROW, 8],
  [HEADER_ROW, 36],
]);

export const platformChoices = (): string[] => Object.values(PLATFORMS).map(({ label }) => label);

const letters = (names: readonly (string | undefined)[], name: string): string => {
  const at = names.indexOf(name);
  if (at < 0) throw new Error(`The template has no ${name}.`);
  return columnLetters(at + 1);
};

/** What a template looks like: title, hint, a row of figures and inputs, a frozen header, and rows with formulas in place. */
export function templatePage(template: Template): Omit<Page, 'name'> {
  const { title, hint, heads, columns, examples, rows = USUAL_ROWS } = template;
  /** A column of the table, counted from 0, below its header. */
  const down = (at: number): Area => area(FIRST_ROW, at + 1, rows, 1);
  const columnOf = (name: string): string =>
    letters(
      columns.map((column) => column.name),
      name,
    );
  const headOf = (name: string): string =>
    letters(
      heads.map((head) => head?.name),
      name,
    );
  const refsAt = (row: number): Refs => ({
    cell: (name) => `$${columnOf(name)}${row}`,
    all: (name) => `$${columnOf(name)}$${FIRST_ROW}:$${columnOf(name)}`,
    head: (name) => `$${headOf(name)}$${VALUE_ROW}`,
    label: (name) => `$${headOf(name)}$${LABEL_ROW}`,
  });

  const grid = new Grid();
  grid.put(1, 1, title);
  grid.put(HINT_ROW, 1, hint);
  const looks: CellLook[] = [];
  const headed = heads.flatMap((head, index) => (head ? [{ ...head, column: index + 1 }] : []));
  for (const { column, label, value, format, labelFormat = format, kind } of headed) {
    grid.put(LABEL_ROW, column, label);
    grid.put(VALUE_ROW, column, typeof value === 'function' ? `=${value(refsAt(FIRST_ROW))}` : value);
    const [top, cell] = [area(LABEL_ROW, column, 1, 1), area(VALUE_ROW, column, 1, 1)];
    const hasLabel = kind !== 'inputs';
    looks.push(
      hasLabel
        ? { areas: [top], color: QUIET, size: 9, wraps: true, vertical: 'bottom' }
        : { areas: [top], fill: PAPER },
      kind === 'labels' ? { areas: [cell], color: QUIET, size: 9 } : { areas: [cell], color: INK, bold: true },
    );
    if (!hasLabel && labelFormat !== undefined)
      looks.push({ areas: [top], format: labelFormat, color: INK, bold: true });
    if (format !== undefined) looks.push({ areas: [cell], format });
    if (kind === 'input' || kind === 'inputs' || kind === 'tick') looks.push({ areas: [cell], fill: PAPER });
    looks.push({ areas: kind === 'inputs' ? [top, cell] : [cell], align: kind === 'inputs' ? 'right' : 'left' });
  }

  grid.put(HEADER_ROW, 1, ...columns.map(({ header }) => header));
  for (let index = 0; index < rows; index++) {
    const row = FIRST_ROW + index;
    columns.forEach(({ name, formula }, at) => {
      const value = examples[index]?.[name] ?? (formula ? `=${formula(refsAt(row))}` : '');
      if (value !== '') grid.put(row, at + 1, value);
    });
  }
  columns.forEach(({ format, align, wraps }, at) => {
    if (format !== undefined) looks.push({ areas: [down(at)], format });
    const side = align ?? (format === undefined ? 'left' : 'right');
    looks.push({ areas: [{ ...down(at), row: HEADER_ROW, rows: rows + 1 }], align: side });
    if (wraps === true) looks.push({ areas: [down(at)], wraps });
  });

  const folded = columns.flatMap(({ isFolded }, at) => (isFolded ? [at + 1] : []));
  return {
    cells: grid.cells(),
    widths: columns.map(({ header, width }) => (width === undefined ? widthFor(header) : widthForWords(header, width))),
    heights: HEIGHTS,
    looks: [
      { areas: [area(1, 1, 1, 1)], size: 18, bold: true, color: INK, vertical: 'middle' },
      { areas: [area(HINT_ROW, 1, 1, 1)], color: QUIET },
      ...looks,
      {
        areas: [area(HEADER_ROW, 1, 1, columns.length)],
        bold: true,
        color: INK,
        fill: LINE,
        wraps: true,
        vertical: 'middle',
      },
    ],
    checkboxes: headed.flatMap(({ kind, column }) => (kind === 'tick' ? [area(VALUE_ROW, column, 1, 1)] : [])),
    choices: columns.flatMap(({ choices }, at) => (choices ? [{ area: down(at), values: choices }] : [])),
    lights: columns.flatMap(({ lights = [] }, at) => lights.map((each) => ({ ...each, area: down(at) }))),
    frozenRows: HEADER_ROW,
    ...(folded.length > 0 ? { folded: { column: Math.min(...folded), columns: folded.length } } : {}),
  };
}

/** The columns by what they are to a tool. */
export const templateMarks = ({ columns }: Template): Map<string, number> =>
  new Map(columns.flatMap(({ mark }, at) => (mark === undefined ? [] : [[mark, at + 1] as const])));
