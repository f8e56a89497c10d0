import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { columnLetters } from '../../src/core/text';
import { FLAG_NAMES } from '../../src/jobs/vetting/flag';
import { createAddon, type Addon, type AddonOptions } from '../setup/addon';
import { column, ordinaryHandles } from '../setup/creators';
import { refusal } from './page';
import { cellsOf, laid, readFlags, vetted } from './vetting';

let addon: Addon;
const opened = async (options: AddonOptions = {}): Promise<void> => {
  addon = await createAddon({ container: 'addon', standin: { creators: 300 }, ...options });
  await addon.emulator.open();
};
afterEach(() => addon.close());
const sheet = (name = 'Sheet1') => addon.emulator.spreadsheet.sheet(name);
const dayBefore = (days: number): Date => new Date(Date.UTC(2026, 10, 23 - days));

/** Figures as enriching writes them, under its headers, of a creator with whom nothing is wrong. */
const GOOD = {
  Followers: 20_000 as unknown,
  'Engagement %': 2 as unknown,
  'Best month %': 10 as unknown,
  'Best month': 'May 2026',
  'Worst month %': -3 as unknown,
  'Worst month': 'Jan 2026',
  'Data of': dayBefore(30) as unknown,
  Private: 'No' as unknown,
  'Brands mentioned': 'none',
  'Audience suspicious': 0.2 as unknown,
  'Audience countries': 'Germany: 30.0%, Austria: 20.0%',
};
type Figures = Partial<typeof GOOD>;
const HEADERS = Object.keys(GOOD) as (keyof typeof GOOD)[];
/** Rows of creators with what is different about each. */
const listOf = (rows: readonly Figures[]): unknown[][] => [
  ['Handle', ...HEADERS],
  ...rows.map((row, at) => [`anna.${at}`, ...HEADERS.map((header) => ({ ...GOOD, ...row })[header])]),
];
/** Into the settings, beside a label. */
const type = (settings: string, label: string, ...values: unknown[]): void => {
  const row = sheet(settings)
    .values()
    .findIndex(([text]) => text === label);
  sheet(settings).set(`B${row + 1}`, [values] as never);
};

