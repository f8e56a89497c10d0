import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { WorkbenchPage } from './workbench-page';
import { openWorkbench } from './workbench-page';
import { patiently } from './worker-browser';

// The sidebar's other paths over the real bundle: saved searches, a search that fails, settings, the platform's refusal.
let bench: WorkbenchPage;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.expectHonest());
afterAll(() => bench.close());

const button = (name: string | RegExp) => bench.sidebar.getByRole('button', { name });
/** Not _Reset filters_. */
const filtersButton = () => bench.sidebar.getByRole('button', { name: 'Filters', exact: true });
const shown = (text: string | RegExp) => bench.sidebar.getByText(text).first().waitFor();
const charged = (): number => bench.workbench.standin.charges.total();

test('a search that fails says why and costs nothing; asked again it is shown; saved, its run is free', async () => {
  const { standin } = bench.workbench;
  await bench.clickMenu('influData', 'Find creators…');
  await bench.sidebar.getByRole('combobox', { name: 'Country', exact: true }).fill('Austria');
  await bench.page.keyboard.press('Tab');
  const fault = standin.faults.add({ endpoint: 'discovery', status: 403 });
  await button('Search · 1 request').click();
  await shown(/influData refused this/);
  expect(charged()).toBe(0);
  fault.remove();
  await button('Search · 1 request').click();
  await bench.sidebar.getByRole('heading', { name: /creators$/ }).waitFor();
  expect(charged()).toBe(1);
  await button('Save').click();
  await bench.sidebar.getByRole('textbox', { name: 'Name' }).fill('Alps');
  await bench.page.keyboard.press('Enter');
  await filtersButton().click();
  await bench.sidebar.locator('summary', { hasText: 'Saved searches' }).click();
  await button('Run · free, Alps').click();
  await bench.sidebar.getByRole('heading', { name: /creators$/ }).waitFor();
  expect(charged()).toBe(1);
});

test('a cap that is changed is stored; the key is tested; what Google refuses is explained', async () => {
  const { emulator } = bench.workbench;
  await bench.sidebar.getByRole('tab', { name: 'Account' }).click();
  await bench.sidebar.getByLabel('Daily cap').fill('77');
  await button('Save 1 change').click();
  await shown(/^Saved$/);
  expect(emulator.stores.properties('document').all()['INFLUDATA_SETTINGS']).toContain('"maxRequestsPerDay":77');
  await button('Test').click();
  await shown(/The key works/);
  emulator.faults.refuseServe = () => ({ name: 'ScriptError', message: 'PERMISSION_DENIED' });
  await button('Test').click();
  await shown(/signed in to several Google accounts/);
  delete emulator.faults.refuseServe;
  expect(charged()).toBe(1);
});

test('a template charges nothing before its box is ticked with a click, also where IF calls what it does not take', async () => {
  const before = charged();
  const calculations = await bench.page.evaluateHandle(() => {
    const { api, functions } = (window as unknown as { workbench: { api: any; functions: any } }).workbench;
    const seen = { done: 0, loading: () => functions.loading() as number };
    api.getFormula().calculationResultApplied(() => (seen.done += 1));
    return seen;
  });
  await bench.clickMenu('influData', 'Insert template', 'Vetting');
  await expect.poll(() => bench.shown('C11'), patiently).toBe('unknown');
  // The page's own engine has been through every formula, and has its answers.
  await expect
    .poll(() => calculations.evaluate(({ done, loading }) => done > 0 && loading() === 0), patiently)
    .toBe(true);
  expect([await bench.shown('D11'), charged()]).toEqual(['', before]);
  // The script lays out rows and columns to the last.
  await expect.poll(() => bench.page.locator('.running').textContent(), patiently).toBe('');
  const box = await bench.page.evaluate(() => {
    const { workbook, cellOnPage } = (window as unknown as { workbench: { workbook: any; cellOnPage: any } }).workbench;
    const { x, y, height } = cellOnPage(workbook.getActiveSheet().getRange('A4')) as DOMRect;
    return { x: x + height / 2, y: y + height / 2 };
  });
  await bench.page.mouse.click(box.x, box.y);
  await expect.poll(() => bench.workbench.emulator.spreadsheet.sheet('Vetting').get('A4').value, patiently).toBe(true);
  await expect.poll(() => bench.shown('D11'), patiently).toBe('20,300,000');
  await expect.poll(() => bench.shown('C11'), patiently).toMatch(/green|amber|red/);
  // The rows come one by one.
  await expect.poll(charged, patiently).toBe(before + 5);
  await expect.poll(() => calculations.evaluate(({ loading }) => loading()), patiently).toBe(0);
  expect(charged()).toBe(before + 5);
  await bench.shot('workbench-template');
});

test('Help inserts an example that is calculated and finds the installation in order; a template charges nothing', async () => {
  await bench.clickMenu('influData', 'Help…');
  const help = bench.sidebar.locator('#panel-help');
  const open = (title: string): Promise<void> => help.locator('summary', { hasText: title }).click();
  await open('Formulas');
  await bench.select('N20');
  const before = charged();
  await button('Insert · 1 request: INFLU_COUNT').click();
  await help.getByText('Inserted in N20.').waitFor();
  await expect.poll(() => bench.value('N20'), patiently).toBeGreaterThan(0);
  expect(charged()).toBe(before + 1);
  await open('Check this installation');
  await button('Check · free').click();
  await help.getByText('Everything works.').waitFor();
  await bench.shot('workbench-help');
  await bench.sidebar.getByRole('tab', { name: 'Manage' }).click();
  const manage = bench.sidebar.locator('#panel-manage');
  await manage.locator('summary', { hasText: 'Templates' }).click();
  await button('Insert Shortlist').click();
  await manage.getByText('Made “Shortlist”. Nothing was charged.').waitFor();
  expect(charged()).toBe(before + 1);
});
