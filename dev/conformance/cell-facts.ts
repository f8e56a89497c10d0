import { repeated, thrown, THROWS } from './fact';
import type { CellFact } from './fact';

// Custom functions. Each is a cell: what it may do while it is computed, what it is given, what the cell makes of what it
// returns. F1 of their sheet is a day, F2 is blank, F3 is 10 %.
type Cell = GoogleAppsScript.Spreadsheet.Range;

/** Filled before the cells are computed. */
export const FILLER_PROPERTIES = 46;
export const FILLER_CHARACTERS = 8700;

const found = (cell: Cell): unknown => JSON.parse(String(cell.getValue())) as unknown;

/** What `CONFORMANCE("value"; ...)` returns. */
export const VALUES: Readonly<Record<string, () => unknown>> = {
  null: () => null,
  undefined: () => undefined,
  text: () => '',
  formula: () => '=1+1',
  NaN: () => NaN,
  date: () => new Date(2026, 10, 23, 8, 30),
  rows: () => [
    ['a', 1],
    ['b', 2],
  ],
  error: () => {
    throw new Error('on purpose');
  },
};

/** What a script can tell of an argument. */
export function described(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(described);
  return value instanceof Date ? 'a Date' : value === undefined ? 'undefined' : value;
}

export const CELL_FACTS: readonly CellFact[] = [
  {
    name: 'a formula writes a document property under the document lock',
    source: 'concepts/editor-auth-lifecycle gives Properties; the lock is inferred',
    standing: 'assumed',
    expected: [true, 'x', false],
    check() {
      const lock = LockService.getDocumentLock();
      const got = lock.tryLock(10_000);
      const properties = PropertiesService.getDocumentProperties();
      properties.setProperty('conformance/formula', 'x');
      const back = properties.getProperty('conformance/formula');
      properties.deleteProperty('conformance/formula');
      lock.releaseLock();
      return [got, back, lock.hasLock()];
    },
  },
  {
    name: 'time of 400 KB of document properties, read by a formula',
    source: 'nobody has recorded it; 80 ms is our guess',
    standing: 'assumed',
    expected: FILLER_PROPERTIES * FILLER_CHARACTERS,
    check({ timed }) {
      const all = timed(() => PropertiesService.getDocumentProperties().getProperties());
      return Object.keys(all)
        .filter((key) => key.indexOf('conformance/filler') === 0)
        .reduce((sum, key) => sum + (all[key] ?? '').length, 0);
    },
  },
  {
    name: 'a formula is told the time zone and the locale of its spreadsheet',
    source: 'guides/sheets/functions: most get methods',
    standing: 'documented',
    expected: [true, true],
    check() {
      const book = SpreadsheetApp.getActiveSpreadsheet();
      return [
        /^(\w+\/[\w/+-]+|GMT|UTC)/.test(book.getSpreadsheetTimeZone()),
        /^[a-z]{2,3}(_|$)/.test(book.getSpreadsheetLocale()),
      ];
    },
  },
  {
    name: 'a formula is told that there is no sheet of a name',
    source: 'guides/sheets/functions: most get methods',
    standing: 'documented',
    expected: null,
    check: () => SpreadsheetApp.getActiveSpreadsheet().getSheetByName('conformance: no such sheet'),
  },
  {
    name: 'regular expressions look behind and know letters of every script; texts are normalized',
    source: 'V8 has both; nobody has recorded them of Apps Script',
    standing: 'assumed',
    expected: [true, false, 'é'],
    check() {
      // Made of text: where it cannot be read, this fact fails and not the whole script.
      const word = new RegExp('(?<!@)\\p{L}+$', 'u');
      return [word.test('München'), word.test('@é'), 'e\u0301'.normalize('NFC')];
    },
  },
  {
    name: 'a formula has the cache of the document',
    source: 'guides/sheets/functions: works; that it is this one is inferred',
    standing: 'assumed',
    expected: 1000,
    check() {
      const cache = CacheService.getDocumentCache() as GoogleAppsScript.Cache.Cache;
      cache.put('conformance/formula', repeated('x', 1000), 60);
      return cache.get('conformance/formula')?.length ?? null;
    },
  },
  {
    name: 'a date that a formula returns is a date in the cell',
    source: 'nobody has recorded it',
    standing: 'assumed',
    expected: ['[object Date]', 30],
    formula: '"value"; "date"',
    look(cell) {
      const value = cell.getValue() as unknown;
      return [Object.prototype.toString.call(value), value instanceof Date ? value.getMinutes() : null];
    },
  },
  {
    name: 'null, undefined and an empty text are blank',
    source: 'nobody has recorded it',
    standing: 'assumed',
    expected: '',
    formula: '"value"; "null"',
    look: (cell) => cell.getValue() as unknown,
  },
  {
    name: 'what is not a number is #NUM!',
    source: 'nobody has recorded it',
    standing: 'assumed',
    expected: '#NUM!',
    formula: '"value"; "NaN"',
    look: (cell) => cell.getDisplayValue(),
  },
  {
    name: 'an argument that is left out is undefined',
    source: 'nobody has recorded it',
    standing: 'assumed',
    expected: 'undefined',
    formula: '"given"; "left out"',
    look: found,
  },
  {
    name: 'a blank cell in a range is an empty text, a day is a Date, 10 % is 0.1',
    source: 'guides/sheets/functions; reference/spreadsheet/range#getValues',
    standing: 'documented',
    expected: [['a Date'], [''], [0.1]],
    formula: '"given"; "range"; F1:F3',
    look: found,
  },
  {
    name: 'a single cell is a value and no array',
    source: 'guides/sheets/functions',
    standing: 'documented',
    expected: 0.1,
    formula: '"given"; "cell"; F3',
    look: found,
  },
  {
    name: 'a text that begins with = stays a text when a formula returns it',
    source: 'qeet/IMPORTJSONAPI#27',
    standing: 'recorded',
    expected: '=1+1',
    formula: '"value"; "formula"',
    look: (cell) => cell.getValue() as unknown,
  },
  {
    name: 'rows fill the cells beside and below',
    source: 'guides/sheets/functions',
    standing: 'documented',
    expected: [
      ['a', 1],
      ['b', 2],
    ],
    formula: '"value"; "rows"',
    look: (cell) => cell.offset(0, 0, 2, 2).getValues(),
  },
  {
    name: 'an error that a formula throws is #ERROR! in its cell',
    source: 'guides/sheets/functions',
    standing: 'documented',
    expected: '#ERROR!',
    formula: '"value"; "error"',
    look: (cell) => cell.getDisplayValue(),
  },
  {
    name: 'the active range of a formula is its cell',
    source: 'reference/spreadsheet/spreadsheet-app',
    standing: 'documented',
    expected: true,
    formula: '"where"',
    look: (cell) => cell.getValue() === cell.getA1Notation(),
  },
  {
    name: 'a formula may not write to a cell',
    source: 'guides/sheets/functions',
    standing: 'documented',
    expected: THROWS,
    check: ({ book }) =>
      thrown(() => {
        (book.getSheets()[0] as GoogleAppsScript.Spreadsheet.Sheet).getRange('A1').setNote('x');
        SpreadsheetApp.flush();
      }),
  },
];
