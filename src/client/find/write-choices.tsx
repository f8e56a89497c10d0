import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { count, number } from '../format';
import { described, Problem } from '../ui/field';
import type { WriteChoice, WritePlan } from './write-plan';

interface WriteChoicesProps {
  choice: WriteChoice;
  problems: WritePlan['problems'];
  /** Creators in all; undefined: not asked in this page. */
  total: number | undefined;
  pages: number;
  picked: number;
  onChange: (part: Partial<WriteChoice>) => void;
  onPick: (what: WriteChoice['what']) => void;
}

/** So many creators, a range of pages, or those that were picked. */
export const WriteChoices = ({ choice, problems, total, pages, picked, ...on }: WriteChoicesProps): JSX.Element => (
  <div role="radiogroup" aria-label="What to write" class="choices">
    {total !== undefined && (
      <Choice label="First" isChosen={choice.what === 'first'} onChoose={() => on.onPick('first')}>
        <NumberInput
          label="How many creators"
          value={choice.first}
          problem={choice.what === 'first' ? problems.first : undefined}
          onInput={(first) => on.onChange({ what: 'first', first })}
        />
        <span>of {number(total)} creators</span>
        <button type="button" class="link" onClick={() => on.onChange({ what: 'first', first: String(total) })}>
          All
        </button>
      </Choice>
    )}
    <Choice label="Pages" isChosen={choice.what === 'pages'} onChoose={() => on.onPick('pages')}>
      <NumberInput
        label="From page"
        value={choice.from}
        problem={choice.what === 'pages' ? problems.from : undefined}
        onInput={(from) => on.onChange({ what: 'pages', from })}
      />
      <span>to</span>
      <NumberInput
        label="To page"
        value={choice.to}
        problem={choice.what === 'pages' ? problems.to : undefined}
        onInput={(to) => on.onChange({ what: 'pages', to })}
      />
      <span>of {number(pages)}</span>
    </Choice>
    {total !== undefined && (
      <Choice label="Picked creators" isChosen={choice.what === 'picks'} onChoose={() => on.onPick('picks')}>
        <span class="faint">{picked > 0 ? count(picked, 'pick') : 'check them above'}</span>
      </Choice>
    )}
  </div>
);

interface ChoiceProps {
  label: string;
  isChosen: boolean;
  onChoose: () => void;
  children: ComponentChildren;
}

const Choice = ({ label, isChosen, onChoose, children }: ChoiceProps): JSX.Element => (
  <div class={'choice' + (isChosen ? ' chosen' : '')}>
    <label class="check">
      <input type="radio" name="write-what" checked={isChosen} onChange={onChoose} />
      <span class="check-text">{label}</span>
    </label>
    {children}
  </div>
);

interface NumberInputProps {
  label: string;
  value: string;
  problem: string | undefined;
  onInput: (value: string) => void;
}

function NumberInput({ label, value, problem, onInput }: NumberInputProps): JSX.Element {
  const id = useId();
  return (
    <>
      <input
        type="text"
        inputMode="numeric"
        class="small-number"
        autoComplete="off"
        aria-label={label}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...described(id, problem)}
      />
      <Problem id={id} text={problem} />
    </>
  );
}
