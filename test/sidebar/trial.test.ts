import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../dev/standin/faults';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { refusal, reply, value } from './page';
import { asUser, documentKey, EDITOR, keyOf, propertiesOf, tracesOf } from './traces';

const MINUTE_MS = 60_000;
const EMAIL = 'jo@company.example';

let addon: Addon;
beforeEach(async () => (addon = await createAddon({ balance: null })));
afterEach(() => addon.close());

const request = (email = EMAIL, company = '') => value(addon, 'requestTrial', { email, company });
const requestRefused = (email = EMAIL, company = '') => refusal(addon, 'requestTrial', { email, company });
const verify = (code = mailedCode()) => value(addon, 'verifyTrial', { code });
const verifyRefused = (code = mailedCode()) => refusal(addon, 'verifyTrial', { code });
const mailedCode = (): string => addon.standin.mailbox.list.findLast(({ code }) => code !== undefined)?.code ?? '';
const wrongCode = (): string => (mailedCode() === '000000' ? '000001' : '000000');
const mailedKey = (): string => /API key: (\S+)/.exec(addon.standin.mailbox.last()?.text ?? '')?.[1] ?? '';
const signup = async () => (await value(addon, 'open', {})).account.signup;

describe('from an address to a key', () => {
  test('a code is sent, waits, and is exchanged for a key of this person', async () => {
    const sent = await request('  jo@company.example ', ' Company Ltd ');
    const [mail] = addon.standin.mailbox.list;
    expect(mail?.to).toBe(EMAIL);
    const codeUntil = new Date((mail?.atMs ?? 0) + 15 * MINUTE_MS).toISOString();
    expect(sent).toEqual({ email: EMAIL, company: 'Company Ltd', codeUntil });
    expect(addon.standin.charges.requests('createTrialKey')[0]?.body).toEqual({ email: EMAIL, company: 'Company Ltd' });
    expect(await signup()).toEqual(sent);
    expect((await value(asUser(addon, EDITOR), 'open', {})).account).not.toHaveProperty('signup');
    expect([keyOf(addon), documentKey(addon)]).toEqual([{}, {}]);

    const code = mailedCode();
    const shown = await value(addon, 'verifyTrial', { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` });
    const key = mailedKey();
    expect(key.length).toBeGreaterThan(20);
    expect(shown.person).toEqual({
      end: key.slice(-4),
      kind: 'trial',
      clientId: expect.stringMatching(/^trial-/) as string,
      endsAt: expect.stringMatching(/^2026-12-07T08:00:0\d\.\d{3}Z$/) as string,
    });
    expect(shown.budget.balance?.left).toBe(250);
    expect(shown).not.toHaveProperty('signup');
    expect(shown).not.toHaveProperty('spreadsheet');
    expect(keyOf(addon)).toMatchObject({ INFLUDATA_API_KEY: key, INFLUDATA_CLIENT_ID: shown.person?.clientId });
    expect([keyOf(addon, EDITOR), documentKey(addon)]).toEqual([{}, {}]);
    expect(addon.charged()).toBe(0);
  });

  test("the key works for the owner's formulas and sidebar, and for nobody else's sidebar", async () => {
    await request();
    await verify();
    const [handle] = ordinaryHandles(addon.standin, 1);
    expect(typeof (await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle))).toBe('number');
    const form = { platform: 'instagram', filters: { country: 'Germany' }, again: false } as const;
    expect((await value(addon, 'search', form)).charged).toBe(1);
    expect(await refusal(asUser(addon, EDITOR), 'search', { ...form, again: true })).toMatch(
      /^Connect influData first/,
    );
    expect(addon.standin.charges.total(mailedKey())).toBe(2);
    expect(await addon.shown('INFLU_BALANCE')).toBe(248);
  });

  test('code and key are in no line of the ledger, no cell, no log, no reply and no store but their own', async () => {
    const replies: unknown[] = [];
    replies.push(await reply(addon, 'requestTrial', { email: EMAIL, company: '' }));
    const code = mailedCode();
    const echo = addon.standin.faults.add({ endpoint: 'verifyTrialKey', status: 401, message: `not ${code}` });
    replies.push(await reply(addon, 'verifyTrial', { code }));
    echo.remove();
    const spoilt = addon.standin.faults.add({ endpoint: 'verifyTrialKey', status: 500, message: `not ${code}` });
    replies.push(await reply(addon, 'verifyTrial', { code }), await reply(addon, 'open', {}));
    spoilt.remove();
    replies.push(await reply(addon, 'verifyTrial', { code }));
    const [handle] = ordinaryHandles(addon.standin, 1);
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
    const lines = Object.entries(propertiesOf(addon)[`document owner@example.com`] ?? {});
    replies.push(lines, await reply(addon, 'openLog', {}), await reply(addon, 'open', {}));
    const { properties, workbook, caches, dialogues, toasts } = tracesOf(addon);
    const seen = JSON.stringify([replies, workbook, caches, dialogues, toasts, addon.emulator.logs]);
    const elsewhere = Object.entries(properties).flatMap(([place, values]) =>
      Object.entries(values).filter(([name]) => place !== 'user owner@example.com' || name !== 'INFLUDATA_API_KEY'),
    );
    for (const secret of [code, mailedKey()]) {
      expect(secret.length).toBeGreaterThan(5);
      expect(seen).not.toContain(secret);
      expect(JSON.stringify(elsewhere)).not.toContain(secret);
    }
    expect(JSON.stringify(keyOf(addon))).toContain(mailedKey());
    expect(addon.emulator.spreadsheet.sheet('influData log').values().length).toBe(2);
  });
});

describe('what createTrialKey refuses', () => {
  interface Refusal {
    said: RegExp;
    email?: string;
    company?: string;
    fault?: Fault;
    before?: () => unknown;
  }
  const REFUSALS: Record<string, Refusal> = {
    'no address': { email: 'jo at company', said: /^This is not an e-mail address\. Enter one like/ },
    'no text': { email: '  ', said: /^This is not an e-mail address\. Enter one like/ },
    'a company of 121 characters': { company: 'x'.repeat(121), said: /at most 120 characters/ },
    'a disposable address': { email: 'jo@mailinator.com', said: /disposable\. Use your work address\.$/ },
    'codes as many as the inbox may have': {
      before: () => (addon.standin.signupLimits.codesPerInboxAnHour = 0),
      said: /may not be you: .* shared\. .* try again in an hour\.$/,
    },
    'codes as many as this address of the net may have': {
      before: () => (addon.standin.signupLimits.codesPerIpAnHour = 0),
      said: /may not be you: .* shared\. .* try again in an hour\.$/,
    },
    'the caps of all sign-ups': {
      before: () => (addon.standin.signupLimits.codesADay = 0),
      said: /has no more trial keys right now\. Try again tomorrow\.$/,
    },
    'an API that is down': {
      fault: { status: 500 },
      said: /problem at the moment \(500\)\. Try again in a few minutes\.$/,
    },
    'a lost connection': {
      fault: { lost: 'before-charge' },
      said: /couldn't reach influData\. .* check your connection/,
    },
    'HTML of a proxy': { fault: { body: 'html' }, said: /couldn't read\. .* try again later\.$/ },
    'an unlisted refusal': { fault: { status: 418 }, said: /didn't accept this \(418\)\. Try again later\.$/ },
  };
  test.each(Object.keys(REFUSALS))('%s: one sentence, and nothing waits', async (what) => {
    const { said, email, company, fault, before } = REFUSALS[what] ?? { said: /never/ };
    before?.();
    if (fault) addon.standin.faults.add(fault);
    const stores = propertiesOf(addon);
    expect(await requestRefused(email, company)).toMatch(said);
    expect(propertiesOf(addon)).toEqual(stores);
    expect(await verifyRefused('123456')).toBe('No code is waiting. Send one first.');
  });

  test('a fault at its side is tried once more for a code, and never for a key', async () => {
    addon.standin.faults.add({ endpoint: 'createTrialKey', status: 500, times: 1 });
    expect((await request()).email).toBe(EMAIL);
    expect(addon.standin.charges.requests('createTrialKey')).toHaveLength(2);
    addon.standin.faults.add({ endpoint: 'verifyTrialKey', status: 500, times: 1 });
    expect(await verifyRefused()).toMatch(/problem at the moment \(500\)/);
    expect(addon.standin.charges.requests('verifyTrialKey')).toHaveLength(1);
  });

  test.each([EMAIL, 'JO@company.example', 'jo+second@company.example'])(
    'a second key for one inbox (%s): it says where the first one is',
    async (email) => {
      await request('jo+sheets@company.example');
      await verify();
      const before = keyOf(addon);
      expect(await requestRefused(email)).toMatch(
        /already has a trial key.* inbox and paste it under .* API key and account\.$/,
      );
      expect(keyOf(addon)).toEqual(before);
      expect(await signup()).toBeUndefined();
    },
  );

  test('a refused request leaves the code that waits', async () => {
    const sent = await request();
    addon.standin.signupLimits.codesPerInboxAnHour = 1;
    expect(await requestRefused()).toMatch(/may not be you: .*Use the last code you got/);
    expect(await requestRefused('jo@mailinator.com')).toMatch(/disposable/);
    expect(await signup()).toEqual(sent);
    expect((await verify()).person?.kind).toBe('trial');
  });
});

describe('what verifyTrialKey refuses', () => {
  test.each(['', '12345', '1234567', 'abcdef', '12 34 5'])('"%s" is no code, and costs no attempt', async (code) => {
    await request();
    expect(await verifyRefused(code)).toBe('The code has six digits. Copy it from the e-mail.');
    expect(addon.standin.charges.requests('verifyTrialKey')).toEqual([]);
    expect(await signup()).toMatchObject({ email: EMAIL });
  });

  test('a wrong code counts down, then only a new code helps', async () => {
    await request();
    const heard: string[] = [];
    for (let index = 0; index < 5; index++) heard.push(await verifyRefused(wrongCode()));
    expect(heard).toEqual([
      'This code is wrong. 4 attempts are left: copy it from the latest e-mail.',
      'This code is wrong. 3 attempts are left: copy it from the latest e-mail.',
      'This code is wrong. 2 attempts are left: copy it from the latest e-mail.',
      'This code is wrong. 1 attempt is left: copy it from the latest e-mail.',
      'This code is wrong. No attempts are left: send a new code.',
    ]);
    expect(await verifyRefused()).toBe(
      "Too many tries for now: five wrong codes, or others on Google's shared servers. Send a new code; if that is refused too, try again in an hour.",
    );
    expect(await signup()).toMatchObject({ email: EMAIL });
    expect(keyOf(addon)).toEqual({});
    await request();
    expect(await verifyRefused(wrongCode())).toMatch(/4 attempts are left/);
    expect((await verify()).budget.balance?.left).toBe(250);
  });

  test('a code is good for 15 minutes', async () => {
    const { codeUntil } = await request();
    addon.emulator.clock.advance(Date.parse(codeUntil) - addon.emulator.clock.now() - 5_000);
    expect(await verifyRefused(wrongCode())).toMatch(/4 attempts/);
    addon.emulator.clock.advance(5_000);
    expect(await verifyRefused()).toBe('This code has expired. Send a new one.');
    expect(await signup()).toMatchObject({ email: EMAIL, codeUntil });
    const again = await request();
    expect(Date.parse(again.codeUntil)).toBeGreaterThan(Date.parse(codeUntil) + 14 * MINUTE_MS);
    expect((await verify()).person?.kind).toBe('trial');
  });

  test('attempts of this address of the net are used up: it can be tried later', async () => {
    await request();
    addon.standin.signupLimits.attemptsPerIpAnHour = 0;
    expect(await verifyRefused()).toMatch(/others on Google's shared servers\. .* try again in an hour\.$/);
    addon.standin.signupLimits.attemptsPerIpAnHour = 30;
    expect((await verify()).person?.kind).toBe('trial');
  });

  const FAULTS: readonly (readonly [what: string, said: RegExp, fault: Fault])[] = [
    ['a malformed address or code', /doesn't accept this address or code\. Compare both/, { status: 400 }],
    [
      'a code that nobody waits for',
      /^No code is waiting for this e-mail address\. Send one first\.$/,
      { status: 404 },
    ],
    ['an API that is down', /problem at the moment \(503\)\. Try again in a few minutes\.$/, { status: 503 }],
    [
      'a lost connection',
      /lost the connection to influData\. If you got a key.* enter the code again\.$/,
      { lost: 'before-charge' },
    ],
    ['HTML of a proxy', /couldn't read\. If you got a key.* enter the code again\.$/, { status: 201, body: 'html' }],
  ];
  test.each(FAULTS)('%s: one sentence, the sign-up waits on, and then the code works', async (_what, said, fault) => {
    const sent = await request();
    const active = addon.standin.faults.add({ endpoint: 'verifyTrialKey', ...fault });
    expect(await verifyRefused()).toMatch(said);
    expect(await signup()).toEqual(sent);
    expect(keyOf(addon)).toEqual({});
    active.remove();
    expect((await verify()).person?.kind).toBe('trial');
  });

  test('no two statuses have one sentence', async () => {
    const heard: string[] = [];
    for (const [endpoint, statuses] of [
      ['createTrialKey', [400, 409, 429, 503]],
      ['verifyTrialKey', [400, 401, 404, 410, 429]],
    ] as const)
      for (const status of statuses) {
        if (endpoint === 'verifyTrialKey') await request(`jo${status}@company.example`);
        const fault = addon.standin.faults.add({ endpoint, status });
        heard.push(await (endpoint === 'createTrialKey' ? requestRefused() : verifyRefused('123456')));
        fault.remove();
      }
    expect(new Set(heard).size, heard.join('\n')).toBe(9);
    for (const sentence of heard) expect(sentence).toMatch(/\. [A-Z][^.]+\.$/);
  });

  test('where the key was issued and its answer got lost, the one from the mailbox is pasted', async () => {
    await request();
    addon.standin.faults.add({ endpoint: 'verifyTrialKey', lost: 'after-charge', times: 1 });
    expect(await verifyRefused()).toMatch(/If you got a key by e-mail, paste it under/);
    expect(keyOf(addon)).toEqual({});
    expect(await verifyRefused('123456')).toBe('No code is waiting for this e-mail address. Send one first.');
    expect(await requestRefused()).toMatch(/already has a trial key/);
    const shown = await value(addon, 'saveKey', { key: mailedKey(), clientId: '', where: 'person' });
    expect(shown.person).toMatchObject({ end: mailedKey().slice(-4), kind: 'trial' });
    expect(shown).not.toHaveProperty('signup');
  });
});

describe('a code that waits', () => {
  test('sent again: the one before is void, the time begins anew', async () => {
    const first = await request(EMAIL, 'Company');
    const firstCode = mailedCode();
    addon.emulator.clock.advance(10 * MINUTE_MS);
    const second = await request(EMAIL, 'Company');
    expect(Date.parse(second.codeUntil) - Date.parse(first.codeUntil)).toBeGreaterThan(10 * MINUTE_MS - 1);
    expect(mailedCode()).not.toBe(firstCode);
    expect(await signup()).toEqual(second);
    expect(await verifyRefused(firstCode)).toMatch(/^This code is wrong\. 4 attempts are left/);
    addon.emulator.clock.advance(10 * MINUTE_MS);
    expect((await verify()).person?.kind).toBe('trial');
  });

  test('for another address: only that one waits', async () => {
    await request();
    const firstCode = mailedCode();
    const second = await request('kim@company.example');
    expect(await signup()).toEqual(second);
    expect(await verifyRefused(firstCode)).toMatch(/^This code is wrong/);
    expect((await verify()).person?.kind).toBe('trial');
    expect(addon.standin.mailbox.last()?.to).toBe('kim@company.example');
  });

  test('is forgotten when the person says so, or has a key', async () => {
    await request();
    expect(await value(addon, 'dropTrial', {})).not.toHaveProperty('signup');
    expect(await signup()).toBeUndefined();
    expect(await verifyRefused()).toBe('No code is waiting. Send one first.');
    await request();
    await value(addon, 'saveKey', { key: 'demo-trial-key-0000000000000002', clientId: '', where: 'person' });
    expect(await signup()).toBeUndefined();
    expect(Object.keys(propertiesOf(addon)['user owner@example.com'] ?? {}).sort()).toEqual([
      'INFLUDATA_API_KEY',
      'INFLUDATA_CLIENT_ID',
      'INFLUDATA_KEY_ENDS',
      'INFLUDATA_KEY_INFO',
    ]);
    // What is not there can be dropped.
    expect(await value(addon, 'dropTrial', {})).not.toHaveProperty('signup');
  });

  test.each(['{', '[]', '"jo@company.example"', '{"email":1,"codeUntilMs":2}', '{"email":"jo","codeUntilMs":"soon"}'])(
    'stored as %s it is none: the account opens, and a new code can be had',
    async (text) => {
      addon.emulator.stores.properties('user').set('INFLUDATA_SIGNUP', text);
      expect(await signup()).toBeUndefined();
      expect(await verifyRefused('123456')).toBe('No code is waiting. Send one first.');
      await request();
      expect((await verify()).person?.kind).toBe('trial');
    },
  );
});
