import { CONTENT_FILTERS, contentTypesOf, whereIsType } from './content-filter';
import { dateMs, instantText, readFilters, type FilterTable } from './filter';
import { badFilter, type FilterProblem } from './filter-problem';
import { isPlatform, PLATFORMS, supports } from './platform';
import type { Reading } from './reading';
import { filterText } from './search';

export const CONTENT_TABLE: FilterTable = { filters: CONTENT_FILTERS, choicesOf: ({ choices }) => choices };

/** Reads filters of getContent; blanks are left out, platform and followerMin always there. Throws `badInput` with the first problem. */
export function parseContentFilters(
  values: Readonly<Record<string, unknown>>,
  reading?: Reading,
): { filters: Record<string, string> } {
  const { filters, problems } = readContentFilters(values, reading);
  if (problems[0]) throw badFilter(problems[0]);
  return { filters };
}

/** The same with every problem. */
export function readContentFilters(
  values: Readonly<Record<string, unknown>>,
  reading?: Reading,
): {
  filters: Record<string, string>;
  problems: FilterProblem[];
} {
  const { filters, problems } = readFilters(CONTENT_TABLE, values, reading);
  const offered = contentTypesOf((filters['platform'] ?? '').split(','));
  const strange = filters['contentTypes']?.split(',').find((type) => !offered.includes(type));
  if (strange !== undefined)
    problems.push({
      name: 'contentTypes',
      code: 'typeAlone',
      figures: { type: strange, where: whereIsType(strange) },
    });
  return { filters, problems };
}

/** Of the platforms asked for, those that a filter does not work on (contract, Platform coverage): posts from there cost all the same. */
export function unfiltered(filters: Readonly<Record<string, string>>): FilterProblem | undefined {
  const platforms = (filters['platform'] ?? '').split(',').filter(isPlatform);
  for (const { name, feature } of CONTENT_FILTERS) {
    if (feature === undefined || filters[name] === undefined) continue;
    const without = platforms.filter((platform) => !supports(platform, feature)).map((each) => PLATFORMS[each].label);
    if (without.length > 0) return { name, code: 'unfiltered', figures: { platforms: without } };
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
