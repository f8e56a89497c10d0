import { describe, expect, it } from 'vitest';
import { emulate } from '../harness';

const CODE = `
/** @customfunction */
function SEEN(value) { return Object.prototype.toString.call(value).slice(8, -1) + " " + JSON.stringify(value); }
/** @customfunction */
function COUNTED(value) {
  var lock = LockService.getDocumentLock(); lock.waitLock(20000);
  var cache = CacheService.getDocumentCache(); var n = Number(cache.get("n") || 0) + 1; cache.put("n", String(n));
  lock.releaseLock();
  return n;
}
/** @customfunction */
function DOUBLE(value) { return Array.isArray(value) ? value.map(function (row) { return row.map(function (v) { return v === "" ? "" : v * 2; }); }) : value * 2; }
/** @customfunction */
function SLOW(value) { Utilities.sleep(4000); return value; }
/** @customfunction */
function FAILS(message) { throw new Error(message); }
/** @customfunction */
function GIVES(what) { return { date: new Date(Date.UTC(2026, 0, 5)), formula: "=1+1", nan: NaN, nothing: undefined, empty: "", dates: [["day", new Date(Date.UTC(2026, 0, 5, 12))]] }[what]; }
/** @customfunction */
function ARGS() { return arguments.length + " " + Array.prototype.map.call(arguments, function (a) { return a === "" ? "blank" : String(a); }).join("|"); }
function HIDDEN_() { return 1; }
`;

async function sheetWith(cells: unknown[][]) {
  const emulator = await emulate(CODE);
  const sheet = emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', cells);
  return { emulator, sheet };
}

describe('what a custom function is handed', () => {
  it('is a scalar for a cell and rows for a range, dates as Date, blanks as empty texts', async () => {
    const { emulator, sheet } = await sheetWith([
      [1, 'TRUE', '2026-01-05', '10%', ''],
      ['=SEEN(A1)', '=SEEN(B1)', '=SEEN(C1)', '=SEEN(D1)', '=SEEN(E1)'],
      ['=SEEN(A1:B1)', '=SEEN(A1:A1)', '=SEEN(E1:E2)', '=SEEN("x")', '=SEEN(DATE(2026,1,5))'],
    ]);
    sheet.set('E2', '');
    await emulator.recalculate();
    expect(sheet.values('A2:D3')).toEqual([
      ['Number 1', 'Boolean true', 'Date "2026-01-05T00:00:00.000Z"', 'Number 0.1'],
      ['Array [[1,true]]', 'Number 1', 'Array [[""],[""]]', 'String "x"'],
    ]);
    expect(sheet.get('E3').value).toBe('Date "2026-01-05T00:00:00.000Z"');
  });

  it('is the text of an error in a cell', async () => {
    const { emulator, sheet } = await sheetWith([['=1/0', '=SEEN(A1)', '=SEEN(A1:A2)']]);
    await emulator.recalculate();
    expect(sheet.values('B1:C1')).toEqual([['String "#DIV/0!"', 'Array [["#DIV/0!"],[""]]']]);
  });

  it('is the whole array inside ARRAYFORMULA, in one call', async () => {
    const { emulator, sheet } = await sheetWith([
      [1, '=ARRAYFORMULA(DOUBLE(A1:A2+1))'],
      [2, ''],
    ]);
    sheet.clear('B2');
    const { calls } = await emulator.recalculate();
    expect(calls).toBe(1);
    expect(sheet.values('B1:B2')).toEqual([[4], [6]]);
  });

  it('has as many arguments as the formula, an omitted one in the middle as a blank', async () => {
    const { emulator, sheet } = await sheetWith([['=ARGS(1)', '=ARGS(1,,3)', '=ARGS()', '=args(1;2)']]);
    await emulator.recalculate();
    expect(sheet.values('A1:D1')).toEqual([['1 1', '3 1|blank|3', '0 ', '2 1|2']]);
  });
});

