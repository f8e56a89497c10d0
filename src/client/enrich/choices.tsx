import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Selection } from '../../sidebar/enrich-calls';
import { list } from '../format';
import { columnLetters } from '../../core/text';
import { Check, Radios } from '../ui/check';
import { described, Problem } from '../ui/field';
import { Select } from '../ui/select';
import type { EnrichAction, Mode, Which } from './enrich-draft';

const ACTIONS: Record<EnrichAction, { label: string; hint: string }> = {
  enrich: { label: 'Get data', hint: '' },
  queue: {
    label: 'Queue for enrichment · free',
    hint: 'influData fetches the creators that it does not know yet. That takes 24–48 h; get their data then.',
  },
  weekly: {
    label: 'Refresh weekly · free',
    hint: 'influData looks at the creators that it knows every week from now on.',
  },
};

interface ActionChoiceProps {
  action: EnrichAction;
  /** Organization keys alone have the weekly refresh. */
  hasWeekly: boolean;
  onChange: (action: EnrichAction) => void;
}

export const ActionChoice = ({ action, hasWeekly, onChange }: ActionChoiceProps): JSX.Element => (
  <div class="action-choice">
    <Select
      label="Action"
      value={action}
      options={(['enrich', 'queue', ...(hasWeekly ? (['weekly'] as const) : [])] as const).map((value) => ({
        value,
        label: ACTIONS[value].label,
      }))}
      onChange={(value) => onChange(value as EnrichAction)}
    />
    {ACTIONS[action].hint && <p class="hint">{ACTIONS[action].hint}</p>}
  </div>
);

const ROWS: readonly { value: Which; label: string }[] = [
  { value: 'all', label: 'All selected' },
  { value: 'failed', label: 'Failed and not run' },
  { value: 'queued', label: 'Queued and pending' },
  { value: 'old', label: 'Older than …' },
];

interface RowChoiceProps {
  which: Which;
  days: string;
  problem: string | undefined;
  onChange: (part: { which?: Which; days?: string }) => void;
}

/** By what an earlier run said of them. */
export function RowChoice({ which, days, problem, onChange }: RowChoiceProps): JSX.Element {
  const id = useId();
  return (
    <div class={which === 'old' ? 'row-choice with-days' : 'row-choice'}>
      <Select label="Rows" value={which} options={ROWS} onChange={(value) => onChange({ which: value as Which })} />
      {which === 'old' && (
        <div class="days">
          <input
            type="text"
            inputMode="numeric"
            autoComplete="off"
            aria-label="Older than, in days"
            value={days}
            onInput={(event) => onChange({ days: event.currentTarget.value })}
            {...described(id, problem)}
          />
          <span class="faint">days</span>
        </div>
      )}
      <Problem id={id} text={problem} />
    </div>
  );
}

const MODES: readonly { value: Mode; label: string; hint: string }[] = [
  { value: 'new', label: 'New columns', hint: 'To the right of everything.' },
  { value: 'fill', label: 'Fill empty cells', hint: 'In columns of these names; what stands there stays.' },
  {
    value: 'overwrite',
    label: 'Overwrite these columns',
    hint: 'In columns of these names; newer values replace older.',
  },
];

export const ModeChoice = ({ mode, onChange }: { mode: Mode; onChange: (mode: Mode) => void }): JSX.Element => (
  <div class="mode-choice">
    <Radios
      label="Where values go"
      name="mode"
      value={mode}
      options={MODES}
      onChange={(value) => onChange(value as Mode)}
    />
    <p class="hint">Your formulas and notes are never touched. A good value is never replaced by an error.</p>
  </div>
);

interface DoublesChoiceProps {
  doubles: Selection['doubles'];
  takes: boolean;
  onChange: (takes: boolean) => void;
}

/** Fields whose header stands over several columns: none of these is written to unless somebody says so. */
export function DoublesChoice({ doubles, takes, onChange }: DoublesChoiceProps): JSX.Element | null {
  if (doubles.length === 0) return null;
  const first = list(doubles.map(({ columns: [column = 1] }) => columnLetters(column)));
  return (
    <Check
      checked={takes}
      onChange={onChange}
      hint={doubles
        .map(({ header, columns }) => '“' + header + '” stands over ' + list(columns.map(columnLetters)) + '.')
        .concat(
          takes ? 'The first is written to.' : doubles.length > 1 ? 'New columns are added.' : 'A new column is added.',
        )
        .join(' ')}
    >
      Write to {first}
    </Check>
  );
}
