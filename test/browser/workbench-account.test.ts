import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { WorkbenchPage } from './workbench-page';
import { openWorkbench } from './workbench-page';
import { patiently } from './worker-browser';

// From no key to the first number, with the real bundle and the code out of the workbench's mailbox.
let bench: WorkbenchPage;
beforeAll(async () => {
  bench = await openWorkbench({ withKey: false });
});
afterEach(() => bench.expectHonest());
afterAll(() => bench.close());

const button = (name: string | RegExp) => bench.sidebar.getByRole('button', { name });
const shown = (text: string | RegExp) => bench.sidebar.getByText(text).first().waitFor();

test('a trial key is had by e-mail and code; then formulas work, and rows can be enriched', async () => {
  const { page, workbench } = bench;
  await bench.clickMenu('influData', 'API key and account…');
  await button('Get a free trial').click();
  await bench.sidebar.getByLabel('Work e-mail').fill('ada@brand-house.com');
  await button('Send me the code').click();
  await shown('We sent a six-digit code to');
  await bench.drawer('Mailbox');
  const mail = page.getByText(/Your code is \d{6}/);
  const code = /\d{6}/.exec((await mail.textContent()) ?? '')?.[0] ?? '';
  await bench.shot('workbench-account-code');
  await bench.drawer('Mailbox', false);
  await bench.sidebar.getByRole('textbox', { name: 'Code' }).fill(code);
  await button('Get my key').click();
  await shown('Trial key');
  await button('250 left').waitFor();
  await bench.shot('workbench-account-key');

  const [handle = ''] = workbench.standin.creators.demoSheet;
  await bench.type('B2', '=INFLU_FOLLOWERS("instagram", A2)');
  const followers = workbench.standin.creators.find('instagram', handle)?.followers;
  await expect.poll(() => bench.value('B2'), patiently).toBe(followers);

  await bench.select('A3');
  await bench.sidebar.getByRole('tab', { name: 'Enrich' }).click();
  await button('Start · 1 request').waitFor();
  expect(await bench.sidebar.getByLabel('Action').locator('option').allInnerTexts()).not.toContain(
    'Refresh weekly · free',
  );
});
