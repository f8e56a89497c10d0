import { InfluError } from '../core/error';
import { lazy } from '../core/lazy';
import type { Zip } from '../core/ports';
import { parseJson } from '../core/text';
import { byQuarter } from '../core/time';
import { kindOf } from '../api/answer';
import {
  byDay,
  creatorOf,
  HISTORY_COLUMNS,
  historyLine,
  historyLineId,
  type HistoryLine,
} from '../schema/history-line';
import { HISTORY_SAID } from '../schema/said-text';
import { expandProfile } from './compact-profile';
import { hasTabNames, type DurableRecord } from './durable-record';
import { cutIntoPieces, joinPieces, LARGEST_PROPERTY, type PropertyValues } from './property-pieces';
import { aFigure, byName, maybe, maybeFigure, oneOf, partsOf, readPart, someText, type Read } from './stored-part';

/** Says that a history is kept, and how far it is. Without it, or blank, nothing is. */
export const HISTORY_PROPERTY = 'history';
const PIECE = 'history/';
const piece = (index: number): string => PIECE + index;
/**
 * Characters that may wait until somebody may write to the history tab: a week of what formulas may buy. Before that, what
 * the store has left over (platform, 500 KB) when everything else has its room, so that answers never give way to history.
 */
const MOST_WAITING = 10 * LARGEST_PROPERTY;
const LEAST_WAITING = 4_000;
/** All properties, less the room of a batch that is under way and of runs. */
const STORE_ROOM = 455_000;

function waitingRoom(properties: PropertyValues): number {
  let used = 0;
  for (const [name, text] of Object.entries(properties)) if (!name.startsWith(PIECE)) used += name.length + text.length;
  return Math.max(LEAST_WAITING, Math.min(MOST_WAITING, STORE_ROOM - used));
}

const schema = lazy(() =>
  partsOf({
    version: oneOf(1),
    /** Switched on. What was fetched before has no line. */
    onMs: aFigure,
    /** When the tab was last brought up to date. */
    sinceMs: aFigure,
    /** The tab, whatever it is called by now. */
    sheetId: maybeFigure,
    /** By day, the rows that it has at most. */
    rows: byName(aFigure),
    /** Lines that gave way, at most. */
    lost: aFigure,
    /** What stood in `DATA_TAB_PROPERTY` when the data tab was last read to its end. */
    seen: maybe(someText),
  }),
);

export type History = Read<ReturnType<typeof schema>>;

/**
 * Undefined: none is kept. One that cannot be read counts as off: nothing is charged by it, and it can be switched on anew,
 * which finds its tab again by the marks there.
 */
export function readHistory(text: string | undefined): History | undefined {
  return text ? readPart(schema(), parseJson(text)) : undefined;
}

export const begunHistory = (nowMs: number): History => ({
  version: 1,
  onMs: nowMs,
  sinceMs: nowMs,
  rows: {},
  lost: 0,
});

export const historyValue = (history: History): PropertyValues => ({ [HISTORY_PROPERTY]: JSON.stringify(history) });

/** What to write so that none is kept. */
export const noHistory = (properties: PropertyValues): PropertyValues =>
  properties[HISTORY_PROPERTY] ? { [HISTORY_PROPERTY]: '', ...cutIntoPieces('', properties, piece) } : {};

export interface WaitingHistory {
  lines: HistoryLine[];
  /** Lines that gave way since somebody last wrote to the tab. */
  lost: number;
}

/** What waits is damaged, or a newer version wrote it. It stays as it is until somebody switches the history off. */
export const UNREADABLE = 'unreadable';

/** Column by column, because equal things side by side pack better. */
type Packed = [lost: number, ...columns: (string | number | null)[][]];

export function waitingHistory(properties: PropertyValues, zip: Zip): WaitingHistory | typeof UNREADABLE {
  const packed = joinPieces(properties, piece);
  if (packed === '') return { lines: [], lost: 0 };
  const [lost, ...columns] = columnsIn(packed, zip) ?? [];
  if (lost === undefined) return UNREADABLE;
  const lines = Array.from(
    { length: columns[0]?.length ?? 0 },
    (_, at) =>
      Object.fromEntries(
        HISTORY_COLUMNS.flatMap((name, column) => {
          const value = columns[column]?.[at] ?? null;
          return value === null ? [] : [[name, value]];
        }),
      ) as unknown as HistoryLine,
  );
  return { lines, lost };
}

function columnsIn(packed: string, zip: Zip): Packed | undefined {
  try {
    const told = JSON.parse(zip.unpack(packed)) as Packed;
    const [lost, first, ...more] = told;
    const isWhole =
      told.length > 1 &&
      told.length <= HISTORY_COLUMNS.length + 1 &&
      more.every(({ length }) => length === first?.length);
    return isWhole && typeof lost === 'number' ? told : undefined;
  } catch {
    return undefined;
  }
}

