import { hashedName, isById, nameOf } from '../api/answer-names';
import type { Host } from '../core/ports';
import { hashedKey, hasDataTab } from './data-tab-answers';
import { openBook } from './book';
import { keptAnswers } from './fold';

/** Kinds of answers that tell a creator's names. */
const KINDS = ['profile', 'audience'] as const;

/**
 * One name for each creator, by the names that are asked about (`creatorKey`): an id counts as the handle that a saved
 * answer told with it. Names that no saved answer has brought together stay two. Free.
 */
export function oneNames(host: Host, names: readonly string[]): Map<string, string> {
  const one = new Map(names.map((name) => [name, name]));
  const byId = [...one.keys()].filter((name) => isById(`profile:${name}`));
  if (byId.length === 0) return one;
  const { folded, context } = openBook(host);
  const open = new Set(byId);
  for (const kind of KINDS)
    for (const [key, { filed }] of keptAnswers(folded, keysOf(kind, open), context)) take(key, filed);
  if (open.size === 0 || !hasDataTab(host, folded)) return one;
  for (const kind of KINDS) {
    const asked = new Map(keysOf(kind, open).map((key) => [hashedKey(key, hashedName(nameOf(key))), key]));
    for (const [hash, filed] of host.dataTab.filed([...asked.keys()])) take(asked.get(hash) ?? '', filed);
  }
  return one;

  function take(key: string, filed: string): void {
    if (filed === key || !open.delete(nameOf(key))) return;
    one.set(nameOf(key), nameOf(filed));
  }
}

const keysOf = (kind: string, names: ReadonlySet<string>): string[] => [...names].map((name) => `${kind}:${name}`);
