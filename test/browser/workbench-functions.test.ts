import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkbenchPage } from './workbench-page';
import { fixtureDist, openWorkbench } from './workbench-page';
import { patiently } from './worker-browser';

// The workbench's own manners, with a small script of its own (fixture/Code.js). Each test has its own columns.
let bench: WorkbenchPage;
const ELSEWHERE = 'https://app.infludata.com/';
beforeAll(async () => {
  bench = await openWorkbench({ dist: fixtureDist });
});
afterAll(() => {
  // The one request that a test makes on purpose; the browser tells of it when it likes.
  const unwanted = bench.problems.filter((problem) => !problem.includes(ELSEWHERE));
  bench.problems.splice(0, bench.problems.length, ...unwanted);
  return bench.close();
});

const runs = (text: string) => bench.workbench.emulator.logs.filter(({ message }) => message.startsWith(text)).length;
const settled = (a1: string) => expect.poll(() => bench.shown(a1), patiently);

test('a blank cell arrives as empty text, a cell as a scalar, a range as rows', async () => {
  await bench.put('D2', '=SHOW(Z9)');
  await bench.put('D3', '=SHOW(A2)');
  await bench.put('D4', '=SHOW(A2:B3)');
  await bench.put('D5', '=SHOW(A2:A2)');
  await settled('D2').toBe('""');
  await settled('D3').toBe('"adidas"');
  await settled('D4').toBe('[["adidas",""],["cristiano",""]]');
  await settled('D5').toBe('"adidas"');
});

test('cells load side by side and show Loading... meanwhile, their sum too', async () => {
  const five = [1, 2, 3, 4, 5];
  await bench.put('F8', '=SUM(F2:F6)');
  await bench.page.evaluate((numbers) => {
    const { workbook } = (window as unknown as { workbench: { workbook: any } }).workbench;
    const formulas = numbers.map((each) => [`=HELD_DOUBLE(${each})`]);
    workbook.getActiveSheet().getRange('F2:F6').setFormulas(formulas);
  }, five);
  await settled('F8').toBe('Loading...');
  // One after the other they would not all start before the first has ended.
  await expect.poll(() => runs('HELD_DOUBLE'), patiently).toBe(5);
  expect(await bench.shown('F8')).toBe('Loading...');
  bench.workbench.emulator.stores.properties('document').set('isLetGo', 'yes');
  await settled('F8').toBe('30');
  expect(runs('HELD_DOUBLE')).toBe(5);
});

test('an error shows as #ERROR! with its sentence beside the cell, goes through IFERROR and leaves the page alive', async () => {
  const card = bench.page.locator('#cell-card');
  await bench.put('G2', '=FAIL("Set a key first.")');
  await bench.put('G3', '=IFERROR(G2, "none")');
  await settled('G2').toBe('#ERROR!');
  await settled('G3').toBe('none');
  await bench.select('G2');
  await card.getByText('Set a key first.').waitFor();
  await bench.shot('workbench-error');
  const { workbench } = bench;
  await expect
    .poll(() => workbench.emulator.spreadsheet.sheet('Creators').get('G2').error?.note, patiently)
    .toMatch(/Set a key first\./);
  await bench.select('A3');
  await card.waitFor({ state: 'hidden' });
  await bench.put('G4', '=SHOW(1)');
  await settled('G4').toBe('1');
});

test('a table spills with texts as texts and dates as dates, and is blocked by what is in its way', async () => {
  const sheet = bench.workbench.emulator.spreadsheet.sheet('Creators');
  await bench.put('I2', '=TABLE()');
  await settled('I2').toBe('0049');
  for (const [a1, text] of Object.entries({ J2: '12.5', I3: '=1+1', J3: 'TRUE', J4: '2026-11-23' })) {
    await settled(a1).toBe(text);
  }
  const rows = [
    ['0049', 12.5],
    ['=1+1', true],
    ['', new Date('2026-11-23T00:00:00Z')],
  ];
  await expect.poll(() => sheet.values('I2:J4'), patiently).toEqual(rows);
  expect(sheet.get('I3').isSpilled).toBe(true);
  await bench.type('I3', 'occupied');
  await settled('I2').toBe('#REF!');
  await expect.poll(() => sheet.get('I2').display, patiently).toBe('#REF!');
  await expect.poll(() => sheet.get('J3').value, patiently).toBe('');
});

test('an unknown function is #NAME?', async () => {
  await bench.put('K2', '=INFLU_NOTHING(A2)');
  await settled('K2').toBe('#NAME?');
});

test('autocomplete knows the functions, their help says what they do', async () => {
  await bench.select('K4');
  await bench.page.keyboard.type('=HELD');
  await bench.page.getByText('HELD_DOUBLE').first().waitFor();
  await bench.page.getByText('Twice a number, once it is let go.').first().waitFor();
  await bench.shot('workbench-autocomplete');
  await bench.page.keyboard.press('Escape');
  await bench.page.keyboard.press('Escape');
});

test('undo takes a typed formula back, and the document follows', async () => {
  const sheet = bench.workbench.emulator.spreadsheet.sheet('Creators');
  await bench.type('K6', '=1+1');
  await settled('K6').toBe('2');
  await expect.poll(() => sheet.get('K6').formula, patiently).toBe('=1+1');
  await bench.page.keyboard.press('Control+z');
  await settled('K6').toBe('');
  await expect.poll(() => sheet.get('K6').formula, patiently).toBe('');
});

test('nothing gets out of the page, and whoever tries is noticed', async () => {
  const { page, problems } = bench;
  const arrived = await page.evaluate(
    (url) =>
      fetch(url).then(
        () => true,
        () => false,
      ),
    ELSEWHERE,
  );
  expect(arrived).toBe(false);
  await expect.poll(() => problems.join(), patiently).toContain(ELSEWHERE);
});

test('copy and paste are the component’s own: a formula moves its references along', async () => {
  const { page } = bench;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await bench.put('K8', '=LEN(A8)');
  await settled('K8').toBe(String((await bench.shown('A8')).length));
  await bench.select('K8');
  // What another page has copied is not what is waited for.
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.keyboard.press('Control+c');
  // Copying takes its time on a busy machine.
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()), patiently)
    .toContain(await bench.shown('K8'));
  await bench.select('K9');
  await page.keyboard.press('Control+v');
  await settled('K9').toBe(String((await bench.shown('A9')).length));
  await expect.poll(() => bench.formula('K9'), patiently).toBe('=LEN(A9)');
});

test('a function runs again when its argument changes and on reload, not otherwise', async () => {
  const before = runs('COUNTED');
  await bench.put('L2', '=COUNTED(A2)');
  await settled('L2').toBe('adidas');
  await bench.put('L3', 'beside');
  await bench.put('L4', '=LEN(L2)');
  await settled('L4').toBe('6');
  expect(runs('COUNTED')).toBe(before + 1);
  await bench.put('A2', 'nike');
  await settled('L2').toBe('nike');
  expect(runs('COUNTED')).toBe(before + 2);
  const { spreadsheet } = bench.workbench.emulator;
  await expect.poll(() => spreadsheet.sheet('Creators').get('A2').value, patiently).toBe('nike');
  await bench.reload();
  await expect.poll(() => runs('COUNTED'), patiently).toBe(before + 3);
  await settled('A2').toBe('nike');
});
