import { expect, test } from 'vitest';
import { ageGenders, ageLabel, genderLabel, shareLabel, sharesByLabel } from '../../src/sheet/audience-label';

test.each([
  ['18-24', '18-24'],
  ['18 – 24', '18-24'],
  ['AGE_18_24', '18-24'],
  ['65+', '65+'],
  ['65-', '65+'],
  ['over 65', '65+'],
  ['unknown', 'unknown'],
])('the age %s is %s', (text, label) => expect(ageLabel(text)).toBe(label));

test.each([
  ['F', 'Women'],
  ['w', 'Women'],
  ['Female', 'Women'],
  ['m', 'Men'],
  ['unknown', 'Unknown'],
])('the gender %s is %s', (text, label) => expect(genderLabel(text)).toBe(label));

test.each([
  ['countries', 'de', 'Germany'],
  ['countries', 'GERMANY', 'Germany'],
  ['countries', 'USA', 'United States'],
  ['countries', 'Atlantis', 'Atlantis'],
  ['languages', 'en-US', 'English'],
  ['languages', 'german', 'German'],
  ['interests', 'fitness', 'Fitness & Wellness'],
  ['quality', 'massFollowers', 'Mass followers'],
  ['cities', 'de', 'de'],
])('in %s, %s is %s', (section, text, label) => expect(shareLabel(section, text)).toBe(label));

const both = (labels: string[]) => ({
  name: 'ageGender',
  label: 'Age by gender',
  shares: labels.map((label, index) => ({ label, share: (index + 1) / 10 })),
});

test('age by gender is parted whichever comes first, and adds up to age and to gender', () => {
  const section = both(['13-17 female', '13-17 male', 'F.18-24']);
  expect(ageGenders(section)?.map(({ age, gender }) => [age, gender])).toEqual([
    ['13-17', 'Women'],
    ['13-17', 'Men'],
    ['18-24', 'Women'],
  ]);
  expect([...sharesByLabel([section], 'age')].map(([label, share]) => [label, share.toFixed(1)])).toEqual([
    ['13-17', '0.3'],
    ['18-24', '0.3'],
  ]);
  expect(ageGenders(both(['13-17 female', 'everybody']))).toBeUndefined();
});

test('women and men as shares of each age add up to no share of age', () => {
  const section = {
    ...both([]),
    shares: ['13-17', '18-24']
      .flatMap((age) => [`${age} male`, `${age} female`])
      .map((label) => ({ label, share: 0.5 })),
  };
  expect(sharesByLabel([section], 'age').size).toBe(0);
  expect(ageGenders(section)).toHaveLength(4);
});
