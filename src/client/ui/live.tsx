import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Listener = (text: string) => void;
let listener: Listener | undefined;

/** Has a screen reader say something that shows elsewhere on the page. */
export const announce = (text: string): void => listener?.(text);

export function Live(): JSX.Element {
  const [text, setText] = useState('');
  useEffect(() => {
    listener = setText;
    return () => {
      listener = undefined;
    };
  }, []);
  return (
    <div class="unseen" aria-live="polite" role="status">
      {text}
    </div>
  );
}
