import type { ConflictMade } from '../jobs/conflict/conflict-check';
import type { BoughtTimelines } from '../jobs/conflict/saved-timeline';
import type { Platform } from '../schema/platform';
import type { BudgetView } from './budget-view';

/** What the *Conflict check* may ask of the server. */
export interface ConflictCalls {
  /** The creators of the sheet in front, what their timelines cost that are not saved, and the brands. Free, sends nothing. */
  readConflict: { gives: { platform: Platform | '' }; gets: ConflictView };
  /** Makes the sheet of brands, or shows it. Free. */
  openBrands: { gives: Record<string, never>; gets: { sheet: string } };
  /** Buys timelines that are not saved, for about 20 seconds: 1 request each, at most `cap`. */
  buyTimelines: { gives: ShortlistForm & { cap: number }; gets: BoughtTimelines };
  /** Lays out which creator mentioned which brand, from what is saved. Free, sends nothing. */
  checkConflicts: { gives: ShortlistForm; gets: ConflictMade };
}

export interface ShortlistForm {
  platform: Platform | '';
  /** The sheet whose price was shown. */
  sheetId: number;
}

export interface ConflictView {
  sheet: string;
  sheetId: number;
  creators: number;
  /** Hidden rows that are left out; undefined: they are in, because there are too many rows to look at each. */
  hidden?: number;
  /** For the timelines that are not saved. */
  requests: number;
  /** Undefined: there is no sheet of brands, or it cannot be read, and why. */
  brands?: { sheet: string; competitors: number; own: number };
  brandProblem?: string;
  /** Whose posts come next, as many as one query takes; undefined: all were asked for. */
  next?: { platform: Platform; handles: string[]; left: number };
  budget: BudgetView;
}

export type { ConflictMade };
