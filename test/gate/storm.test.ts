import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddon, type Addon, type FormulaCall } from '../setup/addon';
import { column, ordinaryHandles, tally } from '../setup/creators';

const HOUR_MS = 3_600_000;
const burstRefusals = (addon: Addon): number =>
  addon.standin.charges.requests().filter(({ status }) => status === 429).length;

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon();
});
afterEach(() => addon.close());

describe('a sheet that calculates everything at once', () => {
  test('40 single cells over 20 creators pay 20 times, whatever Sheets repeats', async () => {
    const handles = ordinaryHandles(addon.standin, 20);
    const cells = Array.from({ length: 40 }, (_, index): FormulaCall => [
      'INFLU_ENGAGEMENT',
      'instagram',
      handles[index % 20],
    ]);
    const report: string[] = [];
    async function calculate(what: string): Promise<Record<string, number>> {
      const startMs = addon.emulator.clock.now();
      const counts = tally(await addon.shownAll(cells));
      report.push(
        `${what}: ${((addon.emulator.clock.now() - startMs) / 1000).toFixed(1)} s, ${JSON.stringify(counts)}`,
      );
      return counts;
    }

    const startMs = addon.emulator.clock.now();
    let rounds = 1;
    for (let counts = await calculate('round 1'); counts['number'] !== 40; rounds++) {
      // Nothing but values and "pending" may show on the way.
      expect((counts['number'] ?? 0) + (counts['pending'] ?? 0)).toBe(40);
      expect(rounds).toBeLessThan(10);
      counts = await calculate(`round ${rounds + 1}`);
    }
    const minutes = (addon.emulator.clock.now() - startMs) / 60_000;
    expect(addon.charged()).toBe(20);
    expect(20 / minutes).toBeGreaterThanOrEqual(100);

    const knownMs = addon.emulator.clock.now();
    expect(await calculate('known')).toEqual({ number: 40 });
    expect(addon.emulator.clock.now() - knownMs).toBeLessThan(10_000);

    addon.forgetCache();
    addon.emulator.clock.advance(7 * HOUR_MS);
    expect(await calculate('7 hours later, cache forgotten')).toEqual({ number: 40 });
    expect(addon.charged()).toBe(20);
    expect(burstRefusals(addon)).toBe(0);
    console.log(report.join('\n'));
  });

  // That 2,000 fit: test/store/durable-answers.test.ts.
  test('250 creators are still known when the cache has forgotten them, with their weekly timelines', async () => {
    const handles = ordinaryHandles(addon.standin, 250);
    const fields = 'followers, engagement, country, bio, lastRefreshDate';
    const asked = (): Promise<unknown> => addon.shown('INFLU_PROFILE', 'instagram', column(handles), fields);
    let table: unknown[][] = [];
    for (let round = 0; round < 4; round++) {
      table = (await asked()) as unknown[][];
      if (!table.some(([first]) => first === 'pending')) break;
    }
    expect(addon.charged()).toBe(250);
    const newest = await addon.shown('INFLU_TIMELINE', 'instagram', handles[0]);

    addon.forgetCache();
    addon.emulator.clock.advance(7 * HOUR_MS);
    const later = (await asked()) as unknown[][];
    expect(later.map(([followers, engagement, country]) => [followers, engagement, country])).toEqual(
      table.map(([followers, engagement, country]) => [followers, engagement, country]),
    );
    const weeks: number[] = [];
    for (const handle of [handles[0], handles[124], handles[249]]) {
      const rows = (await addon.shown('INFLU_TIMELINE', 'instagram', handle)) as unknown[][];
      weeks.push(rows.length);
      expect(rows.length).toBeGreaterThanOrEqual(20);
    }
    const kept = (await addon.shown('INFLU_TIMELINE', 'instagram', handles[0])) as unknown[][];
    expect(kept[kept.length - 1]).toEqual((newest as unknown[][])[(newest as unknown[][]).length - 1]);
    expect(addon.charged()).toBe(250);
    console.log(`weekly points kept of three creators: ${weeks.join(', ')}`);
  });

  test('a detail that only the cache held is not bought again: the cell says so', async () => {
    const handles = ordinaryHandles(addon.standin, 3);
    const ask = (): Promise<unknown> => addon.shown('INFLU_PROFILE', 'instagram', column(handles), 'totalViews');
    await ask();
    addon.forgetCache();
    addon.emulator.clock.advance(7 * HOUR_MS);
    const said = handles.map(() => [
      'Paid on 23 Nov; details no longer stored. Enrich the row to get them (1 request).',
    ]);
    expect(await ask()).toEqual(said);
    expect(addon.charged()).toBe(3);
  });

  test('so is a text that was too long to keep; one that was never there stays blank', async () => {
    const [handle] = ordinaryHandles(addon.standin, 1);
    const ask = (): Promise<unknown> => addon.shown('INFLU_PROFILE', 'instagram', handle, 'pictureUrl, email');
    const [[picture, email]] = (await ask()) as [[string, string]];
    expect(picture.length).toBeGreaterThan(160);
    addon.forgetCache();
    expect(await ask()).toEqual([
      ['Paid on 23 Nov; details no longer stored. Enrich the row to get them (1 request).', email],
    ]);
    expect(addon.charged()).toBe(1);
  });

  test('what one cell is refused, another that waits for it says too, and asks nothing itself', async () => {
    const [handle] = ordinaryHandles(addon.standin, 1);
    const fault = addon.standin.faults.add({ endpoint: 'getUserData', status: 400, latencyMs: 2_000 });
    const cell: FormulaCall = ['INFLU_ENGAGEMENT', 'instagram', handle];
    const [first, second] = await addon.shownAll([cell, cell]);
    expect(first).toMatch(/influData didn't accept/);
    expect(second).toBe(first);
    expect(fault.hits()).toBe(1);
  });

  test('a fresh answer costs one cache read and no property or lock call', async () => {
    const [handle] = ordinaryHandles(addon.standin, 1);
    await addon.cell('INFLU_ENGAGEMENT', 'instagram', handle);
    for (const name of ['INFLU_ENGAGEMENT', 'INFLU_FOLLOWERS']) {
      const { execution } = await addon.cell(name, 'instagram', handle);
      expect(execution.calls).toEqual({ 'CacheService.getAll': 1 });
    }
  });

  test("a paid batch makes at most 6 property calls, with the spreadsheet's key or the owner's", async () => {
    const [first, second] = [ordinaryHandles(addon.standin, 50), ordinaryHandles(addon.standin, 100).slice(50)];
    const propertyCalls = async (handles: string[]): Promise<number> => {
      const { execution } = await addon.cell('INFLU_ENGAGEMENT', 'instagram', column(handles));
      return Object.entries(execution.calls).reduce(
        (sum, [name, count]) => (name.startsWith('Properties') ? sum + count : sum),
        0,
      );
    };
    expect(await propertyCalls(first)).toBeLessThanOrEqual(6);
    const documentProperties = addon.emulator.stores.properties('document');
    const owner = addon.emulator.stores.properties('user', addon.emulator.users.owner);
    for (const name of ['INFLUDATA_API_KEY', 'INFLUDATA_CLIENT_ID']) {
      owner.set(name, documentProperties.all()[name] ?? '');
      documentProperties.delete(name);
    }
    expect(await propertyCalls(second)).toBeLessThanOrEqual(6);
    expect(addon.charged()).toBe(100);
  });
});
