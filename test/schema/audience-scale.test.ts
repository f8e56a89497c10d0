import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAudience } from '../../src/schema/audience';
import { audienceField } from '../../src/schema/audience-field';
import { examples } from '../setup/examples';

const LABELS: Record<string, readonly string[]> = {
  gender: ['female', 'male'],
  age: ['13-17', '18-24', '25-34', '35-44'],
  countries: ['Germany', 'Austria', 'France', 'Spain', 'Italy'],
  cities: ['Berlin', 'Vienna', 'Paris', 'Madrid'],
  languages: ['German', 'French', 'Spanish'],
  interests: ['fashion', 'beauty', 'travel', 'food'],
  quality: ['realPeople', 'massFollowers', 'influencers', 'suspicious'],
};
const WIRE: Record<string, string> = {
  gender: 'audienceGender',
  age: 'audienceAge',
  countries: 'audienceCountries',
  cities: 'audienceCities',
  languages: 'audienceLanguages',
  interests: 'audienceInterests',
  quality: 'audienceQuality',
};
/** Their largest line may be under 1 %, and so beside others in percent their small numbers fit both scales. */
const LONG_TAILS = new Set(['cities', 'interests', 'quality']);
const OVERLAPPING = new Set(['interests', 'quality', 'languages']);

type Scale = 'fraction' | 'percent';
type Style = 'object' | 'value' | 'percent' | 'group' | 'nested';
interface Drawn {
  name: string;
  scale: Scale;
  style: Style;
  /** In ten-thousandths. */
  shares: number[];
}

/** Shares of which the largest is more than 1 %; all of them together are no more than all, unless they may overlap. */
const sectionOf = (name: string): fc.Arbitrary<Drawn> =>
  fc
    .record({
      scale: fc.constantFrom<Scale>('fraction', 'percent'),
      style: fc.constantFrom<Style>('object', 'value', 'percent', 'group', 'nested'),
      weights: fc.tuple(...(LABELS[name] ?? []).map(() => fc.integer({ min: 0, max: 1000 }))),
      total: fc.integer({ min: 600, max: OVERLAPPING.has(name) ? 30_000 : 10_000 }),
    })
    .map(({ scale, style, weights, total }) => {
      const sum = weights.reduce((all, each) => all + each, 0) || 1;
      const shares = weights.map((weight) => Math.min(10_000, Math.floor((weight / sum) * total)));
      if (Math.max(...shares) <= 100) shares[0] = 101;
      return { name, scale, style: scale === 'fraction' && style === 'percent' ? 'value' : style, shares };
    });

function wireOf({ name, scale, style, shares }: Drawn): unknown {
  const lines = (LABELS[name] ?? []).map((label, index) => {
    const share = shares[index] ?? 0;
    return [label, scale === 'percent' ? share / 100 : share / 10_000] as const;
  });
  if (style === 'object') return Object.fromEntries(lines);
  if (style === 'nested') {
    const named = scale === 'percent' ? 'percent' : 'share';
    return Object.fromEntries(lines.map(([label, value]) => [label, { [named]: value, count: 1200 }]));
  }
  const [label, value] = style === 'group' ? ['group', 'weight'] : ['name', style];
  return lines.map(([each, number]) => ({ [label]: each, [value]: number }));
}

const numbers = fc.oneof(fc.integer({ min: -5, max: 1_000_000 }), fc.double({ min: 0, max: 200, noNaN: true }));
const unknown = fc.oneof(
  fc.dictionary(fc.constantFrom('ios', 'android', 'web', 'score'), numbers, { minKeys: 1 }),
  fc.array(fc.record({ name: fc.constantFrom('ada', 'bob'), followers: numbers }), { minLength: 1, maxLength: 4 }),
  numbers,
  fc.array(fc.constantFrom('nike', 'ikea'), { minLength: 1, maxLength: 3 }),
);
const further = fc.dictionary(
  fc.constantFrom('devices', 'lookalikes', 'qualityScore', 'size', 'platformUsage'),
  unknown,
);

const report = fc.record({
  sections: fc.tuple(...Object.keys(LABELS).map((name) => fc.option(sectionOf(name)))),
  further,
  wrapper: fc.constantFrom('', 'audience', 'audienceFollowers.data'),
});

function bodyOf({
  sections,
  further: more,
  wrapper,
}: {
  sections: (Drawn | null)[];
  further: object;
  wrapper: string;
}) {
  const known = sections.flatMap((each) => (each ? [[WIRE[each.name] ?? '', wireOf(each)]] : []));
  const audience = { ...more, ...(Object.fromEntries(known) as object) };
  if (wrapper === '') return { username: 'ada', ...audience };
  const inner = wrapper.split('.').reduceRight<object>((all, name) => ({ [name]: all }), audience);
  return { username: 'ada', ...inner };
}

/** Small numbers of a long tail beside a section that is in percent for sure. */
const fitsBoth = (one: Drawn, all: readonly (Drawn | null)[]): boolean =>
  LONG_TAILS.has(one.name) &&
  one.scale === 'fraction' &&
  all.some((other) => other?.scale === 'percent' && other !== one);

const RUNS = examples(200, 20_261_129);

