/** One cell between the document (Sheets' words) and Univer (its one-letter names). */
import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import { BooleanNumber, CellValueType, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { CellFormat } from '../../emulator/spreadsheet/cell';
import type { CellSnapshot } from '../document';
import { asSheetsNames } from './sheets-errors';

/** Carried with the cell though Univer's core has no use for it: it moves along when the cell does. */
export interface Attachment {
  note?: string;
  link?: string;
  checkbox?: true;
}

const pairs = <Host, Univer>(...list: [Host, Univer][]) => ({
  toUniver: new Map(list),
  toHost: new Map(list.map(([host, univer]): [Univer, Host] => [univer, host])),
});

const horizontal = pairs<string, HorizontalAlign>(
  ['left', HorizontalAlign.LEFT],
  ['center', HorizontalAlign.CENTER],
  ['right', HorizontalAlign.RIGHT],
);
const vertical = pairs<string, VerticalAlign>(
  ['top', VerticalAlign.TOP],
  ['middle', VerticalAlign.MIDDLE],
  ['bottom', VerticalAlign.BOTTOM],
);
const wrap = pairs<string, WrapStrategy>(
  ['OVERFLOW', WrapStrategy.OVERFLOW],
  ['CLIP', WrapStrategy.CLIP],
  ['WRAP', WrapStrategy.WRAP],
);

/** Univer merges styles key by key: what is not named here would stay from before. */
const bareStyle = {
  n: null,
  bg: null,
  cl: null,
  ff: null,
  fs: null,
  bl: null,
  it: null,
  ul: null,
  st: null,
  ht: null,
  vt: null,
  tb: null,
};

function styleOf(format: CellFormat | undefined, isLink: boolean): IStyleData {
  const { numberFormat, background, fontColor, fontFamily, fontSize, fontWeight, fontStyle, fontLine } = format ?? {};
  const style: Record<string, unknown> = {};
  if (numberFormat && numberFormat !== 'General') style['n'] = { pattern: numberFormat };
  if (background) style['bg'] = { rgb: background };
  if (fontColor || isLink) style['cl'] = { rgb: fontColor ?? '#1155cc' };
  if (fontFamily) style['ff'] = fontFamily;
  if (fontSize) style['fs'] = fontSize;
  if (fontWeight === 'bold') style['bl'] = BooleanNumber.TRUE;
  if (fontStyle === 'italic') style['it'] = BooleanNumber.TRUE;
  if (fontLine === 'underline' || isLink) style['ul'] = { s: BooleanNumber.TRUE };
  if (fontLine === 'line-through') style['st'] = { s: BooleanNumber.TRUE };
  const ht = horizontal.toUniver.get(format?.horizontalAlignment ?? '');
  const vt = vertical.toUniver.get(format?.verticalAlignment ?? '');
  const tb = wrap.toUniver.get(format?.wrapStrategy ?? '');
  if (ht !== undefined) style['ht'] = ht;
  if (vt !== undefined) style['vt'] = vt;
  if (tb !== undefined) style['tb'] = tb;
  return style as IStyleData;
}

const typeOf = ({ value, textMark }: CellSnapshot): CellValueType => {
  if (textMark) return CellValueType.FORCE_STRING;
  if (typeof value === 'number') return CellValueType.NUMBER;
  return typeof value === 'boolean' ? CellValueType.BOOLEAN : CellValueType.STRING;
};

/** Rows to which a range without an end, `A6:A`, reaches: Univer knows none. */
const endlessRow = 10_000;

/**
 * A formula of Sheets as Univer takes it. Sheets takes semicolons between arguments in every locale, Univer commas only; in
 * braces they part rows. `A6:A` is written out.
 */
function asUniverWrites(formula: string): string {
  let braces = 0;
  const endless = String.raw`(?<![\w$.])(\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3})(?![\w$(:])`;
  return formula.replaceAll(
    new RegExp(`"(?:[^"]|"")*"|'(?:[^']|'')*'|[{};]|${endless}`, 'gi'),
    (part, range?: string) => {
      if (range !== undefined) return `${range}$${endlessRow}`;
      if (part === '{') braces += 1;
      if (part === '}') braces -= 1;
      return part === ';' && braces === 0 ? ',' : part;
    },
  );
}

/** For a fresh sheet; null: nothing is there. */
export function toCellData(cell: CellSnapshot | null | undefined): ICellData | null {
  if (!cell) return null;
  const attachment: Attachment = {};
  if (cell.note) attachment.note = cell.note;
  if (cell.link) attachment.link = cell.link;
  if (cell.validation?.criteria === 'CHECKBOX') attachment.checkbox = true;
  const data: ICellData = { s: styleOf(cell.format, cell.link !== undefined) };
  if (Object.keys(attachment).length > 0) data.custom = { ...attachment };
  if (cell.formula !== undefined) data.f = asUniverWrites(cell.formula);
  // A spilled value belongs to its formula, which spills it here again.
  if (cell.spilledFrom !== undefined) return data;
  const shown = cell.error?.display ?? (cell.loading ? 'Loading...' : cell.value);
  if (shown === undefined || shown === null) return data;
  return { ...data, v: typeof shown === 'boolean' ? Number(shown) : shown, t: typeOf(cell) };
}

/** The same, replacing whatever is in a cell: Univer merges what it is given into what is there. */
export function toReplacement(cell: CellSnapshot | null): ICellData | null {
  const data = toCellData(cell);
  if (!data) return null;
  const style = { ...bareStyle, ...(data.s as IStyleData) } as IStyleData;
  return { v: null, f: null, si: null, p: null, ...data, custom: data.custom ?? null, s: style } as ICellData;
}

function formatOf(style: Nullable<IStyleData>): CellFormat | undefined {
  if (!style) return undefined;
  const format: Record<string, string | number | undefined> = {
    numberFormat: style.n?.pattern,
    background: style.bg?.rgb ?? undefined,
    fontColor: style.cl?.rgb ?? undefined,
    fontFamily: style.ff ?? undefined,
    fontSize: style.fs,
    fontWeight: style.bl === BooleanNumber.TRUE ? 'bold' : undefined,
    fontStyle: style.it === BooleanNumber.TRUE ? 'italic' : undefined,
    fontLine:
      style.ul?.s === BooleanNumber.TRUE
        ? 'underline'
        : style.st?.s === BooleanNumber.TRUE
          ? 'line-through'
          : undefined,
    horizontalAlignment: horizontal.toHost.get(style.ht ?? HorizontalAlign.UNSPECIFIED),
    verticalAlignment: vertical.toHost.get(style.vt ?? VerticalAlign.UNSPECIFIED),
    wrapStrategy: wrap.toHost.get(style.tb ?? WrapStrategy.UNSPECIFIED),
  };
  const set = Object.entries(format).filter(([, value]) => value !== undefined);
  return set.length > 0 ? (Object.fromEntries(set) as CellFormat) : undefined;
}

const errorDisplay = /^#[A-Z/]+[!?]?\d?[!?]?$/;

/** A value as a formula left it. `note` is the sentence behind an error. */
export function resultOf(data: Nullable<ICellData>, note = ''): CellSnapshot {
  const { v, t, s } = data ?? {};
  if (v === undefined || v === null) return {};
  if (v === 'Loading...') return { loading: true };
  if (typeof v === 'string' && errorDisplay.test(v)) {
    return { error: { display: asSheetsNames(v), note } };
  }
  const result: CellSnapshot = { value: t === CellValueType.BOOLEAN ? Boolean(v) : v };
  // A date that spilled brings its format along, or it would be a number to a script.
  if (typeof s === 'object' && s?.n) result.format = { numberFormat: s.n.pattern };
  return result;
}

/** @param style the resolved style of the cell */
export function fromCellData(
  data: Nullable<ICellData>,
  style: Nullable<IStyleData>,
  note?: string,
): CellSnapshot | null {
  if (!data) return null;
  const format = formatOf(style);
  const text = data.p?.body?.dataStream.replace(/\r\n$/, '');
  const cell: CellSnapshot = data.f
    ? { formula: data.f, ...resultOf(data, note) }
    : text === undefined
      ? resultOf({ ...data, v: data.v ?? null, t: data.t ?? null }, note)
      : { value: text };
  if (!data.f && cell.error) {
    // A person typed it, or pasted it as a value: text that looks like an error.
    cell.value = cell.error.display;
    delete cell.error;
  }
  if (data.t === CellValueType.FORCE_STRING) cell.textMark = true;
  if (format) cell.format = format;
  return Object.keys(cell).length > 0 ? cell : null;
}
