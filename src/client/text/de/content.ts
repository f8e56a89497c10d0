import { ago, hourText, instantLabel, list, number, price, requests } from '../../format';
import type { CONTENT } from '../content';
import { creators as creatorCount, n, posts as postCount, quoted } from './plural';

export const CONTENT_DE: typeof CONTENT = {
  summaryMade: 'Die Auswertung ist fertig.',
  makeSummary: 'Auswertung erstellen · kostenlos',
  makeTheSummary: 'Die Auswertung erstellen · kostenlos',
  updateSummary: 'Auswertung erneuern · kostenlos',
  summaryMadeIn: (sheet) => 'Die Auswertung steht in ' + quoted(sheet) + '.',
  summaryIn: (sheet) => 'In ' + quoted(sheet) + '.',
  campaignSummary: 'Kampagnen-Auswertung',
  summaryHint: 'Beiträge, Reichweite und Engagement nach Creator und Tag, als Formeln und Diagramme.',
  rateLabel: 'Earned Media: eigener Satz je 1.000 Reichweite',
  rateExample: 'keiner',
  badRate: 'Eine Zahl wie 12,50 eingeben.',
  rateHint: 'In eigener Währung. Später in der Auswertung änderbar.',
  noneOfTypes: (platforms) =>
    list(platforms) + (platforms.length === 1 ? ' hat' : ' haben') + ' keine dieser Arten, von dort kommt also nichts.',
  resetFilters: 'Filter zurücksetzen',
  formulaHint: 'Die Formel kostet 1 Anfrage je Beitrag, für höchstens 100 Beiträge.',
  formulaOffHint: 'Die Formel kostet 1 Anfrage je Beitrag. Erst „Beiträge in Formeln“ unter Konto › Mehr einschalten.',
  handlesAndMore: (named, more) => named + ' und ' + number(more) + ' weitere',
  platforms: 'Plattformen',
  types: 'Arten · ohne Auswahl alle',
  posts: 'Posts',
  reels: 'Reels',
  stories: 'Storys',
  videos: 'Videos',
  shorts: 'Shorts',
  creators: 'Creator',
  creatorsExample: 'Alle oder @handle',
  keywords: 'Stichwörter in Text, Hashtags, Erwähnungen',
  keywordsExample: 'Sommerangebot, Hautpflege',
  hashtags: 'Hashtags',
  uploaded: 'Hochgeladen',
  uploadedHint: 'Ganze Tage, in UTC.',
  until: (dayText) => 'bis ' + dayText,
  since: (dayText) => 'seit ' + dayText,
  followers: 'Follower',
  from: 'von',
  noLimit: 'offen',
  followersHint: (usualMinimum) =>
    'Mindestens ' + usualMinimum + ' Follower, wenn nichts anderes gewählt ist. 0 steht für alle.',
  reachOrViews: 'Reichweite oder Aufrufe',
  views: 'Aufrufe',
  sortBy: 'Sortieren nach',
  newestFirst: 'Neueste zuerst',
  largestReachFirst: 'Größte Reichweite zuerst',
  mostViralFirst: 'Viralste zuerst',
  noPlatform: 'Eine Plattform wählen.',
  overUsualMinimum: (usualMinimum) =>
    'Das Minimum ist ' + usualMinimum + ', wenn nichts anderes gewählt ist. Ein kleineres eingeben, oder 0 für alle.',
  filtersReused: 'Die Filter des Blatts stehen im Formular.',
  contentFilters: 'Filter für Beiträge',
  into: 'Wohin',
  newSheet: 'Ein neues Blatt',
  appendTo: (name) => 'An ' + quoted(name) + ' anhängen',
  appendHint: 'Diese Filter ersetzen die des Blatts: Die nächsten Abgleiche benutzen sie.',
  thumbnailColumn: 'Spalte mit Vorschaubildern',
  thumbnailHint: 'Die Bilder verschwinden nach 24 Stunden, wenn ihre Links ablaufen.',
  toGetPosts: 'Für Beiträge',
  sheetLost: 'Das Blatt zum Anhängen ist nicht mehr vorn, also entsteht ein neues.',
  atMost: 'Höchstens',
  priceWhat: (most) => 'Bis zu ' + postCount(most) + ', höchstens ' + requests(most),
  getPosts: 'Beiträge holen',
  getPostsAtMost: (most) => 'Beiträge holen · bis zu ' + price(most),
  runAbout: (sheet, filters, startedAt) =>
    (sheet === '' ? '' : quoted(sheet) + ' · ') +
    filters +
    (startedAt === undefined ? '' : ' · begonnen ' + ago(startedAt)),
  pauseHint: (most) =>
    'Gibt höchstens ' +
    requests(most) +
    ' aus. Auch das Schließen der Seitenleiste pausiert; Bezahltes steht im Blatt.',
  postsDone: (posts, isOne) => [posts, isOne ? ' Beitrag' : ' Beiträge'],
  postsSoFar: (posts, most) => [posts, ' von höchstens ', n(most, 'Beitrag', 'Beiträgen')],
  added: 'neu',
  refreshed: 'aktualisiert',
  alreadyThere: 'schon vorhanden',
  noPosts: (canLoosen) =>
    'Kein Beitrag passt zu allen Filtern.' + (canLoosen ? ' Einen entfernen, dann erneut versuchen:' : ''),
  noNewPosts: 'Keine neuen Beiträge seit dem letzten Abgleich.',
  takenOut: 'Die übrigen Filter stehen im Formular. Preis prüfen, dann Beiträge holen.',
  addFrom: (area) => 'Aus ' + (area === '' ? 'der Auswahl' : area) + ' hinzufügen',
  removeAll: (handles) => 'Alle ' + number(handles) + ' entfernen',
  handlesTaken: (handles, area, leftOut) =>
    (handles === 0 ? 'Keine Handles' : creatorCount(handles)) +
    ' aus ' +
    area +
    '.' +
    (leftOut === 0
      ? ''
      : ' ' + n(leftOut, 'Zelle fehlt', 'Zellen fehlen') + ': nicht lesbar oder zu viele für eine Abfrage.'),
  synced: (syncedAt) => ' · abgeglichen ' + ago(syncedAt),
  getOtherPosts: 'Andere Beiträge holen…',
  reuseFilters: 'Filter wiederverwenden…',
  scheduleOn: (hour, cap) =>
    'Täglich gegen ' + hourText(hour) + ' kommen neue Beiträge hinzu, für höchstens ' + requests(cap) + '.',
  monthUsedOf: (used, monthCap) => ['Dieser Monat: ', used, ' von ', requests(monthCap), ' verbraucht.'],
  monthUsed: (used) => 'Abgleiche dieses Blatts haben in diesem Monat ' + requests(used) + ' verbraucht.',
  inPostsLabel: (label) => label + ', in Beiträgen',
  postsUnit: 'Beiträge',
  requestsUnit: 'Anfragen',
  whatToFetch: (shown) => ['Was holen ', shown],
  fetchesAll: 'ab dem ersten Beitrag',
  fetches: (isComplete, refreshesSaved) =>
    (isComplete ? 'neue' : 'fehlende, neue') + (refreshesSaved ? ', gespeicherte' : ''),
  refreshSaved: 'Auch gespeicherte Beiträge aktualisieren',
  refreshSavedHint: (posts) =>
    'Erneuert ihre Zahlen: 1 Anfrage für jeden der ' + n(posts, 'Beitrag', 'Beiträge') + ', der wieder kommt.',
  syncWhat: '1 Anfrage je Beitrag, höchstens',
  syncNow: (most) => 'Abgleichen' + (most === undefined ? '' : ' · bis zu ' + price(most)),
  refreshFigures: (most) => 'Zahlen erneuern' + (most === undefined ? '' : ' · bis zu ' + price(most)),
  sheetStep: (posts, step) => [posts, ', ', step],
  postCount: (posts) => postCount(posts),
  upToDateThrough: (iso) => 'aktuell bis ' + instantLabel(iso).replace(',', ''),
  stepIncomplete: 'unvollständig: der nächste Abgleich holt erst die fehlenden Beiträge',
  stepUnknown: 'nicht alle passenden Beiträge sind hier, neue lassen sich nicht erkennen',
  scheduleHour: 'Gegen',
  oClock: 'Uhr',
  scheduleCap: 'Ein Abgleich gibt höchstens aus',
  scheduleMonthCap: 'Im Monat höchstens',
  monthBelowSync: 'Das ist weniger, als ein Abgleich ausgeben darf.',
};
