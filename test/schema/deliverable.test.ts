import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignPosts } from '../../src/schema/assignment';
import { NO_POST, postReader, type CampaignPost, type Deliverable } from '../../src/schema/deliverable';
import { DELIVERABLE_STATES, stateOf } from '../../src/schema/deliverable-state';
import { examples } from '../setup/examples';

const DUE = '2026-12-10';
const asked = (more: Partial<Deliverable> = {}): Deliverable => ({
  platform: 'instagram',
  creator: 'instagram/anna',
  type: 'reel',
  dueDay: DUE,
  hashtags: ['#glow'],
  mentions: ['@brand'],
  needsDisclosure: true,
  chosen: '',
  ...more,
});
const day = (days: number): string => new Date(Date.parse(DUE) + days * 86_400_000).toISOString().slice(0, 10);
const GOOD = 'Anzeige. My #glow with @brand';
/** A reel posted so many days after the due day. */
const post = (id: string, days: number, text = GOOD, more: Partial<CampaignPost> = {}): CampaignPost => ({
  id,
  creator: 'instagram/anna',
  type: 'reel',
  postedMs: Date.parse(DUE) + days * 86_400_000,
  postedDay: day(days),
  text,
  hashtags: [],
  mentions: [],
  ...more,
});
const today = (days: number, throughDay = day(days)) => ({ today: day(days), throughDay });
const idsOf = (deliverables: readonly Deliverable[], posts: readonly CampaignPost[]): (string | undefined)[] =>
  assignPosts(deliverables, posts).map((each) => each.post?.id);
const stateGiven = (deliverable: Deliverable, posts: readonly CampaignPost[], known = today(5)) =>
  stateOf(deliverable, assignPosts([deliverable], posts)[0] ?? { others: [] }, known);

describe('the state of a deliverable', () => {
  test('what its post says and when', () => {
    expect(stateGiven(asked(), [post('a', 0)])).toBe('live');
    expect(stateGiven(asked(), [post('a', -3)])).toBe('live');
    expect(stateGiven(asked(), [post('a', 1)])).toBe('late');
    expect(stateGiven(asked(), [post('a', 1, 'with @brand')])).toBe('disclosureMissing');
    expect(stateGiven(asked(), [post('a', 0, '#glow #ad')])).toBe('mentionMissing');
    expect(stateGiven(asked({ dueDay: '' }), [post('a', 300)])).toBe('live');
    // The API lists hashtags and mentions that the caption does not have.
    expect(stateGiven(asked(), [post('a', 0, '', { hashtags: ['Glow', 'ad'], mentions: ['@Brand'] })])).toBe('live');
    // `#brand` for `@brand` is of the campaign, and not what was asked for.
    expect(stateGiven(asked(), [post('a', 0, '#brand #ad')])).toBe('hashtagMissing');
  });

  test('nothing posted: open, missing once posts are known through the due day, and unchecked until then', () => {
    expect(stateGiven(asked(), [], today(-1))).toBe('open');
    expect(stateGiven(asked(), [], today(0))).toBe('open');
    expect(stateGiven(asked(), [], today(1, day(0)))).toBe('missing');
    expect(stateGiven(asked(), [], today(9, day(-1)))).toBe('unchecked');
    expect(stateGiven(asked(), [], today(9, ''))).toBe('unchecked');
    expect(stateGiven(asked({ dueDay: '' }), [], today(900))).toBe('open');
    expect(stateGiven(asked({ platform: 'twitch' }), [], today(9))).toBe('unseen');
  });

  test('posted twice where a second one fits as well', () => {
    expect(stateGiven(asked(), [post('a', 0), post('b', 3)])).toBe('postedTwice');
    expect(assignPosts([asked()], [post('c', 9), post('b', 3), post('a', 0)])[0]?.others.map(({ id }) => id)).toEqual([
      'b',
      'c',
    ]);
    // A worse one is no second one; stories come in several frames; a person has chosen.
    expect(stateGiven(asked(), [post('a', 0), post('b', 3, '#glow')])).toBe('live');
    expect(
      stateGiven(
        asked({ type: 'story' }),
        ['a', 'b'].map((id) => post(id, 0, GOOD, { type: 'story' })),
      ),
    ).toBe('live');
    expect(stateGiven(asked({ chosen: 'b' }), [post('a', 0), post('b', 0)])).toBe('live');
    // Everyday posts where nothing was asked for.
    const plain = asked({ hashtags: [], mentions: [], needsDisclosure: false });
    expect(stateGiven(plain, [post('a', 0, 'hi'), post('b', 0, 'ho')])).toBe('live');
  });

  test('a choice that cannot count is said', () => {
    expect(stateGiven(asked({ chosen: 'x' }), [post('a', 0)])).toBe('unknownPost');
    const both = [asked({ chosen: 'a' }), asked({ chosen: 'a' })];
    expect(
      assignPosts(both, [post('a', 0)]).map((each, at) => stateOf(both[at] as Deliverable, each, today(5))),
    ).toEqual(['live', 'takenPost']);
  });

  test('every state has its place', () => {
    expect(new Set(DELIVERABLE_STATES).size).toBe(12);
  });
});

