import { badInput } from '../core/error';
import { CONTENT_FILTERS, contentTypesOf, whereIsType } from './content-filter';
import { dateMs, instantText, readFilters, type FilterProblem } from './filter';
import { filterText } from './search';

/** Reads filters of getContent; blanks are left out, platform and followerMin always there. Throws `badInput` with the first problem. */
export function parseContentFilters(values: Readonly<Record<string, unknown>>): { filters: Record<string, string> } {
  const { filters, problems } = readContentFilters(values);
  if (problems[0]) throw badInput(problems[0].message);
  return { filters };
}

/** The same with every problem, each for its field. */
export function readContentFilters(values: Readonly<Record<string, unknown>>): {
  filters: Record<string, string>;
  problems: FilterProblem[];
} {
  const { filters, problems } = readFilters({ filters: CONTENT_FILTERS, choicesOf: ({ choices }) => choices }, values);
  const offered = contentTypesOf((filters['platform'] ?? '').split(','));
  const strange = filters['contentTypes']?.split(',').find((type) => !offered.includes(type));
  if (strange !== undefined)
    problems.push({
      name: 'contentTypes',
      message: `${strange} is a type of ${whereIsType(strange)}: add that platform.`,
    });
  return { filters, problems };
}

/** `platform=instagram, tiktok; followerMin=10000`: what INFLU_CONTENT reads. */
export const contentText = (filters: Readonly<Record<string, string>>): string => filterText({ filters });

/** The filters as parameters of getContent, days as instants. */
export function contentQueryOf({
  uploadedFrom,
  uploadedTo,
  ...others
}: Readonly<Record<string, string>>): Record<string, string> {
  return {
    ...others,
    ...(uploadedFrom === undefined ? {} : { created_at_gte: instantText(dateMs(uploadedFrom, false)) }),
    ...(uploadedTo === undefined ? {} : { created_at_lte: instantText(dateMs(uploadedTo, true)) }),
  };
}