type Case = readonly [flag: string, figures: Figures, shown: string];
const CASES: readonly Case[] = [
  ['Followers flag', {}, 'green: 20% suspicious or inactive'],
  ['Followers flag', { 'Audience suspicious': 0 }, 'green: 0% suspicious or inactive'],
  ['Followers flag', { 'Audience suspicious': 0.204 }, 'amber: 20.4% suspicious or inactive'],
  ['Followers flag', { 'Audience suspicious': 0.35 }, 'amber: 35% suspicious or inactive'],
  ['Followers flag', { 'Audience suspicious': 0.412 }, 'red: 41.2% suspicious or inactive'],
  ['Followers flag', { 'Audience suspicious': '' }, 'unknown: no audience report'],
  ['Followers flag', { 'Audience suspicious': 'NaN' }, 'unknown: no audience report'],
  ['Followers flag', { Followers: 0 }, 'unknown: no followers'],
  // Of 10,000 to 50,000 followers the median is 2.
  ['Engagement flag', { 'Engagement %': 4 }, 'green: 4% engagement against a median of 2%'],
  ['Engagement flag', { 'Engagement %': 1 }, 'green: 1% engagement against a median of 2%'],
  ['Engagement flag', { 'Engagement %': 4.1 }, 'amber: 4.1% engagement against a median of 2%'],
  ['Engagement flag', { 'Engagement %': 8 }, 'amber: 8% engagement against a median of 2%'],
  ['Engagement flag', { 'Engagement %': 0.5 }, 'amber: 0.5% engagement against a median of 2%'],
  ['Engagement flag', { 'Engagement %': 8.5 }, 'red: 8.5% engagement against a median of 2%'],
  ['Engagement flag', { 'Engagement %': 0 }, 'red: 0% engagement against a median of 2%'],
  ['Engagement flag', { 'Engagement %': 'NaN' }, 'unknown: no engagement'],
  ['Engagement flag', { 'Engagement %': '' }, 'unknown: no engagement'],
  ['Engagement flag', { Followers: 'n/a' }, 'unknown: no followers'],
  ['Engagement flag', { Followers: 0 }, 'unknown: no followers'],
  ['Engagement flag', { Followers: 60_000 }, 'unknown: too few creators of this size here'],
  ['Growth flag', {}, 'green: best month +10% (May 2026), worst -3% (Jan 2026)'],
  ['Growth flag', { 'Best month %': 38.25 }, 'red: best month +38.3% (May 2026), worst -3% (Jan 2026)'],
  ['Growth flag', { 'Best month %': 25 }, 'amber: best month +25% (May 2026), worst -3% (Jan 2026)'],
  ['Growth flag', { 'Best month %': -1 }, 'green: best month -1% (May 2026), worst -3% (Jan 2026)'],
  ['Growth flag', { 'Worst month %': -8 }, 'amber: best month +10% (May 2026), worst -8% (Jan 2026)'],
  ['Growth flag', { 'Worst month %': -12.25 }, 'red: best month +10% (May 2026), worst -12.3% (Jan 2026)'],
  ['Growth flag', { 'Worst month %': '' }, 'unknown: no timeline'],
  ['Growth flag', { 'Best month %': 'NaN' }, 'unknown: no timeline'],
  ['Audience flag', {}, 'green: 50% of the audience in germany, Austria'],
  ['Audience flag', { 'Audience countries': 'Germany: 25.0%' }, 'amber: 25% of the audience in germany, Austria'],
  ['Audience flag', { 'Audience countries': 'Germany: 24.9%' }, 'red: 24.9% of the audience in germany, Austria'],
  ['Audience flag', { 'Audience countries': 'East Germany: 90.0%' }, 'red: 0% of the audience in germany, Austria'],
  ['Audience flag', { 'Audience countries': 'Austria: 100.0%' }, 'green: 100% of the audience in germany, Austria'],
  ['Audience flag', { 'Audience countries': '' }, 'unknown: no audience report'],
  ['Brands flag', {}, 'green: none of these brands mentioned'],
  ['Brands flag', { 'Brands mentioned': 'lego (May 2026), nike (Apr 2026)' }, 'red: mentions @Nike'],
  ['Brands flag', { 'Brands mentioned': 'puma (May 2026), nike (Apr 2026)' }, 'red: mentions @Nike, Puma'],
  [
    'Brands flag',
    { 'Brands mentioned': 'nikeland (May 2026), hot nike (Apr 2026)' },
    'green: none of these brands mentioned',
  ],
  ['Brands flag', { 'Brands mentioned': 'acme (May 2026)' }, 'amber: mentions Acme'],
  ['Brands flag', { 'Brands mentioned': '' }, 'unknown: no data on mentions'],
  ['Brands flag', { 'Brands mentioned': 'nike (May 2026), …' }, 'red: mentions @Nike'],
  [
    'Brands flag',
    { 'Brands mentioned': 'lego (May 2026), …' },
    'unknown: more brands were mentioned than the list holds',
  ],
  ['Age flag', {}, 'green: days since refresh: 30'],
  ['Age flag', { 'Data of': dayBefore(31) }, 'amber: days since refresh: 31'],
  ['Age flag', { 'Data of': dayBefore(90) }, 'amber: days since refresh: 90'],
  ['Age flag', { 'Data of': dayBefore(91) }, 'red: days since refresh: 91'],
  ['Age flag', { 'Data of': 'yesterday' }, 'unknown: no date of the data'],
  ['Age flag', { 'Data of': '' }, 'unknown: no date of the data'],
  ['Private flag', {}, 'green: public account'],
  ['Private flag', { Private: false }, 'green: public account'],
  ['Private flag', { Private: 'Yes' }, 'red: private account'],
  ['Private flag', { Private: true }, 'red: private account'],
  ['Private flag', { Private: '' }, 'unknown: private or not is not told'],
  ['Private flag', { Private: 'NaN' }, 'unknown: private or not is not told'],
];
/** What all flags of a creator come to. */
const SUMS: readonly (readonly [Figures, light: string, why: string])[] = [
  [{}, 'green', ''],
  [{ 'Audience suspicious': 0.25 }, 'amber', 'amber: 25% suspicious or inactive'],
  [
    { 'Audience suspicious': 0.25, Private: '' },
    'unknown',
    'amber: 25% suspicious or inactive; unknown: private or not is not told',
  ],
  [
    { 'Audience suspicious': 0.5, Private: '' },
    'red',
    'red: 50% suspicious or inactive; unknown: private or not is not told',
  ],
];

