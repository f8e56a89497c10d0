import { lazy } from '../core/lazy';
import { DAY_MS } from '../core/time';
import { isRecord, parseJson } from '../core/text';
import { parseStored, type PropertyValues } from './property-pieces';
import { STATE_PROPERTY } from './gate-state';
import { STATE_VERSIONS } from './state-version';
import { recentSends, type Sends } from './pace';
import { RECORDS } from '../schema/said-text';
import { aFigure, byName, listOf, maybe, maybeFigure, oneOf, partsOf, rowOf, type Read } from './stored-part';

/** When calls were and will be sent, by the key's fingerprint. Written with the budget, but no money rests on it. */
export const PACE_PROPERTY = 'pace';

const keyPace = lazy(() =>
  partsOf({
    /** Sends of the last minute, and those planned: offset from `baseMs`, count. */
    baseMs: aFigure,
    sends: listOf(rowOf(aFigure, aFigure)),
    /** Half the pace until then, after a 429 that is not ours. */
    slowUntilMs: maybeFigure,
    /** Google let no more calls through then, and none has gone through since. */
    limitedMs: maybeFigure,
    /** How long the last wave took with all there is to do before the next, in ms, and when. Waves of one execution are spaced by it. */
    latency: maybe(partsOf({ ms: aFigure, atMs: aFigure })),
  }),
);

const schema = lazy(() => partsOf({ version: oneOf(STATE_VERSIONS.pace), keys: byName(keyPace()) }));

export type KeyPace = Read<ReturnType<typeof keyPace>>;
export type PaceState = Read<ReturnType<typeof schema>>;

const NO_PACE: KeyPace = { baseMs: 0, sends: [] };

export const paceOf = (pace: PaceState, fingerprint: string): KeyPace => pace.keys[fingerprint] ?? NO_PACE;

export const withPace = (pace: PaceState, fingerprint: string, change: Partial<KeyPace>): PaceState => ({
  ...pace,
  keys: { ...pace.keys, [fingerprint]: { ...paceOf(pace, fingerprint), ...change } },
});

/** Throws `storeUnreadable`. */
export function readPace(properties: PropertyValues): PaceState {
  const text = properties[PACE_PROPERTY];
  if (!text) return paceOfVersion1(parseJson(properties[STATE_PROPERTY] ?? ''));
  return parseStored(schema(), parseJson(text), RECORDS.pace);
}

/** The first version of the budget kept the sends of its keys, as one flat list each. */
function paceOfVersion1(gate: unknown): PaceState {
  const pace: PaceState = { version: 1, keys: {} };
  const keys = isRecord(gate) && isRecord(gate['keys']) ? gate['keys'] : {};
  for (const [fingerprint, key] of Object.entries(keys)) {
    if (!isRecord(key) || !Array.isArray(key['sent'])) continue;
    const flat = key['sent'].map(Number);
    const sends = flat.flatMap((offset, at): [number, number][] => (at % 2 ? [] : [[offset, flat[at + 1] ?? 0]]));
    pace.keys[fingerprint] = { baseMs: Number(key['sentBaseMs']), sends };
  }
  return pace;
}

/** Leaves out keys that nothing was sent with of late. */
export const writePace = (pace: PaceState, nowMs: number): string =>
  JSON.stringify({
    ...pace,
    keys: Object.fromEntries(
      Object.entries(pace.keys).filter(
        ([, key]) => sendsOf(key, nowMs).length > 0 || (key.slowUntilMs ?? 0) > nowMs || isLimited(key, nowMs),
      ),
    ),
  });

/** A day of Google's begins with its first call, so its limits end a day later at the latest. */
export const isLimited = ({ limitedMs }: KeyPace, nowMs: number): boolean =>
  limitedMs !== undefined && nowMs - limitedMs < DAY_MS;

export const sendsOf = ({ baseMs, sends }: KeyPace, nowMs: number): Sends =>
  recentSends(
    sends.map(([offset, count]) => [baseMs + offset, count] as const),
    nowMs,
  );

/** Takes back turns that were planned and not used. */
export function withoutSends(pace: PaceState, fingerprint: string, unsent: Sends, nowMs: number): PaceState {
  const left = new Map(unsent);
  const kept = sendsOf(paceOf(pace, fingerprint), nowMs).map(([atMs, count]): readonly [number, number] => {
    const taken = Math.min(count, left.get(atMs) ?? 0);
    left.set(atMs, (left.get(atMs) ?? 0) - taken);
    return [atMs, count - taken];
  });
  return withSends(
    pace,
    fingerprint,
    kept.filter(([, count]) => count > 0),
    nowMs,
  );
}

/** Sends this close together in the past count as one at the later instant: the property must stay under 9 KB. */
const MERGED_MS = 250;
/** Each merging moves earlier sends to a later instant. This bounds how far. */
const MERGED_COUNT = 10;

export function withSends(pace: PaceState, fingerprint: string, sends: Sends, nowMs: number): PaceState {
  const merged: [number, number][] = [];
  for (const [atMs, count] of [...recentSends(sends, nowMs)].sort(([left], [right]) => left - right)) {
    const last = merged[merged.length - 1];
    if (last && atMs <= nowMs && atMs - last[0] < MERGED_MS && last[1] < MERGED_COUNT) {
      last[0] = atMs;
      last[1] += count;
    } else merged.push([atMs, count]);
  }
  const baseMs = merged[0]?.[0] ?? 0;
  return withPace(pace, fingerprint, { baseMs, sends: merged.map(([atMs, count]) => [atMs - baseMs, count]) });
}
