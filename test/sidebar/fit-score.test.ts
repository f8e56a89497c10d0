import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FitTargets } from '../../src/sidebar/report-calls';
import { createAddon, type Addon } from '../setup/addon';
import { refusal, value } from './page';
import { read, reported, select } from './report';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 300 } });
});
afterEach(() => addon.close());

/** A report of our own, so that the numbers below can be worked by hand. */
function answers(handle: string, audience: Record<string, unknown>): void {
  const text = JSON.stringify({
    _id: `id-${handle}`,
    platform: 'instagram',
    username: handle,
    followers: 1000,
    ...audience,
  });
  addon.standin.faults.add({ endpoint: 'getUserData', creator: handle, body: { text } });
}

const ASKED = { countries: ['Germany', 'Austria'], ages: ['18-24', '25-34'], gender: 'w' as const, languages: ['de'] };
const fit = (targets: Partial<FitTargets> = {}) =>
  value(addon, 'fitScore', { platform: 'instagram', targets: { ...ASKED, ...targets } });

/** Countries, ages, gender, languages, fit of each creator. */
async function rows(sheet: string): Promise<unknown[][]> {
  await addon.emulator.recalculate();
  return addon.emulator.spreadsheet
    .sheet(sheet)
    .values('A12:H14')
    .filter(([name]) => name !== '')
    .map(([name, , , ...shares]) => [
      name,
      ...shares.map((share) => (typeof share === 'number' ? Number(share.toFixed(6)) : share)),
    ]);
}

async function threeReports(): Promise<void> {
  // Names, 0..1.
  answers('adidas', {
    audienceCountries: { Germany: 0.5, Austria: 0.1, Spain: 0.2 },
    audienceAge: { '13-17': 0.1, '18-24': 0.3, '25-34': 0.4, '35-44': 0.2 },
    audienceGender: { female: 0.6, male: 0.4 },
    audienceLanguages: { German: 0.5, English: 0.3 },
  });
  // Codes in arrays, 0..100, another spelling of ages and genders; German is not among the languages.
  answers('nike', {
    audienceCountries: [
      { code: 'US', percent: 70 },
      { code: 'de', percent: 8 },
    ],
    audienceAge: [
      { label: '18 - 24', percent: 25 },
      { label: '25–34', percent: 25 },
    ],
    audienceGender: [
      { code: 'W', percent: 20 },
      { code: 'M', percent: 80 },
    ],
    audienceLanguages: [{ code: 'en', percent: 90 }],
  });
  // Age by gender alone, and no languages.
  answers('zara', {
    audienceCountries: { Spain: 0.9 },
    audienceAgeGender: {
      '18-24': { female: 0.2, male: 0.1 },
      '25-34': { female: 0.3, male: 0.1 },
      '35-44': { female: 0.2, male: 0.1 },
    },
  });
  select(addon, ['adidas', 'nike', 'zara']);
  await reported(addon);
  select(addon, ['adidas', 'nike', 'zara', 'natgeo']);
}

test('shares and their product, as worked by hand; nothing is charged', async () => {
  await threeReports();
  const before = addon.charged();
  const made = await fit();
  expect(made).toMatchObject({ sheet: 'Fit score', creators: 3, without: ['natgeo'] });
  expect(await rows(made.sheet)).toEqual([
    // 0.5 + 0.1; 0.3 + 0.4; 0.6; 0.5; 0.6 × 0.7 × 0.6 × 0.5 = 0.126
    ['adidas', 0.6, 0.7, 0.6, 0.5, 0.126],
    // 0.08; 0.25 + 0.25; 0.2; nobody speaks German: 0
    ['nike', 0.08, 0.5, 0.2, 0, 0],
    // no country of these; 0.2 + 0.1 + 0.3 + 0.1; 0.2 + 0.3 + 0.2; the report has no languages
    ['zara', 0, 0.7, 0.7, 'not in the report', 'not in the report'],
  ]);
  expect(addon.charged()).toBe(before);
  expect((await read(addon)).targets).toEqual(ASKED);
});

test('what is not asked for does not count; a target that is changed in the sheet counts at once', async () => {
  await threeReports();
  const { sheet } = await fit({ languages: [], gender: '', ages: [] });
  expect(await rows(sheet)).toEqual([
    ['adidas', 0.6, '', '', '', 0.6],
    ['nike', 0.08, '', '', '', 0.08],
    ['zara', 0, '', '', '', 0],
  ]);
  const page = addon.emulator.spreadsheet.sheet(sheet);
  page.set('B5', 'spain');
  page.set('B6', '18-24');
  expect(await rows(sheet)).toEqual([
    // 0.2 + 0.1 (Austria is still there); 0.3; 0.3 × 0.3
    ['adidas', 0.3, 0.3, '', '', 0.09],
    ['nike', 0, 0.25, '', '', 0],
    ['zara', 0.9, 0.3, '', '', 0.27],
  ]);
});

test('without a report at hand there is no sheet, and nothing is asked', async () => {
  select(addon, ['adidas']);
  expect(await refusal(addon, 'fitScore', { platform: 'instagram', targets: ASKED })).toMatch(/report/);
  expect(addon.standin.charges.requests()).toEqual([]);
});
