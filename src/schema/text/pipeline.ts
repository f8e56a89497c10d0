import { quoted } from './count';
import { STATUSES } from './status';

/** What pipelines say in their sheets. */
export const pipelineTextEn = () => ({
  /** Headers of new columns. */
  headers: { status: 'Status', owner: 'Owner', next: 'Next date', note: 'Note', fee: 'Fee' },
  statuses: STATUSES,

  words: {
    sheet: 'Pipeline words',
    status: 'Status',
    leftOut: 'Leave out',
    hint: 'Your words for how far you are. Change them, or add some below: every pipeline offers them, and each line gives its color. Find and Enrich leave creators out whose status is ticked.',
  },

  list: { sheet: 'Do not contact', creator: 'Creator', platform: 'Platform', status: 'Status', note: 'Note' },
});

/** In cells of runs, which everybody counts. */
export const PIPELINE_CELL = {
  /** In a status cell of Enrich, and in “Already in” of a result sheet. */
  skipped: (status: string, sheet: string): string => `skipped: ${status} (${quoted(sheet)})`,
  marked: (outcome: string, status: string, sheet: string): string => `${outcome} · ${status} (${quoted(sheet)})`,
  foundIn: (status: string, sheet: string): string => `${sheet} (${status})`,
};
