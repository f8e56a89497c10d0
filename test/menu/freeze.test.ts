import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';

const LABEL = 'Freeze formulas to values (whole sheet)';
const TOTAL = '=COUNTA(A1:A20)';

let addon: Addon;
let handles: string[];
let values: Map<string, unknown>;
beforeAll(async () => {
  addon = await createAddon({ container: 'addon' });
  await addon.emulator.open();
});
afterAll(() => addon.close());

const sheet = () => addon.emulator.spreadsheet.sheet('Sheet1');
const lastToast = (): string => addon.emulator.ui.toasts.at(-1)?.message ?? '';
/** One of ours that asks nobody. */
const ours = (row: number): string => `=IF(TRUE,LEN(A${row})*1.5,INFLU_ENGAGEMENT("instagram",A${row}))`;
const open = (row: number): string => `=IF(TRUE,"pending",INFLU_ENGAGEMENT("instagram",A${row}))`;

/** A title, headers, a formula a row, and below and beside them what is somebody's own. */
async function aFormulaARow(): Promise<void> {
  handles = ['someone', 'some.other', 'abc', 'third', 'fourth.of.them'];
  values = new Map(handles.map((handle) => [handle, handle.length * 1.5]));
  sheet().clear('A1:Z40');
  sheet().set('A1', [
    ['my creators', '', '', ''],
    ['username', 'engagement', 'note', 'growth'],
    ...handles.map((handle, at) => [handle, ours(at + 3), `note of ${handle}`, `=ROUND(${ours(at + 3).slice(1)},0)`]),
    ['', 'my total', '', TOTAL],
    ['later', open(9), 'my note', ''],
  ]);
  await addon.emulator.recalculate({ all: true });
}

/** One formula for all, with a blank among them, its result beside somebody's notes. */
async function oneFormula(): Promise<void> {
  handles = ordinaryHandles(addon.standin, 5);
  sheet().clear('A1:Z40');
  const names = [...handles.slice(0, 2), '', ...handles.slice(2)];
  sheet().set('A1', [
    ['my creators', '', '', ''],
    ['username', 'engagement', '', 'note'],
    ...names.map((name, at) => [name, at ? '' : '=INFLU_ENGAGEMENT("instagram",A3:A8)', '', name && `note of ${name}`]),
    ['', 'my total', TOTAL, ''],
  ]);
  await addon.emulator.recalculate({ all: true });
  values = new Map(
    handles.map((handle) => [
      handle,
      sheet()
        .values('A3:B8')
        .find(([name]) => name === handle)?.[1],
    ]),
  );
  expect(new Set(values.values()).size).toBe(5);
}

interface Cell {
  value: unknown;
  formula: string;
}
const rows = (): Cell[][] => {
  const formulas = sheet().formulas('A1:H14');
  return sheet()
    .values('A1:H14')
    .map((row, at) => row.map((value, column) => ({ value, formula: formulas[at]?.[column] || '' })));
};

/** What no moment may break: each value beside its own handle, and what is somebody's own once. */
function expectAllInPlace(when: unknown, gone: string[] = []): void {
  const all = rows();
  for (const handle of handles.filter((each) => !gone.includes(each))) {
    const row = all.find((cells) => cells.some(({ value }) => value === handle));
    const found = row?.filter(({ value }) => value !== '').map(({ value }) => value);
    expect([when, handle, found]).toEqual([when, handle, expectedOf(handle, found?.length ?? 0)]);
  }
  const texts = all.flat().map(({ value, formula }) => formula || value);
  for (const own of ['my creators', 'username', 'engagement', 'note', 'my total'])
    if (!gone.includes(own)) expect([when, own, texts.filter((text) => text === own).length]).toEqual([when, own, 1]);
  expect([when, texts.filter((text) => String(text).startsWith('=COUNTA')).length]).toEqual([when, 1]);
  // Nothing beside no handle.
  const numbers = all.filter((cells) =>
    cells.some(({ value, formula }) => typeof value === 'number' && !/COUNTA/.test(formula)),
  );
  expect([when, numbers.length]).toEqual([when, handles.length - gone.filter((each) => handles.includes(each)).length]);
}

function expectedOf(handle: string, count: number): unknown[] {
  const value = values.get(handle);
  return [handle, value, `note of ${handle}`, ...(count > 3 ? [Math.round(Number(value))] : [])];
}

const EDITS: Record<string, { edit: () => void; gone?: () => string[] }> = {
  'a row inserted above': { edit: () => sheet().insertRows(1) },
  'a row inserted inside': { edit: () => sheet().insertRows(5) },
  'a row deleted above': { edit: () => sheet().deleteRows(1), gone: () => ['my creators'] },
  'a row deleted inside': { edit: () => sheet().deleteRows(4), gone: () => [handles[1] ?? ''] },
  'a column inserted left': { edit: () => sheet().insertColumns(1) },
  'a column inserted inside': { edit: () => sheet().insertColumns(2) },
  'rows sorted': { edit: () => sheet().sort('A3:D7', [{ column: 1, ascending: isAscending() }]) },
};
/** The other way round than they stand. */
const isAscending = (): boolean => String(handles[0]) > String(handles[4]);

/** What reads, writes or lets writes happen. */
const isAtWork = (method: string): boolean =>
  /getValues|getFormulas|getDisplayValues|getRichText|setValues|flush/.test(method);

