import type { Area, ChartSpec } from '../core/page';
import { reportText } from '../schema/sheet-text';
import { houseChart, QUIET, SERIES } from './house-style';
import type { ReportBlock } from './report-block';

/** Bars in one chart: more would be too thin to read. */
const MOST_BARS = 8;

/** What a chart shows and how; where it stands is the page's business. */
export type Chart = Omit<ChartSpec, 'row' | 'column' | 'width' | 'height'> & { title: string };

const PERCENT_AXIS = { format: '0%', gridlines: { count: 4 }, viewWindow: { min: 0 } };
const VALUE_LABELS = { 0: { dataLabel: 'value' } };

/** Numbers that are no shares. */
const PLAIN_AXIS = { gridlines: { count: 4 }, viewWindow: { min: 0 } };

const bars = (title: string, area: Area, hAxis: object = PERCENT_AXIS): Chart => ({
  title,
  type: 'BAR',
  ranges: [{ ...area, rows: Math.min(MOST_BARS, area.rows) }],
  headers: 0,
  options: { hAxis, series: VALUE_LABELS },
});

const columns = (title: string, area: Area): Chart => ({
  ...bars(title, area),
  type: 'COLUMN',
  ranges: [area],
  options: { vAxis: PERCENT_AXIS, series: VALUE_LABELS },
});

/** Women first, as the block has them when there are two; else by size. */
const ring = (title: string, area: Area, labels: readonly string[]): Chart => ({
  title,
  type: 'PIE',
  ranges: [area],
  headers: 0,
  options: {
    pieHole: 0.55,
    colors: genderColors(labels),
    'legend.position': 'right',
  },
});

const genderColor = (label: string): string | undefined =>
  reportText.each().flatMap(({ women, men }) => (label === women ? SERIES[0] : label === men ? SERIES[1] : []))[0];
/** Labels as `genderLabel` gives them, or as a report says them. */
export const genderColors = (labels: readonly string[]): string[] =>
  labels.map((label, index) => genderColor(label) ?? SERIES[(index + 2) % SERIES.length] ?? QUIET);

/** Sections with a chart of their own, in order. */
const DRAWN = ['gender', 'age', 'countries', 'cities', 'interests', 'languages', 'quality'] as const;

const headerTexts = (block: ReportBlock, area: Area, row: number): string[] =>
  (block.cells[row - (block.headers[0]?.row ?? 1)] ?? []).slice(1, area.columns).map(String);

/** The audience's charts, two a row; `labels` are the sections' own names by name. */
export function audienceCharts(block: ReportBlock, labels: ReadonlyMap<string, string>): Chart[] {
  const charts: Chart[] = [];
  const titles: Readonly<Record<string, string>> = reportText().charts;
  const titleOf = (name: string): string => titles[name] ?? labels.get(name) ?? name;
  const area = (name: string): Area | undefined => block.sections.get(name);
  const { ageGender } = block;
  if (ageGender)
    charts.push({
      title: titleOf('ageGender'),
      type: 'COLUMN',
      ranges: [ageGender],
      headers: 1,
      options: {
        vAxis: PERCENT_AXIS,
        colors: genderColors(headerTexts(block, ageGender, ageGender.row)),
        'legend.position': 'top',
      },
    });
  const drawn = new Set(ageGender ? ['ageGender', 'age'] : []);
  for (const name of DRAWN) {
    const title = titleOf(name);
    const found = area(name);
    if (!found || drawn.has(name)) continue;
    drawn.add(name);
    const first = found.row - (block.headers[0]?.row ?? 1);
    const texts = block.cells.slice(first, first + found.rows).map((cells) => String(cells[1]));
    charts.push(
      name === 'gender' ? ring(title, found, texts) : name === 'age' ? columns(title, found) : bars(title, found),
    );
  }
  for (const [name, found] of block.sections) if (!drawn.has(name)) charts.push(bars(titleOf(name), found));
  for (const [name, found] of block.plain) charts.push(bars(titleOf(name), found, PLAIN_AXIS));
  return charts;
}

/** Dates as points in time, not as labels at equal distances; where nothing is known there is no line. */
export const TIME_AXIS = { hAxis: { format: 'MMM yyyy' }, treatLabelsAsText: false, interpolateNulls: false };

/** Followers as a line, days with a collaboration as points on it. */
export function growthChart({ growth }: ReportBlock): Chart | undefined {
  return (
    growth && {
      title: reportText().growthChart,
      type: 'LINE',
      ranges: [growth],
      headers: 1,
      options: {
        'legend.position': 'top',
        colors: [SERIES[1], SERIES[0]],
        series: { 0: { lineWidth: 2, pointSize: 0 }, 1: { lineWidth: 0, pointSize: 7 } },
        ...TIME_AXIS,
        vAxis: { format: 'short' },
      },
    }
  );
}

export const placed = (
  { title, ...chart }: Chart,
  where: Pick<ChartSpec, 'row' | 'column' | 'width' | 'height'>,
): ChartSpec => houseChart(title, { ...chart, ...where });
