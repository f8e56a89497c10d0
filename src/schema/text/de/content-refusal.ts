import type { contentEn } from '../content-refusal';
import { zahl } from './count';

export const contentDe = (): ReturnType<typeof contentEn> => ({
  manyGaps: (sheet, gaps) =>
    `„${sheet}“ hat mehr Lücken, als ein Lauf sich merken kann (${zahl(gaps)}). Nichts wurde gekauft. Die Beiträge in ein neues Blatt holen.`,
  justSynced: (sheet) =>
    `In „${sheet}“ sind gerade von jemand anderem Beiträge geholt worden, also begann nichts. Den Preis ansehen und erneut versuchen.`,
  unordered: (sorting) =>
    `In diesem Blatt stehen die ersten Beiträge nach ${sorting}, nicht alle; neue lassen sich nicht erkennen. Erst alle holen oder nach den neuesten sortieren.`,
  protectedSheet: (sheet) => `Das Blatt „${sheet}“ ist geschützt, also wurde nichts dafür geholt.`,
  noPosts: 'In diesem Blatt stehen keine Beiträge, oder es wurde gelöscht. Beiträge in ein neues Blatt holen.',
  nothingToSum: 'Es gibt noch keine Beiträge zum Auswerten. Erst Beiträge holen.',
  syncsUnreadable: (property) =>
    `Die Aufzeichnung der Abgleiche dieses Blatts ist nicht lesbar. Die Dokumenteigenschaft ${property} löschen, dann den Zeitplan neu einrichten.`,
  noColumn: (sheet, header) =>
    `Dem Blatt „${sheet}“ fehlt die Spalte „${header}“. Erst die Überschrift wiederherstellen.`,
});
