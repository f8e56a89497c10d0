import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddon, type Addon, type AddonOptions } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { columnOf, driven, enriched, started } from './enrich';
import { refusal, value } from './page';

const DAY_MS = 24 * 60 * 60_000;
const TAB = 'influData data';

let addon: Addon;
let handles: string[];
beforeEach(() => opened());
afterEach(() => addon.close());

async function opened(options: AddonOptions = {}): Promise<void> {
  addon = await createAddon({ container: 'addon', standin: { creators: 4000 }, ...options });
  handles = ordinaryHandles(addon.standin, 50);
  await addon.emulator.open();
}

const sheet = (name = 'Sheet1') => addon.emulator.spreadsheet.sheet(name);
function typed(names: readonly unknown[], name = 'Sheet1'): void {
  sheet(name).activate();
  sheet(name).set('A1', [['username'], ...names.map((each) => [each])]);
  sheet(name).select(`A1:A${names.length + 1}`);
}
const shown = (handle = ''): Promise<unknown> => addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
/** What each answer is filed under; behind that stand the creator's other names. */
const keys = (): unknown[] => columnOf(addon, 'Key', TAB).map((key) => String(key).split(' | ')[0]);

test('an audience report serves as the profile, and who was asked for by id is known by the handle', async () => {
  const creator = addon.standin.creators.find('instagram', handles[1] ?? '');
  typed([handles[0], `id:${creator?.creatorId ?? ''}`]);
  sheet().set('B1', [['platform'], ['instagram'], ['instagram']]);
  sheet().select('A1:B3');
  await enriched(addon, { fields: ['audienceCountry'] });
  const charged = addon.charged();
  addon.forgetCache();
  addon.emulator.clock.advance(DAY_MS);
  expect([await shown(handles[0]), await shown(handles[1])]).toEqual([expect.any(Number), expect.any(Number)]);
  expect(addon.charged()).toBe(charged);
});

test('what a run bought is known by every name, and in a copy of the data tab too', async () => {
  const creators = handles.slice(0, 4).map((handle) => addon.standin.creators.find('instagram', handle)!);
  const ids = creators.flatMap((creator) => [
    `id:${creator.creatorId}`,
    `uid:${addon.standin.creators.text(creator).userId}`,
  ]);
  typed(handles.slice(0, 4));
  await enriched(addon);
  addon.forgetCache();
  const shownIds = async (): Promise<unknown[]> => Promise.all(ids.map((id) => shown(id)));
  const known = await shownIds();
  expect(known).toEqual(ids.map(() => expect.any(Number)));
  // As in a copied spreadsheet: the tab came along, the answers in properties did not.
  await shown(handles[9]);
  addon.forgetCache();
  const properties = addon.emulator.stores.properties('document');
  for (const name of Object.keys(properties.all())) if (name.startsWith('a/')) properties.delete(name);
  expect(await shownIds()).toEqual(known);
  expect(addon.charged()).toBe(5);
});

test.each([
  ['deleted', () => sheet(TAB).delete(), () => void addon.emulator.spreadsheet.insertSheet(TAB)],
  ['renamed', () => sheet(TAB).rename('Old'), () => sheet('Old').rename(TAB)],
  [
    'not readable for a moment',
    () =>
      void (addon.emulator.faults.intercept = ({ service, phase }) =>
        service === 'SpreadsheetApp' && phase === 'before' ? { throw: 'Service Spreadsheets timed out' } : undefined),
    () => void delete addon.emulator.faults.intercept,
  ],
])('the tab is %s: nothing is bought, in formulas and runs, until that is settled', async (_, damage, repair) => {
  typed(handles.slice(0, 3));
  await enriched(addon);
  addon.forgetCache();
  damage();
  expect(await shown(handles[0])).toMatch(/hidden tab "influData data", which holds what you paid for/);
  expect(addon.charged()).toBe(3);
  repair();
  // Where the answers are gone, the receipts still say that they were paid: never again in silence.
  expect([expect.any(Number), expect.stringMatching(/^Paid on 23 Nov/)]).toContainEqual(await shown(handles[0]));
  expect(addon.charged()).toBe(3);
});

