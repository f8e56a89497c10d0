/** Letters that carry their mark within, which taking marks apart leaves as they are. */
const UNMARKED: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};

/** `ø` becomes `o`, `ß` becomes `ss`; small letters only. */
export const unmarked = (text: string): string => text.replace(/[ßøłđðæœıþ]/g, (letter) => UNMARKED[letter] ?? letter);
