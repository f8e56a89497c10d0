import type { PullPlan } from '../jobs/content/content-plan';
import type { ContentRun } from '../jobs/content/content-state';
import type { ContentSchedule } from '../jobs/content/content-sync';
import type { BudgetView } from './budget-view';
import type { RunBase } from './run-base';
import type { SelectionChoices, SelectionReading } from './selection-calls';

/** What the *Content* tab may ask of the server. Filters are those of `schema/content-filter`. */
export interface ContentCalls {
  /** How the filters are understood, and what may be spent. Free, sends nothing. */
  planContent: { gives: { filters: ContentFilters; max: number }; gets: ContentPlan };
  /** The handles of the selected cells, for the filter `username`; with `choices`, how these were understood. Free, sends nothing. */
  selectedHandles: { gives: { choices?: SelectionChoices }; gets: SelectedHandles };
  /** Plans the pull and makes its sheet; nothing is spent before the first step. */
  startContent: { gives: ContentForm; gets: ContentView };
  /** The sheet in front, if it is a content sheet, or the one whose summary is in front. Free. */
  contentSheet: { gives: Record<string, never>; gets: ContentSheet | null };
  /** Fetches what is new since the sheet's watermark, at most `max` pieces; with `refresh`, known pieces anew as well. */
  startSync: { gives: { sheetId: number; max: number; refresh: boolean; cap: number | null }; gets: ContentView };
  /** Syncs the sheet every day; null ends that. Free by itself. */
  scheduleContent: { gives: { sheetId: number; schedule: ContentSchedule | null }; gets: ContentSheet };
  /** Makes or renews the campaign summary of a content sheet: formulas and charts. Free. */
  summarizeContent: { gives: { sheetId: number; rate: number | null }; gets: { sheet: string } };
}

/** Filters by the names of `schema/content-filter`; blank ones are left out. */
export type ContentFilters = Record<string, string | number | boolean | string[]>;

export interface ContentPlan {
  filters: Record<string, string>;
  /** The same as text for INFLU_CONTENT. */
  text: string;
  /** The most that it costs: one request a piece. */
  requests: number;
  budget: BudgetView;
}

export interface SelectedHandles {
  area: string;
  /** How the selection was understood, where `choices` were given. */
  read?: SelectionReading;
  handles: string[];
  /** Platforms that the cells named, if any. */
  platforms: string[];
  /** Cells that cannot be read, or are too many for one query. */
  leftOut: number;
}

export interface ContentForm extends Pick<PullPlan, 'max' | 'thumbnails'> {
  filters: ContentFilters;
  /** An existing content sheet to append to, by its id; null makes a new one. */
  sheetId: number | null;
  /** The most that this run may spend; null: the setting. */
  cap: number | null;
}

export interface ContentView
  extends RunBase, Pick<ContentRun, 'kind' | 'action' | 'max' | 'pieces' | 'added' | 'updated'> {
  text: string;
  /** Pieces that were there already. */
  repeated: number;
  /** What resuming costs at most, and why that may be more than expected (an expired cursor); blank: nothing special. */
  resumeCosts: number;
  resumeNote: string;
}

export interface ContentSheet {
  id: number;
  name: string;
  text: string;
  filters: Record<string, string>;
  /** Rows with a piece. */
  pieces: number;
  /** A complete pull was made: it can be kept in step. The instant up to which nothing is missing. */
  watermark?: string;
  syncedAt?: string;
  schedule: ContentSchedule | null;
  /** What its syncs were charged this month. */
  monthCharged: number;
  /** The summary's sheet, if there is one. */
  summary?: string;
  budget: BudgetView;
}

export type { ContentSchedule };
