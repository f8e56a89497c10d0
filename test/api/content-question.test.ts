import { beforeEach, describe, expect, test } from 'vitest';
import { contentQuestion } from '../../src/api/question';
import { parseContent, type ContentPage } from '../../src/schema/content';
import { memoryHost, received, type MemoryHost } from './memory-host';

let memory: MemoryHost;
beforeEach(() => (memory = memoryHost()));

/** Some pieces, not a page full. */
const FEW = { platform: 'instagram', username: 'adidas,nike,cristiano,leomessi' };

const page = (query: Record<string, string>, options: { limit?: number; cursor?: string } = {}): ContentPage =>
  parseContent(memory.body(contentQuestion(query, options)));
const queries = (): unknown[] => received(memory, 'getContent').map(({ query }) => query);
const idsIn = ({ pieces }: ContentPage): string[] => pieces.map(({ contentId }) => contentId);
const cursors = (): unknown[] => received(memory, 'getContent').map(({ headers }) => headers['x-cursor']);

describe('what is sent', () => {
  test.each([
    [{}, { min_followers: '10000', limit: '100' }],
    [{ followerMin: '500' }, { min_followers: '500', limit: '100' }],
    [
      { min_followers: '0', tags: 'fashion' },
      { min_followers: '0', tags: 'fashion', limit: '100' },
    ],
    [
      { min_followers: '', country: '' },
      { min_followers: '10000', limit: '100' },
    ],
    [{ platform: ' TikTok,youtube' }, { platform: 'tiktok,youtube', min_followers: '10000', limit: '100' }],
  ])('%j', (query: Record<string, string>, sent) => {
    expect(contentQuestion(query).call).toEqual({ endpoint: 'getContent', query: sent });
  });

  test.each([1, 100])('a limit of %i is the price in pieces', (limit) => {
    expect(contentQuestion({}, { limit })).toMatchObject({
      requests: limit,
      call: { query: { limit: String(limit) } },
    });
  });

  test.each([0, 101, 1.5, NaN])('a limit of %d is refused', (limit) => {
    expect(() => contentQuestion({}, { limit })).toThrow(/1 to 100 posts/);
  });

  test('a platform without content is refused in one sentence', () => {
    expect(() => contentQuestion({ platform: 'instagram,twitch' })).toThrow(
      'influData has no content for Twitch. Use Instagram, TikTok or YouTube.',
    );
    expect(() => contentQuestion({ platform: 'instagran' })).toThrow(/did you mean "instagram"/);
  });
});

const key = (...args: Parameters<typeof contentQuestion>): string => contentQuestion(...args).key;

