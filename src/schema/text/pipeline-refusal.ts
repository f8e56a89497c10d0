import { counted, quoted } from './count';

/** What stands in the way of a pipeline or a do-not-contact list. */
export const pipelineEn = () => ({
  noSheet: 'Open the list that should become a pipeline first.',
  noHeader: 'Put a header over your list first, for example “Creator” above the first handle.',
  noCreators: 'We found no creators in this sheet. Open a list with handles or profile links.',
  isWords: 'This sheet holds the words of your pipelines. Open a list of creators instead.',
  isProtected: (sheet: string): string =>
    `${quoted(sheet)} or some of its columns are protected. Ask the owner for access, or copy the list to a sheet of your own.`,
  noLeftOut: (sheet: string, header: string): string =>
    `No status is ticked under ${quoted(header)} in ${quoted(sheet)}. Tick one first.`,
  noCreatorColumn: (sheet: string): string =>
    `${quoted(sheet)} has no header over its creators any more, so they could come twice. Put the header back, or delete the sheet.`,
  filler: 'This reads like a placeholder. If it is an account, put @ in front.',
  tooMany: (most: number): string => `Paste at most ${counted(most, 'creator')} at a time.`,
});
