import { beforeEach, describe, expect, test } from 'vitest';
import { DEMO_ORGANIZATION_KEY, DEMO_TRIAL_KEY } from '../../dev/standin/standin';
import { DAY_MS, HOUR_MS, openDesk, type Desk } from './desk';

let desk: Desk;
beforeEach(async () => (desk = await openDesk()));

const balance = (key = DEMO_ORGANIZATION_KEY): number | undefined => desk.standin.keys.get(key)?.balance;

describe('what getUserData charges', () => {
  test('a profile takes 1 off the balance', async () => {
    await desk.ask('getUserData?platform=instagram&username=adidas');
    expect(balance()).toBe(9_999);
  });

  test('an audience report takes 20 off the balance, and its answer has the profile too', async () => {
    const { json } = await desk.ask('getUserData?platform=instagram&username=adidas&includeAudienceReport=true');
    expect(balance()).toBe(9_980);
    expect(json.followers).toBe(30_200_000);
    expect(Object.keys(json.audienceCountries).length).toBeGreaterThan(2);
  });

  test('includeAudienceReport=false is a profile at 1', async () => {
    const { json } = await desk.ask('getUserData?platform=instagram&username=adidas&includeAudienceReport=false');
    expect(balance()).toBe(9_999);
    expect(json.audienceCountries).toBeUndefined();
  });

  test('scores and data logs come at no extra charge, on Instagram and TikTok only', async () => {
    const { json } = await desk.ask('getUserData?platform=instagram&username=adidas&showDatalogAndScore=true');
    expect(json.scores).toBeDefined();
    expect(json.dataLog).toHaveLength(2);
    expect(balance()).toBe(9_999);
    expect(
      (await desk.ask('getUserData?platform=youtube&username=mkbhd&showDatalogAndScore=true')).json.scores,
    ).toBeUndefined();
    expect((await desk.ask('getUserData?platform=instagram&username=adidas')).json.scores).toBeUndefined();
  });

  test('a report without audience data costs the full 20 and is empty', async () => {
    const { status, json } = await desk.ask(
      'getUserData?platform=instagram&username=special.noaudience&includeAudienceReport=true',
    );
    expect(status).toBe(200);
    expect(balance()).toBe(9_980);
    expect(json).toMatchObject({ hasAudienceData: false, audienceGender: {} });
  });

  test.each([
    ['400', 'getUserData?platform=instagram'],
    ['404', 'getUserData?platform=instagram&username=nosuch_1x'],
    ['201', 'getUserData?platform=instagram&username=newcomer_1x'],
  ])('%s charges nothing', async (status, path) => {
    expect((await desk.ask(path)).status).toBe(Number(status));
    expect(desk.standin.charges.list).toEqual([]);
  });
});

describe('202: audience analysis still processing', () => {
  const path = 'getUserData?platform=instagram&username=special.pending&includeAudienceReport=true';

  test('costs 1 and carries no profile, each time it is asked', async () => {
    for (let i = 1; i <= 2; i += 1) {
      const { status, json } = await desk.ask(path);
      expect(status).toBe(202);
      expect(json.followers).toBeUndefined();
      expect(balance()).toBe(10_000 - i);
    }
  });

  test('carries the profile where the manners say so', async () => {
    desk.standin.manners.pendingBody = 'profile';
    expect((await desk.ask(path)).json.followers).toBe(48_213);
  });

  test('is a full report for 20, a day after it was first asked for', async () => {
    await desk.ask(path);
    desk.clock.nowMs += 23 * HOUR_MS;
    expect((await desk.ask(path)).status).toBe(202);
    desk.clock.nowMs += HOUR_MS;
    expect(await desk.chargedBy(async () => expect((await desk.ask(path)).status).toBe(200))).toBe(20);
  });

  test('does not touch the plain profile', async () => {
    expect((await desk.ask('getUserData?platform=instagram&username=special.pending')).status).toBe(200);
  });
});

describe('201: not in the database', () => {
  const path = 'getUserData?platform=instagram&username=newcomer_7x';

  test('is available 24 hours after it was first asked for, and then costs 1', async () => {
    expect((await desk.ask(path)).status).toBe(201);
    desk.clock.nowMs += 23 * HOUR_MS;
    expect((await desk.ask(path)).status).toBe(201);
    desk.clock.nowMs += HOUR_MS;
    const { status, json } = await desk.ask(path);
    expect(status).toBe(200);
    expect(json.username).toBe('newcomer_7x');
    expect(balance()).toBe(9_999);
  });

  test('by userId the creator comes under that id', async () => {
    const byId = 'getUserData?platform=youtube&userId=UCnewcomernewcomer000001';
    desk.standin.creators.enrich('youtube', 'someone', 'UCnewcomernewcomer000001', desk.clock.nowMs);
    desk.clock.nowMs += DAY_MS;
    expect((await desk.ask(byId)).json).toMatchObject({ username: 'someone', userId: 'UCnewcomernewcomer000001' });
  });
});

