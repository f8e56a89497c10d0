import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { WorkbenchPage } from './workbench-page';
import { openWorkbench } from './workbench-page';
import { patiently } from './worker-browser';

// Selected handles become reports through the sidebar, with the real bundle: price, free check, sheets, what is free then.
let bench: WorkbenchPage;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.expectHonest());
afterAll(() => bench.close());

const button = (name: string | RegExp) => bench.sidebar.getByRole('button', { name });
const shown = (text: string | RegExp) => bench.sidebar.getByText(text).first().waitFor();
const items = (list: string): Promise<string[]> =>
  bench.sidebar.getByRole('list', { name: list }).getByRole('listitem').allInnerTexts();
const charged = (): number => bench.workbench.standin.charges.total();
const isOn = (name: string | RegExp) =>
  expect.poll(() => button(name).getAttribute('aria-disabled'), patiently).toBeNull();
const priceOf = async (name: string): Promise<number> =>
  Number(/· (\d+) request/.exec(await button(name).innerText())?.[1] ?? NaN);

test('the price, the free check, a comparison; then a report of one of them is free', async () => {
  await bench.selectColumn('A');
  await bench.clickMenu('influData', 'Audience report');
  await bench.sidebar.getByRole('radio', { name: 'Compare audiences' }).check();
  await shown('At most 20 at once: 5 more are selected and left out.');
  await shown('400 requests');
  await isOn('Check for audience data · free');
  await bench.shot('workbench-report-tab-price');
  await button('Check for audience data').click();
  await isOn('Compare');
  expect(charged()).toBe(0);
  const price = await priceOf('Compare');
  expect(price % 20).toBe(0);
  expect(price).toBeGreaterThan(0);
  await bench.shot('workbench-report-tab-checked');

  await button('Compare').click();
  await shown('Audiences compared');
  await button('Details').click();
  await expect.poll(() => items('Sheets that were made'), patiently).toHaveLength(1);
  // A report that was not ready costs 1 instead of 20.
  expect(charged()).toBeGreaterThan(0);
  expect(charged()).toBeLessThanOrEqual(price);
  await bench.shot('workbench-report-tab-done');
  const spent = charged();

  await bench.show('Creators');
  await bench.select('A2');
  await button('Read selection again').first().click();
  await bench.sidebar.getByRole('radio', { name: 'Audience report' }).check();
  await isOn('Create 1 report · free');
  await button('Create 1 report · free').click();
  await shown('1 report made');
  expect(charged()).toBe(spent);
  await bench.shot('workbench-report-tab-free');
});

test('from what was bought: a fit score and an offer check, free', async () => {
  const spent = charged();
  await bench.show('Creators');
  await bench.put('C1', 'Fee (EUR)');
  await bench.put('C2', '4000');
  await bench.put('C3', '90000');
  await bench.selectColumn('A');
  await button('Read selection again').first().click();
  await shown('A2:A26');
  await bench.sidebar.locator('summary', { hasText: 'Offer check' }).click();
  await expect
    .poll(() => bench.sidebar.getByLabel('Fee column').locator('option:checked').innerText(), patiently)
    .toBe('C · Fee (EUR)');
  // A click within a second of the look that showed another selection only says that it has changed.
  const hasChecked = async (): Promise<boolean> => {
    await button('Check offers · free').click();
    return bench.sidebar
      .getByText(/“Creators”: \d+ creators?\./)
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      );
  };
  await expect.poll(hasChecked, { ...patiently, interval: 1_000 }).toBe(true);
  await bench.shot('workbench-report-tab-offer');

  await bench.sidebar.locator('summary', { hasText: 'Fit score' }).click();
  await bench.sidebar.getByRole('combobox', { name: 'Audience countries' }).fill('Germany');
  await bench.sidebar.getByRole('option', { name: 'Germany' }).click();
  await bench.page.keyboard.press('Tab');
  await bench.sidebar.getByRole('checkbox', { name: '25–34' }).check();
  await button('Make fit score · free').click();
  await shown(/“Fit score.*”: 20 creators\./);
  await bench.sidebar.getByText('5 without a report').waitFor();
  await bench.shot('workbench-report-tab-fit');
  expect(charged()).toBe(spent);
});
