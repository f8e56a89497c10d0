import type { Selection } from '../../sidebar/enrich-calls';
import { TEXT } from '../text/text';
import { fieldNames } from './field-group';

const NAMED = 3;

/** "Followers, Country and 4 more are already in the sheet." */
export function thereText(there: readonly string[]): string {
  const named = there.slice(0, there.length > NAMED + 1 ? NAMED : NAMED + 1).map((name) => fieldNames([name]));
  const more = there.length - named.length;
  return TEXT.enrich.alreadyThere(more > 0 ? [...named, TEXT.enrich.moreFields(more)] : named, there.length === 1);
}

/** Of the chosen fields those that would probably be bought in vain. */
export const notGivenText = (fields: readonly string[], notGiven: Selection['notGiven']): string =>
  notGiven
    .filter(({ field }) => fields.includes(field))
    .map(({ field, creators }) => TEXT.enrich.fieldMissing(fieldNames([field]), creators))
    .join(' ');

/** Beside a field that can be chosen. */
export function fieldRemark(name: string, there: readonly string[], notGiven: Selection['notGiven']): string {
  const missing = notGiven.find(({ field }) => field === name);
  if (missing) return TEXT.enrich.missingRemark(missing.creators);
  return there.includes(name) ? TEXT.enrich.thereRemark : '';
}
