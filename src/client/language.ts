import { speak, type Language } from '../schema/language';

/** Of whoever reads the page: the server writes it into the page, so nothing is drawn in another one first. */
export const LANGUAGE: Language =
  typeof document !== 'undefined' && document.body?.dataset['language'] === 'de' ? 'de' : 'en';

speak(() => LANGUAGE);
