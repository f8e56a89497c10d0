import * as z from 'zod/mini';
import { badInput, InfluError } from '../../core/error';
import { lazy } from '../../core/lazy';
import type { Host, Table } from '../../core/ports';
import { isRecord, parseJson } from '../../core/text';
import { MINUTE_MS } from '../../core/time';
import { RUN_PREFIX } from '../../gate/gate-state';
import { locked } from '../../gate/locked';
import type { PropertyValues } from '../../gate/property-pieces';
import { STATE_VERSIONS } from '../../gate/state-version';
import { spentByRun } from '../../gate/run-spend';
import type { RunReason } from '../../schema/run-reason';
import { RUN_TEXT } from '../../schema/said-text';

export type RunKind = 'search' | 'enrich' | 'report' | 'content';

/**
 * What the checkpoints of all kinds hold. A run is a document property of its own, under 9 KB. What is done stands in the
 * sheet; this says what is left.
 */
export const runBase = () => ({
  version: z.literal(STATE_VERSIONS['run/']),
  id: z.string(),
  state: z.enum(['running', 'stopped', 'done']),
  /** Why it rests, or what came of it. */
  reason: z.optional(z.custom<RunReason>((value) => isRecord(value) && typeof value['code'] === 'string')),
  /** The reason as a sentence, in runs saved before there were codes. */
  message: z.optional(z.string()),
  sheetId: z.number(),
  sheetName: z.string(),
  /** The most it may spend, in requests. */
  cap: z.number(),
  /** What it was surely charged, and what may have been on top of that: as the ledger said when this was saved. */
  charged: z.number(),
  unconfirmed: z.optional(z.number()),
  who: z.string(),
  startedMs: z.number(),
  /** Some execution may be working on it until then. */
  busyUntilMs: z.number(),
  /** Whose page drives it, and when that last took a step. */
  driver: z.string(),
  steppedMs: z.number(),
  /** Steps in a row in which nothing got its turn. */
  idle: z.optional(z.number()),
  /** Buys what was fresh already when it began. */
  again: z.boolean(),
  /** Buys once more what it paid for and what is no longer kept. */
  buyLost: z.boolean(),
});

const anyRun = lazy(() => z.looseObject({ ...runBase(), kind: z.enum(['search', 'enrich', 'report', 'content']) }));

/** What runs of all kinds have in common. */
export type AnyRun = z.infer<z.ZodMiniObject<ReturnType<typeof runBase>>> & { kind: RunKind };

/** How the checkpoint of one kind of run is read; the folder of that kind owns it, and its schema takes no other kind. */
export interface RunShape<Run extends AnyRun> {
  schema: () => z.ZodMiniType<Run>;
}

/** A step ends well before this, or it is dead. */
export const STEP_LEASE_MS = 2 * MINUTE_MS;

const ANY: RunShape<AnyRun> = { schema: () => anyRun() as unknown as z.ZodMiniType<AnyRun> };

/** Undefined: it cannot be read. */
function readRun<Run extends AnyRun>(shape: RunShape<Run>, text: string): Run | undefined {
  const result = z.safeParse(shape.schema(), parseJson(text));
  if (!result.success) return undefined;
  const { message = '', ...run } = result.data;
  return (message === '' ? run : { ...run, reason: { code: 'failed', error: 'sheet', message } }) as Run;
}

/** Throws where it is gone or cannot be read. */
export const savedRun = <Run extends AnyRun>(host: Host, id: string, shape: RunShape<Run>): Run =>
  runIn(host.documentProperties.all(), id, shape);

function runIn<Run extends AnyRun>(properties: PropertyValues, id: string, shape: RunShape<Run>): Run {
  const text = properties[RUN_PREFIX + id];
  if (!text) throw badInput(RUN_TEXT.gone);
  const run = readRun(shape, text);
  if (!run) throw new InfluError('storeUnreadable', RUN_TEXT.unreadable);
  return run;
}

/** Throws where it is gone or cannot be read. */
export const kindOfRun = (host: Host, id: string): RunKind => savedRun(host, id, ANY).kind;

export const saveRun = (host: Host, run: AnyRun): void =>
  host.documentProperties.setMany({ [RUN_PREFIX + run.id]: JSON.stringify(run) });

