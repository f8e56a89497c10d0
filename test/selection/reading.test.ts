import { describe, expect, test } from 'vitest';
import { keyCell } from '../../src/jobs/key-cell';
import { understand, type Understood } from '../../src/jobs/selection-reading';
import type { CellValue } from '../../src/core/ports';
import { SHEETS, type Sheet } from './sheets';

const letter = (column: number | undefined): string => (column === undefined ? '' : String.fromCharCode(64 + column));

/** As the server reads it: the whole sheet is looked at, and what is selected from `from` on. */
function read({ rows, from = 1 }: Pick<Sheet, 'rows' | 'from'>) {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: width }, (_, at) => (row[at] ?? '') as CellValue));
  const window = { numbers: cells.map((_, at) => at + 1), rows: cells };
  const areas = [{ row: from, column: 1, rows: rows.length - from + 1, columns: width }];
  const understood = understand(window, areas);
  const { column, platformColumn, header, isId, headerPlatform = 'instagram' } = understood;
  const named = cells.flatMap((row, at) =>
    at + 1 < Math.max(from, understood.firstRow)
      ? []
      : [keyCell(at + 1, row[(platformColumn ?? 0) - 1], headerPlatform, row[column - 1], { isId, header })],
  );
  return { understood, named };
}

const columnsThat = ({ columns }: Understood, use: string): string =>
  columns
    .filter((each) => each.use === use)
    .map(({ column }) => letter(column))
    .join('');

describe('sheets as people keep them', () => {
  test.each(SHEETS)('$name', (sheet) => {
    const { understood, named } = read(sheet);
    const unreadable = named.filter((cell) => cell.kind === 'unreadable' && !cell.filler);
    expect({
      key: letter(understood.column),
      platforms: letter(understood.platformColumn),
      header: understood.headerRow ?? 0,
      creators: named.flatMap((cell) => (cell.kind === 'creator' ? [cell.key] : [])),
      unreadable: unreadable.map(({ row }) => row),
      fillers: named.filter(({ filler }) => filler).length,
      maybe: columnsThat(understood, 'maybe'),
    }).toEqual({
      key: sheet.key,
      platforms: sheet.platforms ?? '',
      header: sheet.header,
      creators: sheet.creators,
      unreadable: (sheet.unreadable ?? []).map(([row]) => row),
      fillers: sheet.fillers ?? 0,
      maybe: sheet.maybe ?? '',
    });
    for (const [row, why] of sheet.unreadable ?? [])
      expect(unreadable.find((cell) => cell.row === row)).toMatchObject({ why: expect.stringMatching(why) as string });
  });
});
