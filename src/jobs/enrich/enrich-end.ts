import { columnCells, setCell, writeCells, type CellWrites } from '../run/cell-block';
import type { Bench } from '../run/click';
import { WAITING } from './enrich-layout';
import { dropRun, openRuns } from '../run/run-state';

/** Forgets a run; rows that still wait are told so: nothing in the sheet pretends to be under way. */
export function discardEnrichRun(bench: Bench, id: string): void {
  try {
    tellRows(bench, id);
  } catch {
    // A sheet that takes nothing must not keep the run; the next run there tells its rows.
  }
  dropRun(bench.host, id, 'enrich');
}

function tellRows({ host, workbook }: Bench, id: string): void {
  const run = openRuns(host.documentProperties.all()).find((each) => each.id === id);
  const table = run?.kind === 'enrich' ? workbook.byId(run.sheetId) : undefined;
  const column = table?.marks().get('status');
  const rows = table?.lastRow() ?? 0;
  if (run && table && column !== undefined && rows > 0) {
    const writes: CellWrites = new Map();
    const why = run.message.startsWith('budget reached') ? 'not run: budget' : 'not run';
    columnCells(table, column, rows).forEach((cell, index) => {
      if (cell === WAITING) setCell(writes, index + 1, column, why);
    });
    writeCells(table, writes);
    workbook.flush();
  }
}
