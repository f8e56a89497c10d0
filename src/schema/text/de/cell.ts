import type { cellEn } from '../cell';

/** In the page; cells show the English ones. */
export const cellDe = (): ReturnType<typeof cellEn> => ({
  unreadable:
    'Die Antwort von influData war nicht lesbar; vielleicht wurde sie berechnet. Heute wird nicht mehr gefragt. Die Zeile anreichern, um es jetzt zu versuchen.',
  newerState:
    'In dieser Tabelle wird eine neuere Version von influData benutzt, deshalb gibt diese ältere nichts aus: die Seite neu laden oder das Add-on aktualisieren lassen.',
  noKey: 'Erst mit influData verbinden: Erweiterungen › influData › API-Schlüssel und Konto. Ein Test ist kostenlos.',
  audienceOff: '„Audience-Reports in Formeln“ unter Konto › Mehr einschalten. Jeder Report kostet 20 Anfragen.',
  postsOff: '„Beiträge in Formeln“ unter Konto › Mehr einschalten. Jeder Beitrag kostet 1 Anfrage.',
});
