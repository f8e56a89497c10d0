import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
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
}

export const optionId = (id: string, index: number): string => id + '-' + index;

/** The list under a searchable field. The focus stays in the field; the field names the active option. */
export function Listbox({ id, label, options, active, chosen, multiple, empty, onPick }: ListboxProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div class="popup" onMouseDown={(event) => event.preventDefault()}>
      <ul ref={list} id={id} role="listbox" aria-label={label} aria-multiselectable={multiple ? true : undefined}>
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
    </div>
  );
}
