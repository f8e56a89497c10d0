import { ApiError } from './api-error';
import { listOf, numberOf } from './call';
import type { Creator } from './creator';
import type { Library, Piece } from './library';
import type { Manners } from './manners';
import { covers, isPlatform, type Platform } from './platform';
import { termMatcher } from './search-text';

const DEFAULT_MIN_FOLLOWERS = 10_000;
const DEFAULT_PLATFORMS = 'instagram,tiktok';
const CONTENT_TYPES: ReadonlySet<string> = new Set(['post', 'reel', 'story', 'video', 'short']);

type Query = Record<string, string>;

export interface ContentQuery {
  platforms: Platform[];
  /** In lower case, each once; empty for everyone. */
  usernames: string[];
  creatorTests: ((creator: Creator) => boolean)[];
  pieceTests: ((piece: Piece) => boolean)[];
  order: (piece: Piece) => number;
  descending: boolean;
}

/** Larger comes first where descending. */
const SORTINGS: Record<string, (piece: Piece) => number> = {
  uploaded: (piece) => piece.uploadedMs,
  reach: (piece) => piece.reach,
  viral: (piece) => viralFactorOf(piece),
};

/** Reach by the creator's average. */
export function viralFactorOf({ reach, creator }: Pick<Piece, 'reach' | 'creator'>): number {
  return creator.viewsPost === 0 ? 0 : Math.round((reach / creator.viewsPost) * 100) / 100;
}

/** Either of two names, the first winning; empty counts as not given. */
function either(query: Query, a: string, b: string): string | undefined {
  return [a, b].find((name) => (query[name] ?? '') !== '');
}

function instantOf(query: Query, a: string, b: string): number | undefined {
  const name = either(query, a, b);
  if (name === undefined) return undefined;
  const text = query[name] as string;
  const ms = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw new ApiError(400, `Parameter ${name} must be an ISO 8601 date`);
  return ms;
}

/** Every parameter of the contract; a value that cannot be read is 400, an unknown name is ignored. */
export function readContentQuery(query: Query, manners: Manners): ContentQuery {
  const platforms = listOf((query.platform ?? '') === '' ? DEFAULT_PLATFORMS : query.platform).map((text) => {
    if (!isPlatform(text) || !covers('content', text)) throw new ApiError(400, `Invalid platform: ${text}`);
    return text;
  });
  const sorting = (query.sorting ?? '') === '' ? 'uploaded' : (query.sorting as string);
  const order = SORTINGS[sorting];
  if (!order) throw new ApiError(400, `Invalid sorting: ${sorting}`);
  return {
    platforms: [...new Set(platforms)],
    usernames: usernamesOf(query),
    creatorTests: creatorTestsOf(query),
    pieceTests: pieceTestsOf(query),
    order,
    descending: sorting !== 'uploaded' || manners.uploadedOrder === 'descending',
  };
}

function usernamesOf(query: Query): string[] {
  return [...new Set(listOf(query.username).map((name) => name.replace(/^@/, '').toLowerCase()))];
}

function creatorTestsOf(query: Query): ContentQuery['creatorTests'] {
  const tests: ContentQuery['creatorTests'] = [];
  const minFollowers =
    numberOf(query, either(query, 'min_followers', 'followerMin') ?? 'min_followers') ?? DEFAULT_MIN_FOLLOWERS;
  tests.push((creator) => creator.followers >= minFollowers);
  const maxFollowers = numberOf(query, 'followerMax');
  if (maxFollowers !== undefined) tests.push((creator) => creator.followers <= maxFollowers);
  const usernames = usernamesOf(query);
  if (usernames.length > 0) tests.push((creator) => usernames.includes(creator.username.toLowerCase()));
  if ((query.gender ?? '') !== '' && query.gender !== 'm' && query.gender !== 'w')
    throw new ApiError(400, 'Parameter gender must be m or w');
  for (const fact of ['country', 'city', 'gender', 'language'] as const) {
    const wanted = query[fact] ?? '';
    if (wanted === '') continue;
    const isEverywhere = fact !== 'city' && fact !== 'gender';
    // "City / gender / age filters" cover two platforms; elsewhere they are ignored: the harsh reading, since all comes and costs.
    tests.push((creator) => (!isEverywhere && !covers('demographics', creator.platform)) || creator[fact] === wanted);
  }
  return tests;
}

function pieceTestsOf(query: Query): ContentQuery['pieceTests'] {
  const tests: ContentQuery['pieceTests'] = [];
  const viewsMin = numberOf(query, 'viewsMin');
  if (viewsMin !== undefined) tests.push(({ reach }) => reach >= viewsMin);
  const viewsMax = numberOf(query, 'viewsMax');
  if (viewsMax !== undefined) tests.push(({ reach }) => reach <= viewsMax);
  const from = instantOf(query, 'created_at_gte', 'uploadedFrom');
  if (from !== undefined) tests.push(({ uploadedMs }) => uploadedMs >= from);
  const to = instantOf(query, 'created_at_lte', 'uploadedTo');
  if (to !== undefined) tests.push(({ uploadedMs }) => uploadedMs <= to);
  const types = listOf(query.contentTypes);
  for (const type of types) if (!CONTENT_TYPES.has(type)) throw new ApiError(400, `Invalid contentTypes: ${type}`);
  if (types.length > 0) tests.push(({ contentType }) => types.includes(contentType));
  const tags = listOf(query.tags).map((tag) => tag.replace(/^#/, '').toLowerCase());
  if (tags.length > 0) tests.push((piece) => piece.text().hashtags.some((tag) => tags.includes(tag.toLowerCase())));
  const terms = listOf(query.keywords).map(termMatcher);
  if (terms.length > 0) {
    tests.push((piece) => {
      const { caption, hashtags, mentions } = piece.text();
      const text = [caption, ...hashtags, ...mentions].join('\n').toLowerCase();
      return terms.some((term) => term(text));
    });
  }
  return tests;
}

/** Refs of all pieces that match, in order; equal keys go by ref, so that the order is total. */
export function runContentQuery(query: ContentQuery, library: Library, atMs: number): number[] {
  const found: { ref: number; key: number }[] = [];
  const passes = (creator: Creator): boolean => query.creatorTests.every((test) => test(creator));
  for (const platform of query.platforms) {
    for (const piece of library.scan(platform, query.usernames, passes, atMs)) {
      if (query.pieceTests.every((test) => test(piece))) found.push({ ref: piece.ref, key: query.order(piece) });
    }
  }
  const sign = query.descending ? 1 : -1;
  found.sort((a, b) => sign * (b.key - a.key || a.ref - b.ref));
  return found.map(({ ref }) => ref);
}
