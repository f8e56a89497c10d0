import type { Area, CellValue, ChartSpec, CellLook, Page } from '../core/page';
import type { GivenAs } from '../schema/audience';
import { languageName } from '../schema/place-name';
import { saidLabel, saidSection, shareLabel } from './audience-label';
import { dateCell } from './cell';
import { Grid } from './grid';
import { ACCENT, INK, LINE, PAPER, QUIET } from './house-style';
import { BLOCK_COLUMNS, reportBlock } from './report-block';
import { audienceCharts, growthChart, placed } from './report-chart';
import { figureOf, KEY_FIGURES, textOf, titleOf, type ReportSubject } from './report-subject';
import { pictureFormula, safeText } from './safe-text';
import { reportText } from '../schema/sheet-text';

/** A page without its name; the words make one. */
export interface MadePage {
  words: readonly string[];
  page: Omit<Page, 'name'>;
}

/** Six columns, as wide as a sheet of paper; a gap; the data beside. Pixels. */
const COLUMN_PX = 120;
const COLUMNS = 6;
const BLOCK_COLUMN = COLUMNS + 2;
const WIDTHS = [...Array.from({ length: COLUMNS }, () => COLUMN_PX), 28, 120, 150, 110, 160];
const ROW_PX = 21;
const CHART_ROWS = 11;
const CHART = { width: 3 * COLUMN_PX - 10, height: CHART_ROWS * ROW_PX - 12 };
const WIDE_CHART_PX = COLUMNS * COLUMN_PX - 10;
const GROWTH_ROWS = 12;
const FIRST_CHART_ROW = 10;
const FIGURES_ROW = 6;
const MOST_MENTIONS = 12;

/** Sections that a report is expected to have. */
const EXPECTED = ['gender', 'age', 'countries', 'cities', 'languages', 'interests', 'quality'] as const;
/** What is as good. */
const INSTEAD: Partial<Record<(typeof EXPECTED)[number], string>> = { gender: 'ageGender', age: 'ageGender' };

