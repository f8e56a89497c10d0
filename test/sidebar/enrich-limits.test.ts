import { afterEach, describe, expect, test } from 'vitest';
import { createAddon, type Addon, type AddonOptions } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { columnOf, driven, enriched, started, step } from './enrich';
import { refusal, value } from './page';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OWNER = 'owner@example.com';

let addon: Addon;
let handles: string[];
async function opened(options: AddonOptions = {}): Promise<void> {
  addon = await createAddon({ container: 'addon', standin: { creators: 4000 }, ...options });
  handles = ordinaryHandles(addon.standin, 30);
}
afterEach(() => addon.close());

const sheet = () => addon.emulator.spreadsheet.sheet('Sheet1');
function typed(names: readonly unknown[]): void {
  sheet().set('A1', [['username'], ...names.map((name) => [name])]);
  sheet().select(`A1:A${names.length + 1}`);
}
const cell = (row: number, column: number) => sheet().data.rows[row - 1]?.[column - 1];
const status = (): unknown[] => columnOf(addon, 'influData status');
const followersOf = (handle = ''): number | undefined => addon.standin.creators.find('instagram', handle)?.followers;

/** What influData says of each creator, by its place among the handles. */
function answered(given: (at: number) => Record<string, unknown>): void {
  addon.spoil = (body, url) =>
    url.includes('getUserData')
      ? { ...body, ...given(handles.indexOf(new URL(url).searchParams.get('username') ?? '')) }
      : body;
}

/** The statuses stand left of the column that refuses, and something of the user between them. */
async function guarded(): Promise<void> {
  await opened();
  typed(handles.slice(0, 4));
  await enriched(addon, { fields: ['country'] });
  sheet().set('F1', [['note', 'Followers'], ...handles.slice(0, 4).map((_, at) => [`mine ${at}`, ''])]);
  sheet().validate('G2:G5', { criteria: 'NUMBER_LESS_THAN', values: [0], allowInvalid: false, helpText: null });
  addon.emulator.clock.advance(20 * DAY_MS);
  sheet().select('A1:A5');
}

describe('a validation of the user that refuses a value', () => {
  test('the run stops with the reason, no row says that it was done, and it goes on without being paid again', async () => {
    await guarded();
    const before = columnOf(addon, 'influData as of');
    const run = await started(addon, { fields: ['followers'], mode: 'overwrite' });
    expect(await refusal(addon, 'stepRun', { id: run.id, resume: false, cap: null })).toMatch(
      /Google Sheets couldn't write to this spreadsheet: .*validation/,
    );
    expect(status()).toEqual(Array(4).fill('waiting'));
    expect(columnOf(addon, 'influData as of')).toEqual(before);
    expect(columnOf(addon, 'Followers')).toEqual(['', '', '', '']);
    expect(columnOf(addon, 'note')).toEqual(['mine 0', 'mine 1', 'mine 2', 'mine 3']);
    expect((await value(addon, 'open', {})).runs.enrich).toMatchObject({ state: 'stopped' });
    expect(addon.charged()).toBe(8);
    sheet().validate('G2:G5', null);
    expect(await driven(addon, run, { resume: true })).toMatchObject({ state: 'done', counts: { done: 4 } });
    expect(columnOf(addon, 'Followers')).toEqual(handles.slice(0, 4).map(followersOf));
    expect(addon.charged()).toBe(8);
  });

  test('one that takes the values stays', async () => {
    await guarded();
    const rule = { criteria: 'NUMBER_GREATER_THAN', values: [0], allowInvalid: false, helpText: null };
    sheet().validate('G2:G5', rule);
    expect(await enriched(addon, { fields: ['followers'], mode: 'overwrite' })).toMatchObject({ state: 'done' });
    expect(cell(2, 7)?.validation).toEqual(rule);
  });

  test('columns made after the last one of a narrow sheet have neither its dropdown nor its format', async () => {
    await opened();
    typed(handles.slice(0, 3));
    sheet().set('B1', [['stage'], ['open'], ['open'], ['open']]);
    sheet().deleteColumns('C', sheet().data.columnCount - 2);
    sheet().validate('B1:B1000', {
      criteria: 'VALUE_IN_LIST',
      values: [['stage', 'open', 'won'], true],
      allowInvalid: false,
      helpText: null,
    });
    sheet().format('B1:B1000', { numberFormat: '@', fontColor: '#ff0000' });
    expect(await enriched(addon, { fields: ['followers', 'country'] })).toMatchObject({ state: 'done' });
    expect(columnOf(addon, 'Followers').slice(0, 3)).toEqual(handles.slice(0, 3).map(followersOf));
    expect([cell(2, 4)?.format, cell(2, 4)?.validation]).toEqual([undefined, undefined]);
  });
});

