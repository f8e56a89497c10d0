import type { JSX } from 'preact';
import type { Account } from '../../sidebar/calls';
import type { ReportControl } from './use-report';

interface ReportTabProps {
  account: Account | undefined;
  control: ReportControl;
  onAccount: () => void;
  isVisible: boolean;
}

/** From selected handles to audience reports, a fit score, an offer check, creators side by side. */
export function ReportTab({ isVisible }: ReportTabProps): JSX.Element | null {
  return isVisible ? <div class="scroll" /> : null;
}
