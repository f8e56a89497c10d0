import { describe, expect, test } from 'vitest';
import { parseAudience } from '../../src/schema/audience';

/** One breakdown by itself. */
const parseShares = (wire: unknown) => parseAudience({ audience: { ageGender: wire } })[0]?.shares ?? [];

const GENDER = [
  { label: 'female', share: 0.6 },
  { label: 'male', share: 0.4 },
];

describe('a breakdown reads the same', () => {
  test.each([
    ['as {label: share}', { female: 0.6, male: 0.4 }],
    ['as {label: percent}', { female: 60, male: 40 }],
    ['as {label: text in percent}', { female: '60%', male: '40.0 %' }],
    ...['value', 'percent', 'share', 'weight', 'ratio', 'percentage'].map((name): [string, unknown] => [
      `as an array with ${name} of 0..100`,
      [
        { name: 'female', [name]: 60 },
        { name: 'male', [name]: 40 },
      ],
    ]),
    ...['value', 'share', 'weight', 'ratio'].map((name): [string, unknown] => [
      `as an array with ${name} of 0..1`,
      [
        { label: 'female', [name]: 0.6 },
        { label: 'male', [name]: 0.4 },
      ],
    ]),
  ])('%s', (_, wire) => expect(parseShares(wire)).toEqual(GENDER));

  test.each(['name', 'label', 'code', 'country', 'city', 'language', 'age'])('labelled by %s', (name) => {
    expect(parseShares([{ [name]: 'x', weight: 0.5 }])).toEqual([{ label: 'x', share: 0.5 }]);
  });

  test('a name goes before its code', () => {
    expect(parseShares([{ code: 'DE', country: 'Germany', percent: 40 }])).toEqual([{ label: 'Germany', share: 0.4 }]);
  });

  test.each([
    ['an object of objects', { '13-17': { male: 0.1, female: 0.9 } }],
    ['an array with both', [{ age: '13-17', male: 10, female: 90 }]],
    [
      'an array with one each',
      [
        { age: '13-17', gender: 'male', percent: 10 },
        { age: '13-17', gender: 'female', percent: 90 },
      ],
    ],
  ])('age by gender as %s', (_, wire) => {
    expect(parseShares(wire)).toEqual([
      { label: '13-17 male', share: 0.1 },
      { label: '13-17 female', share: 0.9 },
    ]);
  });

  test.each([[undefined], [null], ['text'], [42], [[]], [{}], [['a', 'b']], [[{ name: 'x', percent: 'many' }]]])(
    'what is none is empty: %j',
    (wire) => expect(parseShares(wire)).toEqual([]),
  );
});

describe('a report', () => {
  test('shares that overlap and add up to more than 1 stay shares', () => {
    const quality = { credibility: 0.9, realPeople: 0.8, suspicious: 0.1 };
    const [, section] = parseAudience({ audienceGender: { female: 0.6, male: 0.4 }, audienceQuality: quality });
    expect(section?.shares.map(({ share }) => share)).toEqual([0.9, 0.8, 0.1]);
  });

  test('a long tail of small numbers beside percent is shown as it came, and says so', () => {
    const [gender, interests] = parseAudience({
      audience: { gender: { female: 60, male: 40 }, interests: { chess: 0.8, go: 0.2 } },
    });
    expect(gender?.shares).toEqual(GENDER);
    expect(interests).toEqual({
      name: 'interests',
      label: 'Interests',
      shares: [],
      given: [
        { label: 'chess', value: 0.8 },
        { label: 'go', value: 0.2 },
      ],
      as: 'untold',
    });
  });

  test("the creator's own gender and country are no audience", () => {
    expect(parseAudience({ gender: 'w', country: 'Germany', age: 31, followers: 12, language: 'de' })).toEqual([]);
  });

  test('an unknown breakdown of the audience keeps its own name; its wrapper is none', () => {
    const sections = parseAudience({ user: { audience: { gender: { f: 0.5, m: 0.5 }, devices: { ios: 0.7 } } } });
    expect(sections.map(({ name }) => name)).toEqual(['gender', 'devices']);
  });

  test.each(['', 'user', 'profile', 'data'])('is found below the wrapper %j', (wrapper) => {
    const inner = { audienceGender: { female: 0.6, male: 0.4 } };
    const [section] = parseAudience(wrapper === '' ? inner : { [wrapper]: inner });
    expect(section).toEqual({ name: 'gender', label: 'Gender', shares: GENDER });
  });
});
