import * as z from 'zod/mini';
import { badInput, InfluError } from '../../core/error';
import { lazy } from '../../core/lazy';
import type { Host, Scheduler, Tools } from '../../core/ports';
import { parseJson } from '../../core/text';
import { SECOND_MS } from '../../core/time';
import type { PropertyValues } from '../../gate/property-pieces';
import { STATE_VERSIONS } from '../../gate/state-version';
import { moveSyncs, scheduledSyncs } from '../content/content-sync';
import { markedFields } from '../enrich/enrich-layout';
import { isNothingToDo, planEnrichRun } from '../enrich/enrich-plan';
import { keyReading } from '../selection/key-column';
import { attempt, capTonight, leftTonight, twice } from './night';
import { openRuns } from '../run/run-state';
import { reasonText } from '../../schema/run-reason';
import { ENRICH } from '../enrich/enrich-run';
import type { EnrichRun } from '../enrich/enrich-state';
import { stepUntil } from '../run/run-step';
import { RUN_TEXT } from '../../schema/said-text';

const PROPERTY = 'schedule';

const schema = lazy(() =>
  z.object({
    version: z.literal(STATE_VERSIONS.schedule),
    sheetId: z.number(),
    /** The platform of handles that name none; may be blank. */
    platform: z.string(),
    /** Rows whose data is older are refreshed. */
    olderThanDays: z.number(),
    /** 0 to 23, in the script's time zone. */
    hour: z.number(),
    /** The most that one day's run may spend, in requests. */
    cap: z.number(),
    /** How cells are read, and whether hidden rows are refreshed too; a schedule of before there was a choice has neither. */
    reading: z.optional(keyReading()),
    hidden: z.optional(z.boolean()),
  }),
);

/** Rows of one sheet that are refreshed every day when their data has become old. Off until somebody sets it. */
export type Schedule = Omit<z.infer<ReturnType<typeof schema>>, 'version'>;

/** A schedule that cannot be read counts as none, so nothing runs by itself. */
export function readSchedule(properties: PropertyValues): Schedule | undefined {
  const result = z.safeParse(schema(), parseJson(properties[PROPERTY] ?? ''));
  if (!result.success) return undefined;
  const { version: _, ...schedule } = result.data;
  return schedule;
}

/** Throws where the sheet has no columns of a run yet, or where no schedule can be had; then nothing has changed. */
export function setSchedule({ host, workbook }: Tools, scheduler: Scheduler, schedule: Schedule): void {
  const marks = workbook.byId(schedule.sheetId)?.marks();
  if (!marks?.has('key') || !marks.has('asOf')) throw badInput(RUN_TEXT.enrichFirst);
  scheduler.start(schedule.hour);
  moveSyncs(host, schedule.hour);
  saveSchedule(host, schedule);
}

const saveSchedule = (host: Host, schedule: Schedule): void =>
  host.documentProperties.setMany({ [PROPERTY]: JSON.stringify({ version: 1, ...schedule }) });

/** The trigger is shared with content syncs, so a new hour applies to all. */
export function moveSchedule(host: Host, hour: number): void {
  const schedule = readSchedule(host.documentProperties.all());
  if (schedule && schedule.hour !== hour) saveSchedule(host, { ...schedule, hour });
}

export function dropSchedule(host: Host, scheduler: Scheduler): void {
  host.documentProperties.remove(PROPERTY);
  if (scheduledSyncs(host.documentProperties.all()).length === 0) scheduler.stop();
}

/** Well before the six minutes of a trigger end. */
const WORK_MS = 240 * SECOND_MS;
const WHAT = 'scheduled refresh';
/** The name of this work in the night's record. */
const ROWS = 'rows';

/** What the trigger runs. Failures go to the log. What is left is done the next day, or by hand in the sidebar. */
export function runSchedule(tools: Tools): void {
  const { host } = tools;
  attempt(tools, WHAT, () => {
    const schedule = twice(() => readSchedule(host.documentProperties.all()));
    const left = schedule ? leftTonight(host, ROWS, schedule.cap) : 0;
    if (!schedule || left <= 0) return undefined;
    const open = begun(tools, schedule, left);
    if (!open) return undefined;
    const run = stepUntil(tools, ENRICH, open, host.clock.now() + WORK_MS, capTonight(host, ROWS, open.id, left));
    return run.state === 'stopped' ? reasonText(run.reason) : undefined;
  });
}

/** Yesterday's run, if that is not finished, or a new one. Undefined: nothing is old. */
function begun(tools: Tools, schedule: Schedule, cap: number): EnrichRun | undefined {
  const { host, workbook } = tools;
  const { sheetId, platform, olderThanDays, reading, hidden = false } = schedule;
  const open = openRuns(host.documentProperties.all(), ENRICH).find((run) => run.sheetId === sheetId);
  if (open) return open;
  const table = workbook.byId(sheetId);
  const marks = table?.marks();
  const column = marks?.get('key');
  if (!table || !marks || column === undefined) throw new InfluError('sheet', RUN_TEXT.scheduleSheetGone);
  try {
    return planEnrichRun(tools, {
      sheetId,
      keys: {
        column,
        platformColumn: marks.get('platform'),
        reading,
        blocks: [{ row: 1, rows: Math.max(1, table.lastRow()) }],
      },
      action: 'enrich',
      platform,
      fields: markedFields(marks),
      mode: 'overwrite',
      which: 'old',
      olderThanDays,
      again: true,
      cap,
      skipsHidden: !hidden,
      keepsOwners: true,
    });
  } catch (error) {
    if (error instanceof InfluError && isNothingToDo(error.said)) return undefined;
    throw error;
  }
}
