import type { ComponentChildren, JSX, Ref } from 'preact';
import { Icon } from './icon';

interface ButtonProps {
  onClick?: () => void;
  kind?: 'action' | 'plain' | 'quiet' | 'danger';
  type?: 'button' | 'submit';
  busy?: boolean;
  disabled?: boolean;
  label?: string;
  wide?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  /** The mode that it opens: see `useReturnFocus`. */
  opens?: string;
  buttonRef?: Ref<HTMLButtonElement>;
  children: ComponentChildren;
}

/** `aria-disabled` instead of `disabled`: a focused button that is switched off would throw the keyboard's place away. */
export function Button({
  onClick,
  kind = 'plain',
  type = 'button',
  busy,
  disabled,
  label,
  wide,
  ...rest
}: ButtonProps) {
  const isOff = busy === true || disabled === true;
  return (
    <button
      ref={rest.buttonRef ?? null}
      type={type}
      class={'button ' + kind + (wide ? ' wide' : '') + (busy ? ' busy' : '')}
      aria-disabled={isOff ? true : undefined}
      aria-busy={busy ? true : undefined}
      aria-label={label}
      aria-pressed={rest.pressed}
      aria-expanded={rest.expanded}
      data-opens={rest.opens}
      onClick={(event) => {
        if (isOff) event.preventDefault();
        else onClick?.();
      }}
    >
      {rest.children}
    </button>
  );
}

export const IconButton = ({
  icon,
  label,
  onClick,
  busy = false,
  expanded,
}: {
  icon: Parameters<typeof Icon>[0]['name'];
  label: string;
  onClick: () => void;
  busy?: boolean;
  expanded?: boolean;
}): JSX.Element => (
  <button
    type="button"
    class={'icon-button' + (busy ? ' turning' : '')}
    aria-label={label}
    title={label}
    aria-expanded={expanded}
    aria-disabled={busy ? true : undefined}
    onClick={() => {
      if (!busy) onClick();
    }}
  >
    <Icon name={icon} />
  </button>
);
