import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_ORGANIZATION_KEY, DEMO_TRIAL_KEY } from '../../dev/standin/standin';
import type { Creator } from '../../dev/standin/creator';
import type { Platform } from '../../dev/standin/platform';
import { openDesk, type Desk } from './desk';

let desk: Desk;
beforeAll(async () => (desk = await openDesk()));
beforeEach(() => {
  desk.standin.keys.setBalance(DEMO_ORGANIZATION_KEY, 10_000);
  desk.standin.keys.setBalance(DEMO_TRIAL_KEY, 250);
  Object.assign(desk.standin.manners, { countDrift: 0, pageOverlap: 0 });
});

const search = (query: string) => desk.ask(`discovery?${query}`);
const creatorsOf = (json: { users: { _id: string }[] }): Creator[] =>
  json.users.map(({ _id }) => desk.standin.creators.at(Number.parseInt(_id.slice(18), 16)));

/** How many of a platform's creators fulfil a condition, counted without the search. */
const countWhere = (platform: Platform, condition: (creator: Creator) => boolean): number =>
  desk.standin.creators.listed(platform).filter(condition).length;

describe('pages', () => {
  test('of 20 cost 1 each, follow one another without gaps, and end short', async () => {
    const query = 'platform=instagram&country=Germany&categories=fitness';
    const ids: string[] = [];
    let count = 0;
    const charged = await desk.chargedBy(async () => {
      for (let skip = 0; ; skip += 20) {
        const { json } = await search(`${query}&skipCount=${skip}`);
        count = json.count;
        ids.push(...json.users.map(({ _id }: { _id: string }) => _id));
        if (json.users.length < 20) break;
      }
    });
    expect(count).toBe(
      countWhere('instagram', (creator) => creator.country === 'Germany' && creator.categories.includes('fitness')),
    );
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
    expect(charged).toBe(Math.floor(count / 20) + 1);
  });

  test('a search that finds nobody costs 1 too', async () => {
    const charged = await desk.chargedBy(async () => {
      expect((await search('platform=instagram&country=Atlantis')).json).toEqual({
        users: [],
        count: 0,
        dataSuccess: true,
      });
    });
    expect(charged).toBe(1);
  });

  test('the count drifts between pages where the manners say so', async () => {
    desk.standin.manners.countDrift = 30;
    const counts = new Set<number>();
    for (const skip of [0, 20, 40, 60]) counts.add((await search(`platform=tiktok&skipCount=${skip}`)).json.count);
    expect(counts.size).toBeGreaterThan(1);
    for (const count of counts) expect(Math.abs(count - desk.standin.creators.count('tiktok'))).toBeLessThanOrEqual(30);
  });

  test('pages overlap where the manners say so', async () => {
    desk.standin.manners.pageOverlap = 3;
    const first = await search('platform=tiktok');
    const second = await search('platform=tiktok&skipCount=20');
    expect(second.json.users.slice(0, 3)).toEqual(first.json.users.slice(17));
  });
});

