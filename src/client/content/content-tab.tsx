import type { JSX } from 'preact';
import type { Account } from '../../sidebar/calls';
import type { ContentControl } from './use-content';

interface ContentTabProps {
  account: Account | undefined;
  /** Between the arguments of a formula in this spreadsheet's locale. */
  separator: ',' | ';';
  control: ContentControl;
  onAccount: () => void;
  isVisible: boolean;
}

/** From filters to a sheet of posts, kept in step and summed up. */
export function ContentTab({ isVisible }: ContentTabProps): JSX.Element | null {
  return isVisible ? <div class="scroll" /> : null;
}
