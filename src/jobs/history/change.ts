import { byDay, creatorOf, type HistoryLine } from '../../schema/history-line';

/** What is watched, and how a change of it is measured: as a part of what it was, or in points. */
const WATCHED = { followers: 'part', engagement: 'points', profileScore: 'points' } as const;
export type Watched = keyof typeof WATCHED;
export const WATCHED_NAMES = Object.keys(WATCHED) as Watched[];

/** How large a change must be; one without a figure is not watched. */
export type Thresholds = { readonly [Name in Watched]?: number };

/** A figure that crossed its threshold, against what it was before. */
export interface Change {
  /** The line in which it did. */
  line: Pick<HistoryLine, 'day' | 'platform' | 'handle' | 'id'>;
  figure: Watched;
  fromDay: string;
  from: number;
  to: number;
}

/** A figure on a day, against which the next ones are measured. */
export interface Base {
  day: string;
  value: number;
}

export const watchedKey = (creator: string, figure: Watched): string => `${creator} ${figure}`;

/** `0.3 - 0.2` is a little less than `0.1`. */
const NEAR = 1e-9;

/** Positive or negative; undefined where there was nothing, of which no part can be told. */
export const changeOf = (figure: Watched, from: number, to: number): number | undefined => {
  if (WATCHED[figure] === 'points') return to - from;
  return from === 0 ? undefined : (to - from) / Math.abs(from);
};

const crosses = (figure: Watched, from: number, to: number, threshold: number): boolean =>
  from !== to && Math.abs(changeOf(figure, from, to) ?? Infinity) >= threshold - NEAR;

/**
 * What crossed a threshold since a day, in the order in which it did. Each figure is measured against its last change in
 * `told`, or else against its first value since that day; once it has crossed, against what it is then. So nothing is told
 * twice, and it makes no difference how often one looks.
 */
export function changesIn(
  lines: readonly HistoryLine[],
  since: string,
  thresholds: Thresholds,
  told: ReadonlyMap<string, Base> = new Map(),
): Change[] {
  const bases = new Map([...told].filter(([, { day }]) => day >= since));
  const found: Change[] = [];
  for (const line of [...lines].sort(byDay)) {
    if (line.day < since) continue;
    const creator = creatorOf(line);
    for (const figure of WATCHED_NAMES) {
      const [value, threshold] = [line[figure], thresholds[figure]];
      if (value === undefined || threshold === undefined) continue;
      const key = watchedKey(creator, figure);
      const base = bases.get(key);
      if (!base) bases.set(key, { day: line.day, value });
      else if (line.day > base.day && crosses(figure, base.value, value, threshold)) {
        const { day, platform, handle, id } = line;
        found.push({ line: { day, platform, handle, id }, figure, fromDay: base.day, from: base.value, to: value });
        bases.set(key, { day, value });
      }
    }
  }
  return found;
}
