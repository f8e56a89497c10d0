import { ask } from '../gate/client';
import { citiesQuestion } from '../api/question';
import { badInput } from '../core/error';
import { isBlank } from '../core/text';
import { parseCities } from '../schema/cities';
import { countryInLanguages } from '../schema/country-table';
import { countryIn } from '../schema/filter';
import type { Cells } from '../sheet/cell';
import { formulaRequest, shownReply, thrownOrText, type Formula } from './formula';

/** INFLU_CITIES: the cities that discovery knows in a country, one a row. Free. */
export function cities(formula: Formula, country: unknown): Cells {
  if (isBlank(country)) throw badInput('Name a country, for example Germany.');
  // Free: a country that is not known is asked for as it is written.
  const asked = countryIn(String(country).trim(), { countries: countryInLanguages, isSure: () => true });
  const question = citiesQuestion(asked);
  const replies = ask(formula.host, { ...formulaRequest(formula), questions: [question] });
  const shown = shownReply(replies.get(question.key), (answer) => parseCities(answer.body));
  if ('error' in shown) return [[thrownOrText(shown.error, true)]];
  if ('state' in shown) return [[shown.state]];
  return shown.value.length > 0 ? shown.value.map((name) => [name]) : [['no cities known']];
}
