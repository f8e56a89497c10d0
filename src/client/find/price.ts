/** Creators on a page of discovery (contract). */
export const PAGE_SIZE = 20;

/** Pages, counted from 1, both included. */
export interface Pages {
  from: number;
  to: number;
}

/** Requests for a range of pages: 1 for each that is not known and fresh. */
export function priceOf({ from, to }: Pages, known: readonly number[]): number {
  const free = new Set(known.filter((page) => page >= from && page <= to));
  return Math.max(0, to - from + 1 - free.size);
}

/** The pages that hold the first creators of a search. */
export const pagesFor = (creators: number, count: number): number =>
  Math.max(1, Math.ceil(Math.min(creators, count) / PAGE_SIZE));

const DAY_MS = 86_400_000;

/** Whether what was found may still be shown free of charge. */
export const isFresh = (at: string, searchFreshDays: number, nowMs = Date.now()): boolean =>
  nowMs - Date.parse(at) < searchFreshDays * DAY_MS;
