import { count, number } from '../format';

/** *Download*: a sheet as a file. */
export const DOWNLOAD = {
  title: 'Download',
  hint: 'The sheet in front as a file: full numbers, dates as 2026-11-23. Free.',
  csv: 'CSV',
  ndjson: 'JSON lines',
  csvHint: 'For Excel and other spreadsheets. Texts that would run as formulas there get an apostrophe.',
  ndjsonHint: 'For programs: one object per row.',
  format: 'Format',
  start: 'Download',
  rows: (done: number, all: number): string => number(done) + ' of ' + count(all, 'row') + '…',
  done: (file: string, rows: number): string => 'Downloaded “' + file + '” with ' + count(rows, 'row') + '.',
  moved: 'Rows of this sheet changed during the download, so nothing was saved. Try again.',
};
