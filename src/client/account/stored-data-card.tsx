import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Platform } from '../../schema/platform';
import type { StoredAnswers } from '../../sidebar/stored-data-calls';
import { call } from '../call';
import { PLATFORM_OPTIONS } from '../form/platform-options';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { ErrorNote } from '../ui/error-note';
import { useReturnFocus } from '../ui/focus';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import type { Option } from '../ui/option';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { useAction } from '../ui/use-action';

type What = 'creator' | 'tab' | 'all';

const WHAT: readonly Option[] = (['creator', 'tab', 'all'] as const).map((value) => ({
  value,
  label: TEXT.storedData.actions[value],
}));

/** What is saved in this spreadsheet and what it would cost to have it again; deletes it. Asks only when opened. */
export function StoredDataCard(): JSX.Element {
  const [stored, setStored] = useState<StoredAnswers>();
  const [mode, setMode] = useState<'show' | 'choose' | 'ask'>('show');
  const [what, setWhat] = useState<What>('creator');
  const [platform, setPlatform] = useState<Platform>('instagram');
  const [creator, setCreator] = useState('');
  const [problem, setProblem] = useState<string>();
  const [said, setSaid] = useState<string>();
  const { run, busy, failure, clear } = useAction();
  const holder = useReturnFocus<HTMLDetailsElement>(mode);
  const turn = (next: typeof mode): void => {
    setMode(next);
    setProblem(undefined);
    clear();
  };
  const look = (): void => void run('look', async () => setStored(await call('storedData', {})));
  const remove = (): void =>
    void run('delete', async () => {
      const { deleted, left } = await call('deleteData', {
        what,
        platform,
        creator: what === 'creator' ? creator : '',
      });
      setStored(left);
      setCreator('');
      const told = what === 'tab' ? TEXT.storedData.tabDeleted : TEXT.storedData.deleted(deleted);
      setSaid(told);
      announce(told);
      turn('show');
    });
  const question = (all: StoredAnswers): string =>
    what === 'creator'
      ? TEXT.storedData.ask.creator(creator)
      : what === 'tab'
        ? TEXT.storedData.ask.tab
        : TEXT.storedData.ask.all(all);
  return (
    <details class="card stack more" ref={holder}>
      <summary>{TEXT.storedData.title}</summary>
      {stored && <p role="status">{TEXT.storedData.saved(stored)}</p>}
      <p class="hint">{TEXT.storedData.hint}</p>
      <Note kind="good">{mode === 'show' && said}</Note>
      {!stored ? (
        <Button busy={busy !== undefined} onClick={look}>
          {TEXT.storedData.look}
        </Button>
      ) : mode === 'show' ? (
        <Button opens="choose" onClick={() => turn('choose')}>
          {TEXT.storedData.delete}
        </Button>
      ) : mode === 'ask' ? (
        <Confirm
          question={question(stored)}
          yes={TEXT.storedData.yes}
          danger
          busy={busy !== undefined}
          onYes={remove}
          onNo={() => turn('show')}
        />
      ) : (
        <>
          <Select
            label={TEXT.storedData.action}
            value={what}
            options={stored.hasDataTab ? WHAT : WHAT.filter(({ value }) => value !== 'tab')}
            onChange={(value) => setWhat(value as What)}
          />
          {what === 'creator' && (
            <>
              <Select
                label={TEXT.storedData.platform}
                value={platform}
                options={PLATFORM_OPTIONS}
                onChange={(value) => setPlatform(value as Platform)}
              />
              <TextField label={TEXT.storedData.creator} value={creator} problem={problem} onInput={setCreator} />
            </>
          )}
          <Button
            onClick={() =>
              what === 'creator' && creator.trim() === '' ? setProblem(TEXT.storedData.noCreator) : turn('ask')
            }
          >
            {TEXT.storedData.delete}
          </Button>
        </>
      )}
      <ErrorNote {...failure} />
    </details>
  );
}
