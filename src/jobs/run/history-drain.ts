import { InfluError, messageOf } from '../../core/error';
import type { Host, Tools } from '../../core/ports';
import { byQuarter, HOUR_MS, SECOND_MS } from '../../core/time';
import { kindOf } from '../../api/answer';
import { DATA_TAB_PROPERTY } from '../../gate/data-tab-answers';
import { allRecords } from '../../gate/durable-answers';
import {
  HISTORY_PROPERTY,
  historyValue,
  linesOfRecords,
  oneEach,
  readHistory,
  UNREADABLE,
  waitingHistory,
  waitingValues,
  type History,
  type WaitingHistory,
} from '../../gate/history-store';
import { foldNow } from '../../gate/ledger-view';
import { locked } from '../../gate/locked';
import type { PropertyValues } from '../../gate/property-pieces';
import { parseJson } from '../../core/text';
import { creatorOf, historyLine, historyLineId, type HistoryLine } from '../../schema/history-line';
import { parseProfile } from '../../schema/profile';
import { HISTORY_SAID } from '../../schema/said-text';
import { appendLines, markHistory, openHistory, standingLines } from './history-tab';

/** How long the cache keeps an answer that a killed run has paid for, and an hour more: so late it may reach the data tab. */
const LATE_MS = 7 * HOUR_MS;
/** Rows written under one lock, so that formulas do not wait long. */
const BLOCK = 500;
/** Days of which it is noted how many rows they have; of earlier ones the whole tab is read. */
const DAYS_NOTED = 40;

/**
 * Brings the history tab up to date, each line once: what waits in the properties, and what runs have put into the data
 * tab since. How many rows a day may have is noted before they are written, so that whoever comes after a kill looks far
 * enough. Stops at `untilMs`; the rest waits. Returns how many lines were written. Free; does nothing where no history is
 * kept. Throws what the spreadsheet refused; then nothing is lost.
 */
export function drainHistory(tools: Tools, untilMs = Infinity): number {
  const { host } = tools;
  if (!readHistory(host.documentProperties.get(HISTORY_PROPERTY))) return 0;
  const { context, folded } = foldNow(host);
  const drain: Drain = { beganMs: host.clock.now(), dayOf: byQuarter(context.day), read: new Set() };
  // What was folded just now may have brought lines.
  if (!folded.isNew && isDone(host, folded.properties)) return 0;
  let written = 0;
  for (;;) {
    const { lines, isAll } = locked(host, () => drainBlock(tools, drain));
    written += lines;
    if (isAll || host.clock.now() >= untilMs) return written;
  }
}

interface Drain {
  beganMs: number;
  dayOf: DayOf;
  /** Keys of the data tab that were read: what could not be read is not tried again. */
  read: Set<string>;
  /** Lines that had given way and are in no answer any more. */
  gone?: number;
}

/** A page that opens waits no longer for that. */
const OPENING_MS = 8 * SECOND_MS;

/** The same on the way of something else. What the spreadsheet refuses is tried again the next time. */
export function keepHistory(tools: Tools): void {
  try {
    drainHistory(tools, tools.host.clock.now() + OPENING_MS);
  } catch {
    // Whoever opens the history is told.
  }
}

/** Mostly there is nothing to write, and then nobody has to wait for the lock. */
function isDone(host: Host, properties: PropertyValues): boolean {
  const history = readHistory(properties[HISTORY_PROPERTY]);
  const waiting = waitingHistory(properties, host.zip);
  if (!history) return true;
  return waiting !== UNREADABLE && waiting.lines.length + waiting.lost === 0 && isTabSeen(properties, history);
}

type DayOf = (atMs: number) => string;

/** Nothing has been put into the data tab since it was read to its end. */
const isTabSeen = ({ [DATA_TAB_PROPERTY]: last }: PropertyValues, { seen }: History): boolean => !last || last === seen;

