import { capital, list, number, requests } from '../../format';
import type { RUN } from '../run';
import { n, quoted } from './plural';

type Limits = Parameters<typeof RUN.nothingAllowed>[0];

const LIMITS: Record<Limits[number], { name: string; resume: string }> = {
  run: { name: 'das Limit je Lauf', resume: ', sobald es erhöht ist' },
  today: { name: 'das heutige Limit', resume: ' morgen' },
  balance: { name: 'das Guthaben', resume: ', sobald wieder Anfragen da sind' },
};

const resumeAt = (limits: Limits): string => LIMITS[limits[limits.length - 1] ?? 'run'].resume;
const namesOf = (limits: Limits): string => list(limits.map((limit) => LIMITS[limit].name));
/** As the progress bars count. */
const UNITS: Record<string, [one: string, many: string]> = {
  row: ['Zeile', 'Zeilen'],
  page: ['Seite', 'Seiten'],
  creator: ['Creator', 'Creator'],
  post: ['Beitrag', 'Beiträge'],
};

export const RUN_DE: typeof RUN = {
  writing: (sheet) => 'Schreibt in ' + quoted(sheet),
  written: (sheet) => 'Geschrieben in ' + quoted(sheet),
  noneNew: 'Keine neuen Creator',
  enriching: (sheet) => 'Reichert ' + quoted(sheet) + ' an',
  enriched: (sheet) => 'Angereichert: ' + quoted(sheet),
  queueing: (sheet) => 'Reiht ein: ' + quoted(sheet),
  queued: (sheet) => 'Zum Sammeln eingereiht: ' + quoted(sheet),
  addingToWeekly: (sheet) => 'Meldet zur wöchentlichen Aktualisierung an: ' + quoted(sheet),
  addedToWeekly: (sheet) => 'Wöchentlich aktualisiert: ' + quoted(sheet),
  gettingPosts: (sheet) => 'Holt Beiträge in ' + quoted(sheet),
  gotPosts: (sheet) => 'Beiträge stehen in ' + quoted(sheet),
  syncing: (sheet) => 'Gleicht ' + quoted(sheet) + ' ab',
  synced: (sheet) => 'Abgeglichen: ' + quoted(sheet),
  refreshing: (sheet) => 'Gleicht ' + quoted(sheet) + ' ab und aktualisiert',
  refreshed: (sheet) => 'Abgeglichen und aktualisiert: ' + quoted(sheet),
  makingReports: 'Erstellt Audience-Reports',
  reportsMade: (reports) => n(reports, 'Report', 'Reports') + ' erstellt',
  noReports: 'Keine Reports erstellt',
  comparingAudiences: 'Vergleicht Audiences',
  audiencesCompared: 'Audiences verglichen',
  comparingCreators: 'Vergleicht Creator',
  creatorsCompared: 'Creator verglichen',
  ended: 'Lauf beendet',
  endSearch: 'Lauf beenden? Blatt und Zeilen bleiben, Bezahltes bleibt gespeichert.',
  endEnrich: 'Lauf beenden? Geschriebene Zeilen bleiben. Bei den anderen steht dann „not run“.',
  endReports: 'Lauf beenden? Fertige Blätter bleiben. Gekauftes ist gespeichert: Ein neuer Lauf bekommt es kostenlos.',
  endContent: 'Lauf beenden? Blatt und Beiträge bleiben.',
  interrupted: 'Lauf unterbrochen',
  unfinished: 'Lauf nicht fertig',
  paused: 'Lauf pausiert',
  pausing: (calls) => 'Pausiert gleich: ' + calls + '…',
  pausingSoon: 'Pausiert nach den laufenden Aufrufen…',
  interruptedLine: (doing) => 'Unterbrochen: ' + doing,
  unfinishedLine: (doing) => 'Nicht fertig: ' + doing,
  pausedLine: (doing) => 'Pausiert: ' + doing,
  show: 'Anzeigen',
  showNamed: (title) => 'Anzeigen: ' + title,
  resumeThere: 'Weiter…',
  resumeThereNamed: (title) => 'Weiter…: ' + title,
  resume: 'Weiter',
  pause: 'Pausieren',
  end: 'Ende',
  details: 'Einzelheiten',
  dismiss: 'Ausblenden',
  free: 'Kostenlos',
  used: (used, cap, unconfirmed) => [
    used,
    ' von ' + requests(cap) + ' verbraucht',
    unconfirmed > 0 && ', bis zu ' + number(unconfirmed) + ' weitere unbestätigt',
  ],
  ofBalance: (left) => 'von ' + number(left) + ' übrigen',
  balanceUnknown: 'Guthaben unbekannt',
  updating: ' · wird erneuert…',
  cap: 'Limit (Anfragen)',
  capHint: (allowed) => 'Das Limit je Lauf ist ' + number(allowed) + '.',
  capToFinish: (most, lost) =>
    (lost > 0 ? 'Bis zu ' + requests(lost) + ' verlorener Aufrufe zählen zum Limit. ' : '') +
    'Ganz fertig: höchstens ' +
    number(most) +
    '.',
  badCap: 'Eine ganze Zahl von 1 bis 100.000 eingeben.',
  atMostMore: (priceShown) => ['Höchstens noch ', priceShown],
  nothingAllowed: (limits) =>
    capital(namesOf(limits)) +
    (limits.length === 1 ? ' lässt' : ' lassen') +
    ' keine Ausgaben zu. Starten geht' +
    resumeAt(limits) +
    '.',
  stopsAfter: (least, limits) =>
    'Der Lauf hält nach ' +
    requests(least) +
    ' an: Dann greift ' +
    namesOf(limits) +
    '. Fortsetzen geht' +
    resumeAt(limits) +
    '.',
  connectFirst: (aim) => aim + ' erst mit influData verbinden. Ein kostenloser Test gibt 250 Anfragen.',
  connect: 'Mit influData verbinden',
  rowsDone: 'Fertige Zeilen',
  pagesDone: 'Fertige Seiten',
  creatorsDone: 'Fertige Creator',
  postsDone: 'Geholte Beiträge',
  progress: (done, all, unit) => number(done) + ' von ' + n(all, ...(UNITS[unit] ?? [unit, unit])),
};
