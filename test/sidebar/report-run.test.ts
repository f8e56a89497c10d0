import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { audienceOf } from '../../dev/standin/audience';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { refusal, value } from './page';
import { cellsIn, chartsOf, check, driven, read, reported, select, start, step, toReport } from './report';

const SEED = 7;

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 2000, seed: SEED } });
});
afterEach(() => addon.close());

const handles = (count: number): string[] => ordinaryHandles(addon.standin, count);
const statesOf = async (form = {}): Promise<string[]> => (await read(addon, form)).creators.map(({ state }) => state);
const sheetNames = (): string[] => addon.emulator.spreadsheet.book.sheets.map(({ name }) => name);
const textsIn = (name: string): unknown[] => addon.emulator.spreadsheet.sheet(name).values().flat();
const factsOf = (handle: string) => {
  const creator = addon.standin.creators.find('instagram', handle);
  if (!creator) throw new Error(`no creator ${handle}`);
  return creator;
};

/** The free check says that there is a report, though there is none yet. */
const saysReady = (handle: string): void => {
  const text = JSON.stringify({ isInDatabase: true, username: handle, platform: 'instagram', hasAudienceData: true });
  addon.standin.faults.add({ endpoint: 'checkDataStatus', creator: handle, times: 1, body: { text } });
};
const pending = (isCheck: boolean) => value(addon, 'pendingReports', { check: isCheck });
const largest = (slices: { name: string; share: number }[]): unknown[][] =>
  [...slices]
    .sort((left, right) => right.share - left.share)
    .slice(0, 8)
    .map((slice) => [slice.name, slice.share]);
const rounded = (rows: unknown[][]): unknown[][] =>
  rows.map((row) => row.map((cell) => (typeof cell === 'number' ? Math.round(cell * 10_000) / 10_000 : cell)));

