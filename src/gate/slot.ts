import { lazy } from '../core/lazy';
import { isRecord, parseJson } from '../core/text';
import type { Zip } from '../core/ports';
import { readableRecords, type DurableRecord } from './durable-record';
import { cutIntoPieces, joinPieces, parseStored, unreadableStore, type PropertyValues } from './property-pieces';
import { NOTHING, plus, type Spend } from './spend';
import type { UnknownSection } from './unknown-store';
import { RECORDS } from '../schema/said-text';
import {
  aFigure,
  aFlag,
  aSaid,
  listOf,
  maybe,
  maybeFigure,
  maybeFlag,
  oneOf,
  partsOf,
  rowOf,
  someText,
  texts,
  type Read,
} from './stored-part';

/**
 * A slot is two document properties. In `slot/<n>` an execution reserves, under the lock, what its calls may cost. In
 * `done/<n>` it says later, without the lock, what they did cost. The store has no compare-and-swap, so nobody writes
 * over what somebody else may still be writing. That is why a settlement counts only for the reservation with its id,
 * and why a slot is not taken again before all others have had their turn.
 */
const RESERVED = 'slot/';
const SETTLED = 'done/';
/** There are no more, because even empty properties slow down each reading of the store. */
const SLOTS = 128;
/** How many executions may have reserved at once. */
const MOST_OPEN = 64;

const base = {
  id: someText,
  fingerprint: someText,
  keyEnd: someText,
  who: someText,
  what: someText,
  formula: aFlag,
  /** The run that it belongs to, by its id. */
  run: maybe(someText),
  /** Reserved at, ms. */
  atMs: aFigure,
};

const reservation = lazy(() =>
  partsOf({
    ...base,
    state: oneOf('reserved'),
    /** By then the platform has killed the execution. */
    expiresAtMs: aFigure,
    /** At most, in requests. */
    requests: aFigure,
    /** Hashes of the answer keys that are being fetched. */
    leases: texts,
    /** It reads the balance first. */
    readsBalance: maybeFlag,
  }),
);

const settlement = lazy(() =>
  partsOf({
    ...base,
    state: oneOf('settled'),
    settledAtMs: aFigure,
    /** By endpoint: creators, charged, unknown. */
    lines: listOf(rowOf(someText, aFigure, aFigure, aFigure)),
    latencyMs: maybeFigure,
    /** Planned waves that were not sent, as instant and count. Their turns are free again. */
    unsent: maybe(listOf(rowOf(aFigure, aFigure))),
    slowed: maybeFlag,
    /** Google let no more calls through. */
    limited: maybeFlag,
    stop: maybe(partsOf({ untilMs: aFigure, code: someText, message: someText, said: aSaid })),
    /** A balance reading: what the API said, and from when to when it was asked. */
    balance: maybe(
      partsOf({
        left: aFigure,
        atMs: aFigure,
        endMs: maybeFigure,
        /** Said by a refusal. */
        refused: maybeFlag,
      }),
    ),
    /** How many properties its answers take. */
    pieces: maybeFigure,
  }),
);

export type Reservation = Read<ReturnType<typeof reservation>>;
export type Settlement = Read<ReturnType<typeof settlement>>;

export interface Slot {
  reservation?: Reservation;
  settlement?: Settlement;
  /** The properties that hold the settlement's answers. */
  piece: (piece: number) => string;
}

export const isSlotProperty = (name: string): boolean => name.startsWith(RESERVED) || name.startsWith(SETTLED);

export const slotName = (slot: number): string => `${RESERVED}${slot}`;
export const settledName = (slot: number): string => `${SETTLED}${slot}`;
const pieces = (prefix: string) => (slot: number) => (piece: number) => `${prefix}${slot}.${piece}`;
/** A settlement's answers, packed and cut into pieces: see `Payload`. */
export const settledPiece = pieces(SETTLED);
/** The first version settled in the slot itself. */
const version1Piece = pieces(RESERVED);

/** What a settlement leaves beside the charges. */
export interface Payload {
  records: DurableRecord[];
  /** Keys of answers that now have a cache entry of their own. */
  loose: string[];
  /** Sections of the answers that were not understood. */
  unknownSections?: UnknownSection[];
}

