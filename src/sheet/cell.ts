/** What a cell can hold. */
export type Cell = string | number | boolean | Date;
export type Grid<T = Cell> = T[][];

/** Formula arguments come as one value or as rows. */
export const isGrid = (value: unknown): value is Grid<unknown> => Array.isArray(value) && Array.isArray(value[0]);

export const toGrid = (value: unknown): Grid<unknown> => (isGrid(value) ? value : [[value]]);

/** A date in a cell. ISO text with a date only is that day at UTC midnight. */
export const dateCell = (iso: string): Date => new Date(iso.length === 10 ? `${iso}T00:00:00.000Z` : iso);
