import { expect, test } from 'vitest';
import { formulaOf } from '../../src/client/form/copy-formula';

const formulaText = (separator: ',' | ';', platform: string, filters: string): string =>
  formulaOf({ name: 'INFLU_SEARCH', separator, values: [platform, filters] });

test('the formula is in the locale of the spreadsheet', () => {
  expect(formulaText(';', 'instagram', 'country=Germany; followerMin=10000')).toBe(
    '=INFLU_SEARCH("instagram"; "country=Germany; followerMin=10000")',
  );
  expect(formulaText(',', 'tiktok', 'country=Spain')).toBe('=INFLU_SEARCH("tiktok", "country=Spain")');
});

test('without filters the argument is left out, but not in front of another, nor where it comes first', () => {
  expect(formulaText(',', 'youtube', '')).toBe('=INFLU_SEARCH("youtube")');
  const posts = { name: 'INFLU_CONTENT', separator: ',' } as const;
  expect(formulaOf({ ...posts, values: [''] })).toBe('=INFLU_CONTENT("")');
  expect(formulaOf({ ...posts, values: ['', 5] })).toBe('=INFLU_CONTENT("", 5)');
});

test('quotes in a keyword are doubled, so that they cannot end the text', () => {
  expect(formulaText(',', 'instagram', 'keywords=the "best"')).toBe(
    '=INFLU_SEARCH("instagram", "keywords=the ""best""")',
  );
});
