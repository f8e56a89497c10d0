import type { clientEn } from '../client-sheet';

export const clientDe = (): ReturnType<typeof clientEn> => ({
  creator: 'Creator',
  platform: 'Plattform',
  decision: 'Entscheidung',
  comment: 'Kommentar',
  decisions: ['freigeben', 'ablehnen', 'vielleicht'],
  ownDecision: 'Kundenentscheidung',
  ownComment: 'Kundenkommentar',
  sheetName: (list) => `${list} für Kunden`,
  unfinished: '(noch nicht fertig)',
  columnNamed: (letters) => `Spalte ${letters}`,
  protection: 'Auszufüllen sind nur Entscheidung und Kommentar.',
});
