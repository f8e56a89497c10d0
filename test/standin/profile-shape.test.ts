import { beforeEach, describe, expect, test } from 'vitest';
import { PROFILE_SHAPES, type ProfileShape } from '../../dev/standin/profile-shape';
import { createStandin } from '../../dev/standin/standin';
import { openDesk, type Desk } from './desk';

let desk: Desk;
beforeEach(async () => (desk = await openDesk()));

async function profile(shape: ProfileShape, username = 'adidas', more = ''): Promise<any> {
  desk.standin.shape = shape;
  return (await desk.ask(`getUserData?platform=instagram&username=${username}${more}`)).json;
}

/** The shapes that were there first; the others are read by the add-on's tests, against the truth. */
const FIRST = ['flat', 'wrapped', 'profile', 'earlier'] as const;
type First = (typeof FIRST)[number];

/** Where each shape keeps a fact: written by hand from the shapes' description, not from their code. */
const PLACES: Record<string, Record<First, string>> = {
  _id: { flat: '_id', wrapped: 'user._id', profile: 'profile._id', earlier: 'data._id' },
  username: { flat: 'username', wrapped: 'user.username', profile: 'profile.username', earlier: 'data.username' },
  displayName: {
    flat: 'displayName',
    wrapped: 'user.displayName',
    profile: 'profile.fullName',
    earlier: 'data.displayName',
  },
  bio: { flat: 'bio', wrapped: 'user.biography', profile: 'profile.description', earlier: 'data.bio' },
  followers: { flat: 'followers', wrapped: 'user.followers', profile: 'metrics.followers', earlier: 'data.followers' },
  following: { flat: 'following', wrapped: 'user.following', profile: 'metrics.following', earlier: 'data.following' },
  posts: { flat: 'posts', wrapped: 'user.posts', profile: 'metrics.posts', earlier: 'data.posts' },
  platform: { flat: 'platform', wrapped: 'user.platform', profile: 'profile.platform', earlier: 'data.platform' },
  country: { flat: 'country', wrapped: 'user.country', profile: 'profile.location.country', earlier: 'data.country' },
  city: { flat: 'city', wrapped: 'user.city', profile: 'profile.location.city', earlier: 'data.city' },
  language: { flat: 'language', wrapped: 'user.language', profile: 'profile.language', earlier: 'data.language' },
  gender: { flat: 'gender', wrapped: 'user.gender', profile: 'profile.gender', earlier: 'data.gender' },
  age: { flat: 'age', wrapped: 'user.estimatedAge', profile: 'profile.age', earlier: 'data.age' },
  verified: { flat: 'verified', wrapped: 'user.verified', profile: 'profile.verified', earlier: 'data.verified' },
  isPrivate: { flat: 'isPrivate', wrapped: 'user.isPrivate', profile: 'profile.isPrivate', earlier: 'data.isPrivate' },
  engagementMean: {
    flat: 'engagementMean',
    wrapped: 'user.engagementMean',
    profile: 'metrics.engagementMean',
    earlier: 'data.engagementMean',
  },
  growthRate: {
    flat: 'growthRate',
    wrapped: 'user.growthRate',
    profile: 'metrics.growthRate',
    earlier: 'data.growthRate',
  },
  avgLikes: { flat: 'avgLikes', wrapped: 'user.stats.avgLikes', profile: 'metrics.avgLikes', earlier: 'data.avgLikes' },
  medianViewCountPosts: {
    flat: 'medianViewCountPosts',
    wrapped: 'user.medianViewCountPosts',
    profile: 'metrics.medianViewCountPosts',
    earlier: 'data.medianViewCountPosts',
  },
  profilePicUrl: {
    flat: 'profilePicUrl',
    wrapped: 'user.profilePicUrl',
    profile: 'profile.profilePicUrl',
    earlier: 'data.profilePicUrl',
  },
  lastRefreshDate: {
    flat: 'lastRefreshDate',
    wrapped: 'user.lastRefreshDate',
    profile: 'profile.lastRefreshDate',
    earlier: 'data.lastRefreshDate',
  },
  score: { flat: 'score', wrapped: 'user.score', profile: 'metrics.score', earlier: 'data.score' },
  profileScore: {
    flat: 'profileScore',
    wrapped: 'user.profileScore',
    profile: 'profileScore',
    earlier: 'data.profileScore',
  },
};

const at = (body: unknown, path: string): unknown => path.split('.').reduce<any>((value, key) => value?.[key], body);

