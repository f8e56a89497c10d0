import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddon, distFiles, type Addon } from '../setup/addon';
import { EDITOR } from './traces';

const files = distFiles();
const page = files.html['Sidebar'] ?? '';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ container: 'addon', balance: null });
  await addon.emulator.open();
});
afterEach(() => addon.close());

const TABS = [
  ['Find creators…', 'find'],
  ['API key and account…', 'account'],
  ['Enrich selected creators…', 'enrich'],
  ['Audience report for selected creators…', 'reports'],
  ['Compare creators…', 'compare'],
  ['Find posts…', 'content'],
  ['Manage creators…', 'manage'],
  ['Help…', 'help'],
] as const;

test.each(TABS)('*%s* opens the sidebar with the tab "%s"', async (label, tab) => {
  await addon.emulator.menu.click(label);
  const { sidebar, alerts, dialog } = addon.emulator.ui;
  expect(alerts).toEqual([]);
  expect(dialog).toBeNull();
  expect(sidebar?.title).toBe('influData');
  expect(/<body[^>]*data-tab="(\w+)"/.exec(sidebar?.html ?? '')?.[1]).toBe(tab);
});

test('nothing but the tab differs, the page is whole, and opening it asks nothing', async () => {
  const shown: string[] = [];
  for (const [label] of TABS.slice(0, 2)) {
    await addon.emulator.menu.click(label);
    shown.push(addon.emulator.ui.sidebar?.html ?? '');
  }
  expect(shown[0]).toBe(page);
  expect(shown[0]?.replace('data-tab="find"', 'data-tab="account"')).toBe(shown[1]);
  expect(addon.standin.charges.requests()).toEqual([]);
});

test('whoever may click the menu may open it', async () => {
  await addon.emulator.menu.click('API key and account…', { user: EDITOR });
  expect(addon.emulator.ui.sidebar?.html).toContain('data-tab="account"');
});

test('where the page is missing, a sentence says so instead of a script error', async () => {
  const broken = await createAddon({
    files: { ...files, html: {} },
    container: 'addon',
    balance: null,
  });
  await broken.emulator.open();
  const { outcome } = await broken.emulator.menu.click('Find creators…');
  expect(outcome).toBe('returned');
  expect(broken.emulator.ui.sidebar).toBeNull();
  expect(broken.emulator.ui.alerts.at(-1)?.message).toMatch(/Sidebar/);
  await broken.close();
});
