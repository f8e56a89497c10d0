import type { BudgetView } from './budget-view';
import type { EnrichView } from './enrich-calls';
import type { SearchView } from './find-calls';
import type { ContentView } from './content-calls';
import type { ReportView } from './report-calls';

/** What the page may do with a run, of whatever kind, once its tab has started it. */
export interface RunCalls {
  /**
   * Works on a run for about 20 s, within its price. `resume` wakes one that rests, and takes over one that stood still for
   * two minutes; `cap` raises what it may spend, null leaves it.
   */
  stepRun: { gives: { id: string; resume: boolean; cap: number | null }; gets: RunView & WithBudget };
  /** Pauses it after the calls under way. */
  pauseRun: { gives: { id: string }; gets: RunView & WithBudget };
  /** Ends it: what is written stays, and rows that still wait are told that they were not run. */
  endRun: { gives: { id: string }; gets: Record<string, never> };
}

export type RunView = SearchView | EnrichView | ReportView | ContentView;

/** What may still be spent, where that can be read. */
interface WithBudget {
  budget?: BudgetView;
}
