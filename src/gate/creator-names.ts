import type { Zip } from '../core/ports';
import { kindOf } from '../api/answer';
import { hashedName, isById, nameOf, oneSpelling } from '../api/answer-names';
import { allRecords, namesOf, type DurableRecord } from './durable-answers';
import type { PropertyValues } from './property-pieces';

const HAD_SPELLINGS = /^(profile|audience):(youtube|facebook|snapchat)\/(?!uid:)/;

/** The newest fresh answers to these keys that stand under another spelling. Nothing is read where none can. */
export function spelledOtherwise(
  { properties, records }: { properties: PropertyValues; records: readonly DurableRecord[] },
  keys: readonly string[],
  zip: Zip,
  isStale: (record: DurableRecord) => boolean,
): Map<string, DurableRecord> {
  const wanted = new Set(keys.filter((key) => HAD_SPELLINGS.test(key)));
  const found = new Map<string, DurableRecord>();
  if (wanted.size === 0) return found;
  for (const record of [...allRecords(properties, zip), ...records]) {
    const key = oneSpelling(record.key);
    if (wanted.has(key) && !isStale(record) && record.atMs >= (found.get(key)?.atMs ?? 0)) found.set(key, record);
  }
  return found;
}

/** Where the answers to these keys are filed if one was told by another name. Without ids among them nothing is read. */
export function filedKeys(
  { properties, records }: { properties: PropertyValues; records: readonly DurableRecord[] },
  keys: readonly string[],
  zip: Zip,
  isStale: (record: DurableRecord) => boolean,
): Map<string, string> {
  const wanted = new Map(keys.filter(isById).map((key) => [hashedName(nameOf(key)), nameOf(key)]));
  if (wanted.size === 0) return new Map();
  const filed = new Map<string, string>();
  for (const record of [...allRecords(properties, zip), ...records])
    for (const hash of namesOf(record)) {
      const name = wanted.get(hash);
      if (name !== undefined && !isStale(record)) filed.set(name, nameOf(record.key));
    }
  return new Map(
    keys.flatMap((key) => {
      const name = filed.get(nameOf(key));
      return name === undefined || !isById(key) ? [] : [[key, `${kindOf(key)}:${name}`]];
    }),
  );
}
