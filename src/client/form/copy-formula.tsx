import type { JSX } from 'preact';
import { CopyText } from '../ui/copy-text';

export const CopyFormula = ({ formula }: { formula: string }): JSX.Element => (
  <CopyText
    text={formula}
    label="Copy as formula"
    said="The formula is copied. Paste it into a cell."
    byHand="Press Ctrl+C (⌘C) to copy, then paste it into a cell"
  />
);
