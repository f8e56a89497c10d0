import { afterEach, expect, test } from 'vitest';
import { columnLetters } from '../../src/core/text';
import packageFile from '../../package.json';
import { CATEGORIES } from '../../src/schema/category';
import { createAddon, type Addon } from '../setup/addon';
import { expectLedgerToAgree } from '../setup/ledger';
import { refusal, value } from './page';

let addon: Addon;
afterEach(async () => {
  expectLedgerToAgree(addon);
  await addon.close();
});
const sheet = () => addon.emulator.spreadsheet.sheet('Sheet1');

test.each([
  ['en_US', ','],
  ['de_DE', ';'],
])('in %s each example is inserted and calculated, at the price that was said', async (locale, separator) => {
  addon = await createAddon({ locale });
  const { formulas, version } = await value(addon, 'help', {});
  expect(version).toBe(packageFile.version);
  expect(formulas.map(({ example }) => example)).toContain(
    `=INFLU_PROFILE("instagram"${separator} "adidas"${separator} "followers, engagement, country")`,
  );
  expect(formulas.flatMap(({ name, offBy }) => (offBy === undefined ? [] : [[name, offBy]]))).toEqual([
    ['INFLU_AUDIENCE', 'audienceInFormulas'],
    ['INFLU_CONTENT', 'contentInFormulas'],
  ]);
  addon.setSettings({ audienceInFormulas: true, contentInFormulas: true });
  expect((await value(addon, 'help', {})).formulas.filter(({ offBy }) => offBy !== undefined)).toEqual([]);
  sheet().insertColumns(1, 150);
  let said = 0;
  for (const [at, { name, example, exampleRequests }] of formulas.entries()) {
    // Apart from each other: they spill.
    sheet().select(`${columnLetters(1 + at * 12)}1`);
    const before = addon.charged();
    const inserted = await value(addon, 'insertFormula', { name, over: false });
    expect(inserted.state).toBe('inserted');
    await addon.emulator.recalculate();
    const { value: shown, formula } = sheet().get(inserted.cell);
    expect([name, formula]).toEqual([name, example]);
    expect([name, String(shown)]).toEqual([name, expect.not.stringMatching(/^#|^$|pending|budget/)]);
    expect(addon.charged() - before, name).toBeLessThanOrEqual(exampleRequests);
    said += exampleRequests;
  }
  // What is saved costs nothing: five of the formulas ask for the same profile.
  expect([addon.charged() > 20, addon.charged() < said]).toEqual([true, true]);
  expect(sheet().values().flat()).toContain(CATEGORIES[0]?.[0]);
});

test('where something stands it is asked first, and a protected cell is named', async () => {
  addon = await createAddon({ standin: { creators: 50 } });
  sheet().set('B2', 'mine');
  sheet().select('B2');
  const given = { name: 'INFLU_BALANCE', over: false };
  expect(await value(addon, 'insertFormula', given)).toEqual({ state: 'occupied', cell: 'B2' });
  expect(sheet().get('B2').value).toBe('mine');
  expect(await value(addon, 'insertFormula', { ...given, over: true })).toEqual({ state: 'inserted', cell: 'B2' });
  expect(sheet().get('B2').formula).toBe('=INFLU_BALANCE()');
  expect(await refusal(addon, 'insertFormula', { name: 'IMPORTXML', over: true })).toMatch(/no formula/);
  sheet().protect('B2');
  const user = 'colleague@example.com';
  const served = await addon.emulator.serve('influSidebar', ['insertFormula', { ...given, over: true }], { user });
  expect(served).toMatchObject({ value: { ok: false, message: 'B2 is protected. Select another cell.' } });
});
