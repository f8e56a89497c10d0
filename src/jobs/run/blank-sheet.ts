import type { Table, Workbook } from '../../core/ports';
import { freeName } from './sheet-name';

/**
 * A sheet that somebody notes by its id before it is laid out. Killed before it was noted it is there, blank and under its
 * name: then it is taken. Under the lock, where two people may come at once.
 */
export function blankSheet(workbook: Workbook, title: string): Table {
  const name = freeName({ ...workbook, tables: () => [] }, [title]);
  const there = workbook.find(name);
  const made = there?.lastRow() === 0 ? there : workbook.createPage({ name: freeName(workbook, [title]), cells: [] });
  workbook.flush();
  return made;
}