describe('which post counts', () => {
  test('never one that has nothing of the campaign', () => {
    const strangers = [
      post('a', 0, 'Anzeige'),
      post('b', 0, '#glowing @brand.de'),
      post('c', 0, 'my glow with brand'),
      post('d', 0, GOOD, { type: 'story' }),
      post('e', 0, GOOD, { creator: 'instagram/ben' }),
      post('f', -31),
      post('g', 61),
    ];
    expect(idsOf([asked()], strangers)).toEqual([undefined]);
    expect(idsOf([asked()], [...strangers, post('h', -30)])).toEqual(['h']);
    expect(idsOf([asked()], [...strangers, post('i', 60, '#brand')])).toEqual(['i']);
  });

  test('a handle in another case is the same account', () => {
    const typed = asked({ creator: 'youtube/mrbeast', platform: 'youtube', type: 'video' });
    expect(idsOf([typed], [post('a', 0, GOOD, { creator: 'youtube/MrBeast', type: 'video' })])).toEqual(['a']);
  });

  test('where nothing is asked for, type and a week around the due day decide, and a disclosed one is preferred', () => {
    const plain = asked({ hashtags: [], mentions: [] });
    expect(idsOf([plain], [post('a', -8, '#ad'), post('b', 8, '#ad')])).toEqual([undefined]);
    expect(idsOf([plain], [post('a', 0, 'hi'), post('b', 6, '#ad')])).toEqual(['b']);
    expect(idsOf([asked({ ...plain, dueDay: '' })], [post('a', 0, '#ad')])).toEqual([undefined]);
  });

  test('what is complete, then what is nearest, then the earliest, then the smallest id', () => {
    expect(idsOf([asked()], [post('a', 0, '#glow'), post('b', 9)])).toEqual(['b']);
    expect(idsOf([asked()], [post('a', 4), post('b', -3)])).toEqual(['b']);
    expect(idsOf([asked()], [post('a', 3), post('b', -3)])).toEqual(['b']);
    expect(idsOf([asked()], [post('b', 1), post('a', 1)])).toEqual(['a']);
  });

  test('each post for one deliverable, a type that was asked for first', () => {
    const any = asked({ type: 'any' });
    expect(idsOf([any, asked()], [post('a', 0)])).toEqual([undefined, 'a']);
    expect(idsOf([any, asked()], [post('a', 0), post('s', 0, GOOD, { type: 'story' })])).toEqual(['s', 'a']);
    const monthly = [asked(), asked({ dueDay: day(30) })];
    expect(idsOf(monthly, [post('a', 28)])).toEqual([undefined, 'a']);
    expect(idsOf(monthly, [post('a', 28), post('b', 2)])).toEqual(['b', 'a']);
  });

  test('nobody goes without while there is another way', () => {
    const [first, second] = [asked({ hashtags: ['a'], mentions: [] }), asked({ hashtags: ['b'], mentions: [] })];
    const [both, one] = [post('x', 0, '#a #b #ad'), post('y', 5, '#a #ad')];
    expect(idsOf([first, second], [both, one])).toEqual(['y', 'x']);
  });

  test('a choice wins, whatever post it is, and its post counts for nothing else', () => {
    const strange = post('z', 400, 'hi', { creator: 'instagram/ben', type: 'story' });
    expect(idsOf([asked({ chosen: 'z' })], [post('a', 0), strange])).toEqual(['z']);
    expect(idsOf([asked(), asked({ chosen: 'a' })], [post('a', 0), post('b', 50)])).toEqual(['b', 'a']);
    expect(idsOf([asked({ chosen: NO_POST }), asked()], [post('a', 0)])).toEqual([undefined, 'a']);
    expect(idsOf([asked({ chosen: NO_POST })], [post('a', 0)])).toEqual([undefined]);
  });
});

/** By trying everything: the most deliverables that posts can serve. */
function most(
  open: readonly Deliverable[],
  free: readonly CampaignPost[],
  fits: ReturnType<typeof postReader>['fits'],
): number {
  const [first, ...rest] = open;
  if (!first) return 0;
  const ways = free
    .filter((each) => each.creator === first.creator && fits(first, each))
    .map(
      (each) =>
        1 +
        most(
          rest,
          free.filter((other) => other !== each),
          fits,
        ),
    );
  return Math.max(most(rest, free, fits), ...ways);
}

