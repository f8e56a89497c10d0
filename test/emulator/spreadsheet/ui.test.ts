import { describe, expect, it } from 'vitest';
import { emulate } from '../harness';
import { failure, result, script } from './script';

const MENU = `
function onOpen() {
  var ui = SpreadsheetApp.getUi();
  ui.createAddonMenu().addItem("Find creators", "find").addSeparator().addSubMenu(ui.createMenu("More").addItem("Usage", "usage")).addToUi();
  ui.createMenu("Mine").addItem("Usage", "other").addToUi();
}
function find() { SpreadsheetApp.getActiveSpreadsheet().toast("found"); }
function usage() { return "usage"; }
function other() { return "other"; }`;

describe('menus', () => {
  it('are what onOpen adds: items with their paths, once however often it runs', async () => {
    const emulator = await emulate(MENU);
    expect(emulator.menu.items()).toEqual([]);
    await emulator.open();
    await emulator.open();
    expect(emulator.menu.items()).toEqual([
      { label: 'Find creators', path: ['Extensions', 'Find creators'], functionName: 'find' },
      { label: 'Usage', path: ['Extensions', 'More', 'Usage'], functionName: 'usage' },
      { label: 'Usage', path: ['Mine', 'Usage'], functionName: 'other' },
    ]);
  });

  it('run their function with full authority when clicked, by label or path', async () => {
    const emulator = await emulate(MENU);
    await emulator.open();
    expect((await emulator.menu.click('Find creators')).outcome).toBe('returned');
    expect(emulator.ui.toasts).toMatchObject([{ message: 'found', title: '', timeoutSeconds: 5 }]);
    expect((await emulator.menu.click('More ▸ Usage')).value).toBe('usage');
    expect(() => emulator.menu.click('Usage')).toThrow(/2 menu items/);
    expect(() => emulator.menu.click('Nothing')).toThrow(/0 menu items/);
  });
});

describe('dialogues', () => {
  it('get the answers queued for them', async () => {
    const emulator = await emulate('');
    emulator.ui.answer('YES');
    emulator.ui.answer('OK', 'my key');
    const body = `var ui = SpreadsheetApp.getUi(); var yes = ui.alert("Sure?", "It costs 20.", ui.ButtonSet.YES_NO) === ui.Button.YES;
      var p = ui.prompt("Key", ui.ButtonSet.OK_CANCEL); return [yes, p.getResponseText(), String(p.getSelectedButton())];`;
    expect(await result(emulator, body)).toEqual([true, 'my key', 'OK']);
    expect(emulator.ui.alerts).toMatchObject([
      { title: 'Sure?', message: 'It costs 20.', buttons: 'YES_NO', button: 'YES' },
    ]);
    expect(emulator.ui.prompts).toMatchObject([{ title: '', message: 'Key', button: 'OK', text: 'my key' }]);
  });

  it('with one button are answered by themselves, with a choice nobody made they fail', async () => {
    const emulator = await emulate('');
    expect(await result(emulator, 'return String(SpreadsheetApp.getUi().alert("Done."))')).toBe('OK');
    expect(
      await failure(emulator, 'var ui = SpreadsheetApp.getUi(); ui.alert("Pay?", ui.ButtonSet.OK_CANCEL)'),
    ).toMatch(/was not told what to answer to "Pay\?"/);
  });

  it('drop every lock, and flush what was written', async () => {
    const emulator = await emulate('');
    const body = `var lock = LockService.getDocumentLock(); lock.waitLock(1000); sheet.getRange("A1").setValue("written");
      var before = lock.hasLock(); SpreadsheetApp.getUi().alert("?"); return [before, lock.hasLock()];`;
    expect(await result(emulator, body)).toEqual([true, false]);
    expect(emulator.spreadsheet.sheet('Sheet1').get('A1').value).toBe('written');
  });

  it('with the real clock wait for the person', async () => {
    const emulator = await emulate('', { clock: 'real' });
    const shown: string[] = [];
    const opened = new Promise<void>((resolve) => {
      emulator.ui.subscribe((event) => {
        shown.push(event.type);
        if (event.type === 'dialogue') setImmediate(resolve);
      });
    });
    const running = script(
      emulator,
      'sheet.getRange("A1").setValue("written"); var ui = SpreadsheetApp.getUi(); return String(ui.alert("Pay?", ui.ButtonSet.OK_CANCEL))',
    );
    await opened;
    // The person sees what was written before the question.
    expect(emulator.spreadsheet.sheet('Sheet1').get('A1').value).toBe('written');
    const [dialogue] = emulator.ui.open();
    expect(dialogue).toMatchObject({ kind: 'alert', message: 'Pay?', buttons: 'OK_CANCEL' });
    emulator.ui.reply(dialogue!.id, { button: 'CANCEL' });
    expect((await running).value).toBe('CANCEL');
    expect(emulator.ui.open()).toEqual([]);
    expect(shown).toEqual(['dialogue', 'answered']);
  });
});

describe('panels and toasts', () => {
  it('show the sidebar by its title and HTML, whatever its width, and one dialog', async () => {
    const emulator = await emulate('', { html: { Sidebar: '<p>hello</p>' } });
    await result(
      emulator,
      `var ui = SpreadsheetApp.getUi(); ui.showSidebar(HtmlService.createHtmlOutputFromFile("Sidebar").setTitle("influData").setWidth(900));
      ui.showModalDialog(HtmlService.createHtmlOutput("<b>").setWidth(400).setHeight(300), "Report")`,
    );
    expect(emulator.ui.sidebar).toMatchObject({ title: 'influData', html: '<p>hello</p>', width: null });
    expect(emulator.ui.dialog).toMatchObject({ title: 'Report', width: 400, height: 300 });
    await result(emulator, 'SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("second").setTitle("2"))');
    expect(emulator.ui.sidebar?.html).toBe('second');
  });

  it('toast for five seconds or as long as told', async () => {
    const emulator = await emulate('');
    await result(emulator, 'ss.toast("a"); ss.toast("b", "title", -1)');
    expect(emulator.ui.toasts.map(({ message, title, timeoutSeconds }) => [message, title, timeoutSeconds])).toEqual([
      ['a', '', 5],
      ['b', 'title', -1],
    ]);
  });
});
