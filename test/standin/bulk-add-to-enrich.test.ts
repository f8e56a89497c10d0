import { beforeEach, describe, expect, test } from 'vitest';
import { DEMO_TRIAL_KEY } from '../../dev/standin/standin';
import { DAY_MS, openDesk, type Desk } from './desk';

let desk: Desk;
beforeEach(async () => (desk = await openDesk()));

const bulk = (body: unknown, key?: string) => desk.ask('bulkAddToEnrich', key === undefined ? { body } : { body, key });
const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `newcomer_${i}x`);

test('tells for each item whether it was there, is new or failed, and charges nothing', async () => {
  const { creatorId } = desk.standin.creators.find('instagram', 'cristiano') ?? {};
  const { status, json } = await bulk({
    platform: 'instagram',
    usernames: ['cristiano', 'newcomer_1x', 'nosuch_1x', 'not a handle'],
  });
  expect(status).toBe(200);
  expect(json.processed).toEqual([
    {
      identifier: 'cristiano',
      type: 'username',
      isNewUser: false,
      creatorId,
      addedToInstant: true,
      addedToWeekly: false,
    },
    {
      identifier: 'newcomer_1x',
      type: 'username',
      isNewUser: true,
      creatorId: expect.stringMatching(/^[0-9a-f]{24}$/),
      addedToInstant: true,
      addedToWeekly: false,
    },
  ]);
  expect(json.failed).toEqual([
    { identifier: 'nosuch_1x', type: 'username', error: 'Creator not found on platform' },
    { identifier: 'not a handle', type: 'username', error: 'Invalid username' },
  ]);
  expect(json.summary).toEqual({
    total: 4,
    existingInDatabase: 1,
    newlyAdded: 1,
    addedToInstant: 2,
    addedToWeekly: 0,
    failed: 2,
  });
  expect(desk.standin.charges.total()).toBe(0);
});

test('new creators are in the database a day later under the id that was told', async () => {
  const { json } = await bulk({ platform: 'tiktok', usernames: ['newcomer_1x'] });
  desk.clock.nowMs += DAY_MS;
  const profile = await desk.ask('getUserData?platform=tiktok&username=newcomer_1x');
  expect(profile.json._id).toBe(json.processed[0].creatorId);
});

test('creators who are there get a refresh', async () => {
  await bulk({ platform: 'instagram', usernames: ['cristiano'] });
  const queuedMs = desk.clock.nowMs;
  desk.clock.nowMs += DAY_MS;
  expect(desk.standin.creators.find('instagram', 'cristiano', desk.clock.nowMs)?.lastRefreshMs).toBe(
    queuedMs + 600_000,
  );
});

test('userIds and usernames combine', async () => {
  const creator = desk.standin.creators.find('youtube', 'mkbhd');
  if (!creator) throw new Error('no creator');
  const { json } = await bulk({
    platform: 'youtube',
    usernames: ['kurzgesagt'],
    userIds: [desk.standin.creators.text(creator).userId],
  });
  expect(json.processed.map(({ type }: { type: string }) => type)).toEqual(['username', 'userId']);
  expect(json.processed[1].creatorId).toBe(creator.creatorId);
});

describe('limits', () => {
  test('100 items pass, 101 of both kinds together are 400 and queue nobody', async () => {
    expect((await bulk({ platform: 'instagram', usernames: names(100) })).status).toBe(200);
    const other = { platform: 'tiktok', usernames: names(100), userIds: ['MS4wLjABAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'] };
    expect((await bulk(other)).status).toBe(400);
    desk.clock.nowMs += 2 * DAY_MS;
    expect(desk.standin.creators.find('tiktok', 'newcomer_1x', desk.clock.nowMs)).toBeUndefined();
  });

  test('a trial key may send 10, not 11', async () => {
    expect((await bulk({ platform: 'instagram', usernames: names(10) }, DEMO_TRIAL_KEY)).status).toBe(200);
    expect((await bulk({ platform: 'instagram', usernames: names(11) }, DEMO_TRIAL_KEY)).status).toBe(400);
  });
});

describe('weekly refresh', () => {
  test('is for those who are there, not for new ones', async () => {
    const { json } = await bulk({
      platform: 'instagram',
      usernames: ['cristiano', 'newcomer_1x'],
      addToWeeklyEnrichment: true,
    });
    expect(json.processed.map((item: { addedToWeekly: boolean }) => item.addedToWeekly)).toEqual([true, false]);
    expect(json.summary.addedToWeekly).toBe(1);
    expect((await desk.ask('checkDataStatus?platform=instagram&username=cristiano')).json.isAddedToWeeklyRefresh).toBe(
      true,
    );
  });

  test('is refused to trial keys with 403', async () => {
    expect(
      (await bulk({ platform: 'instagram', usernames: ['cristiano'], addToWeeklyEnrichment: true }, DEMO_TRIAL_KEY))
        .status,
    ).toBe(403);
  });
});

test.each([
  ['text that is not JSON', '{'],
  ['an array', []],
  ['no platform', { usernames: ['adidas'] }],
  ['Facebook', { platform: 'facebook', usernames: ['cocacola'] }],
  ['Snapchat', { platform: 'snapchat', usernames: ['someone'] }],
  ['no items', { platform: 'instagram' }],
  ['empty lists', { platform: 'instagram', usernames: [], userIds: [] }],
  ['usernames that are no list', { platform: 'instagram', usernames: 'adidas' }],
  ['usernames that are no text', { platform: 'instagram', usernames: [1] }],
  ['a flag that is text', { platform: 'instagram', usernames: ['adidas'], addToWeeklyEnrichment: 'true' }],
])('400: %s', async (_, body) => {
  expect((await bulk(body)).status).toBe(400);
});

test('GET is not its method', async () => {
  expect((await desk.ask('bulkAddToEnrich')).status).toBe(405);
});
