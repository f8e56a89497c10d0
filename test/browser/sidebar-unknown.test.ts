import { afterEach, expect, test } from 'vitest';
import { accountOf, openingOf } from './sidebar-data';
import { openSidebar, type Sidebar } from './sidebar-harness';

let sidebar: Sidebar;
afterEach(() => sidebar.close());

test('what answers held and nobody knows is said once, and copied without data of anyone', async () => {
  const unknownSections = ['devices', 'lookalikes', 'size', 'brands', 'reach', 'tone'].map((name) => ({
    name,
    form: 'object of number',
  }));
  sidebar = await openSidebar({
    tab: 'account',
    height: 1_100,
    clipboard: true,
    replies: { open: () => openingOf({ account: accountOf({ unknownSections }) }) },
  });
  const { page } = sidebar;
  await page
    .getByText(
      "Replies held 6 sections this version doesn't know: devices, lookalikes, size, brands, reach and 1 more.",
    )
    .waitFor();
  const copied = page.getByRole('button', { name: 'Copied' }).waitFor();
  await Promise.all([copied, page.getByRole('button', { name: 'Copy for a bug report' }).click()]);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/no data\)\ndevices: object of number\n/);
  expect(await sidebar.violations()).toEqual([]);
});
