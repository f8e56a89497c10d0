/**
 * Reads typed or pasted text as keywords: commas, semicolons and line ends part them, spaces do not, so a phrase stays
 * one. A semicolon cannot stay, because it ends a filter in a formula.
 */
export const splitKeywords = (text: string): string[] =>
  text
    .split(/[,;\n\t]/)
    .map((part) => part.trim().replace(/^["“„']+|["”']+$/g, ''))
    .filter((part) => part !== '');

/** The same with what is there already; each keyword once, whatever its case. */
export function addKeywords(known: readonly string[], text: string): string[] {
  const words = [...known];
  for (const word of splitKeywords(text))
    if (!words.some((each) => each.toLowerCase() === word.toLowerCase())) words.push(word);
  return words;
}
