import type { Workbook } from '../core/ports';

const LONGEST_NAME = 60;

/** A name for a new sheet: `Instagram fitness Germany`, then `... 2`. Sheets forbids some characters in names. */
export function freeName(workbook: Workbook, words: readonly (string | undefined)[]): string {
  const base = words
    .filter((word) => word !== undefined)
    .join(' ')
    .replace(/[[\]*?/\\:'"\s]+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base} ${number}`;
    if (!workbook.find(name)) return name;
  }
}
