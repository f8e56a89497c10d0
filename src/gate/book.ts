import type { Host } from '../core/ports';
import { findPurse, type Purse } from './purse';
import { durableValues, fold, looseValue, stateValues, type FoldContext, type Folded } from './fold';
import { readGateState } from './gate-state';
import { readSettings, SETTINGS_PROPERTY, type Settings, type SettingsReading } from './settings';
import type { PropertyValues } from './property-pieces';
import { packLoose } from './answer-cache';

/** One copy of the document's properties, read: settings, budget, known answers, and who pays. */
export interface Book {
  reading: SettingsReading;
  settings: Settings;
  folded: Folded;
  context: FoldContext;
}

/** Room that durable answers are given, the next where the store turns out to be full. Below the last, nothing is bought. */
export const DURABLE_BUDGETS = [undefined, 200_000, 80_000] as const;

/** One property call, and one spreadsheet call where the time zone is not known yet. Throws `storeUnreadable`. */
export function openBook(host: Host, timeZone?: string, durableBudget?: number): Book {
  return readBook(host, host.documentProperties.all(), timeZone, durableBudget);
}

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

/** What to write under the lock so that everything folded holds; the rest of a call's own is written with it. */
export const foldedValues = (host: Host, { folded, context }: Book): PropertyValues => ({
  ...durableValues(folded, context),
  ...looseValue(packLoose(host, folded.loose)),
  ...folded.values,
  ...stateValues(folded, context.nowMs),
});

export const purseOf = (host: Host, book: Book, order: 'formula' | 'person'): Purse =>
  findPurse(order, book.folded.properties, () => host.userProperties.all(), book.settings);
