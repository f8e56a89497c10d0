import { spoken } from './language';
import { reportDe } from './text/de/report';
import { templateDe } from './text/de/template';
import { REPORT_TEXT } from './text/report';
import { TEMPLATE_TEXT } from './text/template';

// Words of sheets that are laid out by a person's click, in the language of that person. Where code looks for one of them
// later, it takes those of each language: `creatorText.each()`.
export const reportText = spoken(REPORT_TEXT, reportDe);
export const templateText = spoken(TEMPLATE_TEXT, templateDe);
