import type { Platform } from '../schema/platform';

export type { SelectionChoices } from '../jobs/selection/selection-reading';

/** How a selection was understood, to be shown before anything is paid. */
export interface SelectionReading {
  /** Selected columns that hold anything. `maybe`: it reads as creators, too. */
  columns: { column: number; header: string; use: 'key' | 'platform' | 'maybe' | 'none' }[];
  /** 0: none. */
  platformColumn: number;
  /** Where handles name none; the column's own, unless one was chosen. */
  platform: Platform | '';
  /** What the header names, or whose ids the column holds. */
  headerPlatform: Platform | '';
  /** 0: none. */
  headerRow: number;
  /** Rows in which the header may stand, with what they hold. */
  tops: { row: number; text: string }[];
  hidden: {
    /** Rows of creators that are hidden. */
    rows: number;
    /** They are among the creators that were counted. */
    included: boolean;
    /** False: there are too many rows to look at each. */
    isLooked: boolean;
    hasFilter: boolean;
  };
  fillers: {
    count: number;
    /** Some of them. */
    texts: string[];
    included: boolean;
  };
  /** Names count by the links under them. */
  links: boolean;
}
