import type { AudienceSection } from '../schema/audience';
import type { Mention } from '../schema/mention';
import type { TimelinePoint } from '../schema/profile';
import type { Scalar } from '../schema/wire';
import { ENGAGEMENT, GROWTH, IN_SHORT, SCORE } from './number-format';

/** What a report shows of one creator, as the API gave it. */
export interface ReportSubject {
  /** Names the creator in a run. */
  key: string;
  handle: string;
  /** For example `Instagram`. */
  platform: string;
  /** By catalogue name; what is missing is not there. */
  scalars: Readonly<Record<string, Scalar>>;
  timeline: readonly TimelinePoint[];
  sections: readonly AudienceSection[];
  mentions: readonly Mention[];
  /** When it was fetched. */
  atMs: number;
}

/** The key figures of a creator, in the order in which they are shown. */
export const KEY_FIGURES: readonly (readonly [name: string, label: string, format: string])[] = [
  ['followers', 'Followers', IN_SHORT],
  ['engagement', 'Engagement', ENGAGEMENT],
  ['growth', 'Growth a month', GROWTH],
  ['medianViews', 'Median views', IN_SHORT],
  ['avgLikes', 'Avg. likes', IN_SHORT],
  ['profileScore', 'Profile score', SCORE],
  ['avgComments', 'Avg. comments', IN_SHORT],
];

export const figureOf = ({ scalars }: ReportSubject, name: string): number | undefined => {
  const value = scalars[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

export const textOf = ({ scalars }: ReportSubject, name: string): string => {
  const value = scalars[name];
  return value === undefined || typeof value === 'object' ? '' : String(value).trim();
};

export const titleOf = (subject: ReportSubject): string => textOf(subject, 'displayName') || subject.handle;
