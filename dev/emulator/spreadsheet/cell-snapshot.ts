// A cell and a sheet as JSON, for snapshots and for the feed of mutations.
import { formatA1, parseA1 } from './a1';
import type { Cell } from './cell';
import type { SheetData } from './sheet-data';

/** Blank properties are left out. `spilledFrom` is the A1 address of the formula's cell. */
export interface CellSnapshot extends Partial<Omit<Cell, 'spilledFrom' | 'hasSpill' | 'stale'>> {
  spilledFrom?: string;
}

export interface SheetSnapshot extends Partial<Omit<SheetData, 'id' | 'name' | 'rows'>> {
  id: number;
  name: string;
  /** By A1 address. Where given, it is the whole content of the sheet. */
  cells?: Record<string, CellSnapshot>;
}

/** @param addresses where the cells with formulas are, to name the origin of spilled values */
export function cellToSnapshot(cell: Cell, addresses: Map<Cell, string>): CellSnapshot {
  const { spilledFrom, hasSpill: _hasSpill, stale: _stale, value, ...rest } = cell;
  const snapshot: CellSnapshot = { ...rest };
  if (value !== null) snapshot.value = value;
  const origin = spilledFrom && addresses.get(spilledFrom);
  if (origin !== undefined) snapshot.spilledFrom = origin;
  return snapshot;
}

/** The origin of a spill is left to the caller, who knows the other cells. */
export function cellFromSnapshot({ spilledFrom: _spilledFrom, value, ...rest }: CellSnapshot): Cell {
  return { ...rest, value: value ?? null };
}

export function addressText(row: number, column: number): string {
  return formatA1({ row, column, rows: 1, columns: 1 });
}

export function positionOf(address: string): { row: number; column: number } {
  const { row = 1, column = 1 } = parseA1(address) ?? {};
  return { row, column };
}
