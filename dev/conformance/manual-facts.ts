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
];
