import type { CampaignSource } from '../jobs/campaign/campaign-source';
import type { CampaignTracker } from '../jobs/campaign/campaign-view';
import type { CampaignForm, MadeCampaign } from '../jobs/campaign/make-campaign';
import type { CampaignUpdate } from '../jobs/campaign/update-campaign';
import type { ContentSchedule } from '../jobs/content/content-sync';
import type { Platform } from '../schema/platform';
import type { BudgetView } from './budget-view';
import type { ContentView } from './content-calls';

/** What *Campaign tracker* may ask of the server. */
export interface CampaignCalls {
  /** The tracker in front, or the list that one can be made of. Free, sends nothing. */
  readCampaign: { gives: { platform: Platform | '' }; gets: CampaignInFront };
  /** Makes a tracker of the list, and shows it. Free. */
  makeCampaign: {
    gives: { sheetId: number; form: Omit<CampaignForm, 'platform'> & { platform: Platform | '' } };
    gets: MadeCampaign;
  };
  /**
   * The next run that fetches posts, under the campaign's cap: 1 request a post, nothing before its first step. Null: the
   * round is over.
   */
  startCampaign: {
    gives: { sheetId: number; cap: number; max: number; refresh: boolean; done: number[]; runCap: number };
    gets: { run: ContentView; postsId: number } | null;
  };
  /** What the campaign may ever spend, by its nights, too. Free. */
  setCampaignCap: { gives: { sheetId: number; cap: number }; gets: Record<string, never> };
  /** Finds the posts of the tracker among those that are there. Free. */
  updateCampaign: { gives: { sheetId: number }; gets: CampaignUpdate };
  /** Fetches what is new every day; null ends that. Free by itself. */
  scheduleCampaign: { gives: { sheetId: number; schedule: ContentSchedule | null }; gets: Record<string, never> };
}

export type CampaignInFront =
  | { tracker: CampaignTracker; budget: BudgetView }
  | { source: CampaignSource; budget: BudgetView };
