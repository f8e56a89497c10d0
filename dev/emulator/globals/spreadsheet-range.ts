// SpreadsheetApp.Range: coordinates that stay as they were, whatever happens to the sheet.
// Long because the class of the host is: one method of the reference a paragraph, nothing decided here.
import { formatA1 } from '../spreadsheet/a1';
import type { CellImageData } from '../spreadsheet/cell';
import type { ClearedParts } from '../spreadsheet/cell-write';
import { formatMethods } from '../spreadsheet/format-property';
import type { RichText } from '../spreadsheet/rich-text';
import type { ValidationRule } from '../spreadsheet/validation-rule';
import { checkSignature } from './signature';
import { createCellImage, ScriptCellImage } from './spreadsheet-cell-image';
import { readMetadataArguments } from './spreadsheet-metadata';
import { createFilter } from './spreadsheet-filter';
import { ask, createRange, createSheet, nameOf, refOf, register } from './spreadsheet-host';
import type { RangeRef } from './spreadsheet-host';
import { createRichText, richOf } from './spreadsheet-rich-text';
import { createTextFinder } from './spreadsheet-text-finder';
import { createValidation, ruleOf } from './spreadsheet-validation';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

type FormatNames =
  | 'Background'
  | 'Backgrounds'
  | 'FontColor'
  | 'FontColors'
  | 'FontSize'
  | 'FontSizes'
  | 'FontWeight'
  | 'FontWeights'
  | 'HorizontalAlignment'
  | 'HorizontalAlignments'
  | 'VerticalAlignment'
  | 'VerticalAlignments'
  | 'NumberFormat'
  | 'NumberFormats';

/** Made from the table of format-property.ts. */
type FormatMethods = Pick<Range, `set${FormatNames}`>;

const single = <Value>(values: Value[][]): Value => values[0]?.[0] as Value;

const scriptValue = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'image' in value
    ? createCellImage(value.image as CellImageData)
    : value;

function grid(method: string, values: unknown): unknown[][] {
  const isGrid = Array.isArray(values) && values.every((line) => Array.isArray(line));
  if (!isGrid) checkSignature(`SpreadsheetApp.Range.${method}`, [values], 2);
  return values as unknown[][];
}

/** An object as a value has no meaning in a cell; what Sheets stores then is its text. */
const cellText = (value: unknown): unknown =>
  value instanceof ScriptCellImage ? { image: value.data } : objectText(value);

const objectText = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && Object.prototype.toString.call(value) !== '[object Date]'
    ? String(value)
    : value;

// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- the loop below the class adds them
interface ScriptRange extends FormatMethods {}

// oxlint-disable-next-line typescript/no-unsafe-declaration-merging
class ScriptRange {
  readonly ref: RangeRef;
  constructor(ref: RangeRef) {
    this.ref = ref;
  }

