/** A chart as the script asked for it (Google's words for its options), as Chart.js draws it. Pure. */
import type { ChartConfiguration, ChartDataset, ChartType, Plugin } from 'chart.js';
import type { ChartData } from '../../emulator/spreadsheet/sheet-data';

/** A cell of the data: what it holds, what it shows, and the number format by which it does. */
export interface ChartCell {
  value: number | string | boolean | null;
  text: string;
  pattern: string;
}

export type FormatNumber = (value: number, pattern: string) => string;

interface Kind {
  type: ChartType;
  horizontal?: boolean;
  filled?: boolean;
  /** Slices: one series, coloured by point. */
  round?: boolean;
  points?: boolean;
}

/** Kinds that have a drawing here; any other is shown as a box with its name. */
const kinds: Record<string, Kind> = {
  COLUMN: { type: 'bar' },
  BAR: { type: 'bar', horizontal: true },
  HISTOGRAM: { type: 'bar' },
  LINE: { type: 'line' },
  TIMELINE: { type: 'line' },
  AREA: { type: 'line', filled: true },
  STEPPED_AREA: { type: 'line', filled: true },
  COMBO: { type: 'bar' },
  PIE: { type: 'pie', round: true },
  SCATTER: { type: 'scatter', points: true },
  RADAR: { type: 'radar' },
};

/** Sheets' own colours, in its order. */
const palette = [
  '#4285f4',
  '#ea4335',
  '#fbbc04',
  '#34a853',
  '#ff6d01',
  '#46bdc6',
  '#7baaf7',
  '#f07b72',
  '#fcd04f',
  '#71c287',
];
const textColor = '#5f6368';
const gridColor = '#e8eaed';

/** An option by its path, whether it was set as 'legend.position' or as legend: { position }. */
export function option(options: Record<string, unknown>, path: string): unknown {
  if (path in options) return options[path];
  const parts = path.split('.');
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const outer = options[parts.slice(0, length).join('.')];
    if (typeof outer === 'object' && outer !== null) {
      return option(outer as Record<string, unknown>, parts.slice(length).join('.'));
    }
  }
  return undefined;
}

const isNumber = (cell: ChartCell | undefined) => typeof cell?.value === 'number';

/** Headers as told, else as they look: a row of texts above numbers. */
function splitHeaders(rows: ChartCell[][], headerCount: number): { header: ChartCell[]; body: ChartCell[][] } {
  const [first = [], second = []] = rows;
  const looksLikeHeader = first.slice(1).every((cell) => typeof cell.value === 'string') && second.some(isNumber);
  const count = headerCount > 0 ? headerCount : looksLikeHeader ? 1 : 0;
  return { header: count > 0 ? (rows[count - 1] ?? []) : [], body: rows.slice(count) };
}

function transposed(rows: ChartCell[][]): ChartCell[][] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: width }, (_, column) =>
    rows.map((row) => row[column] ?? { value: null, text: '', pattern: '' }),
  );
}

