import type { HistoryStanding } from '../jobs/history/keeping';
import type { ToldChanges } from '../jobs/history/what-changed';

/** What *History* under *Manage* may ask of the server. All of it is free, and sends nothing. */
export interface HistoryCalls {
  /** Brings the history tab up to date, and says how things stand. */
  history: { gives: Record<string, never>; gets: HistoryStanding };
  /** Keeps a history from now on, or no longer. */
  switchHistory: { gives: { isOn: boolean }; gets: HistoryStanding };
  /** The same as `history`, with the tab in front. */
  openHistory: { gives: Record<string, never>; gets: HistoryStanding };
  /** Lists what changed since a day, by the thresholds of a sheet, which is made where there is none. */
  tellChanges: { gives: Record<string, never>; gets: ToldChanges };
}

export type { HistoryStanding, ToldChanges };