const packedLines = ({ lines, lost }: WaitingHistory, zip: Zip): string => {
  if (lines.length === 0 && lost === 0) return '';
  // An id takes as much room as all the rest. That of a handle is found again in its answer.
  const packable = lines.map((line) => (line.handle === '' ? line : { ...line, id: '' }));
  const columns = HISTORY_COLUMNS.map((name) => packable.map((line) => line[name] ?? null));
  return zip.pack(JSON.stringify([lost, ...columns] satisfies Packed));
};

/** What to write so that just these wait. */
export function waitingValues(properties: PropertyValues, zip: Zip, waiting: WaitingHistory): PropertyValues {
  let fitting = waiting;
  let packed = packedLines(fitting, zip);
  const room = waitingRoom(properties);
  if (packed.length > room) {
    fitting = withNewest(fitting);
    packed = packedLines(fitting, zip);
  }
  while (packed.length > room) {
    fitting = withoutOldest(fitting, (room / packed.length) * SPARE);
    packed = packedLines(fitting, zip);
  }
  return cutIntoPieces(packed, properties, piece);
}

/** So that room is not made again with each line. */
const SPARE = 0.9;

const without = ({ lines, lost }: WaitingHistory, kept: readonly HistoryLine[]): WaitingHistory => ({
  lines: [...kept],
  lost: lost + lines.length - kept.length,
});

/** The newest line of each creator. */
const withNewest = (waiting: WaitingHistory): WaitingHistory => {
  const newest = new Map<string, HistoryLine>();
  for (const line of waiting.lines) {
    const creator = creatorOf(line);
    if ((newest.get(creator)?.day ?? '') <= line.day) newest.set(creator, line);
  }
  return without(waiting, [...newest.values()]);
};

const withoutOldest = (waiting: WaitingHistory, part: number): WaitingHistory => {
  const sorted = [...waiting.lines].sort(byDay);
  return without(waiting, sorted.slice(sorted.length - Math.floor(sorted.length * part)));
};

/** What these answers say of creators, one line each. Where only a receipt is left, the data tab has the rest. */
export const linesOfRecords = (
  records: readonly DurableRecord[],
  fromMs: number,
  dayOf: (atMs: number) => string,
): HistoryLine[] =>
  records.flatMap(({ key, state, kept, atMs }) => {
    if (kindOf(key) !== 'profile' || state !== 'compact' || !kept || atMs < fromMs) return [];
    const { scalars } = expandProfile({ scalars: kept as Parameters<typeof expandProfile>[0]['scalars'] }, key);
    return [historyLine(key, scalars, dayOf(atMs))];
  });

const isBare = (record: DurableRecord): boolean =>
  kindOf(record.key) === 'profile' && record.state === 'receipt' && !hasTabNames(record);

/** What to write so that the answers that were folded have their lines too, one a creator and day. */
export function historyValues(
  properties: PropertyValues,
  zip: Zip,
  records: readonly DurableRecord[],
  dayOf: (atMs: number) => string,
): PropertyValues {
  const history = records.length === 0 ? undefined : readHistory(properties[HISTORY_PROPERTY]);
  if (!history) return {};
  const lines = linesOfRecords(records, history.onMs, byQuarter(dayOf));
  // Where the store was full, what was paid for is known and not what it said.
  const bare = records.filter((each) => isBare(each) && each.atMs >= history.onMs).length;
  // Answers that have come may need the room of lines that wait.
  const isTight = joinPieces(properties, piece).length > waitingRoom(properties);
  if (lines.length + bare === 0 && !isTight) return {};
  const waiting = waitingHistory(properties, zip);
  // The answers have them, and whoever may write to the tab makes them from there.
  if (waiting === UNREADABLE) return {};
  // A write that broke off may have left some of them here, without saying that they are counted.
  return waitingValues(properties, zip, { lines: oneEach([...waiting.lines, ...lines]), lost: waiting.lost + bare });
}

/** The first of each creator and day. */
export function oneEach(lines: readonly HistoryLine[]): HistoryLine[] {
  const first = new Map<string, HistoryLine>();
  for (const line of lines) {
    const id = historyLineId(line);
    if (!first.has(id)) first.set(id, line);
  }
  return [...first.values()];
}

/**
 * What to write so that nothing waits about these creators, by their names; undefined: about any. Throws `storeUnreadable`
 * where nobody can say about whom it is.
 */
export function withoutWaiting(properties: PropertyValues, zip: Zip, names?: ReadonlySet<string>): PropertyValues {
  const waiting = waitingHistory(properties, zip);
  if (waiting === UNREADABLE && names === undefined) return cutIntoPieces('', properties, piece);
  if (waiting === UNREADABLE) throw new InfluError('storeUnreadable', HISTORY_SAID.unreadable);
  const { lines, lost } = waiting;
  const isKept = (line: HistoryLine): boolean =>
    names !== undefined &&
    ![`id:${line.id}`, `${line.platform}/${line.handle}`.toLowerCase()].some((name) => names.has(name));
  const kept = lines.filter(isKept);
  return kept.length === lines.length ? {} : waitingValues(properties, zip, { lines: kept, lost });
}
