import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Search } from '../../schema/search';
import type { SavedSearch } from '../../sidebar/find-calls';
import { call } from '../call';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { Form } from '../ui/form';
import { announce } from '../ui/live';
import { TextField } from '../ui/text-field';
import { useAction } from '../ui/use-action';
import { useEscape } from '../ui/use-escape';

interface SaveSearchProps {
  search: Search;
  suggested: string;
  known: readonly SavedSearch[];
  onSaved: (searches: SavedSearch[]) => void;
  onClose: () => void;
}

/** Keeps a search under a name, shared with the spreadsheet. */
export function SaveSearch({ search, suggested, known, onSaved, onClose }: SaveSearchProps): JSX.Element {
  const [name, setName] = useState(suggested.slice(0, 60));
  const { run, busy, failure } = useAction();
  useEscape(true, onClose);
  const trimmed = name.trim();
  const replaces = known.some((each) => each.name === trimmed);
  const save = (): void => {
    if (trimmed === '') return;
    void run('save', async () => {
      onSaved(await call('saveSearch', { platform: search.platform, filters: search.filters, name: trimmed }));
      announce(TEXT.find.searchSaved);
      onClose();
    });
  };
  return (
    <Form class="inset" onSubmit={save}>
      <TextField
        label={TEXT.find.searchName}
        value={name}
        maxLength={60}
        onInput={setName}
        hint={replaces ? TEXT.find.replacesSaved : TEXT.find.savedForEveryone}
        takesFocus
      />
      <div class="buttons">
        <Button type="submit" busy={busy !== undefined} disabled={trimmed === ''}>
          {TEXT.find.save}
        </Button>
        <Button onClick={onClose}>{TEXT.ui.cancel}</Button>
      </div>
      <ErrorNote {...failure} />
    </Form>
  );
}