/** What every run begins with; `table` is its sheet. Nothing is saved or spent yet. */
export function freshRun(host: Host, table: Table, cap: number) {
  const [nowMs, person] = [host.clock.now(), host.person()];
  return {
    version: 1 as const,
    id: host.uniqueId(),
    state: 'running' as const,
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

const minuteText = (atMs: number): string => new Date(atMs).toISOString().slice(0, 16).replace('T', ' ');

/** After this, nobody needs a finished run any more. */
const DONE_KEPT_MS = 60 * MINUTE_MS;

/** Throws when a run of this kind on the sheet is not finished; otherwise all properties, as they were just read. */
export function demandNoneOpen<Run extends AnyRun>(host: Host, sheetId: number, shape: RunShape<Run>): PropertyValues {
  const properties = host.documentProperties.all();
  const other = openRuns(properties, shape).find((each) => each.sheetId === sheetId);
  if (other) throw badInput(RUN_TEXT.openOnSheet(other.who === host.person(), minuteText(other.startedMs)));
  return properties;
}

/** Saves a new run, and throws when another of its kind on the same sheet is not finished; then nothing has changed. */
export const beginRun = <Run extends AnyRun>(host: Host, run: Run, shape: RunShape<Run>): void =>
  locked(host, () => {
    const properties = demandNoneOpen(host, run.sheetId, shape);
    // Starting over would buy again what that run has paid for.
    const lost = Object.entries(properties).find(
      ([name, text]) =>
        name.startsWith(RUN_PREFIX) &&
        text.includes(`"sheetId":${run.sheetId},`) &&
        text.includes(`"kind":"${run.kind}"`) &&
        !readRun(shape, text),
    );
    if (lost) throw new InfluError('storeUnreadable', RUN_TEXT.unreadableOnSheet(lost[0]));
    for (const [name, text] of Object.entries(properties)) {
      const old = name.startsWith(RUN_PREFIX) ? readRun(ANY, text) : undefined;
      if (old?.state === 'done' && old.steppedMs + DONE_KEPT_MS < run.startedMs) host.documentProperties.remove(name);
    }
    saveRun(host, run);
  });

/** Under the lock, since a step that is just being saved would write the run back. */
export const forgetRun = (host: Host, id: string): void =>
  locked(host, () => host.documentProperties.remove(RUN_PREFIX + id));

/** Runs of a kind that are not done, the newest first; what cannot be read is left out. */
export const openRuns = <Run extends AnyRun>(properties: PropertyValues, shape: RunShape<Run>): Run[] =>
  Object.entries(properties)
    .flatMap(([name, text]) => {
      const run = name.startsWith(RUN_PREFIX) ? readRun(shape, text) : undefined;
      return run && run.state !== 'done' ? [run] : [];
    })
    .sort((left, right) => right.startedMs - left.startedMs);

/** Changes a run under the lock, and notes what it has spent by then. Throws when it is gone or cannot be read; then nothing has changed. */
export const changeRun = <Run extends AnyRun>(
  host: Host,
  id: string,
  shape: RunShape<Run>,
  change: (run: Run) => Partial<Run>,
): Run =>
  locked(host, () => {
    const properties = host.documentProperties.all();
    const before = runIn(properties, id, shape);
    const run = { ...before, ...change(before), ...spentBy(properties, before) };
    saveRun(host, run);
    return run;
  });

/** What it has spent so far, if the ledger can be read. What was once confirmed stays confirmed. */
function spentBy(properties: PropertyValues, { id, charged }: AnyRun): Pick<AnyRun, 'charged' | 'unconfirmed'> {
  try {
    const spend = spentByRun(properties, id);
    return { charged: Math.max(charged, spend.charged), unconfirmed: spend.unknown };
  } catch {
    // Whoever buys next is told why nothing can be read.
    return { charged };
  }
}

/** What a run was surely charged when it was saved last, whatever its kind. */
export const savedCharge = (properties: PropertyValues, id: string): number =>
  readRun(ANY, properties[RUN_PREFIX + id] ?? '')?.charged ?? 0;

/** Paused or ended by a person: whoever works on it sends no more. One property read. */
export function isHalted(host: Host, id: string): boolean {
  const run = parseJson(host.documentProperties.get(RUN_PREFIX + id) ?? '');
  return !isRecord(run) || run['state'] !== 'running';
}

/** Pauses a run after the calls under way; it can be resumed. */
export const pauseRun = <Run extends AnyRun>(host: Host, id: string, shape: RunShape<Run>): Run =>
  changeRun(host, id, shape, ({ state }) =>
    state === 'running' ? ({ state: 'stopped', reason: { code: 'paused' } } as Partial<Run>) : {},
  );

/**
 * Takes a run for one step, and with a new cap if a person gave one, so that two people or two pages never write the same
 * rows. `resume` wakes one that rests; whoever does that takes it over. Throws when it is taken.
 */
export const takeRun = <Run extends AnyRun>(
  host: Host,
  id: string,
  shape: RunShape<Run>,
  resume: boolean,
  cap?: number,
): Run =>
  changeRun(host, id, shape, (run) => {
    const nowMs = host.clock.now();
    if (run.state === 'done') return {};
    if (run.busyUntilMs > nowMs)
      throw badInput(RUN_TEXT.beingWorkedOn(minuteText(run.busyUntilMs - STEP_LEASE_MS).slice(11)));
    if (run.state === 'stopped' && !resume) return {};
    const driver = host.person();
    if (run.state === 'running' && run.driver !== driver && nowMs - run.steppedMs < STEP_LEASE_MS)
      throw badInput(RUN_TEXT.drivenByOthers(minuteText(run.startedMs)));
    return {
      state: 'running',
      driver,
      steppedMs: nowMs,
      reason: undefined,
      busyUntilMs: nowMs + STEP_LEASE_MS,
      ...(resume ? { buyLost: true } : {}),
      ...(cap === undefined ? {} : { cap }),
    } as Partial<Run>;
  });