describe('400: what is asked cannot be read', () => {
  test.each([
    ['no platform', 'username=adidas'],
    ['an unknown platform', 'platform=myspace&username=adidas'],
    ['a platform in capitals', 'platform=Instagram&username=adidas'],
    ['no identifier', 'platform=instagram'],
    ['an empty identifier', 'platform=instagram&username='],
    ['two identifiers', 'platform=instagram&username=adidas&userId=1'],
    ['a handle that no platform allows', 'platform=instagram&username=https%3A%2F%2Fwww.instagram.com%2Fadidas'],
    ['a malformed userId', 'platform=youtube&userId=123'],
    ['a malformed _id', '_id=123'],
    ['a flag that is neither true nor false', 'platform=instagram&username=adidas&includeAudienceReport=1'],
    ['an audience report on Twitch', 'platform=twitch&username=ninja&includeAudienceReport=true'],
    [
      'an audience report on Twitch for somebody not in the database',
      'platform=twitch&username=newcomer_1x&includeAudienceReport=true',
    ],
    ['an audience report on Facebook', 'platform=facebook&username=cocacola&includeAudienceReport=true'],
    ['an audience report on Snapchat', 'platform=snapchat&username=djkhaled305&includeAudienceReport=true'],
  ])('%s', async (_, query) => {
    expect((await desk.ask(`getUserData?${query}`)).status).toBe(400);
    expect(desk.standin.charges.list).toEqual([]);
  });

  test('an audience report by _id is refused where the platform has none', async () => {
    const { creatorId } = desk.standin.creators.find('twitch', 'ninja') ?? {};
    expect((await desk.ask(`getUserData?_id=${creatorId}&includeAudienceReport=true`)).status).toBe(400);
  });
});

describe('identifiers', () => {
  test.each(['adidas', '@adidas', 'ADIDAS', '%40Adidas'])('username %s finds the same creator', async (username) => {
    expect((await desk.ask(`getUserData?platform=instagram&username=${username}`)).json.username).toBe('adidas');
  });

  test('_id needs no platform', async () => {
    const { creatorId } = desk.standin.creators.find('tiktok', 'khaby.lame') ?? {};
    expect((await desk.ask(`getUserData?_id=${creatorId}`)).json).toMatchObject({
      username: 'khaby.lame',
      platform: 'tiktok',
    });
  });

  test('an _id that nobody has is 404', async () => {
    expect((await desk.ask('getUserData?_id=507f1f77bcf86cd799439011')).status).toBe(404);
  });

  test.each(['instagram', 'tiktok', 'youtube', 'twitch', 'facebook', 'snapchat'] as const)(
    '%s: the platform-native id finds the creator',
    async (platform) => {
      const creator = desk.standin.creators.listed(platform)[50];
      if (!creator) throw new Error('no creator');
      const { userId } = desk.standin.creators.text(creator);
      const { json } = await desk.ask(`getUserData?platform=${platform}&userId=${userId}`);
      expect(json._id).toBe(creator.creatorId);
    },
  );

  test('the same handle on two platforms is two creators', async () => {
    const instagram = await desk.ask('getUserData?platform=instagram&username=adidas');
    const youtube = await desk.ask('getUserData?platform=youtube&username=adidas');
    expect(instagram.json._id).not.toBe(youtube.json._id);
  });
});

describe('403 and 429: what the key may not or cannot pay', () => {
  test('audience reports that are not enabled for the key', async () => {
    desk.standin.keys.add({
      key: 'plain',
      kind: 'organization',
      clientId: 'plain',
      balance: 100,
      audienceReports: false,
    });
    expect(
      (await desk.ask('getUserData?platform=instagram&username=adidas&includeAudienceReport=true', { key: 'plain' }))
        .status,
    ).toBe(403);
    expect((await desk.ask('getUserData?platform=instagram&username=adidas', { key: 'plain' })).status).toBe(200);
  });

  test('a trial key without balance: 403', async () => {
    desk.standin.keys.setBalance(DEMO_TRIAL_KEY, 0);
    const { status, json } = await desk.ask('getUserData?platform=instagram&username=adidas', { key: DEMO_TRIAL_KEY });
    expect(status).toBe(403);
    expect(json.resetDate).toBeUndefined();
  });

  test('the last request is served, the next refused, the balance never below 0', async () => {
    desk.standin.keys.setBalance(DEMO_TRIAL_KEY, 1);
    expect((await desk.ask('getUserData?platform=instagram&username=adidas', { key: DEMO_TRIAL_KEY })).status).toBe(
      200,
    );
    expect((await desk.ask('getUserData?platform=instagram&username=adidas', { key: DEMO_TRIAL_KEY })).status).toBe(
      403,
    );
    expect(balance(DEMO_TRIAL_KEY)).toBe(0);
  });

  test.each([DEMO_TRIAL_KEY, DEMO_ORGANIZATION_KEY])(
    '19 left do not pay a report (%s): 403, nothing charged, 202 refused as well',
    async (key) => {
      desk.standin.keys.setBalance(key, 19);
      expect(
        (await desk.ask('getUserData?platform=instagram&username=adidas&includeAudienceReport=true', { key })).status,
      ).toBe(403);
      expect(
        (await desk.ask('getUserData?platform=instagram&username=special.pending&includeAudienceReport=true', { key }))
          .status,
      ).toBe(403);
      expect(balance(key)).toBe(19);
    },
  );

  test('an organization whose month is used up: 429 with resetDate, also for those who would be 201 or 404', async () => {
    desk.standin.keys.setBalance(DEMO_ORGANIZATION_KEY, 0);
    for (const username of ['adidas', 'newcomer_1x', 'nosuch_1x']) {
      const { status, json } = await desk.ask(`getUserData?platform=instagram&username=${username}`);
      expect(status).toBe(429);
      expect(json.resetDate).toBe('2026-12-01T00:00:00.000Z');
    }
  });
});

describe('private accounts', () => {
  test('answer 200 with isPrivate and without figures of posts', async () => {
    const { status, json } = await desk.ask('getUserData?platform=instagram&username=special.private');
    expect(status).toBe(200);
    expect(json.isPrivate).toBe(true);
    expect(json.engagementMean ?? '').toBe('');
    expect(json.growthTimeline).toEqual([]);
  });
});
