import type { JSX } from 'preact';
import type { Opening } from '../sidebar/calls';
import type { CallError } from './call';
import { TEXT } from './text/text';
import { ErrorNote } from './ui/error-note';
import { Note } from './ui/note';
import type { Failure } from './ui/use-action';

interface OpeningNotesProps {
  /** Of the switch that pauses spending. */
  pauseFailure: Failure | undefined;
  /** Permissions that are missing. */
  missing: Opening['missing'];
  error: CallError | undefined;
  onAccount: () => void;
  retry: () => void;
}

/** What stands in the way in every tab. */
export const OpeningNotes = ({ pauseFailure, missing, error, onAccount, retry }: OpeningNotesProps): JSX.Element => (
  <>
    {pauseFailure && (
      <div class="opening-error">
        <ErrorNote {...pauseFailure} onAccount={onAccount} />
      </div>
    )}
    {missing && (
      <div class="opening-error">
        <Note kind="warn" role="alert">
          {missing.message}{' '}
          {missing.url && (
            <a href={missing.url} target="_blank" rel="noreferrer">
              {TEXT.app.allow}
            </a>
          )}
        </Note>
      </div>
    )}
    {error && (
      <div class="opening-error">
        <ErrorNote error={error} retry={retry} />
      </div>
    )}
  </>
);
