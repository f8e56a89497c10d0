import { readSearch, type Search } from '../../schema/search';
import { choicesOf, filtersOf, SEARCH_FILTERS } from '../../schema/search-filter';
import { isPlatform, type Platform } from '../../schema/platform';
import { PAGE_READING } from '../form/reading';
import { capital } from '../format';
import { problemWord } from './label';

export type FormValue = string | boolean | string[];

/** What stands in the fields, as typed. */
export interface Form {
  platform: Platform;
  filters: Record<string, FormValue>;
}

export const EMPTY_FORM: Form = { platform: 'instagram', filters: {} };

export const textIn = ({ filters }: Form, name: string): string => {
  const value = filters[name];
  return typeof value === 'string' ? value : '';
};
export const listIn = ({ filters }: Form, name: string): string[] => {
  const value = filters[name];
  return Array.isArray(value) ? value : [];
};
export const flagIn = ({ filters }: Form, name: string): boolean => filters[name] === true;

const isEmpty = (value: FormValue | undefined): boolean =>
  value === undefined || value === false || (value !== true && value.length === 0);

/** A city belongs to its country: with another one it goes. */
export function withValue(form: Form, name: string, value: FormValue): Form {
  const { [name]: before, ...filters } = form.filters;
  if (name === 'country' && before !== value) delete filters['city'];
  return { ...form, filters: isEmpty(value) ? filters : { ...filters, [name]: value } };
}

/** A search as the server gives it, as the fields show it. */
export function formOf({ platform, filters }: Search): Form {
  const types = new Map(SEARCH_FILTERS.map(({ name, type }) => [name, type]));
  return {
    platform,
    filters: Object.fromEntries(
      Object.entries(filters).map(([name, value]): [string, FormValue] => {
        const type = types.get(name);
        return [name, type === 'list' ? value.split(',') : type === 'flag' ? value === 'true' : value];
      }),
    ),
  };
}

/** The form on another platform, and what had to go because that platform lacks it. */
export function onPlatform(form: Form, platform: Platform): { form: Form; dropped: Record<string, FormValue> } {
  const filters: Record<string, FormValue> = {};
  const dropped: Record<string, FormValue> = {};
  const offered = new Map(filtersOf(platform).map((filter) => [filter.name, filter]));
  for (const [name, value] of Object.entries(form.filters)) {
    const filter = offered.get(name);
    const choices = filter && choicesOf(filter, platform);
    const [stays, goes] = choices ? parted(value, choices) : filter ? [value, undefined] : [undefined, value];
    if (stays !== undefined && !isEmpty(stays)) filters[name] = stays;
    if (goes !== undefined && !isEmpty(goes)) dropped[name] = goes;
  }
  return { form: { platform, filters }, dropped };
}

function parted(value: FormValue, choices: readonly string[]): [FormValue | undefined, FormValue | undefined] {
  const isChoice = (text: string): boolean => choices.includes(text);
  if (Array.isArray(value)) return [value.filter(isChoice), value.filter((text) => !isChoice(text))];
  return isChoice(String(value)) ? [value, undefined] : [undefined, value];
}

/** Back to the platform before, with what was dropped; what was typed since stays. */
export function undropped(form: Form, platform: Platform, dropped: Record<string, FormValue>): Form {
  const filters = { ...form.filters };
  for (const [name, value] of Object.entries(dropped)) {
    const now = filters[name];
    filters[name] = Array.isArray(value) && Array.isArray(now) ? [...now, ...value] : value;
  }
  return { platform, filters };
}

const WORDS = new RegExp('\\b(?:' + SEARCH_FILTERS.map(({ name }) => name).join('|') + ')\\b', 'g');

/** Reads the form with the server's own rules; a problem for each field that has one, in the page's words. */
export function readForm({ platform, filters }: Form): { search: Search; problems: Record<string, string> } {
  const { search, problems } = readSearch(platform, filters, PAGE_READING);
  const byField: Record<string, string> = {};
  for (const { name, message } of problems)
    byField[name] ??= capital(message.replace(WORDS, problemWord).replace(': add the filter country', ''));
  return { search, problems: byField };
}

const isValue = (value: unknown): boolean =>
  typeof value === 'string' ||
  value === true ||
  (Array.isArray(value) && value.every((each) => typeof each === 'string'));

/** What was kept by an earlier opening of the page; anything else than a form is no form. */
export function parseForm(text: string | null): Form | undefined {
  try {
    const { platform, filters } = JSON.parse(text ?? '') as Form;
    if (isPlatform(platform) && Object.values(filters).every(isValue))
      return onPlatform({ platform, filters }, platform).form;
  } catch {
    // Nothing was kept, or something that is not ours.
  }
  return undefined;
}
