/** A post that mentions a brand. */
export interface PostMention {
  /** ISO date; blank where it is not known. */
  day: string;
  /** https, or blank. */
  link: string;
}

/** How often a creator mentioned a brand, when last, and the newest post of it. */
export interface MentionCount {
  count: number;
  lastDay: string;
  link: string;
}

/**
 * Mentions of the timeline and posts, together. A post's own day is in the timeline too: there both are one mention. Undefined
 * where there is none.
 */
export function countMentions(
  timelineDays: readonly string[],
  posts: readonly PostMention[],
): MentionCount | undefined {
  const postDays = new Set(posts.map(({ day }) => day));
  const others = new Set(timelineDays.filter((day) => !postDays.has(day)));
  const count = posts.length + others.size;
  if (count === 0) return undefined;
  const lastDay = [...postDays, ...others].reduce((last, day) => (day > last ? day : last), '');
  const linked = posts.filter(({ link }) => link !== '');
  const newest = linked.reduce((last, post) => (post.day > last.day ? post : last), {
    day: '',
    link: linked[0]?.link ?? '',
  });
  return { count, lastDay, link: newest.link };
}
