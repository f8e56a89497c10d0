import type { Host } from '../../core/ports';
import { LANGUAGES, type Language } from '../../schema/language';

/** `auto`: as Google speaks with this person. */
export const LANGUAGE_CHOICES = ['auto', ...LANGUAGES] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

const PROPERTY = 'INFLUDATA_LANGUAGE';

export function chosenLanguage(host: Host): LanguageChoice {
  const chosen = host.userProperties.get(PROPERTY);
  return LANGUAGE_CHOICES.find((choice) => choice === chosen) ?? 'auto';
}

export function chooseLanguage({ userProperties }: Host, choice: LanguageChoice): void {
  if (choice === 'auto') userProperties.remove(PROPERTY);
  else userProperties.setMany({ [PROPERTY]: choice });
}

/** What this person reads. A menu is made even where Google keeps the properties from us: then by Google's language. */
export function languageOf(host: Host): Language {
  const chosen = orAuto(() => chosenLanguage(host));
  return chosen === 'auto' ? languageOfGoogle(host) : chosen;
}

export const languageOfGoogle = (host: Host): Language =>
  orAuto(() => host.personLocale()).startsWith('de') ? 'de' : 'en';

function orAuto<Text extends string>(look: () => Text): Text | 'auto' {
  try {
    return look();
  } catch {
    return 'auto';
  }
}
