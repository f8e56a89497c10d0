import type { JSX } from 'preact';
import { CopyFormula } from '../form/copy-formula';
import { formulaOf } from '../form/formula';
import { Button } from '../ui/button';
import { formulaArguments, type ContentReading } from './draft';

interface FormLinksProps {
  reading: ContentReading;
  separator: ',' | ';';
  /** Formulas may buy content. */
  isAllowed: boolean;
  onReset: () => void;
}

/** What can be done with the filters without spending. */
export const FormLinks = ({ reading, separator, isAllowed, onReset }: FormLinksProps): JSX.Element => (
  <>
    <div class="links form-links">
      <CopyFormula formula={formulaOf('INFLU_CONTENT', separator, formulaArguments(reading))} />
      <Button kind="quiet" onClick={onReset}>
        Reset filters
      </Button>
    </div>
    <p class="hint formula-hint">
      {isAllowed
        ? 'The formula costs 1 request a piece, at most 100.'
        : 'The formula costs 1 request a piece, and is off until content in formulas is allowed in Account.'}
    </p>
  </>
);
