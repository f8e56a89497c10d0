import { isFiller } from '../../schema/cell-value';
import { readHandle } from '../../schema/creator';

/** Words beside those that are there already; each once, whatever its case. */
function added(known: readonly string[], words: readonly string[]): string[] {
  const all = [...known];
  for (const word of words)
    if (word !== '' && !all.some((each) => each.toLowerCase() === word.toLowerCase())) all.push(word);
  return all;
}

/**
 * Reads typed or pasted text as keywords: commas, semicolons and line ends part them, spaces do not, so a phrase stays
 * one. A semicolon cannot stay, because it ends a filter in a formula.
 */
export const addKeywords = (known: readonly string[], text: string): string[] =>
  added(
    known,
    text.split(/[,;\n\t]/).map((part) => part.trim().replace(/^["“„']+|["”']+$/g, '')),
  );

/** Hashtags with or without their sign; several may stand together, as in a caption. */
export const addTags = (known: readonly string[], text: string): string[] => added(known, text.split(/[\s,;#＃]+/));

/** A handle as the API knows it; a text that is none, or may be none, stays as it is, and its field says so. */
function handleIn(text: string): string {
  const reading = readHandle(text);
  const isPlain = reading.kind === 'creator' && reading.creator.by === 'username' && !isFiller(reading.creator.id);
  return isPlain ? reading.creator.id : text;
}

/** Handles, @handles and profile links, parted by anything that is in none of them. */
export const addHandles = (known: readonly string[], text: string): string[] =>
  added(
    known,
    text
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(handleIn),
  );
