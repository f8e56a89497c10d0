/**
 * Regular expressions that say the same in Google Sheets and here, so that a formula and the add-on never disagree about a
 * post. Sheets speaks RE2 without `\p{...}`; RE2 has no look-around, and its `\s` and `\b` know ASCII alone: none of these.
 */

/** Letters, digits and marks of scripts with spaces between words, as ranges; `ø-ῼ` is everything from Latin to Greek, Arabic and Indic. */
export const LETTERS = '0-9A-Z_a-zªµºÀ-ÖØ-öø-ῼⰀ-ⷿꙀ-ꯀﬀ-﷿ﹰ-ﻼＡ-Ｚａ-ｚ';
/** And those of scripts without: they go on in a hashtag. */
const TAG_LETTERS = `${LETTERS}ぁ-ヿ㐀-鿿가-힣`;
/** Punctuation that lies among Arabic and Indic letters. */
const SIGNS = '،؛؟।';
export const WORD_BEGINS = `(?:^|[^${LETTERS}]|[${SIGNS}])`;
/** After a word: no letter; `werbung.de` is an address. */
export const WORD_ENDS = `(?:$|[^${LETTERS}.]|[${SIGNS}]|[.](?:$|[^${LETTERS}]))`;
/** Nothing is asked of what stands before: people write `#brand#ad`. */
export const HASHTAG_BEGINS = '[#＃]';
export const HASHTAG_ENDS = `(?:$|[^${TAG_LETTERS}]|[${SIGNS}])`;
/** A letter before the sign makes an e-mail address. */
export const HANDLE_BEGINS = `${WORD_BEGINS}[@＠]`;
/** Dots are part of a handle unless they end it. */
export const HANDLE_ENDS = `(?:$|[^${LETTERS}.]|[${SIGNS}]|[.]+(?:$|[^${LETTERS}.]))`;

/** A quotation mark would end a formula's text. */
const plainName = (name: string): string => name.trim().replace(/^[#＃@＠]+|"/g, '');
const quoted = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** For REGEXMATCH on `postText`: whether the hashtag is there, whole, in any case. */
export const hashtagPattern = (tag: string): string => `(?i)${HASHTAG_BEGINS}${quoted(plainName(tag))}${HASHTAG_ENDS}`;
/** Whether the account is mentioned: `@brand.`, never `@brand.de` or `mail@brand.de`. */
export const mentionPattern = (handle: string): string =>
  `(?i)${HANDLE_BEGINS}${quoted(plainName(handle))}${HANDLE_ENDS}`;
/** Whether any of the names is there, as hashtag or as mention: `#brand` was forgotten to be `@brand`. */
export const eitherPattern = (names: readonly string[]): string => {
  const any = `(?:${[...new Set(names.map(plainName))].map(quoted).join('|')})`;
  return `(?i)(?:${HASHTAG_BEGINS}${any}${HASHTAG_ENDS}|${HANDLE_BEGINS}${any}${HANDLE_ENDS})`;
};

/** As the add-on reads a pattern of these. */
export const expressionOf = (pattern: string, flags = ''): RegExp =>
  new RegExp(pattern.replace(/^\(\?i\)/, ''), `iu${flags}`);

/** What of a post says what it is of. */
export interface PostWords {
  /** Caption and title. */
  text: string;
  /** As the API lists them, with their sign or without. Some are not in the caption. */
  hashtags: readonly string[];
  mentions: readonly string[];
}

/** All of it in one text, in which patterns are looked for. */
export const postText = ({ text, hashtags, mentions }: PostWords): string =>
  [text, ...hashtags.map((tag) => `#${plainName(tag)}`), ...mentions.map((name) => `@${plainName(name)}`)].join('\n');
