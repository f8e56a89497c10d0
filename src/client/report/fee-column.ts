import type { ReportSelection } from '../../sidebar/report-calls';
import { columnLetters } from '../selection/selection-text';
import type { Option } from '../ui/option';

type Columns = Pick<ReportSelection, 'columns' | 'feeColumn'>;

/** "C · Fee", or "Column C" where it has no header. */
export const columnOptions = ({ columns }: Pick<Columns, 'columns'>): Option[] =>
  columns.map(({ column, header }) => ({
    value: String(column),
    label: header === '' ? 'Column ' + columnLetters(column) : columnLetters(column) + ' · ' + header,
  }));

/** What was chosen as long as the sheet has it, else what looks like the fee; undefined: neither. */
export function feeColumnOf(chosen: string | undefined, { columns, feeColumn }: Columns): number | undefined {
  const has = (wanted: number | undefined): boolean => columns.some(({ column }) => column === wanted);
  const picked = chosen === undefined || chosen === '' ? undefined : Number(chosen);
  if (has(picked)) return picked;
  // On its way here a null has become undefined.
  const guess = feeColumn ?? undefined;
  return has(guess) ? guess : undefined;
}
