import type { JSX } from 'preact';
import type { ContentSheet, ContentView } from '../../sidebar/content-calls';
import { filtersIn } from '../form/filter-text';
import { capital, number } from '../format';
import { RunFrame } from '../run/run-frame';
import type { ContentControl } from '../run/use-run';
import { TEXT } from '../text/text';
import { Figures } from '../ui/figures';
import { contentSummary } from './content-text';
import { NoPosts } from './no-posts';
import { SummaryStep } from './summary-form';

interface ContentRunProps {
  control: ContentControl;
  /** The content sheet in front. */
  sheet: ContentSheet | null;
  /** Its summary is made. */
  onSummary: () => void;
  /** Opens the form without these filters. */
  onLoosen: (names: readonly string[]) => void;
  onAccount: () => void;
}

/** One pull or sync: how far it is, pause, resume at a price that stands there, end. */
export function ContentRunCard({
  control,
  sheet,
  onSummary,
  onLoosen,
  onAccount,
}: ContentRunProps): JSX.Element | null {
  const { run, isDriving } = control;
  if (!run) return null;
  const isDone = run.state === 'done' && !isDriving;
  const filters = filtersIn(run.text);
  const posts = <strong>{number(run.pieces)}</strong>;
  return (
    <RunFrame
      control={control}
      run={run}
      onAccount={onAccount}
      about={
        <p class="faint clamp">
          {TEXT.content.runAbout(
            isDone || isDriving ? '' : run.sheet,
            contentSummary(filters),
            isDone ? undefined : run.startedAt,
          )}
        </p>
      }
      hint={TEXT.content.pauseHint(Math.min(run.cap, run.max))}
      steps={
        run.pieces === 0 && run.reason === undefined ? (
          run.action === 'pull' ? (
            <NoPosts filters={filters} onLoosen={onLoosen} />
          ) : (
            run.action === 'sync' && <p class="hint">{TEXT.content.noNewPosts}</p>
          )
        ) : (
          sheet !== null &&
          sheet.name === run.sheet &&
          sheet.summary === undefined &&
          sheet.pieces > 0 && <SummaryStep sheet={sheet} onMade={onSummary} />
        )
      }
      restNote={
        run.resumeNote && (
          <p class="note">
            <span>{capital(run.resumeNote)}</span>
          </p>
        )
      }
    >
      <div class="spread run-line">
        <p>{isDone ? TEXT.content.postsDone(posts, run.pieces === 1) : TEXT.content.postsSoFar(posts, run.max)}</p>
      </div>
      <Figures figures={postOutcomes(run).map(({ label, pieces }) => [label, pieces])} />
    </RunFrame>
  );
}

/** What came of the pieces, without those that there are none of; nothing, if all were added. */
export const postOutcomes = ({
  pieces: all,
  added,
  updated,
  repeated,
}: Pick<ContentView, 'pieces' | 'added' | 'updated' | 'repeated'>): { label: string; pieces: number }[] =>
  [
    { label: TEXT.content.added, pieces: added },
    { label: TEXT.content.refreshed, pieces: updated },
    { label: TEXT.content.alreadyThere, pieces: repeated },
  ].filter(({ label, pieces }) => pieces > 0 && !(label === TEXT.content.added && pieces === all));
