import * as z from 'zod/mini';
import { chargedTo } from '../../gate/ledger-view';
import { locked } from '../../gate/locked';
import { STATE_VERSIONS } from '../../gate/state-version';
import { InfluError, messageOf } from '../../core/error';
import { lazy } from '../../core/lazy';
import type { Host, Tools } from '../../core/ports';
import { isRecord, parseJson } from '../../core/text';
import { MINUTE_MS } from '../../core/time';
import { writeNote } from '../run/log-tab';
import { RUN_TEXT } from '../../schema/said-text';

const PROPERTY = 'night';

const schema = lazy(() =>
  z.object({
    version: z.literal(STATE_VERSIONS.night),
    /** The calendar day, in the spreadsheet's time zone, that the rest is about. */
    day: z.string(),
    /** A trigger works until then at the latest. */
    busyUntilMs: z.number(),
    /** By the kind of work: the runs that share tonight's cap, and what each had been charged before. */
    works: z.custom<Record<string, Record<string, number>>>(
      (value) => isRecord(value) && Object.values(value).every(isRecord),
    ),
  }),
);

type Night = Omit<z.infer<ReturnType<typeof schema>>, 'version'>;

/** Apps Script ends a trigger after six minutes, so whoever began earlier is dead. */
const LEASE_MS = 7 * MINUTE_MS;

/** Throws `storeUnreadable`: starting over would forget what the night has spent, and so its caps. */
function readNight(host: Host): Night {
  const text = host.documentProperties.all()[PROPERTY];
  const result = text ? z.safeParse(schema(), parseJson(text)) : undefined;
  if (result?.success === false) throw new InfluError('storeUnreadable', RUN_TEXT.nightUnreadable(PROPERTY));
  const day = host.clock.day(host.clock.now(), host.timeZone());
  // Also a later one: a time zone that somebody chose since may take the day back.
  return result && result.data.day >= day
    ? result.data
    : { day, busyUntilMs: result?.data.busyUntilMs ?? 0, works: {} };
}

const saveNight = (host: Host, night: Night): void =>
  host.documentProperties.setMany({ [PROPERTY]: JSON.stringify({ version: 1, ...night }) });

/**
 * Triggers belong to people, who cannot see each other's, so several may start the same night. One works at a time; the
 * others have nothing to do.
 */
export function inTurn(tools: Tools, work: () => void): void {
  const { host } = tools;
  attempt(tools, 'schedules', () => {
    if (!tookTurn(host)) return undefined;
    work();
    locked(host, () => saveNight(host, { ...readNight(host), busyUntilMs: 0 }));
    return undefined;
  });
}

const tookTurn = (host: Host): boolean =>
  locked(host, () => {
    const night = twice(() => readNight(host));
    const nowMs = host.clock.now();
    if (night.busyUntilMs > nowMs) return false;
    saveNight(host, { ...night, busyUntilMs: nowMs + LEASE_MS });
    return true;
  });

/** What may still be spent on this work tonight, whoever's triggers have spent the rest. */
export function leftTonight(host: Host, work: string, cap: number): number {
  const runs = Object.entries(readNight(host).works[work] ?? {});
  return cap - runs.reduce((sum, [id, before]) => sum + Math.max(0, chargedTo(host, id) - before), 0);
}

/** Notes that a run works under tonight's cap, before it spends. Returns what that run may be charged in all. */
export function capTonight(host: Host, work: string, run: string, left: number): number {
  const charged = chargedTo(host, run);
  locked(host, () => {
    const night = readNight(host);
    const runs = night.works[work] ?? {};
    if (runs[run] === undefined)
      saveNight(host, { ...night, works: { ...night.works, [work]: { ...runs, [run]: charged } } });
  });
  return charged + left;
}

/** Runs one task of a trigger. Its message or its error goes to the log, and the next task gets its turn either way. */
export function attempt({ host, workbook }: Tools, what: string, work: () => string | undefined): void {
  let said: string | undefined;
  try {
    said = work();
  } catch (error) {
    said = messageOf(error);
  }
  try {
    if (said !== undefined) writeNote(host, workbook, what, said);
  } catch {
    // Nobody is there to be told.
  }
}

/** Google's services fail now and then, so what a night begins with is read once more before giving up. */
export function twice<T>(read: () => T): T {
  try {
    return read();
  } catch {
    return read();
  }
}
