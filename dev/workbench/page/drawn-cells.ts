/**
 * Cells that hold a drawing: SPARKLINE, which Univer does not know, and IMAGE, whose picture the page may not fetch
 * (nothing leaves this machine), as a blank picture. Both are drawn over their cells; their value is blank, as in Sheets.
 */
import type { BaseValueObject, FunctionVariantType, FWorksheet } from '@univerjs/preset-sheets-core';
import { BaseFunction, StringValueObject } from '@univerjs/preset-sheets-core';
import { element, byId } from './element';
import { calculated, toArgument, type Argument } from './formula-values';
import type { SheetsComponent } from './univer';

export interface DrawnCells {
  /** Draws again what has changed; moves what was scrolled. */
  update(): void;
}

type Grid = Argument[][];

interface Drawing {
  name: string;
  args: Grid[];
  sheetId: string;
  row: number;
  column: number;
}

const gridOf = (argument: Argument | Grid): Grid => (Array.isArray(argument) ? argument : [[argument]]);

export function registerDrawnCells(sheets: SheetsComponent, timeZone: string): DrawnCells {
  const { workbook, functions, cellOnPage } = sheets;
  const layer = element('div', { class: 'charts' });
  byId('grid').after(layer);
  const drawings = new Map<string, Drawing>();

  class DrawnFunction extends BaseFunction {
    override calculate(...variants: FunctionVariantType[]): BaseValueObject {
      return calculated(() => {
        const args = variants.map((variant) => gridOf(toArgument(variant, timeZone)));
        const at = { sheetId: this.subUnitId ?? '', row: this.row, column: this.column };
        drawings.set(`${at.sheetId}/${at.row}/${at.column}`, { name: String(this.name), args, ...at });
        return StringValueObject.create('');
      });
    }
  }
  functions.registerExecutors(new DrawnFunction('SPARKLINE'), new DrawnFunction('IMAGE'));

  const isThere = ({ name, row, column }: Drawing): boolean =>
    workbook.getActiveSheet().getRange(row, column).getFormula().toUpperCase().includes(`${name}(`);

  /** A merged cell is as large as all of it. */
  function whole(sheet: FWorksheet, { row, column }: Drawing): DOMRect {
    const merged = sheet.getCellMergeData(row, column);
    const first = cellOnPage(sheet.getRange(row, column));
    if (!merged) return first;
    const last = cellOnPage(
      sheet.getRange(merged.getRow() + merged.getHeight() - 1, merged.getColumn() + merged.getWidth() - 1),
    );
    return new DOMRect(first.x, first.y, last.right - first.x, last.bottom - first.y);
  }

  function update(): void {
    layer.replaceChildren();
    const sheet = workbook.getActiveSheet();
    const cells = sheets.cellsOnPage();
    layer.style.cssText = `left: ${cells.x}px; top: ${cells.y}px; width: ${cells.width}px; height: ${cells.height}px`;
    for (const drawing of drawings.values()) {
      if (drawing.sheetId !== sheet.getSheetId() || !isThere(drawing)) continue;
      const { x, y, width, height } = whole(sheet, drawing);
      if (x + width < cells.x || y + height < cells.y || x > cells.right || y > cells.bottom) continue;
      const scale = window.devicePixelRatio;
      const canvas = element('canvas', { width: String(width * scale), height: String(height * scale) });
      canvas.style.cssText = `position: absolute; left: ${x - cells.x}px; top: ${y - cells.y}px; width: ${width}px; height: ${height}px`;
      layer.append(canvas);
      const pen = canvas.getContext('2d');
      if (!pen) continue;
      pen.scale(scale, scale);
      if (drawing.name === 'IMAGE') drawPicture(pen, width, height);
      else drawSparkline(pen, width, height, drawing.args);
    }
    layer.hidden = layer.childElementCount === 0;
  }
  return { update };
}

const padding = 3;

function drawPicture(pen: CanvasRenderingContext2D, width: number, height: number): void {
  const size = Math.min(width, height) - 2 * padding;
  const [left, top] = [(width - size) / 2, (height - size) / 2];
  pen.fillStyle = '#e2e5ee';
  pen.fillRect(left, top, size, size);
  pen.fillStyle = '#aeb5c6';
  pen.beginPath();
  pen.arc(left + size / 2, top + size * 0.4, size * 0.17, 0, 2 * Math.PI);
  pen.fill();
  pen.beginPath();
  pen.ellipse(left + size / 2, top + size, size * 0.32, size * 0.34, 0, Math.PI, 2 * Math.PI);
  pen.fill();
}

/** As Sheets documents it: line (the default), bar, column and winloss; options as pairs. */
function drawSparkline(
  pen: CanvasRenderingContext2D,
  width: number,
  height: number,
  [data = [], pairs = []]: Grid[],
): void {
  const options = new Map(pairs.map(([name, value]) => [String(name).toLowerCase(), value]));
  const numbers = data.flat().filter((value): value is number => typeof value === 'number');
  if (numbers.length === 0) return;
  const kind = String(options.get('charttype') ?? 'line');
  const color = (name: string, otherwise: string) => String(options.get(name) || otherwise);
  const limit = (name: string, otherwise: number) =>
    typeof options.get(name) === 'number' ? Number(options.get(name)) : otherwise;
  const [across, down] = [width - 2 * padding, height - 2 * padding];
  if (kind === 'bar') {
    const most =
      limit(
        'max',
        numbers.reduce((sum, each) => sum + each, 0),
      ) || 1;
    let left = padding;
    numbers.forEach((value, index) => {
      const part = Math.max(0, Math.min(value / most, 1)) * across;
      pen.fillStyle = color(index % 2 === 0 ? 'color1' : 'color2', index % 2 === 0 ? '#fbbc04' : '#34a853');
      pen.fillRect(left, padding, part, down);
      left += part;
    });
    return;
  }
  const isLine = kind === 'line';
  const least = limit('ymin', isLine ? Math.min(...numbers) : Math.min(0, ...numbers));
  const most = limit('ymax', Math.max(...numbers));
  const yOf = (value: number) => padding + down - ((value - least) / (most - least || 1)) * down;
  const step = across / Math.max(1, isLine ? numbers.length - 1 : numbers.length);
  pen.strokeStyle = pen.fillStyle = color('color', '#000000');
  pen.lineWidth = Number(options.get('linewidth') ?? 1);
  pen.beginPath();
  numbers.forEach((value, index) => {
    if (isLine) pen.lineTo(padding + index * step, yOf(value));
    else pen.fillRect(padding + index * step, Math.min(yOf(value), yOf(0)), step * 0.8, Math.abs(yOf(value) - yOf(0)));
  });
  if (isLine) pen.stroke();
}
