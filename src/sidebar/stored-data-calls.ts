import type { StoredAnswers } from '../gate/forget';
import type { Platform } from '../schema/platform';

export interface StoredDataCalls {
  /** What is saved in this spreadsheet, and what it would cost to have it again. Free. */
  storedData: { gives: Record<string, never>; gets: StoredAnswers };
  /**
   * Deletes what is saved: of one creator, the data tab, or everything but keys, settings, runs and what was spent. Free;
   * formulas that still ask for it buy it again. `deleted` says what was deleted.
   */
  deleteData: {
    gives: { what: 'creator' | 'tab' | 'all'; platform: Platform; creator: string };
    gets: { deleted: StoredAnswers; left: StoredAnswers };
  };
}

export type { StoredAnswers };
