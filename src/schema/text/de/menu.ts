import type { menuTextEn, menuLabelsEn } from '../menu';
import { anfragen, anzahl, zahl } from './count';

const formeln = (count: number): string => anzahl(count, 'Formel', 'Formeln');
const creator = (count: number): string => `${zahl(count)} Creator`;
const ungewiss = (count: number): string =>
  count > 0 ? ` und bis zu ${zahl(count)} weitere, die vielleicht berechnet wurden` : '';

export const menuDe = (): ReturnType<typeof menuTextEn> => ({
  nothingUnfinished: 'Keine unfertigen Formeln.',
  recalculated: (count) => `${formeln(count)} neu berechnet.`,
  askedAgain: (count, most) => `${creator(count)} werden neu abgefragt: höchstens ${anfragen(most)}.`,
  stillProcessed: (count) => `influData arbeitet noch an ${creator(count)}.`,
  notChecked: (count) => `${creator(count)} noch nicht geprüft: in einer Minute noch einmal klicken.`,
  notCheckedBecause: (count, why) => `${creator(count)} nicht geprüft: ${why}`,
  leftForAgain: (count) => `${formeln(count)} übrig: noch einmal klicken.`,
  leftBecause: (count, why) => `${formeln(count)} übrig: ${why}`,
  freezeSheet: (count) =>
    `${anzahl(count, 'influData-Formel', 'influData-Formeln')} dieses Blatts durch ${count === 1 ? 'ihren Wert' : 'ihre Werte'} ersetzen? Zurück geht es nur gleich danach mit „Rückgängig“.`,
  nothingToFreeze: 'Keine fertigen influData-Formeln hier.',
  frozen: (count) => `${formeln(count)} durch ${count === 1 ? 'ihren Wert' : 'ihre Werte'} ersetzt.`,
  leftAlone: (count) =>
    `${formeln(count)} nicht ersetzt: ${count === 1 ? 'sie ist unfertig oder zeigt' : 'sie sind unfertig oder zeigen'} einen Fehler.`,
  movedMeanwhile:
    'Zeilen oder Spalten wurden inzwischen verschoben, einige sind übrig. Für den Rest noch einmal klicken.',
  checkFormulas: (cells) => `Formeln in ${cells} prüfen: Sie wurden inzwischen verschoben.`,
  spendingPaused: 'Ausgaben pausiert. Formeln zeigen Gespeichertes und kaufen nichts.',
  spendingResumed: 'Ausgaben laufen wieder, innerhalb der Limits.',
  usageTitle: 'influData: Verbrauch',
  repair:
    'Was influData in dieser Tabelle gespeichert hat, ist nicht lesbar. Neu anfangen? Unlesbare Daten gehen verloren und müssen vielleicht neu gekauft werden. Bis morgen wird nichts gekauft, außer die Limits werden erhöht. Offene Läufe gehen mit einem höheren Limit weiter.',
  wentWrong: (message) => `Etwas ist schiefgegangen: ${message}`,
  usagePaused: 'Ausgaben pausiert. Gespeicherte Werte sind weiter zu sehen.',
  today: (charged, unknown, byFormulas) =>
    `Heute: ${anfragen(charged)} berechnet${ungewiss(unknown)} (${zahl(byFormulas)} davon durch Formeln).`,
  month: (charged, unknown) => `In diesem Monat: ${anfragen(charged)} berechnet${ungewiss(unknown)}.`,
  underWay: (most) => `Unterwegs: höchstens ${anfragen(most)}.`,
  balance: (keyEnd, left) => `Guthaben des Schlüssels, der auf ${keyEnd} endet: ${anfragen(left)}.`,
  balanceUnread: 'Guthaben: noch nicht gelesen.',
  drift: (requestsMore) =>
    `influData hat ${anfragen(Math.abs(requestsMore))} ${requestsMore > 0 ? 'mehr' : 'weniger'} berechnet, als diese Tabelle kennt. Wird der Schlüssel auch anderswo benutzt?`,
  caps: (day, formula, run, kept) =>
    `Limits: ${zahl(day)} am Tag, ${zahl(formula)} davon für Formeln; ${zahl(run)} je Lauf. Mindestens ${anfragen(kept)} bleiben als Guthaben.`,
});

export const menuLabelsDe = (): ReturnType<typeof menuLabelsEn> => ({
  find: 'Creator finden…',
  enrich: 'Ausgewählte Creator anreichern…',
  report: 'Audience-Report für ausgewählte Creator…',
  compare: 'Creator vergleichen…',
  content: 'Beiträge finden…',
  manage: 'Zusammenarbeit planen…',
  template: 'Vorlage einfügen',
  account: 'API-Schlüssel und Konto…',
  recalculate: 'Unfertige Formeln neu berechnen',
  freezeSelection: 'Formeln in Werte umwandeln (Auswahl)',
  freezeSheet: 'Formeln in Werte umwandeln (ganzes Blatt)',
  pause: 'Ausgaben pausieren oder fortsetzen',
  usage: 'Verbrauch',
  help: 'Hilfe…',
});
