import { afterEach, expect, test } from 'vitest';
import { foundOf, savedOf, openingOf } from './sidebar-data';
import { openSidebar, type Sidebar } from './sidebar-harness';
import { patiently } from './worker-browser';

// Find without a mouse, and lists that say when they are done.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const button = (name: string) => sidebar.page.getByRole('button', { name });
/** Not _Reset filters_. */
const filtersButton = () => sidebar.page.getByRole('button', { name: 'Filters', exact: true });
const combo = (name: string) => sidebar.page.getByRole('combobox', { name, exact: true });
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await sidebar.page.keyboard.press(key);
};
const list = () => sidebar.page.getByRole('listbox');
const isFocused = (name: string) => combo(name).evaluate((field) => field === document.activeElement);
const searches = (): number => sidebar.calls('search').length;

async function open(): Promise<void> {
  sidebar = await openSidebar({
    height: 500,
    replies: { search: () => foundOf(), open: () => openingOf({ searches: [savedOf()] }) },
  });
  await expect.poll(() => button('Search ·').getAttribute('aria-disabled'), patiently).toBeNull();
}

test('after a category that Enter chose, Tab goes on from there, and Enter in any field searches', async () => {
  await open();
  await combo('Categories').focus();
  await press('ArrowDown', 'ArrowDown', 'Enter');
  await expect.poll(() => sidebar.page.getByRole('button', { name: /^Remove / }).count(), patiently).toBe(1);
  await list().waitFor();
  expect(await sidebar.violations()).toEqual([]);
  await press('Tab');
  await expect.poll(() => list().count(), patiently).toBe(0);
  expect(await isFocused('Country')).toBe(true);

  const fields = [
    combo('Categories'),
    combo('Country'),
    sidebar.page.getByLabel('Keywords', { exact: true }),
    sidebar.page.getByLabel('Gender', { exact: true }),
    sidebar.page.getByLabel('Followers from', { exact: true }),
    sidebar.page.getByLabel('Followers up to', { exact: true }),
  ];
  for (const [at, field] of fields.entries()) {
    await field.focus();
    await press('Enter');
    await expect.poll(() => filtersButton().isVisible(), patiently).toBe(true);
    expect(searches()).toBe(at + 1);
    await filtersButton().click();
  }
});

test('an open list ends with Done; Escape closes the list, then the panel, and no more at once', async () => {
  await open();
  await combo('Categories').click();
  await list().getByRole('option').nth(1).click();
  await sidebar.page.getByText('1 selected').waitFor();
  await list().getByRole('option').nth(3).click();
  await sidebar.page.getByText('2 selected').waitFor();
  // In sight where there is little room.
  const done = sidebar.page.getByRole('button', { name: 'Done' });
  const { y = 0, height = 0 } = (await done.boundingBox()) ?? {};
  expect(y + height).toBeLessThan(450);
  await sidebar.shot('small-list');
  await done.click();
  await expect.poll(() => list().count(), patiently).toBe(0);

  await sidebar.page.getByText('Saved searches').click();
  await button('Delete German fitness').click();
  await sidebar.page.getByText('for everyone in this spreadsheet?').waitFor();
  await combo('Country').focus();
  await press('ArrowDown');
  await list().waitFor();
  await press('Escape');
  await expect.poll(() => list().count(), patiently).toBe(0);
  await sidebar.page.getByText('for everyone in this spreadsheet?').waitFor();
  // The focus is elsewhere.
  await press('Escape');
  await expect.poll(() => sidebar.page.getByText('for everyone in this spreadsheet?').count(), patiently).toBe(0);

  await button('Search ·').click();
  await button('Options…').click();
  await button('Start ·').waitFor();
  await press('Escape');
  await expect.poll(() => button('Start ·').count(), patiently).toBe(0);
  await button('Write 100 creators · 4 requests').waitFor();
});
