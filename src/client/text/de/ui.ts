import { number } from '../../format';
import type { UI } from '../ui';
import { quoted } from './plural';

export const UI_DE: typeof UI = {
  tabs: 'influData',
  remove: (label) => label + ' entfernen',
  cancel: 'Abbrechen',
  clear: (part) => part + ' leeren',
  loading: 'Lädt…',
  notInList: 'Nicht in der Liste; wird wie eingegeben benutzt.',
  noMatches: 'Keine Treffer.',
  quoted,
  show: 'Anzeigen',
  showNamed: (part) => part + ' anzeigen',
  hide: 'Ausblenden',
  from: 'von',
  upTo: 'bis',
  fromNamed: (label) => label + ' von',
  upToNamed: (label) => label + ' bis',
  lastDayNamed: (label) => label + ' bis',
  copied: 'Kopiert',
  copyByHand: 'Mit Strg+C (⌘C) kopieren',
  manyAccounts: 'Mehrere Google-Konten',
  tryAgain: 'Erneut versuchen',
  openAccount: 'Konto öffnen',
  selected: (selected) => number(selected) + ' ausgewählt',
  done: 'Fertig',
};
