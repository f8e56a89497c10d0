import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Account, KeyPlace } from '../../sidebar/account-calls';
import { call } from '../call';
import { TEXT } from '../text/text';
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

/** A key to paste. It is tested by a free call before it is stored. */
export function KeyForm({ onAccount, place, clientId: clientIdBefore = '', onClose }: KeyFormProps): JSX.Element {
  const [key, setKey] = useState('');
  const [clientId, setClientId] = useState(clientIdBefore);
  const [where, setWhere] = useState<KeyPlace>(place ?? 'person');
  const [problem, setProblem] = useState<string>();
  const { run, busy, failure } = useAction();
  const save = (): void => {
    if (key.trim() === '') {
      setProblem(TEXT.account.pasteFirst);
      return;
    }
    void run('save', async () => {
      onAccount(await call('saveKey', { key: key.trim(), clientId: clientId.trim(), where }));
      announce(TEXT.account.keyWorks);
      onClose?.();
    });
  };
  return (
    <Form class="stack" onSubmit={save}>
      {place && <p class="hint">{TEXT.account.replacing}</p>}
      <TextField
        label={TEXT.account.apiKey}
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
        label={TEXT.account.clientId}
        value={clientId}
        onInput={setClientId}
        hint={TEXT.account.clientIdHint}
      />
      {!place && (
        <Radios
          label={TEXT.account.storeWhere}
          name="where"
          value={where}
          options={[
            { value: 'person', label: TEXT.account.forMe, hint: TEXT.account.forMeHint },
            {
              value: 'spreadsheet',
              label: TEXT.account.inThisSpreadsheet,
              ...(where === 'person' ? {} : { hint: TEXT.account.sharingWarning }),
            },
          ]}
          onChange={(value) => setWhere(value as KeyPlace)}
        />
      )}
      <div class="buttons">
        <Button type="submit" kind="action" busy={busy !== undefined}>
          {TEXT.account.testAndSave}
        </Button>
        {onClose && <Button onClick={onClose}>{TEXT.account.cancel}</Button>}
      </div>
      <ErrorNote {...failure} />
    </Form>
  );
}
