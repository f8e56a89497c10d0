import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { asked, cells, columnOf, contentForm, driven, idsIn, matching, pulled, sheetIdOf, synced } from './content';
import { refusal, value } from './page';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const NO_CAPS = { maxRequestsPerDay: 100_000, maxRequestsPerRun: 50_000 };

/** One creator, no pieces of whom are there from the start: every piece is one that the test added. */
const QUERY = { platform: 'instagram', username: 'adidas', followerMin: '0' };

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ container: 'addon', standin: { creators: 300 } });
  addon.setSettings(NO_CAPS);
  await addon.emulator.open();
  for (const { contentId } of addon.standin.posts.of(person())) addon.standin.posts.remove(contentId);
});
afterEach(() => addon.close());

function person() {
  const found = addon.standin.creators.find('instagram', 'adidas');
  if (!found) throw new Error('no adidas');
  return found;
}

const now = (): number => addon.emulator.clock.now();
/** Posts at these instants, counted in minutes from now. */
const post = (...minutes: number[]): string[] =>
  minutes.map(
    (minute) =>
      addon.standin.posts.add(person(), { uploadedMs: Math.floor(now() / MINUTE_MS + minute) * MINUTE_MS }).contentId,
  );
const isoOf = (ms: number | undefined): string => new Date(ms ?? 0).toISOString().replace('.000Z', 'Z');
const newest = (): string =>
  isoOf(Math.max(...matching(addon, QUERY).map((id) => addon.standin.posts.find(id)?.uploadedMs ?? 0)));
const view = async () => {
  const sheet = await value(addon, 'contentSheet', {});
  if (!sheet) throw new Error('no content sheet in front');
  return sheet;
};
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const range = (length: number, from = 0): number[] => Array.from({ length }, (_, index) => from + index);

function expectInStep(sheet: string): void {
  const there = idsIn(addon, sheet);
  expect({ rows: there.length, ids: [...new Set(there)].sort() }).toEqual({
    rows: there.length,
    ids: matching(addon, QUERY).sort(),
  });
  expect(new Set(there).size).toBe(there.length);
}

