import type { Table, Workbook } from '../../core/ports';
import { creatorKey } from '../../schema/creator';
import { isPlatform } from '../../schema/platform';
import { columnCells } from '../run/cell-block';
import { keyCell, linkedValues, type KeyReading } from '../selection/key-column';
import { columnLike, markOf } from './pipeline-column';

/** A sheet whose rows have a status. Columns count from 1. */
export interface PipelineSheet {
  table: Table;
  status: number;
  /** Undefined: the column was deleted. */
  creator: number | undefined;
  platform: number | undefined;
  /** influData's ids, where the sheet has them beside the handles. */
  id: number | undefined;
  /** The platform of handles that name none; may be blank. */
  plain: string;
  reading: Pick<KeyReading, 'isId' | 'links'>;
}

/** How the column of creators is read, as a mark on it: a copy of the sheet has it, too. */
const READS = 'pipeline:reads';
export const readsMark = (plain: string, { isId, links }: KeyReading): string =>
  [READS, plain, isId && 'id', links && 'links'].filter(Boolean).join(' ');
export const isReadsMark = (mark: string): boolean => mark === READS || mark.startsWith(`${READS} `);

export function pipelineSheets(workbook: Workbook): PipelineSheet[] {
  return workbook.marked(markOf('status')).flatMap(({ table, marks }) => pipelineOf(table, marks) ?? []);
}

/** Undefined: it is none. */
export function pipelineOf(table: Table, marks = table.marks()): PipelineSheet | undefined {
  const status = marks.get(markOf('status'));
  if (status === undefined) return undefined;
  const [, ...reads] = ([...marks.keys()].find(isReadsMark) ?? '').split(' ');
  return {
    table,
    status,
    creator: marks.get(markOf('creator')),
    platform: marks.get(markOf('platform')),
    id: marks.get(markOf('id')),
    plain: reads.find(isPlatform) ?? '',
    reading: { isId: reads.includes('id'), links: reads.includes('links') },
  };
}

/** A row with a creator and a status. */
export interface PipelineRow {
  sheet: string;
  row: number;
  /** As it stands in its cell; blank: none. */
  status: string;
  /** The names of the creator, see `creatorKey`: that of the cell, and the id beside it. None: the cell can't be read. */
  names: string[];
}

const NONE: ReadonlySet<number> = new Set();

/** One read a column. Where no status is wanted, the status column is all that is read. */
export function rowsOf(sheet: PipelineSheet, isWanted: (status: string) => boolean = () => true): PipelineRow[] {
  const { table, creator, platform, id, plain, reading } = sheet;
  const last = table.lastRow();
  if (creator === undefined || last < 1) return [];
  const statuses = columnCells(table, sheet.status, last).map((cell) => String(cell).trim());
  if (!statuses.some(isWanted)) return [];
  const values = columnCells(table, creator, last);
  const named = reading.links ? linkedValues(table, 1, creator, values) : values;
  const [platforms, ids] = [platform, id].map((column) => columnCells(table, column, last));
  const name = table.name();
  return statuses.flatMap((status, at): PipelineRow[] => {
    // A header, whatever stands over the creators.
    if (!isWanted(status) || columnLike('status', [status], NONE) !== undefined) return [];
    const cell = keyCell(at + 1, platforms?.[at], plain, named[at], reading);
    if (cell.kind === 'blank') return [];
    if (cell.kind === 'unreadable') return [{ sheet: name, row: at + 1, status, names: [] }];
    const own = String(ids?.[at] ?? '').trim();
    const names = /^[\w-]{6,}$/.test(own) ? [cell.key, creatorKey({ by: '_id', id: own })] : [cell.key];
    return [{ sheet: name, row: at + 1, status, names }];
  });
}
