/**
 * The card beside the cell under the pointer, or beside the selected one: the sentence behind an error, what a formula says
 * and its cell has no room for, a note, a link. Sheets shows its own at the same place.
 */
import type { FRange } from '@univerjs/preset-sheets-core';
import type { Attachment } from './cell-data';
import { byId, element } from './element';
import { SHEETS_ERRORS } from './sheets-errors';
import type { SheetsComponent } from './univer';
import { workbookId } from './workbook-data';

const gapPixels = 6;
const cardWidthPixels = 300;
/** Left and right of a cell's text. */
const paddingPixels = 4;
const pixelsPerPoint = 4 / 3;
const defaultFontPoints = 10;

export interface CellCard {
  /** Shows the first of the cells that has something to say; hides the card if none has. */
  update(cells: (FRange | null)[]): void;
}

export function createCellCard(
  { cellOnPage, formulas, workbook }: SheetsComponent,
  noteAt: (cell: FRange) => string | undefined,
): CellCard {
  const card = byId('cell-card');
  const ruler = document.createElement('canvas').getContext('2d');

  /** The text that a formula has put there, also beyond its own cell. */
  function textOf(cell: FRange): string {
    const [row, column] = [cell.getRow(), cell.getColumn()];
    const spilled = formulas.getArrayFormulaCellData()[workbookId]?.[cell.getSheetId()]?.[row]?.[column];
    const value =
      cell.getFormula() || spilled
        ? (spilled ?? workbook.getActiveSheet().getSheet().getCellRaw(row, column))?.v
        : null;
    return typeof value === 'string' ? value : '';
  }

  function isCut(cell: FRange, text: string): boolean {
    const { fs, ff } = cell.getCellStyleData() ?? {};
    if (ruler) ruler.font = `${(fs ?? defaultFontPoints) * pixelsPerPoint}px ${ff ?? 'Arial'}`;
    return (ruler?.measureText(text).width ?? 0) > cell.getCellRect().width - 2 * paddingPixels;
  }

  function content(cell: FRange): Node[] {
    const text = textOf(cell);
    const { note, link } = (cell.getCustomMetaData() ?? {}) as Attachment;
    const error = Object.hasOwn(SHEETS_ERRORS, text) ? SHEETS_ERRORS[text] : undefined;
    const sentence = text === '#ERROR!' ? (noteAt(cell) ?? error?.sentence) : error?.sentence;
    return [
      ...(sentence ? [element('h2', {}, 'Error'), element('p', { class: 'error' }, sentence)] : []),
      ...(!error && isCut(cell, text) ? [element('p', { class: 'whole' }, text)] : []),
      ...(note ? [element('h2', {}, 'Note'), element('p', {}, note)] : []),
      ...(link && link.startsWith('https://')
        ? [element('a', { href: link, target: '_blank', rel: 'noreferrer' }, link)]
        : []),
    ];
  }

  return {
    update(cells) {
      const active = workbook.getActiveSheet().getSheetId();
      const [found] = cells.flatMap((cell) => {
        const nodes = cell && cell.getSheetId() === active ? content(cell) : [];
        return cell && nodes.length > 0 ? [{ cell, nodes }] : [];
      });
      card.hidden = found === undefined;
      if (!found) return;
      card.replaceChildren(...found.nodes);
      const at = cellOnPage(found.cell);
      const grid = byId('grid').getBoundingClientRect();
      const isVisible = at.bottom > grid.top && at.top < grid.bottom && at.right > grid.left && at.left < grid.right;
      card.hidden = !isVisible;
      const right = at.right + gapPixels;
      const left =
        right + cardWidthPixels > grid.right ? Math.max(grid.left, at.left - cardWidthPixels - gapPixels) : right;
      card.style.left = `${left}px`;
      card.style.top = `${Math.min(at.top, grid.bottom - card.offsetHeight - gapPixels)}px`;
    },
  };
}
