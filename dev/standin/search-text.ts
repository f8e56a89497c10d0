import type { Creator } from './creator';
import { bioOf, websiteOf } from './creator-text';
import { drawStream } from './draw';
import { CAPTION_OPENERS, wordsOf } from './vocabulary';

export const KEYWORD_FIELDS = ['bio', 'hashtags', 'content', 'website'] as const;
export type KeywordField = (typeof KEYWORD_FIELDS)[number];

/** What keywords are searched in, in lower case. */
export function searchTextOf(seed: number, creator: Creator): Record<KeywordField, string> {
  const next = drawStream(seed, creator.index, 901);
  const words = wordsOf(creator.categories);
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] as string;
  const hashtags = Array.from({ length: 6 }, () => `#${pick(words).replaceAll(' ', '')}`);
  const content = Array.from({ length: 4 }, () => `${pick(CAPTION_OPENERS)} ${pick(words)}`);
  return {
    bio: bioOf(seed, creator).toLowerCase(),
    hashtags: hashtags.join(' ').toLowerCase(),
    content: content.join(' · ').toLowerCase(),
    website: websiteOf(seed, creator).toLowerCase(),
  };
}

/** Whether a text holds a term as whole words; scripts without spaces between words match anywhere. */
export function termMatcher(term: string): (text: string) => boolean {
  const wanted = term.toLowerCase();
  if (/[\u0E00-\u0E7F\u3040-\u30FF\u4E00-\u9FFF]/.test(wanted)) return (text) => text.includes(wanted);
  const escaped = wanted.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'u');
  return (text) => text.includes(wanted) && pattern.test(text);
}
