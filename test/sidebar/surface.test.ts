import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromClient } from '../../dev/emulator/transfer';
import { STATE_VERSIONS } from '../../src/gate/state-version';
import { answerCall } from '../../src/sidebar/surface';
import type { CallName, Calls } from '../../src/sidebar/calls';
import { createAddon, KEY, type Addon } from '../setup/addon';
import { expectLedgerToAgree } from '../setup/ledger';
import { refusal, reply, value } from './page';
import { keyOf, tracesOf } from './traces';

const STALE = 'This sidebar is older or newer than the add-on. Reload the spreadsheet and open it again.';
const FORM = { platform: 'instagram', filters: { country: 'Germany', keywords: ['a', 'b'] } } as const;

const KEYS = { column: 1, platformColumn: null, headerRow: null, blocks: [{ row: 1, rows: 2 }], edges: '' };
const SELECTION: Calls['readSelection']['gives'] = {
  platform: 'instagram',
  fields: ['followers'],
  which: 'all',
  olderThanDays: 30,
  again: false,
};

/** Every name with arguments that are right, as far as their form goes. */
const RIGHT: { [Name in CallName]: Calls[Name]['gives'] } = {
  open: {},
  glance: { selection: true, budget: { key: '', runs: [] } },
  insertTemplate: { template: 'shortlist' },
  clientList: { platform: '' },
  readCampaign: { platform: '' },
  makeCampaign: {
    sheetId: 0,
    form: {
      platform: '',
      choice: { rows: 'all' },
      types: ['reel'],
      dueDay: '2026-12-01',
      fromDay: '',
      hashtags: '#summer',
      mentions: '',
      needsDisclosure: true,
    },
  },
  startCampaign: { sheetId: 0, cap: 100, max: 50, refresh: false, done: [3], runCap: 50 },
  setCampaignCap: { sheetId: 0, cap: 100 },
  updateCampaign: { sheetId: 0 },
  scheduleCampaign: { sheetId: 0, schedule: null },
  sheetRows: { sheetId: null, from: 1 },
  makeClientSheet: { sheetId: 0, platform: 'instagram', columns: [{ column: 2, header: 'Followers' }] },
  readDecisions: { sheetId: 0, platform: '', source: { pasted: '@nike\tapprove' } },
  readVetting: { flags: ['growth'], platform: 'instagram' },
  layFlags: { flags: ['growth'], platform: 'instagram', sheetId: 0 },
  makePipeline: { platform: 'instagram' },
  comparePipelines: {},
  showStatusWords: {},
  addDoNotContact: { pasted: 'adidas', platform: 'instagram' },
  googleLimits: {},
  account: { again: false },
  checkInstallation: {},
  recalculate: {},
  selectExample: { creators: 'one' },
  storedData: {},
  archive: {},
  saveArchive: { project: 'our-project', dataset: 'social' },
  stopArchive: {},
  sendArchive: {},
  removeOldLines: {},
  deleteData: { what: 'creator', platform: 'instagram', creator: 'adidas' },
  help: {},
  history: {},
  switchHistory: { isOn: true },
  openHistory: {},
  tellChanges: {},
  insertFormula: { name: 'INFLU_STATUS', over: '' },
  saveKey: { key: KEY, clientId: '', where: 'person' },
  shareKey: {},
  tryAgain: {},
  checkAnswers: { paid: false },
  testKey: { where: 'spreadsheet' },
  removeKey: { where: 'spreadsheet' },
  requestTrial: { email: 'jo@company.example', company: '' },
  verifyTrial: { code: '123456' },
  dropTrial: {},
  changeSettings: { paused: true },
  openLog: {},
  setLanguage: { language: 'en' },
  cities: { country: 'Germany' },
  search: { ...FORM, filters: { ...FORM.filters, keywords: ['a', 'b'] }, again: false },
  startSearch: {
    ...FORM,
    filters: { country: 'Germany' },
    from: 1,
    to: 2,
    sheetId: null,
    known: 'skip',
    pictures: false,
    picks: [],
    again: false,
    cap: null,
  },
  stepRun: { id: 'run', resume: false, cap: null },
  pauseRun: { id: 'run' },
  endRun: { id: 'run' },
  resultSheet: {},
  setSchedule: { schedule: { sheetId: 0, platform: 'instagram', olderThanDays: 30, hour: 6, cap: 100 } },
  readSelection: SELECTION,
  startEnrich: {
    ...SELECTION,
    action: 'enrich',
    sheetId: 0,
    keys: { ...KEYS },
    mode: 'fill',
    cap: null,
  },
  alikeSelected: { platform: 'instagram', pays: false },
  alikeFound: { platform: 'instagram', id: 'c1', username: 'adidas', country: 'Germany', followers: 1000 },
  saveSearch: { ...FORM, filters: { country: 'Germany' }, name: 'mine' },
  renameSearch: { name: 'kept', to: 'other' },
  deleteSearch: { name: 'kept' },
  readReport: { platform: 'instagram', kind: 'sheets', again: false },
  checkReport: { platform: 'instagram', kind: 'sheets', again: false },
  startReport: { kind: 'comparison', keys: ['instagram/adidas'], again: false, cap: null },
  openReport: { sheet: 'Report' },
  pendingReports: { check: false },
  dropPending: { keys: ['instagram/adidas'] },
  fitScore: {
    platform: 'instagram',
    targets: { countries: ['Germany'], ages: ['18-24'], gender: 'w', languages: ['de'] },
  },
  offerCheck: { platform: 'instagram', feeColumn: 2 },
  readConflict: { platform: 'instagram' },
  openBrands: {},
  buyTimelines: { platform: 'instagram', sheetId: 0, cap: 10 },
  checkConflicts: { platform: 'instagram', sheetId: 0 },
  planContent: { filters: { country: 'Germany' }, max: 100 },
  selectedHandles: {},
  startContent: { filters: { country: 'Germany' }, max: 100, thumbnails: false, sheetId: null, cap: null },
  contentSheet: {},
  startSync: { sheetId: 0, max: 100, refresh: false, cap: null },
  scheduleContent: { sheetId: 0, schedule: { hour: 6, cap: 100, monthCap: 1000 } },
  summarizeContent: { sheetId: 0, rate: 10 },
};
const NAMES = Object.keys(RIGHT) as CallName[];

