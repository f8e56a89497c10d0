import { InfluError, messageOf } from '../core/error';
import { StoreFull, type Properties } from '../core/ports';
import { noteMet } from '../gate/google-limit';
import { LARGEST_STORE, storedBytes } from '../gate/property-pieces';
import { cache } from './cache';
import { GOOGLE } from '../schema/said-text';

/** English wording; in other languages the store check below decides. */
const FULL = /exceeded the property storage quota|Argument too large/i;

const noDocument = (): InfluError => new InfluError('sheet', GOOGLE.noDocument);

function propertiesOf(store: () => GoogleAppsScript.Properties.Properties | null): Properties {
  const open = (): GoogleAppsScript.Properties.Properties => {
    const found = store();
    if (!found) throw noDocument();
    return found;
  };
  return {
    all: () => guarded(() => open().getProperties()),
    get: (key) => guarded(() => open().getProperty(key) ?? undefined),
    setMany(values) {
      try {
        open().setProperties(values);
      } catch (error) {
        if (FULL.test(messageOf(error)) || guarded(() => isFull(open(), values))) throw new StoreFull(messageOf(error));
        throw hostLimit(error);
      }
    },
    remove: (key) => guarded(() => void open().deleteProperty(key)),
  };
}

function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw error instanceof InfluError ? error : hostLimit(error);
  }
}

const DAILY = /too many times for one day/i;

function hostLimit(error: unknown): InfluError {
  if (error instanceof InfluError) return error;
  const said = messageOf(error);
  if (DAILY.test(said)) noteMet(cache, 'properties', Date.now());
  return new InfluError('hostLimit', GOOGLE.propertyStore(said.slice(0, 120)));
}

/** Whether the store with these values would be over its limit: works in every language. */
const isFull = (store: GoogleAppsScript.Properties.Properties, values: Record<string, string>): boolean =>
  storedBytes({ ...store.getProperties(), ...values }) > LARGEST_STORE;

export const documentProperties: Properties = propertiesOf(() => PropertiesService.getDocumentProperties());
export const userProperties: Properties = propertiesOf(() => PropertiesService.getUserProperties());
