import type { Account } from '../../sidebar/calls';

type Sections = NonNullable<Account['unknownSections']>;

const MOST_NAMED = 5;

/** `devices, lookalikes, and 4 more`. */
export function unknownNames(sections: Sections): string {
  const names = sections.map(({ name }) => name);
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more` : names.join(', ');
}

/** Names and types; no value of a person is in them. */
export const unknownReport = (sections: Sections): string =>
  [
    'influData for Google Sheets: sections of audience reports that it does not know (names and types, no data)',
    ...sections.map(({ name, form }) => `${name}: ${form}`),
  ].join('\n');
