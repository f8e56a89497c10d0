import * as z from 'zod/mini';
import { chargedTo } from '../../gate/ledger-view';
import { locked } from '../../gate/locked';
import { InfluError } from '../../core/error';
import { lazy } from '../../core/lazy';
import type { Host } from '../../core/ports';
import { isRecord, parseJson } from '../../core/text';
import type { PropertyValues } from '../../gate/property-pieces';
import { STATE_VERSIONS } from '../../gate/state-version';
import { sumOf, withCharge, type Charges } from './charges';
import type { ContentRun } from './content-state';
import { CONTENT_REFUSAL } from '../../schema/said-text';

const SYNC_PREFIX = 'sync/';

const schema = lazy(() =>
  z.object({
    version: z.literal(STATE_VERSIONS['sync/']),
    /** At which hour (0 to 23, in the script's time zone), and the most that one sync may spend, and all of a month. */
    schedule: z.nullable(z.object({ hour: z.number(), cap: z.number(), monthCap: z.number() })),
    /** The calendar month of UTC that `charges` are of, for example `2026-11`. */
    month: z.string(),
    /** What each sync was charged. */
    charges: z.custom<Charges>(isRecord),
  }),
);

/** What is known of a sheet's syncs and not kept in its memo, because a copy of the sheet must neither spend nor count. */
export type SyncRecord = Omit<z.infer<ReturnType<typeof schema>>, 'version'>;

export type ContentSchedule = NonNullable<SyncRecord['schedule']>;

const monthOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 7);

/** Throws `storeUnreadable`: starting over would forget the month's charges, and so its cap. */
export function readSync(properties: PropertyValues, sheetId: number, nowMs: number): SyncRecord {
  const name = SYNC_PREFIX + sheetId;
  const text = properties[name];
  const result = text ? z.safeParse(schema(), parseJson(text)) : undefined;
  if (result?.success === false) throw new InfluError('storeUnreadable', CONTENT_REFUSAL.syncsUnreadable(name));
  const month = monthOf(nowMs);
  const { schedule, month: stored, charges } = result?.data ?? NOTHING;
  return { schedule, month, charges: stored === month ? charges : {} };
}

const NOTHING = { schedule: null, month: '', charges: {} };

/** What the sheet's syncs were charged this month, in requests. */
export const monthCharged = ({ charges }: SyncRecord): number => sumOf(charges);

export const changeSync = (host: Host, sheetId: number, change: (before: SyncRecord) => Partial<SyncRecord>): void =>
  locked(host, () => {
    const before = readSync(host.documentProperties.all(), sheetId, host.clock.now());
    const next = { version: 1, ...before, ...change(before) };
    host.documentProperties.setMany({ [SYNC_PREFIX + sheetId]: JSON.stringify(next) });
  });

/** Notes what a sync has been charged so far, under the current month. Safe to repeat. */
export function countCharge(host: Host, run: ContentRun): void {
  if (run.action === 'pull') return;
  const requests = chargedTo(host, run.id);
  changeSync(host, run.sheetId, ({ charges }) => ({ charges: withCharge(charges, run.id, requests) }));
}

/** Ids of the sheets that are synced every day. Includes those whose record cannot be read, so that somebody is told. */
export const scheduledSyncs = (properties: PropertyValues): number[] =>
  Object.keys(properties).flatMap((name) => {
    const sheetId = name.startsWith(SYNC_PREFIX) ? Number(name.slice(SYNC_PREFIX.length)) : NaN;
    return Number.isNaN(sheetId) || hasNone(properties, sheetId) ? [] : [sheetId];
  });

const isReadable = (properties: PropertyValues, sheetId: number): boolean =>
  z.safeParse(schema(), parseJson(properties[SYNC_PREFIX + sheetId] ?? '')).success;

const hasNone = (properties: PropertyValues, sheetId: number): boolean =>
  isReadable(properties, sheetId) && readSync(properties, sheetId, 0).schedule === null;

/** What sheets have in common that spend under one cap: of their schedules the one that allows least. */
export function sharedSchedule(
  properties: PropertyValues,
  sheetIds: readonly number[],
  nowMs: number,
): ContentSchedule | null {
  const set = sheetIds.flatMap((id) => readSync(properties, id, nowMs).schedule ?? []);
  const least = (name: 'cap' | 'monthCap'): number => Math.min(...set.map((each) => each[name]));
  return set[0] ? { ...set[0], cap: least('cap'), monthCap: least('monthCap') } : null;
}

/** A sheet that nobody has synced or scheduled yet does as the others of its campaign. */
export function joinSchedule(host: Host, sheetIds: readonly number[]): void {
  const properties = host.documentProperties.all();
  const schedule = sharedSchedule(properties, sheetIds, host.clock.now());
  if (!schedule) return;
  for (const id of sheetIds.filter((each) => properties[SYNC_PREFIX + each] === undefined))
    changeSync(host, id, () => ({ schedule }));
}

/** All schedules share one trigger, so setting its hour sets it for all. */
export function moveSyncs(host: Host, hour: number): void {
  const properties = host.documentProperties.all();
  for (const sheetId of scheduledSyncs(properties).filter((each) => isReadable(properties, each)))
    changeSync(host, sheetId, ({ schedule }) => ({ schedule: schedule && { ...schedule, hour } }));
}
