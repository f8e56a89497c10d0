import * as z from 'zod/mini';
import type { Tools } from '../core/ports';
import { comparePipelines } from '../jobs/pipeline/compare-pipelines';
import { addDoNotContact } from '../jobs/pipeline/do-not-contact';
import { placesOf, type LeftOut } from '../jobs/pipeline/left-out';
import { makePipeline } from '../jobs/pipeline/make-pipeline';
import type { PipelineRow } from '../jobs/pipeline/pipeline-sheet';
import { wordsSheet } from '../jobs/pipeline/status-words';
import { aPlatform, entry, nothing, shape, type Entry } from './argument';
import type { AddedView, LeftOutView, PipelineCalls } from './pipeline-calls';

/** Characters: some thousand addresses. */
const LONGEST_PASTED = 90_000;
const UNREADABLE_SHOWN = 20;
const UNREAD_SHOWN = 5;

const aPaste = () => z.string().check(z.refine((text) => text.length <= LONGEST_PASTED));

export const pipelineSurface = (): { [Name in keyof PipelineCalls]: Entry } => ({
  makePipeline: entry<'makePipeline'>(
    () => shape({ platform: aPlatform() }),
    (tools, { platform }) => makePipeline(tools, platform),
  ),
  comparePipelines: entry<'comparePipelines'>(nothing, comparePipelines),
  showStatusWords: entry<'showStatusWords'>(nothing, showStatusWords),
  addDoNotContact: entry<'addDoNotContact'>(
    () => shape({ pasted: aPaste(), platform: aPlatform() }),
    (tools, { pasted, platform }): AddedView => {
      const { unreadable, ...added } = addDoNotContact(tools, pasted, platform);
      return { ...added, unreadable: unreadable.slice(0, UNREADABLE_SHOWN), unreadableCount: unreadable.length };
    },
  ),
});

function showStatusWords(tools: Tools): { sheet: string } {
  const { table } = wordsSheet(tools);
  table.show();
  return { sheet: table.name() };
}

/** Undefined where there is nobody to leave out. */
export function leftOutView({ lost, unread }: LeftOut, rows: readonly PipelineRow[]): LeftOutView | undefined {
  if (rows.length + lost.length + unread.length === 0) return undefined;
  return {
    creators: rows.length,
    places: placesOf(rows),
    lost: [...lost],
    unread: unread.slice(0, UNREAD_SHOWN).map(({ sheet, row }) => ({ sheet, row })),
  };
}
