import type { Table } from '../../core/ports';
import { pipelineText } from '../../schema/sheet-text';
import { markOf } from './pipeline-column';
import { COLORS, isLightFormula, lightFormulas, wordsArea } from './status-words';

/** A dropdown of the words, and their colors. False: a list or check of a person's own stands there, and stays. */
export function setStatusRules(table: Table, words: Table, row: number): boolean {
  const area = wordsArea(words);
  return table.setRules({
    row,
    mark: markOf('status'),
    choices: { table: words, area },
    former: pipelineText.each().map(({ statuses }) => Object.values(statuses)),
    lights: (cell) =>
      lightFormulas(words, area, cell).map((formula, at) => {
        const [fill = '', color = ''] = COLORS[at] ?? [];
        return { formula, fill, color };
      }),
    isOurs: isLightFormula,
  });
}
