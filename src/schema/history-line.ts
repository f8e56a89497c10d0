import type { Scalar } from './wire';

/** What a creator's profile said on a day: a row of the history tab. */
export interface HistoryLine {
  /** Of the fetch, `yyyy-MM-dd` in the spreadsheet's time zone. */
  day: string;
  /** Blank where an answer to an id does not tell it. */
  platform: string;
  /** Blank likewise. */
  handle: string;
  /** influData's id, blank where it is not known. */
  id: string;
  followers?: number;
  /** Percent: 4.2 is 4.2 %. */
  engagement?: number;
  /** Percent a month. */
  growth?: number;
  /** 1 to 10. */
  profileScore?: number;
}

/** In the order of the tab's columns. */
export const HISTORY_FIGURES = ['followers', 'engagement', 'growth', 'profileScore'] as const;
export const HISTORY_COLUMNS = ['day', 'platform', 'handle', 'id', ...HISTORY_FIGURES] as const;

/** Of a percent, more than any cell shows; further ones would fill the store. */
const FOUR_PLACES = 10_000;

/** A handle is one in any spelling; without one, the id stands for it. */
export const creatorOf = ({ platform, handle, id }: Pick<HistoryLine, 'platform' | 'handle' | 'id'>): string =>
  handle === '' ? `id:${id}` : `${platform}/${handle}`.toLowerCase();

/** One creator and day: there is one line of each. */
export const historyLineId = (line: Omit<HistoryLine, (typeof HISTORY_FIGURES)[number]>): string =>
  `${line.day} ${creatorOf(line)}`;

/** For sorting. */
export const byDay = (one: Pick<HistoryLine, 'day'>, other: Pick<HistoryLine, 'day'>): number =>
  one.day < other.day ? -1 : one.day > other.day ? 1 : 0;

/** `key` is what the profile is filed under: `profile:instagram/adidas`. It says who that is, whatever the creator is called now. */
export function historyLine(key: string, scalars: Record<string, Scalar>, day: string): HistoryLine {
  const [, platform, handle] = /^\w+:([a-z]+)\/(?!u?id:)(.+)$/.exec(key) ?? [];
  const text = (name: string): string => String(scalars[name] ?? '').trim();
  const told = text('username').replace(/^@/, '');
  const isOne = handle === undefined || told.toLowerCase() === handle.toLowerCase();
  const id = text('id') || (/^\w+:id:(.+)$/.exec(key)?.[1] ?? '');
  const line: HistoryLine = {
    day,
    platform: platform ?? text('platform'),
    // Without a handle and an id, the platform's id stands for it, as formulas take it: `uid:123`.
    handle: (isOne ? told : handle) || (id === '' ? key.replace(/^\w+:(\w+\/)?/, '') : ''),
    id,
  };
  for (const name of HISTORY_FIGURES) {
    const value = scalars[name];
    if (typeof value === 'number') line[name] = Math.round(value * FOUR_PLACES) / FOUR_PLACES;
  }
  return line;
}
