import { price, requests } from '../../format';
import type { WELCOME } from '../welcome';
import { isOne, n, quoted } from './plural';

export const WELCOME_DE: typeof WELCOME = {
  title: 'Willkommen bei influData',
  what: 'Creator auf sechs Plattformen finden, mit Followern, Engagement, Audience und Beiträgen in dieser Tabelle.',
  needsKey: 'Dafür ist ein influData-Schlüssel nötig. Nichts wird ausgegeben, bevor der Preis zu sehen war.',
  getTrial: 'Kostenlos testen',
  haveKey: 'Schlüssel vorhanden',
  trialHint: '250 Anfragen, 14 Tage, alle Plattformen. Ohne Karte.',
  connected: 'Verbunden',
  waiting: (formulas) => n(formulas, 'Formel hat', 'Formeln haben') + ' gewartet.',
  recalculate: (formulas) => (isOne(formulas) ? 'Neu berechnen' : 'Alle neu berechnen'),
  recalculateHint: 'Formeln kaufen, was noch nicht gespeichert ist, innerhalb der Limits.',
  firstSteps: 'Womit anfangen?',
  find: 'Creator finden',
  findWhat: 'Suche nach Land, Thema, Größe und mehr.',
  findExample: 'Beispiel: Fitness in Deutschland',
  findPrice: 'Die Suche kostet beim Start ' + price(1) + '.',
  enrich: 'Meine Liste anreichern',
  enrichWhat: 'Follower, Engagement und mehr neben die Handles schreiben.',
  enrichExample: 'Eine Liste auswählen',
  enrichPrice: 'Auswählen ist kostenlos. Danach ' + price(1) + ' je Creator.',
  report: 'Report über einen Creator',
  reportWhat: 'Wer einem Creator folgt: Länder, Alter, Geschlecht.',
  reportExample: 'Einen Creator auswählen',
  reportPrice: (cost) => 'Prüfen ist kostenlos. Ein Report kostet ' + requests(cost) + '.',
  selected: (sheet) => 'Ausgewählt in ' + quoted(sheet) + '.',
  searchReady: 'Das Beispiel ist ausgefüllt.',
};
