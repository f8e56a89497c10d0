import type { Table } from '../../core/ports';
import { columnLetters } from '../../core/text';
import { PIPELINE_TEXT } from '../../schema/text/pipeline';
import { COLORS, isLightFormula, lightFormulas, wordsArea } from './status-words';

/** A dropdown of the words, and their colors. False: a list or check of a person's own stands there, and stays. */
export const setStatusRules = (table: Table, words: Table, column: number, row: number): boolean =>
  table.setRules({
    row,
    column,
    choices: { table: words, area: wordsArea(words) },
    former: PIPELINE_TEXT.statuses,
    lights: lightFormulas(words, `$${columnLetters(column)}${row}`).map((formula, at) => {
      const [fill = '', color = ''] = COLORS[at] ?? [];
      return { formula, fill, color };
    }),
    isOurs: isLightFormula,
  });
