import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkbenchPage } from './workbench-page';
import { fixtureDist, openWorkbench } from './workbench-page';
import { patiently } from './worker-browser';

// Menus, dialogs, the sidebar and what scripts write, with a small script of its own (fixture/Code.js).
let bench: WorkbenchPage;
beforeAll(async () => {
  bench = await openWorkbench({ dist: fixtureDist });
});
afterAll(() => bench.close());

const settled = (a1: string) => expect.poll(() => bench.shown(a1), patiently);
const creators = () => bench.workbench.emulator.spreadsheet.sheet('Creators');

/**
 * What the page sends waits until the returned function is called. Held in the page itself, because a request that is
 * under way while `page.unroute` takes its route off is never answered, and the page sends the next one after that.
 */
async function holdSends(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(() => {
    const send = window.fetch;
    const hold: { end?: () => void } = {};
    const released = new Promise<void>((resolve) => {
      hold.end = resolve;
    });
    window.fetch = async (...given) => {
      await released;
      return send(...given);
    };
    return () => {
      window.fetch = send;
      hold.end?.();
    };
  });
  return () => held.evaluate((release) => release());
}

test('a menu function waits for the prompt and the alert, and its answer is in the cell', async () => {
  const { page } = bench;
  await bench.clickMenu('influData', 'Ask');
  const prompt = page.getByRole('dialog', { name: 'Who?' });
  await prompt.getByRole('textbox').fill('Ada');
  await bench.shot('workbench-prompt');
  await prompt.getByRole('button', { name: 'OK' }).click();
  const alert = page.getByRole('dialog', { name: 'Sure?' });
  await alert.getByText('Really Ada?').waitFor();
  expect(await bench.shown('D1')).toBe('');
  await alert.getByRole('button', { name: 'No' }).click();
  await settled('D1').toBe('Ada NO');
});

