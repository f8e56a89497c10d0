import * as z from 'zod/mini';
import { SECOND_MS } from '../core/time';
import { countRows, sendWaiting } from '../jobs/archive/archive';
import { removeOld } from '../jobs/archive/old-lines';
import { readArchive, saveArchive } from '../jobs/archive/archive-state';
import { isDatasetId, isProjectId } from '../schema/archive-table';
import type { ArchiveCalls, ArchiveView } from './archive-calls';
import { entry, nothing, shape, type CallTools, type Entry } from './argument';

const RIGHTS = ['bigquery'] as const;

function archiveView(tools: CallTools): ArchiveView {
  const { archive, consent, host } = tools;
  const state = archive && readArchive(host);
  if (!state) return { project: '', dataset: '', tables: [], oldLines: 0 };
  const { problem, ...home } = state;
  const url = consent.missing(RIGHTS).length > 0 ? { url: consent.url(RIGHTS) } : undefined;
  return {
    ...home,
    ...countRows(tools, home),
    ...(problem && { problem: { code: problem.code, said: problem.said } }),
    ...(url && { missing: url.url === undefined ? {} : { url: url.url } }),
  };
}

const aName = (isValid: (text: string) => boolean) => z.string().check(z.refine(isValid));

export const archiveSurface = (): { [Name in keyof ArchiveCalls]: Entry } => ({
  archive: entry<'archive'>(nothing, archiveView),
  saveArchive: entry<'saveArchive'>(
    () => shape({ project: aName(isProjectId), dataset: aName(isDatasetId) }),
    (tools, home) => {
      saveArchive(tools.host, home);
      return archiveView(tools);
    },
  ),
  stopArchive: entry<'stopArchive'>(nothing, (tools) => {
    saveArchive(tools.host, null);
    return archiveView(tools);
  }),
  removeOldLines: entry<'removeOldLines'>(nothing, (tools) => {
    const state = tools.archive && readArchive(tools.host);
    if (state) removeOld(tools, state, tools.host.clock.now() + 20 * SECOND_MS);
    return archiveView(tools);
  }),
  sendArchive: entry<'sendArchive'>(nothing, (tools) => {
    const sent = sendWaiting(tools, { isAsked: true });
    return { ...archiveView(tools), sent };
  }),
});
