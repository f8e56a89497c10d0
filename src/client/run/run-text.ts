import type { EnrichView } from '../../sidebar/enrich-calls';
import type { SearchView } from '../../sidebar/find-calls';
import type { ContentView } from '../../sidebar/content-calls';
import type { ReportView } from '../../sidebar/report-calls';
import type { RunView } from '../../sidebar/run-calls';
import type { RowOutcome } from '../../schema/row-status';
import { isAtItsCap } from '../../schema/run-reason';
import { number } from '../format';
import { priceEach } from '../enrich/field-group';
import { KINDS } from '../report/report-kind';
import { TEXT } from '../text/text';

/** How one kind of run is counted and told, wherever it is shown. */
interface RunText<View extends RunView> {
  unit: 'page' | 'row' | 'creator' | 'post';
  done(run: View): number;
  all(run: View): number;
  /** What the rest costs at most, in requests. */
  restPrice(run: View): number;
  doing(run: View): string;
  ended(run: View): string;
  /** What of it came to nothing, where no button says so; blank where all came. */
  lacking(run: View): string;
  /** Before it ends. */
  question: string;
}

type OfSheet = (sheet: string) => string;

const ENRICHING: Record<EnrichView['action'], { doing: OfSheet; done: OfSheet }> = {
  enrich: { doing: TEXT.run.enriching, done: TEXT.run.enriched },
  queue: { doing: TEXT.run.queueing, done: TEXT.run.queued },
  weekly: { doing: TEXT.run.addingToWeekly, done: TEXT.run.addedToWeekly },
};
const FETCHING: Record<ContentView['action'], { doing: OfSheet; done: OfSheet }> = {
  pull: { doing: TEXT.run.gettingPosts, done: TEXT.run.gotPosts },
  sync: { doing: TEXT.run.syncing, done: TEXT.run.synced },
  refresh: { doing: TEXT.run.refreshing, done: TEXT.run.refreshed },
};
const REPORTING: Record<ReportView['what'], { doing: string; done: (sheets: number) => string }> = {
  sheets: { doing: TEXT.run.makingReports, done: TEXT.run.reportsMade },
  comparison: { doing: TEXT.run.comparingAudiences, done: () => TEXT.run.audiencesCompared },
  profiles: { doing: TEXT.run.comparingCreators, done: () => TEXT.run.creatorsCompared },
};

/** Skipped because a result sheet has them, and not by their status. */
const inSheets = ({ skipped, leftOut = [], byStatus }: SearchView): number =>
  skipped - (byStatus === 'mark' ? 0 : leftOut.reduce((sum, { creators }) => sum + creators, 0));

const SEARCH: RunText<SearchView> = {
  unit: 'page',
  done: ({ donePages }) => donePages,
  all: ({ pages }) => pages,
  restPrice: ({ pages, donePages }) => Math.max(0, pages - donePages),
  doing: ({ sheet }) => TEXT.run.writing(sheet),
  ended: (run) => (run.written === 0 && inSheets(run) > 0 ? TEXT.run.noneNew : TEXT.run.written(run.sheet)),
  lacking: (run) => (inSheets(run) > 0 ? TEXT.find.inSheets(inSheets(run)) : ''),
  question: TEXT.run.endSearch,
};

/** Statuses of rows that have no values and no button for more. */
const LACKING = ['no audience data', 'not found', 'unreadable'] as const satisfies readonly RowOutcome[];

const ENRICH: RunText<EnrichView> = {
  unit: 'row',
  done: ({ doneRows }) => doneRows,
  all: ({ rows }) => rows,
  restPrice: ({ action, fields, rows, doneRows }) =>
    action === 'enrich' ? Math.max(0, rows - doneRows) * priceEach(fields) : 0,
  doing: ({ action, sheet }) => ENRICHING[action].doing(sheet),
  ended: ({ action, sheet, doneRows, rows }) => (doneRows < rows ? TEXT.run.ended : ENRICHING[action].done(sheet)),
  lacking: ({ counts }) =>
    LACKING.flatMap((name) => (counts[name] ? [number(counts[name]) + ' ' + name] : [])).join(' · '),
  question: TEXT.run.endEnrich,
};

