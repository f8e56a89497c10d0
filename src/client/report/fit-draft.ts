import type { FitTargets } from '../../sidebar/report-calls';
import { list } from '../format';
import { languageName, languages } from '../form/language';
import type { Option } from '../ui/option';

export const NO_TARGETS: FitTargets = { countries: [], ages: [], gender: '', languages: [] };

/** Reports know languages by two letters. */
export const LANGUAGE_OPTIONS: readonly Option[] = languages().filter(({ value }) => value.length === 2);
/** As audience reports part them. */
export const AGE_OPTIONS = ['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'].map((value): Option => ({
  value,
  label: value.replace('-', '–'),
}));

export const isBlank = ({ countries, ages, gender, languages: spoken }: FitTargets): boolean =>
  countries.length + ages.length + spoken.length === 0 && gender === '';

const GENDERS = { '': '', m: 'men', w: 'women' } as const;

/** "Germany, Austria · 18–24 · women · German". */
export const targetsText = ({ countries, ages, gender, languages: spoken }: FitTargets): string =>
  [
    list(countries, 'or'),
    list(
      ages.map((age) => age.replace('-', '–')),
      'or',
    ),
    GENDERS[gender],
    list(spoken.map(languageName), 'or'),
  ]
    .filter((part) => part !== '')
    .join(' · ');