/** One creator on one sheet: who it is, the key figures, the audience and the growth as charts, and the data beside them. */
export function reportPage(subject: ReportSubject): MadePage {
  const text = reportText();
  const grid = new Grid();
  const put = (row: number, column: number, value: CellValue): void => grid.put(row, column, value);
  const at = (row: number, column = 1, columns = COLUMNS, rows = 1): Area => ({ row, column, rows, columns });
  const heading = (row: number, says: string): void => {
    put(row, 1, says);
    headings.push(at(row));
  };
  const headings: Area[] = [];

  put(1, 1, pictureFormula(subject.scalars['pictureUrl']));
  put(1, 2, safeText(titleOf(subject)));
  put(2, 2, safeText(whoLine(subject)));
  put(3, 2, safeText(textOf(subject, 'profileUrl')));
  put(4, 2, safeText(textOf(subject, 'bio').replace(/\s+/g, ' ')));
  const figures = KEY_FIGURES.filter(([name]) => figureOf(subject, name) !== undefined).slice(0, COLUMNS);
  figures.forEach(([name], index) => {
    put(FIGURES_ROW, index + 1, text.figures[name]);
    put(FIGURES_ROW + 1, index + 1, figureOf(subject, name) ?? '');
  });

  const block = reportBlock(subject, FIRST_CHART_ROW, BLOCK_COLUMN);
  block.cells.forEach((cells, down) =>
    cells.forEach((cell, across) => put(FIRST_CHART_ROW + down, BLOCK_COLUMN + across, cell)),
  );
  put(FIRST_CHART_ROW - 1, BLOCK_COLUMN, text.behindCharts);

  const labels = new Map(subject.sections.map(({ name, label }) => [name, label]));
  const charts: ChartSpec[] = [];
  heading(FIRST_CHART_ROW - 1, text.audienceHeading);
  let row = FIRST_CHART_ROW;
  audienceCharts(block, labels).forEach((chart, index, { length }) => {
    const isLeft = index % 2 === 0;
    const isAlone = isLeft && index === length - 1;
    const width = isAlone ? WIDE_CHART_PX : CHART.width;
    charts.push(placed(chart, { row, column: isLeft ? 1 : COLUMNS / 2 + 1, ...CHART, width }));
    if (!isLeft || isAlone) row += CHART_ROWS;
  });
  const missing = EXPECTED.filter((name) => !labels.has(name) && !labels.has(INSTEAD[name] ?? '')).map(
    (name) => text.missing[name],
  );
  const quiet: Area[] = [];
  const notes = [
    ...(missing.length === 0
      ? []
      : [missing.length === EXPECTED.length ? text.noAudience : text.notInReport(missing.join(', '))]),
    ...givenNotes(subject),
  ];
  notes.forEach((note, index) => {
    put(row + index, 1, safeText(note));
    quiet.push(at(row + index));
  });
  if (notes.length > 0) row += notes.length + 1;
  heading(row, text.growthHeading);
  row += 1;
  const growth = growthChart(block);
  if (growth) {
    charts.push(placed(growth, { row, column: 1, width: WIDE_CHART_PX, height: GROWTH_ROWS * ROW_PX - 8 }));
    row += GROWTH_ROWS;
  } else {
    put(row, 1, text.noTimeline);
    quiet.push(at(row));
    row += 2;
  }
  const mentions = subject.mentions.slice(-MOST_MENTIONS).reverse();
  const mentionDates: Area[] = [];
  if (mentions.length > 0) {
    heading(row, text.mentionsHeading);
    const half = Math.ceil(mentions.length / 2);
    mentions.forEach(({ date, name }, index) => {
      const line = row + 1 + (index % half);
      const column = index < half ? 1 : COLUMNS / 2 + 1;
      put(line, column, dateCell(date));
      put(line, column + 1, safeText(name));
    });
    mentionDates.push(at(row + 1, 1, 1, half), at(row + 1, COLUMNS / 2 + 1, 1, half));
    row += half + 2;
  }
  const source = at(row);
  put(row, 1, sourceLine(subject));
  quiet.push(source);

  const last = Math.max(row, FIRST_CHART_ROW + block.cells.length);
  const width = COLUMNS + 1 + BLOCK_COLUMNS;
  const looks: CellLook[] = [
    { areas: [at(1, 1, width, last)], color: INK, vertical: 'middle' },
    { areas: [at(1, 2, 1)], size: 20, bold: true },
    { areas: [at(2, 2, 1), ...quiet, at(FIGURES_ROW)], color: QUIET },
    { areas: [at(3, 2, 1)], color: ACCENT },
    { areas: [at(4, 2, COLUMNS - 1), source], wraps: true, vertical: 'top' },
    { areas: [at(FIGURES_ROW, 1, COLUMNS, 2)], fill: PAPER, align: 'center' },
    { areas: [at(FIGURES_ROW), ...quiet], size: 9 },
    { areas: [at(FIGURES_ROW + 1)], size: 18, bold: true },
    ...figures.map(([, format], index) => ({ areas: [at(FIGURES_ROW + 1, index + 1, 1)], format })),
    { areas: headings, bold: true, size: 13, fill: '#ffffff' },
    { areas: [at(FIRST_CHART_ROW - 1, BLOCK_COLUMN, 1), ...block.headers], bold: true },
    { areas: block.headers, fill: LINE },
    { areas: block.valueHeaders, align: 'right' },
    { areas: block.shares, format: '0.0%' },
    { areas: [...block.dates, ...mentionDates], format: 'yyyy-mm-dd', align: 'left' },
    { areas: block.counts, format: '#,##0' },
  ];
  return {
    words: [subject.handle, subject.platform, text.audience],
    page: {
      cells: grid.cells(),
      widths: WIDTHS,
      heights: new Map([
        [1, 36],
        [4, 48],
        [5, 12],
        [FIGURES_ROW + 1, 40],
        [FIRST_CHART_ROW - 1, 30],
        [row, 44],
      ]),
      merges: [at(1, 1, 1, 4), at(4, 2, COLUMNS - 1), source],
      looks,
      charts,
      folded: { column: BLOCK_COLUMN, columns: BLOCK_COLUMNS },
      hidesGrid: true,
    },
  };
}

/** What is shown as it came, and why. */
function givenNotes({ sections }: ReportSubject): string[] {
  const text = reportText();
  const labelsOf = (wanted: GivenAs): string =>
    sections.flatMap((section) => (section.as === wanted ? [saidSection(section)] : [])).join(', ');
  const [untold, counts, unknown] = [labelsOf('untold'), labelsOf('counts'), labelsOf('unknown')];
  return [
    ...(untold === '' ? [] : [text.untold(untold)]),
    ...(counts === '' ? [] : [text.counts(counts)]),
    ...sections
      .filter(({ as }) => as === 'list')
      .map(({ name, label, given = [] }) =>
        text.list(
          saidSection({ name, label }),
          given.map((each) => saidLabel(name, shareLabel(name, each.label))).join(', '),
        ),
      ),
    ...(unknown === '' ? [] : [text.unknown(unknown)]),
  ];
}

const whoLine = (subject: ReportSubject): string =>
  [
    `@${subject.handle.replace(/^@/, '')}`,
    subject.platform,
    [textOf(subject, 'city'), textOf(subject, 'country')].filter(Boolean).join(', '),
    languageName(textOf(subject, 'language')),
    subject.scalars['verified'] === true ? reportText().verified : '',
  ]
    .filter(Boolean)
    .join('  ·  ');

const dayOf = (iso: string): string => iso.slice(0, 10);

const sourceLine = (subject: ReportSubject): string => {
  const refreshed = textOf(subject, 'lastRefreshDate');
  const { source, sharesAsGiven, folded } = reportText();
  return `${source(dayOf(refreshed), dayOf(new Date(subject.atMs).toISOString()))} ${sharesAsGiven} ${folded}`;
};