  #self(): Range {
    return this as unknown as Range;
  }
  #write(method: string, ...args: unknown[]): Range {
    ask(`Range.${method}`, this.ref, ...args);
    return this.#self();
  }

  // Where it is
  getRow(): number {
    return this.ref.row;
  }
  getColumn(): number {
    return this.ref.column;
  }
  getLastRow(): number {
    return this.ref.row + this.ref.rows - 1;
  }
  getLastColumn(): number {
    return this.ref.column + this.ref.columns - 1;
  }
  getNumRows(): number {
    return this.ref.rows;
  }
  getNumColumns(): number {
    return this.ref.columns;
  }
  getSheet(): Sheet {
    return createSheet(this.ref.sheetId);
  }
  getA1Notation(): string {
    return this.ref.a1 ?? formatA1(this.ref);
  }
  offset(...args: [rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number]): Range {
    checkSignature('SpreadsheetApp.Range.offset', args, 2, 4);
    const [down, across, rows = this.ref.rows, columns = this.ref.columns] = args;
    return createRange(
      ask('Sheet.getRange', this.ref.sheetId, this.ref.row + down, this.ref.column + across, rows, columns),
    );
  }
  activate(): Range {
    ask('Sheet.setSelection', this.ref.sheetId, [this.ref], null);
    return this.#self();
  }

  /** Within a range that is selected it moves the cursor only; elsewhere it becomes the selection (reference, Range). */
  activateAsCurrentCell(): Range {
    const { row, column } = this.ref;
    const { ranges } = ask<{ ranges: RangeRef[] }>('Sheet.getSelection', this.ref.sheetId);
    const holder = ranges.find(
      (each) =>
        row >= each.row && row < each.row + each.rows && column >= each.column && column < each.column + each.columns,
    );
    // The range that holds it becomes the active one, which is the last.
    const kept = holder ? [...ranges.filter((each) => each !== holder), holder] : [this.ref];
    ask('Sheet.setSelection', this.ref.sheetId, kept, { row, column });
    return this.#self();
  }

  // What is in it
  getValues(): unknown[][] {
    return ask<unknown[][]>('Range.getValues', this.ref).map((line) => line.map(scriptValue));
  }
  getValue(): unknown {
    return scriptValue(single(ask<unknown[][]>('Range.getValues', { ...this.ref, rows: 1, columns: 1 })));
  }
  getDisplayValues(): string[][] {
    return ask('Range.getDisplayValues', this.ref);
  }
  getDisplayValue(): string {
    return single(ask<string[][]>('Range.getDisplayValues', { ...this.ref, rows: 1, columns: 1 }));
  }
  getFormulas(): string[][] {
    return ask('Range.getFormulas', this.ref);
  }
  getFormula(): string {
    return single(ask<string[][]>('Range.getFormulas', { ...this.ref, rows: 1, columns: 1 }));
  }
  setValues(...args: [values: unknown[][]]): Range {
    checkSignature('SpreadsheetApp.Range.setValues', args, 1);
    return this.#write(
      'setValues',
      grid('setValues', args[0]).map((line) => line.map(cellText)),
    );
  }
  setValue(...args: [value: unknown]): Range {
    checkSignature('SpreadsheetApp.Range.setValue', args, 1);
    return this.#write('setValue', cellText(args[0]));
  }
  setFormulas(...args: [formulas: string[][]]): Range {
    checkSignature('SpreadsheetApp.Range.setFormulas', args, 1);
    return this.#write('setFormulas', grid('setFormulas', args[0]));
  }
  setFormula(formula: string): Range {
    return this.#write('setFormula', formula);
  }
  setNote(note: string | null): Range {
    return this.#write('setNote', note);
  }
  getRichTextValues(): GoogleAppsScript.Spreadsheet.RichTextValue[][] {
    return ask<RichText[][]>('Range.getRichTextValues', this.ref).map((line) =>
      line.map((each) => createRichText(each)),
    );
  }
  getRichTextValue(): GoogleAppsScript.Spreadsheet.RichTextValue | null {
    return single(this.getRichTextValues());
  }
  setRichTextValue(value: GoogleAppsScript.Spreadsheet.RichTextValue): Range {
    const { rows, columns } = this.ref;
    const rich = richOf(value);
    return this.#write(
      'setRichTextValues',
      Array.from({ length: rows }, () => Array.from({ length: columns }, () => rich)),
    );
  }

  clearContent(): Range {
    return this.#clear({ content: true });
  }
  clearFormat(): Range {
    return this.#clear({ format: true });
  }
  clearDataValidations(): Range {
    return this.#clear({ validations: true });
  }
  #clear(parts: ClearedParts): Range {
    return this.#write('clear', parts);
  }

  getNumberFormats(): string[][] {
    return ask('Range.getNumberFormats', this.ref);
  }
  getFontWeight(): GoogleAppsScript.Spreadsheet.FontWeight {
    return single(ask('Range.getFontWeights', { ...this.ref, rows: 1, columns: 1 }));
  }
  setWrap(isWrapEnabled: boolean): Range {
    return this.#write('setWrapStrategy', isWrapEnabled ? 'WRAP' : 'OVERFLOW');
  }
  setWraps(isWrapEnabled: boolean[][]): Range {
    const strategies = isWrapEnabled.map((line) => line.map((each) => (each ? 'WRAP' : 'OVERFLOW')));
    return this.#write('setWrapStrategies', strategies);
  }

  getDataValidation(): GoogleAppsScript.Spreadsheet.DataValidation | null {
    const rule = single(
      ask<(ValidationRule | null)[][]>('Range.getDataValidations', { ...this.ref, rows: 1, columns: 1 }),
    );
    return rule && createValidation(rule);
  }
  getDataValidations(): (GoogleAppsScript.Spreadsheet.DataValidation | null)[][] {
    const rules = ask<(ValidationRule | null)[][]>('Range.getDataValidations', this.ref);
    return rules.map((row) => row.map((rule) => rule && createValidation(rule)));
  }
  setDataValidation(rule: GoogleAppsScript.Spreadsheet.DataValidation | null): Range {
    return this.#write('setDataValidation', rule && ruleOf(rule));
  }
  canEdit(): boolean {
    return ask('Range.canEdit', this.ref);
  }

  createFilter(): GoogleAppsScript.Spreadsheet.Filter {
    ask('Range.createFilter', this.ref);
    return createFilter(this.ref);
  }

  // Moving things
  copyTo(destination: Range, copyPasteType?: unknown, _transposed?: boolean): void {
    ask('Range.copyTo', this.ref, refOf(destination), copyPasteType === undefined ? undefined : nameOf(copyPasteType));
  }
  sort(sortSpec: unknown): Range {
    const specs = [sortSpec].flat();
    const columns = specs.map((spec) => {
      if (typeof spec === 'number') return { column: spec, ascending: true };
      const { column, ascending = true } = spec as { column: number; ascending?: boolean };
      return { column, ascending };
    });
    return this.#write('sort', columns);
  }
  shiftColumnGroupDepth(delta: number): Range {
    const { sheetId, column, columns } = this.ref;
    ask('Sheet.shiftGroups', sheetId, column, columns, delta);
    return this.#self();
  }
  merge(): Range {
    return this.#write('merge');
  }
  breakApart(): Range {
    return this.#write('breakApart');
  }
  isPartOfMerge(): boolean {
    return ask('Range.isPartOfMerge', this.ref);
  }
  createTextFinder(findText: string): GoogleAppsScript.Spreadsheet.TextFinder {
    return createTextFinder(() => this.ref, findText);
  }

  // Metadata rides on whole rows and columns only.
  addDeveloperMetadata(...args: [key: string, ...rest: unknown[]]): Range {
    ask('Range.addMetadata', this.ref, readMetadataArguments(args));
    return this.#self();
  }
}

const prototype = ScriptRange.prototype as unknown as Record<string, unknown>;
for (const { property, one, many } of formatMethods) {
  // Methods of the class set it.
  if (property === 'wrapStrategy') continue;
  Object.assign(prototype, {
    [`set${many}`](this: ScriptRange, values: unknown) {
      ask(`Range.set${many}`, this.ref, grid(`set${many}`, values));
      return this;
    },
    [`set${one}`](this: ScriptRange, value: unknown) {
      ask(`Range.set${one}`, this.ref, value);
      return this;
    },
  });
}

type Implemented = Pick<Range, keyof ScriptRange & keyof Range>;

register({
  range(ref) {
    const range: Implemented = new ScriptRange(ref);
    return range as Range;
  },
});
