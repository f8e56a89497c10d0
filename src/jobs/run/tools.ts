import type { Host, Workbook } from '../../core/ports';
import { SECOND_MS } from '../../core/time';
import { isHalted } from './run-state';

/** What a click of the sidebar works with. */
export interface Tools {
  host: Host;
  workbook: Workbook;
}

/** What menus and sidebars have (platform, quotas), and a little. */
const DEAD_MS = 370 * SECOND_MS;

/** Asking for a person who waits, from `beganMs` on: how long calls may leave, and when what is unfinished waits. */
export const personRequest = (beganMs: number, { lastSendMs, giveUpMs }: { lastSendMs: number; giveUpMs: number }) => ({
  order: 'person' as const,
  lastSendMs: beganMs + lastSendMs,
  giveUpMs: beganMs + giveUpMs,
  expiresAtMs: beganMs + DEAD_MS,
});

/** The same for a run, which spends under its own cap, and no more once it is paused. */
export const runRequest = (
  host: Host,
  { id, cap, who }: { id: string; cap: number; who: string },
  what: string,
  ...times: Parameters<typeof personRequest>
) => ({ ...personRequest(...times), what, who, run: { id, cap, isHalted: () => isHalted(host, id) } });
