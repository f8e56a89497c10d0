import type { Creator } from './creator';
import { drawStream } from './draw';
import { PLACES } from './places';
import { CATEGORY_KEYS } from './vocabulary';

/** One line of a breakdown: a name, a code where the field has one, a share of 0 to 1. */
export interface Slice {
  name: string;
  code?: string;
  share: number;
}

/** What the audience report says; shapes write it as {label: share} or as arrays of {name, code, percent}. */
export interface Audience {
  gender: Slice[];
  age: Slice[];
  ageByGender: { age: string; male: number; female: number }[];
  countries: Slice[];
  cities: Slice[];
  languages: Slice[];
  interests: Slice[];
  /** All shares of 0 to 1. */
  quality: { credibility: number; realPeople: number; influencers: number; massFollowers: number; suspicious: number };
}

const AGE_BANDS = ['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'];
const AGE_WEIGHTS = [8, 30, 33, 15, 8, 4, 2];

/** The report of one creator. Shares of a breakdown add up to 1 only where it is complete (gender, age); rounding shows. */
export function audienceOf(seed: number, creator: Creator): Audience {
  const next = drawStream(seed, creator.index, 701);
  const female = 0.2 + next() * 0.6;
  const ages = shares(AGE_WEIGHTS.map((weight) => weight * (0.5 + next())));
  const home = PLACES.find((place) => place.country === creator.country) ?? PLACES[0];
  const others = PLACES.filter((place) => place !== home && next() < 0.3).slice(0, 9);
  const homeShare = 0.35 + next() * 0.4;
  const countries = [
    ...(home ? [{ name: home.country, code: home.code, share: homeShare }] : []),
    ...falling(others, 1 - homeShare - 0.08, next).map(([place, share]) => ({
      name: place.country,
      code: place.code,
      share,
    })),
  ];
  const cities = [...(home?.cities ?? []).slice(0, 6), ...others.slice(0, 4).map((place) => place.cities[0] as string)];
  const languages = [...new Set([home?.language ?? 'en', 'en', ...others.map((place) => place.language)])].slice(0, 6);
  const interests = CATEGORY_KEYS.filter((key) => creator.categories.includes(key) || next() < 0.25).slice(0, 10);
  const suspicious = next() * 0.25;
  const mass = next() * 0.2;
  const influencers = next() * 0.08;
  return {
    gender: [
      { name: 'female', code: 'w', share: round4(female) },
      { name: 'male', code: 'm', share: round4(1 - female) },
    ],
    age: AGE_BANDS.map((name, i) => ({ name, share: round4(ages[i] ?? 0) })),
    ageByGender: AGE_BANDS.map((age, i) => {
      const part = Math.min(0.95, Math.max(0.05, female + (next() - 0.5) * 0.2));
      return { age, male: round4((ages[i] ?? 0) * (1 - part)), female: round4((ages[i] ?? 0) * part) };
    }),
    countries: countries.map(({ name, code, share }) => ({ name, code, share: round4(share) })),
    cities: falling(cities, 0.4, next).map(([name, share]) => ({ name, share: round4(share) })),
    languages: falling(languages, 0.96, next).map(([code, share]) => ({
      name: languageName(code),
      code,
      share: round4(share),
    })),
    interests: falling(interests, 1, next).map(([name, share]) => ({ name, share: round4(share) })),
    quality: {
      credibility: round4(1 - suspicious - mass / 2),
      realPeople: round4(1 - suspicious - mass - influencers),
      influencers: round4(influencers),
      massFollowers: round4(mass),
      suspicious: round4(suspicious),
    },
  };
}

/**
 * What else a report may hold: "device and platform usage, lookalike suggestions" (earlier texts), as counts, percent,
 * scores and lists, in no scale of the others.
 */
export function furtherSections(seed: number, creator: Creator): Record<string, unknown> {
  const next = drawStream(seed, creator.index, 702);
  const ios = Math.round(20 + next() * 60);
  const lookalike = (place: number) => ({
    username: `like_${creator.index}_${place}`,
    followers: Math.round(1000 + next() * 90_000),
  });
  return {
    devices: { ios, android: 100 - ios },
    platformUsage: [
      { name: 'instagram', count: Math.round(next() * 9000) },
      { name: 'tiktok', count: Math.round(next() * 9000) },
    ],
    lookalikes: [lookalike(1), lookalike(2), lookalike(3)],
    qualityScore: { score: Math.round(30 + next() * 60) },
    size: 5000 + Math.round(next() * 100_000),
    brands: ['ikea', 'lego'],
  };
}

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

function languageName(code: string): string {
  return LANGUAGE_NAMES.of(code) ?? code;
}

function shares(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, each) => total + each, 0);
  return weights.map((each) => each / sum);
}

/** Each gets less than the one before; together `total`. */
function falling<T>(items: readonly T[], total: number, next: () => number): [T, number][] {
  const weights = shares(items.map((_, i) => (0.6 + next() * 0.4) * 0.62 ** i));
  return items.map((item, i) => [item, (weights[i] ?? 0) * total]);
}

function round4(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
