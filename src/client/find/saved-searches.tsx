import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SavedSearch } from '../../sidebar/find-calls';
import { call } from '../call';
import { price } from '../format';
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
    <summary>
      Saved searches <span class="badge">{stopped ? '!' : searches.length}</span>
    </summary>
    {stopped ? (
      <Note kind="bad" role="alert">
        {stopped}
      </Note>
    ) : searches.length === 0 ? (
      <p class="hint">Set filters, then choose Save: the search waits here for everyone in this spreadsheet.</p>
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
            label="New name"
            value={name}
            maxLength={60}
            onInput={setName}
            takesFocus
            problem={isTaken ? 'Another search has this name.' : undefined}
          />
          <div class="buttons">
            <Button type="submit" busy={busy !== undefined} disabled={to === '' || isTaken}>
              Rename
            </Button>
            <Button onClick={() => setMode('show')}>Cancel</Button>
          </div>
        </Form>
      ) : (
        <>
          <div class="saved-head">
            <strong title={search.name}>{search.name}</strong>
            <Button label={'Run · ' + price(search.price) + ', ' + search.name} onClick={() => onRun(search)}>
              Run · {price(search.price)}
            </Button>
          </div>
          <p class="hint clamp">{summaryLine(search)}</p>
          {mode === 'delete' ? (
            <Confirm
              question={'Delete “' + search.name + '” for everyone in this spreadsheet?'}
              yes="Delete"
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
              <Button kind="quiet" label={'Edit the filters of ' + search.name} onClick={() => onFill(search)}>
                Edit
              </Button>
              <Button kind="quiet" label={'Rename ' + search.name} opens="rename" onClick={() => setMode('rename')}>
                Rename
              </Button>
              <Button kind="quiet" label={'Delete ' + search.name} opens="delete" onClick={() => setMode('delete')}>
                Delete
              </Button>
            </div>
          )}
        </>
      )}
      <ErrorNote {...failure} />
    </li>
  );
}
