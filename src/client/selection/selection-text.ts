import { columnLetters } from '../../core/text';
import { PLATFORMS, type Platform } from '../../schema/platform';
import type { SelectionReading } from '../../sidebar/selection-calls';
import { list, number } from '../format';

export const platformLabel = (platform: string): string => PLATFORMS[platform as Platform]?.label ?? platform;

type Column = { column: number; header?: string };

const LONGEST = 24;
const MOST_NAMED = 4;
const cut = (text: string): string => (text.length > LONGEST ? text.slice(0, LONGEST - 1).trim() + '…' : text);

/** `C “Handle”`, or `column C` where it has no header. */
export const columnName = ({ column, header = '' }: Column): string =>
  header === '' ? 'column ' + columnLetters(column) : columnLetters(column) + ' “' + cut(header) + '”';

type Use = SelectionReading['columns'][number]['use'];

/** Columns of a use as a sentence lists them; blank where there is none. */
export const columnLabels = ({ columns }: Pick<SelectionReading, 'columns'>, use: Use): string => {
  const names = columns.filter((each) => each.use === use).map(columnName);
  const more = names.length - MOST_NAMED;
  return list(more > 1 ? [...names.slice(0, MOST_NAMED), number(more) + ' more'] : names);
};

/** What is selected and plays no part. */
export function leftOutText(read: Pick<SelectionReading, 'columns'>): string {
  const names = columnLabels(read, 'none');
  return names === '' ? '' : 'Not used: ' + names + '.';
}

/** How it was read, in a line: "C “Handle” · headers in row 3 · platforms in D". */
export function readText({ columns, headerRow, platformColumn, links }: SelectionReading): string {
  const key = columns.find(({ use }) => use === 'key');
  return [
    'Creators in ' + (key ? columnLetters(key.column) : 'the selection') + (links ? ', by their links' : ''),
    headerRow === 0 ? 'no headers' : 'headers in row ' + number(headerRow),
    ...(platformColumn === 0 ? [] : ['platforms in ' + columnLetters(platformColumn)]),
  ].join(' · ');
}

export const hiddenLabel = (rows: number): string =>
  'Include ' + number(rows) + ' hidden ' + (rows === 1 ? 'row' : 'rows');

/** `Include 3 cells that say “tbd” or “none”`. */
export const fillersLabel = ({ count, texts }: SelectionReading['fillers']): string =>
  'Include ' +
  number(count) +
  (count === 1 ? ' cell that says ' : ' cells that say ') +
  list(
    texts.map((text) => '“' + cut(text) + '”'),
    'or',
  );
