import type { Area, CellValue, ChartSpec } from '../core/page';
import { isRest } from '../schema/audience';
import { byAge, saidLabel, sharesByLabel } from './audience-label';
import { columnLetters } from '../core/text';
import {
  HEADER_ROW,
  PICTURE,
  platformColumn,
  columnNamesOf,
  creatorTable,
  fetchedText,
  figureColumns,
  folding,
  nameColumn,
  textColumn,
  type CreatorColumn,
} from './creator-table';
import { area, type Grid } from './grid';
import { INK, LINE, PAPER, SERIES } from './house-style';
import { genderColors, placed } from './report-chart';
import type { MadePage } from './report-page';
import type { ReportSubject } from './report-subject';
import { safeText } from './safe-text';
import { reportText } from '../schema/sheet-text';

const ROW_PX = 21;
const MOST_LABELS = 7;
/** A label would be wider than the part of a bar that is smaller for most of those who have it. */
const LEAST_LABELLED = 0.07;
/** The leftmost place where the right chart may begin. */
const HALF_PX = 560;
const GAP_PX = 12;

interface Section {
  name: 'gender' | 'age' | 'countries' | 'quality';
  /** Which labels are shown, and in which order. */
  labels: (sums: ReadonlyMap<string, number>) => string[];
  isStacked: boolean;
  /** Bars beside each other are soon too thin: only the first labels are drawn. */
  drawn?: number;
}

/** The first two labels and the last: in reports, how many followers are real, and how many are not. */
const ends = (labels: string[]): string[] => {
  const last = labels.length > 3 ? labels.slice(-1) : [];
  return [...labels.slice(0, 2), ...last, ...labels.slice(2).filter((label) => !last.includes(label))];
};

const largest = (sums: ReadonlyMap<string, number>): string[] =>
  [...sums]
    .sort(([, left], [, right]) => right - left)
    .slice(0, MOST_LABELS)
    .map(([label]) => label);

const SECTIONS: readonly Section[] = [
  { name: 'gender', labels: (sums) => largest(sums).sort().reverse(), isStacked: true },
  { name: 'age', labels: (sums) => [...sums.keys()].sort(byAge).slice(0, MOST_LABELS), isStacked: true },
  { name: 'countries', labels: largest, isStacked: true },
  {
    name: 'quality',
    labels: (sums) => ends([...sums.keys()].slice(0, MOST_LABELS)),
    isStacked: false,
    drawn: 3,
  },
];

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const top =
  (name: string) =>
  (subject: ReportSubject): string => {
    const [first] = [...sharesByLabel(subject.sections, name)]
      .filter(([label]) => !isRest(label))
      .sort(([, left], [, right]) => right - left);
    return first ? `${saidLabel(name, first[0])} ${percent(first[1])}` : '';
  };

const shareColumn = (header: string, name: string, label: string): CreatorColumn => ({
  header,
  width: 76,
  format: '0%',
  isNumber: true,
  cell: ({ sections }) => sharesByLabel(sections, name).get(label) ?? '',
});

/** Audience reports of up to 20 creators on one sheet: key figures in rows, charts across creators, the data beside them. */
export function comparisonPage(subjects: readonly ReportSubject[]): MadePage {
  const text = reportText();
  const names = columnNamesOf(subjects);
  const columns = [
    PICTURE,
    nameColumn(names),
    platformColumn(),
    ...figureColumns(subjects, ['avgComments']),
    shareColumn(text.women, 'gender', 'Women'),
    shareColumn(text.men, 'gender', 'Men'),
    { ...textColumn(text.largestAge, 110, top('age')), isCentred: true },
    { ...textColumn(text.topCountry, 160, top('countries')), isCentred: true },
  ];
  const note = `${fetchedText(subjects)} ${text.sharesAsGiven} ${text.folded}${notCompared(subjects, names)}`;
  const { grid, page, looks } = creatorTable(text.comparison, note, columns, subjects, 1);
  const medianRow = HEADER_ROW + 1 + subjects.length;
  grid.put(medianRow, 2, text.median);
  columns.forEach(({ isNumber, cell }, index) => {
    if (!isNumber || !subjects.some((subject) => cell(subject, 0) !== '')) return;
    const letters = columnLetters(index + 1);
    grid.put(medianRow, index + 1, `=MEDIAN(${letters}${HEADER_ROW + 1}:${letters}${medianRow - 1})`);
  });

  const firstChartRow = medianRow + 2;
  const blockColumn = columns.length + 2;
  const block = matrices(subjects, names, grid, firstChartRow, blockColumn);
  const heightPx = Math.max(250, 110 + subjects.length * 30);
  const chartRows = Math.ceil(heightPx / ROW_PX) + 1;
  const [rightColumn, leftPx] = columnAt(columns, HALF_PX);
  const widthPx = columns.reduce((sum, { width }) => sum + width, 0);
  const charts = block.map(({ section, chart: at, colors, isWhole, labelled }, index): ChartSpec => {
    const chart = {
      title: text.charts[section.name],
      type: 'BAR' as const,
      ranges: [at],
      headers: 1,
      options: {
        isStacked: section.isStacked,
        hAxis: { format: '0%', viewWindow: { min: 0, ...(isWhole ? { max: 1 } : {}) }, gridlines: { count: 5 } },
        colors,
        ...(section.isStacked && { series: labelled }),
        'legend.position': 'top',
      },
    };
    const row = firstChartRow + Math.floor(index / 2) * chartRows;
    const isLeft = index % 2 === 0;
    const width = isLeft ? leftPx - GAP_PX : widthPx - leftPx;
    return placed(chart, { row, column: isLeft ? 1 : rightColumn, width, height: heightPx - GAP_PX });
  });
  if (charts.length === 0) grid.put(firstChartRow, 1, text.noAudiences);
  const shares = block.map(({ at }) => area(at.row + 1, at.column + 1, at.rows - 1, at.columns - 1));
  const headers = block.map(({ at }) => area(at.row, at.column, 1, at.columns));
  return {
    words: [text.comparison],
    page: {
      ...page,
      cells: grid.cells(),
      widths: [...page.widths, 28, 170],
      looks: [
        ...looks,
        { areas: [area(medianRow, 1, 1, columns.length)], bold: true, fill: PAPER },
        { areas: headers, bold: true, color: INK, fill: LINE },
        { areas: shares, format: '0%' },
        { areas: headers.map((at) => ({ ...at, column: at.column + 1, columns: at.columns - 1 })), align: 'right' },
      ],
      charts,
      ...(block.length > 0 && { folded: folding(blockColumn, grid.width) }),
    },
  };
}

