// SpreadsheetApp.EmbeddedChart and its builders. Every option is kept by name, for whoever draws the chart.
import type { ChartData } from '../spreadsheet/sheet-data';
import { enumeration } from './enumeration';
import { createRange, nameOf, refOf } from './spreadsheet-host';
import type { Area } from '../spreadsheet/a1';

type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A chart that is not on a sheet yet has no id. */
export type ChartSpec = Omit<ChartData, 'id'> & { id: number | null };

/** The global `Charts`, as far as embedded charts need it. */
export const chartEnums = {
  ChartType: enumeration(
    'TIMELINE',
    'AREA',
    'BAR',
    'BUBBLE',
    'CANDLESTICK',
    'COLUMN',
    'COMBO',
    'GAUGE',
    'GEO',
    'HISTOGRAM',
    'RADAR',
    'LINE',
    'ORG',
    'PIE',
    'SCATTER',
    'SPARKLINE',
    'STEPPED_AREA',
    'TABLE',
    'TREEMAP',
    'WATERFALL',
  ),
  ChartHiddenDimensionStrategy: enumeration('IGNORE_ROWS', 'IGNORE_COLUMNS', 'IGNORE_BOTH', 'SHOW_BOTH'),
  ChartMergeStrategy: enumeration('MERGE_COLUMNS', 'MERGE_ROWS'),
  CurveStyle: enumeration('NORMAL', 'SMOOTH'),
  PointStyle: enumeration('NONE', 'TINY', 'MEDIUM', 'LARGE', 'HUGE'),
  Position: enumeration('TOP', 'RIGHT', 'BOTTOM', 'LEFT', 'NONE'),
  newTextStyle,
};

/** A text style as the option that it becomes. */
function newTextStyle(): GoogleAppsScript.Charts.TextStyleBuilder {
  const style: Record<string, unknown> = {};
  const builder: Record<string, unknown> = { build: () => style };
  const set = (method: string, key: string) => {
    builder[method] = (value: unknown) => {
      style[key] = value;
      return builder;
    };
  };
  set('setColor', 'color');
  set('setFontName', 'fontName');
  set('setFontSize', 'fontSize');
  return builder as unknown as GoogleAppsScript.Charts.TextStyleBuilder;
}

/** Methods of the builders by kind of chart, and the option each of them sets. */
const optionMethods: Record<string, (...args: never[]) => Record<string, unknown>> = {
  setTitle: (title: string) => ({ title }),
  setTitleTextStyle: (titleTextStyle: object) => ({ titleTextStyle }),
  setColors: (colors: string[]) => ({ colors }),
  setBackgroundColor: (backgroundColor: string) => ({ backgroundColor }),
  setLegendPosition: (position: unknown) => ({ 'legend.position': nameOf(position).toLowerCase() }),
  setLegendTextStyle: (style: object) => ({ 'legend.textStyle': style }),
  setXAxisTitle: (title: string) => ({ 'hAxis.title': title }),
  setXAxisTitleTextStyle: (style: object) => ({ 'hAxis.titleTextStyle': style }),
  setXAxisTextStyle: (style: object) => ({ 'hAxis.textStyle': style }),
  setYAxisTitle: (title: string) => ({ 'vAxis.title': title }),
  setYAxisTitleTextStyle: (style: object) => ({ 'vAxis.titleTextStyle': style }),
  setYAxisTextStyle: (style: object) => ({ 'vAxis.textStyle': style }),
  setXAxisRange: (min: number, max: number) => ({ 'hAxis.viewWindow': { min, max } }),
  setYAxisRange: (min: number, max: number) => ({ 'vAxis.viewWindow': { min, max } }),
  setRange: (min: number, max: number) => ({ 'vAxis.viewWindow': { min, max } }),
  setStacked: () => ({ isStacked: true }),
  setCurveStyle: (style: unknown) => ({ curveType: nameOf(style) === 'SMOOTH' ? 'function' : 'none' }),
  setPointStyle: (style: unknown) => ({ pointStyle: nameOf(style).toLowerCase() }),
  set3D: () => ({ is3D: true }),
  reverseCategories: () => ({ reverseCategories: true }),
  reverseDirection: () => ({ reverseDirection: true }),
  useLogScale: () => ({ 'vAxis.logScale': true }),
  setXAxisLogScale: () => ({ 'hAxis.logScale': true }),
  setYAxisLogScale: () => ({ 'vAxis.logScale': true }),
  enablePaging: (enabled: boolean) => ({ page: enabled ? 'enable' : 'disable' }),
  enableSorting: (enabled: boolean) => ({ sort: enabled ? 'enable' : 'disable' }),
  showRowNumberColumn: (showRowNumber: boolean) => ({ showRowNumber }),
  useAlternatingRowStyle: (alternatingRowStyle: boolean) => ({ alternatingRowStyle }),
};

