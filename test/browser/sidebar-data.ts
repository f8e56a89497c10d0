/** What the server says to the sidebar in these tests. */
import type { Account } from '../../src/sidebar/account-calls';
import type { BudgetView } from '../../src/sidebar/budget-view';
import type { ConflictView } from '../../src/sidebar/conflict-calls';
import type { EnrichView, Selection } from '../../src/sidebar/enrich-calls';
import type { Found, FoundView, ResultSheet, SearchView, SavedSearch } from '../../src/sidebar/find-calls';
import type { Opening } from '../../src/sidebar/calls';
import type { SelectionReading } from '../../src/sidebar/selection-calls';
import { DEFAULT_SETTINGS } from '../../src/gate/settings';

const MINUTE_MS = 60_000;
const now = (): number => Date.parse('2026-11-23T08:00:00Z');
export const minutesAgo = (minutes: number): string => new Date(now() - minutes * MINUTE_MS).toISOString();

const nothing = { charged: 0, unknown: 0, formula: 0 };

type BudgetPart = Partial<Omit<BudgetView, 'balance'>> & { balance?: number };

export const budgetOf = ({ balance = 9_120, ...part }: BudgetPart = {}): BudgetView => ({
  balance: { left: balance, told: balance, at: minutesAgo(2) },
  keep: 0,
  usedToday: 42,
  today: 4_958,
  dayCap: 5_000,
  run: 2_000,
  paused: false,
  key: 'fingerprint',
  asOf: minutesAgo(0),
  ...part,
});

const { balance: _balance, ...NO_BALANCE } = budgetOf({ usedToday: 0, key: '' });

export const NO_KEY: Account = {
  budget: NO_BALANCE,
  today: nothing,
  month: nothing,
  days: [],
  reserved: 0,
  drift: 0,
  settings: DEFAULT_SETTINGS,
};

const dayName = (ago: number): string => new Date(now() - ago * 24 * 60 * MINUTE_MS).toISOString().slice(0, 10);
const CHARGES = [42, 0, 118, 64, 0, 0, 12, 340, 95, 0, 31, 0, 0, 77, 210, 0, 4, 0, 0, 150, 61, 0, 23];

export const accountOf = (part: Partial<Account> = {}): Account => ({
  person: { end: 'a1b2', kind: 'organization', clientId: 'demo-organization' },
  budget: budgetOf({ paused: part.settings?.paused ?? false }),
  today: { charged: 42, unknown: 0, formula: 12 },
  month: { charged: 1_227, unknown: 0, formula: 310 },
  days: CHARGES.flatMap((charged, ago) => (charged > 0 ? [{ day: dayName(ago), charged, unknown: 0 }] : [])).reverse(),
  reserved: 0,
  drift: 0,
  settings: DEFAULT_SETTINGS,
  ...part,
});

export const openingOf = (part: Partial<Opening> = {}): Opening => ({
  account: accountOf(),
  searches: [],
  locale: 'en_US',
  separator: ',',
  runs: {},
  ...part,
});

const NAMES = [
  'Lena Vogt',
  'Jonas Weber',
  'Sophia Krämer',
  'Max Brandt',
  'Emilia Hartmann Personal Training & Nutrition',
];

/** What strangers call themselves. */
export const HOSTILE: FoundView = {
  id: 'hostile',
  username: '"><img src=x onerror=alert(1)>',
  name: '<img src="https://evil.example/x.png" onerror="document.title=\'pwned\'">',
  followers: 999,
  country: '<script>alert(1)</script>',
  url: 'javascript:alert(1)',
};

const creatorOf = (index: number): FoundView => ({
  id: 'c' + index,
  username: 'creator.number' + index,
  name: NAMES[index % NAMES.length] ?? '',
  followers: Math.round(2_400_000 / (index + 1)),
  engagement: 1.2 + (index % 7) * 0.83,
  country: 'Germany',
  score: 98.4 - index * 1.7,
  url: 'https://www.instagram.com/creator.number' + index + '/',
});

