// A formula cut into tokens that keep their place in the text, so that references can be rewritten without touching
// anything else (spaces, case and quotes of the user stay).
import { columnNumber, splitSheetName } from './a1';
import type { LocaleConventions } from './locale-conventions';

export interface Corner {
  column?: number;
  row?: number;
  columnFixed: boolean;
  rowFixed: boolean;
}

/** `Sheet!A$1:B` as written: one corner for a cell, two for a range. */
export interface ReferenceText {
  sheetName?: string;
  corners: [Corner] | [Corner, Corner];
}

export type TokenKind =
  | 'number'
  | 'string'
  | 'error'
  | 'reference'
  | 'boolean'
  | 'function'
  | 'name'
  | 'operator'
  | 'open'
  | 'close'
  | 'openArray'
  | 'closeArray'
  | 'separator'
  | 'rowSeparator'
  | 'columnSeparator'
  | 'percent'
  | 'space';

export interface Token {
  kind: TokenKind;
  text: string;
  start: number;
  reference?: ReferenceText;
}

export class FormulaParseError extends Error {
  override readonly name = 'FormulaParseError';
}

const sheetPrefix = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const cellCorner = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const openColumn = String.raw`\$?[A-Za-z]{1,3}(?:\$?[1-9]\d*)?`;
const reference = new RegExp(
  `${sheetPrefix}(?:${cellCorner}:${openColumn}|${openColumn}:${cellCorner}|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?[1-9]\\d*:\\$?[1-9]\\d*|${cellCorner})(?![\\p{L}\\p{N}_(!:])`,
  'uy',
);
const cornerPattern = /^(\$?)([A-Za-z]{1,3})?(\$?)([1-9]\d*)?$/;

function corner(text: string): Corner {
  const [, first = '', letters, second = '', digits] = cornerPattern.exec(text) ?? [];
  const result: Corner = {
    columnFixed: letters !== undefined && first === '$',
    rowFixed: digits !== undefined && (letters === undefined ? first === '$' : second === '$'),
  };
  if (letters !== undefined) result.column = columnNumber(letters);
  if (digits !== undefined) result.row = Number(digits);
  return result;
}

function readReference(text: string): ReferenceText {
  const { sheetName, rest } = splitSheetName(text);
  const [from = '', to] = rest.split(':');
  const corners: ReferenceText['corners'] = to === undefined ? [corner(from)] : [corner(from), corner(to)];
  return sheetName === undefined ? { corners } : { sheetName, corners };
}

function patterns(conventions: LocaleConventions): [TokenKind, RegExp][] {
  const decimal = conventions.decimalMark === ',' ? ',' : String.raw`\.`;
  return [
    ['space', /\s+/y],
    ['string', /"(?:[^"]|"")*"/y],
    ['error', /#(?:N\/A|REF!|DIV\/0!|NAME\?|VALUE!|NUM!|NULL!|ERROR!)/iy],
    ['reference', reference],
    ['number', new RegExp(`(?:\\d+(?:${decimal}\\d*)?|${decimal}\\d+)(?:[eE][+-]?\\d+)?`, 'y')],
    ['boolean', /(?:TRUE|FALSE)(?![\w.(])/iy],
    ['function', /[\p{L}_][\p{L}\p{N}_.]*(?=\()/uy],
    ['name', /[\p{L}_][\p{L}\p{N}_.]*/uy],
    ['operator', /<>|<=|>=|[-+*/^&=<>]/y],
    ['percent', /%/y],
    ['open', /\(/y],
    ['close', /\)/y],
    ['openArray', /\{/y],
    ['closeArray', /\}/y],
    ['rowSeparator', /;/y],
    conventions.columnSeparator === '\\' ? ['columnSeparator', /\\/y] : ['separator', /,/y],
  ];
}

const patternsOf = new Map<LocaleConventions, [TokenKind, RegExp][]>();

/** @param body the formula without its `=` */
export function tokenize(body: string, conventions: LocaleConventions): Token[] {
  let table = patternsOf.get(conventions);
  if (!table) {
    table = patterns(conventions);
    patternsOf.set(conventions, table);
  }
  const tokens: Token[] = [];
  for (let start = 0; start < body.length;) {
    let token: Token | undefined;
    for (const [kind, pattern] of table) {
      pattern.lastIndex = start;
      const match = pattern.exec(body);
      if (!match) continue;
      token = { kind, text: match[0], start };
      if (kind === 'reference') token.reference = readReference(match[0]);
      break;
    }
    if (!token) throw new FormulaParseError(`Unexpected "${body[start]}" at position ${start + 1}.`);
    tokens.push(token);
    start += token.text.length;
  }
  return tokens;
}
