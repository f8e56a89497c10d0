import { useLayoutEffect, useRef } from 'preact/hooks';

/** What is open, the last opened last. */
const open: { close: () => void }[] = [];

/** Escape closes what was opened last, wherever the focus is. A list under a field takes it first. */
function onKeyDown(event: KeyboardEvent): void {
  const last = open[open.length - 1];
  if (event.key !== 'Escape' || event.defaultPrevented || !last) return;
  event.preventDefault();
  last.close();
}

/** While it is open, Escape closes it. */
export function useEscape(isOpen: boolean, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  // Before anything else is typed.
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const mine = { close: () => latest.current() };
    if (open.push(mine) === 1) document.addEventListener('keydown', onKeyDown);
    return () => {
      open.splice(open.indexOf(mine), 1);
      if (open.length === 0) document.removeEventListener('keydown', onKeyDown);
    };
  }, [isOpen]);
}
