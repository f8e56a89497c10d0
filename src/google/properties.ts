import { InfluError, messageOf } from '../core/error';
import { StoreFull, type Properties } from '../core/ports';
import { byteLength } from '../core/text';
import { noteMet } from '../gate/google-limit';
import { cache } from './cache';
import { GOOGLE } from '../schema/said-text';

/** English wording; in other languages the store check below decides. */
const FULL = /exceeded the property storage quota|Argument too large/i;
/** 500 KB a store (platform, quotas), less a little. */
const STORE_BYTES = 500_000;

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
function isFull(store: GoogleAppsScript.Properties.Properties, values: Record<string, string>): boolean {
  const all = { ...store.getProperties(), ...values };
  return (
    Object.entries(all).reduce((size, [key, value]) => size + byteLength(key) + byteLength(value), 0) > STORE_BYTES
  );
}

export const documentProperties: Properties = propertiesOf(() => PropertiesService.getDocumentProperties());
export const userProperties: Properties = propertiesOf(() => PropertiesService.getUserProperties());
