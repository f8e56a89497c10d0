import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { code, tableUnder } from '../architecture/markdown-table';
import { DEMO_TRIAL_CLIENT_ID, DEMO_TRIAL_KEY } from '../../dev/standin/standin';
import { createAddon, type Addon } from '../setup/addon';
import { columnOf, enriched, selected } from './enrich';
import { drivenRun, value } from './page';
import { read, reported } from './report';

// The page docs/first-meeting.md, step by step as it is written: its prices are what the stand-in charges.
const text = readFileSync(new URL('../../docs/first-meeting.md', import.meta.url), 'utf8');
const steps = tableUnder(text, '# A first meeting with the real API').map(([step = '', price, sum]) => ({
  step,
  price: Number(price),
  sum: Number(sum),
}));
const formulas = tableUnder(text, '## 3. Ten formulas: 2 requests').map(([formula = '', price]) => ({
  formula: code(formula),
  price: Number(price),
}));
const handles = text.split('## 5. Five rows')[1]?.match(/^ {4}\S+$/gm) ?? [];

/** `=NAME("a", "b")` as a name and its texts. */
const calledBy = (formula: string): [name: string, ...args: string[]] => {
  const [, name = '', list = ''] = /^=(\w+)\((.*)\)$/.exec(formula) ?? [];
  return [name, ...(JSON.parse(`[${list}]`) as string[])];
};

let addon: Addon;
beforeAll(async () => {
  addon = await createAddon({ container: 'addon', balance: null, standin: { creators: 12_000 } });
  await addon.emulator.open();
});
afterAll(() => addon.close());

test('every step names its price and the sum so far, at most 25 requests in all', () => {
  let sum = 0;
  for (const [index, { step, ...row }] of steps.entries()) {
    sum += row.price;
    expect(row, step).toEqual({ price: row.price, sum });
    expect(step).toMatch(new RegExp(`^${index + 1}\\. `));
    expect(text).toContain(`## ${step}: ${row.price} requests`);
  }
  expect(steps).toHaveLength(6);
  expect(sum).toBeLessThanOrEqual(25);
  expect(text).toContain(`**${sum} requests**`);
});

test('each step costs what it says, within a cap of 25 a day, and shows what it says', async () => {
  const { person } = await value(addon, 'saveKey', {
    key: DEMO_TRIAL_KEY,
    clientId: DEMO_TRIAL_CLIENT_ID,
    where: 'person',
  });
  expect(person?.endsAt).toBeDefined();
  await value(addon, 'changeSettings', { maxRequestsPerDay: 25 });
  const expectCharged = (step: number): void => expect(addon.charged(), `step ${step}`).toBe(steps[step - 1]?.sum);
  expectCharged(1);

  expect(formulas).toHaveLength(10);
  let sum = 0;
  for (const { formula, price } of formulas) {
    sum += price;
    expect(String(await addon.shown(...calledBy(formula))), formula).not.toMatch(/influData|pending|budget|ERROR/);
    expect(addon.charged(), formula).toBe(sum);
  }
  expectCharged(3);

  const form = { platform: 'instagram', filters: { country: 'Germany', categories: 'fitness' } } as const;
  const found = await value(addon, 'search', { ...form, again: false });
  expect(found.count).toBe(await addon.shown(...calledBy(formulas.at(-1)?.formula ?? '')));
  expect(found.creators).toHaveLength(20);
  expect(text).toContain('choose _Pages_ 1 to 1, and press _Start · free_');
  const page = { from: 1, to: 1, sheetId: null, pictures: false, picks: [], again: false, cap: null };
  const { sheet: written } = await drivenRun(
    addon,
    await value(addon, 'startSearch', { ...form, ...page, known: 'skip' }),
  );
  expect(addon.emulator.spreadsheet.sheet(written).values()).toHaveLength(21);
  expectCharged(4);

  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['handle'], ...handles.map((handle) => [handle.trim()])]);
  sheet.select('A1:A6');
  const choice = { platform: 'instagram' as const, fields: ['followers', 'engagement', 'country'] };
  expect(await selected(addon, choice)).toMatchObject({ rows: 5, creators: 4, duplicates: 1, requests: 3 });
  await enriched(addon, choice);
  expect(columnOf(addon, 'influData status')).toEqual(['cached', 'cached', 'done', 'done', 'not found']);
  expectCharged(5);

  sheet.select('A2');
  // Step 3 has asked, so the button has its price at once.
  expect(await read(addon)).toMatchObject({ isChecked: true, requests: 20 });
  expect(await reported(addon)).toMatchObject({ state: 'done' });
  expectCharged(6);
});
