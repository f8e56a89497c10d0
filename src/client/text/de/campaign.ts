import { list, number, price, requests } from '../../format';
import type { CAMPAIGN_PAGE } from '../campaign';
import { creators as creatorCount, creatorsDative, posts as postCount, quoted, rows as rowCount } from './plural';

export const CAMPAIGN_PAGE_DE: typeof CAMPAIGN_PAGE = {
  title: 'Kampagnen-Tracker',
  hint: 'Ein Blatt mit einer Zeile je vereinbartem Beitrag. Es findet die Beiträge und sagt, was online, spät oder fehlend ist, mit TKP.',
  reading: 'Das Blatt wird gelesen…',
  list: (sheet, creators) => quoted(sheet) + ': ' + creatorCount(creators) + '.',
  unread: (rows) => rowCount(rows) + ' ohne Creator ' + (rows === 1 ? 'bleibt' : 'bleiben') + ' weg.',
  rows: 'Creator',
  withStatus: (status, creators) => status + ' (' + number(creators) + ')',
  selected: 'In den ausgewählten Zeilen',
  all: (creators) => 'Alle ' + number(creators),
  types: 'Jeder veröffentlicht',
  typeNames: { post: 'Post', reel: 'Reel', story: 'Story', video: 'Video', short: 'Short' },
  due: 'Fällig',
  hashtags: 'Verlangte Hashtags',
  mentions: 'Verlangte Erwähnungen',
  disclosure: 'Muss als Werbung gekennzeichnet sein',
  disclosureHint: 'Etwa #ad oder Anzeige, in zwölf Sprachen.',
  from: 'Beiträge ab',
  fromHint: 'Nur Beiträge ab diesem Tag werden geholt.',
  feesSplit: 'Das vereinbarte Honorar wird gleichmäßig auf die Beiträge eines Creators verteilt.',
  make: 'Tracker erstellen',
  made: (sheet, deliverables) => quoted(sheet) + ' mit ' + rowCount(deliverables) + ' erstellt. Das war kostenlos.',
  byIdAlone: (creators) => creatorCount(creators) + ' ausgelassen: Ohne Handle sind die Beiträge nicht auffindbar.',
  textFees: (creators) =>
    'Honorar von ' + creatorsDative(creators) + ' ist Text, keine einzelne Zahl: Es zählt in keiner Summe.',
  chooseType: 'Mindestens eine Art von Beitrag wählen.',

  tracker: (sheet, deliverables, open) =>
    quoted(sheet) + ': ' + postCount(deliverables) + ' vereinbart, ' + number(open) + ' noch offen.',
  chosen: (rows) => rowCount(rows) + ' von Hand gesetzt: Das bleibt so.',
  postsIn: (posts, sheets) => postCount(posts) + ' in ' + list(sheets.map(quoted)) + '.',
  fresh: (creators) => 'Noch keine Beiträge von ' + creatorsDative(creators) + '.',
  freshFrom: (day) => 'Beiträge ab ' + day + '.',
  freshAll: '„Beiträge ab“ ist leer: alle Beiträge, egal wie alt.',
  saved: (creators, sheets) =>
    'Von ' +
    creatorCount(creators) +
    ' sind Beiträge schon gespeichert, in ' +
    list(sheets.map(quoted)) +
    ': Sie kommen kostenlos, mit den Zahlen von damals. Nur was dort fehlt, kostet.',
  earlier: (day) =>
    (day === undefined ? '„Beiträge ab“ ist jetzt leer: Alle älteren Beiträge' : 'Ältere Beiträge, ab ' + day + ',') +
    ' kommen dazu, je 1 Anfrage. Was gespeichert ist, wird nicht noch einmal gekauft.',
  fromLost: 'Über dem Tracker steht kein „Beiträge ab“ mehr. Rückgängig machen, bevor neue Beiträge gekauft werden.',
  fromUnread: (text) =>
    quoted(text) + ' unter „Beiträge ab“ ist kein Datum. Eins eintragen, oder die Zelle leeren für alle Beiträge.',
  cap: 'Limit für die ganze Kampagne',
  capHint: (used) => requests(used) + ' bisher verbraucht, von allen Abgleichen.',
  noCap: 'In dieser Tabelle ist noch keins gespeichert. Ohne wird kein Beitrag gekauft.',
  saveCap: (cap) => number(cap) + ' als Limit speichern',
  capBelow: 'So viel hat die Kampagne schon verbraucht. Für mehr Beiträge das Limit erhöhen.',
  atMost: 'Höchstens',
  refresh: 'Zahlen gespeicherter Beiträge aktualisieren',
  refreshHint: (posts) =>
    'Je 1 Anfrage für jeden Beitrag, der noch einmal kommt (' +
    postCount(posts) +
    '). Bringt auch, was influData erst Tage nach dem Hochladen gefunden hat.',
  what: 'Alle Beiträge dieser Creator, je 1 Anfrage',
  toGet: 'Um Beiträge zu holen',
  get: (most) => 'Beiträge holen' + (most === undefined ? '' : ' · höchstens ' + price(most)),
  update: 'Mit gespeicherten Beiträgen prüfen (kostenlos)',
  occupied: 'Für mehr Beiträge erst den Lauf unter Content abschließen oder beenden.',
  changed: 'Das Blatt hat sich geändert. Den Preis ansehen und erneut versuchen.',
  updated: (sheet, states, found, changed) =>
    quoted(sheet) +
    ' ist aktuell: ' +
    states +
    '.' +
    (found === 0 ? '' : ' Jetzt gefunden: ' + postCount(found) + '.') +
    (changed === 0 ? '' : ' ' + rowCount(changed) + ' geändert.'),
};
