import type { trialEn } from '../trial';
import { ORT } from './reply';

const PER_MAIL = `Kam ein Schlüssel per E-Mail, ihn unter ${ORT} einfügen. Sonst den Code noch einmal eingeben.`;

function versuche(left: number | undefined): string {
  if (left === undefined) return 'Aus der neuesten E-Mail kopieren und erneut versuchen.';
  if (left <= 0) return 'Kein Versuch ist übrig: einen neuen Code anfordern.';
  return `${left} ${left === 1 ? 'Versuch ist' : 'Versuche sind'} übrig: aus der neuesten E-Mail kopieren.`;
}

export const trialDe = (): ReturnType<typeof trialEn> => ({
  createTrialKey: {
    400: 'influData nimmt diese E-Mail-Adresse nicht an: Sie ist ungültig oder eine Wegwerfadresse. Die berufliche Adresse verwenden.',
    409: `Zu dieser E-Mail-Adresse gibt es schon einen Testschlüssel. Im Posteingang suchen und unter ${ORT} einfügen.`,
    429: 'influData nimmt von hier gerade keine Anmeldungen mehr an. Das kann an anderen liegen: Googles Server werden geteilt. Den letzten Code verwenden oder in einer Stunde erneut versuchen.',
    503: 'influData hat gerade keine Testschlüssel mehr. Morgen erneut versuchen.',
    lost: 'influData war nicht erreichbar. Kommt kein Code an, die Verbindung prüfen und erneut versuchen.',
    unreadable: 'Die Antwort von influData war nicht lesbar. Kommt kein Code an, später erneut versuchen.',
  },
  verifyTrialKey: {
    400: 'influData nimmt diese Adresse oder diesen Code nicht an. Beide mit der E-Mail vergleichen.',
    401: (left) => `Dieser Code ist falsch. ${versuche(left)}`,
    404: 'Zu dieser E-Mail-Adresse wartet kein Code. Erst einen anfordern.',
    410: 'Der Code ist abgelaufen. Einen neuen anfordern.',
    429: 'Vorerst zu viele Versuche: fünf falsche Codes, oder andere auf Googles geteilten Servern. Einen neuen Code anfordern; wird auch der abgelehnt, in einer Stunde erneut versuchen.',
    lost: `Die Verbindung zu influData brach ab. ${PER_MAIL}`,
    unreadable: `Die Antwort von influData war nicht lesbar. ${PER_MAIL}`,
  },
  apiDown: (status) => `influData hat gerade ein Problem (${status}). In ein paar Minuten erneut versuchen.`,
  rejected: (status) => `influData hat das nicht angenommen (${status}). Später erneut versuchen.`,
  longCompany: (most) => `Der Firmenname ist zu lang: höchstens ${most} Zeichen.`,
  sixDigits: 'Der Code hat sechs Ziffern. Aus der E-Mail kopieren.',
  noAddress: 'Das ist keine E-Mail-Adresse. Eine wie name@firma.de eingeben.',
  noCode: 'Kein Code wartet. Erst einen anfordern.',
});
