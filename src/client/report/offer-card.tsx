import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CreatorsForm, MadeSheet, ReportSelection } from '../../sidebar/report-calls';
import { call } from '../call';
import { columnLetters } from '../../core/text';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { Form } from '../ui/form';
import { announce } from '../ui/live';
import type { Option } from '../ui/option';
import { Select } from '../ui/select';
import { useAction } from '../ui/use-action';
import { MadeNote } from './made-note';

interface OfferCardProps {
  creators: CreatorsForm;
  selection: ReportSelection | undefined;
  /** Whether that is still what is selected. */
  isConfirmed: () => Promise<boolean>;
  onMade: () => void;
  onAccount: () => void;
}

/** What each fee of a column buys, beside the sheet's own median, from data at hand. */
export function OfferCard({ creators, selection, isConfirmed, onMade, onAccount }: OfferCardProps): JSX.Element {
  const [chosen, setChosen] = useState<{ sheet: string; column: string }>();
  const [made, setMade] = useState<MadeSheet>();
  const [hasMoved, setHasMoved] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const { run, busy, failure } = useAction();
  const sheet = selection?.sheet ?? '';
  const picked = chosen?.sheet === sheet ? chosen.column : undefined;
  const feeColumn = selection && feeColumnOf(picked, selection);
  const check = (): void => {
    setIsAsked(true);
    if (feeColumn === undefined) return;
    setHasMoved(false);
    void run('check', async () => {
      setMade(undefined);
      // Else the column would be one of another sheet.
      if (!(await isConfirmed())) return setHasMoved(true);
      setMade(await call('offerCheck', { ...creators, feeColumn }));
      announce(TEXT.report.offersChecked);
      onMade();
    });
  };
  return (
    <details class="report-section">
      <summary>{TEXT.report.offerCheck}</summary>
      <Form onSubmit={check}>
        <p class="hint">{TEXT.report.offerHint}</p>
        {selection && selection.columns.length > 0 ? (
          <Select
            label={TEXT.report.feeColumn}
            value={feeColumn === undefined ? '' : String(feeColumn)}
            options={[
              ...(feeColumn === undefined ? [{ value: '', label: TEXT.report.chooseColumn }] : []),
              ...columnOptions(selection),
            ]}
            onChange={(column) => setChosen({ sheet, column })}
            problem={isAsked && feeColumn === undefined ? TEXT.report.noFeeColumn : undefined}
          />
        ) : (
          <p class="hint">{TEXT.report.noColumns}</p>
        )}
        <Button type="submit" wide busy={busy !== undefined} disabled={!selection || selection.columns.length === 0}>
          {TEXT.report.checkOffersFree}
        </Button>
      </Form>
      {hasMoved && (
        <p class="note warn report-result" role="alert">
          <span>{TEXT.report.selectionMoved}</span>
        </p>
      )}
      <ErrorNote error={failure?.error} retry={check} onAccount={onAccount} />
      {made && <MadeNote made={made} without={TEXT.report.withoutData} />}
    </details>
  );
}

type Columns = Pick<ReportSelection, 'columns' | 'feeColumn'>;

/** "C · Fee", or "Column C" where it has no header. */
export const columnOptions = ({ columns }: Pick<Columns, 'columns'>): Option[] =>
  columns.map(({ column, header }) => ({
    value: String(column),
    label: header === '' ? TEXT.report.columnNamed(columnLetters(column)) : columnLetters(column) + ' · ' + header,
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
