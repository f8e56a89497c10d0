import { describe, expect, it } from 'vitest';
import { emulate } from '../harness';
import { failure, result, script } from './script';

const outside = 'The coordinates of the range are outside the dimensions of the sheet.';
const typedColumn = 'This operation is not allowed on cells in typed columns.';

describe('reading a range', () => {
  it('gives numbers, booleans, dates and texts, and an empty text for a blank', async () => {
    const emulator = await emulate('');
    emulator.spreadsheet.sheet('Sheet1').set('A1', [['1.5', 'TRUE', '2026-01-05', 'text', '', '10%', '#N/A']]);
    const body =
      'return sheet.getRange("A1:G1").getValues()[0].map(function (v) { return [v instanceof Date ? "Date" : typeof v, v]; });';
    expect(await result(emulator, body)).toEqual([
      ['number', 1.5],
      ['boolean', true],
      ['Date', new Date('2026-01-05T00:00:00Z')],
      ['string', 'text'],
      ['string', ''],
      ['number', 0.1],
      ['string', '#N/A'],
    ]);
  });

  it('gives what cells show and their formulas, and blanks where there are none', async () => {
    const emulator = await emulate('');
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    sheet.set('A1', [['=1/4', 'x']]);
    sheet.format('A1', { numberFormat: '0.0%' });
    const body =
      'var r = sheet.getRange("A1:B1"); SpreadsheetApp.flush(); return [r.getDisplayValues(), r.getFormulas(), r.getDisplayValue()];';
    await emulator.recalculate();
    expect(await result(emulator, body)).toEqual([[['25.0%', 'x']], [['=1/4', '']], '25.0%']);
  });

  it('outside the grid throws, and so does a range that the user made so since', async () => {
    const emulator = await emulate('');
    expect(await failure(emulator, 'sheet.getRange(1001, 1)')).toBe(outside);
    expect(await failure(emulator, 'sheet.getRange(1, 26, 1, 2)')).toBe(outside);
    expect(await failure(emulator, 'sheet.getRange("AA1")')).toBe(outside);
    expect(await failure(emulator, 'sheet.getRange(0, 1)')).toBe('The starting row of the range is too small.');
    expect(await failure(emulator, 'sheet.getRange(1, 1, 0)')).toBe(
      'The number of rows in the range must be at least 1.',
    );
    expect(await failure(emulator, 'var r = sheet.getRange(1000, 1); sheet.deleteRows(5, 1); r.getValue()')).toBe(
      outside,
    );
    expect(await failure(emulator, 'sheet.getRange("nonsense")')).toBe('Range not found');
  });

  it('is by coordinates: rows inserted later push the data out from under it', async () => {
    const emulator = await emulate('');
    emulator.spreadsheet.sheet('Sheet1').set('A1', [['a'], ['b']]);
    expect(
      await result(emulator, 'var r = sheet.getRange("A2"); sheet.insertRowsAfter(1, 1); return r.getValue()'),
    ).toBe('');
  });
});

const writeLong = (length: number) =>
  `var t = Array(${length} + 1).join("x"); sheet.getRange("A1").setValue(t); SpreadsheetApp.flush()`;

