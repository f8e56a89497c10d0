import type { Desk, Fact } from './fact';

// Charts as the product builds them.
function chartWith(
  { sheet }: Desk,
  headers: number,
  options: Record<string, unknown>,
): GoogleAppsScript.Spreadsheet.EmbeddedChart | undefined {
  const own = sheet();
  own.getRange('A1:B3').setValues([
    ['Berlin', 0.5],
    ['Paris', 0.3],
    ['Rome', 0.2],
  ]);
  let builder = own.newChart().setChartType(Charts.ChartType.BAR).setNumHeaders(headers);
  builder = builder.addRange(own.getRange('A1:B3'));
  for (const name of Object.keys(options)) builder = builder.setOption(name, options[name]);
  own.insertChart(builder.setPosition(5, 1, 0, 0).build());
  SpreadsheetApp.flush();
  return own.getCharts()[0];
}

const OURS = 'nobody has recorded it';

export const CHART_FACTS: readonly Fact[] = [
  {
    name: 'a chart takes series as an object with dataLabel',
    source: OURS,
    standing: 'assumed',
    expected: [1, { 0: { dataLabel: 'value' } }],
    check(desk) {
      const chart = chartWith(desk, 0, { series: { 0: { dataLabel: 'value' } } });
      return [desk.sheet().getCharts().length, chart?.getOptions().get('series') ?? null];
    },
  },
  {
    name: 'a chart takes an axis as an object',
    source: OURS,
    standing: 'assumed',
    expected: { format: '0%', gridlines: { count: 4 }, viewWindow: { min: 0 } },
    check: (desk) =>
      chartWith(desk, 0, { hAxis: { format: '0%', gridlines: { count: 4 }, viewWindow: { min: 0 } } })
        ?.getOptions()
        .get('hAxis') ?? null,
  },
  {
    name: 'a chart without a row of headers keeps its first row as data',
    source: OURS,
    standing: 'assumed',
    expected: [0, ['A1:B3']],
    check(desk) {
      const chart = chartWith(desk, 0, {});
      return [chart?.getNumHeaders(), chart?.getRanges().map((range) => range.getA1Notation())];
    },
  },
  {
    name: 'a chart keeps which of its options make dates points in time',
    source: 'recorded macros have treatLabelsAsText; what it does, the reference does not say',
    standing: 'assumed',
    expected: [false, false],
    check(desk) {
      const options = chartWith(desk, 0, { treatLabelsAsText: false, interpolateNulls: false })?.getOptions();
      return [options?.get('treatLabelsAsText') ?? null, options?.get('interpolateNulls') ?? null];
    },
  },
  {
    name: 'columns are grouped and collapsed, and taken out of their group again',
    source:
      'reference/spreadsheet/range#shiftColumnGroupDepth(Integer), sheet#getColumnGroup(Integer,Integer), group#collapse()',
    standing: 'documented',
    expected: [0, 1, 0, 0],
    check(desk) {
      const own = desk.sheet();
      const depth = (column: number): number => own.getColumnGroupDepth(column);
      const before = depth(3);
      own.getRange('C1:E1').shiftColumnGroupDepth(1);
      own.getColumnGroup(3, 1)?.collapse();
      SpreadsheetApp.flush();
      const grouped = [depth(3), depth(6)];
      own.expandAllColumnGroups();
      own.getRange('B1:F1').shiftColumnGroupDepth(-1);
      SpreadsheetApp.flush();
      return [before, ...grouped, depth(3)];
    },
  },
  {
    name: 'title, size and place of a chart are kept, and it can be removed',
    source: 'reference/spreadsheet/embedded-chart',
    standing: 'documented',
    expected: ['Top cities', 5, 1, 0],
    check(desk) {
      const own = desk.sheet();
      const chart = chartWith(desk, 0, { title: 'Top cities', width: 380, height: 240 });
      const place = chart?.getContainerInfo();
      const found = [chart?.getOptions().get('title'), place?.getAnchorRow(), place?.getAnchorColumn()];
      if (chart) own.removeChart(chart);
      return [...found, own.getCharts().length];
    },
  },
];
