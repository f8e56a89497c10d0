import { describe, expect, test } from 'vitest';
import type { SearchView } from '../../src/sidebar/find-calls';
import { createAddon, type Addon } from '../setup/addon';
import { callsOf, killAt, killPoints } from '../setup/kill';
import { expectRunToAgree } from '../setup/ledger';
import { momentOf, type Moment } from '../setup/moment';
import { reply, value } from './page';

const PAGES = 6;
const MINUTE_MS = 60_000;

const OPTIONS = { standin: { creators: 2000 } };

async function planned(): Promise<{ addon: Addon; id: string; sheet: string }> {
  const addon = await createAddon(OPTIONS);
  await value(addon, 'search', { platform: 'instagram', filters: {}, again: false });
  const { id, sheet } = await value(addon, 'startSearch', {
    platform: 'instagram',
    filters: {},
    from: 1,
    to: PAGES,
    sheetId: null,
    known: 'skip',
    pictures: false,
    picks: [],
    again: false,
    cap: null,
  });
  return { addon, id, sheet };
}

const step = (addon: Addon, id: string, resume: boolean) =>
  addon.emulator.serve('influSidebar', ['stepRun', { id, resume, cap: null }]);

/** Without the times, which differ. */
const rowsOf = (addon: Addon, sheet: string): unknown[][] =>
  addon.emulator.spreadsheet
    .sheet(sheet)
    .values()
    .map((row) => row.map((cell) => (cell instanceof Date ? 'a time' : cell)));

async function undisturbed(): Promise<{ plan: Moment; id: string; sheet: string; calls: string[]; rows: unknown[][] }> {
  const { addon, id, sheet } = await planned();
  const plan = momentOf(addon, OPTIONS);
  const calls = await callsOf(addon, () => step(addon, id, false));
  const rows = rowsOf(addon, sheet);
  await addon.close();
  return { plan, id, sheet, calls, rows };
}

const { plan, id, sheet, calls, rows } = await undisturbed();
const points = killPoints(calls, /fetchAll|set|put|insert|append|flush|Lock|remove|add/);

test('an undisturbed step writes all pages', () => {
  expect(rows).toHaveLength(1 + PAGES * 20);
});

describe('stopped dead at any point and resumed', () => {
  test.each(points)(
    '$phase call $index, $call: the same sheet, only what was in flight is paid again',
    async (point) => {
      const addon = await plan.again();
      const inFlight = killAt(addon, point, 'search');
      let ended: SearchView | undefined;
      await step(addon, id, false);
      expect(inFlight()).toBeDefined();
      delete addon.emulator.faults.intercept;
      // The sidebar was closed; whoever opens it is offered to resume, or the run had come to its end.
      addon.emulator.clock.advance(7 * MINUTE_MS);
      const { search: run } = (await value(addon, 'open', {})).runs;
      for (let round = 0; round < (run ? 4 : 0); round++) {
        const answer = await reply(addon, 'stepRun', { id, resume: true, cap: null });
        if (answer.ok) ended = answer.value as SearchView;
        if (ended?.state === 'done') break;
      }
      expect(rowsOf(addon, sheet)).toEqual(rows);
      if (run) expect(ended).toMatchObject({ written: PAGES * 20, skipped: 0, donePages: PAGES });
      if (run && ended) expectRunToAgree(ended, addon.charged() - 1);
      expect(addon.charged()).toBe(PAGES + (inFlight() ?? 0));
      expect((await value(addon, 'open', {})).runs.search).toBeUndefined();
      await addon.close();
    },
  );
});
