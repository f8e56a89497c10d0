import { InfluError } from '../core/error';
import { hashNumber, parseJson } from '../core/text';
import type { Zip } from '../core/ports';
import type { AnswerState } from './answer';

/**
 * Answers in document properties, for weeks: 64 buckets by the key's hash, each a packed list cut into pieces that fit
 * one property. Oldest out first; what goes leaves a receipt, so that nothing is bought again in silence.
 */
export interface DurableRecord {
  key: string;
  state: AnswerState;
  atMs: number;
  requests: number;
  /** The part of the answer that is kept. */
  kept?: unknown;
}

const BUCKETS = 64;
const PREFIX = 'a/';
/** Under 9 KB, the platform's limit for one property value. */
export const LARGEST_PROPERTY = 8_900;
/** Of the store's 500 KB; the rest is for settings, reservations, the ledger and runs. */
export const DURABLE_BUDGET = 400_000;
/** Room made at once when the budget is reached, so that not every write has to make some. */
const EVICTED_SHARE = 0.05;

const bucketOf = (key: string): number => hashNumber(key, 7) % BUCKETS;

export type PropertyValues = Record<string, string>;

export function readDurable(properties: PropertyValues, zip: Zip, keys: readonly string[]): Map<string, DurableRecord> {
  const wanted = new Set(keys);
  const found = new Map<string, DurableRecord>();
  for (const bucket of new Set(keys.map(bucketOf)))
    for (const record of readBucket(properties, zip, bucket)) if (wanted.has(record.key)) found.set(record.key, record);
  return found;
}

/**
 * The property values to write so that the records are kept. `isStale` drops what nobody would be served any more.
 * A later record replaces an earlier one of the same key, except that a lesser state never replaces a paid answer.
 */
export function writeDurable(
  properties: PropertyValues,
  zip: Zip,
  records: readonly DurableRecord[],
  isStale: (record: DurableRecord) => boolean,
  budget = DURABLE_BUDGET,
): PropertyValues {
  const touched = new Map<number, DurableRecord[]>();
  for (const record of records) {
    const bucket = bucketOf(record.key);
    const list = touched.get(bucket) ?? readBucket(properties, zip, bucket).filter((old) => !isStale(old));
    touched.set(bucket, merge(list, record));
  }
  const values: PropertyValues = {};
  for (const [bucket, list] of touched) writeBucket(values, properties, zip, bucket, list);
  if (durableSize({ ...properties, ...values }) > budget)
    Object.assign(values, evict({ ...properties, ...values }, zip, isStale, budget));
  return values;
}

function merge(list: readonly DurableRecord[], record: DurableRecord): DurableRecord[] {
  const old = list.find(({ key }) => key === record.key);
  const isLesser = old && old.requests > 0 && record.requests === 0 && old.atMs > 0 && old.kept !== undefined;
  return isLesser ? [...list] : [...list.filter(({ key }) => key !== record.key), record];
}

/** Frees a share of the budget: the oldest answers shrink to receipts; if receipts alone are too many, the oldest go. */
function evict(
  properties: PropertyValues,
  zip: Zip,
  isStale: (record: DurableRecord) => boolean,
  budget: number,
): PropertyValues {
  const buckets = Array.from({ length: BUCKETS }, (_, bucket) =>
    readBucket(properties, zip, bucket).filter((record) => !isStale(record)),
  );
  const byAge = buckets.flat().sort((left, right) => left.atMs - right.atMs);
  const full = byAge.filter(({ kept }) => kept !== undefined);
  const shrunk = new Set(full.slice(0, Math.ceil(full.length * EVICTED_SHARE)));
  const dropped = new Set(full.length === 0 ? byAge.slice(0, Math.ceil(byAge.length * EVICTED_SHARE)) : []);
  const values: PropertyValues = {};
  buckets.forEach((list, bucket) => {
    const rest = list
      .filter((record) => !dropped.has(record) && !(shrunk.has(record) && record.requests === 0))
      .map((record) => (shrunk.has(record) ? receiptOf(record) : record));
    writeBucket(values, properties, zip, bucket, rest);
  });
  const next = { ...properties, ...values };
  return durableSize(next) > budget && byAge.length > 0 ? { ...values, ...evict(next, zip, isStale, budget) } : values;
}

const receiptOf = ({ key, atMs, requests }: DurableRecord): DurableRecord => ({
  key,
  state: 'receipt',
  atMs,
  requests,
});

const propertyName = (bucket: number, piece: number): string => `${PREFIX}${bucket}${piece === 0 ? '' : `.${piece}`}`;

type Row = [key: string, state: AnswerState, atSeconds: number, requests: number, kept?: unknown];

function readBucket(properties: PropertyValues, zip: Zip, bucket: number): DurableRecord[] {
  const packed = joinPieces(properties, (piece) => propertyName(bucket, piece));
  if (packed === '') return [];
  const rows = unpackList(zip, packed);
  return (rows as Row[]).map(([key, state, atSeconds, requests, kept]) => ({
    key,
    state,
    atMs: atSeconds * 1000,
    requests,
    ...(kept === undefined ? {} : { kept }),
  }));
}

/** What cannot be read is never taken for empty: that would buy everything in it again. */
function unpackList(zip: Zip, packed: string): unknown[] {
  let rows: unknown;
  try {
    rows = parseJson(zip.unpack(packed));
  } catch {
    rows = undefined;
  }
  if (Array.isArray(rows)) return rows;
  throw new InfluError(
    'storeUnreadable',
    'The saved influData answers of this spreadsheet cannot be read, so nothing more is bought. Open influData > Usage to repair them.',
  );
}

function writeBucket(
  values: PropertyValues,
  properties: PropertyValues,
  zip: Zip,
  bucket: number,
  records: readonly DurableRecord[],
): void {
  const rows: Row[] = records.map(({ key, state, atMs, requests, kept }) => {
    const row: Row = [key, state, Math.floor(atMs / 1000), requests];
    if (kept !== undefined) row.push(kept);
    return row;
  });
  const packed = rows.length === 0 ? '' : zip.pack(JSON.stringify(rows));
  Object.assign(
    values,
    cutIntoPieces(packed, properties, (piece) => propertyName(bucket, piece)),
  );
}

/** Joins the pieces of one long value. */
export function joinPieces(properties: PropertyValues, name: (piece: number) => string): string {
  let text = '';
  for (let piece = 0; ; piece++) {
    const part = properties[name(piece)];
    if (!part) return text;
    text += part;
  }
}

/** Cuts a long value into properties and empties the pieces that it needs no longer. */
export function cutIntoPieces(
  text: string,
  properties: PropertyValues,
  name: (piece: number) => string,
): PropertyValues {
  const values: PropertyValues = {};
  let piece = 0;
  for (; piece * LARGEST_PROPERTY < text.length; piece++)
    values[name(piece)] = text.slice(piece * LARGEST_PROPERTY, (piece + 1) * LARGEST_PROPERTY);
  if (piece === 0) values[name(piece++)] = '';
  for (; properties[name(piece)]; piece++) values[name(piece)] = '';
  return values;
}

/** Characters taken by durable answers; packed text is ASCII, so these are bytes. */
export function durableSize(properties: PropertyValues): number {
  let size = 0;
  for (const [name, value] of Object.entries(properties))
    if (name.startsWith(PREFIX)) size += name.length + value.length;
  return size;
}

export const isDurableProperty = (name: string): boolean => name.startsWith(PREFIX);
