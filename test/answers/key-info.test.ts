import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseClientInfo } from '../../src/schema/client-info';
import { CLIENT_ID, createAddon, KEY, type Addon } from '../setup/addon';
import { value } from '../sidebar/page';

let addon: Addon;
beforeEach(async () => (addon = await createAddon({ standin: { creators: 200 }, balance: null })));
afterEach(() => addon.close());

const PACKAGES = [
  { package: 'Basic', tokensRemaining: 1200, expirationDate: '2026-12-31T00:00:00.000Z' },
  { package: 'Extra', tokensRemaining: 300, expirationDate: '2027-02-28T00:00:00.000Z' },
];
const save = (key: string, clientId: string) => value(addon, 'saveKey', { key, clientId, where: 'person' });
const asked = (endpoint: string) => addon.standin.charges.requests(endpoint).length;

describe('packages of a key', () => {
  const key = 'organization-key-of-packages-01';
  beforeEach(() => {
    addon.standin.keys.add({ key, kind: 'organization', clientId: 'acme', balance: 1500, packages: PACKAGES });
  });
  const SHOWN = PACKAGES.map(({ package: name, tokensRemaining: left, expirationDate: expiresAt }) => ({
    name,
    left,
    expiresAt,
  }));

  test('are shown in Account with what is left and until when, and stay there without another call', async () => {
    const saved = await save(key, 'acme');
    expect(saved.person).toMatchObject({ packages: SHOWN, lastUsed: '2026-11-23T08:00:00.000Z' });
    const before = asked('getClientInfo');
    expect((await value(addon, 'account', { again: false })).person?.packages).toEqual(SHOWN);
    expect(asked('getClientInfo')).toBe(before);
  });

  test('follow each reading, go with the key, and are none of the next one', async () => {
    await save(key, 'acme');
    const stored = addon.standin.keys.get(key);
    if (stored) stored.packages = PACKAGES.slice(1);
    expect((await value(addon, 'account', { again: true })).person?.packages).toEqual(SHOWN.slice(1));
    await value(addon, 'removeKey', { where: 'person' });
    expect((await save(KEY, CLIENT_ID)).person).not.toHaveProperty('packages');
  });
});

describe('a key without its client id', () => {
  test('is tried once for nothing; where the API tells the client id, it is kept and the balance read', async () => {
    addon.standin.manners.clientIdOptional = true;
    const { person, budget } = await save(KEY, '');
    expect(person).toMatchObject({ clientId: CLIENT_ID, kind: 'organization' });
    expect(budget.balance?.left).toBe(addon.standin.keys.get(KEY)?.balance);
    expect([asked('getCitiesForCountry'), addon.charged()]).toEqual([0, 0]);
  });

  test('is tested by a list of cities where the API wants the client id, as before', async () => {
    const { person, budget } = await save(KEY, '');
    expect([person?.clientId, budget.balance]).toEqual([undefined, undefined]);
    expect([asked('getClientInfo'), asked('getCitiesForCountry'), addon.charged()]).toEqual([1, 1, 0]);
  });

  test('that was stored is tried by Test', async () => {
    await save(KEY, '');
    addon.standin.manners.clientIdOptional = true;
    expect((await value(addon, 'testKey', { where: 'person' })).message).toMatch(/requests left/);
    expect((await value(addon, 'account', { again: true })).person?.clientId).toBe(CLIENT_ID);
  });
});

test.each([
  [[{ package: 'Basic', tokensRemaining: '12', expirationDate: null }], [{ name: 'Basic', left: 12 }]],
  [[{ name: 'Basic', expiresAt: 'never' }], [{ name: 'Basic' }]],
  [['Basic', null, {}], undefined],
  [{ Basic: 12 }, undefined],
  [null, undefined],
])('packages that are written otherwise never make the balance unreadable: %j', (reports, packages) => {
  expect(parseClientInfo({ reportsLeft: 5, reports })).toEqual({
    requestsLeft: 5,
    ...(packages === undefined ? {} : { packages }),
  });
});