const REPORT: RunText<ReportView> = {
  unit: 'creator',
  done: ({ doneCreators }) => doneCreators,
  all: ({ creators }) => creators,
  // All are bought before the first sheet is made: what is charged already is not charged again.
  restPrice: ({ what, creators, doneCreators, used }) => {
    const { priceEach: each } = KINDS[what];
    return Math.max(0, Math.min((creators - doneCreators) * each, creators * each - used));
  },
  doing: ({ what }) => REPORTING[what].doing,
  ended: ({ what, sheets, doneCreators, creators }) =>
    sheets.length === 0
      ? TEXT.run.noReports
      : doneCreators < creators
        ? TEXT.run.ended
        : REPORTING[what].done(sheets.length),
  lacking: () => '',
  question: TEXT.run.endReports,
};

const CONTENT: RunText<ContentView> = {
  unit: 'post',
  done: ({ pieces }) => pieces,
  all: ({ max, pieces, state }) => (state === 'done' ? pieces : max),
  restPrice: ({ resumeCosts }) => resumeCosts,
  doing: ({ action, sheet }) => FETCHING[action].doing(sheet),
  ended: ({ action, sheet }) => FETCHING[action].done(sheet),
  lacking: () => '',
  question: TEXT.run.endContent,
};

const TEXTS: Record<RunView['kind'], RunText<RunView>> = {
  search: SEARCH,
  enrich: ENRICH,
  report: REPORT,
  content: CONTENT,
};

export const textOfRun = ({ kind }: RunView): RunText<RunView> => TEXTS[kind];

/** How far it is, 0 to 1. */
export function shareOf(run: RunView): number {
  const all = textOfRun(run).all(run);
  return all === 0 ? 1 : textOfRun(run).done(run) / all;
}

/**
 * What of its unconfirmed requests counts towards its cap for good, as the server reckons: calls that were lost. What is
 * under way may yet come free.
 */
export const lostOf = ({ state, underWay, unconfirmed }: RunView): number =>
  state === 'stopped' && underWay === 0 ? unconfirmed : 0;

/** It may spend no more, and there is more to get. */
export const isCapped = (run: RunView): boolean =>
  textOfRun(run).restPrice(run) > 0 && (isAtItsCap(run.reason) || run.used + lostOf(run) >= run.cap);

/** What of a `RunControl` is told. */
export interface ShownRun {
  run: RunView | undefined;
  isDriving: boolean;
  isPausing: boolean;
  error: unknown;
}

/** What the run is at, in a few words. */
export function runTitle({ run, isDriving, isPausing, error }: ShownRun): string {
  if (!run) return '';
  const text = textOfRun(run);
  if (isDriving) return isPausing ? pausing(run) : text.doing(run) + '…';
  if (run.state === 'done') return text.ended(run);
  if (error) return TEXT.run.interrupted;
  return run.state === 'running' ? TEXT.run.unfinished : TEXT.run.paused;
}

const pausing = ({ underWay }: RunView): string =>
  underWay > 0 ? TEXT.run.pausing(TEXT.spending.underWay(underWay)) : TEXT.run.pausingSoon;

/** The same where nothing else says which run it is. */
export function stripTitle(shown: ShownRun): string {
  const { run, isDriving, error } = shown;
  if (!run || isDriving || run.state === 'done') return runTitle(shown);
  // What may be cut off stands last.
  const line = error
    ? TEXT.run.interruptedLine
    : run.state === 'running'
      ? TEXT.run.unfinishedLine
      : TEXT.run.pausedLine;
  return line(textOfRun(run).doing(run));
}

/** What its title, or what is listed under it, does not say already. */
export const noteOf = ({ reason, message }: RunView): string =>
  reason?.code === 'paused' || reason?.code === 'reportsMade' ? '' : message;
