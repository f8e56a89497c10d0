import { columnLetters } from '../core/text';
import {
  columnNamesOf,
  countryColumn,
  creatorTable,
  fetchedText,
  folding,
  figureColumns,
  HEADER_ROW,
  nameColumn,
  PICTURE,
  platformColumn,
  type CreatorColumn,
} from './creator-table';
import { area, Grid } from './grid';
import { ACCENT, LINE, QUIET, SERIES } from './house-style';
import type { MadePage } from './report-page';
import type { ReportSubject } from './report-subject';
import { reportText } from '../schema/sheet-text';

const BAR_PX = 84;
const GROWTH_PX = 160;
/** Weekly points: a year. */
const MOST_WEEKS = 53;
const WEEK_MS = 7 * 86_400_000;

/** Figures with a bar of their own, drawn in the cell beside. */
const BARS: ReadonlySet<string> = new Set(['followers', 'engagement', 'medianViews', 'profileScore']);

/** Profiles side by side: key figures with bars in cells, and growth as sparklines; the points stand to the right. */
export function profilesPage(subjects: readonly ReportSubject[]): MadePage {
  const text = reportText();
  const first = HEADER_ROW + 1;
  const rows = subjects.length;
  const figures = figureColumns(subjects);
  const bars = figures.filter(({ figure = '' }) => BARS.has(figure));
  const fixed = [PICTURE, nameColumn(columnNamesOf(subjects)), platformColumn(), countryColumn()];
  const width = fixed.length + figures.length + bars.length + 1;
  const optionsColumn = width + 2;
  const pointsColumn = optionsColumn + 3;
  const weeks = subjects.map(weekly);
  const most = Math.max(0, ...weeks.map(({ length }) => length));

  // A range of options instead of an array: arrays are written otherwise in every other locale.
  const options = new Grid();
  const optionsOf = (pairs: readonly (readonly [name: string, value: string])[]): string => {
    const row = first + options.height;
    const [left, right] = [columnLetters(optionsColumn), columnLetters(optionsColumn + 1)];
    for (const [name, value] of pairs) options.put(options.height + 1, 1, name, value);
    return `$${left}$${row}:$${right}$${row + pairs.length - 1}`;
  };
  const lines = optionsOf([
    ['charttype', 'line'],
    ['color', SERIES[1]],
    ['linewidth', '2'],
    // A week of which nothing is known keeps its place.
    ['empty', 'ignore'],
  ]);
  const growth: CreatorColumn = {
    header: text.yearOfGrowth,
    width: GROWTH_PX,
    cell: (subject, row) => {
      const points = weeks[subjects.indexOf(subject)] ?? [];
      if (points.filter((point) => point !== '').length < 2) return '';
      return `=SPARKLINE($${columnLetters(pointsColumn + 1)}${row}:$${columnLetters(pointsColumn + most)}${row};${lines})`;
    },
  };
  const columns: CreatorColumn[] = [...fixed];
  for (const figure of figures) {
    columns.push(figure);
    if (!bars.includes(figure)) continue;
    const letters = columnLetters(columns.length);
    const max = `=MAX(${letters}${first}:${letters}${first + rows - 1})`;
    const range = optionsOf([
      ['charttype', 'bar'],
      ['color1', ACCENT],
      ['max', max],
    ]);
    columns.push({
      header: '',
      width: BAR_PX,
      cell: (subject, row) => (figure.cell(subject, row) === '' ? '' : `=SPARKLINE(${letters}${row};${range})`),
    });
    if (figure.figure === 'followers') columns.push(growth);
  }
  const { grid, page, looks } = creatorTable(
    text.profiles,
    `${fetchedText(subjects)} ${text.folded}`,
    columns,
    subjects,
  );
  grid.put(HEADER_ROW, optionsColumn, text.barOptions, '');
  options.cells().forEach((cells, index) => grid.put(first + index, optionsColumn, ...cells));
  if (most > 0) {
    grid.put(HEADER_ROW, pointsColumn, text.weeks);
    subjects.forEach((_, index) => {
      const points = weeks[index] ?? [];
      // To the right: the newest of all stand in one column.
      grid.put(first + index, pointsColumn + 1 + most - points.length, ...points);
    });
  }
  return {
    words: [text.profiles],
    page: {
      ...page,
      cells: grid.cells(),
      looks: [
        ...looks,
        {
          areas: [area(HEADER_ROW, optionsColumn, 1, 2), area(HEADER_ROW, pointsColumn, 1, most + 1)],
          bold: true,
          fill: LINE,
        },
        {
          areas: [
            area(first, optionsColumn, Math.max(1, options.height), 2),
            area(first, pointsColumn, rows, most + 1),
          ],
          color: QUIET,
        },
        { areas: [area(first, pointsColumn + 1, rows, Math.max(1, most))], format: '#,##0' },
      ],
      folded: folding(optionsColumn, pointsColumn + most),
      frozenColumns: 2,
    },
  };
}

/** Followers at the end of each week back from the newest point; a week without a point is blank, so that time runs evenly. */
function weekly({ timeline }: ReportSubject): (number | '')[] {
  const points = timeline.flatMap(({ date, values }) =>
    values['followers'] === undefined ? [] : [{ atMs: Date.parse(date), followers: values['followers'] }],
  );
  const newest = points[points.length - 1]?.atMs ?? 0;
  const byWeek = new Map<number, number>();
  for (const { atMs, followers } of points) byWeek.set(Math.floor((newest - atMs) / WEEK_MS), followers);
  const oldest = Math.max(-1, ...[...byWeek.keys()].filter((week) => week < MOST_WEEKS));
  return Array.from({ length: oldest + 1 }, (_, index) => byWeek.get(oldest - index) ?? '');
}
