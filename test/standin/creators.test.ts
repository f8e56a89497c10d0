import { beforeAll, describe, expect, test } from 'vitest';
import { createStandin, type Standin } from '../../dev/standin/standin';
import type { Creator } from '../../dev/standin/creator';
import { PLATFORMS } from '../../dev/standin/platform';
import { openDesk, START_MS } from './desk';

let standin: Standin;
let everyone: Creator[];
beforeAll(() => {
  standin = createStandin({ now: () => START_MS });
  everyone = PLATFORMS.flatMap((platform) => standin.creators.listed(platform));
});

const share = (condition: (creator: Creator) => boolean): number => everyone.filter(condition).length / everyone.length;

describe('the crowd', () => {
  test('is at least 20,000 creators over six platforms with 100,000 pieces', () => {
    expect(everyone.length).toBeGreaterThanOrEqual(20_000);
    expect(everyone).toHaveLength(standin.creators.size);
    for (const platform of PLATFORMS) expect(standin.creators.count(platform)).toBeGreaterThan(500);
    expect(standin.posts.count()).toBeGreaterThanOrEqual(100_000);
  });

  test('is the same for the same seed, another for another seed', () => {
    const again = createStandin({ now: () => START_MS });
    const other = createStandin({ now: () => START_MS, seed: 7 });
    for (const index of [70, 1_234, 20_001]) {
      const creator = standin.creators.at(index);
      expect(again.creators.at(index)).toEqual(creator);
      expect(again.creators.text(creator)).toEqual(standin.creators.text(creator));
      expect(other.creators.at(index)).not.toEqual(creator);
    }
    const [post] = standin.posts.of(standin.creators.at(0));
    expect(again.posts.of(again.creators.at(0))[0]).toEqual(post);
  });

  test('has ten creators on each platform whose handles a newcomer will type, all public and with everything', () => {
    const { wellKnown } = standin.creators;
    for (const platform of PLATFORMS) {
      const known = wellKnown.filter((each) => each.platform === platform);
      expect(known.length, platform).toBeGreaterThanOrEqual(10);
      for (const { username } of known) {
        const creator = standin.creators.find(platform, `@${username}`);
        expect(creator, username).toMatchObject({ username, platform, isPrivate: false, audience: 'ready' });
        expect(creator?.followers).toBeGreaterThan(100_000);
      }
    }
  });

  test('each is found by handle in any case, and handles are unique on their platform', () => {
    expect(new Set(everyone.map(({ platform, username }) => `${platform} ${username.toLowerCase()}`)).size).toBe(
      everyone.length,
    );
    for (const creator of everyone.filter(({ index }) => index % 97 === 0)) {
      expect(standin.creators.find(creator.platform, creator.username.toUpperCase())).toEqual(creator);
    }
  });

  test('has ids of 24 hex digits, and platform-native ones, each once', () => {
    expect(new Set(everyone.map(({ creatorId }) => creatorId)).size).toBe(everyone.length);
    for (const { creatorId } of everyone.slice(0, 200)) expect(creatorId).toMatch(/^[0-9a-f]{24}$/);
    const ids = standin.creators.listed('instagram').map((creator) => standin.creators.text(creator).userId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^\d+$/.test(id))).toBe(true);
    expect(ids.some((id) => Number(id) > Number.MAX_SAFE_INTEGER)).toBe(true);
  });

  test('has creators without facts, without audience data, pending and private ones, but few', () => {
    for (const condition of [
      (creator: Creator) => creator.country === undefined,
      (creator: Creator) => creator.gender === undefined,
      (creator: Creator) => creator.engagementMean === undefined,
      (creator: Creator) => creator.displayName === '',
      (creator: Creator) => creator.audience === 'none',
      (creator: Creator) => creator.audience === 'pending',
      (creator: Creator) => creator.isPrivate,
    ]) {
      expect(share(condition)).toBeGreaterThan(0.005);
      expect(share(condition)).toBeLessThan(0.5);
    }
  });

  test('has bios of 0 to 300 characters in several scripts with emoji and line breaks', () => {
    const bios = everyone.filter(({ index }) => index % 7 === 0).map((creator) => standin.creators.text(creator).bio);
    expect(Math.max(...bios.map((bio) => [...bio].length))).toBeLessThanOrEqual(300);
    expect(Math.max(...bios.map((bio) => bio.length))).toBeGreaterThan(180);
    for (const form of [
      /^$/,
      /\n/,
      /\p{Extended_Pictographic}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Han}/u,
      /\p{Script=Devanagari}/u,
      /\p{Script=Hebrew}/u,
    ]) {
      expect(bios.some((bio) => form.test(bio))).toBe(true);
    }
  });

  test('has tricksters: formulas, markup and control characters in names and bios of ordinary accounts', () => {
    const crowd = everyone.filter(({ index }) => index > 200);
    for (const form of [/^=IMPORTXML\(/, /^\+/, /^-/, /^@/, /^\t/, /^\r/])
      expect(crowd.some(({ bio }) => form.test(bio ?? ''))).toBe(true);
    expect(crowd.some(({ displayName }) => displayName === '<img src=x onerror=alert(1)>')).toBe(true);
    expect(crowd.some(({ displayName }) => displayName.length > 300)).toBe(true);
  });

  test('has pictures behind long signed URLs that change with a refresh', async () => {
    const desk = await openDesk();
    const creator = desk.standin.creators.find('instagram', 'adidas') as Creator;
    const before = desk.standin.creators.text(creator).profilePicUrl;
    expect(before.length).toBeGreaterThan(300);
    await desk.ask('checkDataStatus?platform=instagram&username=adidas');
    desk.clock.nowMs += 3_600_000;
    const after = (await desk.ask('getUserData?platform=instagram&username=adidas')).json.profilePicUrl;
    expect(after).not.toBe(before);
  });
});

