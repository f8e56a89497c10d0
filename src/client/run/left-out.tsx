import type { JSX } from 'preact';
import type { LeftOutView } from '../../sidebar/pipeline-calls';
import type { RunView } from '../../sidebar/run-calls';
import { TEXT } from '../text/text';
import { Note } from '../ui/note';
import { Select } from '../ui/select';

export type ByStatus = 'skip' | 'mark';

interface LeftOutChoiceProps {
  leftOut: LeftOutView | undefined;
  byStatus: ByStatus;
  /** What is done with them instead of skipping them. */
  mark: string;
  /** How many and where. */
  hint: string;
  onChange: (byStatus: ByStatus) => void;
}

/** Creators whose status skips them: how many, where, and what is done with them. */
export const LeftOutChoice = ({ leftOut, byStatus, mark, hint, onChange }: LeftOutChoiceProps): JSX.Element | null =>
  leftOut ? (
    <div class="left-out">
      {leftOut.creators > 0 && (
        <>
          <Select
            isRow
            label={TEXT.pipeline.byStatus}
            value={byStatus}
            options={[
              { value: 'skip', label: TEXT.pipeline.skip },
              { value: 'mark', label: mark },
            ]}
            onChange={(value) => onChange(value as ByStatus)}
          />
          <p class="hint">{hint}</p>
        </>
      )}
      <Note kind="warn">{leftOut.lost.length > 0 && TEXT.pipeline.lost(leftOut.lost)}</Note>
      <Note kind="warn">{leftOut.unread.length > 0 && TEXT.pipeline.unread(leftOut.unread)}</Note>
    </div>
  ) : null;

/** What a run has skipped or marked by status, and where it stands; blank where nobody was. */
export function leftOutNote(run: RunView): string {
  if (run.kind !== 'search' && run.kind !== 'enrich') return '';
  const { leftOut: places = [], byStatus } = run;
  const isMarked = byStatus === 'mark';
  const found = places.reduce((sum, { creators }) => sum + creators, 0);
  // Rows say it themselves, also those that a killed step wrote.
  const skipped = run.kind === 'enrich' && !isMarked ? (run.counts['skipped'] ?? 0) : found;
  return skipped === 0 ? '' : TEXT.pipeline.after(skipped, isMarked, places);
}
