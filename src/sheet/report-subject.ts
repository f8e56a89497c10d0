import type { AudienceSection } from '../schema/audience';
import type { Mention } from '../schema/mention';
import type { TimelinePoint } from '../schema/profile';
import type { Scalar } from '../schema/wire';

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
  ['followers', 'Followers', '[>=1000000]0.0,,"M";[>=10000]0.0,"K";#,##0'],
  ['engagement', 'Engagement', '0.00"%"'],
  ['growth', 'Growth a month', '+0.0"%";-0.0"%";0.0"%"'],
  ['medianViews', 'Median views', '[>=1000000]0.0,,"M";[>=10000]0.0,"K";#,##0'],
  ['avgLikes', 'Avg. likes', '[>=1000000]0.0,,"M";[>=10000]0.0,"K";#,##0'],
  ['profileScore', 'Profile score', '0.0'],
  ['avgComments', 'Avg. comments', '[>=1000000]0.0,,"M";[>=10000]0.0,"K";#,##0'],
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
