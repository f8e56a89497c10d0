import type { JSX } from 'preact';
import type { CallError, FailureCode } from '../call';
import { TEXT } from '../text/text';
import { Button } from './button';
import { Icon } from './icon';
import { Note } from './note';

/** What helps by trying once more as it is. */
const RETRYABLE: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'platform',
  'silence',
  'busy',
  'apiDown',
  'unreachable',
  'notGranted',
  'hostLimit',
  'sheet',
]);

/** What is put right on the Account tab. */
const ACCOUNT: ReadonlySet<FailureCode> = new Set<FailureCode>(['noKey', 'badKey', 'notAllowed', 'storeUnreadable']);

interface ErrorNoteProps {
  /** Without one there is no note. */
  error?: CallError | undefined;
  retry?: (() => void) | undefined;
  onAccount?: (() => void) | undefined;
}

/** What failed, in a sentence, with the next step. */
export const ErrorNote = ({ error, retry, onAccount }: ErrorNoteProps): JSX.Element | null =>
  error ? (
    <div class="note bad" role="alert">
      <Icon name="alert" />
      <div>
        {error.code === 'permission' && <strong>{TEXT.ui.manyAccounts}</strong>}
        <p>{error.message}</p>
        {retry && RETRYABLE.has(error.code) && (
          <Button kind="quiet" onClick={retry}>
            {TEXT.ui.tryAgain}
          </Button>
        )}
        {onAccount && ACCOUNT.has(error.code) && (
          <Button kind="quiet" onClick={onAccount}>
            {TEXT.ui.openAccount}
          </Button>
        )}
      </div>
    </div>
  ) : null;

/** What came of a look at the sheet in front: that it has nothing of what is wanted is a remark, and no failure. */
export const ReadingNote = ({ error, ...rest }: ErrorNoteProps): JSX.Element | null =>
  error?.code === 'badInput' ? <Note role="status">{error.message}</Note> : <ErrorNote error={error} {...rest} />;
