import type { ArchiveRefusal } from '../core/ports';
import type { ArchiveCounts } from '../jobs/archive/archive';
import type { ArchiveHome } from '../schema/archive-table';

/** What *BigQuery* in *Account* may ask, in a copy that has Google's service for it. Everything is free at influData. */
export interface ArchiveCalls {
  /** Where rows go, and how many wait. */
  archive: { gives: Record<string, never>; gets: ArchiveView };
  /** From now on rows go there, also those that stand in sheets already. */
  saveArchive: { gives: ArchiveHome; gets: ArchiveView };
  /** From now on none do. What is there stays. */
  stopArchive: { gives: Record<string, never>; gets: ArchiveView };
  /** Sends what waits and what was refused before, for about 20 s. `sent` rows are confirmed. */
  sendArchive: { gives: Record<string, never>; gets: ArchiveView & { sent: number } };
  /** Deletes lines of the history that are over a year old and confirmed, for about 20 s. */
  removeOldLines: { gives: Record<string, never>; gets: ArchiveView };
}

export interface ArchiveView extends ArchiveHome, ArchiveCounts {
  /** Why the last rows were not written; `said` are Google's words. */
  problem?: { code: ArchiveRefusal['code']; said: string };
  /** The permission is missing; Google's page on which to grant it, if there is one. */
  missing?: { url?: string };
}
