/** How far talks with a creator are, in order; the fees of those who agreed are added up. */
export const STATUSES = {
  new: 'new',
  contacted: 'contacted',
  negotiating: 'negotiating',
  agreed: 'agreed',
  declined: 'declined',
  doNotContact: 'do not contact',
};