describe('the key', () => {
  test('is the same however the query is written', () => {
    expect(key({ tags: 'a', country: 'Germany' })).toBe(key({ country: 'Germany', tags: 'a', min_followers: '10000' }));
  });

  test('tells queries, limits and cursors apart', () => {
    const long = { keywords: 'x'.repeat(300) };
    const keys = [
      key({}),
      key({ tags: 'a' }),
      key({ keywords: 'a' }),
      key({}, { limit: 5 }),
      key({}, { cursor: 'c' }),
      key({}, { cursor: 'd' }),
      key({ tags: 'a' }, { cursor: 'c' }),
      key(long),
      key({ ...long, tags: 'a' }),
      key({}, { cursor: 'c'.repeat(3_000) }),
      key({}, { cursor: `d${'c'.repeat(2_999)}` }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is short and one line, whatever is asked for', () => {
    for (const text of ['x'.repeat(2_000), 'line\nline', '"quoted"', '\ud800'])
      expect(key({ keywords: text }, { cursor: text })).toMatch(/^content:.{1,190}$/);
  });
});

describe('what is charged', () => {
  test('the pieces returned, not the limit, and once', () => {
    for (let time = 1; time <= 2; time++) {
      const { pieces } = page(FEW);
      expect(pieces.length).toBeGreaterThan(5);
      expect(pieces.length).toBeLessThan(100);
      memory.expectCharged(pieces.length);
    }
  });

  test('a full page of 100 is kept too: it is not paid for twice', () => {
    const first = page({ platform: 'instagram' });
    expect(first.pieces).toHaveLength(100);
    expect(page({ platform: 'instagram' })).toEqual(first);
    memory.expectCharged(100);
  });

  test('404 is an empty page for nothing', () => {
    for (let time = 1; time <= 2; time++)
      expect(page({ platform: 'instagram', username: 'nosuch_1' })).toEqual({ pieces: [], returned: 0 });
    expect(queries()).toHaveLength(1);
    memory.expectCharged(0);
  });

  test.each([
    [{ items: [{ contentId: 'a' }, { contentId: 'b' }], tokensDeducted: 1 }, 1],
    [{ items: [{ contentId: 'a' }], tokensDeducted: 0 }, 0],
    [{ items: [{ contentId: 'a' }], tokensDeducted: 9 }, 9],
    // What is no count is no word.
    [{ items: [{ contentId: 'a' }], tokensDeducted: -5 }, 1],
    [{ items: [{ contentId: 'a' }], tokensDeducted: '7' }, 1],
    [{ items: [{ contentId: 'a' }], tokensDeducted: 0.5 }, 1],
    [{ items: [{ contentId: 'a' }], tokensDeducted: 1e21 }, 1],
    [{ items: [{ contentId: 'a' }, { noId: true }], tokensDeducted: null }, 2],
    [{ content: [{ contentId: 'a' }], items: null, count: 1 }, 1],
    // A page is paid for: what stands beside it does not make it unreadable.
    [{ items: [{ contentId: 'a' }], watermark: 'yesterday', next_cursor: 7 }, 1],
  ])('the API says %j: the ledger says %i', (body, charged) => {
    memory.standin.faults.add({ endpoint: 'getContent', body: { text: JSON.stringify(body) } });
    expect(page({ platform: 'instagram' }, { limit: 3 }).pieces[0]).toEqual({ contentId: 'a' });
    expect(memory.ledger()).toEqual({ charged, unknown: 0 });
  });

  test('an answer that cannot be read may have cost the whole limit', () => {
    memory.standin.faults.add({ endpoint: 'getContent', body: 'truncated' });
    expect(memory.ask(contentQuestion({ platform: 'instagram' }, { limit: 4 }))).toMatchObject({
      kind: 'error',
      error: { code: 'unreadable' },
    });
    memory.expectCharged(4, { charged: 0, unknown: 4 });
  });

  test('a page of more pieces than the balance has is not asked for', () => {
    memory.standin.keys.setBalance('demo-organization-key-0000000000000001', 9);
    expect(memory.ask(contentQuestion({}, { limit: 10 }))).toMatchObject({
      kind: 'waiting',
      limit: { code: 'balanceShort' },
    });
    expect(queries()).toEqual([]);
    expect(page({}, { limit: 9 }).returned).toBe(9);
    memory.expectCharged(9);
  });
});

/** All pages of a pull by cursor. */
function pull(limit: number): ContentPage[] {
  const pages: ContentPage[] = [];
  let cursor: string | undefined;
  do {
    const next = page(FEW, { limit, ...(cursor === undefined ? {} : { cursor }) });
    pages.push(next);
    cursor = next.nextCursor;
  } while (cursor !== undefined);
  return pages;
}

describe('pages', () => {
  test.each(['no-cursor', 'empty-page', 'not-found'] as const)(
    'bring each piece once and are paid for once, also a second time (at the end: %s)',
    (end) => {
      memory.standin.manners.endOfContent = end;
      const all = idsIn(page(FEW));
      // A last page that is full: only there the three ends differ.
      const limit = all.length / 2;
      const before = memory.charged();
      for (let time = 1; time <= 2; time++) {
        const ids = pull(limit).flatMap(idsIn);
        expect(ids).toEqual(all);
        memory.expectCharged(before + all.length);
      }
    },
  );

  test('after the first send the limit and the cursor, in its header, and nothing else', () => {
    pull(7);
    expect(queries().slice(1)).toEqual(
      queries()
        .slice(1)
        .map(() => ({ limit: '7' })),
    );
    expect(cursors()[0]).toBeUndefined();
    expect(
      cursors()
        .slice(1)
        .every((cursor) => typeof cursor === 'string' && cursor.length > 100),
    ).toBe(true);
    expect(cursors().length).toBeGreaterThan(2);
  });

  test('an expired cursor is refused for nothing', () => {
    const { nextCursor = '' } = page(FEW, { limit: 7 });
    memory.host.clock.sleep(memory.standin.manners.cursorTtlMs + 1);
    expect(memory.ask(contentQuestion(FEW, { limit: 7, cursor: nextCursor }))).toMatchObject({
      kind: 'error',
      error: { code: 'rejected', message: expect.stringContaining('Cursor expired') as string },
    });
    memory.expectCharged(7);
  });

  test('the style of the earlier edition, by offset', () => {
    expect(idsIn(page({ ...FEW, offset: '0' }, { limit: 3 }))).toEqual(idsIn(page(FEW, { limit: 3 })));
    memory.expectCharged(6);
  });
});
