import { readNumber } from '../../schema/filter-number';
import { PAGE_READING } from '../form/page-reading';

/** A whole number, written as in the spreadsheet's locale; undefined where it is none, or could be two. */
export function wholeOf(text: string): number | undefined {
  if (/^\d+$/.test(text.trim())) return Number(text.trim());
  // 1e3 is nothing that people count in.
  if (/\de/i.test(text)) return undefined;
  try {
    return Number(readNumber({ name: '' }, text, PAGE_READING));
  } catch {
    return undefined;
  }
}

/** Largest cap that the server takes. */
const HIGHEST_CAP = 100_000;

/** Null: the setting; undefined: no cap can be read. */
export function capOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const cap = wholeOf(text);
  return cap !== undefined && cap > 0 && cap <= HIGHEST_CAP ? cap : undefined;
}
