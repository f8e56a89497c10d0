import * as z from 'zod/mini';
import { chargedTo } from '../../gate/ledger-view';
import { locked } from '../../gate/locked';
import { InfluError } from '../../core/error';
import { lazy } from '../../core/lazy';
import type { Host } from '../../core/ports';
import { isRecord, parseJson } from '../../core/text';
import type { PropertyValues } from '../../gate/property-pieces';
import type { ContentRun } from './content-state';

export const SYNC_PREFIX = 'sync/';

const schema = lazy(() =>
  z.object({
    version: z.literal(1),
    /** At which hour (0 to 23, in the script's time zone), and the most that one sync may spend, and all of a month. */
    schedule: z.nullable(z.object({ hour: z.number(), cap: z.number(), monthCap: z.number() })),
    /** The calendar month of UTC that `charges` are of, for example `2026-11`. */
    month: z.string(),
    /** What each sync of it was charged, by its run; those of the month's earlier ones under `''`. */
    charges: z.custom<Record<string, number>>(isRecord),
  }),
);

/** What is known of a sheet's syncs beside its memo: a copy of the sheet must neither spend nor count by itself. */
export type SyncRecord = Omit<z.infer<ReturnType<typeof schema>>, 'version'>;

export type ContentSchedule = NonNullable<SyncRecord['schedule']>;

const monthOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 7);

/** Throws `storeUnreadable`: begun anew, the month's charges would be forgotten, and its cap with them. */
export function readSync(properties: PropertyValues, sheetId: number, nowMs: number): SyncRecord {
  const name = SYNC_PREFIX + sheetId;
  const text = properties[name];
  const result = text ? z.safeParse(schema(), parseJson(text)) : undefined;
  if (result?.success === false)
    throw new InfluError(
      'storeUnreadable',
      `The record of this sheet's syncs cannot be read. Delete the document property ${name}, and set its schedule anew.`,
    );
  const month = monthOf(nowMs);
  const { schedule, month: stored, charges } = result?.data ?? NOTHING;
  return { schedule, month, charges: stored === month ? charges : {} };
}

const NOTHING = { schedule: null, month: '', charges: {} };

/** What the sheet's syncs were charged this month, in requests. */
export const monthCharged = ({ charges }: SyncRecord): number =>
  Object.values(charges).reduce((sum, requests) => sum + requests, 0);

export const changeSync = (host: Host, sheetId: number, change: (before: SyncRecord) => Partial<SyncRecord>): void =>
  locked(host, () => {
    const before = readSync(host.documentProperties.all(), sheetId, host.clock.now());
    const next = { version: 1, ...before, ...change(before) };
    host.documentProperties.setMany({ [SYNC_PREFIX + sheetId]: JSON.stringify(next) });
  });

/** Single charges that are kept apart; a run that is older has ended. */
const RUNS_KEPT = 40;

/** Counts what a sync has been charged so far, in the month that it is now; again does no harm. */
export function countCharge(host: Host, run: ContentRun): void {
  if (run.action === 'pull') return;
  const requests = chargedTo(host, run.id);
  changeSync(host, run.sheetId, ({ charges }) => {
    const { '': earlier = 0, [run.id]: _, ...others } = charges;
    const old = Object.keys(others).slice(0, -RUNS_KEPT);
    const kept = Object.fromEntries(Object.entries(others).filter(([id]) => !old.includes(id)));
    const folded = old.reduce((sum, id) => sum + (others[id] ?? 0), earlier);
    return { charges: { ...(folded > 0 ? { '': folded } : {}), ...kept, [run.id]: requests } };
  });
}

/** Sheets that are synced every day, by their ids; also those of which that cannot be read, so that it is said. */
export const scheduledSyncs = (properties: PropertyValues): number[] =>
  Object.keys(properties).flatMap((name) => {
    const sheetId = name.startsWith(SYNC_PREFIX) ? Number(name.slice(SYNC_PREFIX.length)) : NaN;
    return Number.isNaN(sheetId) || hasNone(properties, sheetId) ? [] : [sheetId];
  });

const isReadable = (properties: PropertyValues, sheetId: number): boolean =>
  z.safeParse(schema(), parseJson(properties[SYNC_PREFIX + sheetId] ?? '')).success;

const hasNone = (properties: PropertyValues, sheetId: number): boolean =>
  isReadable(properties, sheetId) && readSync(properties, sheetId, 0).schedule === null;

/** There is one trigger: whatever sets its hour sets that of all. */
export function moveSyncs(host: Host, hour: number): void {
  const properties = host.documentProperties.all();
  for (const sheetId of scheduledSyncs(properties).filter((each) => isReadable(properties, each)))
    changeSync(host, sheetId, ({ schedule }) => ({ schedule: schedule && { ...schedule, hour } }));
}
