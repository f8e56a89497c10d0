import { useEffect, useRef, useState } from 'preact/hooks';
import type { Calls } from '../../sidebar/calls';
import type { EnrichForm, EnrichView } from '../../sidebar/enrich-calls';
import type { RunForm, SearchView } from '../../sidebar/find-calls';
import type { ContentForm, ContentView } from '../../sidebar/content-calls';
import type { ReportForm, ReportView } from '../../sidebar/report-calls';
import type { RunFigures } from '../../sidebar/run-base';
import type { RunView } from '../../sidebar/run-calls';
import { call, type CallError } from '../call';
import { callError } from '../ui/use-action';
import { textOfRun } from './run-text';

/** A step that changed nothing waits for the pace or for another execution. */
const NO_PROGRESS_WAIT_MS = 2_000;

/** What each kind of run is started with. */
export interface RunForms {
  search: RunForm;
  enrich: EnrichForm;
  report: ReportForm;
  /** A first pull, or a sync of a sheet that has one. */
  content:
    | ({ action: 'pull' } & ContentForm)
    | ({ action: 'sync' } & Calls['startSync']['gives'])
    /** A tool has planned it: it is driven from here. */
    | { action: 'started'; run: ContentView };
}

type ViewOf<Kind extends RunView['kind']> = Extract<RunView, { kind: Kind }>;

const STARTS: { [Kind in RunView['kind']]: (form: RunForms[Kind]) => Promise<RunView> } = {
  search: (form) => call('startSearch', form),
  enrich: (form) => call('startEnrich', form),
  report: (form) => call('startReport', form),
  content: (form) => {
    if (form.action === 'started') return Promise.resolve(form.run);
    const { action, ...given } = form;
    return action === 'pull'
      ? call('startContent', given as ContentForm)
      : call('startSync', given as Calls['startSync']['gives']);
  },
};

export interface RunControl<Run, Form> {
  run: Run | undefined;
  /** This page drives it: step after step. */
  isDriving: boolean;
  /** It is not finished: no other of its kind can begin. */
  isOccupied: boolean;
  isPausing: boolean;
  isEnding: boolean;
  /** Why this page drives it no more. */
  error: CallError | undefined;
  /** Where this page began to drive, and when its last step was back: what its speed is reckoned from. */
  driven: { from: Run; sinceMs: number; untilMs: number } | undefined;
  start: (form: Form) => Promise<Run>;
  pause: () => void;
  resume: (cap?: number | null) => void;
  end: () => void;
  /** Puts a finished run away. */
  close: () => void;
  show: (run: Run | undefined) => void;
  /** Takes what a glance, asked for at that time, says that runs have spent. */
  look: (figures: Readonly<Record<string, RunFigures>>, askedMs: number) => void;
}

/** As what all kinds share is shown by. */
export type AnyRunControl = Omit<RunControl<RunView, never>, 'show'>;
export type SearchControl = RunControl<SearchView, RunForms['search']>;
export type EnrichControl = RunControl<EnrichView, RunForms['enrich']>;
export type ReportControl = RunControl<ReportView, RunForms['report']>;
export type ContentControl = RunControl<ContentView, RunForms['content']>;

/** The same before and after a step: it changed nothing. */
const progressOf = (run: RunView): string => textOfRun(run).done(run) + '/' + run.used;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Drives the run of one kind, step after step, until it is done, paused or lost. `onRest` hears when it rests. */
export function useRun<Kind extends RunView['kind']>(
  kind: Kind,
  onRest: (run: ViewOf<Kind>) => void,
): RunControl<ViewOf<Kind>, RunForms[Kind]> {
  type Run = ViewOf<Kind>;
  type Form = RunForms[Kind];
  const [run, setRun] = useState<Run>();
  const [isDriving, setIsDriving] = useState(false);
  const [isPausing, setIsPausing] = useState(false);
  const [isEnding, setIsEnding] = useState(false);
  const [error, setError] = useState<CallError>();
  const [driven, setDriven] = useState<RunControl<Run, Form>['driven']>();
  const wantsPause = useRef(false);
  const isHere = useRef(true);
  /** When a step last told of this run: a glance of before knows less. */
  const toldMs = useRef(0);
  const rest = useRef(onRest);
  rest.current = onRest;
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );

  async function drive(first: Run, isResumed: boolean, cap: number | null): Promise<void> {
    wantsPause.current = false;
    setError(undefined);
    setIsDriving(true);
    const sinceMs = Date.now();
    setDriven({ from: first, sinceMs, untilMs: sinceMs });
    let now = first;
    let resume = isResumed;
    try {
      while (isHere.current && !wantsPause.current && (resume || now.state === 'running')) {
        const before = progressOf(now);
        now = (await call('stepRun', { id: now.id, resume, cap: resume ? cap : null })) as Run;
        resume = false;
        toldMs.current = Date.now();
        setRun(wantsPause.current && now.state === 'running' ? { ...now, state: 'stopped' } : now);
        setDriven({ from: first, sinceMs, untilMs: Date.now() });
        if (now.state === 'running' && !wantsPause.current && progressOf(now) === before)
          await wait(NO_PROGRESS_WAIT_MS);
      }
    } catch (thrown) {
      setError(callError(thrown));
    }
    setIsDriving(false);
    setIsPausing(false);
    rest.current(now);
  }

  /** Somebody else's run may be in the way of a start: then it is shown. */
  const showOther = (thrown: unknown): never => {
    call('open', {}).then(
      ({ runs }) => setRun(runs[kind] as Run | undefined),
      () => undefined,
    );
    throw thrown;
  };
  const clear = (): void => {
    setRun(undefined);
    setError(undefined);
  };

  return {
    run,
    isDriving,
    isOccupied: run !== undefined && (run.state !== 'done' || isDriving),
    isPausing,
    isEnding,
    error,
    driven,
    async start(form) {
      const started = (await STARTS[kind](form).catch(showOther)) as Run;
      setRun(started);
      void drive(started, false, null);
      return started;
    },
    pause() {
      if (!run || isPausing) return;
      wantsPause.current = true;
      setIsPausing(true);
      call('pauseRun', { id: run.id }).then(
        (paused) => setRun(paused as Run),
        (thrown: unknown) => {
          // It rests all the same: without steps nothing goes on.
          setError(callError(thrown));
        },
      );
    },
    resume(cap = null) {
      if (run) void drive(run, true, cap);
    },
    end() {
      if (!run) return;
      setIsEnding(true);
      call('endRun', { id: run.id })
        .then(clear, (thrown: unknown) => setError(callError(thrown)))
        .finally(() => setIsEnding(false));
    },
    close: clear,
    show: setRun,
    look(figures, askedMs) {
      if (askedMs > toldMs.current) setRun((now) => now && { ...now, ...figures[now.id] });
    },
  };
}