/** Values that no argument of that kind takes. */
const HUGE = 'x'.repeat(100_000);
const WRONG: Record<string, readonly unknown[]> = {
  string: [undefined, null, 1, true, [], {}, ['a'], 'x'.repeat(501), HUGE],
  number: [undefined, null, '1', true, [1], {}, NaN, Infinity, -Infinity, -1, 0, 1.5, 1e9],
  boolean: [undefined, null, 'true', 1, 0, [], {}],
  object: [
    undefined,
    null,
    'a',
    1,
    true,
    [],
    [{}],
    { keywords: {} },
    { keywords: [[1]] },
    { keywords: [{}] },
    { country: HUGE },
  ],
};
/** Where the value that is right does not tell the kind, or fewer are wrong. */
const WRONG_IN: Record<string, readonly unknown[]> = {
  // None where no money is asked for.
  budget: ['x', 1, [], { key: '' }, { key: 1, runs: [] }, { key: '', runs: [1] }],
  where: [...(WRONG['string'] ?? []), '', 'Person', 'both', 'constructor', '__proto__'],
  pasted: [undefined, null, 1, true, [], {}, ['a'], HUGE],
  platform: [...(WRONG['string'] ?? []), '', 'myspace', 'Instagram', 'toString', '__proto__'],
  known: [...(WRONG['string'] ?? []), '', 'keep', 'constructor'],
  sheetId: ['1', true, [], {}, NaN, Infinity],
  // Nobody may have counted them.
  followers: ['1', true, [], {}],
  cap: ['1', true, [], {}, NaN, -1, 1.5],
  rate: ['1', true, [], {}, NaN, -1],
  picks: [undefined, null, 'a', {}, [1], [null], [['a']], Array.from({ length: 21 }, () => 'a'), [HUGE]],
  which: [...(WRONG['string'] ?? []), '', 'some', 'constructor'],
  action: [...(WRONG['string'] ?? []), '', 'buy', '__proto__'],
  mode: [...(WRONG['string'] ?? []), '', 'constructor'],
  flags: [undefined, null, 'growth', {}, [1], [null], ['constructor'], [['growth']]],
  fields: [undefined, null, 'followers', {}, [1], [null], [['a']], [HUGE]],
  columns: [undefined, null, 'a', 1, {}, [1], [{}], [{ column: 0, header: '' }], [{ column: 1, header: HUGE }]],
  done: [undefined, null, 'a', 1, {}, ['1'], [-1], [1.5]],
  source: [undefined, null, 'a', 1, [], {}, { sheet: -1 }, { sheet: '1' }, { pasted: 1 }, { sheet: 1, pasted: '' }],
  olderThanDays: [undefined, null, '1', true, [], NaN, Infinity, -1],
  // Undefined crosses as null, which ends a schedule.
  schedule: [
    'daily',
    1,
    [],
    {},
    ...[
      { hour: 24 },
      { hour: -1 },
      { hour: 1.5 },
      { cap: 0 },
      { olderThanDays: 0 },
      { platform: 'myspace' },
      { sheetId: '0' },
      { more: 1 },
    ].map((wrong) => ({ sheetId: 0, platform: 'instagram', olderThanDays: 30, hour: 6, cap: 100, ...wrong })),
  ],
  keys: [
    ...(WRONG['object'] ?? []),
    { ...KEYS, extra: 1 },
    ...[0, -1, 1.5, NaN, '1', null].map((column) => ({ ...KEYS, column })),
    ...[0, '1'].map((headerRow) => ({ ...KEYS, headerRow })),
    ...[null, {}, [1], [{}], [{ row: 0, rows: 1 }], [{ row: 1, rows: NaN }], [{ row: 1, rows: 1, more: 1 }]].map(
      (blocks) => ({ ...KEYS, blocks }),
    ),
  ],
};
/** Of a list of names. */
const WRONG_LIST: readonly unknown[] = [
  undefined,
  null,
  'a',
  {},
  [1],
  [null],
  [['a']],
  [HUGE],
  Array.from({ length: 201 }, () => 'a'),
];
const NOT_AN_OBJECT: readonly unknown[] = [undefined, null, 'text', 7, true, [], [{}], NaN];

