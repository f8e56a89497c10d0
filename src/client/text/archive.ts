import { count, number } from '../format';

/** Account: rows that go on to BigQuery. */
export const ARCHIVE = {
  title: 'BigQuery',
  hint: 'Sends history, posts and profiles to tables of your own too. influData charges nothing for that; Google does.',
  look: 'Set up',
  project: 'Project ID',
  dataset: 'Dataset',
  noProject: 'Enter the project ID, such as my-project-123.',
  noDataset: 'Enter the name of the dataset: letters, digits and _.',
  save: 'Save',
  goesTo: (project: string, dataset: string): string => 'Goes to ' + project + '.' + dataset,
  copySql: 'Copy SQL for the tables',
  copied: 'Copied. Run it in BigQuery.',
  names: { history: 'History', posts: 'Posts', profiles: 'Profiles' },
  nothingWaits: 'all sent',
  waits: (rows: number): string => count(rows, 'row') + ' to send',
  refused: (rows: number): string => count(rows, 'row') + ' refused',
  refusedHint: 'BigQuery refused some rows: “In BigQuery” in their sheet says why. Correct them, then send.',
  send: (rows: number): string => 'Send ' + count(rows, 'row'),
  sent: (rows: number): string => count(rows, 'row') + ' sent.',
  left: (rows: number): string => number(rows) + ' to go…',
  removeOld: 'Remove sent lines…',
  removeQuestion: (lines: number): string =>
    'Remove ' +
    count(lines, 'line') +
    ' older than a year from the history tab? BigQuery has them. Whole rows go, with notes beside them.',
  remove: 'Remove',
  removed: 'Old lines are removed. BigQuery has them.',
  notRemoved: (lines: number): string =>
    count(lines, 'line') + ' not removed, because the tab was changed at the same time. Try again.',
  missing: 'The add-on needs your permission to write to BigQuery.',
  allow: 'Allow it',
  end: 'End sending',
  ended: 'Nothing more is sent. What is in BigQuery stays.',
  problems: {
    access: 'You may not write to this dataset. Ask its owner for the role BigQuery Data Editor, then send.',
    billing: 'Google takes rows only with billing. Turn it on for this project in Google Cloud, then send.',
    noReply:
      "BigQuery didn't confirm all rows. Send again in a few minutes: a row that arrives twice shows once in the views.",
    noTable: "BigQuery can't find the table. Check both names, run the SQL there, then send.",
    notEnabled: "The BigQuery API is off in this script's project. Turn it on in Google Cloud, then send.",
    notGranted: 'The add-on needs your permission for BigQuery. Allow it, or add the scope to the manifest, then send.',
    quota: 'BigQuery takes no more rows for the moment. Send again in a few minutes.',
  },
  other: (said: string): string => 'BigQuery refused the rows. Send again, or see what Google says: ' + said,
};
