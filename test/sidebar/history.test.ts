import { afterEach, expect, test } from 'vitest';
import { createAddon, type Addon, type AddonOptions } from '../setup/addon';
import { column, ordinaryHandles } from '../setup/creators';
import { momentOf } from '../setup/moment';
import { enriched, started } from './enrich';
import { filesWithTriggers, night } from './nights';
import { refusal, reply, value } from './page';
import { asUser, EDITOR } from './traces';

const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
const TAB = 'influData history';
const OPTIONS: AddonOptions = { standin: { creators: 2000 }, timeZone: 'America/Los_Angeles' };

let addon: Addon;
afterEach(() => addon.close());

const begun = async (options: AddonOptions = OPTIONS): Promise<Addon> => (addon = await createAddon(options));
const switchOn = (at = addon) => value(at, 'switchHistory', { isOn: true });
const bring = (at = addon) => value(at, 'history', {});
const ask = (handles: readonly string[], at = addon) => at.shown('INFLU_GROWTH', 'instagram', column(handles));
const stored = (at = addon): string[] =>
  Object.keys(at.emulator.stores.properties('document').all()).filter((name) => name.startsWith('history'));

type Row = Record<string, unknown>;
/** The tab's rows by their headers. */
function rows(at = addon): Row[] {
  if (!at.emulator.spreadsheet.hasSheet(TAB)) return [];
  const [headers = [], ...cells] = at.emulator.spreadsheet.sheet(TAB).values();
  return cells.map((row) => Object.fromEntries(headers.map((header, index) => [String(header), row[index]])));
}
/** `2026-11-23 adidas`, sorted; days as clocks in Los Angeles have them, eight hours behind. */
const lines = (at = addon): string[] =>
  rows(at)
    .map(
      ({ Date: day, Handle }) => `${new Date((day as Date).getTime() - 8 * 3_600_000).toISOString()} ${String(Handle)}`,
    )
    .map((text) => text.replace('T00:00:00.000Z', ''))
    .sort();
const expected = (handles: readonly string[], day = '2026-11-23'): string[] =>
  handles.map((handle) => `${day} ${handle}`).sort();

const list = (handles: readonly string[], at = addon): void => {
  const sheet = at.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...handles.map((handle) => [handle])]);
  sheet.select(`A1:A${handles.length + 1}`);
};

test('off, nothing is stored and nothing written; on, what a cell fetches from then on has a line with its figures', async () => {
  await begun();
  const [before = '', ...after] = ordinaryHandles(addon.standin, 4);
  await ask([before]);
  expect(await value(addon, 'history', {})).toEqual({ isOn: false, lines: 0, waiting: 0, lost: 0 });
  expect([stored(), rows()]).toEqual([[], []]);
  await switchOn();
  await ask([before, ...after]);
  expect(rows()).toEqual([]);
  expect(await value(addon, 'openHistory', {})).toMatchObject({ isOn: true, lines: 3, waiting: 0, sheet: TAB });
  const { spreadsheet } = addon.emulator;
  spreadsheet.sheet('Sheet1').activate();
  spreadsheet.sheet(TAB).hide();
  await value(addon, 'openHistory', {});
  expect([spreadsheet.activeSheet().name, spreadsheet.activeSheet().data.hidden]).toEqual([TAB, false]);
  expect(lines()).toEqual(expected(after));
  const fields = 'id, followers, engagement, growth, profileScore';
  for (const row of rows()) {
    const shown = (await addon.shown('INFLU_PROFILE', 'instagram', row['Handle'], fields)) as unknown[][];
    expect([
      row['Platform'],
      row['influData id'],
      row['Followers'],
      row['Engagement %'],
      row['Growth % a month'],
      row['Profile score'] === '' ? null : row['Profile score'],
    ]).toEqual(['instagram', ...(shown[0] ?? [])].map((cell) => (cell === '' ? null : cell)));
  }
  // Where nothing waits, nobody is kept waiting for the lock.
  addon.emulator.counts.reset();
  await bring();
  expect(addon.emulator.counts.of('LockService')).toBe(0);
  await value(addon, 'switchHistory', { isOn: false });
  expect(addon.property('history')).toBe('');
  await addon.shown('INFLU_GROWTH', 'tiktok', ordinaryHandles(addon.standin, 1, 'tiktok')[0]);
  await bring();
  expect(lines()).toEqual(expected(after));
  // Switched on again, it goes on where it was, also with whoever is fetched once more on that day.
  await switchOn();
  addon.setSettings({ profileFreshDays: 0 });
  addon.emulator.clock.advance(MINUTE_MS);
  addon.forgetCache();
  const charged = addon.charged();
  await ask(after);
  expect(addon.charged() - charged).toBe(after.length);
  await bring();
  expect(lines()).toEqual(expected(after));
  addon.emulator.clock.advance(DAY_MS);
  await ask(after);
  // At Google's ten million cells, in any language, they wait.
  addon.emulator.faults.intercept = ({ method, phase }) =>
    method === 'Range.setValues' && phase === 'before' ? { throw: 'Mehr als 10.000.000 Zellen.' } : undefined;
  const { problem, ...full } = await bring();
  expect(full).toMatchObject({ isOn: true, lines: 3, waiting: 3 });
  expect(problem).toMatch(/^This spreadsheet has ten million cells, .* so 3 lines of the history wait\. Delete/);
  delete addon.emulator.faults.intercept;
  expect(await bring()).toMatchObject({ lines: 6, waiting: 0 });
  expect(lines()).toEqual([...expected(after), ...expected(after, '2026-11-24')]);
});

