import { beforeEach, describe, expect, test } from 'vitest';
import { DEMO_ORGANIZATION_KEY, DEMO_TRIAL_KEY } from '../../dev/standin/standin';
import { openDesk, type Desk } from './desk';

const PATH = 'getUserData?platform=instagram&username=adidas';

let desk: Desk;
beforeEach(async () => (desk = await openDesk()));

const statuses = async (paths: readonly string[]): Promise<number[]> => {
  const heard: number[] = [];
  for (const path of paths) heard.push((await desk.ask(path)).status);
  return heard;
};

describe('which requests a fault hits', () => {
  test('those of its endpoint, as often as times says', async () => {
    const fault = desk.standin.faults.add({ endpoint: 'getUserData', times: 2, status: 500 });
    expect(await statuses(['getCitiesForCountry?country=Germany', PATH, PATH, PATH])).toEqual([200, 500, 500, 200]);
    expect(fault.hits()).toBe(2);
  });

  test('the nth of those that match', async () => {
    desk.standin.faults.add({ endpoint: 'getUserData', nth: [2, 4], status: 503 });
    expect(await statuses([PATH, PATH, 'getCitiesForCountry?country=Germany', PATH, PATH, PATH])).toEqual([
      200, 503, 200, 200, 503, 200,
    ]);
  });

  test('those that name a creator, in the query or the body, with or without an at sign', async () => {
    desk.standin.faults.add({ creator: 'adidas', status: 500 });
    expect(
      await statuses([
        'getUserData?platform=instagram&username=@Adidas',
        'getUserData?platform=instagram&username=cristiano',
      ]),
    ).toEqual([500, 200]);
    expect(
      (await desk.ask('bulkAddToEnrich', { body: { platform: 'instagram', usernames: ['nike', 'adidas'] } })).status,
    ).toBe(500);
    expect((await desk.ask('getContent?username=nike,adidas')).status).toBe(500);
  });

  test('those of a key, and those that a predicate picks', async () => {
    desk.standin.faults.add({ key: DEMO_TRIAL_KEY, status: 500 });
    desk.standin.faults.add({ when: ({ query }) => query.platform === 'youtube', status: 502 });
    expect((await desk.ask(PATH)).status).toBe(200);
    expect((await desk.ask(PATH, { key: DEMO_TRIAL_KEY })).status).toBe(500);
    expect((await desk.ask('getUserData?platform=youtube&username=mkbhd')).status).toBe(502);
  });

  test('none once removed or cleared', async () => {
    const fault = desk.standin.faults.add({ status: 500 });
    fault.remove();
    expect((await desk.ask(PATH)).status).toBe(200);
    desk.standin.faults.add({ status: 500 });
    desk.standin.faults.clear();
    expect((await desk.ask(PATH)).status).toBe(200);
  });

  test('several on one request add up, the later one winning', async () => {
    desk.standin.faults.add({ latencyMs: 9_000, status: 500 });
    desk.standin.faults.add({ status: 503, body: 'html' });
    const reply = desk.standin.handle({
      method: 'GET',
      url: `/api/externalAPI/${PATH}`,
      headers: { authorization: `Bearer ${DEMO_ORGANIZATION_KEY}` },
    });
    expect(reply).toMatchObject({ status: 503, latencyMs: 9_000, headers: { 'content-type': 'text/html' } });
  });
});

