import { freshMs } from '../api/freshness';
import { InfluError, messageOf } from '../core/error';
import type { DataTabAnswer, Host } from '../core/ports';
import type { Folded, Kept } from './fold';
import type { Settings } from './settings';
import { homesOf, kindOf, type Answer } from '../api/answer';
import { readCached } from './answer-cache';
import { HISTORY_PROPERTY } from './history-store';
import type { PropertyValues } from './property-pieces';
import { foldedValues, openBook, writeFitting } from './book';
import { filing, hashedName, isById, nameOf } from '../api/answer-names';
import { durableRecord } from './keep';
import { locked } from './locked';
import { GATE } from '../schema/said-text';

/**
 * Says that there is a data tab, and where a history is kept, when something was last put there. Blank, it says that there
 * is none, so that no formula goes looking.
 */
export const DATA_TAB_PROPERTY = 'archive';

/**
 * Where no property says so, the spreadsheet itself is asked, because a copied one has the tab and none of the
 * properties. Throws `storeUnreadable` when that fails.
 */
export function hasDataTab({ dataTab, documentProperties }: Host, { properties }: Folded): boolean {
  const noted = properties[DATA_TAB_PROPERTY];
  if (noted !== undefined) return noted !== '';
  if (!readable(() => dataTab.exists())) return false;
  documentProperties.setMany({ [DATA_TAB_PROPERTY]: '1' });
  return true;
}

/** Keeps others from looking again. To be written under the lock, because a run may have made the tab since. */
export const noDataTab = ({ properties }: Folded): PropertyValues =>
  properties[DATA_TAB_PROPERTY] === undefined ? { [DATA_TAB_PROPERTY]: '' } : {};

/** A key by which the data tab finds an answer under another name. */
export const hashedKey = (key: string, hash: string): string => `${kindOf(key)}:~${hash}`;

function placesOf(key: string, filed: string): string[] {
  const homes = new Set([...homesOf(filed), ...homesOf(key)]);
  return [...homes, ...(isById(key) ? homesOf(key).map((home) => hashedKey(home, hashedName(nameOf(key)))) : [])];
}

const placesIn = (kept: ReadonlyMap<string, Kept>): Map<string, string[]> =>
  new Map([...kept].map(([key, { filed }]) => [key, placesOf(key, filed)]));

/**
 * The fresh ones of these answers that the data tab has. Some slow calls to the spreadsheet.
 * Throws `storeUnreadable` when it cannot be read: what was paid for may stand there.
 */
export function dataTabAnswers(
  { dataTab, zip, clock }: Host,
  kept: ReadonlyMap<string, Kept>,
  settings: Settings,
): Answer[] {
  const places = placesIn(kept);
  const rowsFound = readable(() => dataTab.find([...places.values()].flat()));
  const found = new Map(rowsFound.map((row) => [row.key, row]));
  return [...places].flatMap(([key, its]): Answer[] => {
    const rows = its.flatMap((place) => found.get(place) ?? []);
    const [row] = rows.sort((left, right) => right.atMs - left.atMs);
    if (!row) return [];
    const { atMs, requests, packed } = row;
    const answer = { key, atMs, requests, freshUntilMs: atMs + freshMs(kindOf(key), 'full', settings) };
    if (answer.freshUntilMs <= clock.now()) return [];
    try {
      return [{ ...answer, state: 'full', body: JSON.parse(zip.unpack(packed)) as unknown }];
    } catch {
      // A person changed the cell. It still shows that it was paid for.
      return [{ ...answer, state: 'receipt' }];
    }
  });
}

/** The same without the answers themselves. A price over thousands needs to know only whether they are there. */
export function dataTabLook({ dataTab, clock }: Host, kept: ReadonlyMap<string, Kept>, settings: Settings): Answer[] {
  const places = placesIn(kept);
  const times = dataTab.times([...places.values()].flat());
  return [...places].flatMap(([key, its]): Answer[] => {
    const atMs = Math.max(...its.map((place) => times.get(place) ?? 0));
    const freshUntilMs = atMs + freshMs(kindOf(key), 'full', settings);
    return freshUntilMs <= clock.now() ? [] : [{ key, state: 'full', atMs, freshUntilMs, requests: 0 }];
  });
}

