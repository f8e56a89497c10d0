import type { menuEn } from '../menu-refusal';

export const menuRefusalDe = (): ReturnType<typeof menuEn> => ({
  noFormula: (name) => `Es gibt keine Formel ${name}.`,
  selectCell: 'Erst eine Zelle auswählen.',
  protectedCell: (cell) => `${cell} ist geschützt. Eine andere Zelle auswählen.`,
  movedNow: 'Zeilen oder Spalten wurden gerade verschoben, nichts wurde geschrieben. Die Zelle neu auswählen.',
  beingEdited: (sheet) => `„${sheet}“ wird gerade bearbeitet. Danach noch einmal klicken.`,
  examplesGone: (sheet) => `In „${sheet}“ stehen keine Handles. Eigene auswählen.`,
});
