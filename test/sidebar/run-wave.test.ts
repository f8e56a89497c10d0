import { afterEach, expect, test } from 'vitest';
import type { RunView } from '../../src/sidebar/run-calls';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { expectLedgerToAgree, expectRunToAgree } from '../setup/ledger';
import { columnOf, driven, started, step } from './enrich';
import { value } from './page';

let addon: Addon;
const ROWS = 120;
const WAVE = 25;
afterEach(() => addon.close());

const sent = (): number => addon.standin.charges.requests('getUserData').length;

test.each([
  { when: 'while a wave is under way', method: 'fetchAll', latencyMs: 800, underWay: WAVE },
  { when: 'between two waves', method: 'sleep', latencyMs: 100, underWay: 0 },
])(
  'paused $when, no other leaves, and the card says at once what is under way',
  async ({ method, latencyMs, underWay }) => {
    addon = await createAddon();
    addon.standin.latencyMs = latencyMs;
    const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
    sheet.set('A1', [['username'], ...ordinaryHandles(addon.standin, ROWS).map((handle) => [handle])]);
    sheet.select('A:A');
    const run = await started(addon);
    // In an execution of its own, in the middle of the step.
    let clicked: Promise<RunView> | undefined;
    let before = 0;
    addon.emulator.faults.intercept = (call) => {
      if (clicked || call.phase !== 'before' || call.method !== method || sent() === 0) return;
      before = sent();
      clicked = value(addon, 'pauseRun', { id: run.id });
    };
    const stepped = await step(addon, run);
    delete addon.emulator.faults.intercept;
    const all = before + underWay;
    const paused = await clicked;
    expect(paused).toMatchObject({ state: 'stopped', used: before, unconfirmed: WAVE, underWay });
    expect(stepped).toMatchObject({ state: 'stopped', used: all, unconfirmed: 0, underWay: 0, doneRows: all });
    expect([sent(), addon.charged()]).toEqual([all, all]);
    expect(columnOf(addon, 'influData status').filter((status) => status === 'done')).toHaveLength(all);

    expect(await driven(addon, run, { resume: true })).toMatchObject({ state: 'done', used: ROWS, unconfirmed: 0 });
    expect(addon.charged()).toBe(ROWS);
    expectLedgerToAgree(addon);
  },
);

test('influData stopped: what was lost stands apart from what was used, and goes on doing so', async () => {
  addon = await createAddon();
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...ordinaryHandles(addon.standin, 10).map((handle) => [handle])]);
  sheet.select('A:A');
  const outage = addon.standin.faults.add({ endpoint: 'getUserData', lost: 'before-charge' });
  const stopped = await driven(addon, await started(addon, { cap: 200 }));
  expect(stopped).toMatchObject({ state: 'stopped', used: 0 });
  expect(stopped.unconfirmed).toBeGreaterThanOrEqual(10);
  outage.remove();
  const done = await driven(addon, stopped, { resume: true });
  expect(done).toMatchObject({ state: 'done', used: 10, unconfirmed: stopped.unconfirmed });
  expect(addon.charged()).toBe(10);
  expectRunToAgree(done, addon.charged());
});
