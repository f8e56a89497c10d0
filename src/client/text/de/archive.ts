import { number } from '../../format';
import type { ARCHIVE } from '../archive';
import { rows as rowCount } from './plural';

export const ARCHIVE_DE: typeof ARCHIVE = {
  title: 'BigQuery',
  hint: 'Schickt Verlauf, Beiträge und Profile auch in eigene Tabellen. Bei influData kostet das nichts, bei Google schon.',
  look: 'Einrichten',
  project: 'Projekt-ID',
  dataset: 'Dataset-Name',
  noProject: 'Die Projekt-ID eingeben, zum Beispiel mein-projekt-123.',
  noDataset: 'Den Namen des Datasets eingeben: Buchstaben, Ziffern und _.',
  save: 'Speichern',
  goesTo: (project, dataset) => 'Geht nach ' + project + '.' + dataset,
  copySql: 'SQL für die Tabellen kopieren',
  copied: 'Kopiert. In BigQuery ausführen.',
  names: { history: 'Verlauf', posts: 'Beiträge', profiles: 'Profile' },
  nothingWaits: 'alles gesendet',
  waits: (rows) => rowCount(rows) + ' zu senden',
  refused: (rows) => rowCount(rows) + ' abgelehnt',
  refusedHint:
    'BigQuery hat Zeilen abgelehnt: Warum, steht in ihrem Blatt unter „In BigQuery“. Berichtigen, dann senden.',
  send: (rows) => rowCount(rows) + ' senden',
  sent: (rows) => rowCount(rows) + ' gesendet.',
  left: (rows) => 'Noch ' + number(rows) + '…',
  removeOld: 'Gesendete Zeilen entfernen…',
  removeQuestion: (lines) =>
    rowCount(lines) +
    ', älter als ein Jahr, aus dem Verlauf entfernen? BigQuery hat sie. Ganze Zeilen gehen, mit Notizen daneben.',
  remove: 'Entfernen',
  removed: 'Alte Zeilen sind entfernt. BigQuery hat sie.',
  notRemoved: (lines) =>
    rowCount(lines) + ' nicht entfernt, weil das Blatt gleichzeitig geändert wurde. Erneut versuchen.',
  missing: 'Das Add-on braucht die Erlaubnis, in BigQuery zu schreiben.',
  allow: 'Erlauben',
  end: 'Senden beenden',
  ended: 'Es wird nichts mehr gesendet. Was in BigQuery ist, bleibt dort.',
  problems: {
    access:
      'Für dieses Dataset fehlt das Schreibrecht. Beim Inhaber um die Rolle BigQuery Data Editor bitten, dann senden.',
    billing:
      'Google nimmt Zeilen nur mit Abrechnung an. Sie für dieses Projekt in Google Cloud einschalten, dann senden.',
    noReply:
      'BigQuery hat nicht alle Zeilen bestätigt. In einigen Minuten erneut senden: Doppelte Zeilen zeigen die Ansichten nur einmal.',
    noTable: 'BigQuery findet die Tabelle nicht. Beide Namen prüfen, das SQL dort ausführen, dann senden.',
    notEnabled: 'Die BigQuery API ist im Projekt dieses Skripts aus. Sie in Google Cloud einschalten, dann senden.',
    notGranted:
      'Dem Add-on fehlt die Erlaubnis für BigQuery. Erlauben oder den Scope ins Manifest setzen, dann senden.',
    quota: 'BigQuery nimmt im Moment keine Zeilen mehr an. In einigen Minuten erneut senden.',
  },
  other: (said) => 'BigQuery hat die Zeilen abgelehnt. Erneut senden, oder sehen, was Google sagt: ' + said,
};