describe('a sync', () => {
  test('fetches what is new since the watermark, also what shares its instant, and pays for those at the edge alone again', async () => {
    post(...range(130, -200));
    const first = await pulled(addon, { filters: QUERY });
    const { watermark } = await view();
    expect(await view()).toMatchObject({ pieces: 130, watermark: newest(), monthCharged: 0 });
    for (let twin = 0; twin < 2; twin++) addon.standin.posts.add(person(), { uploadedMs: Date.parse(watermark ?? '') });
    addon.emulator.clock.advance(DAY_MS);
    post(-5, -3, -3);
    const sheetId = sheetIdOf(addon, first.sheet);
    const done = await synced(addon, sheetId);
    expect(done).toMatchObject({
      action: 'sync',
      state: 'done',
      pieces: 6,
      added: 5,
      updated: 0,
      repeated: 1,
      used: 6,
    });
    expectInStep(first.sheet);
    const [last] = asked(addon).slice(-1);
    expect(last?.query).toMatchObject({ sorting: 'uploaded', min_followers: '0', username: 'adidas' });
    expect(last?.query['created_at_gte']).toBe(watermark);
    expect(addon.charged()).toBe(136);
    expect(await view()).toMatchObject({ watermark: newest(), monthCharged: 6 });
    // Nothing new: the edge alone.
    addon.emulator.clock.advance(3 * DAY_MS);
    expect(await synced(addon, sheetId)).toMatchObject({
      state: 'done',
      pieces: 2,
      added: 0,
      repeated: 2,
      message: 'Nothing new since 24 Nov. 2 requests used.',
    });
    expect(await view()).toMatchObject({ monthCharged: 8 });
  });

  test.each(['descending', 'ascending'] as const)(
    'that ends before it is complete (%s) leaves the watermark, and the next goes on without buying again',
    async (order) => {
      addon.standin.manners.uploadedOrder = order;
      post(...range(40, -200));
      const first = await pulled(addon, { filters: QUERY });
      const watermark = newest();
      const sheetId = sheetIdOf(addon, first.sheet);
      addon.emulator.clock.advance(DAY_MS);
      post(...range(250, -400));
      const paid = addon.charged();
      expect(await synced(addon, sheetId, { max: 120 })).toMatchObject({
        state: 'done',
        pieces: 120,
        message: expect.stringMatching(/may be more/),
      });
      if (order === 'descending') expect((await view()).watermark).toBe(watermark);
      addon.emulator.clock.advance(HOUR_MS);
      post(-1, -1);
      expect(await synced(addon, sheetId, { max: 100 })).toMatchObject({ pieces: 100 });
      if (order === 'descending') expect((await view()).watermark).toBe(watermark);
      expect(await synced(addon, sheetId)).toMatchObject({ state: 'done', message: '' });
      expectInStep(first.sheet);
      expect((await view()).watermark).toBe(newest());
      // 252 new ones, and at each of the few edges one known piece.
      expect(addon.charged() - paid).toBeLessThanOrEqual(252 + 5);
    },
  );

  test('goes on with a first pull that had reached its maximum', async () => {
    post(...range(300, -400));
    const first = await pulled(addon, { filters: QUERY, max: 120 });
    expect(await view()).not.toHaveProperty('watermark');
    addon.emulator.clock.advance(HOUR_MS);
    post(-2, -1);
    expect(await synced(addon, sheetIdOf(addon, first.sheet))).toMatchObject({ state: 'done', added: 182 });
    expectInStep(first.sheet);
    expect((await view()).watermark).toBe(newest());
    expect(addon.charged()).toBe(302 + 2);
  });

  test('after a pull that was discarded in the middle goes on from there too', async () => {
    post(...range(300, -400));
    addon.setSettings({ ...NO_CAPS, maxRequestsPerRun: 150 });
    const run = await pulled(addon, { filters: QUERY });
    expect(run.state).toBe('stopped');
    await value(addon, 'endRun', { id: run.id });
    expect((await value(addon, 'open', {})).runs.content).toBeUndefined();
    expect(await synced(addon, sheetIdOf(addon, run.sheet), { cap: 1000 })).toMatchObject({
      state: 'done',
      added: 150,
    });
    expectInStep(run.sheet);
    expect(addon.charged()).toBe(300 + 2);
  });

  test('is one at a time on a sheet', async () => {
    post(-3);
    const run = await value(addon, 'startContent', contentForm({ filters: QUERY }));
    const sheetId = sheetIdOf(addon, run.sheet);
    expect(await refusal(addon, 'startSync', { sheetId, max: 10, refresh: false, cap: null })).toMatch(/not finished/);
    expect(await refusal(addon, 'startSync', { sheetId: 0, max: 10, refresh: false, cap: null })).toMatch(
      /holds no posts, or it was deleted/,
    );
  });

  test('of the first pieces by reach is refused: nobody can say what is new', async () => {
    post(...range(30, -40));
    const first = await pulled(addon, { filters: { ...QUERY, sorting: 'reach' }, max: 10 });
    const sheetId = sheetIdOf(addon, first.sheet);
    expect(await refusal(addon, 'startSync', { sheetId, max: 10, refresh: false, cap: null })).toMatch(
      /first posts by reach/,
    );
    await pulled(addon, { filters: { ...QUERY, sorting: 'reach' }, max: 100, sheetId });
    addon.emulator.clock.advance(HOUR_MS);
    post(-1);
    expect(await synced(addon, sheetId)).toMatchObject({ state: 'done', added: 1 });
    expectInStep(first.sheet);
  });

  test('where nothing had matched brings all that came since', async () => {
    const first = await pulled(addon, { filters: QUERY });
    addon.emulator.clock.advance(HOUR_MS);
    post(-30, -1);
    expect(await synced(addon, sheetIdOf(addon, first.sheet))).toMatchObject({ state: 'done', added: 2, used: 2 });
    expectInStep(first.sheet);
  });

  test('keeps to the dates of its query', async () => {
    post(-3000, -100, -50);
    const filters = { ...QUERY, uploadedFrom: day(now() - DAY_MS), uploadedTo: day(now()) };
    const first = await pulled(addon, { filters });
    expect(idsIn(addon, first.sheet)).toHaveLength(2);
    addon.emulator.clock.advance(2 * DAY_MS);
    post(-1);
    expect(await synced(addon, sheetIdOf(addon, first.sheet))).toMatchObject({ state: 'done', added: 0, pieces: 1 });
    expect(asked(addon).at(-1)?.query['created_at_lte']).toBe(`${filters.uploadedTo}T23:59:59.999Z`);
  });

  test('of a sheet that was renamed and whose rows were sorted brings nothing twice', async () => {
    post(...range(30, -100));
    const first = await pulled(addon, { filters: QUERY });
    const sheet = addon.emulator.spreadsheet.sheet(first.sheet);
    sheet.rename('Spring campaign');
    addon.emulator.clock.advance(HOUR_MS);
    post(-1);
    expect(await synced(addon, sheetIdOf(addon, 'Spring campaign'))).toMatchObject({
      sheet: 'Spring campaign',
      added: 1,
      repeated: 1,
    });
    expectInStep('Spring campaign');
  });
});

