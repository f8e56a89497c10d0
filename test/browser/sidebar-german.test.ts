import { afterEach, expect, test } from 'vitest';
import { selector } from './sidebar-report-data';
import { contentSheetOf, planOf } from './sidebar-content-data';
import { accountOf, enrichOf, foundOf, NO_KEY, openingOf, runOf, savedOf, selectionOf } from './sidebar-data';
import { openSidebar, type Sidebar, type SidebarOptions } from './sidebar-harness';
import { patiently } from './worker-browser';

// The page in German: its sentences are longer, and stand in the same 300 px, also zoomed to twice their size.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const button = (name: string | RegExp) => sidebar.page.getByRole('button', { name }).first();
const tab = (name: string) => sidebar.page.getByRole('tab', { name }).click();
const shown = (text: string | RegExp) => sidebar.page.getByText(text).first().waitFor();
async function looked(name: string): Promise<void> {
  await sidebar.page.waitForFunction(() => !document.querySelector('.action.busy, .skeleton'));
  expect(await sidebar.looks('german-' + name), name).toEqual([]);
  expect(await sidebar.tooWide('.scroll, .dock, .run, body'), name).toEqual([]);
}
const open = async (options: SidebarOptions): Promise<void> => {
  sidebar = await openSidebar({ language: 'de', height: 760, ...options });
};

test('from tab to tab: German from the first word, accessible, and nothing is cut off', async () => {
  await open({
    replies: {
      open: () => openingOf({ searches: [savedOf()] }),
      search: () => foundOf(),
      startSearch: () => runOf({ donePages: 31, written: 598, skipped: 22, used: 30 }),
      stepRun: () => 'never',
      readSelection: () => selectionOf({ hasRunBefore: true, fields: ['followers', 'engagement'] }),
      ...selector(),
      contentSheet: () => contentSheetOf(),
      planContent: ({ max }) => planOf({ requests: max }),
    },
  });
  expect(await sidebar.page.evaluate(() => document.documentElement.lang)).toBe('de');
  await sidebar.page.getByRole('textbox', { name: 'Follower von' }).fill('10k');
  await looked('find');
  await tab('Daten');
  await button(/^Starten · /).waitFor();
  await looked('enrich');
  await tab('Reports');
  await shown('Art des Reports');
  await looked('report');
  await tab('Content');
  await button(/^Abgleichen · /).waitFor();
  await looked('content');
  await tab('Planen');
  await shown('Vorlagen');
  await looked('manage');
  await tab('Konto');
  await shown('Limits');
  await looked('account');
  await tab('Suche');
  await button(/^Suchen · 1 Anfrage/).click();
  await sidebar.page.getByRole('heading', { name: '1.842 Creator' }).waitFor();
  await looked('results');
  await button('Optionen…').click();
  await button(/^Starten · /).click();
  await button('Pausieren').waitFor();
  await looked('run');
});

test('another language is chosen in Account, by its own name, with or without a key', async () => {
  await open({
    tab: 'account',
    replies: { open: () => openingOf({ account: NO_KEY }), setLanguage: () => accountOf({ language: 'en' }) },
  });
  await shown('Willkommen bei influData');
  await looked('welcome');
  await tab('Konto');
  const choice = sidebar.page.getByRole('region', { name: 'Sprache' }).getByRole('combobox');
  expect(await choice.locator('option').allInnerTexts()).toEqual(['Automatisch', 'English', 'Deutsch']);
  await choice.selectOption('en');
  await expect.poll(() => sidebar.calls('setLanguage'), patiently).toEqual([{ language: 'en' }]);
});

test('what a run says of its end is the server’s, the rest of the card the page’s', async () => {
  await open({
    tab: 'enrich',
    replies: {
      open: () =>
        openingOf({
          runs: {
            enrich: enrichOf({
              state: 'stopped',
              doneRows: 214,
              counts: { done: 180, cached: 20, queued: 9, 'not found': 3, failed: 2 },
              used: 183,
              cap: 183,
              message: 'Dieser Lauf hat sein Limit von 183 Anfragen erreicht. Zum Weitermachen erhöhen.',
            }),
          },
        }),
      readSelection: () => selectionOf({}),
    },
  });
  await shown('Dieser Lauf hat sein Limit');
  await looked('at-cap');
});
