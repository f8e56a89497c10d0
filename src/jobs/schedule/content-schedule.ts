import { englishOf } from '../../core/said';
import { badInput, messageOf } from '../../core/error';
import type { Host, Scheduler, Tools } from '../../core/ports';
import { SECOND_MS } from '../../core/time';
import { hasTracker } from '../campaign/campaign-sheet';
import { CAMPAIGN_PREFIX, campaignOf, cappedCampaignOf, readCampaign } from '../content/campaign-cap';
import { demandSyncable, planSync } from '../content/content-plan';
import { contentSheet, contentSheets } from '../content/content-sheet';
import {
  changeSync,
  countCharge,
  monthCharged,
  moveSyncs,
  readSync,
  scheduledSyncs,
  sharedSchedule,
  type ContentSchedule,
} from '../content/content-sync';
import { attempt, capTonight, leftTonight, twice } from './night';
import { reasonText } from '../../schema/run-reason';
import { CONTENT } from '../content/content-run';
import { openRuns, type AnyRun } from '../run/run-state';
import { stepUntil } from '../run/run-step';
import { moveSchedule, readSchedule } from './schedule';
import { RUN_TEXT } from '../../schema/said-text';

/** Syncs sheets every day, null ends that. All schedules share one trigger and so one hour: the one set last. */
export function scheduleSyncs(
  { host, workbook }: Tools,
  scheduler: Scheduler,
  sheetIds: readonly number[],
  schedule: ContentSchedule | null,
): void {
  if (sheetIds.length === 0) return;
  for (const id of sheetIds) demandSyncable(contentSheet(workbook, id).memo);
  if (schedule) {
    for (const id of sheetIds) cappedCampaignOf({ host, workbook }, id);
    if (sheetIds.some((id) => isOrphan({ host, workbook }, id))) throw badInput(RUN_TEXT.trackerGone);
    scheduler.start(schedule.hour);
    moveSyncs(host, schedule.hour);
    moveSchedule(host, schedule.hour);
  }
  for (const id of sheetIds) changeSync(host, id, () => ({ schedule }));
  if (!schedule && isIdle(host)) scheduler.stop();
}

/** Whether it holds posts of a campaign whose tracker somebody has deleted: then nobody looks at what is bought. */
function isOrphan({ host, workbook }: Pick<Tools, 'host' | 'workbook'>, sheetId: number): boolean {
  const campaign = campaignOf(host.documentProperties.all(), sheetId);
  return campaign !== undefined && !hasTracker(workbook, campaign);
}

const isIdle = (host: Host): boolean => {
  const properties = host.documentProperties.all();
  return scheduledSyncs(properties).length === 0 && !readSchedule(properties);
};

/** Well before the six minutes of a trigger end, the refresh of rows included. */
const WORK_MS = 300 * SECOND_MS;
const WHAT = 'scheduled sync';

/** What the trigger, started at `beganMs`, runs after that: the sheet that has waited longest comes first. Failures go to the log. */
export function runSyncs(tools: Tools, beganMs: number): void {
  const { host, workbook } = tools;
  const untilMs = beganMs + WORK_MS;
  attempt(tools, WHAT, () => {
    const due = twice(() => scheduledSyncs(host.documentProperties.all()));
    if (due.length === 0) return undefined;
    const sheets = twice(() => contentSheets(workbook));
    const since = new Map(sheets.map(({ table, memo }) => [table.id(), memo.syncedAtMs]));
    const waitsSince = (sheetId: number): number => since.get(sheetId) ?? 0;
    for (const sheetId of due.sort((left, right) => waitsSince(left) - waitsSince(right)))
      if (host.clock.now() <= untilMs) attempt(tools, WHAT, () => synced(tools, sheetId, untilMs));
    return undefined;
  });
}

/** Syncs one sheet tonight. Returns what kept it from finishing, with the sheet's name, or undefined. */
function synced(tools: Tools, sheetId: number, untilMs: number): string | undefined {
  const { host, workbook } = tools;
  const sheet = contentSheets(workbook).find(({ table }) => table.id() === sheetId);
  if (!sheet) {
    changeSync(host, sheetId, () => ({ schedule: null }));
    return englishOf(RUN_TEXT.scheduleGone);
  }
  const name = sheet.table.name();
  try {
    if (isOrphan(tools, sheetId)) {
      changeSync(host, sheetId, () => ({ schedule: null }));
      return `${name}: ${englishOf(RUN_TEXT.trackerGone)}`;
    }
    const run = nightRun(tools, sheetId, untilMs);
    return run?.state === 'stopped' ? `${name}: ${reasonText(run.reason)}` : undefined;
  } catch (error) {
    return `${name}: ${messageOf(error)}`;
  }
}

/** What shares one cap of the night and one of the month: all sheets of a campaign, or this one alone. */
function sharing(host: Host, sheetId: number): { work: string; sheetIds: readonly number[] } {
  const properties = host.documentProperties.all();
  const campaign = campaignOf(properties, sheetId);
  const record = campaign === undefined ? undefined : readCampaign(properties, campaign);
  return record
    ? { work: CAMPAIGN_PREFIX + campaign, sheetIds: record.sheets }
    : { work: String(sheetId), sheetIds: [sheetId] };
}

/** Yesterday's sync, if that is not finished, or a new one: within the cap of the night and what is left of the month's. */
function nightRun(tools: Tools, sheetId: number, untilMs: number): Pick<AnyRun, 'state' | 'reason'> | undefined {
  const { host } = tools;
  const { work, sheetIds } = sharing(host, sheetId);
  const runs = openRuns(host.documentProperties.all(), CONTENT).filter((run) => sheetIds.includes(run.sheetId));
  // A night that was killed has not noted its charges.
  for (const run of runs) countCharge(host, run);
  const open = runs.find((run) => run.sheetId === sheetId);
  const properties = host.documentProperties.all();
  const nowMs = host.clock.now();
  const { cap = 0, monthCap = 0 } = sharedSchedule(properties, sheetIds, nowMs) ?? {};
  const tonight = leftTonight(host, work, cap);
  if (tonight <= 0) return undefined;
  const ofMonth = sheetIds.reduce((sum, id) => sum + monthCharged(readSync(properties, id, nowMs)), 0);
  const left = Math.min(tonight, monthCap - ofMonth);
  if (left <= 0) return { state: 'stopped', reason: { code: 'monthCap', requests: monthCap } };
  if (open?.action === 'pull') return { state: 'stopped', reason: { code: 'pullOpen' } };
  const run = open ?? planSync(tools, sheetId, left, false, left);
  const mostCharged = capTonight(host, work, run.id, left);
  const rested = stepUntil(tools, CONTENT, run, untilMs, mostCharged);
  // Nobody is there to be asked, and the night's cap limits what going on may cost.
  return rested.reason?.code === 'placeLost' ? stepUntil(tools, CONTENT, rested, untilMs, mostCharged) : rested;
}
