import { TRIAL } from '../../src/schema/said-text';
import { beforeEach, describe, expect, test } from 'vitest';
import { InfluError } from '../../src/core/error';
import { englishOf, verbatim } from '../../src/core/said';
import { requestTrialKey, verifyTrialKey } from '../../src/api/trial';
import { CLIENT_PROPERTY, KEY_PROPERTY } from '../../src/gate/purse';
import { memoryHost, received, type MemoryHost } from './memory-host';

const EMAIL = 'jo@company.com';
let memory: MemoryHost;
beforeEach(() => (memory = memoryHost()));

const mailed = (): string => memory.standin.mailbox.last(EMAIL)?.code ?? '';
const wrong = (): string => (mailed() === '111111' ? '222222' : '111111');
const request = (email = EMAIL, company?: string) =>
  requestTrialKey(memory.host, { email, ...(company === undefined ? {} : { company }) });
const verify = (code: string, email = EMAIL) => verifyTrialKey(memory.host, { email, code });

const addressOf = (length: number): string => `jo@${'c'.repeat(length - 7)}.com`;

/** What a call is refused with. */
function refusal(work: () => unknown): { code: string; message: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof InfluError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('signing up', () => {
  test('a code comes by e-mail, and is exchanged for a key that works', () => {
    expect(request()).toEqual({ codeExpiresInMinutes: 15 });
    const { apiKey, clientId, expiresAt, requestsIncluded } = verify(mailed());
    expect({ expiresAt, requestsIncluded }).toEqual({ expiresAt: '2026-12-07T08:00:00.300Z', requestsIncluded: 250 });
    memory.properties.set(KEY_PROPERTY, apiKey).set(CLIENT_PROPERTY, clientId);
    expect(memory.balance()).toMatchObject({ kind: 'balance', left: 250 });
  });

  test('sends one call a step, without any key', () => {
    request('  jo@company.com ', ' Company ');
    verify(mailed());
    expect(received(memory).map(({ endpoint, method, headers, body }) => [endpoint, method, headers, body])).toEqual([
      ['createTrialKey', 'POST', {}, { email: EMAIL, company: 'Company' }],
      ['verifyTrialKey', 'POST', {}, { email: EMAIL, code: expect.stringMatching(/^\d{6}$/) }],
    ]);
    memory.expectCharged(0);
  });

  test('a blank company is left out', () => {
    request(EMAIL, '  ');
    expect(received(memory)[0]?.body).toEqual({ email: EMAIL });
  });

  test('works where no key is stored and the day is over its caps', () => {
    memory.properties.clear();
    memory.properties.set('INFLUDATA_SETTINGS', '{"version":1,"paused":true,"maxRequestsPerDay":0}');
    request();
    expect(verify(mailed()).clientId).toMatch(/^trial-/);
  });

  test.each(['123 456', '123-456', ' 123456\n', '1 2 3 4 5 6', '123–456', '123\u00a0456'])(
    'the code %j is read as it is meant',
    (typed) => {
      memory.standin.faults.add({ endpoint: 'verifyTrialKey', status: 410 });
      refusal(() => verify(typed));
      expect(received(memory)[0]?.body).toEqual({ email: EMAIL, code: '123456' });
    },
  );
});

describe('what is wrong already here is not sent', () => {
  test.each([
    '',
    '  ',
    'jo',
    'jo@company',
    'jo@@company.com',
    'jo@a@company.com',
    '@company.com',
    'jo@.',
    'j o@company.com',
  ])('the address %j', (email) => {
    for (const work of [() => request(email), () => verify('123456', email)])
      expect(refusal(work)).toEqual({
        code: 'badInput',
        message: 'This is not an e-mail address. Enter one like name@company.com.',
      });
    expect(received(memory)).toEqual([]);
  });

  test('an address of 254 characters goes, one of 255 does not', () => {
    request(addressOf(254));
    expect(refusal(() => request(addressOf(255))).code).toBe('badInput');
    expect(received(memory)).toHaveLength(1);
  });

  test('a company of 120 characters goes, one of 121 does not', () => {
    request(EMAIL, 'c'.repeat(120));
    expect(refusal(() => request(EMAIL, 'c'.repeat(121))).message).toMatch(/at most 120 characters/);
    expect(received(memory)).toHaveLength(1);
  });

  test.each(['', '12345', '1234567', '12345a', '123.456'])('the code %j', (code) => {
    expect(refusal(() => verify(code))).toEqual({
      code: 'badInput',
      message: 'The code has six digits. Copy it from the e-mail.',
    });
    expect(received(memory)).toEqual([]);
  });
});

describe('the refusals of createTrialKey', () => {
  test('400: a disposable address', () => {
    expect(refusal(() => request('jo@mailinator.com'))).toMatchObject({
      code: 'rejected',
      message: expect.stringMatching(/disposable\. Use your work address\.$/) as string,
    });
  });

  test('409: there is a key already', () => {
    request();
    verify(mailed());
    expect(refusal(() => request('jo+again@company.com'))).toMatchObject({
      code: 'rejected',
      message: expect.stringMatching(
        /already has a trial key.* paste it under Extensions › influData › API key and account\.$/,
      ) as string,
    });
  });

  test('429: too many codes', () => {
    memory.standin.signupLimits.codesPerInboxAnHour = 1;
    request();
    expect(refusal(() => request())).toEqual({
      code: 'busy',
      message: englishOf(TRIAL.createTrialKey[429]),
    });
  });

  test('503: no more sign-ups', () => {
    memory.standin.signupLimits.codesADay = 0;
    expect(refusal(() => request())).toEqual({
      code: 'apiDown',
      message: 'influData has no more trial keys right now. Try again tomorrow.',
    });
  });
});

describe('the refusals of verifyTrialKey', () => {
  test('400: not accepted', () => {
    memory.standin.faults.add({ endpoint: 'verifyTrialKey', status: 400 });
    expect(refusal(() => verify('123456')).message).toMatch(/Compare both with the e-mail\.$/);
  });

  test('401: a wrong code, with the attempts that are left, then 429', () => {
    request();
    const said = Array.from({ length: 6 }, () => refusal(() => verify(wrong())));
    expect(said.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'rejected: This code is wrong. 4 attempts are left: copy it from the latest e-mail.',
      'rejected: This code is wrong. 3 attempts are left: copy it from the latest e-mail.',
      'rejected: This code is wrong. 2 attempts are left: copy it from the latest e-mail.',
      'rejected: This code is wrong. 1 attempt is left: copy it from the latest e-mail.',
      'rejected: This code is wrong. No attempts are left: send a new code.',
      "busy: Too many tries for now: five wrong codes, or others on Google's shared servers. Send a new code; if that is refused too, try again in an hour.",
    ]);
  });

  test('401 in the style of the earlier edition, and without a number', () => {
    memory.standin.manners.errorStyle = 'earlier';
    request();
    expect(refusal(() => verify(wrong())).message).toMatch(/4 attempts are left/);
    memory.standin.faults.add({ endpoint: 'verifyTrialKey', body: 'html' });
    expect(refusal(() => verify(wrong())).message).toBe(
      'This code is wrong. Copy it from the latest e-mail and try again.',
    );
  });

  test('404: no code is waiting', () => {
    expect(refusal(() => verify('123456'))).toEqual({
      code: 'rejected',
      message: 'No code is waiting for this e-mail address. Send one first.',
    });
  });

  test('410: expired', () => {
    request();
    memory.host.clock.sleep(15 * 60_000);
    expect(refusal(() => verify(mailed()))).toEqual({
      code: 'rejected',
      message: 'This code has expired. Send a new one.',
    });
  });
});

