import { ago, date, day, instantLabel, number, price, requests } from '../../format';
import type { ACCOUNT } from '../account';
import { isOne, n } from './plural';

const KINDS: Record<string, string> = { trial: 'Testschlüssel', organization: 'Unternehmensschlüssel' };

export const ACCOUNT_DE: typeof ACCOUNT = {
  keyStored: 'Der Schlüssel ist gespeichert.',
  whoPays: 'Wer zahlt',
  sheetPays: (end) => 'Formeln benutzen den Schlüssel der Tabelle (…' + end + '), egal wer sie öffnet.',
  ownerPays: (end) =>
    'Formeln benutzen den Schlüssel der Person, der die Tabelle gehört. Bei der eigenen Tabelle: …' + end + '.',
  ownerWillPay: 'Formeln benutzen den Schlüssel der Person, der die Tabelle gehört, sobald es einen gibt.',
  youPay: (end) => 'Menü und Seitenleiste benutzen den eigenen Schlüssel (…' + end + ').',
  sheetPaysForYou: (end) => 'Menü und Seitenleiste benutzen den Schlüssel der Tabelle (…' + end + ').',
  nobodyPays: 'Menü und Seitenleiste brauchen erst einen Schlüssel.',
  language: 'Sprache',
  languages: { auto: 'Automatisch', en: 'English', de: 'Deutsch' },
  languageHint:
    'Nur für diese Person: Die Seitenleiste öffnet sich darin neu, das Menü folgt beim nächsten Öffnen der Tabelle.',
  log: 'Protokoll',
  openTheLog: 'Protokoll öffnen',
  nothingNewToLog: 'Nichts Neues für das Protokoll.',
  logIsOpen: 'Das Protokoll ist offen.',
  logHint: 'Jede Ausgabe, nach Tag und Herkunft, in einem Blatt dieser Tabelle.',
  logOpenNothingNew: 'Das Protokoll ist offen. Es gab nichts Neues.',
  nothingLoggedYet: 'Noch nichts protokolliert: Bisher wurde nichts berechnet.',
  logOpenWith: (lines) => 'Das Protokoll ist offen, mit ' + n(lines, 'neuer Zeile', 'neuen Zeilen') + '.',
  loadingTheAccount: 'Das Konto wird geladen',
  stoppedUntil: (until) => 'Dieser Schlüssel kauft nichts bis ' + instantLabel(until) + '.',
  tryAgain: 'Erneut versuchen',
  keyUsedAgain: 'Der Schlüssel wird wieder benutzt.',
  checkTitle: 'Antworten von influData prüfen',
  checkHint: 'Vergleicht sie mit dem, was dieses Add-on erwartet. Für eine Fehlermeldung oder einen neuen Schlüssel.',
  check: 'Prüfen · kostenlos',
  checkPaid: (cost) => 'Auch Suche und Report · ' + price(cost),
  copyForBugReport: 'Für Fehlermeldung kopieren',
  copied: 'Kopiert: Namen und Arten, keine Daten von irgendwem.',
  compared: (compared, charged, findings) =>
    n(compared, 'Antwort', 'Antworten') +
    ' verglichen' +
    (charged > 0 ? ', ' + requests(charged) + ' berechnet' : '') +
    ': ' +
    (findings === 0 ? 'alles wie erwartet' : n(findings, 'Auffälligkeit', 'Auffälligkeiten')) +
    '.',
  badAddress: 'Eine E-Mail-Adresse eingeben, etwa ada@firma.de.',
  codeSent: 'Der Code ist unterwegs.',
  workEmail: 'Berufliche E-Mail-Adresse',
  company: 'Firma (optional)',
  sendCode: 'Code anfordern',
  trialKeyStored: 'Der Testschlüssel ist gespeichert.',
  codeWentTo: (address) => ['Ein sechsstelliger Code ging an ', address, '.'],
  code: 'Code',
  codeWorksFor: (minutes) => 'Noch ' + n(minutes, 'Minute', 'Minuten') + ' gültig.',
  codeExpired: 'Der Code ist abgelaufen. Einen neuen anfordern.',
  getMyKey: 'Schlüssel holen',
  sendAgain: 'Noch einmal senden',
  codeSentAgain: 'Ein neuer Code ist unterwegs.',
  useAnotherAddress: 'Andere Adresse verwenden',
  keyAndBalance: 'Schlüssel und Guthaben',
  requestsLeft: (left) => [left, ' Anfragen übrig'],
  balanceNotKnown: 'Guthaben unbekannt.',
  readBalance: 'Guthaben jetzt lesen (kostenlos)',
  addOwnKey: 'Eigenen Schlüssel hinzufügen…',
  kindSaved: 'Gespeichert.',
  whatKind: 'Was für ein Schlüssel ist das?',
  whatKindHint:
    'Ohne Client-ID gilt er als Testschlüssel: 2 Anfragen pro Sekunde, keine wöchentliche Aktualisierung. Später änderbar unter Mehr › Art des Schlüssels.',
  kindTrial: 'Test',
  kindOrganization: 'Unternehmen',
  sharingWarning:
    'Alle mit Bearbeitungsrecht können dann von diesem Schlüssel ausgeben und ihn auslesen, auch ihre Formeln.',
  pasteFirst: 'Erst den Schlüssel einfügen.',
  keyWorks: 'Der Schlüssel funktioniert und ist gespeichert.',
  apiKey: 'API-Schlüssel',
  clientId: 'Client-ID',
  clientIdHint: 'Sie kam mit dem Schlüssel. Nötig, um das Guthaben zu lesen; Suchen geht auch ohne.',
  storeWhere: 'Schlüssel speichern',
  forMe: 'Für mich',
  forMeHint: 'Nur für eigene Ausgaben.',
  inThisSpreadsheet: 'In dieser Tabelle',
  testAndSave: 'Testen und speichern',
  cancel: 'Abbrechen',
  yourKey: 'Eigener Schlüssel',
  removeYourKey:
    'Den eigenen Schlüssel entfernen? Zum Suchen ist er nötig, und Formeln in eigenen Tabellen kaufen dann nicht mehr damit.',
  spreadsheetsKey: 'Schlüssel der Tabelle',
  removeSpreadsheetsKey:
    'Den Schlüssel aus dieser Tabelle entfernen? Alle mit Zugriff und ihre Formeln geben dann nichts mehr damit aus.',
  trialEnds: (endsAt, isOver) => (isOver ? ' · endete ' : ' · endet ') + date(endsAt),
  trialIsOver:
    'Die Testzeit ist vorbei. Was da ist, bleibt gespeichert und kostenlos. Mehr gibt es mit einem Unternehmensschlüssel.',
  replacing:
    'Gespeichertes bleibt, und bleibt kostenlos. Limits und Ausgaben laufen weiter; das Guthaben wird mit dem neuen Schlüssel neu gelesen.',
  googleLimits: {
    web: 'Googles Tageskontingent für Webaufrufe ist erreicht: Nichts Neues lässt sich kaufen. Gespeichertes bleibt zu sehen.',
    properties:
      'Googles Tageskontingent für Speicherzugriffe ist erreicht: Formeln und Läufe bleiben vielleicht stehen.',
    triggers:
      'Google erlaubt 20 Trigger je Konto und Skript. Einige unter script.google.com bei Meine Trigger löschen.',
  },
  limitEnds: (until) => 'Das endet spätestens ' + instantLabel(until) + '.',
  balanceLeft: (left) => ': noch ' + requests(left),
  balanceUntil: (expiresAt) => ' · bis ' + date(expiresAt),
  keyOf: (kind, end) => [KINDS[kind] ?? kind, ' ', end],
  balanceAge: (at, reserved) =>
    'Stand: ' + ago(at) + (reserved > 0 ? ' · höchstens ' + number(reserved) + ' unterwegs' : ''),
  balanceNotKnownHint: ' Es wird mit der Client-ID gelesen: über „Ersetzen“ ergänzen.',
  unknownCharges: (lost) => requests(lost) + ' unbestätigt: Eine Antwort ging verloren, das zählt als ausgegeben.',
  barText: (name, charged, unknown) =>
    day(name) + ': ' + number(charged) + (unknown > 0 ? ', ' + number(unknown) + ' unbestätigt' : ''),
  lastUsed: (lastUsed) => 'Zuletzt benutzt ' + ago(lastUsed),
  clientIdIs: (clientId) => 'Client-ID ' + clientId,
  test: 'Testen',
  testNamed: (key) => key + ' testen',
  replace: 'Ersetzen',
  replaceNamed: (key) => key + ' ersetzen',
  remove: 'Entfernen',
  removeNamed: (key) => key + ' entfernen',
  organizationPlan: 'Unternehmenstarif? Schlüssel einfügen',
  storeInSpreadsheetToo: 'Mit dieser Tabelle teilen…',
  keyRemoved: 'Der Schlüssel ist entfernt.',
  replacesKey: 'Ersetzt den vorhandenen Schlüssel. ',
  storeIt: 'Speichern',
  keyStoredInSpreadsheet: 'Der Schlüssel ist in der Tabelle gespeichert.',
  capDay: 'Tageslimit',
  capFormulas: 'Davon für Formeln',
  capRun: 'Limit je Lauf',
  capBalance: 'Guthaben nie unter',
  freshProfiles: 'Profile',
  freshSearches: 'Suchen',
  freshContent: 'Beiträge',
  freshReports: 'Audience-Reports',
  audienceInFormulas: 'Audience-Reports in Formeln',
  audienceInFormulasHint: '20 Anfragen je Creator.',
  contentInFormulas: 'Beiträge in Formeln',
  contentInFormulasHint: '1 Anfrage je Beitrag.',
  followersFromStatus: 'Follower aus dem kostenlosen Status',
  followersFromStatusHint: 'INFLU_FOLLOWERS schaut zuerst dort.',
  keyKindAuto: 'Automatisch erkennen',
  keyKindTrial: 'Test: 2 pro Sekunde, 60 pro Minute',
  keyKindOrganization: 'Unternehmen: 25 pro Sekunde',
  wholeNumber: 'Eine ganze Zahl ab 0 eingeben.',
  mostDays: (days) => 'Höchstens ' + number(days) + ' Tage.',
  tooLarge: 'Die Zahl ist zu groß.',
  settingsSaved: 'Einstellungen gespeichert.',
  caps: 'Limits',
  capsHint: 'In Anfragen, für alle in dieser Tabelle. Ein Creator oder 20 Suchtreffer kosten 1 Anfrage.',
  freshness: 'Aktualität',
  freshnessHint: 'So viele Tage wird eine gespeicherte Antwort gezeigt, bevor sie neu gekauft wird.',
  more: 'Mehr',
  kindOfKey: 'Art des Schlüssels',
  saveChanges: (changes) => 'Speichern (' + number(changes) + ')',
  saved: 'Gespeichert',
  save: 'Speichern',
  undo: 'Verwerfen',
  spent: 'Hier ausgegeben',
  today: 'Heute',
  thisMonth: 'Dieser Monat',
  byFormulas: (formula) => number(formula) + ' durch Formeln',
  noneByFormulas: 'keine durch Formeln',
  driftMore: (more) =>
    'influData hat ' +
    requests(more) +
    ' mehr berechnet, als diese Tabelle gezählt hat: Der Schlüssel wird auch anderswo benutzt.',
  driftLess: (fewer) => 'influData hat ' + requests(fewer) + ' weniger berechnet, als diese Tabelle gezählt hat.',
  noBars: 'In den letzten 30 Tagen wurde nichts ausgegeben.',
  barsText: (total, highest, most) =>
    'Anfragen pro Tag in den letzten 30 Tagen: ' +
    number(total) +
    ' insgesamt, die meisten am ' +
    day(highest) +
    ' (' +
    number(most) +
    ').',
  nothingYet: 'noch nichts',
  unknownTitle: 'Neu für diese Version',
  unknownSections: (sections, names) =>
    'Antworten enthielten ' +
    n(sections, 'Abschnitt', 'Abschnitte') +
    ', ' +
    (isOne(sections) ? 'den' : 'die') +
    ' diese Version nicht kennt: ' +
    names +
    '. Gezeigt wie erhalten.',
  andMore: (names, more) => names + ' und ' + number(more) + ' weitere',
  unknownReport:
    'influData for Google Sheets: sections of audience reports that it does not know (names and types, no data)',
};
