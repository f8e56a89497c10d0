import { byteLength, hashNumber, isRecord, parseJson } from '../core/text';
import type { Cache, Host, Zip } from '../core/ports';
import type { Answer } from '../api/answer';

/**
 * Answers stay in CacheService for 6 hours, each in two parts: the brief one that most formulas ask for, and the whole.
 * A new answer gets entries of its own at once, without a lock. They are folded into packs later, because a cache holds
 * 1,000 entries and then drops the 100 that expire first.
 */
const LONGEST_TTL_SECONDS = 21_600; // CacheService's maximum
/** Copies from the durable store expire first, so that they never push out what exists nowhere else. */
const COPY_TTL_SECONDS = 3_600;
/** CacheService takes 100 KB (102,400 bytes) a value. */
const LARGEST_VALUE = 100_000;

interface Part {
  own: (key: string) => string;
  pack: (key: string) => string;
}

const PARTS: Record<'brief' | 'whole', Part> = {
  brief: { own: (key) => `a/${key}`, pack: (key) => `p/${hashNumber(key) % 64}` },
  whole: { own: (key) => `w/${key}`, pack: (key) => `q/${hashNumber(key) % 256}` },
};

/** The part that most formulas ask for. Undefined where an answer has no smaller part than its whole. */
type BriefOf = (answer: Answer) => Answer | undefined;

/**
 * One cache read for any number of keys. Stale answers are not returned. For keys in `brief` only the brief part is
 * read: the whole would cost two thousand cells some seconds.
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
  for (const key of wanted) {
    for (const part of partsOf(key, brief)) entries.add(part.own(key)).add(part.pack(key));
    if (isStatus(key)) entries.add(STATUS_SINCE);
  }
  const stored = cache.getMany([...entries]);
  const packs = new Packs(stored);
  const found = new Map<string, Answer>();
  const statusSinceMs = Number(stored[STATUS_SINCE] ?? 0);
  for (const key of wanted) {
    const answer = brief.has(key) ? undefined : wholeIn(stored, packs, zip, key);
    const fresh = [answer, briefIn(stored, packs, key)].find(
      (candidate) => candidate && candidate.freshUntilMs > nowMs,
    );
    if (fresh && !(isStatus(key) && fresh.atMs < statusSinceMs)) found.set(key, fresh);
  }
  return found;
}

const partsOf = (key: string, brief: ReadonlySet<string>): Part[] =>
  brief.has(key) ? [PARTS.brief] : [PARTS.whole, PARTS.brief];

function wholeIn(stored: Record<string, string>, packs: Packs, zip: Zip, key: string): Answer | undefined {
  const packed = stored[PARTS.whole.own(key)] ?? packs.entry(PARTS.whole.pack(key), key);
  try {
    return typeof packed === 'string' ? parseAnswer(zip.unpack(packed), key) : undefined;
  } catch {
    return undefined;
  }
}

const briefIn = (stored: Record<string, string>, packs: Packs, key: string): Answer | undefined =>
  parseAnswer(stored[PARTS.brief.own(key)], key) ?? asAnswer(packs.entry(PARTS.brief.pack(key), key), key);

/** Data status from before this instant no longer counts: somebody has asked for what is unfinished again. */
const STATUS_SINCE = 'status-since';
const isStatus = (key: string): boolean => key.startsWith('status:');

export function renewStatuses(cache: Cache, sinceMs: number): void {
  try {
    cache.putMany({ [STATUS_SINCE]: String(sinceMs) }, LONGEST_TTL_SECONDS);
  } catch {
    // What was said stays until it is old.
  }
}

/** Hides answers, also those in packs, because an entry of its own comes first. */
export const maskCached = ({ cache, zip }: Pick<Host, 'cache' | 'zip'>, keys: readonly string[]): void =>
  writeCached(
    cache,
    zip,
    keys.map((key) => ({ key, state: 'failed', atMs: 0, freshUntilMs: 0, requests: 0 })),
    (answer) => answer,
  );