describe('what is bought', () => {
  test('a sheet a creator at the price that was shown; those without audience data are named and not bought', async () => {
    select(addon, [...handles(3), 'special.noaudience', 'special.private', handles(1)[0] ?? '', '', 'no such handle']);
    const inFront = () => addon.emulator.spreadsheet.activeSheet();
    const front = [inFront().name, inFront().selection()];
    const before = await read(addon);
    expect(before).toMatchObject({ requests: 100, isChecked: false, known: 0, beyond: 0, most: 50 });
    expect(before.unreadable.map(({ row, text }) => [row, text])).toEqual([[9, 'no such handle']]);
    const checked = await check(addon);
    expect(checked).toMatchObject({ requests: 60, isChecked: true });
    expect(checked.creators.map(({ state, note }) => [state, note])).toEqual([
      ['buy', ''],
      ['buy', ''],
      ['buy', ''],
      ['no audience data', ''],
      ['no audience data', 'private account'],
    ]);
    expect(addon.charged()).toBe(0);
    const run = await driven(
      addon,
      await start(
        addon,
        checked.creators.map(({ key }) => key),
      ),
    );
    expect(run).toMatchObject({ state: 'done', creators: 5, doneCreators: 5, used: 60 });
    expect(run.left).toMatchObject([
      { handle: 'special.noaudience', why: 'no audience data' },
      { handle: 'special.private', why: 'no audience data' },
    ]);
    expect(addon.charged()).toBe(60);
    expect(run.sheets).toEqual(handles(3).map((handle) => `${handle} Instagram audience`));
    // The selection is what it was, until somebody wants to see a report.
    expect([inFront().name, inFront().selection()]).toEqual(front);
    await value(addon, 'openReport', { sheet: run.sheets[0] ?? '' });
    expect(inFront().name).toBe(run.sheets[0]);
    expect(await refusal(addon, 'openReport', { sheet: 'no such sheet' })).toMatch(/renamed or deleted/);
    expect((await value(addon, 'open', {})).runs.report).toBeUndefined();
  });

  test('without the check before, the run checks by itself and buys no more than was shown', async () => {
    select(addon, [...handles(2), 'special.noaudience']);
    const { requests, creators } = await read(addon);
    const run = await driven(
      addon,
      await start(
        addon,
        creators.map(({ key }) => key),
      ),
    );
    expect([requests, run.used, addon.charged()]).toEqual([60, 40, 40]);
    expect(run.left).toMatchObject([{ handle: 'special.noaudience', why: 'no audience data' }]);
  });

  test('what is bought and fresh is free, also when the cache has forgotten it, and serves the profile too', async () => {
    select(addon, handles(2));
    await reported(addon);
    expect(addon.charged()).toBe(40);
    addon.forgetCache();
    select(addon, handles(2));
    expect(await statesOf()).toEqual(['known', 'known']);
    expect((await read(addon)).requests).toBe(0);
    for (const kind of ['sheets', 'comparison', 'profiles'] as const) {
      select(addon, handles(2));
      expect(await reported(addon, { kind })).toMatchObject({ state: 'done', used: 0, left: [] });
    }
    expect(addon.charged()).toBe(40);
  });

  test('again buys what is fresh, once', async () => {
    select(addon, handles(2));
    await reported(addon);
    select(addon, handles(2));
    expect(await check(addon, { again: true })).toMatchObject({ requests: 40, known: 0 });
    const run = await driven(addon, await start(addon, toReport(await read(addon, { again: true })), { again: true }));
    expect([run.used, addon.charged()]).toEqual([40, 80]);
  });

  test('profiles cost 1 each; platforms without reports are not available, and have profiles', async () => {
    const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
    sheet.set('A1', [['Handle'], ['https://www.twitch.tv/gronkh'], ['https://www.snapchat.com/add/kyliejenner']]);
    sheet.select('A1:A3');
    expect(await statesOf()).toEqual(['not available', 'not available']);
    expect((await read(addon)).requests).toBe(0);
    const { requests } = await read(addon, { kind: 'profiles' });
    const run = await reported(addon, { kind: 'profiles' });
    expect([requests, run.used, run.left, addon.charged()]).toEqual([2, 2, [], 2]);
    expect(run.sheets).toEqual(['Compare creators']);
  });

  test('an influData id alone has a report, once the free check has said so', async () => {
    const [handle = ''] = handles(1);
    select(addon, [`id:${addon.standin.creators.find('instagram', handle)?.creatorId}`]);
    expect((await read(addon, { platform: '' })).creators[0]?.state).toBe('unchecked');
    const selection = await check(addon, { platform: '' });
    expect([selection.requests, addon.charged()]).toEqual([20, 0]);
    const run = await driven(addon, await start(addon, toReport(selection)));
    expect([run.state, run.used, addon.charged()]).toEqual(['done', 20, 20]);
    expect(run.sheets[0]).toContain(handle);
  });

  test('a comparison takes 20 creators, and says how many it leaves out', async () => {
    select(addon, handles(23));
    expect(await read(addon, { kind: 'comparison' })).toMatchObject({ most: 20, beyond: 3, requests: 400 });
    const keys = handles(23).map((handle) => `instagram/${handle}`);
    expect(await refusal(addon, 'startReport', { kind: 'comparison', keys, again: false, cap: null })).toMatch(/20/);
    expect(
      await refusal(addon, 'startReport', { kind: 'comparison', keys: ['x/y z'], again: false, cap: null }),
    ).toBeTruthy();
  });

  test('no call leaves beyond the cap; raised, the run goes on', async () => {
    select(addon, handles(3));
    const run = await driven(addon, await start(addon, toReport(await check(addon)), { cap: 45 }));
    expect(run.state).toBe('stopped');
    expect(run.message).toMatch(/its cap of 45 requests/);
    expect(addon.charged()).toBeLessThanOrEqual(45);
    expect((await value(addon, 'open', {})).runs.report?.id).toBe(run.id);
    await value(addon, 'stepRun', { id: run.id, resume: true, cap: 60 });
    expect(await driven(addon, run)).toMatchObject({ state: 'done', used: 60, left: [] });
  });

  test('a stopped run waits, a dropped one is gone, and what it made stays', async () => {
    select(addon, handles(2));
    const run = await start(addon, toReport(await check(addon)));
    expect(await value(addon, 'pauseRun', { id: run.id })).toMatchObject({ state: 'stopped' });
    expect(await step(addon, run)).toMatchObject({ state: 'stopped', used: 0 });
    expect(
      await refusal(addon, 'startReport', { kind: 'sheets', keys: ['instagram/nike'], again: false, cap: null }),
    ).toMatch(/not finished/);
    expect(await driven(addon, run, true)).toMatchObject({ state: 'done', used: 40 });
    await value(addon, 'endRun', { id: run.id });
    expect(sheetNames()).toHaveLength(3 + Number(sheetNames().some((name) => name.includes('influData'))));
  });
});

