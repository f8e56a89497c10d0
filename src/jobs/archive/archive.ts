import { ArchiveRefusal, type Tools } from '../../core/ports';
import { MINUTE_MS, SECOND_MS } from '../../core/time';
import type { ArchiveHome, ArchiveTableName } from '../../schema/archive-table';
import { noteProblem, readArchive } from './archive-state';
import type { ArchiveSource } from './archive-source';
import { HISTORY_LINES } from './history-source';
import { isOld } from './old-lines';
import { POSTS } from './post-source';
import { PROFILES } from './profile-source';
import { rowsByMark, sendSheet } from './send-rows';

const SOURCES: readonly ArchiveSource[] = [HISTORY_LINES, POSTS, PROFILES];

/** On the way of something else, or while somebody waits for it. */
const WORK_MS = 20 * SECOND_MS;
/** What BigQuery has refused is tried again by itself only then. */
const REST_MS = 10 * MINUTE_MS;

export interface ArchiveCounts {
  /** Rows that BigQuery has not confirmed. */
  tables: { name: ArchiveTableName; waiting: number; refused: number }[];
  /** Lines of the history that are over a year old and confirmed. */
  oldLines: number;
}

/** Reads some columns of each sheet, once. */
export function countRows(tools: Tools, home: ArchiveHome): ArchiveCounts {
  let oldLines = 0;
  const tables = SOURCES.map((source) => {
    const counts = { name: source.table, waiting: 0, refused: 0 };
    for (const sheet of source.sheets(tools)) {
      const { due, refused, sent } = rowsByMark(tools, home, source, sheet);
      counts.waiting += due.length;
      counts.refused += refused.length;
      if (source === HISTORY_LINES) oldLines += sent.filter(isOld(tools)).length;
    }
    return counts;
  });
  return { tables, oldLines };
}

/**
 * Sends what waits, for about 20 s; when asked, also what BigQuery refused before. Returns how many rows were confirmed. A
 * refusal of all is noted with the place. Throws what the spreadsheet refused.
 */
export function sendWaiting(tools: Tools, { isAsked }: { isAsked: boolean }): number {
  const { host, archive } = tools;
  const state = archive && readArchive(host);
  if (!state) return 0;
  const { problem, ...home } = state;
  if (!isAsked && problem && host.clock.now() - problem.atMs < REST_MS) return 0;
  const untilMs = host.clock.now() + WORK_MS;
  let sent = 0;
  let broken: unknown;
  try {
    for (const source of SOURCES)
      for (const sheet of source.sheets(tools))
        try {
          sent += sendSheet({ ...tools, archive }, home, source, sheet, { withRefused: isAsked, untilMs });
        } catch (error) {
          if (error instanceof ArchiveRefusal) throw error;
          // A sheet that cannot be read or written keeps no other one from being sent.
          broken ??= error;
        }
    noteProblem(host, home, undefined);
  } catch (error) {
    if (!(error instanceof ArchiveRefusal)) throw error;
    noteProblem(host, home, { code: error.code, said: error.message.slice(0, 300), atMs: host.clock.now() });
  }
  if (broken !== undefined) throw broken;
  return sent;
}

/** The same where nobody asked: rows stay in their sheets, and come the next time. */
export function sendQuietly(tools: Tools): void {
  if (!tools.archive) return;
  try {
    sendWaiting(tools, { isAsked: false });
  } catch {
    // A sheet that cannot be written keeps nobody from what was asked for. Account says what waits.
  }
}
