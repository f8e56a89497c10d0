import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Creator } from '../../dev/standin/creator';
import { PROFILE_SHAPES, type ProfileShape } from '../../dev/standin/profile-shape';
import type { Truth } from '../../dev/standin/truth';
import { createAddon, type Addon } from '../setup/addon';
import { expectLedgerToAgree } from '../setup/ledger';
import { columnOf as contentColumn, pulled } from '../sidebar/content';
import { columnOf, enriched } from '../sidebar/enrich';
import { chartsOf, reported, select } from '../sidebar/report';
import { creatorByShape, LISTS, sharesOf, UNTOLD, type Lines } from './truth';

let addon: Addon;
let creators: Map<ProfileShape, Creator>;
beforeAll(async () => {
  addon = await createAddon({ standin: { creators: 600 } });
  addon.setSettings({ audienceInFormulas: true, followersFromStatus: false, maxRequestsPerDay: 100_000 });
  creators = creatorByShape(addon);
});
afterAll(() => {
  expectLedgerToAgree(addon);
  return addon.close();
});

const of = (shape: ProfileShape): { handle: string; truth: Truth } => {
  const creator = creators.get(shape);
  if (!creator) throw new Error(`nobody is ${shape}`);
  return { handle: creator.username, truth: addon.standin.creators.truth(creator) };
};
const rows = (shown: unknown): unknown[][] => shown as unknown[][];
const handles = (): string[] => PROFILE_SHAPES.map((shape) => of(shape).handle);
const top = (lines: Lines = []): Lines[number] => lines.toSorted(([, left], [, right]) => right - left)[0] ?? ['', 0];
/** `Other` is no country of the truth. */
const isTold = ([, label]: unknown[]): boolean => label !== 'Other';

describe.each(PROFILE_SHAPES)('answers of shape %s', (shape) => {
  test('say the same in formulas as they mean', async () => {
    const { handle, truth } = of(shape);
    expect(await addon.shown('INFLU_FOLLOWERS', 'instagram', handle)).toBe(truth.followers);
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle)).toBe(truth.engagement);
    const fields = 'profileScore, platformId, pictureUrl';
    const [row] = rows(await addon.shown('INFLU_PROFILE', 'instagram', handle, fields));
    expect(row).toEqual([truth.profileScore, truth.platformId, expect.stringMatching(/^https:/)]);
    expect(rows(await addon.shown('INFLU_TIMELINE', 'instagram', handle)).at(-1)?.[1]).toBe(truth.followers);
  });

  test('give each section in INFLU_AUDIENCE its own scale, and say of the rest what it is', async () => {
    const { handle, truth } = of(shape);
    const table = rows(await addon.shown('INFLU_AUDIENCE', 'instagram', handle)).filter(isTold);
    for (const [section, lines] of Object.entries(sharesOf(truth))) {
      const shown = table.filter(([name]) => name === section).map((row) => row.slice(1));
      const isList = LISTS[shape]?.includes(section) ?? false;
      expect([section, shown.map(([label]) => label)]).toEqual([section, lines.map(([label]) => label)]);
      lines.forEach(([, share], index) => {
        if (isList) expect(shown[index]?.slice(1)).toEqual(['', 'a list without shares']);
        else expect(shown[index]?.[1]).toBeCloseTo(share, 6);
        if (shape === 'grouped' && section === 'Countries')
          expect(shown[index]?.[2]).toBe(Math.round(share * truth.followers));
        if (UNTOLD[shape]?.includes(section)) expect(shown[index]?.[2]).toMatch(/its scale is unclear/);
      });
    }
  });

  test('leave sections that nobody knows as they came', async () => {
    const { handle } = of(shape);
    const table = rows(await addon.shown('INFLU_AUDIENCE', 'instagram', handle));
    const further = table.filter(([, , , beside]) => beside === 'as influData gave it');
    const isFurther = shape === 'nested' || shape === 'grouped' || shape === 'labelled';
    expect(further.length > 0).toBe(isFurther);
    if (!isFurther) return;
    const named = (name: RegExp) => further.filter(([section]) => name.test(String(section)));
    expect(named(/devices/i).map(([, , value]) => value)).toHaveLength(2);
    expect(named(/devices/i).reduce((sum, [, , value]) => sum + Number(value), 0)).toBe(100);
    expect(named(/size/i).every(([, , value]) => Number(value) >= 5000)).toBe(true);
    expect(
      named(/lookalikes/i).every(([, label, value]) => String(label).startsWith('like_') && Number(value) > 999),
    ).toBe(true);
  });
});

