import { beforeEach, describe, expect, test } from 'vitest';
import { openDesk, DAY_MS, HOUR_MS, type Asking, type Desk, type Heard } from './desk';

const MINUTE_MS = 60_000;
const EMAIL = 'you@company.example';

let desk: Desk;
beforeEach(async () => (desk = await openDesk()));

/** Each call from an address of its own unless one is given, so that the limits by address are out of the way. */
let caller = 0;
function unkeyed(body: unknown, ip?: string): Asking {
  caller += 1;
  return {
    key: null,
    method: 'POST',
    body,
    headers: { 'X-Forwarded-For': ip ?? `10.0.${caller >> 8}.${caller & 255}` },
  };
}
const create = (email: unknown = EMAIL, ip?: string, company?: unknown): Promise<Heard> =>
  desk.ask('createTrialKey', unkeyed(company === undefined ? { email } : { email, company }, ip));
const verify = (code: unknown, email: unknown = EMAIL, ip?: string): Promise<Heard> =>
  desk.ask('verifyTrialKey', unkeyed({ email, code }, ip));
const mailedCode = (): string => desk.standin.mailbox.list.findLast((mail) => mail.code !== undefined)?.code ?? '';
const wrongCode = (): string => (mailedCode() === '000000' ? '000001' : '000000');

describe('createTrialKey', () => {
  test('200 sends six digits to the address, tells the next step, and needs no key', async () => {
    const { status, json } = await create();
    expect(status).toBe(200);
    expect(json).toMatchObject({
      success: true,
      codeExpiresInMinutes: 15,
      nextStep: { method: 'POST', body: { email: EMAIL } },
    });
    expect(json.nextStep.url).toBe('https://app.infludata.com/api/externalAPI/verifyTrialKey');
    expect(json.message).toContain(EMAIL);
    expect(desk.standin.mailbox.list).toMatchObject([{ to: EMAIL, code: expect.stringMatching(/^\d{6}$/) }]);
    expect(JSON.stringify(json)).not.toContain(mailedCode());
  });

  test.each([
    undefined,
    '',
    'you',
    'you@',
    'you@company',
    '@company.example',
    'a b@company.example',
    'a@@company.example',
    7,
  ])('%s is no address: 400', async (email) => {
    expect((await create(email === undefined ? null : email)).status).toBe(400);
    expect(desk.standin.mailbox.list).toEqual([]);
  });

  test.each(['someone@mailinator.com', 'someone@YOPMAIL.com'])('%s is disposable: 400', async (email) => {
    const { status, json } = await create(email);
    expect(status).toBe(400);
    expect(json.error).toMatch(/disposable/i);
  });

  test('a company of 120 characters passes, of 121 is 400', async () => {
    expect((await create(EMAIL, undefined, 'x'.repeat(120))).status).toBe(200);
    expect((await create(EMAIL, undefined, 'x'.repeat(121))).status).toBe(400);
    expect((await create(EMAIL, undefined, 7)).status).toBe(400);
  });

  test('a body that is not JSON is 400', async () => {
    expect((await desk.ask('createTrialKey', { key: null, method: 'POST', body: '{' })).status).toBe(400);
  });

  test('asked again it sends a fresh code and voids the one before', async () => {
    await create();
    const first = mailedCode();
    await create();
    expect(mailedCode()).not.toBe(first);
    expect((await verify(first)).status).toBe(401);
    expect((await verify(mailedCode())).status).toBe(201);
  });

  test.each([EMAIL, 'YOU@Company.example', 'you+second@company.example'])(
    '409 once a key was issued, for %s too',
    async (email) => {
      await create();
      await verify(mailedCode());
      expect((await create(email)).status).toBe(409);
    },
  );

  test('the eleventh code for one address of the net within an hour is 429, an hour later not', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 11; i += 1) statuses.push((await create(`u${i}@company.example`, '192.0.2.1')).status);
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
    expect((await create('u99@company.example', '192.0.2.2')).status).toBe(200);
    desk.clock.nowMs += HOUR_MS;
    expect((await create('u11@company.example', '192.0.2.1')).status).toBe(200);
  });

  test('the sixth code for one inbox within an hour is 429', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await create()).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  test('over the cap of all signups it is 503, a day later not', async () => {
    desk.standin.signupLimits.codesADay = 2;
    expect([(await create('a@company.example')).status, (await create('b@company.example')).status]).toEqual([
      200, 200,
    ]);
    expect((await create('c@company.example')).status).toBe(503);
    desk.clock.nowMs += DAY_MS;
    expect((await create('c@company.example')).status).toBe(200);
  });
});