const kinds = ['Area', 'Bar', 'Column', 'Combo', 'Histogram', 'Line', 'Pie', 'Scatter', 'Table'] as const;

const newSpec = (): ChartSpec => ({
  id: null,
  type: 'COLUMN',
  ranges: [],
  options: {},
  position: { row: 1, column: 1, offsetX: 0, offsetY: 0 },
  headerCount: 0,
  hiddenStrategy: null,
  mergeStrategy: null,
  transposed: false,
});

function rangesOf(spec: ChartSpec): Range[] {
  return spec.ranges.map(({ sheetId, area }) => createRange({ sheetId, ...area }));
}

function placed(range: Range): { sheetId: number; area: Area } {
  const { sheetId, ...area } = refOf(range);
  return { sheetId, area };
}

function containerOf({ position }: ChartSpec): GoogleAppsScript.Spreadsheet.ContainerInfo {
  return {
    getAnchorRow: () => position.row,
    getAnchorColumn: () => position.column,
    getOffsetX: () => position.offsetX,
    getOffsetY: () => position.offsetY,
  };
}

const specs = new WeakMap<object, ChartSpec>();

function strategyNamed<Real>(name: 'ChartHiddenDimensionStrategy' | 'ChartMergeStrategy', value: string | null): Real {
  return (value === null ? null : (chartEnums[name] as Record<string, unknown>)[value]) as Real;
}

export function createChart(spec: ChartSpec): Chart {
  const read = (name: string): unknown => spec.options[name] ?? null;
  const chart: Omit<Chart, 'getAs' | 'getBlob'> = {
    getChartId: () => spec.id,
    getContainerInfo: () => containerOf(spec),
    getHiddenDimensionStrategy: () => strategyNamed('ChartHiddenDimensionStrategy', spec.hiddenStrategy),
    getMergeStrategy: () => strategyNamed('ChartMergeStrategy', spec.mergeStrategy),
    getNumHeaders: () => spec.headerCount,
    getOptions: () => ({ get: read }),
    getRanges: () => rangesOf(spec),
    getTransposeRowsAndColumns: () => spec.transposed,
    modify: () => chartBuilder({ ...spec, ranges: [...spec.ranges], options: { ...spec.options } }),
  };
  specs.set(chart, spec);
  return chart as Chart;
}

export function specOf(chart: Chart): ChartSpec {
  return specs.get(chart) as ChartSpec;
}

/** One builder for all kinds: `asPieChart()` changes the type and goes on. */
export function chartBuilder(spec: ChartSpec = newSpec()): Builder {
  const set = (change: Partial<ChartSpec>): Builder => {
    Object.assign(spec, change);
    return builder as unknown as Builder;
  };
  const fixed: Omit<Builder, `as${(typeof kinds)[number]}Chart`> = {
    addRange: (range) => set({ ranges: [...spec.ranges, placed(range)] }),
    build: () => createChart({ ...spec, ranges: [...spec.ranges], options: { ...spec.options } }),
    clearRanges: () => set({ ranges: [] }),
    getChartType: () =>
      (chartEnums.ChartType as Record<string, unknown>)[spec.type] as GoogleAppsScript.Charts.ChartType,
    getContainer: () => containerOf(spec),
    getRanges: () => rangesOf(spec),
    removeRange: (range) =>
      set({ ranges: spec.ranges.filter((each) => JSON.stringify(each) !== JSON.stringify(placed(range))) }),
    setChartType: (type) => set({ type: nameOf(type) }),
    setHiddenDimensionStrategy: (wanted) => set({ hiddenStrategy: nameOf(wanted) }),
    setMergeStrategy: (strategy) => set({ mergeStrategy: nameOf(strategy) }),
    setNumHeaders: (headerCount) => set({ headerCount }),
    setOption: (option, value: unknown) => set({ options: { ...spec.options, [option]: value } }),
    setPosition: (row, column, offsetX, offsetY) => set({ position: { row, column, offsetX, offsetY } }),
    setTransposeRowsAndColumns: (transposed) => set({ transposed }),
  };
  const builder: Record<string, unknown> = { ...fixed };
  for (const kind of kinds) builder[`as${kind}Chart`] = () => set({ type: kind.toUpperCase() });
  for (const [method, option] of Object.entries(optionMethods)) {
    builder[method] = (...args: never[]) => set({ options: { ...spec.options, ...option(...args) } });
  }
  return builder as unknown as Builder;
}
