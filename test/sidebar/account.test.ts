import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../dev/standin/faults';
import type { Calls } from '../../src/sidebar/calls';
import type { KeyPlace } from '../../src/sidebar/account-calls';
import { CLIENT_ID, createAddon, KEY, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { refusal, reply, value } from './page';
import { asUser, documentKey, EDITOR, keyOf, OWNER, propertiesOf, tracesOf } from './traces';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const PLACES = ['person', 'spreadsheet'] as const;
const OTHER_KEY = 'other-organization-key-0000000000000077';
const OTHER_CLIENT = 'other-organization';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ balance: null });
  addon.standin.keys.setBalance(KEY, 5_000);
  addon.standin.keys.add({ key: OTHER_KEY, kind: 'organization', clientId: OTHER_CLIENT, balance: 700 });
});
afterEach(() => addon.close());

const save = (where: KeyPlace, key = KEY, clientId = CLIENT_ID, at = addon) =>
  value(at, 'saveKey', { key, clientId, where });
const account = (again = false, at = addon) => value(at, 'account', { again });
const keyStored = (where: KeyPlace): Record<string, string> => (where === 'person' ? keyOf(addon) : documentKey(addon));
const cellOf = async (user: string, name: string, ...args: unknown[]): Promise<unknown> => {
  const [result] = await addon.emulator.cells([{ name, args, user }]);
  return result?.error ? result.error.note : result?.value;
};

describe('the first start, without any key', () => {
  test('says so, asks nothing of influData, and shows what can be done', async () => {
    const { account: shown, searches, runs, separator } = await value(addon, 'open', {});
    expect(shown).toMatchObject({
      today: { charged: 0, unknown: 0, formula: 0 },
      month: { charged: 0, unknown: 0, formula: 0 },
      days: [],
      reserved: 0,
      drift: 0,
    });
    for (const name of ['person', 'spreadsheet', 'balance', 'stop', 'stopped', 'signup'])
      expect(shown, name).not.toHaveProperty(name);
    expect({ searches, runs, separator }).toEqual({ searches: [], runs: {}, separator: ',' });
    expect(addon.standin.charges.requests()).toEqual([]);
    expect(await addon.shown('INFLU_BALANCE')).toMatch(/^Connect influData first: .* API key/);
  });

  test.each(['shareKey', 'testKey'] as const)('%s has nothing to work with, and says so', async (name) => {
    const before = propertiesOf(addon);
    const said = name === 'shareKey' ? refusal(addon, name, {}) : refusal(addon, name, { where: 'person' });
    expect(await said).toBe('There is no key yet. Add one under Extensions › influData › API key and account.');
    expect(propertiesOf(addon)).toEqual(before);
  });

  test('a search tells where to put a key', async () => {
    expect(await refusal(addon, 'search', { platform: 'instagram', filters: {}, again: false })).toMatch(
      /^Connect influData first: Extensions › influData › API key and account\. A trial is free\.$/,
    );
  });
});

