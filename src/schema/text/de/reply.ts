import { listed } from '../count';
import type { replyEn } from '../reply';
import { anfragen, anzahl, tag, zahl } from './count';

/** Where keys are, as the menu calls it. */
export const ORT = 'Erweiterungen › influData › API-Schlüssel und Konto';
const ODER = `Bei influData dazubuchen oder unter ${ORT} einen anderen Schlüssel benutzen.`;

export const replyDe = (): ReturnType<typeof replyEn> => ({
  badKey: (keyEnd) =>
    `influData hat den API-Schlüssel, der auf ${keyEnd} endet, abgelehnt: Er ist falsch oder abgelaufen. Unter ${ORT} ersetzen.`,
  volumeUsed: (untilMs) =>
    `Die Anfragen dieses Schlüssels für den Monat sind verbraucht${untilMs === undefined ? '' : `, bis ${tag(untilMs)}`}. Nach einem Nachkauf unter ${ORT} auf „Erneut versuchen“ klicken, sonst einen anderen Schlüssel benutzen.`,
  balanceShort: (needed, available) =>
    `Das Guthaben reicht nicht: Nötig sind ${anfragen(needed)}, übrig ${available === 1 ? 'ist 1' : `sind ${zahl(available)}`}. Nachkaufen oder unter ${ORT} einen anderen Schlüssel benutzen.`,
  balanceLow: (said) =>
    `Das Guthaben reicht dafür nicht (${said}). Nachkaufen oder unter ${ORT} einen anderen Schlüssel benutzen.`,
  notIncluded: {
    audience: `Der Tarif dieses Schlüssels enthält keine Audience-Reports. ${ODER}`,
    content: `Der Tarif dieses Schlüssels enthält keine Beiträge. ${ODER}`,
    other: `Der Tarif dieses Schlüssels enthält das nicht. ${ODER}`,
  },
  forbidden:
    'influData hat das abgelehnt: Das Guthaben des Schlüssels reicht nicht, oder sein Tarif enthält es nicht. „Verbrauch“ im Menü zeigt das Guthaben.',
  busy: 'influData bekommt zu viele Anfragen von diesem Schlüssel. In einer Minute erneut versuchen.',
  apiDown: 'influData hat gerade ein Problem. Nichts wurde berechnet; später erneut versuchen.',
  rejected: 'influData hat diese Anfrage nicht angenommen. Plattform und Handle prüfen.',
  noWeekly:
    'influData hat die wöchentliche Aktualisierung abgelehnt: Testschlüssel haben sie nicht. Einen Unternehmensschlüssel benutzen oder ohne sie laufen lassen.',
  unreadable:
    'Die Antwort von influData war nicht lesbar. In 10 Minuten erneut versuchen; vielleicht wurde sie berechnet.',
  unreadableFree: 'Die Antwort von influData war nicht lesbar. Nichts wurde berechnet; in 10 Minuten erneut versuchen.',
  empty: 'influData hat eine leere Antwort geschickt. In ein paar Minuten erneut versuchen.',
  unreachable:
    'influData war nicht erreichbar. Die Verbindung prüfen und erneut versuchen; „Verbrauch“ im Menü zeigt, ob etwas berechnet wurde.',
  withStatus: (sentence, status, said) => `${sentence} (${status}${said === '' ? '' : `: ${said}`})`,
  noClientId: `Das Guthaben braucht die Client-ID, die mit dem Schlüssel kam. Unter ${ORT} ergänzen.`,
  noBalance: 'influData hat kein Guthaben geschickt. Später erneut versuchen.',
  requestTooLong: 'Diese Anfrage ist zu lang für Google. Weniger oder kürzere Filter verwenden.',
  halfCharacter: 'Dieser Text ist mitten in einem Zeichen abgeschnitten. Vollständig eingeben.',
  lackingPlatform: (platform, what, others) =>
    `influData hat ${what} für ${platform}. Möglich: ${listed(others, 'oder')}.`,
  data: {
    reports: 'keine Audience-Reports',
    status: 'keinen Datenstand',
    enrichment: 'keine Anreicherung',
    posts: 'keine Beiträge',
  },
  queueSize: (most, count) => `Auf einmal 1 bis ${anzahl(most, 'Creator', 'Creator')} einreihen, nicht ${zahl(count)}.`,
  postsAtOnce: (most) => `Auf einmal 1 bis ${anzahl(most, 'Beitrag', 'Beiträge')} holen.`,
});
