import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { column, ordinaryHandles } from '../setup/creators';
import { openWorkbench, started, type WorkbenchPage } from './workbench-page';
import { patiently } from './worker-browser';

// What people come for, played in a window of 1366 by 657 as a new user would: at most eight clicks each. What stands in the
// sidebar on the way is looked at there, at 500 px and zoomed to 200 %.
let bench: WorkbenchPage;
let clicks = 0;
const ROWS = 150;
const SAVED = 130;
beforeAll(async () => {
  bench = await openWorkbench({ viewport: { width: 1366, height: 657 } });
  // Most of what is enriched below; a run would take thirteen seconds for them at the pace that the API allows.
  saved = save(column(ordinaryHandles(bench.workbench.standin, SAVED)));
});
let saved: Promise<void>;
/** Again where a slow machine leaves the formula no time for all of them: it goes on from what it has saved. */
async function save(handles: string[][], tries = 10): Promise<void> {
  const { value } = await bench.workbench.emulator.cell('INFLU_ENGAGEMENT', 'instagram', handles);
  if ([value].flat(2).every((each) => typeof each === 'number')) return;
  if (tries === 0) throw new Error(`Not saved: ${JSON.stringify(value)}`);
  await save(handles, tries - 1);
}
beforeEach(({ onTestFailed }) => {
  clicks = 0;
  // What a person would read there says more than which button never came.
  onTestFailed(async () => console.log(await bench.sidebar.locator('body').innerText()));
});
afterEach(() => bench.expectHonest());
afterAll(() => bench.close());