/**
 * Whole answers that the data tab has, also where properties keep a part of them that is newer. With `isLook` none is
 * unpacked.
 */
export function dataTabWholes(host: Host, keys: readonly string[], isLook: boolean): Map<string, Answer> {
  if (keys.length === 0) return new Map();
  const { folded, settings } = openBook(host);
  if (!hasDataTab(host, folded)) return new Map();
  const kept = new Map(keys.map((key) => [key, { filed: key }]));
  const found = (isLook ? dataTabLook : dataTabAnswers)(host, kept, settings);
  return new Map(found.flatMap((answer) => (answer.state === 'full' ? [[answer.key, answer] as const] : [])));
}

function readable<T>(look: () => T): T {
  try {
    return look();
  } catch {
    throw new InfluError('storeUnreadable', GATE.tabUnreadable);
  }
}

/**
 * Moves audience reports that formulas have bought into the data tab, because the cache forgets them after 6 hours and
 * properties keep only a receipt. It needs a click: formulas may not write.
 */
export function reportsToDataTab(host: Host): void {
  const keys = openBook(host).folded.loose.filter((key) => kindOf(key) === 'audience');
  if (keys.length === 0) return;
  const answers = readCached(host.cache, host.zip, keys, host.clock.now()).values();
  answersToDataTab(
    host,
    [...answers].filter(({ requests }) => requests > 0),
  );
}

/** Cells hold 50,000 characters (platform, limits). What is larger is kept in properties. */
const LARGEST_PACKED = 49_000;

/** Puts paid answers into the data tab. If that is refused, properties keep them before the refusal is thrown. */
export function answersToDataTab(host: Host, answers: readonly Answer[]): void {
  const rows = new Map<string, DataTabAnswer>();
  for (const answer of answers) {
    const { state, atMs, requests, body } = answer;
    const packed = state === 'full' ? host.zip.pack(JSON.stringify(body)) : '';
    if (packed === '') continue;
    const { key, names } = filing(answer);
    const also = names.map((name) => hashedKey(key, name));
    // Where one answer came under several names, the one that was asked for stands first and knows the others.
    if (!rows.has(key)) rows.set(key, { key, also, atMs, requests, packed });
  }
  const fitting = [...rows.values()].filter(({ packed }) => packed.length <= LARGEST_PACKED);
  if (fitting.length < rows.size) {
    const there = new Set(fitting.map(({ key }) => key));
    keepInProperties(
      host,
      answers.filter((answer) => answer.state === 'full' && !there.has(filing(answer).key)),
    );
  }
  if (fitting.length === 0) return;
  try {
    // Two executions that add at once would write over each other's rows.
    locked(host, () => {
      const properties = host.documentProperties.all();
      const note = (): void => host.documentProperties.setMany({ [DATA_TAB_PROPERTY]: String(host.clock.now()) });
      const isNoted = Boolean(properties[DATA_TAB_PROPERTY]);
      // A history looks for lines here when this has changed. Killed after that, it looks in vain, and misses none.
      if (isNoted && properties[HISTORY_PROPERTY]) note();
      host.dataTab.add(fitting);
      // A tab that is named and is not there would stop buying.
      if (!isNoted) note();
    });
  } catch (error) {
    keepInProperties(host, answers);
    if (error instanceof InfluError) throw error;
    throw new InfluError('sheet', GATE.tabNotWritten(messageOf(error).slice(0, 200)));
  }
}

/** Under the lock. Where there is no room, the cache still has them for hours. */
function keepInProperties(host: Host, answers: readonly Answer[]): void {
  const records = answers.flatMap((answer) => durableRecord(answer) ?? []);
  host.lock.hold(KEEP_WAIT_MS, () =>
    writeFitting((budget) => {
      const book = openBook(host, undefined, budget);
      book.folded.records.push(...records);
      host.documentProperties.setMany(foldedValues(host, book));
    }),
  );
}

const KEEP_WAIT_MS = 10_000;
