import { isRecord } from '../../core/text';
import { contentQueryOf } from '../../schema/content-search';

/** A stretch of upload time, ends included, in ms; a missing end is open. */
export interface Stretch {
  from?: number | undefined;
  to?: number | undefined;
}

/** What has come of a stretch, page after page: a part that begins at one of its ends. */
export interface Walk {
  /** Instants of the pieces that came. */
  oldest?: number | undefined;
  newest?: number | undefined;
  /** How the API orders by upload time; undefined while that is not known. */
  ascends?: boolean | undefined;
}

/** Whether a stored value is a list of them: an end that cannot be read must not become an open one. */
export const isStretches = (value: unknown): value is Stretch[] =>
  Array.isArray(value) &&
  value.every(
    (each) => isRecord(each) && [each['from'], each['to']].every((end) => end === undefined || Number.isFinite(end)),
  );

/**
 * Stretches of which pieces may be missing, after a walk over one of them. Nothing ends the newest one: what is uploaded
 * later belongs to it. Ends stay in where pieces of that same instant may be left, so that none is missed.
 */
export function stillOpen(
  open: readonly Stretch[],
  { from, to }: Stretch,
  { oldest, newest, ascends }: Walk,
  isComplete: boolean,
): Stretch[] {
  if (isComplete)
    return without(open, { from, to: to ?? newest ?? from ?? 0, keepsFrom: false, keepsTo: to === undefined });
  if (oldest === undefined || newest === undefined) return [...open];
  return without(open, {
    from: ascends === true ? from : oldest,
    to: ascends === false ? (to ?? newest) : newest,
    keepsFrom: ascends !== true,
    keepsTo: ascends !== false || to === undefined,
  });
}

const without = (
  open: readonly Stretch[],
  { from, to, keepsFrom, keepsTo }: { from: number | undefined; to: number; keepsFrom: boolean; keepsTo: boolean },
): Stretch[] => {
  const left = open.flatMap((each): Stretch[] => {
    const [start = -Infinity, end = Infinity] = [each.from, each.to];
    const least = from ?? -Infinity;
    if (start > to || end < least) return [each];
    return [
      ...(start < least || (keepsFrom && start === least) ? [{ ...each, to: from }] : []),
      ...(end > to || (keepsTo && end === to) ? [{ ...each, from: Math.max(start, to) }] : []),
    ];
  });
  // An instant that stays open may lie in a neighbour as well: whatever is asked for twice is paid for twice.
  return left.filter(
    (one, at) => !left.some((other, index) => holds(other, one) && (index < at || (index > at && !holds(one, other)))),
  );
};

const holds = (outer: Stretch, inner: Stretch): boolean =>
  (outer.from ?? -Infinity) <= (inner.from ?? -Infinity) && (outer.to ?? Infinity) >= (inner.to ?? Infinity);

/** What is left of the stretch under way once its place in the list is lost. */
export const restOf = ({ from, to }: Stretch, { oldest, newest, ascends }: Walk): Stretch =>
  ascends === true ? { from: newest ?? from, to } : ascends === false ? { from, to: oldest ?? to } : { from, to };

/** The instant up to which nothing is missing; undefined: there is none yet. */
export const watermarkOf = (open: readonly Stretch[]): number | undefined => {
  const froms = open.map(({ from }) => from ?? -Infinity);
  const least = Math.min(...froms);
  return Number.isFinite(least) ? least : undefined;
};

/** What lies in both. */
export const common = (left: readonly Stretch[], right: readonly Stretch[]): Stretch[] =>
  left.flatMap((one) =>
    right.flatMap((other) => {
      const from = Math.max(one.from ?? -Infinity, other.from ?? -Infinity);
      const to = Math.min(one.to ?? Infinity, other.to ?? Infinity);
      return from <= to ? [stretchOf(from, to)] : [];
    }),
  );

/** What lies in any, in order; what touches is one. */
export function merged(all: readonly Stretch[]): Stretch[] {
  const done: [from: number, to: number][] = [];
  const ends = all.map(({ from = -Infinity, to = Infinity }): [number, number] => [from, to]);
  for (const [from, to] of ends.sort(([left], [right]) => left - right)) {
    const last = done[done.length - 1];
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else done.push([from, to]);
  }
  return done.map(([from, to]) => stretchOf(from, to));
}

const stretchOf = (from: number, to: number): Stretch => ({
  ...(from > -Infinity && { from }),
  ...(to < Infinity && { to }),
});

interface Asked {
  open: readonly Stretch[];
  filters: Readonly<Record<string, string>>;
}

const firstMs = (filters: Asked['filters']): number => Date.parse(contentQueryOf(filters)['created_at_gte'] ?? '');

/** All of upload time from the first day on that was asked for. */
export function allFrom(filters: Asked['filters']): Stretch {
  const from = firstMs(filters);
  return Number.isNaN(from) ? {} : { from };
}

/** Where posts may be missing, whatever day is asked from: in what is open, and before the first day that was asked for. */
export function missingIn({ open, filters }: Asked): Stretch[] {
  const from = firstMs(filters);
  return Number.isNaN(from) ? [...open] : merged([{ to: from - 1 }, ...common(open, [{ from }])]);
}