describe.each(['en_US', 'de_DE'])('in %s', (locale) => {
  /** As the locale writes numbers: 41,2. */
  const told = (text: string): string => (locale === 'de_DE' ? text.replace(/(\d)\.(\d)/g, '$1,$2') : text);

  test('every flag says its light and why, by thresholds and names that stand in cells', async () => {
    await opened({ locale });
    sheet().set('A1', listOf([...CASES.map(([, figures]) => figures), ...SUMS.map(([figures]) => figures)]) as never);
    sheet().select('A2:A3');
    const settings = await laid(addon);
    // The flags are scrolled to, and who was selected stays so.
    expect(sheet().selection()).toEqual([`A2:${columnLetters(sheet().values()[0]?.length ?? 0)}3`]);
    type(settings, 'Countries wanted', 'germany', 'Austria');
    type(settings, 'Own brands: amber', 'Acme');
    type(settings, 'Competitors: red', '@Nike', 'Puma');
    await addon.emulator.recalculate();
    CASES.forEach(([flag, figures, shown], at) =>
      expect([at, figures, cellsOf(addon, flag)[at]]).toEqual([at, figures, told(shown)]),
    );
    SUMS.forEach(([figures, light, why], at) =>
      expect([figures, ...['Light', 'Why'].map((header) => cellsOf(addon, header)[CASES.length + at])]).toEqual([
        figures,
        light,
        told(why),
      ]),
    );
    const flat = [...sheet().values(), ...sheet(settings).values()].flat().map(String);
    expect(flat.filter((text) => text.startsWith('#'))).toEqual([]);

    // They follow what is typed; a threshold that is no number makes no green.
    type(settings, 'Suspicious followers', 0.1, 0.15);
    type(settings, 'Growth in a month', 'soon');
    type(settings, 'Days since refresh', '');
    type(settings, 'Countries wanted', 'Germny', '');
    type(settings, 'Own brands: amber', '');
    type(settings, 'Competitors: red', '', '');
    type(settings, 'Creators for a median', 500);
    await addon.emulator.recalculate();
    expect(
      ['Light', 'Followers flag', 'Engagement flag', 'Growth flag', 'Audience flag', 'Brands flag', 'Age flag'].map(
        (header) => cellsOf(addon, header)[CASES.length],
      ),
    ).toEqual([
      'red',
      'red: 20% suspicious or inactive',
      'unknown: too few creators of this size here',
      'unknown: a threshold is missing',
      'unknown: no audience here has these countries',
      'off: type brands into the settings',
      'unknown: a threshold is missing',
    ]);
    // Typed twice, a country has its share once.
    type(settings, 'Countries wanted', 'Germany', 'germany');
    await addon.emulator.recalculate();
    expect(cellsOf(addon, 'Audience flag')[0]).toBe('amber: 30% of the audience in Germany, germany');
    expect([addon.charged(), addon.standin.charges.requests()]).toEqual([0, []]);
  });
});

