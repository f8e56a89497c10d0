import type { CampaignPost } from './deliverable';

/** Figures of one post, or of several together; undefined where one is not known. Nothing is ever taken for 0. */
export type Figures = Pick<CampaignPost, 'reach' | 'likes' | 'comments'>;

const known = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined;

/** Some platforms hide likes, and an answer may then say -1. */
export const figureOf = (value: unknown): number | undefined => (typeof value === 'number' ? known(value) : undefined);

/** Likes and comments, which the contract promises of every post. Shares and saves come with some posts only: creators could not be compared. */
export const engagements = ({ likes, comments }: Figures): number | undefined => {
  const [some, others] = [known(likes), known(comments)];
  return some === undefined || others === undefined ? undefined : some + others;
};

const per = (fee: number | undefined, count: number | undefined, unit: number): number | undefined => {
  const paid = known(fee);
  return paid === undefined || count === undefined || count <= 0 ? undefined : (paid / count) * unit;
};

/** What 1,000 people reached cost. A fee of 0 costs nothing; a reach of 0 has no price. */
export const cpm = (fee: number | undefined, { reach }: Figures): number | undefined => per(fee, known(reach), 1_000);

export const costPerEngagement = (fee: number | undefined, figures: Figures): number | undefined =>
  per(fee, engagements(figures), 1);

/** Engagement as a share of reach. */
export const engagementShare = (figures: Figures): number | undefined => {
  const [count, reach] = [engagements(figures), known(figures.reach)];
  return count === undefined || reach === undefined || reach === 0 ? undefined : count / reach;
};

/** One creator's agreed fee, and the posts that count. */
export interface Billed {
  fee: number | undefined;
  posts: readonly Figures[];
}

export interface CampaignTotals {
  fee: number;
  reach: number;
  likes: number;
  comments: number;
  /** Over creators whose fee is known and all of whose posts have the figure; `cpmOf` and `costOf`: how many those are. */
  cpm: number | undefined;
  cpmOf: number;
  costPerEngagement: number | undefined;
  costOf: number;
}

const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((all, each) => all + (each ?? 0), 0);

/** Sums are of what is known; a price is only of creators of whom both sides are, or a fee without reach would make the others dear. */
export function campaignTotals(creators: readonly Billed[]): CampaignTotals {
  const price = (figure: (post: Figures) => number | undefined, unit: number): [number | undefined, number] => {
    const whole = creators.filter(
      ({ fee, posts }) =>
        known(fee) !== undefined && posts.length > 0 && posts.every((post) => figure(post) !== undefined),
    );
    const count = sum(whole.flatMap(({ posts }) => posts.map(figure)));
    return [per(sum(whole.map(({ fee }) => fee)), count, unit), whole.length];
  };
  const posts = creators.flatMap((creator) => creator.posts);
  const [cpmOfAll, cpmOf] = price(({ reach }) => known(reach), 1_000);
  const [costOfAll, costOf] = price(engagements, 1);
  return {
    fee: sum(creators.map(({ fee }) => known(fee))),
    reach: sum(posts.map(({ reach }) => known(reach))),
    likes: sum(posts.map(({ likes }) => known(likes))),
    comments: sum(posts.map(({ comments }) => known(comments))),
    cpm: cpmOfAll,
    cpmOf,
    costPerEngagement: costOfAll,
    costOf,
  };
}
