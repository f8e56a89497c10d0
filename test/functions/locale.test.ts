import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddon, distFiles, type Addon } from '../setup/addon';

let addon: Addon;
/** A spreadsheet in Berlin, and a script that its author left in New York. */
beforeEach(async () => {
  const files = distFiles();
  addon = await createAddon({
    files: { ...files, manifest: { ...files.manifest, timeZone: 'America/New_York' } },
    timeZone: 'Europe/Berlin',
    locale: 'de_DE',
    standin: { creators: 300 },
  });
  addon.setSettings({ contentInFormulas: true });
});
afterEach(() => addon.close());

const queries = (endpoint: string) => addon.standin.charges.requests(endpoint).map(({ query }) => query);
const spreadsheetCalls = (): Record<string, number> =>
  Object.fromEntries(Object.entries(addon.emulator.counts.total()).filter(([name]) => name.startsWith('Spreadsheet')));

/** Service calls of a formula whose answer is fresh. */
async function asked(filters: string): Promise<Record<string, number>> {
  await addon.cell('INFLU_COUNT', 'instagram', filters);
  addon.emulator.counts.reset();
  await addon.cell('INFLU_COUNT', 'instagram', filters);
  return addon.emulator.counts.total();
}

async function inSheet(rows: unknown[][], formula: string): Promise<unknown> {
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', rows);
  sheet.set('D1', formula);
  await addon.emulator.recalculate();
  const { value, note } = sheet.get('D1');
  return note || value;
}

describe('cells with dates, through the formula', () => {
  test('a day is the calendar day of the spreadsheet, whatever the zone of the script; the last one counts to its end', async () => {
    await inSheet(
      [
        ['username', 'adidas'],
        ['followerMin', '10.000'],
        ['uploadedFrom', '31.05.2026'],
        ['uploadedTo', '02.06.2026'],
      ],
      '=INFLU_CONTENT(A1:B4)',
    );
    expect(queries('getContent')).toMatchObject([
      { min_followers: '10000', created_at_gte: '2026-05-31T00:00:00Z', created_at_lte: '2026-06-02T23:59:59.999Z' },
    ]);
  });

  test('a date that a formula joins to a text is read as the cell shows it', async () => {
    const { locale, timeZone } = addon.emulator.spreadsheet;
    expect([locale, timeZone]).toEqual(['de_DE', 'Europe/Berlin']);
    await addon.cell('INFLU_CONTENT', 'username=adidas; followerMin=0; uploadedFrom=01.06.2026; uploadedTo=2.6.2026');
    expect(queries('getContent')).toMatchObject([
      { created_at_gte: '2026-06-01T00:00:00Z', created_at_lte: '2026-06-02T23:59:59.999Z' },
    ]);
  });

  test('a time beside the day keeps its instant', async () => {
    const at = new Date('2026-05-31T08:30:00Z');
    await addon.cell('INFLU_CONTENT', [
      ['username', 'adidas'],
      ['uploadedFrom', at],
    ]);
    expect(queries('getContent')).toMatchObject([{ created_at_gte: '2026-05-31T08:30:00Z' }]);
  });
});

describe('numbers and countries, through the formula', () => {
  test.each([
    ['de_DE', 'country=Deutschland; followerMin=10.000', { country: 'Germany', followerMin: '10000' }],
    [
      'de_DE',
      'country=DE; followerMin=1,5 Mio; engagementRate=2,5 %',
      { followerMin: '1500000', engagementRate: '2.5' },
    ],
    [
      'en_US',
      'country=USA; followerMin=10,000; followerMax=1.5M',
      { country: 'United States', followerMax: '1500000' },
    ],
    ['en_GB', 'country=UK; viewsMin=10k', { country: 'United Kingdom', viewsMin: '10000' }],
    ['fr_FR', 'country=Allemagne; followerMin=10\u202f000', { country: 'Germany', followerMin: '10000' }],
    ['es_ES', 'country=Alemania; followerMin=10 mil', { country: 'Germany', followerMin: '10000' }],
    ['en_IN', 'country=India; followerMin=1,20,000', { country: 'India', followerMin: '120000' }],
  ])('%s: %s', async (locale, filters, query) => {
    addon.emulator.spreadsheet.locale = locale;
    await addon.cell('INFLU_COUNT', 'instagram', filters);
    expect(queries('discovery')).toMatchObject([query]);
  });

  test.each([
    ['en_US', 'followerMin=10.000', /10000 or 10\b/],
    ['de_DE', 'followerMin=10,000', /10000 or 10\b/],
    ['de_DE', 'country=Germny', /did you mean "Germany"/],
    ['de_DE', 'country=Korea', /South Korea or North Korea/],
    ['de_DE', 'country=Costa Rica', /"Costa Rica" isn't on influData's list of countries, so a search/],
  ])('%s: %s is refused and sends nothing', async (locale, filters, says) => {
    addon.emulator.spreadsheet.locale = locale;
    for (const name of ['INFLU_COUNT', 'INFLU_SEARCH'])
      expect(await addon.shown(name, 'instagram', filters)).toMatch(says);
    expect(queries('discovery')).toEqual([]);
    expect(addon.charged()).toBe(0);
  });

  test('pages and a limit are whole numbers, and no text that could be two', async () => {
    expect(await addon.shown('INFLU_SEARCH', 'instagram', 'country=Germany', '2.000')).toMatch(/whole number from 1/);
    expect(await addon.shown('INFLU_CONTENT', 'username=adidas', '1.000')).toMatch(/whole number from 1/);
    expect(addon.charged()).toBe(0);
  });

  test('what is fresh is one read of the cache; the spreadsheet is asked only about what has two readings', async () => {
    expect(await asked('country=Deutschland; followerMin=10k; followerMax=1.5M')).toEqual({ 'CacheService.getAll': 1 });
    expect(await asked('country=Germany; followerMin=10.000')).toMatchObject({ 'CacheService.getAll': 1 });
    expect(Object.values(spreadsheetCalls())).toEqual([1, 1]);
  });
});
