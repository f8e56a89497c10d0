import * as z from 'zod/mini';
import { lazy } from '../core/lazy';
import { InfluError } from '../core/error';
import { isRecord, parseJson } from '../core/text';
import type { Zip } from '../core/ports';
import type { DurableRecord } from '../store/durable-answers';
import { joinPieces, type PropertyValues } from '../store/property-pieces';

/**
 * A slot is a document property in which one execution first reserves what its calls may cost (under the lock) and later,
 * alone and without the lock, replaces that by what they did cost. The next admit folds it into the state and frees it.
 */
const PREFIX = 'slot/';
const SLOTS = 64;

const base = () => ({
  id: z.string(),
  fingerprint: z.string(),
  keyEnd: z.string(),
  who: z.string(),
  what: z.string(),
  formula: z.boolean(),
  /** The run that it belongs to, by its id. */
  run: z.optional(z.string()),
  /** Reserved at, ms. */
  atMs: z.number(),
});

const reservation = lazy(() =>
  z.object({
    ...base(),
    state: z.literal('reserved'),
    /** After this the execution is dead, by the platform's own limits. */
    expiresAtMs: z.number(),
    /** Worst case, in requests. */
    requests: z.number(),
    /** Hashes of the answer keys that are being fetched. */
    leases: z.array(z.string()),
  }),
);

const settlement = lazy(() =>
  z.object({
    ...base(),
    state: z.literal('settled'),
    settledAtMs: z.number(),
    /** By endpoint: creators, charged, unknown. */
    lines: z.array(tuple<[endpoint: string, creators: number, charged: number, unknown: number]>('snnn')),
    latencyMs: z.optional(z.number()),
    /** Planned waves that were not sent, as instant and count: their turns are free again. */
    unsent: z.optional(z.array(tuple<[atMs: number, count: number]>('nn'))),
    slowed: z.optional(z.boolean()),
    stop: z.optional(z.object({ untilMs: z.number(), code: z.string(), message: z.string() })),
    /** A balance reading: what the API said, and when it was asked. */
    balance: z.optional(z.object({ left: z.number(), atMs: z.number() })),
  }),
);

/** By initials, s(tring) and n(umber). zod's own tuples and unions would add 5 KB to what every formula loads. */
const tuple = <T>(types: string) =>
  z.custom<T>((value) => Array.isArray(value) && value.map((each) => (typeof each)[0]).join('') === types);

export type Reservation = z.infer<ReturnType<typeof reservation>>;
export type Settlement = z.infer<ReturnType<typeof settlement>>;
export type Slot = Reservation | Settlement;

export const isSlotProperty = (name: string): boolean => name.startsWith(PREFIX);

export const slotName = (index: number): string => `${PREFIX}${index}`;
/** A settlement's answers, packed and cut into pieces: see `Payload`. */
export const slotPiece =
  (index: number) =>
  (piece: number): string =>
    `${PREFIX}${index}.${piece}`;

const unreadableSlot = (): InfluError =>
  new InfluError(
    'storeUnreadable',
    'A saved influData reservation of this spreadsheet cannot be read, so nothing is bought. Open influData > Usage to repair it.',
  );

/** What a settlement leaves beside the charges. */
export interface Payload {
  records: DurableRecord[];
  /** Keys of answers that now have a cache entry of their own. */
  loose: string[];
}

export function readPayload(properties: PropertyValues, zip: Zip, index: number): Payload {
  const packed = joinPieces(properties, slotPiece(index));
  if (packed === '') return { records: [], loose: [] };
  try {
    return JSON.parse(zip.unpack(packed)) as Payload;
  } catch {
    throw unreadableSlot();
  }
}

/** The slots in use. Throws `storeUnreadable`: a reservation that cannot be read is not a free one. */
export function readSlots(properties: PropertyValues): Map<number, Slot> {
  const slots = new Map<number, Slot>();
  for (let index = 0; index < SLOTS; index++) {
    const text = properties[slotName(index)];
    if (!text) continue;
    const json = parseJson(text);
    const isSettled = isRecord(json) && json['state'] === 'settled';
    const result = isSettled ? z.safeParse(settlement(), json) : z.safeParse(reservation(), json);
    if (!result.success) throw unreadableSlot();
    slots.set(index, result.data);
  }
  return slots;
}

export function freeSlot(slots: ReadonlyMap<number, unknown>): number | undefined {
  for (let index = 0; index < SLOTS; index++) if (!slots.has(index)) return index;
  return undefined;
}