describe('what a custom function gives', () => {
  it('shows as value, blank, empty text or error, and a formula as text', async () => {
    const { emulator, sheet } = await sheetWith([
      [
        '=GIVES("formula")',
        '=GIVES("nan")',
        '=GIVES("nothing")',
        '=GIVES("empty")',
        '=GIVES("date")',
        '=ISBLANK(C1)',
        '=ISBLANK(D1)',
        '=GIVES("dates")',
      ],
    ]);
    await emulator.recalculate();
    expect(sheet.displays('A1:G1')).toEqual([['=1+1', '#NUM!', '', '', '1/5/2026', 'TRUE', 'FALSE']]);
    expect(sheet.get('E1').value).toEqual(new Date('2026-01-05T00:00:00Z'));
    expect(sheet.values('H1:I1')).toEqual([['day', new Date('2026-01-05T12:00:00Z')]]);
  });

  it('spills in the shape of its rows', async () => {
    const { emulator, sheet } = await sheetWith([[1, '', '=DOUBLE(A1:A3)'], [2], ['']]);
    await emulator.recalculate();
    expect(sheet.values('C1:C3')).toEqual([[2], [4], ['']]);
    sheet.set('C2', 'in the way');
    await emulator.recalculate();
    expect(sheet.get('C1').error?.note).toBe('Array result was not expanded because it would overwrite data in C2.');
  });

  it('works inside other formulas', async () => {
    const { emulator, sheet } = await sheetWith([
      [1, '=SUM(DOUBLE(A1:A2))', '=IFERROR(FAILS("x"),"caught")', '=DOUBLE(A1)+DOUBLE(A2)'],
      [2],
    ]);
    await emulator.recalculate();
    expect(sheet.values('B1:D1')).toEqual([[6, 'caught', 6]]);
  });

  it('thrown shows #ERROR! with the message in the note', async () => {
    const { emulator, sheet } = await sheetWith([['=FAILS("Type a handle.")']]);
    await emulator.recalculate();
    expect(sheet.get('A1').error?.display).toBe('#ERROR!');
    expect(sheet.get('A1').error?.note).toMatch(/^Error: Type a handle\. \(line \d+\)\.$/);
  });

  it('is #NAME? where there is no such function, private ones included', async () => {
    const { emulator, sheet } = await sheetWith([['=NOSUCH(1)', '=IFERROR(NOSUCH(1),"x")']]);
    await emulator.recalculate();
    expect(sheet.get('A1').error).toEqual({ display: '#NAME?', note: "Unknown function: 'NOSUCH'." });
    expect(sheet.get('B1').value).toBe('x');
  });
});

