import { repeated, thrown, THROWS } from './fact';
import type { Fact } from './fact';

// Developer metadata: memos of sheets, marks of columns.
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const KEY = 'conformance';
const DOCS = 'workspace/sheets/api/guides/metadata';

const marked = (sheet: Sheet, column: string): Sheet => {
  sheet.getRange(`${column}:${column}`).addDeveloperMetadata(KEY, column);
  return sheet;
};

/** Where the marks of a sheet are now. */
const marksOf = (sheet: Sheet): string[] =>
  sheet
    .createDeveloperMetadataFinder()
    .withKey(KEY)
    .find()
    .map((mark) => {
      const column = mark.getLocation().getColumn();
      return column === null ? 'no column' : column.getA1Notation();
    });

export const MARK_FACTS: readonly Fact[] = [
  {
    name: 'the mark of a column goes along when the column is moved',
    source: `${DOCS}: stays with what it is on; dragging is not recorded`,
    standing: 'assumed',
    expected: ['F:F'],
    check({ sheet }) {
      const own = marked(sheet(), 'C');
      own.moveColumns(own.getRange('C:C'), 7);
      return marksOf(own);
    },
  },
  {
    name: 'a copy of a sheet has neither its memo nor its marks',
    source: 'nobody has recorded it',
    standing: 'assumed',
    expected: [0, 0],
    check({ book, sheet }) {
      const own = marked(sheet(), 'C');
      own.addDeveloperMetadata(KEY, 'memo');
      const copy = own.copyTo(book);
      try {
        return [copy.getDeveloperMetadata().length, marksOf(copy).length];
      } finally {
        book.deleteSheet(copy);
      }
    },
  },
  {
    name: 'the mark of a column goes along when others are inserted and deleted before it',
    source: DOCS,
    standing: 'documented',
    expected: [['E:E'], ['D:D']],
    check({ sheet }) {
      const own = marked(sheet(), 'C');
      own.insertColumnsBefore(2, 2);
      const found = [marksOf(own)];
      own.deleteColumns(1, 1);
      return [...found, marksOf(own)];
    },
  },
  {
    name: 'the mark of a column is gone with the column',
    source: DOCS,
    standing: 'documented',
    expected: [],
    check({ sheet }) {
      const own = marked(sheet(), 'C');
      own.deleteColumn(3);
      return marksOf(own);
    },
  },
  {
    name: 'the copy of a column has no mark',
    source: 'nobody has recorded it',
    standing: 'assumed',
    expected: ['C:C'],
    check({ sheet }) {
      const own = marked(sheet(), 'C');
      own.getRange('C:C').copyTo(own.getRange('H:H'));
      return marksOf(own);
    },
  },
  {
    name: 'a memo stays when its sheet is renamed and emptied',
    source: DOCS,
    standing: 'documented',
    expected: ['memo'],
    check({ sheet }) {
      const own = sheet();
      own.addDeveloperMetadata(KEY, 'memo');
      own.setName(`${own.getName()} renamed`);
      own.clear();
      return own.getDeveloperMetadata().map((memo) => memo.getValue());
    },
  },
  {
    name: 'a memo of 28,000 characters is kept, one of 31,000 refused',
    source: `${DOCS}: 30,000 characters a sheet`,
    standing: 'documented',
    expected: [28_000, THROWS],
    check({ sheet }) {
      const own = sheet();
      own.addDeveloperMetadata(KEY, repeated('x', 28_000));
      const memo = own.getDeveloperMetadata()[0];
      const kept = memo?.getValue()?.length;
      return [kept, thrown(() => memo?.setValue(repeated('x', 31_000))).slice(0, THROWS.length)];
    },
  },
  {
    name: 'part of a column cannot be marked',
    source: 'gas-fakes, whose tests run live too',
    standing: 'recorded',
    expected: THROWS,
    check: ({ sheet }) => {
      const part = sheet().getRange('C1:C5');
      return thrown(() => part.addDeveloperMetadata(KEY, 'x'));
    },
  },
];