describe('dates in the time zone of the spreadsheet', () => {
  /** The summer time of New York began and ended on the first two, Auckland's on the next, São Paulo knew midnights that did not exist. */
  const DAYS = ['2026-03-08', '2026-03-09', '2026-11-01', '2026-11-02', '2026-04-05', '2018-11-04', '2026-01-01'];
  test.each([
    'Etc/UTC',
    'America/New_York',
    'America/Sao_Paulo',
    'Asia/Kolkata',
    'Pacific/Auckland',
    'Pacific/Honolulu',
  ])('%s: a day is that day, an instant is that instant, before and after midnight', async (timeZone) => {
    const instants = ['2026-03-08T04:59:59.000Z', '2026-03-08T05:00:01.000Z', '2026-11-01T05:30:00.000Z'];
    const dates = [...DAYS, ...instants];
    await opened({ timeZone, startAt: '2026-11-24T04:30:00Z' });
    answered((at) => ({ lastRefreshDate: dates[at] }));
    typed(handles.slice(0, dates.length));
    const startMs = addon.emulator.clock.now();
    await enriched(addon, { fields: ['lastRefreshDate'] });
    const written = columnOf(addon, 'Data of') as Date[];
    const dayIn = (date: Date): string =>
      new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(date);
    expect(written.slice(0, DAYS.length).map(dayIn)).toEqual(DAYS);
    expect(sheet().displays('B2:B8').flat()).toEqual(DAYS);
    for (const [at, instant] of instants.entries()) expect(written[DAYS.length + at]?.toISOString()).toBe(instant);
    const asOf = columnOf(addon, 'influData as of')[0] as Date;
    expect(asOf.getTime()).toBeGreaterThanOrEqual(startMs);
    expect(asOf.getTime()).toBeLessThan(startMs + HOUR_MS);
  });
});

test.each(['de_DE', 'fr_FR', 'en_GB', 'ja_JP'])('%s: numbers stay numbers, texts stay texts', async (locale) => {
  const texts = [
    '1.5',
    '1,5',
    'März 2024',
    'mars 2024',
    'WAHR',
    'TRUE',
    '01/02/2024',
    '1.2.2024',
    '12:30',
    '5 Mai',
    '10%',
    'CHF 5',
  ];
  await opened({ locale });
  answered((at) => ({ displayName: texts[at], engagementMean: 4.25, verified: true }));
  typed(handles.slice(0, texts.length));
  await enriched(addon, { fields: ['displayName', 'followers', 'engagement', 'verified'] });
  expect(columnOf(addon, 'Name')).toEqual(texts);
  // Sheets knows more than the emulator does: what begins a date or a word of the locale is marked as text.
  expect(texts.map((_, at) => cell(at + 2, 2)?.textMark)).toEqual(texts.map(() => true));
  expect(columnOf(addon, 'Followers')).toEqual(handles.slice(0, texts.length).map(followersOf));
  expect(new Set(columnOf(addon, 'Engagement %'))).toEqual(new Set([4.25]));
  expect(new Set(columnOf(addon, 'Verified'))).toEqual(new Set(['Yes']));
});

test('new columns have number formats, widths, and headers like the one beside them; they are scrolled to', async () => {
  await opened();
  typed(handles.slice(0, 2));
  const look = { background: '#123456', fontColor: '#ffffff', fontSize: 14, fontWeight: 'bold', wrapStrategy: 'WRAP' };
  sheet().format('A1', look);
  await enriched(addon, { fields: ['followers', 'engagement', 'audienceFemale', 'bio'] });
  expect([2, 3, 4, 5, 7].map((column) => cell(2, column)?.format?.numberFormat)).toEqual([
    '#,##0',
    '[<1]0.00"%";0.0"%"',
    '0.0%',
    undefined,
    'yyyy-mm-dd hh:mm',
  ]);
  expect(sheet().displays('C2')[0]?.[0]).toMatch(/^\d\.\d%$/);
  expect([2, 3, 4, 5, 6, 7, 8].map((column) => cell(1, column)?.format)).toEqual(Array.from({ length: 7 }, () => look));
  // "Female audience" needs more than the figures below it.
  expect([2, 3, 4, 5].map((column) => sheet().data.columnProperties[column - 1]?.pixels)).toEqual([104, 112, 136, 300]);
  expect(sheet().data.selection).toEqual({
    ranges: [{ row: 1, column: 1, rows: 3, columns: 8 }],
    current: { row: 1, column: 8 },
  });
});

