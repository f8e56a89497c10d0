import { number, price } from '../../format';
import type { CONFLICT } from '../conflict';
import { creators as creatorCount, n, quoted } from './plural';

export const CONFLICT_DE: typeof CONFLICT = {
  alike: 'Ähnliche finden',
  alikeHint:
    'Die Zeile eines Creators in einer Liste auswählen oder seinen Report öffnen. Suche öffnet sich mit passenden Filtern.',

  check: 'Konflikte prüfen',
  checkHint:
    'Wer in diesem Blatt Wettbewerber erwähnt hat, als neues Blatt mit einer Spalte je Marke. Gespeichertes ist kostenlos.',
  brandsStand: 'Marken und Wettbewerber stehen in einem eigenen Blatt.',
  noBrands: 'Erst die eigenen Marken und Wettbewerber auflisten.',
  brands: (competitors, own) =>
    number(competitors) + ' Wettbewerber' + (own > 0 ? ' · ' + number(own) + ' eigene' : ''),
  makeBrands: 'Marken anlegen',
  openBrands: 'Marken öffnen',
  typeBrands: (sheet) => 'Marken in ' + quoted(sheet) + ' eintragen, dann das Blatt mit den Creatorn öffnen.',
  timelines: (creators, sheet, saved, hidden) =>
    'Timelines von ' +
    n(creators, 'Creator', 'Creatorn') +
    ' in ' +
    quoted(sheet) +
    (hidden === undefined
      ? ', auch ausgeblendete Zeilen'
      : hidden > 0
        ? ', ohne ' + n(hidden, 'ausgeblendete Zeile', 'ausgeblendete Zeilen')
        : '') +
    ' · ' +
    number(saved) +
    ' gespeichert',
  toCheck: 'Für Timelines',
  checkFor: (cost) => (cost === 0 ? 'Prüfen · kostenlos' : 'Holen und prüfen · ' + price(cost)),
  checkSaved: 'Gespeichertes prüfen · kostenlos',
  changed: 'Das Blatt hat sich geändert. Den neuen Preis ansehen, dann prüfen.',
  noTurn: (left) =>
    'Einige Timelines kamen nicht: ' +
    creatorCount(left) +
    ' übrig. Was kam, ist gespeichert. Später erneut versuchen.',
  made: (sheet) => quoted(sheet) + ' erstellt.',
  result: ({ sheet, creators, conflicts, unknown }) =>
    quoted(sheet) +
    ' erstellt: ' +
    number(conflicts) +
    ' von ' +
    n(creators, 'Creator', 'Creatorn') +
    ' mit Erwähnung eines Wettbewerbers' +
    (unknown > 0 ? '. Über ' + number(unknown) + ' ist nichts gespeichert' : '') +
    '.',
  posts: 'Ihre Beiträge',
  postsHint:
    'Auch Blätter mit Beiträgen werden gelesen. Beiträge zu holen kostet 1 Anfrage je Beitrag; Content öffnet sich ausgefüllt, mit der Höchstzahl zum Einstellen.',
  since: 'Beiträge der letzten',
  months: (months) => n(months, 'Monat', 'Monate'),
  getPosts: (creators, left) =>
    'Beiträge von ' +
    n(creators, 'Creator', 'Creatorn') +
    ' holen' +
    (left > 0 ? ' (' + number(left) + ' später)' : '') +
    '…',
  postsFilled: 'Creator und erster Tag sind ausgefüllt. Die Höchstzahl einstellen, dann starten.',
  allAsked: 'Die Beiträge aller dieser Creator sind geholt, soweit influData sie hat.',
};
