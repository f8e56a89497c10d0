/** One of a field's choices. */
export interface Option {
  value: string;
  label: string;
}

/** In small letters or capitals. */
export const isCalled = ({ label, value }: Option, text: string): boolean =>
  [label, value].some((each) => each.toLowerCase() === text.toLowerCase());

/** What fits what was typed: the same, then what begins so, then a word that does, then anywhere. */
export function fitting(options: readonly Option[], typed: string): Option[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return [...options];
  const rankOf = (option: Option): number => {
    if (isCalled(option, text)) return 0;
    const name = option.label.toLowerCase();
    const at = (' ' + name).indexOf(' ' + text);
    return at === 0 ? 1 : at > 0 ? 2 : name.includes(text) ? 3 : 4;
  };
  return [0, 1, 2, 3].flatMap((rank) => options.filter((option) => rankOf(option) === rank));
}
