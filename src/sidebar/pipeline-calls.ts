import type { PipelineOverview } from '../jobs/pipeline/compare-pipelines';
import type { AddedToList } from '../jobs/pipeline/do-not-contact';
import type { LeftOutPlace } from '../jobs/pipeline/left-out';
import type { MadePipeline } from '../jobs/pipeline/make-pipeline';
import type { Platform } from '../schema/platform';

/** What *Manage* may ask of the server about pipelines. */
export interface PipelineCalls {
  /** Gives the list in front a status, an owner, a next date, a note and a fee. Free, sends nothing. */
  makePipeline: { gives: { platform: Platform }; gets: MadePipeline };
  /** Where rows of one creator say different things, over all pipelines. Free, sends nothing. */
  comparePipelines: { gives: Record<string, never>; gets: PipelineOverview };
  /** Shows the sheet in which the words of a status can be changed; makes it where there is none. Free. */
  showStatusWords: { gives: Record<string, never>; gets: { sheet: string } };
  /** Adds what was pasted to the sheet *Do not contact*, each creator once. Free, sends nothing. */
  addDoNotContact: { gives: { pasted: string; platform: Platform }; gets: AddedView };
}

/** The first of what names nobody, and how many there are. */
export interface AddedView extends AddedToList {
  unreadableCount: number;
}

/** Creators that a status leaves out, for a price: how many and where. */
export interface LeftOutView {
  creators: number;
  places: LeftOutPlace[];
  /** Pipelines that lost their column of creators. */
  lost: string[];
  /** Rows with such a status whose creator can't be read, the first of them. */
  unread: { sheet: string; row: number }[];
}
