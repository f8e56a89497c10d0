// SpreadsheetApp.Range, the host's half.
import { ServiceError } from '../service';
import type { Area } from './a1';
import { sheetById } from './book';
import type { Book } from './book';
import type { Cell } from './cell';
import { clearArea, decorateArea, writeValues } from './cell-write';
import type { ClearedParts } from './cell-write';
import { copyArea } from './copy';
import type { PastedPart } from './copy';
import { change, read, write } from './document-method';
import type { BufferedWrite, DocumentMethod, DocumentMethods, MethodContext, RangeRef } from './document-method';
import { texts } from './exception-text';
import { formatMethods } from './format-property';
import type { FormatProperty } from './format-property';
import { eachCell, isInGrid, mapArea } from './sheet-data';
import type { SheetData } from './sheet-data';
import { automaticPattern } from './number-format';
import { keepRichText, richTextOf } from './rich-text';
import type { RichText } from './rich-text';
import { serialFromInstant } from './serial-date';
import type { ValidationRule } from './validation-rule';
import { assertUntyped } from './write-guard';
import { cellDisplay, cellValue } from './cell-view';

/** The sheet and area of a range object; the user may have deleted the sheet, or rows at its end, since it was made. */
export function locate(book: Book, ref: RangeRef): { sheet: SheetData; area: Area } {
  const sheet = sheetById(book, ref.sheetId);
  const { row, column, rows, columns } = ref;
  const area = { row, column, rows, columns };
  if (!isInGrid(sheet, area)) throw new ServiceError(texts.outsideGrid());
  return { sheet, area };
}

function assertShape(data: unknown[][], { rows, columns }: { rows: number; columns: number }): void {
  if (data.length !== rows) throw new ServiceError(texts.rowMismatch(data.length, rows));
  for (const line of data) {
    if (line.length !== columns) throw new ServiceError(texts.columnMismatch(line.length, columns));
  }
}

function readCells(see: (cell: Cell | undefined, book: Book) => unknown): DocumentMethod {
  return read(({ book }, ref: RangeRef) => {
    const { sheet, area } = locate(book, ref);
    return mapArea(sheet, area, (cell) => see(cell, book));
  });
}

/** One value for all cells of the range. */
const filled = <Value>({ rows, columns }: RangeRef, value: Value): Value[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));

function putValues({ book, actor }: MethodContext, ref: RangeRef, values: unknown[][]): BufferedWrite {
  // The place is looked up when the write is applied: who deletes a row meanwhile moves the target.
  locate(book, ref);
  return (replaced) => {
    const { sheet, area } = locate(book, ref);
    writeValues(book, sheet, area, values, { actor, replaced });
  };
}

const asFormula = (text: unknown): unknown => {
  if (typeof text !== 'string' || text === '') return null;
  return text.startsWith('=') ? text : `=${text}`;
};

function decorated(
  context: MethodContext,
  ref: RangeRef,
  alter: (cell: Cell, down: number, across: number) => void,
  options: { refusesTyped?: boolean } = {},
): BufferedWrite {
  const { book, actor } = context;
  locate(book, ref);
  return () => {
    const { sheet, area } = locate(book, ref);
    if (options.refusesTyped) assertUntyped(sheet, area, actor);
    decorateArea(book, sheet, area, alter, { actor });
  };
}

function writeFormat(property: FormatProperty, shape: 'one' | 'each'): DocumentMethod {
  return write((context, ref: RangeRef, given: unknown) => {
    const values = shape === 'one' ? filled(ref, given) : (given as unknown[][]);
    if (shape === 'each') assertShape(values, ref);
    const alter = (cell: Cell, down: number, across: number) => {
      const value = values[down]?.[across] ?? null;
      // Whether a blank pattern resets is not recorded: the emulator takes the answer that leaves an old pattern standing.
      if (property === 'numberFormat' && value === '') return;
      const { [property]: _old, ...rest } = cell.format ?? {};
      if (value === null) cell.format = rest;
      else cell.format = { ...rest, [property]: value };
      if (Object.keys(cell.format).length === 0) delete cell.format;
    };
    return decorated(context, ref, alter, { refusesTyped: property === 'numberFormat' });
  });
}

const formatTable: DocumentMethods = Object.fromEntries(
  formatMethods.flatMap(({ property, one, many }) => [
    [`set${one}`, writeFormat(property, 'one')],
    [`set${many}`, writeFormat(property, 'each')],
  ]),
);

