import type { JSX } from 'preact';
import { CONTENT_FILTERS } from '../../schema/content-filter';
import { summaryParts, type SummaryPart } from '../form/filter-text';
import { withValue, type FilterValues } from '../form/filter-values';
import { Loosen, narrowestFirst } from '../form/loosen';
import { TEXT } from '../text/text';
import { CONTENT_TEXTS } from './content-text';

/** What narrows most, so what to take out first. */
const NARROWEST = ['city', 'username', 'tags', 'keywords', 'contentTypes', 'uploadedFrom', 'viewsMin', 'followerMin'];

const KEPT: ReadonlySet<string> = new Set(['platform', 'sorting']);

/** What can be taken out of the filters of a pull that found nothing. */
export const loosableOf = (filters: Readonly<Record<string, string>>): SummaryPart[] =>
  narrowestFirst(
    summaryParts(filters, CONTENT_FILTERS, CONTENT_TEXTS).filter(
      ({ names: [name = ''] }) => !KEPT.has(name) && !(name === 'followerMin' && isForEveryone(filters)),
    ),
    NARROWEST,
  );

const isForEveryone = ({ followerMin, followerMax }: Readonly<Record<string, string>>): boolean =>
  followerMin === '0' && followerMax === undefined;

/** Without these. No minimum would mean the usual one again. */
export const withoutFilters = (filters: FilterValues, names: readonly string[]): FilterValues =>
  names.reduce((form, name) => withValue(form, name, name === 'followerMin' ? '0' : ''), { filters }).filters;

interface NoPostsProps {
  filters: Readonly<Record<string, string>>;
  onLoosen: (names: readonly string[]) => void;
}

/** A pull that found nothing: what to take out before the next. */
export function NoPosts({ filters, onLoosen }: NoPostsProps): JSX.Element {
  const loosable = loosableOf(filters);
  return <Loosen said={TEXT.content.noPosts(loosable.length > 0)} parts={loosable} onLoosen={onLoosen} />;
}
