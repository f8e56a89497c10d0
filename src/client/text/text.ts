import { LANGUAGE } from '../language';
import { GERMAN } from './de/text';
import { ACCOUNT } from './account';
import { APP } from './app';
import { CAMPAIGN_PAGE } from './campaign';
import { ARCHIVE } from './archive';
import { CONFLICT } from './conflict';
import { CLIENT_SHEET } from './client-sheet';
import { CONTENT } from './content';
import { DOWNLOAD } from './download';
import { ENRICH } from './enrich';
import { FIND } from './find';
import { FORM } from './form';
import { HELP } from './help';
import { HISTORY } from './history';
import { MANAGE } from './manage';
import { PIPELINE } from './pipeline';
import { REPORT } from './report';
import { RUN } from './run';
import { SELECTION } from './selection';
import { SPENDING } from './spending';
import { STORED_DATA } from './stored-data';
import { UI } from './ui';
import { VETTING } from './vetting';
import { WELCOME } from './welcome';

/** Every sentence of the page, an area a file; in German in `de/`, which is of this type. */
export const ENGLISH = {
  account: ACCOUNT,
  app: APP,
  archive: ARCHIVE,
  campaign: CAMPAIGN_PAGE,
  conflict: CONFLICT,
  clientSheet: CLIENT_SHEET,
  content: CONTENT,
  download: DOWNLOAD,
  enrich: ENRICH,
  find: FIND,
  form: FORM,
  help: HELP,
  history: HISTORY,
  manage: MANAGE,
  pipeline: PIPELINE,
  report: REPORT,
  run: RUN,
  selection: SELECTION,
  spending: SPENDING,
  storedData: STORED_DATA,
  ui: UI,
  vetting: VETTING,
  welcome: WELCOME,
};

export type Text = typeof ENGLISH;

/** Chosen once: whoever chooses another language gets another page. */
export const TEXT: Text = LANGUAGE === 'de' ? GERMAN : ENGLISH;
