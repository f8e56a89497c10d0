import type { Account } from '../../sidebar/account-calls';
import type { FilterValues } from '../form/filter-values';
import type { Glance } from '../../sidebar/glance-calls';
import type { ContentControl, EnrichControl } from '../run/use-run';

/** What every tool of *Manage* is told. */
export interface ToolProps {
  account: Account | undefined;
  /** The selection and its sheet, while the tab is in view; undefined until the first look. */
  selected: Glance['selection'];
  /** The run that gets figures for a tool. */
  enrich: EnrichControl;
  /** The run that gets posts. */
  content: ContentControl;
  isVisible: boolean;
  onAccount: () => void;
  /** Opens *Content* with these filters filled in. */
  onPosts: (filters: FilterValues) => void;
}
