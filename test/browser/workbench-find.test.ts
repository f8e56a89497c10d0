import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { WorkbenchPage } from './workbench-page';
import { openWorkbench } from './workbench-page';
import { patiently } from './worker-browser';

// A search becomes a sheet, and picks of it columns of data, with the real bundle.
let bench: WorkbenchPage;
beforeAll(async () => {
  bench = await openWorkbench({ whole: true });
});
afterEach(() => bench.expectHonest());
afterAll(() => bench.close());

const button = (name: string | RegExp) => bench.sidebar.getByRole('button', { name });
const box = (name: string) => bench.sidebar.getByRole('textbox', { name });
const shown = (text: string | RegExp) => bench.sidebar.getByText(text).first().waitFor();
const charged = (): number => bench.workbench.standin.charges.total();
const sheetInFront = (): Promise<string> =>
  bench.page.evaluate(() => {
    const { workbook } = (window as unknown as { workbench: { workbook: any } }).workbench;
    return workbook.getActiveSheet().getSheetName() as string;
  });

test('a search is shown, priced and written to a sheet of its own, which is in front', async () => {
  await bench.clickMenu('influData', 'Find creators…');
  await bench.sidebar.getByRole('combobox', { name: 'Country', exact: true }).fill('Germany');
  await bench.page.keyboard.press('Tab');
  await box('Followers from').fill('10k');
  await button('Search · 1 request').click();
  await bench.sidebar.getByRole('heading', { name: /creators$/ }).waitFor();
  expect(charged()).toBe(1);
  await bench.shot('workbench-find-results');

  await button('Options…').click();
  // Its heading takes the focus a moment later, which must not come between a field and what is typed there.
  const hasFocus = () => bench.sidebar.locator('#write-title').evaluate((title) => title === document.activeElement);
  await expect.poll(hasFocus, patiently).toBe(true);
  await box('How many creators').fill('40');
  await button('Start · 1 request').click();
  await shown('Written to “Instagram Germany”');
  expect(charged()).toBe(2);
  await expect.poll(sheetInFront, patiently).toBe('Instagram Germany');
  await expect.poll(() => bench.value('A41'), patiently).not.toBeNull();
  const [headers = [], ...rows] = await bench.values('A1:E41');
  expect(headers).toEqual(['Handle', 'Name', 'Followers', 'Engagement %', 'Country']);
  const { creators } = bench.workbench.standin;
  for (const [handle, , followers, , country] of rows) {
    expect([handle, country]).toEqual([handle, 'Germany']);
    expect([handle, followers]).toEqual([handle, creators.find('instagram', String(handle))?.followers]);
  }
  expect(new Set(rows.map(([handle]) => handle)).size).toBe(40);
  await bench.shot('workbench-find-written');
});

test('picks are written free of charge, are selected, and get their data', async () => {
  const before = charged();
  await button('Dismiss').click();
  await button('Select').click();
  const picks = bench.sidebar.getByRole('checkbox', { name: /^Select / });
  await picks.nth(0).check();
  await picks.nth(1).check();
  // Both stand in the other sheet, and are wanted here all the same.
  await button('Enrich selected').click();
  await shown('A2:A3');
  expect(charged()).toBe(before);
  await button('Start · 2 requests').click();
  await shown('Enriched: “Instagram Germany 2”');
  expect(charged()).toBe(before + 2);
  await expect.poll(sheetInFront, patiently).toBe('Instagram Germany 2');
  const rows = await bench.values('A1:T3');
  const column = (header: string): unknown[] => rows.slice(1).map((row) => row[rows[0]?.lastIndexOf(header) ?? -1]);
  const { creators } = bench.workbench.standin;
  expect(column('Followers')).toEqual(
    column('Handle').map((handle) => creators.find('instagram', String(handle))?.followers),
  );
  expect(column('influData status')).toEqual(['done', 'done']);
  await bench.shot('workbench-find-enriched');
});