export const foundOf = (part: Partial<Found> = {}): Found => ({
  platform: 'instagram',
  filters: { country: 'Germany', followerMin: '10000' },
  text: 'country=Germany; followerMin=10000',
  count: 1_842,
  pages: 93,
  creators: Array.from({ length: 20 }, (_, index) => creatorOf(index)),
  at: minutesAgo(0),
  charged: 1,
  known: [1],
  budget: budgetOf({ balance: 9_120, today: 4_958, run: 2_000 }),
  ...part,
});

export const runOf = (part: Partial<SearchView> = {}): SearchView => ({
  id: 'r1',
  kind: 'search',
  state: 'running',
  message: '',
  platform: 'instagram',
  text: 'country=Germany; followerMin=10000',
  sheet: 'Instagram Germany',
  pages: 93,
  donePages: 0,
  written: 0,
  skipped: 0,
  used: 0,
  unconfirmed: 0,
  underWay: 0,
  cap: 2_000,
  startedAt: minutesAgo(1),
  ...part,
});

export const sheetOf = (part: Partial<ResultSheet> = {}): ResultSheet => ({
  id: 7,
  name: 'Instagram Germany',
  platform: 'instagram',
  filters: { country: 'Germany', followerMin: '10000' },
  text: 'country=Germany; followerMin=10000',
  lastPage: 3,
  pages: 93,
  writtenAt: '2026-11-02T08:00:00Z',
  known: [1],
  ...part,
});

export const savedOf = (part: Partial<SavedSearch> = {}): SavedSearch => ({
  name: 'German fitness',
  platform: 'instagram',
  filters: { keywords: 'personal trainer,yoga', country: 'Germany', followerMin: '10000' },
  text: 'keywords=personal trainer, yoga; country=Germany; followerMin=10000',
  price: 1,
  ...part,
});

export const readingOf = (part: Partial<SelectionReading> = {}): SelectionReading => ({
  columns: [{ column: 1, header: 'Instagram handle', use: 'key' }],
  platformColumn: 0,
  platform: 'instagram',
  headerPlatform: '',
  headerRow: 1,
  tops: [
    { row: 1, text: 'Instagram handle' },
    { row: 2, text: 'lena.vogt' },
  ],
  hidden: { rows: 0, included: false, isLooked: true, hasFilter: false },
  fillers: { count: 0, texts: [], included: false },
  links: false,
  ...part,
});

export const selectionOf = (part: Partial<Selection> = {}): Selection => ({
  sheetId: 3,
  sheet: 'Spring campaign',
  area: 'A2:A413',
  keys: { column: 1, platformColumn: null, headerRow: 1, blocks: [{ row: 2, rows: 412 }], edges: 'username' },
  header: 'Instagram handle',
  read: readingOf(),
  rows: 412,
  blanks: 3,
  creators: 405,
  duplicates: 7,
  unreadable: [],
  unreadableCount: 0,
  platforms: [
    { platform: 'instagram', creators: 392 },
    { platform: 'tiktok', creators: 13 },
  ],
  known: 31,
  requests: 374,
  paths: [],
  budget: budgetOf({ balance: 9_120, today: 4_958, run: 2_000 }),
  hasRunBefore: false,
  fields: ['followers', 'engagement', 'country'],
  there: [],
  notGiven: [],
  firstCreators: 5,
  firstRequests: 5,
  doubles: [],
  schedule: null,
  ...part,
});

export const enrichOf = (part: Partial<EnrichView> = {}): EnrichView => ({
  id: 'e1',
  kind: 'enrich',
  action: 'enrich',
  state: 'running',
  message: '',
  sheet: 'Spring campaign',
  fields: ['followers', 'engagement', 'country', 'email'],
  rows: 412,
  doneRows: 0,
  counts: {},
  used: 0,
  unconfirmed: 0,
  underWay: 0,
  cap: 2_000,
  startedAt: minutesAgo(1),
  ...part,
});

export const conflictOf = (part: Partial<ConflictView> = {}): ConflictView => ({
  sheet: 'Spring shortlist',
  sheetId: 3,
  creators: 412,
  hidden: 3,
  requests: 300,
  brands: { sheet: 'Brands', competitors: 4, own: 1 },
  next: { platform: 'tiktok', handles: ['lena.vogt', 'jonas'], left: 30 },
  budget: budgetOf(),
  ...part,
});
