import { ApiError } from './api-error';
import { drawToken } from './draw';

/** A query's answer frozen at its first page, as a search engine's point in time: later posts are not in it. */
export interface Pull {
  id: string;
  key: string;
  refs: readonly number[];
  expiresMs: number;
}

export interface Position {
  pull: Pull;
  /** Pieces already given out. */
  start: number;
  /** The newest piece given out so far. */
  newest?: { uploadedMs: number; hexId: string };
}

/** Real cursors of this kind carry an id of a kilobyte and more: with it a URL is longer than Apps Script allows. */
const PULL_ID_LENGTH = 1600;

export type ContentPulls = ReturnType<typeof createContentPulls>;

/** Hands out cursors and takes them back until they expire. */
export function createContentPulls(seed: number) {
  const pulls = new Map<string, Pull>();
  let opened = 0;

  return {
    open(key: string, refs: readonly number[], expiresMs: number, atMs: number): Pull {
      for (const [id, pull] of pulls) if (pull.expiresMs <= atMs) pulls.delete(id);
      opened += 1;
      const pull = { id: drawToken(PULL_ID_LENGTH, seed, opened, 1201), key, refs, expiresMs };
      pulls.set(pull.id, pull);
      return pull;
    },
    /** Opaque to clients, and always the same for the same place of the same pull. */
    cursorOf({ pull, start, newest }: Position): string {
      return Buffer.from(JSON.stringify({ pitId: pull.id, start, newest })).toString('base64url');
    },
    /** Where a cursor stands; one that is unknown, altered, expired or another key's is a 400. */
    resume(cursor: string, key: string, atMs: number, ttlMs: number): Position {
      const { pitId, start, newest } = parse(cursor);
      const pull = typeof pitId === 'string' ? pulls.get(pitId) : undefined;
      const isPlace = typeof start === 'number' && Number.isInteger(start) && start >= 0;
      if (!pull || pull.key !== key || !isPlace) throw new ApiError(400, 'Invalid cursor');
      if (pull.expiresMs <= atMs) throw new ApiError(400, 'Cursor expired');
      pull.expiresMs = atMs + ttlMs;
      return newest === undefined ? { pull, start } : { pull, start, newest };
    },
  };
}

function parse(cursor: string): { pitId?: unknown; start?: unknown; newest?: { uploadedMs: number; hexId: string } } {
  try {
    return (JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) ?? {}) as ReturnType<typeof parse>;
  } catch {
    return {};
  }
}
