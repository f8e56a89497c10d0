import type { ComponentChildren, JSX } from 'preact';

interface NoteProps {
  kind?: 'warn' | 'bad' | 'good';
  role?: 'alert' | 'status';
  /** Without a text there is no note. */
  children: ComponentChildren;
}

/** A remark that stands out. */
export const Note = ({ kind, role, children }: NoteProps): JSX.Element | null =>
  children ? (
    <p class={'note' + (kind ? ' ' + kind : '')} role={role}>
      <span>{children}</span>
    </p>
  ) : null;
