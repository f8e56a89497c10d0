import { lazy } from '../core/lazy';
import { wordsOf, type Said } from '../core/said';

/** Of menu, page, dialogs and of the sheets that we lay out. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

let read = (): Language => 'en';

/** Whoever acts here reads this language. Formulas and triggers never say so: what they write stays English. */
export function speak(language: () => Language): void {
  read = lazy(language);
}

export const spokenLanguage = (): Language => read();

/** Says something in a language, whoever acts: of a sheet that has it already. */
export function inLanguage<Outcome>(language: Language, say: () => Outcome): Outcome {
  const before = read;
  read = () => language;
  try {
    return say();
  } finally {
    read = before;
  }
}

/** A table in the reader's language. Each is made when it is first wanted. */
export interface Spoken<Table> {
  (): Table;
  /** In each language, English first: for words that are looked for in a sheet, whoever laid it out. */
  each: () => readonly [english: Table, german: Table];
}

export function spoken<Table>(english: () => Table, german: () => Table): Spoken<Table> {
  const made = { en: lazy(english), de: lazy(german) };
  return Object.assign(() => made[spokenLanguage()](), {
    each: () => [made.en(), made.de()] as const,
  });
}

/** A sentence in the reader's language. */
export const spokenOf = (said: Said): string => wordsOf(said, spokenLanguage());
