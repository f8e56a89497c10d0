import type { Area, CellLook, Page } from '../../core/page';
import type { Table, Workbook } from '../../core/ports';
import { columnLetters } from '../../core/text';
import { PIPELINE_TEXT } from '../../schema/text/pipeline';
import { area } from '../../sheet/grid';
import { INK, LINE, QUIET } from '../../sheet/house-style';
import { columnCells } from '../run/cell-block';
import { ownPage } from './own-page';

const TEXT = PIPELINE_TEXT.words;
const [WORD_MARK, LEFT_OUT_MARK] = ['pipeline words', 'pipeline words left out'];
const KIND = 'pipelineWords';

/** Fill and text of a status by the line of its word; text on fill reads at 4.5 to 1 and more. */
export const COLORS: readonly (readonly [fill: string, color: string])[] = [
  ['#e8eaed', '#3c4043'],
  ['#d2e3fc', '#174ea6'],
  ['#feefc3', '#7a4100'],
  ['#ceead6', '#0d652d'],
  ['#f1f3f4', '#5f6368'],
  ['#fad2cf', '#a50e0e'],
  ['#e9d2fd', '#681da8'],
  ['#c4eef2', '#0b5563'],
  ['#fdcfe8', '#9c166b'],
  ['#fedfc8', '#8a3c00'],
];

export interface StatusWords {
  /** Undefined: nobody has made a pipeline yet, or the sheet was deleted. */
  table?: Table;
  words: readonly { word: string; isLeftOut: boolean }[];
}

const DEFAULT_WORDS = PIPELINE_TEXT.statuses.map((word) => ({ word, isLeftOut: word === PIPELINE_TEXT.doNotContact }));

/** As they stand in their sheet. */
export function statusWords(workbook: Workbook): StatusWords {
  const [sheet] = workbook.marked(WORD_MARK);
  return sheet ? { table: sheet.table, words: wordsIn(sheet.table, sheet.marks) } : { words: DEFAULT_WORDS };
}

function wordsIn(table: Table, marks = table.marks()): StatusWords['words'] {
  const last = table.lastRow();
  const [words = [], ticks = []] = [WORD_MARK, LEFT_OUT_MARK].map((mark) => columnCells(table, marks.get(mark), last));
  return words.flatMap((cell, at) => {
    const word = String(cell).trim();
    return at === 0 || word === '' ? [] : [{ word, isLeftOut: isTick(ticks[at]) }];
  });
}

/** Below our checkboxes people type what they like. */
const isTick = (cell: unknown): boolean =>
  cell === true || /^(x|✓|✔|1|true|yes|y|wahr|ja|j|oui|s[ií]|vrai|verdadero|vero)$/i.test(String(cell).trim());

/** Makes the sheet where there is none. */
export function wordsSheet(workbook: Workbook): Required<StatusWords> {
  const marks = new Map([
    [LEFT_OUT_MARK, 2],
    [WORD_MARK, 1],
  ]);
  const table = ownPage(workbook, KIND, wordsPage(), TEXT.sheet, marks);
  return { table, words: wordsIn(table) };
}

export const isWordsSheet = (marks: ReadonlyMap<string, number>): boolean => marks.has(WORD_MARK);

function wordsPage(): Omit<Page, 'name'> {
  const looks: CellLook[] = COLORS.map(([fill, color], at) => ({ areas: [area(at + 2, 1, 1, 1)], fill, color }));
  return {
    cells: [
      [TEXT.status, TEXT.leftOut, '', ''],
      ...COLORS.map((_, at) => {
        const known = DEFAULT_WORDS[at];
        return [known?.word ?? '', known?.isLeftOut ?? false, '', at === 0 ? TEXT.hint : ''];
      }),
    ],
    widths: [180, 90, 24, 340],
    merges: [area(2, 4, 5, 1)],
    checkboxes: [area(2, 2, COLORS.length, 1)],
    looks: [
      ...looks,
      { areas: [area(1, 1, 1, 2)], bold: true, color: INK, fill: LINE },
      { areas: [area(2, 4, 1, 1)], color: QUIET, wraps: true, vertical: 'top' },
      { areas: [area(2, 2, COLORS.length, 1)], align: 'center' },
    ],
    frozenRows: 1,
  };
}

/** The cells that dropdowns offer: all lines that have a color, and what people have added below. */
export const wordsArea = (table: Table): Area => ({
  row: 2,
  column: table.marks().get(WORD_MARK) ?? 1,
  rows: Math.max(COLORS.length, table.lastRow() - 1),
  columns: 1,
});

/**
 * Colors a cell while it says what stands in a line of the words. Google lets such a formula name another sheet only as
 * INDIRECT's text. It has no separators, which locales write differently.
 */
export function lightFormulas(words: Table, list: Area, cell: string): string[] {
  const sheet = words.name().replace(/'/g, "''").replace(/"/g, '""');
  const column = columnLetters(list.column);
  return COLORS.map((_, at) => `=(${cell}<>"")*(${cell}=INDIRECT("'${sheet}'!${column}${at + 2}"))`);
}

export const isLightFormula = (formula: string): boolean =>
  /^=\(\$?[A-Z]+\$?\d+<>""\)\*\(\$?[A-Z]+\$?\d+=INDIRECT\(/.test(formula);

/** Whatever its capitals and spaces, which may be other ones where a status was pasted. */
export const plainStatus = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** Whether a status says that its creator is left out by Find and Enrich. */
export function leavesOut({ words }: Pick<StatusWords, 'words'>): (status: string) => boolean {
  const out = new Set(words.flatMap(({ word, isLeftOut }) => (isLeftOut ? [plainStatus(word)] : [])));
  return (status) => out.has(plainStatus(status));
}

/** What is written for somebody who is to be left out. */
export const wordForLeftOut = ({ words }: Pick<StatusWords, 'words'>): string | undefined =>
  words.find(({ isLeftOut }) => isLeftOut)?.word;
