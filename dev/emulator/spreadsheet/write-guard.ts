// What refuses a write: protections, typed columns, validation, the 50,000 characters of a cell.
import { SPREADSHEET } from '../limits';
import { ServiceError } from '../service';
import { contains, overlap } from './a1';
import type { Area } from './a1';
import type { Book } from './book';
import type { Scalar } from './cell';
import { addressText } from './cell-snapshot';
import { texts } from './exception-text';
import type { Protection, SheetData, Table } from './sheet-data';
import type { Entry } from './typed-entry';
import { breaksRule } from './validation-rule';
import type { ValidationRule } from './validation-rule';

/** Who writes; null is the test or the page, whom nothing stops. */
export type Actor = { user: string } | null;

function isLockedFor(book: Book, protection: Protection, user: string): boolean {
  if (protection.warningOnly || !protection.editors || user === book.owner) return false;
  return !protection.editors.includes(user);
}

function covers(protection: Protection, area: Area): boolean {
  if (protection.area) return overlap(protection.area, area) !== null;
  return !protection.unprotected.some((open) => contains(open, area));
}

export function isProtected(book: Book, sheet: SheetData, area: Area, user: string): boolean {
  return sheet.protections.some((each) => isLockedFor(book, each, user) && covers(each, area));
}

export function assertUnprotected(book: Book, sheet: SheetData, area: Area, actor: Actor): void {
  if (actor && isProtected(book, sheet, area, actor.user)) throw new ServiceError(texts.protectedCell());
}

type ColumnType = Table['columnTypes'][number];

/** The type of the table column a cell lies in; headers and untyped columns have none. */
function columnTypeAt(sheet: SheetData, row: number, column: number): ColumnType {
  for (const { area, columnTypes } of sheet.tables) {
    const isBody = row > area.row && row < area.row + area.rows;
    if (isBody && column >= area.column && column < area.column + area.columns) {
      return columnTypes[column - area.column] ?? 'none';
    }
  }
  return 'none';
}

/** Formats and validations are fixed by the type of the column. */
export function assertUntyped(sheet: SheetData, area: Area, actor: Actor): void {
  if (!actor) return;
  for (const table of sheet.tables) {
    const shared = overlap({ ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 }, area);
    if (!shared) continue;
    for (let column = shared.column; column < shared.column + shared.columns; column += 1) {
      if (columnTypeAt(sheet, shared.row, column) !== 'none') throw new ServiceError(texts.typedColumn());
    }
  }
}

const acceptedTypes: Partial<Record<ColumnType, string>> = { number: 'number', date: 'number', checkbox: 'boolean' };

/** Which writes beyond formats a typed column refuses is reported only roughly; the emulator refuses another type. */
function breaksColumnType(type: ColumnType, value: Scalar): boolean {
  const accepted = acceptedTypes[type];
  return value !== null && accepted !== undefined && typeof value !== accepted;
}

export function assertEntry(
  sheet: SheetData,
  position: { row: number; column: number },
  entry: Entry,
  rule: ValidationRule | undefined,
  actor: Actor,
): void {
  const text = entry.formula ?? (typeof entry.value === 'string' ? entry.value : '');
  if (text.length > SPREADSHEET.maxCellCharacters) throw new ServiceError(texts.cellTooLong());
  if (!actor || entry.formula !== undefined) return;
  const { row, column } = position;
  if (breaksColumnType(columnTypeAt(sheet, row, column), entry.value)) throw new ServiceError(texts.typedColumn());
  if (rule && breaksRule(entry.value, rule)) throw new ServiceError(texts.breaksValidation(addressText(row, column)));
}
