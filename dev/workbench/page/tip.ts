/** One line for the first visit: what to type, or have typed. It goes when that is done, or by its cross for good. */
import type { FWorksheet } from '@univerjs/preset-sheets-core';
import { byId, element } from './element';

const formula = '=INFLU_FOLLOWERS("instagram", A2)';
const dismissedKey = 'workbench.tip.dismissed';

/** @returns looks whether it is done */
export function showTip(activeSheet: () => FWorksheet): () => void {
  const tip = byId('tip');
  const dismiss = () => {
    tip.hidden = true;
    localStorage.setItem(dismissedKey, 'yes');
  };
  const typeIt = () => {
    activeSheet().getRange('B2').setFormula(formula);
    activeSheet().getRange('B2').activate();
  };
  tip.replaceChildren(
    element('span', {}, 'In B2, type ', element('code', {}, formula), ', press Enter and drag the cell’s corner down.'),
    element('button', { type: 'button', click: typeIt }, 'Type it for me'),
    element('button', { type: 'button', class: 'dismiss', 'aria-label': 'Dismiss', click: dismiss }, '×'),
  );
  tip.hidden = localStorage.getItem(dismissedKey) === 'yes';
  return () => {
    if (!tip.hidden && activeSheet().getRange('B3').getFormula().includes('INFLU_FOLLOWERS(')) tip.hidden = true;
  };
}
