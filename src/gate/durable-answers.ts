import type { Zip } from '../core/ports';
import { hashNumber, parseJson } from '../core/text';
import type { AnswerState } from '../api/answer';
import {
  hasTabNames,
  isShortest,
  named,
  readableRecords,
  shortened,
  weightOf,
  withoutTabNames,
  type DurableRecord,
} from './durable-record';
import { cutIntoPieces, joinPieces, unreadableStore, type PropertyValues } from './property-pieces';
import { RECORDS } from '../schema/said-text';

/**
 * Answers stay in document properties for weeks, in buckets by the key's hash. There are few and large buckets, because a
 * hundred creators side by side pack to two thirds of what thirty do. When the room is used up, the oldest answers lose
 * detail step by step; what goes leaves a receipt, so that nothing is bought again in silence.
 */
const BUCKETS = 16;
const PREFIX = 'a/';
/** Of the store's 500 KB; the rest is for settings, reservations, the ledger and runs. */
export const DURABLE_BUDGET = 430_000;
/** How much more is freed when the budget is reached. It is little, because 2,000 creators fill nearly all of it. */
const EVICTED_SHARE = 0.02;

type IsStale = (record: DurableRecord) => boolean;

const bucketOf = (key: string): number => hashNumber(key, 7) % BUCKETS;

export function readDurable(properties: PropertyValues, zip: Zip, keys: readonly string[]): Map<string, DurableRecord> {
  const wanted = new Set(keys);
  const found = new Map<string, DurableRecord>();
  for (const bucket of new Set(keys.map(bucketOf)))
    for (const record of readBucket(properties, zip, bucket)) if (wanted.has(record.key)) found.set(record.key, record);
  return found;
}

/**
 * The property values to write so that the records are kept. `isStale` drops what nobody would be served any more.
 * A later record replaces an earlier one of the same key, but a free state never replaces a paid answer.
 */
export function writeDurable(
  properties: PropertyValues,
  zip: Zip,
  records: readonly DurableRecord[],
  isStale: IsStale,
  budget = DURABLE_BUDGET,
): PropertyValues {
  const touched = new Map<number, DurableRecord[]>();
  for (const record of records) {
    const bucket = bucketOf(record.key);
    const list = touched.get(bucket) ?? readBucket(properties, zip, bucket).filter((old) => !isStale(old));
    touched.set(bucket, merge(list, record));
  }
  const values: PropertyValues = {};
  for (const [bucket, list] of touched) Object.assign(values, bucketValues(properties, zip, bucket, list));
  const next = { ...properties, ...values };
  return durableSize(next) > budget ? { ...values, ...evict(next, zip, isStale, budget) } : values;
}

/** The property values to write so that those records are gone. */
export function withoutRecords(
  properties: PropertyValues,
  zip: Zip,
  isGone: (record: DurableRecord) => boolean,
): PropertyValues {
  const values: PropertyValues = {};
  for (const bucket of allBuckets) {
    const before = readBucket(properties, zip, bucket);
    const kept = before.filter((record) => !isGone(record));
    if (kept.length < before.length) Object.assign(values, bucketValues(properties, zip, bucket, kept));
  }
  return values;
}

function merge(list: readonly DurableRecord[], record: DurableRecord): DurableRecord[] {
  const old = list.find(({ key }) => key === record.key);
  if (old && old.requests > 0 && record.requests === 0 && old.kept !== undefined) return [...list];
  return [...list.filter(({ key }) => key !== record.key), record];
}

/** Shortens the oldest of those with the most detail until the budget holds. Packing is dear, so it is estimated first. */
function evict(properties: PropertyValues, zip: Zip, isStale: IsStale, budget: number): PropertyValues {
  let records = allRecords(properties, zip);
  const scale = durableSize(properties) / Math.max(1, weightOf(records));
  records = records.filter((record) => !isStale(record));
  if (records.some(hasTabNames)) {
    records = records.map(withoutTabNames);
    const values = allValues(properties, zip, records);
    if (durableSize({ ...properties, ...values }) <= budget) return values;
  }
  for (let target = budget * (1 - EVICTED_SHARE); ; target -= budget * EVICTED_SHARE) {
    records = shortened(records, target / scale);
    const values = allValues(properties, zip, records);
    // If receipts alone take more, the store itself will say whether they fit.
    if (records.every(isShortest) || durableSize({ ...properties, ...values }) <= budget) return values;
  }
}

