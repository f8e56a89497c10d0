import { expect, test } from 'vitest';
import type { ChartCell } from '../../dev/workbench/page/chart-config';
import { chartConfig, option } from '../../dev/workbench/page/chart-config';

const cell = (value: number | string | null): ChartCell => ({ value, text: String(value ?? ''), pattern: '' });
const table = [
  ['Country', 'Share', 'Peers'],
  ['Germany', 0.4, 0.2],
  ['Austria', 0.1, null],
].map((row) => row.map(cell));
const chart = (type: string, options: Record<string, unknown> = {}) =>
  chartConfig({ type, options, headerCount: 1, transposed: false }, table, String);

test('the first column names the points, each further one is a series under its header; a gap stays a gap', () => {
  const data = chart('COLUMN')?.data;
  expect(data?.labels).toEqual(['Germany', 'Austria']);
  expect(data?.datasets.map(({ label, data: points }) => [label, points])).toEqual([
    ['Share', [0.4, 0.1]],
    ['Peers', [0.2, null]],
  ]);
});

test('a row of texts above numbers counts as a header when none was told', () => {
  const config = chartConfig({ type: 'BAR', options: {}, headerCount: 0, transposed: false }, table, String);
  expect(config?.data.labels).toEqual(['Germany', 'Austria']);
  expect(config?.options?.indexAxis).toBe('y');
});

test('a transposed chart reads rows as series', () => {
  const config = chartConfig({ type: 'LINE', options: {}, headerCount: 1, transposed: true }, table, String);
  expect(config?.data.labels).toEqual(['Share', 'Peers']);
  expect(config?.data.datasets.map(({ label }) => label)).toEqual(['Germany', 'Austria']);
});

test('a pie with a hole is a ring, a kind without a drawing is null', () => {
  expect(chart('PIE', { pieHole: 0.5 })?.type).toBe('doughnut');
  expect(chart('PIE')?.type).toBe('pie');
  expect(chart('GEO')).toBeNull();
});

test('dates are points in time where labels are no texts, and labels at equal distances where nobody says so', () => {
  const date = (value: number | string): ChartCell => ({ ...cell(value), pattern: 'yyyy-mm-dd' });
  const days = [[cell('Day'), cell('Reach')], ...[46_000, 46_001, 46_100].map((day) => [date(day), cell(1)])];
  const of = (options: Record<string, unknown>) =>
    chartConfig({ type: 'LINE', options, headerCount: 1, transposed: false }, days, String);
  expect(of({ treatLabelsAsText: false })?.data.datasets[0]?.data[2]).toEqual({ x: 46_100, y: 1 });
  expect(of({ treatLabelsAsText: false })?.options?.scales?.['x']).toMatchObject({ type: 'linear', max: 46_100 });
  expect(of({})?.data.datasets[0]?.data).toEqual([1, 1, 1]);
});

test('an option is found by its path, however it was set', () => {
  expect(option({ 'legend.position': 'top' }, 'legend.position')).toBe('top');
  expect(option({ legend: { position: 'top' } }, 'legend.position')).toBe('top');
  expect(option({ series: { 1: { type: 'line' } } }, 'series.1.type')).toBe('line');
  expect(option({ 'vAxis.viewWindow': { min: 0 } }, 'vAxis.viewWindow.min')).toBe(0);
  expect(option({}, 'title')).toBeUndefined();
});
