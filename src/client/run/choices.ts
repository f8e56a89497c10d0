import type { SelectionChoices, SelectionReading } from '../../sidebar/selection-calls';

/** The platform of the picker, which counts over the one that the header names. */
export const platformChoices = (
  choices: SelectionChoices,
  read: Pick<SelectionReading, 'headerPlatform'> | undefined,
): SelectionChoices => (read?.headerPlatform ? { ...choices, isPlatformChosen: true } : choices);

/** What was chosen of how a selection is read, as it is sent: nothing where nothing was. */
export function sentChoices(choices: SelectionChoices): { choices?: SelectionChoices } {
  const chosen = Object.entries(choices).filter(
    ([, value]) => value !== null && value !== undefined && value !== false,
  );
  return chosen.length > 0 ? { choices: Object.fromEntries(chosen) } : {};
}
