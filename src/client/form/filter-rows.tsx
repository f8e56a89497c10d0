import type { JSX } from 'preact';
import type { Filter } from '../../schema/filter';
import { TEXT } from '../text/text';
import { Check } from '../ui/check';
import { Combo } from '../ui/combo';
import { Pills } from '../ui/pills';
import { RangeField } from '../ui/range-field';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { WordsField } from '../ui/words-field';
import type { FilterText } from './filter-text';
import { listIn, textIn } from './filter-values';
import { CityField, CountryField } from './place-fields';
import type { FilterFormState } from './use-filter-form';

type State = Pick<FilterFormState, 'form' | 'table' | 'texts' | 'problems' | 'set' | 'leave'>;

interface FilterRowsProps {
  state: State;
  /** Filters by name, a range by its smaller end; some side by side. What the table does not have now is left out. */
  rows: readonly (string | readonly string[])[];
}

/** The fields of filters, each as its type and its choices ask for. */
export function FilterRows({ state, rows }: FilterRowsProps): JSX.Element {
  const fieldOf = (name: string): JSX.Element | undefined => {
    const filter = state.table.filters.find((each) => each.name === name);
    const text = state.texts[name];
    return filter && text && <Field key={name} state={state} filter={filter} text={text} />;
  };
  return (
    <>
      {rows.map((row) =>
        typeof row === 'string' ? (
          fieldOf(row)
        ) : (
          <div key={row[0]} class="two">
            {row.map(fieldOf)}
          </div>
        ),
      )}
    </>
  );
}

/** More choices are searched, fewer laid out. */
const MOST_LAID_OUT = 8;

function Field({ state, filter, text }: { state: State; filter: Filter; text: FilterText }): JSX.Element | null {
  const { form, problems, set, leave } = state;
  const { name, type, max } = filter;
  const { label, placeholders, hint, options = [] } = text;
  const placeholder = placeholders?.[0] ?? '';
  const value = textIn(form, name);
  const shared = { label, problem: problems[name], onBlur: () => leave(name) };
  const onText = (next: string): void => set(name, next);
  if (max !== undefined) {
    const nameOf = { from: name, to: max };
    const shown = (typed: string): string => (type === 'date' ? typed.slice(0, 10) : typed);
    return (
      <RangeField
        label={label}
        isDate={type === 'date'}
        from={shown(value)}
        to={shown(textIn(form, max))}
        onInput={(end, next) => set(nameOf[end], next)}
        onLeave={(end) => leave(nameOf[end])}
        problems={{ from: problems[name], to: problems[max] }}
        placeholders={placeholders}
        hint={hint}
      />
    );
  }
  if (type === 'flag')
    return (
      <Check checked={form.filters[name] === true} onChange={(checked) => set(name, checked)}>
        {label}
      </Check>
    );
  if (name === 'country') return <CountryField {...shared} country={value} onChange={onText} />;
  if (name === 'city')
    return <CityField {...shared} country={textIn(form, 'country')} city={value} onChange={onText} />;
  if (type === 'number')
    return (
      <TextField
        {...shared}
        value={value}
        inputMode="decimal"
        placeholder={TEXT.form.any}
        suffix={text.suffix ?? ''}
        onInput={onText}
      />
    );
  const words = listIn(form, name);
  const onWords = (next: string[]): void => set(name, next);
  if (text.add)
    return (
      <WordsField
        {...shared}
        words={words}
        add={text.add}
        labelOf={(word) => (text.sign ?? '') + word}
        onChange={onWords}
        placeholder={placeholder}
        hint={hint}
      />
    );
  const choices = state.table.choicesOf(filter);
  const offered = options.filter((option) => choices?.includes(option.value) ?? true);
  const isChosen = (each: string): boolean => offered.some((option) => option.value === each);
  if (type === 'list' && offered.length > MOST_LAID_OUT)
    return <Combo {...shared} multiple options={offered} values={words} onChange={onWords} placeholder={placeholder} />;
  if (type === 'list')
    return offered.length < 2 ? null : (
      <Pills
        label={label}
        options={offered}
        chosen={words.filter(isChosen)}
        // What cannot be chosen now waits until it can.
        onChange={(chosen) => onWords([...chosen, ...words.filter((each) => !isChosen(each))])}
        problem={problems[name]}
      />
    );
  return offered.length > MOST_LAID_OUT ? (
    <Combo
      {...shared}
      options={offered}
      values={[value].filter(Boolean)}
      onChange={([next = '']) => onText(next)}
      free
      placeholder={placeholder}
    />
  ) : (
    <Select
      label={label}
      value={isChosen(value) ? value : ''}
      options={[{ value: '', label: text.none ?? TEXT.form.any }, ...offered]}
      onChange={onText}
    />
  );
}
