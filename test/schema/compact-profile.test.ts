import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compactProfile, expandProfile } from '../../src/gate/compact-profile';
import { parseProfile, type Profile } from '../../src/schema/profile';
import { ID_AT, PLATFORM_ID_AT } from '../../src/gate/durable-record';
import { examples } from '../setup/examples';

const DAY_MS = 86_400_000;
const KEY = 'profile:instagram/adidas';
const FIRST_DAY = Date.parse('2026-01-01T00:00:00Z');
const pointOf = (day: number, followers: number) => ({
  date: new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10),
  values: { followers },
});
const profileOf = (scalars: Profile['scalars'], timeline: Profile['timeline'] = []): Profile => ({
  scalars,
  timeline,
  body: {},
});
/** As it comes back from a property. */
const kept = (profile: Profile, whole = false): ReturnType<typeof expandProfile> =>
  expandProfile(JSON.parse(JSON.stringify(compactProfile(profile, KEY, whole))) as never, KEY);

describe('a profile that was kept', () => {
  test('has its ids where names are looked up', () => {
    const { scalars } = compactProfile(profileOf({ id: '507f', platformId: '42' }), KEY);
    expect([scalars[ID_AT], scalars[PLATFORM_ID_AT]]).toEqual(['507f', '42']);
  });

  test('has the scalars that it had', () => {
    const { scalars } = parseProfile({
      _id: '507f',
      username: 'adidas',
      platform: 'instagram',
      bio: '=1+1',
      verified: false,
      followers: 0,
      engagementMean: 4.25,
      growthRate: -0.5,
      categories: ['sports', 'fashion'],
      lastRefreshDate: '2026-11-20T10:00:00.000Z',
    });
    expect(kept(profileOf(scalars)).scalars).toEqual(scalars);
    // Where each stands is what stored documents rest on: new ones come at the end.
    expect(compactProfile(profileOf(scalars), KEY).scalars.map((value, at) => (value === null ? '' : at))).toEqual([
      0,
      '',
      '',
      '',
      4,
      5,
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      13,
      '',
      '',
      '',
      17,
      '',
      '',
      20,
      21,
      '',
      '',
      '',
      '',
      '',
      27,
    ]);
  });

  test('has the first 160 characters of a bio, cut between characters; with `whole` all of it', () => {
    const bio = '🎉'.repeat(300);
    const { scalars } = kept(profileOf({ bio }));
    expect(scalars['bio']).toBe(`${'🎉'.repeat(159)}…`);
    expect(kept(profileOf({ bio }), true).scalars['bio']).toBe(bio);
  });

  test('has no half of a link', () => {
    expect(kept(profileOf({ pictureUrl: `https://x.example/${'a'.repeat(300)}` })).scalars).not.toHaveProperty(
      'pictureUrl',
    );
  });

  test('tells a field that came after it was kept from one that was not there', () => {
    const before = compactProfile(profileOf({ id: '507f', lastRefreshDate: '2026-11-20T10:00:00.000Z' }), KEY);
    const after = compactProfile(profileOf({ id: '507f', platformId: '17841' }), KEY);
    expect(expandProfile(before, KEY).lost).toEqual(new Set(['platformId']));
    expect(expandProfile(after, KEY)).toMatchObject({ scalars: { id: '507f', platformId: '17841' }, lost: new Set() });
  });

  test('has no id that is too long to pack, and says so', () => {
    const profile = profileOf({ platformId: `MS4wLjABAAAA${'x'.repeat(64)}` });
    expect(kept(profile).scalars).not.toHaveProperty('platformId');
    expect(kept(profile).lost).toEqual(new Set(['platformId']));
    expect(kept(profile, true).scalars).toEqual({ ...kept(profile).scalars, ...profile.scalars });
  });

  test('has names in place of codes, also where it was kept with a code', () => {
    expect(kept(profileOf({ country: 'DE', language: 'pt-BR' })).scalars).toMatchObject({
      country: 'Germany',
      language: 'Portuguese',
    });
  });

  test('has the newest point of its timeline and one a week before it, in order, each as it was', () => {
    const timelines = fc
      .uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 80 })
      .map((days) => days.sort((left, right) => left - right));
    fc.assert(
      fc.property(timelines, fc.array(fc.nat(1e9), { minLength: 80, maxLength: 80 }), (days, counts) => {
        const timeline = days.map((day, index) => pointOf(day, counts[index] ?? 0));
        const points = kept(profileOf({}, timeline)).timeline;
        expect(points.at(-1)).toEqual(timeline.at(-1));
        const dates = points.map(({ date }) => date);
        expect(dates).toEqual([...new Set(dates)].sort());
        const values = new Set(timeline.map(({ values: { followers } }) => followers));
        for (const {
          values: { followers },
        } of points)
          expect(values).toContain(followers);
        expect(points.length).toBeLessThanOrEqual(104);
      }),
      examples(60),
    );
  });
});
