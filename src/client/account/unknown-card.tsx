import type { JSX } from 'preact';
import type { Account } from '../../sidebar/account-calls';
import { TEXT } from '../text/text';
import { CopyText } from '../ui/copy-text';

/** What answers held that was not understood, once, with what a bug report needs. */
export function UnknownCard({ sections }: { sections: NonNullable<Account['unknownSections']> }): JSX.Element {
  return (
    <section class="card" aria-labelledby="unknown">
      <h2 id="unknown">{TEXT.account.unknownTitle}</h2>
      <p>{TEXT.account.unknownSections(sections.length, unknownNames(sections))}</p>
      <CopyText text={unknownReport(sections)} label={TEXT.account.copyForBugReport} said={TEXT.account.copied} />
    </section>
  );
}

type Sections = NonNullable<Account['unknownSections']>;

const MOST_NAMED = 5;

/** `devices, lookalikes, and 4 more`. */
function unknownNames(sections: Sections): string {
  const names = sections.map(({ name }) => name);
  const more = names.length - MOST_NAMED;
  return more > 0 ? TEXT.account.andMore(names.slice(0, MOST_NAMED).join(', '), more) : names.join(', ');
}

/** Names and types; no value of a person is in them. */
export const unknownReport = (sections: Sections): string =>
  [TEXT.account.unknownReport, ...sections.map(({ name, form }) => `${name}: ${form}`)].join('\n');
