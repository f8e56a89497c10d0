import { afterEach, expect, test } from 'vitest';
import type { WorkbenchPage } from './workbench-page';
import { openWorkbench } from './workbench-page';
import { patiently } from './worker-browser';

// What a newcomer does after `npm start`, with the real bundle in dist/ (npm test builds it).
let bench: WorkbenchPage;
afterEach(() => bench.close());

const settled = (a1: string) => expect.poll(() => bench.value(a1), patiently);
const followersOf = (username: string) => bench.workbench.standin.creators.find('instagram', username)?.followers;
const handles = () => bench.workbench.standin.creators.demoSheet;

/** One readable sentence beside the cell: no stack, no class name, no JSON. */
async function sentenceAt(a1: string): Promise<string> {
  await bench.select(a1);
  const sentence = bench.page.locator('#cell-card .error');
  await sentence.waitFor();
  const text = (await sentence.textContent()) ?? '';
  expect(text).toMatch(/^[^{}]{20,300}$/);
  expect(text).not.toMatch(/undefined|\[object|TypeError|ReferenceError/);
  return text;
}

async function expectAlive(): Promise<void> {
  await bench.type('H9', '=1+1');
  await settled('H9').toBe(2);
}

test(
  '25 handles are there; the formula shows a creator’s followers, SUM adds them up, another handle changes the result',
  { timeout: 300_000 },
  async () => {
    bench = await openWorkbench();
    const { workbench, page } = bench;
    expect(handles()).toHaveLength(25);
    await expect.poll(() => bench.values('A2:A26'), patiently).toEqual(handles().map((handle) => [handle]));
    await bench.shot('workbench-start');

    await bench.type('B2', '=INFLU_FOLLOWERS("instagram", A2)', { keyByKey: true });
    await settled('B2').toBe(followersOf(handles()[0] ?? ''));

    // The 24 other cells ask at once.
    await bench.drag('B2', 'B26');
    await expect.poll(() => bench.formula('B26'), patiently).toBe('=INFLU_FOLLOWERS("instagram", A26)');
    await bench.type('B27', '=SUM(B2:B26)');
    const total = handles().reduce((sum, handle) => sum + (followersOf(handle) ?? Number.NaN), 0);
    await settled('B27').toBe(total);
    await bench.shot('workbench-followers');

    await bench.type('A2', 'MBAPPE.nobody.has.this');
    await settled('B2').not.toBe(followersOf(handles()[0] ?? ''));
    await bench.type('A2', '@Nike');
    await settled('B2').toBe(followersOf('nike'));
    await settled('B27').toBe(total - (followersOf(handles()[0] ?? '') ?? 0) + (followersOf('nike') ?? 0));

    await bench.drawer('Requests and charges');
    await expect
      .poll(() => page.locator('#charged').textContent(), patiently)
      .toBe(String(workbench.standin.charges.total()));
    await bench.shot('workbench-drawer');
  },
);

test('one formula over a range spills a column, a table of fields with headers spills too', async () => {
  bench = await openWorkbench();
  await bench.type('B2', '=INFLU_FOLLOWERS("instagram", A2:A26)');
  await expect
    .poll(() => bench.workbench.emulator.spreadsheet.sheet('Creators').values('B2:B26'), patiently)
    .toEqual(handles().map((handle) => [followersOf(handle)]));
  await bench.type('D1', '=INFLU_PROFILE("instagram", A2:A4, "username, followers, country", TRUE)');
  await expect.poll(() => bench.shown('D2'), patiently).toBe(handles()[0]);
  await expect.poll(() => bench.shown('E4'), patiently).toBe(String(followersOf(handles()[2] ?? '')));
  await bench.shot('workbench-profile');
});

test('without a key the cell says in one sentence what to do, and the page stays alive', async () => {
  bench = await openWorkbench({ withKey: false });
  await bench.type('B2', '=INFLU_FOLLOWERS("instagram", A2)');
  await settled('B2').toBe('#ERROR!');
  expect(await sentenceAt('B2')).toMatch(/key/i);
  expect(bench.workbench.standin.charges.total()).toBe(0);
  await expectAlive();
});

test('with a wrong key the cell says so in one sentence, and the formula entered anew under the right key shows the number', async () => {
  bench = await openWorkbench();
  await bench.drawer('Break something');
  await bench.switchOn('A wrong key');
  await bench.shot('workbench-switches');
  await bench.type('B2', '=INFLU_FOLLOWERS("instagram", A2)');
  await settled('B2').toBe('#ERROR!');
  expect(await sentenceAt('B2')).toMatch(/key/i);
  await bench.shot('workbench-wrong-key');
  await bench.switchOn('Demo key (organization)');
  await bench.type('B2', '=INFLU_FOLLOWERS("Instagram", A2)');
  await settled('B2').toBe(followersOf(handles()[0] ?? ''));
});

test('with the stand-in stopped the cell says so in one sentence, and nothing is charged', async () => {
  bench = await openWorkbench();
  const { page } = bench;
  await bench.drawer('Break something');
  await bench.switchOn('Stopped');
  await page.getByText('Stand-in stopped').waitFor();
  await bench.type('B2', '=INFLU_ENGAGEMENT("instagram", A2)');
  await settled('B2').toBe('#ERROR!');
  await sentenceAt('B2');
  expect(bench.workbench.standin.charges.total()).toBe(0);
  await expectAlive();
});

test('the menu that onOpen builds is there, and autocomplete shows each formula with its cost', async () => {
  bench = await openWorkbench();
  const { page } = bench;
  await page.getByRole('button', { name: 'Extensions' }).click();
  await page.getByRole('menuitem', { name: 'influData' }).click();
  expect(await page.locator('.menu-list .menu-list [role=menuitem]').count()).toBeGreaterThan(0);
  await bench.shot('workbench-menu');
  await page.keyboard.press('Escape');
  await bench.select('B2');
  await page.keyboard.type('=INFLU_EN', { delay: 20 });
  await page.getByText('INFLU_ENGAGEMENT').first().waitFor();
  await page
    .getByText(/Costs 1 request/)
    .first()
    .waitFor();
  await bench.shot('workbench-help');
  await page.keyboard.press('Escape');
});
