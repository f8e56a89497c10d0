import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { WorkbenchPage } from './workbench-page';
import { openWorkbench } from './workbench-page';
import { patiently } from './worker-browser';

// A newcomer without a key, with the real bundle and the code out of the workbench's mailbox.
let bench: WorkbenchPage;
beforeAll(async () => {
  bench = await openWorkbench({ withKey: false });
});
afterEach(() => bench.expectHonest());
afterAll(() => bench.close());

const button = (name: string | RegExp) => bench.sidebar.getByRole('button', { name });
const shown = (text: string | RegExp) => bench.sidebar.getByText(text).first().waitFor();

test('from no key to a first number in at most 8 clicks and the code; then each first step leads on', async () => {
  const { page, workbench } = bench;
  const [handle = ''] = workbench.standin.creators.demoSheet;
  await bench.type('B2', '=INFLU_FOLLOWERS("instagram", A2)');
  await expect.poll(() => bench.shown('B2'), patiently).toMatch(/^#ERROR/);
  // Extensions, influData, and the item.
  let clicks = 3;
  const click = async (name: string): Promise<void> => {
    clicks += 1;
    await button(name).click();
  };
  await bench.clickMenu('influData', 'Find creators…');
  await shown('Welcome to influData');
  expect(await bench.looks('workbench-welcome')).toEqual([]);
  await click('Get a free trial');
  await page.keyboard.type('ada@brand-house.com');
  await click('Send me the code');
  await shown('We sent a six-digit code to');
  await bench.drawer('Mailbox');
  const mail = page.getByText(/Your code is \d{6}/);
  const code = /\d{6}/.exec((await mail.textContent()) ?? '')?.[0] ?? '';
  await bench.shot('workbench-account-code');
  await bench.drawer('Mailbox', false);
  await bench.sidebar.getByRole('textbox', { name: 'Code' }).fill(code);
  await click('Get my key');
  await shown('1 formula was waiting.');
  await button('250 left').waitFor();
  expect(await bench.looks('workbench-welcome-connected')).toEqual([]);
  await click('Recalculate it');
  const followers = workbench.standin.creators.find('instagram', handle)?.followers;
  await expect.poll(() => bench.value('B2'), patiently).toBe(followers);
  expect([clicks, workbench.standin.charges.total()]).toEqual([7, 0]);
  await shown('1 formula recalculated.');

  await button('Try: fitness in Germany').click();
  await button('Search · 1 request').click();
  await bench.sidebar.getByRole('heading', { name: /^[\d,]+ creators$/ }).waitFor();
  expect(workbench.standin.charges.total()).toBe(1);

  await bench.sidebar.getByRole('tab', { name: 'Account' }).click();
  await button('Select a list').click();
  await bench.sidebar.getByText('A2:A26').first().waitFor();
  await button('Start · 25 requests').waitFor();
  expect(await bench.sidebar.getByLabel('Action').locator('option').allInnerTexts()).not.toContain(
    'Refresh weekly · free',
  );
  await bench.sidebar.getByRole('tab', { name: 'Account' }).click();
  await button('Select a creator').click();
  // Its free status is saved by the formula, so nothing is left to be checked.
  await button('Create 1 report · 20 requests').waitFor();
  await bench.shot('workbench-account-key');
  expect(workbench.standin.charges.total()).toBe(1);
});
