import type { JSX } from 'preact';
import { PLATFORM_NAMES, PLATFORMS, type Platform } from '../../schema/platform';
import { sortFields, sorting } from '../../schema/search-filter';
import { FilterRows } from '../form/filter-rows';
import { textIn } from '../form/filter-values';
import { Button } from '../ui/button';
import type { Option } from '../ui/option';
import { Select } from '../ui/select';
import type { SearchFormState } from './search-form';
import { SORT_LABELS } from './search-text';

const PLATFORM_OPTIONS = PLATFORM_NAMES.map((value): Option => ({ value, label: PLATFORMS[value].label }));

const ROWS = [
  'keywords',
  'keywordFields',
  'categories',
  ['country', 'city'],
  ['language', 'gender'],
  'followerMin',
  ['engagementRate', 'growthRate'],
  'viewsMin',
  'businessSearch',
];

/** Every filter that the platform has. */
export function FilterForm({ state }: { state: SearchFormState }): JSX.Element {
  const { form, problems } = state;
  const earlier = state.table.filters.filter(({ earlier: isEarlier, max }) => isEarlier && max !== undefined);
  return (
    <>
      <Select
        label="Platform"
        value={form.platform}
        options={PLATFORM_OPTIONS}
        onChange={(value) => state.setPlatform(value as Platform)}
      />
      <div role="status">
        {state.dropped && (
          <div class="note">
            <p>{state.dropped.message}</p>
            <Button kind="quiet" onClick={state.dropped.undo}>
              Undo
            </Button>
          </div>
        )}
      </div>
      <FilterRows state={state} rows={ROWS} />
      <SortFields state={state} />
      {earlier.length > 0 && (
        <details class="more" open={earlier.some(({ name, max = '' }) => problems[name] ?? problems[max]) || undefined}>
          <summary>More filters</summary>
          <p class="hint">These come from an earlier edition of influData's documentation and are not guaranteed.</p>
          <FilterRows state={state} rows={earlier.map(({ name }) => name)} />
        </details>
      )}
    </>
  );
}

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

const directionsOf = (field: string): (typeof DIRECTIONS)['text'] =>
  DIRECTIONS[field === 'username' ? 'text' : 'number'];

/** What the results are sorted by, and in which direction. */
function SortFields({ state: { form, set } }: { state: SearchFormState }): JSX.Element {
  const current = textIn(form, 'sorting');
  const fields = sortFields(form.platform);
  const field = fields.find((each) => [sorting('asc', each), sorting('desc', each)].includes(current)) ?? '';
  return (
    <div class="two">
      <Select
        label="Sort by"
        value={field}
        options={[
          { value: '', label: 'Default' },
          ...fields.map((value) => ({ value, label: SORT_LABELS[value] ?? value })),
        ]}
        onChange={(value) => set('sorting', value && sorting(directionsOf(value)[0]?.value ?? 'desc', value))}
      />
      {field !== '' && (
        <Select
          label="Direction"
          value={current.startsWith('asc') ? 'asc' : 'desc'}
          options={directionsOf(field)}
          onChange={(value) => set('sorting', sorting(value as Direction, field))}
        />
      )}
    </div>
  );
}