describe('whatever order of posts, syncs, stops and choices', () => {
  const TEXTS = [GOOD, '#glow', '@brand #ad', 'hi', 'Werbung', '#night @brand #ad', '#glow #night @brand #ad'];
  const aPost = fc.record({
    days: fc.integer({ min: -40, max: 70 }),
    text: fc.constantFrom(...TEXTS),
    type: fc.constantFrom('reel', 'story', 'post'),
    creator: fc.constantFrom('instagram/anna', 'instagram/ben'),
  });
  const somePosts = fc
    .array(aPost, { maxLength: 9 })
    .map((list) => list.map(({ days, text, ...more }, at) => post(`p${at}`, days, text, more)));
  const someDeliverables = fc.array(
    fc
      .record({
        type: fc.constantFrom('reel', 'story', 'any'),
        dueDay: fc.constantFrom('', day(0), day(3), day(20)),
        hashtags: fc.constantFrom([], ['glow'], ['glow', 'night']),
        mentions: fc.constantFrom([], ['brand']),
        needsDisclosure: fc.boolean(),
        creator: fc.constantFrom('instagram/anna', 'instagram/ben'),
        chosen: fc.constantFrom('', '', '', NO_POST, 'p0', 'p1', 'p99'),
      })
      .map((each) => asked(each as Partial<Deliverable>)),
    { minLength: 1, maxLength: 5 },
  );

  test('the order of posts does not matter, nor in which portions they came', () => {
    fc.assert(
      fc.property(
        someDeliverables,
        somePosts,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (deliverables, posts, chance) => {
          const sheet: CampaignPost[] = [];
          const waiting = posts.map((each) => ({ each, key: chance.next().value })).sort((a, b) => a.key - b.key);
          // Each sync adds some to the sheet, and what it made of them before is written over.
          while (waiting.length > 0) {
            sheet.push(...waiting.splice(0, 1 + Math.floor(chance.next().value * 3)).map(({ each }) => each));
            assignPosts(deliverables, sheet);
          }
          expect(assignPosts(deliverables, sheet)).toEqual(assignPosts(deliverables, posts));
        },
      ),
      examples(300),
    );
  });

  test('each post at most once; a choice stays; only what fits is taken; no other way would serve more', () => {
    fc.assert(
      fc.property(someDeliverables, somePosts, (deliverables, posts) => {
        const found = assignPosts(deliverables, posts);
        const used = found.flatMap((each) => each.post?.id ?? []);
        expect(new Set(used).size).toBe(used.length);
        const extra = found.flatMap(({ others }) => others.map(({ id }) => id));
        expect(new Set([...used, ...extra]).size).toBe(used.length + extra.length);
        const { fits } = postReader();
        deliverables.forEach((deliverable, at) => {
          const { post: own, refused } = found[at] ?? { others: [] };
          const { chosen } = deliverable;
          if (chosen === NO_POST) expect(own).toBeUndefined();
          else if (chosen !== '') expect(refused ?? own?.id).toBe(refused ?? chosen);
          else if (own) expect(own.creator === deliverable.creator && fits(deliverable, own)).toBe(true);
          if (refused === 'unknown') expect(posts.map(({ id }) => id)).not.toContain(chosen);
          if (refused === 'taken') expect(deliverables.slice(0, at).map((each) => each.chosen)).toContain(chosen);
        });
        const taken = new Set(deliverables.map(({ chosen }) => chosen));
        const free = posts.filter(({ id }) => !taken.has(id));
        const open = deliverables.filter(({ chosen }) => chosen === '');
        expect(found.filter((each, at) => each.post && deliverables[at]?.chosen === '')).toHaveLength(
          most(open, free, fits),
        );
      }),
      examples(300),
    );
  });
});

test('200 creators, 2,000 posts: in no time', () => {
  const creators = Array.from({ length: 200 }, (_, at) => `instagram/c${at}`);
  const deliverables = creators.flatMap((creator) => [asked({ creator }), asked({ creator, type: 'any' })]);
  const posts = creators.flatMap((creator, at) =>
    Array.from({ length: 10 }, (_, nth) => post(`${at}-${nth}`, nth - 3, nth % 3 === 0 ? GOOD : 'hi', { creator })),
  );
  // Of the processor: on a busy machine any second passes.
  const began = process.cpuUsage();
  expect(assignPosts(deliverables, posts).every((each) => each.post)).toBe(true);
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_000);
});
