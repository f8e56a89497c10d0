import { describe, expect, it } from 'vitest';
import type { ExecutionCall } from '../../../dev/emulator/emulator';
import { AUTH, MANIFEST, emulate } from '../harness';
import { failure, result } from './script';

const READS = `
function READS() { var s = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet(); return [[s.getName(), s.getRange("A1").getValue(), SpreadsheetApp.getActiveSpreadsheet().getActiveRange().getA1Notation(), s.getLastRow()]]; }
function TRIES(what) { try { TRY[what](SpreadsheetApp.getActiveSpreadsheet(), SpreadsheetApp.getActiveSheet()); return "ok"; } catch (e) { return e.message; } }
var TRY = {
  setValues: function (ss, s) { s.getRange("A1").setValues([[1]]); },
  setBackground: function (ss, s) { s.getRange("A1").setBackground("red"); },
  insertSheet: function (ss, s) { ss.insertSheet("X"); },
  sort: function (ss, s) { s.getRange("A1:A2").sort(1); },
  toast: function (ss, s) { ss.toast("x"); },
  openById: function () { SpreadsheetApp.openById("1"); },
  getUi: function () { SpreadsheetApp.getUi(); },
  getFormulas: function (ss, s) { s.getRange("A1").getFormulas(); },
  flush: function () { SpreadsheetApp.flush(); }
};`;

describe('in a custom function', () => {
  it('the document can be read, and the active range is the cell being computed', async () => {
    const emulator = await emulate(READS);
    emulator.spreadsheet.insertSheet('Data').set('A1', [['x', '=READS()']]);
    emulator.spreadsheet.sheet('Sheet1').select('D4');
    await emulator.recalculate();
    expect(emulator.spreadsheet.sheet('Data').values('B1:E1')).toEqual([['Data', 'x', 'B1', 1]]);
  });

  it('nothing can be written, shown or opened', async () => {
    const emulator = await emulate(READS);
    const outcomes: Record<string, unknown> = {};
    for (const what of [
      'setValues',
      'setBackground',
      'insertSheet',
      'sort',
      'toast',
      'openById',
      'getUi',
      'getFormulas',
      'flush',
    ]) {
      outcomes[what] = (await emulator.cell('TRIES', what)).value;
    }
    expect(outcomes).toEqual({
      setValues: 'You do not have permission to call setValues',
      setBackground: 'You do not have permission to call setBackground',
      insertSheet: 'You do not have permission to call insertSheet',
      sort: 'You do not have permission to call sort',
      toast: 'You do not have permission to call toast',
      openById: `You do not have permission to call SpreadsheetApp.openById. Required permissions: ${AUTH}spreadsheets`,
      getUi: 'Cannot call SpreadsheetApp.getUi() from this context.',
      getFormulas: 'ok',
      flush: 'ok',
    });
    expect(emulator.spreadsheet.sheet('Sheet1').lastRow).toBe(0);
  });
});

const probe = (call: Partial<ExecutionCall>) => async (body: string) => {
  const emulator = await emulate('', { container: 'addon' });
  emulator.push(`function main() { ${body} }`);
  const { error } = await emulator.run({ name: 'main', mode: 'FULL', ...call });
  return error?.message;
};

