import type { Host, Workbook } from '../core/ports';
import { SECOND_MS } from '../core/time';

/** What a click of the sidebar works with. */
export interface Bench {
  host: Host;
  workbook: Workbook;
}

/** What menus and sidebars have (platform, quotas), and a little. */
export const DEAD_MS = 370 * SECOND_MS;
