import type { JSX } from 'preact';
import type { Selection } from '../../sidebar/calls';
import { list } from '../format';
import { Check } from '../ui/check';
import { columnLetters } from './enrich-plan';

interface DoublesProps {
  doubles: Selection['doubles'];
  takes: boolean;
  onChange: (takes: boolean) => void;
}

/** Fields whose header stands over several columns: none of these is written to unless somebody says so. */
export function Doubles({ doubles, takes, onChange }: DoublesProps): JSX.Element | null {
  if (doubles.length === 0) return null;
  const first = list(doubles.map(({ columns: [column = 1] }) => columnLetters(column)));
  return (
    <Check
      checked={takes}
      onChange={onChange}
      hint={doubles
        .map(({ header, columns }) => '“' + header + '” stands over ' + list(columns.map(columnLetters)) + '.')
        .concat(
          takes ? 'The first is written to.' : doubles.length > 1 ? 'New columns are added.' : 'A new column is added.',
        )
        .join(' ')}
    >
      Write to {first}
    </Check>
  );
}
