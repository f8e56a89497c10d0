/** A block of cells; rows and columns count from 1. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** What can be read from and written to a sheet: numbers, texts, booleans and dates; a blank cell is `''`. */
export type CellValue = string | number | boolean | Date;

/** Describes a sheet that is laid out in one go: cells, looks and native charts. */
export interface Page {
  name: string;
  /**
   * The block at A1, rows of equal length. A text that begins with `=` is a formula. Its arguments are separated by `;`,
   * which every locale accepts, and it has no decimal literals, which locales write differently. Texts from outside were
   * made safe before.
   */
  cells: CellValue[][];
  /** Pixels by column, from the first; undefined leaves Sheets' own. */
  widths?: readonly (number | undefined)[];
  /** Later ones win. Each part of them costs a call, however many looks and areas there are. */
  looks?: readonly CellLook[];
  /** Pixels by row; neighbours of one height are one call. */
  heights?: ReadonlyMap<number, number>;
  merges?: readonly Area[];
  charts?: readonly ChartSpec[];
  /** Columns that are grouped and collapsed: one click opens them. Charts show what is in them all the same. */
  folded?: { column: number; columns: number };
  /** Cells with a box to tick; what they hold is true or false. */
  checkboxes?: readonly Area[];
  /** Cells with a list to choose from. Another text is flagged and stays. */
  choices?: readonly { area: Area; values: readonly string[] }[];
  /** Cells that change colour while they hold a text. */
  lights?: readonly { area: Area; text: string; fill: string; color: string }[];
  frozenRows?: number;
  frozenColumns?: number;
  /** Without the lines between cells, as a report is printed. */
  hidesGrid?: boolean;
}

/** How cells look; what is left out stays as it is. Colours are `#rrggbb`. */
export interface CellLook {
  areas: readonly Area[];
  bold?: boolean;
  /** In points. */
  size?: number;
  color?: string;
  fill?: string;
  /** A number format of Sheets. */
  format?: string;
  align?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'middle' | 'bottom';
  wraps?: boolean;
}

/** A native chart over cells of its own sheet, so that it can be copied to Slides. */
export interface ChartSpec {
  type: 'AREA' | 'BAR' | 'COLUMN' | 'COMBO' | 'LINE' | 'PIE' | 'SCATTER';
  /** Side by side: the first column names, the others are series. */
  ranges: readonly Area[];
  /** Rows at the top of the ranges that name the series. */
  headers: number;
  /** The cell under its upper left corner, counted from 1. */
  row: number;
  column: number;
  /** Pixels. */
  width: number;
  height: number;
  /** Google's own names, for example `hAxis.format`. */
  options: Readonly<Record<string, unknown>>;
}