test('runs, nights and several people: one line a creator and day, whoever fetches', async () => {
  await begun({ ...OPTIONS, files: filesWithTriggers() });
  const handles = ordinaryHandles(addon.standin, 6);
  list(handles.slice(0, 4));
  await switchOn();
  await enriched(addon, { fields: ['followers'] });
  expect(lines()).toEqual(expected(handles.slice(0, 4)));
  // The page opens as if there were none, but for the time zone.
  const calls = async (): Promise<number> => {
    addon.emulator.counts.reset();
    await value(addon, 'open', {});
    return Object.values(addon.emulator.counts.total()).reduce((sum, count) => sum + count, 0);
  };
  const opened = await calls();
  const kept = addon.property('history') ?? '';
  addon.setProperty('history', '');
  expect(opened - (await calls())).toBeLessThanOrEqual(1);
  addon.setProperty('history', kept);
  const editor = asUser(addon, EDITOR);
  // Fetched again on the same day, by a cell and in a run; and a fifth.
  addon.setSettings({ profileFreshDays: 0 });
  await Promise.all([ask(handles.slice(2, 5)), enriched(editor, { again: true, mode: 'overwrite' })]);
  await Promise.all([bring(), bring(editor), value(editor, 'open', {})]);
  expect(lines()).toEqual(expected(handles.slice(0, 5)));
  const schedule = { sheetId: 0, platform: 'instagram' as const, olderThanDays: 1, hour: 6, cap: 100 };
  await value(addon, 'setSchedule', { schedule });
  // An audience report has the profile in it.
  addon.setSettings({ profileFreshDays: 0, audienceInFormulas: true });
  await addon.shown('INFLU_AUDIENCE', 'instagram', handles[5]);
  addon.emulator.clock.advance(2 * DAY_MS);
  await night(addon);
  expect(lines()).toEqual([...expected(handles), ...expected(handles.slice(0, 4), '2026-11-26')]);
});

