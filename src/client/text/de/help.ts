import { price, requests } from '../../format';
import { sentence, type HELP } from '../help';
import { n } from './plural';

const PER = { creator: 'Creator', page: 'Seite', post: 'Beitrag' };

export const HELP_DE: typeof HELP = {
  help: 'Hilfe',
  back: 'Zurück',
  loading: 'Die Hilfe wird geladen',

  formulas: 'Formeln',
  formulasHint: '„Einfügen“ schreibt das Beispiel in die aktive Zelle. Was schon da ist, kostet nichts.',
  insert: (cost) => 'Einfügen · ' + price(cost),
  insertNamed: (cost, name) => 'Einfügen · ' + price(cost) + ': ' + name,
  inserted: (cell) => 'Eingefügt in ' + cell + '.',
  occupied: (cell) => cell + ' ist nicht leer. Den Inhalt ersetzen?',
  replace: 'Ersetzen',
  cost: (cost, per) => (cost === 0 ? 'kostenlos' : requests(cost) + (per ? ' je ' + PER[per] : '')),
  off: (setting) => 'Aus. Unter Konto › Mehr „' + setting + '“ einschalten.',
  openAccount: 'Konto öffnen',

  statuses: 'Was Zellen und Zeilen sagen',
  inCells: 'In Formeln',
  inRows: 'In angereicherten Zeilen',
  inArchive: 'In der Spalte „In BigQuery“',
  meaning: sentence,
  next: (step) => 'Weiter: ' + step + '.',

  glossary: 'Begriffe',

  check: 'Installation prüfen',
  checkHint: 'Probiert alles, was das Add-on braucht. Kostenlos, ohne eine Zelle anzufassen.',
  checkNow: 'Jetzt prüfen · kostenlos',
  verdict: (faults, warnings) =>
    faults + warnings === 0
      ? 'Alles funktioniert.'
      : [
          ...(faults > 0 ? [n(faults, 'Fehler', 'Fehler')] : []),
          ...(warnings > 0 ? [n(warnings, 'Warnung', 'Warnungen')] : []),
        ].join(', ') + '.',
  copy: 'Kopieren',
  copied: 'Kopiert: kein Schlüssel, keine Handles, nichts aus den Blättern.',
  states: { ok: 'in Ordnung', warning: 'Warnung', fault: 'Fehler' },
  checks: {
    version: 'Version',
    sheet: 'Schreiben in dieses Blatt',
    lock: 'Sperre',
    cache: 'Zwischenspeicher',
    documentProperties: 'Speicher der Tabelle',
    userProperties: 'Eigener Speicher',
    key: 'API-Schlüssel',
    api: 'influData-API',
    balance: 'Guthaben',
    spending: 'Ausgaben',
    locale: 'Sprache und Trennzeichen',
    timeZone: 'Zeitzone',
    schedule: 'Zeitpläne',
    bigQuery: 'BigQuery',
  },
  problems: {
    badInput: 'influData hat die Testfrage abgelehnt. Mit dem kopierten Text melden.',
    noKey: 'Noch kein API-Schlüssel. Unter Konto hinzufügen; ein Test ist kostenlos.',
    badKey: 'influData hat den Schlüssel abgelehnt. Unter Konto prüfen, ob er vollständig ist.',
    forbidden: 'Das Guthaben reicht nicht, oder der Tarif enthält das nicht.',
    rejected: 'influData hat die Testfrage abgelehnt. Mit dem kopierten Text melden.',
    volumeUsed: 'Das Volumen dieses Monats ist verbraucht. Nächsten Monat geht es weiter.',
    busy: 'influData ist ausgelastet. In einer Minute erneut versuchen.',
    apiDown: 'influData funktioniert gerade nicht. In 10 Minuten erneut versuchen.',
    unreachable: 'influData hat nicht geantwortet. In 10 Minuten erneut versuchen.',
    unreadable: 'Die Antwort von influData war nicht lesbar. Mit dem kopierten Text melden.',
    notAllowed: 'Ein Limit oder eine Einstellung steht dagegen. Siehe Konto.',
    notGranted: 'Eine Berechtigung fehlt. Erweiterungen › influData › API-Schlüssel und Konto öffnen und erlauben.',
    hostLimit: 'Eines von Googles Kontingenten ist für heute verbraucht. Morgen erneut versuchen.',
    storeUnreadable: 'Gespeicherte Einstellungen sind nicht lesbar, daher wird nichts ausgegeben. Siehe Konto.',
    newerState:
      'In dieser Tabelle wird eine neuere Version benutzt. Die Seite neu laden oder das Add-on aktualisieren lassen.',
    sheet: 'Kein Blatt ist offen. Eines auswählen und erneut prüfen.',
    protected: 'Dieses Blatt ist geschützt. Ein anderes wählen oder den Eigentümer fragen.',
    refused: 'Google hat abgelehnt. In einer Minute erneut versuchen.',
    forgets: 'Google behält nicht, was gespeichert wird. In ein paar Minuten erneut versuchen.',
    nearlyFull: 'Fast voll. Die ältesten gespeicherten Antworten machen Platz.',
    full: 'Voll. Nicht mehr gebrauchte Formeln in Werte umwandeln, dann erneut prüfen.',
    noTurn: 'Andere benutzen es gerade. In einer Minute erneut versuchen.',
    trialEnded: 'Die Testzeit ist vorbei. Unter Konto einen anderen Schlüssel hinzufügen.',
    trialEndsSoon: 'Die Testzeit endet in den nächsten drei Tagen.',
    noClientId: 'Das Guthaben braucht eine Client-ID. Unter Konto beim Schlüssel ergänzen.',
    notRead: 'Das Guthaben war nicht lesbar. In 10 Minuten erneut versuchen.',
    old: 'Das Guthaben ist über eine Stunde alt.',
    usedUp: 'Auf dem Schlüssel sind keine Anfragen übrig. Bei influData aufladen.',
    paused: 'Ausgaben sind pausiert. In der Leiste oben fortsetzen.',
    stopped: 'Der Schlüssel kauft vorerst nichts. Das Konto sagt, warum.',
    capReached: 'Das Tageslimit ist erreicht. Unter Konto erhöhen oder bis morgen warten.',
    differs: 'Tabelle und Skript haben verschiedene Zeitzonen, Zeitpläne laufen daher zu anderen Stunden.',
    unknown: 'Unbekannt. Unter Datei › Einstellungen festlegen.',
    rowsRefused:
      'BigQuery hat die letzten Zeilen abgelehnt, sie warten in ihren Blättern. Konto › BigQuery sagt, warum.',
    noTrigger: 'Ein Zeitplan ist an, aber nichts startet ihn. In seinem Tab aus- und wieder einschalten.',
  },

  reportProblem: 'Ein Problem melden',
  reportHint:
    'Erstellt einen Text mit der Prüfung oben und den letzten Fehlern: kein Schlüssel, keine Handles, nichts aus den Blättern. An die Stelle senden, von der dieses Add-on kam, mit dem, was getan wurde und zu sehen war.',
  makeReport: 'Bericht erstellen · kostenlos',
  thisVersion: (version) => 'influData for Google Sheets ' + version,
};
