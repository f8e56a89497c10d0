import { describe, expect, test } from 'vitest';
import { compactProfile, expandProfile } from '../../src/gate/compact-profile';
import { audienceField } from '../../src/schema/audience-field';
import type { AudienceSection } from '../../src/schema/audience';
import { monthlyGrowth } from '../../src/schema/monthly-growth';
import { parseProfile, type TimelinePoint } from '../../src/schema/profile';
import { timelineField } from '../../src/schema/timeline-field';

const DAY_MS = 86_400_000;
/** A point every day up to a date, from followers by the end of each month; between them as at the end before. */
function daily(until: string, ends: Readonly<Record<string, number>>): TimelinePoint[] {
  const points: TimelinePoint[] = [];
  const first = Object.keys(ends)[0] ?? '';
  const months = Object.entries(ends);
  for (let atMs = Date.parse(`${first}-01`); atMs <= Date.parse(until); atMs += DAY_MS) {
    const date = new Date(atMs).toISOString().slice(0, 10);
    const [, followers = 0] = months.find(([month]) => month === date.slice(0, 7)) ?? [];
    points.push({ date, values: { followers } });
  }
  return points;
}
const read = (name: string, timeline: readonly TimelinePoint[], body: object = {}) =>
  timelineField(name)?.read({ timeline: [...timeline], body: body as never });

const bodyOf = (collaborations: unknown): Record<string, unknown> => ({
  username: 'anna',
  timeline: [
    { date: '2026-05-01', followers: 1, collaborations: [] },
    { date: '2026-06-01', followers: 1, collaborations },
  ],
});
const mentions = (body: Record<string, unknown>): unknown => {
  const { timeline } = parseProfile(body);
  return timelineField('mentions')?.read({ timeline, body });
};
const sections = (name: string, shares: Record<string, number>): AudienceSection[] => [
  { name, label: name, shares: Object.entries(shares).map(([label, share]) => ({ label, share })) },
];

describe('months of growth', () => {
  test.each<[string, TimelinePoint[], { month: string; percent: number }[]]>([
    ['nothing', [], []],
    ['one month alone has no month before it', daily('2026-05-31', { '2026-05': 100 }), []],
    [
      'a spike and the month so far',
      daily('2026-07-20', { '2026-04': 1000, '2026-05': 1000, '2026-06': 1380, '2026-07': 1311 }),
      [
        { month: '2026-05', percent: 0 },
        { month: '2026-06', percent: 38 },
        { month: '2026-07', percent: -5 },
      ],
    ],
    ['nobody to begin with is no growth', daily('2026-06-30', { '2026-05': 0, '2026-06': 500 }), []],
    ['all lost', daily('2026-06-30', { '2026-05': 500, '2026-06': 0 }), [{ month: '2026-06', percent: -100 }]],
    [
      'a month whose last point is not near its end says nothing of the next',
      [
        { date: '2026-05-05', values: { followers: 100 } },
        { date: '2026-06-29', values: { followers: 200 } },
      ],
      [],
    ],
    [
      'a month without points parts its neighbours',
      [
        { date: '2026-04-30', values: { followers: 100 } },
        { date: '2026-06-30', values: { followers: 200 } },
      ],
      [],
    ],
  ])('%s', (_, timeline, months) => expect(monthlyGrowth(timeline)).toEqual(months));

  test('are twelve at most, and the same from the weekly points that are kept', () => {
    const ends = Object.fromEntries(
      Array.from({ length: 20 }, (__, at) => [
        new Date(Date.UTC(2025, at, 1)).toISOString().slice(0, 7),
        1000 + at * at * 10,
      ]),
    );
    const timeline = daily('2026-08-17', ends);
    const whole = monthlyGrowth(timeline);
    expect(whole.map(({ month }) => month)).toEqual(Object.keys(ends).slice(-12));
    const kept = expandProfile(compactProfile({ scalars: {}, timeline, body: {} }, 'profile:instagram/a'), '');
    expect(monthlyGrowth(kept.timeline)).toEqual(whole);
  });

  test('best and worst are named by their month; blank where there is none', () => {
    const timeline = daily('2026-07-20', { '2026-04': 1000, '2026-05': 1000, '2026-06': 1382.5, '2026-07': 1313.375 });
    const fields = ['bestMonthGrowth', 'bestMonth', 'worstMonthGrowth', 'worstMonth'];
    expect(fields.map((name) => read(name, timeline))).toEqual([38.25, 'Jun 2026', -5, 'Jul 2026']);
    expect(fields.map((name) => read(name, []))).toEqual(['', '', '', '']);
  });
});

const many = (count: number): string[] => Array.from({ length: count }, (_, at) => `brand${at}`);

const listOf = (count: number, most: number): string =>
  many(count)
    .reverse()
    .slice(0, most)
    .map((name) => `${name} (Jun 2026)`)
    .join(', ');

describe('brands mentioned', () => {
  test.each<[string, unknown, unknown]>([
    ['each once with its last month', ['@Nike', 'nike', { brand: 'adidas' }], 'adidas (Jun 2026), nike (Jun 2026)'],
    ['none', [], 'none'],
    ['names that would look like two', ['a, b (c): =x'], 'a b c : =x (Jun 2026)'],
    ['names of nothing but signs', ['@', '()', ' '], 'none'],
    ['sixty, and that there are more', many(61), listOf(61, 60) + ', …'],
    ['sixty, and no more', many(60), listOf(60, 60)],
  ])('%s', (_, given, shown) => expect(mentions(bodyOf(given))).toBe(shown));

  test('of an answer that does not speak of them nothing is known, and of one that is kept in short neither', () => {
    expect(mentions({ username: 'anna', timeline: [{ date: '2026-05-01', followers: 1 }] })).toBe('');
    expect(timelineField('mentions')?.read({ timeline: [] })).toBeUndefined();
  });
});

describe('what flags read of an audience', () => {
  test.each<[Record<string, number>, number | undefined]>([
    [{ suspicious: 0.1, inactive: 0.2, real: 0.7 }, 0.3],
    [{ suspicious: 0 }, 0],
    [{ massFollowers: 0.3, real: 0.7 }, undefined],
    [{ inactive: 0.4 }, undefined],
    [{}, undefined],
  ])('suspicious and inactive are added, in %j %s', (shares, sum) =>
    expect(audienceField('audienceSuspicious')?.read(sections('quality', shares))).toBe(sum),
  );

  test('countries come with their shares, the largest first, and none looks like two', () => {
    const shares = { Austria: 0.1, Germany: 0.552, others: 0.3, 'x, Spain: 99': 0.048 };
    const shown = 'Germany: 55.2%, Austria: 10.0%, x Spain 99: 4.8%';
    expect(audienceField('audienceCountries')?.read(sections('countries', shares))).toBe(shown);
    expect(audienceField('audienceCountries')?.read(sections('gender', shares))).toBeUndefined();
  });
});
