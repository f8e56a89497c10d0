import { beforeEach, describe, expect, test } from 'vitest';
import { DEMO_ORGANIZATION_KEY, DEMO_TRIAL_KEY } from '../../dev/standin/standin';
import type { Creator } from '../../dev/standin/creator';
import type { Platform } from '../../dev/standin/platform';
import type { Post } from '../../dev/standin/post';
import { HOUR_MS, openDesk, START_MS, type Desk, type Heard } from './desk';

let desk: Desk;
beforeEach(async () => (desk = await openDesk('in-process', { creators: 3000 })));

const content = (query: string, cursor?: string): Promise<Heard> =>
  desk.ask(`getContent?${query}`, cursor === undefined ? {} : { headers: { 'X-Cursor': cursor } });
const idsOf = (heard: Heard): string[] =>
  (heard.json.items ?? heard.json.content).map((item: { contentId: string }) => item.contentId);

/** All pieces that fulfil a condition, found without the query. */
function piecesWhere(platforms: readonly Platform[], condition: (post: Post) => boolean): string[] {
  return platforms
    .flatMap((platform) => desk.standin.creators.listed(platform))
    .flatMap((creator) => desk.standin.posts.of(creator))
    .filter(condition)
    .map((post) => post.contentId);
}

async function pull(query: string, limit = 100): Promise<{ ids: string[]; pages: Heard[] }> {
  const pages: Heard[] = [];
  let cursor: string | undefined;
  do {
    const page = await content(cursor === undefined ? `${query}&limit=${limit}` : `limit=${limit}`, cursor);
    pages.push(page);
    cursor = page.json.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return { ids: pages.flatMap(idsOf), pages };
}

const star = (username = 'adidas', platform: Platform = 'instagram'): Creator => {
  const creator = desk.standin.creators.find(platform, username);
  if (!creator) throw new Error('no creator');
  return creator;
};

describe('what getContent charges', () => {
  test('1 for each piece returned, and says so', async () => {
    const { json } = await content('limit=7&platform=instagram');
    expect(json.items).toHaveLength(7);
    expect(json).toMatchObject({ tokensDeducted: 7, tokensRemaining: 9_993 });
    expect(desk.standin.keys.get(DEMO_ORGANIZATION_KEY)?.balance).toBe(9_993);
  });

  test('only those returned, not the limit', async () => {
    const { json } = await content('limit=100&username=adidas&platform=instagram');
    expect(json.items.length).toBeLessThan(100);
    expect(json.tokensDeducted).toBe(json.items.length);
    expect(desk.standin.charges.total()).toBe(json.items.length);
  });

  test('a page asked for twice by the same cursor costs twice and is the same page', async () => {
    const first = await content('limit=5&platform=instagram');
    const second = await content('limit=5', first.json.next_cursor);
    const again = await content('limit=5', first.json.next_cursor);
    expect(idsOf(again)).toEqual(idsOf(second));
    expect(again.json.next_cursor).toBe(second.json.next_cursor);
    expect(desk.standin.charges.total()).toBe(15);
  });

  test('a whole pull costs its pieces', async () => {
    const { ids } = await pull('platform=youtube&contentTypes=short&min_followers=200000');
    expect(ids.length).toBeGreaterThan(200);
    expect(desk.standin.charges.total()).toBe(ids.length);
  });
});

describe('limit', () => {
  test('is 100 unless given', async () => {
    expect((await content('platform=instagram')).json.items).toHaveLength(100);
  });

  test.each(['0', '101', '-1', 'many', '1.5'])('%s is 400', async (limit) => {
    expect((await content(`limit=${limit}`)).status).toBe(400);
  });

  test('may differ from page to page, so that the last page takes just what is left', async () => {
    const first = await content('limit=5&platform=instagram');
    const second = await content('limit=2', first.json.next_cursor);
    const third = await content('limit=100', second.json.next_cursor);
    expect(new Set([...idsOf(first), ...idsOf(second), ...idsOf(third)]).size).toBe(107);
  });
});

describe('cursors', () => {
  test('pull every piece once, in order', async () => {
    const { ids } = await pull('platform=tiktok&country=Germany', 30);
    const expected = piecesWhere(
      ['tiktok'],
      ({ creator }) => creator.country === 'Germany' && creator.followers >= 10_000,
    );
    expect(new Set(ids)).toEqual(new Set(expected));
    expect(ids).toHaveLength(expected.length);
  });

  test('are stable: posts added during a pull are in the next one', async () => {
    const first = await content('limit=3&username=adidas&platform=instagram');
    const added = desk.standin.posts.add(star(), { uploadedMs: START_MS });
    const rest = await content('limit=100', first.json.next_cursor);
    expect([...idsOf(first), ...idsOf(rest)]).not.toContain(added.contentId);
    expect(idsOf(await content('username=adidas&platform=instagram&limit=1'))).toEqual([added.contentId]);
  });

  test('are too long for a URL on Apps Script, and go in the query as well', async () => {
    const first = await content('limit=2&platform=instagram');
    const { next_cursor: cursor } = first.json;
    expect(cursor.length).toBeGreaterThan(2082);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(idsOf(await content(`limit=2&cursor=${cursor}`))).toEqual(idsOf(await content('limit=2', cursor)));
  });

  test('ignore filters sent along', async () => {
    const first = await content('limit=2&platform=instagram');
    const plain = await content('limit=2', first.json.next_cursor);
    expect(idsOf(await content('limit=2&platform=youtube&sorting=reach', first.json.next_cursor))).toEqual(
      idsOf(plain),
    );
  });

  test('expire after 15 minutes without use: 400, nothing charged', async () => {
    const first = await content('limit=2&platform=instagram');
    desk.clock.nowMs += 13 * 60_000;
    expect((await content('limit=2', first.json.next_cursor)).status).toBe(200);
    desk.clock.nowMs += 13 * 60_000;
    expect((await content('limit=2', first.json.next_cursor)).status).toBe(200);
    desk.clock.nowMs += 15 * 60_000;
    const charged = await desk.chargedBy(async () =>
      expect((await content('limit=2', first.json.next_cursor)).status).toBe(400),
    );
    expect(charged).toBe(0);
  });

  test('of another key, altered or made up are 400', async () => {
    const { next_cursor: cursor } = (await content('limit=2&platform=instagram')).json;
    expect(
      (await desk.ask('getContent?limit=2', { key: DEMO_TRIAL_KEY, headers: { 'X-Cursor': cursor } })).status,
    ).toBe(400);
    expect((await content('limit=2', `${cursor.slice(0, 20)}A${cursor.slice(21)}`)).status).toBe(400);
    expect((await content('limit=2', 'abc')).status).toBe(400);
  });

  test('the last page has none', async () => {
    const count = desk.standin.posts.of(star()).length;
    expect((await content(`limit=${count}&username=adidas&platform=instagram`)).json.next_cursor).toBeNull();
  });

  test.each([
    ['empty-page', 200],
    ['not-found', 404],
  ] as const)(
    'where the manners say %s, a full last page has one more cursor, to a %i that costs nothing',
    async (endOfContent, status) => {
      desk.standin.manners.endOfContent = endOfContent;
      const count = desk.standin.posts.of(star()).length;
      const last = await content(`limit=${count}&username=adidas&platform=instagram`);
      const charged = await desk.chargedBy(async () => {
        const beyond = await content(`limit=${count}`, last.json.next_cursor);
        expect(beyond.status).toBe(status);
        if (status === 200) expect(beyond.json).toMatchObject({ items: [], next_cursor: null });
      });
      expect(charged).toBe(0);
    },
  );
});

describe('the offset style', () => {
  test.each(['offset', 'skipCount'])('%s answers content and count, and costs the pieces', async (name) => {
    const expected = await pull('username=adidas,cristiano&platform=instagram');
    const before = desk.standin.charges.total();
    const { json } = await content(`limit=3&${name}=2&username=adidas,cristiano&platform=instagram`);
    expect(json.items).toBeUndefined();
    expect(idsOf({ json } as Heard)).toEqual(expected.ids.slice(2, 5));
    expect(json.count).toBe(expected.ids.length);
    expect(json.tokensDeducted).toBe(3);
    expect(desk.standin.charges.total() - before).toBe(3);
  });

  test('is the only one where the manners say so; a cursor is answered as ever', async () => {
    const { json } = await content('limit=2&username=adidas,cristiano&platform=instagram');
    desk.standin.manners.contentStyle = 'content';
    const styled = await content('limit=2&username=adidas,cristiano&platform=instagram');
    expect(styled.json.next_cursor).toBeUndefined();
    expect(idsOf(styled)).toEqual(idsOf({ json } as Heard));
    expect(styled.json.count).toBeGreaterThan(2);
    expect((await content('limit=2', json.next_cursor)).json.items).toHaveLength(2);
  });

  test('beyond the end is 404, a broken offset 400', async () => {
    expect((await content('offset=1000&username=adidas')).status).toBe(404);
    expect((await content('offset=-1&username=adidas')).status).toBe(400);
  });
});

describe('every filter filters', () => {
  const cases: [string, Platform[], (post: Post) => boolean][] = [
    ['platform=youtube&min_followers=500000', ['youtube'], ({ creator }) => creator.followers >= 500_000],
    ['platform=youtube&followerMin=500000', ['youtube'], ({ creator }) => creator.followers >= 500_000],
    [
      'platform=youtube&followerMax=12000',
      ['youtube'],
      ({ creator }) => creator.followers >= 10_000 && creator.followers <= 12_000,
    ],
    ['platform=tiktok&min_followers=0&followerMax=3000', ['tiktok'], ({ creator }) => creator.followers <= 3_000],
    ['min_followers=1000000', ['instagram', 'tiktok'], ({ creator }) => creator.followers >= 1_000_000],
    [
      'platform=instagram,youtube&min_followers=1000000',
      ['instagram', 'youtube'],
      ({ creator }) => creator.followers >= 1_000_000,
    ],
    [
      'username=@Adidas,cristiano',
      ['instagram', 'tiktok'],
      ({ creator }) => ['adidas', 'cristiano'].includes(creator.username) && creator.followers >= 10_000,
    ],
    ['platform=youtube&viewsMin=1000000&min_followers=0', ['youtube'], ({ reach }) => reach >= 1_000_000],
    ['platform=youtube&viewsMax=500&min_followers=0', ['youtube'], ({ reach }) => reach <= 500],
    [
      'platform=youtube&created_at_gte=2026-11-20&min_followers=0',
      ['youtube'],
      ({ uploadedMs }) => uploadedMs >= Date.UTC(2026, 10, 20),
    ],
    [
      'platform=youtube&uploadedFrom=2026-11-20T12:00:00Z&min_followers=0',
      ['youtube'],
      ({ uploadedMs }) => uploadedMs >= Date.UTC(2026, 10, 20, 12),
    ],
    [
      'platform=youtube&created_at_lte=2025-07-01&min_followers=0',
      ['youtube'],
      ({ uploadedMs }) => uploadedMs <= Date.UTC(2025, 6, 1),
    ],
    [
      'platform=youtube&uploadedTo=2025-07-01T00:00:00Z&min_followers=0',
      ['youtube'],
      ({ uploadedMs }) => uploadedMs <= Date.UTC(2025, 6, 1),
    ],
    [
      'platform=youtube&contentTypes=short&country=Germany',
      ['youtube'],
      ({ contentType, creator }) =>
        contentType === 'short' && creator.country === 'Germany' && creator.followers >= 10_000,
    ],
    [
      'platform=instagram&contentTypes=post,story&country=Sweden',
      ['instagram'],
      ({ contentType, creator }) =>
        contentType !== 'reel' && creator.country === 'Sweden' && creator.followers >= 10_000,
    ],
    ['platform=tiktok&city=Berlin&min_followers=0', ['tiktok'], ({ creator }) => creator.city === 'Berlin'],
    [
      'platform=tiktok&gender=w&country=Japan',
      ['tiktok'],
      ({ creator }) => creator.gender === 'w' && creator.country === 'Japan' && creator.followers >= 10_000,
    ],
    [
      'platform=tiktok&language=ko',
      ['tiktok'],
      ({ creator }) => creator.language === 'ko' && creator.followers >= 10_000,
    ],
    [
      'platform=tiktok&tags=vegan,%23Skincare',
      ['tiktok'],
      ({ hashtags, creator }) =>
        hashtags.some((tag) => tag === 'vegan' || tag === 'skincare') && creator.followers >= 10_000,
    ],
    [
      'platform=tiktok&keywords=home%20cooking',
      ['tiktok'],
      ({ caption, creator }) => caption.toLowerCase().includes('home cooking') && creator.followers >= 10_000,
    ],
    [
      'platform=tiktok&keywords=%40nike,%40ikea',
      ['tiktok'],
      ({ mentions, creator }) =>
        mentions.some((name) => name === '@nike' || name === '@ikea') && creator.followers >= 10_000,
    ],
  ];

  test.each(cases)('%s', async (query, platforms, condition) => {
    const expected = piecesWhere(platforms, condition);
    const { ids } = await pull(query);
    expect(expected.length).toBeGreaterThan(0);
    expect(ids.length).toBe(expected.length);
    expect(new Set(ids)).toEqual(new Set(expected));
  });

  test('creators under 10,000 followers are left out unless asked for, even by name', async () => {
    const small = desk.standin.creators
      .listed('instagram')
      .find((creator) => creator.followers < 10_000 && desk.standin.posts.of(creator).length > 0);
    expect((await content(`username=${small?.username}`)).status).toBe(404);
    expect((await content(`username=${small?.username}&min_followers=0`)).status).toBe(200);
  });

  test('private accounts have no content', async () => {
    expect((await content('username=special.private&min_followers=0')).status).toBe(404);
  });
});

const figures = async (sorting: string, name: string): Promise<number[]> => {
  const { pages } = await pull(`platform=youtube&contentTypes=short&min_followers=200000${sorting}`);
  return pages.flatMap((page) =>
    page.json.items.map((item: Record<string, unknown>) =>
      name === 'uploaded' ? Date.parse(item[name] as string) : item[name],
    ),
  );
};

describe('sorting', () => {
  test.each([
    ['', 'uploaded'],
    ['&sorting=uploaded', 'uploaded'],
    ['&sorting=reach', 'reach'],
    ['&sorting=viral', 'viralFactor'],
  ])('"%s" orders by %s, most first', async (sorting, name) => {
    const all = await figures(sorting, name);
    expect(all).toEqual([...all].sort((a, b) => b - a));
    expect(new Set(all).size).toBeGreaterThan(10);
  });

  test('uploaded ascends where the manners say so', async () => {
    desk.standin.manners.uploadedOrder = 'ascending';
    const all = await figures('', 'uploaded');
    expect(all).toEqual([...all].sort((a, b) => a - b));
  });
});

describe('watermarks', () => {
  test('tell the newest instant of the pull so far, and created_at_gte at it takes that piece in', async () => {
    const { pages } = await pull('username=adidas&platform=instagram', 2);
    const newest = pages[0]?.json.items[0];
    for (const page of pages) expect(Date.parse(page.json.watermark.created_at_max)).toBe(Date.parse(newest.uploaded));
    const later = desk.standin.posts.add(star(), { uploadedMs: START_MS });
    const { ids } = await pull(
      `username=adidas&platform=instagram&sorting=uploaded&created_at_gte=${pages[0]?.json.watermark.created_at_max}`,
    );
    expect(ids).toEqual([later.contentId, newest.contentId]);
  });

  test('by reach, too, the newest of the pages read', async () => {
    const { pages } = await pull('username=adidas,cristiano&platform=instagram&sorting=reach', 3);
    let newest = 0;
    for (const page of pages) {
      newest = Math.max(newest, ...page.json.items.map((item: { uploaded: string }) => Date.parse(item.uploaded)));
      expect(Date.parse(page.json.watermark.created_at_max)).toBe(newest);
      expect(page.json.watermark.last_id).toMatch(/^[0-9a-f]{24}$/);
    }
  });

  test('many pieces share their instant', () => {
    const instants = desk.standin.creators
      .listed('instagram')
      .flatMap((creator) => desk.standin.posts.of(creator).map((post) => post.uploadedMs));
    expect(instants.length - new Set(instants).size).toBeGreaterThan(100);
  });
});

describe('404, 400', () => {
  test('nothing matches: 404, nothing charged', async () => {
    expect(await desk.chargedBy(async () => expect((await content('username=nosuch_1x')).status).toBe(404))).toBe(0);
  });

  test.each([
    'platform=twitch',
    'platform=instagram,facebook',
    'platform=myspace',
    'sorting=followers',
    'gender=f',
    'contentTypes=tweet',
    'created_at_gte=yesterday',
    'uploadedTo=31.12.2026',
    'viewsMin=lots',
    'min_followers=few',
  ])('%s is 400', async (query) => {
    expect((await content(query)).status).toBe(400);
  });
});

describe('a balance that ends', () => {
  test('a page that it cannot pay whole is refused: 403, nothing charged, and a smaller page is served', async () => {
    desk.standin.keys.setBalance(DEMO_ORGANIZATION_KEY, 5);
    expect((await content('limit=6&platform=instagram')).status).toBe(403);
    expect((await content('limit=5&platform=instagram')).status).toBe(200);
    expect(desk.standin.keys.get(DEMO_ORGANIZATION_KEY)?.balance).toBe(0);
  });

  test('what counts is the pieces there are, not the limit', async () => {
    const count = desk.standin.posts.of(star()).length;
    desk.standin.keys.setBalance(DEMO_ORGANIZATION_KEY, count);
    expect((await content('limit=100&username=adidas&platform=instagram')).status).toBe(200);
  });

  test('in the middle of a pull too, by cursor and by offset', async () => {
    desk.standin.keys.setBalance(DEMO_ORGANIZATION_KEY, 15);
    const first = await content('limit=10&platform=instagram');
    expect((await content('limit=10', first.json.next_cursor)).status).toBe(403);
    expect((await content('limit=10&offset=10&platform=instagram')).status).toBe(403);
    expect((await content('limit=5', first.json.next_cursor)).status).toBe(200);
  });

  test('used up: 429 with resetDate for an organization, 403 for a trial key', async () => {
    desk.standin.keys.setBalance(DEMO_ORGANIZATION_KEY, 0);
    const { status, json } = await content('limit=1');
    expect(status).toBe(429);
    expect(json.resetDate).toBeDefined();
    desk.standin.keys.setBalance(DEMO_TRIAL_KEY, 0);
    expect((await desk.ask('getContent?limit=1', { key: DEMO_TRIAL_KEY })).status).toBe(403);
  });
});

describe('pieces', () => {
  test('carry every field of the contract', async () => {
    const { json } = await content('limit=50&platform=instagram&contentTypes=reel');
    for (const item of json.items) {
      expect(item).toMatchObject({
        contentId: expect.stringMatching(/^IG_\d{17}$/),
        platform: 'instagram',
        contentType: 'reel',
        uploaded: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        reach: expect.any(Number),
        likes: expect.any(Number),
        comments: expect.any(Number),
        engagementRate: expect.any(Number),
        viralFactor: expect.any(Number),
        username: expect.any(String),
        followers: expect.any(Number),
        captions: expect.any(String),
        hashtags: expect.any(Array),
        mentions: expect.any(Array),
        imageUrl: expect.stringContaining('https://'),
        videoUrl: expect.stringContaining('https://'),
      });
    }
  });

  test('media URLs are signed for 24 hours from the answer', async () => {
    const first = (await content('limit=1&username=adidas')).json.items[0];
    const answeredMs = desk.clock.nowMs;
    expect(Number(new URL(first.imageUrl).searchParams.get('Expires'))).toBe((answeredMs + 24 * HOUR_MS) / 1000);
    desk.clock.nowMs += HOUR_MS;
    expect((await content('limit=1&username=adidas')).json.items[0].imageUrl).not.toBe(first.imageUrl);
  });

  test('tests add, change and remove them', async () => {
    const { posts } = desk.standin;
    const added = posts.add(star(), { uploadedMs: START_MS, caption: '=1+1', hashtags: ['launch'], reach: 5 });
    expect((await content('username=adidas&platform=instagram&tags=launch')).json.items).toMatchObject([
      { contentId: added.contentId, captions: '=1+1', reach: 5 },
    ]);
    posts.change(added.contentId, { reach: 50 });
    expect((await content('username=adidas&platform=instagram&tags=launch')).json.items[0].reach).toBe(50);
    posts.remove(added.contentId);
    expect((await content('username=adidas&platform=instagram&tags=launch')).status).toBe(404);
    expect(posts.find(added.contentId)).toBeUndefined();
  });
});
