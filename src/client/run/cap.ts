export const wholeOf = (text: string): number | undefined =>
  /^\d+$/.test(text.trim()) ? Number(text.trim()) : undefined;

/** Largest cap that the server takes. */
const HIGHEST_CAP = 100_000;

/** Null: the setting; undefined: no cap can be read. */
export function capOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const cap = wholeOf(text.replace(/,/g, ''));
  return cap !== undefined && cap > 0 && cap <= HIGHEST_CAP ? cap : undefined;
}
