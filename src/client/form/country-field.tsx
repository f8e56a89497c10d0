import type { JSX } from 'preact';
import { Button } from '../ui/button';
import { Combo } from '../ui/combo';
import { canInsistOn, COUNTRY_OPTIONS, countryTyped, insistOn } from './country';

interface CountryFieldProps {
  country: string;
  onChange: (country: string) => void;
  onBlur: () => void;
  problem: string | undefined;
}

/** A country by its name in any language or its code. One that influData is not known to have is asked about: a search for it costs the same. */
export const CountryField = ({ country, onChange, onBlur, problem }: CountryFieldProps): JSX.Element => (
  <Combo
    label="Country"
    options={COUNTRY_OPTIONS}
    values={[country].filter(Boolean)}
    onChange={([value = '']) => onChange(countryTyped(value))}
    onBlur={onBlur}
    free
    placeholder="Any"
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
          Use it anyway
        </Button>
      )
    }
  />
);
