import { hashNumber, isRecord, parseJson } from '../core/text';
import type { Cache, Zip } from '../core/ports';
import type { Answer } from './answer';

/**
 * Answers in CacheService for 6 hours. A new answer gets an entry of its own at once, without a lock; entries of their
 * own are later folded into packs, because a cache holds 1,000 entries and then drops the 100 that expire first.
 */
const LONGEST_TTL_SECONDS = 21_600; // CacheService's maximum
/** Copies from the durable store expire first, so that they never push out what exists nowhere else. */
const COPY_TTL_SECONDS = 3_600;
const PACKS = 256;
/** CacheService takes 100 KB a value; the rest is room for the JSON around. */
const LARGEST_VALUE = 96_000;

const ownEntry = (key: string): string => `a/${key}`;
const packEntry = (key: string): string => `p/${hashNumber(key) % PACKS}`;

/** One cache read for any number of keys. Stale answers are not returned. */
export function readCached(cache: Cache, zip: Zip, keys: readonly string[], nowMs: number): Map<string, Answer> {
  const wanted = new Set(keys);
  const entries = new Set<string>();
  for (const key of wanted) entries.add(ownEntry(key)).add(packEntry(key));
  const stored = cache.getMany([...entries]);
  const packs = new Map<string, Record<string, string>>();
  const found = new Map<string, Answer>();
  for (const key of wanted) {
    const packName = packEntry(key);
    let pack = packs.get(packName);
    if (!pack) packs.set(packName, (pack = parsePack(stored[packName])));
    const answer = decode(zip, stored[ownEntry(key)], key) ?? decode(zip, pack[key], key);
    if (answer && answer.freshUntilMs > nowMs) found.set(key, answer);
  }
  return found;
}

/** One cache write. `copies` are those that the durable store has too. */
export function writeCached(cache: Cache, zip: Zip, answers: readonly Answer[], copies = false): void {
  const values: Record<string, string> = {};
  for (const answer of answers) {
    const value = encode(zip, answer);
    if (value.length <= LARGEST_VALUE) values[ownEntry(answer.key)] = value;
  }
  if (Object.keys(values).length > 0) cache.putMany(values, copies ? COPY_TTL_SECONDS : LONGEST_TTL_SECONDS);
}

/** Moves entries of their own into packs: two cache reads and writes and a removal. Only under the document lock. */
export function packCached(cache: Cache, zip: Zip, keys: readonly string[], nowMs: number): void {
  const own = keys.map(ownEntry);
  const packNames = [...new Set(keys.map(packEntry))];
  const stored = cache.getMany([...own, ...packNames]);
  const packs = new Map(packNames.map((name) => [name, parsePack(stored[name])]));
  for (const key of keys) {
    const value = stored[ownEntry(key)];
    const pack = packs.get(packEntry(key));
    if (value === undefined || !pack) continue;
    delete pack[key];
    pack[key] = value;
  }
  const values: Record<string, string> = {};
  for (const [name, pack] of packs) values[name] = fitted(zip, pack, nowMs);
  cache.putMany(values, LONGEST_TTL_SECONDS);
  cache.removeMany(own);
}

/** The pack as text, stale entries dropped, then the oldest until it fits. */
function fitted(zip: Zip, pack: Record<string, string>, nowMs: number): string {
  let text = JSON.stringify(pack);
  if (text.length <= LARGEST_VALUE) return text;
  for (const [key, value] of Object.entries(pack)) {
    const answer = decode(zip, value, key);
    if (!answer || answer.freshUntilMs <= nowMs) delete pack[key];
  }
  for (const key of Object.keys(pack)) {
    text = JSON.stringify(pack);
    if (text.length <= LARGEST_VALUE) break;
    delete pack[key];
  }
  return JSON.stringify(pack);
}

export function forgetCached(cache: Cache, keys: readonly string[]): void {
  if (keys.length > 0) cache.removeMany(keys.map(ownEntry));
}

const encode = (zip: Zip, answer: Answer): string => zip.pack(JSON.stringify(answer));

function decode(zip: Zip, value: string | undefined, key: string): Answer | undefined {
  if (!value) return undefined;
  try {
    const answer = parseJson(zip.unpack(value));
    return isRecord(answer) && answer['key'] === key ? (answer as unknown as Answer) : undefined;
  } catch {
    // A cache may hold anything, also what an older version wrote: then it is as if it held nothing.
    return undefined;
  }
}

function parsePack(text: string | undefined): Record<string, string> {
  const pack = text ? parseJson(text) : undefined;
  return isRecord(pack) ? (pack as Record<string, string>) : {};
}
