import { count, price } from '../format';

interface Stored {
  creators: number;
  reports: number;
  pages: number;
  requests: number;
}

const parts = ({ creators, reports, pages }: Stored): string =>
  [
    count(creators, 'creator'),
    ...(reports > 0 ? [count(reports, 'report')] : []),
    ...(pages > 0 ? [count(pages, 'page')] : []),
  ].join(', ');

const again = (requests: number): string =>
  requests === 0 ? 'Getting it again is free.' : 'Getting it all again: ' + price(requests) + '.';

/** Account: what is saved, and deleting it. */
export const STORED_DATA = {
  title: 'Saved data',
  look: 'Show what is saved · free',
  saved: (stored: Stored): string =>
    stored.creators + stored.pages === 0 ? 'Nothing is saved.' : parts(stored) + ' saved. ' + again(stored.requests),
  hint: 'Keys, caps and what you spent stay. Cells keep what they show.',
  delete: 'Delete…',
  action: 'What to delete',
  actions: { creator: 'One creator', tab: 'The hidden data tab', all: 'Everything saved' },
  platform: 'Platform',
  creator: 'Handle or link',
  noCreator: 'Enter a handle or link.',
  ask: {
    creator: (name: string): string =>
      'Delete what is saved about ' + name + '? Formulas that still use it pay for it again.',
    tab: "Delete the hidden data tab? What you paid for still shows as paid and isn't bought again by itself. Getting details again costs requests.",
    all: (stored: Stored): string =>
      'Delete ' +
      parts(stored) +
      ', saved searches and lists? Formulas that still use it pay for it again' +
      (stored.requests > 0 ? ': up to ' + price(stored.requests) : '') +
      '. Freeze them first if you want to keep their values.',
  },
  yes: 'Delete',
  deleted: ({ creators, pages, requests, reports }: Stored): string =>
    creators + pages + reports === 0
      ? 'Nothing was saved.'
      : 'Deleted: ' +
        parts({ creators, reports, pages, requests }) +
        ". Google's cache forgets the rest within 6 hours.",
  tabDeleted: 'The data tab is deleted.',
};
