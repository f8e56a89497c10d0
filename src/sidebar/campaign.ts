import * as z from 'zod/mini';
import { badInput } from '../core/error';
import type { Tools } from '../core/ports';
import { nextFetch, setCampaignCap } from '../jobs/campaign/campaign-fetch';
import { campaignSource } from '../jobs/campaign/campaign-source';
import { campaignTrackerView } from '../jobs/campaign/campaign-view';
import { makeCampaign } from '../jobs/campaign/make-campaign';
import { updateCampaign } from '../jobs/campaign/update-campaign';
import { scheduleCampaign } from '../jobs/schedule/campaign-night';
import { DELIVERABLE_TYPES } from '../schema/deliverable';
import { CAMPAIGN_SAID } from '../schema/said-text';
import { anHour, aPlatformOrNone, aSheetId, aText, aWhole, entry, shape, type Entry } from './argument';
import { budgetNow } from './budget-view';
import type { CampaignCalls, CampaignInFront } from './campaign-calls';
import { contentView } from './runs';

function readInFront(tools: Tools, { platform }: CampaignCalls['readCampaign']['gives']): CampaignInFront {
  const tracker = campaignTrackerView(tools);
  const budget = budgetNow(tools.host);
  return tracker ? { tracker, budget } : { source: campaignSource(tools, platform), budget };
}

function make(tools: Tools, { sheetId, form }: CampaignCalls['makeCampaign']['gives']) {
  const table = tools.workbook.byId(sheetId);
  if (!table) throw badInput(CAMPAIGN_SAID.noList);
  return makeCampaign(tools, table, form);
}

function start(tools: Tools, form: CampaignCalls['startCampaign']['gives']): CampaignCalls['startCampaign']['gets'] {
  const run = nextFetch(tools, form);
  return run ? { run: contentView(run), postsId: run.sheetId } : null;
}

/** ISO days, or none. */
const aDayOrNone = () => z.string().check(z.regex(/^(\d{4}-\d{2}-\d{2})?$/));
const LONGEST_NAMES = 1_000;
const someNames = () => z.string().check(z.maxLength(LONGEST_NAMES));
const MOST_TYPES = 20;
const MOST_SHEETS = 500;

/** What *Campaign tracker* can do. */
export const campaignSurface = (): { [Name in keyof CampaignCalls]: Entry } => ({
  readCampaign: entry<'readCampaign'>(() => shape({ platform: aPlatformOrNone() }), readInFront),
  makeCampaign: entry<'makeCampaign'>(
    () =>
      shape({
        sheetId: aSheetId(),
        form: z.strictObject({
          platform: aPlatformOrNone(),
          choice: z.union([z.strictObject({ rows: z.enum(['all', 'selected']) }), z.strictObject({ status: aText() })]),
          types: z.array(z.enum(DELIVERABLE_TYPES)).check(z.maxLength(MOST_TYPES)),
          dueDay: aDayOrNone(),
          fromDay: aDayOrNone(),
          hashtags: someNames(),
          mentions: someNames(),
          needsDisclosure: z.boolean(),
        }),
      }),
    make,
  ),
  startCampaign: entry<'startCampaign'>(
    () =>
      shape({
        sheetId: aSheetId(),
        cap: aWhole(),
        max: aWhole(),
        refresh: z.boolean(),
        done: z.array(aSheetId()).check(z.maxLength(MOST_SHEETS)),
        runCap: aWhole(),
      }),
    start,
  ),
  setCampaignCap: entry<'setCampaignCap'>(
    () => shape({ sheetId: aSheetId(), cap: aWhole() }),
    (tools, form) => {
      setCampaignCap(tools, form);
      return {};
    },
  ),
  updateCampaign: entry<'updateCampaign'>(
    () => shape({ sheetId: aSheetId() }),
    (tools, { sheetId }) => updateCampaign(tools, sheetId),
  ),
  scheduleCampaign: entry<'scheduleCampaign'>(
    () =>
      shape({
        sheetId: aSheetId(),
        schedule: z.nullable(shape({ hour: anHour(), cap: aWhole(), monthCap: aWhole() })),
      }),
    (tools, { sheetId, schedule }) => {
      scheduleCampaign(tools, tools.scheduler, sheetId, schedule);
      return {};
    },
  ),
});