describe('a mixture of known sections in either scale and unknown ones of any numbers', () => {
  test('leaves every known one right; one that fits both scales is shown as it came', () => {
    let untold = 0;
    fc.assert(
      fc.property(report, (drawn) => {
        const sections = new Map(parseAudience(bodyOf(drawn)).map((each) => [each.name, each]));
        for (const one of drawn.sections) {
          if (!one) continue;
          const read = sections.get(one.name);
          const factor = one.scale === 'percent' ? 100 : 10_000;
          if (fitsBoth(one, drawn.sections)) {
            untold++;
            expect([one.name, read?.as, read?.given?.map(({ value }) => value)]).toEqual([
              one.name,
              'untold',
              one.shares.map((share) => share / factor),
            ]);
            continue;
          }
          expect([one.name, read?.as]).toEqual([one.name, undefined]);
          read?.shares.forEach(({ label, share }, index) => {
            expect(label).toBe(LABELS[one.name]?.[index]);
            expect(share).toBeCloseTo((one.shares[index] ?? 0) / 10_000, 9);
          });
          expect(read?.shares).toHaveLength(one.shares.length);
        }
      }),
      RUNS,
    );
    expect(untold).toBeGreaterThan(25);
  });

  test('shows unknown ones with their own numbers, whatever the known ones are', () => {
    fc.assert(
      fc.property(report, (drawn) => {
        const sections = parseAudience(bodyOf({ ...drawn, wrapper: 'audience' }));
        for (const [name, wire] of Object.entries(drawn.further)) {
          const { given = [], shares } = sections.find((each) => each.name === name) ?? { shares: [] };
          expect(shares).toEqual([]);
          if (typeof wire === 'number') expect(given).toEqual([{ label: '', value: wire }]);
          else if (!Array.isArray(wire))
            expect(given).toEqual(Object.entries(wire as object).map(([label, value]) => ({ label, value })));
          else expect(given).toHaveLength(wire.length);
        }
      }),
      RUNS,
    );
  });
});

describe('a section is shown as it came where', () => {
  test.each([
    ['it counts people', 'countries', { DE: 12_000, AT: 90 }, 'counts'],
    ['its lines are more than all', 'gender', { female: 80, male: 70 }, 'counts'],
    ['a number is negative', 'interests', { chess: -3, go: 40 }, 'untold'],
    ['it is called percent and is nowhere above 1', 'gender', [{ name: 'female', percent: 0.6 }], 'untold'],
    ['cities up to 1 add up to more than all', 'cities', { London: 0.9, Paris: 0.8 }, 'untold'],
    ['it is a list', 'interests', ['fashion', 'beauty'], 'list'],
    ['a country has several numbers', 'countries', { DE: { male: 0.2, female: 0.3 } }, 'untold'],
  ])('%s', (_, name, wire, as) => {
    const [section] = parseAudience({ [WIRE[name] ?? '']: wire });
    expect(section).toMatchObject({ name, shares: [], as });
  });

  test.each([
    ['interests beside other sections', { audienceGender: { f: 0.5, m: 0.5 }, interests: ['fashion'] }, 'list'],
    ['interests of the creator', { interests: ['fashion'] }, undefined],
    ['a quality that is one number', { audience: { quality: 85 } }, 'unknown'],
  ])('%s', (_, body, as) => expect(parseAudience(body).at(-1)?.as).toBe(as));

  test('numbers by country under a wrapper’s name are one section', () => {
    const [section] = parseAudience({ audienceGeo: { DE: 45, AT: 10 } });
    expect(section).toMatchObject({ name: 'audienceGeo', as: 'unknown', given: [{ label: 'DE', value: 45 }, {}] });
  });

  test('a total of women and men is none of their shares', () => {
    const [section] = parseAudience({
      audienceAgeGender: [
        { age: '13-17', male: 10, female: 20, total: 30 },
        { age: '18-24', male: 30, female: 40, total: 70 },
      ],
    });
    expect(section?.shares.map(({ label, share }) => [label, share])).toEqual([
      ['13-17 male', 0.1],
      ['13-17 female', 0.2],
      ['18-24 male', 0.3],
      ['18-24 female', 0.4],
    ]);
  });

  test('interests that end like a count are shares all the same', () => {
    const [section] = parseAudience({ audienceInterests: { Discount: 0.3, 'Plus size': 0.2, followerCount: 1200 } });
    expect(section?.shares.map(({ label }) => label)).toEqual(['Discount', 'Plus size']);
    expect(section?.given).toEqual([{ label: 'followerCount', value: 1200 }]);
  });

  test('a score in it is none of its shares', () => {
    const [quality] = parseAudience({ audienceQuality: { realPeople: 0.8, suspicious: 0.1, score: 78 } });
    expect(quality?.shares.map(({ share }) => share)).toEqual([0.8, 0.1]);
    expect(quality?.given).toEqual([{ label: 'score', value: 78 }]);
  });
});

test('women and men in percent of each age are shares, although they add up to more than all', () => {
  const [section] = parseAudience({
    audienceAgeGender: { '13-17': { male: 40, female: 60 }, '18-24': { male: 35, female: 65 } },
  });
  expect(section?.shares.map(({ share }) => share)).toEqual([0.4, 0.6, 0.35, 0.65]);
});

const read = (field: string, body: Record<string, unknown>) => audienceField(field)?.read(parseAudience(body));

describe('a column of a report', () => {
  test('names the largest country, and never the rest', () => {
    const body = { audienceCountries: { Other: 60, DE: 30, AT: 10 } };
    expect([read('audienceCountry', body), read('audienceCountryShare', body)]).toEqual(['Germany', 0.3]);
  });

  test('names the largest also where the scale is unclear; a list, which has no sizes, is shown whole', () => {
    const gender = { female: 60, male: 40 };
    expect(read('audienceCity', { audienceGender: gender, audienceCities: { Rome: 0.2, Bonn: 0.5, Other: 0.9 } })).toBe(
      'Bonn',
    );
    expect(read('audienceInterest', { audienceInterests: ['fashion', 'beauty'] })).toBe('fashion, beauty');
  });
});