test('renamed, sorted, with columns moved, added and renamed: each line still comes once, and columns of a person stay', async () => {
  await begun();
  const handles = ordinaryHandles(addon.standin, 8);
  const person = addon.emulator.stores.properties('user');
  person.set('INFLUDATA_LANGUAGE', 'de');
  await switchOn();
  await ask(handles.slice(0, 4));
  await bring();
  person.set('INFLUDATA_LANGUAGE', 'en');
  const sheet = addon.emulator.spreadsheet.sheet(TAB);
  const before = sheet.values();
  expect(before).toHaveLength(5);
  expect(before[0]).toEqual([
    'Datum',
    'Plattform',
    'Handle',
    'influData-ID',
    'Follower',
    'Engagement %',
    'Wachstum % im Monat',
    'Profil-Score',
  ]);
  // Sorted the other way round.
  sheet.set('A2', before.slice(1).reverse() as never);
  sheet.insertColumns(3, 1);
  sheet.set('C1', [['Note'], ['mine']]);
  sheet.set('D1', [['Who']]);
  addon.setSettings({ profileFreshDays: 0 });
  await ask(handles);
  await bring();
  const after = addon.emulator.spreadsheet.sheet(TAB).values();
  expect(after).toHaveLength(9);
  expect(after[1]?.[2]).toBe('mine');
  expect(
    after
      .slice(1)
      .map((row) => row[3])
      .sort(),
  ).toEqual([...handles].sort());
  expect(after.slice(5).every((row) => row[2] === '' && typeof row[5] === 'number')).toBe(true);
  // A column without which it could not go on was deleted; while it comes back, somebody inserts one.
  sheet.deleteColumns(2, 1);
  const there = sheet.values()[0] ?? [];
  addon.emulator.faults.intercept = ({ method, phase }) => {
    if (method !== 'Range.setValues' || phase !== 'before') return;
    delete addon.emulator.faults.intercept;
    sheet.insertColumns(1, 1);
  };
  await ask(ordinaryHandles(addon.standin, 9).slice(8));
  await bring();
  expect(addon.emulator.faults.intercept).toBeUndefined();
  expect(sheet.values()[0]).toEqual(['', ...there, 'Platform']);
  expect(sheet.values()[9]).toEqual(expect.arrayContaining(['', 'instagram', expect.any(Date)]));
});

test('where the store is full, lines that have no room come from the answers; those that were fetched again are counted', async () => {
  await begun();
  const handles = ordinaryHandles(addon.standin, 200);
  await switchOn();
  for (let piece = 0; piece < 43; piece++) addon.setProperty(`others/${piece}`, 'x'.repeat(8_900));
  await ask(handles);
  addon.setSettings({ profileFreshDays: 0.5 });
  addon.emulator.clock.advance(DAY_MS);
  await ask(handles);
  expect(stored().reduce((size, name) => size + (addon.property(name)?.length ?? 0), 0)).toBeLessThan(4_300);
  const { lines: there, lost, waiting } = await bring();
  expect(waiting).toBe(0);
  expect(lost).toBeGreaterThan(30);
  expect(there + lost).toBe(2 * 200);
  expect(new Set(lines()).size).toBe(there);
  expect(lines()).toEqual(expect.arrayContaining(expected(handles, '2026-11-24')));
  expect(rows().every((row) => row['influData id'] !== '')).toBe(true);
});

const tell = (at = addon) => value(at, 'tellChanges', {});
/** Platform, handle, figure, before and after of what is listed. */
function told(): unknown[][] {
  const cells = addon.emulator.spreadsheet.sheet('What changed').values();
  return cells.slice(7).map((row) => [...row.slice(1, 4), ...row.slice(5, 7)]);
}

