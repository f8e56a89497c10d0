import { InfluError, messageOf } from '../core/error';
import { StoreFull, type Archive, type ArchivedAnswer, type Host } from '../core/ports';
import { creatorKey, parseCreator } from '../schema/creator';
import { parseProfile } from '../schema/profile';
import type { Folded } from '../spend/fold';
import { RUN_PREFIX } from '../spend/gate-state';
import { freshMs, type Settings } from '../spend/settings';
import { kindOf, type Answer } from '../store/answer';
import type { PropertyValues } from '../store/property-pieces';
import { readCached } from '../store/answer-cache';
import { DURABLE_BUDGETS, foldedValues, openBook } from './book';
import { durableRecord } from './keep';
import { locked } from './locked';

/** Says that there is a data tab: without it no formula goes looking. */
const ARCHIVE_PROPERTY = 'archive';

export { RUN_PREFIX };

export const isRunOpen = (properties: PropertyValues): boolean =>
  Object.keys(properties).some((name) => name.startsWith(RUN_PREFIX));

/** A report holds the profile (notes, item 12). */
const homesOf = (key: string): string[] =>
  kindOf(key) === 'profile' ? [key, key.replace('profile', 'audience')] : [key];

/**
 * The fresh ones of these answers that the data tab has. Some slow calls to the spreadsheet, and none without a data tab.
 * Throws `storeUnreadable` when it cannot be read: what was paid for may stand there.
 */
export function archivedAnswers(
  { archive, zip, clock }: Host,
  { properties }: Folded,
  keys: readonly string[],
  settings: Settings,
): Answer[] {
  if (keys.length === 0 || !properties[ARCHIVE_PROPERTY]) return [];
  const found = new Map(archivedRows(archive, keys.flatMap(homesOf)).map((row) => [row.key, row]));
  return keys.flatMap((key): Answer[] => {
    const rows = homesOf(key).flatMap((home) => found.get(home) ?? []);
    const [row] = rows.sort((left, right) => right.atMs - left.atMs);
    if (!row) return [];
    const { atMs, requests, packed } = row;
    const answer = { key, atMs, requests, freshUntilMs: atMs + freshMs(kindOf(key), 'full', settings) };
    if (answer.freshUntilMs <= clock.now()) return [];
    try {
      return [{ ...answer, state: 'full', body: JSON.parse(zip.unpack(packed)) as unknown }];
    } catch {
      // A person changed the cell: that it was paid for still shows.
      return [{ ...answer, state: 'receipt' }];
    }
  });
}

/** The same without the answers themselves: whether they are known is all that a price over thousands needs. */
export function archivedLook(
  { archive, clock }: Host,
  { properties }: Folded,
  keys: readonly string[],
  settings: Settings,
): Answer[] {
  if (keys.length === 0 || !properties[ARCHIVE_PROPERTY]) return [];
  const times = archive.times(keys.flatMap(homesOf));
  return keys.flatMap((key): Answer[] => {
    const atMs = Math.max(...homesOf(key).map((home) => times.get(home) ?? 0));
    const freshUntilMs = atMs + freshMs(kindOf(key), 'full', settings);
    return freshUntilMs <= clock.now() ? [] : [{ key, state: 'full', atMs, freshUntilMs, requests: 0 }];
  });
}

function archivedRows(archive: Archive, keys: readonly string[]): ArchivedAnswer[] {
  try {
    return archive.find(keys);
  } catch {
    throw new InfluError(
      'storeUnreadable',
      'The hidden tab "influData data" holds what was paid for, and it cannot be read, so nothing is bought. Try again. If it was deleted or renamed, undo that; an empty tab of that name goes on without it.',
    );
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

/** Cells hold 50,000 characters (platform, limits); what is larger is kept as what formulas buy is. */
const LARGEST_PACKED = 49_000;

/** Puts paid answers into the data tab. What it does not take is kept in properties, then the refusal is thrown. */
export function archiveAnswers(host: Host, answers: readonly Answer[]): void {
  const rows = answers.flatMap((answer) => {
    const { key, state, atMs, requests, body } = answer;
    const packed = state === 'full' ? host.zip.pack(JSON.stringify(body)) : '';
    return packed === '' ? [] : [key, ...handleKeys(answer)].map((each) => ({ key: each, atMs, requests, packed }));
  });
  const fitting = rows.filter(({ packed }) => packed.length <= LARGEST_PACKED);
  if (fitting.length < rows.length) {
    const there = new Set(fitting.map(({ key }) => key));
    keepInProperties(
      host,
      answers.filter(({ key, state }) => state === 'full' && !there.has(key)),
    );
  }
  if (fitting.length === 0) return;
  try {
    // Two executions that add at once would write over each other's rows.
    locked(host, () => {
      host.archive.add(fitting);
      if (!host.documentProperties.all()[ARCHIVE_PROPERTY])
        host.documentProperties.setMany({ [ARCHIVE_PROPERTY]: '1' });
    });
  } catch (error) {
    keepInProperties(host, answers);
    if (error instanceof InfluError) throw error;
    throw new InfluError(
      'sheet',
      `The hidden tab "influData data" could not be written: ${messageOf(error).slice(0, 200)} What was paid for is kept. Resume when that is settled.`,
    );
  }
}

/** Who was asked for by an id is known by the handle from then on. */
function handleKeys({ key, body }: Answer): string[] {
  if (!/^\w+:(id:|\w+\/uid:)/.test(key)) return [];
  try {
    const { platform, username } = parseProfile(body).scalars;
    return [`${kindOf(key)}:${creatorKey(parseCreator(platform, username))}`];
  } catch {
    return [];
  }
}

/** Under the lock, where there is room; where there is none the cache still has them for hours. */
function keepInProperties(host: Host, answers: readonly Answer[]): void {
  const records = answers.flatMap((answer) => durableRecord(answer) ?? []);
  host.lock.hold(KEEP_WAIT_MS, () =>
    DURABLE_BUDGETS.some((budget) => {
      const book = openBook(host, undefined, budget);
      book.folded.records.push(...records);
      try {
        host.documentProperties.setMany(foldedValues(host, book));
        return true;
      } catch (error) {
        if (error instanceof StoreFull) return false;
        throw error;
      }
    }),
  );
}

const KEEP_WAIT_MS = 10_000;
