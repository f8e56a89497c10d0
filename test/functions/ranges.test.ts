import { describe, expect, test } from 'vitest';
import { column } from '../setup/creators';
import { addon, handles, sent, shareAddon } from './shared-addon';

shareAddon();

const rows = (shown: unknown): unknown[][] => shown as unknown[][];

interface RangeRow {
  name: string;
  endpoint: string;
  /** Requests a creator. */
  price: number;
  value: unknown;
}
const RANGES: readonly RangeRow[] = [
  { name: 'INFLU_FOLLOWERS', endpoint: 'checkDataStatus', price: 0, value: expect.any(Number) },
  { name: 'INFLU_ENGAGEMENT', endpoint: 'getUserData', price: 1, value: expect.any(Number) },
  { name: 'INFLU_GROWTH', endpoint: 'getUserData', price: 1, value: expect.any(Number) },
  { name: 'INFLU_PROFILE', endpoint: 'getUserData', price: 1, value: expect.any(Number) },
  { name: 'INFLU_STATUS', endpoint: 'checkDataStatus', price: 0, value: 'ready' },
];

describe.each(RANGES)('$name of a range', ({ name, endpoint, price, value }) => {
  test('blanks stay blank, duplicates are bought once, failures are texts of their own cells', async () => {
    const [good, other, bad, gone] = handles as [string, string, string, string];
    addon.standin.faults.add({ endpoint, creator: bad, status: 400 });
    addon.standin.faults.add({ endpoint, creator: gone, status: 404 });
    const names = [good, '', `@${good.toUpperCase()}`, bad, other, '   ', 'two words', gone, good];
    const expected = [
      value,
      '',
      value,
      expect.stringMatching(/didn't accept this request/),
      value,
      '',
      expect.stringMatching(/"two words" is not a handle/),
      'not found',
      value,
    ].map((cell) => [cell]);
    const first = await addon.shown(name, 'instagram', column(names));
    expect(first).toEqual(expected);
    expect(addon.charged()).toBe(2 * price);
    expect(sent()).toBe(4);
    // Calculated again, it is all known, the failures too.
    expect(await addon.shown(name, 'instagram', column(names))).toEqual(first);
    expect(sent()).toBe(4);
  });

  test('a creator whose faults pass gets its value, the others are not paid again for that', async () => {
    addon.standin.faults.add({ endpoint, creator: handles[1] as string, status: 500, times: 2 });
    const shown = rows(await addon.shown(name, 'instagram', column(handles.slice(0, 5))));
    expect(shown).toEqual(handles.slice(0, 5).map(() => [value]));
    expect(addon.charged()).toBe(5 * price);
    expect(sent(endpoint)).toBe(7);
  });

  test('same shape out as in: a row, a block, one cell in a range', async () => {
    const [a, b, c] = handles;
    expect(await addon.shown(name, 'instagram', [[a, b, c]])).toEqual([[value, value, value]]);
    const block = [
      [a, b],
      ['', c],
    ];
    expect(await addon.shown(name, 'instagram', block)).toEqual([
      [value, value],
      ['', value],
    ]);
    expect(await addon.shown(name, 'instagram', [[a]])).toEqual([[value]]);
    expect(addon.charged()).toBe(3 * price);
  });

  test('a failure in a range of one cell is a text, as a cell alone is an error', async () => {
    addon.standin.faults.add({ endpoint, status: 403 });
    expect(await addon.shown(name, 'instagram', [[handles[0]]])).toEqual([[expect.stringMatching(/refused this/)]]);
    expect((await addon.cell(name, 'instagram', handles[0])).error?.display).toBe('#ERROR!');
  });

  test('platforms and usernames are paired; a wrong platform is a matter of its own cell', async () => {
    const platforms = ['instagram', 'youtube', 'instagran', 'TikTok '];
    const names = ['adidas', 'adidas', 'adidas', 'khaby.lame'];
    const shown = rows(await addon.shown(name, column(platforms), column(names)));
    expect(shown[2]).toEqual([expect.stringMatching(/did you mean "instagram"\?/)]);
    for (const index of [0, 1, 3]) expect(shown[index]).toEqual([value]);
    expect(addon.charged()).toBe(3 * price);
  });

  test('a connection lost on one wave is made good, and never charged beyond the ledger', async () => {
    addon.standin.faults.add({ endpoint, creator: handles[2] as string, lost: 'after-charge', times: 1 });
    const shown = await addon.shown(name, 'instagram', column(handles.slice(0, 6)));
    expect(shown).toEqual(handles.slice(0, 6).map(() => [value]));
    expect(addon.charged()).toBeLessThanOrEqual(12 * price);
  });
});

test('platforms without data status are bought or named, cell by cell', async () => {
  const platforms = column(['instagram', 'facebook', 'snapchat', 'twitch']);
  const names = column(['adidas', 'cocacola', 'djkhaled305', 'ninja']);
  expect(await addon.shown('INFLU_FOLLOWERS', platforms, names)).toEqual(
    column(['a', 'b', 'c', 'd']).map(() => [expect.any(Number)]),
  );
  expect(addon.charged()).toBe(2);
  expect(await addon.shown('INFLU_STATUS', platforms, names)).toEqual([
    ['ready'],
    [expect.stringMatching(/no data status for Facebook/)],
    [expect.stringMatching(/no data status for Snapchat/)],
    [expect.any(String)],
  ]);
});

describe('INFLU_FOLLOWERS', () => {
  test('says what the API says, for 0 requests, and the same from a profile', async () => {
    const free = await addon.shown('INFLU_FOLLOWERS', 'instagram', handles[0]);
    expect(free).toBe(addon.standin.creators.find('instagram', handles[0] as string)?.followers);
    expect(addon.charged()).toBe(0);
  });

  test('a known profile serves without a call', async () => {
    const [[followers]] = rows(await addon.shown('INFLU_PROFILE', 'instagram', handles[0], 'followers, country')) as [
      [number],
    ];
    expect(await addon.shown('INFLU_FOLLOWERS', 'instagram', handles[0])).toBe(followers);
    expect(sent()).toBe(1);
  });

  test('followersFromStatus false buys the profile', async () => {
    addon.setSettings({ followersFromStatus: false });
    expect(await addon.shown('INFLU_FOLLOWERS', 'instagram', handles[0])).toEqual(expect.any(Number));
    expect(sent('checkDataStatus')).toBe(0);
    expect(addon.charged()).toBe(1);
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', handles[0])).toEqual(expect.any(Number));
    expect(addon.charged()).toBe(1);
  });

  test('where the data status is silent about followers, the profile is bought', async () => {
    addon.standin.faults.add({ endpoint: 'checkDataStatus', body: { text: '{"isInDatabase":true}' } });
    expect(await addon.shown('INFLU_FOLLOWERS', 'instagram', handles[0])).toEqual(expect.any(Number));
    expect(addon.charged()).toBe(1);
  });

  test('a creator who is not in the database is queued, for nothing; one who is nowhere is not found', async () => {
    const names = column([addon.standin.creators.unlisted(1), addon.standin.creators.nonexistent(1)]);
    expect(await addon.shown('INFLU_FOLLOWERS', 'instagram', names)).toEqual([['queued'], ['not found']]);
    expect(await addon.shown('INFLU_STATUS', 'instagram', names)).toEqual([['queued'], ['not found']]);
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', names)).toEqual([['queued'], ['not found']]);
    expect(addon.charged()).toBe(0);
  });

  test('zero followers are a number', async () => {
    expect(await addon.shown('INFLU_FOLLOWERS', 'instagram', 'special.zero')).toBe(0);
  });

  test('a range of 1,000 rows is one batch, for nothing', async () => {
    const names = column(Array.from({ length: 1000 }, (_, row) => handles[row % handles.length] ?? ''));
    const { value, execution } = await addon.cell('INFLU_FOLLOWERS', 'instagram', names);
    expect(rows(value).every(([followers]) => typeof followers === 'number')).toBe(true);
    expect(rows(value).length).toBe(1000);
    expect(sent()).toBe(handles.length);
    expect(execution.calls['LockService.tryLock']).toBe(1);
    expect(addon.charged()).toBe(0);
  });
});
