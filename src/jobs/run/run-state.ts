import * as z from 'zod/mini';
import { locked } from '../../gate/locked';
import { badInput, InfluError } from '../../core/error';
import { lazy } from '../../core/lazy';
import type { Host, Table } from '../../core/ports';
import { isRecord, parseJson } from '../../core/text';
import { MINUTE_MS } from '../../core/time';
import type { Platform } from '../../schema/platform';
import { RUN_PREFIX } from '../../gate/gate-state';
import type { PropertyValues } from '../../gate/property-pieces';
import { isStretches, type Stretch, type Walk } from '../content/content-stretch';
import { keyReading } from '../selection/key-cell';

/** A run is a document property of its own. What is done stands in the sheet; this says what is left. Under 9 KB. */
const base = () => ({
  version: z.literal(1),
  id: z.string(),
  state: z.enum(['running', 'stopped', 'done']),
  /** Why it stopped, or what came of it. */
  message: z.string(),
  sheetId: z.number(),
  sheetName: z.string(),
  /** The most it may spend, and what it has spent, in requests. */
  cap: z.number(),
  charged: z.number(),
  who: z.string(),
  startedMs: z.number(),
  /** An execution works on it until then at the latest. */
  busyUntilMs: z.number(),
  /** Whose page drives it, and when that took its last step. */
  driver: z.string(),
  steppedMs: z.number(),
  /** Steps in a row in which nothing got its turn. */
  idle: z.optional(z.number()),
  /** Buys what was fresh already when it began. */
  again: z.boolean(),
  /** Buys once more what it paid for and what is no longer kept. */
  buyLost: z.boolean(),
});

/** A search that is written into a result sheet. Pages count from 1. */
const searchRun = lazy(() =>
  z.object({
    ...base(),
    kind: z.literal('search'),
    platform: z.custom<Platform>((value) => typeof value === 'string'),
    filters: z.custom<Record<string, string>>(isRecord),
    from: z.number(),
    to: z.number(),
    /** Pages before `next` that could not be had yet. */
    missing: z.array(z.number()),
    next: z.number(),
    /** How many match is known, so that no page beyond is asked for. */
    isCounted: z.boolean(),
    known: z.enum(['skip', 'mark']),
    /** Only these creators; empty: all. */
    picks: z.array(z.string()),
    written: z.number(),
    skipped: z.number(),
    /** Creators that stood in the sheet at the start. */
    before: z.optional(z.number()),
  }),
);

/** Rows of a sheet that get columns of data. Which rows are left, their status cells say; which column is which, its marks. */
const enrichRun = lazy(() =>
  z.object({
    ...base(),
    kind: z.literal('enrich'),
    /** What is done with each creator: its data fetched, queued for enrichment, or put on the weekly refresh. */
    action: z.enum(['enrich', 'queue', 'weekly']),
    /** Of handles that name none; blank: none. */
    platform: z.string(),
    /** How cells are read; a run that began before there was a choice has none. */
    reading: z.optional(keyReading()),
    /** Names or paths, in the order of their columns. */
    fields: z.array(z.string()),
    mode: z.enum(['fill', 'overwrite', 'new']),
    /** The row from which on is looked for what is left. */
    next: z.number(),
    /** Rows at the start, and rows by their outcome. */
    rows: z.number(),
    counts: z.custom<Record<string, number>>(isRecord),
    /** Rows of other runs at the start, by outcome: they stand in the same status column. */
    others: z.optional(z.custom<Record<string, number>>(isRecord)),
  }),
);

/** Audience reports, a comparison of them, or profiles side by side, on sheets of their own. `sheetId` is where the creators stand. */
const reportRun = lazy(() =>
  z.object({
    ...base(),
    kind: z.literal('report'),
    what: z.enum(['sheets', 'comparison', 'profiles']),
    /** Creators as `reportKey` names them. */
    keys: z.array(z.string()),
    /** What became of each: blank: nothing yet; `made`: it is on a sheet; else why not. */
    outcomes: z.array(z.string()),
    /** All that is to be bought is bought or refused. */
    isFetched: z.boolean(),
    /** The sheet that is being made: killed meanwhile, the next step goes on with that one. */
    making: z.string(),
    /** Names of the sheets that are whole. */
    made: z.array(z.string()),
  }),
);

