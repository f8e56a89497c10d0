import { useState } from 'preact/hooks';
import type { AlikeGap } from '../../schema/alike';
import { isPlatform, PLATFORMS, type Platform } from '../../schema/platform';
import { readSearch, searchTable, type Search } from '../../schema/search';
import { SEARCH_FILTERS } from '../../schema/search-filter';
import type { Alike } from '../../sidebar/alike-calls';
import { fieldProblems, rangeOf, wordOf } from '../form/filter-text';
import { keptValues, parted, rejoined, valuesOf, type FilterValues } from '../form/filter-values';
import { keepForm, kept } from '../form/kept';
import { PAGE_READING } from '../form/page-reading';
import { useFilterForm, type FilterFormState } from '../form/use-filter-form';
import { list } from '../format';
import { TEXT } from '../text/text';
import { announce } from '../ui/live';
import { SEARCH_TEXTS } from './search-text';

/** What stands in the fields, as typed. */
export interface SearchDraft {
  platform: Platform;
  filters: FilterValues;
  /** The creator whose like are looked for. */
  alike?: AlikeNote;
}

export interface AlikeNote {
  handle: string;
  gaps: AlikeGap[];
  /** Its names: it is not written. */
  without: string[];
}

const EMPTY_FORM: SearchDraft = { platform: 'instagram', filters: {} };

/** A search as the server gives it, as the fields show it. */
export const searchFormOf = ({ platform, filters }: Search): SearchDraft => ({
  platform,
  filters: valuesOf(filters, SEARCH_FILTERS),
});

/** What a creator has filled in. */
export const alikeFormOf = ({ search, ...alike }: Alike): SearchDraft => ({ ...searchFormOf(search), alike });

/** What such a search goes without, in sentences. */
export function gapTexts({ handle, gaps }: AlikeNote, platform: Platform): string[] {
  const named = (why: AlikeGap['why']): string =>
    list(gaps.flatMap((gap) => (gap.why === why ? [filterWord(gap.name)] : [])));
  const [lacking, unknown, unread] = [named('lacking'), named('unknown'), named('unread')];
  return [
    ...(lacking === '' ? [] : [TEXT.find.likeLacking(PLATFORMS[platform].label, lacking)]),
    ...(unknown === '' ? [] : [TEXT.find.likeUnknown(handle, unknown)]),
    ...(unread === '' ? [] : [TEXT.find.likeUnread(unread)]),
  ];
}

/** The form on another platform, and what had to go because that platform lacks it. */
export function onPlatform(form: SearchDraft, platform: Platform): { form: SearchDraft; dropped: FilterValues } {
  const { kept: filters, dropped } = parted(form.filters, searchTable(platform));
  return { form: { platform, filters }, dropped };
}

/** Reads the form with the server's own rules; a problem for each field that has one, in the page's words. */
export function readSearchForm({ platform, filters }: SearchDraft): {
  search: Search;
  problems: Record<string, string>;
} {
  const { search, problems } = readSearch(platform, filters, PAGE_READING);
  return { search, problems: fieldProblems(problems, SEARCH_FILTERS, SEARCH_TEXTS) };
}

/** What was kept by an earlier opening of the page; undefined where that is no form. */
export function parseSearchForm(text: string | null): SearchDraft | undefined {
  try {
    const { platform, filters, alike } = JSON.parse(text ?? '') as SearchDraft;
    if (isPlatform(platform))
      return {
        platform,
        filters: keptValues(filters, searchTable(platform)),
        ...(isAlike(alike) && { alike }),
      };
  } catch {
    // Nothing was kept, or something that is not ours.
  }
  return undefined;
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string');
const isAlike = (value: AlikeNote | undefined): value is AlikeNote =>
  typeof value?.handle === 'string' && isTexts(value.without) && Array.isArray(value.gaps);

const NAME = 'find';

const KIND = {
  kept: () => parseSearchForm(kept(NAME)) ?? EMPTY_FORM,
  keep: (form: SearchDraft) => keepForm(NAME, form),
  tableOf: ({ platform }: SearchDraft) => searchTable(platform),
  texts: SEARCH_TEXTS,
  read: readSearchForm,
};

export interface SearchFormState extends FilterFormState<SearchDraft, ReturnType<typeof readSearchForm>> {
  search: Search;
  /** What the last change of platform cost. */
  dropped: { message: string; undo: () => void } | undefined;
  setPlatform: (platform: Platform) => void;
  reset: () => void;
}

/** The filters of a search. */
export function useSearchForm(): SearchFormState {
  const state = useFilterForm(KIND);
  const [dropped, setDropped] = useState<{ from: Platform; to: Platform; values: FilterValues }>();
  const { form } = state;
  const show = (next: SearchDraft): void => {
    state.show(next);
    setDropped(undefined);
  };
  return {
    ...state,
    search: state.reading.search,
    dropped: dropped && {
      message: droppedText(dropped.values, dropped.to),
      undo() {
        state.change(({ filters }) => ({ platform: dropped.from, filters: rejoined(filters, dropped.values) }));
        setDropped(undefined);
        announce(TEXT.find.backOn(PLATFORMS[dropped.from].label));
      },
    },
    setPlatform(platform) {
      const next = onPlatform(form, platform);
      state.change(next.form);
      const isWhole = Object.keys(next.dropped).length === 0;
      setDropped(isWhole ? undefined : { from: form.platform, to: platform, values: next.dropped });
    },
    show,
    reset: () => show({ ...EMPTY_FORM, platform: form.platform }),
  };
}

/** "Removed, not available on YouTube: city and gender." */
function droppedText(values: FilterValues, platform: Platform): string {
  const all = [...new Set(Object.keys(values).map(filterWord))];
  return TEXT.find.dropped(PLATFORMS[platform].label, list(all));
}

function filterWord(name: string): string {
  const text = SEARCH_TEXTS[rangeOf(name, SEARCH_FILTERS)?.name ?? name];
  return text ? wordOf(text) : name;
}
