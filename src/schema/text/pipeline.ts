const quoted = (sheet: string): string => `“${sheet}”`;

/** What pipelines say: in their sheets and in the cells of runs. */
export const PIPELINE_TEXT = {
  /** Headers of new columns. */
  headers: { status: 'Status', owner: 'Owner', next: 'Next date', note: 'Note', fee: 'Fee' },
  statuses: ['new', 'contacted', 'negotiating', 'agreed', 'declined', 'do not contact'],
  doNotContact: 'do not contact',

  words: {
    sheet: 'Pipeline words',
    status: 'Status',
    leftOut: 'Leave out',
    hint: 'Your words for how far you are. Change them, or add some below: every pipeline offers them, and each line gives its color. Find and Enrich leave creators out whose status is ticked.',
  },

  list: { sheet: 'Do not contact', creator: 'Creator', platform: 'Platform', status: 'Status', note: 'Note' },

  /** In a status cell of Enrich, and in “Already in” of a result sheet. */
  skipped: (status: string, sheet: string): string => `skipped: ${status} (${quoted(sheet)})`,
  marked: (outcome: string, status: string, sheet: string): string => `${outcome} · ${status} (${quoted(sheet)})`,
  foundIn: (status: string, sheet: string): string => `${sheet} (${status})`,
};
