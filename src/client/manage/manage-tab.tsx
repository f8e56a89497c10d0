import type { JSX } from 'preact';
import type { Account } from '../../sidebar/account-calls';
import type { Glance } from '../../sidebar/glance-calls';
import { TemplateList } from './template-list';

/** What every tool of *Manage* is told. */
export interface ToolProps {
  account: Account | undefined;
  /** The selection and its sheet, while the tab is in view; undefined until the first look. */
  selected: Glance['selection'];
  isVisible: boolean;
  onAccount: () => void;
}

/** Each is a `details` with its name as `summary`; in the order of the work, from the shortlist to the campaign. */
const TOOLS: readonly ((props: ToolProps) => JSX.Element)[] = [TemplateList];

/** What is done with creators once they are found. Free, where a tool doesn't say its price. */
export const ManageTab = (props: ToolProps): JSX.Element => (
  <div class="scroll">
    {TOOLS.map((Tool, at) => (
      <Tool key={at} {...props} />
    ))}
  </div>
);
