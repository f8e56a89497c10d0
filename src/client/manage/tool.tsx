import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface ToolFrameProps {
  title: string;
  /** Made when it is opened: a tool that nobody looks at asks nothing. */
  children: () => ComponentChildren;
}

/** A tool of *Manage*, closed until somebody wants it. */
export function Tool({ title, children }: ToolFrameProps): JSX.Element {
  const [isOpen, setIsOpen] = useState(false);
  const frame = useRef<HTMLDetailsElement>(null);
  // Where there is little room its price and button would open below the edge.
  useEffect(() => {
    if (isOpen) frame.current?.scrollIntoView({ block: 'start' });
  }, [isOpen]);
  return (
    <details class="more" ref={frame} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && children()}
    </details>
  );
}
