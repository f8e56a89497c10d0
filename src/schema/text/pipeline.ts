import { counted } from './count';

const quoted = (sheet: string): string => `“${sheet}”`;

/** What pipelines say: in their sheets, in the cells of runs, and where one can't be made. */
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

  noSheet: 'Open the list that should become a pipeline first.',
  noHeader: 'Put a header over your list first, for example “Creator” above the first handle.',
  noCreators: 'We found no creators in this sheet. Open a list with handles or profile links.',
  isWords: 'This sheet holds the words of your pipelines. Open a list of creators instead.',
  isProtected: (sheet: string): string =>
    `${quoted(sheet)} or some of its columns are protected. Ask the owner for access, or copy the list to a sheet of your own.`,
  changed: 'The sheet has changed while it was made a pipeline. Try again.',
  noLeftOut: (sheet: string): string => `No status is ticked under “Leave out” in ${quoted(sheet)}. Tick one first.`,
  noCreatorColumn: (sheet: string): string =>
    `${quoted(sheet)} has no header over its creators any more, so they could come twice. Put the header back, or delete the sheet.`,
  filler: 'This reads like a placeholder. If it is an account, put @ in front.',
  tooMany: (most: number): string => `Paste at most ${counted(most, 'creator')} at a time.`,
};