test('a dialog that is closed with Escape answers CLOSE', async () => {
  const { page } = bench;
  await bench.clickMenu('influData', 'Ask');
  await page.getByRole('dialog', { name: 'Who?' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Sure?' }).waitFor();
  await page.keyboard.press('Escape');
  // Nothing was typed.
  await settled('D1').toBe(' CLOSE');
});

test('a script sees the selection and what was typed a moment ago; what it writes is calculated, formatted and noted', async () => {
  const { page } = bench;
  await bench.select('B4');
  await bench.clickMenu('influData', 'Write', 'Figures');
  await settled('D1').toBe('B4');
  await settled('E1').toBe('42');
  await settled('E3').toBe('1.00');
  await settled('D2').toBe('=text');
  expect(await bench.formula('D2')).toBe('');
  await page.locator('.toast').getByText('Written').waitFor();
  await bench.select('E3');
  await page.locator('#cell-card').getByText('A note').waitFor();
  await bench.shot('workbench-written');
  // The sum was the page's work; the document knows it.
  await expect.poll(() => creators().get('E1').value, patiently).toBe(42);
});

test('the note stays with its cell when a person inserts a row above, and the document agrees with the page', async () => {
  const { page } = bench;
  creators().set('N3', 1);
  creators().note('N3', 'Mine');
  await bench.put('N1', '=SUM(N2:N4)');
  await settled('N1').toBe('1');
  await page.evaluate(() => {
    const { workbook } = (window as unknown as { workbench: { workbook: any } }).workbench;
    workbook.getActiveSheet().insertRowsBefore(2, 1);
  });
  await settled('N4').toBe('1');
  await expect.poll(() => bench.formula('N1'), patiently).toBe('=SUM(N2:N5)');
  await expect.poll(() => creators().get('N4').note, patiently).toBe('Mine');
  await expect.poll(() => creators().get('N1').formula, patiently).toBe('=SUM(N2:N5)');
  await expect.poll(() => creators().get('A4').value, patiently).toBe('cristiano');
  await page.evaluate(() => {
    const { workbook } = (window as unknown as { workbench: { workbook: any } }).workbench;
    workbook.getActiveSheet().deleteRows(2, 1);
  });
  await settled('N3').toBe('1');
  await expect.poll(() => creators().get('N3').note, patiently).toBe('Mine');
  await expect.poll(() => creators().get('A3').value, patiently).toBe('cristiano');
});

test('a script that overwrites a formula finds what it had spilled gone at once', async () => {
  await bench.put('R2', '=TABLE()');
  await expect.poll(() => creators().get('S3').isSpilled, patiently).toBe(true);
  const { emulator } = bench.workbench;
  const call = { name: 'overwriteAndRead', args: ['R2', 'S3'], mode: 'FULL', source: 'menu' } as const;
  expect(await emulator.run({ ...call, args: [...call.args] })).toMatchObject({ outcome: 'returned', value: '' });
  await settled('R2').toBe('plain');
  await settled('S3').toBe('');
});

test('charts are drawn where the script put them, and only on their sheet', async () => {
  const { page } = bench;
  const charts = page.locator('.charts .chart');
  await bench.clickMenu('influData', 'Chart');
  await page.getByRole('img', { name: 'Age by gender' }).waitFor();
  await expect.poll(() => charts.count(), patiently).toBe(2);
  await bench.shot('workbench-charts');
  await bench.show('Creators');
  await expect.poll(() => charts.count(), patiently).toBe(0);
});

test('a function that throws says so and leaves the page alive', async () => {
  await bench.clickMenu('influData', 'Break');
  await bench.page.locator('.toast').getByText('It broke.').waitFor();
  await expect.poll(() => bench.page.locator('.running').textContent(), patiently).toBe('');
});

test('google.script.run reaches the script from a frame of another origin, with handlers and user object', async () => {
  const { page, sidebar } = bench;
  await bench.clickMenu('influData', 'Open sidebar');
  await page.locator('#sidebar').getByRole('heading', { name: 'Fixture' }).waitFor();
  const out = sidebar.locator('#out');
  await sidebar.getByRole('button', { name: 'Read' }).click();
  await expect.poll(() => out.textContent(), patiently).toBe('"adidas" mine');
  await bench.put('A2', 'nike');
  await sidebar.getByRole('button', { name: 'Read' }).click();
  await expect.poll(() => out.textContent(), patiently).toBe('"nike" mine');
  await sidebar.getByRole('button', { name: 'Write' }).click();
  await expect.poll(() => out.textContent(), patiently).toBe('"wrote from the sidebar"');
  // The page has the cells before the handler has the reply.
  expect(await bench.shown('A2')).toBe('from the sidebar');
  await sidebar.getByRole('button', { name: 'Refuse' }).click();
  await expect.poll(() => out.textContent(), patiently).toContain('Refused.');
  await bench.shot('workbench-sidebar');
  const frame = page.locator('#sidebar iframe');
  expect((await frame.boundingBox())?.width).toBe(299);
  expect(await frame.getAttribute('sandbox')).toContain('allow-scripts');
  const isApart = await sidebar.locator('body').evaluate(() => {
    try {
      return window.parent.document === null;
    } catch {
      return true;
    }
  });
  expect(isApart).toBe(true);
  await sidebar.getByRole('button', { name: 'Close' }).click();
  await page.locator('#sidebar').waitFor({ state: 'hidden' });
  await expect.poll(() => bench.workbench.emulator.ui.sidebar, patiently).toBeNull();
});

test('google.script.run refuses a Date aloud and hides names that end in _', async () => {
  const { sidebar } = bench;
  await bench.clickMenu('influData', 'Open sidebar');
  await sidebar.getByRole('button', { name: 'Read' }).waitFor();
  const said = await sidebar.locator('body').evaluate(() => {
    const { run } = (window as unknown as { google: { script: { run: any } } }).google.script;
    try {
      run.writeCell('A9', new Date());
      return 'sent';
    } catch (error) {
      return `${String(error)} ${typeof run.secret_}`;
    }
  });
  expect(said).toContain('Failed due to illegal value in property');
  expect(said).toContain('undefined');
});

test('a row that a script inserts moves formulas and values once, in the page as in the document', async () => {
  creators().set('P2', [[40], [2]]);
  await bench.put('P6', '=SUM(P2:P3)');
  await settled('P6').toBe('42');
  await bench.clickMenu('influData', 'Insert a row');
  await settled('P7').toBe('42');
  await expect.poll(() => bench.formula('P7'), patiently).toBe('=SUM(P2:P4)');
  expect(creators().get('P7').formula).toBe('=SUM(P2:P4)');
  await settled('A4').toBe('cristiano');
  await settled('A3').toBe('');
});

test('what a script writes while a person inserts a row ends up beside its own row in the page too', async () => {
  const { page } = bench;
  const nike = await page.evaluate(() => {
    const { workbook } = (window as unknown as { workbench: { workbook: any } }).workbench;
    return (
      workbook
        .getActiveSheet()
        .getRange('A1:A30')
        .getRawValues()
        .findIndex(([each]: string[]) => each === 'nike') + 1
    );
  });
  // The script's write comes before the server knows of the row.
  const release = await holdSends(page);
  await page.evaluate(() => {
    const { workbook } = (window as unknown as { workbench: { workbook: any } }).workbench;
    workbook.getActiveSheet().insertRowsBefore(1, 1);
  });
  creators().set(`F${nike}`, 'beside nike');
  // The pages are told when the code that wrote yields.
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  await release();
  await settled(`F${nike + 1}`).toBe('beside nike');
  await settled(`A${nike + 1}`).toBe('nike');
  await settled(`F${nike}`).toBe('');
  await expect.poll(() => creators().get(`F${nike + 1}`).value, patiently).toBe('beside nike');
});

test('a new sheet of a script is there, active and frozen; a person’s own sheet and its name reach the document', async () => {
  const { page } = bench;
  const active = () =>
    page.evaluate(() => {
      const { workbook } = (window as unknown as { workbench: { workbook: any } }).workbench;
      const sheet = workbook.getActiveSheet();
      return [sheet.getSheetName(), sheet.getFrozenRows()];
    });
  await bench.clickMenu('influData', 'Write', 'A sheet');
  await expect.poll(active, patiently).toEqual(['Results', 1]);
  await settled('B1').toBe('Followers');
  await page.evaluate(() => {
    const { workbook } = (window as unknown as { workbench: { workbook: any } }).workbench;
    workbook.insertSheet('Mine').getRange('C3').setValue('typed');
  });
  const { spreadsheet } = bench.workbench.emulator;
  await expect
    .poll(() => spreadsheet.hasSheet('Mine') && spreadsheet.sheet('Mine').get('C3').value, patiently)
    .toBe('typed');
  await expect.poll(() => spreadsheet.activeSheet().name, patiently).toBe('Mine');
});

test('an e-mail of the trial sign-up arrives in the mailbox with its code', async () => {
  const { page, workbench } = bench;
  const reply = await fetch(`${workbench.standinUrl}/api/externalAPI/createTrialKey`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ada@brand-house.com', company: 'Brand House' }),
  });
  expect(reply.status).toBe(200);
  const tab = page.getByRole('tab', { name: 'Mailbox' });
  await tab.locator('.unread').getByText('1').waitFor();
  await bench.drawer('Mailbox');
  const code = workbench.standin.mailbox.last()?.code ?? 'none';
  await page.locator('.mail').getByText(code).waitFor();
  await bench.shot('workbench-mailbox');
  await bench.drawer('Mailbox', false);
});

test('a second page shows the same document and follows the first', async () => {
  const second = await bench.page.context().newPage();
  await second.goto(bench.page.url());
  await second.waitForSelector('body[data-ready]');
  await bench.page.bringToFront();
  await bench.type('F5', 'seen by both');
  await second.bringToFront();
  const there = () =>
    second.evaluate(() => {
      const { workbook } = (window as unknown as { workbench: { workbook: any } }).workbench;
      return workbook.getSheetByName('Mine').getRange('F5').getValue();
    });
  await expect.poll(there, patiently).toBe('seen by both');
  await second.close();
});
