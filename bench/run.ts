import { ordinaryHandles } from '../test/setup/creators';
import type { Addon } from '../test/setup/addon';
import { started, step } from '../test/sidebar/enrich';
import { value } from '../test/sidebar/page';
import {
  API_LIMIT,
  benched,
  callsPerThousand,
  MOST_A_MINUTE,
  perMinute,
  SERVICE_NAMES,
  type Calls,
  type KeyKind,
} from './measure';
import type { Row } from './row';
import { clicked, todaysWay } from './todays-way';

const FIELDS = ['followers', 'engagement', 'country', 'bio', 'lastRefreshDate'];

interface Enriched {
  /** Rows a minute from the first step to the last call. */
  pace: number;
  calls: Calls;
  /** The largest that the run's property was, and all properties at the end, in characters. */
  checkpoint: number;
  properties: number;
}

const propertiesOf = (addon: Addon): number =>
  Object.entries(addon.emulator.stores.properties('document').all())
    .filter(([name]) => !name.startsWith('log/'))
    .reduce((sum, [name, text]) => sum + name.length + text.length, 0);

/** So many rows with handles, of which `ROWS_A_STEP` are done at once; `steps` ends it early. */
export async function enriched(kind: KeyKind, latencyMs: number, rows: number, steps = Infinity): Promise<Enriched> {
  const addon = await benched(kind, latencyMs);
  const creators = ordinaryHandles(addon.standin, Math.min(rows, 10_000));
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...Array.from({ length: rows }, (_, row) => [creators[row % creators.length]])]);
  sheet.select('A:A');
  let run = await started(addon, { fields: FIELDS });
  const beganMs = addon.emulator.clock.now();
  addon.emulator.counts.reset();
  let checkpoint = 0;
  for (let taken = 0; run.state === 'running' && taken < steps; taken++) {
    run = await step(addon, run);
    checkpoint = Math.max(checkpoint, addon.property(`run/${run.id}`)?.length ?? 0);
  }
  if (steps === Infinity && (run.state !== 'done' || run.doneRows !== rows)) throw new Error(JSON.stringify(run));
  const sends = addon.standin.charges.requests('getUserData');
  if (sends.some(({ status }) => status === 429)) throw new Error('the API had to say 429');
  const lastMs = Math.max(...sends.map(({ atMs }) => atMs));
  const made = {
    pace: perMinute(sends.length, lastMs - beganMs),
    calls: callsPerThousand(addon.emulator, run.doneRows),
    checkpoint,
    properties: propertiesOf(addon),
  };
  await addon.close();
  return made;
}

/** One after the other, one setValue a cell, for as long as Google lets it. */
async function todaysLoop(kind: KeyKind, latencyMs: number): Promise<Pick<Enriched, 'pace' | 'calls'>> {
  const today = await todaysWay({ kind, standin: { latencyMs } });
  const sheet = today.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...ordinaryHandles(today.standin, 1000).map((handle) => [handle])]);
  const tookMs = await clicked(today, 'fillFollowers');
  const rows = today.standin.charges.total();
  const made = { pace: perMinute(rows, tookMs), calls: callsPerThousand(today.emulator, rows) };
  await today.close();
  return made;
}

const SAMPLES: readonly [kind: KeyKind, latencyMs: number, rows: number][] = [
  ['organization', 300, 2375],
  ['organization', 1200, 2375],
  ['trial', 300, 150],
  ['trial', 1200, 150],
];

export async function pace(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kind, latencyMs, count] of SAMPLES)
    rows.push({
      what: `profiles by a run, ${kind} key, ${latencyMs} ms`,
      unit: 'a minute',
      ours: (await enriched(kind, latencyMs, count)).pace,
      limit: MOST_A_MINUTE[kind],
      today: (await todaysLoop(kind, latencyMs)).pace,
      source: `${API_LIMIT}; ${count} rows, no 429`,
    });
  return rows;
}

/** A step's calls at each size of the sheet; the largest is not run to its end. */
const SIZES = [100, 1000, 10_000, 100_000] as const;
const AT_SIZES = `at ${SIZES.map((size) => size.toLocaleString('en-US')).join(' / ')} rows`;

const joined = (values: readonly number[]): string =>
  values.map((each) => Math.round(each).toLocaleString('en-US')).join(' / ');

export async function growth(): Promise<Row[]> {
  const sizes: Enriched[] = [];
  for (const size of SIZES) sizes.push(await enriched('organization', 300, size, size > 10_000 ? 2 : Infinity));
  const today = await todaysLoop('organization', 300);
  return [
    ...SERVICE_NAMES.map((name) => ({
      what: `${name} calls of a run per 1,000 rows`,
      unit: AT_SIZES,
      ours: joined(sizes.map(({ calls }) => calls[name])),
      limit: 'flat',
      today: today.calls[name],
      source: 'of 100,000 rows the first two steps',
    })),
    {
      what: "a run's checkpoint",
      unit: `characters ${AT_SIZES}`,
      ours: joined(sizes.map(({ checkpoint }) => checkpoint)),
      limit: 9216,
      today: '',
      source: 'Google, 9 KB a property; must be flat',
    },
    {
      what: 'all document properties after it',
      unit: `characters ${AT_SIZES}`,
      ours: joined(sizes.map(({ properties }) => properties)),
      limit: 500_000,
      today: 0,
      source: 'Google, 500 KB a store; answers go to the data tab, a receipt of some 13 characters stays of each',
    },
  ];
}

const PAGES = 150;

export async function searchPages(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const latencyMs of [300, 1200]) {
    const addon = await benched('organization', latencyMs);
    const search = { platform: 'instagram', filters: {} } as const;
    const kept = { sheetId: null, known: 'skip' as const, pictures: false, picks: [], again: false, cap: null };
    let run = await value(addon, 'startSearch', { ...search, from: 1, to: PAGES, ...kept });
    const beganMs = addon.emulator.clock.now();
    while (run.state === 'running') run = await value(addon, 'stepRun', { id: run.id, resume: false, cap: null });
    if (run.written < PAGES * 19) throw new Error(JSON.stringify(run));
    const tookMs = addon.emulator.clock.now() - beganMs;
    const today = await todaysWay({ standin: { latencyMs } });
    const loopMs = await clicked(today, 'fillSearch');
    rows.push({
      what: `search pages into a sheet, ${latencyMs} ms`,
      unit: 'a minute',
      ours: perMinute(PAGES, tookMs),
      limit: MOST_A_MINUTE.organization,
      today: perMinute(today.standin.charges.total(), loopMs),
      source: `${API_LIMIT}; ${PAGES} pages, until all are written`,
    });
    await addon.close();
    await today.close();
  }
  return rows;
}
