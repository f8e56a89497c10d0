import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { refusal, value } from './page';
import { read, reported } from './report';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 300 } });
});
afterEach(() => addon.close());

const HANDLES = ['adidas', 'nike', 'zara', 'natgeo', 'lego'];

function answers(handle: string, figures: Record<string, unknown>): void {
  const text = JSON.stringify({ _id: `id-${handle}`, platform: 'instagram', username: handle, ...figures });
  addon.standin.faults.add({ endpoint: 'getUserData', creator: handle, body: { text } });
}

async function offers(fees: readonly unknown[]): Promise<void> {
  answers('adidas', { followers: 90_000, medianViewCountPosts: 40_000, avgLikes: 1900, avgComments: 100 });
  answers('nike', { followers: 90_000, medianViewCountPosts: 20_000, avgLikes: 950, avgComments: 50 });
  answers('zara', { followers: 50_000, avgViews: 10_000, engagementMean: 2 });
  answers('natgeo', { followers: 1_000 });
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['Handle', 'Fee'], ...HANDLES.map((handle, index) => [handle, fees[index] ?? ''])]);
  sheet.select('A1:A5');
  await reported(addon, { kind: 'profiles' });
  sheet.select('A1:A6');
}

const rows = async (): Promise<unknown[][]> => {
  await addon.emulator.recalculate();
  const [, ...lines] = addon.emulator.spreadsheet.sheet('Sheet1').values('C1:J6');
  return lines.map((line) => line.map((cell) => (typeof cell === 'number' ? Number(cell.toFixed(6)) : cell)));
};

test('CPM, cost per engagement, and each against the median, as worked by hand; nothing is charged', async () => {
  await offers([800, 'EUR 1,200', '500', 'on request', 100]);
  const before = addon.charged();
  expect(await read(addon)).toMatchObject({ feeColumn: 2, columns: [{ column: 2, header: 'Fee' }] });
  const made = await value(addon, 'offerCheck', { platform: 'instagram', feeColumn: 2 });
  expect(made).toMatchObject({ sheet: 'Sheet1', creators: 4, without: ['lego'] });
  expect(addon.emulator.spreadsheet.sheet('Sheet1').values('C1:J1')[0]).toEqual([
    'Fee read',
    'Views a post',
    'Engagements a post',
    'CPM',
    'Cost per engagement',
    'CPM against median',
    'Cost per engagement against median',
    'Offer check',
  ]);
  expect(await rows()).toEqual([
    // 800 / 40,000 × 1000 = 20; 800 / 2,000 = 0.4; medians of (20, 60, 50) and (0.4, 1.2, 0.5): 50 and 0.5
    [800, 40_000, 2_000, 20, 0.4, -0.6, -0.2, ''],
    // 1,200 / 20,000 × 1000 = 60; 1,200 / 1,000 = 1.2; 60 / 50 - 1; 1.2 / 0.5 - 1
    [1200, 20_000, 1_000, 60, 1.2, 0.2, 1.4, ''],
    // 2% of 50,000 = 1,000; 500 / 10,000 × 1000 = 50; 500 / 1,000 = 0.5
    [500, 10_000, 1_000, 50, 0.5, 0, 0, 'average views, no median; engagements from the rate'],
    ['', '', '', '', '', '', '', 'views unknown; engagements unknown; the fee cannot be read as one number'],
    [100, '', '', '', '', '', '', 'no saved data'],
  ]);
  expect(addon.charged()).toBe(before);
});

test('a fee that is a number can be changed, and another check uses the same columns', async () => {
  await offers([800, 1200]);
  await value(addon, 'offerCheck', { platform: 'instagram', feeColumn: 2 });
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('B2', 400);
  expect((await rows())[0]?.slice(0, 5)).toEqual([400, 40_000, 2_000, 10, 0.2]);
  const width = sheet.lastColumn;
  await value(addon, 'offerCheck', { platform: 'instagram', feeColumn: 2 });
  expect(sheet.lastColumn).toBe(width);
  expect(await refusal(addon, 'offerCheck', { platform: 'instagram', feeColumn: 1 })).toMatch(/fee/);
  expect(await refusal(addon, 'offerCheck', { platform: 'instagram', feeColumn: 4 })).toMatch(
    /offer check made that column/,
  );
});

test('rows in another currency than most are named, keep their own figures, and are in no median', async () => {
  await offers(['€800', '1.200 EUR', 'USD 500', '300-500', 900]);
  addon.emulator.spreadsheet.sheet('Sheet1').format('B6', { numberFormat: '[$$]#,##0' });
  const { message } = await value(addon, 'offerCheck', { platform: 'instagram', feeColumn: 2 });
  expect(message).toMatch(/Fees are in EUR, USD\. Rows 4, 6 differ from the rest and stay out of the medians\./);
  // Each with its currency; the numbers stay numbers.
  await addon.emulator.recalculate();
  expect(
    addon.emulator.spreadsheet
      .sheet('Sheet1')
      .displays('C2:F4')
      .map(([fee, , , cpm]) => [fee, cpm]),
  ).toEqual([
    ['800.00 EUR', '20.00 EUR'],
    ['1,200.00 EUR', '60.00 EUR'],
    ['500.00 USD', '50 USD'],
  ]);
  expect(await rows()).toEqual([
    [800, 40_000, 2_000, 20, 0.4, -0.5, -0.5, ''],
    [1200, 20_000, 1_000, 60, 1.2, 0.5, 0.5, ''],
    [
      500,
      10_000,
      1_000,
      '50 USD',
      '0.5 USD',
      '',
      '',
      'average views, no median; engagements from the rate; fee in USD: left out of the medians, which are in EUR',
    ],
    [
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      expect.stringMatching(/the fee cannot be read as one number: it is a range or several$/),
    ],
    [900, '', '', '', '', '', '', 'no saved data; fee in USD: left out of the medians, which are in EUR'],
  ]);
});

