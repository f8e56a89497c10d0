import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SelectedHandles } from '../../sidebar/content-calls';
import type { SelectionChoices } from '../../sidebar/selection-calls';
import { call } from '../call';
import { FilterRows } from '../form/filter-rows';
import { listIn } from '../form/filter-values';
import { HowRead } from '../selection/how-read';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { useAction } from '../ui/use-action';
import { withSelected, type ContentFormState } from './content-draft';

export interface CreatorsFieldProps {
  state: ContentFormState;
  /** The area that is selected now; undefined: not known yet. */
  selected: string | undefined;
}

/** Handles as chips, typed, pasted, or taken from the selected cells. */
export function CreatorsField({ state, selected }: CreatorsFieldProps): JSX.Element {
  const handles = listIn(state.form, 'username');
  const [said, setSaid] = useState('');
  const [taken, setTaken] = useState<SelectedHandles>();
  const [choices, setChoices] = useState<SelectionChoices>({});
  const { run, busy, failure } = useAction();
  const take = (chosen: SelectionChoices, before: readonly string[]): void => {
    setSaid('');
    setChoices(chosen);
    void run('take', async () => {
      const found = await call('selectedHandles', { choices: chosen });
      // Beside what is there by then, but for what the cells held when they were read otherwise.
      state.change((now) => withSelected(now, found, before));
      setTaken(found);
      setSaid(takenText(found));
    });
  };
  const forget = (): void => {
    setSaid('');
    setTaken(undefined);
  };
  return (
    <div class="creators">
      <FilterRows state={state} rows={['username']} />
      <div class="links">
        <Button kind="quiet" busy={busy !== undefined} onClick={() => take({}, [])}>
          {TEXT.content.addFrom(selected ?? '')}
        </Button>
        {handles.length > 1 && (
          <Button
            kind="quiet"
            onClick={() => {
              state.set('username', []);
              forget();
            }}
          >
            {TEXT.content.removeAll(handles.length)}
          </Button>
        )}
      </div>
      <p class="hint" role="status">
        {said}
      </p>
      {taken?.read && (
        <HowRead
          read={taken.read}
          choices={choices}
          onChange={(part) => take({ ...choices, ...part }, taken.handles)}
        />
      )}
      <ErrorNote {...failure} />
    </div>
  );
}

/** "12 creators from 15 rows of Creators. 3 cells are left out: …" */
const takenText = ({ area, handles, leftOut }: SelectedHandles): string =>
  TEXT.content.handlesTaken(handles.length, area, leftOut);
