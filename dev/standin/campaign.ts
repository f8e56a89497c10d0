import { ADVERTISING } from './advertising';
import type { Creator } from './creator';
import { drawFrom, drawInteger, drawUnit } from './draw';
import type { Library } from './library';
import { contentTypesOn, type ContentType, type Post } from './post';
import type { World } from './world';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface CampaignBrief {
  /** Without their signs. */
  hashtag: string;
  mention: string;
  /** The end of the day on which it is due. */
  dueMs: number;
  creators: readonly Creator[];
  /** What was agreed; whatever the platform has, unless given. */
  type?: ContentType;
  /** Posts that each creator has besides, in the four weeks around the due day. */
  everyday?: number;
  /** How long after the upload a post is in the database at most. The contract doesn't say; 0 unless given. */
  foundWithinMs?: number;
}

/** What creators do with what they agreed, and of a hundred how many. */
const CONDUCTS = {
  onTime: 34,
  early: 8,
  late: 10,
  untagged: 7,
  unmentioned: 5,
  unnamed: 3,
  undisclosed: 10,
  twice: 6,
  reposted: 4,
  deleted: 5,
  otherType: 3,
  silent: 5,
} as const;
export type Conduct = keyof typeof CONDUCTS;

/** How a post says that it is paid for. */
export type Disclosing = 'plain' | 'unusual' | 'denied' | 'lookalike' | 'none';

export interface CampaignPostTruth {
  post: Post;
  hasHashtag: boolean;
  hasMention: boolean;
  disclosing: Disclosing;
  /** When it is in the database. */
  fromMs: number;
  untilMs: number;
}

/** What one creator did. */
export interface CampaignTruth {
  creator: Creator;
  conduct: Conduct;
  language: string;
  /** Of the campaign, in the order of their upload. */
  posts: CampaignPostTruth[];
  everyday: CampaignPostTruth[];
}

const F = {
  conduct: 1301,
  days: 1302,
  hour: 1303,
  text: 1304,
  type: 1305,
  everyday: 1306,
  list: 1307,
  found: 1308,
} as const;

/** What one post is to be. */
interface Plan {
  days: number;
  hasHashtag: boolean;
  hasMention: boolean;
  isDisclosed: boolean;
  isOtherType?: true;
  /** Hours after the upload. */
  deletedAfter?: number;
}

/** Lets creators post what they agreed, more or less. The posts there were before stay as they are. */
export function playCampaign({ seed }: World, library: Library, brief: CampaignBrief): CampaignTruth[] {
  return brief.creators.map((creator) => {
    const conduct = conductOf(seed, creator);
    const language = creator.language !== undefined && creator.language in ADVERTISING ? creator.language : 'en';
    const post = (plan: Plan, nth: number): CampaignPostTruth =>
      publish({ seed, library, brief, creator, language, nth }, plan);
    const posts = plansOf(seed, creator, conduct).map(post);
    const everyday = Array.from({ length: brief.everyday ?? 0 }, (_, nth) =>
      post(
        {
          days: drawInteger(seed, creator.index, F.everyday + 100 * nth, -14, 14),
          hasHashtag: false,
          hasMention: false,
          // For somebody else.
          isDisclosed: drawUnit(seed, creator.index, F.everyday + 100 * nth + 1) < 0.15,
        },
        50 + nth,
      ),
    );
    posts.sort((a, b) => a.post.uploadedMs - b.post.uploadedMs);
    return { creator, conduct, language, posts, everyday };
  });
}

function conductOf(seed: number, creator: Creator): Conduct {
  let at = drawUnit(seed, creator.index, F.conduct) * 100;
  const conducts = Object.entries(CONDUCTS) as [Conduct, number][];
  return conducts.find(([, share]) => (at -= share) < 0)?.[0] ?? 'onTime';
}

function plansOf(seed: number, creator: Creator, conduct: Conduct): Plan[] {
  const days = (low: number, high: number, nth = 0): number =>
    drawInteger(seed, creator.index, F.days + nth * 50, low, high);
  const good: Plan = { days: days(-2, 0), hasHashtag: true, hasMention: true, isDisclosed: true };
  const plans: Record<Conduct, readonly Plan[]> = {
    onTime: [good],
    early: [{ ...good, days: days(-12, -3) }],
    late: [{ ...good, days: days(1, 9) }],
    untagged: [{ ...good, hasHashtag: false }],
    unmentioned: [{ ...good, hasMention: false }],
    unnamed: [{ ...good, hasHashtag: false, hasMention: false }],
    undisclosed: [{ ...good, isDisclosed: false }],
    twice: [good, { ...good, days: good.days + days(1, 4, 1) }],
    // Told what is missing, they take it down and post again.
    reposted: [
      { ...good, days: -2, hasHashtag: false, deletedAfter: 20 },
      { ...good, days: -1 },
    ],
    deleted: [{ ...good, deletedAfter: days(20, 120, 2) }],
    otherType: [{ ...good, isOtherType: true }],
    silent: [],
  };
  return [...plans[conduct]];
}