test('one currency in several words is one, also where the header or the format of the cell names it', async () => {
  await offers(['€800', '1.200 EUR', 500, '400 Euro', 100]);
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('B1', 'Fee in €');
  sheet.format('B6', { numberFormat: '#,##0.00 [$€-407]' });
  const { message } = await value(addon, 'offerCheck', { platform: 'instagram', feeColumn: 2 });
  expect(message).not.toMatch(/Fees are in/);
  expect((await rows()).map((row) => row[3])).toEqual([20, 60, 50, '', '']);
});

test('fees in several currencies are told', async () => {
  await offers(['800 EUR', 'USD 900']);
  const { message } = await value(addon, 'offerCheck', { platform: 'instagram', feeColumn: 2 });
  expect(message).toMatch(/EUR, USD/);
});

const FORM = { platform: 'instagram', feeColumn: 2 } as const;
const click = () => addon.emulator.serve('influSidebar', ['offerCheck', FORM]);
const sheet1 = () => addon.emulator.spreadsheet.sheet('Sheet1');
const BETWEEN = /setValues|flush|getFormulas|addDeveloperMetadata|copyTo/;
const WRITES = /\.(set|add|copy|insert)/;

test('killed at any call to the sheet, it takes nothing away, and the next click ends with the same sheet', async () => {
  const { spreadsheet, faults } = addon.emulator;
  await offers([800, 'EUR 1,200', 500]);
  sheet1().set('C1', [['Notes'], ['mine']]);
  const begin = spreadsheet.snapshot();
  const theirs = sheet1().values('A1:C6');
  const all = async (): Promise<unknown> => {
    await addon.emulator.recalculate();
    return [sheet1().values(), sheet1().formulas('A1:L6'), sheet1().displays('D1:G4')];
  };
  const calls: string[] = [];
  faults.intercept = ({ phase, service, method }) =>
    void (phase === 'after' && service === 'SpreadsheetApp' && calls.push(method));
  await click();
  delete faults.intercept;
  const whole = await all();
  expect(sheet1().lastColumn).toBe(11);
  // Of a row of the same writes the first and the last.
  const points = calls
    .map((call, at) => ({ call, at }))
    .filter(({ call }) => WRITES.test(call))
    .filter(({ call }, nth, some) => some[nth - 1]?.call !== call || some[nth + 1]?.call !== call);
  expect(points.length).toBeGreaterThan(8);
  for (const { at } of points) {
    spreadsheet.load(begin);
    let seen = 0;
    faults.intercept = ({ phase, service }) =>
      phase === 'after' && service === 'SpreadsheetApp' && seen++ === at ? { kill: true } : undefined;
    expect(await click()).toMatchObject({ ok: false });
    delete faults.intercept;
    expect([at, sheet1().values('A1:C6')]).toEqual([at, theirs]);
    await click();
    expect([at, await all()]).toEqual([at, whole]);
  }
});

test.each([
  ['rows sorted', (): void => sheet1().sort('A2:L6')],
  ['the fees moved behind the notes', (): void => sheet1().moveColumn(2, 5)],
])('%s between any two looks: each figure beside its own handle, and nothing of a person is lost', async (_, edit) => {
  const { spreadsheet, faults } = addon.emulator;
  await offers([800, 1200, 500, 300, 100]);
  sheet1().set('C1', [['Notes', 'More'], ...HANDLES.map((handle) => [`about ${handle}`, `more of ${handle}`])]);
  const begin = spreadsheet.snapshot();
  const cpm: Record<string, unknown> = { adidas: 20, nike: 60, zara: 50 };
  const fee = Object.fromEntries(HANDLES.map((handle, at) => [handle, [800, 1200, 500, 300, 100][at]]));
  let isOver = false;
  for (let nth = 0; !isOver && nth < 200; nth++) {
    spreadsheet.load(begin);
    let seen = 0;
    isOver = true;
    faults.intercept = ({ phase, service, method }) => {
      if (phase !== 'before' || service !== 'SpreadsheetApp' || !BETWEEN.test(method)) return;
      if (seen++ !== nth) return;
      isOver = false;
      edit();
    };
    const { ok } = (await click()) as { ok: boolean };
    delete faults.intercept;
    await addon.emulator.recalculate();
    const [headers = [], ...body] = sheet1().values();
    const at = (header: string): number => headers.indexOf(header);
    for (const header of headers.filter(Boolean))
      expect([nth, headers.filter((each) => each === header)]).toEqual([nth, [header]]);
    for (const row of body) {
      const handle = String(row[at('Handle')]);
      expect([nth, row[at('Fee')], row[at('Notes')], row[at('More')]]).toEqual([
        nth,
        fee[handle],
        `about ${handle}`,
        `more of ${handle}`,
      ]);
      const shown = [row[at('Fee read')], row[at('CPM')]];
      if (ok && shown.join('') !== '')
        expect([nth, handle, ...shown]).toEqual([nth, handle, fee[handle], cpm[handle] ?? '']);
    }
  }
});
