import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { MadeSheet } from '../../sidebar/report-calls';
import { TEXT } from '../text/text';

/** The server names no more than these. */
const MOST_NAMED = 50;

interface MadeNoteProps {
  made: MadeSheet;
  /** Says how many are missing in it. */
  without: (creators: number, isMore: boolean) => string;
}

/** What was written without a charge, and who is missing in it. Handles are strangers' texts. */
export function MadeNote({ made, without }: MadeNoteProps): JSX.Element {
  const note = useRef<HTMLDivElement>(null);
  // It comes at the foot of a long form.
  useEffect(() => note.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={note} class="note good report-result" role="status">
      <div>
        <p>{TEXT.report.madeIn(made.sheet, made.creators)}</p>
        {made.message && <p>{made.message}</p>}
        {made.without.length > 0 && (
          <details>
            <summary>{without(made.without.length, made.without.length >= MOST_NAMED)}</summary>
            <p class="break report-without">{made.without.join(', ')}</p>
          </details>
        )}
      </div>
    </div>
  );
}
