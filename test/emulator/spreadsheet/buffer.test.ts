import { describe, expect, it } from 'vitest';
import { emulate } from '../harness';
import { failure, result, script } from './script';

const tooLong = 'Array(50002).join("x")';
const tooLongText = 'Your input contains more than the maximum of 50000 characters in a single cell.';

describe('buffered writes', () => {
  it('are unseen by others until a flush', async () => {
    const code = `function write() { var s = SpreadsheetApp.getActiveSheet(); s.getRange("A1").setValue("new"); Utilities.sleep(5000); SpreadsheetApp.flush(); Utilities.sleep(5000); }
      function look() { return SpreadsheetApp.getActiveSheet().getRange("A1").getValue(); }`;
    const emulator = await emulate(code);
    const start = emulator.clock.now();
    const runs = await emulator.runAll([
      { name: 'write', mode: 'FULL' },
      { name: 'look', mode: 'FULL', startAtMs: start + 3000 },
      { name: 'look', mode: 'FULL', startAtMs: start + 8000 },
    ]);
    expect(runs.map(({ value }) => value)).toEqual([undefined, '', 'new']);
  });

  it('are seen by their own execution, for a read flushes', async () => {
    const emulator = await emulate('');
    expect(await result(emulator, 'sheet.getRange("A1").setValue("x"); return sheet.getRange("A1").getValue()')).toBe(
      'x',
    );
    expect(await result(emulator, 'sheet.getRange("A9").setValue("x"); return sheet.getLastRow()')).toBe(9);
  });

  it('take effect at the end of an execution that never flushes, and of one that throws', async () => {
    const emulator = await emulate('');
    await script(emulator, 'sheet.getRange("A1").setValue("kept")');
    await script(emulator, 'sheet.getRange("A2").setValue("kept too"); throw new Error("no")');
    expect(emulator.spreadsheet.sheet('Sheet1').values('A1:A2').flat()).toEqual(['kept', 'kept too']);
  });

  it('of a killed execution are lost, what was flushed before is not', async () => {
    const emulator = await emulate('');
    const body =
      'sheet.getRange("A1").setValue(1); SpreadsheetApp.flush(); sheet.getRange("A2").setValue(2); CacheService.getScriptCache().get("x")';
    emulator.faults.intercept = ({ service, phase }) =>
      service === 'CacheService' && phase === 'after' ? { kill: true } : undefined;
    const { outcome } = await script(emulator, body);
    expect(outcome).toBe('killed');
    expect(emulator.spreadsheet.sheet('Sheet1').values('A1:A2').flat()).toEqual([1, '']);
  });

  it('that are bad are accepted and throw at the flush', async () => {
    const emulator = await emulate('');
    const body = `var steps = []; sheet.getRange("A1").setValue(${tooLong}); steps.push("written");
      try { SpreadsheetApp.flush(); } catch (e) { steps.push(e.name + ": " + e.message); }
      SpreadsheetApp.flush(); steps.push("forgotten"); return steps;`;
    expect(await result(emulator, body)).toEqual(['written', `Exception: ${tooLongText}`, 'forgotten']);
  });

  it('that are bad throw at the next read or change, whatever that is', async () => {
    const emulator = await emulate('');
    const bad = `sheet.getRange("A1").setValue(${tooLong});`;
    expect(
      await failure(
        emulator,
        `${bad} try { sheet.getRange("B1"); } catch (e) { return } sheet.getRange("B1").getValue()`,
      ),
    ).toBe(tooLongText);
    expect(await failure(emulator, `${bad} ss.insertSheet("New")`)).toBe(tooLongText);
    expect(emulator.spreadsheet.sheetNames()).toEqual(['Sheet1']);
  });

  it('that are bad fail an execution that returns without a flush', async () => {
    const emulator = await emulate('');
    const execution = await script(emulator, `sheet.getRange("A1").setValue(${tooLong}); return "fine"`);
    expect(execution).toMatchObject({ outcome: 'threw', error: { message: tooLongText } });
  });

  it('take those behind them along; those before stay', async () => {
    const emulator = await emulate('');
    await script(
      emulator,
      `sheet.getRange("A1").setValue(1); sheet.getRange("A2").setValue(${tooLong}); sheet.getRange("A3").setValue(3); SpreadsheetApp.flush()`,
    );
    expect(emulator.spreadsheet.sheet('Sheet1').values('A1:A3').flat()).toEqual([1, '', '']);
  });

  it('hit the coordinates they were given, wherever the rows have gone meanwhile', async () => {
    const code = `function write() { var r = SpreadsheetApp.getActiveSheet().getRange("B2"); r.setValue("for b"); Utilities.sleep(10000); SpreadsheetApp.flush(); }
      function insert() { SpreadsheetApp.getActiveSheet().insertRowsAfter(1, 1); }`;
    const emulator = await emulate(code);
    emulator.spreadsheet.sheet('Sheet1').set('A1', [['a'], ['b']]);
    const start = emulator.clock.now();
    await emulator.runAll([
      { name: 'write', mode: 'FULL' },
      { name: 'insert', mode: 'FULL', startAtMs: start + 3000 },
    ]);
    expect(emulator.spreadsheet.sheet('Sheet1').values('A1:B3')).toEqual([
      ['a', ''],
      ['', 'for b'],
      ['b', ''],
    ]);
  });

  it('to a sheet that was deleted meanwhile throw', async () => {
    const emulator = await emulate('');
    const other = emulator.spreadsheet.insertSheet('Gone');
    const body = `var r = ss.getSheetByName("Gone").getRange("A1"); r.setValue(1); SpreadsheetApp.flush(); ss.deleteSheet(ss.getSheetByName("Gone")); r.setValue(2)`;
    expect(await failure(emulator, body)).toBe(`Sheet ${other.id} not found`);
  });

  it('cleared and written again unflushed, a formula is not run again; flushed between, it is', async () => {
    const code = `function NEXT() { var c = CacheService.getDocumentCache(); var n = Number(c.get("n") || 0) + 1; c.put("n", String(n)); return n; }
      function again(flush) { var r = SpreadsheetApp.getActiveSheet().getRange("A1"); var f = r.getFormula(); r.clearContent(); if (flush) SpreadsheetApp.flush(); r.setFormula(f); }
      function same() { var r = SpreadsheetApp.getActiveSheet().getRange("A1"); r.setFormula(r.getFormula()); }`;
    const emulator = await emulate(code);
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    sheet.set('A1', '=NEXT()');
    await emulator.recalculate();
    for (const call of [{ name: 'same' }, { name: 'again', args: [false] }]) {
      await emulator.run({ ...call, mode: 'FULL' });
      await emulator.recalculate();
      expect(sheet.get('A1').value).toBe(1);
    }
    await emulator.run({ name: 'again', args: [true], mode: 'FULL' });
    await emulator.recalculate();
    expect(sheet.get('A1').value).toBe(2);
  });
});

async function took(body: string): Promise<number> {
  const emulator = await emulate('');
  const { startedAtMs, endedAtMs } = await script(emulator, body);
  return endedAtMs - startedAtMs;
}

describe('the time it takes', () => {
  it('is 300 ms a call, one cell or ten thousand', async () => {
    expect(await took('sheet.getRange(1, 1).getValue()')).toBe(300);
    expect(await took('sheet.getRange(1, 1, 1000, 10).getValues()')).toBe(300);
    expect(await took('sheet.getRange(1, 1, 1000, 2).setValue(1); SpreadsheetApp.flush()')).toBe(600);
    expect(await took('for (var i = 1; i <= 5; i++) sheet.getRange(i, 1).setValue(i)')).toBe(1500);
  });

  it('is none for finding sheets and ranges', async () => {
    expect(
      await took(
        'ss.getSheets(); ss.getActiveSheet().getName(); sheet.getRange("A1:B2").getA1Notation(); sheet.getSheetId()',
      ),
    ).toBe(0);
  });
});
