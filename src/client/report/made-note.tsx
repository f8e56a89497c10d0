import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { MadeSheet } from '../../sidebar/report-calls';
import { count, number } from '../format';
import { TEXT } from '../text/text';

/** The server names no more than these. */
const MOST_NAMED = 50;

/** What was written without a charge, and who is missing in it. Handles are strangers' texts. */
export function MadeNote({ made, data }: { made: MadeSheet; data: string }): JSX.Element {
  const note = useRef<HTMLDivElement>(null);
  // It comes at the foot of a long form.
  useEffect(() => note.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={note} class="note good report-result" role="status">
      <div>
        <p>
          “{made.sheet}”: {count(made.creators, 'creator')}.
        </p>
        {made.message && <p>{made.message}</p>}
        {made.without.length > 0 && (
          <details>
            <summary>
              {made.without.length >= MOST_NAMED ? TEXT.report.atLeast : ''}
              {number(made.without.length)} without {data}
            </summary>
            <p class="break report-without">{made.without.join(', ')}</p>
          </details>
        )}
      </div>
    </div>
  );
}