describe('all shapes carry the same facts', () => {
  test.each(Object.keys(PLACES))('%s', async (fact) => {
    const ordinary = desk.standin.creators
      .listed('instagram')
      .find(
        ({ city, gender, age, growthRate, engagementMean, language, audience, isPrivate }) =>
          city && gender && age && growthRate && engagementMean && language && audience === 'ready' && !isPrivate,
      );
    const told = new Set<unknown>();
    for (const shape of FIRST)
      told.add(at(await profile(shape, ordinary?.username, '&showDatalogAndScore=true'), PLACES[fact]?.[shape] ?? ''));
    expect(told.size).toBe(1);
    expect([...told][0]).toBeDefined();
  });

  test('the growth timeline, whether oldest first, newest first, or by date', async () => {
    const points = {
      flat: (await profile('flat')).growthTimeline,
      wrapped: (await profile('wrapped')).user.timeline,
      profile: (await profile('profile')).history.toReversed(),
      earlier: Object.entries((await profile('earlier')).data.timeline).map(([date, point]) =>
        Object.assign({ date }, point),
      ),
    };
    const told = Object.values(points).map((list) =>
      list.map((point: any) => [point.date.slice(0, 10), point.followers, point.following, point.posts]),
    );
    for (const each of told) expect(each).toEqual(told[0]);
    expect(told[0].length).toBeGreaterThan(100);
  });

  test('breakdowns: shares of 0 to 1 by label, arrays of percent, arrays of weight', async () => {
    const more = '&includeAudienceReport=true';
    const flat = (await profile('flat', 'adidas', more)).audienceCountries;
    const wrapped = (await profile('wrapped', 'adidas', more)).user.audience.audienceCountries;
    const other = (await profile('profile', 'adidas', more)).audience.countries;
    const earlier = (await profile('earlier', 'adidas', more)).data.audienceCountries;
    expect(flat.Germany).toBeGreaterThan(0.3);
    expect(flat.Germany).toBeLessThan(1);
    expect(wrapped[0]).toMatchObject({
      country: 'Germany',
      code: 'DE',
      percent: expect.closeTo(flat.Germany * 100, 1),
    });
    expect(other[0]).toMatchObject({ label: 'Germany', value: expect.closeTo(flat.Germany * 100, 1) });
    expect(earlier[0]).toEqual({ code: 'DE', weight: flat.Germany });
  });

  test('the audience report has every section in every shape', async () => {
    const sections = {
      flat: (body: any) =>
        ['Gender', 'Age', 'AgeGender', 'Countries', 'Cities', 'Languages', 'Interests', 'Quality'].map(
          (name) => body[`audience${name}`],
        ),
      wrapped: (body: any) => Object.values(body.user.audience),
      profile: (body: any) => Object.values(body.audience),
      earlier: (body: any) =>
        ['Gender', 'Age', 'AgeGender', 'Countries', 'Cities', 'Languages', 'Interests', 'Quality'].map(
          (name) => body.data[`audience${name}`],
        ),
    };
    for (const shape of FIRST) {
      const found = sections[shape](await profile(shape, 'adidas', '&includeAudienceReport=true'));
      expect(found).toHaveLength(8);
      for (const section of found) expect(Object.keys(section as object).length).toBeGreaterThan(1);
    }
  });

  test('gender and age are complete: their shares add up to 1', async () => {
    const body = await profile('flat', 'adidas', '&includeAudienceReport=true');
    for (const section of [body.audienceGender, body.audienceAge]) {
      expect(Object.values<number>(section).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2);
    }
  });
});

describe('what is not known', () => {
  test.each([
    ['special.missing', undefined],
    ['special.null', null],
    ['special.empty', ''],
  ])('%s writes it its own way', async (username, blank) => {
    for (const [shape, path] of Object.entries({
      flat: 'country',
      wrapped: 'user.country',
      profile: 'profile.location.country',
      earlier: 'data.country',
    })) {
      expect(at(await profile(shape as ProfileShape, username), path)).toBe(blank);
    }
  });

  test('a report that was not asked for is not there', async () => {
    for (const shape of PROFILE_SHAPES)
      expect(JSON.stringify(await profile(shape))).not.toMatch(/audience(Gender|Countries)|"countries"/);
  });
});

test('unless a shape is set, each creator has one of its own, and all are met', () => {
  const { creators, shape } = createStandin({ creators: 200 });
  expect(shape).toBe('mixed');
  const shapes = creators.listed('instagram').map((creator) => creators.truth(creator).shape);
  expect(new Set(shapes)).toEqual(new Set(PROFILE_SHAPES));
});

test('the shape is a setting of the stand-in', async () => {
  expect(desk.standin.shape).toBe('flat');
  desk.standin.manners.shape = 'earlier';
  expect(desk.standin.shape).toBe('earlier');
});
