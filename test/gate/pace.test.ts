import { afterEach, describe, expect, test } from 'vitest';
import { DEMO_TRIAL_CLIENT_ID, DEMO_TRIAL_KEY } from '../../dev/standin/standin';
import { createAddon, type Addon } from '../setup/addon';
import { column, ordinaryHandles } from '../setup/creators';

/** Longer than the window of a minute, which begins full. */
const MINUTES = 1.5;
/** Between two calculations of one range: nobody recalculates without a breath. */
const PAUSE_MS = 2_000;

let addon: Addon;
afterEach(() => addon.close());

/** What is asked: the free status where thousands are wanted (the pace is the same, its answers are small), else profiles. */
const FORMULA = { organization: 'INFLU_STATUS', trial: 'INFLU_GROWTH' } as const;

/** Ranges are calculated one after the other by each of `lanes`, until the time is up. Returns requests a minute. */
async function steadyDemand(kind: 'trial' | 'organization', lanes: number): Promise<number> {
  addon = await createAddon();
  addon.setSettings({ maxFormulaRequestsPerDay: 100_000, maxRequestsPerDay: 100_000 });
  if (kind === 'trial') {
    addon.standin.keys.setBalance(DEMO_TRIAL_KEY, 100_000);
    addon.setProperty('INFLUDATA_API_KEY', DEMO_TRIAL_KEY);
    addon.setProperty('INFLUDATA_CLIENT_ID', DEMO_TRIAL_CLIENT_ID);
  }
  const wanted = kind === 'trial' ? 120 : 1800;
  const handles = ordinaryHandles(addon.standin, wanted);
  const endMs = addon.emulator.clock.now() + MINUTES * 60_000;
  let next = 0;
  const size = kind === 'trial' ? 40 : 400;
  async function lane(): Promise<void> {
    let range: string[] = [];
    while (addon.emulator.clock.now() < endMs && (range.length > 0 || next < handles.length)) {
      if (range.length === 0) range = handles.slice(next, (next += size));
      const args = ['instagram', column(range)];
      const { value } = await addon.emulator.run({
        name: FORMULA[kind],
        args,
        mode: 'CUSTOM_FUNCTION',
        startAtMs: addon.emulator.clock.now() + PAUSE_MS,
      });
      const shown = value as unknown[][];
      range = range.filter((_, row) => shown[row]?.[0] === 'pending');
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  const inTime = addon.standin.charges.requests().filter(({ atMs }) => atMs <= endMs);
  return inTime.length / MINUTES;
}

const refusals = (): number => addon.standin.charges.requests().filter(({ status }) => status === 429).length;

describe('steady demand in whole ranges for minutes, at 300 ms latency', () => {
  for (const lanes of [1, 4])
    for (const [kind, atLeast] of [
      ['organization', 980],
      ['trial', 60],
    ] as const)
      test(`${kind} key, ${lanes} at once: at least ${atLeast} requests a minute and no 429`, async () => {
        const aMinute = await steadyDemand(kind, lanes);
        console.log(`${kind} key, ${lanes} at once: ${aMinute.toFixed(0)} requests a minute`);
        expect(aMinute).toBeGreaterThanOrEqual(atLeast);
        expect(refusals()).toBe(0);
      });
});

test('a 429 that is not ours halves the pace for a minute, and the answer still comes', async () => {
  addon = await createAddon();
  addon.standin.faults.add({ endpoint: 'getUserData', status: 429, times: 1 });
  const [first, ...others] = ordinaryHandles(addon.standin, 101);
  expect(typeof (await addon.shown('INFLU_GROWTH', 'instagram', first))).toBe('number');
  const fromMs = addon.emulator.clock.now();
  await addon.shown('INFLU_GROWTH', 'instagram', column(others));
  const sent = addon.standin.charges.requests('getUserData').filter(({ atMs }) => atMs > fromMs);
  const fullest = Math.max(
    ...sent.map(({ atMs }) => sent.filter((other) => other.atMs >= atMs && other.atMs < atMs + 1000).length),
  );
  expect(fullest).toBe(12);
});
