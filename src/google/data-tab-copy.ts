import { cache } from './cache';
import { zip } from './zip';

/** A row of the data tab: the keys of its answer, and the answer's time. */
export type DataTabRow = readonly [keys: string, atMs: number];

const PIECES = 8;
/** CacheService takes 100 KB a value. */
const LARGEST_PIECE = 95_000;
/** As with all copies: it must not push out answers that exist nowhere else. */
const TTL_SECONDS = 3_600;
const NAMES = Array.from({ length: PIECES }, (_, piece) => `tab/${piece}`);

/** The data tab's rows in order, as last copied; undefined unless there are `count` of them. One cache call. */
export function keptRows(count: number): DataTabRow[] | undefined {
  try {
    const kept = cache.getMany(NAMES);
    const text = NAMES.map((name) => kept[name] ?? '').join('');
    if (text === '') return undefined;
    let atMs = 0;
    const rows = zip
      .unpack(text)
      .split('\n')
      .map((line): DataTabRow => {
        const [delta = '', keys = ''] = line.split('\t');
        return [keys, (atMs += parseInt(delta, 36))];
      });
    return rows.length === count ? rows : undefined;
  } catch {
    // Pieces are missing or come from two copies, so the tab itself is read.
    return undefined;
  }
}

/** Saves the next execution from reading the tab. One cache call; nothing is kept where there is no room. */
export function keepRows(rows: readonly DataTabRow[]): void {
  let before = 0;
  const lines = rows.map(([keys, atMs]) => {
    const line = `${(atMs - before).toString(36)}\t${keys}`;
    before = atMs;
    return line;
  });
  const text = zip.pack(lines.join('\n'));
  try {
    if (text.length <= PIECES * LARGEST_PIECE)
      cache.putMany(
        Object.fromEntries(
          NAMES.map((name, piece) => [name, text.slice(piece * LARGEST_PIECE, (piece + 1) * LARGEST_PIECE)]),
        ),
        TTL_SECONDS,
      );
  } catch {
    // A copy is a convenience.
  }
}
