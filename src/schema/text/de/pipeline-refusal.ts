import type { pipelineEn } from '../pipeline-refusal';
import { anzahl } from './count';

const quoted = (sheet: string): string => `„${sheet}“`;

export const pipelineDe = (): ReturnType<typeof pipelineEn> => ({
  noSheet: 'Erst die Liste öffnen, die eine Pipeline werden soll.',
  noHeader: 'Erst eine Überschrift über die Liste setzen, etwa „Creator“ über dem ersten Handle.',
  noCreators: 'In diesem Blatt stehen keine Creator. Eine Liste mit Handles oder Profil-Links öffnen.',
  isWords: 'Dieses Blatt enthält die Wörter der Pipelines. Eine Liste mit Creatorn öffnen.',
  isProtected: (sheet) =>
    `${quoted(sheet)} oder einige seiner Spalten sind geschützt. Um Zugriff bitten oder die Liste in ein eigenes Blatt kopieren.`,
  noLeftOut: (sheet, header) =>
    `In ${quoted(sheet)} ist kein Status unter ${quoted(header)} angehakt. Erst einen anhaken.`,
  noCreatorColumn: (sheet) =>
    `${quoted(sheet)} hat keine Überschrift mehr über den Creatorn, sie könnten doppelt kommen. Die Überschrift wiederherstellen oder das Blatt löschen.`,
  filler: 'Das liest sich wie ein Platzhalter. Ist es ein Konto, @ davor schreiben.',
  tooMany: (most) => `Höchstens ${anzahl(most, 'Creator', 'Creator')} auf einmal einfügen.`,
});
