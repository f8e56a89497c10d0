import { expect, test } from 'vitest';
import type { Area, CellValue, Table } from '../../src/core/ports';
import { standingLines, type HistoryColumn } from '../../src/jobs/run/history-tab';

const DAYS = ['2026-11-21', '2026-11-22', '2026-11-23'];
const CREATORS = 3_000;
const COLUMNS = new Map<HistoryColumn, number>([
  ['day', 1],
  ['platform', 2],
  ['handle', 3],
  ['id', 4],
]);
const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
const rowsOf = (day: string): CellValue[][] =>
  Array.from({ length: CREATORS }, (_, at) => [new Date(day), 'instagram', `creator.${at}`, '']);

/** What is found of the last day, and how many rows were read for it. */
function look(rows: readonly CellValue[][], most: number): { found: number; read: number } {
  let read = 0;
  const table = {
    lastRow: () => rows.length + 1,
    read({ row, rows: count }: Area) {
      read += count;
      return rows.slice(row - 2, row - 2 + count);
    },
  } as unknown as Table;
  const found = standingLines({ table, columns: COLUMNS }, new Set([DAYS[2] ?? '']), most, dayOf);
  return { found: found.size, read };
}

test('a day is read from below as far as its rows go; sorted or with rows deleted, the whole tab is', () => {
  const all = DAYS.flatMap(rowsOf);
  expect(look(all, CREATORS)).toEqual({ found: CREATORS, read: 4_000 });
  expect(look(all, 0)).toEqual({ found: 0, read: 0 });
  const byHandle = [...all].sort((one, other) => (String(one[2]) < String(other[2]) ? -1 : 1));
  expect(look(byHandle, CREATORS).found).toBe(CREATORS);
  expect(look([...all].reverse(), CREATORS)).toEqual({ found: CREATORS, read: all.length });
  expect(look(all.slice(0, -10), CREATORS)).toEqual({ found: CREATORS - 10, read: all.length - 10 });
});
