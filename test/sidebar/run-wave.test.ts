import { afterEach, expect, test } from 'vitest';
import type { RunView } from '../../src/sidebar/run-calls';
import { isCapped } from '../../src/client/run/run-text';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { expectLedgerToAgree, expectRunToAgree } from '../setup/ledger';
import { columnOf, driven, started, step } from './enrich';
import { value } from './page';

let addon: Addon;
const ROWS = 75;
const WAVE = 25;
afterEach(() => addon.close());

const sent = (): number => addon.standin.charges.requests('getUserData').length;

test.each([
  { when: 'while a wave is under way', method: 'fetchAll', latencyMs: 800, underWay: WAVE, unconfirmed: WAVE },
  { when: 'between two waves', method: 'sleep', latencyMs: 100, underWay: 0, unconfirmed: WAVE },
  // The click takes its time too, so that the wave that did not leave is off the books by then.
  { when: 'and properties are slow', method: 'sleep', latencyMs: 100, underWay: 0, unconfirmed: 0, propertyMs: 180 },
])(
  'paused $when, no other leaves, and the card says at once what is under way',
  async ({ method, latencyMs, underWay, unconfirmed, propertyMs }) => {
    addon = await createAddon(propertyMs === undefined ? {} : { propertyMs: () => propertyMs });
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
    expect(paused).toMatchObject({ state: 'stopped', used: before, unconfirmed, underWay });
    expect(stepped).toMatchObject({ state: 'stopped', used: all, unconfirmed: 0, underWay: 0, doneRows: all });
    expect([sent(), addon.charged()]).toEqual([all, all]);
    expect(columnOf(addon, 'influData status').filter((status) => status === 'done')).toHaveLength(all);

    expect(await driven(addon, run, { resume: true })).toMatchObject({ state: 'done', used: ROWS, unconfirmed: 0 });
    expect(addon.charged()).toBe(ROWS);
    expectLedgerToAgree(addon);
  },
);

test.each([
  { properties: 'slow', latencyMs: 300, propertyMs: () => 250, spacingMs: 1_100 },
  { properties: 'now quick, now slow', latencyMs: 300, propertyMs: uneven(60, 300), spacingMs: 1_100 },
  { properties: 'quick and influData slow', latencyMs: 1_000, propertyMs: () => 80, spacingMs: 1_250 },
])('where properties are $properties, waves leave one after the other all the same', async (given) => {
  const { latencyMs, propertyMs, spacingMs } = given;
  addon = await createAddon({ propertyMs });
  addon.standin.latencyMs = latencyMs;
  const rows = 125;
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...ordinaryHandles(addon.standin, rows).map((handle) => [handle])]);
  sheet.select('A:A');
  expect(await driven(addon, await started(addon))).toMatchObject({ state: 'done', used: rows });
  const sends = addon.standin.charges.requests('getUserData');
  expect(sends.every(({ status }) => status !== 429)).toBe(true);
  const leftMs = [...new Set(sends.map(({ atMs }) => atMs))].sort((left, right) => left - right);
  // How long a wave takes is not known before the first, so the second may miss its turn.
  const spanMs = (leftMs.at(-1) ?? 0) - (leftMs[1] ?? 0);
  expect(leftMs.length).toBeLessThanOrEqual(rows / WAVE + 1);
  expect(spanMs / (leftMs.length - 2)).toBeLessThanOrEqual(spacingMs);
});

/** From `least` to `most` by turns that look like chance. */
function uneven(least: number, most: number): () => number {
  let turn = 0;
  return () => least + ((turn++ * 7) % 11) * ((most - least) / 10);
}

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

test('the price as cap, and all calls lost: the page asks for a larger cap where the server would refuse', async () => {
  addon = await createAddon();
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...ordinaryHandles(addon.standin, 10).map((handle) => [handle])]);
  sheet.select('A:A');
  const outage = addon.standin.faults.add({ endpoint: 'getUserData', lost: 'after-charge' });
  const stopped = await driven(addon, await started(addon, { cap: 10 }));
  expect(stopped).toMatchObject({ state: 'stopped', used: 0, unconfirmed: 10 });
  expect(isCapped(stopped)).toBe(true);
  outage.remove();
  const refused = await driven(addon, stopped, { resume: true });
  expect(refused).toMatchObject({ state: 'stopped', reason: { code: 'runCap' } });
  expect(await driven(addon, refused, { resume: true, cap: 20 })).toMatchObject({ state: 'done', used: 10 });
  expectLedgerToAgree(addon);
});
