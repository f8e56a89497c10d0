import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button';
import { TextField } from '../ui/text-field';

/** Any value of the API's answer, by its path. */
export function PathField({ onAdd }: { onAdd: (path: string) => void }): JSX.Element {
  const [typed, setTyped] = useState('');
  const path = typed.trim();
  const add = (): void => {
    if (path === '') return;
    onAdd(path);
    setTyped('');
  };
  return (
    <div
      class="path-field"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
        event.preventDefault();
        add();
      }}
    >
      <TextField label="Add a path" value={typed} placeholder="stats.avgLikes" maxLength={200} onInput={setTyped} />
      <Button disabled={path === ''} onClick={add}>
        Add
      </Button>
    </div>
  );
}
