import type { Area, CellLook, Page } from '../../core/page';
import type { Table, Tools, Workbook } from '../../core/ports';
import { lazy } from '../../core/lazy';
import { columnLetters } from '../../core/text';
import { locked } from '../../gate/locked';
import { pipelineText } from '../../schema/sheet-text';
import { area } from '../../sheet/grid';
import { INK, LINE, QUIET } from '../../sheet/house-style';
import { columnCells } from '../run/cell-block';
import { ownPage } from './own-page';

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

function defaultWords(): StatusWords['words'] {
  const { statuses } = pipelineText();
  return Object.values(statuses).map((word) => ({ word, isLeftOut: word === statuses.doNotContact }));
}

/** As they stand in their sheet. */
export function statusWords(workbook: Workbook): StatusWords {
  const [sheet] = workbook.marked(WORD_MARK);
  return sheet ? { table: sheet.table, words: wordsIn(sheet.table, sheet.marks) } : { words: defaultWords() };
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

/** Makes the sheet where there is none, alone: another's under that name would be in the way. */
export function wordsSheet({ host, workbook }: Pick<Tools, 'host' | 'workbook'>): Required<StatusWords> {
  const marks = new Map([
    [LEFT_OUT_MARK, 2],
    [WORD_MARK, 1],
  ]);
  const table =
    statusWords(workbook).table ??
    locked(host, () => ownPage(workbook, KIND, wordsPage(), pipelineText().words.sheet, marks));
  return { table, words: wordsIn(table) };
}

/** As it stands there, whoever laid it out or renamed it. */
export function leftOutHeader(table: Table): string {
  const [header = ''] = columnCells(table, table.marks().get(LEFT_OUT_MARK), 1);
  return String(header) || pipelineText().words.leftOut;
}

export const isWordsSheet = (marks: ReadonlyMap<string, number>): boolean => marks.has(WORD_MARK);

function wordsPage(): Omit<Page, 'name'> {
  const { status, leftOut, hint } = pipelineText().words;
  const words = defaultWords();
  const looks: CellLook[] = COLORS.map(([fill, color], at) => ({ areas: [area(at + 2, 1, 1, 1)], fill, color }));
  return {
    cells: [
      [status, leftOut, '', ''],
      ...COLORS.map((_, at) => {
        const known = words[at];
        return [known?.word ?? '', known?.isLeftOut ?? false, '', at === 0 ? hint : ''];
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

/** Capitals and spaces may be other ones where a status was pasted. */
const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** Our own words of other languages, with the English ones. */
const twins = lazy((): ReadonlyMap<string, string> => {
  const [english, german] = pipelineText.each();
  const names = Object.keys(english.statuses) as (keyof typeof english.statuses)[];
  return new Map(names.map((name) => [folded(german.statuses[name]), folded(english.statuses[name])]));
});

/** However it is written, and in whatever language it was chosen from a list of ours. */
export const plainStatus = (text: string): string => twins().get(folded(text)) ?? folded(text);

/** Whether a status says that its creator is left out by Find and Enrich. What somebody says of that very word goes first. */
export function leavesOut({ words }: Pick<StatusWords, 'words'>): (status: string) => boolean {
  const listed = new Set(words.map(({ word }) => folded(word)));
  const out = words.filter(({ isLeftOut }) => isLeftOut).map(({ word }) => word);
  const [exact, plain] = [new Set(out.map(folded)), new Set(out.map(plainStatus))];
  return (status) => (listed.has(folded(status)) ? exact.has(folded(status)) : plain.has(plainStatus(status)));
}

/** What is written for somebody who is to be left out. */
export const wordForLeftOut = ({ words }: Pick<StatusWords, 'words'>): string | undefined =>
  words.find(({ isLeftOut }) => isLeftOut)?.word;
