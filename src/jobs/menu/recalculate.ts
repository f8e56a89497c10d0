import type { Said } from '../../core/said';
import { saidBy } from '../../core/error';
import type { Host, Table, Workbook, Tools } from '../../core/ports';
import { MINUTE_MS, SECOND_MS } from '../../core/time';
import { releaseReady, type Release } from './queued-again';
import type { FormulaCell } from './sheet-reading';
import { columnRuns, unfinishedFormulas, usedArea, type Unfinished } from './unfinished';

export interface Recalculated {
  done: number;
  left: number;
  /** Why some are left, if it was not for lack of time. */
  problem?: Said;
  /** What became of creators whom influData was at work on, where formulas show such. */
  release?: Release;
}

/** A menu click ends after six minutes. */
const WORK_MS = 240 * SECOND_MS;
/** Runs that show an error at a time. */
const RUNS_A_BLOCK = 20;

/**
 * Sheets keeps a result as long as the formula stays as it is, so ours get other names for a moment. They remain formulas in
 * their cells all the while: whatever people move meanwhile, Sheets moves their references along, nothing else is written,
 * and names are put back by a search that needs no place (the recipe is public: tanaikech, Automatic Recalculation of Custom
 * Function on Spreadsheet, part 2).
 */
const NAME = 'INFLU_';
const RENAMED = 'INFLU_AGAIN_';

/**
 * Makes Sheets calculate our unfinished formulas again, in all sheets, as many as there is time for. Free by itself; what
 * the formulas then buy passes the gate as ever.
 */
export function recalculateUnfinished({ host, workbook }: Tools): Recalculated {
  const untilMs = host.clock.now() + WORK_MS;
  const properties = host.documentProperties;
  const id = host.uniqueId();
  const total: Recalculated = { done: 0, left: 0 };
  const tables = workbook.tables();
  let open = tables.map(openFormulas);
  if (open.flat().some(({ isQueued }) => isQueued)) {
    total.release = releaseReady(host);
    // That took a while.
    open = tables.map(openFormulas);
  }
  for (const [at, table] of tables.entries()) {
    const runs = columnRuns(open[at] ?? []);
    for (let from = 0; from < runs.length; from += RUNS_A_BLOCK) {
      const block = runs.slice(from, from + RUNS_A_BLOCK);
      const size = block.reduce((sum, { length }) => sum + length, 0);
      const isTime = total.problem === undefined && host.clock.now() < untilMs;
      // Killed from here on, whatever runs next puts the names back. Noted for each block: somebody else may have ended.
      if (isTime) properties.setMany({ [MARK]: `${host.clock.now()} ${id}` });
      const done = isTime ? calculatedAgain(workbook, table, block, total) : 0;
      total.done += done;
      total.left += Math.max(0, size - done);
    }
  }
  if (namesRestored(workbook) && properties.get(MARK)?.endsWith(` ${id}`)) properties.remove(MARK);
  return total;
}

/** How many of our formulas are unfinished, in all sheets. Reads cells only. */
export const countUnfinished = (workbook: Workbook): number => workbook.tables().flatMap(openFormulas).length;

function openFormulas(table: Table): Unfinished[] {
  const area = usedArea(table);
  const formulas = area ? table.formulas(area) : [];
  if (!area || !formulas.some((row) => row.some((formula) => formula !== ''))) return [];
  return unfinishedFormulas(formulas, table.shown(area));
}

/** How many: what was moved away since it was read is not. */
function calculatedAgain(
  workbook: Workbook,
  table: Table,
  runs: readonly FormulaCell[][],
  total: Recalculated,
): number {
  let done = 0;
  try {
    for (const run of runs) {
      const [{ row, column } = { row: 0, column: 0 }] = run;
      table.replaceInFormulas(NAME, RENAMED, { row: row + 1, column: column + 1, rows: run.length, columns: 1 });
    }
    workbook.flush();
  } catch (error) {
    total.problem = saidBy(error);
  }
  const area = usedArea(table);
  if (area) done = table.formulas(area).flat().filter(isRenamed).length;
  table.replaceInFormulas(RENAMED, NAME);
  workbook.flush();
  return done;
}

const isRenamed = (formula: string): boolean => formula.toUpperCase().includes(RENAMED);

/** A document property: when and by whom names were changed last. */
const MARK = 'recalculating';
/** Whoever began earlier is dead. */
const DEAD_MS = 7 * MINUTE_MS;

/** Puts names back that an execution left behind which was killed. One small property call where none was; never throws. */
export function restoreFormulas({ host, workbook }: { host: Host; workbook: Workbook }): void {
  try {
    const mark = host.documentProperties.get(MARK);
    if (mark === undefined || !namesRestored(workbook)) return;
    // Somebody who is alive may be about to rename more.
    if (!(host.clock.now() - Number.parseInt(mark, 10) < DEAD_MS)) host.documentProperties.remove(MARK);
  } catch {
    // Whatever runs next tries again.
  }
}

/** False where a sheet refused it: the marks stay, and somebody who may write there puts the rest back. */
function namesRestored(workbook: Workbook): boolean {
  let isWhole = true;
  for (const table of workbook.tables())
    try {
      table.replaceInFormulas(RENAMED, NAME);
    } catch {
      isWhole = false;
    }
  workbook.flush();
  return isWhole;
}
