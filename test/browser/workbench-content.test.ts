import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { WorkbenchPage } from './workbench-page';
import { openWorkbench } from './workbench-page';
import { patiently } from './worker-browser';

// Posts of selected creators become a sheet that is kept in step and summed up, with the real bundle.
let bench: WorkbenchPage;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.expectHonest());
afterAll(() => bench.close());

const button = (name: string | RegExp) => bench.sidebar.getByRole('button', { name });
const text = (name: string) => bench.sidebar.getByRole('textbox', { name, exact: true });
const part = (name: string) => bench.sidebar.locator('summary', { hasText: name });
const shown = (what: string | RegExp) => bench.sidebar.getByText(what).first().waitFor();
const charged = (): number => bench.workbench.standin.charges.total();
const isOn = (name: string | RegExp) =>
  expect.poll(() => button(name).getAttribute('aria-disabled'), patiently).toBeNull();
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const sheetInFront = (): Promise<string> =>
  bench.page.evaluate(() => {
    const { workbook } = (window as unknown as { workbench: { workbook: any } }).workbench;
    return workbook.getActiveSheet().getSheetName() as string;
  });
const idsInSheet = async (): Promise<string[]> =>
  (await bench.values('S2:S400')).map(([id]) => String(id ?? '')).filter((id) => id !== '');

const handles = async (): Promise<string[]> => (await bench.values('A2:A4')).map(([handle]) => String(handle));
const postsOf = (handle: string): string[] => {
  const { creators, posts } = bench.workbench.standin;
  const creator = creators.find('instagram', handle);
  return creator ? [...posts.of(creator)].map(({ contentId }) => contentId) : [];
};

interface Work {
  /** Writes of cells that came from the script, and calculations. */
  writes: number;
  rounds: number;
  /** What a cell was given to show that no sheet of ours shows: errors, `Loading...`. */
  odd: string[];
}

