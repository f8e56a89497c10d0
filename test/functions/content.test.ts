import { describe, expect, test } from 'vitest';
import { KEY } from '../setup/addon';
import { addon, BALANCE, sent, shareAddon } from './shared-addon';

shareAddon();

const DAY_MS = 86_400_000;
const FILTERS = 'platform=instagram; username=adidas, nike; followerMin=0';
const rows = (shown: unknown): unknown[][] => {
  if (!Array.isArray(shown)) throw new Error(`no rows: ${String(shown)}`);
  return shown as unknown[][];
};
const allow = (): void => addon.setSettings({ contentInFormulas: true });
/** As long as what is kept for days. */
const cut = (row: unknown[]) =>
  row.map((cell) => (typeof cell === 'string' ? Array.from(cell).slice(0, 159).join('') : cell));
const queries = () => addon.standin.charges.requests('getContent').map(({ query }) => query);

test('off until it is allowed: the sentence names the setting and nothing is sent', async () => {
  expect(await addon.shown('INFLU_CONTENT', FILTERS)).toMatch(/Turn on "Posts in formulas" .* 1 request/);
  expect(sent()).toBe(0);
  allow();
  expect(rows(await addon.shown('INFLU_CONTENT', FILTERS)).length).toBeGreaterThan(2);
  // What was bought shows, also when it is off again.
  const paid = addon.charged();
  addon.setSettings({});
  expect(rows(await addon.shown('INFLU_CONTENT', FILTERS)).length).toBeGreaterThan(2);
  expect(addon.charged()).toBe(paid);
});

describe('allowed', () => {
  test('a row a piece, newest first: platform, username, type, uploaded, reach, likes, comments, caption, link', async () => {
    allow();
    const shown = rows(await addon.shown('INFLU_CONTENT', FILTERS));
    expect(addon.charged()).toBe(shown.length);
    for (const [platform, username, type, uploaded, reach, likes, comments, caption, link, ...more] of shown) {
      expect(platform).toBe('instagram');
      expect(['adidas', 'nike']).toContain(username);
      expect(['post', 'reel', 'story']).toContain(type);
      expect(uploaded).toBeInstanceOf(Date);
      expect([reach, likes, comments].every((figure) => typeof figure === 'number')).toBe(true);
      expect(typeof caption).toBe('string');
      expect(link).toMatch(/^https:\/\/www\.instagram\.com\/p\/\d+\/$/);
      expect(more).toEqual([]);
    }
    const instants = shown.map((row) => (row[3] as Date).getTime());
    expect(instants).toEqual([...instants].sort((left, right) => right - left));
    expect(queries()).toEqual([{ platform: 'instagram', username: 'adidas,nike', min_followers: '0', limit: '20' }]);
  });

  test('20 pieces without a limit, 100 at most; the filters may be a range, with dates', async () => {
    allow();
    expect(rows(await addon.shown('INFLU_CONTENT', 'platform=youtube'))).toHaveLength(20);
    const range = [
      ['Platform', 'youtube'],
      ['uploadedTo', new Date('2026-11-01T00:00:00Z')],
      ['', ''],
    ];
    expect(rows(await addon.shown('INFLU_CONTENT', range, 100))).toHaveLength(100);
    expect(addon.charged()).toBe(120);
    expect(queries()[1]).toEqual({
      platform: 'youtube',
      min_followers: '10000',
      created_at_lte: '2026-11-01T23:59:59.999Z',
      limit: '100',
    });
  });

  test('is paid once while it is fresh, also when the cache forgets it: then long captions are cut', async () => {
    allow();
    const before = rows(await addon.shown('INFLU_CONTENT', 'platform=youtube', 100));
    addon.forgetCache();
    addon.emulator.clock.advance(5 * DAY_MS);
    const after = rows(await addon.shown('INFLU_CONTENT', ' PLATFORM = YouTube', 100));
    expect(addon.charged()).toBe(100);
    expect(after.map(cut)).toEqual(before.map(cut));
    expect(Math.max(...after.map((row) => Array.from(String(row[7])).length))).toBe(160);
    addon.emulator.clock.advance(3 * DAY_MS);
    await addon.shown('INFLU_CONTENT', 'platform=youtube', 100);
    expect(addon.charged()).toBe(200);
  });

  test('nothing matches: a sentence, no charge', async () => {
    allow();
    expect(await addon.shown('INFLU_CONTENT', `${FILTERS}; keywords=nobodywritesthis`)).toEqual([['no posts found']]);
    expect(addon.charged()).toBe(0);
  });

  test.each([
    [[FILTERS, 0], /from 1 to 100.*Find posts/],
    [[FILTERS, 101], /from 1 to 100/],
    [[FILTERS, 'two'], /from 1 to 100/],
    [['platform=twitch'], /not one of platform/],
    [['platfrm=instagram'], /did you mean "platform"/],
    [['uploadedFrom=yesterday'], /not a date.*2026-05-31/],
    [['country'], /not a filter/],
  ])('%j is refused in one sentence and free', async (args: unknown[], says) => {
    allow();
    expect(await addon.shown('INFLU_CONTENT', ...args)).toMatch(says);
    expect(sent()).toBe(0);
  });

  test.each([
    ['paused', () => addon.setSettings({ contentInFormulas: true, paused: true }), /^paused$/],
    [
      'a cap',
      () => addon.setSettings({ contentInFormulas: true, maxRequestsPerDay: 19 }),
      /^budget reached: today's cap of 19 requests/,
    ],
    ['the balance', () => addon.standin.keys.setBalance(KEY, 19), /^budget reached: .*balance/],
  ])('%s: the state is the cell, and nothing is charged', async (_, limit, says) => {
    allow();
    limit();
    expect(rows(await addon.shown('INFLU_CONTENT', FILTERS))[0]?.[0]).toMatch(says);
    expect(addon.charged()).toBe(0);
    addon.standin.keys.setBalance(KEY, BALANCE);
  });

  test('no key, a refused key, a broken API: one sentence', async () => {
    allow();
    addon.standin.faults.add({ endpoint: 'getContent', status: 500 });
    expect(await addon.shown('INFLU_CONTENT', FILTERS)).toMatch(/problem at the moment|pending/);
    addon.standin.faults.clear();
    addon.setProperty('INFLUDATA_API_KEY', '');
    expect(await addon.shown('INFLU_CONTENT', FILTERS, 5)).toMatch(/key/i);
    expect(addon.charged()).toBe(0);
  });

  test('an answer that cannot be read is said, and not bought again today', async () => {
    allow();
    addon.standin.faults.add({ endpoint: 'getContent', body: { text: '{"pieces":[]}' }, times: 1 });
    expect(await addon.shown('INFLU_CONTENT', FILTERS)).toMatch(/couldn't read/);
    expect(await addon.shown('INFLU_CONTENT', FILTERS)).toMatch(/couldn't read/);
    expect(sent('getContent')).toBe(1);
  });
});
