/** The card beside the selected cell: the sentence behind an error, a note, a link. Sheets shows it at the same place. */
import type { FRange } from '@univerjs/preset-sheets-core';
import type { Attachment } from './cell-data';
import { byId, element } from './element';

const gapPixels = 6;
const cardWidthPixels = 300;

/** Sentences for errors that the component itself makes. */
const ownErrors: Record<string, string> = {
  '#SPILL!': 'Array result was not expanded because it would overwrite other data. (Google Sheets shows #REF! here.)',
  '#NAME?': 'Unknown function or name in this formula.',
  '#DIV/0!': 'Division by zero.',
  '#CYCLE!': 'Circular dependency: this formula refers to itself.',
};

export interface CellCard {
  /** Looks at the cell anew; null hides the card. */
  update(cell: FRange | null): void;
}

export function createCellCard(
  cellOnPage: (cell: FRange) => DOMRect,
  noteAt: (cell: FRange) => string | undefined,
): CellCard {
  const card = byId('cell-card');

  function content(cell: FRange): Node[] {
    const shown = String(cell.getCellData()?.v ?? '');
    const { note, link } = (cell.getCustomMetaData() ?? {}) as Attachment;
    const sentence = shown === '#ERROR!' ? noteAt(cell) : ownErrors[shown];
    return [
      ...(sentence ? [element('h2', {}, 'Error'), element('p', { class: 'error' }, sentence)] : []),
      ...(note ? [element('h2', {}, 'Note'), element('p', {}, note)] : []),
      ...(link && link.startsWith('https://')
        ? [element('a', { href: link, target: '_blank', rel: 'noreferrer' }, link)]
        : []),
    ];
  }

  return {
    update(cell) {
      const nodes = cell ? content(cell) : [];
      card.hidden = nodes.length === 0;
      if (!cell || nodes.length === 0) return;
      card.replaceChildren(...nodes);
      const at = cellOnPage(cell);
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
