import { describe, expect, it } from 'vitest';
import { emulate } from './harness';

const CODE = `function SAME(value) { return value; }
function kinds(range) { return range.map(function (row) { return row.map(function (v) { return v instanceof Date ? 'Date' : typeof v; }); }); }
function count() { return arguments.length; }
function make(what) {
  return { undefined: undefined, null: null, empty: '', nan: NaN, infinity: 1 / 0, object: {}, map: new Map(), fn: make, date: new Date(5),
    rows: [[1, 'a'], [true, null]], ragged: [[1], [2, 3]], list: [1, 2], none: [], badCell: [[NaN, {}]], wrong: new Date(NaN) }[what];
}
function fails() {
  throw new Error('no key');
}
function unnamed() { var e = new Error('Set a key first.'); e.name = ''; throw e; }
function helper_() { return 1; }
const ARROW = () => 1;
`;

describe('a custom function in a cell', () => {
  it('is found whatever the case, but not with a trailing underscore, as a const, or among the built-in', async () => {
    const emulator = await emulate(CODE);
    expect((await emulator.cell('same', 7)).value).toBe(7);
    for (const name of ['helper_', 'HELPER_', 'ARROW', 'parseInt', 'Date', 'UTILITIES', 'nothing']) {
      expect((await emulator.cell(name)).error).toEqual({ display: '#NAME?', note: `Unknown function: '${name}'.` });
    }
  });

  it('gets scalars as they are, a range as rows, a blank in it as an empty text, no argument as none', async () => {
    const emulator = await emulate(CODE);
    expect(
      (
        await emulator.cell('kinds', [
          [1, 'a'],
          [true, new Date(0)],
          ['', ''],
        ])
      ).value,
    ).toEqual([
      ['number', 'string'],
      ['boolean', 'Date'],
      ['string', 'string'],
    ]);
    expect((await emulator.cell('count')).value).toBe(0);
  });

  it.each([
    ['undefined', null],
    ['null', null],
    ['empty', ''],
    ['date', new Date(5)],
    [
      'rows',
      [
        [1, 'a'],
        [true, null],
      ],
    ],
    [
      'ragged',
      [
        [1, null],
        [2, 3],
      ],
    ],
    ['list', [[1], [2]]],
    ['none', null],
  ])('that returns %s shows it', async (what, expected) => {
    const result = await (await emulate(CODE)).cell('make', what);
    expect(result).toMatchObject({ value: expected });
    expect(result.error).toBeUndefined();
  });

  it.each([
    ['nan', '#NUM!'],
    ['infinity', '#NUM!'],
    ['wrong', '#NUM!'],
    ['object', '#ERROR!'],
    ['map', '#ERROR!'],
    ['fn', '#ERROR!'],
  ])('that returns %s shows an error', async (what, display) => {
    expect((await (await emulate(CODE)).cell('make', what)).error?.display).toBe(display);
  });

  it('shows an error for a single value among rows, and the others beside it', async () => {
    const { value } = await (await emulate(CODE)).cell('make', 'badCell');
    expect(value).toMatchObject([[{ error: { display: '#NUM!' } }, { error: { display: '#ERROR!' } }]]);
  });

  it('that throws shows #ERROR! and, as its note, the error and its line', async () => {
    const emulator = await emulate(CODE);
    expect((await emulator.cell('fails')).error).toEqual({ display: '#ERROR!', note: 'Error: no key (line 9).' });
    expect((await emulator.cell('unnamed')).error?.note).toMatch(/^Set a key first\. \(line \d+\)\.$/);
  });

  it('shows the results of many in order, whatever time each takes', async () => {
    const emulator = await emulate('function nap(ms) { Utilities.sleep(ms); return ms; }');
    const times = [500, 100, 300];
    const results = await emulator.cells(times.map((ms) => ({ name: 'nap', args: [ms] })));
    expect(results.map((result) => result.value)).toEqual(times);
  });

  it('counts its quotas against the user at the keyboard', async () => {
    const emulator = await emulate(
      "function get() { return UrlFetchApp.fetch('https://api.example.com/a').getContentText(); }",
    );
    await emulator.cells([{ name: 'get', args: [], user: 'editor@example.com' }]);
    expect(emulator.quotas.used('editor@example.com', 'urlFetchCalls')).toBe(1);
    expect(emulator.quotas.used('owner@example.com', 'urlFetchCalls')).toBe(0);
  });
});
