import type { ManualFact } from './fact';

// What no script can find out by itself.
export const MANUAL_FACTS: readonly ManualFact[] = [
  {
    name: 'the mark of a column goes along when a person drags the column',
    source: 'nobody has recorded it',
    standing: 'assumed',
    expected: 'the run goes on in the moved column',
    byHand:
      'Enrich three handles, drag the status column elsewhere, and enrich once more: no second status column appears.',
  },
  {
    name: 'memos and marks are in a copy of the file',
    source: 'nobody has recorded it',
    standing: 'assumed',
    expected: 'the Find tab offers the next pages',
    byHand:
      'Write a search to a sheet, then File > Make a copy. In the copy, with the script bound to it, open the Find tab.',
  },
  {
    name: 'a time trigger has the spreadsheet (bound: yes; as a published add-on: no)',
    source: 'guides/bound against mogsdad/SheetConverter#2',
    standing: 'assumed',
    expected: 'rows are refreshed at night',
    byHand: 'Add the scope script.scriptapp, set "Refresh every day", and look the next morning.',
  },
  {
    name: 'the note of an error without a name is its sentence alone',
    source: 'nobody has recorded it',
    standing: 'assumed',
    expected: 'the sentence, with "(line N)" behind it',
    byHand: 'Type =INFLU_FOLLOWERS("nowhere", "x") and point at the cell.',
  },
  {
    name: 'a growth chart shows dates as time, breaks its line at a gap, and shows data that is folded away',
    source: 'nobody has recorded treatLabelsAsText; EmbeddedChartBuilder#setHiddenDimensionStrategy',
    standing: 'assumed',
    expected: 'months stand at equal distances, and the chart is full while its columns are collapsed',
    byHand: 'Make an audience report and look at its growth chart; open and close the group on the right.',
  },
  {
    name: 'IF leaves a custom function alone in the branch that it does not take',
    source: 'nobody has recorded it; templates charge nothing either way',
    standing: 'assumed',
    expected: 'nothing is charged',
    byHand: 'Type =IF(FALSE; INFLU_ENGAGEMENT("instagram"; "nike"); "") and look at Usage before and after.',
  },
  {
    name: 'BigQuery: a script has the global only where its manifest lists the service',
    source: 'manifest/dependencies; that typeof is enough to ask is ours',
    standing: 'documented',
    expected: 'Account shows no card BigQuery in a copy whose manifest does not list it',
    byHand: 'Open Account in both copies.',
  },
  {
    name: 'BigQuery: a refusal has details with code and errors[0].reason, and the method in its sentence',
    source: 'seen in questions about other advanced services; nobody has recorded it of this one',
    standing: 'assumed',
    expected: 'the card says that the table is missing, and not just what Google said',
    byHand: 'Name a data set without tables in Account, and press Send now.',
  },
  {
    name: 'BigQuery: a streaming insert without billing is refused as such',
    source: 'bigquery/docs/streaming-data-into-bigquery has the sentence; its reason and code are ours',
    standing: 'assumed',
    expected: 'the card says to enable billing',
    byHand: 'Name a data set of a project in the sandbox, and press Send now.',
  },
  {
    name: 'BigQuery: one bad row is told by its index, and skipInvalidRows writes the others',
    source: 'bigquery/docs/reference/rest/v2/tabledata/insertAll',
    standing: 'documented',
    expected: 'every row but one is in the table, and the sheet says why that one is not',
    byHand: 'Create the table for posts with likes as DATE, and send a sheet in which one post has likes.',
  },
  {
    name: 'BigQuery: a row whose id came a moment ago is usually not written again',
    source: 'bigquery/docs/streaming-data-into-bigquery#dataconsistency: at least a minute, best effort',
    standing: 'documented',
    expected: 'about as many rows as before; the view has each once in any case',
    byHand: 'Empty the column "In BigQuery" of a sheet right after sending, and send again.',
  },
  {
    name: 'BigQuery: the scope bigquery.insertdata is enough for the advanced service',
    source: 'the reference of insertAll names it; that Apps Script asks for no wider one is ours',
    standing: 'assumed',
    expected: 'Google asks for one more permission, and rows arrive',
    byHand: 'Set it up as docs/bigquery.md says, and press Send now.',
  },
];
