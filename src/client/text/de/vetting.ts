import { list, number, requests } from '../../format';
import type { VETTING } from '../vetting';
import { creators as creatorCount, quoted, rows as rowCount } from './plural';

const FLAGS: typeof VETTING.flags = {
  suspicious: 'Verdächtige Follower',
  engagement: 'Engagement weit vom Median',
  growth: 'Wachstumssprünge und Verluste',
  elsewhere: 'Audience anderswo',
  brands: 'Erwähnte Marken',
  stale: 'Alte Daten',
  private: 'Private Konten',
};

export const VETTING_DE: typeof VETTING = {
  title: 'Vetting-Ampeln',
  hint: 'Grün, Gelb und Rot neben jedem Creator, mit dem Grund in Worten. Eine fehlende Zahl ist unbekannt, nie grün.',
  toVet: 'für Zahlen zu den Ampeln',
  flags: FLAGS,
  hints: {
    suspicious: 'Verdächtige und inaktive Konten',
    engagement: 'Unter gleich großen Creatorn dieser Liste',
    growth: 'Der beste und der schlechteste der letzten 12 Monate',
    elsewhere: 'Außerhalb der eingetragenen Länder',
    brands: 'Eigene und die der Wettbewerber, sobald sie eingetragen sind',
    stale: 'Nach der letzten Aktualisierung',
    private: 'Ihre Beiträge sind nicht zu sehen',
  },
  withReport: (hint, each) => hint + '. Bis zu ' + requests(each) + ' je Creator.',
  reading: 'Die Liste wird gelesen…',
  list: (sheet, area, creators) => quoted(sheet) + ', ' + area + ': ' + creatorCount(creators) + '.',
  there: (flags) => 'In dieser Liste: ' + list(flags.map((flag) => FLAGS[flag])) + '.',
  choose: 'Neue Ampeln',
  none: 'Mindestens eine Ampel wählen.',
  what: (rows, known) =>
    rows === 0
      ? 'Alle Zahlen sind da.'
      : 'Zahlen für ' + rowCount(rows) + (known > 0 ? ', ' + number(known) + ' gespeichert' : '') + '.',
  occupied: 'Für mehr Zahlen erst den Lauf unter Daten abschließen oder beenden.',
  add: 'Ampeln ergänzen',
  update: 'Ampeln erneuern',
  moved: 'Die Liste hat sich geändert. Den Preis ansehen und erneut versuchen.',
  laid: (rows, settings) =>
    'Ampeln für ' + rowCount(rows) + '. Schwellen, Länder und Marken stehen in ' + quoted(settings) + '.',
  filling: 'Zahlen sind unterwegs: siehe Daten. Die Ampeln folgen.',
};
