import { columnLetters } from '../../core/text';
import { PLATFORMS, type Platform } from '../../schema/platform';
import type { SelectionReading } from '../../sidebar/selection-calls';
import { list } from '../format';
import { TEXT } from '../text/text';

export const platformLabel = (platform: string): string => PLATFORMS[platform as Platform]?.label ?? platform;

type Column = { column: number; header?: string };

const LONGEST = 24;
const MOST_NAMED = 4;
const cut = (text: string): string => (text.length > LONGEST ? text.slice(0, LONGEST - 1).trim() + '…' : text);

/** `C “Handle”`, or `column C` where it has no header. */
export const columnName = ({ column, header = '' }: Column): string =>
  header === ''
    ? TEXT.selection.columnNamed(columnLetters(column))
    : columnLetters(column) + ' ' + TEXT.ui.quoted(cut(header));

type Use = SelectionReading['columns'][number]['use'];

/** Columns of a use as a sentence lists them; blank where there is none. */
export const columnLabels = ({ columns }: Pick<SelectionReading, 'columns'>, use: Use): string => {
  const names = columns.filter((each) => each.use === use).map(columnName);
  const more = names.length - MOST_NAMED;
  return list(more > 1 ? [...names.slice(0, MOST_NAMED), TEXT.selection.moreColumns(more)] : names);
};

/** What is selected and plays no part. */
export function leftOutText(read: Pick<SelectionReading, 'columns'>): string {
  const names = columnLabels(read, 'none');
  return names === '' ? '' : TEXT.selection.unusedColumns(names);
}

/** How it was read, in a line: "C “Handle” · headers in row 3 · platforms in D". */
export function readText({ columns, headerRow, platformColumn, links }: SelectionReading): string {
  const key = columns.find(({ use }) => use === 'key');
  return [
    TEXT.selection.creatorsFrom(key ? columnLetters(key.column) : '', links),
    headerRow === 0 ? TEXT.selection.noHeaders : TEXT.selection.headersInRow(headerRow),
    ...(platformColumn === 0 ? [] : [TEXT.selection.platformsIn(columnLetters(platformColumn))]),
  ].join(' · ');
}

export const hiddenLabel = (rows: number): string => TEXT.selection.includeHidden(rows);

/** `Include 3 cells that say “tbd” or “none”`. */
export const fillersLabel = ({ count, texts }: SelectionReading['fillers']): string =>
  TEXT.selection.includeFillers(count, texts.map(cut));
