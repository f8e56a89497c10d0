import type { Right } from '../../../core/ports';
import type { CONSENT } from '../consent';

const DARF: Record<Right, string> = {
  sheet: 'diese Tabelle zu lesen und zu ändern',
  web: 'influData zu erreichen',
  page: 'die Seitenleiste zu zeigen',
  schedule: 'zu arbeiten, wenn niemand da ist',
};

const aufgezaehlt = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : parts.slice(0, -1).join(', ') + ' und ' + (parts[parts.length - 1] ?? '');

export const consentDe = (): typeof CONSENT => ({
  missing: (rights) => `influData braucht die Erlaubnis, ${aufgezaehlt(rights.map((right) => DARF[right]))}.`,
  allowNow: 'Im Fenster erlauben, das Google als Nächstes öffnet.',
  allow: 'Erweiterungen › influData › API-Schlüssel und Konto öffnen und erlauben.',
});
