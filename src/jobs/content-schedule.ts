import { messageOf } from '../core/error';
import type { Host, Scheduler } from '../core/ports';
import { SECOND_MS } from '../core/time';
import type { Bench } from './click';
import { demandSyncable, planSync } from './content-plan';
import { contentSheet, contentSheets } from './content-sheet';
import {
  changeSync,
  countCharge,
  monthCharged,
  moveSyncs,
  readSync,
  scheduledSyncs,
  type SyncSchedule,
} from './content-sync';
import { writeNote } from './log-tab';
import { openRuns, type ContentRun, type RunState } from './run-state';
import { stepUntil } from './run-step';
import { moveSchedule, readSchedule } from './schedule';

/** Syncs a sheet every day, null ends that. All schedules share one trigger and so one hour: the one set last. */
export function scheduleSync(
  { host, workbook }: Bench,
  scheduler: Scheduler,
  sheetId: number,
  schedule: SyncSchedule | null,
): void {
  demandSyncable(contentSheet(workbook, sheetId).memo);
  if (schedule) {
    scheduler.start(schedule.hour);
    moveSyncs(host, schedule.hour);
    moveSchedule(host, schedule.hour);
  }
  changeSync(host, sheetId, () => ({ schedule }));
  if (!schedule && isIdle(host)) scheduler.stop();
}

const isIdle = (host: Host): boolean => {
  const properties = host.documentProperties.all();
  return scheduledSyncs(properties).length === 0 && !readSchedule(properties);
};

/** Well before the six minutes of a trigger end, the refresh of rows included. */
const WORK_MS = 300 * SECOND_MS;
const WHAT = 'scheduled sync';

/** What the trigger runs after that, begun at `beganMs`: the sheet that waits longest first. Failures stand in the log. */
export function runSyncs(bench: Bench, beganMs: number): void {
  const { host, workbook } = bench;
  const due = scheduledSyncs(host.documentProperties.all());
  if (due.length === 0) return;
  const sheets = new Map(contentSheets(workbook).map(({ table, memo }) => [table.id(), { table, memo }]));
  const waitsSince = (sheetId: number): number => sheets.get(sheetId)?.memo.syncedAtMs ?? 0;
  for (const sheetId of due.sort((left, right) => waitsSince(left) - waitsSince(right))) {
    if (host.clock.now() > beganMs + WORK_MS) return;
    const note = (text: string): void =>
      writeNote(host, workbook, WHAT, `${sheets.get(sheetId)?.table.name() ?? 'a sheet'}: ${text}`);
    try {
      if (!sheets.has(sheetId)) {
        changeSync(host, sheetId, () => ({ schedule: null }));
        note('It was deleted, so its schedule ended.');
        continue;
      }
      const run = synced(bench, sheetId, beganMs + WORK_MS);
      if (run.state === 'stopped') note(run.message);
    } catch (error) {
      note(messageOf(error));
    }
  }
}

/** Yesterday's sync, if that is not finished, or a new one: within the cap of the day and what is left of the month's. */
function synced(bench: Bench, sheetId: number, untilMs: number): RunState | { state: 'stopped'; message: string } {
  const { host } = bench;
  const properties = host.documentProperties.all();
  const open = openRuns(properties).find((run): run is ContentRun => run.kind === 'content' && run.sheetId === sheetId);
  // A night that was killed has not said what it was charged.
  if (open) countCharge(host, open);
  const sync = readSync(host.documentProperties.all(), sheetId, host.clock.now());
  const { cap = 0, monthCap = 0 } = sync.schedule ?? {};
  const left = Math.min(cap, monthCap - monthCharged(sync));
  if (left <= 0) return { state: 'stopped', message: `budget reached: ${monthCap} requests a month for its syncs.` };
  if (open?.action === 'pull')
    return { state: 'stopped', message: 'Its first pull is not finished. Resume or discard that first.' };
  const run = open ?? planSync(bench, sheetId, left, false, left);
  return stepUntil(bench, run, untilMs, run.charged + left);
}
