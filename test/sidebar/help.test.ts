import { afterEach, expect, test } from 'vitest';
import { columnLetters } from '../../src/core/text';
import packageFile from '../../package.json';
import { CATEGORIES } from '../../src/schema/category';
import { createAddon, type Addon } from '../setup/addon';
import { refusal, value } from './page';

let addon: Addon;
afterEach(() => addon.close());
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
    const inserted = await value(addon, 'insertFormula', { name, over: '' });
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
  const given = { name: 'INFLU_BALANCE', over: '' };
  const asked = await value(addon, 'insertFormula', given);
  expect(asked).toMatchObject({ state: 'occupied', cell: 'B2' });
  expect(sheet().get('B2').value).toBe('mine');
  // Another cell is selected meanwhile: that one was not asked about.
  sheet().set('C3', 'mine, too');
  sheet().select('C3');
  expect(await value(addon, 'insertFormula', { ...given, over: asked.at })).toMatchObject({
    state: 'occupied',
    cell: 'C3',
  });
  expect(sheet().get('C3').value).toBe('mine, too');
  sheet().select('B2');
  expect(await value(addon, 'insertFormula', { ...given, over: asked.at })).toMatchObject({
    state: 'inserted',
    cell: 'B2',
  });
  expect(sheet().get('B2').formula).toBe('=INFLU_BALANCE()');
  expect(await refusal(addon, 'insertFormula', { name: 'IMPORTXML', over: '' })).toMatch(/no formula/);
  sheet().protect('B2');
  const user = 'colleague@example.com';
  const served = await addon.emulator.serve('influSidebar', ['insertFormula', { ...given, over: asked.at }], { user });
  expect(served).toMatchObject({ value: { ok: false, message: 'B2 is protected. Select another cell.' } });
});

const EDITS: Record<string, (where: ReturnType<typeof sheet>) => void> = {
  'a row inserted above': (where) => where.insertRows(2),
  'a row inserted at it': (where) => where.insertRows(3),
  'two rows inserted above': (where) => where.insertRows(1, 2),
  'a row deleted above': (where) => where.deleteRows(1),
  'a column inserted at the left': (where) => where.insertColumns(1),
  'a column deleted at the left': (where) => where.deleteColumns(1),
};

test('rows or columns moved between any read, write or flush: no other cell is written to, nor lost', async () => {
  addon = await createAddon({ standin: { creators: 50 } });
  const texts = Array.from({ length: 6 }, (_, row) => ['A', 'B', 'C', 'D'].map((column) => column + (row + 1)));
  const name = 'INFLU_BALANCE';
  const wrong: string[] = [];
  for (const [edit, does] of Object.entries(EDITS)) {
    const moved = addon.emulator.spreadsheet.insertSheet(edit);
    moved.set('A1', texts);
    does(moved);
    for (const own of ['B3', ''])
      for (let [nth, isOver] = [0, false]; !isOver; nth++) {
        const target = addon.emulator.spreadsheet.insertSheet(`${edit} ${own} ${nth}`);
        target.set(
          'A1',
          texts.map((row) => row.map((text) => (text === 'B3' ? own : text))),
        );
        target.select('B3');
        const over = own === '' ? '' : (await value(addon, 'insertFormula', { name, over: '' })).at;
        let places = 0;
        addon.emulator.faults.intercept = ({ service, method, phase }) => {
          const isPlace = service === 'SpreadsheetApp' && phase === 'before';
          if (isPlace && /[gs]etValues|getFormulas|flush/.test(method) && places++ === nth) does(target);
        };
        await addon.emulator.serve('influSidebar', ['insertFormula', { name, over }]);
        delete addon.emulator.faults.intercept;
        isOver = places <= nth;
        if (isOver) continue;
        const all = 'A1:E8';
        moved.values(all).forEach((row, at) =>
          row.forEach((right, column) => {
            const a1 = columnLetters(column + 1) + (at + 1);
            const { value: stands, formula } = target.get(a1);
            const isRight = formula ? right === '' || right === 'B3' : stands === (right === 'B3' ? own : right);
            if (!isRight)
              wrong.push(
                `${edit}, call ${nth}, over ${own}: ${a1} holds ${formula || String(stands)} instead of ${String(right)}`,
              );
          }),
        );
      }
  }
  expect(wrong).toEqual([]);
});
