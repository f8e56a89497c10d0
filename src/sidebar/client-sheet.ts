import * as z from 'zod/mini';
import { clientList, listById, pastedSource, sheetSource } from '../jobs/client-sheet/client-list';
import { makeClientSheet } from '../jobs/client-sheet/make-client-sheet';
import { readDecisions } from '../jobs/client-sheet/read-decisions';
import { aPlatformOrNone, aRow, aSheetId, aText, entry, shape, type Entry } from './argument';
import type { ClientSheetCalls } from './client-sheet-calls';

const MOST_COLUMNS = 500;
/** Characters: ten thousand rows of a client's sheet are shorter. */
const LONGEST_PASTED = 5_000_000;

export const clientSheetSurface = (): { [Name in keyof ClientSheetCalls]: Entry } => ({
  clientList: entry<'clientList'>(
    () => shape({ platform: aPlatformOrNone() }),
    (tools, { platform }) => clientList(tools, platform),
  ),
  makeClientSheet: entry<'makeClientSheet'>(
    () =>
      shape({
        sheetId: aSheetId(),
        platform: aPlatformOrNone(),
        columns: z
          .array(z.strictObject({ column: aRow(), header: aText() }))
          .check(z.refine((columns) => columns.length <= MOST_COLUMNS)),
      }),
    (tools, { sheetId, platform, columns }) => makeClientSheet(tools, listById(tools, sheetId), platform, columns),
  ),
  readDecisions: entry<'readDecisions'>(
    () =>
      shape({
        sheetId: aSheetId(),
        platform: aPlatformOrNone(),
        source: z.union([
          z.strictObject({ sheet: aSheetId() }),
          z.strictObject({ pasted: z.string().check(z.refine((text) => text.length <= LONGEST_PASTED)) }),
        ]),
      }),
    (tools, { sheetId, platform, source }) => {
      const rows = 'sheet' in source ? sheetSource(tools, source.sheet) : pastedSource(source.pasted);
      return readDecisions(tools.workbook, listById(tools, sheetId), platform, rows);
    },
  ),
});