test('what changed is listed once, until it goes that far again; thresholds are cells, and a row deleted is told again', async () => {
  await begun();
  const handles = ordinaryHandles(addon.standin, 3);
  expect((await reply(addon, 'tellChanges', {})).ok).toBe(false);
  await switchOn();
  await ask(handles);
  expect(await tell()).toMatchObject({ changes: 0, sheet: 'What changed' });
  const tab = addon.emulator.spreadsheet.sheet(TAB);
  const [, ...first] = tab.values() as (string | number | Date)[][];
  const [one = [], other = []] = first;
  /** Lines of a later day, as the next fetches would bring them. */
  const later = (days: number, ...changed: (string | number | Date)[][]): void => {
    const day = new Date((one[0] as Date).getTime() + days * DAY_MS);
    tab.set(`A${tab.values().length + 1}`, changed.map((row) => [day, ...row.slice(1)]) as never);
  };
  const followers = Number(one[4]);
  const grown = Math.ceil(followers * 1.2);
  const engagement = Number(other[5]);
  later(1, [...one.slice(0, 4), grown, ...one.slice(5)], [...other.slice(0, 5), engagement + 1.5, ...other.slice(6)]);
  const [mine, theirs] = await Promise.all([tell(), tell(asUser(addon, EDITOR))]);
  expect(mine.changes + theirs.changes).toBe(2);
  const both = [
    ['instagram', one[2], 'Followers', followers, grown],
    ['instagram', other[2], 'Engagement %', engagement, engagement + 1.5],
  ];
  expect(told()).toEqual(both);
  expect((await tell()).changes).toBe(0);
  later(2, [...one.slice(0, 4), followers, ...one.slice(5)], [...other.slice(0, 5), engagement + 1, ...other.slice(6)]);
  expect((await tell()).changes).toBe(1);
  expect(told()[2]).toEqual(['instagram', one[2], 'Followers', grown, followers]);
  // A smaller threshold; columns were moved, and the sheet renamed.
  const sheet = addon.emulator.spreadsheet.sheet('What changed');
  sheet.set('C5', [[0.25]]);
  sheet.insertColumns(2, 1);
  expect((await tell()).changes).toBe(1);
  expect(sheet.values()[10]?.slice(3, 8)).toEqual([
    other[2],
    'Engagement %',
    expect.any(Date),
    engagement + 1.5,
    engagement + 1,
  ]);
  expect(sheet.formulas('J11')[0]?.[0]).toMatch(/^=IFERROR\(SPARKLINE\(FILTER\('influData history'!\$F:\$F;/);
  sheet.deleteRows(11, 1);
  expect((await tell()).changes).toBe(1);
  sheet.set('B5', [['many']]);
  sheet.set('D5', [['many']]);
  expect(await refusal(addon, 'tellChanges', {})).toContain('"Engagement ± points" needs a number');
  // Columns of ours that somebody deletes take nothing else along.
  sheet.set('B5', [[0.75]]);
  sheet.set('D5', [[2]]);
  sheet.set('K8', [['called her'], ['mine']]);
  const all = sheet.values();
  sheet.deleteColumns(10, 1);
  expect((await tell()).changes).toBe(0);
  expect(sheet.values()).toEqual(all.map((row) => row.toSpliced(9, 1)));
  sheet.deleteColumns(8, 1);
  expect(await refusal(addon, 'tellChanges', {})).toContain('The column "After" of "What changed" was deleted');
  expect(sheet.values()).toEqual(all.map((row) => row.toSpliced(9, 1).toSpliced(7, 1)));
});

type Sheet = ReturnType<Addon['emulator']['spreadsheet']['sheet']>;
/** What people do while lines are written. `top`: the first row of the list. */
const EDITS: Record<string, (sheet: Sheet, top: number) => void> = {
  'more rows inserted than are written': (sheet, top) => sheet.insertRows(top + 1, 3),
  'three rows inserted above the last': (sheet) => sheet.insertRows(sheet.values().length, 3),
  'sorted the other way round': (sheet, top) => {
    const all = sheet.values().slice(top - 1);
    sheet.set(`A${top}`, all.toReversed() as never);
  },
  'a column inserted': (sheet) => sheet.insertColumns(2, 1),
  'rows deleted': (sheet, top) => sheet.deleteRows(top, 2),
};
/** Right before the write, when nobody looks any more, and right after it. */
const MOMENTS = ['Range.setValues before', 'SpreadsheetApp.flush after'];

/** Has a person do that once at that moment of writing to the sheet. */
function edited(name: string, moment: string, edit: (sheet: Sheet) => void): void {
  const sheet = addon.emulator.spreadsheet.sheet(name);
  addon.emulator.faults.intercept = ({ method, phase }) => {
    if (`${method} ${phase}` !== moment && `SpreadsheetApp.${method} ${phase}` !== moment) return;
    delete addon.emulator.faults.intercept;
    edit(sheet);
  };
}

/** The rows below the header, as texts that don't depend on where columns stand; blank ones left out. */
const standing = (name: string, top: number): string[] => {
  const [headers = [], ...cells] = addon.emulator.spreadsheet
    .sheet(name)
    .values()
    .slice(top - 2);
  return cells
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) =>
      JSON.stringify(
        headers.flatMap((header, at) => (header === '' || header === 'Trend' ? [] : [[header, row[at]]])).sort(),
      ),
    )
    .sort();
};

test('people move rows and columns while lines and changes are written: each stands once, whole and beside its note', async () => {
  await begun();
  const all = ordinaryHandles(addon.standin, 4 + 5 * 2 * 2);
  await switchOn();
  await ask(all.slice(0, 4));
  await bring();
  const tab = addon.emulator.spreadsheet.sheet(TAB);
  tab.set('I1', [
    ['Note'],
    ...tab
      .values()
      .slice(1)
      .map((row) => [`of ${String(row[2])}`]),
  ]);
  let next = 4;
  for (const [name, edit] of Object.entries(EDITS))
    for (const moment of MOMENTS) {
      const handles = all.slice(next, (next += 2));
      const before = standing(TAB, 2);
      await ask(handles);
      let gone: string[] = [];
      edited(TAB, moment, (sheet) => {
        const there = standing(TAB, 2);
        edit(sheet, 2);
        gone = there.filter((row) => !standing(TAB, 2).includes(row));
      });
      expect(await bring(), name).not.toHaveProperty('problem');
      expect(addon.emulator.faults.intercept).toBeUndefined();
      const after = standing(TAB, 2);
      expect([name, moment, before.filter((row) => !after.includes(row))]).toEqual([name, moment, gone]);
      const added = after.filter((row) => !before.includes(row)).map((row) => JSON.parse(row) as [string, unknown][]);
      expect([name, moment, added.map((row) => row.find(([header]) => header === 'Handle')?.[1]).sort()]).toEqual([
        name,
        moment,
        [...handles].sort(),
      ]);
    }
});

test('and while changes are listed: each once, with its own figures', async () => {
  await begun();
  await switchOn();
  await ask(ordinaryHandles(addon.standin, 2));
  await tell();
  const tab = addon.emulator.spreadsheet.sheet(TAB);
  const sheet = addon.emulator.spreadsheet.sheet('What changed');
  const [, one = []] = tab.values() as (string | number | Date)[][];
  let [days, followers] = [0, Number(one[4])];
  /** Two more changes, of which each doubles what was before. */
  const changed = (): void => {
    for (let more = 0; more < 2; more++) {
      days += 1;
      followers *= 2;
      const day = new Date((one[0] as Date).getTime() + days * DAY_MS);
      tab.set(`A${tab.values().length + 1}`, [[day, ...one.slice(1, 4), followers, ...one.slice(5)]] as never);
    }
  };
  changed();
  expect((await tell()).changes).toBe(2);
  for (const [name, edit] of Object.entries(EDITS).filter(([each]) => !each.includes('deleted')))
    for (const moment of MOMENTS) {
      const before = standing('What changed', 8);
      changed();
      edited('What changed', moment, () => edit(sheet, 8));
      expect([name, moment, (await tell()).changes]).toEqual([name, moment, 2]);
      expect(addon.emulator.faults.intercept).toBeUndefined();
      const after = standing('What changed', 8);
      expect([name, moment, after]).toEqual([name, moment, expect.arrayContaining(before)]);
      expect([name, moment, after.length - before.length]).toEqual([name, moment, 2]);
      expect(after.join()).toContain(`["After",${followers}]`);
      expect((await tell()).changes).toBe(0);
    }
});

test('what cannot be read is said, stays, and takes no saved line along; a history begun anew goes on in its tab', async () => {
  await begun();
  const handles = ordinaryHandles(addon.standin, 6);
  await switchOn();
  await ask(handles.slice(0, 2));
  await bring();
  addon.emulator.spreadsheet.sheet(TAB).rename('Growth');
  await ask(handles.slice(2, 4));
  addon.setProperty('history/0', 'torn');
  const sheet = addon.emulator.spreadsheet.sheet('Growth');
  const named = (): string[] =>
    sheet
      .values()
      .slice(1)
      .map((row) => String(row[2]))
      .sort();
  // The answers have them.
  const { problem } = await bring();
  expect(problem).toMatch(/^Some lines that wait .* can't be read\. .* untick Keep a history/);
  expect(named()).toEqual(handles.slice(0, 4).sort());
  await ask(handles.slice(4, 5));
  await bring();
  expect(named()).toEqual(handles.slice(0, 5).sort());
  expect(addon.property('history/0')).toBe('torn');
  expect(await value(addon, 'switchHistory', { isOn: false })).not.toHaveProperty('problem');
  expect(addon.property('history/0')).toBe('');
  expect(await switchOn()).toMatchObject({ isOn: true, lines: 5, sheet: 'Growth' });
  // What says that there is a history.
  addon.setProperty('history', '{"version":2}');
  expect(await bring()).toMatchObject({ isOn: false, problem: expect.stringMatching(/Tick Keep a history/) as string });
  expect(addon.property('history')).toBe('{"version":2}');
  await switchOn();
  await ask(handles.slice(5));
  await bring();
  expect(named()).toEqual([...handles].sort());
  expect(addon.emulator.spreadsheet.hasSheet(TAB)).toBe(false);
});

const CREATORS = 3;
type Act = (at: Addon, handles: readonly string[]) => Promise<unknown>;
let runId = '';
const step: Act = (at) => at.emulator.serve('influSidebar', ['stepRun', { id: runId, resume: true, cap: null }]);
/** What leads to lines, and what brings them into the tab. */
const ACTS: Record<string, { prepare: Act; act: Act; again: Act }> = {
  'a cell, then the tool': {
    prepare: () => Promise.resolve(),
    act: async (at, handles) => {
      await ask(handles, at);
      await at.emulator.serve('influSidebar', ['history', {}]);
    },
    again: (at, handles) => ask(handles, at),
  },
  'the step of a run': {
    prepare: async (at, handles) => {
      list(handles, at);
      runId = (await started(at, { fields: ['followers'] })).id;
    },
    act: step,
    again: step,
  },
};
/** What leaves something behind that counts: looks do not, and reading leaves nothing. */
const LEAVES_SOMETHING = /fetchAll|setProp|setValue|insertSheet|flush/;

for (const [name, { prepare, act, again }] of Object.entries(ACTS))
  test(`killed at any point of ${name}: nothing lost that was settled, nothing doubled`, async () => {
    await begun();
    const handles = ordinaryHandles(addon.standin, CREATORS);
    await switchOn();
    await prepare(addon, handles);
    const moment = momentOf(addon, OPTIONS);
    const calls: { call: string; at: number }[] = [];
    const watched = await moment.again();
    let count = 0;
    watched.emulator.faults.intercept = ({ phase, service, method }) => {
      if (phase === 'before') calls.push({ call: `${service}.${method}`, at: count++ });
    };
    await act(watched, handles);
    expect(lines(watched)).toEqual(expected(handles));
    await watched.close();
    const paid = calls.findLastIndex(({ call }) => call.endsWith('fetchAll'));
    for (const { at } of calls.slice(paid).filter(({ call }) => LEAVES_SOMETHING.test(call))) {
      const killed = await moment.again();
      let seen = 0;
      let isKilled = false;
      killed.emulator.faults.intercept = ({ phase }) => {
        if (phase !== 'before' || isKilled || seen++ < at) return undefined;
        isKilled = true;
        return { kill: true };
      };
      await act(killed, handles);
      expect(isKilled).toBe(true);
      delete killed.emulator.faults.intercept;
      killed.emulator.clock.advance(7 * MINUTE_MS);
      killed.forgetCache();
      await again(killed, handles);
      await bring(killed);
      expect(lines(killed), `killed before call ${at}, ${calls[at]?.call}`).toEqual(expected(handles));
      await killed.close();
    }
  });
