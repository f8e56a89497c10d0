import { afterEach, expect, test } from 'vitest';
import { accountOf, NO_KEY, openingOf } from './sidebar-data';
import { openSidebar, type Sidebar } from './sidebar-harness';
import { patiently } from './worker-browser';

// The first minutes, in the little room that there is, without a mouse.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const SIGNUP = { email: 'ada@company.com', company: '', codeUntil: '2026-11-23T08:15:00Z' };
const button = (name: string | RegExp) => sidebar.page.getByRole('button', { name });
const shown = (text: string | RegExp) => sidebar.page.getByText(text).first().waitFor();
const press = (key: string) => sidebar.page.keyboard.press(key);
const type = (text: string) => sidebar.page.keyboard.type(text);
const tabIs = (name: string) =>
  expect.poll(() => sidebar.page.getByRole('tab', { name }).getAttribute('aria-selected'), patiently).toBe('true');
/** What has the keyboard, by its name or what stands before it. */
const isAt = (name: string) =>
  expect
    .poll(
      () =>
        sidebar.page.evaluate(() => {
          const at = document.activeElement;
          const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : undefined;
          return label ?? at?.textContent ?? '';
        }),
      patiently,
    )
    .toBe(name);
const looksRight = async (name: string) =>
  expect([...(await sidebar.fits('welcome-' + name)), ...(await sidebar.violations())]).toEqual([]);

test('without a mouse: from the welcome to a key, to formulas that waited, and to each first step', async () => {
  sidebar = await openSidebar({
    height: 500,
    replies: {
      open: () => openingOf({ account: NO_KEY }),
      requestTrial: () => SIGNUP,
      verifyTrial: () => accountOf({ waiting: 3 }),
      recalculate: () => ({ message: '3 formulas recalculated.' }),
      selectExample: ({ creators }) =>
        creators === 'one'
          ? { refuses: { ok: false, code: 'sheet', message: 'The sheet is busy.' } }
          : { sheet: 'Creators' },
      readSelection: () => 'never',
      readReport: () => 'never',
      pendingReports: () => 'never',
    },
  });
  await shown('Find creators on six platforms');
  await tabIs('Account');
  await looksRight('start');
  await button('Get a free trial').focus();
  await press('Enter');
  await isAt('Work e-mail');
  await looksRight('trial');
  await type('ada@company.com');
  await press('Enter');
  await isAt('Code');
  await looksRight('code');
  await type('123456');
  await press('Enter');
  await isAt("You're connected");
  await shown('3 formulas were waiting.');
  await looksRight('connected');
  await press('Tab');
  await isAt('Recalculate them');
  await press('Enter');
  await shown('3 formulas recalculated.');
  expect(sidebar.calls('recalculate')).toHaveLength(1);

  await button('Try: fitness in Germany').press('Enter');
  await tabIs('Find');
  await isAt('Search · 1 request');
  await expect
    .poll(() => sidebar.page.getByRole('combobox', { name: 'Country', exact: true }).inputValue(), patiently)
    .toBe('Germany');
  await looksRight('find');

  await sidebar.page.getByRole('tab', { name: 'Account' }).click();
  await button('Select a creator').press('Enter');
  await shown('The sheet is busy.');
  await tabIs('Account');
  await looksRight('refused');
  await button('Select a list').press('Enter');
  await tabIs('Enrich');
  sidebar.answer({ selectExample: () => ({ sheet: 'Creators' }) });
  await sidebar.page.getByRole('tab', { name: 'Account' }).click();
  await button('Select a creator').press('Enter');
  await tabIs('Reports');
  expect(sidebar.calls('selectExample')).toEqual(['one', 'all', 'one'].map((creators) => ({ creators })));
  expect(sidebar.calls('search')).toEqual([]);
});

test('whoever is already doing something else, or has a key, is not led to the welcome', async () => {
  let letOpen: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (letOpen = resolve));
  sidebar = await openSidebar({
    replies: {
      open: async () => {
        await held;
        return openingOf({ account: NO_KEY });
      },
    },
  });
  await sidebar.page.getByRole('combobox', { name: 'Country', exact: true }).fill('Aus');
  letOpen?.();
  await button('Connect influData').waitFor();
  await tabIs('Find');
  await sidebar.close();
  const { person: _person, ...shared } = accountOf({ spreadsheet: { end: 'ffff', kind: 'organization' } });
  sidebar = await openSidebar({ replies: { open: () => openingOf({ account: shared }) } });
  await button('9,120 left').waitFor();
  await tabIs('Find');
});
