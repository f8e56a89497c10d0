/** A 53-bit hash (cyrb53) as base 36: short names for leases and buckets. Not for secrets; a collision only makes a cell wait. */
export function hashText(text: string, seed = 0): string {
  return hashNumber(text, seed).toString(36);
}

export function hashNumber(text: string, seed = 0): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** The entry spelled most like the text, if one is close: its edit distance is at most the given part of its length. */
export function nearest(text: string, entries: readonly string[], part = 1 / 3): string | undefined {
  const wanted = text.toLowerCase();
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const entry of entries) {
    const distance = editDistance(wanted, entry.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [entry, distance];
  }
  const isNear = bestDistance <= Math.max(2, (best ?? '').length * part) && bestDistance < wanted.length;
  return isNear ? best : undefined;
}

function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? Infinity;
}

/** The beginning of a text that is too long, in whole characters, with a sign that there was more. */
export const beginningOf = (text: string, longest: number): string =>
  `${Array.from(text)
    .slice(0, longest - 1)
    .join('')}…`;

/** In UTF-8, as Google counts what it stores. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isSurrogate = code >= 0xd800 && code < 0xe000;
    bytes += code < 0x80 ? 1 : code < 0x800 || isSurrogate ? 2 : 3;
  }
  return bytes;
}

export const isBlank = (value: unknown): boolean =>
  value === '' || value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** Half of a two-part character, as LEFT() leaves behind when it cuts an emoji. It cannot be encoded in an address. */
export const hasHalfCharacter = (text: string): boolean => /[\ud800-\udfff]/u.test(text);

export function parseJson(text: string): unknown {
  try {
    // Some servers begin with a byte order mark.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An entry of a table by a name from outside, which may be `constructor`. */
export const entryOf = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined;

/** A column counted from 1 as Sheets names it: `A`, `AB`. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetters((column - 1 - rest) / 26) + letter : letter;
}

/** A sheet's name as formulas begin a reference with it: `'Anna''s list'!`. */
export const quotedSheet = (name: string): string => `'${name.replace(/'/g, "''")}'!`;
