import { ACCOUNT_DE } from './account';
import { APP_DE } from './app';
import { ARCHIVE_DE } from './archive';
import { CLIENT_SHEET_DE } from './client-sheet';
import { CAMPAIGN_PAGE_DE } from './campaign';
import { CONFLICT_DE } from './conflict';
import { CONTENT_DE } from './content';
import { DOWNLOAD_DE } from './download';
import { ENRICH_DE } from './enrich';
import { FIND_DE } from './find';
import { FORM_DE } from './form';
import { HELP_DE } from './help';
import { HISTORY_DE } from './history';
import { MANAGE_DE } from './manage';
import { PIPELINE_DE } from './pipeline';
import { REPORT_DE } from './report';
import { RUN_DE } from './run';
import { SELECTION_DE } from './selection';
import { SPENDING_DE } from './spending';
import { STORED_DATA_DE } from './stored-data';
import { UI_DE } from './ui';
import { VETTING_DE } from './vetting';
import { WELCOME_DE } from './welcome';

/** The page in German: where an area or a sentence lacks, `text.ts` does not compile. */
export const GERMAN = {
  account: ACCOUNT_DE,
  app: APP_DE,
  archive: ARCHIVE_DE,
  campaign: CAMPAIGN_PAGE_DE,
  conflict: CONFLICT_DE,
  clientSheet: CLIENT_SHEET_DE,
  content: CONTENT_DE,
  download: DOWNLOAD_DE,
  enrich: ENRICH_DE,
  find: FIND_DE,
  form: FORM_DE,
  help: HELP_DE,
  history: HISTORY_DE,
  manage: MANAGE_DE,
  pipeline: PIPELINE_DE,
  report: REPORT_DE,
  run: RUN_DE,
  selection: SELECTION_DE,
  spending: SPENDING_DE,
  storedData: STORED_DATA_DE,
  ui: UI_DE,
  vetting: VETTING_DE,
  welcome: WELCOME_DE,
};
