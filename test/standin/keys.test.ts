import { beforeEach, describe, expect, test } from 'vitest';
import { DEMO_ORGANIZATION_CLIENT_ID, DEMO_ORGANIZATION_KEY, DEMO_TRIAL_KEY } from '../../dev/standin/standin';
import { ENDPOINTS } from '../../dev/standin/endpoint';
import { DAY_MS, openDesk, START_MS, type Desk } from './desk';

let desk: Desk;
beforeEach(async () => (desk = await openDesk()));

const FREE = 'getCitiesForCountry?country=Germany';
const PAID = 'getUserData?platform=instagram&username=adidas';

/** A valid call of every endpoint that needs a key. */
const CALLS: Record<string, { path: string; body?: unknown }> = {
  getUserData: { path: PAID },
  checkDataStatus: { path: 'checkDataStatus?platform=instagram&username=adidas' },
  bulkAddToEnrich: { path: 'bulkAddToEnrich', body: { platform: 'instagram', usernames: ['adidas'] } },
  discovery: { path: 'discovery?platform=snapchat' },
  getContent: { path: 'getContent?limit=2&username=adidas' },
  getClientInfo: { path: `getClientInfo?clientId=${DEMO_ORGANIZATION_CLIENT_ID}` },
  getCitiesForCountry: { path: FREE },
};

describe('401', () => {
  const keyed = Object.entries(ENDPOINTS).filter(([, endpoint]) => endpoint.auth);

  test.each(keyed)('%s answers it without a key and with an unknown one, 200 with a good one', async (name) => {
    const { path, body } = CALLS[name] ?? { path: name };
    const asking = body === undefined ? {} : { body };
    expect((await desk.ask(path, { ...asking, key: null })).status).toBe(401);
    expect((await desk.ask(path, { ...asking, key: 'unknown' })).status).toBe(401);
    expect((await desk.ask(path, asking)).status).toBe(200);
  });

  test('a key that expired answers it from that instant', async () => {
    desk.standin.keys.add({
      key: 'short',
      kind: 'organization',
      clientId: 'short',
      balance: 5,
      expiresAt: new Date(START_MS + 120_000).toISOString(),
    });
    expect((await desk.ask(FREE, { key: 'short' })).status).toBe(200);
    expect((await desk.ask(FREE, { key: 'short' })).status).toBe(401);
  });

  test('a trial key expires after 14 days', async () => {
    desk.clock.nowMs += 14 * DAY_MS;
    expect((await desk.ask(FREE, { key: DEMO_TRIAL_KEY })).status).toBe(401);
  });

  test('a key that is not a Bearer token is none', async () => {
    expect((await desk.ask(FREE, { key: null, headers: { Authorization: DEMO_ORGANIZATION_KEY } })).status).toBe(401);
    expect((await desk.ask(`${FREE}&apiKey=${DEMO_ORGANIZATION_KEY}`, { key: null })).status).toBe(401);
  });

  test('a removed key answers it', async () => {
    desk.standin.keys.remove(DEMO_ORGANIZATION_KEY);
    expect((await desk.ask(FREE)).status).toBe(401);
  });
});

test.each(Object.entries(ENDPOINTS))('%s answers only its own method, else 405', async (name, { method }) => {
  const other = method === 'GET' ? 'POST' : 'GET';
  expect((await desk.ask(name, { method: other })).status).toBe(405);
});

test.each(Object.entries(ENDPOINTS).filter(([, { auth, cost }]) => auth && cost.requests === 0))(
  '%s is free, and is served where the month is used up',
  async (name) => {
    const { path, body } = CALLS[name] ?? { path: name };
    desk.standin.keys.setBalance(DEMO_ORGANIZATION_KEY, 0);
    expect((await desk.ask(path, body === undefined ? {} : { body })).status).toBe(200);
    expect(desk.standin.charges.list).toEqual([]);
  },
);

describe('monthly volume', () => {
  test('used up, it answers 429 with the reset date; at that date the volume is back', async () => {
    const resetDate = new Date(START_MS + DAY_MS).toISOString();
    desk.standin.keys.add({ key: 'small', kind: 'organization', clientId: 'small', balance: 2, resetDate });
    for (let i = 0; i < 2; i += 1) expect((await desk.ask(PAID, { key: 'small' })).status).toBe(200);
    expect(await desk.ask(PAID, { key: 'small' })).toMatchObject({ status: 429, json: { resetDate } });
    desk.clock.nowMs = START_MS + DAY_MS - 60_001;
    expect((await desk.ask(PAID, { key: 'small' })).status).toBe(429);
    expect((await desk.ask(PAID, { key: 'small' })).status).toBe(200);
    expect(desk.standin.keys.get('small')).toMatchObject({ balance: 1, resetMs: Date.UTC(2026, 11, 24, 8) });
  });

  test('it comes back once for months that nobody asked in', async () => {
    desk.standin.keys.setBalance(DEMO_ORGANIZATION_KEY, 3);
    desk.clock.nowMs = Date.UTC(2027, 3, 15);
    await desk.ask(PAID);
    expect(desk.standin.keys.get(DEMO_ORGANIZATION_KEY)).toMatchObject({
      balance: 9_999,
      resetMs: Date.UTC(2027, 4, 1),
    });
  });
});

describe('charges', () => {
  test('tell who paid how much for what, and add up to what left the balances', async () => {
    await desk.ask(PAID);
    await desk.ask('getContent?limit=4&platform=instagram', { key: DEMO_TRIAL_KEY });
    await desk.ask('discovery?platform=snapchat&skipCount=40');
    expect(desk.standin.charges.list.map(({ key, endpoint, requests }) => [key, endpoint, requests])).toEqual([
      [DEMO_ORGANIZATION_KEY, 'getUserData', 1],
      [DEMO_TRIAL_KEY, 'getContent', 4],
      [DEMO_ORGANIZATION_KEY, 'discovery', 1],
    ]);
    expect(desk.standin.charges.list[2]?.what).toBe('snapchat search, from 40');
    expect(desk.standin.charges.total()).toBe(6);
    expect(desk.standin.charges.total(DEMO_TRIAL_KEY)).toBe(4);
    expect(desk.standin.keys.get(DEMO_ORGANIZATION_KEY)?.balance).toBe(9_998);
    expect(desk.standin.keys.get(DEMO_TRIAL_KEY)?.balance).toBe(246);
  });

  test('clear forgets them, not the balances', async () => {
    await desk.ask(PAID);
    desk.standin.charges.clear();
    expect(desk.standin.charges.total()).toBe(0);
    expect(desk.standin.charges.requests()).toEqual([]);
    expect(desk.standin.keys.get(DEMO_ORGANIZATION_KEY)?.balance).toBe(9_999);
  });
});
