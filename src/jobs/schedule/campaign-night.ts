import type { Scheduler, Tools } from '../../core/ports';
import { postsSheets, trackerById, trackers } from '../campaign/campaign-sheet';
import { updateCampaign } from '../campaign/update-campaign';
import { scheduledSyncs, type ContentSchedule } from '../content/content-sync';
import { scheduleSyncs } from './content-schedule';
import { attempt } from './night';

/** Syncs all sheets with a campaign's posts every day; null ends that. The campaign's own cap holds over all of them. */
export function scheduleCampaign(
  tools: Tools,
  scheduler: Scheduler,
  sheetId: number,
  schedule: ContentSchedule | null,
): void {
  const sheets = postsSheets(tools.workbook, trackerById(tools.workbook, sheetId));
  const ids = sheets.map(({ table }) => table.id());
  scheduleSyncs(tools, scheduler, ids, schedule);
}

/** After the syncs of a night: trackers whose posts are synced then find them. Free. */
export function updateCampaigns(tools: Tools): void {
  attempt(tools, WHAT, () => {
    const synced = new Set(scheduledSyncs(tools.host.documentProperties.all()));
    if (synced.size === 0) return undefined;
    for (const { table, memo } of trackers(tools.workbook))
      if (memo?.posts.some((id) => synced.has(id)))
        attempt(tools, WHAT, () => {
          updateCampaign(tools, table.id());
          return undefined;
        });
    return undefined;
  });
}

const WHAT = 'campaign tracker';
