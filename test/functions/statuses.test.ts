import { describe, expect, test } from 'vitest';
import type { Fault } from '../../dev/standin/faults';
import { dayText } from '../../src/schema/text/count';
import { KEY, type FormulaCall } from '../setup/addon';
import { ledgerOf } from '../setup/ledger';
import { addon, BALANCE, corner, handles, sent, shareAddon } from './shared-addon';

shareAddon();

interface FormulaRow {
  name: string;
  endpoint: string;
  /** Requests, for a 200. */
  price: number;
  call: () => FormulaCall;
  isValue: (shown: unknown) => boolean;
}

const isNumber = (shown: unknown): boolean => typeof shown === 'number';
const about =
  (name: string, ...more: unknown[]): FormulaRow['call'] =>
  () => [name, 'instagram', handles[0], ...more];

/** Each formula by itself, with the endpoint that it asks. INFLU_CATEGORIES asks none. */
const FORMULAS: readonly FormulaRow[] = [
  { name: 'INFLU_FOLLOWERS', endpoint: 'checkDataStatus', price: 0, call: about('INFLU_FOLLOWERS'), isValue: isNumber },
  { name: 'INFLU_ENGAGEMENT', endpoint: 'getUserData', price: 1, call: about('INFLU_ENGAGEMENT'), isValue: isNumber },
  { name: 'INFLU_GROWTH', endpoint: 'getUserData', price: 1, call: about('INFLU_GROWTH'), isValue: isNumber },
  {
    name: 'INFLU_PROFILE',
    endpoint: 'getUserData',
    price: 1,
    call: about('INFLU_PROFILE', 'username'),
    isValue: (shown) => shown === handles[0],
  },
  {
    name: 'INFLU_TIMELINE',
    endpoint: 'getUserData',
    price: 1,
    call: about('INFLU_TIMELINE'),
    isValue: (shown) => shown instanceof Date,
  },
  {
    name: 'INFLU_STATUS',
    endpoint: 'checkDataStatus',
    price: 0,
    call: about('INFLU_STATUS'),
    isValue: (shown) => shown === 'ready',
  },
  {
    name: 'INFLU_AUDIENCE',
    endpoint: 'getUserData',
    price: 20,
    call: about('INFLU_AUDIENCE'),
    isValue: (shown) => shown === 'Gender',
  },
  {
    name: 'INFLU_CITIES',
    endpoint: 'getCitiesForCountry',
    price: 0,
    call: () => ['INFLU_CITIES', 'Germany'],
    isValue: (shown) => shown === 'Berlin',
  },
];
const BALANCE_ROW: FormulaRow = {
  name: 'INFLU_BALANCE',
  endpoint: 'getClientInfo',
  price: 0,
  call: () => ['INFLU_BALANCE'],
  isValue: (shown) => shown === BALANCE,
};
const ALL = [...FORMULAS, BALANCE_ROW];

const show = async ({ call }: FormulaRow): Promise<unknown> => {
  addon.setSettings({ audienceInFormulas: true });
  return corner(await addon.shown(...call()));
};
const fail = (row: FormulaRow, fault: Fault): void =>
  void addon.standin.faults.add({ endpoint: row.endpoint, ...fault });
const minutesPass = (minutes: number): void => addon.emulator.clock.advance(minutes * 60_000);

