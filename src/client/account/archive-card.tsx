import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { archiveSql, isDatasetId, isProjectId } from '../../schema/archive-table';
import type { ArchiveView } from '../../sidebar/archive-calls';
import { call } from '../call';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { CopyText } from '../ui/copy-text';
import { ErrorNote } from '../ui/error-note';
import { useReturnFocus } from '../ui/focus';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { TextField } from '../ui/text-field';
import { useAction } from '../ui/use-action';

const rowsOf = ({ tables }: ArchiveView, kind: 'waiting' | 'refused'): number =>
  tables.reduce((sum, table) => sum + table[kind], 0);
const openRows = (view: ArchiveView): number => rowsOf(view, 'waiting') + rowsOf(view, 'refused');

/** Where rows go beyond this spreadsheet, and what waits. Only in a copy that has Google's service; looks when opened. */
export function ArchiveCard(): JSX.Element {
  const [view, setView] = useState<ArchiveView>();
  const [said, setSaid] = useState<string>();
  const [asks, setAsks] = useState(false);
  const holder = useReturnFocus<HTMLDetailsElement>(asks ? 'ask' : 'show');
  const { run, busy, failure } = useAction();
  const tell = (text: string): void => {
    setSaid(text);
    announce(text);
  };
  const look = (): void => void run('look', async () => setView(await call('archive', {})));
  const send = (): void =>
    void run('send', async () => {
      setSaid(undefined);
      let sent = 0;
      for (;;) {
        const next = await call('sendArchive', {});
        setView(next);
        sent += next.sent;
        if (next.sent === 0 || next.problem || rowsOf(next, 'waiting') === 0) break;
        tell(TEXT.archive.left(openRows(next)));
      }
      if (sent > 0) tell(TEXT.archive.sent(sent));
    });
  const end = (): void =>
    void run('end', async () => {
      setView(await call('stopArchive', {}));
      tell(TEXT.archive.ended);
    });
  const remove = (): void =>
    void run('remove', async () => {
      let left = Infinity;
      for (;;) {
        const next = await call('removeOldLines', {});
        setView(next);
        const isStuck = next.oldLines >= left;
        left = next.oldLines;
        if (left === 0 || isStuck) break;
      }
      setAsks(false);
      tell(left === 0 ? TEXT.archive.removed : TEXT.archive.notRemoved(left));
    });
  return (
    <details class="card stack more" ref={holder}>
      <summary>{TEXT.archive.title}</summary>
      <p class="hint">{TEXT.archive.hint}</p>
      <Note kind="good">{said}</Note>
      {!view ? (
        <Button busy={busy !== undefined} onClick={look}>
          {TEXT.archive.look}
        </Button>
      ) : view.project === '' ? (
        <ArchiveForm onView={setView} />
      ) : (
        <>
          <p class="break">{TEXT.archive.goesTo(view.project, view.dataset)}</p>
          <ul class="lines">
            {view.tables.map(({ name, waiting, refused }) => (
              <li key={name}>
                <span>{TEXT.archive.names[name] + ': ' + standing(waiting, refused)}</span>
              </li>
            ))}
          </ul>
          {view.missing && (
            <Note kind="warn">
              {TEXT.archive.missing}{' '}
              {view.missing.url && (
                <a href={view.missing.url} target="_blank" rel="noreferrer">
                  {TEXT.archive.allow}
                </a>
              )}
            </Note>
          )}
          <Note kind="bad" role="alert">
            {view.problem && problemText(view.problem)}
          </Note>
          <Note kind="warn">{rowsOf(view, 'refused') > 0 && TEXT.archive.refusedHint}</Note>
          <div class="buttons">
            {openRows(view) > 0 && (
              <Button busy={busy === 'send'} onClick={send}>
                {TEXT.archive.send(openRows(view))}
              </Button>
            )}
            <CopyText text={archiveSql(view)} label={TEXT.archive.copySql} said={TEXT.archive.copied} />
            <Button kind="quiet" busy={busy === 'end'} onClick={end}>
              {TEXT.archive.end}
            </Button>
          </div>
          {asks ? (
            <Confirm
              question={TEXT.archive.removeQuestion(view.oldLines)}
              yes={TEXT.archive.remove}
              danger
              busy={busy === 'remove'}
              onYes={remove}
              onNo={() => setAsks(false)}
            />
          ) : (
            view.oldLines > 0 && (
              <Button kind="quiet" opens="ask" onClick={() => setAsks(true)}>
                {TEXT.archive.removeOld}
              </Button>
            )
          )}
        </>
      )}
      <ErrorNote {...failure} />
    </details>
  );
}

const standing = (waiting: number, refused: number): string =>
  [
    ...(waiting > 0 ? [TEXT.archive.waits(waiting)] : []),
    ...(refused > 0 ? [TEXT.archive.refused(refused)] : []),
    ...(waiting + refused === 0 ? [TEXT.archive.nothingWaits] : []),
  ].join(', ');

const problemText = ({ code, said }: NonNullable<ArchiveView['problem']>): string =>
  code === 'other' ? TEXT.archive.other(said) : TEXT.archive.problems[code];

/** Where to; both names are checked before anything is stored. */
function ArchiveForm({ onView }: { onView: (view: ArchiveView) => void }): JSX.Element {
  const [project, setProject] = useState('');
  const [dataset, setDataset] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { run, busy, failure } = useAction();
  const [home, name] = [project.trim(), dataset.trim()];
  const save = (): void => {
    setIsTried(true);
    if (!isProjectId(home) || !isDatasetId(name)) return;
    void run('save', async () => onView(await call('saveArchive', { project: home, dataset: name })));
  };
  return (
    <>
      <TextField
        label={TEXT.archive.project}
        value={project}
        problem={isTried && !isProjectId(home) ? TEXT.archive.noProject : undefined}
        onInput={setProject}
      />
      <TextField
        label={TEXT.archive.dataset}
        value={dataset}
        problem={isTried && !isDatasetId(name) ? TEXT.archive.noDataset : undefined}
        onInput={setDataset}
      />
      <Button busy={busy !== undefined} onClick={save}>
        {TEXT.archive.save}
      </Button>
      <ErrorNote {...failure} />
    </>
  );
}
