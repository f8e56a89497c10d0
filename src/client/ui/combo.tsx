import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { inSentence } from '../format';
import { TEXT } from '../text/text';
import { Chips } from './chips';
import { described, Field } from './field';
import { Listbox, optionId } from './listbox';
import { fitting, isCalled, type Option } from './option';

interface ComboProps {
  label: string;
  options: readonly Option[];
  /** One value, or several as chips. */
  values: readonly string[];
  onChange: (values: string[]) => void;
  multiple?: boolean;
  /** Takes what was typed although the list lacks it. */
  free?: boolean;
  onBlur?: () => void;
  onOpen?: () => void;
  problem?: string | undefined;
  /** What may be done about the problem. */
  remedy?: ComponentChildren;
  hint?: string | undefined;
  placeholder?: string;
  disabled?: boolean;
  /** The options are on their way. */
  busy?: boolean;
}

/**
 * A searchable list: type to narrow it, arrows to move, Enter to pick, Escape to close. While it loads Enter takes
 * nothing: it picks once the options are there.
 */
export function Combo({
  label,
  options,
  values,
  onChange,
  multiple,
  free,
  problem,
  hint,
  ...props
}: ComboProps): JSX.Element {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  /** Undefined while nothing is typed: then the field shows its value, and the list everything. */
  const [typed, setTyped] = useState<string>();
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  /** Enter came, or the field was left, before the options did. */
  const early = useRef<{ text: string; isEntered: boolean }>(undefined);
  const labelOf = (value: string): string => options.find((option) => option.value === value)?.label ?? value;
  const shown = typed ?? (multiple ? '' : labelOf(values[0] ?? ''));
  const found = isOpen ? fitting(options, typed ?? '') : [];

  const open = (): void => {
    if (props.disabled || isOpen) return;
    early.current = undefined;
    setIsOpen(true);
    setActive(multiple ? -1 : options.findIndex(({ value }) => value === values[0]));
    props.onOpen?.();
  };
  const close = (): void => {
    early.current = undefined;
    setIsOpen(false);
    setTyped(undefined);
    setActive(-1);
  };
  const pick = ({ value }: Option): void => {
    if (multiple) {
      onChange(values.includes(value) ? values.filter((each) => each !== value) : [...values, value]);
      setTyped(undefined);
    } else {
      onChange([value]);
      close();
    }
  };
  /** On leaving: what was typed counts if the list has it, or if anything goes. */
  const commit = (): void => {
    const text = typed?.trim();
    if (text !== undefined) {
      const known = options.find((option) => isCalled(option, text));
      if (text === '') {
        if (!multiple && values.length > 0) onChange([]);
      } else if (known) {
        if (!values.includes(known.value)) onChange(multiple ? [...values, known.value] : [known.value]);
      } else if (free) onChange([text]);
    }
    close();
  };
  const enter = (): void => {
    const option = found[active] ?? (typed && !free ? found[0] : undefined);
    if (option) pick(option);
    else commit();
  };
  /** What is searched for right after leaving must hold what was typed, so that is not held back. */
  const leave = (): void => {
    const text = typed?.trim();
    const isEntered = early.current !== undefined;
    commit();
    if (props.busy && text) early.current = { text, isEntered };
  };
  useLayoutEffect(() => {
    const meant = early.current;
    if (props.busy || !meant) return;
    early.current = undefined;
    if (isOpen) return enter();
    const [best] = fitting(options, meant.text);
    // Nobody changed it since.
    if (best && values[0] === meant.text && (meant.isEntered || isCalled(best, meant.text))) onChange([best.value]);
  }, [props.busy]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!isOpen) open();
      else if (found.length > 0)
        setActive((now) => (now < 0 && step < 0 ? found.length : now + step + found.length) % found.length);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      if (props.busy && typed?.trim()) early.current = { text: typed.trim(), isEntered: true };
      else enter();
    } else if (event.key === 'Escape' && isOpen) {
      // Nothing else is closed by it.
      event.preventDefault();
      close();
    } else if (event.key === 'Backspace' && multiple && shown === '' && values.length > 0)
      onChange(values.slice(0, -1));
  };

  return (
    <Field id={id} label={label} problem={problem} hint={hint} remedy={props.remedy}>
      <div class={'combo box' + (props.disabled ? ' off' : '') + (props.busy ? ' loading' : '')}>
        {multiple && (
          <Chips
            chips={values.map((value) => ({ value, label: labelOf(value) }))}
            onRemove={(value) => {
              onChange(values.filter((each) => each !== value));
              input.current?.focus();
            }}
          />
        )}
        <input
          id={id}
          ref={input}
          type="text"
          role="combobox"
          autoComplete="off"
          spellcheck={false}
          disabled={props.disabled}
          aria-expanded={isOpen}
          aria-autocomplete="list"
          aria-controls={isOpen ? id + '-list' : undefined}
          aria-activedescendant={
            isOpen && active >= 0 && active < found.length ? optionId(id + '-list', active) : undefined
          }
          value={shown}
          placeholder={values.length === 0 ? props.placeholder : ''}
          onClick={open}
          onInput={(event) => {
            open();
            early.current = undefined;
            setTyped(event.currentTarget.value);
            setActive(event.currentTarget.value.trim() === '' ? -1 : 0);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            leave();
            props.onBlur?.();
          }}
          {...described(id, problem, hint)}
        />
        {!multiple && values.length > 0 && !props.disabled && (
          <button
            type="button"
            class="clear"
            aria-label={TEXT.ui.clear(inSentence(label))}
            onClick={() => {
              close();
              onChange([]);
              input.current?.focus();
            }}
          >
            ×
          </button>
        )}
        {isOpen && (
          <Listbox
            id={id + '-list'}
            label={label}
            options={found}
            active={active}
            chosen={values}
            {...(multiple ? { multiple } : {})}
            empty={props.busy ? TEXT.ui.loading : free ? TEXT.ui.notInList : TEXT.ui.noMatches}
            onPick={pick}
            onDone={commit}
          />
        )}
      </div>
    </Field>
  );
}
