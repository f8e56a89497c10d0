import { listed } from './count';

/** What the check of influData's replies asks, and what it found strange there. Names of fields and types are the API's. */
export const answerCheckEn = () => ({
  asked: {
    'cities of Germany': 'cities of Germany',
    'data status': 'data status',
    'queue for enrichment': 'queue for enrichment',
    'search with keywords': 'search with keywords',
    'audience report': 'audience report',
  },
  line: (asked: string, finding: string): string => `${asked}: ${finding}`,
  notReady: 'the report is not ready yet (1 request). Check again tomorrow.',
  notInDatabase: 'the creator is not in the database yet. Check again tomorrow.',
  notFound: 'the creator was not found',
  noReply: 'no reply came',
  notAsked: (why: string): string => `not checked. ${why}`,
  paused: 'not checked, because spending is paused',
  noTurn: 'not checked, because other calls are under way. Try again in a minute.',
  unreadable: "the add-on couldn't read this reply",
  missing: (fields: readonly string[]): string =>
    `the contract’s ${fields.join(', ')} ${fields.length > 1 ? 'are' : 'is'} missing`,
  wrongType: (field: string, types: readonly string[], expected: string): string =>
    `${field} is ${types.join(' or ')}, not ${expected}`,
  unknown: (fields: readonly string[]): string => `unknown: ${fields.join(', ')}`,
  fewFields: (expected: readonly string[], found: readonly string[]): string =>
    `of ${listed(expected)} only these were found: ${found.join(', ') || 'none'}`,
  unclearScale: (section: string, form: string): string =>
    `the scale of ${section} is unclear, so it is shown as it came (${form})`,
  counts: (section: string, form: string): string => `${section} holds numbers instead of shares (${form})`,
  unknownSection: (section: string, form: string): string => `unknown section ${section} (${form})`,
  noSection: 'no section of an audience was found',
});
