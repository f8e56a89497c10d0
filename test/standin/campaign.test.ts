import { beforeEach, expect, test } from 'vitest';
import type { CampaignTruth } from '../../dev/standin/campaign';
import { DAY_MS, HOUR_MS, openDesk, START_MS, type Desk, type Heard } from './desk';

let desk: Desk;
beforeEach(async () => (desk = await openDesk('in-process', { creators: 6000 })));

const DUE_MS = Math.floor(START_MS / DAY_MS) * DAY_MS + 11 * DAY_MS;
const BRIEF = { hashtag: 'SummerGlow', mention: 'glow.brand', dueMs: DUE_MS };

const play = (count: number, more = {}): CampaignTruth[] => {
  const { creators } = desk.standin;
  const some = (['instagram', 'tiktok', 'youtube'] as const).flatMap((platform) =>
    creators
      .listed(platform)
      .filter(({ isPrivate }) => !isPrivate)
      .slice(0, count),
  );
  return desk.standin.campaign({ ...BRIEF, creators: some, ...more });
};
const pull = async ({ creator }: CampaignTruth): Promise<Heard['json'][]> => {
  const { json } = await desk.ask(
    `getContent?limit=100&min_followers=0&platform=${creator.platform}&username=${encodeURIComponent(creator.username)}`,
  );
  return json.items ?? [];
};
const idsAt = async (truth: CampaignTruth, atMs: number): Promise<string[]> => {
  desk.clock.nowMs = atMs;
  return (await pull(truth)).map(({ contentId }) => contentId);
};
const isOf = (truth: CampaignTruth): Set<string> =>
  new Set([...truth.posts, ...truth.everyday].map(({ post }) => post.contentId));

test('what there was stays as it was', async () => {
  const { creators, posts } = desk.standin;
  const before = creators
    .listed('instagram')
    .slice(0, 100)
    .map((creator) => posts.of(creator));
  const truths = play(100, { everyday: 3 });
  const added = new Set(truths.flatMap((truth) => [...isOf(truth)]));
  const after = creators
    .listed('instagram')
    .slice(0, 100)
    .map((creator) => posts.of(creator));
  expect(after.map((list) => list.filter(({ contentId }) => !added.has(contentId)))).toEqual(before);
});

test('everything happens, and the same seed tells the same', async () => {
  const truths = play(150);
  expect(new Set(truths.map(({ conduct }) => conduct)).size).toBe(12);
  expect(new Set(truths.map(({ language }) => language))).toEqual(new Set(['en', 'de', 'fr', 'es', 'it', 'pt']));
  const ways = new Set(truths.flatMap(({ posts }) => posts.map(({ disclosing }) => disclosing)));
  expect(ways).toEqual(new Set(['plain', 'unusual', 'denied', 'lookalike', 'none']));
  desk = await openDesk('in-process', { creators: 6000 });
  expect(play(150)).toEqual(truths);
});

test('a post is there from its upload on, until its creator deletes it', async () => {
  const truths = play(40).filter(({ conduct }) => ['deleted', 'reposted'].includes(conduct));
  expect(truths.length).toBeGreaterThan(4);
  for (const truth of truths) {
    const [first] = truth.posts;
    if (!first) throw new Error('posted nothing');
    const { contentId, uploadedMs } = first.post;
    expect(first.untilMs).toBeGreaterThan(uploadedMs);
    // The desk's clock moves on by a minute before it asks.
    expect(await idsAt(truth, uploadedMs - HOUR_MS)).not.toContain(contentId);
    expect(await idsAt(truth, uploadedMs)).toContain(contentId);
    expect(await idsAt(truth, first.untilMs)).not.toContain(contentId);
  }
});

test('a page by offset does not remember a post that has gone', async () => {
  const truth = play(150).find(({ conduct }) => conduct === 'deleted') as CampaignTruth;
  const [{ post, untilMs } = { post: undefined, untilMs: 0 }] = truth.posts;
  const query = `getContent?offset=0&min_followers=0&platform=${truth.creator.platform}&username=${truth.creator.username}`;
  desk.clock.nowMs = untilMs - HOUR_MS;
  expect((await desk.ask(query)).json.count).toBe((await desk.ask(query)).json.count);
  const before = (await desk.ask(query)).json.count;
  desk.clock.nowMs = untilMs;
  expect((await desk.ask(query)).json.count ?? 0).toBe(before - 1);
  expect(post?.creator.index).toBe(truth.creator.index);
});

test('it may take a while until a post is found', async () => {
  const truth = play(20, { foundWithinMs: 30 * HOUR_MS }).find(
    ({ posts: [first] }) => first && first.fromMs > first.post.uploadedMs + 2 * HOUR_MS,
  );
  const [first] = truth?.posts ?? [];
  if (!truth || !first) throw new Error('nobody was found late');
  expect(await idsAt(truth, first.post.uploadedMs + HOUR_MS)).not.toContain(first.post.contentId);
  expect(await idsAt(truth, first.fromMs)).toContain(first.post.contentId);
});

test('what is said of a post is what it says', async () => {
  const truths = play(150, { everyday: 1 });
  desk.clock.nowMs = DUE_MS + 30 * DAY_MS;
  for (const truth of truths)
    for (const { post, hasHashtag, hasMention } of [...truth.posts, ...truth.everyday]) {
      const words = [post.caption, ...post.hashtags.map((tag) => `#${tag}`), ...post.mentions].join(' ').toLowerCase();
      expect(/#summerglow(?!s)/.test(words), words).toBe(hasHashtag);
      expect(/@glow\.brand(?!\.de)/.test(words), words).toBe(hasMention);
    }
});
