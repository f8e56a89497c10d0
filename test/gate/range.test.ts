import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { column, ordinaryHandles, tally } from '../setup/creators';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon();
});
afterEach(() => addon.close());

const thousandRows = (handles: readonly string[]): string[][] =>
  column(Array.from({ length: 1000 }, (_, row) => handles[row % handles.length] ?? ''));

test('a range of 1,000 rows over 400 creators pays 400, in one batch', async () => {
  const { value, execution } = await addon.cell(
    'INFLU_ENGAGEMENT',
    'instagram',
    thousandRows(ordinaryHandles(addon.standin, 400)),
  );
  expect(tally((value as unknown[][]).flat())).toEqual({ number: 1000 });
  expect(addon.charged()).toBe(400);
  // One decision and one settlement, for all of them.
  expect(execution.calls['LockService.tryLock']).toBe(2);
  expect(execution.calls['PropertiesService.setProperties']).toBe(2);
  expect(execution.endedAtMs - execution.startedAtMs).toBeLessThan(20_000);
});

test('where 20 s are enough for some, the rest is pending, and the next calculation pays only for those', async () => {
  addon.standin.latencyMs = 4_000;
  const range = thousandRows(ordinaryHandles(addon.standin, 400));
  const { value, execution } = await addon.cell('INFLU_ENGAGEMENT', 'instagram', range);
  const paid = addon.charged();
  expect(paid).toBeGreaterThan(50);
  expect(paid).toBeLessThan(400);
  expect(execution.endedAtMs - execution.startedAtMs).toBeLessThan(25_000);
  expect(Object.keys(tally((value as unknown[][]).flat())).sort()).toEqual(['number', 'pending']);

  addon.standin.latencyMs = 300;
  addon.emulator.clock.advance(60_000);
  const again = (await addon.shown('INFLU_ENGAGEMENT', 'instagram', range)) as unknown[][];
  expect(tally(again.flat())).toEqual({ number: 1000 });
  expect(addon.charged()).toBe(400);
});

test('12 cells at once with one creator and a slow API: one fetches, the others wait for its answer', async () => {
  addon.standin.latencyMs = 3_000;
  const [handle] = ordinaryHandles(addon.standin, 1);
  const shown = await addon.shownAll(
    Array.from({ length: 12 }, () => ['INFLU_ENGAGEMENT', 'instagram', handle] as const),
  );
  expect(tally(shown)).toEqual({ number: 12 });
  expect(addon.charged()).toBe(1);
});

test('two ranges at once that share creators pay for each once', async () => {
  const handles = ordinaryHandles(addon.standin, 60);
  const ranges = [handles.slice(0, 40), handles.slice(20)];
  await addon.shownAll(ranges.map((range) => ['INFLU_ENGAGEMENT', 'instagram', column(range)] as const));
  await addon.shownAll(ranges.map((range) => ['INFLU_ENGAGEMENT', 'instagram', column(range)] as const));
  expect(addon.charged()).toBe(60);
});
