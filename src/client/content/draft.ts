import { CONTENT_FILTERS, CONTENT_PLATFORMS, contentTypesOf } from '../../schema/content-filter';
import { contentText, readContentFilters, unfiltered } from '../../schema/content-search';
import type { ContentFilters, ContentForm, ContentSheet, SelectedHandles } from '../../sidebar/content-calls';
import { keep, kept } from '../form/kept';
import { PAGE_READING } from '../form/reading';
import { capital } from '../format';
import { capOf } from '../run/cap';
import { problemText } from './content-label';
import { addHandles } from './words';

export type ContentValue = string | string[];

/** What stands in the form, as chosen and typed. */
export interface ContentDraft {
  filters: Record<string, ContentValue>;
  /** The most pieces. */
  max: string;
  thumbnails: boolean;
  /** Into the content sheet in front; else a new one. */
  appends: boolean;
  /** What this run may spend at most; blank: the setting. */
  cap: string;
}

const fallbackOf = (filter: string): string => CONTENT_FILTERS.find(({ name }) => name === filter)?.fallback ?? '';

/** What the API takes when no minimum is said: it surprises people. */
export const USUAL_MINIMUM = Number(fallbackOf('followerMin'));

export const EMPTY_DRAFT: ContentDraft = {
  filters: { platform: fallbackOf('platform').split(',') },
  max: '100',
  thumbnails: false,
  appends: false,
  cap: '',
};

export const textIn = ({ filters }: ContentDraft, name: string): string => {
  const value = filters[name];
  return typeof value === 'string' ? value : '';
};
export const listIn = ({ filters }: ContentDraft, name: string): string[] => {
  const value = filters[name];
  return Array.isArray(value) ? value : [];
};

/** A city belongs to its country: with another one it goes. */
export function withValue(draft: ContentDraft, name: string, value: ContentValue): ContentDraft {
  const filters = { ...draft.filters, [name]: value };
  if (name === 'country' && draft.filters['country'] !== value) delete filters['city'];
  return { ...draft, filters };
}

/** With the creators of the selected cells, and the platforms that those named. */
export function withSelected(
  draft: ContentDraft,
  { handles, platforms }: Pick<SelectedHandles, 'handles' | 'platforms'>,
): ContentDraft {
  const chosen = listIn(draft, 'platform');
  return {
    ...draft,
    filters: {
      ...draft.filters,
      username: addHandles(listIn(draft, 'username'), handles.join(' ')),
      platform: CONTENT_PLATFORMS.filter((name) => chosen.includes(name) || platforms.includes(name)),
    },
  };
}

/** Without these creators, whoever put them there. */
export const withoutHandles = (draft: ContentDraft, handles: readonly string[]): ContentDraft => ({
  ...draft,
  filters: { ...draft.filters, username: listIn(draft, 'username').filter((each) => !handles.includes(each)) },
});

/** Types that the chosen platforms have. Others that were chosen wait for their platform, and are not sent. */
export const chosenTypes = (draft: ContentDraft): string[] => {
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
export function readDraft(draft: ContentDraft): ContentReading {
  const given: ContentFilters = Object.fromEntries(
    Object.entries({ ...draft.filters, contentTypes: chosenTypes(draft) }).filter(([, value]) => value.length > 0),
  );
  const { filters, problems } = readContentFilters(given, PAGE_READING);
  const byField: Record<string, string> = {};
  for (const { name, message } of problems) byField[name] ??= capital(problemText(message));
  if (listIn(draft, 'platform').length === 0) byField['platform'] = 'Choose a platform.';
  if (byField['followerMax'] && textIn(draft, 'followerMin').trim() === '' && filters['followerMax'] !== undefined)
    byField['followerMax'] = 'The minimum is 10,000 unless you change it: write a smaller one, 0 for everyone.';
  const max = capOf(draft.max) ?? undefined;
  if (max === undefined) byField['max'] = 'Write a whole number from 1 to 100,000.';
  if (capOf(draft.cap) === undefined) byField['cap'] = 'Write a whole number from 1 to 100,000.';
  const warning = unfiltered(filters);
  return { given, text: contentText(filters), max, warning: warning && problemText(warning), problems: byField };
}

export const contentForm = (
  draft: ContentDraft,
  { given, max = 1 }: ContentReading,
  sheet: Pick<ContentSheet, 'id'> | null,
): ContentForm => ({
  filters: given,
  max,
  thumbnails: draft.thumbnails,
  sheetId: draft.appends && sheet ? sheet.id : null,
  cap: capOf(draft.cap) ?? null,
});

/** The filters of a sheet, as the fields show them. */
export const filtersOf = (filters: Readonly<Record<string, string>>): ContentDraft['filters'] =>
  Object.fromEntries(
    CONTENT_FILTERS.flatMap(({ name, type }): [string, ContentValue][] => {
      const value = filters[name];
      return value === undefined ? [] : [[name, type === 'list' ? value.split(',') : value]];
    }),
  );

/** Most that a formula gives, and what it gives when nothing is said. */
const FORMULA_MOST = 100;
const FORMULA_USUAL = 20;

/** What INFLU_CONTENT is given: its filters, and a limit where it is not the usual one. */
export function formulaArguments({ text, max = FORMULA_USUAL }: ContentReading): (string | number)[] {
  const limit = Math.min(max, FORMULA_MOST);
  return limit === FORMULA_USUAL ? [text] : [text, limit];
}

const isValue = (value: unknown): value is ContentValue =>
  typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'));

/** What was kept by an earlier opening of the page; the rest is as at first. */
export function parseDraft(text: string | null): ContentDraft {
  try {
    const { filters, max, thumbnails } = JSON.parse(text ?? '') as Partial<ContentDraft>;
    const values = CONTENT_FILTERS.flatMap(({ name, type }): [string, ContentValue][] => {
      const value = filters?.[name];
      return isValue(value) && Array.isArray(value) === (type === 'list') ? [[name, value]] : [];
    });
    const known = Object.fromEntries(values);
    const platforms = listIn({ ...EMPTY_DRAFT, filters: known }, 'platform').filter((name) =>
      CONTENT_PLATFORMS.some((each) => each === name),
    );
    return {
      ...EMPTY_DRAFT,
      filters: { ...known, platform: platforms.length > 0 ? platforms : (EMPTY_DRAFT.filters['platform'] ?? []) },
      ...(typeof max === 'string' ? { max } : {}),
      thumbnails: thumbnails === true,
    };
  } catch {
    return EMPTY_DRAFT;
  }
}

const NAME = 'content';

export const keptDraft = (): ContentDraft => parseDraft(kept(NAME));
/** What is meant for one run alone goes. */
export const keepDraft = ({ filters, max, thumbnails }: ContentDraft): void => keep(NAME, { filters, max, thumbnails });
