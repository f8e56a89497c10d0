import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ordinaryHandles } from '../setup/creators';
import { openWorkbench, type WorkbenchPage } from './workbench-page';
import { patiently } from './worker-browser';

// What people come for, played in a window of 1366 by 657 as a new user would: at most eight clicks each.
let bench: WorkbenchPage;
let clicks = 0;
beforeAll(async () => {
  bench = await openWorkbench({ viewport: { width: 1366, height: 657 } });
});
beforeEach(() => {
  clicks = 0;
});
afterAll(() => bench.close());

const MOST_CLICKS = 8;
const button = (name: string | RegExp) => bench.sidebar.getByRole('button', { name });
const shown = (text: string | RegExp) => bench.sidebar.getByText(text).first().waitFor();
const tab = (name: string) => bench.sidebar.getByRole('tab', { name });
async function click(what: { click: () => Promise<void> }): Promise<void> {
  clicks += 1;
  await what.click();
}
/** Two clicks in the sheet: the first cell, and the last with Shift, which the arrow stands for here. */
async function selectRows(first: string, rows: number): Promise<void> {
  clicks += 2;
  await bench.select(first);
  for (let more = 1; more < rows; more += 1) await bench.page.keyboard.press('Shift+ArrowDown');
}
const front = () => bench.workbench.emulator.spreadsheet.activeSheet();
const show = (name: string): Promise<void> =>
  bench.page.evaluate((sheet) => {
    const { workbook } = (window as unknown as { workbench: { workbook: any } }).workbench;
    workbook.setActiveSheet(workbook.getSheetByName(sheet));
  }, name);
const isOn = (name: string | RegExp) =>
  expect.poll(() => button(name).getAttribute('aria-disabled'), patiently).toBeNull();

test('a hundred creators found and written', async () => {
  await bench.clickMenu('influData', 'Find creators…');
  await isOn('Search ·');
  await click(bench.sidebar.getByRole('combobox', { name: 'Categories' }));
  await click(bench.sidebar.getByRole('listbox').getByRole('option').first());
  await click(button('Done'));
  await click(bench.sidebar.getByRole('textbox', { name: 'Followers from' }));
  await bench.page.keyboard.type('1k');
  await click(button('Search · 1 request'));
  await isOn('Write 100 creators · 4 requests');
  await bench.shot('clicks-find-results');
  await click(button(/^Write /));
  await shown(/^Written to/);
  await bench.shot('clicks-find-written');
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
});

// As many clicks as for 150, which would take six seconds of the clock on the wall.
test('a column of handles enriched', async () => {
  const sheet = bench.workbench.emulator.spreadsheet.insertSheet('Handles');
  sheet.set('A1', [['Handle'], ...ordinaryHandles(bench.workbench.standin, 20).map((handle) => [handle])]);
  clicks += 1;
  sheet.select('A:A');
  await click(tab('Enrich'));
  await isOn(/^Start · /);
  await bench.shot('clicks-enrich');
  await click(button(/^Start · /));
  await shown(/^Enriched: /);
  // Read once more at rest: what the header says is what influData has.
  await expect
    .poll(() => button(/ left · /).innerText(), patiently)
    .toContain(await bench.page.locator('#balance').innerText());
  await bench.shot('clicks-enrich-done');
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
});

test('two audience reports made and looked at', async () => {
  await show('Creators');
  await selectRows('A2', 2);
  await click(tab('Reports'));
  await isOn('Check for audience data');
  await bench.shot('clicks-report');
  await click(button('Check for audience data'));
  await isOn(/^Create /);
  await click(button(/^Create /));
  await shown(/^2 reports made$/);
  expect([front().name, front().selection()]).toEqual(['Creators', ['A2:A3']]);
  await shown('2 creators · Creators');
  await bench.shot('clicks-report-done');
  await click(button(/^Open /));
  await expect.poll(() => front().name, patiently).not.toBe('Creators');
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
});

test('posts of three creators, and their summary', async () => {
  await show('Creators');
  await selectRows('A2', 3);
  await click(tab('Content'));
  await click(button('Add from A2:A4'));
  await shown(/^3 creators from/);
  await bench.sidebar.getByRole('textbox', { name: 'At most, in posts' }).fill('10');
  await isOn('Get posts · at most 10 requests');
  await bench.shot('clicks-content');
  await click(button(/^Get posts/));
  await shown(/^Posts are in/);
  await click(button('Make summary · free'));
  await expect.poll(() => front().name, patiently).toMatch(/^Summary/);
  await bench.shot('clicks-content-summary');
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
});