describe('saveKey', () => {
  test('says once how many formulas waited for a key, and a click on the page recalculates them', async () => {
    const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
    const [handle = ''] = ordinaryHandles(addon.standin, 1);
    sheet.set('A1', [[handle], [handle]]);
    sheet.set('B1', '=INFLU_FOLLOWERS("instagram", A1)');
    sheet.set('C1', '=INFLU_PROFILE("instagram", A1:A2, "country")');
    await addon.emulator.recalculate();
    expect(sheet.get('B1').value).toMatch(/^#ERROR!/);
    expect(await save('person', KEY, CLIENT_ID)).toMatchObject({ waiting: 2 });
    expect(await value(addon, 'account', { again: false })).not.toHaveProperty('waiting');
    expect(await value(addon, 'recalculate', {})).toEqual({ message: '2 formulas recalculated.' });
    await addon.emulator.recalculate();
    expect(sheet.get('B1').value).toBe(addon.standin.creators.find('instagram', handle)?.followers);
    expect(await save('spreadsheet', KEY, CLIENT_ID)).toMatchObject({ waiting: 0 });
    expect(await value(addon, 'recalculate', {})).toEqual({ message: 'No unfinished formulas.' });
  });

  test.each(PLACES)('tests a key and its client id for nothing, and stores them for the %s', async (where) => {
    const shown = await save(where, `  ${KEY}\n`, ` ${CLIENT_ID} `);
    expect(shown[where]).toEqual({ end: '0001', kind: 'organization', clientId: CLIENT_ID });
    expect(shown[where === 'person' ? 'spreadsheet' : 'person']).toBeUndefined();
    expect(shown.budget.balance).toEqual({
      left: 5_000,
      told: 5_000,
      at: expect.stringMatching(/^2026-11-23T08:00:.*Z$/) as string,
    });
    expect(keyStored(where)).toEqual({
      INFLUDATA_API_KEY: KEY,
      INFLUDATA_CLIENT_ID: CLIENT_ID,
      INFLUDATA_KEY_ENDS: '',
    });
    expect(keyStored(where === 'person' ? 'spreadsheet' : 'person')).toEqual({});
    expect(keyOf(addon, EDITOR)).toEqual({});
    expect(addon.charged()).toBe(0);
    expect(addon.standin.charges.requests().map(({ endpoint }) => endpoint)).toEqual(['getClientInfo']);
  });

  test('works without a client id: then the balance is not known', async () => {
    const shown = await save('person', KEY, '');
    expect(shown.person).toMatchObject({ end: '0001' });
    expect(shown.person).not.toHaveProperty('clientId');
    expect(shown.budget.balance).toBeUndefined();
    expect(keyOf(addon)).toMatchObject({ INFLUDATA_API_KEY: KEY, INFLUDATA_CLIENT_ID: '' });
    expect(await addon.shown('INFLU_BALANCE')).toMatch(/client id/);
    expect(addon.charged()).toBe(0);
  });

  const NOT_STORED: [what: string, key: string, clientId: string, said: RegExp, fault?: Fault][] = [
    ['nothing', '', '', /doesn't look like an API key.* Copy and paste it again/],
    ['two words', 'my secret key', '', /doesn't look like an API key.* Copy and paste it again/],
    ['a client id of two words', KEY, 'my client', /doesn't look like a client id.* leave it empty\.$/],
    ['a wrong key', 'wrong-key-000000000000009999', CLIENT_ID, /refused the API key ending in 9999: .* Replace it/],
    ['a wrong key alone', 'wrong-key-000000000000009999', '', /refused the API key ending in 9999: .* Replace it/],
    [
      "a client id that is another key's",
      KEY,
      OTHER_CLIENT,
      /doesn't know this client id .* Copy it again .* empty\.$/,
    ],
    ['a client id that does not exist', KEY, 'nobody', /doesn't know this client id .* Copy it again .* empty\.$/],
    ['an API that is down', KEY, CLIENT_ID, /problem at the moment.* try again later/, { status: 503 }],
    ['an API that is down, no client id', KEY, '', /problem at the moment.* try again later/, { status: 500 }],
    ['a lost connection', KEY, CLIENT_ID, /couldn't reach influData.* try again/, { lost: 'before-charge' }],
    ['a lost reply', KEY, '', /couldn't reach influData.* try again/, { lost: 'after-charge' }],
    [
      'HTML of a proxy',
      KEY,
      CLIENT_ID,
      /a balance we couldn't read\. Try again later\. .* client id/,
      { body: 'html' },
    ],
    [
      'HTML of a proxy, no client id',
      KEY,
      '',
      /reply we couldn't read\. Nothing was charged; try again/,
      { body: 'html' },
    ],
    ['an empty body', KEY, CLIENT_ID, /a balance we couldn't read\. Try again later\. .* client id/, { body: 'empty' }],
    ['a 404', KEY, CLIENT_ID, /a balance we couldn't read\. Try again later\. .* client id/, { status: 404 }],
    ['a failing proxy', KEY, CLIENT_ID, /problem at the moment.* try again later/, { status: 502, body: 'html' }],
    ['too many calls', KEY, CLIENT_ID, /too many requests from this key\. Try again/, { status: 429 }],
    [
      'a month that is used up',
      KEY,
      CLIENT_ID,
      /used up until 1 Dec.* use another key/,
      { status: 429, resetDate: '2026-12-01T00:00:00Z' },
    ],
  ];

  test.each(PLACES)(
    'for the %s: what is no good key is not stored, and the sentence has the next step',
    async (where) => {
      for (const [what, key, clientId, said, fault] of NOT_STORED) {
        if (fault) addon.standin.faults.add(fault);
        expect(await refusal(addon, 'saveKey', { key, clientId, where }), what).toMatch(said);
        expect([keyOf(addon), documentKey(addon)], what).toEqual([{}, {}]);
        expect(addon.charged(), what).toBe(0);
        addon.standin.faults.clear();
        // Whoever was told to wait has waited.
        addon.emulator.clock.advance(15 * MINUTE_MS);
      }
    },
  );

  test.each(PLACES)('a wrong one does not replace the one of the %s that works', async (where) => {
    await save(where);
    const before = keyStored(where);
    await refusal(addon, 'saveKey', { key: 'wrong-key-000000000000009999', clientId: '', where });
    expect(keyStored(where)).toEqual(before);
    expect(await addon.shown('INFLU_BALANCE')).toBe(5_000);
  });

  test('once the API is back, the same key is stored', async () => {
    const fault = addon.standin.faults.add({ status: 503 });
    await refusal(addon, 'saveKey', { key: KEY, clientId: '', where: 'person' });
    fault.remove();
    await save('person', KEY, '');
    expect(keyOf(addon)).toMatchObject({ INFLUDATA_API_KEY: KEY });
  });

  test('a right one replaces the one before, client id and end too', async () => {
    await save('person');
    addon.emulator.stores.properties('user').set('INFLUDATA_KEY_ENDS', '2026-12-07T00:00:00Z');
    const shown = await save('person', OTHER_KEY, OTHER_CLIENT);
    expect(shown.person).toEqual({ end: '0077', kind: 'organization', clientId: OTHER_CLIENT });
    expect(shown.budget.balance?.left).toBe(700);
  });
});

describe('whose key is used', () => {
  test("the owner's own: by formulas, whoever looks at them, and by the owner's sidebar only", async () => {
    const shown = await save('person');
    expect([shown.person?.end, shown.spreadsheet]).toEqual(['0001', undefined]);
    const [handle] = ordinaryHandles(addon.standin, 1);
    expect(await cellOf(EDITOR, 'INFLU_BALANCE')).toBe(5_000);
    expect(typeof (await cellOf(EDITOR, 'INFLU_ENGAGEMENT', 'instagram', handle))).toBe('number');
    const page = asUser(addon, EDITOR);
    const seen = await account(false, page);
    expect(seen).toMatchObject({ today: { charged: 1, formula: 1 } });
    expect([seen.person, seen.spreadsheet]).toEqual([undefined, undefined]);
    expect(await refusal(page, 'search', { platform: 'instagram', filters: {}, again: false })).toMatch(
      /^Connect influData first/,
    );
    expect(addon.charged()).toBe(1);
  });

  test("an editor's own: by that editor's sidebar, not by formulas", async () => {
    const page = asUser(addon, EDITOR);
    await save('person', OTHER_KEY, OTHER_CLIENT, page);
    expect(keyOf(addon, EDITOR)).toMatchObject({ INFLUDATA_API_KEY: OTHER_KEY });
    expect([keyOf(addon, OWNER), documentKey(addon)]).toEqual([{}, {}]);
    const [handle] = ordinaryHandles(addon.standin, 1);
    expect(await cellOf(EDITOR, 'INFLU_ENGAGEMENT', 'instagram', handle)).toMatch(/^Connect influData first/);
    await value(page, 'search', { platform: 'instagram', filters: { country: 'Germany' }, again: false });
    expect(addon.standin.charges.total(OTHER_KEY)).toBe(1);
  });

  test("the spreadsheet's: by the formulas and the sidebar of everybody", async () => {
    await save('spreadsheet');
    const [handle] = ordinaryHandles(addon.standin, 1);
    expect(typeof (await cellOf(EDITOR, 'INFLU_ENGAGEMENT', 'instagram', handle))).toBe('number');
    const page = asUser(addon, EDITOR);
    const seen = await account(false, page);
    expect([seen.person, seen.spreadsheet?.end]).toEqual([undefined, '0001']);
    await value(page, 'search', { platform: 'instagram', filters: { country: 'Germany' }, again: false });
    expect(addon.standin.charges.total(KEY)).toBe(2);
  });

  test('with both, formulas spend from the spreadsheet and the sidebar from the person', async () => {
    await save('spreadsheet');
    const shown = await save('person', OTHER_KEY, OTHER_CLIENT);
    expect(shown).toMatchObject({
      spreadsheet: { end: '0001' },
      person: { end: '0077' },
      budget: { balance: { left: 700 } },
    });
    const [handle] = ordinaryHandles(addon.standin, 1);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
    await value(addon, 'search', { platform: 'instagram', filters: { country: 'Germany' }, again: false });
    expect([addon.standin.charges.total(KEY), addon.standin.charges.total(OTHER_KEY)]).toEqual([1, 1]);
    expect(await addon.shown('INFLU_BALANCE')).toBe(4_999);
  });

  test('shareKey puts a copy of the own key into the spreadsheet, with all that belongs to it', async () => {
    const page = asUser(addon, EDITOR);
    await save('person', OTHER_KEY, OTHER_CLIENT, page);
    addon.emulator.stores.properties('user', EDITOR).set('INFLUDATA_KEY_ENDS', '2026-12-07T00:00:00Z');
    const shown = await value(page, 'shareKey', {});
    expect(shown.spreadsheet).toEqual(shown.person);
    expect(documentKey(addon)).toEqual(keyOf(addon, EDITOR));
    expect(await addon.shown('INFLU_BALANCE')).toBe(700);
  });

  test.each(PLACES)('removeKey takes the key of the %s away, and only that', async (where) => {
    await save('person');
    await value(addon, 'shareKey', {});
    const other = where === 'person' ? 'spreadsheet' : 'person';
    const shown = await value(addon, 'removeKey', { where });
    expect(shown[where]).toBeUndefined();
    expect(shown[other]).toMatchObject({ end: '0001' });
    expect([keyStored(where), Object.keys(keyStored(other)).length]).toEqual([{}, 3]);
    expect(await addon.shown('INFLU_BALANCE')).toBe(5_000);
    await value(addon, 'removeKey', { where: other });
    expect(propertiesOf(addon)[`user ${OWNER}`]).toEqual({});
    expect(documentKey(addon)).toEqual({});
    expect(await addon.shown('INFLU_BALANCE')).toMatch(/^Connect influData first/);
    // What is not there can be removed.
    expect(await value(addon, 'removeKey', { where })).not.toHaveProperty(where);
  });
});

describe('testKey', () => {
  test.each(PLACES)('says what is left on the key of the %s, whatever the other is', async (where) => {
    await save('person');
    await save('spreadsheet', OTHER_KEY, OTHER_CLIENT);
    const { message } = await value(addon, 'testKey', { where });
    expect(message).toBe(`The key works: ${where === 'person' ? '5,000' : '700'} requests left.`);
    expect(addon.charged()).toBe(0);
  });

  test('without a client id it says only that it works', async () => {
    await save('person', KEY, '');
    expect(await value(addon, 'testKey', { where: 'person' })).toEqual({ message: 'The key works.' });
  });

  test.each([CLIENT_ID, ''])(
    'says when the key was taken back since (client id "%s"), and keeps it',
    async (clientId) => {
      await save('person', KEY, clientId);
      addon.standin.keys.remove(KEY);
      expect(await refusal(addon, 'testKey', { where: 'person' })).toMatch(/refused the API key ending in 0001/);
      expect(keyOf(addon)).toMatchObject({ INFLUDATA_API_KEY: KEY });
      expect((await account()).stop).toMatchObject({ message: expect.stringMatching(/ending in 0001/) as string });
    },
  );
});

test.each([
  [KEY, CLIENT_ID],
  [KEY, ''],
])('a key that works again is used at once (%s, %s)', async (key, clientId) => {
  const [handle] = ordinaryHandles(addon.standin, 1);
  await save('spreadsheet', key, clientId);
  const fault = addon.standin.faults.add({ status: 401 });
  await refusal(addon, 'testKey', { where: 'spreadsheet' });
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle)).toMatch(/refused the API key/);
  fault.remove();
  addon.emulator.clock.advance(11 * MINUTE_MS);
  expect((await value(addon, 'testKey', { where: 'spreadsheet' })).message).toMatch(/^The key works/);
  expect(typeof (await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle))).toBe('number');
});

test('the whole key is in its property, and nowhere else', async () => {
  const replies: unknown[] = [];
  const call = async <Name extends keyof Calls>(name: Name, given: Calls[Name]['gives']): Promise<void> =>
    void replies.push(await reply(addon, name, given));
  const [handle, other] = ordinaryHandles(addon.standin, 2);
  await call('saveKey', { key: KEY, clientId: CLIENT_ID, where: 'person' });
  await call('saveKey', { key: `${KEY} `, clientId: 'nobody', where: 'person' });
  await call('saveKey', { key: `${KEY}-wrong`, clientId: '', where: 'person' });
  await call('shareKey', {});
  await call('testKey', { where: 'spreadsheet' });
  await call('account', { again: true });
  await call('search', { platform: 'instagram', filters: { country: 'Germany' }, again: false });
  replies.push(await addon.cell('INFLU_ENGAGEMENT', 'instagram', handle));
  // The API says the key back, in what it refuses and in what it answers.
  const faults = [
    { status: 403, message: `no balance on ${KEY}` },
    { status: 401, message: KEY },
    { body: { text: JSON.stringify({ error: KEY }) } },
  ] as const;
  for (const fault of faults) {
    const handleOfFault = addon.standin.faults.add(fault);
    await call('testKey', { where: 'person' });
    replies.push(await addon.cell('INFLU_ENGAGEMENT', 'instagram', other));
    handleOfFault.remove();
    addon.emulator.clock.advance(11 * MINUTE_MS);
  }
  await call('openLog', {});
  await call('open', {});
  expect(replies.length).toBe(16);

  const { properties, ...rest } = tracesOf(addon);
  const { charges: _charges, ...traces } = rest;
  for (const [place, values] of Object.entries(properties))
    for (const [name, text] of Object.entries(values))
      if (name !== 'INFLUDATA_API_KEY') expect(`${place} ${name} ${text}`).not.toContain(KEY);
  expect(JSON.stringify([replies, traces, addon.emulator.logs])).not.toContain(KEY);
  // The search itself is a good one: the end of the key is found.
  expect(JSON.stringify(replies)).toContain('0001');
  expect(JSON.stringify(properties)).toContain(KEY);
});

describe('the account', () => {
  test('tells a trial key, and when it ends', async () => {
    const endsAt = '2026-12-07T08:00:00.000Z';
    addon.standin.keys.add({ key: 'a-trial-key-00004711', kind: 'trial', clientId: 'trial-a', balance: 250 });
    await save('person', 'a-trial-key-00004711', 'trial-a');
    addon.emulator.stores.properties('user').set('INFLUDATA_KEY_ENDS', endsAt);
    expect((await account()).person).toEqual({ end: '4711', kind: 'trial', clientId: 'trial-a', endsAt });
  });

  test('shows a balance of at most 10 minutes ago, and asks anew when told to', async () => {
    await save('spreadsheet');
    addon.standin.keys.setBalance(KEY, 4_321);
    expect((await account()).budget.balance?.left).toBe(5_000);
    const fresh = (await account(true)).budget.balance;
    expect(fresh?.left).toBe(4_321);
    addon.standin.keys.setBalance(KEY, 4_000);
    addon.emulator.clock.advance(9 * MINUTE_MS);
    expect((await account()).budget.balance).toEqual(fresh);
    addon.emulator.clock.advance(2 * MINUTE_MS);
    expect((await account()).budget.balance?.left).toBe(4_000);
    expect(addon.charged()).toBe(0);
  });

  test('where the balance cannot be had now, it is shown as old as it is', async () => {
    await save('spreadsheet');
    const { balance } = (await account()).budget;
    addon.emulator.clock.advance(60 * MINUTE_MS);
    addon.standin.faults.add({ lost: 'before-charge' });
    const shown = await account(true);
    expect(shown.budget.balance).toEqual(balance);
    expect(Date.parse(balance?.at ?? '')).toBeLessThan(addon.emulator.clock.now() - 59 * MINUTE_MS);
  });

  test('a month that is used up is told with the day on which it comes back, and is over then', async () => {
    await save('spreadsheet');
    const [first, second, third] = ordinaryHandles(addon.standin, 3);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', first);
    const fault = addon.standin.faults.add({
      endpoint: 'getUserData',
      status: 429,
      resetDate: '2026-12-01T00:00:00.000Z',
    });
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', second);
    expect((await account()).stop).toEqual({
      until: '2026-12-01T00:00:00.000Z',
      message: expect.stringMatching(/used up until 1 Dec/) as string,
    });
    fault.remove();
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', third)).toMatch(/used up until 1 Dec/);
    addon.emulator.clock.advance(8 * DAY_MS);
    expect(await account()).not.toHaveProperty('stop');
    expect(typeof (await addon.shown('INFLU_ENGAGEMENT', 'instagram', third))).toBe('number');
  });

  test('adds up today, the calendar month and the days, what is unknown apart', async () => {
    await save('spreadsheet', KEY, '');
    const handles = ordinaryHandles(addon.standin, 5);
    const buy = (handle: string | undefined) => addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
    await buy(handles[0]);
    await buy(handles[1]);
    await value(addon, 'search', { platform: 'instagram', filters: { country: 'Germany' }, again: false });
    expect((await account()).today).toEqual({ charged: 3, unknown: 0, formula: 2 });
    addon.emulator.clock.advance(2 * DAY_MS);
    addon.standin.faults.add({ endpoint: 'getUserData', lost: 'after-charge', times: 1 });
    await buy(handles[2]);
    expect(await account()).toMatchObject({
      today: { charged: 1, unknown: 1, formula: 2 },
      month: { charged: 4, unknown: 1, formula: 4 },
      days: [
        { day: '2026-11-23', charged: 3, unknown: 0 },
        { day: '2026-11-25', charged: 1, unknown: 1 },
      ],
    });
    // Another month, and the 30th day of the first.
    addon.emulator.clock.advance(27 * DAY_MS);
    await buy(handles[3]);
    expect(await account()).toMatchObject({
      today: { charged: 1, unknown: 0, formula: 1 },
      month: { charged: 1, unknown: 0, formula: 1 },
      days: [
        { day: '2026-11-23', charged: 3 },
        { day: '2026-11-25', charged: 1 },
        { day: '2026-12-22', charged: 1 },
      ],
    });
    addon.emulator.clock.advance(DAY_MS);
    expect((await account()).days.map(({ day }) => day)).toEqual(['2026-11-25', '2026-12-22']);
    expect(addon.charged()).toBe(6);
  });

  test('an unknown charge stays, and its day with it, whatever a later balance says', async () => {
    await save('spreadsheet');
    const [first, second, third] = ordinaryHandles(addon.standin, 3);
    const fault = addon.standin.faults.add({ endpoint: 'getUserData', lost: 'before-charge' });
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', first);
    const { days } = await account();
    expect(days).toEqual([{ day: '2026-11-23', charged: 0, unknown: expect.any(Number) as number }]);
    expect(days[0]?.unknown).toBeGreaterThan(0);
    fault.remove();
    addon.emulator.clock.advance(DAY_MS);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', second);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', third);
    expect((await account()).days).toEqual([
      { day: '2026-11-23', charged: 0, unknown: days[0]?.unknown },
      { day: '2026-11-24', charged: 2, unknown: 0 },
    ]);
  });

  test("a day is a day in the spreadsheet's time zone", async () => {
    await save('spreadsheet', KEY, '');
    addon.emulator.spreadsheet.timeZone = 'Pacific/Auckland';
    await account();
    const [handle] = ordinaryHandles(addon.standin, 1);
    addon.emulator.clock.advance(4 * 60 * MINUTE_MS);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
    expect((await account()).days).toEqual([{ day: '2026-11-24', charged: 1, unknown: 0 }]);
  });

  test('shows what is under way, at its worst', async () => {
    await save('spreadsheet', KEY, '');
    addon.standin.latencyMs = 6_000;
    const [handle] = ordinaryHandles(addon.standin, 1);
    let meanwhile: ReturnType<typeof account> | undefined;
    addon.emulator.faults.intercept = ({ method, phase }) => {
      if (method === 'fetchAll' && phase === 'before') meanwhile ??= account();
    };
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
    delete addon.emulator.faults.intercept;
    expect((await meanwhile)?.reserved).toBe(1);
    expect((await account()).reserved).toBe(0);
  });

  test.each([
    [-900, 900],
    [0, 0],
  ])('shows what influData charged beyond what is known here (%i)', async (more, drift) => {
    await save('spreadsheet');
    const [first, second] = ordinaryHandles(addon.standin, 2);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', first);
    addon.standin.keys.setBalance(KEY, 4_999 + more);
    addon.emulator.clock.advance(11 * MINUTE_MS);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', second);
    expect((await account()).drift).toBe(drift);
  });
});

describe('changeSettings', () => {
  const GOOD: readonly Calls['changeSettings']['gives'][] = [
    { paused: true },
    { maxRequestsPerRun: 0 },
    { maxRequestsPerDay: 123_456 },
    { maxFormulaRequestsPerDay: 7 },
    { keepBalance: 50 },
    { audienceInFormulas: true, contentInFormulas: true },
    { followersFromStatus: false },
    { keyKind: 'organization' },
    { profileFreshDays: 0, searchFreshDays: 0.5, contentFreshDays: 3650, audienceFreshDays: 1 },
  ];
  test.each(GOOD)('%j is kept, and nothing else changes', async (change) => {
    addon.setSettings({ version: 1, keepBalance: 11, ofTheFuture: { kept: true } });
    const before = (await account()).settings;
    expect((await value(addon, 'changeSettings', change)).settings).toEqual({ ...before, ...change });
    expect((await account()).settings).toEqual({ ...before, ...change });
    expect(JSON.parse(addon.property('INFLUDATA_SETTINGS') ?? '')).toMatchObject({ ofTheFuture: { kept: true } });
  });

  const NAMES = /^(These settings can't be used: .*|This sidebar is older or newer than the add-on\. Reload .*)$/;
  const WRONG: readonly unknown[] = [
    ...['paused', 'audienceInFormulas', 'contentInFormulas', 'followersFromStatus'].flatMap((name) =>
      ['true', 1, null, []].map((wrong) => ({ [name]: wrong })),
    ),
    ...['maxRequestsPerRun', 'maxRequestsPerDay', 'maxFormulaRequestsPerDay', 'keepBalance'].flatMap((name) =>
      ['5', -1, 1.5, null, NaN, Infinity, [5], {}].map((wrong) => ({ [name]: wrong })),
    ),
    ...['profileFreshDays', 'searchFreshDays', 'contentFreshDays', 'audienceFreshDays'].flatMap((name) =>
      ['7', -1, 3651, null, NaN].map((wrong) => ({ [name]: wrong })),
    ),
    { keyKind: 'free' },
    { keyKind: null },
    { keepBalance: 5, maxRequestsPerDay: -5 },
    { version: 1 },
    { version: 2 },
    { ofTheFuture: 1 },
    { toString: 'x' },
    { constructor: { prototype: 1 } },
    [],
    null,
    'paused',
  ];
  test('wrong values and names are refused, and nothing changes', async () => {
    addon.setSettings({ version: 1, keepBalance: 11 });
    await account();
    const before = tracesOf(addon);
    for (const wrong of WRONG) {
      expect(await refusal(addon, 'changeSettings', wrong as never), JSON.stringify(wrong)).toMatch(NAMES);
      expect(tracesOf(addon), JSON.stringify(wrong)).toEqual(before);
    }
  });

  test.each([
    ['a wrong value', '{"version":1,"keepBalance":3,"maxRequestsPerDay":"many"}', /"maxRequestsPerDay" has a value/],
    ['no JSON', '{"keepBal', /not a JSON object/],
    ['a list', '[]', /not a JSON object/],
  ])('settings that cannot be read (%s) stop spending, and the account says so', async (_what, text, why) => {
    await save('spreadsheet');
    addon.setProperty('INFLUDATA_SETTINGS', text);
    expect((await account()).stopped).toMatch(
      /^Spending is paused because we can't read the settings: .* Correct or delete/,
    );
    expect((await account()).stopped).toMatch(why);
    const [handle] = ordinaryHandles(addon.standin, 1);
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle)).toMatch(/^Spending is paused because/);
    expect(addon.charged()).toBe(0);
    for (const wrong of [{ keepBalance: -1 }, { maxRequestsPerDay: 'few' }, { paused: 'no' }] as never[])
      await refusal(addon, 'changeSettings', wrong);
    expect(addon.property('INFLUDATA_SETTINGS')).toBe(text);
    // The rest of the account works on.
    expect(await value(addon, 'testKey', { where: 'spreadsheet' })).toEqual({
      message: 'The key works: 5,000 requests left.',
    });
  });

  test('a stored value that is wrong is corrected there', async () => {
    addon.setProperty('INFLUDATA_SETTINGS', '{"version":1,"keepBalance":3,"maxRequestsPerDay":"many"}');
    const shown = await value(addon, 'changeSettings', { maxRequestsPerDay: 400 });
    expect(shown).not.toHaveProperty('stopped');
    expect(shown.settings).toMatchObject({ keepBalance: 3, maxRequestsPerDay: 400 });
  });

  test('pause stops formulas and searches, what is free still works, and both go on afterwards', async () => {
    await save('spreadsheet');
    const [first, second] = ordinaryHandles(addon.standin, 2);
    const known = await addon.shown('INFLU_ENGAGEMENT', 'instagram', first);
    expect((await value(addon, 'changeSettings', { paused: true })).settings.paused).toBe(true);
    const form = { platform: 'instagram', filters: { country: 'Germany' }, again: false } as const;
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', second)).toBe('paused');
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', first)).toBe(known);
    expect(await refusal(addon, 'search', form)).toMatch(/^Spending is paused.* under Account\.$/);
    expect((await account(true)).budget.balance?.left).toBe(4_999);
    expect(await value(addon, 'cities', { country: 'Germany' })).toContain('Berlin');
    expect(addon.charged()).toBe(1);
    await value(addon, 'changeSettings', { paused: false });
    expect(typeof (await addon.shown('INFLU_ENGAGEMENT', 'instagram', second))).toBe('number');
    await value(addon, 'search', form);
    expect(addon.charged()).toBe(3);
  });
});

/** Requests, by the log tab. */
const inLog = (): number => {
  const [headers, ...lines] = addon.emulator.spreadsheet.sheet('influData log').values();
  return lines.reduce((sum, line) => sum + Number(line[headers?.indexOf('Requests') ?? -1]), 0);
};
const openLogAt = (startAtMs = addon.emulator.clock.now()) =>
  addon.emulator.run({
    name: 'influSidebar',
    args: ['openLog', {}],
    mode: 'FULL',
    source: 'serve',
    startAtMs,
  });
/** Cells one after the other, without waiting for the one before. */
const calculate = (everyMs: number) => {
  const startMs = addon.emulator.clock.now();
  return addon.emulator.runAll(
    ordinaryHandles(addon.standin, 12).map((handle, at) => ({
      name: 'INFLU_ENGAGEMENT',
      args: ['instagram', handle],
      mode: 'CUSTOM_FUNCTION',
      startAtMs: startMs + at * everyMs,
    })),
  );
};

/** As a week of formulas leaves them, one below the limit; returns how many requests they stand for. */
async function lineUp(): Promise<number> {
  await save('spreadsheet');
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', 'adidas');
  await account();
  const [line] = JSON.parse(addon.property('log/0') ?? '') as (string | number)[][];
  const lines = [line ?? []];
  while (JSON.stringify(lines).length < 26_900)
    lines.push([...(line ?? []).slice(0, -1), `line${1000 + lines.length}`]);
  const text = JSON.stringify(lines);
  for (let piece = 0; piece * 9000 < text.length; piece++)
    addon.setProperty(`log/${piece}`, text.slice(piece * 9000, (piece + 1) * 9000));
  return lines.length - 1;
}

describe('openLog', () => {
  const TAB = 'influData log';
  const rows = (): unknown[][] => addon.emulator.spreadsheet.sheet(TAB).values();

  test('writes each line once, and brings the tab to the front', async () => {
    await save('spreadsheet');
    const [first, second] = ordinaryHandles(addon.standin, 2);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', first);
    await value(addon, 'search', { platform: 'instagram', filters: { country: 'Germany' }, again: false });
    expect(addon.emulator.spreadsheet.activeSheet().name).toBe('Sheet1');
    expect(await value(addon, 'openLog', {})).toEqual({ entries: 2 });
    expect(addon.emulator.spreadsheet.activeSheet().name).toBe(TAB);
    const written = rows();
    expect(written.map((row) => row.slice(2, 8))).toEqual([
      ['What', 'Detail', 'Creators', 'Requests', 'Unconfirmed, at most', 'Key ends in'],
      ['Formula', 'creator data', 1, 1, 0, '0001'],
      // A call that is about no one creator counts none.
      ['Search', 'search results', '', 1, 0, '0001'],
    ]);
    addon.emulator.spreadsheet.sheet('Sheet1').activate();
    expect(await value(addon, 'openLog', {})).toEqual({ entries: 0 });
    expect(rows()).toEqual(written);
    expect(addon.emulator.spreadsheet.activeSheet().name).toBe(TAB);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', second);
    // Somebody inserts a row in the very moment of the write: what that pushes down stands as before.
    addon.emulator.faults.intercept = ({ method, phase }) => {
      if (method !== 'Range.setValues' || phase !== 'before') return;
      delete addon.emulator.faults.intercept;
      addon.emulator.spreadsheet.sheet(TAB).insertRows(3);
    };
    expect(await value(addon, 'openLog', {})).toEqual({ entries: 1 });
    expect(addon.emulator.faults.intercept).toBeUndefined();
    const after = rows().filter((row) => row.some((cell) => cell !== ''));
    expect([after.slice(0, 3), after.length]).toEqual([written, 4]);
  });

  test('with so many lines that they are added up: what comes while it is opened is in it too', async () => {
    const earlier = await lineUp();
    await Promise.all([calculate(130), openLogAt(addon.emulator.clock.now() + 600)]);
    await value(addon, 'openLog', {});
    expect(inLog()).toBe(earlier + addon.charged());
  });

  test('with so many lines, stopped when they stood in the tab, each is told once, and so is what came since', async () => {
    const earlier = await lineUp();
    let isWritten = false;
    addon.emulator.faults.intercept = ({ name, method, phase }) => {
      if (name !== 'influSidebar' || phase !== 'before') return undefined;
      isWritten ||= method === 'Range.setValues';
      return isWritten && method === 'setProperties' ? { kill: true } : undefined;
    };
    expect(await openLogAt()).toMatchObject({ outcome: 'killed' });
    delete addon.emulator.faults.intercept;
    expect(inLog()).toBe(earlier + addon.charged());
    await calculate(2_000);
    await value(addon, 'openLog', {});
    expect(inLog()).toBe(earlier + addon.charged());
  });

  test('without anything to write there is no tab', async () => {
    expect(await value(addon, 'openLog', {})).toEqual({ entries: 0 });
    expect(addon.emulator.spreadsheet.sheetNames()).toEqual(['Sheet1']);
  });
});

test('thirty wrong keys later the right one is stored and formulas work: the saved budget does not outgrow its property', async () => {
  const fresh = await createAddon({ balance: null });
  for (let index = 0; index < 30; index++)
    expect(
      await refusal(fresh, 'saveKey', { key: `wrong-key-${1_000_000 + index}`, clientId: '', where: 'person' }),
    ).toMatch(/refused the API key/);
  await value(fresh, 'saveKey', { key: KEY, clientId: CLIENT_ID, where: 'person' });
  const [handle] = ordinaryHandles(fresh.standin, 1);
  expect(await fresh.shown('INFLU_ENGAGEMENT', 'instagram', handle)).toBeTypeOf('number');
  // Of thirty kept keys it would be 1,400.
  expect(fresh.property('gate')?.length).toBeLessThan(1_000);
  await fresh.close();
});

test('a key is replaced, a trial by an organization: what is saved stays free, caps know what was spent, the balance is the new one', async () => {
  const [handle, other] = ordinaryHandles(addon.standin, 2);
  addon.standin.keys.add({
    key: 'trial-key-0000000000000000000042',
    kind: 'trial',
    clientId: 'some-trial',
    balance: 250,
  });
  await save('spreadsheet', 'trial-key-0000000000000000000042', 'some-trial');
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
  expect((await account()).today.charged).toBe(1);
  await save('spreadsheet', OTHER_KEY, OTHER_CLIENT);
  addon.forgetCache();
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle)).toEqual(expect.any(Number));
  const replaced = await account(true);
  expect(replaced.today.charged).toBe(1);
  expect(replaced.budget.balance?.left).toBe(700);
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', other);
  expect((await account(true)).budget.balance?.left).toBe(699);
  expect(addon.charged()).toBe(2);
});

test('a cache that refuses keeps nobody from the account', async () => {
  await save('spreadsheet');
  addon.emulator.faults.intercept = ({ service, phase }) =>
    service === 'CacheService' && phase === 'before' ? { throw: 'Service error' } : undefined;
  expect((await value(addon, 'open', {})).account.spreadsheet).toBeDefined();
  expect((await account()).spreadsheet).toBeDefined();
  delete addon.emulator.faults.intercept;
});
