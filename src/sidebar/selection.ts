import type { Said } from '../core/said';
import { spokenOf } from '../schema/language';
import { SELECTION_TEXT } from '../schema/said-text';
import type { SelectedRows } from '../jobs/selection/selected-rows';
import { isPlatform } from '../schema/platform';
import { columnLetters } from '../core/text';
import type { SelectionReading } from './selection-calls';

const UNREADABLE_SHOWN = 50;
const TEXTS_SHOWN = 3;

/** How a selection was understood, for the page. */
export function readingView(
  { understood, keys, platform, cells, hidden }: SelectedRows,
  includesHidden: boolean,
): SelectionReading {
  const { columns, platformColumn = 0, headerPlatform = '', headerRow = 0, tops, links } = understood;
  const included = keys.reading.fillers ?? false;
  const left = cells.flatMap((cell) => (cell.filler ? [textOf(cell)] : []));
  return {
    columns,
    platformColumn,
    platform: isPlatform(platform) ? platform : '',
    headerPlatform,
    headerRow,
    tops,
    hidden: { ...hidden, rows: hidden.rows.size, included: includesHidden },
    fillers: { count: left.length, texts: [...new Set(left)].slice(0, TEXTS_SHOWN), included },
    links,
  };
}

const textOf = (cell: SelectedRows['cells'][number]): string =>
  cell.kind === 'unreadable' ? cell.text : cell.kind === 'creator' ? cell.creator.id : '';

/** The text stands beside the sentence, which need not begin with it. */
const withoutText = ({ code, figures: [first, ...rest] }: Said, text: string): Said => ({
  code,
  figures: [first === text ? '' : first, ...rest],
});

/** Cells that name no creator, except those that the page asks about. */
export function unreadableIn(cells: SelectedRows['cells']) {
  const all = cells.flatMap((cell) =>
    cell.kind === 'unreadable' && !cell.filler
      ? [{ row: cell.row, text: cell.text, why: spokenOf(withoutText(cell.why, cell.text)) }]
      : [],
  );
  return { unreadable: all.slice(0, UNREADABLE_SHOWN), unreadableCount: all.length };
}

/** `A2:A13, A20`, at most three blocks. */
export function areaText({ keys, blocks }: Pick<SelectedRows, 'keys' | 'blocks'>): string {
  const letters = columnLetters(keys.column);
  const texts = blocks.map(({ row, rows }) => `${letters}${row}${rows > 1 ? `:${letters}${row + rows - 1}` : ''}`);
  return texts.length > 3
    ? spokenOf(SELECTION_TEXT.moreBlocks(texts.slice(0, 3).join(', '), texts.length - 3))
    : texts.join(', ');
}
