import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { HistoryStanding, ToldChanges } from '../../sidebar/history-calls';
import { call } from '../call';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { useAction } from '../ui/use-action';
import { Tool } from './tool';

export const HistoryTool = (): JSX.Element => <Tool title={TEXT.history.title}>{() => <HistoryForm />}</Tool>;

/** A switch, the tab with the lines, and the sheet of changes. */
function HistoryForm(): JSX.Element {
  const [standing, setStanding] = useState<HistoryStanding>();
  const [told, setTold] = useState<ToldChanges>();
  const action = useAction();
  const bring = (what: string, ask: () => Promise<HistoryStanding>): void =>
    void action.run(what, async () => setStanding(await ask()));
  useEffect(() => bring('look', () => call('history', {})), []);
  const tell = (): void =>
    void action.run('tell', async () => {
      setTold(undefined);
      const done = await call('tellChanges', {});
      setTold(done);
      announce(TEXT.history.told(done));
    });
  const isOn = standing?.isOn === true;
  return (
    <>
      <p class="hint">{TEXT.history.hint}</p>
      <Check
        look="switch"
        checked={isOn}
        busy={action.busy === 'look' || action.busy === 'switch'}
        onChange={(wanted) => bring('switch', () => call('switchHistory', { isOn: wanted }))}
      >
        {TEXT.history.keep}
      </Check>
      {standing && <Lines standing={standing} />}
      {standing && (isOn || standing.lines > 0) && (
        <>
          <div class="buttons">
            <Button
              busy={action.busy === 'open'}
              disabled={standing.sheet === undefined}
              onClick={() => bring('open', () => call('openHistory', {}))}
            >
              {TEXT.history.open}
            </Button>
            <Button busy={action.busy === 'tell'} disabled={standing.sheet === undefined} onClick={tell}>
              {TEXT.history.changed}
            </Button>
          </div>
          <p class="hint">{TEXT.history.changedHint}</p>
          <Note kind="good">{told && TEXT.history.told(told)}</Note>
        </>
      )}
      <ErrorNote {...action.failure} />
    </>
  );
}

function Lines({
  standing: { isOn, lines, sheet, waiting, problem, lost },
}: {
  standing: HistoryStanding;
}): JSX.Element {
  const noLines = isOn && waiting === 0 ? TEXT.history.noLines : '';
  return (
    <>
      <p>{sheet !== undefined && lines > 0 ? TEXT.history.lines(lines, sheet) : noLines}</p>
      {waiting > 0 && <p>{TEXT.history.waiting(waiting)}</p>}
      {problem !== undefined && <Note kind="warn">{problem}</Note>}
      {lost > 0 && <p class="hint">{TEXT.history.lost(lost)}</p>}
    </>
  );
}
