import { spoken } from './language';
import { CAMPAIGN } from './text/campaign';
import { campaignDe } from './text/de/campaign';
import { clientDe } from './text/de/client-sheet';
import { conflictDe } from './text/de/conflict';
import { contentDe } from './text/de/content';
import { pipelineDe } from './text/de/pipeline';
import { reportDe } from './text/de/report';
import { standingDe } from './text/de/standing';
import { templateDe } from './text/de/template';
import { vettingDe } from './text/de/vetting';
import { CLIENT_TEXT } from './text/client-sheet';
import { CONFLICT_TEXT } from './text/conflict';
import { CONTENT_TEXT } from './text/content';
import { PIPELINE_TEXT } from './text/pipeline';
import { REPORT_TEXT } from './text/report';
import { STANDING } from './text/standing';
import { TEMPLATE_TEXT } from './text/template';
import { VETTING_TEXT } from './text/vetting';

// Words of sheets that are laid out by a person's click, in the language of that person. Where code looks for one of them
// later, it takes those of each language: `clientText.each()`.
export const clientText = spoken(CLIENT_TEXT, clientDe);
export const conflictText = spoken(CONFLICT_TEXT, conflictDe);
export const contentText = spoken(CONTENT_TEXT, contentDe);
export const pipelineText = spoken(PIPELINE_TEXT, pipelineDe);
export const reportText = spoken(REPORT_TEXT, reportDe);
/** This one stands in the sidebar, beside a creator. */
export const standingText = spoken(STANDING, standingDe);
export const templateText = spoken(TEMPLATE_TEXT, templateDe);
export const campaignText = spoken(CAMPAIGN, campaignDe);
export const vettingText = spoken(VETTING_TEXT, vettingDe);
