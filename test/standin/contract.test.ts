import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_ORGANIZATION_CLIENT_ID, DEMO_ORGANIZATION_KEY, DEMO_TRIAL_KEY } from '../../dev/standin/standin';
import { openDesk, type Desk } from './desk';

describe.each(['in-process', 'http'] as const)('the contract, asked %s', (over) => {
  let desk: Desk;
  beforeEach(async () => (desk = await openDesk(over)));
  afterEach(() => desk.close());

  test('a profile answers 200 and costs 1', async () => {
    const charged = await desk.chargedBy(async () => {
      const { status, json } = await desk.ask('getUserData?platform=instagram&username=adidas');
      expect(status).toBe(200);
      expect(json).toMatchObject({ username: 'adidas', followers: 30_200_000 });
    });
    expect(charged).toBe(1);
  });

  test('a profile with its audience report costs 20', async () => {
    expect(
      await desk.chargedBy(() => desk.ask('getUserData?platform=instagram&username=adidas&includeAudienceReport=true')),
    ).toBe(20);
  });

  test('a creator not in the database answers 201 and costs nothing', async () => {
    const charged = await desk.chargedBy(async () => {
      expect((await desk.ask('getUserData?platform=tiktok&username=newcomer_1x')).status).toBe(201);
    });
    expect(charged).toBe(0);
  });

  test.each([
    ['getUserData?platform=instagram', 400],
    ['getUserData?platform=instagram&username=nosuch_1x', 404],
    ['checkDataStatus?platform=instagram&username=adidas', 200],
    ['discovery?platform=youtube&country=Germany', 200],
    ['getContent?limit=5&username=adidas,cristiano', 200],
    [`getClientInfo?clientId=${DEMO_ORGANIZATION_CLIENT_ID}`, 200],
    ['getCitiesForCountry?country=Germany', 200],
    ['noSuchEndpoint', 404],
  ])('%s answers %i', async (path, status) => {
    expect((await desk.ask(path)).status).toBe(status);
  });

  test('a POST body arrives: bulkAddToEnrich tells who is new', async () => {
    const { status, json } = await desk.ask('bulkAddToEnrich', {
      body: { platform: 'instagram', usernames: ['adidas', 'newcomer_1x'] },
    });
    expect(status).toBe(200);
    expect(json.summary).toMatchObject({ existingInDatabase: 1, newlyAdded: 1 });
  });

  test('a missing and a wrong key answer 401', async () => {
    expect((await desk.ask('getUserData?platform=instagram&username=adidas', { key: null })).status).toBe(401);
    expect((await desk.ask('getUserData?platform=instagram&username=adidas', { key: 'wrong' })).status).toBe(401);
  });

  test('the third request of a trial key within a second answers 429', async () => {
    const statuses = [];
    for (let i = 0; i < 3; i += 1)
      statuses.push((await desk.askNow('getCitiesForCountry?country=Germany', { key: DEMO_TRIAL_KEY })).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  test('a cursor in the X-Cursor header gives the next page', async () => {
    const first = await desk.ask('getContent?limit=3&platform=instagram');
    const second = await desk.ask('getContent?limit=3', { headers: { 'X-Cursor': first.json.next_cursor } });
    expect(second.status).toBe(200);
    const ids = [...first.json.items, ...second.json.items].map((item: { contentId: string }) => item.contentId);
    expect(new Set(ids).size).toBe(6);
  });

  test('a trial key is issued for an e-mailed code and works', async () => {
    const email = 'someone@company.example';
    expect((await desk.ask('createTrialKey', { key: null, body: { email } })).status).toBe(200);
    const { code } = desk.standin.mailbox.last(email) ?? {};
    const { status, json } = await desk.ask('verifyTrialKey', { key: null, body: { email, code } });
    expect(status).toBe(201);
    expect((await desk.ask('getUserData?platform=instagram&username=adidas', { key: json.apiKey })).status).toBe(200);
  });

  test('a connection lost before the charge charges nothing, one lost after it charges', async () => {
    const profile = () => desk.ask('getUserData?platform=instagram&username=adidas').catch((error: unknown) => error);
    desk.standin.faults.add({ lost: 'before-charge', times: 1 });
    expect(await desk.chargedBy(async () => expect(await profile()).toBeInstanceOf(TypeError))).toBe(0);
    desk.standin.faults.add({ lost: 'after-charge', times: 1 });
    expect(await desk.chargedBy(async () => expect(await profile()).toBeInstanceOf(TypeError))).toBe(1);
  });

  test('stopped, it answers nobody; started again, it does', async () => {
    desk.standin.stop();
    await expect(desk.ask('getCitiesForCountry?country=Germany')).rejects.toThrow(TypeError);
    desk.standin.start();
    expect((await desk.ask('getCitiesForCountry?country=Germany')).status).toBe(200);
  });

  test('errors are JSON with an error field of text', async () => {
    const { json, headers } = await desk.ask('getUserData?platform=myspace&username=tom');
    expect(json).toEqual({ error: 'Invalid platform: myspace' });
    expect(headers['content-type']).toContain('application/json');
  });

  test('every request and its key are in the log, every charge names its creator', async () => {
    await desk.ask('getUserData?platform=instagram&username=adidas');
    expect(desk.standin.charges.requests('getUserData').at(-1)).toMatchObject({
      status: 200,
      key: DEMO_ORGANIZATION_KEY,
      charged: 1,
    });
    expect(desk.standin.charges.list.at(-1)).toMatchObject({
      key: DEMO_ORGANIZATION_KEY,
      endpoint: 'getUserData',
      requests: 1,
    });
    expect(desk.standin.charges.list.at(-1)?.what).toContain('instagram/adidas');
  });
});