describe('the growth timeline', () => {
  test('has about 180 points, daily then weekly, ends in the profile’s followers, and names collaborations', async () => {
    const desk = await openDesk();
    const { growthTimeline, followers, lastRefreshDate } = (
      await desk.ask('getUserData?platform=instagram&username=adidas')
    ).json;
    expect(growthTimeline.length).toBeGreaterThanOrEqual(150);
    expect(growthTimeline.length).toBeLessThanOrEqual(200);
    expect(growthTimeline.at(-1)).toMatchObject({ date: lastRefreshDate.slice(0, 10), followers });
    const days = growthTimeline.map(({ date }: { date: string }) => Date.parse(date) / 86_400_000);
    const steps = days.slice(1).map((day: number, i: number) => day - days[i]);
    expect(new Set(steps)).toEqual(new Set([7, 1]));
    const mentioned = growthTimeline.flatMap(({ collaborations }: { collaborations: string[] }) => collaborations);
    expect(mentioned.length).toBeGreaterThan(2);
    for (const name of mentioned) expect(name).toMatch(/^@\w+$/);
    expect(growthTimeline.some((point: object) => !('engagement' in point))).toBe(true);
  });
});

describe('ready-made ones', () => {
  test('the 25 handles of the demo sheet are on Instagram, in the database and public', () => {
    const { demoSheet } = standin.creators;
    expect(new Set(demoSheet).size).toBe(25);
    for (const username of demoSheet)
      expect(standin.creators.find('instagram', username)).toMatchObject({ isPrivate: false, audience: 'ready' });
  });

  test.each([
    ['instagram', 'leomessi'],
    ['youtube', 'MrBeast'],
    ['tiktok', 'khaby.lame'],
    ['twitch', 'ninja'],
    ['facebook', 'cocacola'],
    ['snapchat', 'djkhaled305'],
  ] as const)('%s/%s is there with more than a million followers', (platform, username) => {
    expect(standin.creators.find(platform, username)?.followers).toBeGreaterThan(1_000_000);
  });

  test('one of each difficulty, by name', () => {
    const { creators } = standin;
    expect(creators.text(creators.special('formulaBio')).bio).toMatch(/^=IMPORTXML\(/);
    expect(creators.special('htmlName').displayName).toBe('<img src=x onerror=alert(1)>');
    expect(creators.special('private')).toMatchObject({ isPrivate: true, audience: 'none' });
    expect(creators.special('noAudience').audience).toBe('none');
    expect(creators.special('pendingAudience').audience).toBe('pending');
    expect(creators.special('missingFields').country).toBeUndefined();
    expect(creators.special('zeroFollowers').followers).toBe(0);
    expect(creators.special('rightToLeft').displayName).toMatch(/^\u202E/);
  });

  test('unlisted handles are on every platform and in no database, nonexistent ones on none', async () => {
    const desk = await openDesk();
    for (const platform of PLATFORMS) {
      expect(
        (await desk.ask(`getUserData?platform=${platform}&username=${desk.standin.creators.unlisted(3)}`)).status,
      ).toBe(201);
      expect(
        (await desk.ask(`getUserData?platform=${platform}&username=${desk.standin.creators.nonexistent(3)}`)).status,
      ).toBe(404);
    }
  });

  test('of handles made up by people, most are on the platform, some are not', async () => {
    const desk = await openDesk();
    const statuses: number[] = [];
    for (let i = 0; i < 60; i += 1)
      statuses.push((await desk.ask(`getUserData?platform=instagram&username=some.body${i}.out.there`)).status);
    expect(new Set(statuses)).toEqual(new Set([201, 404]));
    expect(statuses.filter((status) => status === 404).length).toBeLessThan(30);
  });

  test('tests add their own, at once or from an instant on', async () => {
    const desk = await openDesk();
    desk.standin.creators.add({ platform: 'instagram', username: 'mine', followers: 5 });
    desk.standin.creators.add({ platform: 'instagram', username: 'nosuch_later' }, START_MS + 3_600_000);
    const later = 'getUserData?platform=instagram&username=nosuch_later';
    expect((await desk.ask('getUserData?platform=instagram&username=mine')).json.followers).toBe(5);
    expect((await desk.ask(later)).status).toBe(201);
    desk.clock.nowMs += 3_600_000;
    expect((await desk.ask(later)).status).toBe(200);
    expect((await desk.ask('discovery?platform=instagram&followerMin=5&followerMax=5')).json.count).toBe(1);
  });

  test('a smaller crowd is to be had', () => {
    expect(createStandin({ creators: 500 }).creators.size).toBe(500);
  });
});
