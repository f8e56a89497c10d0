import { foldName } from '../../schema/country';

/** One of a field's choices. */
export interface Option {
  value: string;
  label: string;
  /** Further names, as `foldName` leaves them: asked for when something is typed. */
  also?: () => readonly string[];
}

/** In small letters or capitals. */
export const isCalled = ({ label, value, also }: Option, text: string): boolean =>
  [label, value].some((each) => each.toLowerCase() === text.toLowerCase()) ||
  (also?.().includes(foldName(text)) ?? false);

/** What fits what was typed: the same, then what begins so, then a word that does, then anywhere, then other names. */
export function fitting(options: readonly Option[], typed: string): Option[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return [...options];
  const folded = foldName(typed);
  const rankOf = (option: Option): number => {
    if (isCalled(option, text)) return 0;
    const name = option.label.toLowerCase();
    const at = (' ' + name).indexOf(' ' + text);
    if (at >= 0) return at === 0 ? 1 : 2;
    if (name.includes(text)) return 3;
    return folded !== '' && option.also?.().some((each) => each.startsWith(folded)) ? 4 : 5;
  };
  return [0, 1, 2, 3, 4].flatMap((rank) => options.filter((option) => rankOf(option) === rank));
}
