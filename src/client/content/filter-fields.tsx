import type { JSX } from 'preact';
import { CONTENT_PLATFORMS, contentTypesOf } from '../../schema/content-filter';
import { PLATFORMS, type Platform } from '../../schema/platform';
import { languages } from '../form/language';
import { addKeywords } from '../form/keyword';
import { CityField } from '../form/city-field';
import { CountryField } from '../form/country-field';
import { list, number } from '../format';
import { Combo } from '../ui/combo';
import { DateRange } from '../ui/date-range';
import type { Option } from '../ui/option';
import { Pills } from '../ui/pills';
import { RangeField } from '../ui/range-field';
import { Select } from '../ui/select';
import { Problem } from '../ui/field';
import { WordsField } from '../ui/words-field';
import { SORTINGS, TYPE_LABELS } from './content-label';
import { CreatorsField } from './creators-field';
import { chosenTypes, emptyPlatforms, listIn, textIn, USUAL_MINIMUM } from './draft';
import type { ContentFormState } from './use-content-form';
import { addTags } from './words';

const PLATFORM_OPTIONS = CONTENT_PLATFORMS.map((value): Option => ({ value, label: PLATFORMS[value].label }));
const LANGUAGE_OPTIONS = languages();
const GENDER_OPTIONS: readonly Option[] = [
  { value: '', label: 'Any' },
  { value: 'm', label: 'Men' },
  { value: 'w', label: 'Women' },
];

const MINIMUM_HINT = 'Minimum followers ' + number(USUAL_MINIMUM) + ' unless you change it. Write 0 for everyone.';

/** Every filter of getContent. */
export function FilterFields({ state }: { state: ContentFormState }): JSX.Element {
  const { draft, reading, problems, set, leave } = state;
  const platforms = listIn(draft, 'platform');
  const types = contentTypesOf(platforms);
  const without = emptyPlatforms(draft);
  const country = textIn(draft, 'country');

  const words = (label: string, name: string, add: typeof addTags, placeholder: string, sign = ''): JSX.Element => (
    <WordsField
      label={label}
      words={listIn(draft, name)}
      add={add}
      labelOf={(word) => sign + word}
      onChange={(value) => set(name, value)}
      onBlur={() => leave(name)}
      placeholder={placeholder}
      problem={problems[name]}
    />
  );
  const range = (
    label: string,
    from: string,
    to: string,
    more: { placeholders?: [string, string]; hint?: string } = {},
  ) => (
    <RangeField
      label={label}
      from={textIn(draft, from)}
      to={textIn(draft, to)}
      onInput={(end, value) => set(end === 'from' ? from : to, value)}
      onBlur={(end) => leave(end === 'from' ? from : to)}
      problems={{ from: problems[from], to: problems[to] }}
      {...more}
    />
  );
  const combo = (label: string, name: string, options: readonly Option[]): JSX.Element => (
    <Combo
      label={label}
      options={options}
      values={[textIn(draft, name)].filter(Boolean)}
      onChange={([value = '']) => set(name, value)}
      onBlur={() => leave(name)}
      free
      placeholder="Any"
      problem={problems[name]}
    />
  );

  return (
    <>
      <Pills
        label="Platforms"
        options={PLATFORM_OPTIONS}
        chosen={platforms}
        onChange={(chosen) => set('platform', chosen)}
      />
      <Problem id="content-platform" text={problems['platform']} />
      {types.length > 1 && (
        <Pills
          label="Types · all, if none is chosen"
          options={types.map((value) => ({ value, label: TYPE_LABELS[value] ?? value }))}
          chosen={chosenTypes(draft)}
          onChange={(chosen) =>
            // What waits for its platform stays chosen.
            set('contentTypes', [...chosen, ...listIn(draft, 'contentTypes').filter((type) => !types.includes(type))])
          }
        />
      )}
      <div role="status">
        {without.length > 0 && (
          <p class="note warn">
            <span>
              {list(without.map((name) => PLATFORMS[name as Platform].label))} {without.length === 1 ? 'has' : 'have'}{' '}
              none of these types: nothing comes from there.
            </span>
          </p>
        )}
      </div>
      <CreatorsField
        handles={listIn(draft, 'username')}
        problem={problems['username']}
        onChange={(handles) => set('username', handles)}
        onBlur={() => leave('username')}
        onSelected={state.take}
      />
      {words('Keywords in caption, hashtags, mentions', 'keywords', addKeywords, 'summer sale, skincare')}
      {words('Hashtags', 'tags', addTags, '#fashion #style', '#')}
      <DateRange
        label="Uploaded"
        from={textIn(draft, 'uploadedFrom').slice(0, 10)}
        to={textIn(draft, 'uploadedTo').slice(0, 10)}
        onInput={(end, value) => {
          const name = end === 'from' ? 'uploadedFrom' : 'uploadedTo';
          set(name, value);
          leave(name);
        }}
        problems={{ from: problems['uploadedFrom'], to: problems['uploadedTo'] }}
        hint="Whole days, in UTC."
      />
      {range('Followers', 'followerMin', 'followerMax', {
        placeholders: [number(USUAL_MINIMUM), 'no limit'],
        hint: MINIMUM_HINT,
      })}
      {range('Reach or views', 'viewsMin', 'viewsMax', { placeholders: ['from', 'no limit'] })}
      <div class="two">
        <CountryField
          country={country}
          onChange={(value) => set('country', value)}
          onBlur={() => leave('country')}
          problem={problems['country']}
        />
        <CityField
          country={country}
          city={textIn(draft, 'city')}
          onChange={(value) => set('city', value)}
          onBlur={() => leave('city')}
          problem={problems['city']}
        />
      </div>
      <div class="two">
        {combo('Language', 'language', LANGUAGE_OPTIONS)}
        <Select
          label="Gender"
          value={textIn(draft, 'gender')}
          options={GENDER_OPTIONS}
          onChange={(value) => set('gender', value)}
        />
      </div>
      <div role="status">
        {reading.warning && (
          <p class="note warn">
            <span>{reading.warning}</span>
          </p>
        )}
      </div>
      <Select
        label="Sort by"
        value={textIn(draft, 'sorting') || SORTINGS[0].value}
        options={SORTINGS}
        onChange={(value) => set('sorting', value === SORTINGS[0].value ? '' : value)}
      />
    </>
  );
}
