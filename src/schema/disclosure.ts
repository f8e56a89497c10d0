import { lazy } from '../core/lazy';
import { BRACKETED_LABELS, DISCLOSURE_LABELS, disclosureWords } from './disclosure-words';
import { expressionOf, HASHTAG_BEGINS, LETTERS, HASHTAG_ENDS, WORD_BEGINS, WORD_ENDS } from './post-text';
import { unmarked } from './unmarked';

const GAP = '(?:[ \u00a0-]+)';

/** A space is a gap, and letters go with or without their marks, which may also stand apart (`e` and U+0301). Classes stay. */
const spelled = (words: string): string =>
  words.replace(/\[[^\]]*\]| |[^\0-\x7f]/gu, (piece) => {
    if (piece === ' ') return GAP;
    const [base = '', ...marks] = Array.from(unmarked(piece).normalize('NFD'));
    return /^[a-z]$/i.test(base) ? `[${piece}${base}]${marks.map((mark) => `${mark}?`).join('')}` : piece;
  });

const all = (part: 'tags' | 'words' | 'denials'): string =>
  Object.values(disclosureWords())
    .flatMap((words) => words[part] ?? [])
    .map(spelled)
    .join('|');

export interface DisclosurePatterns {
  /** What is taken out first: addresses, accounts, and phrases that deny it. */
  removed: string;
  /** What is looked for in the rest. */
  found: string;
}

/**
 * For a formula: `REGEXMATCH(REGEXREPLACE(text;removed;" ");found)`. Neither has a quotation mark in it. Text is `postText`.
 */
export const disclosurePatterns = lazy((): DisclosurePatterns => {
  const labels = spelled(DISCLOSURE_LABELS);
  return {
    removed: `(?i)https?://[^ \\n\\t]*|www[.][^ \\n\\t]*|[@＠][${LETTERS}.]+|${WORD_BEGINS}(?:${all('denials')})[${LETTERS}]*`,
    found: `(?i)${[
      `${HASHTAG_BEGINS}(?:${all('tags')})${HASHTAG_ENDS}`,
      `${WORD_BEGINS}(?:${all('words')})${WORD_ENDS}`,
      `[[(（*] *(?:${labels}) *[\\])）*]`,
      `(?:^|\\n) *(?:${labels})(?: *(?:[|:/–—\\n]|$)| +-)`,
      BRACKETED_LABELS,
    ].join('|')}`,
  };
});

const expressions = lazy(() => {
  const { removed, found } = disclosurePatterns();
  return { removed: expressionOf(removed, 'g'), found: expressionOf(found) };
});

/**
 * Whether a post says that it is an advertisement, in any of the languages. `keine Werbung`, `unbezahlte Werbung` and
 * `not an ad` say that it is not, which for a paid post is no disclosure. Letters of other shapes (𝗔𝗻𝘇𝗲𝗶𝗴𝗲) don't count:
 * screen readers and the sheet's own formula can't read them either. Nor does the API's guess that a post is sponsored.
 */
export const isDisclosed = (text: string): boolean =>
  expressions().found.test(text.replace(expressions().removed, ' '));
