import type { ChartSpec } from '../core/page';

/** One look across everything that the add-on lays out: reports, comparisons, summaries. */
export const INK = '#1f2a44';
export const QUIET = '#6b7280';
export const LINE = '#e5e7eb';
export const PAPER = '#f6f7fb';
export const ACCENT = '#4453d6';
/** Series in order; the first two also stand for women and men. */
export const SERIES = ['#e0607e', '#4453d6', '#2a9d8f', '#f2a541', '#8e7cc3', '#5fa8d3', '#b0b7c3'] as const;

const FONT = { color: QUIET, fontSize: 11 };

/** The chart's own options win over those that all charts share. */
export const houseChart = (title: string, chart: ChartSpec): ChartSpec => ({
  ...chart,
  options: {
    title,
    titleTextStyle: { color: INK, fontSize: 14, bold: true },
    backgroundColor: '#ffffff',
    colors: [ACCENT],
    'legend.position': 'none',
    'legend.textStyle': FONT,
    'hAxis.textStyle': FONT,
    'vAxis.textStyle': FONT,
    'hAxis.gridlines.color': LINE,
    'vAxis.gridlines.color': LINE,
    ...chart.options,
  },
});