describe('when a custom function is called', () => {
  it('is once for each cell: equal formulas do not share an execution', async () => {
    const { emulator, sheet } = await sheetWith([['=COUNTED("a")'], ['=COUNTED("a")'], ['=COUNTED("a")']]);
    const { calls } = await emulator.recalculate();
    expect(calls).toBe(3);
    expect(sheet.values('A1:A3').flat().toSorted()).toEqual([1, 2, 3]);
  });

  it('is not in the branch that is not taken', async () => {
    const { emulator, sheet } = await sheetWith([
      ['', '=IF(A1="","",COUNTED(A1))'],
      ['x', '=IF(A2="","",COUNTED(A2))'],
    ]);
    expect((await emulator.recalculate()).calls).toBe(1);
    expect(sheet.values('B1:B2').flat()).toEqual(['', 1]);
  });

  it('is again when a cell it names changes, and only then', async () => {
    const { emulator, sheet } = await sheetWith([['a', '=COUNTED(A1)', '=B1+1', '=COUNTED(D9)']]);
    await emulator.recalculate();
    expect((await emulator.recalculate()).calls).toBe(0);
    sheet.set('F1', 'elsewhere');
    expect((await emulator.recalculate()).calls).toBe(0);
    sheet.set('A1', 'b');
    expect((await emulator.recalculate()).calls).toBe(1);
    expect(sheet.get('C1').value).toBe(4);
  });

  it('is not when the same value is written again', async () => {
    const { emulator, sheet } = await sheetWith([['a', '=COUNTED(A1)']]);
    await emulator.recalculate();
    sheet.set('A1', 'a');
    expect((await emulator.recalculate()).calls).toBe(0);
  });

  it('is for all cells at a reload, or for those of one sheet', async () => {
    const { emulator } = await sheetWith([['=COUNTED(1)', '=COUNTED(2)']]);
    emulator.spreadsheet.insertSheet('Other').set('A1', '=COUNTED(3)');
    await emulator.recalculate();
    expect((await emulator.recalculate({ all: true })).calls).toBe(3);
    expect((await emulator.recalculate({ all: true, sheet: 'Other' })).calls).toBe(1);
  });

  it('is after a row was inserted, for every cell of the sheet', async () => {
    const { emulator, sheet } = await sheetWith([['=COUNTED(1)', '=COUNTED(2)']]);
    await emulator.recalculate();
    sheet.insertRows(10);
    expect((await emulator.recalculate()).calls).toBe(2);
  });

  it('is after what it reads: a chain takes a round each', async () => {
    const { emulator, sheet } = await sheetWith([['=DOUBLE(1)', '=DOUBLE(A1)', '=DOUBLE(B1)', '=C1+1']]);
    const { rounds, calls } = await emulator.recalculate();
    expect([rounds, calls]).toEqual([3, 3]);
    expect(sheet.get('D1').value).toBe(9);
  });

  it('is at most so many at once', async () => {
    const { emulator } = await sheetWith(Array.from({ length: 10 }, (_, index) => [`=SLOW(${index})`]));
    const start = emulator.clock.now();
    await emulator.recalculate();
    expect(emulator.clock.now() - start).toBe(4000);
    await emulator.recalculate({ all: true, atOnce: 5 });
    expect(emulator.clock.now() - start).toBe(12_000);
  });

  it('is never with an argument that changes each time: the cell shows Loading... for ever', async () => {
    const { emulator, sheet } = await sheetWith([['=SEEN(NOW())', '=SEEN(1)']]);
    await emulator.recalculate();
    await emulator.recalculate();
    expect(sheet.displays('A1:B1')).toEqual([['Loading...', 'Number 1']]);
  });

  it('is later than a script that wrote the formula can wait for: it reads Loading...', async () => {
    const emulator = await emulate(`${CODE}
      function write() { var r = SpreadsheetApp.getActiveSheet().getRange("A1:B1"); r.setFormulas([["=DOUBLE(4)", "=A1+1"]]); SpreadsheetApp.flush(); return r.getValues(); }`);
    const { value } = await emulator.run({ name: 'write', mode: 'FULL' });
    expect(value).toEqual([['Loading...', 'Loading...']]);
    await emulator.recalculate();
    expect(emulator.spreadsheet.sheet('Sheet1').values('A1:B1')).toEqual([[8, 9]]);
  });
});

describe('a script', () => {
  it('reads the results of built-in formulas as soon as it has written them', async () => {
    const emulator = await emulate(
      'function main() { var s = SpreadsheetApp.getActiveSheet(); s.getRange("A1:C1").setValues([[1, 2, "=SUM(A1:B1)"]]); return s.getRange("C1").getValue(); }',
    );
    expect((await emulator.run({ name: 'main', mode: 'FULL' })).value).toBe(3);
  });

  it('may insert rows while cells are being computed: each answer goes to its own cell', async () => {
    const { emulator, sheet } = await sheetWith([['=SLOW("a")'], ['=SLOW("b")']]);
    const running = emulator.recalculate();
    await new Promise((resolve) => setImmediate(resolve));
    sheet.insertRows(1);
    await running;
    expect(sheet.values('A1:A3').flat()).toEqual(['', 'a', 'b']);
  });
});