/** A pull of content into its sheet, or a sync of that. Instants are in ms. */
const contentRun = lazy(() =>
  z.object({
    ...base(),
    kind: z.literal('content'),
    action: z.enum(['pull', 'sync', 'refresh']),
    filters: z.custom<Record<string, string>>(isRecord),
    /** The most pieces. */
    max: z.number(),
    /** Stretches of upload time that are left to this run, the one under way first. */
    todo: z.custom<Stretch[]>(isStretches),
    /** Stretches of which pieces may be missing in the sheet, without what came of the one under way. */
    open: z.custom<Stretch[]>(isStretches),
    /** What came of the one under way; `last` is the instant at which its last page ended, `edge` counts pieces of it; mixed: in no order. */
    walk: z.custom<Walk & { last?: number; edge: number; isMixed?: true }>(isRecord),
    /** The next page: its number in this run, and its place in the list. */
    page: z.number(),
    cursor: z.string(),
    offset: z.number(),
    /** The API does not know the cursor any more. */
    isExpired: z.boolean(),
    /** Pieces that came, rows added, rows that got new figures, and rows that were there at the start. */
    pieces: z.number(),
    added: z.number(),
    updated: z.number(),
    before: z.number(),
  }),
);

export type SearchRun = z.infer<ReturnType<typeof searchRun>>;
export type EnrichRun = z.infer<ReturnType<typeof enrichRun>>;
export type ReportRun = z.infer<ReturnType<typeof reportRun>>;
export type ContentRun = z.infer<ReturnType<typeof contentRun>>;
export type RunState = SearchRun | EnrichRun | ReportRun | ContentRun;

/** A step ends well before this, or it is dead. */
export const STEP_LEASE_MS = 2 * MINUTE_MS;

const unreadableRun = (): InfluError =>
  new InfluError('storeUnreadable', 'A saved run cannot be read. Discard it and start anew; its sheet stays.');

function readRun(text: string): RunState | undefined {
  const json = parseJson(text);
  const schemas = { search: searchRun, enrich: enrichRun, report: reportRun, content: contentRun };
  const kind = isRecord(json) ? schemas[json['kind'] as RunKind] : undefined;
  const result = z.safeParse((kind ?? searchRun)(), json);
  return result.success ? result.data : undefined;
}

function parseRun(text: string | undefined): RunState {
  if (!text) throw badInput('This run is not there any more. Start a new one.');
  const run = readRun(text);
  if (!run) throw unreadableRun();
  return run;
}

export const saveRun = (host: Host, run: RunState): void =>
  host.documentProperties.setMany({ [RUN_PREFIX + run.id]: JSON.stringify(run) });

/** What every run begins with; `table` is the sheet that it is of. Nothing is saved or spent yet. */
export function freshRun(host: Host, table: Table, cap: number) {
  const [nowMs, person] = [host.clock.now(), host.person()];
  return {
    version: 1 as const,
    id: host.uniqueId(),
    state: 'running' as const,
    message: '',
    sheetId: table.id(),
    sheetName: table.name(),
    cap,
    charged: 0,
    who: person,
    startedMs: nowMs,
    busyUntilMs: 0,
    driver: person,
    steppedMs: nowMs,
    again: false,
    buyLost: false,
  };
}

/** What is done is of no use to anybody after this. */
const DONE_KEPT_MS = 60 * MINUTE_MS;

