import { InfluError } from '../core/error';
import type { Zip } from '../core/ports';
import { hashNumber, hashText, parseJson } from '../core/text';
import type { AnswerState } from '../api/answer';
import { cutIntoPieces, joinPieces, type PropertyValues } from './property-pieces';

/**
 * Answers in document properties, for weeks: 16 buckets by the key's hash. When the room is used up, the oldest answers
 * lose detail step by step; what goes leaves a receipt, so that nothing is bought again in silence.
 */
export interface DurableRecord {
  key: string;
  state: AnswerState;
  atMs: number;
  requests: number;
  /** The part of the answer that is kept. */
  kept?: readonly unknown[];
  /** Its history, newest first: the first thing to be shortened. */
  series?: readonly (number | null)[];
  /** What the creator is called besides, as hashes, and is not told by what is kept. */
  names?: readonly string[];
}

/** Few and large: a hundred creators side by side pack to two thirds of what thirty do. */
const BUCKETS = 16;
const PREFIX = 'a/';
/** Of the store's 500 KB; the rest is for settings, reservations, the ledger and runs. */
export const DURABLE_BUDGET = 430_000;
/** What history is shortened to, step by step; after that an answer becomes a receipt. */
const SERIES_STEPS = [53, 27, 20, 0] as const;
/** At which step a list goes. */
const LIST_STEP = 1;
/** Room made on top when the budget is reached. Little, because 2,000 creators fill nearly all of it. */
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
    // Where receipts alone are more than that, the store itself says whether they fit.
    const isShortest = records.every((record) => stepOf(record) === Infinity);
    if (isShortest || durableSize({ ...properties, ...values }) <= budget) return values;
  }
}

/** About how much room records take, in units that only compare with each other. */
const weightOf = (records: readonly DurableRecord[]): number =>
  records.reduce((sum, record) => sum + weight(record), 0);

const weight = (record: DurableRecord): number => {
  const { kept, series, names = [] } = record;
  const base = isList(record) ? 0.8 * JSON.stringify(kept).length : kept ? 140 : 15;
  return base + 2.3 * (series?.length ?? 0) + 8 * names.length;
};

/** Pages of a search, cities: large, and cheaper to get again than twenty creators. */
const isList = ({ kept }: DurableRecord): boolean => typeof kept?.[0] === 'object' && kept[0] !== null;

/** Where the fields of a compact profile have influData's id and the platform's: positions never change. */
export const ID_AT = 0;
export const PLATFORM_ID_AT = 28;

/** Of the creator, besides the one in the key; hashed. */
export function namesOf({ key, state, kept = [], names = [] }: DurableRecord): readonly string[] {
  if (state !== 'compact') return names;
  const [id, platformId] = [kept[ID_AT], kept[PLATFORM_ID_AT]];
  const platform = /^\w+:(\w+)\//.exec(key)?.[1];
  return [
    ...names,
    ...(typeof id === 'string' ? [hashText(`id:${id}`)] : []),
    ...(typeof platformId === 'string' && platform !== undefined ? [hashText(`${platform}/uid:${platformId}`)] : []),
  ];
}

/** First among the names of a receipt whose answer, with its names, stands in the data tab; no hash looks like it. */
const IN_TAB = 'tab';

/** What is left of an answer that is put into the data tab: until the tab has it, and if somebody deletes it there. */
export const receiptOf = (record: DurableRecord): DurableRecord[] =>
  withoutDetail({ ...record, names: [IN_TAB, ...(record.names ?? [])] });

/** Ten thousand creators of runs with their names would fill the store: where room is wanted, these go first. */
const hasTabNames = ({ names }: DurableRecord): boolean => names?.[0] === IN_TAB;

const withoutTabNames = (record: DurableRecord): DurableRecord => {
  const { names: _, ...rest } = record;
  return hasTabNames(record) ? rest : record;
};

/** What is left of an answer whose detail goes: that it was paid, and for whom. What was free leaves nothing. */
export function withoutDetail(record: DurableRecord): DurableRecord[] {
  const { key, state, atMs, requests, kept } = record;
  const names = namesOf(record);
  if (requests === 0) return [];
  const isDetailed = kept !== undefined || state === 'full' || state === 'compact';
  return [{ key, atMs, requests, state: isDetailed ? 'receipt' : state, ...named(names) }];
}

const named = (names: readonly string[] | undefined): Pick<DurableRecord, 'names'> =>
  names && names.length > 0 ? { names } : {};

/** An earlier version wrote such records where the store was full: a detail that is not there is no answer. */
const isBodiless = ({ state, kept }: DurableRecord): boolean =>
  kept === undefined && (state === 'full' || state === 'compact');

export const readableRecords = (records: readonly DurableRecord[]): DurableRecord[] =>
  records.flatMap((record) => (isBodiless(record) ? withoutDetail(record) : [record]));

function shortened(records: readonly DurableRecord[], target: number): DurableRecord[] {
  let left = weightOf(records);
  let list = [...records];
  for (let step = 0; step <= SERIES_STEPS.length + 1 && left > target; step++) {
    const victims = list.filter((record) => stepOf(record) === step).sort((one, other) => one.atMs - other.atMs);
    const changed = new Map<DurableRecord, DurableRecord[]>();
    for (const victim of victims) {
      if (left <= target) break;
      const rest = lesser(victim);
      changed.set(victim, rest);
      left -= weight(victim) - weightOf(rest);
    }
    list = list.flatMap((record) => changed.get(record) ?? [record]);
  }
  return list;
}

/** How far an answer has been shortened: 0 is whole. That something was paid is never given up. */
function stepOf(record: DurableRecord): number {
  const { kept, series, requests } = record;
  if (kept === undefined) return requests > 0 ? Infinity : SERIES_STEPS.length + 1;
  if (isList(record)) return LIST_STEP;
  const step = SERIES_STEPS.findIndex((length) => (series?.length ?? 0) > length);
  return step < 0 ? SERIES_STEPS.length : step;
}

function lesser(record: DurableRecord): DurableRecord[] {
  const { series } = record;
  const length = SERIES_STEPS[stepOf(record)];
  if (length !== undefined && series) return [{ ...record, series: series.slice(0, length) }];
  return withoutDetail(record);
}

const allBuckets = Array.from({ length: BUCKETS }, (_, bucket) => bucket);

/** Every record: for questions that no key answers. Reads all buckets. */
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

/** Each bucket as it was read last: one execution reads the store several times. */
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

/** What cannot be read is never taken for empty: that would buy everything in it again. */
function unpackColumns(zip: Zip, packed: string): Columns {
  let columns: unknown;
  try {
    columns = parseJson(zip.unpack(packed));
  } catch {
    columns = undefined;
  }
  if (Array.isArray(columns) && columns.length >= 6 && columns.every((column) => Array.isArray(column)))
    return columns as Columns;
  throw new InfluError(
    'storeUnreadable',
    'The saved influData answers of this spreadsheet cannot be read, so nothing more is bought. Open influData > Usage to repair them.',
  );
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
