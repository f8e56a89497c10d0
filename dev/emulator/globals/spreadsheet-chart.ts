// SpreadsheetApp.EmbeddedChart and its builder. Every option is kept by name, for whoever draws the chart.
import type { ChartData } from '../spreadsheet/sheet-data';
import { enumeration } from './enumeration';
import { createRange, nameOf, refOf } from './spreadsheet-host';

type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

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
  ChartHiddenDimensionStrategy: enumeration('IGNORE_BOTH', 'IGNORE_ROWS', 'IGNORE_COLUMNS', 'SHOW_BOTH'),
};

const newSpec = (): ChartSpec => ({
  id: null,
  type: 'COLUMN',
  ranges: [],
  options: {},
  position: { row: 1, column: 1, offsetX: 0, offsetY: 0 },
  headerCount: 0,
  transposed: false,
  // The default by the reference (EmbeddedChartBuilder, setHiddenDimensionStrategy).
  hiddenDimensions: 'IGNORE_ROWS',
});

function containerOf({ position }: ChartSpec): GoogleAppsScript.Spreadsheet.ContainerInfo {
  return {
    getAnchorRow: () => position.row,
    getAnchorColumn: () => position.column,
    getOffsetX: () => position.offsetX,
    getOffsetY: () => position.offsetY,
  };
}

const specs = new WeakMap<object, ChartSpec>();

export function createChart(spec: ChartSpec): Chart {
  const chart: Pick<Chart, 'getContainerInfo' | 'getNumHeaders' | 'getOptions' | 'getRanges'> = {
    getContainerInfo: () => containerOf(spec),
    getNumHeaders: () => spec.headerCount,
    getOptions: () => ({ get: (name: string): unknown => spec.options[name] ?? null }),
    getRanges: () => spec.ranges.map(({ sheetId, area }) => createRange({ sheetId, ...area })),
  };
  specs.set(chart, spec);
  return chart as Chart;
}

export function specOf(chart: Chart): ChartSpec {
  return specs.get(chart) as ChartSpec;
}

export function chartBuilder(): Builder {
  const spec = newSpec();
  const set = (change: Partial<ChartSpec>): Builder => {
    Object.assign(spec, change);
    return builder as Builder;
  };
  const builder: Pick<
    Builder,
    'addRange' | 'build' | 'setChartType' | 'setHiddenDimensionStrategy' | 'setNumHeaders' | 'setOption' | 'setPosition'
  > = {
    addRange(range) {
      const { sheetId, ...area } = refOf(range);
      return set({ ranges: [...spec.ranges, { sheetId, area }] });
    },
    build: () => createChart({ ...spec }),
    setChartType: (type) => set({ type: nameOf(type) }),
    setHiddenDimensionStrategy: (strategy) => set({ hiddenDimensions: nameOf(strategy) }),
    setNumHeaders: (headerCount) => set({ headerCount }),
    setOption: (option, value: unknown) => set({ options: { ...spec.options, [option]: value } }),
    setPosition: (row, column, offsetX, offsetY) => set({ position: { row, column, offsetX, offsetY } }),
  };
  return builder as Builder;
}
