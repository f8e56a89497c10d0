import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { WorkbenchPage } from './workbench-page';
import { openWorkbench } from './workbench-page';
import { patiently } from './worker-browser';

// A column of handles becomes columns of data, with the real bundle, and the page dies on the way.
let bench: WorkbenchPage;
beforeAll(async () => {
  // Slow enough to reload the page while the calls are under way.
  bench = await openWorkbench({ latencyMs: 4_000 });
});
afterEach(() => bench.expectHonest());
afterAll(() => bench.close());

const button = (name: string | RegExp) => bench.sidebar.getByRole('button', { name });
const shown = (text: string | RegExp) => bench.sidebar.getByText(text).first().waitFor();
const handles = (): readonly string[] => bench.workbench.standin.creators.demoSheet;
const followersOf = (username: string) => bench.workbench.standin.creators.find('instagram', username)?.followers;
const openEnrich = (): Promise<void> => bench.clickMenu('influData', 'Enrich selected creators…');

test('select the handles, see the price, start, lose the page, resume: every value stands beside its handle, paid once', async () => {
  await bench.put('A1', 'Handle');
  await bench.selectColumn('A');
  await openEnrich();
  await shown('A2:A26');
  await button('Start · 25 requests').waitFor();
  await shown('of 10,000 left');
  await bench.shot('workbench-enrich-price');
  const { charges } = bench.workbench.standin;
  expect(charges.total()).toBe(0);

  await bench.sidebar.getByRole('radio', { name: 'Fill empty cells' }).check();
  await button('Start · 25 requests').click();
  await shown('Enriching “Creators”…');
  await bench.shot('workbench-enrich-working');
  await bench.reload();

  await openEnrich();
  await shown('This run is not finished');
  await shown(/^(At most|Free)/);
  // The step of the page that is gone may still be at work; then it says so, and Resume stays.
  await expect
    .poll(
      async () => {
        if (await button('Resume').isVisible()) await button('Resume').click({ timeout: 1_000 });
        return bench.sidebar.getByText('Enriched: “Creators”').isVisible();
      },
      { ...patiently, interval: 1_000 },
    )
    .toBe(true);
  await button('Details').click();
  await shown('Formulas for these creators are free now.');

  const followers = handles().map((handle) => [followersOf(handle)]);
  await expect.poll(() => bench.values('B2:B26'), patiently).toEqual(followers);
  expect((await bench.values('C1:H1'))[0]).toEqual(
    expect.arrayContaining(['Engagement %', 'Country', 'influData status', 'influData as of']),
  );
  expect(charges.total()).toBe(25);
  await bench.shot('workbench-enrich-done');

  // What was bought serves formulas.
  await bench.put('K2', '=SUM(INFLU_ENGAGEMENT("instagram", A2:A26))');
  await expect.poll(() => bench.value('K2'), patiently).toBeGreaterThan(0);
  expect(charges.total()).toBe(25);
});
