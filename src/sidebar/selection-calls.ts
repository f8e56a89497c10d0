import type { HiddenRows } from '../jobs/selection/hidden-rows';
import type { SelectionChoices, Understood } from '../jobs/selection/selection-reading';
import type { Platform } from '../schema/platform';

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