/** null: a kind that is not drawn. */
export function chartConfig(
  chart: Pick<ChartData, 'type' | 'options' | 'headerCount' | 'transposed'>,
  table: ChartCell[][],
  format: FormatNumber,
): ChartConfiguration | null {
  const kind = kinds[chart.type];
  if (!kind) return null;
  const get = (path: string) => option(chart.options, path);
  const text = (path: string) => (typeof get(path) === 'string' ? String(get(path)) : '');
  const { header, body } = splitHeaders(chart.transposed ? transposed(table) : table, chart.headerCount);
  const domainFormat = text(kind.horizontal ? 'vAxis.format' : 'hAxis.format');
  const labels = body.map(([domain]) =>
    domainFormat && isNumber(domain) ? format(Number(domain?.value), domainFormat) : (domain?.text ?? ''),
  );
  // Sheets' own box "Treat labels as text": without it dates are points in time.
  const isTime =
    get('treatLabelsAsText') === false &&
    !kind.horizontal &&
    !kind.round &&
    !kind.points &&
    body.length > 0 &&
    body.every(([domain]) => isNumber(domain) && /[dmy]/i.test(domain?.pattern ?? ''));
  const width = Math.max(1, ...body.map(({ length }) => length));
  const colors = (get('colors') as string[] | undefined) ?? palette;
  const color = (index: number) => colors[index % colors.length] ?? '#4285f4';
  const isStacked = Boolean(get('isStacked')) && get('isStacked') !== 'false';
  const patternOf = (column: number) => body.find((row) => isNumber(row[column]))?.[column]?.pattern ?? '';

  const datasets = Array.from({ length: width - 1 }, (_, index): ChartDataset => {
    const column = index + 1;
    const series = (path: string) => get(`series.${index}.${path}`);
    const isLine = series('type') === 'line' || (chart.type === 'COMBO' && get('seriesType') === 'line');
    const own = typeof series('color') === 'string' ? String(series('color')) : color(index);
    const numbers = body.map((row) => (isNumber(row[column]) ? Number(row[column]?.value) : null));
    return {
      label: header[column]?.text ?? '',
      data:
        kind.points || isTime
          ? body.map((row, at) => ({ x: Number(row[0]?.value), y: numbers[at] ?? Number.NaN }))
          : numbers,
      ...(isLine && kind.type === 'bar' && { type: 'line' }),
      backgroundColor: kind.round ? labels.map((__, at) => color(at)) : kind.filled ? `${own}4d` : own,
      borderColor: kind.round ? '#ffffff' : own,
      ...(kind.type === 'bar' && !isLine
        ? { borderWidth: 0, maxBarThickness: 44 }
        : { borderWidth: Number(series('lineWidth') ?? get('lineWidth') ?? 2) }),
      fill: kind.filled ?? false,
      tension: get('curveType') === 'function' ? 0.35 : 0,
      // Google's size is a diameter.
      pointRadius: kind.points ? 4 : Number(series('pointSize') ?? get('pointSize') ?? 0) / 2,
    } as ChartDataset;
  });

  const legendPosition = text('legend.position') || (kind.round || datasets.length > 1 ? 'right' : 'none');
  const inked = (path: string) => (typeof get(`${path}.color`) === 'string' ? text(`${path}.color`) : textColor);
  const sized = (path: string) => ({ size: Number(get(`${path}.fontSize`) ?? 12) });
  const ticks = (axis: string, pattern: string) => ({
    color: inked(`${axis}.textStyle`),
    font: sized(`${axis}.textStyle`),
    callback: (value: number | string) => formatted(Number(value), text(`${axis}.format`) || pattern, format),
  });
  const line = (axis: string) => text(`${axis}.gridlines.color`) || gridColor;
  const numberAxis = (axis: 'hAxis' | 'vAxis') => ({
    stacked: isStacked,
    title: { display: text(`${axis}.title`) !== '', text: text(`${axis}.title`), color: textColor },
    grid: { color: line(axis) },
    border: { display: false },
    ticks: {
      ...ticks(axis, patternOf(1)),
      ...(get(`${axis}.gridlines.count`) === undefined
        ? {}
        : { maxTicksLimit: Number(get(`${axis}.gridlines.count`)) + 1 }),
    },
    min: get(`${axis}.viewWindow.min`) as number | undefined,
    max: get(`${axis}.viewWindow.max`) as number | undefined,
    ...(Boolean(get(`${axis}.logScale`)) && { type: 'logarithmic' as const }),
  });
  const labelAxis = (axis: 'hAxis' | 'vAxis') => ({
    stacked: isStacked,
    title: { display: text(`${axis}.title`) !== '', text: text(`${axis}.title`), color: textColor },
    grid: { display: false },
    ticks: {
      color: inked(`${axis}.textStyle`),
      font: sized(`${axis}.textStyle`),
      maxRotation: 45,
      autoSkip: !kind.horizontal,
    },
    reverse: Boolean(get('reverseCategories')),
  });
  const timeAxis = () => ({
    type: 'linear' as const,
    stacked: isStacked,
    offset: kind.type === 'bar',
    grid: { display: false },
    ticks: {
      color: inked('hAxis.textStyle'),
      font: sized('hAxis.textStyle'),
      maxRotation: 45,
      maxTicksLimit: 9,
      callback: (value: number | string) => format(Number(value), domainFormat || 'yyyy-mm-dd'),
    },
    min: Math.min(...body.map(([domain]) => Number(domain?.value))),
    max: Math.max(...body.map(([domain]) => Number(domain?.value))),
  });
  const hasAxes = !kind.round && kind.type !== 'radar';
  // Google's hAxis is the one along the bottom, whichever way the bars run.
  const scales = kind.points
    ? { x: numberAxis('hAxis'), y: numberAxis('vAxis') }
    : kind.horizontal
      ? { x: numberAxis('hAxis'), y: labelAxis('vAxis') }
      : { x: isTime ? timeAxis() : labelAxis('hAxis'), y: numberAxis('vAxis') };

  return {
    type: kind.type === 'pie' && Number(get('pieHole') ?? 0) > 0 ? 'doughnut' : kind.type,
    data: { labels, datasets },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: kind.horizontal ? 'y' : 'x',
      ...(kind.round && { cutout: `${Number(get('pieHole') ?? 0) * 100}%` }),
      ...(hasAxes && { scales }),
      plugins: {
        title: {
          display: text('title') !== '',
          text: text('title'),
          align: 'start',
          color: typeof get('titleTextStyle.color') === 'string' ? text('titleTextStyle.color') : '#202124',
          font: {
            size: Number(get('titleTextStyle.fontSize') ?? 16),
            weight: get('titleTextStyle.bold') === true ? 'bold' : 'normal',
          },
        },
        subtitle: { display: text('subtitle') !== '', text: text('subtitle'), align: 'start', color: textColor },
        legend: {
          display: !['none', ''].includes(legendPosition),
          position: legendPosition as 'right',
          labels: { boxWidth: 12, color: inked('legend.textStyle'), font: sized('legend.textStyle') },
        },
        tooltip: { enabled: false },
      },
      layout: { padding: 8 },
    },
    plugins: [dataLabels((index) => get(`series.${index}.dataLabel`) === 'value', patternOf, format, isStacked)],
  } as ChartConfiguration;
}

