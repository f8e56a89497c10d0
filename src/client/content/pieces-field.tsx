import type { JSX } from 'preact';
import { TEXT } from '../text/text';
import { NumberInput } from '../ui/number-input';

/** "At most [100] posts", in one line. */
export const PiecesField = ({ label, ...input }: Parameters<typeof NumberInput>[0]): JSX.Element => (
  <div class="pieces-field">
    <span aria-hidden="true">{label}</span>
    <NumberInput label={TEXT.content.inPostsLabel(label)} {...input} />
    <span aria-hidden="true">{TEXT.content.postsUnit}</span>
  </div>
);
