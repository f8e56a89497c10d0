import { expect, test } from 'vitest';
import { parseAudience } from '../../src/schema/audience';
import { parseMentions } from '../../src/schema/mention';
import { parseProfile } from '../../src/schema/profile';
import { reportPage } from '../../src/sheet/report-page';
import type { ReportSubject } from '../../src/sheet/report-subject';

const subject = (body: Record<string, unknown>): ReportSubject => {
  const whole = { username: 'ada', platform: 'instagram', followers: 1200, ...body };
  const { scalars, timeline } = parseProfile(whole);
  return {
    key: 'instagram/ada',
    handle: 'ada',
    platform: 'Instagram',
    scalars,
    timeline,
    sections: parseAudience(whole),
    mentions: parseMentions(whole),
    atMs: Date.parse('2026-11-23T08:00:00Z'),
  };
};

const pageOf = (body: Record<string, unknown>) => reportPage(subject(body)).page;
const textsOf = (body: Record<string, unknown>): string[] =>
  pageOf(body)
    .cells.flat()
    .filter((cell) => typeof cell === 'string' && cell !== '') as string[];

/** The charts by title, with the cells that they refer to. */
function chartsOf(body: Record<string, unknown>): Record<string, unknown[][]> {
  const { cells, charts = [] } = pageOf(body);
  return Object.fromEntries(
    charts.map(({ options, ranges: [range] }) => [
      String(options['title']),
      range
        ? cells
            .slice(range.row - 1, range.row - 1 + range.rows)
            .map((row) => row.slice(range.column - 1, range.column - 1 + range.columns))
        : [],
    ]),
  );
}

test('a report without an audience says so and has no chart of one', () => {
  expect(chartsOf({ audienceGender: {} })).toEqual({});
  expect(textsOf({})).toEqual(expect.arrayContaining(['influData has no audience data for this creator.']));
  expect(textsOf({})).toEqual(expect.arrayContaining(['This report has no growth timeline.']));
});

test('what is there is shown, what is missing is named', () => {
  const body = { audienceCountries: { DE: 0.4, AT: 0.1 }, audienceAge: { '18-24': 0.5, '13-17': 0.2 } };
  expect(chartsOf(body)).toEqual({
    'Top countries': [
      ['Germany', 0.4],
      ['Austria', 0.1],
    ],
    Age: [
      ["'13-17", 0.2],
      ["'18-24", 0.5],
    ],
  });
  expect(textsOf(body).find((text) => text.startsWith('Not in'))).toBe(
    'Not in this report: gender, cities, languages, interests, follower quality.',
  );
});

test('shares that do not add up are shown as given, unknown sections under their own name', () => {
  const charts = chartsOf({
    audience: { gender: { female: 0.7, male: 0.7 }, brandAffinity: { Nike: 0.3, Puma: 0.1 } },
  });
  expect(charts).toEqual({
    Gender: [
      ['Women', 0.7],
      ['Men', 0.7],
    ],
    brandAffinity: [
      ['Nike', 0.3],
      ['Puma', 0.1],
    ],
  });
});

test('age by gender that cannot be parted is a section like any other', () => {
  const charts = chartsOf({ audienceAgeGender: { '18-24': { all: 0.4 }, '25-34': { all: 0.6 } } });
  expect(Object.keys(charts)).toEqual(['Age by gender']);
  expect(charts['Age by gender']).toEqual([
    ["'18-24 all", 0.4],
    ["'25-34 all", 0.6],
  ]);
});

test('collaborations stand on the line of followers on their days', () => {
  const timeline = [
    { date: '2026-10-01', followers: 1000 },
    { date: '2026-10-08', followers: 1100, mentions: ['@ikea', { username: 'airup' }] },
    { date: '2026-10-15', followers: 1200 },
  ];
  const growth = chartsOf({ timeline })['Followers over time, with collaborations'];
  expect(growth?.map((row) => row.slice(1))).toEqual([
    ['Followers', 'Collaboration'],
    [1000, ''],
    [1100, 1100],
    [1200, ''],
  ]);
  expect(textsOf({ timeline })).toEqual(expect.arrayContaining(["'@ikea", 'airup', "'@ikea, airup"]));
});

test('growth is drawn over time: a date is a point in it, and a gap of months breaks the line', () => {
  const timeline = ['2026-01-01', '2026-01-08', '2026-01-15', '2026-06-01', '2026-06-08'].map((date, index) => ({
    date,
    followers: 1000 + index,
  }));
  const growth = chartsOf({ timeline })['Followers over time, with collaborations'];
  expect(growth?.slice(1).map(([date, followers]) => [(date as Date).toISOString().slice(0, 10), followers])).toEqual([
    ['2026-01-01', 1000],
    ['2026-01-08', 1001],
    ['2026-01-15', 1002],
    ['2026-01-22', ''],
    ['2026-06-01', 1003],
    ['2026-06-08', 1004],
  ]);
  const [chart] = pageOf({ timeline }).charts ?? [];
  expect(chart?.options).toMatchObject({ treatLabelsAsText: false, interpolateNulls: false });
});

test('texts of strangers are no formulas, anywhere', () => {
  const body = {
    displayName: '=1+1',
    bio: '+1',
    city: '=2',
    audienceCities: { '=HYPERLINK("x")': 0.5 },
    audience: { '=IMPORTXML("x")': { '=3': 0.1 } },
    timeline: [
      { date: '2026-10-01', followers: 1 },
      { date: '2026-10-02', followers: 2, brands: ['=4'] },
    ],
  };
  const formulas = textsOf(body).filter((text) => text.startsWith('='));
  expect(formulas).toEqual([]);
});
