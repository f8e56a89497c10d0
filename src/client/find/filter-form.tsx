import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Platform } from '../../schema/platform';
import { filterText, type Search } from '../../schema/search';
import { sortFields, sorting } from '../../schema/search-filter';
import type { SavedSearch } from '../../sidebar/find-calls';
import { CopyFormula } from '../form/copy-formula';
import { FilterRows } from '../form/filter-rows';
import { textIn } from '../form/filter-values';
import { PLATFORM_OPTIONS } from '../form/platform-options';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { SaveSearch } from './save-search';
import { gapTexts, type SearchFormState } from './search-form';
import { SORT_LABELS, summaryLine } from './search-text';

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
        label={TEXT.find.platform}
        value={form.platform}
        options={PLATFORM_OPTIONS}
        onChange={(value) => state.setPlatform(value as Platform)}
      />
      <div role="status">
        {form.alike && (
          <div class="note">
            <div>
              <p>{TEXT.find.like(form.alike.handle)}</p>
              {gapTexts(form.alike, form.platform).map((text) => (
                <p key={text}>{text}</p>
              ))}
              <Button kind="quiet" onClick={() => state.change(({ platform, filters }) => ({ platform, filters }))}>
                {TEXT.find.includeAgain(form.alike.handle)}
              </Button>
            </div>
          </div>
        )}
        {state.dropped && (
          <div class="note">
            <p>{state.dropped.message}</p>
            <Button kind="quiet" onClick={state.dropped.undo}>
              {TEXT.find.undo}
            </Button>
          </div>
        )}
      </div>
      <FilterRows state={state} rows={ROWS} />
      <SortFields state={state} />
      {earlier.length > 0 && (
        <details class="more" open={earlier.some(({ name, max = '' }) => problems[name] ?? problems[max]) || undefined}>
          <summary>{TEXT.find.moreFilters}</summary>
          <p class="hint">{TEXT.find.moreFiltersHint}</p>
          <FilterRows state={state} rows={earlier.map(({ name }) => name)} />
        </details>
      )}
    </>
  );
}

type Direction = 'asc' | 'desc';

const DIRECTIONS: Record<'number' | 'text', { value: Direction; label: string }[]> = {
  number: [
    { value: 'desc', label: TEXT.find.highestFirst },
    { value: 'asc', label: TEXT.find.lowestFirst },
  ],
  text: [
    { value: 'asc', label: TEXT.find.aToZ },
    { value: 'desc', label: TEXT.find.zToA },
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
        label={TEXT.find.sortBy}
        value={field}
        options={[
          { value: '', label: TEXT.find.default },
          ...fields.map((value) => ({ value, label: SORT_LABELS[value] ?? value })),
        ]}
        onChange={(value) => set('sorting', value && sorting(directionsOf(value)[0]?.value ?? 'desc', value))}
      />
      {field !== '' && (
        <Select
          label={TEXT.find.direction}
          value={current.startsWith('asc') ? 'asc' : 'desc'}
          options={directionsOf(field)}
          onChange={(value) => set('sorting', sorting(value as Direction, field))}
        />
      )}
    </div>
  );
}

interface FormActionsProps {
  search: Search;
  separator: ',' | ';';
  searches: readonly SavedSearch[];
  onSearches: (searches: SavedSearch[]) => void;
  /** Shows the problems that stand in the way. */
  canSave: () => boolean;
  onReset: () => void;
}

/** What can be done with filters without spending. */
export function FormActions({
  search,
  separator,
  searches,
  onSearches,
  canSave,
  onReset,
}: FormActionsProps): JSX.Element {
  const [isSaving, setIsSaving] = useState(false);
  return (
    <>
      <div class="links form-links">
        <Button kind="quiet" expanded={isSaving} onClick={() => setIsSaving(!isSaving && canSave())}>
          {TEXT.find.save}
        </Button>
        <CopyFormula name="INFLU_SEARCH" separator={separator} values={[search.platform, filterText(search)]} />
        <Button kind="quiet" onClick={onReset}>
          {TEXT.find.resetFilters}
        </Button>
      </div>
      {isSaving && (
        <SaveSearch
          search={search}
          suggested={summaryLine(search)}
          known={searches}
          onSaved={onSearches}
          onClose={() => setIsSaving(false)}
        />
      )}
    </>
  );
}
