import type { JSX } from 'preact';
import type { Account } from '../../sidebar/account-calls';
import { count } from '../format';
import { CopyText } from '../ui/copy-text';

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

type Sections = NonNullable<Account['unknownSections']>;

const MOST_NAMED = 5;

/** `devices, lookalikes, and 4 more`. */
function unknownNames(sections: Sections): string {
  const names = sections.map(({ name }) => name);
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more` : names.join(', ');
}

/** Names and types; no value of a person is in them. */
export const unknownReport = (sections: Sections): string =>
  [
    'influData for Google Sheets: sections of audience reports that it does not know (names and types, no data)',
    ...sections.map(({ name, form }) => `${name}: ${form}`),
  ].join('\n');
