import { CONTENT_FILTERS, CONTENT_PLATFORMS, contentTypesOf } from '../../schema/content-filter';
import { CONTENT_TABLE, contentText, readContentFilters, unfiltered } from '../../schema/content-search';
import type { FilterTable } from '../../schema/filter';
import { problemText } from '../../schema/filter-problem';
import type { ContentFilters, ContentForm, ContentSheet, SelectedHandles } from '../../sidebar/content-calls';
import { fieldProblems } from '../form/filter-text';
import { keptValues, listIn, withValue, type FilterValues } from '../form/filter-values';
import { keepForm, kept } from '../form/kept';
import { PAGE_READING } from '../form/page-reading';
import { useFilterForm, type FilterFormState } from '../form/use-filter-form';
import { addHandles } from '../form/words';
import { capOf } from '../run/typed-cap';
import { BAD_CAP } from '../run/shortage';
import { TEXT } from '../text/text';
import { CONTENT_TEXTS, USUAL_MINIMUM } from './content-text';

/** What stands in the form, as chosen and typed. */
export interface ContentDraft {
  filters: FilterValues;
  /** The most pieces. */
  max: string;
  thumbnails: boolean;
  /** Into the content sheet in front; else a new one. */
  appends: boolean;
  /** What this run may spend at most; blank: the setting. */
  cap: string;
}

const USUAL_PLATFORMS = CONTENT_FILTERS.find(({ name }) => name === 'platform')?.fallback?.split(',') ?? [];

export const EMPTY_CONTENT: ContentDraft = {
  filters: { platform: USUAL_PLATFORMS },
  max: '100',
  thumbnails: false,
  appends: false,
  cap: '',
};

/** With the creators of the selected cells and the platforms that those named; without those that the same cells gave before. */
export function withSelected(
  draft: ContentDraft,
  { handles, platforms }: Pick<SelectedHandles, 'handles' | 'platforms'>,
  before: readonly string[],
): ContentDraft {
  const others = listIn(draft, 'username').filter((each) => !before.includes(each));
  const chosen = listIn(draft, 'platform');
  const all = CONTENT_PLATFORMS.filter((name) => chosen.includes(name) || platforms.includes(name));
  return withValue(withValue(draft, 'username', addHandles(others, handles.join(' '))), 'platform', all);
}

/** Types that the chosen platforms have are offered. Others that were chosen wait for their platform, and are not sent. */
const tableOf = (draft: ContentDraft): FilterTable => ({
  ...CONTENT_TABLE,
  choicesOf: (filter) =>
    filter.name === 'contentTypes' ? contentTypesOf(listIn(draft, 'platform')) : CONTENT_TABLE.choicesOf(filter),
});

const chosenTypes = (draft: ContentDraft): string[] => {
  const offered = contentTypesOf(listIn(draft, 'platform'));
  return listIn(draft, 'contentTypes').filter((type) => offered.includes(type));
};

/** Platforms of which nothing can come, because they have none of the chosen types. */
export function emptyPlatforms(draft: ContentDraft): string[] {
  const types = chosenTypes(draft);
  if (types.length === 0) return [];
  return listIn(draft, 'platform').filter((name) => !contentTypesOf([name]).some((type) => types.includes(type)));
}

export interface ContentReading {
  /** As the server is asked; blank ones are left out. */
  given: ContentFilters;
  /** What INFLU_CONTENT reads. */
  text: string;
  /** The most pieces, and so the most requests; undefined: it cannot be read. */
  max: number | undefined;
  /** What costs and is perhaps not meant. */
  warning: string | undefined;
  /** By field, in the form's words. */
  problems: Record<string, string>;
}

/** Reads the form with the server's own rules. */
export function readContentDraft(draft: ContentDraft): ContentReading {
  const given: ContentFilters = { ...draft.filters };
  const types = chosenTypes(draft);
  if (types.length > 0) given['contentTypes'] = types;
  else delete given['contentTypes'];
  const { filters, problems } = readContentFilters(given, PAGE_READING);
  const isUsualOver = problems.some(
    (each) => each.code === 'over' && each.name === 'followerMax' && each.figures.isUsual,
  );
  const max = capOf(draft.max) ?? undefined;
  const warning = unfiltered(filters);
  return {
    given,
    text: contentText(filters),
    max,
    warning: warning && problemText(warning),
    problems: {
      ...fieldProblems(problems, CONTENT_FILTERS, CONTENT_TEXTS),
      ...(listIn(draft, 'platform').length === 0 && { platform: TEXT.content.noPlatform }),
      ...(isUsualOver && {
        followerMax: TEXT.content.overUsualMinimum(USUAL_MINIMUM),
      }),
      ...(max === undefined && { max: BAD_CAP }),
      ...(capOf(draft.cap) === undefined && { cap: BAD_CAP }),
    },
  };
}

export const contentForm = (
  draft: ContentDraft,
  { given, max = 1 }: ContentReading,
  sheet: Pick<ContentSheet, 'id'> | null,
  cap: number,
): ContentForm => ({
  filters: given,
  max,
  thumbnails: draft.thumbnails,
  sheetId: draft.appends && sheet ? sheet.id : null,
  cap,
});

/** Most that a formula gives, and what it gives when nothing is said. */
const FORMULA_MOST = 100;
const FORMULA_USUAL = 20;

/** What INFLU_CONTENT is given: its filters, and a limit where it is not the usual one. */
export function formulaArguments({ text, max = FORMULA_USUAL }: ContentReading): (string | number)[] {
  const limit = Math.min(max, FORMULA_MOST);
  return limit === FORMULA_USUAL ? [text] : [text, limit];
}

/** What was kept by an earlier opening of the page; the rest is as at first. */
export function parseContentDraft(text: string | null): ContentDraft {
  try {
    const { filters, max, thumbnails } = JSON.parse(text ?? '') as Partial<ContentDraft>;
    return {
      ...EMPTY_CONTENT,
      filters: { ...EMPTY_CONTENT.filters, ...keptValues(filters, CONTENT_TABLE) },
      ...(typeof max === 'string' ? { max } : {}),
      thumbnails: thumbnails === true,
    };
  } catch {
    return EMPTY_CONTENT;
  }
}

const NAME = 'content';

const KIND = {
  kept: () => parseContentDraft(kept(NAME)),
  // What is meant for one run alone goes.
  keep: ({ filters, max, thumbnails }: ContentDraft) => keepForm(NAME, { filters, max, thumbnails }),
  tableOf,
  texts: CONTENT_TEXTS,
  read: readContentDraft,
  atOnce: ['platform', 'contentTypes', 'cap', 'max'],
};

export type ContentFormState = FilterFormState<ContentDraft, ContentReading>;

export const useContentForm = (): ContentFormState => useFilterForm(KIND);