describe('every filter filters', () => {
  const cases: [string, Platform, (creator: Creator) => boolean][] = [
    ['country=United%20States', 'facebook', (creator) => creator.country === 'United States'],
    ['country=Germany&city=Berlin', 'tiktok', (creator) => creator.country === 'Germany' && creator.city === 'Berlin'],
    ['language=fr', 'youtube', (creator) => creator.language === 'fr'],
    ['gender=w', 'instagram', (creator) => creator.gender === 'w'],
    ['gender=m', 'tiktok', (creator) => creator.gender === 'm'],
    ['categories=vegan,gaming', 'twitch', (creator) => creator.categories.includes('gaming')],
    [
      'categories=comedy,politics',
      'snapchat',
      (creator) => creator.categories.some((key) => key === 'comedy' || key === 'politics'),
    ],
    ['followerMin=1000000', 'instagram', (creator) => creator.followers >= 1_000_000],
    ['followerMax=5000', 'instagram', (creator) => creator.followers <= 5_000],
    ['engagementRate=4.5', 'instagram', (creator) => (creator.engagementMean ?? 0) >= 4.5],
    ['growthRate=3', 'youtube', (creator) => (creator.growthRate ?? -99) >= 3],
    ['viewsMin=100000', 'youtube', (creator) => creator.viewsPost >= 100_000],
    ['viewsMax=2000', 'youtube', (creator) => creator.viewsPost <= 2_000],
    ['viewsMin=200', 'twitch', (creator) => creator.averageViewers >= 200],
    ['businessSearch=true', 'instagram', (creator) => creator.isBusiness],
    ['ageMin=40', 'instagram', (creator) => (creator.age ?? 0) >= 40],
    ['ageMax=18', 'tiktok', (creator) => (creator.age ?? 99) <= 18],
    ['reelPlaysMin=50000', 'instagram', (creator) => creator.reelPlays >= 50_000],
    ['reelPlaysMax=5000', 'instagram', (creator) => creator.reelPlays <= 5_000],
    ['averageViewersMin=300', 'twitch', (creator) => creator.averageViewers >= 300],
    ['averageViewersMax=50', 'twitch', (creator) => creator.averageViewers <= 50],
  ];

  test.each(cases)('%s on %s', async (query, platform, condition) => {
    const { json } = await search(`platform=${platform}&${query}`);
    const expected = countWhere(platform, condition);
    expect(json.count).toBe(expected);
    expect(expected).toBeGreaterThan(0);
    expect(expected).toBeLessThan(desk.standin.creators.count(platform));
    expect(creatorsOf(json).every(condition)).toBe(true);
  });

  test('filters combine with and', async () => {
    const { json } = await search(
      'platform=instagram&country=Germany&gender=w&followerMin=10000&followerMax=50000&categories=beauty',
    );
    const expected = countWhere(
      'instagram',
      (creator) =>
        creator.country === 'Germany' &&
        creator.gender === 'w' &&
        creator.followers >= 10_000 &&
        creator.followers <= 50_000 &&
        creator.categories.includes('beauty'),
    );
    expect(json.count).toBe(expected);
    expect(expected).toBeGreaterThan(0);
  });

  test('an empty parameter filters nothing', async () => {
    expect((await search('platform=snapchat&country=&followerMin=')).json.count).toBe(
      desk.standin.creators.count('snapchat'),
    );
  });
});

const textOf = (creator: Creator, fields: readonly ('bio' | 'hashtags' | 'content' | 'website')[]): string =>
  fields.map((field) => desk.standin.creators.searchText(creator)[field]).join('\n');

const bioCount = async (keywords: string): Promise<number> =>
  (await search(`platform=tiktok&keywordFields=bio&keywords=${encodeURIComponent(keywords)}`)).json.count;

describe('keywords', () => {
  test('several terms are OR-combined; a term with spaces is an exact phrase', async () => {
    const [trainer, yoga, both] = [
      await bioCount('personal trainer'),
      await bioCount('makeup artist'),
      await bioCount('personal trainer,makeup artist'),
    ];
    expect(Math.max(trainer, yoga)).toBeLessThan(both);
    expect(both).toBeLessThanOrEqual(trainer + yoga);
    expect(await bioCount('trainer personal')).toBe(0);
  });

  test('a word is found as a word, not within another', async () => {
    const { json } = await search('platform=tiktok&keywords=art&keywordFields=bio');
    for (const creator of creatorsOf(json))
      expect(textOf(creator, ['bio'])).toMatch(/(^|[^\p{L}\p{N}])art([^\p{L}\p{N}]|$)/u);
  });

  test.each(['bio', 'hashtags', 'content', 'website'] as const)(
    'keywordFields=%s searches there alone',
    async (field) => {
      const { json } = await search(`platform=instagram&keywords=skincare&keywordFields=${field}`);
      const word = /(^|[^\p{L}\p{N}])skincare([^\p{L}\p{N}]|$)/u;
      expect(json.count).toBe(countWhere('instagram', (creator) => word.test(textOf(creator, [field]))));
      expect(json.count).toBeGreaterThan(0);
    },
  );

  test('scripts without spaces match anywhere', async () => {
    const { json } = await search(`platform=instagram&keywords=${encodeURIComponent('カフェ')}`);
    expect(json.count).toBeGreaterThan(0);
  });

  test('score is a relevance of 0 to 100 that sorts, and not there without keywords', async () => {
    const { json } = await search('platform=instagram&keywords=vegan,gaming&sorting=descRelevance');
    const scores = json.users.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score: number) => score > 0 && score <= 100)).toBe(true);
    const lastPage = Math.floor((json.count - 1) / 20) * 20;
    const later = await search(`platform=instagram&keywords=vegan,gaming&sorting=descRelevance&skipCount=${lastPage}`);
    expect(later.json.users[0].score).toBeLessThan(scores[0]);
    const plain = await search('platform=instagram');
    for (const user of plain.json.users) expect(user).not.toHaveProperty('score');
    for (const { profileScore } of plain.json.users) expect(profileScore >= 1 && profileScore <= 10).toBe(true);
  });

  test('hidden websites do not count on platforms without website search', async () => {
    expect((await search('platform=twitch&keywords=example')).json.count).toBe(
      countWhere('twitch', (creator) =>
        /(^|[^\p{L}\p{N}])example([^\p{L}\p{N}]|$)/u.test(textOf(creator, ['bio', 'hashtags', 'content'])),
      ),
    );
  });
});

