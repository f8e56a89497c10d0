import type { CheckLine } from '../jobs/check/installation';

/** What *Help* may ask of the server. */
export interface HelpCalls {
  /** Tries what everything rests on, and touches no cell. Free. */
  checkInstallation: { gives: Record<string, never>; gets: Installation };
}

export interface Installation {
  lines: CheckLine[];
  /** For a bug report: no key, no handle, nothing of a sheet. */
  text: string;
}

export type { CheckLine };
