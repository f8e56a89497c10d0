import type { JSX } from 'preact';
import { Combo } from '../ui/combo';
import { useCities } from './use-cities';

interface CityFieldProps {
  /** Blank: no city can be chosen. */
  country: string;
  city: string;
  onChange: (city: string) => void;
  onBlur: () => void;
  problem: string | undefined;
}

/** A city of the country, from influData's list; where that did not load, whatever is typed. */
export function CityField({ country, city, onChange, onBlur, problem }: CityFieldProps): JSX.Element {
  const { cities, state, load } = useCities(country);
  return (
    <Combo
      label="City"
      options={cities.map((value) => ({ value, label: value }))}
      values={[city].filter(Boolean)}
      onChange={([value = '']) => onChange(value)}
      onBlur={onBlur}
      onOpen={load}
      free
      disabled={country === ''}
      busy={state === 'busy'}
      placeholder={country === '' ? 'Country first' : 'Any'}
      hint={state === 'failed' ? 'The list did not load. You can type a city.' : undefined}
      problem={problem}
    />
  );
}
