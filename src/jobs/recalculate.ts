import type { Area, Table, Workbook } from '../core/ports';
import { columnRuns, unfinishedFormulas, usedArea } from './unfinished';

/** Makes Sheets calculate our unfinished formulas again, in all sheets. Returns how many. Free by itself. */
export function recalculateUnfinished(workbook: Workbook): number {
  let count = 0;
  for (const table of workbook.tables()) {
    const area = usedArea(table);
    if (!area) continue;
    const formulas = table.formulas(area);
    if (!formulas.some((row) => row.some((formula) => formula !== ''))) continue;
    const open = unfinishedFormulas(formulas, table.shown(area));
    count += open.length;
    for (const run of columnRuns(open)) {
      const [first] = run;
      if (!first) continue;
      const block = { row: first.row + 1, column: first.column + 1, rows: run.length, columns: 1 };
      clearAndWrite(
        workbook,
        table,
        block,
        run.map(({ formula }) => [formula]),
      );
    }
  }
  workbook.flush();
  return count;
}

/**
 * Sheets keeps a result as long as formula and arguments stay: the cells must be empty for a moment. Run by run, and the
 * formulas come back whatever happens in between: a refused write or a kill must not cost anybody a formula.
 */
function clearAndWrite(workbook: Workbook, table: Table, block: Area, formulas: string[][]): void {
  try {
    table.writeFormulas(
      block,
      formulas.map(() => ['']),
    );
    workbook.flush();
  } finally {
    table.writeFormulas(block, formulas);
  }
}