/** Calls of a click, each with what happens before it. */
async function clickWith(before: (index: number) => void): Promise<number[]> {
  const calls: number[] = [];
  addon.emulator.faults.intercept = ({ name, method, index, phase }) => {
    if (!name.startsWith('menuFreeze') || phase !== 'before' || !isAtWork(method)) return;
    calls.push(index);
    before(index);
  };
  addon.emulator.ui.answer('YES');
  await addon.emulator.menu.click(LABEL);
  delete addon.emulator.faults.intercept;
  await addon.emulator.recalculate();
  return calls;
}

const SHEETS: [string, () => Promise<void>][] = [
  ['a formula a row', aFormulaARow],
  ['one formula for all', oneFormula],
];

describe.each(SHEETS)('%s', (name, typed) => {
  test.each(Object.entries(EDITS))(
    '%s before any call: each value stays with its handle',
    async (what, { edit, gone }) => {
      // Nobody can sort what a formula has spilled.
      if (what === 'rows sorted' && name === 'one formula for all') return;
      await typed();
      const calls = await clickWith(() => undefined);
      expectAllInPlace('undisturbed');
      expect(
        rows()
          .flat()
          .filter(({ formula }) => /INFLU/.test(formula) && !/pending/.test(formula)).length,
      ).toBe(0);
      let stopped = 0;
      for (const at of calls) {
        await typed();
        await clickWith((index) => index === at && edit());
        expectAllInPlace(at, gone?.());
        if (/Rows or columns moved/.test(lastToast())) stopped += 1;
      }
      expect(stopped).toBeGreaterThan(0);
    },
  );

  test('killed before any call: nothing is lost, and another click does the rest', async () => {
    await typed();
    const calls = await clickWith(() => undefined);
    const whole = rows();
    for (const at of calls) {
      await typed();
      addon.emulator.faults.intercept = ({ name: script, index, phase }) =>
        script.startsWith('menuFreeze') && index === at && phase === 'before' ? { kill: true } : undefined;
      addon.emulator.ui.answer('YES');
      expect((await addon.emulator.menu.click(LABEL)).outcome).toBe('killed');
      delete addon.emulator.faults.intercept;
      await addon.emulator.recalculate();
      expectAllInPlace(at);
      await clickWith(() => undefined);
      expect([at, rows()]).toEqual([at, whole]);
    }
  });
});

test('one that is unfinished and was moved under a write comes back as a text, so that it cannot buy somebody else', async () => {
  sheet().clear('A1:Z40');
  sheet().set('A1', [
    ['abc', ours(1)],
    ['someone', ours(2)],
    ['later', open(3)],
    ['', '=COUNTA(A1:A3)'],
  ]);
  await addon.emulator.recalculate({ all: true });
  const [, , , , , , write] = await clickWith(() => undefined);
  expect(lastToast()).toBe(
    '2 formulas replaced with their values. 1 formula left alone: it is unfinished or shows an error.',
  );
  sheet().set('B1', [[ours(1)], [ours(2)]]);
  await addon.emulator.recalculate({ all: true });
  await clickWith((index) => index === write && sheet().deleteRows(1, 1));
  expect(
    rows()
      .slice(0, 3)
      .map((cells) => cells.slice(0, 2).map(({ value, formula }) => formula || value)),
  ).toEqual([
    ['someone', 10.5],
    ['later', open(3)],
    ['', '=COUNTA(A1:A2)'],
  ]);
  expect(rows()[1]?.[1]?.formula).toBe('');
  expect(lastToast()).toMatch(/some are left. Click again for the rest. Check the formulas in B2:/);
});

const scattered = async (): Promise<void> => {
  sheet().clear('A1:Z60');
  sheet().set(
    'A1',
    Array.from({ length: 50 }, (_, at) => ['x'.repeat(at + 1), at % 2 ? '' : ours(at + 1)]),
  );
  await addon.emulator.recalculate({ all: true });
};

describe('more scattered ones than one block has', () => {
  test('a row inserted after one block: each has its own, and what is left is a formula', async () => {
    await scattered();
    let flushes = 0;
    addon.emulator.faults.intercept = ({ method, phase }) => {
      if (method.includes('flush') && phase === 'after' && ++flushes === 1) sheet().insertRows(20);
    };
    await addon.emulator.menu.click(LABEL);
    delete addon.emulator.faults.intercept;
    await addon.emulator.recalculate();
    for (const [name, result] of sheet().values('A1:B51'))
      if (result !== '') expect(result).toBe(String(name).length * 1.5);
    expect(
      sheet()
        .values('B1:B51')
        .filter(([value]) => value !== '').length,
    ).toBe(25);
    expect(lastToast()).toBe(
      '20 formulas replaced with their values. Rows or columns moved in the meantime, so some are left. Click again for the rest.',
    );
  });
});

test('more than there is time for: it stops well within six minutes and says what is left', async () => {
  sheet().clear('A1:Z60');
  const count = 1_300;
  sheet().set(
    'A1',
    Array.from({ length: count }, (_, at) => [`x${at}`, at % 2 ? '' : ours(at + 1)]),
  );
  await addon.emulator.recalculate({ all: true });
  addon.emulator.ui.answer('YES');
  const { startedAtMs, endedAtMs } = await addon.emulator.menu.click(LABEL);
  expect(endedAtMs - startedAtMs).toBeLessThan(300_000);
  const [, done, left] =
    /^(\d+) formulas replaced with their values\. (\d+) formulas left: click/.exec(lastToast()) ?? [];
  expect(Number(done)).toBeGreaterThan(420);
  expect(Number(done) + Number(left)).toBe(count / 2);
});
