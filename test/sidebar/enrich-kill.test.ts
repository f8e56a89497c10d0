import { describe, expect, test } from 'vitest';
import type { EnrichView } from '../../src/sidebar/enrich-calls';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { callsOf, killAt, killPoints } from '../setup/kill';
import { expectRunToAgree } from '../setup/ledger';
import { momentOf, type Moment } from '../setup/moment';
import { enriched, started } from './enrich';
import { reply, value } from './page';

const CREATORS = 26; // two waves at 25 a second
/** Rows of an earlier run in the same status column. */
const EARLIER = 3;
const MINUTE_MS = 60_000;

const OPTIONS = { standin: { creators: 2000 } };

async function planned(): Promise<{ addon: Addon; run: EnrichView }> {
  const addon = await createAddon(OPTIONS);
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  const handles = ordinaryHandles(addon.standin, CREATORS + EARLIER);
  const unreadable = 'two words';
  sheet.set('A1', [['username'], ...[...handles, unreadable].map((handle) => [handle])]);
  sheet.select(`A1:A${EARLIER + 1}`);
  await enriched(addon);
  sheet.select(`A${EARLIER + 2}:A${CREATORS + EARLIER + 2}`);
  return { addon, run: await started(addon, { mode: 'overwrite' }) };
}

const step = (addon: Addon, { id }: EnrichView) =>
  addon.emulator.serve('influSidebar', ['stepRun', { id, resume: true, cap: null }]);

/** Without the times, which differ. */
const rowsOf = (addon: Addon): unknown[][] =>
  addon.emulator.spreadsheet
    .sheet('Sheet1')
    .values()
    .map((row) => row.map((cell) => (cell instanceof Date ? 'a time' : cell)));

const COUNTS = { done: CREATORS, unreadable: 1 };

async function undisturbed(): Promise<{ plan: Moment; run: EnrichView; calls: string[]; rows: unknown[][] }> {
  const { addon, run } = await planned();
  const plan = momentOf(addon, OPTIONS);
  const calls = await callsOf(addon, () => step(addon, run));
  const rows = rowsOf(addon);
  await addon.close();
  return { plan, run, calls, rows };
}

const { plan, run, calls, rows } = await undisturbed();
const points = killPoints(calls, /fetchAll|set|put|insert|flush|Lock|remove|add/);

test('an undisturbed step fills all rows', () => {
  expect(rows.slice(1).filter((row) => row[4] === 'done')).toHaveLength(EARLIER + CREATORS);
});

describe('stopped dead at any point and resumed', () => {
  test.each(points)(
    '$phase call $index, $call: the same sheet, only what was in flight is paid again',
    async (point) => {
      const addon = await plan.again();
      const inFlight = killAt(addon, point, 'profile');
      let ended: EnrichView | undefined;
      await step(addon, run);
      expect(inFlight()).toBeDefined();
      const isSettled = /^SpreadsheetApp\.(?!.*get)/.test(point.call) && addon.charged() > EARLIER;
      delete addon.emulator.faults.intercept;
      // The page was killed too; whoever opens the sidebar is offered to resume.
      addon.emulator.clock.advance(7 * MINUTE_MS);
      expect((await value(addon, 'open', {})).runs.enrich?.id).toBe(run.id);
      for (let round = 0; round < 5; round++) {
        const answer = await reply(addon, 'stepRun', { id: run.id, resume: true, cap: null });
        if (answer.ok) ended = answer.value as EnrichView;
        if (ended?.state === 'done') break;
      }
      expect(rowsOf(addon)).toEqual(rows);
      expect(addon.charged()).toBe(EARLIER + CREATORS + (inFlight() ?? 0));
      expect(ended).toMatchObject({ counts: COUNTS, rows: CREATORS + 1, doneRows: CREATORS + 1 });
      if (ended) expectRunToAgree(ended, addon.charged() - EARLIER);
      if (isSettled) expect(ended).toMatchObject({ used: CREATORS, unconfirmed: 0 });
      expect((await value(addon, 'open', {})).runs.enrich).toBeUndefined();
      await addon.close();
    },
  );
});