describe('over a list', () => {
  beforeEach(() => opened());

  test('the price is what is charged, then all of it is free; an audience is asked about before it is bought', async () => {
    const handles = ordinaryHandles(addon.standin, 6);
    sheet().set('A1', [['Handle'], ...column([...handles, 'nobody.has.this.handle'])]);
    const cheap = await readFlags(addon, []);
    expect(cheap).toMatchObject({ creators: 7, rows: 7, requests: 7, there: [] });
    expect(cheap.flags).not.toContain('suspicious');
    await vetted(addon, []);
    expect(addon.charged()).toBe(6);
    expect(cellsOf(addon, 'Growth flag').slice(0, 7).map(String)).toEqual([
      ...handles.map(() => expect.stringMatching(/^(green|amber|red): best month [+-]?\d/) as string),
      'unknown: no timeline',
    ]);
    expect(cellsOf(addon, 'Light')[6]).toBe('unknown');
    const sizes = sheet('Vetting of Sheet1').values('A20:C27');
    expect(sizes.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(6);
    expect(sizes.filter(([, count]) => Number(count) > 0).every(([, , middle]) => typeof middle === 'number')).toBe(
      true,
    );
    // Who is still being collected is asked about again, for nothing.
    expect(await readFlags(addon, [])).toMatchObject({ requests: 0, rows: 1, there: cheap.flags });

    const whole = await readFlags(addon);
    expect(whole).toMatchObject({ requests: 6 * 20 + 20, rows: 7 });
    await vetted(addon);
    // Who is still being collected has no report to buy.
    expect(addon.charged()).toBe(6 + 6 * 20);
    const suspicious = cellsOf(addon, 'Audience suspicious').filter((share) => typeof share === 'number').length;
    expect(suspicious).toBeGreaterThan(3);
    expect(cellsOf(addon, 'Followers flag').filter((text) => /^(green|amber|red): \d/.test(String(text)))).toHaveLength(
      suspicious,
    );
    expect(await readFlags(addon)).toMatchObject({ requests: 20, rows: 1, there: [...FLAG_NAMES] });
  });

  test('made again it fills rows that were added, doubles nothing, and leaves what was typed and changed', async () => {
    sheet().set('A1', listOf([{}, {}, {}]) as never);
    const settings = await laid(addon, ['growth', 'private']);
    const headers = sheet().values()[0];
    const [first = ''] = sheet().formulas('O2').flat();
    expect(first).toContain('best month');
    sheet().set('O2', 'green: seen by me');
    sheet().set('O3', '="amber: "&$D3');
    type(settings, 'Growth in a month', 5, 7);
    await addon.emulator.recalculate();
    sheet(settings).insertRows(3, 2);
    sheet(settings).rename("Ann's limits");
    const [own = ''] = sheet().formulas('O4').flat();
    sheet().set('O4', own.replace('best month', 'highest'));
    sheet().set('A5', [['new.one', ...HEADERS.map((header) => GOOD[header])]] as never);
    await laid(addon, ['private']);
    expect(sheet().values()[0]).toEqual(headers);
    expect(cellsOf(addon, 'Growth flag')).toEqual([
      'green: seen by me',
      'amber: 10',
      'red: highest +10% (May 2026), worst -3% (Jan 2026)',
      'red: best month +10% (May 2026), worst -3% (Jan 2026)',
    ]);
    expect(cellsOf(addon, 'Light')).toEqual(['green', 'amber', 'red', 'red']);
    expect(addon.emulator.spreadsheet.book.sheets.map(({ name }) => name)).toEqual(['Sheet1', "Ann's limits"]);

    // Without their settings formulas are broken: they get new ones, and so does a list that was copied.
    sheet("Ann's limits").delete();
    await addon.emulator.recalculate();
    const again = await laid(addon, ['private']);
    expect(cellsOf(addon, 'Growth flag').slice(0, 3)).toEqual([
      'green: seen by me',
      'amber: 10',
      'green: best month +10% (May 2026), worst -3% (Jan 2026)',
    ]);
    expect(again).toBe(settings);
    expect(sheet().data.conditionalFormats).toHaveLength(4);
  });

  test('what is no list, has no headers or whose settings lost a label is refused in words', async () => {
    const form = { flags: [...FLAG_NAMES], platform: 'instagram' as const };
    expect(await refusal(addon, 'readVetting', form)).toMatch(/"Sheet1" is empty/);
    sheet().set('A1', column(['adidas', 'nike']));
    expect(await refusal(addon, 'readVetting', form)).toMatch(/need a row with headers/);
    sheet().set('A1', listOf([{}]) as never);
    expect(await refusal(addon, 'layFlags', { ...form, sheetId: 77 })).toMatch(/Another sheet is in front/);
    sheet().set('B1', 'Notes');
    expect(await refusal(addon, 'layFlags', { ...form, sheetId: 0 })).toMatch(/columns Followers are missing/);
    sheet().set('B1', 'Followers');
    const settings = await laid(addon);
    sheet(settings).set('A5', 'mine');
    sheet(settings).activate();
    expect(await refusal(addon, 'readVetting', form)).toMatch(/holds the settings of flags. Go to the list/);
    sheet().activate();
    expect(await refusal(addon, 'layFlags', { ...form, sheetId: 0 })).toMatch(
      /no cell "Suspicious followers" any more/,
    );
  });

  test('names of sheets and brands are names, whatever is in them', async () => {
    const name = `=1+1 "Anna's" 'list'!A1;`;
    addon.emulator.spreadsheet.insertSheet(name);
    sheet(name).set(
      'A1',
      listOf([{ 'Brands mentioned': 'none' }, { 'Brands mentioned': '"&a1&" (May 2026)' }]) as never,
    );
    const settings = await laid(addon);
    expect(settings).toBe('Vetting of =1+1 Anna s list !A1;');
    type(settings, 'Competitors: red', '"&A1&"', "'=HYPERLINK(1)");
    await addon.emulator.recalculate();
    expect(cellsOf(addon, 'Brands flag', name)).toEqual([
      'green: none of these brands mentioned',
      'red: mentions "&A1&"',
    ]);
    expect(cellsOf(addon, 'Light', name)).toEqual(['unknown', 'red']);
  });
});

const CALL = { service: 'SpreadsheetApp', phase: 'after' } as const;
/** More than looks, which are laid in between. */
const LEAVES_SOMETHING =
  /(insertSheet|addMetadata|setMetadata|clear|setValues|setDataValidation|setConditionalFormats|copyTo)$/;

test('killed at any call it takes nothing away, and the next click ends with the same sheet', async () => {
  await opened();
  const { spreadsheet, faults } = addon.emulator;
  sheet().set('A1', listOf([{}, { Private: 'Yes' }, {}]) as never);
  sheet().set('N1', 'Notes');
  sheet().set('N2', 'mine');
  const form = { flags: [...FLAG_NAMES], platform: 'instagram' as const, sheetId: 0 };
  const click = () => addon.emulator.serve('influSidebar', ['layFlags', form]);
  const begin = spreadsheet.snapshot();
  const theirs = sheet().values();
  const all = (): unknown[] =>
    spreadsheet.book.sheets.map(({ name }) => [name, sheet(name).values(), sheet(name).formulas('A1:AA20')]);
  const calls: string[] = [];
  faults.intercept = ({ phase, service, method }) =>
    void (phase === CALL.phase && service === CALL.service && calls.push(method));
  await click();
  delete faults.intercept;
  const whole = all();
  expect(whole).toHaveLength(2);
  // Of a row of the same writes the first and the last.
  const points = calls
    .map((call, at) => ({ call, at }))
    .filter(({ call }) => LEAVES_SOMETHING.test(call))
    .filter(({ call }, nth, some) => some[nth - 1]?.call !== call || some[nth + 1]?.call !== call);
  expect(points.length).toBeGreaterThan(12);
  for (const { call, at } of points) {
    spreadsheet.load(begin);
    let seen = 0;
    faults.intercept = ({ phase, service }) =>
      phase === CALL.phase && service === CALL.service && seen++ === at ? { kill: true } : undefined;
    expect(await click(), call).toMatchObject({ ok: false });
    delete faults.intercept;
    expect([at, call, sheet().values(`A1:N${theirs.length}`)]).toEqual([at, call, theirs]);
    // Made halfway, the settings may be in front.
    sheet().activate();
    await click();
    expect([at, call, all()]).toEqual([at, call, whole]);
  }
});

test.each([
  ['a column inserted', (): void => sheet().insertColumns(3)],
  ['a row inserted above', (): void => sheet().insertRows(1)],
  ['a row deleted', (): void => sheet().deleteRows(3)],
])('%s at any write: the flags stand under their headers and nothing else is written over', async (_, edit) => {
  const form = { flags: ['growth', 'private'] as ['growth', 'private'], platform: 'instagram' as const, sheetId: 0 };
  for (let nth = 0; ; nth++) {
    await opened();
    sheet().set('A1', listOf([{}, { Private: 'Yes' }, {}, {}]) as never);
    let seen = 0;
    let isDone = false;
    addon.emulator.faults.intercept = ({ phase, service, method }) => {
      if (phase === 'before' && service === CALL.service && /setValues|flush/.test(method) && seen++ === nth) {
        isDone = true;
        edit();
      }
    };
    await addon.emulator.serve('influSidebar', ['layFlags', form]);
    delete addon.emulator.faults.intercept;
    if (!isDone) break;
    // Whoever is told that things were moved clicks once more.
    sheet().activate();
    await addon.emulator.serve('influSidebar', ['layFlags', form]);
    await addon.emulator.recalculate();
    const rows = sheet().values();
    const top = rows.findIndex((row) => row.includes('Handle'));
    const [headers = [], ...body] = rows.slice(top);
    const at = (header: string): number => headers.indexOf(header);
    for (const row of body) {
      if (row[at('Handle')] === '') continue;
      HEADERS.forEach((header) => {
        const wanted = header === 'Private' && row[at('Handle')] === 'anna.1' ? 'Yes' : GOOD[header];
        expect([nth, header, row[at(header)]]).toEqual([nth, header, wanted]);
      });
      const isPrivate = row[at('Private')] === 'Yes';
      expect([nth, row[at('Private flag')]]).toEqual([
        nth,
        isPrivate ? 'red: private account' : 'green: public account',
      ]);
      expect([nth, row[at('Light')]]).toEqual([nth, isPrivate ? 'red' : 'green']);
    }
    expect(headers.filter((header) => header === 'Light')).toHaveLength(1);
    await addon.close();
  }
});

test('calls grow with thousands of rows and not with rows', async () => {
  const callsOf = async (rows: number): Promise<number> => {
    await opened();
    sheet().set('A1', listOf(Array.from({ length: rows }, () => ({}))) as never);
    let calls = 0;
    addon.emulator.faults.intercept = ({ phase, service }) =>
      void (calls += phase === CALL.phase && service === CALL.service ? 1 : 0);
    await addon.emulator.serve('influSidebar', ['layFlags', { flags: ['private'], platform: 'instagram', sheetId: 0 }]);
    delete addon.emulator.faults.intercept;
    expect(sheet().formulas(`O${rows + 1}`)[0]?.[0]).toContain('private account');
    return calls;
  };
  const few = await callsOf(50);
  await addon.close();
  expect(await callsOf(1_050)).toBeLessThan(few + 60);
});
