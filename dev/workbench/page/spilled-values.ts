/** Spilled values lie beside the cells in Univer, all of them anew after each calculation; the server gets the news. */
import type { IRange } from '@univerjs/core';
import { addressText } from '../../emulator/spreadsheet/cell-snapshot';
import type { CellSnapshot, Edit } from '../document';
import { resultOf } from './cell-data';
import type { SheetsComponent } from './univer';
import { documentSheetId, workbookId } from './workbook-data';

type Results = Extract<Edit, { type: 'results' }>;

interface Spilled {
  univerId: string;
  row: number;
  column: number;
  result: CellSnapshot;
}

function collect({ formulas }: SheetsComponent): Spilled[] {
  const values = formulas.getArrayFormulaCellData()[workbookId] ?? {};
  const spilled: Spilled[] = [];
  for (const [univerId, byRow] of Object.entries(formulas.getArrayFormulaRange()[workbookId] ?? {})) {
    for (const [originRow, byColumn] of Object.entries(byRow ?? {})) {
      for (const [originColumn, range] of Object.entries(byColumn ?? {}) as [string, IRange][]) {
        const spilledFrom = addressText(Number(originRow) + 1, Number(originColumn) + 1);
        for (let { startRow: row } = range; row <= range.endRow; row += 1) {
          for (let { startColumn: column } = range; column <= range.endColumn; column += 1) {
            if (row === Number(originRow) && column === Number(originColumn)) continue;
            const result = { ...resultOf(values[univerId]?.[row]?.[column]), spilledFrom };
            spilled.push({ univerId, row, column, result });
          }
        }
      }
    }
  }
  return spilled;
}

/** @returns what changed since the last call, also the values that are gone */
export function createSpillReader(sheets: SheetsComponent): () => Results[] {
  let known = new Map<string, { text: string; at: Spilled }>();
  return () => {
    const now = new Map(
      collect(sheets).map((at) => [`${at.univerId}/${at.row}/${at.column}`, { text: JSON.stringify(at.result), at }]),
    );
    const bySheet = new Map<string, Results['cells']>();
    const add = ({ univerId, row, column }: Spilled, result: CellSnapshot | null) => {
      const cells = bySheet.get(univerId) ?? [];
      bySheet.set(univerId, cells);
      cells.push([row + 1, column + 1, result]);
    };
    for (const [key, { at }] of known) {
      if (!now.has(key) && sheets.workbook.getSheetBySheetId(at.univerId)) add(at, null);
    }
    for (const [key, { text, at }] of now) if (known.get(key)?.text !== text) add(at, at.result);
    known = now;
    return [...bySheet].map(([univerId, cells]) => ({ type: 'results', sheetId: documentSheetId(univerId), cells }));
  };
}