test('a key is issued only once, so one without a client id is kept', () => {
  request();
  memory.standin.faults.add({ endpoint: 'verifyTrialKey', body: { text: '{"apiKey":"sk_trial_1","clientId":null}' } });
  expect(verify(mailed())).toEqual({ apiKey: 'sk_trial_1', clientId: '' });
});

describe.each([
  ['createTrialKey', () => request(), /If no code arrives/],
  ['verifyTrialKey', () => verify('123456'), /If you got a key by e-mail, paste it under/],
] as const)('whatever happens to %s', (endpoint, work, nextStep) => {
  test.each(['before-charge', 'after-charge'] as const)(
    'a lost connection (%s) is said, and not tried again',
    (lost) => {
      memory.standin.faults.add({ endpoint, lost });
      expect(refusal(work)).toMatchObject({ code: 'unreachable', message: expect.stringMatching(nextStep) as string });
      expect(received(memory)).toHaveLength(1);
    },
  );

  test.each([
    'empty',
    'html',
    'truncated',
    { text: '{"success":false}' },
    { text: '{"apiKey":" ","clientId":"trial-1"}' },
  ] as const)('a body that cannot be read: %j', (body) => {
    request();
    memory.standin.charges.clear();
    memory.standin.faults.add({ endpoint, body });
    const code = mailed();
    const said = refusal(endpoint === 'verifyTrialKey' ? () => verify(code) : work);
    expect(said).toMatchObject({ code: 'unreadable', message: expect.stringMatching(nextStep) as string });
    expect(received(memory)).toHaveLength(1);
  });

  test.each([
    [500, 'apiDown'],
    [503, 'apiDown'],
    [429, 'busy'],
    [418, 'rejected'],
    [403, 'rejected'],
  ])(
    'a %i is one sentence with a next step, and only a fault is sent once more, where that does no harm',
    (status, code) => {
      memory.standin.faults.add({ endpoint, status, message: 'secret 123456' });
      const said = refusal(work);
      expect(said.code).toBe(code);
      expect(said.message).toMatch(/^[^\n]+\. [A-Z][^\n]+\.$/);
      expect(said.message).not.toContain('123456');
      expect(received(memory)).toHaveLength(status === 500 && endpoint === 'createTrialKey' ? 2 : 1);
    },
  );

  test("Google's own refusal is passed on", () => {
    const refused = new InfluError('hostLimit', verbatim('Not today.'));
    memory.host.transport.fetchAll = () => {
      throw refused;
    };
    expect(refusal(work)).toEqual({ code: 'hostLimit', message: 'Not today.' });
  });
});

test('no sentence of a refusal tells the code or the key', () => {
  request();
  const code = mailed();
  const said: string[] = [];
  for (const fault of [
    { lost: 'after-charge' },
    { body: { text: `${code} sk_trial_` } },
    { status: 500, message: code },
  ] as const) {
    const handle = memory.standin.faults.add({ endpoint: 'verifyTrialKey', times: 1, ...fault });
    said.push(refusal(() => verify(code)).message);
    handle.remove();
  }
  expect(said.filter((message) => message.includes(code) || message.includes('sk_trial_'))).toEqual([]);
});