describe('by mode', () => {
  it('NONE has no document at all, but menus', async () => {
    const none = probe({ mode: 'NONE' });
    expect(await none('SpreadsheetApp.getActiveSpreadsheet()')).toBe(
      'You do not have permission to call SpreadsheetApp.getActiveSpreadsheet.',
    );
    expect(await none('SpreadsheetApp.flush()')).toMatch(/^You do not have permission/);
    expect(await none('SpreadsheetApp.getUi().createAddonMenu().addItem("a", "b").addToUi()')).toBeUndefined();
    expect(await none('SpreadsheetApp.getUi().alert("x")')).toBe('You do not have permission to call Ui.alert.');
  });

  it('a forbidden call at global scope or in onOpen leaves no menu', async () => {
    const menu = 'function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem("a", "b").addToUi(); }';
    const emulator = await emulate(`var name = SpreadsheetApp.getActiveSpreadsheet().getName(); ${menu}`, {
      container: 'addon',
    });
    expect((await emulator.open({ mode: 'NONE' })).outcome).toBe('threw');
    expect(emulator.menu.items()).toEqual([]);
    expect((await emulator.open({ mode: 'LIMITED' })).outcome).toBe('returned');
    expect(emulator.menu.items()).toHaveLength(1);
  });

  it('LIMITED has the document, but no sidebar or dialog', async () => {
    const limited = probe({ mode: 'LIMITED' });
    expect(await limited('SpreadsheetApp.getActiveSheet().getRange("A1").setValue(1)')).toBeUndefined();
    for (const call of [
      'alert("x")',
      'prompt("x")',
      'showSidebar(HtmlService.createHtmlOutput("x"))',
      'showModalDialog(HtmlService.createHtmlOutput("x"), "t")',
    ]) {
      expect(await limited(`SpreadsheetApp.getUi().${call}`)).toMatch(/^You do not have permission to call Ui\./);
    }
  });

  it('a trigger has no UI, and in an add-on no document that one may rely on', async () => {
    const trigger = probe({ mode: 'FULL', source: 'trigger' });
    expect(await trigger('SpreadsheetApp.getUi()')).toBe('Cannot call SpreadsheetApp.getUi() from this context.');
    expect(
      await trigger('if (SpreadsheetApp.getActiveSpreadsheet() !== null) throw new Error("there")'),
    ).toBeUndefined();
    const bound = await emulate('function main() { return SpreadsheetApp.getActiveSpreadsheet().getName(); }');
    expect((await bound.run({ name: 'main', mode: 'FULL', source: 'trigger' })).value).toBe('Untitled spreadsheet');
  });

  it('without a container there is no document and no UI', async () => {
    const emulator = await emulate(
      'function main() { return SpreadsheetApp.getActiveSpreadsheet(); } function ui() { SpreadsheetApp.getUi(); }',
      { container: 'none' },
    );
    expect((await emulator.run({ name: 'main', mode: 'FULL' })).value).toBeNull();
    expect((await emulator.run({ name: 'ui', mode: 'FULL' })).error?.message).toBe(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });
});

const without = (scope: string) => ({
  ...MANIFEST,
  oauthScopes: MANIFEST.oauthScopes.filter((each) => !each.endsWith(scope)),
});

describe('by scope', () => {
  it('the document and the sidebar each need theirs', async () => {
    const noDocument = await emulate('', { manifest: without('spreadsheets.currentonly') });
    expect(await failure(noDocument, '')).toMatch(
      /^You do not have permission to call SpreadsheetApp\.getActiveSpreadsheet\. Required permissions: .*spreadsheets\.currentonly/,
    );
    const noUi = await emulate('', { manifest: without('script.container.ui') });
    expect(await failure(noUi, 'SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("x"))')).toMatch(
      /script\.container\.ui$/,
    );
    expect(await failure(noUi, 'ss.toast("needs none")')).toBeUndefined();
  });

  it('no other document opens under spreadsheets.currentonly', async () => {
    const emulator = await emulate('');
    for (const call of [
      'openById("1")',
      'openByUrl("https://docs.google.com/spreadsheets/d/1/edit")',
      'create("New")',
    ]) {
      expect(await failure(emulator, `SpreadsheetApp.${call}`)).toMatch(
        /^You do not have permission to call SpreadsheetApp\.\w+\. Required permissions: .*\/spreadsheets$/,
      );
    }
  });

  it('several people see one document', async () => {
    const emulator = await emulate('');
    await result(emulator, 'sheet.getRange("A1").setValue("from ada")', { user: 'ada@example.com' });
    expect(await result(emulator, 'return sheet.getRange("A1").getValue()', { user: 'bob@example.com' })).toBe(
      'from ada',
    );
  });
});
