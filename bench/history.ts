import type { InterceptedCall } from '../dev/emulator/emulator';
import { ordinaryHandles } from '../test/setup/creators';
import { createAddon, type Addon } from '../test/setup/addon';
import type { EnrichView } from '../src/sidebar/enrich-calls';
import { started } from '../test/sidebar/enrich';
import { value } from '../test/sidebar/page';
import { MINUTE_MS } from './measure';
import type { Row } from './row';

const TAB = 'influData history';
const MONTH_MS = 30 * 24 * 3_600_000;

/** What a month of a year's history took. */
interface Month {
  /** Service calls, and seconds of the clock from the first step to the last line. */
  calls: number;
  seconds: number;
  /** Characters of the history in the properties, at the end. */
  stored: number;
}

export interface Year {
  months: Month[];
  /** Lines in the tab, and how many different ones: one a creator and day. */
  lines: number;
  different: number;
  kills: number;
}

/**
 * A list that is refreshed once a month by a run. Each month one execution is killed at a call of its own: an early one, a
 * later one, one while lines are written.
 */
export async function yearOf(creators: number, months: number): Promise<Year> {
  const addon = await createAddon({
    account: 'workspace',
    standin: { creators: 12 * creators + 800 },
    balance: 10_000_000,
  });
  addon.setSettings({ maxRequestsPerRun: 10_000_000, maxRequestsPerDay: 10_000_000 });
  await value(addon, 'switchHistory', { isOn: true });
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  const handles = ordinaryHandles(addon.standin, creators);
  sheet.set('A1', [['username'], ...handles.map((handle) => [handle])]);
  const year: Year = { months: [], lines: 0, different: 0, kills: 0 };
  for (let month = 0; month < months; month++) {
    sheet.select(`A1:A${creators + 1}`);
    const run = await started(addon, { fields: ['followers'], mode: 'overwrite', again: true, cap: 100_000 });
    addon.emulator.counts.reset();
    const beganMs = addon.emulator.clock.now();
    if (await killed(addon, run, 40 + 17 * month)) year.kills += 1;
    await driven(addon, run);
    await value(addon, 'history', {});
    year.months.push({
      calls: Object.values(addon.emulator.counts.total()).reduce((sum, calls) => sum + calls, 0),
      seconds: (addon.emulator.clock.now() - beganMs) / 1000,
      stored: Object.entries(addon.emulator.stores.properties('document').all())
        .filter(([name]) => name.startsWith('history'))
        .reduce((sum, [name, text]) => sum + name.length + text.length, 0),
    });
    addon.emulator.clock.advance(MONTH_MS);
  }
  const rows = addon.emulator.spreadsheet.sheet(TAB).values().slice(1);
  year.lines = rows.length;
  year.different = new Set(rows.map(([day, , handle]) => `${String(day)} ${String(handle)}`)).size;
  await addon.close();
  return year;
}

/** A step that dies at that call, and the time until somebody may take over. */
async function killed(addon: Addon, { id }: EnrichView, at: number): Promise<boolean> {
  let seen = 0;
  let isDead = false;
  addon.emulator.faults.intercept = ({ phase }: InterceptedCall) => {
    if (phase !== 'before' || isDead || seen++ < at) return undefined;
    isDead = true;
    return { kill: true };
  };
  await addon.emulator.serve('influSidebar', ['stepRun', { id, resume: true, cap: null }]);
  delete addon.emulator.faults.intercept;
  addon.emulator.clock.advance(7 * MINUTE_MS);
  return isDead;
}

async function driven(addon: Addon, { id }: EnrichView): Promise<void> {
  for (let steps = 0; ; steps++) {
    const now = await value(addon, 'stepRun', { id, resume: true, cap: null });
    if (now.state === 'done') return;
    if (steps > 200) throw new Error(JSON.stringify(now));
  }
}

const CREATORS = 5_000;
const MONTHS = 12;

/** 5,000 creators, refreshed every month of a year, with a kill each month. */
export async function history(): Promise<Row[]> {
  const { months, lines, different, kills } = await yearOf(CREATORS, MONTHS);
  const [first, second, last] = [months[0], months[1], months[MONTHS - 1]] as [Month, Month, Month];
  const what = `${CREATORS} creators, refreshed each month of a year, ${kills} kills`;
  const row = (name: string, unit: string, ours: string | number, limit: string | number, source: string): Row => ({
    what: `${what}: ${name}`,
    unit,
    ours,
    limit,
    today: '',
    source,
  });
  return [
    row('lines missing', 'lines', CREATORS * MONTHS - different, 0, 'one per creator and day'),
    row('lines twice', 'lines', lines - different, 0, 'one per creator and day'),
    row('service calls, second month / last', 'calls', `${second.calls} / ${last.calls}`, '', 'with those of the runs'),
    row(
      'seconds, first month / last',
      's',
      `${Math.round(first.seconds)} / ${Math.round(last.seconds)}`,
      '',
      'of the clock, the runs and the kill included',
    ),
    row(
      'kept in the properties at most',
      'characters',
      Math.max(...months.map(({ stored }) => stored)),
      '',
      'lines of runs are read from the data tab',
    ),
    row('cells of the tab', 'cells', 8 * (lines + 1), 10_000_000, 'Google, cells a spreadsheet'),
  ];
}
