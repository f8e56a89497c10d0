import { kindOf } from '../api/answer';
import { hashedName, isById, nameOf, oneSpelling } from '../api/answer-names';
import { namesOf, type DurableRecord } from './durable-record';

/** All fresh records; read only where a key needs them. */
type Everything = () => readonly DurableRecord[];

const HAD_SPELLINGS = /^(profile|audience):(youtube|facebook|snapchat)\/(?!uid:)/;

/** The newest answers to these keys that stand under another spelling. */
export function spelledOtherwise(everything: Everything, keys: readonly string[]): Map<string, DurableRecord> {
  const wanted = new Set(keys.filter((key) => HAD_SPELLINGS.test(key)));
  const found = new Map<string, DurableRecord>();
  for (const record of wanted.size === 0 ? [] : everything()) {
    const key = oneSpelling(record.key);
    if (wanted.has(key) && record.atMs >= (found.get(key)?.atMs ?? 0)) found.set(key, record);
  }
  return found;
}

/** Where the answers to these keys are filed, where some answer told that the creator has another name. */
export function filedKeys(everything: Everything, keys: readonly string[]): Map<string, string> {
  const byId = keys.filter(isById);
  const wanted = new Map(byId.map((key) => [hashedName(nameOf(key)), nameOf(key)]));
  const filed = new Map<string, string>();
  for (const record of wanted.size === 0 ? [] : everything())
    for (const hash of namesOf(record)) {
      const name = wanted.get(hash);
      if (name !== undefined) filed.set(name, nameOf(record.key));
    }
  return new Map(
    byId.flatMap((key) => {
      const name = filed.get(nameOf(key));
      return name === undefined ? [] : [[key, `${kindOf(key)}:${name}`]];
    }),
  );
}
