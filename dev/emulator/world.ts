import type { Manifest } from './manifest';

/** What the services of one emulator share. Each service keeps its own state in its closure. */
export interface World {
  clock: 'virtual' | 'real';
  nowMs(): number;
  container: 'bound' | 'addon' | 'none';
  account: 'consumer' | 'workspace';
  owner: string;
  manifest: Manifest;
  /** The pushed HTML files by name without extension. */
  html: Record<string, string>;
  /** The spreadsheet's, not the script's. */
  spreadsheetTimeZone: string;
  spreadsheetLocale: string;
  /** Drops every lock an execution holds, as a suspension by `Ui.alert` does. */
  releaseLocks(executionId: number): void;
}