const allBuckets = Array.from({ length: BUCKETS }, (_, bucket) => bucket);

/** Every record, for questions that no key answers. Reads all buckets. */
export const allRecords = (properties: PropertyValues, zip: Zip): DurableRecord[] =>
  allBuckets.flatMap((bucket) => readBucket(properties, zip, bucket));

function allValues(properties: PropertyValues, zip: Zip, records: readonly DurableRecord[]): PropertyValues {
  const values: PropertyValues = {};
  for (const bucket of allBuckets) {
    const list = records.filter(({ key }) => bucketOf(key) === bucket);
    Object.assign(values, bucketValues(properties, zip, bucket, list));
  }
  return values;
}

const bucketName =
  (bucket: number) =>
  (piece: number): string =>
    `${PREFIX}${bucket}${piece === 0 ? '' : `.${piece}`}`;

/** Each bucket as it was read last, because one execution reads the store several times. */
const unpacked = new Map<number, { packed: string; records: readonly DurableRecord[] }>();

function readBucket(properties: PropertyValues, zip: Zip, bucket: number): readonly DurableRecord[] {
  const packed = joinPieces(properties, bucketName(bucket));
  if (packed === '') return [];
  const last = unpacked.get(bucket);
  if (last?.packed === packed) return last.records;
  const records = recordsIn(unpackColumns(zip, packed));
  unpacked.set(bucket, { packed, records });
  return records;
}

function recordsIn([keys, states, times, requests, kept, series, names]: Columns): DurableRecord[] {
  const records = keys.map((key, index): DurableRecord => {
    const values = kept[0]?.[index] === ABSENT ? undefined : kept.map((column) => column[index] ?? null);
    const history = series[index];
    return {
      key,
      state: states[index] ?? 'receipt',
      atMs: (times[index] ?? 0) * 1000,
      requests: requests[index] ?? 0,
      ...(values ? { kept: values } : {}),
      ...(Array.isArray(history) ? { series: history } : {}),
      ...named(names?.[index]?.split(' ').filter((name) => name !== '')),
    };
  });
  return readableRecords(records);
}

/** Column by column, because equal things side by side pack better. */
type Columns = [
  keys: string[],
  states: AnswerState[],
  atSeconds: number[],
  requests: number[],
  kept: unknown[][],
  series: ((number | null)[] | 0)[],
  /** Hashes of other names; the first version has none. */
  names?: string[],
];

/** Stands in the first kept column of a record that keeps nothing. */
const ABSENT = '\u0000';

/** What cannot be read never counts as empty, or everything in it would be bought again. */
function unpackColumns(zip: Zip, packed: string): Columns {
  let columns: unknown;
  try {
    columns = parseJson(zip.unpack(packed));
  } catch {
    columns = undefined;
  }
  if (Array.isArray(columns) && columns.length >= 6 && columns.every((column) => Array.isArray(column)))
    return columns as Columns;
  throw unreadableStore(RECORDS.answers);
}

function bucketValues(
  properties: PropertyValues,
  zip: Zip,
  bucket: number,
  records: readonly DurableRecord[],
): PropertyValues {
  const width = Math.max(1, ...records.map(({ kept }) => kept?.length ?? 0));
  const columns: Columns = [
    records.map(({ key }) => key),
    records.map(({ state }) => state),
    records.map(({ atMs }) => Math.floor(atMs / 1000)),
    records.map(({ requests }) => requests),
    Array.from({ length: width }, (_, column) =>
      records.map(({ kept }) => (kept ? (kept[column] ?? null) : column === 0 ? ABSENT : null)),
    ),
    records.map(({ series }) => (series ? [...series] : 0)),
    records.map(({ names = [] }) => names.join(' ')),
  ];
  const packed = records.length === 0 ? '' : zip.pack(JSON.stringify(columns));
  return cutIntoPieces(packed, properties, bucketName(bucket));
}

/** Characters taken by durable answers; packed text is ASCII, so these are bytes. */
export function durableSize(properties: PropertyValues): number {
  let size = 0;
  for (const [name, value] of Object.entries(properties))
    if (name.startsWith(PREFIX)) size += name.length + value.length;
  return size;
}

export const isDurableProperty = (name: string): boolean => name.startsWith(PREFIX);