describe('every sorting sorts', () => {
  const cases: [string, Platform, (creator: Creator) => number | string][] = [
    ['Followers', 'instagram', (creator) => creator.followers],
    ['Username', 'youtube', (creator) => creator.username.toLowerCase()],
    ['ProfileScore', 'tiktok', (creator) => creator.profileScore],
    ['ViewsPost', 'tiktok', (creator) => creator.viewsPost],
    ['EngagementMean', 'snapchat', (creator) => creator.engagementMean ?? -1],
    ['GrowthRate', 'facebook', (creator) => creator.growthRate ?? -1000],
    ['TotalViews', 'tiktok', (creator) => creator.totalViews],
    ['AverageViewers', 'twitch', (creator) => creator.averageViewers],
    ['Relevance', 'instagram', (creator) => creator.profileScore],
  ];

  test.each(cases)('%s on %s, both ways', async (field, platform, figure) => {
    const all = desk.standin.creators.listed(platform).map(figure);
    for (const direction of ['asc', 'desc']) {
      const sign = direction === 'asc' ? 1 : -1;
      const { json } = await search(`platform=${platform}&sorting=${direction}${field}`);
      const expected = [...all].sort((a, b) => (a < b ? -sign : a > b ? sign : 0)).slice(0, 20);
      expect(creatorsOf(json).map(figure)).toEqual(expected);
    }
  });

  test('by default the best profile scores come first', async () => {
    const byDefault = await search('platform=instagram');
    const asked = await search('platform=instagram&sorting=descProfileScore');
    expect(byDefault.json).toEqual(asked.json);
  });
});

describe('400: what is asked cannot be read, and costs nothing', () => {
  test.each([
    'country=Germany',
    'platform=myspace',
    'platform=instagram&skipCount=10',
    'platform=instagram&skipCount=-20',
    'platform=instagram&skipCount=many',
    'platform=instagram&followerMin=lots',
    'platform=instagram&gender=f',
    'platform=instagram&sorting=followers',
    'platform=instagram&sorting=descNothing',
    'platform=instagram&sorting=descTotalViews',
    'platform=instagram&sorting=descAverageViewers',
    'platform=youtube&city=Berlin',
    'platform=twitch&gender=w',
    'platform=youtube&ageMin=20',
    'platform=instagram&ageMin=12',
    'platform=instagram&ageMax=81',
    'platform=tiktok&businessSearch=true',
    'platform=instagram&businessSearch=yes',
    'platform=tiktok&reelPlaysMin=1',
    'platform=instagram&averageViewersMin=1',
    'platform=instagram&keywords=a&keywordFields=title',
    'platform=facebook&keywords=a&keywordFields=website',
  ])('%s', async (query) => {
    const charged = await desk.chargedBy(async () => expect((await search(query)).status).toBe(400));
    expect(charged).toBe(0);
  });
});

describe('balance', () => {
  test('a trial key without balance: 403; an organization: 429 with resetDate', async () => {
    desk.standin.keys.setBalance(DEMO_TRIAL_KEY, 0);
    expect((await desk.ask('discovery?platform=instagram', { key: DEMO_TRIAL_KEY })).status).toBe(403);
    desk.standin.keys.setBalance(DEMO_ORGANIZATION_KEY, 0);
    const { status, json } = await search('platform=instagram');
    expect(status).toBe(429);
    expect(json.resetDate).toBeDefined();
  });
});

describe('who is found', () => {
  test('items carry the contract’s fields and tell what the profile tells', async () => {
    const { json } = await search('platform=instagram&sorting=descFollowers');
    const user = json.users[0];
    const profile = await desk.ask(`getUserData?_id=${user._id}`);
    for (const name of ['_id', 'username', 'displayName', 'followers', 'platform', 'country', 'engagementMean'])
      expect(user[name]).toEqual(profile.json[name]);
  });

  test('a creator who was queued is found once arrived', async () => {
    const fresh = await openDesk();
    const query = 'discovery?platform=snapchat';
    const before = (await fresh.ask(query)).json.count;
    await fresh.ask('getUserData?platform=snapchat&username=newcomer_1x');
    expect((await fresh.ask(query)).json.count).toBe(before);
    fresh.clock.nowMs += 86_400_000;
    expect((await fresh.ask(query)).json.count).toBe(before + 1);
  });
});
