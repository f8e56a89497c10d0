import { lazy } from '../core/lazy';
import { unmarked } from './unmarked';

/** A brand, and what it is called where people mention it. */
export interface Brand {
  name: string;
  /** Words, `@handle` or `#hashtag`; one with its sign counts as that alone. */
  aliases: readonly string[];
  /** The person's own: no conflict. */
  isOwn: boolean;
}

/** Tells whether a text mentions a brand. */
export interface BrandMatcher {
  /** A caption: words, handles and hashtags in it. Read once for all brands. */
  inParts: (parts: TextParts) => boolean;
  inText: (text: string) => boolean;
  /** A name that stands for an account or a hashtag by itself, with or without its sign; a name of several words is text. */
  inName: (name: string) => boolean;
}

/** `Nike: nike, nikefootball, just do it`. The name counts where nothing else is given: `On` is in every text. Undefined: nobody. */
export function brandOf(line: string, also = '', isOwn = false): Brand | undefined {
  const at = line.search(/:(?!\/\/)/);
  const name = trimmed(at < 0 ? line : line.slice(0, at));
  const given = `${at < 0 ? '' : line.slice(at + 1)},${also}`
    .split(/[,;\n]/)
    .map(trimmed)
    .filter(hasWords);
  const seen = new Set<string>();
  const aliases = (given.length > 0 ? given : [name].filter(hasWords)).filter(
    (each) => !seen.has(folded(each)) && seen.add(folded(each)),
  );
  return name === '' || aliases.length === 0 ? undefined : { name, aliases, isOwn };
}

const trimmed = (text: string): string => text.replace(/\s+/g, ' ').trim();
const hasWords = (alias: string): boolean => /[\p{L}\p{N}]/u.test(alias);
const wordsOf = (alias: string): string => folded(alias).replace(/^[@#]/, '').trim();

/**
 * A text without case, accents, and other shapes of the same letters. Marks stay where they are vowels of a script, such as
 * Devanagari. Characters without a width, which people put between others, go.
 */
export const folded = (text: string): string =>
  unmarked(
    text
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]|[\u00ad\u200b-\u200d\u2060\ufeff]|\ufe0f/g, ''),
  )
    .replace(/ς/g, 'σ')
    .replace(/[‘’ʼ´`]/g, "'");

/** Scripts that write no space between words: there, letters beside a name are other words. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}_])`;

/**
 * An account or a hashtag in a text. A handle may have dots within it; before the sign stands no letter, or it is an e-mail
 * address. A hashtag is all that follows.
 */
const tagged = lazy(
  () => new RegExp(`(?<!${LETTER})(?:@(${LETTER}+(?:\\.${LETTER}+)*|[${UNSPACED}]+)|#([\\p{L}\\p{M}\\p{N}_]+))`, 'gu'),
);

const letter = lazy(() => new RegExp(LETTER, 'u'));
/** One sign between words, whichever it was. */
const spaced = (text: string): string => text.replace(/[\s\p{Pd}]+/gu, ' ');

/** Whether the words stand there with no letter beside them. */
function standsIn(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [before = ''] = Array.from(text.slice(Math.max(0, at - 2), at)).slice(-1);
    const [after = ''] = Array.from(text.slice(at + words.length, at + words.length + 2));
    if (!letter().test(before) && !letter().test(after)) return true;
  }
  return false;
}

/** A text, with the accounts and hashtags in it apart: inside these, a word is a part of another name. */
export interface TextParts {
  accounts: readonly string[];
  hashtags: readonly string[];
  plain: string;
}

export function partsOf(text: string): TextParts {
  const accounts: string[] = [];
  const hashtags: string[] = [];
  const rest = folded(text).replace(tagged(), (_, handle?: string, hashtag?: string) => {
    if (handle !== undefined) accounts.push(handle);
    else hashtags.push(hashtag ?? '');
    return ' ';
  });
  return { accounts, hashtags, plain: spaced(rest) };
}

/** Made once a brand, and asked about thousands of texts. */
export function brandMatcher({ aliases }: Brand): BrandMatcher {
  const handles = new Set<string>();
  const tags = new Set<string>();
  const words: string[] = [];
  for (const alias of aliases) {
    const sign = folded(alias).slice(0, 1);
    const text = wordsOf(alias);
    if (text === '') continue;
    // With its sign it is meant as it stands.
    for (const joined of /[@#]/.test(sign) ? [text] : joinedWays(text)) {
      if (sign !== '#') handles.add(joined);
      if (sign !== '@') tags.add(joined);
    }
    if (sign !== '@' && sign !== '#') words.push(spaced(text));
  }
  const inParts = ({ accounts, hashtags, plain }: TextParts): boolean =>
    accounts.some((name) => handles.has(name)) ||
    hashtags.some((name) => tags.has(name)) ||
    words.some((each) => standsIn(plain, each));
  const inText = (text: string): boolean => inParts(partsOf(text));
  return {
    inParts,
    inText,
    inName: (name) => {
      const text = folded(name).trim();
      const bare = text.replace(/^[@#]/, '');
      if (!HANDLE.test(bare)) return inText(name);
      return text.startsWith('#') ? tags.has(bare) : handles.has(bare) || (!text.startsWith('@') && tags.has(bare));
    },
  };
}

const HANDLE = /^[\p{L}\p{M}\p{N}_.]+$/u;

/** Handles and hashtags have no spaces: `louis vuitton` is `louisvuitton`, `louis.vuitton` and `louis_vuitton` there. */
function joinedWays(text: string): string[] {
  const parts = text.split(/[\s\p{Pd}&+'!.]+/u).filter((part) => part !== '');
  return [text, ...['', '.', '_'].map((sign) => parts.join(sign))];
}
