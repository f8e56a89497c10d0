import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TEMPLATE_NAMES, type TemplateName } from '../../src/jobs/template/insert-template';
import { createAddon, type Addon } from '../setup/addon';
import { refusal, value } from './page';

let addon: Addon;
const opened = async (locale = 'en_US'): Promise<void> => {
  addon = await createAddon({ container: 'addon', locale, standin: { creators: 300 } });
  await addon.emulator.open();
};
beforeEach(() => opened());
afterEach(() => addon.close());

const LABELS: Record<TemplateName, string> = {
  shortlist: 'Shortlist',
  vetting: 'Vetting',
  campaign: 'Campaign tracker',
  plan: 'Media plan',
};
const LIGHTS = ['green', 'amber', 'red', 'unknown'];
const HEADER_ROW = 6;
const READING = {
  platform: 'instagram' as const,
  fields: ['followers'],
  which: 'all' as const,
  olderThanDays: 30,
  again: false,
};
const inserted = async (template: TemplateName): Promise<string> =>
  (await value(addon, 'insertTemplate', { template })).sheet;
const sheet = (name: string) => addon.emulator.spreadsheet.sheet(name);
const recalculated = () => addon.emulator.recalculate();
const tick = async (name: string): Promise<void> => {
  sheet(name).set('A4', true);
  await recalculated();
};

