import { expect, test } from 'vitest';
import type { CampaignTruth, CampaignPostTruth, Conduct } from '../../dev/standin/campaign';
import { createStandin } from '../../dev/standin/standin';
import { assignPosts } from '../../src/schema/assignment';
import type { CampaignPost, Deliverable } from '../../src/schema/deliverable';
import { stateOf, type DeliverableState } from '../../src/schema/deliverable-state';
import { isDisclosed } from '../../src/schema/disclosure';
import { postText } from '../../src/schema/post-text';

const DUE_DAY = '2026-12-10';
const DUE_MS = Date.parse(DUE_DAY) + 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** 300 creators of three platforms and 2,000 posts and more, in six languages. */
const standin = createStandin({ now: () => Date.parse('2026-11-23T08:00:00Z'), creators: 3_000 });
const creators = (['instagram', 'tiktok', 'youtube'] as const).flatMap((platform) =>
  standin.creators
    .listed(platform)
    .filter(({ isPrivate }) => !isPrivate)
    .slice(0, 100),
);
const truths = standin.campaign({ hashtag: 'SummerGlow', mention: 'glow.brand', dueMs: DUE_MS, creators, everyday: 6 });

const keyOf = ({ creator }: CampaignTruth): string => `${creator.platform}/${creator.username.toLowerCase()}`;
const asPost = (truth: CampaignTruth, { post }: CampaignPostTruth): CampaignPost => ({
  id: post.contentId,
  creator: keyOf(truth),
  type: post.contentType,
  postedMs: post.uploadedMs,
  postedDay: dayOf(post.uploadedMs),
  text: post.caption,
  hashtags: post.hashtags,
  mentions: post.mentions,
});
/** What a sheet has that was synced all the time: also what was deleted later. */
const posts = truths.flatMap((truth) => [...truth.posts, ...truth.everyday].map((each) => asPost(truth, each)));
const asked = (truth: CampaignTruth): Deliverable => ({
  platform: truth.creator.platform,
  creator: keyOf(truth),
  type: 'any',
  dueDay: DUE_DAY,
  hashtags: ['#summerglow'],
  mentions: ['@glow.brand'],
  needsDisclosure: true,
  chosen: '',
});

/** Read off what the creator did, not off our rules. */
const EXPECTED: Record<Conduct, DeliverableState> = {
  onTime: 'live',
  early: 'live',
  late: 'late',
  untagged: 'hashtagMissing',
  unmentioned: 'mentionMissing',
  // Nothing in the post says that it is of the campaign.
  unnamed: 'missing',
  undisclosed: 'disclosureMissing',
  twice: 'postedTwice',
  reposted: 'live',
  deleted: 'live',
  otherType: 'live',
  silent: 'missing',
};

test('2,000 posts in six languages: a disclosure is found where anybody reads one, and nowhere else', () => {
  expect(posts.length).toBeGreaterThan(2_000);
  const all = truths.flatMap((truth) => [...truth.posts, ...truth.everyday].map((each) => ({ each, truth })));
  const wrong = all
    .filter(({ each }) => each.disclosing !== 'unusual')
    .filter(({ each, truth }) => isDisclosed(postText(asPost(truth, each))) !== (each.disclosing === 'plain'))
    .map(({ each, truth }) => `${truth.language} ${each.disclosing}: ${each.post.caption}`);
  expect(wrong).toEqual([]);
  expect(all.filter(({ each }) => each.disclosing === 'unusual').length).toBeGreaterThan(10);
});

test('each deliverable has the state that its creator gave it', () => {
  const deliverables = truths.map(asked);
  const found = assignPosts(deliverables, posts);
  const known = { today: '2027-01-10', throughDay: '2027-01-09' };
  const seen = new Set<Conduct>();
  truths.forEach((truth, at) => {
    const isRead = truth.posts.every(({ disclosing }) => disclosing !== 'unusual');
    if (!isRead) return;
    seen.add(truth.conduct);
    const state = stateOf(deliverables[at] as Deliverable, found[at] ?? { others: [] }, known);
    expect(state, `${truth.conduct}: ${truth.posts.map(({ post }) => post.caption).join(' // ')}`).toBe(
      EXPECTED[truth.conduct],
    );
    const own = truth.posts.map(({ post }) => post.contentId);
    if (found[at]?.post) expect(own).toContain(found[at]?.post?.id);
  });
  expect(seen.size).toBe(12);
  // Unusual ones are said to be missing, never to be there.
  const unusual = truths.filter(({ posts: mine }) => mine.length === 1 && mine[0]?.disclosing === 'unusual');
  expect(unusual.length).toBeGreaterThan(3);
});
