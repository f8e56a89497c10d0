import { ApiError } from '../api-error';
import { audienceOf, type Slice } from '../audience';
import { numberOf, requireBalance, type Answer, type KeyedCall } from '../call';
import type { ContentPulls, Position } from '../content-pulls';
import { readContentQuery, runContentQuery, viralFactorOf } from '../content-query';
import { drawUnit } from '../draw';
import { ENDPOINTS } from '../endpoint';
import type { Library } from '../library';
import { mediaUrlOf, type Post } from '../post';
import { shapeOf } from '../profile-shape';
import { percent } from '../shapes/fields';
import type { World } from '../world';

const PIECE_COST = ENDPOINTS.getContent.cost.requests;
const MAX_LIMIT = 100;

/**
 * GET getContent: 200 (1 a piece), 400, 403, 404 where nothing matches, 429.
 *
 * All or nothing: a page of more pieces than the balance can pay is refused with 403 (429 where an organization's month
 * is used up) and costs nothing; there are no short pages. The offset style answers `content` and `count`, as the
 * earlier edition did. With a cursor, all parameters but `limit` are ignored.
 */
export function createGetContent(library: Library, pulls: ContentPulls) {
  /** Offset pages have no cursor to remember the result by. */
  let last: { name: string; refs: readonly number[] } | undefined;

  function matches(call: KeyedCall, world: World): readonly number[] {
    const { limit: _limit, offset: _offset, skipCount: _skip, cursor: _cursor, ...filters } = call.query;
    const parsed = readContentQuery(filters, world.manners);
    const name = JSON.stringify([
      Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)),
      library.version(call.atMs),
      world.roster.version(),
      world.manners.uploadedOrder,
    ]);
    if (last?.name !== name) last = { name, refs: runContentQuery(parsed, library, call.atMs) };
    return last.refs;
  }

  return (call: KeyedCall, world: World): Answer => {
    const { query, headers, key, atMs } = call;
    const { manners, seed } = world;
    const limit = numberOf(query, 'limit') ?? MAX_LIMIT;
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
      throw new ApiError(400, `Parameter limit must lie between 1 and ${MAX_LIMIT}`);
    const cursor = headers['x-cursor'] ?? query.cursor ?? '';
    const first = manners.contentStyle === 'content' ? 0 : undefined;
    const offset = numberOf(query, 'offset') ?? numberOf(query, 'skipCount') ?? first;
    if (offset !== undefined && (!Number.isInteger(offset) || offset < 0))
      throw new ApiError(400, 'Parameter offset must be a whole number');

    const charge = (posts: readonly Post[], from: number) => ({
      requests: posts.length * PIECE_COST,
      what: `${posts.length} pieces, from ${from}`,
    });
    if (cursor === '' && offset !== undefined) {
      const refs = matches(call, world);
      requireBalance(key, PIECE_COST);
      const posts = refs.slice(offset, offset + limit).map(library.get);
      if (posts.length === 0) throw new ApiError(404, 'No content found');
      requireBalance(key, posts.length * PIECE_COST);
      return {
        status: 200,
        body: {
          content: posts.map((post) => itemOf(seed, post, atMs)),
          count: refs.length,
          ...tokens(key.balance, posts.length),
        },
        charge: charge(posts, offset),
      };
    }

    const refs = cursor === '' ? matches(call, world) : [];
    requireBalance(key, PIECE_COST);
    const position: Position =
      cursor === ''
        ? { pull: pulls.open(key.key, refs, atMs + manners.cursorTtlMs, atMs), start: 0 }
        : pulls.resume(cursor, key.key, atMs, manners.cursorTtlMs);
    const { pull, start } = position;
    const posts = pull.refs.slice(start, start + limit).map(library.get);
    if (posts.length === 0 && !(cursor !== '' && manners.endOfContent === 'empty-page'))
      throw new ApiError(404, 'No content found');
    requireBalance(key, posts.length * PIECE_COST);

    const newest = newestOf(posts, position.newest);
    const end = start + posts.length;
    const goesOn = end < pull.refs.length || (manners.endOfContent !== 'no-cursor' && posts.length === limit);
    return {
      status: 200,
      body: {
        items: posts.map((post) => itemOf(seed, post, atMs)),
        next_cursor: goesOn ? pulls.cursorOf(newest ? { pull, start: end, newest } : { pull, start: end }) : null,
        watermark: newest ? { created_at_max: new Date(newest.uploadedMs).toISOString(), last_id: newest.hexId } : null,
        ...tokens(key.balance, posts.length),
      },
      charge: charge(posts, start),
    };
  };
}

