/** The client sheet's words. A second language is a second object of this type. */
export const clientEn = () => ({
  creator: 'Creator',
  platform: 'Platform',
  decision: 'Decision',
  comment: 'Comment',
  decisions: ['approve', 'decline', 'maybe'],
  /** Columns of the list that decisions come back to. */
  ownDecision: 'Client decision',
  ownComment: 'Client comment',
  sheetName: (list: string): string => `${list} for client`,
  unfinished: '(not finished)',
  columnNamed: (letters: string): string => `Column ${letters}`,
  /** Of the protection: Google shows it in its list of protected sheets. */
  protection: 'Only Decision and Comment are meant to be filled in.',
});
