import { TEXT } from '../text/text';
/** Two-letter codes of the earlier edition's list; what discovery cannot take is left out. */
const LANGUAGE_CODES = TEXT.form.enEsFrDeIt;

let names: Intl.DisplayNames | undefined;

export function languageLabel(code: string): string {
  try {
    names ??= new Intl.DisplayNames(['en'], { type: 'language' });
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

export const languages = (): { value: string; label: string }[] =>
  // Ukrainian is missing in that list, and spoken by too many to leave out; the server takes any two letters.
  [...LANGUAGE_CODES.split(' '), 'uk']
    .map((value) => ({ value, label: languageLabel(value) }))
    .sort((one, other) => one.label.localeCompare(other.label));
