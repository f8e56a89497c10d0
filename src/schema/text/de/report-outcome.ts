import type { outcomeEn } from '../report-outcome';

export const outcomeDe = (): ReturnType<typeof outcomeEn> => ({
  pending: 'in Arbeit',
  noAudience: 'ohne Audience-Daten',
  notFound: 'nicht gefunden',
  queued: 'eingereiht',
  notAvailable: 'nicht verfügbar',
  failed: (why) => `fehlgeschlagen: ${why}`,
  failures: {
    badInput: 'influData nimmt so ein Handle nicht an',
    rejected: 'influData hat dieses Handle nicht angenommen',
    busy: 'influData bekam zu viele Anfragen',
    apiDown: 'influData hatte ein Problem',
    unreachable: 'influData war nicht erreichbar',
    unreadable: 'die Antwort von influData war nicht lesbar',
    unchecked: 'der Datenstand war nicht lesbar',
    gone: 'nicht mehr gespeichert',
  },
});