function tokens(balance: number, pieces: number): { tokensDeducted: number; tokensRemaining: number } {
  return { tokensDeducted: pieces * PIECE_COST, tokensRemaining: balance - pieces * PIECE_COST };
}

/** The newest instant of the pull so far, with the last id that has it. */
function newestOf(posts: readonly Post[], before: Position['newest']): Position['newest'] {
  let newest = before;
  for (const { uploadedMs, hexId } of posts)
    if (newest === undefined || uploadedMs >= newest.uploadedMs) newest = { uploadedMs, hexId };
  return newest;
}

const POST_URL = {
  instagram: (id: string) => `https://www.instagram.com/p/${id}/`,
  tiktok: (id: string, username: string) => `https://www.tiktok.com/@${username}/video/${id}`,
  youtube: (id: string) => `https://www.youtube.com/watch?v=${id}`,
} as const;

/** Pieces of some creators carry what only earlier texts show. */
const hasMore = (seed: number, { index }: Post['creator']): boolean =>
  ['nested', 'grouped', 'labelled'].includes(shapeOf('mixed', seed, index));

const percents = (slices: readonly Slice[]): Record<string, number> =>
  Object.fromEntries(slices.map(({ name, code, share }) => [code?.length === 2 ? code : name, percent(share)]));

function moreOf(seed: number, { creator, ref, likes, mentions, hashtags }: Post): Record<string, unknown> {
  const { gender, age, countries } = audienceOf(seed, creator);
  return {
    shares: Math.round(likes * drawUnit(seed, ref, 1110) * 0.2),
    saves: Math.round(likes * drawUnit(seed, ref, 1111) * 0.3),
    isSponsored: mentions.length > 0,
    brandMentions: mentions.map((name) => ({ name: name.slice(1) })),
    keywords: hashtags.map((tag) => `<b>${tag}</b>`),
    audienceGender: percents(gender),
    audienceAge: percents(age),
    audienceCountries: percents(countries),
  };
}

/** The contract's fields, then some that it does not name. */
function itemOf(seed: number, post: Post, atMs: number): Record<string, unknown> {
  const { creator, contentId, contentType } = post;
  const interactions = post.likes + post.comments;
  const platform = creator.platform as keyof typeof POST_URL;
  return {
    contentId,
    platform,
    contentType,
    uploaded: new Date(post.uploadedMs).toISOString().replace('.000Z', 'Z'),
    reach: post.reach,
    likes: post.likes,
    comments: post.comments,
    engagementRate: post.reach === 0 ? 0 : Math.round((interactions / post.reach) * 10_000) / 10_000,
    viralFactor: viralFactorOf(post),
    username: creator.username,
    followers: creator.followers,
    captions: post.caption,
    hashtags: post.hashtags,
    mentions: post.mentions,
    imageUrl: mediaUrlOf(seed, post, 'cover.jpg', atMs),
    ...(contentType === 'post' ? {} : { videoUrl: mediaUrlOf(seed, post, 'video.mp4', atMs) }),
    postUrl: POST_URL[platform](contentId.slice(3), creator.username),
    displayName: creator.displayName,
    country: creator.country,
    language: creator.language,
    isAd: post.mentions.length > 0,
    ...(hasMore(seed, creator) ? moreOf(seed, post) : {}),
  };
}
