import { describe, expect, test } from 'vitest';
import type { ReportKind, ReportView } from '../../src/sidebar/report-calls';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { callsOf, killAt, killPoints } from '../setup/kill';
import { momentOf, type Moment } from '../setup/moment';
import { reply, value } from './page';
import { check, select, start, toReport } from './report';

const CREATORS = 2;
const PRICE = 20;
const MINUTE_MS = 60_000;

const OPTIONS = { standin: { creators: 2000 } };

async function planned(kind: ReportKind): Promise<{ addon: Addon; run: ReportView }> {
  const addon = await createAddon(OPTIONS);
  select(addon, ordinaryHandles(addon.standin, CREATORS));
  return { addon, run: await start(addon, toReport(await check(addon, { kind })), { kind }) };
}

const step = (addon: Addon, { id }: ReportView) =>
  addon.emulator.serve('influSidebar', ['stepRun', { id, resume: true, cap: null }]);

/** Names, contents and charts of what was made; times differ. */
const madeIn = (addon: Addon): unknown[] =>
  addon.emulator.spreadsheet.book.sheets
    .filter(({ name }) => !name.startsWith('influData'))
    .map(({ name, charts, merges }) => ({
      name,
      cells: addon.emulator.spreadsheet
        .sheet(name)
        .values()
        .map((row) => row.map((cell) => (cell instanceof Date ? 'a time' : cell))),
      charts: charts.map(({ type, ranges, options }) => [type, ranges.map(({ area }) => area), options['title']]),
      merges: merges.length,
    }));

async function undisturbed(
  kind: ReportKind,
): Promise<{ plan: Moment; run: ReportView; calls: string[]; made: unknown[] }> {
  const { addon, run } = await planned(kind);
  const plan = momentOf(addon, OPTIONS);
  const calls = await callsOf(addon, () => step(addon, run));
  for (let round = 0; round < 3; round++) await step(addon, run);
  const made = madeIn(addon);
  await addon.close();
  return { plan, run, calls, made };
}

/** A lock ends with who held it. */
const LEAVES_SOMETHING = /fetchAll|setPropert|put|insertSheet|insertChart|setValues|flush|addMetadata|merge/;
/** Buying is the same for both kinds, so it is tried with the first. */
let common: string[] = [];

for (const kind of ['sheets', 'comparison'] as const) {
  const { plan, run, calls, made } = await undisturbed(kind);
  const newFrom = calls.findIndex((call, index) => call !== common[index]);
  common = calls;
  const points = killPoints(calls, LEAVES_SOMETHING).filter(
    ({ index, phase }) => index >= newFrom && phase === 'before',
  );

  test(`${kind}: an undisturbed step makes everything`, () => {
    expect(made).toHaveLength(kind === 'sheets' ? 1 + CREATORS : 2);
    expect(points.length).toBeGreaterThan(kind === 'sheets' ? 20 : 2);
  });

  describe(`${kind}: stopped dead and resumed`, () => {
    test.each(points)('$phase call $index, $call: the same sheets, nobody paid twice', async (point) => {
      const addon = await plan.again();
      const inFlight = killAt(addon, point, 'audience', PRICE);
      await step(addon, run);
      expect(inFlight()).toBeDefined();
      delete addon.emulator.faults.intercept;
      addon.emulator.clock.advance(7 * MINUTE_MS);
      const isOpen = (await value(addon, 'open', {})).runs.report !== undefined;
      for (let round = 0; round < (isOpen ? 6 : 0); round++) {
        const answer = await reply(addon, 'stepRun', { id: run.id, resume: true, cap: null });
        if (answer.ok && answer.value.state === 'done') break;
      }
      expect(madeIn(addon)).toEqual(made);
      expect(addon.charged()).toBe(CREATORS * PRICE + (inFlight() ?? 0));
      expect((await value(addon, 'open', {})).runs.report).toBeUndefined();
      await addon.close();
    });
  });
}
