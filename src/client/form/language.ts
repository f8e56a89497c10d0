import { LANGUAGE } from '../language';

/** Two-letter codes of the earlier edition's list; what discovery cannot take is left out. */
const LANGUAGE_CODES =
  'en es fr de it pt ru ja ko zh ar hi th vi id ms tl tr pl nl sv da no fi cs sk hu ro bg hr sr sl et lv lt el he fa ur bn ta te ml kn gu pa mr ne si my km lo ka am sw zu af is mt eu ca gl cy ga gd br co lb rm sc';

let names: Intl.DisplayNames | undefined;

export function languageLabel(code: string): string {
  try {
    names ??= new Intl.DisplayNames([LANGUAGE], { type: 'language' });
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
