import { makeCreator, platformAt, type Creator } from './creator';
import { draw, drawFrom } from './draw';
import { NOTABLE, SPECIAL, WITHOUT_FACTS, type Notable, type SpecialKind } from './notable';
import type { Platform } from './platform';
import { searchTextOf, type KeywordField } from './search-text';

const DAY_MS = 86_400_000;
/** One in so many of the crowd carries somebody's trick in name or bio. */
const TRICK_ONE_IN = 61;
const TRICKS: readonly Notable[] = Object.values(SPECIAL).filter(
  (each: Notable) => each.bio !== undefined || each.displayName !== undefined,
);

/** What a seed and an instant make, which is the same for every stand-in of the process. Nothing in it is changed. */
export interface Loaded {
  creator(index: number): Creator;
  /** Of the first `count` those on a platform. */
  listed(platform: Platform, count: number): readonly Creator[];
  /** What discovery's keywords are searched in. */
  searchText(creator: Creator): Readonly<Record<KeywordField, string>>;
}

/** Databases kept: a test makes a stand-in, most begin on the same day, and a first search makes thousands of creators. */
const KEPT = 4;
const kept = new Map<string, Loaded>();

export function loaded(seed: number, anchorMs: number): Loaded {
  const key = `${seed} ${anchorMs}`;
  const known = kept.get(key) ?? load(seed, anchorMs);
  kept.delete(key);
  kept.set(key, known);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
  return known;
}

function load(seed: number, anchorMs: number): Loaded {
  const creators: Creator[] = [];
  const lists = new Map<string, readonly Creator[]>();
  const texts = new WeakMap<Creator, Record<KeywordField, string>>();
  const creator = (index: number): Creator => (creators[index] ??= loadedCreator(seed, anchorMs, index));
  return {
    creator,
    listed(platform, count) {
      const key = `${platform} ${count}`;
      const known = lists.get(key);
      if (known) return known;
      const list: Creator[] = [];
      for (let index = 0; index < count; index += 1) {
        if ((NOTABLE.get(index)?.platform ?? platformAt(index)) === platform) list.push(creator(index));
      }
      lists.set(key, list);
      return list;
    },
    searchText(each) {
      const known = texts.get(each) ?? searchTextOf(seed, each);
      texts.set(each, known);
      return known;
    },
  };
}

/** The creator of an index as the database was loaded: a notable one or one of the crowd, with a few tricksters. */
function loadedCreator(seed: number, anchorMs: number, index: number): Creator {
  const notable = NOTABLE.get(index);
  if (notable) return dress(makeCreator(seed, anchorMs, { index, platform: notable.platform }), notable);
  const creator = makeCreator(seed, anchorMs, { index, platform: platformAt(index) });
  if (draw(seed, index, 401) % TRICK_ONE_IN !== 0) return creator;
  const { bio, displayName } = drawFrom(TRICKS, seed, index, 402);
  return { ...creator, ...(bio === undefined ? {} : { bio }), ...(displayName === undefined ? {} : { displayName }) };
}

/** Figures that follow the number of followers. */
const FIGURES = [
  'avgLikes',
  'avgComments',
  'viewsPost',
  'medianViewCountPosts',
  'reelPlays',
  'totalViews',
  'averageViewers',
] as const;

/** Puts a notable's own facts over those made up; figures follow its followers. */
function dress(creator: Creator, notable: Notable): Creator {
  const { city: _city, country: _country, ...rest } = creator;
  const kind = Object.entries(SPECIAL).find(([, each]) => each === notable)?.[0] as SpecialKind | undefined;
  const followers = notable.followers ?? creator.followers;
  const scale = followers / creator.followers;
  const scaled = Object.fromEntries(FIGURES.map((figure) => [figure, Math.round(creator[figure] * scale)]));
  const dressed: Creator = {
    ...(kind === undefined ? rest : creator),
    ...scaled,
    ...notable,
    engagementMean: creator.engagementMean ?? 1.7,
    growthRate: creator.growthRate ?? 0.8,
    blankStyle: notable.blankStyle ?? creator.blankStyle,
  };
  if (dressed.audience === 'ready' && dressed.lastAudienceMs === undefined)
    dressed.lastAudienceMs = creator.lastRefreshMs - DAY_MS;
  if (dressed.audience !== 'ready') delete dressed.lastAudienceMs;
  if (dressed.country === '') delete dressed.country;
  if (kind === undefined || !WITHOUT_FACTS.includes(kind)) return dressed;
  const {
    country: _a,
    city: _b,
    language: _c,
    gender: _d,
    age: _e,
    engagementMean: _f,
    growthRate: _g,
    ...blank
  } = dressed;
  return blank;
}
