import { InfluError } from '../core/error';
import type { Properties } from '../core/ports';
import { CELL } from '../schema/said-text';
import type { PropertyValues } from './property-pieces';

/**
 * The newest version that this bundle knows of each store on which spending rests; names that end in `/` begin those of
 * several properties. A store that states no version is 1. What an older bundle must not spend beside, wherever it is
 * stored, raises a number here: then that bundle stops, and changes nothing.
 */
export const STATE_VERSIONS = {
  gate: 2,
  pace: 1,
  INFLUDATA_SETTINGS: 1,
  'slot/': 1,
  'done/': 1,
  'run/': 1,
  schedule: 1,
  'sync/': 1,
  'campaign/': 1,
  night: 1,
} as const;

const KNOWN = Object.entries(STATE_VERSIONS);
/** Before anything nested; most texts begin with it. */
const VERSION = /^\s*\{[^{}]*?"version"\s*:\s*(\d+)/;

const knownVersion = (name: string): number | undefined =>
  KNOWN.find(([known]) => (known.endsWith('/') ? name.startsWith(known) : name === known))?.[1];

function refuseNewer(values: PropertyValues): void {
  for (const [name, text] of Object.entries(values)) {
    const known = knownVersion(name);
    if (known !== undefined && Number(VERSION.exec(text)?.[1] ?? 1) > known)
      throw new InfluError('newerState', CELL.newerState);
  }
}

/**
 * The document's properties for a bundle that a newer one may work beside: two people may have different versions for a
 * day. Reading all throws `newerState` where a newer bundle has written; without that, nothing is bought. Nothing that is
 * newer is written over or removed.
 */
export function refusingNewer(store: Properties): Properties {
  let isSeen = false;
  const mayChange = (names: readonly string[]): void => {
    if (!isSeen && names.some((name) => knownVersion(name) !== undefined)) all();
  };
  const all = (): PropertyValues => {
    const values = store.all();
    refuseNewer(values);
    isSeen = true;
    return values;
  };
  return {
    all,
    get: (key) => store.get(key),
    setMany(values) {
      mayChange(Object.keys(values));
      store.setMany(values);
    },
    remove(key) {
      mayChange([key]);
      store.remove(key);
    },
  };
}
