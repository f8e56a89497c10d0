import type { keysEn } from '../account';
import { anfragen } from './count';
import { ORT } from './reply';

export const keysDe = (): ReturnType<typeof keysEn> => ({
  works: (left) =>
    left === undefined ? 'Der Schlüssel funktioniert.' : `Der Schlüssel funktioniert: noch ${anfragen(left)}.`,
  none: `Es gibt noch keinen Schlüssel. Unter ${ORT} hinzufügen.`,
  noKeyForm:
    'Das sieht nicht nach einem API-Schlüssel aus: Er ist ein Wort ohne Leerzeichen. Noch einmal kopieren und einfügen.',
  noClientForm:
    'Das sieht nicht nach einer Client-ID aus: Sie ist ein Wort ohne Leerzeichen. Das Feld darf leer bleiben.',
  notTested: 'Der Schlüssel ließ sich nicht testen, weil andere Aufrufe laufen. In einer Minute erneut versuchen.',
  wrongClient:
    'influData kennt diese Client-ID nicht zu diesem Schlüssel. Noch einmal aus der Nachricht mit dem Schlüssel kopieren oder leer lassen.',
  unreadableBalance:
    'Das Guthaben von influData war nicht lesbar. Später erneut versuchen. Hilft das nicht, die Client-ID prüfen oder leer lassen.',
  otherVersion:
    'Diese Seitenleiste ist älter oder neuer als das Add-on. Die Tabelle neu laden und die Seitenleiste neu öffnen.',
});
