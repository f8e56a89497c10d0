// How a cell looks from outside: to getValue, to a person, to a custom function.
import type { Book } from './book';
import type { Cell, CellError, CellFormat, CellImageData, Scalar } from './cell';
import { loadingText } from './cell';
import { displayText, isDatePattern } from './number-format';
import { instantFromSerial } from './serial-date';
import type { ValidationRule } from './validation-rule';

/** A cell as a person sees it. A date's value is a Date. */
export interface CellView {
  value: Exclude<Scalar, null> | Date | '';
  /** '' without one. */
  formula: string;
  display: string;
  note: string;
  /** The error the cell shows; its sentence is what Sheets puts in the note that pops up. */
  error: CellError | null;
  format: CellFormat;
  validation: ValidationRule | null;
  link: string | null;
  image: CellImageData | null;
  isSpilled: boolean;
}

/** What getValue returns. */
export function cellValue(book: Book, cell: Cell | undefined): CellView['value'] {
  if (!cell) return '';
  if (cell.loading) return loadingText;
  if (cell.error) return cell.error.display;
  if (cell.value === null) return '';
  if (typeof cell.value === 'number' && isDatePattern(cell.format?.numberFormat)) {
    return new Date(instantFromSerial(cell.value, book.timeZone));
  }
  return cell.value;
}

/** What getDisplayValue returns. */
export function cellDisplay(cell: Cell | undefined): string {
  if (!cell) return '';
  if (cell.loading) return loadingText;
  return cell.error?.display ?? displayText(cell.value, cell.format?.numberFormat);
}

export function cellView(book: Book, cell: Cell | undefined): CellView {
  return {
    value: cellValue(book, cell),
    formula: cell?.formula ?? '',
    display: cellDisplay(cell),
    note: cell?.note ?? '',
    error: cell?.error ?? null,
    format: cell?.format ?? {},
    validation: cell?.validation ?? null,
    link: cell?.link ?? null,
    image: cell?.image ?? null,
    isSpilled: cell?.spilledFrom !== undefined,
  };
}
