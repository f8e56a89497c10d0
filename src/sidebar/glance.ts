import * as z from 'zod/mini';
import type { Area, Host, Tools } from '../core/ports';
import { columnLetters, hashText } from '../core/text';
import { readBook } from '../gate/book';
import { budgetIn } from '../gate/budget';
import { aText, entry, shape, type Entry } from './argument';
import { budgetView } from './budget-view';
import type { Glance, GlanceCalls } from './glance-calls';
import { spentNow } from './runs';

/** At most one property read and one cache read, and for a selection alone none: a day has 50,000 property calls. */
export const glanceSurface = (): { [Name in keyof GlanceCalls]: Entry } => ({
  glance: entry<'glance'>(
    () => shape({ selection: z.boolean(), budget: z.nullable(shape({ key: aText(), runs: z.array(aText()) })) }),
    ({ host, workbook }, { selection, budget }) => ({
      ...(selection ? { selection: selectionNow(workbook) } : {}),
      ...(budget ? moneyNow(host, budget) : {}),
    }),
  ),
});

function moneyNow(host: Host, { key, runs }: { key: string; runs: string[] }): Pick<Glance, 'budget' | 'runs'> {
  try {
    const properties = host.documentProperties.all();
    const budget = budgetView(host, budgetIn(host, readBook(host, properties), key));
    return { budget, runs: spentNow(host, properties, runs) };
  } catch {
    // What cannot be read is told by the calls that buy.
    return {};
  }
}

function selectionNow(workbook: Tools['workbook']): NonNullable<Glance['selection']> {
  const sheetId = workbook.active()?.id() ?? 0;
  const areas = workbook.selection().map(areaName);
  return { sheetId, area: areas.join(', '), figure: hashText([sheetId, ...areas].join()) };
}

function areaName({ row, column, rows, columns }: Area): string {
  const first = columnLetters(column) + row;
  return rows * columns === 1 ? first : first + ':' + columnLetters(column + columns - 1) + (row + rows - 1);
}
