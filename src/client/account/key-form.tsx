import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Account, KeyPlace } from '../../sidebar/account-calls';
import { call } from '../call';
import { Button } from '../ui/button';
import { Radios } from '../ui/check';
import { ErrorNote } from '../ui/error-note';
import { Form } from '../ui/form';
import { announce } from '../ui/live';
import { TextField } from '../ui/text-field';
import { useAction } from '../ui/use-action';

interface KeyFormProps {
  onAccount: (account: Account) => void;
  /** A key that is replaced stays where it is. */
  place?: KeyPlace;
  clientId?: string;
  onClose?: () => void;
}

export const SHARING_WARNING =
  'Every editor of this spreadsheet then spends from this key, and could read it. Their formulas use it too.';

/** A key to paste. It is tested by a free call before it is stored. */
export function KeyForm({ onAccount, place, clientId: clientIdBefore = '', onClose }: KeyFormProps): JSX.Element {
  const [key, setKey] = useState('');
  const [clientId, setClientId] = useState(clientIdBefore);
  const [where, setWhere] = useState<KeyPlace>(place ?? 'person');
  const [problem, setProblem] = useState<string>();
  const { run, busy, failure } = useAction();
  const save = (): void => {
    if (key.trim() === '') {
      setProblem('Paste the key first.');
      return;
    }
    void run('save', async () => {
      onAccount(await call('saveKey', { key: key.trim(), clientId: clientId.trim(), where }));
      announce('The key works and is stored.');
      onClose?.();
    });
  };
  return (
    <Form class="stack" onSubmit={save}>
      <TextField
        label="API key"
        takesFocus
        type="password"
        value={key}
        onInput={(value) => {
          setKey(value);
          setProblem(undefined);
        }}
        problem={problem}
      />
      <TextField
        label="Client id"
        value={clientId}
        onInput={setClientId}
        hint="Came with your key. With it the balance can be read; without it, searches still work."
      />
      {!place && (
        <Radios
          label="Store the key"
          name="where"
          value={where}
          options={[
            { value: 'person', label: 'For me', hint: 'Only you spend from it, in any spreadsheet.' },
            {
              value: 'spreadsheet',
              label: 'In this spreadsheet',
              ...(where === 'person' ? {} : { hint: SHARING_WARNING }),
            },
          ]}
          onChange={(value) => setWhere(value as KeyPlace)}
        />
      )}
      <div class="buttons">
        <Button type="submit" kind="action" busy={busy !== undefined}>
          Test and save
        </Button>
        {onClose && <Button onClick={onClose}>Cancel</Button>}
      </div>
      <ErrorNote {...failure} />
    </Form>
  );
}
