import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Platform } from '../../schema/platform';
import type { Calls } from '../../sidebar/calls';
import { call } from '../call';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { TextArea } from '../ui/text-area';
import { useAction } from '../ui/use-action';

type Added = Calls['addDoNotContact']['gets'];

/** A list that is pasted in any form. What was not understood is told. */
export function DoNotContact({ platform }: { platform: Platform }): JSX.Element {
  const [pasted, setPasted] = useState('');
  const [added, setAdded] = useState<Added>();
  const action = useAction();
  const add = (): void =>
    void action.run('add', async () => {
      setAdded(undefined);
      const done = await call('addDoNotContact', { pasted, platform });
      setAdded(done);
      setPasted('');
      announce(TEXT.pipeline.addedTo(done.sheet, done.added, done.already));
    });
  return (
    <section class="part">
      <h2>{TEXT.pipeline.doNotContact}</h2>
      <p class="hint">{TEXT.pipeline.doNotContactHint}</p>
      <TextArea label={TEXT.pipeline.paste} hint={TEXT.pipeline.pasteHint} value={pasted} onInput={setPasted} />
      <Button busy={action.busy !== undefined} disabled={pasted.trim() === ''} onClick={add}>
        {TEXT.pipeline.add}
      </Button>
      <ErrorNote {...action.failure} />
      {added && <AddedNote added={added} />}
    </section>
  );
}

function AddedNote({ added }: { added: Added }): JSX.Element {
  const { unreadable, unreadableCount } = added;
  return (
    <>
      <Note kind="good">{TEXT.pipeline.addedTo(added.sheet, added.added, added.already)}</Note>
      {unreadableCount > 0 && (
        <>
          <p>{TEXT.pipeline.notUnderstood(unreadableCount)}</p>
          <ul class="remarks">
            {unreadable.map(({ text, why }, at) => (
              <li key={at}>{TEXT.pipeline.unreadable(text, why)}</li>
            ))}
            {unreadableCount > unreadable.length && (
              <li class="hint">{TEXT.pipeline.moreUnreadable(unreadableCount - unreadable.length)}</li>
            )}
          </ul>
        </>
      )}
    </>
  );
}
