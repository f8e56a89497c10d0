import type { JSX } from 'preact';
import { sortFields, sorting } from '../../schema/search-filter';
import { Select } from '../ui/select';
import { textIn, type Form } from './form';
import { SORT_LABELS } from './label';

type Direction = 'asc' | 'desc';

const DIRECTIONS: Record<'number' | 'text', { value: Direction; label: string }[]> = {
  number: [
    { value: 'desc', label: 'Highest first' },
    { value: 'asc', label: 'Lowest first' },
  ],
  text: [
    { value: 'asc', label: 'A to Z' },
    { value: 'desc', label: 'Z to A' },
  ],
};

const kindOf = (field: string): 'number' | 'text' => (field === 'username' ? 'text' : 'number');

/** What the results are sorted by, and in which direction. */
export function SortFields({ form, set }: { form: Form; set: (name: string, value: string) => void }): JSX.Element {
  const current = textIn(form, 'sorting');
  const fields = sortFields(form.platform);
  const field = fields.find((each) => [sorting('asc', each), sorting('desc', each)].includes(current)) ?? '';
  const direction: Direction = current.startsWith('asc') ? 'asc' : 'desc';
  return (
    <div class="two">
      <Select
        label="Sort by"
        value={field}
        options={[
          { value: '', label: 'Default' },
          ...fields.map((value) => ({ value, label: SORT_LABELS[value] ?? value })),
        ]}
        onChange={(value) => set('sorting', value && sorting(DIRECTIONS[kindOf(value)][0]?.value ?? 'desc', value))}
      />
      {field !== '' && (
        <Select
          label="Direction"
          value={direction}
          options={DIRECTIONS[kindOf(field)]}
          onChange={(value) => set('sorting', sorting(value as Direction, field))}
        />
      )}
    </div>
  );
}
