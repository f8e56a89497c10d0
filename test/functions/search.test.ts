import { describe, expect, test } from 'vitest';
import { KEY } from '../setup/addon';
import { addon, BALANCE, sent, shareAddon } from './shared-addon';

shareAddon();

const DAY_MS = 86_400_000;
const FILTERS = 'country=Germany; followerMin=10000';
const rows = (shown: unknown): unknown[][] => shown as unknown[][];

/** What the API itself says, past the add-on. */
function apiPage(page: number, query: Record<string, string> = { country: 'Germany', followerMin: '10000' }) {
  const search = new URLSearchParams({ platform: 'instagram', ...query, skipCount: String((page - 1) * 20) });
  const answer = addon.standin.handle(
    {
      method: 'GET',
      url: `https://app.infludata.com/api/externalAPI/discovery?${search.toString()}`,
      headers: { authorization: `Bearer ${KEY}` },
    },
    addon.emulator.clock.now(),
  );
  if ('lost' in answer) throw new Error('lost');
  addon.standin.charges.clear();
  addon.standin.keys.setBalance(KEY, BALANCE);
  return JSON.parse(new TextDecoder().decode(answer.body)) as { count: number; users: Record<string, unknown>[] };
}

describe('INFLU_COUNT and INFLU_SEARCH', () => {
  test('the count, for 1 request', async () => {
    const { count } = apiPage(1);
    addon.emulator.clock.advance(60_000);
    expect(await addon.shown('INFLU_COUNT', 'instagram', FILTERS)).toBe(count);
    expect(addon.charged()).toBe(1);
  });

  test('share one first page, whatever the order of the filters, for as long as it is fresh', async () => {
    await addon.shown('INFLU_COUNT', 'instagram', FILTERS);
    const shown = rows(await addon.shown('INFLU_SEARCH', 'Instagram', 'FOLLOWERMIN=10k;country=germany'));
    expect(shown).toHaveLength(20);
    addon.forgetCache();
    addon.emulator.clock.advance(6 * DAY_MS);
    expect(rows(await addon.shown('INFLU_SEARCH', 'instagram', FILTERS))).toEqual(shown);
    // A comma before a further filter is none of its value.
    expect(rows(await addon.shown('INFLU_SEARCH', 'instagram', 'country=Germany, followerMin = 10000'))).toEqual(shown);
    expect(addon.charged()).toBe(1);
    addon.emulator.clock.advance(2 * DAY_MS);
    await addon.shown('INFLU_SEARCH', 'instagram', FILTERS);
    expect(addon.charged()).toBe(2);
  });

  test('a row a creator in the order of the API; 20 a page; a request a page', async () => {
    const { users } = apiPage(2);
    addon.emulator.clock.advance(60_000);
    const shown = rows(
      await addon.shown('INFLU_SEARCH', 'instagram', FILTERS, 3, 'username, followers, engagement, country'),
    );
    expect(shown).toHaveLength(60);
    expect(shown.slice(20, 40)).toEqual(
      users.map(({ username, followers, engagementMean, country }) => [username, followers, engagementMean, country]),
    );
    expect(addon.charged()).toBe(3);
  });

  test('one field makes one column, fit for other formulas: no header is bought as a handle', async () => {
    const names = rows(await addon.shown('INFLU_SEARCH', 'instagram', FILTERS, 1, 'username'));
    expect(names.every((row) => row.length === 1)).toBe(true);
    const followers = rows(await addon.shown('INFLU_PROFILE', 'instagram', names, 'followers'));
    expect(followers.flat().every((value) => typeof value === 'number')).toBe(true);
    expect(addon.charged()).toBe(21);
  });

  test('a name that is no field says so in each row, and is no blank column', async () => {
    const found = rows(await addon.shown('INFLU_SEARCH', 'instagram', FILTERS, 1, 'username, shoeSize'));
    expect(new Set(found.map(([, size]) => size))).toEqual(new Set(['influData has no such field']));
  });

  test('never a page beyond the count, and creators that pages repeat once', async () => {
    addon.standin.manners.pageOverlap = 2;
    const filters = 'country=Austria; followerMin=100000';
    const count = Number(await addon.shown('INFLU_COUNT', 'instagram', filters));
    expect(count).toBeGreaterThan(20);
    const shown = rows(await addon.shown('INFLU_SEARCH', 'instagram', filters, 10, 'id'));
    addon.standin.manners.pageOverlap = 0;
    const ids = shown.flat();
    expect(new Set(ids).size).toBe(ids.length);
    expect(addon.charged()).toBe(Math.min(10, Math.ceil(count / 20)));
  });

  test('what a page has beyond the contract is shown while it is kept, and later it says so', async () => {
    const fields = 'username, city, bio';
    const before = rows(await addon.shown('INFLU_SEARCH', 'instagram', FILTERS, 1, fields));
    expect(before.some(([, city]) => city !== '')).toBe(true);
    expect(before.some(([, , bio]) => String(bio).length > 60)).toBe(true);
    addon.forgetCache();
    const after = rows(await addon.shown('INFLU_SEARCH', 'instagram', FILTERS, 1, fields));
    expect(after.map(([name, city]) => [name, city])).toEqual(before.map(([name, city]) => [name, city]));
    for (const [row, [, , bio]] of before.entries())
      expect([bio, expect.stringMatching(/^Paid on \d+ \w+; details no longer stored/)]).toContainEqual(
        after[row]?.[2],
      );
    expect(addon.charged()).toBe(1);
  });

  test('nobody found is said, and known', async () => {
    const filters = 'country=Germany; followerMin=900000000';
    expect(await addon.shown('INFLU_COUNT', 'instagram', filters)).toBe(0);
    expect(await addon.shown('INFLU_SEARCH', 'instagram', filters, 5)).toEqual([['no creators found']]);
    expect(addon.charged()).toBe(1);
  });
});

