import * as z from 'zod/mini';
import { sheetRows } from '../jobs/download/sheet-rows';
import { aRow, aSheetId, entry, shape, type Entry } from './argument';
import type { DownloadCalls } from './download-calls';

export const downloadSurface = (): { [Name in keyof DownloadCalls]: Entry } => ({
  sheetRows: entry<'sheetRows'>(
    () => shape({ sheetId: z.nullable(aSheetId()), from: aRow() }),
    ({ host, workbook }, { sheetId, from }) => sheetRows(host, workbook, sheetId, from),
  ),
});
