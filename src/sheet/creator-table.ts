import type { Area, CellValue, CellLook } from '../core/page';
import { INK, LINE, QUIET } from './house-style';
import { area, Grid } from './grid';
import { figureOf, KEY_FIGURES, textOf, type ReportSubject } from './report-subject';
import { pictureFormula, safeText } from './safe-text';
import { reportText } from '../schema/sheet-text';

/** A column of a table with one creator a row. */
export interface CreatorColumn {
  header: string;
  /** The key figure that it shows. */
  figure?: string;
  width: number;
  format?: string;
  /** Numbers: to the right, and with a median below. */
  isNumber?: boolean;
  /** In the middle: a text between numbers. */
  isCentred?: boolean;
  cell: (subject: ReportSubject, row: number) => CellValue;
}

const FIGURE_PX = 96;

export const PICTURE: CreatorColumn = {
  header: '',
  width: 52,
  cell: ({ scalars }) => pictureFormula(scalars['pictureUrl']),
};

export const textColumn = (header: string, width: number, cell: (subject: ReportSubject) => string): CreatorColumn => ({
  header,
  width,
  cell: (subject) => safeText(cell(subject)),
});

export const nameColumn = (names: ReadonlyMap<ReportSubject, string>): CreatorColumn =>
  textColumn(reportText().creator, 190, (subject) => names.get(subject) ?? '');
export const platformColumn = (): CreatorColumn => textColumn(reportText().platform, 84, ({ platform }) => platform);
export const countryColumn = (): CreatorColumn =>
  textColumn(reportText().country, 110, (subject) => textOf(subject, 'country'));

/** The key figures that anybody here has. */
export const figureColumns = (subjects: readonly ReportSubject[], without: readonly string[] = []): CreatorColumn[] =>
  KEY_FIGURES.filter(
    ([name]) => !without.includes(name) && subjects.some((subject) => figureOf(subject, name) !== undefined),
  ).map(([name, format]) => ({
    header: reportText().figures[name],
    figure: name,
    width: FIGURE_PX,
    format,
    isNumber: true,
    cell: (subject) => figureOf(subject, name) ?? '',
  }));

/** Handles, with the platform where there are several: what charts call the creators. */
export function columnNamesOf(subjects: readonly ReportSubject[]): Map<ReportSubject, string> {
  const isMixed = new Set(subjects.map(({ platform }) => platform)).size > 1;
  return new Map(
    subjects.map((subject) => [subject, isMixed ? `${subject.handle} (${subject.platform})` : subject.handle]),
  );
}

/** Under the title and where its figures come from. */
export const HEADER_ROW = 4;
const TITLE_PX = 32;
const HEADER_PX = 38;
const PICTURE_PX = 44;

/** A row a creator under a title and where the figures come from; `below`: rows of figures under them. */
export function creatorTable(
  title: string,
  note: string,
  columns: readonly CreatorColumn[],
  subjects: readonly ReportSubject[],
  below = 0,
) {
  const grid = new Grid();
  grid.put(1, 1, title);
  grid.put(2, 1, note);
  grid.put(HEADER_ROW, 1, ...columns.map(({ header }) => header));
  subjects.forEach((subject, index) => {
    const row = HEADER_ROW + 1 + index;
    grid.put(row, 1, ...columns.map(({ cell }) => cell(subject, row)));
  });
  const pictures = subjects.map((_, index): [number, number] => [HEADER_ROW + 1 + index, PICTURE_PX]);
  const page = {
    widths: columns.map(({ width }) => width),
    heights: new Map([[1, TITLE_PX], [HEADER_ROW, HEADER_PX], ...pictures]),
    frozenRows: HEADER_ROW,
    hidesGrid: true,
  };
  const names: CellLook = { areas: [area(HEADER_ROW + 1, 2, subjects.length, 1)], bold: true, color: INK };
  const looks = [...titleLooks(columns.length), ...tableLooks(columns, subjects.length + below), names];
  return { grid, page, looks };
}

/** How that looks. */
function tableLooks(columns: readonly CreatorColumn[], rows: number): CellLook[] {
  const row = HEADER_ROW;
  const all = area(row, 1, rows + 1, columns.length);
  const at = (wanted: (column: CreatorColumn) => boolean, from: number, down: number): Area[] =>
    columns.flatMap((column, index) => (wanted(column) ? [area(from, index + 1, down, 1)] : []));
  const formats = [...new Set(columns.flatMap(({ format }) => format ?? []))];
  return [
    { areas: [all], color: INK, vertical: 'middle' },
    { areas: [area(row, 1, 1, columns.length)], bold: true, fill: LINE, wraps: true },
    { areas: at(({ isNumber }) => isNumber === true, row, rows + 1), align: 'right' },
    { areas: at(({ isCentred }) => isCentred === true, row, rows + 1), align: 'center' },
    ...formats.map((format) => ({ areas: at((column) => column.format === format, row + 1, rows), format })),
  ];
}

export const titleLooks = (columns: number): CellLook[] => [
  { areas: [area(1, 1, 1, columns)], size: 18, bold: true, color: INK },
  { areas: [area(2, 1, 1, columns)], color: QUIET },
];

/** Data that charts and bars are drawn from stands beside, folded away. */
export const folding = (column: number, last: number) => ({ column, columns: last - column + 1 });

export const fetchedText = (subjects: readonly ReportSubject[]): string => {
  const days = subjects.map(({ atMs }) => new Date(atMs).toISOString().slice(0, 10)).sort();
  const [first = '', last = ''] = [days[0], days[days.length - 1]];
  return reportText().fetched(first, last);
};
