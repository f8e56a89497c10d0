import type { Right } from '../../../core/ports';
import type { CONSENT } from '../consent';
import { listed } from '../count';

const DARF: Record<Right, string> = {
  sheet: 'diese Tabelle zu lesen und zu ändern',
  web: 'influData zu erreichen',
  page: 'die Seitenleiste zu zeigen',
  schedule: 'zu arbeiten, wenn niemand da ist',
  bigquery: 'in BigQuery zu schreiben',
};

export const consentDe = (): typeof CONSENT => ({
  missing: (rights) =>
    `Das Add-on braucht die Erlaubnis, ${listed(
      rights.map((right) => DARF[right]),
      'und',
    )}.`,
  allowNow: 'Im Fenster erlauben, das Google als Nächstes öffnet.',
  allow: 'Erweiterungen › influData › API-Schlüssel und Konto öffnen und erlauben.',
});
