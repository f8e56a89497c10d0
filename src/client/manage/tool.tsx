import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';

interface ToolFrameProps {
  title: string;
  /** Made when it is opened: a tool that nobody looks at asks nothing. */
  children: () => ComponentChildren;
}

/** A tool of *Manage*, closed until somebody wants it. */
export function Tool({ title, children }: ToolFrameProps): JSX.Element {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="more" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && children()}
    </details>
  );
}