test.each(['A', 'B', 'C', 'D'])(
  'a person deletes column %s: the next run goes on, nothing is paid twice',
  async (column) => {
    typed(handles.slice(0, 3));
    await enriched(addon);
    sheet(TAB).deleteColumns(column);
    typed(handles.slice(0, 5));
    await enriched(addon, { mode: 'overwrite' });
    expect(addon.charged()).toBe(5);
    addon.forgetCache();
    addon.emulator.clock.advance(DAY_MS);
    expect(await shown(handles[4])).toEqual(expect.any(Number));
    expect([expect.any(Number), expect.stringMatching(/^Paid on 23 Nov/)]).toContainEqual(await shown(handles[0]));
    expect(addon.charged()).toBe(5);
  },
);

test.each([1, 3])(
  'a person inserts a column at %s: what was bought is served, by every name, and the next run goes on',
  async (column) => {
    typed(handles.slice(0, 3));
    await enriched(addon);
    addon.forgetCache();
    sheet(TAB).insertColumns(column, 1);
    const id = addon.standin.creators.find('instagram', handles[0] ?? '')?.creatorId ?? '';
    expect([await shown(handles[0]), await shown(`id:${id}`)]).toEqual([expect.any(Number), expect.any(Number)]);
    typed(handles.slice(0, 5));
    await enriched(addon, { mode: 'overwrite' });
    addon.forgetCache();
    expect(await Promise.all(handles.slice(0, 5).map(shown))).toEqual(
      handles.slice(0, 5).map(() => expect.any(Number)),
    );
    expect(addon.charged()).toBe(5);
  },
);

test.each([1, 3])(
  'a column inserted at %s while a run writes there: each answer stands under its headers',
  async (column) => {
    typed(handles.slice(0, 3));
    await enriched(addon);
    typed(handles.slice(0, 9));
    const run = await started(addon, { mode: 'overwrite' });
    let isMoved = false;
    addon.emulator.faults.intercept = ({ method, phase, args }) => {
      // The write of answers, and no other: only they begin with the mark of a packed answer.
      if (isMoved || method !== 'Range.setValues' || phase !== 'before' || !JSON.stringify(args).includes('"z:'))
        return;
      isMoved = true;
      sheet(TAB).insertColumns(column, 1);
    };
    await driven(addon, run);
    delete addon.emulator.faults.intercept;
    expect(isMoved).toBe(true);
    addon.forgetCache();
    expect(await Promise.all(handles.slice(0, 9).map(shown))).toEqual(
      handles.slice(0, 9).map(() => expect.any(Number)),
    );
    expect(columnOf(addon, 'Answer', TAB).map((text) => String(text).slice(0, 2))).toEqual(
      handles.slice(0, 9).map(() => 'z:'),
    );
    expect(addon.charged()).toBe(9);
  },
);

test('a person deletes a row: it shows that its creator was paid for, by whatever name it is asked for', async () => {
  typed(handles.slice(0, 3));
  await enriched(addon);
  addon.forgetCache();
  sheet(TAB).deleteRows(2, 1);
  const creator = addon.standin.creators.find('instagram', handles[0] ?? '')!;
  const names = [handles[0], `id:${creator.creatorId}`, `uid:${addon.standin.creators.text(creator).userId}`];
  expect(await Promise.all(names.map(shown))).toEqual(names.map(() => expect.stringMatching(/^Paid on 23 Nov/)));
  expect(addon.charged()).toBe(3);
});

test('a cell that a person changed: it shows that it was paid for, the others are served', async () => {
  typed(handles.slice(0, 3));
  await enriched(addon);
  addon.forgetCache();
  sheet(TAB).set('D3', 'oops');
  expect(await Promise.all(handles.slice(0, 3).map(shown))).toEqual([
    expect.any(Number),
    expect.stringMatching(/^Paid on 23 Nov/),
    expect.any(Number),
  ]);
  expect(addon.charged()).toBe(3);
});

