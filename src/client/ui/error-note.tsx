import type { JSX } from 'preact';
import type { CallError, FailureCode } from '../call';
import { Button } from './button';
import { Icon } from './icon';

/** What helps by trying once more as it is. */
const RETRYABLE: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'platform',
  'silence',
  'busy',
  'apiDown',
  'unreachable',
  'hostLimit',
  'sheet',
]);

/** What is put right on the Account tab. */
const ACCOUNT: ReadonlySet<FailureCode> = new Set<FailureCode>(['noKey', 'badKey', 'notAllowed', 'storeUnreadable']);

interface ErrorNoteProps {
  error: CallError;
  onRetry?: (() => void) | undefined;
  retryLabel?: string;
  onAccount?: (() => void) | undefined;
}

/** What failed, in a sentence, with the next step. */
export const ErrorNote = ({ error, onRetry, retryLabel = 'Try again', onAccount }: ErrorNoteProps): JSX.Element => (
  <div class="note bad" role="alert">
    <Icon name="alert" />
    <div>
      {error.code === 'permission' && <strong>Several Google accounts</strong>}
      <p>{error.message}</p>
      {onRetry && RETRYABLE.has(error.code) && (
        <Button kind="quiet" onClick={onRetry}>
          {retryLabel}
        </Button>
      )}
      {onAccount && ACCOUNT.has(error.code) && (
        <Button kind="quiet" onClick={onAccount}>
          Open Account
        </Button>
      )}
    </div>
  </div>
);
