import type { conflictTextEn } from '../conflict';
import { anzahl, zahl } from './count';

export const conflictDe = (): ReturnType<typeof conflictTextEn> => ({
  brandsTitle: 'Marken',
  brandsHint:
    'Eine Marke je Zeile. „Zählt als“ nimmt, was Leute schreiben, durch Kommas getrennt: Wörter (just do it), @Handles, #Hashtags. Leer: der Name der Marke.',
  brandsSigns: 'Ein Wort zählt als Wort, als @Handle und als #Hashtag. Mit @ oder # davor zählt nur das.',
  brand: 'Marke',
  countsAs: 'Zählt als',
  whose: 'Wessen',
  competitor: 'Wettbewerb',
  yours: 'Eigene',

  title: 'Konfliktprüfung',
  about: (sheet, day) => `Creator aus „${sheet}“, ${day}.`,
  legend:
    'Erwähnungen und das letzte Datum, aus Kooperationen der Timeline und aus Beiträgen. „keine“ heißt: nachgesehen, „unbekannt“: noch nicht.',
  competitors: 'Wettbewerber',
  own: 'Eigene',
  lookedAt: 'Nachgesehen in',
  creator: 'Creator',
  platform: 'Plattform',
  conflicts: 'Konflikte',
  timeline: 'Timeline',
  posts: 'Beiträge',
  unknown: 'unbekannt',
  none: 'keine',
  noneInTimeline: 'keine in Timeline',
  noneInPosts: 'keine in Beiträgen',
  mentions: (times, day) => zahl(times) + (day === '' ? '' : ` · ${day}`),
  span: (from, to) => (from === to ? from : `${from} bis ${to}`),
  postsRead: (posts, span) => anzahl(posts, 'Beitrag', 'Beiträge') + (span === '' ? '' : `, ${span}`),
  whyUnknown: {
    unsaved: 'nicht geholt',
    noMentions: 'ohne Kooperationen',
    notFound: 'nicht gefunden',
    queued: 'wird noch gesammelt',
    unreadable: 'Antwort unlesbar',
    noPosts: 'nicht geholt',
    nonePosts: 'influData hatte keine',
  },
  becauseOf: (why) => `unbekannt: ${why}`,
});