describe('what the API answers', () => {
  test('a 202 is charged 1, kept, checked for free, and bought when it is there; a second 202 costs 1 again', async () => {
    const handle = 'special.pending';
    saysReady(handle);
    select(addon, [handle]);
    const run = await reported(addon);
    expect(run).toMatchObject({ state: 'done', used: 1, sheets: [], left: [{ handle, why: 'pending' }] });
    expect(await pending(false)).toEqual([
      { key: `instagram/${handle}`, handle, platform: 'instagram', since: expect.stringMatching(/^2026-11-23T08/) },
    ]);
    expect(await statesOf()).toEqual(['pending']);
    expect(await pending(true)).toMatchObject([{ isReady: false }]);
    expect(await read(addon)).toMatchObject({ requests: 0, isChecked: true });
    expect(addon.charged()).toBe(1);

    saysReady(handle);
    const [early] = await pending(true);
    expect(early).toMatchObject({ isReady: true });
    expect(await driven(addon, await start(addon, [early?.key ?? '']))).toMatchObject({ used: 1, sheets: [] });
    expect(addon.charged()).toBe(2);

    addon.emulator.clock.advance(25 * 3_600_000);
    const [there] = await pending(true);
    expect(there).toMatchObject({ handle, isReady: true });
    const last = await driven(addon, await start(addon, [there?.key ?? '']));
    expect(last).toMatchObject({ state: 'done', used: 20, left: [] });
    expect(addon.charged()).toBe(22);
    expect(await pending(false)).toEqual([]);
  });

  test('a pending one is not bought unchecked, and can be put off the list', async () => {
    const handle = 'special.pending';
    saysReady(handle);
    select(addon, [handle, ...handles(1)]);
    await reported(addon);
    expect(addon.charged()).toBe(21);
    select(addon, [handle, ...handles(1)]);
    const keys = (await read(addon)).creators.map(({ key }) => key);
    expect(await driven(addon, await start(addon, keys))).toMatchObject({
      used: 0,
      left: [{ handle, why: 'pending' }],
    });
    expect(await value(addon, 'dropPending', { keys: [`instagram/${handle}`] })).toEqual([]);
    expect(await pending(false)).toEqual([]);
    expect(addon.charged()).toBe(21);
  });

  test('who is not in the database is queued for free; who does not exist is not found', async () => {
    const [handle = '', missing = ''] = handles(2);
    const text = JSON.stringify({
      isInDatabase: false,
      isBeingProcessed: true,
      username: handle,
      platform: 'instagram',
    });
    addon.standin.faults.add({ endpoint: 'checkDataStatus', creator: handle, body: { text } });
    addon.standin.faults.add({ endpoint: 'checkDataStatus', creator: missing, status: 404 });
    select(addon, [handle, missing]);
    expect(await check(addon)).toMatchObject({ requests: 0, isChecked: true });
    expect(await statesOf()).toEqual(['queued', 'not found']);
    const run = await driven(
      addon,
      await start(
        addon,
        (await read(addon)).creators.map(({ key }) => key),
      ),
    );
    expect(run.left.map(({ why }) => why)).toEqual(['queued', 'not found']);
    expect(addon.charged()).toBe(0);
  });

  test.each([
    ['400', { status: 400 }],
    ['500 again and again', { status: 500 }],
    ['an empty body', { body: 'empty' as const }],
  ])('%s for one creator is that creator’s matter', async (_, fault) => {
    const [bad = '', good = ''] = handles(2);
    addon.standin.faults.add({ endpoint: 'getUserData', creator: bad, ...fault });
    select(addon, [bad, good]);
    const run = await reported(addon);
    expect(run).toMatchObject({ state: 'done', sheets: [`${good} Instagram audience`] });
    expect(run.left).toMatchObject([{ handle: bad, said: expect.stringMatching(/^failed: [^{}]{10,}/) }]);
  });

  test.each([
    ['401', { status: 401 }, /key/],
    ['403', { status: 403 }, /balance|report/],
    ['429 with a reset date', { status: 429, resetDate: '2026-11-23T09:00:00Z' }, /used up|reset/],
    ['429 again and again', { status: 429 }, /busy|limit|again/i],
    ['500 for all', { status: 500 }, /again/],
  ])('%s stops the run, which buys nothing twice when it is resumed', async (_, fault, message) => {
    select(addon, handles(3));
    const keys = toReport(await check(addon));
    const handle = addon.standin.faults.add({ endpoint: 'getUserData', ...fault });
    const run = await driven(addon, await start(addon, keys));
    expect(run).toMatchObject({ state: 'stopped', used: 0, sheets: [] });
    expect(run.message).toMatch(message);
    handle.remove();
    addon.emulator.clock.advance(70 * 60_000);
    expect(await driven(addon, run, true)).toMatchObject({ state: 'done', used: 60, left: [] });
    expect(addon.charged()).toBe(60);
  });

  test('a burst limit that passes and a lost connection are tried again', async () => {
    const [one = '', two = ''] = handles(2);
    addon.standin.faults.add({ endpoint: 'getUserData', creator: one, status: 429, times: 1 });
    addon.standin.faults.add({ endpoint: 'getUserData', creator: two, lost: 'before-charge', times: 1 });
    select(addon, [one, two]);
    expect(await reported(addon)).toMatchObject({ state: 'done', left: [] });
    expect(addon.charged()).toBe(40);
  });

  test('what was charged on a lost connection counts, and there is one sheet', async () => {
    const [handle = ''] = handles(1);
    addon.standin.faults.add({ endpoint: 'getUserData', creator: handle, lost: 'after-charge', times: 1 });
    select(addon, [handle]);
    const run = await reported(addon);
    expect(run).toMatchObject({ state: 'done', sheets: [`${handle} Instagram audience`], left: [] });
    // The first one was, too; from here nobody can tell.
    expect([run.used, run.unconfirmed, addon.charged()]).toEqual([20, 20, 40]);
  });

  test('what cannot be checked is not bought unseen', async () => {
    addon.standin.faults.add({ endpoint: 'checkDataStatus', status: 500 });
    select(addon, handles(2));
    const keys = (await read(addon)).creators.map(({ key }) => key);
    expect(await driven(addon, await start(addon, keys))).toMatchObject({ state: 'stopped', used: 0 });
    expect(addon.charged()).toBe(0);
  });
});

