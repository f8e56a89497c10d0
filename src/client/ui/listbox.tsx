import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { TEXT } from '../text/text';
import { Icon } from './icon';
import type { Option } from './option';

interface ListboxProps {
  id: string;
  label: string;
  options: readonly Option[];
  active: number;
  chosen: readonly string[];
  multiple?: boolean;
  /** Stands there when nothing fits. */
  empty: string;
  onPick: (option: Option) => void;
  onDone: () => void;
}

export const optionId = (id: string, index: number): string => id + '-' + index;

/** The list under a searchable field. The focus stays in the field; the field names the active option. */
export function Listbox({
  id,
  label,
  options,
  active,
  chosen,
  multiple,
  empty,
  onPick,
  onDone,
}: ListboxProps): JSX.Element {
  const popup = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    popup.current?.scrollIntoView({ block: 'nearest' });
    // What was chosen takes room above it.
  }, [chosen.length]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={popup} class="popup" onMouseDown={(event) => event.preventDefault()}>
      {/* Not a stop of the keyboard, as browsers make of what can be scrolled: Tab goes on from the field. */}
      <ul
        ref={list}
        id={id}
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        aria-multiselectable={multiple ? true : undefined}
      >
        {options.map((option, index) => (
          <li
            key={option.value}
            id={optionId(id, index)}
            role="option"
            aria-selected={chosen.includes(option.value)}
            class={index === active ? 'active' : ''}
            onClick={() => onPick(option)}
          >
            <span>{option.label}</span>
            {chosen.includes(option.value) && <Icon name="check" />}
          </li>
        ))}
      </ul>
      {options.length === 0 && <p class="popup-empty">{empty}</p>}
      <div class="popup-foot">
        <span class="faint">{multiple && chosen.length > 0 && TEXT.ui.selected(chosen.length)}</span>
        {/* For the mouse: with the keyboard Tab and Escape are shorter. */}
        <button type="button" class="link" tabIndex={-1} onClick={onDone}>
          {TEXT.ui.done}
        </button>
      </div>
    </div>
  );
}
