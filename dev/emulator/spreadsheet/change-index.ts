// Changed cells, arranged so that "was anything in this area changed?" is quick however many there are.
import { overlap } from './a1';
import type { Area } from './a1';

export interface Change {
  sheetId: number;
  area: Area;
}

export interface ChangeIndex {
  hits(change: Change): boolean;
}

interface SheetChanges {
  /** Rows by column, of single cells: the results of formulas. */
  cells: Map<number, Set<number>>;
  areas: Area[];
}

function hitsCells(cells: SheetChanges['cells'], { row, column, rows, columns }: Area): boolean {
  for (const [changedColumn, changedRows] of cells) {
    if (changedColumn < column || changedColumn >= column + columns) continue;
    if (changedRows.size < rows) {
      for (const changed of changedRows) if (changed >= row && changed < row + rows) return true;
    } else {
      for (let each = row; each < row + rows; each += 1) if (changedRows.has(each)) return true;
    }
  }
  return false;
}

export function indexChanges(changes: Change[]): ChangeIndex {
  const sheets = new Map<number, SheetChanges>();
  for (const { sheetId, area } of changes) {
    let sheet = sheets.get(sheetId);
    if (!sheet) {
      sheet = { cells: new Map(), areas: [] };
      sheets.set(sheetId, sheet);
    }
    if (area.rows !== 1 || area.columns !== 1) {
      sheet.areas.push(area);
      continue;
    }
    const rows = sheet.cells.get(area.column);
    if (rows) rows.add(area.row);
    else sheet.cells.set(area.column, new Set([area.row]));
  }
  return {
    hits({ sheetId, area }) {
      const sheet = sheets.get(sheetId);
      if (!sheet) return false;
      return hitsCells(sheet.cells, area) || sheet.areas.some((each) => overlap(each, area) !== null);
    },
  };
}
