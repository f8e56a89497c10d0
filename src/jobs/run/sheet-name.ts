import type { Workbook } from '../../core/ports';

const LONGEST_NAME = 60;

/**
 * A name for a new sheet: `Instagram fitness Germany`, then `... 2`. Sheets forbids some characters in names, and two names
 * that differ in case only. Names in `taken` are not free either.
 */
export function freeName(
  workbook: Workbook,
  words: readonly (string | undefined)[],
  taken: readonly string[] = [],
): string {
  const base = words
    .filter((word) => word !== undefined)
    .join(' ')
    .replace(/[[\]*?/\\:'"\s]+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    // Cut no character in half, and leave no space at the end: the sheet would not be found again by that name.
    .replace(/[\ud800-\udbff]?\s*$/, '');
  const used = new Set([...taken, ...workbook.tables().map((table) => table.name())].map((name) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base} ${number}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}