export function readPayload(properties: PropertyValues, zip: Zip, slot: Slot): Payload {
  const packed = joinPieces(properties, slot.piece, slot.settlement?.pieces);
  if (packed === '') return { records: [], loose: [] };
  try {
    const payload = JSON.parse(zip.unpack(packed)) as Payload;
    return { ...payload, records: readableRecords(payload.records) };
  } catch {
    throw unreadableStore(RECORDS.reservation);
  }
}

/** Characters of a settlement that has a reason to stop in it. */
const SETTLEMENT_ROOM = 900;
/** Characters of a packed receipt, besides its key, with those under other names of the same creator. */
const RECEIPT_ROOM = 60;

/**
 * Fills the place of a settlement until it is written. So, whatever others store meanwhile, there is room to say what
 * was charged and which answers are paid for.
 */
export function heldRoom(slot: number, paidKeys: readonly string[]): PropertyValues {
  if (paidKeys.length === 0) return {};
  const room = paidKeys.reduce((sum, key) => sum + key.length + RECEIPT_ROOM, SETTLEMENT_ROOM);
  return cutIntoPieces('.'.repeat(room), {}, settledPiece(slot));
}

/** The slots in use. Throws `storeUnreadable`, because a reservation that cannot be read may have spent. */
export function readSlots(properties: PropertyValues): Map<number, Slot> {
  const slots = new Map<number, Slot>();
  for (let index = 0; index < SLOTS; index++) {
    const reserved = parsedSlot(properties[slotName(index)]);
    const settled = parsedSlot(properties[settledName(index)]);
    if (settled && settled.state !== 'settled') throw unreadableStore(RECORDS.reservation);
    if (reserved?.state === 'settled')
      slots.set(index, { reservation: reservationOf(reserved), settlement: reserved, piece: version1Piece(index) });
    else if (reserved || settled || properties[settledPiece(index)(0)])
      slots.set(index, {
        ...(reserved ? { reservation: reserved } : {}),
        ...(settled ? { settlement: settled } : {}),
        piece: settledPiece(index),
      });
  }
  return slots;
}

/** What the calls did cost. */
export const costOf = ({ lines }: Settlement): Spend =>
  lines.map(([, , charged, unknown]) => ({ charged, unknown })).reduce(plus, NOTHING);

type Asked = Omit<Reservation, 'state' | 'run' | 'expiresAtMs' | 'requests' | 'leases'> & { run?: string | undefined };

/** Who asked and who pays, which is the same in a reservation and in its settlement. */
export const asked = ({ id, fingerprint, keyEnd, who, what, formula, run, atMs }: Asked) => ({
  id,
  fingerprint,
  keyEnd,
  who,
  what,
  formula,
  ...(run === undefined ? {} : { run }),
  atMs,
});

/** The first version wrote a settlement over its reservation. */
const reservationOf = (settled: Settlement): Reservation => ({
  ...asked(settled),
  state: 'reserved',
  expiresAtMs: settled.settledAtMs,
  requests: 0,
  leases: [],
});

function parsedSlot(text: string | undefined): Reservation | Settlement | undefined {
  if (!text) return undefined;
  const json = parseJson(text);
  const isSettled = isRecord(json) && json['state'] === 'settled';
  return isSettled
    ? parseStored(settlement(), json, RECORDS.reservation)
    : parseStored(reservation(), json, RECORDS.reservation);
}

/** Everything that a slot holds, emptied. */
export function emptied(properties: PropertyValues, slot: number): PropertyValues {
  const values: PropertyValues = {};
  for (const name of [slotName(slot), settledName(slot)]) if (properties[name]) values[name] = '';
  for (const piece of [settledPiece(slot), version1Piece(slot)])
    for (let index = 0; properties[piece(index)]; index++) values[piece(index)] = '';
  return values;
}

/** The first free slot from `from` on, in a circle. Undefined where too much is reserved already. */
export function freeSlot(properties: PropertyValues, from: number, open: number): number | undefined {
  if (open >= MOST_OPEN) return undefined;
  for (let step = 0; step < SLOTS; step++) {
    const slot = (from + step) % SLOTS;
    if ([slotName(slot), settledName(slot), settledPiece(slot)(0)].every((name) => !properties[name])) return slot;
  }
  return undefined;
}
