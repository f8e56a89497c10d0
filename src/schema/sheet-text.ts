import { spoken } from './language';
import { campaignEn } from './text/campaign';
import { campaignDe } from './text/de/campaign';
import { clientDe } from './text/de/client-sheet';
import { conflictDe } from './text/de/conflict';
import { contentDe } from './text/de/content';
import { pipelineDe } from './text/de/pipeline';
import { reportDe } from './text/de/report';
import { standingDe } from './text/de/standing';
import { templateDe } from './text/de/template';
import { vettingDe } from './text/de/vetting';
import { clientEn } from './text/client-sheet';
import { conflictTextEn } from './text/conflict';
import { contentTextEn } from './text/content';
import { pipelineTextEn } from './text/pipeline';
import { reportTextEn } from './text/report';
import { standingEn } from './text/standing';
import { templateEn } from './text/template';
import { vettingTextEn } from './text/vetting';

// Words of sheets that are laid out by a person's click, in the language of that person. Where code looks for one of them
// later, it takes those of each language: `clientText.each()`.
export const clientText = spoken(clientEn, clientDe);
export const conflictText = spoken(conflictTextEn, conflictDe);
export const contentText = spoken(contentTextEn, contentDe);
export const pipelineText = spoken(pipelineTextEn, pipelineDe);
export const reportText = spoken(reportTextEn, reportDe);
/** This one stands in the sidebar, beside a creator. */
export const standingText = spoken(standingEn, standingDe);
export const templateText = spoken(templateEn, templateDe);
export const campaignText = spoken(campaignEn, campaignDe);
export const vettingText = spoken(vettingTextEn, vettingDe);
