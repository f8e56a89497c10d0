import { hashText } from '../../core/text';
import type { ArchiveHome, ArchiveTableName } from '../../schema/archive-table';
import { archiveTableId } from '../../schema/archive-table';
import type { RowKey } from './archive-source';

export const SENT_HEADER = 'In BigQuery';

/**
 * What stands in a row that BigQuery has confirmed. It says of which row, of which figures and of which table that is
 * true: a mark that came to stand beside another row, by sorting or copying, counts for nothing there.
 */
export const sentMark = (
  { project, dataset }: ArchiveHome,
  table: ArchiveTableName,
  { id, atMs, figures = [] }: RowKey,
): string => `sent ${hashText([project, dataset, archiveTableId(table), id, atMs, ...figures].join('\n'))}`;

const LONGEST_REASON = 200;

const refusedStart = (mark: string): string => mark.replace('sent', 'refused') + ': ';

export const refusedMark = (mark: string, why: string): string =>
  refusedStart(mark) + why.replace(/\s+/g, ' ').trim().slice(0, LONGEST_REASON);

export const isRefusedMark = (cell: string, mark: string): boolean => cell.startsWith(refusedStart(mark));

/** Whether the add-on has written it, or nobody anything. */
export const isMark = (cell: unknown): boolean => /^(|(sent|refused) \w+(: .*)?)$/.test(String(cell));
