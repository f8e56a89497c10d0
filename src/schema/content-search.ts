import { badInput } from '../core/error';
import { CONTENT_FILTERS, contentTypesOf, whereIsType } from './content-filter';
import { dateMs, instantText, readFilters, type FilterProblem } from './filter';
import { isPlatform, PLATFORMS, supports } from './platform';
import type { Reading } from './reading';
import { filterText } from './search';

/** Reads filters of getContent; blanks are left out, platform and followerMin always there. Throws `badInput` with the first problem. */
export function parseContentFilters(
  values: Readonly<Record<string, unknown>>,
  reading?: Reading,
): { filters: Record<string, string> } {
  const { filters, problems } = readContentFilters(values, reading);
  if (problems[0]) throw badInput(problems[0].message);
  return { filters };
}

/** The same with every problem, each for its field. */
export function readContentFilters(
  values: Readonly<Record<string, unknown>>,
  reading?: Reading,
): {
  filters: Record<string, string>;
  problems: FilterProblem[];
} {
  const { filters, problems } = readFilters(
    { filters: CONTENT_FILTERS, choicesOf: ({ choices }) => choices },
    values,
    reading,
  );
  const offered = contentTypesOf((filters['platform'] ?? '').split(','));
  const strange = filters['contentTypes']?.split(',').find((type) => !offered.includes(type));
  if (strange !== undefined)
    problems.push({
      name: 'contentTypes',
      message: `${strange} is a type of ${whereIsType(strange)}: add that platform.`,
    });
  return { filters, problems };
}

/** Of the platforms asked for, those that a filter does not work on (contract, Platform coverage): posts from there cost all the same. */
export function unfiltered(filters: Readonly<Record<string, string>>): string | undefined {
  const platforms = (filters['platform'] ?? '').split(',').filter(isPlatform);
  for (const { name, feature } of CONTENT_FILTERS) {
    if (feature === undefined || filters[name] === undefined) continue;
    const without = platforms.filter((platform) => !supports(platform, feature)).map((each) => PLATFORMS[each].label);
    if (without.length > 0)
      return `The filter ${name} does not work on ${without.join(' and ')}, where every post would cost 1 request. Leave out ${without.join(' and ')} or ${name}.`;
  }
  return undefined;
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
