import type { DataTabAnswer } from '../core/ports';
import { oneSpelling } from '../api/answer-names';

/** How answers are written into rows of the data tab. It is pure: the tab itself is in `google`. */

/** Makes a packed answer a text that Sheets takes for nothing else. */
const TEXT_MARK = 'z:';

export const instant = (cell: unknown): number => (cell instanceof Date ? cell.getTime() : 0);

/** Parts the keys of one answer in its cell. No key contains it. */
const NEXT_KEY = ' | ';

export const keysIn = (cell: string): string[] => cell.split(NEXT_KEY).map(oneSpelling);

export const keysOf = ({ key, also = [] }: DataTabAnswer): string => [key, ...also].join(NEXT_KEY);

export const answerIn = (key: string, [, at, requests, packed]: unknown[]): DataTabAnswer => ({
  key,
  atMs: instant(at),
  requests: Number(requests) || 0,
  packed: String(packed).slice(TEXT_MARK.length),
});

export const isOf = ([keys, at, , packed]: unknown[], key: string, atMs: number): boolean =>
  keysIn(String(keys)).includes(key) && instant(at) === atMs && String(packed).startsWith(TEXT_MARK);

export const cellsOf = (answer: DataTabAnswer): (string | number | Date)[] => [
  keysOf(answer),
  new Date(answer.atMs),
  answer.requests,
  TEXT_MARK + answer.packed,
];

const MOST_READS = 8;
const NEAR_ROWS = 20;

/** Rows in order, parted at the widest gaps. Each block is a slow call, but a gap may hold many megabytes. */
export function rowBlocks(rows: readonly number[]): number[][] {
  const gaps = rows.map((row, at) => row - (rows[at - 1] ?? row)).sort((left, right) => right - left);
  const near = Math.max(NEAR_ROWS, gaps[MOST_READS - 1] ?? 0);
  const blocks: number[][] = [];
  for (const [at, row] of rows.entries()) {
    const block = blocks[blocks.length - 1];
    if (block && row - (rows[at - 1] ?? row) <= near) block.push(row);
    else blocks.push([row]);
  }
  return blocks;
}