const MOST_CLICKS = 8;
const button = (name: string | RegExp) => bench.sidebar.getByRole('button', { name });
/** Not _Reset filters_. */
const filtersButton = () => bench.sidebar.getByRole('button', { name: 'Filters', exact: true });
const shown = (text: string | RegExp) => bench.sidebar.getByText(text).first().waitFor();
const tab = (name: string) => bench.sidebar.getByRole('tab', { name });
async function click(what: { click: () => Promise<void> }): Promise<void> {
  clicks += 1;
  await what.click();
}
/** Two clicks in the sheet: the first cell, and the last with Shift, which the arrow stands for. Until the document knows. */
async function selectRows(first: string, rows: number): Promise<void> {
  clicks += 2;
  const wanted = `${first}:A${Number(first.slice(1)) + rows - 1}`;
  for (let tries = 0; tries < 12; tries += 1) {
    await bench.select(first);
    for (let more = 1; more < rows; more += 1) await bench.page.keyboard.press('Shift+ArrowDown');
    const told = expect.poll(() => front().selection().join(), { timeout: 5_000 }).toBe(wanted);
    if (
      await told.then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error(`${wanted} is not selected.`);
}
const front = () => bench.workbench.emulator.spreadsheet.activeSheet();
const isOn = (name: string | RegExp) =>
  expect.poll(() => button(name).getAttribute('aria-disabled'), patiently).toBeNull();
const looksGood = async (name: string): Promise<void> => expect(await bench.looks('clicks-' + name), name).toEqual([]);

test('a hundred creators found and written', async () => {
  await bench.clickMenu('influData', 'Find creators…');
  // Extensions, and the item: the submenu opens by hovering.
  clicks += 2;
  await isOn('Search ·');
  await click(bench.sidebar.getByRole('combobox', { name: 'Categories' }));
  await click(bench.sidebar.getByRole('listbox').getByRole('option').first());
  await looksGood('find-list');
  await click(button('Done'));
  await click(bench.sidebar.getByRole('textbox', { name: 'Followers from' }));
  await bench.page.keyboard.type('1k');
  await looksGood('find');
  await click(button('Search · 1 request'));
  await isOn('Write 100 creators · 4 requests');
  await looksGood('find-results');
  await click(button(/^Write /));
  await shown(/^Written to/);
  await looksGood('find-written');
  expect(front().values('A2:A101').flat().filter(Boolean)).toHaveLength(100);
  expect(await bench.clipped()).toEqual([]);
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
});

test('a column of 150 handles enriched', async () => {
  await saved;
  clicks += 1;
  await bench.listOf('Handles', ordinaryHandles(bench.workbench.standin, ROWS));
  await click(tab('Enrich'));
  await isOn(`Start · ${ROWS - SAVED} requests`);
  await looksGood('enrich');
  await click(button(/^Start · /));
  await shown(/^Enriched: /);
  await shown(`${ROWS - SAVED} of ${ROWS - SAVED} requests used`);
  // Read once more at rest: what the header says is what influData has.
  await expect
    .poll(() => button(/ left · /).innerText(), patiently)
    .toContain(await bench.page.locator('#balance').innerText());
  await shown('Followers, Engagement % and Country are already in the sheet.');
  await shown('E‑mail, Growth % a month and Median views');
  await looksGood('enrich-done');
  expect(await bench.clipped()).toEqual([]);
  expect(
    front()
      .values(`B2:B${ROWS + 1}`)
      .flat()
      .filter(Number),
  ).toHaveLength(ROWS);
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
});

test('two audience reports made and looked at', async () => {
  await bench.show('Creators');
  await selectRows('A2', 2);
  await click(tab('Reports'));
  await isOn('Check for audience data');
  await looksGood('report');
  clicks += 1;
  await started(button('Check for audience data'));
  await isOn(/^Create /);
  await looksGood('report-checked');
  await click(button(/^Create /));
  await shown(/^2 reports made$/);
  expect([front().name, front().selection()]).toEqual(['Creators', ['A2:A3']]);
  await shown('2 creators · Creators');
  await looksGood('report-done');
  await click(button(/^Open /));
  await expect.poll(() => front().name, patiently).not.toBe('Creators');
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
});

test('posts of three creators, and their summary', async () => {
  await bench.show('Creators');
  await selectRows('A2', 3);
  await click(tab('Content'));
  await click(button('Add from A2:A4'));
  await shown(/^3 creators from/);
  await click(bench.sidebar.getByRole('textbox', { name: 'At most, in posts' }));
  await bench.sidebar.getByRole('textbox', { name: 'At most, in posts' }).fill('10');
  await isOn('Get posts · at most 10 requests');
  await looksGood('content');
  await click(button(/^Get posts/));
  await shown(/^Posts are in/);
  await looksGood('content-done');
  expect(await bench.clipped()).toEqual([]);
  await click(button('Make summary · free'));
  await expect.poll(() => front().name, patiently).toMatch(/^Summary/);
  await looksGood('content-summary');
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
});

test('the tabs that none of these was played in', async () => {
  for (const name of ['Manage', 'Account']) {
    await tab(name).click();
    await looksGood(name.toLowerCase());
  }
  await button('Open the log').click();
  await shown(/^The log tab is open, with \d+ new lines\.$/);
  expect(front().name).toBe('influData log');
  const [headers, ...lines] = front().displays('A1:G60');
  expect(headers).toEqual(['Time', 'Who', 'What', 'Detail', 'Creators', 'Requests', 'Unconfirmed, at most']);
  // Together: a call that was too early for the API is sent again, free, in a line of its own.
  const told = new Map<string, number>();
  for (const [, , what, detail, , requests] of lines.filter(([time]) => time))
    told.set(`${what}, ${detail}`, (told.get(`${what}, ${detail}`) ?? 0) + Number(requests));
  told.delete('Formula, creator data');
  expect([...told]).toEqual([
    ['Search, search results', 5],
    ['Enrich, creator data', ROWS - SAVED],
    ['Report, free check of creators', 0],
    ['Report, creator data', 40],
    ['Content, posts', 10],
  ]);
  expect(await bench.clipped()).toEqual([]);
  await bench.shot('clicks-log');
});

test('Find by the keyboard alone: Enter chooses and searches, Tab goes on, Escape closes; and it stays light', async () => {
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await bench.page.keyboard.press(key);
  };
  const list = bench.sidebar.getByRole('listbox');
  const combo = (name: string) => bench.sidebar.getByRole('combobox', { name, exact: true });
  await tab('Find').focus();
  await press('Enter');
  await filtersButton().focus();
  await press('Enter');
  await button('Save').focus();
  await press('Enter');
  const saving = bench.sidebar.getByRole('textbox', { name: 'Name' });
  await saving.waitFor();
  await combo('Categories').focus();
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await shown('2 selected');
  await press('Tab');
  await expect.poll(() => list.count(), patiently).toBe(0);
  expect(await combo('Country').evaluate((field) => field === document.activeElement)).toBe(true);
  await press('ArrowDown');
  await list.waitFor();
  await press('Escape');
  await expect.poll(() => list.count(), patiently).toBe(0);
  await saving.waitFor();
  await press('Escape');
  await expect.poll(() => saving.count(), patiently).toBe(0);
  await bench.page.emulateMedia({ colorScheme: 'dark' });
  await looksGood('find-dark');
  expect(await bench.sidebar.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
  await bench.page.emulateMedia({ colorScheme: null });
  await bench.sidebar.getByRole('textbox', { name: 'Followers from' }).focus();
  await press('Enter');
  await isOn(/^Write /);
  await button('Options…').focus();
  await press('Enter');
  await button(/^Start · /).waitFor();
  await looksGood('find-options');
  await press('Escape');
  await expect.poll(() => button(/^Start · /).count(), patiently).toBe(0);
  await isOn(/^Write /);
});

/** What stands on the button of each. */
const PRICES = {
  Find: /Write \d+ creators · [4-9] requests/,
  Enrich: /Start · 20 requests/,
  Reports: /Compare 20 creators · 20 requests/,
  Content: /Get posts · at most 10 requests/,
  Manage: /Get and check · 20 requests/,
};
// Each allows less than the one before. What was charged so far is known: nothing was lost.
const spent = (): number => bench.workbench.standin.charges.total();
const LIMITS = [
  ['Cap per run', () => 3, 'The run will stop after 3 requests, at the cap per run.'],
  ['Daily cap', () => spent() + 2, "The run will stop after 2 requests, at today's cap."],
  ['Keep at least this balance', () => 10_000 - spent() - 1, 'The run will stop after 1 request, at the balance.'],
] as const;

test('a price above the cap of a run, of the day, or the balance is said before Start, in every tab that spends; then it stops there', async () => {
  await button('Dismiss').first().click();
  await bench.listOf('Dear', ordinaryHandles(bench.workbench.standin, ROWS + 20).slice(ROWS));
  await tab('Reports').click();
  await bench.sidebar.getByRole('radio', { name: 'Compare creators' }).check();
  await tab('Manage').click();
  await bench.sidebar.locator('summary', { hasText: 'Conflict check' }).click();
  const before = spent();
  for (const [name, value, says] of LIMITS) {
    await tab('Account').click();
    await bench.sidebar.getByLabel(name).fill(String(value()));
    await button('Save 1 change').click();
    await shown(/^Saved$/);
    for (const [where, price] of Object.entries(PRICES)) {
      await tab(where).click();
      const panel = bench.sidebar.locator('#panel-' + where.toLowerCase());
      const tells = async (): Promise<boolean[]> => {
        const text = await panel.innerText();
        return [text.includes(says), price.test(text)];
      };
      await expect.poll(tells, { ...patiently, message: where + ': ' + name }).toEqual([true, true]);
      if (name === 'Daily cap') await looksGood('dear-' + where.toLowerCase());
    }
  }
  expect(spent()).toBe(before);
  await tab('Enrich').click();
  await started(button('Start · 20 requests'));
  await shown('1 of 3 requests used');
  await button('Resume').waitFor();
  await looksGood('dear-stopped');
  expect(spent()).toBe(before + 1);
});
