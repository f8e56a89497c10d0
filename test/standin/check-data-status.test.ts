import { beforeEach, expect, test } from 'vitest';
import { DEMO_TRIAL_KEY } from '../../dev/standin/standin';
import { DAY_MS, HOUR_MS, openDesk, type Desk } from './desk';

let desk: Desk;
beforeEach(async () => (desk = await openDesk()));

test('says what the profile says, and charges nothing', async () => {
  const status = await desk.ask('checkDataStatus?platform=instagram&username=cristiano');
  expect(desk.standin.charges.total()).toBe(0);
  const profile = await desk.ask('getUserData?platform=instagram&username=cristiano');
  expect(status.json).toMatchObject({
    isInDatabase: true,
    creatorId: profile.json._id,
    username: 'cristiano',
    platform: 'instagram',
    followers: profile.json.followers,
    lastRefreshDate: profile.json.lastRefreshDate,
    hasAudienceData: true,
    timelineDatapoints: profile.json.growthTimeline.length,
    firstTimelineDate: profile.json.growthTimeline[0].date,
    recentTimelineDate: profile.json.growthTimeline.at(-1).date,
    isAddedToRefresh: true,
    isAddedToWeeklyRefresh: false,
  });
});

test('each call queues a refresh: ten minutes later the profile is fresh and has one more point of growth', async () => {
  const path = 'checkDataStatus?platform=instagram&username=cristiano';
  const before = (await desk.ask(path)).json;
  const queuedMs = desk.clock.nowMs;
  desk.clock.nowMs += 5 * 60_000;
  expect((await desk.ask(path)).json.lastRefreshDate).toBe(before.lastRefreshDate);
  desk.clock.nowMs += 5 * 60_000;
  const after = (await desk.ask(path)).json;
  expect(Date.parse(after.lastRefreshDate)).toBe(queuedMs + 10 * 60_000);
  expect(after.timelineDatapoints).toBe(before.timelineDatapoints + 1);
  const profile = (await desk.ask('getUserData?platform=instagram&username=cristiano')).json;
  expect(profile.growthTimeline.at(-1)).toMatchObject({ date: '2026-11-23', followers: profile.followers });
});

test('a creator not in the database is queued and told so with 200', async () => {
  const path = 'checkDataStatus?platform=twitch&username=newcomer_1x';
  const { status, json } = await desk.ask(path);
  expect(status).toBe(200);
  expect(json).toEqual({
    isInDatabase: false,
    isBeingProcessed: true,
    username: 'newcomer_1x',
    platform: 'twitch',
    isAddedToRefresh: true,
  });
  desk.clock.nowMs += DAY_MS;
  expect((await desk.ask(path)).json.isInDatabase).toBe(true);
});

test('404 for a creator that the platform does not know', async () => {
  expect((await desk.ask('checkDataStatus?platform=instagram&username=nosuch_1x')).status).toBe(404);
});

test.each(['facebook', 'snapchat'])('400 on %s', async (platform) => {
  expect((await desk.ask(`checkDataStatus?platform=${platform}&username=someone`)).status).toBe(400);
});

test('400 on a platform without data status, by _id too', async () => {
  const { creatorId } = desk.standin.creators.find('facebook', 'cocacola') ?? {};
  expect((await desk.ask(`checkDataStatus?_id=${creatorId}`)).status).toBe(400);
});

test('400 without or with two identifiers', async () => {
  expect((await desk.ask('checkDataStatus?platform=instagram')).status).toBe(400);
  expect((await desk.ask('checkDataStatus?platform=instagram&username=a&userId=1')).status).toBe(400);
});

test('without audience data and with a pending analysis hasAudienceData is false, without a date', async () => {
  for (const username of ['special.noaudience', 'special.pending', 'special.private']) {
    const { json } = await desk.ask(`checkDataStatus?platform=instagram&username=${username}`);
    expect(json).toMatchObject({ hasAudienceData: false, lastAudienceDataRefresh: null });
  }
});

test('a pending analysis shows as done a day after a report was asked for', async () => {
  await desk.ask('getUserData?platform=instagram&username=special.pending&includeAudienceReport=true');
  desk.clock.nowMs += DAY_MS;
  const { json } = await desk.ask('checkDataStatus?platform=instagram&username=special.pending');
  expect(json.hasAudienceData).toBe(true);
});

test('weekly refresh is kept and refreshes every seven days', async () => {
  await desk.ask('checkDataStatus?platform=instagram&username=cristiano&addToWeeklyEnrichment=true');
  const addedMs = desk.clock.nowMs;
  desk.clock.nowMs += 15 * DAY_MS;
  const { json } = await desk.ask('checkDataStatus?platform=instagram&username=cristiano');
  expect(json.isAddedToWeeklyRefresh).toBe(true);
  expect(Date.parse(json.lastRefreshDate)).toBe(addedMs + 14 * DAY_MS);
});

test('weekly refresh is refused to trial keys with 403, and queues nothing', async () => {
  const before = desk.standin.creators.find('instagram', 'cristiano')?.lastRefreshMs;
  const { status } = await desk.ask(
    'checkDataStatus?platform=instagram&username=cristiano&addToWeeklyEnrichment=true',
    { key: DEMO_TRIAL_KEY },
  );
  expect(status).toBe(403);
  desk.clock.nowMs += HOUR_MS;
  expect(desk.standin.creators.find('instagram', 'cristiano', desk.clock.nowMs)?.lastRefreshMs).toBe(before);
});

test('works with no balance left', async () => {
  desk.standin.keys.setBalance(DEMO_TRIAL_KEY, 0);
  expect(
    (await desk.ask('checkDataStatus?platform=instagram&username=cristiano', { key: DEMO_TRIAL_KEY })).status,
  ).toBe(200);
});