/** Sections that are blank here although a report has them. */
function notCompared(subjects: readonly ReportSubject[], names: ReadonlyMap<ReportSubject, string>): string {
  const text = reportText();
  const parts = SECTIONS.flatMap(({ name }) => {
    const without = subjects.filter(({ sections }) =>
      sections.some((each) => each.name === name && each.as === 'untold'),
    );
    return without.length === 0
      ? []
      : [text.sectionOf(text.charts[name], without.map((subject) => names.get(subject)).join(', '))];
  });
  return parts.length === 0 ? '' : text.notCompared(parts.join('; '));
}

interface Matrix {
  section: Section;
  /** With its header row and the creators' names. */
  at: Area;
  /** The part of it that the chart shows. */
  chart: Area;
  colors: string[];
  /** Options of the series: labels where they have room. */
  labelled: Record<number, { dataLabel: 'value' }>;
  /** No creator's shares add up to more than 100 %. */
  isWhole: boolean;
}

/** Creators down, labels across, one below the other; sections that nobody has are left out. */
function matrices(
  subjects: readonly ReportSubject[],
  names: ReadonlyMap<ReportSubject, string>,
  grid: Grid,
  firstRow: number,
  column: number,
): Matrix[] {
  let row = firstRow;
  return SECTIONS.flatMap((section): Matrix[] => {
    const shares = new Map(subjects.map((subject) => [subject, sharesByLabel(subject.sections, section.name)]));
    const sums = new Map<string, number>();
    for (const own of shares.values())
      for (const [label, share] of own) sums.set(label, (sums.get(label) ?? 0) + share);
    const labels = section.labels(sums);
    if (labels.length === 0) return [];
    const said = labels.map((label) => safeText(saidLabel(section.name, label)));
    grid.put(row, column, reportText().charts[section.name], ...said);
    subjects.forEach((subject, index) => {
      const own = labels.map((label): CellValue => shares.get(subject)?.get(label) ?? '');
      grid.put(row + 1 + index, column, safeText(names.get(subject) ?? ''), ...own);
    });
    const at = area(row, column, subjects.length + 1, labels.length + 1);
    row += subjects.length + 2;
    const colors = section.name === 'gender' ? genderColors(labels) : [...COLORS];
    const chart = { ...at, columns: 1 + Math.min(labels.length, section.drawn ?? labels.length) };
    const isWhole = [...shares.values()].every(
      (own) => labels.reduce((sum, each) => sum + (own.get(each) ?? 0), 0) < 1.005,
    );
    const hasRoom = (label: string): boolean => {
      const own = [...shares.values()].flatMap((each) => each.get(label) || []);
      return own.filter((share) => share >= LEAST_LABELLED).length * 2 > own.length;
    };
    const labelled = Object.fromEntries(
      labels.flatMap((label, index) => (hasRoom(label) ? [[index, { dataLabel: 'value' as const }]] : [])),
    );
    return [{ section, at, chart, colors, labelled, isWhole: section.isStacked && isWhole }];
  });
}

/** Begins with blue and ends with pink, because the first two house colours also stand for women and men. */
const COLORS = [...SERIES.slice(1), SERIES[0]];

/** The first column that begins at or after that many pixels, and where it begins. */
function columnAt(columns: readonly CreatorColumn[], px: number): [column: number, leftPx: number] {
  let left = 0;
  for (const [index, { width }] of columns.entries()) {
    if (left >= px) return [index + 1, left];
    left += width;
  }
  return [columns.length + 1, left];
}