/** Google's names for axis formats that are no patterns. */
function formatted(value: number, pattern: string, format: FormatNumber): string {
  if (pattern === 'short') return new Intl.NumberFormat('en-US', { notation: 'compact' }).format(value);
  if (pattern === 'percent') return format(value, '0%');
  return format(value, pattern === 'decimal' ? '#,##0' : pattern);
}

/** What Sheets writes into a chart: values at the ends of bars, in the number format of their cells, and shares of slices. */
function dataLabels(
  isLabelled: (series: number) => boolean,
  patternOf: (column: number) => string,
  format: FormatNumber,
  isStacked: boolean,
): Plugin {
  return {
    id: 'dataLabels',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.font = '11px sans-serif';
      ctx.textBaseline = 'middle';
      for (const [index, { data }] of chart.data.datasets.entries()) {
        const meta = chart.getDatasetMeta(index);
        const isRound = meta.type === 'pie' || meta.type === 'doughnut';
        if (!chart.isDatasetVisible(index) || !(isRound || isLabelled(index))) continue;
        const total = data.reduce<number>((sum, each) => sum + (typeof each === 'number' ? each : 0), 0);
        meta.data.forEach((element, at) => {
          const value = data[at];
          if (typeof value !== 'number') return;
          const { x, y } = isRound ? element.tooltipPosition(true) : element;
          if (isRound) {
            // As Sheets does: none in a slice too thin for it.
            if (value / total < 0.04) return;
            ctx.textAlign = 'center';
            ctx.fillStyle = '#ffffff';
            ctx.fillText(format(value / total, '0.0%'), x ?? 0, y ?? 0);
            return;
          }
          const label = format(value, patternOf(index + 1));
          if (isStacked) {
            // In the middle of its part: beyond its end stands the next one.
            const { base = 0 } = element as unknown as { base?: number };
            const isAcross = chart.options.indexAxis === 'y';
            ctx.textAlign = 'center';
            ctx.fillStyle = '#ffffff';
            ctx.fillText(
              label,
              isAcross ? ((x ?? 0) + base) / 2 : (x ?? 0),
              isAcross ? (y ?? 0) : ((y ?? 0) + base) / 2,
            );
            return;
          }
          const isAcross = chart.options.indexAxis === 'y';
          const isInside = isAcross && (x ?? 0) + 4 + ctx.measureText(label).width > chartArea.right;
          ctx.textAlign = isAcross ? (isInside ? 'right' : 'left') : 'center';
          ctx.fillStyle = isInside ? '#ffffff' : textColor;
          ctx.fillText(label, (x ?? 0) + (isAcross ? (isInside ? -4 : 4) : 0), (y ?? 0) - (isAcross ? 0 : 8));
        });
      }
      ctx.restore();
    },
  };
}
