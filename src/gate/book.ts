import { StoreFull, type Host } from '../core/ports';
import { findPurse, type Purse } from './purse';
import { durableValues, fold, looseValue, stateValues, type FoldContext, type Folded } from './fold';
import { readGateState } from './gate-state';
import { historyValues } from './history-store';
import { readSettings, SETTINGS_PROPERTY, type Settings, type SettingsReading } from './settings';
import type { PropertyValues } from './property-pieces';
import { packLoose } from './answer-cache';

/** One copy of the document's properties, read and folded. */
export interface Book {
  reading: SettingsReading;
  settings: Settings;
  folded: Folded;
  context: FoldContext;
}

/** How many characters durable answers may take. Where the store turns out to be full, the next one is tried. */
const DURABLE_BUDGETS = [undefined, 200_000, 80_000];

/** Writes with as much room for durable answers as the store allows. False where it is full even with the least. */
export const writeFitting = (write: (durableBudget: number | undefined) => void): boolean =>
  DURABLE_BUDGETS.some((budget) => {
    try {
      write(budget);
      return true;
    } catch (error) {
      if (error instanceof StoreFull) return false;
      throw error;
    }
  });

/** One property call, and one to the spreadsheet if the time zone is not known yet. Throws `storeUnreadable`. */
export function openBook(host: Host, timeZone?: string, durableBudget?: number): Book {
  const properties = host.documentProperties.all();
  if (timeZone !== undefined || durableBudget !== undefined) return readBook(host, properties, timeZone, durableBudget);
  const book = folds.get(properties) ?? readBook(host, properties);
  folds.set(properties, book);
  return book;
}

/** The same copy, which only a view keeps (`one-look.ts`), is folded once. */
const folds = new WeakMap<PropertyValues, Book>();

export function readBook(host: Host, properties: PropertyValues, zone?: string, durableBudget?: number): Book {
  const reading = readSettings(properties[SETTINGS_PROPERTY]);
  const timeZone = zone ?? readGateState(properties).timeZone ?? host.timeZone();
  const context: FoldContext = {
    zip: host.zip,
    nowMs: host.clock.now(),
    settings: reading.settings,
    isSettingsReadable: reading.ok,
    timeZone,
    day: (atMs) => host.clock.day(atMs, timeZone),
    ...(durableBudget === undefined ? {} : { durableBudget }),
  };
  return { reading, settings: reading.settings, folded: fold(properties, context), context };
}

/** What to write, under the lock, for the answers that were folded. */
export function answerValues(host: Host, { folded, context }: Book): PropertyValues {
  const durable = durableValues(folded, context);
  return {
    ...durable,
    ...historyValues({ ...folded.properties, ...durable }, host.zip, folded.records, context.day),
    ...looseValue(packLoose(host, folded.loose)),
  };
}

/** What to write, under the lock, so that everything that was folded holds. */
export const foldedValues = (host: Host, book: Book): PropertyValues => ({
  ...answerValues(host, book),
  ...book.folded.values,
  ...stateValues(book.folded, book.context.nowMs),
});

export const purseOf = (host: Host, book: Book, order: 'formula' | 'person'): Purse =>
  findPurse(order, book.folded.properties, () => host.userProperties.all(), book.settings);
