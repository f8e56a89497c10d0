import { describe, expect, it } from 'vitest';
import { calculate } from '../../../dev/emulator/spreadsheet/calculator';
import { createWorkbook } from '../../../dev/emulator/spreadsheet/workbook';
import type { Workbook } from '../../../dev/emulator/spreadsheet/workbook';

const nowMs = () => Date.parse('2026-11-23T08:00:00Z');
const create = (options: { locale?: string; timeZone?: string } = {}): Workbook =>
  createWorkbook({ nowMs, ...options });

describe('what a person sees of a cell', () => {
  it('has a value, a formula, what it shows, and a note', () => {
    const sheet = create().sheet('Sheet1');
    sheet.set('B2', '10%');
    sheet.note('B2', 'a share');
    expect(sheet.get('B2')).toMatchObject({ value: 0.1, formula: '', display: '10%', note: 'a share', error: null });
    expect(sheet.get('C9')).toMatchObject({ value: '', formula: '', display: '', note: '' });
  });

  it('reads a day back as a Date at midnight of the spreadsheet', () => {
    const workbook = create({ timeZone: 'America/New_York' });
    workbook.sheet('Sheet1').set('A1', '2026-01-05');
    expect(workbook.sheet('Sheet1').get('A1').value).toEqual(new Date('2026-01-05T05:00:00Z'));
    workbook.sheet('Sheet1').set('A2', '2026-07-05');
    expect(workbook.sheet('Sheet1').get('A2').value).toEqual(new Date('2026-07-05T04:00:00Z'));
  });

  it('grows when a block is pasted beyond the edge', () => {
    const sheet = create().sheet('Sheet1');
    sheet.set('Z1000', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect([sheet.data.rowCount, sheet.data.columnCount]).toEqual([1001, 27]);
    expect(sheet.values('Z1000:AA1001')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

function filled(): Workbook {
  const workbook = create();
  const sheet = workbook.sheet('Sheet1');
  sheet.set('A1', [
    ['a', 1],
    ['b', 2],
    ['c', 3],
    ['d', 4],
  ]);
  sheet.note('A3', 'of c');
  sheet.set('D1', '=SUM(B1:B4)');
  sheet.set('D2', '=B3');
  sheet.set('D3', '=$B$3');
  workbook.insertSheet('Other').set('A1', '=Sheet1!B3');
  return workbook;
}

describe('rows and columns', () => {
  it('inserted above push values, notes and references down, on every sheet', () => {
    const workbook = filled();
    const sheet = workbook.sheet('Sheet1');
    sheet.insertRows(3, 2);
    expect(sheet.values('A1:A6').flat()).toEqual(['a', 'b', '', '', 'c', 'd']);
    expect(sheet.get('A5').note).toBe('of c');
    expect(sheet.formulas('D1:D5').flat()).toEqual(['=SUM(B1:B6)', '=B5', '', '', '=$B$5']);
    expect(workbook.sheet('Other').get('A1').formula).toBe('=Sheet1!B5');
    expect(sheet.data.rowCount).toBe(1002);
  });

  it('deleted take their references along as #REF! and shorten ranges', () => {
    const workbook = filled();
    const sheet = workbook.sheet('Sheet1');
    sheet.deleteRows(3);
    expect(sheet.values('A1:A3').flat()).toEqual(['a', 'b', 'd']);
    expect(sheet.formulas('D1:D2').flat()).toEqual(['=SUM(B1:B3)', '=#REF!']);
    expect(workbook.sheet('Other').get('A1').formula).toBe('=#REF!');
  });

  it('of columns move in the same way', () => {
    const workbook = filled();
    const sheet = workbook.sheet('Sheet1');
    sheet.insertColumns('B');
    expect(sheet.get('E1').formula).toBe('=SUM(C1:C4)');
    sheet.moveColumn('C', 'A');
    expect(sheet.values('A1:B1')).toEqual([[1, 'a']]);
    expect(sheet.get('E1').formula).toBe('=SUM(A1:A4)');
    sheet.deleteColumns('A');
    expect(sheet.get('D1').formula).toBe('=SUM(#REF!)');
  });

  it('moved keep their formulas pointing at them', () => {
    const workbook = filled();
    const sheet = workbook.sheet('Sheet1');
    sheet.moveRows(3, 1, 1);
    expect(sheet.values('A1:A4').flat()).toEqual(['c', 'a', 'b', 'd']);
    expect(workbook.sheet('Other').get('A1').formula).toBe('=Sheet1!B1');
  });

  it('carry named ranges, protections, charts and metadata', () => {
    const workbook = filled();
    const sheet = workbook.sheet('Sheet1');
    workbook.nameRange('handles', 'Sheet1', 'A2:A4');
    sheet.protect('B2:B3');
    workbook.book.metadata.push({
      id: 1,
      key: 'k',
      value: '',
      sheetId: 0,
      axis: 'rows',
      line: 3,
    });
    sheet.insertRows(1);
    expect(workbook.namedRanges()[0]?.area).toMatchObject({ row: 3, rows: 3 });
    expect(sheet.data.protections[0]?.area).toMatchObject({ row: 3, rows: 2 });
    expect(workbook.metadata()[0]?.line).toBe(4);
    sheet.deleteRows(4);
    expect(workbook.metadata()).toEqual([]);
  });

  it('make every formula of the sheet due, as a row insertion does in Sheets', () => {
    const workbook = filled();
    calculate(workbook.book);
    const sheet = workbook.sheet('Sheet1');
    expect(sheet.data.rows[0]?.[3]?.stale).toBeUndefined();
    sheet.insertRows(20);
    expect(sheet.data.rows[0]?.[3]?.stale).toBe(true);
  });
});

describe('sorting', () => {
  it('moves whole cells of the area, blanks last in both directions, and leaves the rest', () => {
    const sheet = create().sheet('Sheet1');
    sheet.set('A1', [
      ['b', 2, 'x'],
      ['', 9, 'y'],
      ['C', 3, 'z'],
      ['a', 1, 'w'],
    ]);
    sheet.note('A4', 'of a');
    sheet.sort('A1:B4');
    expect(sheet.values('A1:C4')).toEqual([
      ['a', 1, 'x'],
      ['b', 2, 'y'],
      ['C', 3, 'z'],
      ['', 9, 'w'],
    ]);
    expect(sheet.get('A1').note).toBe('of a');
    sheet.sort('A1:B4', [{ column: 'A', ascending: false }]);
    expect(sheet.values('A1:A4').flat()).toEqual(['C', 'b', 'a', '']);
  });

  it('takes formulas along with references to their own new row', () => {
    const sheet = create().sheet('Sheet1');
    sheet.set('A1', [
      [3, '=A1*2'],
      [1, '=A2*2'],
      [2, '=A3*2'],
    ]);
    sheet.sort('A1:B3');
    expect(sheet.formulas('B1:B3').flat()).toEqual(['=A1*2', '=A2*2', '=A3*2']);
    expect(sheet.values('A1:A3').flat()).toEqual([1, 2, 3]);
  });
});

describe('copying', () => {
  it('shifts relative references and keeps fixed ones', () => {
    const sheet = create().sheet('Sheet1');
    sheet.set('C1', '=A1+$B$1+C$5+$D1');
    sheet.copy('C1', 'D3');
    expect(sheet.get('D3').formula).toBe('=B3+$B$1+D$5+$D3');
  });

  it('repeats a small source in a larger target', () => {
    const sheet = create().sheet('Sheet1');
    sheet.set('A1', 'x');
    sheet.copy('A1', 'B1:B3');
    expect(sheet.values('B1:B3').flat()).toEqual(['x', 'x', 'x']);
  });
});

describe('sheets', () => {
  it('renamed and deleted are followed by the formulas that name them', () => {
    const workbook = create();
    workbook.insertSheet('Data').set('A1', 7);
    workbook.sheet('Sheet1').set('A1', '=Data!A1');
    workbook.sheet('Data').rename("It's new");
    expect(workbook.sheet('Sheet1').get('A1').formula).toBe("='It''s new'!A1");
    workbook.sheet("It's new").delete();
    expect(workbook.sheet('Sheet1').get('A1').formula).toBe('=#REF!');
  });

  it('keep at least one, and one visible', () => {
    const workbook = create();
    expect(() => workbook.sheet('Sheet1').delete()).toThrow("You can't remove all the sheets in a document.");
    expect(() => workbook.sheet('Sheet1').hide()).toThrow();
  });
});

describe('a snapshot', () => {
  it('as JSON holds the whole document', () => {
    const workbook = create();
    const sheet = workbook.sheet('Sheet1');
    sheet.set('A1', [
      ['x', '=UPPER(A1)'],
      [1.5, '=SEQUENCE(2)'],
    ]);
    sheet.note('A1', 'n');
    sheet.format('A1', { background: '#ff0000' });
    sheet.freeze(1);
    calculate(workbook.book);
    const copy = create();
    copy.load(JSON.parse(JSON.stringify(workbook.snapshot())));
    expect(copy.snapshot()).toEqual(workbook.snapshot());
    expect(copy.sheet('Sheet1').get('B1')).toMatchObject({ value: 'X', formula: '=UPPER(A1)' });
    expect(copy.sheet('Sheet1').get('B3')).toMatchObject({ value: 2, isSpilled: true });
  });

  it('of cells alone leaves protections, charts and properties as they are', () => {
    const workbook = create();
    workbook.sheet('Sheet1').protect('A1');
    workbook.sheet('Sheet1').freeze(2);
    workbook.load({ sheets: [{ id: 0, name: 'Sheet1', cells: { B2: { value: 5 } } }] });
    expect(workbook.sheet('Sheet1').get('B2').value).toBe(5);
    expect(workbook.sheet('Sheet1').data.protections).toHaveLength(1);
    expect(workbook.sheet('Sheet1').data.frozenRows).toBe(2);
  });

  it('with results makes no formula due; without, it does', () => {
    const workbook = create();
    const cells = { A1: { formula: '=1+1', value: 99 }, A2: { formula: '=1+1' } };
    workbook.load({ sheets: [{ id: 0, name: 'Sheet1', cells }] });
    calculate(workbook.book);
    expect(workbook.sheet('Sheet1').values('A1:A2').flat()).toEqual([99, 2]);
  });
});

describe('the feed of mutations', () => {
  it('applied to a copy makes it equal', () => {
    const workbook = create();
    workbook.sheet('Sheet1').set('A1', 'before');
    const feed = workbook.mutations();
    workbook.sheet('Sheet1').set('B1', '=A1');
    workbook.sheet('Sheet1').note('A1', 'note');
    workbook.insertSheet('New').set('C3', 1);
    workbook.sheet('New').rename('Newer');
    const taken = feed.take();
    expect(taken.map(({ type }) => type)).toEqual(['cells', 'cells', 'insertSheet', 'cells', 'renameSheet']);
    expect(taken[0]).toMatchObject({ sheetId: 0, row: 1, column: 2, cells: [[{ formula: '=A1' }]] });
    expect(taken[1]).toMatchObject({ cells: [[{ value: 'before', note: 'note' }]] });
    expect(feed.take()).toEqual([]);
    feed.stop();
    workbook.sheet('Sheet1').set('A1', 'after');
    expect(feed.take()).toEqual([]);
  });

  it('tells what formulas computed and where they spilled', () => {
    const workbook = create();
    const feed = workbook.mutations();
    workbook.sheet('Sheet1').set('A1', '=SEQUENCE(2)');
    calculate(workbook.book);
    expect(feed.take().at(-1)).toMatchObject({
      row: 1,
      column: 1,
      cells: [[{ formula: '=SEQUENCE(2)', value: 1 }], [{ value: 2, spilledFrom: 'A1' }]],
    });
  });
});
