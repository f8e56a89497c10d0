import { ApiError } from './api-error';
import { flagOf, listOf, numberOf } from './call';
import type { Creator } from './creator';
import { covers, type Feature, type Platform } from './platform';

export type CreatorTest = (creator: Creator) => boolean;

interface Filter {
  /** The coverage that a platform needs; where it lacks it, the parameter is refused with 400. */
  needs?: Feature;
  only?: Platform;
  /** The test for a value that was given; undefined filters nothing. Throws ApiError 400 on a value that cannot be read. */
  test: (query: Record<string, string>, name: string, platform: Platform) => CreatorTest | undefined;
}

const atLeast =
  (figure: (creator: Creator) => number | undefined): Filter['test'] =>
  (query, name) => {
    const least = numberOf(query, name);
    return least === undefined ? undefined : (creator) => (figure(creator) ?? -Infinity) >= least;
  };

const atMost =
  (figure: (creator: Creator) => number | undefined): Filter['test'] =>
  (query, name) => {
    const most = numberOf(query, name);
    return most === undefined ? undefined : (creator) => (figure(creator) ?? Infinity) <= most;
  };

const equal =
  (fact: (creator: Creator) => string | undefined): Filter['test'] =>
  (query, name) =>
  (creator) =>
    fact(creator) === query[name];

/** "Average views per post/video (platform-dependent)": Twitch counts viewers. */
const views = (creator: Creator): number =>
  creator.platform === 'twitch' ? creator.averageViewers : creator.viewsPost;

const age =
  (compare: (age: number, bound: number) => boolean): Filter['test'] =>
  (query, name) => {
    const bound = numberOf(query, name);
    if (bound === undefined) return undefined;
    if (bound < 13 || bound > 80) throw new ApiError(400, `Parameter ${name} must lie between 13 and 80`);
    return (creator) => creator.age !== undefined && compare(creator.age, bound);
  };

/** Every filter of the contract, then those of the earlier edition. Unknown values of text filters match nobody. */
const DISCOVERY_FILTERS: Record<string, Filter> = {
  categories: {
    test: (query, name) => {
      const wanted = listOf(query[name]);
      return (creator) => creator.categories.some((key) => wanted.includes(key));
    },
  },
  country: { test: equal((creator) => creator.country) },
  city: { needs: 'demographics', test: equal((creator) => creator.city) },
  language: { test: equal((creator) => creator.language) },
  gender: {
    needs: 'demographics',
    test: (query, name) => {
      if (query[name] !== 'm' && query[name] !== 'w') throw new ApiError(400, 'Parameter gender must be m or w');
      return (creator) => creator.gender === query[name];
    },
  },
  followerMin: { test: atLeast((creator) => creator.followers) },
  followerMax: { test: atMost((creator) => creator.followers) },
  engagementRate: { test: atLeast((creator) => creator.engagementMean) },
  growthRate: { test: atLeast((creator) => creator.growthRate) },
  viewsMin: { test: atLeast(views) },
  viewsMax: { test: atMost(views) },
  businessSearch: {
    needs: 'business',
    test: (query, name) => (flagOf(query, name) ? (creator) => creator.isBusiness : undefined),
  },
  ageMin: { needs: 'demographics', test: age((years, bound) => years >= bound) },
  ageMax: { needs: 'demographics', test: age((years, bound) => years <= bound) },
  reelPlaysMin: { only: 'instagram', test: atLeast((creator) => creator.reelPlays) },
  reelPlaysMax: { only: 'instagram', test: atMost((creator) => creator.reelPlays) },
  averageViewersMin: { only: 'twitch', test: atLeast((creator) => creator.averageViewers) },
  averageViewersMax: { only: 'twitch', test: atMost((creator) => creator.averageViewers) },
};

/** The tests that a query asks for; an empty parameter counts as not given. */
export function discoveryTests(query: Record<string, string>, platform: Platform): CreatorTest[] {
  const tests: CreatorTest[] = [];
  for (const [name, filter] of Object.entries(DISCOVERY_FILTERS)) {
    if ((query[name] ?? '') === '') continue;
    if ((filter.needs && !covers(filter.needs, platform)) || (filter.only && filter.only !== platform)) {
      throw new ApiError(400, `Filter ${name} is not available for platform ${platform}`);
    }
    const test = filter.test(query, name, platform);
    if (test) tests.push(test);
  }
  return tests;
}
