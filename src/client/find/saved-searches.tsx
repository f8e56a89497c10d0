import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SavedSearch } from '../../sidebar/find-calls';
import { call } from '../call';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { ErrorNote } from '../ui/error-note';
import { useReturnFocus } from '../ui/focus';
import { Form } from '../ui/form';
import { Note } from '../ui/note';
import { TextField } from '../ui/text-field';
import { useAction } from '../ui/use-action';
import { useEscape } from '../ui/use-escape';
import { summaryLine } from './search-text';

interface SavedSearchesProps {
  searches: readonly SavedSearch[];
  /** Why there are none, if the saved ones cannot be read. */
  stopped?: string | undefined;
  onChange: (searches: SavedSearch[]) => void;
  onRun: (search: SavedSearch) => void;
  onFill: (search: SavedSearch) => void;
}

/** Searches kept with the spreadsheet: what each costs now, run, rename, delete. */
export const SavedSearches = ({ searches, stopped, ...rest }: SavedSearchesProps): JSX.Element => (
  <details class="saved" open={stopped !== undefined}>
    <summary>{TEXT.find.savedSearches(<span class="badge">{stopped ? '!' : searches.length}</span>)}</summary>
    {stopped ? (
      <Note kind="bad" role="alert">
        {stopped}
      </Note>
    ) : searches.length === 0 ? (
      <p class="hint">{TEXT.find.noSavedSearches}</p>
    ) : (
      <ul class="saved-list">
        {searches.map((search) => (
          <SavedRow key={search.name} search={search} searches={searches} {...rest} />
        ))}
      </ul>
    )}
  </details>
);

function SavedRow({
  search,
  searches,
  onChange,
  onRun,
  onFill,
}: { search: SavedSearch } & SavedSearchesProps): JSX.Element {
  const [mode, setMode] = useState<'show' | 'rename' | 'delete'>('show');
  const [name, setName] = useState(search.name);
  const { run, busy, failure } = useAction();
  useEscape(mode === 'rename', () => setMode('show'));
  const holder = useReturnFocus<HTMLLIElement>(mode);
  const to = name.trim();
  const isTaken = to !== search.name && searches.some((each) => each.name === to);
  const rename = (): void => {
    if (to === search.name) setMode('show');
    else if (to !== '' && !isTaken)
      void run('rename', async () => {
        onChange(await call('renameSearch', { name: search.name, to }));
      });
  };
  return (
    <li ref={holder}>
      {mode === 'rename' ? (
        <Form onSubmit={rename}>
          <TextField
            label={TEXT.find.newName}
            value={name}
            maxLength={60}
            onInput={setName}
            takesFocus
            problem={isTaken ? TEXT.find.nameTaken : undefined}
          />
          <div class="buttons">
            <Button type="submit" busy={busy !== undefined} disabled={to === '' || isTaken}>
              {TEXT.find.rename}
            </Button>
            <Button onClick={() => setMode('show')}>{TEXT.ui.cancel}</Button>
          </div>
        </Form>
      ) : (
        <>
          <div class="spread">
            <strong class="one-line" title={search.name}>
              {search.name}
            </strong>
            <Button label={TEXT.find.runNamed(search.price, search.name)} onClick={() => onRun(search)}>
              {TEXT.find.run(search.price)}
            </Button>
          </div>
          <p class="hint clamp">{summaryLine(search)}</p>
          {mode === 'delete' ? (
            <Confirm
              question={TEXT.find.askDelete(search.name)}
              yes={TEXT.find.delete}
              danger
              busy={busy !== undefined}
              onYes={() =>
                void run('delete', async () => {
                  onChange(await call('deleteSearch', { name: search.name }));
                })
              }
              onNo={() => setMode('show')}
            />
          ) : (
            <div class="links">
              <Button kind="quiet" label={TEXT.find.editNamed(search.name)} onClick={() => onFill(search)}>
                {TEXT.find.edit}
              </Button>
              <Button
                kind="quiet"
                label={TEXT.find.renameNamed(search.name)}
                opens="rename"
                onClick={() => setMode('rename')}
              >
                {TEXT.find.rename}
              </Button>
              <Button
                kind="quiet"
                label={TEXT.find.deleteNamed(search.name)}
                opens="delete"
                onClick={() => setMode('delete')}
              >
                {TEXT.find.delete}
              </Button>
            </div>
          )}
        </>
      )}
      <ErrorNote {...failure} />
    </li>
  );
}
