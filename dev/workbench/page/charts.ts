/** Charts the add-on asked for, drawn over the grid where they are anchored, and again when their figures change. */
import { CellValueType, numfmt } from '@univerjs/core';
import { Chart } from 'chart.js/auto';
import type { Area } from '../../emulator/spreadsheet/a1';
import type { ChartData } from '../../emulator/spreadsheet/sheet-data';
import type { Mutation } from '../document';
import type { ChartCell } from './chart-config';
import { chartConfig } from './chart-config';
import { byId, element } from './element';
import type { SheetsComponent } from './univer';
import { documentSheetId, univerSheetId } from './workbook-data';

type OfType<Type extends Mutation['type']> = Extract<Mutation, { type: Type }>;

export interface ChartLayer {
  set(mutation: OfType<'setChart'>): void;
  remove(mutation: OfType<'removeChart'>): void;
  /** All charts of a sheet. */
  replace(sheetId: number, charts: ChartData[]): void;
  /** Draws again what has changed; moves what was scrolled. */
  update(): void;
}

interface Drawn {
  box: HTMLElement;
  chart: Chart | null;
  /** What it was drawn from. */
  text: string;
}

/** Size of a chart in Sheets unless options say otherwise. */
const defaultSize = { width: 600, height: 371 };

const formatNumber = (value: number, pattern: string): string =>
  pattern && pattern !== 'General' ? numfmt.format(pattern, value) : value.toLocaleString('en-US');

export function createChartLayer(sheets: SheetsComponent): ChartLayer {
  const { workbook, cellOnPage } = sheets;
  const layer = element('div', { class: 'charts' });
  byId('grid').after(layer);
  const charts = new Map<number, Map<number, ChartData>>();
  const drawn = new Map<number, Drawn>();

  function cellsOf(sheetId: number, area: Area, hiddenDimensions: string): ChartCell[][] {
    const sheet = workbook.getSheetBySheetId(univerSheetId(sheetId))?.getSheet();
    const [showsRows, showsColumns] = [/COLUMNS|SHOW/, /ROWS|SHOW/].map((shown) => shown.test(hiddenDimensions));
    const shownRows = Array.from({ length: area.rows }, (_, down) => down).filter(
      (down) => showsRows || sheet?.getRowVisible(area.row - 1 + down) !== false,
    );
    const shownColumns = Array.from({ length: area.columns }, (_, across) => across).filter(
      (across) => showsColumns || sheet?.getColVisible(area.column - 1 + across) !== false,
    );
    const styles = workbook.getWorkbook().getStyles();
    return shownRows.map((down) =>
      shownColumns.map((across) => {
        const row = area.row - 1 + down;
        const column = area.column - 1 + across;
        // The raw cell has the number, the other what it shows; a spilled value is only in the latter.
        const shown = sheet?.getCell(row, column);
        const raw = sheet?.getCellRaw(row, column) ?? shown;
        const spilled =
          sheets.formulas.getArrayFormulaCellData()['workbook']?.[univerSheetId(sheetId)]?.[row]?.[column];
        const { v = null, t } = spilled ?? raw ?? {};
        const value = t === CellValueType.NUMBER && v !== null ? Number(v) : v;
        return { value, text: String(shown?.v ?? ''), pattern: styles.getStyleByCell(shown)?.n?.pattern ?? '' };
      }),
    );
  }

  /** Ranges beside each other, as Sheets merges columns. */
  function tableOf({ ranges, hiddenDimensions = 'IGNORE_ROWS' }: ChartData): ChartCell[][] {
    const parts = ranges.map(({ sheetId, area }) => cellsOf(sheetId, area, hiddenDimensions));
    const height = Math.max(0, ...parts.map(({ length }) => length));
    return Array.from({ length: height }, (_, row) => parts.flatMap((part) => part[row] ?? []));
  }

  function draw(data: ChartData): Drawn {
    const table = tableOf(data);
    const text = JSON.stringify([data.type, data.options, data.headerCount, data.transposed, table]);
    const present = drawn.get(data.id);
    if (present?.text === text) return present;
    present?.chart?.destroy();
    present?.box.remove();
    const config = chartConfig(data, table, formatNumber);
    const canvas = element('canvas', {
      role: 'img',
      'aria-label': String(data.options['title'] ?? `${data.type} chart`),
    });
    const box = element('div', { class: 'chart' }, config ? canvas : `A ${data.type} chart (not drawn here)`);
    layer.append(box);
    const made = { box, text, chart: config && new Chart(canvas, config) };
    drawn.set(data.id, made);
    return made;
  }

  function place({ box }: Drawn, { position, options }: ChartData): void {
    const anchor = cellOnPage(workbook.getActiveSheet().getRange(position.row - 1, position.column - 1));
    const origin = layer.getBoundingClientRect();
    box.style.left = `${anchor.x - origin.x + position.offsetX}px`;
    box.style.top = `${anchor.y - origin.y + position.offsetY}px`;
    box.style.width = `${Number(options['width'] ?? defaultSize.width)}px`;
    box.style.height = `${Number(options['height'] ?? defaultSize.height)}px`;
  }

  function update(): void {
    const active = charts.get(documentSheetId(workbook.getActiveSheet().getSheetId())) ?? new Map<number, ChartData>();
    for (const [id, { box, chart }] of drawn) {
      if (active.has(id)) continue;
      chart?.destroy();
      box.remove();
      drawn.delete(id);
    }
    layer.hidden = active.size === 0;
    if (active.size === 0) return;
    // Over the cells, not over their headers nor the toolbar.
    const cells = sheets.cellsOnPage();
    layer.style.cssText = `left: ${cells.x}px; top: ${cells.y}px; width: ${cells.width}px; height: ${cells.height}px`;
    for (const data of active.values()) place(draw(data), data);
  }

  const of = (sheetId: number) => {
    const present = charts.get(sheetId) ?? new Map<number, ChartData>();
    charts.set(sheetId, present);
    return present;
  };

  return {
    set: ({ sheetId, chart }) => {
      of(sheetId).set(chart.id, chart);
      update();
    },
    remove: ({ sheetId, chartId }) => {
      of(sheetId).delete(chartId);
      update();
    },
    replace: (sheetId, list) => {
      charts.set(sheetId, new Map(list.map((chart) => [chart.id, chart])));
      update();
    },
    update,
  };
}
