import { badInput, InfluError } from '../../core/error';
import type { Table, Workbook } from '../../core/ports';
import { columnLetters, isBlank } from '../../core/text';
import { REPORT_REFUSAL } from '../../schema/said-text';
import { reportText } from '../../schema/sheet-text';
import { widthFor } from '../../sheet/column-width';
import { area } from '../../sheet/grid';
import { setCell, type CellWrites } from '../run/cell-block';
import { headersOf } from '../run/own-rows';
import { writePlaced } from '../run/placed-write';
import { FEES_MARK, OFFER_MARK } from './report-selection';

export type OfferRole = keyof ReturnType<typeof reportText>['offer'];

/** The columns in order; each is found again by its mark. */
export const OFFER_COLUMNS: readonly (readonly [role: OfferRole, format: string, isMoney?: true])[] = [
  ['fee', '#,##0.00', true],
  ['views', '#,##0'],
  ['engagements', '#,##0'],
  ['cpm', '#,##0.00', true],
  ['cpe', '#,##0.000', true],
  ['cpmMedian', '+0%;-0%;0%'],
  ['cpeMedian', '+0%;-0%;0%'],
  ['note', '@'],
];

export interface OfferColumns {
  columns: Readonly<Record<OfferRole, number>>;
  fee: number;
  /** All of them, and what rows are told apart by. */
  marks: ReadonlyMap<string, number>;
}

/** Columns and rows of headers as the selection has them. */
interface Named {
  headerRow: number | undefined;
  column: number;
  header: string;
}

const headersIn = (table: Table, row: number | undefined): string[] => (row === undefined ? [] : headersOf(table, row));

/**
 * Finds the columns by their marks or marks new ones at the right, with headers where the sheet has a row of them. Marks
 * come first: killed at any instant, the next check goes on in the same columns. Undefined: columns were moved meanwhile.
 */
export function offerColumns(workbook: Workbook, table: Table, keys: Named): OfferColumns | undefined {
  const { headerRow } = keys;
  const headers = headersIn(table, headerRow);
  const marks = table.marks();
  const fee = marks.get(FEES_MARK);
  if (fee === undefined) throw badInput(REPORT_REFUSAL.chooseFees);
  if (headerRow !== undefined && (headers[keys.column - 1] ?? '').trim() !== keys.header) return undefined;
  const roles = OFFER_COLUMNS.map(([role]) => role);
  let next = Math.max(table.lastColumn(), ...marks.values());
  const columns = Object.fromEntries(
    roles.map((role) => [role, marks.get(OFFER_MARK + role) ?? (next += 1)]),
  ) as OfferColumns['columns'];
  table.widenTo(next);
  const rows = Math.max(1, table.lastRow());
  if (roles.some((role) => !table.canEdit({ row: 1, column: columns[role], rows, columns: 1 })))
    throw new InfluError('sheet', REPORT_REFUSAL.protectedColumns(table.name()));
  const wanted = new Map<string, number>([
    [FEES_MARK, fee],
    ...roles.map((role) => [OFFER_MARK + role, columns[role]] as const),
    // Rows are told apart by it, as a run's are.
    ...(marks.has('key') ? [] : [['key', keys.column] as const]),
  ]);
  const added = new Map([...wanted].filter(([mark, column]) => marks.get(mark) !== column));
  if (added.size > 0) table.setMarks(added);
  const [now, after] = [headersIn(table, headerRow), table.marks()];
  const isMoved = (mark: string, column: number): boolean =>
    after.get(mark) !== column || (now[column - 1] ?? '') !== (headers[column - 1] ?? '');
  if ([...wanted].some(([mark, column]) => isMoved(mark, column))) {
    table.setMarks(new Map(), [...added.keys()]);
    return undefined;
  }
  const found = { columns, fee, marks: wanted };
  if (headerRow === undefined) {
    const fresh = roles.filter((role) => added.has(OFFER_MARK + role));
    widen(table, columns, fresh);
    return found;
  }
  const bare = roles.filter((role) => isBlank(headers[columns[role] - 1]));
  const isDone = writePlaced(workbook, table, { headerRow, row: headerRow, rows: 1 }, wanted, () => {
    // Before the headers: whoever finds those finds columns that are done.
    widen(table, columns, bare);
    for (const role of bare) table.dressLike(area(headerRow, fee, 1, 1), area(headerRow, columns[role], 1, 1));
    const writes: CellWrites = new Map();
    // One that is there stays: it may be in another language, or renamed.
    for (const role of bare) setCell(writes, headerRow, columns[role], reportText().offer[role]);
    return writes;
  });
  return isDone && found;
}

const widen = (table: Table, columns: OfferColumns['columns'], roles: readonly OfferRole[]): void =>
  table.dress([], new Map(roles.map((role) => [columns[role], widthFor(reportText().offer[role])])));

/** A median of nothing would be an error, so it is taken only if this row has a value itself. */
export function offerFormulas(
  columns: OfferColumns['columns'],
  row: number,
  first: number,
  last: number,
  otherCurrency = '',
): Pick<Record<OfferRole, string>, 'cpm' | 'cpe' | 'cpmMedian' | 'cpeMedian'> {
  const at = (role: OfferRole): string => `${columnLetters(columns[role])}${row}`;
  const median = (role: OfferRole): string => {
    const letters = columnLetters(columns[role]);
    return `MEDIAN(${letters}$${first}:${letters}$${last})`;
  };
  /** In another currency it is a text, which no median counts. */
  const cost = (role: OfferRole, times: string, places: number): string => {
    const each = `${at('fee')}/${at(role)}${times}`;
    const shown = otherCurrency === '' ? each : `ROUND(${each};${places})&" ${otherCurrency}"`;
    return `=IF(AND(ISNUMBER(${at('fee')});N(${at(role)})>0);${shown};"")`;
  };
  const against = (role: OfferRole): string =>
    `=IF(ISNUMBER(${at(role)});IF(${median(role)}>0;${at(role)}/${median(role)}-1;"");"")`;
  return {
    cpm: cost('views', '*1000', 2),
    cpe: cost('engagements', '', 3),
    cpmMedian: against('cpm'),
    cpeMedian: against('cpe'),
  };
}
