import { spokenOf } from '../../schema/language';
import type { Table, Tools } from '../../core/ports';
import { isBlank } from '../../core/text';
import { area } from '../../sheet/grid';
import { columnCells } from '../run/cell-block';
import { currenciesIn, oneCurrency, settledCodes } from './currency';
import { readFee } from './fee';
import { REPORT_REFUSAL } from '../../schema/said-text';

/** The fee of a row. */
export interface RowFee {
  amount?: number;
  /** The cell holds a number: a formula may point to it. */
  isNumber: boolean;
  /** Its currency, where most of the fees have another one. */
  otherCurrency?: string;
  currency: string;
  note: string;
}

/** Fees by row. A fee without a currency has the header's, or that of most others. */
export function feesOf(
  { host }: Tools,
  table: Table,
  column: number,
  headerRow: number | undefined,
  rows: readonly number[],
): Map<number, RowFee> {
  const last = table.lastRow();
  const cells = columnCells(table, column, last);
  const isShown = rows.some((row) => typeof cells[row - 1] === 'number');
  const shown = isShown ? table.shown(area(1, column, last, 1)) : [];
  let locale: string | undefined;
  const read = new Map(
    rows.map((row) => [row, readFee(cells[row - 1], shown[row - 1]?.[0], () => (locale ??= host.locale()))]),
  );
  const header = headerRow === undefined ? '' : headerCurrency(String(cells[headerRow - 1]));
  const words = [...read.values()].map((each) => ('why' in each ? '' : each.currency || header)).filter(Boolean);
  const codes = settledCodes(words);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(codes.get(word) ?? '', (counts.get(codes.get(word) ?? '') ?? 0) + 1);
  const [main = ''] = [...counts].sort(([, left], [, right]) => right - left).map(([code]) => code);
  return new Map(
    [...read].map(([row, fee]): [number, RowFee] => {
      const raw = cells[row - 1];
      if ('why' in fee)
        return [row, { isNumber: false, currency: '', note: isBlank(raw) ? 'no fee' : `the fee ${fee.why}` }];
      const named = codes.get(fee.currency || header) ?? '';
      const currency = named || main;
      const isOther = currency !== main;
      return [
        row,
        {
          amount: fee.amount,
          isNumber: typeof raw === 'number',
          currency,
          ...(isOther ? { otherCurrency: currency } : {}),
          note: isOther
            ? `fee in ${currency}: left out of the medians, which are in ${main}`
            : named === '' && counts.size > 1
              ? `the fee names no currency, so it counts as ${main}`
              : '',
        },
      ];
    }),
  );
}

/** A header has words of all kinds: signs and codes alone count. */
const headerCurrency = (header: string): string =>
  oneCurrency(currenciesIn(header).filter((word) => /\p{Sc}|^[A-Z]{3}$/u.test(word))) ?? '';

const ROWS_NAMED = 10;

/** Which rows have another currency than most; blank where none has. */
export function currenciesText(fees: ReadonlyMap<number, RowFee>): string {
  const others = [...fees].filter(([, { otherCurrency }]) => otherCurrency !== undefined).map(([row]) => row);
  if (others.length === 0) return '';
  const codes = new Set([...fees.values()].map(({ currency }) => currency).filter(Boolean));
  return spokenOf(REPORT_REFUSAL.currencies([...codes], others.slice(0, ROWS_NAMED), others.length));
}