test('sorted by a person: the newest answer of a creator counts, wherever it stands', async () => {
  typed(handles.slice(0, 3));
  await enriched(addon);
  addon.emulator.clock.advance(8 * DAY_MS);
  await enriched(addon, { mode: 'overwrite' });
  addon.forgetCache();
  sheet(TAB).sort('A2:D7', [{ column: 'B', ascending: false }]);
  await Promise.all(handles.slice(0, 3).map(shown));
  expect(addon.charged()).toBe(6);
});

test('two runs that write at once: no answer is lost', async () => {
  addon.emulator.spreadsheet.insertSheet('B');
  typed(handles.slice(40, 42));
  await enriched(addon);
  sheet().clear('A1:Z10');
  typed(handles.slice(0, 20));
  const one = await started(addon);
  typed(handles.slice(20, 40), 'B');
  const other = await started(addon);
  await Promise.all([one, other].map(({ id }) => value(addon, 'stepRun', { id, resume: false, cap: null })));
  expect(new Set(keys()).size).toBe(42);
  expect(addon.charged()).toBe(42);
});

test('what a run buys again is what formulas show from then on', async () => {
  await shown(handles[0]);
  addon.emulator.clock.advance(5 * DAY_MS);
  typed(handles.slice(0, 1));
  await enriched(addon, { again: true });
  addon.forgetCache();
  expect(await addon.shown('INFLU_PROFILE', 'instagram', handles[0], 'asOf')).toEqual(
    columnOf(addon, 'influData as of')[0],
  );
  expect(addon.charged()).toBe(2);
});

test('the tab refuses: the run stops with the reason and the next step; the next day nothing is bought again', async () => {
  typed(handles.slice(0, 5));
  const run = await started(addon);
  addon.emulator.faults.intercept = ({ service, method, phase }) =>
    service === 'SpreadsheetApp' && method === 'Spreadsheet.insertSheet' && phase === 'before'
      ? { throw: 'This action would increase the number of cells above the limit of 10000000 cells.' }
      : undefined;
  expect(await refusal(addon, 'stepRun', { id: run.id, resume: false, cap: null })).toMatch(
    /10000000 cells.*is saved\. Fix that, then resume/,
  );
  delete addon.emulator.faults.intercept;
  addon.forgetCache();
  addon.emulator.clock.advance(DAY_MS);
  expect(await driven(addon, run, { resume: true })).toMatchObject({ state: 'done', counts: { done: 5 } });
  expect(addon.charged()).toBe(5);
});

test('an answer that no cell holds is kept as what formulas buy is', async () => {
  const noise = Array.from({ length: 30_000 }, (_, at) => ((at * 7919 + 13) ** 2 % 999_983).toString(36)).join('');
  addon.spoil = (body) => ({ ...body, noise });
  typed(handles.slice(0, 2));
  await enriched(addon);
  addon.forgetCache();
  expect(await shown(handles[0])).toEqual(expect.any(Number));
  expect(() => sheet(TAB)).toThrow();
  expect(addon.charged()).toBe(2);
});

test('answers far apart are read without what stands between', async () => {
  typed(handles.slice(0, 2));
  await enriched(addon);
  sheet(TAB).insertRows(3, 500);
  addon.forgetCache();
  const rowsRead: number[] = [];
  addon.emulator.faults.intercept = ({ method, phase, args }) => {
    const [, , , rows, columns] = args;
    if (method === 'Sheet.getRange' && phase === 'before' && columns === 4) rowsRead.push(Number(rows));
  };
  const both = handles.slice(0, 2).map((handle) => [handle]);
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', both)).toEqual([
    [expect.any(Number)],
    [expect.any(Number)],
  ]);
  expect(rowsRead).toEqual([1, 1]);
});

