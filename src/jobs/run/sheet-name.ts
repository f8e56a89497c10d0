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
  const whole = words
    .filter((word) => word !== undefined)
    .join(' ')
    .replace(/[[\]*?/\\:'"\s]+/g, ' ')
    .trim();
  const base = whole.length > LONGEST_NAME ? cut(whole) : whole;
  const used = new Set([...taken, ...workbook.tables().map((table) => table.name())].map((name) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base} ${number}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/**
 * Behind a whole word, unless that is one endless word. No character is cut in half, and no space is left at the end: the
 * sheet would not be found again by that name.
 */
function cut(name: string): string {
  const first = name.slice(0, LONGEST_NAME + 1);
  const atWord = first.slice(0, Math.max(0, first.lastIndexOf(' '))).replace(/[\s,;·&-]+$/, '');
  return atWord.length > LONGEST_NAME / 2 ? atWord : name.slice(0, LONGEST_NAME).replace(/[\ud800-\udbff]?\s*$/, '');
}

const NAMED = 3;

/** Of a filter that lists several the first, and how many more: `adidas, nike, puma +7`. */
export function fewOf(filter: string | undefined): string | undefined {
  const all = filter?.split(',');
  const more = (all?.length ?? 0) - NAMED;
  return all && all.slice(0, NAMED).join(', ') + (more > 0 ? ` +${more}` : '');
}
