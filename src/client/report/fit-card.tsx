import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CreatorsForm, FitTargets, MadeSheet } from '../../sidebar/report-calls';
import { call } from '../call';
import { COUNTRY_OPTIONS } from '../form/country-options';
import { FILTER_TEXTS } from '../form/filter-text';
import { languageLabel, languages } from '../form/language';
import { list, WORDS } from '../format';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Combo } from '../ui/combo';
import { ErrorNote } from '../ui/error-note';
import { Form } from '../ui/form';
import { announce } from '../ui/live';
import type { Option } from '../ui/option';
import { Pills } from '../ui/pills';
import { Select } from '../ui/select';
import { useAction } from '../ui/use-action';
import { MadeNote } from './made-note';

interface FitCardProps {
  creators: CreatorsForm;
  /** What the last one looked for; undefined: not read yet. */
  last: FitTargets | undefined;
  onMade: () => void;
  onAccount: () => void;
}

const GENDER_OPTIONS = [{ value: '', label: TEXT.report.any }, ...FILTER_TEXTS.gender.options];

/** How much of each creator's audience is wanted: targets typed once, reckoned in a sheet from reports at hand. */
export function FitCard({ creators, last, onMade, onAccount }: FitCardProps): JSX.Element {
  const [typed, setTyped] = useState<FitTargets>();
  const [made, setMade] = useState<MadeSheet>();
  const [isAsked, setIsAsked] = useState(false);
  const { run, busy, failure } = useAction();
  const targets = typed ?? last ?? NO_TARGETS;
  const set = (part: Partial<FitTargets>): void => setTyped({ ...targets, ...part });
  const make = (): void => {
    setIsAsked(true);
    if (asksNothing(targets)) return;
    // The sheet that it makes may come to the front, and then nothing is selected.
    setTyped(targets);
    void run('make', async () => {
      setMade(undefined);
      const sheet = await call('fitScore', { ...creators, targets });
      setMade(sheet);
      announce(TEXT.report.fitMade);
      onMade();
    });
  };
  return (
    <details class="report-section">
      <summary>{TEXT.report.fitScore}</summary>
      <Form onSubmit={make}>
        <p class="hint">{TEXT.report.fitHint}</p>
        <Combo
          label={TEXT.report.audienceCountries}
          multiple
          options={COUNTRY_OPTIONS}
          values={targets.countries}
          onChange={(countries) => set({ countries })}
          placeholder={TEXT.report.any}
        />
        <Pills
          label={TEXT.report.audienceAges}
          options={AGE_OPTIONS}
          chosen={targets.ages}
          onChange={(ages) => set({ ages })}
        />
        <div class="report-field">
          <Select
            label={TEXT.report.audienceGender}
            value={targets.gender}
            options={GENDER_OPTIONS}
            onChange={(gender) => set({ gender: gender as FitTargets['gender'] })}
          />
        </div>
        <Combo
          label={TEXT.report.audienceLanguages}
          multiple
          options={LANGUAGE_OPTIONS}
          values={targets.languages}
          onChange={(spoken) => set({ languages: spoken })}
          placeholder={TEXT.report.any}
        />
        {asksNothing(targets) ? (
          isAsked && (
            <p class="problem" role="alert">
              {TEXT.report.noTargets}
            </p>
          )
        ) : (
          <p class="hint">{targetsText(targets)}</p>
        )}
        <Button type="submit" wide busy={busy !== undefined}>
          {TEXT.report.makeFitFree}
        </Button>
      </Form>
      <ErrorNote error={failure?.error} retry={make} onAccount={onAccount} />
      {made && <MadeNote made={made} without={TEXT.report.withoutReport} />}
    </details>
  );
}

export const NO_TARGETS: FitTargets = { countries: [], ages: [], gender: '', languages: [] };

/** Reports know languages by two letters. */
export const LANGUAGE_OPTIONS: readonly Option[] = languages().filter(({ value }) => value.length === 2);
/** As audience reports part them. */
export const AGE_OPTIONS = ['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'].map((value): Option => ({
  value,
  label: value.replace('-', '–'),
}));

export const asksNothing = ({ countries, ages, gender, languages: spoken }: FitTargets): boolean =>
  countries.length + ages.length + spoken.length === 0 && gender === '';

const GENDERS = { '': '', m: TEXT.report.men, w: TEXT.report.women } as const;

/** "Germany, Austria · 18–24 · women · German". */
export const targetsText = ({ countries, ages, gender, languages: spoken }: FitTargets): string =>
  [
    list(countries, WORDS.or),
    list(
      ages.map((age) => age.replace('-', '–')),
      WORDS.or,
    ),
    GENDERS[gender],
    list(spoken.map(languageLabel), WORDS.or),
  ]
    .filter((part) => part !== '')
    .join(' · ');
