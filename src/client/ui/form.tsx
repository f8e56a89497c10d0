import type { JSX } from 'preact';

type FormProps = Omit<JSX.IntrinsicElements['form'], 'onSubmit'> & { onSubmit: () => void };

/** A form that the page answers itself. */
export const Form = ({ onSubmit, ...rest }: FormProps): JSX.Element => (
  <form
    {...rest}
    onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}
  />
);
