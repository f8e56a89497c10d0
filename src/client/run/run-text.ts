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
  enrich: 'Enriching',
  queue: 'Queueing',
  weekly: 'Refreshing',
};
const ENRICHED: Record<EnrichView['action'], string> = {
  enrich: 'Enriched',
  queue: 'Queued for enrichment',
  weekly: 'On the weekly refresh',
};
const FETCHING: Record<ContentView['action'], string> = {
  pull: 'Getting content into',
  sync: 'Syncing',
  refresh: 'Syncing and refreshing',
};
const FETCHED: Record<ContentView['action'], string> = {
  pull: 'Content is in',
  sync: 'Synced',
  refresh: 'Synced and refreshed',
};
const REPORTING: Record<ReportView['what'], string> = {
  sheets: 'Making audience reports',
  comparison: 'Comparing audiences',
  profiles: 'Comparing profiles',
};

const SEARCH: RunText<SearchView> = {
  unit: 'page',
  done: ({ donePages }) => donePages,
  all: ({ pages }) => pages,
  restPrice: ({ pages, donePages }) => Math.max(0, pages - donePages),
  noun: () => 'run',
  doing: ({ sheet }) => 'Writing to ' + inSheet(sheet),
  ended: ({ sheet }) => 'Written to ' + inSheet(sheet),
  question: 'End the run? Its sheet and what is written stay. What is paid for stays saved.',
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
    doneRows < rows ? 'The run ended' : ENRICHED[action] + ': ' + inSheet(sheet),
  question: 'End the run? What is written stays. Rows that still wait will say “not run”.',
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
      ? 'No report was made'
      : doneCreators < creators
        ? 'The run ended'
        : what === 'sheets'
          ? count(sheets.length, 'report') + (sheets.length === 1 ? ' is made' : ' are made')
          : 'The comparison is made',
  question: 'End the run? Sheets that are made stay, and what was bought is saved: a new run gets it free.',
};

const CONTENT: RunText<ContentView> = {
  unit: 'post',
  done: ({ pieces }) => pieces,
  all: ({ max, pieces, state }) => (state === 'done' ? pieces : max),
  restPrice: ({ resumeCosts }) => resumeCosts,
  noun: ({ action }) => (action === 'pull' ? 'pull' : 'sync'),
  doing: ({ action, sheet }) => FETCHING[action] + ' ' + inSheet(sheet),
  ended: ({ action, sheet }) => FETCHED[action] + ' ' + inSheet(sheet),
  question: 'End it? The sheet and what is written stay.',
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

/** It may spend no more, and there is more to get. What is only under way is no reason: it may come free. */
export const isCapped = (run: RunView): boolean =>
  textOfRun(run).restPrice(run) > 0 && (isAtItsCap(run.reason) || run.used >= run.cap);

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
  if (error) return 'The ' + noun + ' was interrupted';
  return run.state === 'running' ? 'A ' + noun + ' is not finished' : 'The ' + noun + ' is paused';
}

const pausing = ({ underWay }: RunView): string =>
  underWay > 0 ? 'Pausing: ' + TEXT.spending.underWay(underWay) + '…' : 'Pausing after the calls under way…';

/** The same where nothing else says which run it is. */
export function stripTitle(shown: ShownRun): string {
  const { run, isDriving, error } = shown;
  if (!run || isDriving || run.state === 'done') return runTitle(shown);
  const state = error ? 'Interrupted' : run.state === 'running' ? 'Not finished' : 'Paused';
  const doing = textOfRun(run).doing(run);
  // What may be cut off stands last.
  return state + ': ' + doing.slice(0, 1).toLowerCase() + doing.slice(1);
}

/** What its title, or what is listed under it, does not say already. */
export const noteOf = ({ reason, message }: RunView): string =>
  reason?.code === 'paused' || reason?.code === 'reportsMade' ? '' : message;