describe('wrong input is refused in one sentence and sends nothing', () => {
  test.each([
    ['INFLU_SEARCH', ['instagram', 'contry=Germany'], /did you mean "country"/],
    ['INFLU_COUNT', ['instagram', 'contry=Germany'], /did you mean "country"/],
    ['INFLU_SEARCH', ['instagrm', FILTERS], /did you mean "instagram"/],
    ['INFLU_SEARCH', ['youtube', 'city=Berlin; country=Germany'], /YouTube has no filter city/],
    ['INFLU_SEARCH', ['instagram', FILTERS, 11], /from 1 to 10.*Find creators/],
    ['INFLU_SEARCH', ['instagram', FILTERS, 0], /from 1 to 10/],
    ['INFLU_SEARCH', ['instagram', FILTERS, 1.5], /from 1 to 10/],
    ['INFLU_SEARCH', ['instagram', FILTERS, 'two'], /from 1 to 10/],
  ])('%s(%j)', async (name, args, says) => {
    expect(await addon.shown(name, ...args)).toMatch(says);
    expect(sent()).toBe(0);
  });
});

describe('states and failures', () => {
  test.each([
    [401, /refused the API key ending in/],
    [403, /key's balance is too low/],
    [500, /problem at the moment/],
  ])('status %i', async (status, says) => {
    addon.standin.faults.add({ endpoint: 'discovery', status });
    expect(await addon.shown('INFLU_SEARCH', 'instagram', FILTERS)).toMatch(says);
    expect(await addon.shown('INFLU_COUNT', 'instagram', FILTERS)).toMatch(says);
    expect(addon.charged()).toBe(0);
  });

  test('a page that fails says so in its place; the others stay, and only it is asked again', async () => {
    const fault = addon.standin.faults.add({
      endpoint: 'discovery',
      when: ({ query }) => query['skipCount'] === '20',
      status: 400,
    });
    const shown = rows(await addon.shown('INFLU_SEARCH', 'instagram', FILTERS, 3, 'username, followers'));
    expect(shown).toHaveLength(41);
    expect(shown[20]).toEqual([expect.stringMatching(/didn't accept this request/), '']);
    fault.remove();
    addon.emulator.clock.advance(11 * 60_000);
    expect(rows(await addon.shown('INFLU_SEARCH', 'instagram', FILTERS, 3, 'username, followers'))).toHaveLength(60);
    expect(addon.charged()).toBe(3);
  });

  test('a cap stops it, with what is there', async () => {
    addon.setSettings({ maxFormulaRequestsPerDay: 2 });
    const shown = rows(await addon.shown('INFLU_SEARCH', 'instagram', FILTERS, 4, 'username'));
    expect(shown).toHaveLength(42);
    expect(shown[41]?.[0]).toMatch(/^budget reached: today's cap of 2 requests for formulas/);
    expect(addon.charged()).toBe(2);
  });
});
