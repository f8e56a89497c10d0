import { chargedTo } from '../../gate/ledger-view';
import { InfluError } from '../../core/error';
import type { Bench } from './click';
import { contentStep } from '../content/content-run';
import { enrichStep } from '../enrich/enrich-run';
import { reportStep } from '../report/report-run';
import { changeRun, takeRun, type RunKind, type RunState } from './run-state';
import { searchStep } from '../search/search-run';

/** What a step of each kind of run does. */
const STEPS: { [Kind in RunKind]: (bench: Bench, run: never, isResumed: boolean) => Partial<RunState> } = {
  search: searchStep,
  enrich: enrichStep,
  report: reportStep,
  content: contentStep,
};

/** A step that nothing comes of lasts half a minute: longer than anybody else's calls. */
const MOST_IDLE = 2;
const NO_TURN =
  'No call got its turn for a minute, because other influData calls are under way or Google refuses the lock. Nothing was charged for this. Resume in some minutes.';

/**
 * Works on a run for about 20 s and says what is left. Takes it first, so that nobody else writes the same rows; `resume`
 * wakes one that was stopped, with a larger cap if there is one. `tonight` is a cap for this step alone. Throws what the
 * spreadsheet refused: then nothing of this step counts as done, and what it paid for is known, so it is free when the run
 * is resumed.
 */
export function stepRun(
  bench: Bench,
  id: string,
  kind: RunKind,
  resume: boolean,
  cap?: number,
  tonight?: number,
): RunState {
  const { host } = bench;
  const taken = takeRun(host, id, kind, resume, cap);
  const run = { ...taken, cap: tonight ?? taken.cap };
  if (run.state !== 'running') return run;
  let progress: Partial<RunState>;
  try {
    progress = STEPS[run.kind](bench, run as never, resume);
  } catch (error) {
    const message = error instanceof InfluError ? error.message : String(error);
    changeRun(host, id, kind, () => ({ busyUntilMs: 0, state: 'stopped', message }));
    throw error;
  }
  if ((progress.idle ?? 0) >= MOST_IDLE && progress.state === 'running')
    Object.assign(progress, { state: 'stopped', message: NO_TURN, idle: 0 });
  // A step that was killed has said nothing of what it spent; the ledger knows.
  if (resume || progress.state !== 'running')
    progress.charged = Math.max(progress.charged ?? run.charged, chargedTo(host, id));
  return changeRun<RunState>(host, id, kind, ({ state }) => ({
    ...progress,
    busyUntilMs: 0,
    steppedMs: host.clock.now(),
    // Stopped by a person meanwhile: that holds.
    ...(state === 'stopped' && progress.state === 'running' ? { state } : {}),
  }));
}

/**
 * Step after step until it rests or the time is over, as a trigger works: it resumes what was stopped, under tonight's cap.
 * By day the run has the cap that a person gave it.
 */
export function stepUntil(bench: Bench, run: RunState, untilMs: number, tonight: number): RunState {
  let now = run;
  for (let isFirst = true; now.state !== 'done' && bench.host.clock.now() < untilMs; isFirst = false) {
    now = stepRun(bench, now.id, now.kind, isFirst, undefined, tonight);
    if (now.state === 'stopped') break;
  }
  return now;
}
