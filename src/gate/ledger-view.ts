import type { Said, Told } from '../core/said';
import { badInput, InfluError } from '../core/error';
import { StoreFull, type Host } from '../core/ports';
import { keyStateOf, readGateState, spentBy, spentOn, withoutStops, type GateState } from './gate-state';
import { budgetIn, type Budget } from './budget';
import { spentByRun } from './run-spend';
import { worstOf, type Spend } from './spend';
import { readUnknown, type UnknownSection } from './unknown-store';
import { handedOver, waitingLines, withoutLines, type LedgerLine } from './ledger';
import { readSettings, SETTINGS_PROPERTY, type Settings } from './settings';
import { isRecord, parseJson } from '../core/text';
import { DAY_MS } from '../core/time';
import { locked } from './locked';
import { foldedValues, openBook, purseOf, type Book } from './book';
import { GATE } from '../schema/said-text';

/** What was spent in some time. `unknown` may have been charged on top; `formula` is the part of both that formulas spent. */
export interface DayTotals extends Spend {
  formula: number;
}

/** What was spent, as far as this spreadsheet knows, in requests. */
export interface Usage {
  day: string;
  today: DayTotals;
  /** The calendar month so far. */
  month: DayTotals;
  /** By day, oldest first, for the last 30 days; days without anything left out. */
  days: { day: string; charged: number; unknown: number }[];
  /** Reserved for calls that are under way. */
  reserved: number;
  /** What may still be spent. */
  budget: Budget;
  /** What the API charged of the key beyond our ledger. */
  drift: number;
  /** The key cannot be used until then. */
  stop?: Told & { untilMs: number };
  settings: Settings;
  /** Why spending is stopped, if settings cannot be read. */
  stopped?: Said;
  keyEnd?: string;
  /** Sections of answers that were not understood, so far. */
  unknownSections: readonly UnknownSection[];
}

const DAYS_SHOWN = 30;

const totalsOf = (state: GateState, day: string): DayTotals => ({
  ...spentOn(state, day),
  formula: worstOf(spentBy(state, day, 'formula')),
});

/** Counts everything that has been settled, then says what was spent. Free. */
export function readUsage(host: Host): Usage {
  const book = foldNow(host);
  const { state, open, properties, values } = book.folded;
  const day = book.context.day(book.context.nowMs);
  const purse = purseOrNone(host, book);
  const key = purse && keyStateOf(state, purse.fingerprint);
  const firstDay = book.context.day(book.context.nowMs - (DAYS_SHOWN - 1) * DAY_MS);
  return {
    day,
    today: totalsOf(state, day),
    month: sum(
      Object.keys(state.days)
        .filter((name) => name.startsWith(day.slice(0, 7)))
        .map((name) => totalsOf(state, name)),
    ),
    days: Object.keys(state.days)
      .sort()
      .map((name) => ({ day: name, charged: totalsOf(state, name).charged, unknown: totalsOf(state, name).unknown }))
      .filter(({ day: name, charged, unknown }) => name >= firstDay && charged + unknown > 0),
    reserved: [...open.values()].reduce((total, { requests }) => total + requests, 0),
    unknownSections: readUnknown({ ...properties, ...values }),
    drift: key?.drift ?? 0,
    settings: book.settings,
    budget: budgetIn(host, book, purse?.fingerprint ?? ''),
    ...(key?.stop && key.stop.untilMs > book.context.nowMs ? { stop: key.stop } : {}),
    ...(book.reading.ok ? {} : { stopped: book.reading.said }),
    ...(purse ? { keyEnd: purse.keyEnd } : {}),
  };
}

/** What a run has spent at its worst, as its cap counts it, in requests. One property call. */
export const chargedTo = (host: Host, run: string): number => worstOf(spentByRun(host.documentProperties.all(), run));

const sum = (totals: readonly DayTotals[]): DayTotals => ({
  charged: totals.reduce((all, { charged }) => all + charged, 0),
  unknown: totals.reduce((all, { unknown }) => all + unknown, 0),
  formula: totals.reduce((all, { formula }) => all + formula, 0),
});

function purseOrNone(host: Host, book: Book): ReturnType<typeof purseOf> | undefined {
  try {
    return purseOf(host, book, 'person');
  } catch {
    return undefined;
  }
}

/** Folds; what is new is written down under the lock. Throws `hostLimit` when the lock cannot be had. */
export function foldNow(host: Host): Book {
  // Here the spreadsheet may be asked: its time zone may have changed.
  const timeZone = host.timeZone();
  const seen = openBook(host);
  if (!seen.folded.isNew && readGateState(seen.folded.properties).timeZone === timeZone) return seen;
  return locked(host, () => {
    const book = openBook(host, timeZone);
    host.documentProperties.setMany(foldedValues(host, book));
    return book;
  });
}

/** A person says that the keys of this document may be used again: what stood against them is asked anew. Free. */
export function endStops(host: Host): void {
  const { keys } = openBook(host).folded.state;
  if (Object.values(keys).every(({ stop }) => !stop)) return;
  locked(host, () => {
    const book = openBook(host);
    const { folded } = book;
    const ended = { ...book, folded: { ...folded, state: withoutStops(folded.state) } };
    host.documentProperties.setMany(foldedValues(host, ended));
  });
}

/**
 * Changes settings and keeps those it does not know. Throws `badInput` for a value that is not allowed, whatever is
 * stored: a stored one may be wrong, and is corrected here.
 */
export function changeSettings(host: Host, change: Partial<Settings>): Settings {
  if (!readSettings(JSON.stringify(change)).ok) throw badInput(GATE.settingsRefused);
  return locked(host, () => {
    const text = host.documentProperties.all()[SETTINGS_PROPERTY];
    const stored = text ? parseJson(text) : {};
    if (!isRecord(stored)) throw new InfluError('storeUnreadable', GATE.settingsUnreadable(SETTINGS_PROPERTY));
    const next = JSON.stringify({ version: 1, ...stored, ...change });
    host.documentProperties.setMany({ [SETTINGS_PROPERTY]: next });
    return readSettings(next).settings;
  });
}

/** Hands the waiting lines to `write`, and forgets them only when that has returned. */
export function drainLedger(host: Host, write: (lines: readonly LedgerLine[]) => void): number {
  foldNow(host);
  if (waitingLines(host.documentProperties.all()).length === 0) return 0;
  return locked(host, () => {
    // Read here: a line that was seen before may have become one with later ones, under the same id.
    const properties = host.documentProperties.all();
    const lines = waitingLines(properties);
    try {
      host.documentProperties.setMany(handedOver(lines));
    } catch (error) {
      // What is written now makes room.
      if (!(error instanceof StoreFull)) throw error;
    }
    write(lines);
    host.documentProperties.setMany(withoutLines(properties));
    return lines.length;
  });
}
