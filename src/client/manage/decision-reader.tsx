import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Calls } from '../../sidebar/calls';
import type { Platform } from '../../schema/platform';
import { call } from '../call';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { Select } from '../ui/select';
import { TextArea } from '../ui/text-area';
import { useAction } from '../ui/use-action';

type Read = Calls['readDecisions']['gets'];

interface DecisionReaderProps {
  list: Calls['clientList']['gets'];
  platform: Platform | '';
}

const PASTED = 'pasted';

/** What the client said, from a sheet or from rows that are pasted, back into the list. */
export function DecisionReader({ list, platform }: DecisionReaderProps): JSX.Element {
  const [picked, setFrom] = useState<string>();
  const from = picked ?? String(list.source ?? '');
  const [pasted, setPasted] = useState('');
  const [read, setRead] = useState<Read>();
  const action = useAction();
  const canRead = from === PASTED ? pasted.trim() !== '' : from !== '';
  const start = (): void =>
    void action.run('read', async () => {
      setRead(undefined);
      const isPasted = from === PASTED;
      const done = await call('readDecisions', {
        sheetId: list.sheetId,
        platform,
        source: isPasted ? { pasted } : { sheet: Number(from) },
      });
      setRead(done);
      announce(TEXT.clientSheet.read(done.read, done.changed));
    });
  return (
    <section class="part">
      <h2>{TEXT.clientSheet.decisions}</h2>
      <p class="hint">{TEXT.clientSheet.decisionsHint}</p>
      <Select
        label={TEXT.clientSheet.from}
        value={from}
        options={[
          { value: '', label: TEXT.clientSheet.choose },
          ...list.sources.map(({ id, name }) => ({ value: String(id), label: name })),
          { value: PASTED, label: TEXT.clientSheet.pasted },
        ]}
        onChange={setFrom}
      />
      {from === PASTED && (
        <TextArea label={TEXT.clientSheet.paste} hint={TEXT.clientSheet.pasteHint} value={pasted} onInput={setPasted} />
      )}
      <Button busy={action.busy !== undefined} disabled={!canRead} onClick={start}>
        {TEXT.clientSheet.decisions}
      </Button>
      <ErrorNote {...action.failure} />
      {read && <ReadNote read={read} />}
    </section>
  );
}

function ReadNote({ read }: { read: Read }): JSX.Element {
  const { columns } = read;
  const remarks = (['conflicting', 'gone', 'kept', 'other', 'none'] as const).flatMap((what) =>
    read[what].length > 0 ? [TEXT.clientSheet[what](read[what])] : [],
  );
  if (read.unreadable.length > 0) remarks.unshift(TEXT.clientSheet.unreadable(read.unreadable));
  return (
    <>
      <Note kind="good">{TEXT.clientSheet.read(read.read, read.changed)}</Note>
      <ul class="remarks">
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
        <li class="hint">{TEXT.clientSheet.readFrom(columns.creator, columns.decision, columns.comment)}</li>
      </ul>
    </>
  );
}
