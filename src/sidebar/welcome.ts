import * as z from 'zod/mini';
import { recalculatedText } from '../jobs/menu/menu-action';
import { recalculateUnfinished } from '../jobs/menu/recalculate';
import { selectExample } from '../jobs/template/example-list';
import { entry, nothing, shape, type Entry } from './argument';
import type { WelcomeCalls } from './welcome-calls';

export const welcomeSurface = (): { [Name in keyof WelcomeCalls]: Entry } => ({
  recalculate: entry<'recalculate'>(nothing, (tools) => ({ message: recalculatedText(recalculateUnfinished(tools)) })),
  selectExample: entry<'selectExample'>(
    () => shape({ creators: z.enum(['all', 'one']) }),
    ({ workbook }, { creators }) => selectExample(workbook, creators),
  ),
});
