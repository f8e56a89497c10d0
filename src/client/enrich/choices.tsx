import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Selection } from '../../sidebar/enrich-calls';
import { columnLetters } from '../../core/text';
import { TEXT } from '../text/text';
import { Check, Radios } from '../ui/check';
import { described, Problem } from '../ui/field';
import { Select } from '../ui/select';
import type { EnrichAction, Mode, Which } from './enrich-draft';

const ACTIONS: Record<EnrichAction, { label: string; hint: string }> = {
  enrich: { label: TEXT.enrich.getData, hint: '' },
  queue: {
    label: TEXT.enrich.queueFree,
    hint: TEXT.enrich.queueHint,
  },
  weekly: {
    label: TEXT.enrich.weeklyFree,
    hint: TEXT.enrich.weeklyHint,
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
      label={TEXT.enrich.action}
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
  { value: 'all', label: TEXT.enrich.allSelected },
  { value: 'failed', label: TEXT.enrich.failedAndNotRun },
  { value: 'queued', label: TEXT.enrich.queuedAndPending },
  { value: 'old', label: TEXT.enrich.olderThan },
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
      <Select
        label={TEXT.enrich.rows}
        value={which}
        options={ROWS}
        onChange={(value) => onChange({ which: value as Which })}
      />
      {which === 'old' && (
        <div class="days">
          <input
            type="text"
            class="small-number"
            inputMode="numeric"
            autoComplete="off"
            aria-label={TEXT.enrich.olderThanLabel}
            value={days}
            onInput={(event) => onChange({ days: event.currentTarget.value })}
            {...described(id, problem)}
          />
          <span class="faint">{TEXT.enrich.days}</span>
        </div>
      )}
      <Problem id={id} text={problem} />
    </div>
  );
}

const MODES: readonly { value: Mode; label: string; hint: string }[] = [
  { value: 'new', label: TEXT.enrich.newColumns, hint: TEXT.enrich.newColumnsHint },
  { value: 'fill', label: TEXT.enrich.fillEmpty, hint: TEXT.enrich.fillHint },
  {
    value: 'overwrite',
    label: TEXT.enrich.overwrite,
    hint: TEXT.enrich.overwriteHint,
  },
];

export const ModeChoice = ({ mode, onChange }: { mode: Mode; onChange: (mode: Mode) => void }): JSX.Element => (
  <div class="mode-choice">
    <Radios
      label={TEXT.enrich.whereValuesGo}
      name="mode"
      value={mode}
      options={MODES}
      onChange={(value) => onChange(value as Mode)}
    />
    <p class="hint">{TEXT.enrich.safetyHint}</p>
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
  return (
    <Check
      checked={takes}
      onChange={onChange}
      hint={TEXT.enrich.doublesHint(
        doubles.map(({ header, columns }) => ({ header, columns: columns.map(columnLetters) })),
        takes,
      )}
    >
      {TEXT.enrich.writeToColumns(doubles.map(({ columns: [column = 1] }) => columnLetters(column)))}
    </Check>
  );
}