/** Counts what the page's engine is given to do from now on. */
async function countWork(): Promise<() => Promise<Work>> {
  await bench.page.evaluate(() => {
    const { api } = (window as unknown as { workbench: { api: any } }).workbench;
    const work: Work = { writes: 0, rounds: 0, odd: [] };
    Object.assign(window, { work });
    const cellsIn = (value: unknown): unknown[] => {
      if (typeof value !== 'object' || value === null) return [];
      return 'v' in value ? [value.v] : Object.values(value).flatMap(cellsIn);
    };
    api.addEvent(api.Event.CommandExecuted, (event: any) => {
      const { id, params, options } = event;
      if (id === 'formula.mutation.set-formula-calculation-start') work.rounds += 1;
      if (id === 'sheet.mutation.set-range-values' && options?.fromCollab) work.writes += 1;
      if (!/set-range-values|set-array-formula-data/.test(id)) return;
      const given = cellsIn(params.cellValue ?? params.arrayFormulaCellData).map(String);
      work.odd.push(...given.filter((shows) => /^#|^Loading|^\[object|^NaN$/.test(shows)));
    });
  });
  return () => bench.page.evaluate(() => (window as unknown as { work: Work }).work);
}

let chosen: string[] = [];

test('filters with the creators of the selected cells, a price, and a sheet of their posts', async () => {
  chosen = await handles();
  await bench.select('A2');
  await bench.page.keyboard.press('Shift+ArrowDown');
  await bench.page.keyboard.press('Shift+ArrowDown');
  await bench.clickMenu('influData', 'Find creators…');
  await bench.sidebar.getByRole('tab', { name: 'Content' }).click();
  await button(/^Add from /).click();
  await shown('3 creators from 3 rows of Creators.');
  await bench.sidebar.getByRole('checkbox', { name: 'TikTok' }).uncheck();
  await text('Followers from').fill('0');
  await text('At most, in posts').fill('10');
  await shown('Up to 10 posts, at most 10 requests');
  await isOn('Get posts · at most 10 requests');
  expect(charged()).toBe(0);
  await bench.shot('workbench-content-filters');

  await button('Get posts · at most 10 requests').click();
  await shown('Posts are in “Content');
  await shown('there may be more');
  expect(charged()).toBe(10);
  await expect.poll(sheetInFront, patiently).toMatch(/^Content/);
  const [headers = [], ...rows] = await bench.values('A1:S11');
  expect(headers.slice(0, 5)).toEqual(['Handle', 'Platform', 'Type', 'Uploaded', 'Followers']);
  expect(rows).toHaveLength(10);
  const { posts } = bench.workbench.standin;
  for (const row of rows) {
    const value = (header: string): unknown => row[headers.indexOf(header)];
    const post = posts.find(String(value('Content id')));
    expect([value('Handle'), value('Reach'), value('Likes')]).toEqual([
      post?.creator.username,
      post?.reach,
      post?.likes,
    ]);
    expect(chosen).toContain(value('Handle'));
  }
  await bench.shot('workbench-content-got');
});

test('syncs fetch what was left out and what is new, each post once, and cost the posts that come', async () => {
  await shown('incomplete: the next sync gets the missing posts first');
  const all = chosen.flatMap(postsOf);
  await part('What to get').click();
  const most = bench.sidebar
    .getByRole('region', { name: /^Content/ })
    .getByRole('textbox', { name: 'At most, in posts' });
  await most.fill('300');
  await button('Sync now · at most 300 requests').click();
  await shown(/^Synced “Content/);
  await shown(/up to date through/);
  await expect.poll(async () => (await idsInSheet()).sort(), patiently).toEqual([...all].sort());
  const before = charged();

  const { creators, posts } = bench.workbench.standin;
  const creator = creators.find('instagram', chosen[0] ?? '');
  if (!creator) throw new Error(`no creator ${chosen[0]}`);
  const { contentId } = posts.add(creator, { uploadedMs: Date.now() - 1000 });
  await button('Dismiss').click();
  await button('Sync now · at most 100 requests').click();
  await shown(/^Synced “Content/);
  await expect.poll(async () => (await idsInSheet()).sort(), patiently).toEqual([...all, contentId].sort());
  // Pieces of the watermark's own instant come again, so that none of it is missed.
  expect(charged()).toBeGreaterThan(before);
  await bench.shot('workbench-content-synced');
});

test('the campaign summary follows the sheet in formulas and charts, with the user’s own rate', async () => {
  const before = charged();
  const reach = sum((await bench.values('A2:G400')).map((row) => Number(row[5] ?? 0)));
  const work = await countWork();
  await part('Campaign summary').click();
  await bench.sidebar.getByLabel('Earned media: your rate per 1,000 reach').fill('12.50');
  await button('Make the summary · free').click();
  await expect.poll(sheetInFront, patiently).toMatch(/^Summary/);
  await expect.poll(() => bench.value('A5'), patiently).toBe(chosen.flatMap(postsOf).length);
  await expect.poll(() => bench.value('B5'), patiently).toBe(reach);
  await expect.poll(() => bench.value('F5'), patiently).toBeCloseTo((reach / 1000) * 12.5);
  await expect.poll(() => bench.formula('B5'), patiently).toMatch(/^=SUM/);
  // Spilled: in the cell's own formula stands the first alone.
  const creators = async (): Promise<string[]> =>
    (await Promise.all(['A26', 'A27', 'A28', 'A29'].map((cell) => bench.shown(cell)))).map(
      (name) => name.split(' · ')[0] ?? '',
    );
  await expect.poll(async () => (await creators()).sort(), patiently).toEqual(['', ...chosen].sort());
  const reaches = async (): Promise<number[]> => (await bench.values('B26:B28')).map(([value]) => Number(value));
  await expect.poll(async () => sum(await reaches()), patiently).toBe(reach);
  const inOrder = await reaches();
  expect(inOrder).toEqual([...inOrder].sort((one, other) => other - one));
  expect(charged()).toBe(before);
  // Univer looks through every formula at each write: one a cell, as scripts write, took a minute.
  const { writes, rounds, odd } = await work();
  expect(writes).toBeLessThan(6);
  expect(rounds).toBeLessThan(8);
  expect(odd).toEqual([]);
  // Its sheet can be synced from here as well.
  await button('Sync now · at most 100 requests').waitFor();
  await button('Update summary · free').waitFor();
  await bench.shot('workbench-content-summary');
});

test('where the add-on may not make schedules, the daily sync stays off and says why', async () => {
  await part('Sync every day').click();
  await text('A sync spends at most').fill('50');
  await button('Every day · at most 50 requests').click();
  await shown('Google wants one more permission for that');
  await shown('Sync every day off');
});
