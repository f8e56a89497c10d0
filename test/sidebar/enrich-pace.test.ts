import { expect, test } from 'vitest';
import { createAddon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { columnOf, started, step } from './enrich';

/** Three batches: longer than the window of a minute. */
const ROWS = 1_150;
const MINUTE_MS = 60_000;

test('a long run keeps 95 % of the 1,000 a minute at 300 ms latency, without a 429; calls to the sheet grow with steps', async () => {
  const addon = await createAddon({ account: 'workspace' });
  addon.standin.latencyMs = 300;
  addon.setSettings({ maxRequestsPerRun: 10_000, maxRequestsPerDay: 10_000 });
  const handles = ordinaryHandles(addon.standin, ROWS);
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...handles.map((handle) => [handle])]);
  sheet.select('A:A');
  let run = await started(addon, { fields: ['followers', 'engagement', 'country', 'bio', 'lastRefreshDate'] });
  const beganMs = addon.emulator.clock.now();
  addon.emulator.counts.reset();
  let steps = 0;
  while (run.state === 'running') {
    run = await step(addon, run);
    steps += 1;
    expect(addon.property(`run/${run.id}`)?.length ?? 0).toBeLessThan(9_000);
  }
  expect(run).toMatchObject({ state: 'done', doneRows: ROWS, used: ROWS });
  expect(new Set(columnOf(addon, 'influData status'))).toEqual(new Set(['done']));

  const sends = addon.standin.charges.requests('getUserData');
  expect(sends.filter(({ status }) => status === 429)).toEqual([]);
  const minutes = (Math.max(...sends.map(({ atMs }) => atMs)) - beganMs) / MINUTE_MS;
  // The first minute may hold a full window more than the clock says: the pace is what the rest keeps.
  expect(ROWS / minutes).toBeGreaterThanOrEqual(950);

  const batches = Math.ceil(ROWS / 475);
  const { counts } = addon.emulator;
  // Six reads and three writes a batch: what waits, what is written over, where things stand before and after the write,
  // and the headers of the data tab. The last look reads four columns.
  expect(steps).toBeLessThanOrEqual(batches + 1);
  expect(counts.of('SpreadsheetApp', 'Range.getValues')).toBeLessThanOrEqual(6 * batches + 4);
  expect(counts.of('SpreadsheetApp', 'Range.setValues')).toBeLessThanOrEqual(3 * batches + 1);
  expect(counts.of('SpreadsheetApp', 'Range.getFormulas')).toBeLessThanOrEqual(batches);
  await addon.close();
});
