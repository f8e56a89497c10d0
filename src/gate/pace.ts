import { MINUTE_MS, SECOND_MS } from '../core/time';

export type KeyKind = 'trial' | 'organization';

export interface Rate {
  perSecond: number;
  perMinute: number;
}

/** What the API allows a key (contract, Rate limits). */
export const RATES: Record<KeyKind, Rate> = {
  trial: { perSecond: 2, perMinute: 60 },
  organization: { perSecond: 25, perMinute: 1_000 },
};

/** When requests were or will be sent: [instant in ms, how many], in time order. */
export type Sends = readonly (readonly [atMs: number, count: number])[];

/**
 * The API counts in sliding windows. Ours are a little longer, because requests that leave a second apart can arrive
 * closer together.
 */
const SECOND_WINDOW_MS = SECOND_MS + 100;
const MINUTE_WINDOW_MS = MINUTE_MS + 500;

/** Half the pace, after a 429 that is not ours: then another spreadsheet uses the same key. */
export const slowed = ({ perSecond, perMinute }: Rate): Rate => ({
  perSecond: Math.max(1, Math.floor(perSecond / 2)),
  perMinute: Math.floor(perMinute / 2),
});

/** A trial's client id says `trial-...` (contract, verifyTrialKey). Without one the slower pace is the safe one. */
export function keyKind(setting: 'auto' | KeyKind, clientId: string | undefined): KeyKind {
  if (setting !== 'auto') return setting;
  return clientId !== undefined && !clientId.startsWith('trial-') ? 'organization' : 'trial';
}

export const recentSends = (sends: Sends, nowMs: number): Sends =>
  sends.filter(([atMs]) => atMs > nowMs - MINUTE_WINDOW_MS);

export interface Wave {
  atMs: number;
  count: number;
}

interface PlanRequest {
  count: number;
  fromMs: number;
  lastMs: number;
  spacingMs: number;
  singly?: boolean;
}

/**
 * The earliest waves in which `count` requests may leave, between `fromMs` and `lastMs`. Waves of one execution lie at
 * least `spacingMs` apart, because it waits for each reply. `singly` gives each request a wave of its own. What does not
 * fit is left out.
 */
export function planWaves(
  sends: Sends,
  rate: Rate,
  { count, fromMs, lastMs, spacingMs, singly = false }: PlanRequest,
): Wave[] {
  const waves: Wave[] = [];
  const taken = sends.map(([atMs, sent]) => [atMs, sent] as [number, number]);
  let left = count;
  let atMs = fromMs;
  while (left > 0 && atMs <= lastMs) {
    const room = Math.min(left, singly ? 1 : left, roomAt(taken, rate, atMs));
    if (room <= 0) {
      atMs = nextChange(taken, atMs);
      continue;
    }
    waves.push({ atMs, count: room });
    taken.push([atMs, room]);
    left -= room;
    atMs += singly ? spacingMs : Math.max(spacingMs, SECOND_WINDOW_MS);
  }
  return waves;
}

/** How many more may leave at an instant without overfilling any sliding window, planned sends included. */
function roomAt(taken: readonly [number, number][], rate: Rate, atMs: number): number {
  return Math.min(
    rate.perSecond - fullestWindow(taken, atMs, SECOND_WINDOW_MS),
    rate.perMinute - fullestWindow(taken, atMs, MINUTE_WINDOW_MS),
  );
}

function fullestWindow(taken: readonly [number, number][], atMs: number, windowMs: number): number {
  const near = taken.filter(([sentMs]) => Math.abs(sentMs - atMs) < windowMs);
  const ends = [atMs, ...near.map(([sentMs]) => sentMs).filter((sentMs) => sentMs > atMs)];
  return Math.max(
    ...ends.map((endMs) =>
      near.reduce((sum, [sentMs, count]) => (sentMs <= endMs && sentMs > endMs - windowMs ? sum + count : sum), 0),
    ),
  );
}

/** The next instant at which some window loses a send. */
function nextChange(taken: readonly [number, number][], atMs: number): number {
  const changes = taken
    .flatMap(([sentMs]) => [sentMs + SECOND_WINDOW_MS, sentMs + MINUTE_WINDOW_MS])
    .filter((changeMs) => changeMs > atMs);
  return changes.length > 0 ? Math.min(...changes) : atMs + SECOND_WINDOW_MS;
}
