import { afterAll, beforeAll, expect, test } from 'vitest';
import { ordinaryHandles } from '../setup/creators';
import type { WorkbenchPage } from './workbench-page';
import { openWorkbench } from './workbench-page';
import { patiently } from './worker-browser';

// What a person expects of a spreadsheet around the add-on: words under the pointer, sorting, a filter, a way back.
let bench: WorkbenchPage;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const card = () => bench.page.locator('#cell-card');
const properties = () => bench.workbench.emulator.stores.properties('document');
const creators = () => bench.workbench.emulator.spreadsheet.sheet('Creators');
const handles = (): unknown[] =>
  creators()
    .values('A2:A26')
    .map(([handle]) => handle);
const inOrder = (): string[] => [...bench.workbench.standin.creators.demoSheet].sort();

async function hover(a1: string): Promise<void> {
  const { x, y } = await bench.page.evaluate((address) => {
    const { workbook, cellOnPage } = (window as any).workbench;
    const at: DOMRect = cellOnPage(workbook.getActiveSheet().getRange(address));
    return { x: at.x + at.width / 2, y: at.y + at.height / 2 };
  }, a1);
  await bench.page.mouse.move(x, y, { steps: 3 });
}
const dataMenu = async (item: string): Promise<void> => {
  await bench.page.getByRole('button', { name: 'Data', exact: true }).click();
  await bench.page.getByRole('menuitem', { name: item, exact: true }).click();
};

test('the pointer over a formula’s cell shows the whole sentence behind an error or a state, and nothing over a number', async () => {
  const [first = '', second = ''] = ordinaryHandles(bench.workbench.standin, 2);
  await bench.put('C3', `=INFLU_ENGAGEMENT("instagram", "${first}")`);
  await expect.poll(() => bench.value('C3'), patiently).toBeTypeOf('number');
  await bench.put('C4', '=INFLU_ENGAGEMENT("instagram", "anna@example.com")');
  await expect.poll(() => bench.shown('C4'), patiently).toBe('#ERROR!');
  properties().set('INFLUDATA_SETTINGS', JSON.stringify({ maxRequestsPerDay: 1 }));
  await bench.put('C5', `=INFLU_ENGAGEMENT("instagram", "${second}")`);
  await expect.poll(() => bench.shown('C5'), patiently).toMatch(/^budget reached: /);
  const state = await bench.shown('C5');
  await bench.put('C7', '=C8/0');
  await bench.put('C9', '=FILTER(A2:A4, A2:A4="nobody")');
  await bench.select('F12');

  await hover('C4');
  await expect.poll(() => card().locator('.error').textContent(), patiently).toMatch(/e-mail/);
  await hover('C5');
  await expect.poll(() => card().textContent(), patiently).toBe(state);
  await bench.shot('workbench-hover');
  await hover('C7');
  await expect.poll(() => card().textContent(), patiently).toBe('ErrorDivision by zero.');
  // Named by the engine in Excel's way, which Sheets does not know.
  await expect.poll(() => bench.shown('C9'), patiently).toBe('#N/A');
  await hover('C9');
  await expect.poll(() => card().textContent(), patiently).toBe('ErrorDid not find what this formula looks for.');
  await bench.page.mouse.move(300, 20);
  await expect.poll(() => card().isHidden(), patiently).toBe(true);
  await hover('C3');
  await expect.poll(() => card().isHidden(), patiently).toBe(true);
  // Univer's own words for errors would stand in a popup of its own.
  expect(await bench.page.getByText('divide by zero', { exact: false }).count()).toBe(0);
});

test('the sheet is sorted by a column, both ways and as a range, below the frozen row; formulas and notes go with their rows', async () => {
  await bench.put('C2', '=A2&"!"');
  const before = handles();
  await bench.select('A9');
  await dataMenu('Sort sheet A to Z');
  await expect.poll(handles, patiently).toEqual(inOrder());
  await bench.shot('workbench-sorted');
  const row = 2 + inOrder().indexOf(String(before[0]));
  expect(await bench.formula(`C${row}`)).toBe(`=A${row}&"!"`);
  await expect.poll(() => creators().values(`C${row}`)[0]?.[0], patiently).toBe(`${String(before[0])}!`);
  expect(creators().formulas('A1')).toEqual([['']]);
  expect(creators().values('A1')[0]?.[0]).toBe('Instagram handle');

  // As in Sheets, also from the header of the column.
  const first = await bench.page.evaluate(() => {
    const { workbook, cellOnPage } = (window as any).workbench;
    return cellOnPage(workbook.getActiveSheet().getRange('A1')) as DOMRect;
  });
  await bench.page.mouse.click(first.x + 50, first.y - 8, { button: 'right' });
  await bench.shot('workbench-header-menu');
  await bench.page.getByText('Sort sheet Z to A').last().click();
  await expect.poll(handles, patiently).toEqual(inOrder().reverse());

  await bench.select('A2');
  await bench.page.keyboard.press('Shift+ArrowDown');
  await bench.page.keyboard.press('Shift+ArrowDown');
  await dataMenu('Sort range A to Z');
  const [one, two, three, ...others] = inOrder().reverse();
  await expect.poll(handles, patiently).toEqual([three, two, one, ...others]);
});

