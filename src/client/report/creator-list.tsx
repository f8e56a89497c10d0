import type { JSX } from 'preact';
import type { ReportSelection } from '../../sidebar/report-calls';
import { count, number } from '../format';
import { labelOf } from '../run/selection-frame';
import { Unreadable } from '../run/unreadable';
import type { ReportDraft } from './draft';
import { isMade, stateText } from './report-plan';

interface CreatorListProps {
  selection: ReportSelection;
  draft: ReportDraft;
}

/** The selected creators, each with what is known of it. Texts are strangers' texts. */
export function CreatorList({ selection, draft }: CreatorListProps): JSX.Element {
  const { creators, most, beyond, unreadable, sheet } = selection;
  const platforms = new Set(creators.map(({ platform }) => platform));
  return (
    <>
      <p class="faint one-line">
        {count(creators.length, 'creator')} · {sheet}
      </p>
      {creators.length > 0 && (
        <ul class="report-creators" tabIndex={0} aria-label="Creators">
          {creators.map((creator) => (
            <li key={creator.key} class={creator.state === 'known' ? 'free' : isMade(creator) ? '' : 'left-out'}>
              <span class="one-line" title={creator.handle}>
                {creator.handle}
                {platforms.size > 1 && <span class="faint"> · {labelOf(creator.platform)}</span>}
              </span>
              <span class="report-state">{stateText(creator, draft)}</span>
              {creator.note && <span class="hint">{creator.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {beyond > 0 && (
        <p class="note warn report-beyond">
          <span>
            At most {number(most)} at once: {number(beyond)} more {beyond === 1 ? 'is' : 'are'} selected and left out.
          </span>
        </p>
      )}
      {unreadable.length > 0 && (
        <Unreadable unreadable={unreadable} all={Math.max(unreadable.length, selection.unreadableCount ?? 0)} />
      )}
    </>
  );
}
