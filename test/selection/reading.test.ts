import { englishOf } from '../../src/core/said';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InfluError } from '../../src/core/error';
import { keyCell, type KeyCell } from '../../src/jobs/selection/key-column';
import { understand, type Understood } from '../../src/jobs/selection/selection-reading';
import type { CellValue } from '../../src/core/ports';
import { SHEETS, type Sheet } from './sheets';
import { examples } from '../setup/examples';

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

const whyOf = (cell: KeyCell | undefined): string => (cell?.kind === 'unreadable' ? englishOf(cell.why) : '');

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
      expect(whyOf(unreadable.find((cell) => cell.row === row))).toMatch(why);
  });
});

describe('whatever a sheet holds', () => {
  const cell = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom('lena.vogt', '@jonas', 'adidas', 'Lena Vogt', '', 'https://tiktok.com/@mia'),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('Handle', 'Land', 'Plattform', 'TikTok', 'Twitter', 'Follower', 'tbd', 'Titel'),
    },
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.double(),
    fc.boolean(),
    fc.date({ noInvalidDate: true }),
  );
  const grid = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 14 }),
    );
  const line = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });
  const choices = fc.record({ column: line, platformColumn: line, headerRow: line, isPlatformChosen: fc.boolean() });

  test('it is understood, the same each time, within what is selected, or refused in a sentence', () => {
    fc.assert(
      fc.property(grid, choices, fc.nat(13), (cells, chosen, skipped) => {
        const width = cells[0]?.length ?? 1;
        const from = Math.min(skipped, cells.length - 1) + 1;
        const window = { numbers: cells.map((_, at) => at + 1), rows: cells as CellValue[][] };
        const areas = [{ row: from, column: 1, rows: cells.length - from + 1, columns: width }];
        const again = (): Understood | string => {
          try {
            return understand(window, areas, chosen, 'tiktok');
          } catch (error) {
            expect(error).toBeInstanceOf(InfluError);
            return String(error);
          }
        };
        const understood = again();
        expect(again()).toEqual(understood);
        if (typeof understood === 'string') return;
        const { column, platformColumn = 0, headerRow = 0, firstRow, columns, tops } = understood;
        expect([column >= 1, column <= width, platformColumn <= width, platformColumn !== column]).toEqual(
          Array(4).fill(true),
        );
        expect(headerRow < firstRow && headerRow <= cells.length && firstRow <= cells.length + 1).toBe(true);
        // Nothing that is selected is left out without a word: each column with anything in it has its use.
        const filled = Array.from({ length: width }, (_, at) => at + 1).filter((each) =>
          cells.some((row) => String(row[each - 1] ?? '').trim() !== ''),
        );
        expect(columns.map((each) => each.column)).toEqual(filled);
        expect(columns.filter(({ use }) => use === 'key').map((each) => each.column)).toEqual([column]);
        expect(tops.every(({ row }) => row >= 1 && row <= cells.length)).toBe(true);
        // What was chosen and fits is what holds.
        if (chosen.column && filled.includes(chosen.column)) expect(column).toBe(chosen.column);
        if (chosen.platformColumn === 0) expect(platformColumn).toBe(0);
        if (chosen.headerRow === 0) expect(headerRow).toBe(0);
        if (chosen.headerRow && chosen.headerRow <= cells.length) expect(headerRow).toBe(chosen.headerRow);
      }),
      examples(300, 20261130),
    );
  });

  test('a creator that is named in a column is read the same in every row', () => {
    fc.assert(
      fc.property(cell, fc.constantFrom('', 'IG', 'Twitter', 'TikTok'), (value, own) => {
        const [first, second] = [3, 9].map((row) => keyCell(row, own, 'instagram', value));
        expect({ ...first, row: 0 }).toEqual({ ...second, row: 0 });
        if (first?.kind === 'unreadable') expect(whyOf(first)).not.toBe('');
        // None of another platform than its row says, unless its own text does.
        if (first?.kind === 'creator' && own === 'Twitter')
          expect(keyCell(3, '', '', value)).toMatchObject({ kind: 'creator', key: first.key });
      }),
      examples(300, 20261130),
    );
  });
});
