import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InterceptedCall } from '../../dev/emulator/emulator';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { value } from '../sidebar/page';

const LABEL = 'Recalculate unfinished formulas';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ container: 'addon' });
  await addon.emulator.open();
});
afterEach(() => addon.close());

const sheet = () => addon.emulator.spreadsheet.sheet('Sheet1');
const lastToast = (): string => addon.emulator.ui.toasts.at(-1)?.message ?? '';
/** One of ours that shows `pending` and asks nobody. */
const pending = (row: number): string => `=IF(TRUE,"pending",INFLU_ENGAGEMENT("instagram",A${row}))`;
/** Under each other and apart, with a formula of somebody's between them and a text below. */
const ROWS = [2, 3, 5, 8];
async function typed(): Promise<void> {
  sheet().set('A1', [['username'], ...Array.from({ length: 9 }, (_, index) => [`someone${index}`])]);
  for (const row of ROWS) sheet().set(`B${row}`, pending(row));
  sheet().set('B4', '=COUNTA(A2:A3)');
  sheet().set('B9', 'my total');
  await addon.emulator.recalculate({ all: true });
}
const contents = (): unknown[] =>
  sheet()
    .formulas('B1:B12')
    .map(([formula], row) => formula || sheet().values('B1:B12')[row]?.[0]);

/** The calls of an undisturbed click. */
async function callsOf(): Promise<InterceptedCall[]> {
  const calls: InterceptedCall[] = [];
  addon.emulator.faults.intercept = (call) => {
    if (call.phase === 'before') calls.push(call);
  };
  await addon.emulator.menu.click(LABEL);
  delete addon.emulator.faults.intercept;
  await addon.emulator.recalculate();
  return calls;
}

/** Whatever runs next. */
const AGAIN: (() => Promise<unknown>)[] = [
  () => addon.emulator.open(),
  () => value(addon, 'open', {}),
  () => addon.emulator.menu.click('Usage'),
];

describe('no formula is lost', () => {
  test('killed before any call: all are back when the spreadsheet or the sidebar is opened, or anything is clicked', async () => {
    await typed();
    const count = (await callsOf()).length;
    const before = contents();
    for (let at = 1; at < count; at++) {
      addon.emulator.faults.intercept = ({ name, index, phase }) =>
        name === 'menuRecalculateUnfinished' && index === at && phase === 'before' ? { kill: true } : undefined;
      expect((await addon.emulator.menu.click(LABEL)).outcome).toBe('killed');
      delete addon.emulator.faults.intercept;
      // Somebody works in the sheet meanwhile.
      sheet().insertRows(4);
      await AGAIN[at % AGAIN.length]?.();
      expect([at, contents().filter((each) => /INFLU/.test(String(each)))]).toEqual([at, [2, 3, 6, 9].map(pending)]);
      sheet().deleteRows(4);
      expect([at, contents()]).toEqual([at, before]);
    }
  });

  test('a write that is refused: told, and what comes next puts all back', async () => {
    await typed();
    const before = contents();
    let refused = 0;
    addon.emulator.faults.intercept = ({ method, phase }) =>
      method === 'Range.replaceInFormulas' && phase === 'before' && ++refused > 1
        ? { throw: 'You are trying to edit a protected cell or object.' }
        : undefined;
    await addon.emulator.menu.click(LABEL);
    delete addon.emulator.faults.intercept;
    await value(addon, 'open', {});
    expect(contents()).toEqual(before);
  });
});

test('a row inserted between any two calls: what is not ours stays, each formula keeps its row, and what is left is said', async () => {
  await typed();
  const count = (await callsOf()).length;
  for (let at = 1; at < count; at++) {
    const before = contents();
    addon.emulator.faults.intercept = ({ name, index, phase }) => {
      if (name === 'menuRecalculateUnfinished' && index === at && phase === 'before') sheet().insertRows(3);
    };
    await addon.emulator.menu.click(LABEL);
    delete addon.emulator.faults.intercept;
    const rows = contents();
    expect([at, rows.filter((each) => each !== '').length]).toEqual([at, before.filter((each) => each !== '').length]);
    rows.forEach((each, index) => {
      if (/INFLU/.test(String(each))) expect([at, each]).toEqual([at, pending(index + 1)]);
    });
    expect(rows).toContain('my total');
    expect(lastToast()).toMatch(/^\d formulas? recalculated/);
    sheet().deleteRows(3);
    expect(contents()).toEqual(before);
  }
});

test('more scattered ones than there is time for: it stops well within six minutes and says what is left', async () => {
  const cells = Array.from({ length: 2_000 }, (_, index) => [index % 2 ? '' : pending(index + 1)]);
  sheet().set('B1', cells);
  await addon.emulator.recalculate({ all: true });
  const before = sheet().formulas('B1:B2000');
  const { startedAtMs, endedAtMs } = await addon.emulator.menu.click(LABEL);
  expect(endedAtMs - startedAtMs).toBeLessThan(300_000);
  const [, done, left] = /^(\d+) formulas recalculated.* (\d+) formulas left/.exec(lastToast()) ?? [];
  expect(Number(done)).toBeGreaterThan(420);
  expect(Number(done) + Number(left)).toBe(1_000);
  expect(sheet().formulas('B1:B2000')).toEqual(before);
});

test('a click reads a small property, not all of them, to see that all names are in place, and one for the language', async () => {
  await addon.emulator.menu.click(LABEL);
  const reads = (method: string): number => addon.emulator.counts.of('PropertiesService', method);
  addon.emulator.counts.reset();
  await addon.emulator.menu.click('Freeze formulas to values (whole sheet)');
  expect([reads('getProperty'), reads('getProperties')]).toEqual([2, 0]);
});

test('an error that a range says as a text counts as unfinished: it is not frozen, and asked again', async () => {
  const handles = ordinaryHandles(addon.standin, 3);
  const formula = '=INFLU_ENGAGEMENT("instagram",A1:A3)';
  sheet().clear('A1:Z40');
  sheet().set(
    'A1',
    handles.map((handle) => [handle]),
  );
  const fault = addon.standin.faults.add({ endpoint: 'getUserData', status: 403 });
  sheet().set('B1', formula);
  await addon.emulator.recalculate();
  expect(sheet().values('B1:B3').flat()).toEqual(handles.map(() => expect.stringMatching(/^influData refused this/)));
  await addon.emulator.menu.click('Freeze formulas to values (whole sheet)');
  expect(sheet().get('B1').formula).toBe(formula);
  expect(lastToast()).toMatch(/1 formula left alone/);
  fault.remove();
  addon.emulator.clock.advance(20 * 60_000);
  await addon.emulator.menu.click(LABEL);
  await addon.emulator.recalculate();
  expect(lastToast()).toBe('1 formula recalculated.');
  expect(sheet().values('B1:B3').flat()).toEqual(handles.map(() => expect.any(Number)));
});
