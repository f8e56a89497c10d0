import type { CheckLine } from '../jobs/check/installation';
import type { Insertion } from '../jobs/menu/insert-formula';
import type { StatusHelp } from '../schema/text/help';

/** What *Help* may ask of the server. */
export interface HelpCalls {
  /** What Help lists. Free, sends nothing. */
  help: { gives: Record<string, never>; gets: HelpLists };
  /**
   * Writes an example into the active cell, which then costs what the list said. Where something stands, only if `over` is
   * that cell, as `at` named it: the page asks first.
   */
  insertFormula: { gives: { name: string; over: string }; gets: Insertion };
  /** Tries what everything rests on, and touches no cell. Free. */
  checkInstallation: { gives: Record<string, never>; gets: Installation };
}

export interface Installation {
  lines: CheckLine[];
  /** For a bug report: no key, no handle, nothing of a sheet. */
  text: string;
}

export interface HelpLists {
  /** Of the bundle. */
  version: string;
  formulas: FormulaHelp[];
  cells: readonly StatusHelp[];
  rows: readonly StatusHelp[];
  /** None where rows cannot go to BigQuery. */
  archive: readonly StatusHelp[];
  glossary: readonly { term: string; meaning: string }[];
}

export interface FormulaHelp {
  name: string;
  /** With its arguments; those in brackets may be left out. */
  signature: string;
  gives: string;
  /** Written as this spreadsheet's locale wants it. */
  example: string;
  /** At most, in requests: of the example, and of each creator, page or post. */
  exampleRequests: number;
  requests: number;
  per?: 'creator' | 'page' | 'post';
  /** The setting that keeps it from buying. */
  offBy?: string;
}

export type { CheckLine, Insertion, StatusHelp };