test('a filter on chosen values hides rows, the add-on is told which, and a reload keeps it', async () => {
  const { page } = bench;
  const filtered = (): unknown[] =>
    creators()
      .data.rowProperties.flatMap((row, index) => (row?.filtered ? [index + 1] : []))
      .map((row) => creators().values(`A${row}`)[0]?.[0]);
  /** As drawn; nothing where the row is hidden. */
  const heightOf = (row: number): Promise<number> =>
    page.evaluate((at) => {
      const { workbook, cellOnPage } = (window as any).workbench;
      return (cellOnPage(workbook.getActiveSheet().getRange(`A${at}`)) as DOMRect).height;
    }, row);
  const kept = new Set<unknown>(['adidas', 'bmw']);
  const others = handles().filter((handle) => !kept.has(handle));

  await bench.select('A3');
  await dataMenu('Create a filter');
  const corner = await page.evaluate(() => {
    const { workbook, cellOnPage } = (window as any).workbench;
    const at: DOMRect = cellOnPage(workbook.getActiveSheet().getRange('A1'));
    return { x: at.right - 10, y: at.bottom - 10 };
  });
  const panel = page.locator('[data-u-comp="sheets-filter-panel"]').first();
  // The icon takes clicks once it was drawn.
  const isOpen = async (): Promise<boolean> => {
    if (await panel.isVisible()) return true;
    await page.mouse.click(corner.x, corner.y);
    return panel.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(isOpen, patiently).toBe(true);
  // All of them, then the first and the third.
  for (const box of [0, 1, 3]) await panel.locator('[data-u-comp="checkbox"]').nth(box).click();
  await bench.shot('workbench-filter');
  await panel.getByRole('button', { name: 'Confirm' }).click();
  await expect.poll(filtered, patiently).toEqual(others);
  expect(creators().data.filter).toEqual({ row: 1, column: 1, rows: 26, columns: 3 });
  await bench.shot('workbench-filtered');

  await bench.reload();
  const areSeen = async (): Promise<boolean[]> =>
    (await Promise.all([1, 2, 26, 27].map(heightOf))).map((height) => height > 0);
  await expect.poll(areSeen, patiently).toEqual([true, false, true, true]);
  await bench.shot('workbench-filtered-reloaded');
  await dataMenu('Remove filter');
  await expect.poll(filtered, patiently).toEqual([]);
  expect(creators().data.filter).toBeNull();
  await expect.poll(() => heightOf(2), patiently).toBeGreaterThan(0);
});

test('Start over asks first; then sheets, key, balance, charges, mailbox, runs and forms are as they were', async () => {
  const { page } = bench;
  const { workbench } = bench;
  const ask = () => page.getByRole('button', { name: 'Start over' }).first().click();
  const dialog = page.locator('dialog.script-dialog');
  properties().set('schedule', '{}');
  workbench.standin.mailbox.send({ to: 'anna@example.com', subject: 'A code', text: '123456', atMs: Date.now() });
  workbench.emulator.stores.cache('document').put('a', 'b', 600);
  await bench.clickMenu('influData', 'Find creators…');
  await bench.sidebar.getByRole('tab', { name: 'Find' }).waitFor();
  expect(workbench.standin.charges.total()).toBe(1);

  await ask();
  await bench.shot('workbench-start-over');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(properties().get('schedule')).toBe('{}');
  expect(workbench.standin.charges.total()).toBe(1);

  const { emulator, standin } = workbench;
  await ask();
  await dialog.getByRole('button', { name: 'Start over' }).click();
  await expect.poll(() => bench.shown('A2').catch(() => ''), patiently).toBe('adidas');
  await page.waitForSelector('body[data-ready]');
  expect(workbench.emulator).not.toBe(emulator);
  expect(workbench.standin).not.toBe(standin);
  expect(workbench.emulator.spreadsheet.sheetNames()).toEqual(['Creators', 'Notes']);
  expect(Object.keys(properties().all()).sort()).toEqual(['INFLUDATA_API_KEY', 'INFLUDATA_CLIENT_ID']);
  expect(workbench.emulator.stores.cache('document').get('a')).toBeNull();
  expect(workbench.standin.mailbox.list).toEqual([]);
  await expect.poll(() => page.locator('#charged').textContent(), patiently).toBe('0');
  expect(await page.locator('#sidebar').isHidden()).toBe(true);
  await page.locator('#tip').waitFor();
  await bench.put('C2', '=INFLU_ENGAGEMENT("instagram", A2)');
  await expect.poll(() => bench.value('C2'), patiently).toBeTypeOf('number');
  expect(workbench.standin.charges.total()).toBe(1);
});
