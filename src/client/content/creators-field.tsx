import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SelectedHandles } from '../../sidebar/content-calls';
import { call } from '../call';
import { count, number } from '../format';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { useAction } from '../ui/use-action';
import { WordsField } from '../ui/words-field';
import { addHandles } from './words';

interface CreatorsFieldProps {
  handles: readonly string[];
  problem: string | undefined;
  onChange: (handles: string[]) => void;
  onBlur: () => void;
  /** What the selected cells hold comes beside what is there by then. */
  onSelected: (selected: SelectedHandles) => void;
}

/** Handles as chips, typed, pasted, or taken from the selected cells. */
export function CreatorsField({ handles, problem, ...on }: CreatorsFieldProps): JSX.Element {
  const [said, setSaid] = useState('');
  const { run, busy, failure } = useAction();
  const take = (): void => {
    setSaid('');
    void run('take', async () => {
      const selected = await call('selectedHandles', {});
      on.onSelected(selected);
      setSaid(takenText(selected));
    });
  };
  return (
    <div class="creators">
      <WordsField
        label="Creators"
        words={handles}
        add={addHandles}
        labelOf={(handle) => '@' + handle}
        onChange={on.onChange}
        onBlur={on.onBlur}
        placeholder="Anyone, or @handle"
        problem={problem}
      />
      <div class="links">
        <Button kind="quiet" busy={busy !== undefined} onClick={take}>
          From selected cells
        </Button>
        {handles.length > 1 && (
          <Button
            kind="quiet"
            onClick={() => {
              on.onChange([]);
              setSaid('');
            }}
          >
            Remove all {number(handles.length)}
          </Button>
        )}
      </div>
      <p class="hint" role="status">
        {said}
      </p>
      {failure && <ErrorNote error={failure.error} onRetry={failure.retry} />}
    </div>
  );
}

/** "12 creators from 15 rows of Creators. 3 cells are left out: …" */
const takenText = ({ area, handles, leftOut }: SelectedHandles): string =>
  (handles.length === 0 ? 'No handle' : count(handles.length, 'creator')) +
  ' from ' +
  area +
  '.' +
  (leftOut === 0
    ? ''
    : ' ' +
      count(leftOut, 'cell') +
      (leftOut === 1 ? ' is' : ' are') +
      ' left out: unreadable, or too many for one query.');
