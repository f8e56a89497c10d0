import { FORMULA } from '../schema/said-text';
import { citiesQuestion } from '../api/question';
import { badInput } from '../core/error';
import { isBlank } from '../core/text';
import { parseCities } from '../schema/cities';
import { countryInLanguages } from '../schema/country-table';
import { countryIn } from '../schema/filter';
import { isCells, type Cells } from '../sheet/cell';
import { askBlock, type Formula } from './formula';
import { FORMULA_VALUE } from '../schema/text/formula';

/** INFLU_CITIES: the cities that discovery knows in a country, one a row. Free. */
export function cities(formula: Formula, country: unknown): Cells {
  if (isBlank(country)) throw badInput(FORMULA.noCountry);
  if (isCells(country) && country.flat().length > 1) throw badInput(FORMULA.oneCountry);
  // Free: a country that is not known is asked for as it is written.
  const asked = countryIn(String(country).trim(), { countries: countryInLanguages, isSure: () => true });
  return askBlock(formula, citiesQuestion(asked), ({ body }) => {
    const names = parseCities(body);
    return names.length > 0 ? names.map((name) => [name]) : [[FORMULA_VALUE.noCities]];
  });
}