function wrongFormsOf(name: CallName): unknown[] {
  const right = RIGHT[name] as Record<string, unknown>;
  const each = Object.entries(right).flatMap(([field, good]) => {
    const { [field]: _left, ...missing } = right;
    const isNames = field === 'keys' && Array.isArray(good);
    const wrong = isNames ? WRONG_LIST : (WRONG_IN[field] ?? WRONG[typeof good] ?? []);
    // A selection may name no platform: the handles do.
    const isOfSelection =
      /^clientList$|^readCampaign$|Conflict|Timeline/.test(name) ||
      ['which', 'kind', 'targets', 'feeColumn', 'pays', 'columns', 'source', 'flags'].some((other) => other in right);
    const values = wrong.filter((bad) => !(bad === '' && isOfSelection && field === 'platform'));
    return [...(name === 'changeSettings' ? [] : [missing]), ...values.map((bad) => ({ ...right, [field]: bad }))];
  });
  const extra = ['extra', 'toString', 'constructor', 'hasOwnProperty'].map((field) => ({ ...right, [field]: 1 }));
  return [...NOT_AN_OBJECT, ...each, ...extra];
}

/** Settings are read by what reads the stored ones, so a wrong value has its own sentence. */
const refused = (name: CallName): unknown => ({
  ok: false,
  code: 'badInput',
  message:
    name === 'changeSettings' ? (expect.stringMatching(/^(These settings can't|This sidebar is)/) as unknown) : STALE,
});

const shorten = (given: unknown): string => String(JSON.stringify(given)).slice(0, 200);

let addon: Addon;
async function prepare(): Promise<void> {
  await addon?.close();
  addon = await createAddon();
  addon.emulator.stores.properties('user').set('INFLUDATA_API_KEY', KEY);
  await value(addon, 'saveSearch', { ...FORM, filters: { country: 'Germany' }, name: 'kept' });
  await value(addon, 'requestTrial', { email: 'kim@company.example', company: '' });
  await value(addon, 'startSearch', RIGHT.startSearch);
  await value(addon, 'account', { again: true });
}
// One document for all: most tests show that nothing in it has changed. Those that change something make their own.
beforeAll(prepare);
afterEach(() => expectLedgerToAgree(addon));
afterAll(() => addon.close());

const served = (...args: unknown[]) => addon.emulator.serve('influSidebar', args);

/** A document that fails the test as soon as anything looks at it. */
const untouchable = new Proxy({}, { get: () => expect.fail('the document was touched') }) as never;

describe('arguments of another form than agreed change nothing', () => {
  // Settings are checked together with the stored ones, so that call is tried below.
  test.each(NAMES.filter((name) => name !== 'changeSettings'))('%s: the document is not even looked at', (name) => {
    for (const given of [...wrongFormsOf(name), undefined]) {
      const [, crossed] = fromClient([name, given]);
      expect(answerCall(untouchable, name, crossed), shorten(given)).toEqual(refused(name));
    }
  });

  test('through google.script.run: one form of every third call, all of the settings', async () => {
    const before = tracesOf(addon);
    // The door is one for all of them, so every third is asked.
    for (const name of NAMES.filter((each, index) => index % 3 === 0 || each === 'changeSettings'))
      for (const given of wrongFormsOf(name).slice(name === 'changeSettings' ? 0 : -1))
        expect(await served(name, given), shorten(given)).toEqual({ ok: true, value: refused(name) });
    expect(await served(NAMES[0]), 'no argument').toEqual({ ok: true, value: refused(NAMES[0]!) });
    expect(tracesOf(addon)).toEqual(before);
  });

  test('a function or a date in it: it does not even cross', async () => {
    const before = tracesOf(addon);
    for (const name of NAMES)
      for (const illegal of [() => 1, new Date(0), new Map(), /a/])
        for (const given of [illegal, { ...RIGHT[name], extra: illegal }])
          expect(await served(name, given), name).toMatchObject({ ok: false, error: { name: 'TypeError' } });
    expect(tracesOf(addon)).toEqual(before);
  });

  // The emulator's wire has no own property of that name, so this one is asked without it.
  test.each(NAMES)('%s with an own __proto__: refused before anything is looked at', (name) => {
    const right = JSON.stringify(RIGHT[name]).slice(1, -1);
    const given = JSON.parse(`{${right}${right === '' ? '' : ','}"__proto__":{"paused":true}}`) as unknown;
    expect(Object.keys(given as object)).toContain('__proto__');
    expect(answerCall(untouchable, name, given)).toEqual({ ok: false, code: 'badInput', message: STALE });
    expect(({} as { paused?: boolean }).paused).toBeUndefined();
  });

  test('what is right is taken: each name of the list is there', async () => {
    await prepare();
    for (const name of NAMES) {
      const answer = await reply(addon, name, RIGHT[name] as never);
      expect(answer.ok ? '' : answer.message, name).not.toBe(STALE);
    }
  });
});

test('where a newer version has written, no call spends, and none changes what spending rests on', async () => {
  await prepare();
  const gate = addon.property('gate') ?? '';
  addon.setProperty('gate', gate.replace(/"version":\d+/, '"version":99'));
  const before = restsOn(addon);
  for (const name of NAMES) {
    await reply(addon, name, RIGHT[name] as never);
    expect(restsOn(addon), name).toEqual(before);
  }
  addon.setProperty('gate', gate);
});

const restsOn = ({ emulator, charged }: Addon): object => ({
  charged: charged(),
  stored: Object.entries(emulator.stores.properties('document').all()).filter(([name]) =>
    Object.keys(STATE_VERSIONS).some((known) => name.startsWith(known)),
  ),
});

describe('right in form, and still not to be done: one sentence, and nothing changes', () => {
  beforeAll(prepare);

  const run = RIGHT.startSearch;
  const CASES: { [Name in CallName]?: readonly (readonly [given: Calls[Name]['gives'], said: RegExp])[] } = {
    saveKey: [[{ key: 'a b', clientId: '', where: 'spreadsheet' }, /doesn't look like an API key/]],
    requestTrial: [[{ email: 'nobody', company: '' }, /not an e-mail address/]],
    verifyTrial: [[{ code: 'x' }, /six digits/]],
    search: [
      [{ platform: 'instagram', filters: { followersMin: 1 }, again: true }, /did you mean "followerMin"/],
      [{ platform: 'instagram', filters: { followerMin: -1 }, again: true }, /negative/],
      [{ platform: 'twitch', filters: { gender: 'm' }, again: true }, /has no filter gender/],
      [{ platform: 'instagram', filters: { toString: 'a' } as never, again: true }, /is not a filter/],
      [{ platform: 'instagram', filters: { keywords: 'x'.repeat(450) }, again: true }, /too long/],
    ],
    startSearch: [
      [{ ...run, from: 3, to: 2 }, /first page comes after the last/],
      [{ ...run, filters: { nothing: 'a' } }, /is not a filter/],
      [{ ...run, sheetId: 987_654 }, /no longer exists/],
      [{ ...run, sheetId: -1.5 }, /no longer exists/],
    ],
    stepRun: [
      [{ id: '', resume: true, cap: null }, /no longer exists/],
      [{ id: '__proto__', resume: true, cap: null }, /no longer exists/],
    ],
    pauseRun: [[{ id: '../gate' }, /no longer exists/]],
    saveSearch: [
      [{ ...FORM, filters: {}, name: '  ' }, /a name of at most 60/],
      [{ ...FORM, filters: {}, name: 'x'.repeat(61) }, /a name of at most 60/],
      [{ ...FORM, filters: { nothing: 5 }, name: 'mine' }, /is not a filter/],
    ],
    renameSearch: [
      [{ name: 'kept', to: ' ' }, /a name of at most 60/],
      [{ name: 'never there', to: 'mine' }, /saved search "never there" no longer exists/],
    ],
  };
  test.each(Object.keys(CASES) as CallName[])('%s', async (name) => {
    const before = tracesOf(addon);
    for (const [given, said] of CASES[name] as readonly (readonly [never, RegExp])[]) {
      expect(await refusal(addon, name, given), shorten(given)).toMatch(said);
      expect(tracesOf(addon), shorten(given)).toEqual(before);
    }
  });
});

test.each([
  'toString',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'menuUsage',
  'influSidebar',
  'answerCall',
  'OPEN',
  ' open',
  'open()',
  '',
  HUGE,
  0,
  7,
  NaN,
  true,
  null,
  undefined,
  [],
  ['open'],
  {},
  { name: 'open' },
])('%j is no name of the list', async (name) => {
  const before = tracesOf(addon);
  for (const given of [{}, undefined, { again: false }])
    expect(await served(name, given)).toEqual({ ok: true, value: { ok: false, code: 'badInput', message: STALE } });
  expect(tracesOf(addon)).toEqual(before);
});

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const exportsOf = (source: string): string[] =>
  [...source.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => String(name));

describe('google.script.run', () => {
  const entries = exportsOf(read('src/google/entry.ts'));

  test('reaches the functions of the entry, and no other name of the bundle', async () => {
    const bundle = read('dist/Code.js');
    const inside = [...bundle.matchAll(/(?:function|var|let|const|class) (\w+)/g)].map(([, name]) => String(name));
    const names = new Set([...inside, ...NAMES]);
    for (const name of entries) names.delete(name);
    expect(names.size).toBeGreaterThan(500);
    expect(names).toContain('answerCall');
    const before = tracesOf(addon);
    // One execution each would take minutes: those that count, and every sixtieth of the others.
    const asked = [...names].filter(
      (name, index) =>
        index % 60 === 0 || /^(answerCall|fromClient)$|apiKey|purse|spend|charge|settle|admit/i.test(name),
    );
    const heard = await Promise.all(asked.map((name) => addon.emulator.serve(name, [])));
    expect(heard).toEqual(
      asked.map((name) => ({
        ok: false,
        error: { name: 'TypeError', message: `google.script.run.${name} is not a function` },
      })),
    );
    expect(tracesOf(addon)).toEqual(before);
  });

  test.each(['InfluData_', 'InfluData_.menuUsage', 'SpreadsheetApp', 'eval', 'Function'])(
    'does not reach %s',
    async (name) => {
      expect(await addon.emulator.serve(name, ['1'])).toMatchObject({ ok: false, error: { name: 'TypeError' } });
    },
  );

  test('what several accounts in one browser do to it comes before the add-on: nothing changes', async () => {
    const before = tracesOf(addon);
    addon.emulator.faults.refuseServe = () => ({ name: 'ScriptError', message: 'Error code PERMISSION_DENIED.' });
    expect(await served('removeKey', { where: 'spreadsheet' })).toMatchObject({ ok: false });
    delete addon.emulator.faults.refuseServe;
    expect(tracesOf(addon)).toEqual(before);
  });
});

describe('stored state that cannot be read', () => {
  beforeEach(prepare);

  test('the budget: open says so and how to go on, nothing is started anew in silence', async () => {
    const gate = addon.property('gate') ?? '';
    addon.setProperty('gate', '{"version":1}');
    expect(await refusal(addon, 'open', {})).toMatch(/can't read .*, so nothing is bought\. Open Usage/);
    expect(addon.property('gate')).toBe('{"version":1}');
    addon.setProperty('gate', gate);
    await value(addon, 'open', {});
  });

  test('a run: the rest of the page opens', async () => {
    const name = Object.keys(addon.emulator.stores.properties('document').all()).find((each) =>
      each.startsWith('run/'),
    );
    addon.setProperty(name ?? '', '{"version":1}');
    expect(await value(addon, 'open', {})).not.toHaveProperty('run');
  });
});

const fill = (scope: 'user' | 'document'): void => {
  const store = addon.emulator.stores.properties(scope);
  for (let index = 0, size = 9_000; size > 0; index++)
    try {
      store.set(`other ${index}`, 'x'.repeat(size));
    } catch {
      size = Math.floor(size / 2);
    }
};

describe('a property store that is full', () => {
  beforeEach(prepare);

  const FULL = /^Google's property store is full, so this couldn't be saved\. Remove what .* try again\.$/;

  test("the person's: a key is not stored, and the one before stays", async () => {
    fill('user');
    const given = { key: KEY, clientId: 'demo-organization', where: 'person' } as const;
    expect(await refusal(addon, 'saveKey', given)).toMatch(FULL);
    expect(keyOf(addon)).toEqual({ INFLUDATA_API_KEY: KEY });
  });

  test("the spreadsheet's: a search is not saved, and those before stay", async () => {
    const before = addon.property('searches');
    fill('document');
    expect(await refusal(addon, 'saveSearch', { ...FORM, filters: {}, name: 'one more' })).toMatch(FULL);
    expect(addon.property('searches')).toBe(before);
  });
});

test.each([
  ['en_US', ','],
  ['en_GB', ','],
  ['de_DE', ';'],
  ['de_CH', ','],
  ['fr_FR', ';'],
  ['pt_BR', ';'],
  ['es_MX', ','],
  ['es_ES', ';'],
  ['ja_JP', ','],
])('a formula in %s has "%s" between its arguments', async (locale, separator) => {
  addon.emulator.spreadsheet.locale = locale;
  expect((await value(addon, 'open', {})).separator).toBe(separator);
});
