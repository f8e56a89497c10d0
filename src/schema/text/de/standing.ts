import type { standingEn } from '../standing';

export const standingDe = (): ReturnType<typeof standingEn> => ({
  from: (day) => `vom ${day}`,
  analyzedSince: (day) => `in Arbeit seit ${day}`,
  collecting: 'influData sammelt noch',
  paidOn: (day) => `bezahlt am ${day}, nicht mehr gespeichert`,
  unreadable: 'die letzte Antwort war nicht lesbar',
  private: 'privates Konto',
});
