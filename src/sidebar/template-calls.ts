import type { TemplateName } from '../jobs/template/insert-template';

/** What *Help* may ask of the server about templates. */
export interface TemplateCalls {
  /** Makes a new sheet from a template and shows it; `message` says so. Free, sends nothing. */
  insertTemplate: { gives: { template: TemplateName }; gets: { sheet: string; message: string } };
}