/** The cell under a header, in a row of the table counted from 1. */
function cellAt(name: string, header: string, row: number): unknown {
  const rows = sheet(name).values();
  const column = (rows[HEADER_ROW - 1] ?? []).indexOf(header);
  if (column < 0) throw new Error(`${name} has no ${header}`);
  return rows[HEADER_ROW - 1 + row]?.[column];
}
/** The cell that a label above the table names. */
function figure(name: string, label: string): unknown {
  const rows = sheet(name).values();
  const column = (rows[2] ?? []).indexOf(label);
  if (column < 0) throw new Error(`${name} has no ${label}`);
  return rows[3]?.[column];
}
function put(name: string, header: string, row: number, content: unknown): void {
  const column = (sheet(name).values()[HEADER_ROW - 1] ?? []).indexOf(header);
  sheet(name).set(`${String.fromCharCode(65 + column)}${HEADER_ROW + row}`, content as never);
}
const errorsIn = (name: string): string[] =>
  sheet(name)
    .values()
    .flat()
    .map(String)
    .filter((text) => /^#[A-Z]|Loading/.test(text));
const formulasIn = (name: string): string[] =>
  sheet(name)
    .formulas('A1:Z55')
    .flat()
    .filter((formula) => formula !== '');

describe.each(['en_US', 'de_DE'])('in %s', (locale) => {
  test('each template costs nothing until its box is ticked, then at most what stands beside it; no formula fails', async () => {
    if (locale !== 'en_US') {
      await addon.close();
      await opened(locale);
    }
    for (const template of TEMPLATE_NAMES) {
      const asked = addon.standin.charges.requests().length;
      const charged = addon.charged();
      await addon.emulator.menu.click(`Insert template ▸ ${LABELS[template]}`);
      await recalculated();
      const name = addon.emulator.spreadsheet.activeSheet().name;
      expect(name).toBe(LABELS[template]);
      expect(addon.emulator.ui.toasts.at(-1)?.message).toBe(`“${name}” is ready. Nothing was charged.`);
      expect([addon.standin.charges.requests().length, addon.charged()]).toEqual([asked, charged]);
      expect(errorsIn(name)).toEqual([]);
      expect(formulasIn(name).length).toBeGreaterThan(40);
      expect(sheet(name).data.frozenRows).toBe(HEADER_ROW);
      if (template === 'campaign') {
        expect(formulasIn(name).filter((formula) => formula.includes('INFLU_'))).toEqual([]);
        continue;
      }
      // Whether IF calls what it does not take is written nowhere: the handle itself waits for the tick.
      for (const formula of formulasIn(name).filter((each) => each.includes('INFLU_')))
        expect(formula).toMatch(/INFLU_PROFILE\(\$B\d+;IF\(\$A\$4;\$A\d+;""\);"/);
      expect(await addon.shown('INFLU_PROFILE', 'Instagram', '', 'followers, country')).toEqual([['', '']]);
      // The other tabs read its handles like those of any list, however much of the sheet is selected.
      const handles = sheet(name).values('A7:A11').flat().filter(Boolean).length;
      for (const area of ['A7:A11', 'A:A', 'A1:M46', 'A1:Z1000', 'A3:C20', 'A4:A11', 'A6:M11']) {
        sheet(name).select(area);
        const { header, keys, creators } = await value(addon, 'readSelection', READING);
        expect
          .soft([name, area, header, keys.headerRow, keys.platformColumn, creators])
          .toEqual([name, area, 'Creator', HEADER_ROW, 2, handles]);
      }
      const most = figure(name, 'Ticking costs up to');
      const creators = sheet(name).values('A7:A55').flat().filter(Boolean).length;
      expect(most).toBe(creators);
      expect(sheet(name).get('A4').validation?.criteria).toBe('CHECKBOX');
      await tick(name);
      expect(addon.charged() - charged).toBeLessThanOrEqual(creators);
      expect(errorsIn(name)).toEqual([]);
      for (let row = 1; row <= creators; row++) expect(cellAt(name, 'Followers', row)).toBeGreaterThan(1_000);
      sheet(name).set('A4', false);
      await recalculated();
      expect(cellAt(name, 'Followers', 1)).toBe('');
    }
    // The same creators in three sheets are paid once.
    expect(addon.charged()).toBe(5);
  });
});

describe('what the sheets say', () => {
  test('a light is unknown where a figure is missing, and goes by the thresholds in the cells', async () => {
    const name = await inserted('vetting');
    expect(sheet(name).data.conditionalFormats.map(({ values: [text] }) => text)).toEqual(LIGHTS);
    const lights = (): unknown[] => [1, 2, 3, 4, 5, 6].map((row) => cellAt(name, 'Light', row));
    expect(lights()).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown', '']);
    put(name, 'Creator', 2, 'nobody.has.this.handle');
    put(name, 'Creator', 3, '?');
    sheet(name).set('D3', [
      [1, 0, -100, 10_000],
      [1, 0, -100, 10_000],
    ]);
    // Typed by hand over the formula: one figure that is missing is enough.
    put(name, 'Creator', 6, 'mine');
    put(name, 'Followers', 6, 5_000);
    put(name, 'Engagement %', 6, 3);
    put(name, 'Data from', 6, new Date(addon.emulator.clock.now()));
    await tick(name);
    expect(lights()).toEqual(['green', 'unknown', 'unknown', 'green', 'green', 'unknown']);
    expect(cellAt(name, 'Not green because of', 6)).toBe('growth (missing)');
    // One that is red for certain is enough, whatever is missing beside it.
    put(name, 'Followers', 6, 0);
    await recalculated();
    expect(lights()[5]).toBe('red');
    put(name, 'Followers', 6, 5_000);
    put(name, 'Growth % a month', 6, 0);
    await recalculated();
    expect(lights()[5]).toBe('green');
    put(name, 'Creator', 6, '');
    await recalculated();
    expect(lights()[5]).toBe('');
    expect(cellAt(name, 'Not green because of', 2)).toMatch(/^followers \(missing\), engagement \(missing\)/);
    sheet(name).set('E3', 99);
    await recalculated();
    expect(lights()).toEqual(['amber', 'unknown', 'unknown', 'amber', 'amber', '']);
    expect(cellAt(name, 'Not green because of', 1)).toBe('engagement');
    sheet(name).set('E4', 98);
    await recalculated();
    expect(lights()).toEqual(['red', 'unknown', 'unknown', 'red', 'red', '']);
  });

  test('costs are blank until there is reach, totals count the posts that have it, and a budget goes down', async () => {
    const tracker = await inserted('campaign');
    await recalculated();
    expect([1, 2].map((row) => cellAt(tracker, 'CPM', row))).toEqual([(4500 / 310_000) * 1000, '']);
    expect(figure(tracker, 'CPM')).toBeCloseTo((4500 / 310_000) * 1000, 9);
    put(tracker, 'Reach', 2, 100_000);
    put(tracker, 'Reach', 1, 'soon');
    await recalculated();
    expect([1, 2].map((row) => cellAt(tracker, 'CPM', row))).toEqual(['', 22]);
    // Likes and comments are known, whatever the reach.
    expect([1, 2].map((row) => cellAt(tracker, 'Cost per engagement', row))).toEqual([4500 / 12_710, '']);
    expect([figure(tracker, 'CPM'), figure(tracker, 'Cost per engagement')]).toEqual([22, 4500 / 12_710]);
    expect(cellAt(tracker, 'Due', 1)).toBeInstanceOf(Date);
    put(tracker, 'Reach', 2, '');
    await recalculated();
    expect([figure(tracker, 'CPM'), errorsIn(tracker)]).toEqual(['', []]);

    const plan = await inserted('plan');
    await recalculated();
    expect([figure(plan, 'Left of budget'), figure(plan, 'CPM')]).toEqual([2000, '']);
    put(plan, 'Fee', 5, 2500);
    await tick(plan);
    expect(figure(plan, 'Left of budget')).toBe(-500);
    const followers = Number(cellAt(plan, 'Followers', 1));
    expect(cellAt(plan, 'Expected reach', 1)).toBeCloseTo((followers * 2 * 30) / 100, 6);
    expect(figure(plan, 'CPM')).toBeGreaterThan(0);
  });
});

test('a template inserted again gets a number; killed at any call, it leaves the other sheets and the money alone', async () => {
  const first = await inserted('vetting');
  sheet(first).set('A7', 'mine');
  const before = JSON.stringify([sheet('Sheet1').values(), sheet(first).values()]);
  const calls: string[] = [];
  addon.emulator.faults.intercept = ({ phase, service, method }) => {
    if (phase === 'after' && service === 'SpreadsheetApp') calls.push(method);
  };
  expect(await inserted('vetting')).toBe('Vetting 2');
  expect(calls.length).toBeGreaterThan(20);
  for (let at = 0; at < calls.length; at++) {
    let seen = 0;
    addon.emulator.faults.intercept = ({ phase, service }) =>
      phase === 'after' && service === 'SpreadsheetApp' && seen++ === at ? { kill: true } : undefined;
    await addon.emulator.serve('influSidebar', ['insertTemplate', { template: 'vetting' }]);
  }
  delete addon.emulator.faults.intercept;
  await recalculated();
  expect(JSON.stringify([sheet('Sheet1').values(), sheet(first).values()])).toBe(before);
  const next = await inserted('vetting');
  expect(sheet(next).formulas('A1:M55')).toEqual(sheet(first).formulas('A1:M55'));

  // No room is noticed before anything is made.
  const big = addon.emulator.spreadsheet.insertSheet('Big');
  const { sheets } = addon.emulator.spreadsheet.book;
  const cells = sheets.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
  big.insertRows(1000, Math.floor((10_000_000 - cells) / 26));
  const names = sheets.map(({ name }) => name);
  expect(await refusal(addon, 'insertTemplate', { template: 'plan' })).toMatch(
    /couldn't add a sheet: .*10000000 cells/,
  );
  expect(sheets.map(({ name }) => name)).toEqual(names);
  expect([addon.charged(), addon.standin.charges.requests()]).toEqual([0, []]);
});
