import { hashText } from '../core/text';
import type { AnswerState } from '../api/answer';

/** An answer as document properties keep it, and what is left of it when room is wanted. */
export interface DurableRecord {
  key: string;
  state: AnswerState;
  atMs: number;
  requests: number;
  /** The part of the answer that is kept. */
  kept?: readonly unknown[];
  /** Its history, newest first. It is shortened before anything else. */
  series?: readonly (number | null)[];
  /** Hashes of other names of the creator that `kept` does not tell. */
  names?: readonly string[];
}

/** What history is shortened to, step by step. After that an answer becomes a receipt. */
const SERIES_STEPS = [53, 27, 20, 0] as const;
/** At which step a list goes. */
const LIST_STEP = 1;

/** About how much room records take, in a unit that is good only for comparing them. */
export const weightOf = (records: readonly DurableRecord[]): number =>
  records.reduce((sum, record) => sum + weight(record), 0);

const weight = (record: DurableRecord): number => {
  const { kept, series, names = [] } = record;
  const base = isList(record) ? 0.8 * JSON.stringify(kept).length : kept ? 140 : 15;
  return base + 2.3 * (series?.length ?? 0) + 8 * names.length;
};

/** Pages of a search and cities are large, and cheaper to get again than twenty creators. */
const isList = ({ kept }: DurableRecord): boolean => typeof kept?.[0] === 'object' && kept[0] !== null;

/** How far an answer has been shortened; 0 is whole. That it was paid is never given up. */
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

export const isShortest = (record: DurableRecord): boolean => stepOf(record) === Infinity;

/** The oldest of those with the most detail lose it, until all together weigh no more than `target`. */
export function shortened(records: readonly DurableRecord[], target: number): DurableRecord[] {
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

/** The positions of influData's id and the platform's in a compact profile. They never change. */
export const ID_AT = 0;
export const PLATFORM_ID_AT = 28;

/** Hashes of the creator's names, besides the one in the key. */
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

/** Comes first among the names of a receipt whose answer is in the data tab. No hash looks like it. */
const IN_TAB = 'tab';

/** Kept of an answer that goes into the data tab: for the time before it is there, and in case it is deleted there. */
export const receiptOf = (record: DurableRecord): DurableRecord[] =>
  withoutDetail({ ...record, names: [IN_TAB, ...(record.names ?? [])] });

/** Ten thousand creators of runs would fill the store with their names. Where room is wanted, these go first. */
export const hasTabNames = ({ names }: DurableRecord): boolean => names?.[0] === IN_TAB;

export const withoutTabNames = (record: DurableRecord): DurableRecord => {
  const { names: _, ...rest } = record;
  return hasTabNames(record) ? rest : record;
};

/** Leaves of an answer that it was paid, and for whom. What was free leaves nothing. */
export function withoutDetail(record: DurableRecord): DurableRecord[] {
  const { key, state, atMs, requests, kept } = record;
  const names = namesOf(record);
  if (requests === 0) return [];
  const isDetailed = kept !== undefined || state === 'full' || state === 'compact';
  return [{ key, atMs, requests, state: isDetailed ? 'receipt' : state, ...named(names) }];
}

export const named = (names: readonly string[] | undefined): Pick<DurableRecord, 'names'> =>
  names && names.length > 0 ? { names } : {};

/** An earlier version wrote such records where the store was full. Without its detail it is no answer. */
const isBodiless = ({ state, kept }: DurableRecord): boolean =>
  kept === undefined && (state === 'full' || state === 'compact');

export const readableRecords = (records: readonly DurableRecord[]): DurableRecord[] =>
  records.flatMap((record) => (isBodiless(record) ? withoutDetail(record) : [record]));
