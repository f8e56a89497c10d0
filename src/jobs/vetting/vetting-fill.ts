import { columnLetters, quotedSheet } from '../../core/text';
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
    const sheet = quotedSheet(list.name());
    /** Whole columns where nothing but the header stands above: other spreadsheets read these too. */
    const all = (column: number): string => {
      const letters = columnLetters(column);
      return sheet + (headerRow === 1 ? `$${letters}:$${letters}` : `$${letters}$${headerRow + 1}:$${letters}`);
    };
    const { sizes, countries, countriesFound } = settingsPlaces(settings);
    const wanted: CellWrites = new Map();
    const [followers, engagement] = [figures.get('followers'), figures.get('engagement')];
    if (followers !== undefined && engagement !== undefined)
      for (let at = 0; at < sizes.rows; at++) {
        const row = sizes.row + at;
        const from = `$${columnLetters(sizes.column)}${row}`;
        const next = `$${columnLetters(sizes.column)}${row + 1}`;
        const isLast = at + 1 === sizes.rows;
        const count = `${all(followers)};">="&${from}${isLast ? '' : `;${all(followers)};"<"&${next}`}`;
        const inSize = `ISNUMBER(${all(followers)})*(${all(followers)}>=${from})${isLast ? '' : `*(${all(followers)}<${next})`}`;
        setCell(wanted, row, sizes.column + 1, `=COUNTIFS(${count};${all(engagement)};">=0")`);
        const median = `MEDIAN(IF(${inSize}*ISNUMBER(${all(engagement)});${all(engagement)};""))`;
        setCell(wanted, row, sizes.column + 2, `=IFERROR(ARRAYFORMULA(${median});"")`);
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