/** One cache write. `copies` are those that the durable store has too. The whole is packed here, outside the lock. */
export function writeCached(
  cache: Cache,
  zip: Zip,
  answers: readonly Answer[],
  briefOf: BriefOf,
  copies = false,
): void {
  const values: Record<string, string> = {};
  try {
    for (const answer of answers) {
      const brief = briefOf(answer);
      put(values, PARTS.brief.own(answer.key), JSON.stringify(brief ?? answer));
      if (brief && brief !== answer) put(values, PARTS.whole.own(answer.key), zip.pack(JSON.stringify(answer)));
    }
    if (Object.keys(values).length > 0) cache.putMany(values, copies ? COPY_TTL_SECONDS : LONGEST_TTL_SECONDS);
  } catch {
    // CacheService may refuse at any time. What must not be lost is kept elsewhere.
  }
}

/** What is too large for an entry is left out. The durable store, or a receipt, says that it was paid. */
function put(values: Record<string, string>, entry: string, text: string): void {
  if (fits(text)) values[entry] = text;
}

/** From so many answers with entries of their own on, they are packed. */
const PACK_AT = 120;

/** Folds answers with entries of their own into packs once there are many. Under the lock. Returns those still loose. */
export function packLoose({ cache, clock }: Host, loose: readonly string[]): readonly string[] {
  if (loose.length < PACK_AT) return loose;
  try {
    packCached(cache, loose, clock.now());
    return [];
  } catch {
    // CacheService may refuse at any time. The oldest are forgotten first.
    return loose.slice(-PACK_AT);
  }
}

/** Moves entries of their own into packs: one cache read, one write, one removal. Only under the document lock. */
function packCached(cache: Cache, keys: readonly string[], nowMs: number): void {
  const { brief, whole } = PARTS;
  const own = keys.flatMap((key) => [brief.own(key), whole.own(key)]);
  const names = [...new Set(keys.flatMap((key) => [brief.pack(key), whole.pack(key)]))];
  const stored = cache.getMany([...own, ...names]);
  const packs = new Packs(stored);
  for (const key of keys) {
    const briefText = stored[brief.own(key)];
    const wholeText = stored[whole.own(key)];
    if (briefText !== undefined) packs.add(brief.pack(key), key, parseJson(briefText));
    if (wholeText !== undefined) packs.add(whole.pack(key), key, wholeText);
  }
  const values: Record<string, string> = {};
  for (const name of names) put(values, name, packs.text(name, nowMs));
  cache.putMany(values, LONGEST_TTL_SECONDS);
  cache.removeMany(own);
}

/** Packs by name, read when first asked for. A cache may hold anything, so what cannot be read counts as empty. */
class Packs {
  private readonly read = new Map<string, Map<string, unknown>>();

  constructor(private readonly stored: Record<string, string>) {}

  private pack(name: string): Map<string, unknown> {
    let pack = this.read.get(name);
    if (!pack) {
      const parsed = parseJson(this.stored[name] ?? '');
      this.read.set(name, (pack = new Map(isRecord(parsed) ? Object.entries(parsed) : [])));
    }
    return pack;
  }

  entry(name: string, key: string): unknown {
    return this.pack(name).get(key);
  }

  /** The newest go to the end. When a pack is full, the first are dropped. */
  add(name: string, key: string, value: unknown): void {
    this.pack(name).delete(key);
    this.pack(name).set(key, value);
  }

  text(name: string, nowMs: number): string {
    const entries = [...this.pack(name)].filter(
      ([key, value]) => (asAnswer(value, key)?.freshUntilMs ?? Infinity) > nowMs,
    );
    for (;;) {
      const text = JSON.stringify(Object.fromEntries(entries));
      if (fits(text) || entries.length === 0) return text;
      entries.splice(0, Math.max(1, Math.floor(entries.length / 10)));
    }
  }
}

const parseAnswer = (text: string | undefined, key: string): Answer | undefined =>
  text ? asAnswer(parseJson(text), key) : undefined;

const asAnswer = (value: unknown, key: string): Answer | undefined =>
  isRecord(value) && value['key'] === key ? (value as unknown as Answer) : undefined;

/** CacheService counts bytes. */
const fits = (text: string): boolean => text.length * 3 <= LARGEST_VALUE || byteLength(text) <= LARGEST_VALUE;
