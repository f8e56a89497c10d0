import type { ComponentChildren, JSX } from 'preact';

interface FieldProps {
  /** The control's id; the label points there. */
  id: string;
  label: string;
  problem?: string | undefined;
  hint?: string | undefined;
  /** What may be done about the problem. */
  remedy?: ComponentChildren;
  /** Label and control in one line. */
  isRow?: boolean | undefined;
  children: ComponentChildren;
}

export const hintId = (id: string): string => id + '-hint';
export const problemId = (id: string): string => id + '-problem';

/** What a control says about itself when it has a problem or a hint. */
export const described = (
  id: string,
  problem: string | undefined,
  hint?: string,
): { 'aria-invalid'?: true; 'aria-describedby'?: string } => {
  const ids = [hint && hintId(id), problem && problemId(id)].filter(Boolean).join(' ');
  return { ...(problem ? { 'aria-invalid': true as const } : {}), ...(ids ? { 'aria-describedby': ids } : {}) };
};

/** Label above, control, then hint and problem. */
export const Field = ({ id, label, problem, hint, remedy, isRow, children }: FieldProps): JSX.Element => (
  <div class={isRow ? 'field row' : 'field'}>
    <label for={id} id={id + '-label'}>
      {label}
    </label>
    {children}
    {hint && (
      <p class="hint" id={hintId(id)}>
        {hint}
      </p>
    )}
    <Problem id={id} text={problem} />
    {remedy}
  </div>
);

export const Problem = ({ id, text }: { id: string; text: string | undefined }): JSX.Element | null =>
  text ? (
    <p class="problem" id={problemId(id)} role="alert">
      {text}
    </p>
  ) : null;
