import type { JSX } from 'preact';
import { number } from '../format';

interface UnreadableProps {
  unreadable: readonly { row: number; text: string; why: string }[];
  /** How many there are, of which `unreadable` are the first. */
  all: number;
}

/** Cells that name no creator, and why. Texts are strangers' texts. */
export function Unreadable({ unreadable, all }: UnreadableProps): JSX.Element {
  const more = all - unreadable.length;
  return (
    <details class="unreadable">
      <summary>{number(all)} cannot be read</summary>
      <ul tabIndex={0} aria-label="Rows that cannot be read">
        {unreadable.map(({ row, text, why }) => (
          <li key={row}>
            <span class="faint">Row {number(row)}</span> <span class="mono break">{text}</span>
            <p class="hint">{withoutText(why, text)}</p>
          </li>
        ))}
        {more > 0 && <li class="hint">… and {number(more)} more.</li>}
      </ul>
    </details>
  );
}

/** Why a cell cannot be read: the sentence often begins with the text, which stands above it. */
export const withoutText = (why: string, text: string): string =>
  why.startsWith('"' + text + '" is') ? 'This is' + why.slice(text.length + 5) : why;
