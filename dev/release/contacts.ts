import { isRecord, parseJson } from '../../src/core/text';

export const CONTACTS_FILE = 'release.config.json';

/** Who publishes, and where people and researchers turn to. All of them are public. */
export const CONTACTS = {
  publisher: /\S/,
  supportEmail: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  securityEmail: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  homeUrl: /^https:\/\/\S+$/,
  privacyUrl: /^https:\/\/\S+$/,
  termsUrl: /^https:\/\/\S+$/,
} as const;

export type Contacts = Record<keyof typeof CONTACTS, string>;

const FORM = 'Its form is in docs/publish/README.md, Contacts.';

/** What is wrong with the file. */
export function contactRefusals(text: string | undefined): string[] {
  if (text === undefined) return [`There is no ${CONTACTS_FILE}. ${FORM}`];
  const given = parseJson(text);
  if (!isRecord(given)) return [`${CONTACTS_FILE} is not JSON. ${FORM}`];
  return Object.entries(CONTACTS)
    .filter(([name, form]) => typeof given[name] !== 'string' || !form.test(given[name]))
    .map(([name]) => `${CONTACTS_FILE} has no valid ${name}.`);
}

/** A text of docs/publish with the contacts in their places, such as `{{supportEmail}}`. */
export const withContacts = (text: string, contacts: Contacts): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const contact = contacts[name as keyof Contacts] as string | undefined;
    if (contact === undefined) throw new Error(`${CONTACTS_FILE} has no place for ${place}.`);
    return contact;
  });
