import type { Workbook } from '../core/ports';
import { columnRuns, unfinishedFormulas, usedArea } from './unfinished';

/** Makes Sheets calculate our unfinished formulas again, in all sheets. Returns how many. Free by itself. */
export function recalculateUnfinished(workbook: Workbook): number {
  const waiting: (() => void)[] = [];
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
      // Sheets keeps a result as long as formula and arguments stay: the cell must be empty for a moment.
      table.writeFormulas(
        block,
        run.map(() => ['']),
      );
      waiting.push(() =>
        table.writeFormulas(
          block,
          run.map(({ formula }) => [formula]),
        ),
      );
    }
  }
  workbook.flush();
  for (const write of waiting) write();
  workbook.flush();
  return count;
}