const foldedIn = (columns: readonly ({ folded?: boolean } | undefined)[]): number[] =>
  columns.flatMap((column, index) => (column?.folded ? [index + 1] : []));

describe('what stands on a report', () => {
  test.each(['flat', 'wrapped', 'profile', 'earlier'] as const)(
    'shape %s: charts refer to cells with the numbers of the report',
    async (shape) => {
      addon.standin.shape = shape;
      const [handle = ''] = handles(1);
      const creator = factsOf(handle);
      const facts = audienceOf(SEED, creator);
      select(addon, [handle]);
      const [name = ''] = (await reported(addon)).sheets;
      await addon.emulator.recalculate();
      const charts = new Map(chartsOf(addon, name).map((chart) => [chart.title, chart]));
      const table = (title: string): unknown[][] => charts.get(title)?.table ?? [];
      expect(rounded(table('Top countries'))).toEqual(largest(facts.countries));
      expect(rounded(table('Top cities'))).toEqual(largest(facts.cities));
      expect(rounded(table('Languages'))).toEqual(largest(facts.languages));
      expect(new Map(rounded(table('Gender')) as [string, number][])).toEqual(
        new Map([
          ['Women', facts.gender.find(({ code }) => code === 'w')?.share],
          ['Men', facts.gender.find(({ code }) => code === 'm')?.share],
        ]),
      );
      expect(rounded(table('Age by gender'))).toEqual([
        ['Age', 'Women', 'Men'],
        ...facts.ageByGender.map(({ age, female, male }) => [age, female, male]),
      ]);
      expect(rounded(table('Follower quality'))).toEqual([
        ['Credibility', facts.quality.credibility],
        ['Real people', facts.quality.realPeople],
        ['Influencers', facts.quality.influencers],
        ['Mass followers', facts.quality.massFollowers],
        ['Suspicious', facts.quality.suspicious],
      ]);
      const growth = table('Followers over time, with collaborations').slice(1);
      expect(growth.at(-1)?.[1]).toBe(creator.followers);
      const mentioned = growth.filter(([, , collaboration]) => collaboration !== '');
      expect(mentioned.every(([, followers, collaboration]) => followers === collaboration)).toBe(true);
      expect(textsIn(name)).toEqual(expect.arrayContaining([creator.followers, creator.medianViewCountPosts]));
      // The data is folded away, and drawn all the same.
      const { columnProperties, charts: drawn } = addon.emulator.spreadsheet.sheet(name).data;
      expect(foldedIn(columnProperties)).toEqual([8, 9, 10, 11]);
      expect(new Set(drawn.map(({ hiddenDimensions }) => hiddenDimensions))).toEqual(new Set(['SHOW_BOTH']));
      expect(textsIn(name).join('\n')).toMatch(/Source: influData, .*fetched 20\d\d-\d\d-\d\d/);
    },
  );

  test.each([
    'special.formula',
    'special.hyperlink',
    'special.at',
    'special.tab',
    'special.cr',
    'special.rtl',
    'special.number',
  ])('the hostile texts of %s stay texts', async (handle) => {
    select(addon, [handle]);
    const run = await reported(addon);
    const sheet = addon.emulator.spreadsheet.sheet(run.sheets[0] ?? '');
    const formulas = sheet.formulas('A1:L9').flat().filter(Boolean);
    expect(formulas.every((formula) => /^=IMAGE\("https:[^"]+"\)$/.test(formula))).toBe(true);
    expect(sheet.values('B4:B4')[0]?.[0]).not.toBe('');
  });

  test('no chart lies over another, nor over a cell that says something', async () => {
    select(addon, ['special.missing']);
    const [name = ''] = (await reported(addon)).sheets;
    const boxes = chartsOf(addon, name).map(({ data: { position, options } }) => ({
      row: position.row,
      column: position.column,
      rows: Math.ceil(Number(options['height']) / 21),
      isWide: Number(options['width']) > 400,
    }));
    for (const { row, column, rows, isWide } of boxes) {
      const area = { row, column, rows, columns: isWide ? 6 : 3 };
      expect(
        cellsIn(addon, name, area)
          .flat()
          .filter((cell) => cell !== ''),
      ).toEqual([]);
    }
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        const isBeside = !one.isWide && !other.isWide && one.column !== other.column;
        const isApart = one.row + one.rows <= other.row || other.row + other.rows <= one.row;
        expect([one, other, isBeside || isApart]).toEqual([one, other, true]);
      }
  });
});
