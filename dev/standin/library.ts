import type { Creator } from './creator';
import {
  contentTypeOf,
  makePost,
  postCount,
  POSTS_PER_CREATOR,
  reachOf,
  refInContentId,
  refOf,
  textOf,
  uploadedMsOf,
  type Post,
} from './post';
import type { Platform } from './platform';
import type { Roster } from './roster';

/** Refs of pieces that tests add begin here, beyond those of any creator (24-bit index, 64 pieces). */
const ADDED_BASE = 2 ** 30;
const ALWAYS = { fromMs: -Infinity, untilMs: Infinity };

export type Library = ReturnType<typeof createLibrary>;

/** When a piece is in the database. */
export interface Life {
  fromMs: number;
  /** The creator deletes it; Infinity: never. */
  untilMs: number;
}

/** What a scan may ask of a piece without making all of it. */
export interface Piece {
  ref: number;
  creator: Creator;
  contentType: Post['contentType'];
  uploadedMs: number;
  reach: number;
  text(): Pick<Post, 'caption' | 'hashtags' | 'mentions'>;
}

/** All content: made from the seed when asked for, plus what tests add, change and delete. */
export function createLibrary(seed: number, anchorMs: number, roster: Roster) {
  const added = new Map<number, Post>();
  const changed = new Map<number, Partial<Post>>();
  const removed = new Set<number>();
  const lives = new Map<number, Life>();
  let version = 0;

  const isThere = (ref: number, atMs: number): boolean => {
    const { fromMs, untilMs } = lives.get(ref) ?? ALWAYS;
    return !removed.has(ref) && fromMs <= atMs && atMs < untilMs;
  };

  function creatorOf(ref: number): Creator {
    return roster.at(Math.floor(ref / POSTS_PER_CREATOR));
  }

  function get(ref: number): Post {
    const post = added.get(ref) ?? makePost(seed, anchorMs, creatorOf(ref), ref);
    const change = changed.get(ref);
    return change ? { ...post, ...change } : post;
  }

  function find(contentId: string): Post | undefined {
    const ref = refInContentId(contentId);
    if (ref < 0 || removed.has(ref) || (ref >= ADDED_BASE && !added.has(ref))) return undefined;
    const post = get(ref);
    return post.contentId === contentId ? post : undefined;
  }

  /** The pieces of one creator that were there from the start. */
  function* piecesOf(creator: Creator): Generator<Piece> {
    const count = postCount(seed, creator);
    for (let place = 0; place < count; place += 1) {
      const ref = refOf(creator, place);
      if (removed.has(ref)) continue;
      if (changed.has(ref)) yield asPiece(get(ref));
      else {
        yield {
          ref,
          creator,
          contentType: contentTypeOf(seed, creator, ref),
          uploadedMs: uploadedMsOf(seed, anchorMs, ref),
          reach: reachOf(seed, creator, ref),
          text: () => textOf(seed, creator, ref),
        };
      }
    }
  }

  return {
    /** Changes with whatever a test does, and whenever a piece comes or goes by itself. */
    version: (atMs: number): string => {
      const passed = [...lives.values()].flatMap(({ fromMs, untilMs }) => [fromMs, untilMs]);
      return `${version}/${passed.filter((each) => each <= atMs).length}`;
    },
    get,
    find,
    /** Every piece of the platform whose creator passes; `usernames`, where there are any, saves looking at everyone. */
    *scan(
      platform: Platform,
      usernames: readonly string[],
      passes: (creator: Creator) => boolean,
      atMs: number,
    ): Generator<Piece> {
      const creators =
        usernames.length > 0
          ? usernames.map((username) => roster.find(platform, username, atMs)).filter((each) => each !== undefined)
          : [...roster.listed(platform), ...roster.arrived(platform, atMs)];
      for (const creator of creators) if (passes(creator)) yield* piecesOf(creator);
      for (const [ref, { creator }] of added)
        if (creator.platform === platform && isThere(ref, atMs) && passes(creator)) yield asPiece(get(ref));
    },
    /** The pieces of one creator, all of each. */
    of: (creator: Creator): Post[] => [
      ...Array.from(piecesOf(creator), ({ ref }) => get(ref)),
      ...[...added.keys()]
        .filter((ref) => !removed.has(ref) && added.get(ref)?.creator.index === creator.index)
        .map(get),
    ],
    /** Pieces there from the start, over all platforms. */
    count: (): number => {
      let count = 0;
      for (let index = 0; index < roster.size; index += 1) count += postCount(seed, roster.at(index));
      return count;
    },
    /** A new piece of a creator, in the database at once unless its life says otherwise; what is not given is made up. */
    add: (
      creator: Creator,
      facts: Partial<Omit<Post, 'ref' | 'creator' | 'contentId'>> & Pick<Post, 'uploadedMs'>,
      life: Life = ALWAYS,
    ): Post => {
      const ref = ADDED_BASE + added.size;
      const post: Post = { ...makePost(seed, anchorMs, creator, ref), ...facts };
      added.set(ref, post);
      if (life !== ALWAYS) lives.set(ref, life);
      version += 1;
      return post;
    },
    /** New figures or text for a piece. */
    change: (contentId: string, facts: Partial<Omit<Post, 'ref' | 'creator' | 'contentId'>>): void => {
      const post = find(contentId);
      if (!post) throw new Error(`no such piece: ${contentId}`);
      changed.set(post.ref, { ...changed.get(post.ref), ...facts });
      version += 1;
    },
    /** The creator deleted it: it is in no pull that begins later. */
    remove: (contentId: string): void => {
      const post = find(contentId);
      if (!post) throw new Error(`no such piece: ${contentId}`);
      removed.add(post.ref);
      version += 1;
    },
  };
}

function asPiece(post: Post): Piece {
  const { ref, creator, contentType, uploadedMs, reach } = post;
  return { ref, creator, contentType, uploadedMs, reach, text: () => post };
}
