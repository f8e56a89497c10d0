import * as z from 'zod/mini';
import { badInput, InfluError } from '../../core/error';
import { lazy } from '../../core/lazy';
import type { Host, Tools } from '../../core/ports';
import { isRecord, parseJson } from '../../core/text';
import { CAMPAIGN_SAID } from '../../schema/said-text';
import { chargedTo } from '../../gate/ledger-view';
import { locked } from '../../gate/locked';
import type { PropertyValues } from '../../gate/property-pieces';
import { STATE_VERSIONS } from '../../gate/state-version';
import { campaignMemos } from './campaign-memo';
import { sumOf, withCharge, type Charges } from './charges';
import { STEP_LEASE_MS } from '../run/run-state';

export const CAMPAIGN_PREFIX = 'campaign/';

const schema = lazy(() =>
  z.object({
    version: z.literal(STATE_VERSIONS['campaign/']),
    /** The most that all its runs may spend together, in requests. */
    cap: z.number(),
    /** The content sheets that it fills. */
    sheets: z.array(z.number()),
    /** What each run was charged. */
    charges: z.custom<Charges>(isRecord),
    /** The run that is fetching, and until when it may be alive. */
    busy: z.optional(z.object({ run: z.string(), untilMs: z.number() })),
  }),
);

/** What posts of a campaign may cost and have cost, whoever syncs its sheets: by day, at night or under Content. */
export type CampaignCap = Omit<z.infer<ReturnType<typeof schema>>, 'version'>;

/** By its name. Throws `storeUnreadable`: starting over would forget what was spent. */
export function readCampaign(properties: PropertyValues, id: string): CampaignCap | undefined {
  const text = properties[CAMPAIGN_PREFIX + id];
  if (!text) return undefined;
  const result = z.safeParse(schema(), parseJson(text));
  if (!result.success) throw new InfluError('storeUnreadable', CAMPAIGN_SAID.unreadable(CAMPAIGN_PREFIX + id));
  return result.data;
}

/** The campaign whose posts a sheet holds. One that cannot be read may be it: then nothing is bought for that sheet. */
export function campaignOf(properties: PropertyValues, sheetId: number): string | undefined {
  return Object.keys(properties)
    .filter((name) => name.startsWith(CAMPAIGN_PREFIX))
    .map((name) => name.slice(CAMPAIGN_PREFIX.length))
    .find((id) => readCampaign(properties, id)?.sheets.includes(sheetId));
}

/**
 * The campaign under whose cap a sheet's posts are bought. Throws `badInput` where a tracker fills the sheet and no cap is
 * known: a copied spreadsheet has the sheets and none of the properties, so somebody must set one first.
 */
export function cappedCampaignOf(
  { host, workbook }: Pick<Tools, 'host' | 'workbook'>,
  sheetId: number,
): string | undefined {
  const campaign = campaignOf(host.documentProperties.all(), sheetId);
  if (campaign !== undefined) return campaign;
  const tracker = campaignMemos(workbook).find(({ memo }) => memo.posts.includes(sheetId));
  if (tracker) throw badInput(CAMPAIGN_SAID.noCap(tracker.table.name()));
  return undefined;
}

export const campaignCharged = ({ charges }: CampaignCap): number => sumOf(charges);

/** Changes it under the lock, and makes it where there is none. */
export const changeCampaign = (
  host: Host,
  id: string,
  change: (before: CampaignCap, properties: PropertyValues) => Partial<CampaignCap>,
): CampaignCap =>
  locked(host, () => {
    const properties = host.documentProperties.all();
    const before = readCampaign(properties, id) ?? { cap: 0, sheets: [], charges: {} };
    const next = { ...before, ...change(before, properties) };
    const { busy, ...rest } = next;
    host.documentProperties.setMany({
      [CAMPAIGN_PREFIX + id]: JSON.stringify({ version: 1, ...rest, ...(busy && { busy }) }),
    });
    return next;
  });

/** Counts what runs were charged by now, at their worst. The ledger forgets old runs: what was once counted stays. */
const counted = (host: Host, { charges }: CampaignCap, runs: readonly string[]): Charges =>
  runs.reduce((all, run) => withCharge(all, run, Math.max(all[run] ?? 0, chargedTo(host, run))), charges);

/** What a step may spend: of the run in all, and of the campaign. */
export type CampaignShare = { kind: 'busy' } | { kind: 'share'; cap: number; left: number; mostCharged: number };

/**
 * Takes the campaign for one step: one run at a time, or two could each spend what is left. A killed step is counted by
 * whoever comes next.
 */
export function takeCampaign(host: Host, id: string, run: string): CampaignShare {
  const nowMs = host.clock.now();
  let isBusy = false;
  const taken = changeCampaign(host, id, (before) => {
    const { busy } = before;
    isBusy = busy !== undefined && busy.run !== run && busy.untilMs > nowMs;
    if (isBusy) return {};
    const runs = [...new Set([...(busy ? [busy.run] : []), run])];
    return { charges: counted(host, before, runs), busy: { run, untilMs: nowMs + STEP_LEASE_MS } };
  });
  if (isBusy) return { kind: 'busy' };
  const left = Math.max(0, taken.cap - campaignCharged(taken));
  return { kind: 'share', cap: taken.cap, left, mostCharged: (taken.charges[run] ?? 0) + left };
}

/** Counts what the step was charged, and lets others go on. */
export const leaveCampaign = (host: Host, id: string, run: string): void =>
  void changeCampaign(host, id, (before) => ({
    charges: counted(host, before, [run]),
    busy: before.busy?.run === run ? undefined : before.busy,
  }));