test('TRUE and FALSE of an earlier run stay what formulas count; a new column says Yes and No', async () => {
  await opened();
  typed(handles.slice(0, 3));
  sheet().set('B1', [['Verified'], [true]]);
  await enriched(addon, { fields: ['verified', 'private'], mode: 'fill' });
  expect(columnOf(addon, 'Verified')).toEqual([true, expect.any(Boolean), expect.any(Boolean)]);
  expect(new Set(columnOf(addon, 'Private'))).toEqual(new Set(['No']));
});

describe('what Google allows no more of', () => {
  test('web calls of the day: the run pauses with what it has, and goes on the next day', async () => {
    await opened();
    typed(handles.slice(0, 30));
    const run = await started(addon);
    const { quotas } = addon.emulator;
    // One wave and the reading of the balance are left, and one call of the next wave.
    quotas.spend(OWNER, 'urlFetchCalls', quotas.limit('urlFetchCalls') - quotas.used(OWNER, 'urlFetchCalls') - 26);
    const stopped = await driven(addon, run);
    expect(stopped).toMatchObject({
      state: 'stopped',
      used: stopped.doneRows,
      unconfirmed: handles.slice(stopped.doneRows, 30).length,
    });
    expect(stopped.doneRows).toBeGreaterThan(20);
    expect(stopped.doneRows).toBeLessThan(30);
    expect(stopped.message).toMatch(/daily limit of web calls/);
    expect(await step(addon, run, true)).toMatchObject({ state: 'stopped', doneRows: stopped.doneRows });
    const endsBy = new Date(addon.emulator.clock.now() + DAY_MS).toISOString().slice(0, 15);
    expect(await value(addon, 'googleLimits', {})).toEqual([{ limit: 'web', until: expect.stringContaining(endsBy) }]);
    addon.emulator.clock.advance(DAY_MS);
    expect(await value(addon, 'googleLimits', {})).toEqual([]);
    const { unconfirmed } = stopped;
    const done = { state: 'done', counts: { done: 30 }, used: 30, unconfirmed };
    expect(await driven(addon, run, { resume: true })).toMatchObject(done);
    // The one call that had left, of which no reply came.
    expect(addon.charged()).toBe(30 + 1);
  });

  test('ten million cells: refused before anything is written; with room the same start works', async () => {
    await opened();
    typed(handles.slice(0, 3));
    addon.emulator.spreadsheet.insertSheet('Big');
    const big = addon.emulator.spreadsheet.sheet('Big');
    sheet().deleteColumns(4, 23);
    big.insertRows(1000, Math.floor((10_000_000 - 1000 * 26 - 3 * 1000) / 26));
    sheet().activate();
    sheet().select('A1:A4');
    await expect(started(addon)).rejects.toThrow(/10000000 cells/);
    expect(sheet().values()[0]).toEqual(['username']);
    expect((await value(addon, 'open', {})).runs.enrich).toBeUndefined();
    big.delete();
    expect(await enriched(addon)).toMatchObject({ state: 'done' });
    expect(addon.charged()).toBe(3);
  });

  test('50,000 characters in a cell: the text is cut, the row is done', async () => {
    await opened();
    answered(() => ({ bio: 'x'.repeat(60_000) }));
    typed(handles.slice(0, 2));
    expect(await enriched(addon, { fields: ['bio', 'followers'] })).toMatchObject({
      state: 'done',
      counts: { done: 2 },
    });
    expect(columnOf(addon, 'Bio').map((bio) => String(bio).length)).toEqual([49_999, 49_999]);
    expect(columnOf(addon, 'Bio')[0]).toMatch(/x…$/);
  });

  test.each([
    ['properties', 'PropertiesService', 'Service invoked too many times for one day: properties.'],
    ['spreadsheets', 'SpreadsheetApp', 'Service invoked too many times in a short time: spreadsheets.'],
  ])('calls of %s: a sentence, and the run can be resumed', async (_, service, text) => {
    await opened();
    typed(handles.slice(0, 4));
    const run = await started(addon);
    addon.emulator.faults.intercept = (call) =>
      call.service === service && call.phase === 'before' ? { throw: text } : undefined;
    expect(await refusal(addon, 'stepRun', { id: run.id, resume: false, cap: null })).toContain(text);
    delete addon.emulator.faults.intercept;
    addon.emulator.clock.advance(DAY_MS);
    expect(await driven(addon, run, { resume: true })).toMatchObject({ state: 'done', counts: { done: 4 } });
    expect(addon.charged()).toBe(4);
  });

  test('the lock is refused whenever calls want to leave: the run pauses with the reason instead of going on for ever', async () => {
    await opened();
    typed(handles.slice(0, 4));
    const run = await started(addon);
    const locks = new Map<number, number>();
    addon.emulator.faults.intercept = ({ method, phase, execution }) => {
      if (method !== 'tryLock' || phase !== 'before') return undefined;
      locks.set(execution, (locks.get(execution) ?? 0) + 1);
      // The first takes the run and the last gives it back.
      return locks.get(execution) === 2
        ? { throw: 'There are too many LockService operations against the same script.' }
        : undefined;
    };
    const stopped = await driven(addon, run);
    expect(stopped).toMatchObject({ state: 'stopped', used: 0, doneRows: 0 });
    expect(stopped.message).toMatch(/^No call got through.*Resume/);
    delete addon.emulator.faults.intercept;
    expect(await driven(addon, run, { resume: true })).toMatchObject({ state: 'done', used: 4 });
  });
});

