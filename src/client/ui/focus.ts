import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Moves the focus, but only while this page has it: meanwhile a person may type in the sheet beside it. */
export function focusOn(element: HTMLElement | null | undefined): void {
  if (document.hasFocus()) element?.focus();
}

/** What had the focus is gone, so the keyboard has lost its place. */
export const isFocusLost = (): boolean =>
  document.hasFocus() && (document.activeElement === null || document.activeElement === document.body);

/**
 * When a mode is over, what opened it (`data-opens` names the mode) has the focus again; failing that, the first
 * button. Goes on what holds both; `first` is the mode before that was there.
 */
export function useReturnFocus<Holder extends HTMLElement>(mode: string, first = mode): RefObject<Holder | null> {
  const holder = useRef<Holder>(null);
  const before = useRef(first);
  useLayoutEffect(() => {
    const last = before.current;
    before.current = mode;
    if (last !== mode && isFocusLost())
      focusOn(
        holder.current?.querySelector<HTMLElement>('[data-opens="' + last + '"]') ??
          // What comes next, before what closes or opens.
          holder.current?.querySelector<HTMLElement>('.button') ??
          holder.current?.querySelector<HTMLElement>('button'),
      );
  }, [mode]);
  return holder;
}