/** Under the lock. */
function drainBlock({ host, workbook }: Tools, drain: Drain): { lines: number; isAll: boolean } {
  const properties = host.documentProperties.all();
  const history = readHistory(properties[HISTORY_PROPERTY]);
  if (!history) return { lines: 0, isAll: true };
  const told = waitingHistory(properties, host.zip);
  const isReadable = told !== UNREADABLE;
  // What cannot be read stays as it is. Its lines are made from the answers, as far as these are there.
  const waiting: WaitingHistory = isReadable ? told : { lines: [], lost: 1 };
  const known = knownLines(host, properties, history, waiting, drain.dayOf);
  const inTab = newInTab(host, properties, history, drain);
  drain.gone ??= isReadable ? Math.max(0, waiting.lost - (known.length - waiting.lines.length)) : 0;
  const { gone } = drain;
  /** When all is in the tab. */
  const ended = (now: History): History => ({
    ...now,
    sinceMs: isReadable ? drain.beganMs : history.sinceMs,
    lost: history.lost + gone,
    seen: properties[DATA_TAB_PROPERTY] ?? '',
  });
  const left = (lines: WaitingHistory): PropertyValues =>
    isReadable ? waitingValues(properties, host.zip, lines) : {};
  if (known.length + inTab.length === 0) {
    if (gone > 0 || !isTabSeen(properties, history))
      host.documentProperties.setMany({ ...historyValue(ended(history)), ...left({ lines: [], lost: 0 }) });
    return { lines: 0, isAll: true };
  }
  const days = new Set([...known, ...inTab].map(({ day }) => day));
  const tab = openHistory(workbook, history.sheetId);
  const sheetId = tab.table.id();
  if (sheetId !== history.sheetId) markHistory(tab);
  const standing = standingLines(tab, days, mostRows(history, days), drain.dayOf);
  const isOpen = (line: HistoryLine): boolean => !standing.has(historyLineId(line));
  const open = known.filter(isOpen);
  const added = open.slice(0, BLOCK);
  const ids = new Set(open.map(historyLineId));
  const unread = inTab.filter(({ id }) => !standing.has(id) && !ids.has(id));
  const read = unread.slice(0, BLOCK - added.length);
  for (const { key } of read) drain.read.add(key);
  const lines = oneEach([...added, ...linesInTab(host, read)]).filter(isOpen);
  const isAll = added.length === open.length && read.length === unread.length;
  const more = rowsOf(lines.map(({ day }) => day));
  if (lines.length > 0) {
    // Before they are written: killed after that, nobody may take them for fewer.
    const rows = noted(history.rows, more);
    host.documentProperties.setMany(historyValue({ ...history, sheetId, rows }));
    try {
      appendLines(host, workbook, tab.table, lines);
    } catch (error) {
      if (!FULL.test(messageOf(error))) throw error;
      throw new InfluError('sheet', HISTORY_SAID.full(open.length + unread.length));
    }
  }
  const rest = new Set(open.slice(BLOCK));
  const next: History = {
    ...history,
    sheetId,
    rows: noted({ ...history.rows, ...rowsOf([...standing.values()]) }, more),
  };
  host.documentProperties.setMany({
    ...historyValue(isAll ? ended(next) : next),
    ...left({ lines: waiting.lines.filter((line) => rest.has(line)), lost: isAll ? 0 : waiting.lost }),
  });
  return { lines: lines.length, isAll };
}

/** The figure in Google's refusal of an eleventh million, whatever its language (platform, exact error texts). */
const FULL = /10\D?000\D?000/;

/** What waits, and what had to give way in the queue and is still in an answer. */
function knownLines(
  { zip }: Host,
  properties: PropertyValues,
  { onMs, sinceMs }: History,
  waiting: WaitingHistory,
  dayOf: DayOf,
): HistoryLine[] {
  if (waiting.lines.length + waiting.lost === 0) return [];
  const records = allRecords(properties, zip);
  const ids = new Map(linesOfRecords(records, 0, () => '').map((line) => [creatorOf(line), line.id]));
  for (const line of waiting.lines) line.id ||= ids.get(creatorOf(line)) ?? '';
  const given = waiting.lost > 0 ? linesOfRecords(records, Math.max(onMs, sinceMs), dayOf) : [];
  return oneEach([...waiting.lines, ...given]);
}

interface TabLine {
  /** In the data tab. */
  key: string;
  day: string;
  /** The line's, if the key names a handle. */
  id: string;
}

const TELL_PROFILE: ReadonlySet<string> = new Set(['profile', 'audience']);

function newInTab({ dataTab }: Host, properties: PropertyValues, history: History, { dayOf, read }: Drain): TabLine[] {
  if (isTabSeen(properties, history)) return [];
  const { onMs, sinceMs } = history;
  return dataTab
    .since(Math.max(onMs, sinceMs - LATE_MS))
    .filter(({ key }) => TELL_PROFILE.has(kindOf(key)) && !read.has(key))
    .map(({ key, atMs }) => ({ key, day: dayOf(atMs), id: historyLineId(historyLine(key, {}, dayOf(atMs))) }));
}

function linesInTab({ dataTab, zip }: Host, wanted: readonly TabLine[]): HistoryLine[] {
  if (wanted.length === 0) return [];
  const found = new Map(dataTab.find(wanted.map(({ key }) => key)).map(({ key, packed }) => [key, packed]));
  return wanted.flatMap(({ key, day }) => {
    try {
      return [historyLine(key, parseProfile(parseJson(zip.unpack(found.get(key) ?? ''))).scalars, day)];
    } catch {
      // A person changed the cell.
      return [];
    }
  });
}

const rowsOf = (days: readonly string[]): Record<string, number> => {
  const rows: Record<string, number> = {};
  for (const day of days) rows[day] = (rows[day] ?? 0) + 1;
  return rows;
};

/** How many rows there are of these days at most. */
const mostRows = ({ rows }: History, days: ReadonlySet<string>): number => {
  const known = Object.keys(rows).sort();
  const isForgotten = (day: string): boolean => known.length >= DAYS_NOTED && day < (known[0] ?? '');
  return [...days].reduce((sum, day) => sum + (isForgotten(day) ? Infinity : (rows[day] ?? 0)), 0);
};

/** The counts by day, and rows that come on top. */
function noted(
  counts: Readonly<Record<string, number>>,
  more: Readonly<Record<string, number>>,
): Record<string, number> {
  const rows = { ...counts };
  for (const [day, count] of Object.entries(more)) rows[day] = (rows[day] ?? 0) + count;
  return Object.fromEntries(Object.entries(rows).sort().slice(-DAYS_NOTED));
}
