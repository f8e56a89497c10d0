import type { WORDS } from '../words';

export const WORDS_DE: typeof WORDS = {
  free: 'kostenlos',
  requests: (figure, isOne) => figure + (isOne ? ' Anfrage' : ' Anfragen'),
  and: 'und',
  or: 'oder',
  justNow: 'gerade eben',
  minutesAgo: (minutes) => 'vor ' + minutes + ' Min.',
  hoursAgo: (hours) => 'vor ' + hours + ' Std.',
};