test('a run over creators of all shapes writes what each means', async () => {
  const names = {
    followers: 'Followers',
    engagement: 'Engagement %',
    audienceFemale: 'Audience female',
    audienceAgeShare: 'Audience age share',
    audienceCountry: 'Audience country',
    audienceCountryShare: 'Audience country share',
    audienceLanguage: 'Audience language',
  };
  select(addon, handles());
  await enriched(addon, { fields: Object.keys(names) });
  const columns = Object.values(names).map((header) => columnOf(addon, header));
  PROFILE_SHAPES.forEach((shape, index) => {
    const { truth, handle } = of(shape);
    const { Gender, Age, Countries, Languages } = sharesOf(truth);
    const row = columns.map((column) => column[index]);
    expect([handle, ...row.slice(0, 2)]).toEqual([handle, truth.followers, truth.engagement]);
    expect(row[2]).toBeCloseTo(Gender?.find(([label]) => label === 'female')?.[1] ?? 0, 6);
    expect(row[3]).toBeCloseTo(top(Age)[1], 6);
    expect(row[4]).toBe(top(Countries)[0]);
    expect(row[5]).toBeCloseTo(top(Countries)[1], 6);
    expect(row[6]).toBe(top(Languages)[0]);
  });
});

test('reports of all shapes chart what each means', async () => {
  const before = addon.charged();
  select(addon, handles());
  const { sheets, state } = await reported(addon);
  expect([state, sheets.length, addon.charged() - before]).toEqual(['done', PROFILE_SHAPES.length, 0]);
  await addon.emulator.recalculate();
  for (const shape of PROFILE_SHAPES) {
    const { handle, truth } = of(shape);
    const name = sheets.find((each) => each.startsWith(`${handle} `)) ?? '';
    const charts = new Map(chartsOf(addon, name).map(({ title, table }) => [title, table]));
    const shares = sharesOf(truth);
    for (const [title, section] of [
      ['Top countries', 'Countries'],
      ['Top cities', 'Cities'],
      ['Languages', 'Languages'],
    ] as const) {
      const largest = (shares[section] ?? []).toSorted(([, left], [, right]) => right - left).slice(0, 8);
      const shown = (charts.get(title) ?? []).filter(([label]) => label !== 'Other');
      expect([shape, title, shown.length]).toEqual([shape, title, Math.min(8, largest.length)]);
      shown.forEach(([, share], index) => expect(share).toBeCloseTo(largest[index]?.[1] ?? 0, 6));
    }
    const block = addon.emulator.spreadsheet.sheet(name).values('H10:K60');
    const [head = [], first = []] = [block[0], block.find(([section]) => section === 'Countries')];
    expect([shape, head[3]]).toEqual([shape, shape === 'grouped' ? 'People' : '']);
    if (shape === 'grouped') expect(first[3]).toBe(Math.round(Number(first[2]) * truth.followers));
    const texts = addon.emulator.spreadsheet.sheet(name).values('A1:A120').flat().map(String);
    const isUntold = texts.some((text) =>
      /because its scale is unclear: Cities, Interests, Follower quality\./.test(text),
    );
    expect([shape, isUntold]).toEqual([shape, shape === 'labelled']);
  }
});

test('posts have their further fields in columns of their own, with names and without markup', async () => {
  const { handle, truth } = of('nested');
  const { sheet } = await pulled(addon, { filters: { platform: 'instagram', username: handle, followerMin: '0' } });
  const creator = creators.get('nested');
  const posts = creator ? addon.standin.posts.of(creator) : [];
  const byId = new Map(posts.map((post) => [post.contentId, post]));
  const ids = contentColumn(addon, sheet, 'Content id').map(String);
  expect(ids).toHaveLength(posts.length);
  const column = (header: string): unknown[] => contentColumn(addon, sheet, header);
  expect(column('Shares').every((cell) => typeof cell === 'number')).toBe(true);
  expect(column('Saves').every((cell) => typeof cell === 'number')).toBe(true);
  ids.forEach((id, index) => {
    const { hashtags = [], mentions = [] } = byId.get(id) ?? {};
    expect(column('Keywords')[index]).toBe(hashtags.join(', '));
    expect(column('Sponsored')[index]).toBe(mentions.length > 0 ? 'Yes' : 'No');
    expect(column('Brand mentions')[index]).toBe(mentions.map((each) => each.slice(1)).join(', '));
    const [[country, share] = ['', 0]] = sharesOf(truth)['Countries'] ?? [];
    expect(String(column('Audience countries')[index])).toContain(`${country} ${Math.round(share * 1000) / 10}%`);
    expect(String(column('Audience gender')[index])).toMatch(/Women \d/);
  });
});

test('a comparison says what it leaves blank', async () => {
  select(
    addon,
    ['flat', 'labelled'].map((shape) => of(shape as ProfileShape).handle),
  );
  const before = addon.charged();
  const { sheets } = await reported(addon, { kind: 'comparison' });
  expect(addon.charged() - before).toBe(0);
  const [[text] = []] = addon.emulator.spreadsheet.sheet(sheets[0] ?? '').values('A2:A2');
  expect(String(text)).toContain(`because the scale is unclear: Follower quality of ${of('labelled').handle}.`);
});
