import * as z from 'zod/mini';
import { historyStanding, showHistory, switchHistory } from '../jobs/history/keeping';
import { entry, shape, type Entry } from './argument';
import type { HistoryCalls } from './history-calls';

export const historySurface = (): { [Name in keyof HistoryCalls]: Entry } => ({
  history: entry<'history'>(() => shape({}), historyStanding),
  switchHistory: entry<'switchHistory'>(
    () => shape({ isOn: z.boolean() }),
    (tools, { isOn }) => switchHistory(tools, isOn),
  ),
  openHistory: entry<'openHistory'>(() => shape({}), showHistory),
});
