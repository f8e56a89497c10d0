import { listed } from '../count';
import type { selectionEn } from '../selection';

export const selectionDe = (): ReturnType<typeof selectionEn> => ({
  nothing: 'Erst Handles auswählen.',
  noRows: 'Erst Handles auswählen: eine Spalte oder einige Zellen daraus.',
  severalColumns: 'Handles in einer Spalte auswählen. Mehrere Blöcke von Zeilen gehen.',
  emptySheet: (sheet) => `„${sheet}“ ist leer.`,
  otherPlatformBelow: (row, text) =>
    `In Zeile ${row} steht ${text}, die Zeilen darunter gehören also wohl zu einer anderen Plattform. Nacheinander auswählen oder eine Spalte mit der Plattform jeder Zeile ergänzen.`,
  otherPart: (row, text) => `ausgelassen: In Zeile ${row} steht ${text}. Die Zeilen darunter für sich auswählen`,
  otherTable: (row) => `ausgelassen: In Zeile ${row} beginnt eine andere Tabelle. Diese für sich auswählen`,
  moreBlocks: (named, more) => `${named} und ${more} weitere`,
  noHandles: 'In der Auswahl stehen keine Handles. Die Spalte mit den Handles auswählen.',
  repeatsHeader: 'wiederholt die Überschrift',
  placeholder: 'liest sich wie ein Platzhalter',
  severalPlatforms: (text) => `„${text}“ sind mehrere Plattformen. In jeder Zeile eine nennen`,
  noPlatform: (text, platforms) => `${text} gehört nicht zu den Plattformen: ${listed(platforms, 'oder')}`,
});
