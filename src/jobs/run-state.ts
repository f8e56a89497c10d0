import * as z from 'zod/mini';
import { locked } from '../api/locked';
import { badInput, InfluError } from '../core/error';
import { lazy } from '../core/lazy';
import type { Host } from '../core/ports';
import { isRecord, parseJson } from '../core/text';
import { MINUTE_MS } from '../core/time';
import type { Platform } from '../schema/platform';
import type { PropertyValues } from '../store/property-pieces';

/**
 * A search that is being written into a sheet, as a document property of its own. What is done stands in the sheet; this
 * says what is left. Pages count from 1.
 */
const schema = lazy(() =>
  z.object({
    version: z.literal(1),
    id: z.string(),
    state: z.enum(['running', 'stopped', 'done']),
    /** Why it stopped, or what came of it. */
    message: z.string(),
    platform: z.custom<Platform>((value) => typeof value === 'string'),
    filters: z.custom<Record<string, string>>(isRecord),
    sheetId: z.number(),
    sheetName: z.string(),
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
    /** Buys pages that were fresh already when it began. */
    again: z.boolean(),
    /** Buys pages once more that it paid for and that are no longer kept. */
    buyLost: z.boolean(),
    /** The most it may spend, and what it has spent. */
    cap: z.number(),
    charged: z.number(),
    written: z.number(),
    skipped: z.number(),
    who: z.string(),
    startedMs: z.number(),
    /** An execution works on it until then at the latest. */
    busyUntilMs: z.number(),
  }),
);

export type RunState = z.infer<ReturnType<typeof schema>>;

const PREFIX = 'run/';
/** A step ends well before this, or it is dead. */
const STEP_LEASE_MS = 2 * MINUTE_MS;

const unreadableRun = (): InfluError =>
  new InfluError('storeUnreadable', 'A saved run cannot be read. Discard it and start anew; its sheet stays.');

function parseRun(text: string | undefined): RunState {
  if (!text) throw badInput('This run is not there any more. Start a new one.');
  const result = z.safeParse(schema(), parseJson(text));
  if (!result.success) throw unreadableRun();
  return result.data;
}

export const saveRun = (host: Host, run: RunState): void =>
  host.documentProperties.setMany({ [PREFIX + run.id]: JSON.stringify(run) });

export const dropRun = (host: Host, id: string): void => host.documentProperties.remove(PREFIX + id);

/** Runs that are not done, the newest first; what cannot be read is left out. */
export const openRuns = (properties: PropertyValues): RunState[] =>
  Object.entries(properties)
    .flatMap(([name, text]) => {
      const result = name.startsWith(PREFIX) ? z.safeParse(schema(), parseJson(text)) : undefined;
      return result?.success && result.data.state !== 'done' ? [result.data] : [];
    })
    .sort((left, right) => right.startedMs - left.startedMs);

/** Changes a run under the lock. Throws when it is gone. */
export const changeRun = (host: Host, id: string, change: (run: RunState) => Partial<RunState>): RunState =>
  locked(host, () => {
    const before = parseRun(host.documentProperties.all()[PREFIX + id]);
    const run = { ...before, ...change(before) };
    saveRun(host, run);
    return run;
  });

/** Takes a run for one step, so that two people or two pages never write the same rows. Throws when it is taken. */
export const takeRun = (host: Host, id: string, resume: boolean): RunState =>
  changeRun(host, id, (run) => {
    const nowMs = host.clock.now();
    if (run.state === 'done') return {};
    if (run.busyUntilMs > nowMs)
      throw badInput(
        `This run is being worked on since ${new Date(run.busyUntilMs - STEP_LEASE_MS).toISOString().slice(11, 16)} UTC, here or by somebody else. Wait a moment.`,
      );
    if (run.state === 'stopped' && !resume) return {};
    return { state: 'running', message: '', busyUntilMs: nowMs + STEP_LEASE_MS, ...(resume ? { buyLost: true } : {}) };
  });

/** Pages that are left, those that failed first. */
export const pagesLeft = ({ missing, next, to }: RunState): number[] => [
  ...missing,
  ...Array.from({ length: Math.max(0, to - next + 1) }, (_, index) => next + index),
];
