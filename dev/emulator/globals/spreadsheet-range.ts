// SpreadsheetApp.Range: coordinates that stay as they were, whatever happens to the sheet.
// Long because the class of the host is: one method of the reference a paragraph, nothing decided here.
import { formatA1 } from '../spreadsheet/a1';
import type { ClearedParts } from '../spreadsheet/cell-write';
import { formatMethods } from '../spreadsheet/format-property';
import type { RichText } from '../spreadsheet/rich-text';
import type { ValidationRule } from '../spreadsheet/validation-rule';
import { exception } from './host';
import { checkSignature } from './signature';
import { createMetadataFinder, metadataOf, readMetadataArguments } from './spreadsheet-metadata';
import { enumValue } from './spreadsheet-enums';
import { createBanding } from './spreadsheet-banding';
import { createFilter } from './spreadsheet-filter';
import { ask, createRange, createSheet, nameOf, refOf, register } from './spreadsheet-host';
import type { RangeRef } from './spreadsheet-host';
import { createProtection } from './spreadsheet-protection';
import { createRichText, richOf } from './spreadsheet-rich-text';
import { createTextFinder } from './spreadsheet-text-finder';
import { createValidation, ruleOf } from './spreadsheet-validation';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

type FormatNames =
  | 'Background'
  | 'Backgrounds'
  | 'FontFamily'
  | 'FontFamilies'
  | 'FontSize'
  | 'FontSizes'
  | 'FontWeight'
  | 'FontWeights'
  | 'FontStyle'
  | 'FontStyles'
  | 'FontLine'
  | 'FontLines'
  | 'HorizontalAlignment'
  | 'HorizontalAlignments'
  | 'VerticalAlignment'
  | 'VerticalAlignments'
  | 'NumberFormat'
  | 'NumberFormats';

/** Made from the table of format-property.ts. */
type FormatMethods = Pick<Range, `get${FormatNames}` | `set${FormatNames}` | 'setFontColor' | 'setFontColors'>;

type BandingArguments = [
  bandingTheme?: GoogleAppsScript.Spreadsheet.BandingTheme,
  showHeader?: boolean,
  showFooter?: boolean,
];

const single = <Value>(values: Value[][]): Value => values[0]?.[0] as Value;

function grid(method: string, values: unknown): unknown[][] {
  const isGrid = Array.isArray(values) && values.every((line) => Array.isArray(line));
  if (!isGrid) checkSignature(`SpreadsheetApp.Range.${method}`, [values], 2);
  return values as unknown[][];
}

