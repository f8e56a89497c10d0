import type { Host } from '../core/ports';
import { spendable } from './balance-reading';
import { openBook, purseOf, type Book } from './book';
import { openOf } from './fold';
import { keyStateOf, spentOn } from './gate-state';
import { worstOf } from './spend';

/** What may still be spent, in requests: the one reckoning for whoever shows or asks it. */
export interface Budget {
  /**
   * What the key that pays has left, less all that may have been charged since it was read, and what was `told` then.
   * Undefined: not read yet.
   */
  balance?: { left: number; told: number; atMs: number };
  /** So much of it is to be kept. */
  keep: number;
  /** Surely charged today, by anybody in this spreadsheet. */
  usedToday: number;
  /** What the day's cap leaves, and the cap. */
  today: number;
  dayCap: number;
  /** What a run may spend, unless it is allowed more. */
  run: number;
  paused: boolean;
  /** Which key that is, by its fingerprint; blank: there is none. */
  key: string;
}

/** One property call, and another for a person's own key. */
export const readBudget = (host: Host): Budget => budgetIn(host, openBook(host));

/** `key` is that of an earlier budget: else a person's own properties are read, for their key. */
export function budgetIn(host: Host, book: Book, key = fingerprintOf(host, book)): Budget {
  const { state, open } = book.folded;
  const { maxRequestsPerDay, maxRequestsPerRun, keepBalance, paused } = book.settings;
  const spent = spentOn(state, book.context.day(book.context.nowMs));
  const reserved = [...open.values()].reduce((total, { requests }) => total + requests, 0);
  const of = keyStateOf(state, key);
  const left = spendable(of, openOf(open.values(), key));
  return {
    ...(of.reading && left !== undefined
      ? { balance: { left: Math.max(0, left), told: of.reading.left, atMs: of.reading.startMs } }
      : {}),
    keep: keepBalance,
    usedToday: spent.charged,
    today: Math.max(0, maxRequestsPerDay - worstOf(spent) - reserved),
    dayCap: maxRequestsPerDay,
    run: maxRequestsPerRun,
    paused,
    key,
  };
}

function fingerprintOf(host: Host, book: Book): string {
  try {
    return purseOf(host, book, 'person').fingerprint;
  } catch {
    return '';
  }
}