/** Every 4xx but 404 and 429: shown once, never retried, and not asked again for ten minutes. */
const REFUSALS: readonly [status: number, sentence: RegExp][] = [
  [400, /didn't accept this request\. Check the platform and the handle\. \(400: Bad request\)/],
  [
    401,
    /refused the API key ending in 0001: it is wrong or has expired\. Replace it under Extensions › influData › API key and account/,
  ],
  [403, /refused this: the key's balance is too low, or its plan doesn't include it\..* \(403: Forbidden\)/],
];

describe.each(ALL)('$name', (row) => {
  test('200 shows the value and charges its price', async () => {
    expect(row.isValue(await show(row))).toBe(true);
    expect(addon.charged()).toBe(row.price);
    expect(sent(row.endpoint)).toBeGreaterThanOrEqual(1);
  });

  test('200 a second time sends nothing and charges nothing', async () => {
    const first = await show(row);
    const before = sent(row.endpoint);
    expect(await show(row)).toEqual(first);
    expect(sent(row.endpoint)).toBe(before);
    expect(addon.charged()).toBe(row.price);
  });

  test.each(REFUSALS)('%i gives one sentence, is not retried and charges nothing', async (status, sentence) => {
    fail(row, { status });
    expect(await show(row)).toMatch(sentence);
    expect(sent(row.endpoint)).toBe(1);
    expect(ledgerOf(addon)).toEqual({ charged: 0, unknown: 0 });
  });

  test('a burst 429 is asked again, once, and the value shows', async () => {
    fail(row, { status: 429, times: 1 });
    expect(row.isValue(await show(row))).toBe(true);
    expect(addon.charged()).toBe(row.price);
  });

  test('a 429 with resetDate is never retried, and the cell names the day', async () => {
    fail(row, { status: 429, resetDate: '2026-12-01T00:00:00.000Z' });
    expect(await show(row)).toMatch(/This key's requests for the month are used up until 1 Dec/);
    expect(sent(row.endpoint)).toBe(1);
    expect(addon.charged()).toBe(0);
  });

  test('500 three times and then 200: the value shows, paid once', async () => {
    fail(row, { status: 500, times: 3 });
    expect(row.isValue(await show(row))).toBe(true);
    expect(sent(row.endpoint)).toBeGreaterThanOrEqual(4);
    expect(addon.charged()).toBe(row.price);
  });

  test('500 four times gives one sentence after the third retry', async () => {
    fail(row, { status: 500 });
    expect(await show(row)).toMatch(
      /has a problem at the moment\. Nothing was charged; try again later\. \(500: Internal server error\)/,
    );
    expect(sent(row.endpoint)).toBe(4);
    expect(ledgerOf(addon)).toEqual({ charged: 0, unknown: 0 });
  });

  test('a connection lost before the charge is tried again, and the loss is recorded as unknown', async () => {
    fail(row, { lost: 'before-charge', times: 1 });
    expect(row.isValue(await show(row))).toBe(true);
    expect(addon.charged()).toBe(row.price);
    expect(ledgerOf(addon)).toEqual({ charged: row.price, unknown: row.price });
  });

  test('a connection lost after the charge is tried again, and both charges are in the ledger', async () => {
    fail(row, { lost: 'after-charge', times: 1 });
    expect(row.isValue(await show(row))).toBe(true);
    expect(addon.charged()).toBe(2 * row.price);
    expect(ledgerOf(addon)).toEqual({ charged: row.price, unknown: row.price });
  });

  test('the API out of reach gives one sentence, and nothing is lost', async () => {
    addon.standin.stop();
    expect(await show(row)).toMatch(/We couldn't reach influData\. Check your connection and try again/);
    addon.standin.start();
    minutesPass(11);
    expect(row.isValue(await show(row))).toBe(true);
    expect(addon.charged()).toBe(row.price);
  });
});

describe.each(FORMULAS)('$name', (row) => {
  test('201 shows queued, charges nothing and is not asked again for a day', async () => {
    fail(row, { status: 201 });
    expect(await show(row)).toBe('queued');
    minutesPass(23 * 60);
    expect(await show(row)).toBe('queued');
    expect(sent(row.endpoint)).toBe(1);
    expect(ledgerOf(addon)).toEqual({ charged: 0, unknown: 0 });
    addon.standin.faults.clear();
    minutesPass(2 * 60);
    expect(row.isValue(await show(row))).toBe(true);
  });

  test('404 shows not found, charges nothing and is not asked again for a day, whatever the cache forgets', async () => {
    fail(row, { status: 404 });
    expect(await show(row)).toBe('not found');
    minutesPass(23 * 60);
    addon.forgetCache();
    expect(await show(row)).toBe('not found');
    expect(sent(row.endpoint)).toBe(1);
    addon.standin.faults.clear();
    minutesPass(2 * 60);
    expect(row.isValue(await show(row))).toBe(true);
    expect(addon.charged()).toBe(row.price);
  });

  test('a refusal is shown for ten minutes without a call, and then asked again', async () => {
    fail(row, { status: 400 });
    const sentence = await show(row);
    addon.standin.faults.clear();
    minutesPass(8);
    expect(await show(row)).toBe(sentence);
    expect(sent(row.endpoint)).toBe(1);
    minutesPass(3);
    expect(row.isValue(await show(row))).toBe(true);
  });
});

describe.each(FORMULAS.filter(({ price }) => price === 0))('$name', (row) => {
  test('an unexpected 202 is not put down as a charge: the endpoint is free', async () => {
    fail(row, { status: 202 });
    expect(await show(row)).toBe('audience pending');
    expect(ledgerOf(addon)).toEqual({ charged: 0, unknown: 0 });
  });
});

describe('202', () => {
  test('INFLU_AUDIENCE says audience pending, pays 1 of 20 and does not ask again for a day', async () => {
    const { username } = addon.standin.creators.special('pendingAudience');
    addon.setSettings({ audienceInFormulas: true });
    for (let hours = 0; hours < 24; hours += 12) {
      expect(await addon.shown('INFLU_AUDIENCE', 'instagram', username)).toEqual([['audience pending']]);
      addon.forgetCache();
      minutesPass(11.5 * 60);
    }
    expect(addon.charged()).toBe(1);
    expect(ledgerOf(addon)).toEqual({ charged: 1, unknown: 0 });
    minutesPass(2 * 60);
    expect(corner(await addon.shown('INFLU_AUDIENCE', 'instagram', username))).toBe('Gender');
    expect(addon.charged()).toBe(21);
  });
});

describe('retries', () => {
  test('Retry-After wins over the backoff', async () => {
    addon.standin.faults.add({ endpoint: 'getUserData', status: 429, retryAfterSeconds: 8, times: 1 });
    await addon.shown('INFLU_GROWTH', 'instagram', handles[0]);
    const [first, second] = addon.standin.charges.requests('getUserData').map(({ atMs }) => atMs);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(8_000);
    expect((second ?? 0) - (first ?? 0)).toBeLessThan(12_000);
  });

  test('without it the waits are 1, 2 and 4 s or a little longer', async () => {
    addon.standin.faults.add({ endpoint: 'getUserData', status: 500 });
    await addon.shown('INFLU_GROWTH', 'instagram', handles[0]);
    const times = addon.standin.charges.requests('getUserData').map(({ atMs }) => atMs);
    const waits = times.slice(1).map((atMs, index) => atMs - (times[index] ?? 0));
    expect(waits.length).toBe(3);
    [1000, 2000, 4000].forEach((leastMs, index) => {
      expect(waits[index]).toBeGreaterThanOrEqual(leastMs);
      expect(waits[index]).toBeLessThan(leastMs * 1.2 + 1500);
    });
  });

  test('a Retry-After beyond the time left shows pending, and nothing is charged', async () => {
    addon.standin.faults.add({ endpoint: 'getUserData', status: 503, retryAfterSeconds: 60, times: 1 });
    expect(await addon.shown('INFLU_GROWTH', 'instagram', handles[0])).toBe('pending');
    expect(sent()).toBe(1);
    minutesPass(1);
    expect(await addon.shown('INFLU_GROWTH', 'instagram', handles[0])).toEqual(expect.any(Number));
    expect(addon.charged()).toBe(1);
  });

  test.each([502, 503, 504])('%i passes like a 500', async (status) => {
    addon.standin.faults.add({ endpoint: 'getUserData', status, times: 2 });
    expect(await addon.shown('INFLU_GROWTH', 'instagram', handles[0])).toEqual(expect.any(Number));
    expect(sent('getUserData')).toBe(3);
  });

  test.each([405, 409, 410, 418, 451])('%i, like any 4xx, is not retried', async (status) => {
    addon.standin.faults.add({ endpoint: 'getUserData', status });
    expect(await addon.shown('INFLU_GROWTH', 'instagram', handles[0])).toMatch(new RegExp(`\\(${status}: `));
    expect(sent('getUserData')).toBe(1);
  });
});

describe('error bodies', () => {
  test('the earlier edition and the present one give the same sentence', async () => {
    addon.standin.faults.add({ creator: handles[0] as string, status: 400, message: 'Invalid username' });
    addon.standin.faults.add({
      creator: handles[1] as string,
      status: 400,
      message: 'Invalid username',
      body: 'earlier',
    });
    const [present, earlier] = await addon.shownAll([
      ['INFLU_GROWTH', 'instagram', handles[0]],
      ['INFLU_GROWTH', 'instagram', handles[1]],
    ]);
    expect(present).toMatch(/\(400: Invalid username\)/);
    expect(earlier).toBe(present);
  });

  test.each(['text', 'earlier'] as const)('the resetDate of a 429 is found in style %s', async (style) => {
    addon.standin.manners.errorStyle = style;
    addon.standin.keys.setBalance(KEY, 0);
    const resetDay = dayText(addon.standin.keys.get(KEY)?.resetMs ?? 0);
    addon.emulator.stores.properties('document').delete('INFLUDATA_CLIENT_ID');
    expect(await addon.shown('INFLU_GROWTH', 'instagram', handles[0])).toMatch(`used up until ${resetDay}`);
    expect(sent()).toBe(1);
  });

  test('a refusal with an empty body is one sentence', async () => {
    addon.standin.faults.add({ endpoint: 'getUserData', status: 400, body: 'empty' });
    expect(await addon.shown('INFLU_GROWTH', 'instagram', handles[0])).toMatch(
      /didn't accept this request\. Check the platform and the handle\. \(400\)/,
    );
  });

  test.each([
    [400, 'html'],
    [403, 'html'],
    [404, 'html'],
    [302, 'empty'],
  ] as const)(
    'a %i that no API gives is nobody’s refusal and says nothing of the creator: %s',
    async (status, body) => {
      const headers = { Location: 'https://login.example/' };
      addon.standin.faults.add({ endpoint: 'getUserData', status, body, ...(status === 302 ? { headers } : {}) });
      const shown = await addon.shown('INFLU_GROWTH', 'instagram', handles[0]);
      expect(shown).toMatch(`influData has a problem at the moment. Nothing was charged; try again later. (${status})`);
      expect(shown).not.toMatch(/</);
      expect(sent()).toBe(1);
    },
  );

  test.each([504, 524])(
    'a gateway that gave up with a %i may have let the API charge: unknown, as a lost reply',
    async (status) => {
      addon.standin.faults.add({ endpoint: 'getUserData', status, body: 'html', times: 1 });
      const lost = addon.standin.charges.total();
      expect(await addon.shown('INFLU_PROFILE', 'instagram', handles[0], 'username')).toBe(handles[0]);
      expect(addon.standin.charges.total()).toBe(lost + 1);
      expect(ledgerOf(addon)).toEqual({ charged: 1, unknown: 1 });
    },
  );

  test('a long message of the API is cut short', async () => {
    addon.standin.faults.add({ endpoint: 'getUserData', status: 400, message: 'long '.repeat(200) });
    const shown = String(await addon.shown('INFLU_GROWTH', 'instagram', handles[0]));
    expect(shown.length).toBeLessThan(350);
  });

  test.each(['truncated', 'html', 'empty', 'null', '[]', '42', '{}', '{"message":"fine"}'])(
    'a paid 200 that says %s is put down as unknown and not bought again for a day',
    async (text) => {
      const spoilt = ['truncated', 'html', 'empty'].includes(text);
      const body = spoilt ? (text as 'truncated' | 'html' | 'empty') : { text };
      addon.standin.faults.add({ endpoint: 'getUserData', body });
      for (const hours of [0, 12, 11]) {
        minutesPass(hours * 60);
        if (hours === 11) addon.forgetCache();
        expect(await addon.shown('INFLU_GROWTH', 'instagram', handles[0])).toMatch(/couldn't read/);
      }
      expect(sent('getUserData')).toBe(1);
      expect(addon.charged()).toBe(1);
      expect(ledgerOf(addon)).toEqual({ charged: 0, unknown: 1 });
      addon.standin.faults.clear();
      minutesPass(2 * 60);
      expect(await addon.shown('INFLU_GROWTH', 'instagram', handles[0])).toEqual(expect.any(Number));
    },
  );
});
