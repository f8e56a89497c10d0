import type { AudienceSection } from '../schema/audience';
import type { Mention } from '../schema/mention';
import type { TimelinePoint } from '../schema/profile';
import { reportText } from '../schema/sheet-text';
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

type KeyFigure = keyof ReturnType<typeof reportText>['figures'];

/** The key figures of a creator, in the order in which they are shown, with their number formats. */
export const KEY_FIGURES: readonly (readonly [name: KeyFigure, format: string])[] = [
  ['followers', IN_SHORT],
  ['engagement', ENGAGEMENT],
  ['growth', GROWTH],
  ['medianViews', IN_SHORT],
  ['avgLikes', IN_SHORT],
  ['profileScore', SCORE],
  ['avgComments', IN_SHORT],
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
