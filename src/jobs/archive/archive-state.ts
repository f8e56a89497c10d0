import * as z from 'zod/mini';
import { lazy } from '../../core/lazy';
import { ARCHIVE_REFUSALS, type Host } from '../../core/ports';
import { parseJson } from '../../core/text';
import { isDatasetId, isProjectId, type ArchiveHome } from '../../schema/archive-table';

const BIGQUERY_PROPERTY = 'bigquery';

const schema = lazy(() =>
  z.object({
    version: z.literal(1),
    project: z.string().check(z.refine(isProjectId)),
    dataset: z.string().check(z.refine(isDatasetId)),
    /** Why the last rows could not be written; without it, they were. */
    problem: z.optional(z.object({ code: z.enum(ARCHIVE_REFUSALS), said: z.string(), atMs: z.number() })),
  }),
);

/** Where this spreadsheet's rows go too, and what stands in the way. */
export type ArchiveState = Omit<z.infer<ReturnType<typeof schema>>, 'version'>;

/** What cannot be read counts as off: rows stay in their sheets. */
export function readArchive(host: Host): ArchiveState | undefined {
  const text = host.documentProperties.get(BIGQUERY_PROPERTY);
  const result = text ? z.safeParse(schema(), parseJson(text)) : undefined;
  if (!result?.success) return undefined;
  const { version: _, ...state } = result.data;
  return state;
}

/** Null ends it. */
export const saveArchive = (host: Host, state: ArchiveState | null): void =>
  host.documentProperties.setMany({ [BIGQUERY_PROPERTY]: state ? JSON.stringify({ version: 1, ...state }) : '' });

/** Somebody may have named another place meanwhile: that stays. */
export function noteProblem(host: Host, { project, dataset }: ArchiveHome, problem: ArchiveState['problem']): void {
  const now = readArchive(host);
  if (now?.project !== project || now.dataset !== dataset || (!now.problem && !problem)) return;
  saveArchive(host, { project, dataset, ...(problem && { problem }) });
}
