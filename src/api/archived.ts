import type { Host } from '../core/ports';
import type { Folded } from '../spend/fold';
import { freshMs, type Settings } from '../spend/settings';
import { kindOf, type Answer } from '../store/answer';
import type { PropertyValues } from '../store/property-pieces';
import { readCached } from '../store/answer-cache';
import { openBook } from './book';
import { locked } from './locked';

/** Says that there is a data tab: without it no formula goes looking. */
const ARCHIVE_PROPERTY = 'archive';

export const RUN_PREFIX = 'run/';

export const isRunOpen = (properties: PropertyValues): boolean =>
  Object.keys(properties).some((name) => name.startsWith(RUN_PREFIX));

/** The fresh ones of these answers that the data tab has. Some slow calls to the spreadsheet, and none without a data tab. */
export function archivedAnswers(
  { archive, zip, clock }: Host,
  { properties }: Folded,
  keys: readonly string[],
  settings: Settings,
): Answer[] {
  if (keys.length === 0 || !properties[ARCHIVE_PROPERTY]) return [];
  try {
    return archive.find(keys).flatMap(({ key, atMs, requests, packed }) => {
      const freshUntilMs = atMs + freshMs(kindOf(key), 'full', settings);
      if (freshUntilMs <= clock.now()) return [];
      return [
        { key, state: 'full' as const, atMs, freshUntilMs, requests, body: JSON.parse(zip.unpack(packed)) as unknown },
      ];
    });
  } catch {
    // A person may have changed the tab. What cannot be read there is bought again only where nothing else has it.
    return [];
  }
}

/**
 * Moves audience reports that formulas have bought into the data tab: the cache forgets them after 6 hours, and properties
 * keep a receipt only. For a click: formulas may not write.
 */
export function archiveReports(host: Host): void {
  const keys = openBook(host).folded.loose.filter((key) => kindOf(key) === 'audience');
  if (keys.length === 0) return;
  const answers = readCached(host.cache, host.zip, keys, host.clock.now()).values();
  archiveAnswers(
    host,
    [...answers].filter(({ requests }) => requests > 0),
  );
}

/** Cells hold 50,000 characters (platform, limits); what is larger stays where it is. */
const LARGEST_PACKED = 49_000;

/** Puts paid answers into the data tab. */
export function archiveAnswers(host: Host, answers: readonly Answer[]): void {
  const rows = answers.flatMap(({ key, state, atMs, requests, body }) => {
    const packed = state === 'full' ? host.zip.pack(JSON.stringify(body)) : '';
    return packed === '' || packed.length > LARGEST_PACKED ? [] : [{ key, atMs, requests, packed }];
  });
  if (rows.length === 0) return;
  host.archive.add(rows);
  if (!host.documentProperties.all()[ARCHIVE_PROPERTY])
    locked(host, () => host.documentProperties.setMany({ [ARCHIVE_PROPERTY]: '1' }));
}