interface Making {
  seed: number;
  library: Library;
  brief: CampaignBrief;
  creator: Creator;
  language: string;
  nth: number;
}

function publish(making: Making, plan: Plan): CampaignPostTruth {
  const { seed, library, brief, creator, nth } = making;
  const field = (name: keyof typeof F, more = 0): number => F[name] + 10_000 * (nth + 1) + 1_000 * more;
  const hour = drawInteger(seed, creator.index, field('hour'), 6, 21);
  const uploadedMs = brief.dueMs - DAY_MS + plan.days * DAY_MS + hour * HOUR_MS;
  const disclosing = disclosingOf(drawUnit(seed, creator.index, field('text')), plan.isDisclosed);
  const { caption, hashtags, mentions } = wordsOf(making, plan, disclosing, field);
  const types = contentTypesOn(creator.platform);
  const agreed = brief.type !== undefined && types.includes(brief.type) ? [brief.type] : types;
  const others = types.filter((type) => !agreed.includes(type));
  const pool = plan.isOtherType && others.length > 0 ? others : agreed;
  const fromMs = uploadedMs + Math.floor(drawUnit(seed, creator.index, field('found')) * (brief.foundWithinMs ?? 0));
  const untilMs = plan.deletedAfter === undefined ? Infinity : uploadedMs + plan.deletedAfter * HOUR_MS;
  const contentType = drawFrom(pool, seed, creator.index, field('type'));
  const post = library.add(creator, { uploadedMs, contentType, caption, hashtags, mentions }, { fromMs, untilMs });
  return { post, hasHashtag: plan.hasHashtag, hasMention: plan.hasMention, disclosing, fromMs, untilMs };
}

const disclosingOf = (luck: number, isDisclosed: boolean): Disclosing =>
  isDisclosed ? (luck < 0.94 ? 'plain' : 'unusual') : luck < 0.2 ? 'denied' : luck < 0.5 ? 'lookalike' : 'none';

/** Creators write a tag as they like, run them together, and some of what they tag is only in the list or only in the caption. */
function wordsOf(
  { seed, brief, creator, language }: Making,
  plan: Plan,
  disclosing: Disclosing,
  field: (name: keyof typeof F, more?: number) => number,
): Pick<Post, 'caption' | 'hashtags' | 'mentions'> {
  const tongue = ADVERTISING[language] ?? (ADVERTISING.en as (typeof ADVERTISING)[string]);
  const pick = <T>(list: readonly T[], more: number): T => drawFrom(list, seed, creator.index, field('text', more));
  const { hashtag, mention } = brief;
  const brand = plan.hasMention ? mention : 'somebody.else';
  const said =
    disclosing === 'none' ? '' : pick(tongue[disclosing], 1).replace('@', plan.hasMention ? `@${mention}` : 'them');
  const tags = plan.hasHashtag
    ? [pick([hashtag, hashtag.toLowerCase(), hashtag.toUpperCase()], 2)]
    : pick([[], [], [`${hashtag}s`], [`my${hashtag}`]], 2);
  const more = pick([[], ['love'], ['love', 'ootd', 'monday']], 3);
  const names = plan.hasMention
    ? [`@${pick([mention, mention, mention.toUpperCase()], 4)}`]
    : pick([[], [`@${brand}`], [`@${mention}.de`]], 4);
  const praise = `${pick(tongue.praise, 5)} ${names.join(' ')}${pick(['', '.', '!', ' ✨'], 6)}`;
  const inCaption = pick(['both', 'both', 'both', 'both', 'list', 'caption'] as const, 7);
  const tagText = [...tags, ...more].map((tag) => `#${tag}`).join(pick([' ', ' ', ''], 8));
  const caption = [
    ...pick(
      [
        [said, praise],
        [praise, said],
      ],
      9,
    ),
    inCaption === 'list' ? '' : tagText,
  ].filter((line) => line !== '');
  const inSaid = [...said.matchAll(/#([\p{L}\p{N}_]+)/gu)].map(([, tag = '']) => tag);
  return {
    caption: caption.join('\n'),
    hashtags: inCaption === 'caption' ? [] : [...new Set([...inSaid, ...tags, ...more])],
    mentions: inCaption === 'caption' ? [] : names,
  };
}
