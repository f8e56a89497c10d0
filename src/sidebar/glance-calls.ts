import type { BudgetView } from './budget-view';
import type { RunFigures } from './run-base';

export interface GlanceCalls {
  /** What the page looks at again and again while it is to be seen. Free. */
  glance: {
    gives: {
      selection: boolean;
      /** Of an earlier budget its key, and the runs whose figures are wanted, by their ids. */
      budget: { key: string; runs: string[] } | null;
    };
    gets: Glance;
  };
}

export interface Glance {
  selection?: {
    sheetId: number;
    /** `A2:A13`; several areas as `A2:A13, C4`. */
    area: string;
    /** Another one whenever the selection is. */
    figure: string;
  };
  /** Both where the ledger can be read. */
  budget?: BudgetView;
  runs?: Record<string, RunFigures>;
}
