import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Account } from '../../sidebar/account-calls';
import { call } from '../call';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { ErrorNote } from '../ui/error-note';
import { described, Problem } from '../ui/field';
import { Form } from '../ui/form';
import { announce } from '../ui/live';
import { Select } from '../ui/select';
import { useAction } from '../ui/use-action';
import {
  CAPS,
  FRESHNESS,
  KEY_KINDS,
  readDraft,
  SWITCHES,
  type Draft,
  type NumberSetting,
  type AccountSettings,
} from './setting-field';

interface SettingsFormProps {
  settings: AccountSettings;
  onAccount: (account: Account) => void;
}

/** Caps and freshness. Nothing changes before Save, and then only what was changed here. */
export function SettingsForm({ settings, onAccount }: SettingsFormProps): JSX.Element {
  const [draft, setDraft] = useState<Draft>({});
  const [isSaved, setIsSaved] = useState(false);
  const { run, busy, failure, clear } = useAction();
  const { change, problems } = readDraft(draft, settings);
  const changes = Object.keys(change).length;
  const hasProblems = Object.keys(problems).length > 0;
  useEffect(() => {
    if (changes > 0) setIsSaved(false);
  }, [changes]);
  const set = (part: Draft): void => setDraft((now) => ({ ...now, ...part }));
  const save = (): void => {
    if (hasProblems || changes === 0) return;
    void run('save', async () => {
      onAccount(await call('changeSettings', change));
      setDraft({});
      setIsSaved(true);
      announce(TEXT.account.settingsSaved);
    });
  };
  const numberRow = (name: NumberSetting, label: string, unit = ''): JSX.Element => (
    <NumberRow
      key={name}
      // *Raise cap* leads there.
      id={name === 'maxRequestsPerDay' ? 'day-cap' : undefined}
      label={label}
      unit={unit}
      value={draft[name] ?? String(settings[name])}
      problem={problems[name]}
      onInput={(value) => set({ [name]: value })}
    />
  );
  return (
    <Form class="settings" aria-labelledby="settings" onSubmit={save}>
      <div class="card">
        <h2 id="settings">{TEXT.account.caps}</h2>
        <p class="hint">{TEXT.account.capsHint}</p>
        {CAPS.map(({ name, label }) => numberRow(name, label))}
        <details class="more">
          <summary>{TEXT.account.freshness}</summary>
          <p class="hint">{TEXT.account.freshnessHint}</p>
          {FRESHNESS.map(({ name, label }) => numberRow(name, label, 'days'))}
        </details>
        <details class="more">
          <summary>{TEXT.account.more}</summary>
          {SWITCHES.map(({ name, label, hint }) => (
            <Check
              key={name}
              look="switch"
              checked={draft[name] ?? settings[name]}
              hint={hint}
              onChange={(checked) => set({ [name]: checked })}
            >
              {label}
            </Check>
          ))}
          <Select
            label={TEXT.account.kindOfKey}
            value={draft.keyKind ?? settings.keyKind}
            options={KEY_KINDS}
            onChange={(value) => set({ keyKind: value as AccountSettings['keyKind'] })}
          />
        </details>
        <ErrorNote {...failure} />
      </div>
      <div class={'save-bar' + (changes > 0 || hasProblems ? ' waiting' : '')}>
        <Button
          type="submit"
          kind={changes > 0 ? 'action' : 'plain'}
          busy={busy !== undefined}
          disabled={changes === 0 || hasProblems}
        >
          {changes > 0 ? TEXT.account.saveChanges(changes) : isSaved ? TEXT.account.saved : TEXT.account.save}
        </Button>
        {(changes > 0 || hasProblems) && (
          <Button
            onClick={() => {
              setDraft({});
              clear();
            }}
          >
            {TEXT.account.undo}
          </Button>
        )}
      </div>
    </Form>
  );
}

interface NumberRowProps {
  id: string | undefined;
  label: string;
  unit: string;
  value: string;
  problem: string | undefined;
  onInput: (value: string) => void;
}

function NumberRow({ id: given, label, unit, value, problem, onInput }: NumberRowProps): JSX.Element {
  const made = useId();
  const id = given ?? made;
  return (
    <div class="number-row">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...described(id, problem)}
      />
      {unit && <span class="unit faint">{unit}</span>}
      <Problem id={id} text={problem} />
    </div>
  );
}
