import type { FlagName } from '../jobs/vetting/flag';
import type { Platform } from '../schema/platform';
import type { BudgetView } from './budget-view';
import type { SelectedKeys } from './enrich-calls';

export type Flag = FlagName;

/** What *Vetting flags* under *Manage* may ask of the server. */
export interface VettingCalls {
  /** The list in front, which flags it has, and what figures that are missing would cost. Free, sends nothing. */
  readVetting: { gives: VettingForm; gets: VettingView };
  /** Lays the flags beside their figures, or brings them up to date. Free, sends nothing. */
  layFlags: { gives: VettingForm & { sheetId: number }; gets: { settings: string; rows: number } };
}

export interface VettingForm {
  /** Blank: those that the list has, or the ones that cost little. */
  flags: FlagName[];
  /** Of handles that name none themselves. */
  platform: Platform | '';
}

export interface VettingView {
  sheetId: number;
  sheet: string;
  /** The handles: `A2:A13`. */
  area: string;
  /** Different creators in the list. */
  creators: number;
  /** Flags that have a column already. */
  there: FlagName[];
  /** The flags that were priced. */
  flags: FlagName[];
  /** What a run has to get: its fields, its rows, and what it costs at most. */
  fields: string[];
  keys: SelectedKeys;
  rows: number;
  known: number;
  requests: number;
  budget: BudgetView;
}
