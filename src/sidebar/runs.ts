import { outcomeSaid } from '../jobs/report/report-outcome';
import { spokenOf } from '../schema/language';
import * as z from 'zod/mini';
import type { Host, Tools } from '../core/ports';
import { sendQuietly } from '../jobs/archive/archive';
import { CONTENT, restPlace } from '../jobs/content/content-run';
import type { ContentRun } from '../jobs/content/content-state';
import { ENRICH } from '../jobs/enrich/enrich-run';
import type { EnrichRun } from '../jobs/enrich/enrich-state';
import { handleOfKey } from '../jobs/report/report-creator';
import { REPORT } from '../jobs/report/report-run';
import type { ReportRun } from '../jobs/report/report-state';
import {
  forgetRun,
  kindOfRun,
  openRuns,
  pauseRun,
  savedCharge,
  savedRun,
  type AnyRun,
  type RunKind,
} from '../jobs/run/run-state';
import { readProgress, spentByRun } from '../gate/run-spend';
import type { PropertyValues } from '../gate/property-pieces';
import { stepRun, type RunJob } from '../jobs/run/run-step';
import { SEARCH } from '../jobs/search/search-run';
import type { SearchRun } from '../jobs/search/search-state';
import { contentText } from '../schema/content-search';
import { reasonText, restText } from '../schema/run-reason';
import { filterText } from '../schema/search';
import { budgetNow, type BudgetView } from './budget-view';
import { entry, shape, aText, type Entry, aCap } from './argument';
import type { EnrichView } from './enrich-calls';
import type { Opening } from './calls';
import type { SearchView } from './find-calls';
import type { ContentView } from './content-calls';
import type { ReportView } from './report-calls';
import type { RunBase, RunFigures } from './run-base';
import type { RunCalls, RunView } from './run-calls';

const baseView = ({ id, state, reason, sheetName, charged, unconfirmed = 0, cap, startedMs }: AnyRun): RunBase => ({
  id,
  state,
  ...(reason && { reason }),
  message: reasonText(reason),
  sheet: sheetName,
  used: charged,
  unconfirmed,
  underWay: 0,
  cap,
  startedAt: new Date(startedMs).toISOString(),
});

export function searchView(run: SearchRun): SearchView {
  const { platform, from, to, missing, next, written, skipped, leftOut = [], byStatus } = run;
  return {
    ...baseView(run),
    kind: 'search',
    platform,
    text: filterText(run),
    pages: Math.max(0, to - from + 1),
    donePages: Math.max(0, Math.min(next, to + 1) - from - missing.length),
    written,
    skipped,
    leftOut,
    ...(byStatus && { byStatus }),
  };
}

export function enrichView(run: EnrichRun): EnrichView {
  const { action, fields, rows, counts, leftOut = [], byStatus } = run;
  const doneRows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    ...baseView(run),
    kind: 'enrich',
    action,
    fields,
    rows,
    doneRows,
    counts,
    leftOut,
    ...(byStatus && { byStatus }),
  };
}

export function reportView(run: ReportRun): ReportView {
  const { what, keys, outcomes, made } = run;
  return {
    ...baseView(run),
    kind: 'report',
    what,
    creators: keys.length,
    doneCreators: outcomes.filter((outcome) => outcome !== '').length,
    sheets: made,
    left: keys.flatMap((key, index) => {
      const why = outcomes[index] ?? '';
      return why === '' || why === 'made' ? [] : [{ handle: handleOfKey(key), why, said: spokenOf(outcomeSaid(why)) }];
    }),
  };
}

export function contentView(run: ContentRun): ContentView {
  const { action, filters, max, pieces, added, updated } = run;
  return {
    ...baseView(run),
    kind: 'content',
    action,
    text: contentText(filters),
    max,
    pieces,
    added,
    updated,
    repeated: Math.max(0, pieces - added - updated),
    resumeCosts: Math.max(0, max - pieces),
    resumeNote: run.isExpired ? restText(restPlace(run)) : '',
  };
}

interface Kind<Run extends AnyRun> {
  job: RunJob<Run>;
  view(run: Run): RunView;
}

const KINDS: Record<RunKind, Kind<AnyRun>> = {
  search: { job: SEARCH, view: searchView },
  enrich: { job: ENRICH, view: enrichView },
  report: { job: REPORT, view: reportView },
  content: { job: CONTENT, view: contentView },
};

const kindOf = (host: Host, id: string): Kind<AnyRun> => KINDS[kindOfRun(host, id)];

/** What can be done with a run by its id, whatever its kind. */
export const runSurface = (): { [Name in keyof RunCalls]: Entry } => ({
  stepRun: entry<'stepRun'>(
    () => shape({ id: aText(), resume: z.boolean(), cap: aCap() }),
    (tools, { id, resume, cap }) => {
      const { job, view } = kindOf(tools.host, id);
      const run = stepRun(tools, job, id, { resume, cap: cap ?? undefined });
      if (run.state !== 'running') sendQuietly(tools);
      return { ...view(run), ...withBudget(tools.host) };
    },
  ),
  pauseRun: entry<'pauseRun'>(
    () => shape({ id: aText() }),
    ({ host }, { id }) => {
      const { job, view } = kindOf(host, id);
      const paused = view(pauseRun(host, id, job));
      return { ...paused, ...spentNow(host, host.documentProperties.all(), [id])[id], ...withBudget(host) };
    },
  ),
  endRun: entry<'endRun'>(
    () => shape({ id: aText() }),
    (tools, { id }) => {
      tellSheet(tools, id);
      forgetRun(tools.host, id);
      return {};
    },
  ),
});

/** A sheet that refuses writes, or a run that cannot be read, must not keep the run from being forgotten. */
function tellSheet(tools: Tools, id: string): void {
  try {
    const { job } = kindOf(tools.host, id);
    const run = savedRun(tools.host, id, job);
    if (run.state !== 'done') job.end?.(tools, run);
  } catch {
    // The next run on this sheet will tell its rows.
  }
}

/** The newest run of each kind that is not finished. */
export function openViews({ host }: Tools): Opening['runs'] {
  const properties = host.documentProperties.all();
  const views = Object.values(KINDS).flatMap(({ job, view }) => openRuns(properties, job).slice(0, 1).map(view));
  const spent = spentNow(
    host,
    properties,
    views.map(({ id }) => id),
  );
  return Object.fromEntries(views.map((view) => [view.kind, { ...view, ...spent[view.id] }])) as Opening['runs'];
}

/** A ledger that cannot be read keeps nobody from seeing what became of a step. */
function withBudget(host: Host): { budget?: BudgetView } {
  try {
    return { budget: budgetNow(host) };
  } catch {
    return {};
  }
}

/** What runs have spent at this moment, wave by wave, by their ids; nothing where that cannot be read. One cache read. */
export function spentNow(host: Host, properties: PropertyValues, ids: readonly string[]): Record<string, RunFigures> {
  const nowMs = host.clock.now();
  const progress = readProgress(host.cache, ids, nowMs);
  try {
    return Object.fromEntries(
      ids.map((id) => {
        const { charged, unknown, underWay } = spentByRun(properties, id, progress.get(id), nowMs);
        return [id, { used: Math.max(savedCharge(properties, id), charged), unconfirmed: unknown, underWay }];
      }),
    );
  } catch {
    return {};
  }
}
