/** The document as page and server exchange it. Rows and columns count from 1 here, in the page's own files from 0. */
import type { Area } from '../emulator/spreadsheet/a1';
import type { CellSnapshot, SheetSnapshot } from '../emulator/spreadsheet/cell-snapshot';
import type { Mutation } from '../emulator/spreadsheet/mutation';
import type { WorkbookSnapshot } from '../emulator/spreadsheet/snapshot';

export type { CellSnapshot, Mutation, SheetSnapshot, WorkbookSnapshot };

/** What a person did in the page, or what Univer computed. */
export type Edit =
  /** Contents and formats as they are now; notes, validations and links stay as the server knows them. */
  | { type: 'put'; sheetId: number; cells: [row: number, column: number, cell: CellSnapshot | null][] }
  /** Values of formulas; they change nothing else about the cell. */
  | { type: 'results'; sheetId: number; cells: [row: number, column: number, result: CellSnapshot | null][] }
  | Exclude<Mutation, { type: 'cells' | 'setChart' | 'removeChart' | 'sheetProperties' }>
  | { type: 'sheetProperties'; sheetId: number; properties: Partial<SheetSnapshot> }
  /** Where the filter is, and the rows that it hides. */
  | { type: 'filter'; sheetId: number; area: Area | null; hiddenRows: number[] }
  /** Cells of an area change rows, as when it is sorted; what their formulas say then comes as writes. */
  | { type: 'reorderRows'; sheetId: number; area: Area; moves: [to: number, from: number][] };
