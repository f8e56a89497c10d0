// What one cell holds.
import type { KeptRichText } from './rich-text';
import type { ValidationRule } from './validation-rule';

/** null is blank. A date is its serial number under a date pattern, as in Sheets. */
export type Scalar = number | string | boolean | null;

/** An error as the cell shows it, and the sentence in its note. */
export interface CellError {
  display: string;
  note: string;
}

/** Formats are shared between cells and never changed in place. */
export interface CellFormat {
  readonly numberFormat?: string;
  readonly background?: string;
  readonly fontColor?: string;
  readonly fontFamily?: string;
  readonly fontSize?: number;
  readonly fontWeight?: string;
  readonly fontStyle?: string;
  readonly fontLine?: string;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrapStrategy?: string;
  readonly textRotation?: number;
  readonly border?: Readonly<Record<string, unknown>>;
}

/** An image as the cell's value (reference, CellImage). */
export interface CellImageData {
  sourceUrl: string;
  altTextTitle: string;
  altTextDescription: string;
}

export interface Cell extends KeptRichText {
  value: Scalar;
  /** Instead of a value. */
  image?: CellImageData;
  /** With its leading `=`, in the spreadsheet's locale. */
  formula?: string;
  error?: CellError;
  /** Typed with a leading apostrophe: text whatever it looks like. The mark is not part of the value. */
  textMark?: true;
  /** Set while a custom function of this cell has not answered: Sheets shows "Loading...". */
  loading?: true;
  /** The formula has to be evaluated at the next recalculation. */
  stale?: true;
  /** This value was spilled here by the formula of that cell. */
  spilledFrom?: Cell;
  /** This formula filled other cells. */
  hasSpill?: true;
  note?: string;
  format?: CellFormat;
  validation?: ValidationRule;
}

/** The text a loading cell shows and getValue returns. Source: developers.google.com/apps-script/guides/sheets/functions */
export const loadingText = 'Loading...';

/** Nothing left worth keeping the object for. */
export function isBare(cell: Cell): boolean {
  return (
    !hasContent(cell) &&
    cell.note === undefined &&
    cell.format === undefined &&
    cell.validation === undefined &&
    cell.link === undefined &&
    cell.runs === undefined
  );
}

/** Counts for getLastRow, getDataRange and a spill in its way: an empty string does, a format does not. */
export function hasContent(cell: Cell | undefined): boolean {
  return (
    cell !== undefined &&
    (cell.value !== null ||
      cell.formula !== undefined ||
      cell.error !== undefined ||
      cell.image !== undefined ||
      !!cell.loading)
  );
}