/** An object as a value has no meaning in a cell; what Sheets stores then is its text. */
const cellText = (value: unknown): unknown =>
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
  getHeight(): number {
    return this.ref.rows;
  }
  getWidth(): number {
    return this.ref.columns;
  }
  getSheet(): Sheet {
    return createSheet(this.ref.sheetId);
  }
  getA1Notation(): string {
    return this.ref.a1 ?? formatA1(this.ref);
  }
  getCell(...args: [row: number, column: number]): Range {
    checkSignature('SpreadsheetApp.Range.getCell', args, 2);
    const [row, column] = args;
    if (row < 1 || column < 1 || row > this.ref.rows || column > this.ref.columns) {
      throw exception('Cell reference out of range');
    }
    return this.offset(row - 1, column - 1, 1, 1);
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

  // What is in it
  getValues(): unknown[][] {
    return ask('Range.getValues', this.ref);
  }
  getValue(): unknown {
    return single(ask<unknown[][]>('Range.getValues', { ...this.ref, rows: 1, columns: 1 }));
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
  getNotes(): string[][] {
    return ask('Range.getNotes', this.ref);
  }
  isBlank(): boolean {
    return ask('Range.isBlank', this.ref);
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
  setRichTextValues(values: GoogleAppsScript.Spreadsheet.RichTextValue[][]): Range {
    return this.#write(
      'setRichTextValues',
      values.map((line) => line.map(richOf)),
    );
  }
  setRichTextValue(value: GoogleAppsScript.Spreadsheet.RichTextValue): Range {
    const { rows, columns } = this.ref;
    return this.setRichTextValues(Array.from({ length: rows }, () => Array.from({ length: columns }, () => value)));
  }

  // Clearing
  clear(options?: {
    commentsOnly?: boolean | undefined;
    contentsOnly?: boolean | undefined;
    formatOnly?: boolean | undefined;
    validationsOnly?: boolean | undefined;
  }): Range {
    const asked: ClearedParts = {
      content: options?.contentsOnly === true,
      format: options?.formatOnly === true,
      notes: options?.commentsOnly === true,
      validations: options?.validationsOnly === true,
    };
    const isPart = Object.values(asked).includes(true);
    return this.#clear(isPart ? asked : { content: true, format: true, validations: true });
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

  getWraps(): boolean[][] {
    return ask<string[][]>('Range.getWrapStrategies', this.ref).map((line) => line.map((each) => each === 'WRAP'));
  }
  getWrapStrategy(): GoogleAppsScript.Spreadsheet.WrapStrategy {
    return single(this.getWrapStrategies());
  }
  getWrapStrategies(): GoogleAppsScript.Spreadsheet.WrapStrategy[][] {
    return ask<string[][]>('Range.getWrapStrategies', this.ref).map((line) =>
      line.map((each) => enumValue('WrapStrategy', each)),
    );
  }
  setWrap(isWrapEnabled: boolean): Range {
    return this.#write('setWrapStrategy', isWrapEnabled ? 'WRAP' : 'OVERFLOW');
  }
  setWraps(isWrapEnabled: boolean[][]): Range {
    const strategies = isWrapEnabled.map((line) => line.map((each) => (each ? 'WRAP' : 'OVERFLOW')));
    return this.#write('setWrapStrategies', strategies);
  }

  // Rules
  getDataValidations(): (GoogleAppsScript.Spreadsheet.DataValidation | null)[][] {
    const rules = ask<(ValidationRule | null)[][]>('Range.getDataValidations', this.ref);
    return rules.map((line) => line.map((rule) => rule && createValidation(rule)));
  }
  getDataValidation(): GoogleAppsScript.Spreadsheet.DataValidation | null {
    return single(this.getDataValidations());
  }
  setDataValidation(rule: GoogleAppsScript.Spreadsheet.DataValidation | null): Range {
    return this.#write('setDataValidation', rule && ruleOf(rule));
  }
  insertCheckboxes(): Range {
    return this.#write('insertCheckboxes');
  }
  protect(): GoogleAppsScript.Spreadsheet.Protection {
    return createProtection(ask('Spreadsheet.protect', this.ref, 'RANGE'));
  }
  canEdit(): boolean {
    return ask('Range.canEdit', this.ref);
  }

  createFilter(): GoogleAppsScript.Spreadsheet.Filter {
    ask('Range.createFilter', this.ref);
    return createFilter(this.ref);
  }
  applyRowBanding(...args: BandingArguments): GoogleAppsScript.Spreadsheet.Banding {
    return this.#band('rows', args);
  }
  #band(axis: 'rows' | 'columns', [theme, header = true, footer = false]: BandingArguments) {
    const banding = { axis, theme: theme === undefined ? 'LIGHT_GREY' : nameOf(theme), header, footer };
    return createBanding(this.ref.sheetId, ask('Range.applyBanding', this.ref, banding));
  }

  // Moving things
  copyTo(
    ...args:
      | [destination: Range]
      | [destination: Range, copyPasteType: GoogleAppsScript.Spreadsheet.CopyPasteType, transposed: boolean]
      | [destination: Range, options: { formatOnly?: boolean | undefined; contentsOnly?: boolean | undefined }]
  ): void {
    const [destination, how, transposed = false] = args as [Range, unknown?, boolean?];
    const options = (how ?? {}) as { formatOnly?: boolean; contentsOnly?: boolean };
    const isEnum = args.length === 3;
    let type = 'PASTE_NORMAL';
    if (isEnum) type = nameOf(how);
    else if (options.contentsOnly) type = 'PASTE_VALUES';
    else if (options.formatOnly) type = 'PASTE_FORMAT';
    ask('Range.copyTo', this.ref, refOf(destination), type, transposed);
  }
  moveTo(target: Range): void {
    ask('Range.moveTo', this.ref, refOf(target));
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
  merge(): Range {
    return this.#write('merge');
  }
  breakApart(): Range {
    return this.#write('breakApart');
  }
  getMergedRanges(): Range[] {
    return ask<RangeRef[]>('Range.getMergedRanges', this.ref).map(createRange);
  }
  isPartOfMerge(): boolean {
    return ask('Range.isPartOfMerge', this.ref);
  }
  createTextFinder(findText: string): GoogleAppsScript.Spreadsheet.TextFinder {
    return createTextFinder(() => [this.ref], findText);
  }

  // Metadata rides on whole rows and columns only.
  addDeveloperMetadata(...args: [key: string, ...rest: unknown[]]): Range {
    ask('Range.addMetadata', this.ref, readMetadataArguments(args));
    return this.#self();
  }
  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return metadataOf(ask('Range.getMetadata', this.ref));
  }
  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
    return createMetadataFinder({ range: this.ref });
  }
}

const prototype = ScriptRange.prototype as unknown as Record<string, unknown>;
for (const { property, one, many } of formatMethods) {
  // Enum values, which only the wrap strategy has, are translated by methods of the class.
  if (property === 'wrapStrategy') continue;
  Object.assign(prototype, {
    [`get${many}`](this: ScriptRange) {
      return ask(`Range.get${many}`, this.ref);
    },
    [`get${one}`](this: ScriptRange) {
      return single(ask<unknown[][]>(`Range.get${many}`, { ...this.ref, rows: 1, columns: 1 }));
    },
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