describe('verifyTrialKey', () => {
  test('201 gives a key of 250 requests for 14 days, and mails a copy', async () => {
    await create();
    const { status, json } = await verify(mailedCode());
    expect(status).toBe(201);
    expect(json).toMatchObject({
      success: true,
      clientId: expect.stringMatching(/^trial-\w{10}$/),
      expiresAt: new Date(desk.clock.nowMs + 14 * DAY_MS).toISOString(),
      requestsIncluded: 250,
      rateLimit: { perSecond: 2, perMinute: 60 },
      baseUrl: 'https://app.infludata.com/api/externalAPI',
    });
    expect(desk.standin.mailbox.last(EMAIL)?.text).toContain(json.apiKey);
    const info = await desk.ask(`getClientInfo?clientId=${json.clientId}`, { key: json.apiKey });
    expect(info.json.reportsLeft).toBe(250);
    expect(desk.standin.keys.get(json.apiKey)?.kind).toBe('trial');
  });

  test('the key works for 14 days, then answers 401', async () => {
    await create();
    const { apiKey } = (await verify(mailedCode())).json;
    desk.clock.nowMs += 14 * DAY_MS - 2 * MINUTE_MS;
    expect((await desk.ask('getCitiesForCountry?country=Germany', { key: apiKey })).status).toBe(200);
    expect((await desk.ask('getCitiesForCountry?country=Germany', { key: apiKey })).status).toBe(401);
  });

  test.each([undefined, '', '12345', '1234567', 'abcdef', 123456])('%s is no code: 400', async (code) => {
    await create();
    expect((await verify(code === undefined ? null : code)).status).toBe(400);
  });

  test('a missing email is 400', async () => {
    expect((await verify('123456', null)).status).toBe(400);
  });

  test('without a pending code, and after it was used, it is 404', async () => {
    expect((await verify('123456')).status).toBe(404);
    await create();
    const code = mailedCode();
    await verify(code);
    expect((await verify(code)).status).toBe(404);
  });

  test('a code is good for 15 minutes, then 410', async () => {
    await create();
    desk.clock.nowMs += 15 * MINUTE_MS - 2 * MINUTE_MS;
    expect((await verify(wrongCode())).status).toBe(401);
    expect((await verify(mailedCode())).status).toBe(410);
  });

  test('five wrong codes answer 401 with the attempts remaining, from then on the right one too 429, until a fresh code', async () => {
    await create();
    const heard: unknown[] = [];
    for (let i = 0; i < 5; i += 1) {
      const { status, json } = await verify(wrongCode());
      heard.push([status, json.attemptsRemaining]);
    }
    expect(heard).toEqual([4, 3, 2, 1, 0].map((remaining) => [401, remaining]));
    expect((await verify(mailedCode())).status).toBe(429);
    await create();
    expect((await verify(mailedCode())).status).toBe(201);
  });

  test('the 31st attempt of one address of the net within an hour is 429', async () => {
    for (let i = 0; i < 30; i += 1) {
      desk.clock.nowMs -= MINUTE_MS;
      expect((await verify('123456', EMAIL, '192.0.2.9')).status).toBe(404);
    }
    expect((await verify('123456', EMAIL, '192.0.2.9')).status).toBe(429);
    desk.clock.nowMs += HOUR_MS;
    expect((await verify('123456', EMAIL, '192.0.2.9')).status).toBe(404);
  });

  test('a plus-alias verifies the same inbox', async () => {
    await create('you+sheets@company.example');
    expect((await verify(mailedCode(), EMAIL)).status).toBe(201);
  });

  test('neither step charges anybody', async () => {
    await create();
    await verify(mailedCode());
    expect(desk.standin.charges.list).toEqual([]);
  });
});

test('the same seed mails the same codes', async () => {
  await create();
  const other = await openDesk();
  await other.ask('createTrialKey', unkeyed({ email: EMAIL }));
  expect(other.standin.mailbox.last()?.code).toBe(mailedCode());
});
