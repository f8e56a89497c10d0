import type { ComponentChildren, JSX } from 'preact';
import { TEXT } from '../text/text';
import { NumberInput } from '../ui/number-input';
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
  <div role="radiogroup" aria-label={TEXT.find.whatToWrite} class="choices">
    {total !== undefined && (
      <Choice label={TEXT.find.firstCreators} isChosen={choice.what === 'first'} onChoose={() => on.onPick('first')}>
        <NumberInput
          label={TEXT.find.howMany}
          value={choice.first}
          problem={choice.what === 'first' ? problems.first : undefined}
          onInput={(first) => on.onChange({ what: 'first', first })}
        />
        <span>{TEXT.find.ofCreators(total)}</span>
        <button type="button" class="link" onClick={() => on.onChange({ what: 'first', first: String(total) })}>
          {TEXT.find.all}
        </button>
      </Choice>
    )}
    <Choice label={TEXT.find.pages} isChosen={choice.what === 'pages'} onChoose={() => on.onPick('pages')}>
      <NumberInput
        label={TEXT.find.fromPage}
        value={choice.from}
        problem={choice.what === 'pages' ? problems.from : undefined}
        onInput={(from) => on.onChange({ what: 'pages', from })}
      />
      <span>{TEXT.find.to}</span>
      <NumberInput
        label={TEXT.find.toPage}
        value={choice.to}
        problem={choice.what === 'pages' ? problems.to : undefined}
        onInput={(to) => on.onChange({ what: 'pages', to })}
      />
      <span>{TEXT.find.ofPages(pages)}</span>
    </Choice>
    {total !== undefined && (
      <Choice label={TEXT.find.selectedCreators} isChosen={choice.what === 'picks'} onChoose={() => on.onPick('picks')}>
        <span class="faint">{picked > 0 ? TEXT.find.selected(picked) : TEXT.find.selectAbove}</span>
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
