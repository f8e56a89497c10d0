import { expect, test } from 'vitest';
import { ledgerOf } from '../setup/ledger';
import { addon, shareAddon } from './shared-addon';

// Answers with status 200 whose shape nobody promised: a right value or a sentence, never a wrong one, and nothing that is
// paid for is lost.
shareAddon();

const UNREADABLE = /couldn't read.*may have been charged/;
const FREE = /couldn't read\. Nothing was charged; try again in 10 minutes/;
const ADIDAS = ['instagram', 'adidas'] as const;
const wide = 'x'.repeat(3);

type Row = readonly [what: string, call: readonly [string, ...unknown[]], body: unknown, shown: unknown];

const profile = (what: string, field: string, more: object | string, shown: unknown): Row => [
  what,
  ['INFLU_PROFILE', ...ADIDAS, field],
  typeof more === 'string' ? more : { username: 'adidas', followers: 5, ...more },
  shown,
];
const DATE = 'lastRefreshDate';
const PROFILES: readonly Row[] = [
  profile('a number as text', 'followers', { followers: '125000' }, 125_000),
  profile('a figure below nought is none', 'followers', { followers: -1 }, ''),
  profile('growth may be', 'growth', { growthRate: -1.5 }, -1.5),
  profile('a date that means never', DATE, { lastRefreshDate: 0 }, ''),
  profile('a day as digits is no count of seconds', DATE, { lastRefreshDate: 20260610 }, ''),
  profile('a day that could be two', DATE, { lastRefreshDate: '10.06.2026' }, ''),
  profile('seconds as text', DATE, { lastRefreshDate: '1781000000' }, new Date('2026-06-09T10:13:20Z')),
  profile('a day in words', DATE, { lastRefreshDate: 'Wed, 10 Jun 2026 10:30:00 GMT' }, new Date('2026-06-10T10:30Z')),
  profile('an id that lost digits', 'platformId', '{"username":"adidas","instagramId":17841405822304915}', ''),
  profile('a byte order mark', 'followers', '\ufeff{"username":"adidas","followers":7}', 7),
  profile('an error with the id of its call', 'followers', '{"error":"Internal","id":"req-7"}', UNREADABLE),
  profile('a failure with an id', 'followers', '{"success":false,"id":7}', UNREADABLE),
  [
    'a timeline by index',
    ['INFLU_TIMELINE', ...ADIDAS],
    { username: 'a', timeline: { 1: { date: '2026-06-01', followers: '8' } } },
    [[new Date('2026-06-01'), 8]],
  ],
  [
    'an audience alone',
    ['INFLU_AUDIENCE', ...ADIDAS, 'gender'],
    { audienceGender: { male: 0.4, female: 0.6 } },
    [
      ['Gender', 'male', 0.4],
      ['Gender', 'female', 0.6],
    ],
  ],
];

const found = (more: object): object => ({ users: [{ _id: 'a', username: wide }], count: 1, ...more });
const SEARCH = ['INFLU_SEARCH', 'instagram', 'country=Germany', 1, 'username'] as const;
const COUNT = ['INFLU_COUNT', 'instagram', 'country=Germany'] as const;
const full = Array.from({ length: 20 }, (_, index) => ({ _id: `id${index}` }));
const SEARCHES: readonly Row[] = [
  [
    'a full page whose count cannot be read',
    COUNT,
    { users: full, count: '10,000+' },
    'influData did not say how many match',
  ],
  ['a count of -1', COUNT, { users: full, count: -1 }, 'influData did not say how many match'],
  ['no list where nobody matches', SEARCH, { users: null, count: 0 }, [['no creators found']]],
  ['no list where somebody does', SEARCH, { users: null, count: 5 }, UNREADABLE],
  ['creators of whom none can be told', SEARCH, found({ users: [{ id: 'a' }] }), UNREADABLE],
  ['a number as id', SEARCH, found({ users: [{ _id: 7, username: wide }] }), [[wide]]],
  ['an error beside an empty list', SEARCH, { users: [], error: 'down' }, /couldn't finish this search/],
  ['a failure in words', SEARCH, { users: [], count: 0, dataSuccess: 'false' }, /couldn't finish this search/],
];

const status = { isInDatabase: true, followers: 9, hasAudienceData: true };
const STATUS = ['INFLU_STATUS', ...ADIDAS] as const;
const FREE_ONES: readonly Row[] = [
  ['followers as text', ['INFLU_FOLLOWERS', ...ADIDAS], { ...status, followers: '125000' }, 125_000],
  ['null for not being processed', STATUS, { ...status, isBeingProcessed: null }, 'ready'],
  ['truth as text', STATUS, { ...status, isInDatabase: 'true', isPrivate: 'false' }, 'ready'],
  ['an error instead of a status', STATUS, { error: 'x' }, FREE],
  ['a balance as text', ['INFLU_BALANCE'], { reportsLeft: '230' }, 230],
  ['a balance that is none', ['INFLU_BALANCE'], { reportsLeft: 'unlimited' }, FREE],
  ['a city without a name', ['INFLU_CITIES', 'Germany'], ['Berlin', null, { name: 'Bonn' }], [['Berlin'], ['Bonn']]],
];

const ENDPOINTS = 'getUserData checkDataStatus discovery getClientInfo getCitiesForCountry'.split(' ');

test.each([...PROFILES, ...SEARCHES, ...FREE_ONES])('%s', async (_, call, body, shown) => {
  addon.setSettings({ audienceInFormulas: true });
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  for (const endpoint of ENDPOINTS) addon.standin.faults.add({ endpoint, body: { text } });
  const seen = await addon.shown(...call);
  if (shown instanceof RegExp) expect(seen).toMatch(shown);
  else expect(seen).toEqual(Array.isArray(seen) && !Array.isArray(shown) ? [[shown]] : shown);
  const { charged, unknown } = ledgerOf(addon);
  expect(charged + unknown).toBe(addon.charged());
});
