import type { Tools } from '../../core/ports';
import { oneNames } from '../../gate/one-creator';
import { pipelineSheets, rowsOf, type PipelineRow } from './pipeline-sheet';
import { plainStatus, statusWords } from './status-words';

export interface PipelineOverview {
  /** Every pipeline, with its creators that have a status. */
  sheets: { name: string; creators: number }[];
  /** Different creators of all these. */
  creators: number;
  /** Creators of whom rows say different things, the first of them. */
  disagreements: { creator: string; rows: Pick<PipelineRow, 'sheet' | 'row' | 'status'>[] }[];
  disagreeing: number;
  /** Statuses that are none of the words, some of them. */
  otherWords: { sheet: string; words: string[] }[];
  /** Pipelines whose column of creators was deleted: their statuses count for nobody. */
  lost: string[];
  /** Rows whose creator can't be read, the first of them: their status counts for nobody. */
  unread: { sheet: string; row: number }[];
}

const SHOWN = 20;
const WORDS_SHOWN = 5;

/** Where rows of one creator, in whatever spelling and sheet, say different things. Free; some reads for each pipeline. */
export function comparePipelines({ host, workbook }: Tools): PipelineOverview {
  const sheets = pipelineSheets(workbook);
  const known = new Set(statusWords(workbook).words.map(({ word }) => plainStatus(word)));
  const read = sheets.map((sheet) => ({ name: sheet.table.name(), rows: rowsOf(sheet, (status) => status !== '') }));
  const all = read.map(({ name, rows }) => ({ name, rows: rows.filter(({ names }) => names.length > 0) }));
  const unread = read.flatMap(({ rows }) => rows.filter(({ names }) => names.length === 0));
  const one = oneNames(host, [...new Set(all.flatMap(({ rows }) => rows.flatMap(({ names }) => names)))]);
  const byName = new Map<string, PipelineRow[]>();
  for (const { rows } of all)
    for (const row of rows)
      for (const name of new Set(row.names.map((each) => one.get(each) ?? each)))
        byName.set(name, [...(byName.get(name) ?? []), row]);
  const found = [...byName].filter(([, rows]) => new Set(rows.map(({ status }) => plainStatus(status))).size > 1);
  // A row with a handle and an id stands under both.
  const seen = new Set<string>();
  const apart = found.filter(([, rows]) => {
    const place = rows.map(({ sheet, row }) => `${sheet}!${row}`).join('\n');
    return seen.has(place) ? false : seen.add(place);
  });
  const creatorsOf = (rows: readonly PipelineRow[]): number =>
    new Set(rows.map(({ names: [first = ''] }) => one.get(first))).size;
  return {
    sheets: all.map(({ name, rows }) => ({ name, creators: creatorsOf(rows) })),
    creators: creatorsOf(all.flatMap(({ rows }) => rows)),
    disagreements: apart.slice(0, SHOWN).map(([creator, rows]) => ({
      creator,
      rows: rows.map(({ sheet, row, status }) => ({ sheet, row, status })),
    })),
    disagreeing: apart.length,
    otherWords: all.flatMap(({ name, rows }) => {
      const words = [...new Set(rows.map(({ status }) => status))].filter((text) => !known.has(plainStatus(text)));
      return words.length === 0 ? [] : [{ sheet: name, words: words.slice(0, WORDS_SHOWN) }];
    }),
    // Under a title or a total nobody is meant.
    unread: unread
      .filter(({ status }) => known.has(plainStatus(status)))
      .slice(0, SHOWN)
      .map(({ sheet, row }) => ({ sheet, row })),
    lost: sheets.filter(({ creator }) => creator === undefined).map(({ table }) => table.name()),
  };
}
