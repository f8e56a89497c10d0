/** Characters that nobody sees: direction marks, soft hyphens, joiners, fillers, a Braille cell without dots, the selectors of how a sign is drawn. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Latin letters, digits and signs at the width of Chinese ones. */
const WIDE = /[\uff01-\uff5e]/g;
const WIDE_SHIFT = 0xfee0;
const isPlain = (text: string): boolean => /^[!-~]*$/.test(text);

/** What a person sees of a text that was typed or pasted: nothing invisible, one width, one kind of space, none around it. */
export function plainText(text: string): string {
  if (isPlain(text)) return text;
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE_SHIFT))
    .replace(/\ufe6b/g, '@')
    .replace(/\s+/g, ' ')
    .trim();
}
