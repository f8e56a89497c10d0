import type { STATUSES } from '../status';

export const statusesDe = (): typeof STATUSES => ({
  new: 'neu',
  contacted: 'kontaktiert',
  negotiating: 'in Verhandlung',
  agreed: 'zugesagt',
  declined: 'abgesagt',
  doNotContact: 'nicht kontaktieren',
});
