import type { JSX } from 'preact';
import { CATEGORIES } from '../../schema/category';
import { PLATFORM_NAMES, PLATFORMS, type Platform } from '../../schema/platform';
import { choicesOf, filtersOf } from '../../schema/search-filter';
import { addKeywords } from '../form/keyword';
import { languages } from '../form/language';
import { CityField } from '../form/city-field';
import { CountryField } from '../form/country-field';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { Combo } from '../ui/combo';
import type { Option } from '../ui/option';
import { Pills } from '../ui/pills';
import { RangeField } from '../ui/range-field';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { WordsField } from '../ui/words-field';
import { flagIn, listIn, textIn } from './form';
import { GENDER_LABELS, LOOK_IN_LABELS } from './label';
import { SortFields } from './sort-fields';
import type { SearchFormState } from './use-search-form';

const PLATFORM_OPTIONS = PLATFORM_NAMES.map((value): Option => ({ value, label: PLATFORMS[value].label }));
const CATEGORY_OPTIONS = CATEGORIES.map(([value, label]): Option => ({ value, label }));
const LANGUAGE_OPTIONS = languages();
const GENDER_OPTIONS: readonly Option[] = [
  { value: '', label: 'Any' },
  ...Object.entries(GENDER_LABELS).map(([value, label]) => ({ value, label })),
];

const EARLIER_RANGES = [
  { label: 'Age', from: 'ageMin', to: 'ageMax' },
  { label: 'Reel plays', from: 'reelPlaysMin', to: 'reelPlaysMax' },
  { label: 'Average viewers', from: 'averageViewersMin', to: 'averageViewersMax' },
] as const;

/** Every filter that the platform has. */
export function FilterForm({ state }: { state: SearchFormState }): JSX.Element {
  const { form, problems, set, leave } = state;
  const offered = new Map(filtersOf(form.platform).map((filter) => [filter.name, filter]));
  const country = textIn(form, 'country');
  const earlier = EARLIER_RANGES.filter(({ from }) => offered.has(from));
  const lookIn = offered.get('keywordFields');

  const range = (label: string, from: string, to: string, placeholders?: [string, string]): JSX.Element => (
    <RangeField
      key={from}
      label={label}
      from={textIn(form, from)}
      to={textIn(form, to)}
      {...(placeholders ? { placeholders } : {})}
      onInput={(end, value) => set(end === 'from' ? from : to, value)}
      onBlur={(end) => leave(end === 'from' ? from : to)}
      problems={{ from: problems[from], to: problems[to] }}
    />
  );
  const percentField = (label: string, name: string, suffix: string): JSX.Element => (
    <TextField
      label={label}
      value={textIn(form, name)}
      inputMode="decimal"
      placeholder="any"
      suffix={suffix}
      onInput={(value) => set(name, value)}
      onBlur={() => leave(name)}
      problem={problems[name]}
    />
  );
  const combo = (label: string, name: string, options: readonly Option[]): JSX.Element => (
    <Combo
      label={label}
      options={options}
      values={[textIn(form, name)].filter(Boolean)}
      onChange={([value = '']) => set(name, value)}
      onBlur={() => leave(name)}
      free
      placeholder="Any"
      problem={problems[name]}
    />
  );

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
      <WordsField
        label="Keywords"
        words={listIn(form, 'keywords')}
        add={addKeywords}
        onChange={(words) => set('keywords', words)}
        onBlur={() => leave('keywords')}
        placeholder="personal trainer, vegan"
        problem={problems['keywords']}
      />
      {lookIn && (
        <Pills
          label="Look for them in"
          options={(choicesOf(lookIn, form.platform) ?? []).map((value) => ({
            value,
            label: LOOK_IN_LABELS[value] ?? value,
          }))}
          chosen={listIn(form, 'keywordFields')}
          onChange={(chosen) => set('keywordFields', chosen)}
        />
      )}
      <Combo
        label="Categories"
        multiple
        options={CATEGORY_OPTIONS}
        values={listIn(form, 'categories')}
        onChange={(values) => set('categories', values)}
        onBlur={() => leave('categories')}
        placeholder="Any"
        problem={problems['categories']}
      />
      <div class="two">
        <CountryField
          country={country}
          onChange={(value) => set('country', value)}
          onBlur={() => leave('country')}
          problem={problems['country']}
        />
        {offered.has('city') && (
          <CityField
            country={country}
            city={textIn(form, 'city')}
            onChange={(value) => set('city', value)}
            onBlur={() => leave('city')}
            problem={problems['city']}
          />
        )}
      </div>
      <div class="two">
        {combo('Language', 'language', LANGUAGE_OPTIONS)}
        {offered.has('gender') && (
          <Select
            label="Gender"
            value={textIn(form, 'gender')}
            options={GENDER_OPTIONS}
            onChange={(value) => set('gender', value)}
          />
        )}
      </div>
      {range('Followers', 'followerMin', 'followerMax', ['10000 or 10k', 'no limit'])}
      <div class="two">
        {percentField('Engagement, at least', 'engagementRate', '%')}
        {percentField('Growth, at least', 'growthRate', '% a month')}
      </div>
      {range('Average views', 'viewsMin', 'viewsMax')}
      {offered.has('businessSearch') && (
        <Check checked={flagIn(form, 'businessSearch')} onChange={(checked) => set('businessSearch', checked)}>
          Business accounts
        </Check>
      )}
      <SortFields form={form} set={set} />
      {earlier.length > 0 && (
        <details class="more" open={earlier.some(({ from, to }) => problems[from] || problems[to]) || undefined}>
          <summary>More filters</summary>
          <p class="hint">These come from an earlier edition of influData's documentation and are not guaranteed.</p>
          {earlier.map(({ label, from, to }) => range(label, from, to))}
        </details>
      )}
    </>
  );
}
