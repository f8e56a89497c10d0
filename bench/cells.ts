import { column, ordinaryHandles } from '../test/setup/creators';
import {
  benched,
  callsPerThousand,
  MOST_A_MINUTE,
  perMinute,
  SERVICE_NAMES,
  type Calls,
  type KeyKind,
} from './measure';
import type { Row } from './row';
import { todaysWay } from './todays-way';

const ROUNDS = 60;
const AGAIN_MS = 5000;

interface Filled {
  tookMs: number;
  calls: Calls;
  /** Cells that showed something else on the way. */
  unfinished: number;
}

/** Single cells, 30 at once, those that wait calculated again at once; or one range, the whole of it. */
export async function filled(kind: KeyKind, latencyMs: number, count: number, isRange = false): Promise<Filled> {
  const addon = await benched(kind, latencyMs, 24_000);
  const handles = ordinaryHandles(addon.standin, count);
  const startMs = addon.emulator.clock.now();
  const calculate = async (left: readonly string[]): Promise<unknown[]> => {
    if (!isRange) return addon.shownAll(left.map((handle) => ['INFLU_ENGAGEMENT', 'instagram', handle]));
    const shown = await addon.shown('INFLU_ENGAGEMENT', 'instagram', column(handles));
    return Array.isArray(shown) ? shown.flat() : handles.map(() => shown);
  };
  let left = handles;
  let unfinished = 0;
  for (let round = 0; left.length > 0; round++) {
    const before = left.length;
    const shown = await calculate(left);
    if (round > ROUNDS) throw new Error(`${left.length} cells do not come to an end: ${String(shown[0])}`);
    left = (isRange ? handles : left).filter((_, index) => typeof shown[index] !== 'number');
    unfinished += left.length;
    // Its turn is farther off than a formula waits for: somebody recalculates a little later.
    if (left.length === before) addon.emulator.clock.advance(AGAIN_MS);
  }
  if (addon.charged() !== count) throw new Error(`${addon.charged()} charged for ${count} cells`);
  const made = {
    tookMs: addon.emulator.clock.now() - startMs,
    calls: callsPerThousand(addon.emulator, count),
    unfinished,
  };
  await addon.close();
  return made;
}

/** Recalculated as often as a person would; on a slow key the calls of all cells keep each other out for good. */
const TODAYS_ROUNDS = 4;

async function todays(kind: KeyKind, latencyMs: number, count: number): Promise<Filled & { done: number }> {
  const { emulator, standin, close } = await todaysWay({ kind, standin: { latencyMs } });
  const startMs = emulator.clock.now();
  let left = ordinaryHandles(standin, count);
  let unfinished = 0;
  for (let round = 0; left.length > 0 && round < TODAYS_ROUNDS; round++) {
    const shown = await emulator.cells(left.map((handle) => ({ name: 'FOLLOWERS', args: [handle] })));
    left = left.filter((_, index) => shown[index]?.error !== undefined);
    unfinished += left.length;
  }
  const tookMs = emulator.clock.now() - startMs;
  await close();
  return { tookMs, calls: callsPerThousand(emulator, count), unfinished, done: count - left.length };
}

const SAMPLES: readonly [kind: KeyKind, latencyMs: number, cells: number][] = [
  ['organization', 300, 1000],
  ['organization', 1200, 1000],
  ['trial', 300, 120],
  ['trial', 1200, 120],
];

/** The least time: a second's worth at once, then the rest at the rate a second allows. */
const leastSeconds = (kind: KeyKind, count: number): number => count / (kind === 'trial' ? 2 : 25);

export async function cells(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kind, latencyMs, count] of SAMPLES) {
    const [ours, today] = [await filled(kind, latencyMs, count), await todays(kind, latencyMs, count)];
    const conditions = `${kind} key, ${latencyMs} ms`;
    rows.push(
      {
        what: `profiles by single cells, ${conditions}`,
        unit: 'a minute',
        ours: perMinute(count, ours.tookMs),
        limit: MOST_A_MINUTE[kind],
        today: perMinute(today.done, today.tookMs),
        source: `the API, requests a minute; ${count} cells, 30 at once; the first minute may hold more`,
      },
      {
        what: `${count} single cells complete, ${conditions}`,
        unit: 's',
        ours: ours.tookMs / 1000,
        limit: leastSeconds(kind, count),
        today:
          today.done === count ? today.tookMs / 1000 : `never, ${today.done} after ${Math.round(today.tookMs / 1000)}`,
        source: `the API, requests a second; cells that were calculated again: ${ours.unfinished}, today ${today.unfinished}`,
      },
    );
    if (kind === 'trial') continue;
    const range = await filled(kind, latencyMs, count, true);
    rows.push({
      what: `a range of ${count} rows complete, ${conditions}`,
      unit: 's',
      ours: range.tookMs / 1000,
      limit: leastSeconds(kind, count),
      today: '',
      source: 'the API, requests a second; calculated anew as soon as it shows pending',
    });
    if (latencyMs > 300) continue;
    for (const name of SERVICE_NAMES)
      rows.push({
        what: `${name} calls per 1,000 cells, single / as a range`,
        unit: 'calls',
        ours: `${ours.calls[name].toFixed(0)} / ${range.calls[name].toFixed(0)}`,
        limit: '',
        today: today.calls[name],
        source: '',
      });
  }
  return rows;
}