describe('what a fault does', () => {
  test.each([400, 401, 403, 404, 418, 500, 502, 503, 504])(
    'status %i: an error with a sentence, nothing charged',
    async (status) => {
      desk.standin.faults.add({ status });
      const heard = await desk.ask(PATH);
      expect(heard.status).toBe(status);
      expect(typeof heard.json.error).toBe('string');
      expect(desk.standin.charges.total()).toBe(0);
    },
  );

  test('429 of a burst, of an exhausted month, with Retry-After, with a message of its own', async () => {
    desk.standin.faults.add({ status: 429, times: 1 });
    expect((await desk.ask(PATH)).json).toEqual({ error: 'Rate limit exceeded' });
    desk.standin.faults.add({
      status: 429,
      resetDate: '2026-12-01T00:00:00.000Z',
      message: 'Monthly request limit exceeded',
      times: 1,
    });
    expect((await desk.ask(PATH)).json).toEqual({
      error: 'Monthly request limit exceeded',
      resetDate: '2026-12-01T00:00:00.000Z',
    });
    desk.standin.faults.add({ status: 429, retryAfterSeconds: 7, times: 1 });
    expect((await desk.ask(PATH)).headers['retry-after']).toBe('7');
  });

  test('the earlier edition’s error object, for one request or for all', async () => {
    desk.standin.faults.add({ status: 429, resetDate: '2026-12-01T00:00:00.000Z', body: 'earlier', times: 1 });
    expect((await desk.ask(PATH)).json).toEqual({
      error: {
        code: 'RATE_LIMIT_EXCEEDED',
        message: 'Rate limit exceeded',
        details: { resetDate: '2026-12-01T00:00:00.000Z' },
      },
    });
    desk.standin.manners.errorStyle = 'earlier';
    expect((await desk.ask('getUserData?platform=instagram&username=nosuch_1x')).json.error).toMatchObject({
      code: 'NOT_FOUND',
      message: 'Creator not found',
    });
  });

  test('an empty body and HTML, with a status: nothing charged', async () => {
    desk.standin.faults.add({ status: 502, body: 'empty', times: 1 });
    expect(await desk.ask(PATH)).toMatchObject({ status: 502, text: '' });
    desk.standin.faults.add({ status: 502, body: 'html', times: 1 });
    const { text, headers } = await desk.ask(PATH);
    expect(text).toContain('<h1>502 Error</h1>');
    expect(headers['content-type']).toBe('text/html');
    expect(desk.standin.charges.total()).toBe(0);
  });

  test.each(['empty', 'html', 'truncated', { text: 'null' }] as const)(
    '%s without a status spoils a good answer, which was charged',
    async (body) => {
      desk.standin.faults.add({ body });
      const heard = await desk.ask(PATH);
      expect(heard.status).toBe(200);
      expect(heard.json?.followers).toBeUndefined();
      expect(desk.standin.charges.total()).toBe(1);
    },
  );

  test('truncated JSON begins like the answer and does not parse', async () => {
    desk.standin.faults.add({ body: 'truncated' });
    const { text, json } = await desk.ask(PATH);
    expect(text.startsWith('{"_id"')).toBe(true);
    expect(json).toBeUndefined();
  });

  test('another shape of getUserData, for one creator only', async () => {
    desk.standin.faults.add({ creator: 'adidas', shape: 'wrapped' });
    expect((await desk.ask(PATH)).json.user.followers).toBe(30_200_000);
    expect((await desk.ask('getUserData?platform=instagram&username=nike')).json.followers).toBe(299_500_000);
  });

  test('headers of its own', async () => {
    desk.standin.faults.add({ headers: { 'x-proxy': 'yes' } });
    expect((await desk.ask(PATH)).headers['x-proxy']).toBe('yes');
  });

  test('a lost connection in-process says whether the charge was made', () => {
    const ask = () =>
      desk.standin.handle({
        method: 'GET',
        url: `/api/externalAPI/${PATH}`,
        headers: { authorization: `Bearer ${DEMO_ORGANIZATION_KEY}` },
      });
    desk.standin.faults.add({ lost: 'before-charge', times: 1 });
    expect(ask()).toEqual({ lost: 'before-charge', latencyMs: 0 });
    expect(desk.standin.charges.total()).toBe(0);
    desk.standin.faults.add({ lost: 'after-charge', times: 1, latencyMs: 60_000 });
    expect(ask()).toEqual({ lost: 'after-charge', latencyMs: 60_000 });
    expect(desk.standin.charges.total()).toBe(1);
    expect(desk.standin.charges.requests().map(({ status, charged }) => [status, charged])).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });

  test('requests with a fault still count in the burst windows', async () => {
    desk.standin.faults.add({ status: 500, times: 2 });
    const heard = [];
    for (let i = 0; i < 3; i += 1) heard.push((await desk.askNow(PATH, { key: DEMO_TRIAL_KEY })).status);
    expect(heard).toEqual([500, 500, 429]);
  });
});

test('stopped, everything is lost before the charge, faults are not used up, and requests are still in the log', async () => {
  const fault = desk.standin.faults.add({ status: 500, times: 1 });
  desk.standin.stop();
  await expect(desk.ask(PATH)).rejects.toThrow('before-charge');
  expect([fault.hits(), desk.standin.charges.total(), desk.standin.charges.requests().length]).toEqual([0, 0, 1]);
});
