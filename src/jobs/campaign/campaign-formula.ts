import type { Host, Table } from '../../core/ports';
import { columnLetters, quotedSheet } from '../../core/text';
import { disclosurePatterns } from '../../schema/disclosure';
import { moneyFormats } from '../../sheet/money-format';
import { contentSheets } from '../content/content-sheet';
import { keysAsked } from '../content/sheet-post';
import { headersOf } from '../run/own-rows';
import { campaignColumns, type CampaignColumn } from '../template/campaign-column';
import type { Refs } from '../template/template-page';
import type { Tracker } from './campaign-sheet';

/** The formulas of one row, by their columns; none where the posts lack what they look for. */
export type RowFormulas = (row: number, creator: string) => Map<CampaignColumn, string>;

/** Cells over the table that formulas read; undefined where somebody took them out. */
export type HeadCells = Partial<Record<HeadName, string>>;
type HeadName = 'removed' | 'pattern';

/** By the column under which they were laid. */
const HEADS: readonly [HeadName, CampaignColumn][] = [
  ['removed', 'found'],
  ['pattern', 'at'],
];

/** A head stands two rows over the headers. */
export function headCells({ table, columns }: Pick<Tracker, 'table' | 'columns'>, headerRow: number): HeadCells {
  if (headerRow < 4) return {};
  const [cells = []] = table.read({ row: headerRow - 2, column: 1, rows: 1, columns: table.lastColumn() });
  return Object.fromEntries(
    HEADS.flatMap(([name, beside]) => {
      const column = columns.get(beside);
      const isThere = column !== undefined && String(cells[column - 1]).startsWith('(?i)');
      return isThere ? [[name, `$${columnLetters(column)}$${headerRow - 2}`]] : [];
    }),
  );
}

/** What stands in the sheets with posts, by the creators whom each was asked for. */
export function rowFormulas(
  host: Host,
  { columns }: Pick<Tracker, 'columns'>,
  sheets: ReturnType<typeof contentSheets>,
  heads: HeadCells,
): RowFormulas {
  const money = moneyFormats(host.locale());
  const sheetOf = new Map<string, number>();
  sheets.forEach(({ memo }, at) => keysAsked(memo).forEach((key) => sheetOf.has(key) || sheetOf.set(key, at)));
  const made = [...sheets.map(({ table }) => table), undefined].map((table) =>
    campaignColumns({ money }, table && postsRef(table), table?.id()).filter(
      ({ formula, mark }) => formula !== undefined && mark !== undefined,
    ),
  );
  const patterns = disclosurePatterns();
  const literal: Record<string, string> = {
    removed: `"${patterns.removed}"`,
    pattern: `"${patterns.found}"`,
  };
  return (row, creator) => {
    const refs: Refs = {
      cell: (name) => {
        const column = columns.get(name as CampaignColumn);
        return column === undefined ? '""' : `$${columnLetters(column)}${row}`;
      },
      all: () => '""',
      head: (name) => heads[name as HeadName] ?? literal[name] ?? '""',
      label: () => '""',
    };
    const laid = made[sheetOf.get(creator) ?? sheets.length] ?? [];
    return new Map(laid.map(({ name, formula }) => [name as CampaignColumn, `=${formula?.(refs) ?? ''}`]));
  };
}

function postsRef(table: Table): (header: string) => string | undefined {
  const headers = headersOf(table);
  const name = quotedSheet(table.name());
  return (header) => {
    const column = headers.indexOf(header) + 1;
    return column === 0 ? undefined : `${name}$${columnLetters(column)}:$${columnLetters(column)}`;
  };
}