/** Saves a new run, and throws when another of its kind on the same sheet is not finished; then nothing has changed. */
export const beginRun = (host: Host, run: RunState): void =>
  locked(host, () => {
    const properties = host.documentProperties.all();
    const other = openRuns(properties).find(({ kind, sheetId }) => kind === run.kind && sheetId === run.sheetId);
    if (other)
      throw badInput(
        `A run on this sheet is not finished: ${other.who === run.who ? 'yours' : 'somebody else started it'} at ${new Date(other.startedMs).toISOString().slice(0, 16).replace('T', ' ')} UTC. Resume or discard it first.`,
      );
    // Begun anew, what that one has paid for would be bought again.
    const lost = Object.entries(properties).find(
      ([name, text]) =>
        name.startsWith(RUN_PREFIX) &&
        text.includes(`"sheetId":${run.sheetId},`) &&
        text.includes(`"kind":"${run.kind}"`) &&
        !readRun(text),
    );
    if (lost)
      throw new InfluError(
        'storeUnreadable',
        `A saved run on this sheet cannot be read. Delete the document property ${lost[0]} if it may begin anew.`,
      );
    for (const [name, text] of Object.entries(properties)) {
      const old = name.startsWith(RUN_PREFIX) ? readRun(text) : undefined;
      if (old?.state === 'done' && old.steppedMs + DONE_KEPT_MS < run.startedMs) host.documentProperties.remove(name);
    }
    saveRun(host, run);
  });

/** Forgets a run, if it is of that kind. What cannot be read goes too. */
export function dropRun(host: Host, id: string, kind: RunKind): void {
  const run = readRun(host.documentProperties.all()[RUN_PREFIX + id] ?? '');
  if (run && run.kind !== kind) throw badInput(OTHER_KIND);
  host.documentProperties.remove(RUN_PREFIX + id);
}

const OTHER_KIND = 'This is a run of another kind. Open the sidebar again.';

/** Runs that are not done, the newest first; what cannot be read is left out. */
export const openRuns = (properties: PropertyValues): RunState[] =>
  Object.entries(properties)
    .flatMap(([name, text]) => {
      const run = name.startsWith(RUN_PREFIX) ? readRun(text) : undefined;
      return run && run.state !== 'done' ? [run] : [];
    })
    .sort((left, right) => right.startedMs - left.startedMs);

export type RunKind = RunState['kind'];

/** Changes a run under the lock. Throws when it is gone or of another kind; then nothing has changed. */
export const changeRun = <Run extends RunState>(
  host: Host,
  id: string,
  kind: Run['kind'],
  change: (run: Run) => Partial<Run>,
): Run =>
  locked(host, () => {
    const before = parseRun(host.documentProperties.all()[RUN_PREFIX + id]) as Run;
    if (before.kind !== kind) throw badInput(OTHER_KIND);
    const run = { ...before, ...change(before) };
    saveRun(host, run);
    return run;
  });

/** Stops a run after the calls under way; it can be resumed. */
export const stopRun = (host: Host, id: string, kind: RunKind): RunState =>
  changeRun<RunState>(host, id, kind, ({ state }) =>
    state === 'running' ? { state: 'stopped', message: 'Stopped.' } : {},
  );

/** Takes a run for one step, and with a new cap if a person gave one, so that two people or two pages never write the same rows. Throws when it is taken. */
export const takeRun = (host: Host, id: string, kind: RunKind, resume: boolean, cap?: number): RunState =>
  changeRun<RunState>(host, id, kind, (run) => {
    const nowMs = host.clock.now();
    if (run.state === 'done') return {};
    if (run.busyUntilMs > nowMs)
      throw badInput(
        `This run is being worked on since ${new Date(run.busyUntilMs - STEP_LEASE_MS).toISOString().slice(11, 16)} UTC, here or by somebody else. Wait a moment.`,
      );
    if (run.state === 'stopped' && !resume) return {};
    const driver = host.person();
    if (run.state === 'running' && run.driver !== driver && nowMs - run.steppedMs < STEP_LEASE_MS)
      throw badInput(
        `Somebody else is running this since ${new Date(run.startedMs).toISOString().slice(0, 16).replace('T', ' ')} UTC. It can be taken over when it has stood still for two minutes.`,
      );
    return {
      state: 'running',
      driver,
      steppedMs: nowMs,
      message: '',
      busyUntilMs: nowMs + STEP_LEASE_MS,
      ...(resume ? { buyLost: true } : {}),
      ...(cap === undefined ? {} : { cap }),
    };
  });
