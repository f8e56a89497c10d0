import { CATEGORIES } from '../../schema/category';
import type { Filter } from '../../schema/filter';
import { type FilterProblem, problemText } from '../../schema/filter-problem';
import { capital, inSentence } from '../format';
import { TEXT } from '../text/text';
import type { Option } from '../ui/option';
import { languages } from './language';
import { addKeywords } from './words';

/** How the page calls a filter, what can be chosen in it, and how it reads in a line. */
export interface FilterText {
  /** Above its field; of a range, above both. */
  label: string;
  /** In a sentence; the label in small letters if left out. */
  word?: string;
  /** One in each field of a range. */
  placeholders?: [from: string, to?: string];
  hint?: string;
  /** A unit behind what is typed. */
  suffix?: string;
  /** Values with their labels; what a filter table does not have now is left out. */
  options?: readonly Option[];
  /** What stands for no choice among a few. */
  none?: string;
  /** A list of words: adds what is typed to what is there. */
  add?: (words: readonly string[], text: string) => string[];
  /** Before each word. */
  sign?: string;
  /** In a summary, from what the value is called; blank: nothing. */
  said?: (text: string) => string;
  /** Behind a range in a summary; its word if left out. */
  noun?: string;
  /** A range in a summary, where it is none of numbers. */
  between?: (from: string | undefined, to: string | undefined) => string;
}

/** By the names of filters; a range by that of its smaller end. */
export type FilterTexts = Readonly<Record<string, FilterText>>;

export const optionsOf = (labels: Readonly<Record<string, string>>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Filters that searches for creators and for content share. */
export const FILTER_TEXTS = {
  keywords: { label: TEXT.form.keywords, add: addKeywords, placeholders: [TEXT.form.keywordsExample] },
  categories: {
    label: TEXT.form.categories,
    options: optionsOf(Object.fromEntries(CATEGORIES)),
    placeholders: [TEXT.form.any],
  },
  country: { label: TEXT.form.country },
  city: { label: TEXT.form.city },
  language: { label: TEXT.form.language, options: languages(), placeholders: [TEXT.form.any] },
  gender: {
    label: TEXT.form.gender,
    options: optionsOf({ m: TEXT.form.men, w: TEXT.form.women }),
    none: TEXT.form.any,
  },
  followerMin: { label: TEXT.form.followers, placeholders: [TEXT.form.followersExample, TEXT.form.noLimit] },
  viewsMin: { label: TEXT.form.averageViews, noun: TEXT.form.views },
} satisfies FilterTexts;

const numberIn = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

export const rate = (of: string) => (text: string) => TEXT.form.rateAtLeast(Number(text), of);

/** The two ends of which the filter is one. */
export const rangeOf = (name: string, table: readonly Filter[]): (Filter & { max: string }) | undefined =>
  table.find(
    (filter): filter is Filter & { max: string } =>
      filter.max !== undefined && [filter.name, filter.max].includes(name),
  );

export const wordOf = ({ label, word = inSentence(label) }: FilterText): string => word;

/** A part of a query in a few words, and the filters that it stands for. */
export interface SummaryPart {
  names: string[];
  text: string;
}

/** Filters in a few words, in the order in which they stand. */
export const summaryParts = (
  filters: Readonly<Record<string, string>>,
  table: readonly Filter[],
  texts: FilterTexts,
): SummaryPart[] =>
  Object.entries(filters).flatMap(([name, value]): SummaryPart[] => {
    const range = rangeOf(name, table);
    const shown = texts[range?.name ?? name] ?? { label: name };
    if (range) {
      const [from, to] = [filters[range.name], filters[range.max]];
      if (name === range.max && from !== undefined) return [];
      const text =
        shown.between?.(from, to) ?? TEXT.form.range(numberIn(from), numberIn(to), shown.noun ?? wordOf(shown));
      return [{ names: [range.name, range.max], text }];
    }
    const { options = [], sign = '', said = String } = shown;
    const labelOf = (each: string): string => sign + (options.find((option) => option.value === each)?.label ?? each);
    const text = said(value.split(',').map(labelOf).join(', '));
    return text === '' ? [] : [{ names: [name], text }];
  });

/** Problems for their fields, in the page's words: an end of a range, a list of words, or the filter's own word. */
export function fieldProblems(
  problems: readonly FilterProblem[],
  table: readonly Filter[],
  texts: FilterTexts,
): Record<string, string> {
  const named = (name: string): string => {
    const range = rangeOf(name, table);
    if (range?.type === 'date') return name === range.name ? TEXT.form.firstDay : TEXT.form.lastDay;
    if (range) return name === range.name ? TEXT.form.minimum : TEXT.form.maximum;
    const text = texts[name];
    // It stands beside the words.
    return table.some((filter) => filter.name === name && filter.type === 'list')
      ? TEXT.form.thisField
      : text
        ? wordOf(text)
        : name;
  };
  const byField: Record<string, string> = {};
  for (const problem of problems) byField[problem.name] ??= capital(problemText(problem, named));
  return byField;
}

/** What a formula reads, back as filters. */
export const filtersIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.includes('='))
      .map((pair): [string, string] => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1).replace(/, /g, ',')];
      }),
  );
