import type { JSX } from 'preact';
import { TEXT } from '../text/text';
import { CopyText } from '../ui/copy-text';

interface CopyFormulaProps {
  name: string;
  /** What the spreadsheet's locale puts between arguments. */
  separator: ',' | ';';
  values: readonly (string | number)[];
}

const argument = (value: string | number): string =>
  typeof value === 'number' ? String(value) : '"' + value.replace(/"/g, '""') + '"';

/** `=INFLU_SEARCH("instagram"; "country=Germany")`; blank arguments after the first are left out. */
export const formulaOf = ({ name, separator, values }: CopyFormulaProps): string =>
  '=' +
  name +
  '(' +
  values
    .filter((value, at) => value !== '' || at === 0)
    .map(argument)
    .join(separator + ' ') +
  ')';

export const CopyFormula = (props: CopyFormulaProps): JSX.Element => (
  <CopyText
    text={formulaOf(props)}
    label={TEXT.form.copyAsFormula}
    said={TEXT.form.formulaCopied}
    byHand={TEXT.form.copyByHand}
  />
);
