/** Values between Univer's formula engine and a custom function: what Sheets passes, what Sheets shows. */
import type { Nullable } from '@univerjs/core';
import { numfmt } from '@univerjs/core';
import type { BaseValueObject, ErrorType, FunctionVariantType } from '@univerjs/preset-sheets-core';
import {
  ArrayValueObject,
  BooleanValueObject,
  ERROR_TYPE_SET,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/preset-sheets-core';
import type { CellError } from '../../emulator/spreadsheet/cell';
import { instantFromSerial, serialFromInstant } from '../../emulator/spreadsheet/serial-date';

/** What Sheets shows while a custom function runs. The engine takes it for an error, so that it travels to dependents. */
export const loadingText = 'Loading...' as ErrorType;
ERROR_TYPE_SET.add(loadingText);

const datePattern = 'yyyy-mm-dd';
const instantPattern = 'yyyy-mm-dd hh:mm:ss';

export type Argument = number | string | boolean | Date;

/** Thrown for an argument that is an error (or still loading): the function is not called, the cell shows the same. */
class ArgumentError extends Error {
  readonly errorType: ErrorType;
  constructor(errorType: ErrorType) {
    super(errorType);
    this.errorType = errorType;
  }
}

/** What a function throws would leave every later formula empty, so it becomes an error of its cell. */
export function calculated(work: () => BaseValueObject): BaseValueObject {
  try {
    return work();
  } catch (error) {
    return ErrorValueObject.create(error instanceof ArgumentError ? error.errorType : ('#ERROR!' as ErrorType));
  }
}

function scalar(value: Nullable<BaseValueObject>, timeZone: string, isAlone: boolean): Argument {
  if (!value || value.isNull()) return '';
  if (value.isError()) {
    const errorType = (value as ErrorValueObject).getErrorType();
    if (isAlone || errorType === loadingText) throw new ArgumentError(errorType);
    return errorType;
  }
  const plain = value.getValue();
  const pattern = value.getPattern();
  const isDate = typeof plain === 'number' && pattern !== '' && numfmt.getFormatInfo(pattern).isDate;
  return isDate ? new Date(instantFromSerial(plain, timeZone)) : (plain as Argument);
}

/** A cell or a 1 x 1 range is a scalar, a range rows of scalars, a blank ''. */
export function toArgument(variant: FunctionVariantType, timeZone: string): Argument | Argument[][] {
  if (!variant.isArray()) return scalar(variant as BaseValueObject, timeZone, true);
  const array = variant as ArrayValueObject;
  const isAlone = array.getRowCount() === 1 && array.getColumnCount() === 1;
  const rows: Argument[][] = Array.from({ length: array.getRowCount() }, () => []);
  const { startRow } = array.getRangePosition();
  array.iterator((value, row) => {
    rows[row - startRow]?.push(scalar(value, timeZone, isAlone));
  });
  return isAlone ? (rows[0]?.[0] ?? '') : rows;
}

function toCellValue(value: unknown, timeZone: string): BaseValueObject {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create('#NUM!' as ErrorType);
  }
  if (typeof value === 'object' && value !== null && 'error' in value) {
    return ErrorValueObject.create((value as { error: CellError }).error.display as ErrorType);
  }
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (value instanceof Date) {
    const serial = serialFromInstant(value.getTime(), timeZone);
    return NumberValueObject.create(serial, Number.isInteger(serial) ? datePattern : instantPattern);
  }
  // Never through the engine's own factory, which makes numbers of texts that look like numbers.
  return StringValueObject.create(value === null || value === undefined ? '' : String(value));
}

export function toResult(value: unknown, timeZone: string): BaseValueObject {
  if (!Array.isArray(value)) return toCellValue(value, timeZone);
  const rows = value.map((row): unknown[] => (Array.isArray(row) ? row : [row]));
  const columnCount = Math.max(1, ...rows.map(({ length }) => length));
  const cells = (rows.length > 0 ? rows : [['']]).map((row) =>
    Array.from({ length: columnCount }, (_, column) => toCellValue(row[column], timeZone)),
  );
  if (cells.length === 1 && columnCount === 1 && cells[0]?.[0]) return cells[0][0];
  return ArrayValueObject.create({
    calculateValueList: cells,
    rowCount: cells.length,
    columnCount,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}
