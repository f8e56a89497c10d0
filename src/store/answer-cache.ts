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

/** A pack's entry: what is asked for most, readable at once, and the whole answer. */
type Packed = [brief: Answer | null, whole: string];

/**
 * One cache read for any number of keys. Stale answers are not returned. For keys in `brief` the compact part of an
 * answer is enough, which saves unpacking the whole: two thousand cells would take seconds over it.
 */
export function readCached(
  cache: Cache,
  zip: Zip,
  keys: readonly string[],
  nowMs: number,
  brief: ReadonlySet<string> = new Set(),
): Map<string, Answer> {
  const wanted = new Set(keys);
  const entries = new Set<string>();
  for (const key of wanted) entries.add(ownEntry(key)).add(packEntry(key));
  const stored = cache.getMany([...entries]);
  const packs = new Map<string, Record<string, Packed>>();
  const found = new Map<string, Answer>();
  for (const key of wanted) {
    const packName = packEntry(key);
    let pack = packs.get(packName);
    if (!pack) packs.set(packName, (pack = parsePack(stored[packName])));
    const answer = parseAnswer(stored[ownEntry(key)], key) ?? unpackAnswer(zip, pack[key], key, brief.has(key));
    if (answer && answer.freshUntilMs > nowMs) found.set(key, answer);
  }
  return found;
}

/** One cache write. `copies` are those that the durable store has too. */
export function writeCached(cache: Cache, answers: readonly Answer[], copies = false): void {
  const values: Record<string, string> = {};
  for (const answer of answers) {
    const value = JSON.stringify(answer);
    // CacheService counts bytes: a text of many scripts may be three times as long as it looks.
    if (value.length * 3 <= LARGEST_VALUE || byteLength(value) <= LARGEST_VALUE) values[ownEntry(answer.key)] = value;
  }
  if (Object.keys(values).length > 0) cache.putMany(values, copies ? COPY_TTL_SECONDS : LONGEST_TTL_SECONDS);
}

/** Moves entries of their own into packs: one cache read, one write, one removal. Only under the document lock. */
export function packCached(
  cache: Cache,
  zip: Zip,
  keys: readonly string[],
  nowMs: number,
  briefOf: (answer: Answer) => Answer | undefined,
): void {
  const own = keys.map(ownEntry);
  const packNames = [...new Set(keys.map(packEntry))];
  const stored = cache.getMany([...own, ...packNames]);
  const packs = new Map(packNames.map((name) => [name, parsePack(stored[name])]));
  for (const key of keys) {
    const value = stored[ownEntry(key)];
    const pack = packs.get(packEntry(key));
    const answer = parseAnswer(value, key);
    if (value === undefined || !answer || !pack) continue;
    // The newest stand last: when a pack is full, the first go.
    delete pack[key];
    pack[key] = [briefOf(answer) ?? null, zip.pack(value)];
  }
  const values: Record<string, string> = {};
  for (const [name, pack] of packs) values[name] = fitted(zip, pack, nowMs);
  cache.putMany(values, LONGEST_TTL_SECONDS);
  cache.removeMany(own);
}

/** The pack as text, stale entries dropped, then the oldest until it fits. */
function fitted(zip: Zip, pack: Record<string, Packed>, nowMs: number): string {
  const entries = Object.entries(pack).filter(
    ([key, packed]) => (unpackAnswer(zip, packed, key, true)?.freshUntilMs ?? 0) > nowMs,
  );
  for (;;) {
    const text = JSON.stringify(Object.fromEntries(entries));
    if (byteLength(text) <= LARGEST_VALUE || entries.length === 0) return text;
    entries.shift();
  }
}

export function forgetCached(cache: Cache, keys: readonly string[]): void {
  if (keys.length > 0) cache.removeMany(keys.map(ownEntry));
}

/** A cache may hold anything, also what an older version wrote: then it is as if it held nothing. */
function parseAnswer(text: string | undefined, key: string): Answer | undefined {
  const answer = text ? parseJson(text) : undefined;
  return isRecord(answer) && answer['key'] === key ? (answer as unknown as Answer) : undefined;
}

function unpackAnswer(zip: Zip, packed: Packed | undefined, key: string, isBriefEnough: boolean): Answer | undefined {
  if (!Array.isArray(packed)) return undefined;
  const [brief, whole] = packed;
  if (isBriefEnough && brief?.key === key) return brief;
  try {
    return parseAnswer(zip.unpack(whole), key);
  } catch {
    return undefined;
  }
}

function byteLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  return bytes;
}

function parsePack(text: string | undefined): Record<string, Packed> {
  const pack = text ? parseJson(text) : undefined;
  return isRecord(pack) ? (pack as Record<string, Packed>) : {};
}
