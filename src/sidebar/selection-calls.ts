import type { HiddenRows } from '../jobs/selection/hidden-rows';
import type { SelectionChoices, Understood } from '../jobs/selection/selection-reading';
import type { Platform } from '../schema/platform';
import type { BudgetView } from './budget-view';

export type { SelectionChoices };

/** How a selection was understood, to be shown before anything is paid. */
export interface SelectionReading extends Pick<Understood, 'columns' | 'tops'> {
  /** 0: none. */
  platformColumn: number;
  /** Where handles name none; the column's own, unless one was chosen. */
  platform: Platform | '';
  /** What the header names, or whose ids the column holds. */
  headerPlatform: Platform | '';
  /** 0: none. */
  headerRow: number;
  /** How many rows of creators are hidden, and whether they are among the creators that were counted. */
  hidden: Omit<HiddenRows, 'rows'> & { rows: number; included: boolean };
  fillers: {
    count: number;
    /** Some of them. */
    texts: string[];
    included: boolean;
  };
  /** Names count by the links under them. */
  links: boolean;
}

/** What every tab shows of the cells that are selected. */
export interface SelectedCells {
  sheet: string;
  /** For example `A2:A413`, or several. */
  area: string;
  read: SelectionReading;
  /** The first 50 of those that cannot be read, and how many there are. */
  unreadable: { row: number; text: string; why: string }[];
  unreadableCount: number;
  budget: BudgetView;
}
