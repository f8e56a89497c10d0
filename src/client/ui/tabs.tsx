import type { JSX } from 'preact';
import { TEXT } from '../text/text';
import { Icon, type IconName } from './icon';

export interface Tab<Name extends string> {
  name: Name;
  label: string;
  /** Instead of the label, where six of them have no room. */
  icon?: IconName;
}

interface TabsProps<Name extends string> {
  tabs: readonly Tab<Name>[];
  current: Name;
  onChange: (name: Name) => void;
}

const STEPS: Record<string, (at: number, length: number) => number> = {
  ArrowRight: (at, length) => (at + 1) % length,
  ArrowLeft: (at, length) => (at + length - 1) % length,
  Home: () => 0,
  End: (_at, length) => length - 1,
};

/** Arrow keys move between tabs; Tab goes on into the page. */
export const Tabs = <Name extends string>({ tabs, current, onChange }: TabsProps<Name>): JSX.Element => (
  <div class="tabs" role="tablist" aria-label={TEXT.ui.tabs}>
    {tabs.map(({ name, label, icon }, at) => (
      <button
        key={name}
        id={'tab-' + name}
        type="button"
        role="tab"
        aria-selected={name === current}
        aria-controls={'panel-' + name}
        aria-label={label}
        title={icon && label}
        tabIndex={name === current ? 0 : -1}
        onClick={() => onChange(name)}
        onKeyDown={(event) => {
          const next = tabs[STEPS[event.key]?.(at, tabs.length) ?? -1];
          if (!next) return;
          event.preventDefault();
          onChange(next.name);
          document.getElementById('tab-' + next.name)?.focus();
        }}
      >
        {icon ? <Icon name={icon} /> : label}
      </button>
    ))}
  </div>
);
