import { afterEach, expect, test } from 'vitest';
import type { Flag, VettingView } from '../../src/sidebar/vetting-calls';
import { budgetOf, enrichOf } from './sidebar-data';
import { gate, openSidebar, type Sidebar } from './sidebar-harness';
import { patiently } from './worker-browser';

// Vetting flags under Manage, without a server.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const CHEAP: Flag[] = ['engagement', 'growth', 'brands', 'stale', 'private'];
const DEAR: ReadonlySet<Flag> = new Set<Flag>(['suspicious', 'elsewhere']);
const viewOf = (part: Partial<VettingView> = {}): VettingView => ({
  sheetId: 7,
  sheet: 'Shortlist',
  area: 'A2:A42',
  creators: 40,
  there: [],
  flags: CHEAP,
  fields: ['followers', 'engagement'],
  keys: {
    column: 1,
    platformColumn: null,
    headerRow: 1,
    blocks: [{ row: 2, rows: 41 }],
    edges: 'trace',
    platform: 'instagram',
    reading: { isId: false },
  },
  rows: 41,
  known: 6,
  requests: 34,
  budget: budgetOf(),
  ...part,
});
const priceOf = (flags: readonly Flag[]): number => (flags.some((flag) => DEAR.has(flag)) ? 800 : 34);
const button = (name: string | RegExp) => sidebar.page.getByRole('button', { name });
const shown = (text: string | RegExp) => sidebar.page.getByText(text).first().waitFor();
const box = (name: string) => sidebar.page.getByRole('checkbox', { name });

test('the price stands beside the button; what needs a report is off at first; figures come by Enrich, then the flags', async () => {
  let isLaid = false;
  const run = gate();
  sidebar = await openSidebar({
    tab: 'manage',
    replies: {
      readVetting: ({ flags }) =>
        isLaid
          ? viewOf({ there: CHEAP, requests: 0, rows: 0, known: 0 })
          : viewOf(flags.length === 0 ? {} : { flags, requests: priceOf(flags) }),
      startEnrich: () => enrichOf({ state: 'running', rows: 41 }),
      stepRun: async () => {
        await run.opened;
        return enrichOf({ state: 'done', rows: 41, doneRows: 41 });
      },
      layFlags: () => {
        isLaid = true;
        return { settings: 'Vetting of Shortlist', rows: 41 };
      },
    },
  });
  await sidebar.page.locator('#panel-manage summary', { hasText: 'Vetting flags' }).click();
  await shown('“Shortlist”, A2:A42: 40 creators.');
  await shown('34 requests');
  for (const name of ['Growth spikes and losses', 'Brands mentioned', 'Old data'])
    expect(await box(name).isChecked()).toBe(true);
  expect(await box('Suspicious followers').isChecked()).toBe(false);
  await shown('Suspicious and inactive accounts. Up to 20 requests per creator.');
  expect(sidebar.calls('readVetting')[0]).toEqual({ flags: [], platform: 'instagram' });
  expect(await sidebar.fits('vetting-price')).toEqual([]);

  await box('Suspicious followers').check();
  await shown('800 requests');
  expect(sidebar.calls('readVetting').at(-1)?.flags).toEqual(['suspicious', ...CHEAP]);
  await box('Suspicious followers').uncheck();
  await shown('34 requests');
  await button('Add flags').click();
  await shown('Flags for 41 rows. Thresholds, countries and brands are in “Vetting of Shortlist”.');
  await shown('Figures are on their way: see Enrich.');
  expect(sidebar.calls('startEnrich')).toEqual([
    expect.objectContaining({
      sheetId: 7,
      fields: ['followers', 'engagement'],
      mode: 'fill',
      action: 'enrich',
      again: false,
      cap: 34,
      keys: viewOf().keys,
    }),
  ]);
  expect(sidebar.calls('layFlags')).toEqual([{ sheetId: 7, flags: CHEAP, platform: 'instagram' }]);
  await shown(/In this list: engagement far from the median, growth spikes and losses/);
  await shown('All figures are there.');
  expect(await box('Suspicious followers').isVisible()).toBe(true);
  expect(await box('Old data').count()).toBe(0);
  expect(await sidebar.fits('vetting-laid')).toEqual([]);
  // They have come: what was said of them and its price are of before.
  const read = sidebar.calls('readVetting').length;
  run.open();
  await expect.poll(() => sidebar.page.getByText('Figures are on their way').count(), patiently).toBe(0);
  await expect.poll(() => sidebar.calls('readVetting').length, patiently).toBeGreaterThan(read);

  // With all figures there it is free, and starts no run.
  await button('Update flags').click();
  await expect.poll(() => sidebar.calls('layFlags').length, patiently).toBe(2);
  expect(sidebar.calls('startEnrich')).toHaveLength(1);
});

test('what stands in the way is said in words, and nothing starts', async () => {
  let message = 'Vetting flags need a row with headers above the handles. Add one and try again.';
  sidebar = await openSidebar({
    tab: 'manage',
    replies: {
      readVetting: () =>
        message === ''
          ? viewOf({ requests: 800, budget: budgetOf({ paused: true }) })
          : { refuses: { ok: false, code: 'badInput', message } },
    },
  });
  await sidebar.page.locator('#panel-manage summary', { hasText: 'Vetting flags' }).click();
  await shown(message);
  expect(await sidebar.fits('vetting-no-headers')).toEqual([]);
  message = '';
  await sidebar.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await shown('Spending is paused');
  await expect.poll(() => button('Add flags').isDisabled(), patiently).toBe(true);
  for (const name of ['Engagement far from the median', 'Growth spikes and losses', 'Brands mentioned', 'Old data'])
    await box(name).uncheck();
  await box('Private accounts').uncheck();
  await shown('Choose at least one flag.');
  await expect.poll(() => button('Add flags').isDisabled(), patiently).toBe(true);
  expect(await sidebar.looks('vetting-none')).toEqual([]);
});
