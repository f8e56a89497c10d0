import { columnLetters } from '../../core/text';
import type { Table, Workbook } from '../../core/ports';
import { setCell, writeCells, type CellWrites } from '../run/cell-block';
import { origins, readBefore, takeBack, areMoved } from '../run/moved-rows';
import { headersOf } from '../run/own-rows';
import { untilInPlace } from '../run/own-write';
import { fieldsOf, type FlagName } from './flag';
import { figureColumns } from './vetting-list';
import { NAME_CELLS, settingsPlaces } from './vetting-sheet';

/** Counts and medians of the list, in the sheet of its settings, where they are missing or broken: see `settingsPage`. */
export function fillSettings(
  workbook: Workbook,
  settings: Table,
  list: Table,
  headerRow: number,
  flags: readonly FlagName[],
): void {
  untilInPlace(settings, () => {
    const figures = figureColumns(list.marks(), headersOf(list, headerRow), fieldsOf(flags));
    const sheet = `'${list.name().replace(/'/g, "''")}'!`;
    const all = (column: number): string =>
      `${sheet}$${columnLetters(column)}$${headerRow + 1}:$${columnLetters(column)}`;
    const { sizes, countries, countriesFound } = settingsPlaces(settings);
    const wanted: CellWrites = new Map();
    const [followers, engagement] = [figures.get('followers'), figures.get('engagement')];
    if (followers !== undefined && engagement !== undefined)
      for (let at = 0; at < sizes.rows; at++) {
        const row = sizes.row + at;
        const from = `$${columnLetters(sizes.column)}${row}`;
        const next = `$${columnLetters(sizes.column)}${row + 1}`;
        const below = at + 1 < sizes.rows ? `;${all(followers)}<${next}` : '';
        const inSize = `FILTER(${all(engagement)};ISNUMBER(${all(engagement)});ISNUMBER(${all(followers)});${all(followers)}>=${from}${below})`;
        setCell(wanted, row, sizes.column + 1, `=COUNT(IFERROR(${inSize};""))`);
        setCell(wanted, row, sizes.column + 2, `=IFERROR(MEDIAN(${inSize});"")`);
      }
    const audience = figures.get('audienceCountries');
    if (audience !== undefined)
      for (let at = 0; at < NAME_CELLS; at++) {
        const cell = `${columnLetters(countries.column + at)}$${countries.row}`;
        const found = `FIND(", "&LOWER(TRIM(${cell}))&": ";", "&LOWER(${all(audience)}))`;
        setCell(
          wanted,
          countriesFound.row,
          countries.column + at,
          `=IF(${cell}="";"";SUMPRODUCT(ISNUMBER(${found})*1))`,
        );
      }
    const area = { row: 1, column: 1, rows: settings.lastRow(), columns: Math.max(1, settings.lastColumn()) };
    const held = readBefore(settings, area);
    const writes: CellWrites = new Map();
    for (const [row, cells] of wanted)
      for (const [column, formula] of cells) {
        const there = held.formulas[row - 1]?.[column - 1] ?? '';
        const isBlank = there === '' && (held.cells[row - 1]?.[column - 1] ?? '') === '';
        if (isBlank || there.includes('#REF!')) setCell(writes, row, column, formula);
      }
    if (writes.size === 0) return true;
    const names = (): { rows: string[]; columns: string[] } => {
      const cells = settings.read({ ...area, columns: sizes.column });
      return {
        rows: cells.map((line) => String(line[sizes.column - 1] ?? '')),
        columns: headersOf(settings, Math.max(1, sizes.row - 1)),
      };
    };
    const before = names();
    writeCells(settings, writes);
    workbook.flush();
    const now = names();
    const [rows, columns] = [origins(before.rows, now.rows), origins(before.columns, now.columns)];
    if (!areMoved(rows) && !areMoved(columns)) return true;
    takeBack(settings, held, writes, rows, columns);
    workbook.flush();
    return undefined;
  });
}