test('the cap of a run that can be resumed outlives thirty others', async () => {
  await opened();
  addon.setSettings({ maxRequestsPerDay: 1_000 });
  typed(handles.slice(0, 8));
  const run = await started(addon, { cap: 5 });
  expect(await driven(addon, run)).toMatchObject({ state: 'stopped', used: 5 });
  // Something that counts what was settled.
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', handles[19]);
  const gate = JSON.parse(addon.property('gate') ?? '{}') as { runs: Record<string, number> };
  expect(gate.runs).toEqual({ [run.id]: 5 });
  const others = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`other${at}`, 1]));
  addon.setProperty('gate', JSON.stringify({ ...gate, runs: { ...gate.runs, ...others } }));
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', handles[20]);
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', handles[21]);
  expect(await driven(addon, run, { resume: true })).toMatchObject({ state: 'stopped', used: 5 });
  expect(addon.charged()).toBe(8);
  const { runs } = JSON.parse(addon.property('gate') ?? '{}') as { runs: Record<string, number> };
  expect(Object.keys(runs).length).toBeLessThanOrEqual(31);
});

test('what is started over because it cannot be read gives a run no second cap', async () => {
  await opened();
  typed(handles.slice(0, 8));
  const run = await started(addon, { cap: 5 });
  await driven(addon, run);
  const { emulator } = addon;
  const slot = Object.keys(emulator.stores.properties('document').all()).find((name) => name.startsWith('slot/'));
  addon.setProperty(slot ?? '', '{"damaged":');
  // One that is damaged itself keeps no other from going on.
  addon.setProperty('run/damaged', '{"charged":"x","cap":null}');
  await emulator.open();
  emulator.ui.answer('YES');
  await emulator.menu.click('Usage');
  emulator.clock.advance(DAY_MS);
  expect(await driven(addon, run, { resume: true })).toMatchObject({ state: 'stopped', reason: { code: 'runCap' } });
  expect(addon.charged()).toBe(5);
  expect(await driven(addon, run, { resume: true, cap: 100 })).toMatchObject({ state: 'done' });
  expect(addon.charged()).toBe(8);
});

test('a step holds its own rows, never the whole column: the last look alone reads that', async () => {
  await opened({ account: 'workspace', standin: { creators: 6_000 } });
  addon.setSettings({ maxRequestsPerRun: 10_000, maxRequestsPerDay: 10_000 });
  const rows = 1_000;
  handles = ordinaryHandles(addon.standin, 250);
  typed(Array.from({ length: rows }, (_, at) => handles[at % 250]));
  let run = await started(addon);
  const reads: number[][] = [];
  const checkpoints: number[] = [];
  while (run.state === 'running') {
    const cells: number[] = [];
    addon.emulator.faults.intercept = ({ method, phase, args }) => {
      const [, , , height, width] = args as number[];
      if (method === 'Sheet.getRange' && phase === 'before' && Number(height) > 1)
        cells.push(Number(height) * Number(width ?? 1));
    };
    run = await step(addon, run);
    reads.push(cells);
    checkpoints.push(addon.property(`run/${run.id}`)?.length ?? 0);
  }
  // Eight columns at most.
  for (const cells of reads.slice(0, -1)) expect(Math.max(...cells)).toBeLessThanOrEqual(475 * 8);
  expect(Math.max(...(reads.at(-1) ?? []))).toBeLessThanOrEqual(rows + 1);
  expect(Math.max(...checkpoints)).toBeLessThan(1_500);
  expect(Math.max(...checkpoints) - Math.min(...checkpoints)).toBeLessThan(200);
});
