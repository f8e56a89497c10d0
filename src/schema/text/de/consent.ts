import type { Right } from '../../../core/ports';
import type { consentEn } from '../consent';
import { listed } from '../count';

const DARF: Record<Right, string> = {
  sheet: 'diese Tabelle zu lesen und zu ändern',
  web: 'influData zu erreichen',
  page: 'die Seitenleiste zu zeigen',
  schedule: 'zu arbeiten, wenn niemand da ist',
  bigquery: 'in BigQuery zu schreiben',
};

const fehlt = (rights: readonly Right[]): string =>
  `Das Add-on braucht die Erlaubnis, ${listed(
    rights.map((right) => DARF[right]),
    'und',
  )}.`;

export const consentDe = (): ReturnType<typeof consentEn> => ({
  missing: fehlt,
  refused: (rights) => `${fehlt(rights)} Erweiterungen › influData › API-Schlüssel und Konto öffnen und erlauben.`,
  allowNow: 'Im Fenster erlauben, das Google als Nächstes öffnet.',
});
