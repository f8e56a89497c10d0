import type { Bench } from '../run/click';
import { rememberContent } from './content-run';
import { contentSheets } from './content-sheet';
import { dropRun, openRuns } from '../run/run-state';

/** Forgets a pull or a sync. What it has brought stays, and the sheet remembers how far that goes. */
export function discardContentRun({ host, workbook }: Bench, id: string): void {
  const run = openRuns(host.documentProperties.all()).find((each) => each.id === id);
  if (run?.kind === 'content') {
    const sheet = contentSheets(workbook).find(({ table }) => table.id() === run.sheetId);
    if (sheet) rememberContent(host, sheet.table, sheet.memo, run, run.state);
  }
  dropRun(host, id, 'content');
}
