import type { ResultMemo } from '../jobs/search/result-sheet';
import type { NamedSearch } from '../jobs/search/saved-search';
import type { RunPlan } from '../jobs/search/search-run';
import type { SearchRun } from '../jobs/search/search-state';
import type { Platform } from '../schema/platform';
import type { Search } from '../schema/search';
import type { BudgetView } from './budget-view';
import type { LeftOutView } from './pipeline-calls';
import type { RunBase } from './run-base';

/** What the *Find* tab may ask of the server. */
export interface FindCalls {
  /** The cities that discovery knows in a country. Free. */
  cities: { gives: { country: string }; gets: string[] };
  /** The first page and what the rest would cost. 1 request; free while fresh, unless `again`. */
  search: { gives: SearchForm & { again: boolean }; gets: Found };
  /** Plans a run and makes its sheet; nothing is spent before the first step. */
  startSearch: { gives: RunForm; gets: SearchView };
  /** The query that the sheet in front was written with, if it is a result sheet. */
  resultSheet: { gives: Record<string, never>; gets: ResultSheet | null };
  saveSearch: { gives: SearchForm & { name: string }; gets: SavedSearch[] };
  renameSearch: { gives: { name: string; to: string }; gets: SavedSearch[] };
  deleteSearch: { gives: { name: string }; gets: SavedSearch[] };
}

/** Filters by the names of `schema/search-filter`; blank ones are left out. */
export interface SearchForm {
  platform: Platform;
  filters: Record<string, string | number | boolean | string[]>;
}

/** The search as it was understood, and as text for INFLU_SEARCH. */
export interface Found extends Search {
  text: string;
  /** Creators that match, and their pages of 20. */
  count: number;
  pages: number;
  /** The first 20. */
  creators: FoundView[];
  /** When influData said so. */
  at: string;
  /** What this search was charged now: 0 or 1. */
  charged: number;
  /** Pages that are known and fresh: free. */
  known: number[];
  /** Creators of this spreadsheet whose status leaves them out, and how many of them are among these first. */
  leftOut?: LeftOutView & { here: number };
  budget: BudgetView;
}

/** A creator as a search shows it: texts are strangers' texts. */
export interface FoundView {
  id: string;
  username: string;
  name: string;
  followers?: number;
  /** In percent. */
  engagement?: number;
  country: string;
  /** Relevance, 0 to 100. */
  score?: number;
  /** 1 to 10. */
  profileScore?: number;
  /** https, or empty. */
  url: string;
}

export interface RunForm extends SearchForm, Omit<RunPlan, 'search' | 'sheetId' | 'cap'> {
  /** An existing result sheet to append to, by its id; null makes a new one. */
  sheetId: number | null;
  /** The most that this run may spend; null: the setting. */
  cap: number | null;
}

export interface SearchView
  extends RunBase, Pick<SearchRun, 'kind' | 'platform' | 'written' | 'skipped' | 'leftOut' | 'byStatus'> {
  text: string;
  /** Pages planned, and done. */
  pages: number;
  donePages: number;
}

export interface ResultSheet extends Omit<ResultMemo, 'version' | 'writtenAtMs'> {
  id: number;
  name: string;
  text: string;
  writtenAt: string;
  /** Pages that are known and fresh: free. */
  known: number[];
  /** Creators of this spreadsheet whose status leaves them out. */
  leftOut?: LeftOutView;
}

export interface SavedSearch extends NamedSearch {
  text: string;
  /** What running it costs now: 1, or 0 while its first page is fresh. */
  price: number;
}
