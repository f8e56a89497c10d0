import * as z from 'zod/mini';
import { insertTemplate, TEMPLATE_NAMES } from '../jobs/template/insert-template';
import { entry, shape, type Entry } from './argument';
import type { TemplateCalls } from './template-calls';

export const templateSurface = (): { [Name in keyof TemplateCalls]: Entry } => ({
  insertTemplate: entry<'insertTemplate'>(
    () => shape({ template: z.enum(TEMPLATE_NAMES) }),
    (tools, { template }) => insertTemplate(tools, template),
  ),
});