describe('a refresh', () => {
  test('puts new figures into the rows of known pieces and brings what is new; nothing else changes', async () => {
    post(...range(130, -200));
    const first = await pulled(addon, { filters: QUERY });
    const sheetId = sheetIdOf(addon, first.sheet);
    const sheet = addon.emulator.spreadsheet.sheet(first.sheet);
    sheet.insertColumns(3, 1);
    sheet.set('C1', 'Rating');
    sheet.set('C5', 'great');
    const before = columnOf(addon, first.sheet, 'Found at');
    const ids = idsIn(addon, first.sheet);
    addon.emulator.clock.advance(DAY_MS);
    for (const id of ids.slice(0, 100)) addon.standin.posts.change(id, { reach: 777_777, caption: '=1+1' });
    const [fresh] = post(-1);
    const done = await synced(addon, sheetId, { refresh: true });
    expect(done).toMatchObject({
      action: 'refresh',
      state: 'done',
      pieces: 131,
      added: 1,
      updated: 130,
      repeated: 0,
      used: 131,
    });
    expectInStep(first.sheet);
    expect(idsIn(addon, first.sheet)).toEqual([...ids, fresh]);
    expect(columnOf(addon, first.sheet, 'Reach').slice(0, 100)).toEqual(range(100).map(() => 777_777));
    expect(columnOf(addon, first.sheet, 'Caption')[0]).toBe('=1+1');
    expect(columnOf(addon, first.sheet, 'Found at').slice(0, 130)).toEqual(before);
    const figures = columnOf(addon, first.sheet, 'Figures of').map((cell) => (cell as Date).getTime());
    expect(Math.min(...figures)).toBeGreaterThan((before[0] as Date).getTime());
    expect(columnOf(addon, first.sheet, 'Rating').filter((cell) => cell !== '')).toEqual(['great']);
    expect(cells(addon, first.sheet)[4]?.[2]).toBe('great');
    expect((await view()).watermark).toBe(newest());
  });

  test('that ends before it is complete costs the sync nothing: nothing is missed after it', async () => {
    post(...range(60, -200));
    const first = await pulled(addon, { filters: QUERY });
    const sheetId = sheetIdOf(addon, first.sheet);
    addon.emulator.clock.advance(DAY_MS);
    post(...range(40, -100));
    expect(await synced(addon, sheetId, { refresh: true, max: 30 })).toMatchObject({
      pieces: 30,
      added: 30,
      updated: 0,
    });
    expect(await synced(addon, sheetId)).toMatchObject({ state: 'done', message: '' });
    expectInStep(first.sheet);
    expect(addon.charged()).toBe(100 + 3);
  });
});

test('a stop in the middle of a sync, an expired cursor, a resume: nothing is missed', async () => {
  post(...range(30, -200));
  const first = await pulled(addon, { filters: QUERY });
  addon.emulator.clock.advance(DAY_MS);
  post(...range(250, -400));
  const run = await value(addon, 'startSync', {
    sheetId: sheetIdOf(addon, first.sheet),
    max: 1000,
    refresh: false,
    cap: 150,
  });
  expect(await driven(addon, run)).toMatchObject({ state: 'stopped', used: 150 });
  addon.emulator.clock.advance(HOUR_MS);
  post(-2);
  expect(await driven(addon, run, { resume: true, cap: 1000 })).toMatchObject({
    state: 'stopped',
    resumeNote: expect.stringMatching(/goes on from/),
  });
  expect(await driven(addon, run, { resume: true })).toMatchObject({ state: 'done' });
  // What was posted after it had begun belongs to the next.
  expect(await synced(addon, sheetIdOf(addon, first.sheet))).toMatchObject({ state: 'done', added: 1 });
  expectInStep(first.sheet);
});