const indexReads = (): number => addon.emulator.counts.of('SpreadsheetApp', 'Range.getValues');
/** Answers are forgotten, the index is kept. */
const forgetAnswers = (): void => {
  const cache = addon.emulator.stores.cache('document');
  for (const key of cache.keys()) if (!key.startsWith('tab/')) cache.evict(key);
};

describe('the index of the tab is carried over executions', () => {
  test('another execution reads the answer alone', async () => {
    typed(handles.slice(0, 3));
    await enriched(addon);
    forgetAnswers();
    addon.emulator.counts.reset();
    expect(await shown(handles[1])).toEqual(expect.any(Number));
    expect(indexReads()).toBe(1);
  });

  test('what is bought again is not read before: six reads a batch, and the last look', async () => {
    typed(handles.slice(0, 20));
    await enriched(addon);
    sheet().select('A1:A21');
    const run = await started(addon, { again: true, mode: 'overwrite' });
    forgetAnswers();
    addon.emulator.counts.reset();
    expect(await driven(addon, run)).toMatchObject({ state: 'done', used: 20 });
    expect(indexReads()).toBeLessThanOrEqual(6 + 4);
    expect(addon.charged()).toBe(40);
  });

  test.each([
    ['sorted', 3, () => sheet(TAB).sort('A2:D4', [{ column: 'A', ascending: false }])],
    ['without a row', 2, () => sheet(TAB).deleteRows(3, 1)],
    [
      'another at a row',
      2,
      () => {
        sheet(TAB).deleteRows(2, 1);
        sheet(TAB).set('A4', [['mine', '', '', 'mine']]);
      },
    ],
  ])(
    '%s by a person meanwhile: nobody gets somebody else’s answer, nothing is paid twice',
    async (_, served, change) => {
      typed(handles.slice(0, 3));
      await enriched(addon);
      const expected = handles.slice(0, 3).map((handle) => addon.standin.creators.find('instagram', handle)?.followers);
      forgetAnswers();
      change();
      const got = await Promise.all(
        handles.slice(0, 3).map((handle) => addon.shown('INFLU_PROFILE', 'instagram', handle, 'followers')),
      );
      for (const [at, found] of got.entries())
        if (typeof found === 'number') expect([at, found]).toEqual([at, expected[at]]);
        else expect(found).toMatch(/^Paid on/);
      expect(got.filter((found) => typeof found === 'number')).toHaveLength(served);
      expect(addon.charged()).toBe(3);
    },
  );
});

test('the tab is as wide as needed, and the oldest answers give way at 25,000 rows', async () => {
  typed(handles.slice(0, 3));
  await enriched(addon);
  expect(sheet(TAB).data.columnCount).toBe(4);
  const old = new Date('2026-11-24T00:00:00Z');
  const rows = 24_998;
  sheet(TAB).insertRows(4, rows);
  sheet(TAB).set(
    'A5',
    Array.from({ length: rows - 1 }, (_, at) => [`profile:instagram/filler${at}`, old, 1, 'z:']),
  );
  // However a person has sorted it.
  sheet(TAB).sort(`A2:D${rows + 3}`, [{ column: 'B', ascending: false }]);
  typed(handles.slice(3, 6));
  addon.emulator.clock.advance(DAY_MS);
  await enriched(addon, { mode: 'overwrite' });
  const left = keys();
  expect(left.length).toBeGreaterThan(22_000);
  expect(left.length).toBeLessThanOrEqual(25_000);
  expect(left.slice(-3)).toEqual(handles.slice(3, 6).map((handle) => `profile:instagram/${handle}`));
  // Of yesterday, before the others.
  expect(left).not.toContain(`profile:instagram/${handles[0]}`);
  addon.forgetCache();
  expect(await shown(handles[4])).toEqual(expect.any(Number));
  expect(await shown(handles[0])).toMatch(/^Paid on 23 Nov/);
  expect(addon.charged()).toBe(6);
});
