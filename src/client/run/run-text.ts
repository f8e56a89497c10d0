import type { EnrichView } from '../../sidebar/enrich-calls';
import type { SearchView } from '../../sidebar/find-calls';
import type { ContentView } from '../../sidebar/content-calls';
import type { ReportView } from '../../sidebar/report-calls';
import type { RunView } from '../../sidebar/run-calls';
import { isAtItsCap } from '../../schema/run-reason';
import { priceEach } from '../enrich/field-group';
import { KINDS } from '../report/report-kind';
import { count } from '../format';
import { TEXT } from '../text/text';

type Noun = 'run' | 'pull' | 'sync';

/** How one kind of run is counted and told, wherever it is shown. */
interface RunText<View extends RunView> {
  unit: 'page' | 'row' | 'creator' | 'post';
  done(run: View): number;
  all(run: View): number;
  /** What the rest costs at most, in requests. */
  restPrice(run: View): number;
  noun(run: View): Noun;
  doing(run: View): string;
  ended(run: View): string;
  /** Before it ends. */
  question: string;
}

const inSheet = (sheet: string): string => '“' + sheet + '”';

const ENRICHING: Record<EnrichView['action'], string> = {
  enrich: TEXT.run.enriching,
  queue: TEXT.run.queueing,
  weekly: TEXT.run.refreshing,
};
const ENRICHED: Record<EnrichView['action'], string> = {
  enrich: TEXT.run.enriched,
  queue: TEXT.run.queuedForEnrichment,
  weekly: TEXT.run.onTheWeeklyRefresh,
};
const FETCHING: Record<ContentView['action'], string> = {
  pull: TEXT.run.gettingContentInto,
  sync: TEXT.run.syncing,
  refresh: TEXT.run.syncingAndRefreshing,
};
const FETCHED: Record<ContentView['action'], string> = {
  pull: TEXT.run.contentIsIn,
  sync: TEXT.run.synced,
  refresh: TEXT.run.syncedAndRefreshed,
};
const REPORTING: Record<ReportView['what'], string> = {
  sheets: TEXT.run.makingAudienceReports,
  comparison: TEXT.run.comparingAudiences,
  profiles: TEXT.run.comparingProfiles,
};

const SEARCH: RunText<SearchView> = {
  unit: 'page',
  done: ({ donePages }) => donePages,
  all: ({ pages }) => pages,
  restPrice: ({ pages, donePages }) => Math.max(0, pages - donePages),
  noun: () => 'run',
  doing: ({ sheet }) => TEXT.run.writingTo(inSheet(sheet)),
  ended: ({ sheet }) => TEXT.run.writtenTo(inSheet(sheet)),
  question: TEXT.run.endTheRunItsSheet,
};

const ENRICH: RunText<EnrichView> = {
  unit: 'row',
  done: ({ doneRows }) => doneRows,
  all: ({ rows }) => rows,
  restPrice: ({ action, fields, rows, doneRows }) =>
    action === 'enrich' ? Math.max(0, rows - doneRows) * priceEach(fields) : 0,
  noun: () => 'run',
  doing: ({ action, sheet }) => ENRICHING[action] + ' ' + inSheet(sheet),
  ended: ({ action, sheet, doneRows, rows }) =>
    doneRows < rows ? TEXT.run.theRunEnded : ENRICHED[action] + ': ' + inSheet(sheet),
  question: TEXT.run.endTheRunWhatIs,
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
  noun: () => 'run',
  doing: ({ what }) => REPORTING[what],
  ended: ({ what, sheets, doneCreators, creators }) =>
    sheets.length === 0
      ? TEXT.run.noReportWasMade
      : doneCreators < creators
        ? TEXT.run.theRunEnded
        : what === 'sheets'
          ? count(sheets.length, 'report') + (sheets.length === 1 ? TEXT.run.isMade : TEXT.run.areMade)
          : TEXT.run.theComparisonIsMade,
  question: TEXT.run.endTheRunSheetsThat,
};

const CONTENT: RunText<ContentView> = {
  unit: 'post',
  done: ({ pieces }) => pieces,
  all: ({ max, pieces, state }) => (state === 'done' ? pieces : max),
  restPrice: ({ resumeCosts }) => resumeCosts,
  noun: ({ action }) => (action === 'pull' ? 'pull' : 'sync'),
  doing: ({ action, sheet }) => FETCHING[action] + ' ' + inSheet(sheet),
  ended: ({ action, sheet }) => FETCHED[action] + ' ' + inSheet(sheet),
  question: TEXT.run.endItTheSheetAnd,
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
  const noun = text.noun(run);
  if (error) return TEXT.run.theWasInterrupted(noun);
  return run.state === 'running' ? TEXT.run.aIsNotFinished(noun) : TEXT.run.theIsPaused(noun);
}

const pausing = ({ underWay }: RunView): string =>
  underWay > 0 ? TEXT.run.pausing(TEXT.spending.underWay(underWay)) : TEXT.run.pausingAfterTheCallsUnder;

/** The same where nothing else says which run it is. */
export function stripTitle(shown: ShownRun): string {
  const { run, isDriving, error } = shown;
  if (!run || isDriving || run.state === 'done') return runTitle(shown);
  const state = error ? TEXT.run.interrupted : run.state === 'running' ? TEXT.run.notFinished : TEXT.run.paused;
  const doing = textOfRun(run).doing(run);
  // What may be cut off stands last.
  return state + ': ' + doing.slice(0, 1).toLowerCase() + doing.slice(1);
}

/** What its title, or what is listed under it, does not say already. */
export const noteOf = ({ reason, message }: RunView): string =>
  reason?.code === 'paused' || reason?.code === 'reportsMade' ? '' : message;
