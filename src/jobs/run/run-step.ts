import { failure } from './purchase';
import { InfluError, saidBy } from '../../core/error';
import type { Tools } from '../../core/ports';
import { keepHistory } from './history-drain';
import { changeRun, takeRun, type AnyRun, type RunShape } from './run-state';

/** One kind of run, as whoever drives it sees it. */
export interface RunJob<Run extends AnyRun> extends RunShape<Run> {
  /** Works for about 20 s and says what has changed. Throws what the spreadsheet refused. */
  step(tools: Tools, run: Run, isResumed: boolean): Partial<Run>;
  /** Tells the sheet that the rest will not be run, before the run is forgotten. */
  end?(tools: Tools, run: Run): void;
}

/** A step without any result lasts half a minute, longer than anybody else's calls. */
const MOST_IDLE = 2;

/**
 * Works on a run for about 20 s and says what is left. Takes it first, so that nobody else writes the same rows; `resume`
 * wakes one that rests, with a larger cap if there is one. `tonight` is a cap for this step alone. Throws what the
 * spreadsheet refused: then nothing of this step counts as done, and what it paid for is known, so it is free when the run
 * is resumed.
 */
export function stepRun<Run extends AnyRun>(
  tools: Tools,
  job: RunJob<Run>,
  id: string,
  { resume, cap, tonight }: { resume: boolean; cap?: number | undefined; tonight?: number },
): Run {
  const { host } = tools;
  const taken = takeRun(host, id, job, resume, cap);
  const run = { ...taken, cap: tonight ?? taken.cap };
  if (run.state !== 'running') return run;
  let progress: Partial<AnyRun>;
  try {
    progress = job.step(tools, run, resume);
  } catch (error) {
    const told = error instanceof InfluError ? error : new InfluError('sheet', saidBy(error));
    rest(tools, job, id, { state: 'stopped', reason: failure(told) });
    throw error;
  }
  if ((progress.idle ?? 0) >= MOST_IDLE && progress.state === 'running')
    progress = { ...progress, state: 'stopped', reason: { code: 'noTurn' }, idle: 0 };
  const rested = rest(tools, job, id, { ...progress, steppedMs: host.clock.now() });
  keepHistory(tools);
  return rested;
}

/** Saves what a step reports. If a person has paused the run meanwhile, it stays paused. A cap for tonight is not saved. */
const rest = <Run extends AnyRun>({ host }: Tools, job: RunJob<Run>, id: string, progress: Partial<AnyRun>): Run =>
  changeRun(host, id, job, ({ state, reason, cap }) => ({
    ...(progress as Partial<Run>),
    cap,
    busyUntilMs: 0,
    ...(state === 'stopped' && progress.state === 'running' ? { state, reason } : {}),
  }));

/**
 * Step after step until it rests or the time is over, as a trigger works: it resumes what was paused, under tonight's cap.
 * By day the run has the cap that a person gave it.
 */
export function stepUntil<Run extends AnyRun>(
  tools: Tools,
  job: RunJob<Run>,
  run: Run,
  untilMs: number,
  tonight: number,
): Run {
  let now = run;
  for (let isFirst = true; now.state !== 'done' && tools.host.clock.now() < untilMs; isFirst = false) {
    now = stepRun(tools, job, now.id, { resume: isFirst, tonight });
    if (now.state === 'stopped') break;
  }
  return now;
}
