/**
 * What a click runs: the menu's actions and the sidebar's calls. A bundle of its own, which formulas never load. Each
 * function has its public wrapper in `entry.ts`.
 */
import { act, freezeAction, pauseAction, recalculateAction, usageAction, type Desk } from '../jobs/menu-action';
import type { Scheduler } from '../core/ports';
import { runSyncs } from '../jobs/content-schedule';
import { inTurn } from '../jobs/night';
import { restoreFormulas } from '../jobs/recalculate';
import { runSchedule } from '../jobs/schedule';
import { answerCall } from '../sidebar/surface';
import { dialogs } from './dialogs';
import { host } from './host';
import { showSidebar } from './sidebar';
import { scheduler } from './scheduler';
import { workbook } from './workbook';

const desk: Desk & { scheduler: Scheduler } = { host, workbook, dialogs, scheduler };

export const menuFind = (): void => act(desk, () => showSidebar('find'));
export const menuEnrich = (): void => act(desk, () => showSidebar('enrich'));
export const menuReport = (): void => act(desk, () => showSidebar('reports'));
export const menuCompare = (): void => act(desk, () => showSidebar('compare'));
export const menuContent = (): void => act(desk, () => showSidebar('content'));
export const menuAccount = (): void => act(desk, () => showSidebar('account'));
export const menuRecalculateUnfinished = (): void => act(desk, recalculateAction);
export const menuFreezeSelection = (): void => act(desk, (at) => freezeAction(at, 'selection'));
export const menuFreezeSheet = (): void => act(desk, (at) => freezeAction(at, 'sheet'));
export const menuPauseSpending = (): void => act(desk, pauseAction);
export const menuUsage = (): void => act(desk, usageAction);

/** When the spreadsheet opens. */
export const opened = (): void => restoreFormulas(desk);

export const influSidebar = (name: unknown, given: unknown): unknown => answerCall(desk, name, given);

export function scheduledRefresh(): void {
  const beganMs = host.clock.now();
  restoreFormulas(desk);
  inTurn(desk, () => {
    runSchedule(desk);
    runSyncs(desk, beganMs);
  });
}
