import type { CellValue } from '../core/page';

/** A block of cells, row by row. */
export type Cells<T = CellValue> = T[][];

/** Formula arguments come as one value or as rows. */
export const isCells = (value: unknown): value is Cells<unknown> => Array.isArray(value) && Array.isArray(value[0]);

export const toCells = (value: unknown): Cells<unknown> => (isCells(value) ? value : [[value]]);

/** A date in a cell. ISO text with a date only is that day at UTC midnight. */
export const dateCell = (iso: string): Date => new Date(iso.length === 10 ? `${iso}T00:00:00.000Z` : iso);
