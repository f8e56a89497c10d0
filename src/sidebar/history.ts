import * as z from 'zod/mini';
import { historyStanding, showHistory, switchHistory } from '../jobs/history/keeping';
import { changeSheet } from '../jobs/history/change-sheet';
import { tellChanges, type ToldChanges } from '../jobs/history/what-changed';
import { entry, nothing, shape, type CallTools, type Entry } from './argument';
import type { HistoryCalls } from './history-calls';

function shownChanges(tools: CallTools): ToldChanges {
  const told = tellChanges(tools);
  const table = changeSheet(tools.workbook);
  table?.unhide();
  table?.show();
  return told;
}

export const historySurface = (): { [Name in keyof HistoryCalls]: Entry } => ({
  history: entry<'history'>(nothing, historyStanding),
  switchHistory: entry<'switchHistory'>(
    () => shape({ isOn: z.boolean() }),
    (tools, { isOn }) => switchHistory(tools, isOn),
  ),
  tellChanges: entry<'tellChanges'>(nothing, shownChanges),
  openHistory: entry<'openHistory'>(nothing, showHistory),
});