describe('writing a range', () => {
  it('wants exactly the shape of the range', async () => {
    const emulator = await emulate('');
    expect(await failure(emulator, 'sheet.getRange("A1:B2").setValues([[1, 2]])')).toBe(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
    expect(await failure(emulator, 'sheet.getRange("A1:B2").setValues([[1, 2], [3]])')).toBe(
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    );
    expect(await failure(emulator, 'sheet.getRange("A1:B1").setValues([1, 2])')).toMatch(
      /don't match the method signature/,
    );
    expect(await failure(emulator, 'sheet.getRange("A1:B1").setBackgrounds([["red"]])')).toMatch(/number of columns/);
    expect(emulator.spreadsheet.sheet('Sheet1').lastRow).toBe(0);
  });

  it('parses text as typed, keeps typed values, and clears with null and undefined', async () => {
    const emulator = await emulate('');
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    sheet.set('F1', [['old', 'old']]);
    await result(
      emulator,
      `sheet.getRange("A1:G1").setValues([["=1+1", "00123", "'00123", true, new Date(Date.UTC(2026, 0, 5)), null, undefined]])`,
    );
    expect(sheet.get('A1')).toMatchObject({ formula: '=1+1', value: 2 });
    expect(sheet.values('B1:G1')).toEqual([[123, '00123', true, new Date('2026-01-05T00:00:00Z'), '', '']]);
  });

  it('setNumberFormat("@") before keeps digits as text', async () => {
    const emulator = await emulate('');
    await result(emulator, 'sheet.getRange("A1").setNumberFormat("@"); sheet.getRange("A1").setValue("012")');
    expect(emulator.spreadsheet.sheet('Sheet1').get('A1').value).toBe('012');
  });

  it('setValue fills, setFormula adds the equals sign, clearContent takes neither note nor format', async () => {
    const emulator = await emulate('');
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    await result(emulator, 'sheet.getRange("A1:B2").setValue(7); sheet.getRange("C1").setFormula("SUM(A1:B2)")');
    expect(sheet.values('A1:C2')).toEqual([
      [7, 7, 28],
      [7, 7, ''],
    ]);
    await result(emulator, 'sheet.getRange("A1").setBackground("#ff0000").setNote("stays").clearContent()');
    expect(sheet.get('A1')).toMatchObject({ value: '', format: { background: '#ff0000' }, note: 'stays' });
  });

  it('takes 50,000 characters in a cell and no more, of a formula too', async () => {
    const emulator = await emulate('');
    expect(await failure(emulator, writeLong(50_000))).toBeUndefined();
    const text = 'Your input contains more than the maximum of 50000 characters in a single cell.';
    expect(await failure(emulator, writeLong(50_001))).toBe(text);
    expect(
      await failure(emulator, 'sheet.getRange("A1").setValue("=" + Array(50001).join("1")); SpreadsheetApp.flush()'),
    ).toBe(text);
  });

  it('is all or nothing: one bad cell and no cell of the call is written', async () => {
    const emulator = await emulate('');
    await script(emulator, 'sheet.getRange("A1:A2").setValues([["good"], [Array(50002).join("x")]])');
    expect(emulator.spreadsheet.sheet('Sheet1').lastRow).toBe(0);
  });

  it('stores an object as its text', async () => {
    const emulator = await emulate('');
    await result(emulator, 'sheet.getRange("A1").setValue({a: 1})');
    expect(emulator.spreadsheet.sheet('Sheet1').get('A1').value).toBe('[object Object]');
  });
});

describe('what refuses a write', () => {
  const locked =
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
  const write = 'sheet.getRange("A1:B1").setValues([[1, 2]]); SpreadsheetApp.flush()';

  it('a protected range, for those who are not among its editors', async () => {
    const emulator = await emulate('');
    emulator.spreadsheet.sheet('Sheet1').protect('B1:B9', { editors: ['ada@example.com'] });
    expect(await failure(emulator, write, { user: 'bob@example.com' })).toBe(locked);
    expect(emulator.spreadsheet.sheet('Sheet1').values('A1:B1')).toEqual([['', '']]);
    expect(
      await failure(emulator, 'sheet.getRange("B2").setNote("x"); SpreadsheetApp.flush()', { user: 'bob@example.com' }),
    ).toBe(locked);
    const canEdit = 'return sheet.getRange("A1:B1").canEdit()';
    expect(await result(emulator, canEdit, { user: 'bob@example.com' })).toBe(false);
    expect(await result(emulator, canEdit, { user: 'ada@example.com' })).toBe(true);
    expect(await failure(emulator, write, { user: 'ada@example.com' })).toBeUndefined();
    expect(await failure(emulator, write)).toBeUndefined();
  });

  it('a protected sheet but for its open ranges; a warning stops nobody', async () => {
    const emulator = await emulate('');
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    sheet.protect(null, { but: ['A1:B1'] });
    const bob = { user: 'bob@example.com' };
    expect(await failure(emulator, write, bob)).toBeUndefined();
    const beside = 'sheet.getRange("C1").setValue(1); SpreadsheetApp.flush()';
    expect(await failure(emulator, beside, bob)).toBe(locked);
    for (const protection of sheet.data.protections) protection.warningOnly = true;
    expect(await failure(emulator, beside, bob)).toBeUndefined();
  });

  it('a validation that rejects, naming the cell; not one that only warns, nor a blank', async () => {
    const emulator = await emulate('');
    await result(
      emulator,
      'var v = SpreadsheetApp.newDataValidation().requireNumberBetween(1, 5); sheet.getRange("G379").setDataValidation(v.setAllowInvalid(false).build()); sheet.getRange("G380").setDataValidation(v.setAllowInvalid(true).build())',
    );
    const text = 'The data you entered in cell G379 violates the data validation rules set on this cell.';
    expect(await failure(emulator, 'sheet.getRange("G379").setValue(6); SpreadsheetApp.flush()')).toBe(text);
    expect(
      await failure(
        emulator,
        'sheet.getRange("G379").setValue("3"); sheet.getRange("G380").setValue(6); SpreadsheetApp.flush()',
      ),
    ).toBeUndefined();
    expect(await failure(emulator, 'sheet.getRange("G379").clearContent(); SpreadsheetApp.flush()')).toBeUndefined();
  });

  it('a dropdown list, a date rule and a checkbox', async () => {
    const emulator = await emulate('');
    await result(
      emulator,
      `var n = function () { return SpreadsheetApp.newDataValidation().setAllowInvalid(false); };
      sheet.getRange("A1").setDataValidation(n().requireValueInList(["yes", "no"], true).build());
      sheet.getRange("A2").setDataValidation(n().requireDateAfter(new Date(Date.UTC(2026, 0, 1))).build());
      sheet.getRange("A3").setDataValidation(n().requireCheckbox().build());`,
    );
    const tries = [
      ['A1', '"maybe"'],
      ['A1', '"yes"'],
      ['A2', '"2025-01-01"'],
      ['A2', '"2026-05-01"'],
      ['A3', '"x"'],
      ['A3', 'true'],
    ];
    const outcomes = [];
    for (const [a1, value] of tries) {
      outcomes.push(
        (await failure(emulator, `sheet.getRange("${a1}").setValue(${value}); SpreadsheetApp.flush()`)) === undefined,
      );
    }
    expect(outcomes).toEqual([false, true, false, true, false, true]);
  });

  it('a typed column: formats, validations and values of another type; its header is free', async () => {
    const emulator = await emulate('');
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    sheet.set('A1', [
      ['handle', 'followers'],
      ['a', 1],
      ['b', 2],
    ]);
    sheet.table('A1:B3', ['none', 'number']);
    const after = (code: string) => failure(emulator, `${code}; SpreadsheetApp.flush()`);
    expect(await after('sheet.getRange("B2:B3").setNumberFormat("0")')).toBe(typedColumn);
    expect(await after('sheet.getRange("A2:B3").setDataValidation(null)')).toBe(typedColumn);
    expect(await after('sheet.getRange("B2").setValue("many")')).toBe(typedColumn);
    expect(await after('sheet.getRange("B2").setValue(5)')).toBeUndefined();
    expect(await after('sheet.getRange("A2").setNumberFormat("0")')).toBeUndefined();
    expect(await after('sheet.getRange("B1").setNumberFormat("@")')).toBeUndefined();
  });

  it('a document that the user may only look at', async () => {
    const emulator = await emulate('');
    emulator.spreadsheet.shareWith(['ada@example.com']);
    expect(await failure(emulator, write, { user: 'ada@example.com' })).toBeUndefined();
    expect(await failure(emulator, write, { user: 'eve@example.com' })).toBe(
      'You do not have permission to perform that action.',
    );
  });
});

describe('a range in other ways', () => {
  it('keeps formats by property, singly and in bulk', async () => {
    const emulator = await emulate('');
    await result(
      emulator,
      'sheet.getRange("A1:B1").setBackgrounds([["#ff0000", null]]).setFontWeight("bold").setWrap(true).setNumberFormats([["0", "@"]])',
    );
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    const both = { fontWeight: 'bold', wrapStrategy: 'WRAP' };
    expect(sheet.get('A1').format).toEqual({ ...both, background: '#ff0000', numberFormat: '0' });
    expect(sheet.get('B1').format).toEqual({ ...both, numberFormat: '@' });
  });

  it('sorts, merges and offsets', async () => {
    const emulator = await emulate('');
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    sheet.set('A1', [
      [2, 'b'],
      [1, 'a'],
      [3, 'c'],
    ]);
    const body = `sheet.getRange("A1:B3").sort([{column: 1, ascending: false}]);
      sheet.getRange("H1:I2").merge();
      var o = sheet.getRange("A1").offset(1, 1, 2, 1);
      return [o.getA1Notation(), sheet.getRange("H2").isPartOfMerge(), sheet.getRange("A1:B1").getValues()];`;
    expect(await result(emulator, body)).toEqual(['B2:B3', true, [[3, 'c']]]);
  });

  it('replaces in the text of formulas, which stay formulas, in its area alone', async () => {
    const emulator = await emulate('');
    emulator.spreadsheet.sheet('Sheet1').set('A1', [['=SUM(B1)'], ['SUM'], ['=1+SUM(B3)']]);
    const body = `var find = function (where) { return where.createTextFinder("sum").matchFormulaText(true); };
      return [find(sheet.getRange("A2:A3")).replaceAllWith("MAX"), find(sheet).replaceAllWith("MIN")];`;
    expect(await result(emulator, body)).toEqual([1, 1]);
    expect(emulator.spreadsheet.sheet('Sheet1').formulas('A1:A3').flat()).toEqual(['=MIN(B1)', '', '=1+MAX(B3)']);
    expect(emulator.spreadsheet.sheet('Sheet1').values('A2')).toEqual([['SUM']]);
  });

  it('keeps a link under a text that is never evaluated', async () => {
    const emulator = await emulate('');
    const body = `var t = SpreadsheetApp.newRichTextValue().setText("=evil()").setLinkUrl("https://example.com/").build();
      sheet.getRange("A1").setRichTextValue(t);
      var back = sheet.getRange("A1").getRichTextValue(); return [back.getText(), back.getLinkUrl()];`;
    expect(await result(emulator, body)).toEqual(['=evil()', 'https://example.com/']);
    expect(emulator.spreadsheet.sheet('Sheet1').get('A1').formula).toBe('');
  });
});
