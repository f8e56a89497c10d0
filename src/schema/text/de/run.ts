import type { runEn } from '../run';

export const runDe = (): ReturnType<typeof runEn> => ({
  gone: 'Diesen Lauf gibt es nicht mehr. Einen neuen starten.',
  unreadable: 'Dieser gespeicherte Lauf ist nicht lesbar. Beenden und einen neuen starten; das Blatt bleibt.',
  unreadableOnSheet: (property) =>
    `Ein gespeicherter Lauf auf diesem Blatt ist nicht lesbar. Die Dokumenteigenschaft ${property} löschen, um einen neuen zu starten.`,
  openOnSheet: (isOwn, at) =>
    `Ein Lauf auf diesem Blatt ist nicht fertig, ${isOwn ? 'selbst gestartet' : 'von jemand anderem gestartet'} um ${at} UTC. Erst fortsetzen oder beenden.`,
  beingWorkedOn: (since) =>
    `Dieser Lauf ist seit ${since} UTC unterwegs, hier oder in einer anderen Seitenleiste. Einen Moment warten.`,
  drivenByOthers: (since) =>
    `Diesen Lauf führt seit ${since} UTC jemand anderes. Übernehmen lässt er sich, sobald er zwei Minuten stillstand.`,
  noIdColumn: (sheet, header) =>
    `Dem Blatt „${sheet}“ fehlt die Spalte „${header}“, Zeilen könnten doppelt kommen. Die Überschrift wiederherstellen oder in ein neues Blatt schreiben.`,
  beingMoved: (sheet) =>
    `In „${sheet}“ werden gerade Zeilen oder Spalten verschoben, also wurde dort nichts geschrieben. Danach fortsetzen.`,
  scheduleGone: 'ein Blatt: Es wurde gelöscht, sein Zeitplan ist also zu Ende.',
  trackerGone: 'Der Kampagnen-Tracker dieses Blatts wurde gelöscht, daher wird es nicht mehr täglich abgeglichen.',
  nightUnreadable: (property) =>
    `Was Zeitpläne ausgegeben haben, ist nicht lesbar, daher läuft keiner. Die Dokumenteigenschaft ${property} löschen.`,
  enrichFirst: 'Dieses Blatt erst einmal anreichern: Ein Zeitplan aktualisiert die Spalten eines Laufs.',
  scheduleSheetGone: 'Das Blatt oder seine Spalte mit Handles gibt es nicht mehr. Den Zeitplan neu einrichten.',
});
