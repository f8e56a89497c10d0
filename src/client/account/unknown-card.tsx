import type { JSX } from 'preact';
import type { Account } from '../../sidebar/calls';
import { count } from '../format';
import { CopyText } from '../ui/copy-text';
import { unknownNames, unknownReport } from './unknown-report';

/** What answers held that was not understood, once, with what a bug report needs. */
export function UnknownCard({ sections }: { sections: NonNullable<Account['unknownSections']> }): JSX.Element {
  return (
    <section class="card" aria-labelledby="unknown">
      <h2 id="unknown">Not understood</h2>
      <p>
        Answers held {count(sections.length, 'section')} that this version does not know: {unknownNames(sections)}. They
        are shown as they came.
      </p>
      <CopyText
        text={unknownReport(sections)}
        label="Copy for a bug report"
        said="Copied: names and types, no data of anyone."
        byHand="Press Ctrl+C (⌘C) to copy"
      />
    </section>
  );
}
