import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../call';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Combo } from '../ui/combo';
import { canInsistOn, COUNTRY_OPTIONS, countryTyped, insistOn } from './country-options';

interface PlaceFieldProps {
  country: string;
  onChange: (place: string) => void;
  onBlur: () => void;
  problem: string | undefined;
}

/** A country by its name in any language or its code. One that influData is not known to have is asked about: a search for it costs the same. */
export const CountryField = ({ country, onChange, onBlur, problem }: PlaceFieldProps): JSX.Element => (
  <Combo
    label={TEXT.form.country}
    options={COUNTRY_OPTIONS}
    values={[country].filter(Boolean)}
    onChange={([value = '']) => onChange(countryTyped(value))}
    onBlur={onBlur}
    free
    placeholder={TEXT.form.any}
    problem={problem}
    remedy={
      problem !== undefined &&
      canInsistOn(country) && (
        <Button
          kind="quiet"
          onClick={() => {
            insistOn(country);
            // Read again.
            onChange(country);
          }}
        >
          {TEXT.form.useAnyway}
        </Button>
      )
    }
  />
);

/** A city of the country, from influData's list; where that did not load, whatever is typed. Without a country none can be chosen. */
export function CityField({
  country,
  city,
  onChange,
  onBlur,
  problem,
}: PlaceFieldProps & { city: string }): JSX.Element {
  const { cities, state, load } = useCities(country);
  return (
    <Combo
      label={TEXT.form.city}
      options={cities.map((value) => ({ value, label: value }))}
      values={[city].filter(Boolean)}
      onChange={([value = '']) => onChange(value)}
      onBlur={onBlur}
      onOpen={load}
      free
      disabled={country === ''}
      busy={state === 'busy'}
      placeholder={country === '' ? TEXT.form.countryFirst : TEXT.form.any}
      hint={state === 'failed' ? TEXT.form.noCities : undefined}
      problem={problem}
    />
  );
}

const known = new Map<string, string[]>();

/** The cities of a country, asked for once a page. A refusal leaves the field to free typing. */
function useCities(country: string): { cities: string[]; state: 'idle' | 'busy' | 'failed'; load: () => void } {
  const [asked, setAsked] = useState<{ country: string; state: 'busy' | 'failed' | 'done' }>();
  const state = asked?.country === country && asked.state !== 'done' ? asked.state : 'idle';
  return {
    cities: known.get(country) ?? [],
    state,
    load() {
      if (country === '' || known.has(country) || state === 'busy') return;
      setAsked({ country, state: 'busy' });
      const end = (next: 'failed' | 'done'): void =>
        setAsked((now) => (now?.country === country ? { country, state: next } : now));
      call('cities', { country }).then(
        (cities) => {
          known.set(country, cities);
          end('done');
        },
        () => end('failed'),
      );
    },
  };
}
