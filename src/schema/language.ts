import { lazy } from '../core/lazy';

/** Of menu, page, dialogs and of the sheets that we lay out. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

let read = (): Language => 'en';

/** Whoever acts here reads this language. Formulas and triggers never say so: what they write stays English. */
export function speak(language: () => Language): void {
  read = lazy(language);
}

export const spokenLanguage = (): Language => read();

/** A table in the reader's language. The German one is made when it is first wanted. */
export function spoken<Table>(english: Table, german: () => Table): () => Table {
  const made = lazy(german);
  return () => (spokenLanguage() === 'de' ? made() : english);
}
