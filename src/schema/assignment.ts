import {
  asksForNames,
  daysLate,
  NO_POST,
  postReader,
  type CampaignPost,
  type Deliverable,
  type Lacks,
} from './deliverable';

/** What counts for one deliverable. */
export interface Assignment {
  post?: CampaignPost;
  /** Of the post. */
  lacks?: Lacks;
  /** A person's choice that cannot count: no such post is known, or it counts for a deliverable above. */
  refused?: 'unknown' | 'taken';
  /** Further posts that fit as well and count for nothing, the earliest first. None where a person chose. */
  others: readonly CampaignPost[];
}

/** How well a post fits, for comparing: the smaller, the better, the first difference decides. */
interface Fit {
  deliverable: number;
  post: CampaignPost;
  lacks: Lacks;
  rank: readonly number[];
}

/**
 * Which post counts for which deliverable; the result has the deliverables' order. It follows from the deliverables and the
 * set of posts alone: neither the order of posts nor what counted before matters.
 *
 * - A person's choice counts, whatever post it is: one under a partner's account, or of another type. Chosen twice, it counts
 *   for the first.
 * - A post counts once. The best fit of a creator goes first, then the best of what is left: a type that was asked for before
 *   any type, fewest things missing, most asked for and found, nearest to the due day, the earliest, the smallest id, and the
 *   deliverable that stands first.
 * - A deliverable goes without only if no other way would give it a post and take none away.
 */
export function assignPosts(deliverables: readonly Deliverable[], posts: readonly CampaignPost[]): Assignment[] {
  const { lacks, fits } = postReader();
  const byId = new Map(posts.map((post) => [post.id, post]));
  const byCreator = new Map<string, CampaignPost[]>();
  for (const post of byId.values()) {
    const own = byCreator.get(accountOf(post)) ?? [];
    own.push(post);
    byCreator.set(accountOf(post), own);
  }

  const found = deliverables.map((): Assignment => ({ others: [] }));
  const users = new Map<string, number>();
  deliverables.forEach(({ chosen }, at) => {
    if (chosen === '' || chosen === NO_POST) return;
    const post = byId.get(chosen);
    if (!post || users.has(chosen)) found[at] = { refused: post ? 'taken' : 'unknown', others: [] };
    else users.set(chosen, at);
  });

  const fitsOf = deliverables.map((deliverable, at) => {
    if (deliverable.chosen !== '') return [];
    return (byCreator.get(accountOf(deliverable)) ?? [])
      .filter((post) => fits(deliverable, post))
      .map((post) => fitOf(deliverable, at, post, lacks(deliverable, post)))
      .sort(byFit);
  });
  const all = fitsOf.flat().sort(byFit);
  const isServed = new Set<number>();
  const take = (at: number, id: string): void => void (users.set(id, at), isServed.add(at));
  for (const { deliverable, post } of all)
    if (!isServed.has(deliverable) && !users.has(post.id)) take(deliverable, post.id);

  /** Gives it a post, moving others to a post of theirs that is free, if need be. */
  const serve = (at: number, tried: Set<string>): boolean =>
    (fitsOf[at] ?? []).some(({ post: { id } }) => {
      if (tried.has(id)) return false;
      tried.add(id);
      const user = users.get(id);
      if (user !== undefined && !serve(user, tried)) return false;
      take(at, id);
      return true;
    });
  deliverables.forEach((_, at) => !isServed.has(at) && serve(at, new Set()));

  for (const [id, at] of users) {
    const [deliverable, post] = [deliverables[at] as Deliverable, byId.get(id) as CampaignPost];
    found[at] = { post, lacks: lacks(deliverable, post), others: [] };
  }
  // Each post that is left belongs to the deliverable that it fits best, if it fits that as well as the one that counts.
  const seen = new Set(users.keys());
  for (const fit of all) {
    if (seen.has(fit.post.id)) continue;
    seen.add(fit.post.id);
    const { post, lacks: own, others } = found[fit.deliverable] as Assignment;
    if (post && own && isSecond(deliverables[fit.deliverable] as Deliverable, fit.lacks, own))
      found[fit.deliverable] = { post, lacks: own, others: [...others, fit.post].sort(byTime) };
  }
  return found;
}

/** Keys keep the case of a YouTube handle as it was typed; YouTube itself doesn't tell it apart. */
const accountOf = ({ creator }: Pick<Deliverable, 'creator'>): string => creator.toLowerCase();

const countOf = ({ hashtags, mentions, disclosure }: Lacks): number =>
  hashtags.length + mentions.length + (disclosure ? 1 : 0);

/**
 * Stories come in several frames, and one frame more is no mistake. Where nothing was asked for, an everyday post would look
 * like a second one.
 */
const isSecond = (deliverable: Deliverable, lacks: Lacks, own: Lacks): boolean =>
  deliverable.type !== 'story' &&
  (asksForNames(deliverable) || (deliverable.needsDisclosure && !lacks.disclosure)) &&
  countOf(lacks) <= countOf(own);

function fitOf(deliverable: Deliverable, at: number, post: CampaignPost, lacks: Lacks): Fit {
  const missing = countOf(lacks);
  const asked = deliverable.hashtags.length + deliverable.mentions.length + (deliverable.needsDisclosure ? 1 : 0);
  return {
    deliverable: at,
    post,
    lacks,
    rank: [
      deliverable.type === 'any' ? 1 : 0,
      missing,
      missing - asked,
      Math.abs(daysLate(deliverable, post)),
      post.postedMs,
    ],
  };
}

const byTime = (left: CampaignPost, right: CampaignPost): number =>
  left.postedMs - right.postedMs || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);

function byFit(left: Fit, right: Fit): number {
  const at = left.rank.findIndex((value, index) => value !== right.rank[index]);
  const difference = at < 0 ? 0 : (left.rank[at] ?? 0) - (right.rank[at] ?? 0);
  return difference || byTime(left.post, right.post) || left.deliverable - right.deliverable;
}