function setOrDelete<Key extends 'note' | 'validation'>(cell: Cell, key: Key, value: Cell[Key] | null): void {
  if (value === null || value === undefined || value === '') delete cell[key];
  else cell[key] = value;
}

/** Dates in a rule are compared as serial numbers. */
const storedRule = (book: Book, rule: ValidationRule | null): ValidationRule | null =>
  rule && {
    ...rule,
    values: rule.values.map((value) =>
      value instanceof Date ? serialFromInstant(value.getTime(), book.timeZone) : value,
    ),
  };

export const rangeMethods: DocumentMethods = {
  getValues: readCells((cell, book) => (cell?.image ? { image: cell.image } : cellValue(book, cell))),
  getDisplayValues: readCells((cell) => cellDisplay(cell)),
  getFormulas: readCells((cell) => cell?.formula ?? ''),
  getDataValidations: readCells((cell) => cell?.validation ?? null),
  getRichTextValues: readCells((cell) => richTextOf(cellDisplay(cell), cell)),
  getNumberFormats: readCells((cell) => cell?.format?.numberFormat ?? automaticPattern),
  getFontWeights: readCells((cell) => cell?.format?.fontWeight ?? 'normal'),
  ...formatTable,

  setValues: write((context, ref: RangeRef, values: unknown[][]) => {
    assertShape(values, ref);
    return putValues(context, ref, values);
  }),
  setValue: write((context, ref: RangeRef, value: unknown) => putValues(context, ref, filled(ref, value))),
  setFormulas: write((context, ref: RangeRef, formulas: unknown[][]) => {
    assertShape(formulas, ref);
    return putValues(
      context,
      ref,
      formulas.map((line) => line.map(asFormula)),
    );
  }),
  setFormula: write((context, ref: RangeRef, formula: unknown) =>
    putValues(context, ref, filled(ref, asFormula(formula))),
  ),
  /**
   * TextFinder.replaceAllWith where it matches formula text: one operation of the server, wherever the formulas stand then.
   * Formulas stay formulas (recorded: tanaikech, Automatic Recalculation of Custom Function on Spreadsheet, part 2, 2019).
   */
  replaceInFormulas: change((context, ref: RangeRef, source: string, flags: string, replacement: string) => {
    const { book, actor } = context;
    const { sheet, area } = locate(book, ref);
    const found: { row: number; column: number; text: string }[] = [];
    let count = 0;
    eachCell(sheet, area, ({ formula }, row, column) => {
      const text = (formula ?? '').replace(new RegExp(source, flags), () => {
        count += 1;
        return replacement;
      });
      if (formula !== undefined && text !== formula) found.push({ row, column, text });
    });
    for (const { row, column, text } of found)
      writeValues(book, sheet, { row, column, rows: 1, columns: 1 }, [[text]], { actor, replaced: new Map() });
    return count;
  }),
  setNote: write((context, ref: RangeRef, note: string | null) =>
    decorated(context, ref, (cell) => setOrDelete(cell, 'note', note)),
  ),
  setRichTextValues: write((context, ref: RangeRef, texts_: RichText[][]) => {
    assertShape(texts_, ref);
    const asText = texts_.map((line) => line.map(({ text }) => (text === '' ? null : `'${text}`)));
    const put = putValues(context, ref, asText);
    const dress = decorated(context, ref, (cell, down, across) => {
      const rich = texts_[down]?.[across];
      if (rich) keepRichText(cell, rich);
    });
    return (replaced) => {
      put(replaced);
      dress(replaced);
    };
  }),
  setDataValidation: write((context, ref: RangeRef, rule: ValidationRule | null) => {
    const stored = storedRule(context.book, rule);
    return decorated(context, ref, (cell) => setOrDelete(cell, 'validation', stored), { refusesTyped: true });
  }),
  clear: write(({ book, actor }, ref: RangeRef, parts: ClearedParts) => {
    locate(book, ref);
    return (replaced) => {
      const { sheet, area } = locate(book, ref);
      if (parts.format || parts.validations) assertUntyped(sheet, area, actor);
      clearArea(book, sheet, area, parts, { actor, replaced });
    };
  }),
  copyTo: write(({ book, actor }, ref: RangeRef, target: RangeRef, part?: PastedPart) => {
    locate(book, ref);
    locate(book, target);
    return () => copyArea(book, locate(book, ref), locate(book, target), actor, part);
  }),
};
