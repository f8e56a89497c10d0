import type { Tools } from '../../core/ports';
import { freeName } from '../run/sheet-name';
import { trackerMarks } from './campaign-column';
import { campaignTracker } from './campaign-tracker';
import { mediaPlan } from './media-plan';
import { shortlist } from './shortlist';
import { templateFacts, type TemplateFacts } from './template-facts';
import { templateMarks, templatePage, type Template } from './template-page';
import { templateText } from '../../schema/sheet-text';
import { vetting } from './vetting';

const TEMPLATES = { shortlist, vetting, campaign: campaignTracker, plan: mediaPlan } as const;

export type TemplateName = keyof typeof TEMPLATES;
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[];

/**
 * Makes a new sheet at the end and brings it to the front. Free: what would charge waits for a tick in the sheet. Killed
 * in the middle, it leaves a sheet that is not dressed yet, and nothing else is touched.
 */
export function insertTemplate({ host, workbook }: Tools, name: TemplateName): { sheet: string; message: string } {
  const make: (facts: TemplateFacts) => Template = TEMPLATES[name];
  const template = make(templateFacts(host));
  const made = workbook.createPage({ ...templatePage(template), name: freeName(workbook, [template.title]) });
  const marks = templateMarks(template);
  if (marks.size > 0) made.setMarks(trackerMarks(marks));
  made.show();
  workbook.flush();
  const sheet = made.name();
  return { sheet, message: templateText().inserted(sheet) };
}

/** Menu: *Insert template*. */
export function templateAction(tools: Tools, name: TemplateName): void {
  tools.workbook.toast(insertTemplate(tools, name).message);
}
