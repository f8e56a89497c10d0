import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ordinaryHandles } from '../setup/creators';
import type { WorkbenchPage } from './workbench-page';
import { openWorkbench } from './workbench-page';
import { patiently } from './worker-browser';

// What a newcomer does after `npm start`, with the real bundle in dist/ (npm test builds it). Each test has its own
// columns, and asks for a creator of its own where it looks at charges.
let bench: WorkbenchPage;
beforeAll(async () => {
  // High enough to drag a formula down all handles.
  bench = await openWorkbench({ viewport: { width: 1360, height: 860 } });
});
afterAll(() => bench.close());

const settled = (a1: string) => expect.poll(() => bench.value(a1), patiently);
const followersOf = (username: string) => bench.workbench.standin.creators.find('instagram', username)?.followers;
const handles = () => bench.workbench.standin.creators.demoSheet;
const charged = () => bench.workbench.standin.charges.total();
/** Handles that nobody has asked for here. */
const stranger = (number: number): string => ordinaryHandles(bench.workbench.standin, 3)[number] ?? '';
/** The person puts the API and its key right again. */
async function putRight(): Promise<void> {
  await bench.drawer('Break something');
  await bench.switchOn('Running');
  await bench.switchOn('Demo key (organization)');
  await bench.drawer('Break something', false);
}

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

async function expectAlive(a1: string): Promise<void> {
  await bench.put(a1, '=1+1');
  await settled(a1).toBe(2);
}

test(
  '25 handles are there; the formula shows a creator’s followers, SUM adds them up, another handle changes the result',
  { timeout: 300_000 },
  async () => {
    const { workbench, page } = bench;
    expect(handles()).toHaveLength(25);
    await expect.poll(() => bench.values('A2:A26'), patiently).toEqual(handles().map((handle) => [handle]));
    await bench.shot('workbench-start');

    await bench.type('B2', '=INFLU_FOLLOWERS("instagram", A2)');
    await settled('B2').toBe(followersOf(handles()[0] ?? ''));

    // The 24 other cells ask at once.
    await bench.drag('B2', 'B26');
    await expect.poll(() => bench.formula('B26'), patiently).toBe('=INFLU_FOLLOWERS("instagram", A26)');
    await bench.put('B27', '=SUM(B2:B26)');
    const total = handles().reduce((sum, handle) => sum + (followersOf(handle) ?? Number.NaN), 0);
    await settled('B27').toBe(total);
    await page.locator('#tip').waitFor({ state: 'hidden' });
    await bench.shot('workbench-followers');

    await bench.put('A2', 'MBAPPE.nobody.has.this');
    await settled('B2').not.toBe(followersOf(handles()[0] ?? ''));
    await bench.put('A2', '@Nike');
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
  const sheet = bench.workbench.emulator.spreadsheet.sheet('Creators');
  // The first may be a handle that another test has written.
  await bench.put('D3', '=INFLU_FOLLOWERS("instagram", A3:A26)');
  const others = handles().slice(1);
  await expect.poll(() => sheet.values('D3:D26'), patiently).toEqual(others.map((handle) => [followersOf(handle)]));
  await bench.put('F1', '=INFLU_PROFILE("instagram", A3:A5, "username, followers, country", TRUE)');
  await expect.poll(() => bench.shown('F2'), patiently).toBe(others[0]);
  await expect.poll(() => bench.shown('G4'), patiently).toBe(String(followersOf(others[2] ?? '')));
  const chargedShown = () => bench.page.locator('#charged').textContent();
  await expect.poll(chargedShown, patiently).toBe(String(bench.workbench.standin.charges.total()));
  await bench.shot('workbench-profile');
});

describe('where something is broken', () => {
  afterEach(putRight);

  test('without a key the cell says in one sentence what to do, and the page stays alive', async () => {
    const before = charged();
    await bench.drawer('Break something');
    await bench.switchOn('No key');
    await bench.put('J2', `=INFLU_FOLLOWERS("instagram", "${stranger(0)}")`);
    await settled('J2').toBe('#ERROR!');
    expect(await sentenceAt('J2')).toMatch(/key/i);
    expect(charged()).toBe(before);
    await expectAlive('J9');
  });

  test('with a wrong key the cell says so in one sentence, and the formula entered anew under the right key shows the number', async () => {
    await bench.drawer('Break something');
    await bench.switchOn('A wrong key');
    await bench.shot('workbench-switches');
    await bench.put('K2', `=INFLU_FOLLOWERS("instagram", "${stranger(1)}")`);
    await settled('K2').toBe('#ERROR!');
    expect(await sentenceAt('K2')).toMatch(/key/i);
    await bench.shot('workbench-wrong-key');
    await bench.switchOn('Demo key (organization)');
    await bench.put('K2', `=INFLU_FOLLOWERS("Instagram", "${stranger(1)}")`);
    await settled('K2').toBe(followersOf(stranger(1)));
  });

  // That it gives up with a sentence of its own: test/functions/statuses.test.ts, on a clock that need not be waited for.
  test('with the stand-in stopped the cell tries, uncharged, and the page stays alive; once it runs, what comes is paid once', async () => {
    const before = charged();
    await bench.drawer('Break something');
    await bench.switchOn('Stopped');
    await bench.page.getByText('Stand-in stopped').waitFor();
    await bench.put('L2', `=INFLU_ENGAGEMENT("instagram", "${stranger(2)}")`);
    await expect.poll(() => bench.shown('L2'), patiently).toMatch(/^Loading\.{3}$|^#ERROR!$/);
    await expectAlive('L9');
    expect(charged()).toBe(before);
    await putRight();
    // On a machine that took longer for this than the cell has patience, it has given up.
    await expect.poll(() => bench.shown('L2'), patiently).toMatch(/^[\d.]+%?$|^#ERROR!$/);
    expect(charged()).toBe(before + ((await bench.shown('L2')) === '#ERROR!' ? 0 : 1));
  });
});

test('the menu that onOpen builds is there, and autocomplete shows each formula with its cost', async () => {
  const { page } = bench;
  await page.getByRole('button', { name: 'Extensions' }).click();
  await page.getByRole('menuitem', { name: 'influData' }).click();
  await expect.poll(() => page.locator('.menu-list .menu-list [role=menuitem]').count(), patiently).toBeGreaterThan(0);
  await bench.shot('workbench-menu');
  await page.keyboard.press('Escape');
  await bench.select('M2');
  await page.keyboard.type('=INFLU_EN', { delay: 20 });
  await page.getByText('INFLU_ENGAGEMENT').first().waitFor();
  await page
    .getByText(/Costs 1 request/)
    .first()
    .waitFor();
  await bench.shot('workbench-help');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});
