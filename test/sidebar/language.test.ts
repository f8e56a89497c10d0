import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { reply, value } from './page';

// Menu and page speak a person's language: Google's, or the one chosen in Account. Formulas speak to everybody.
const OWNER = 'owner@example.com';
let addon: Addon;
beforeEach(async () => {
  addon = await createAddon();
});
afterEach(() => addon.close());

const labels = (): string[] => addon.emulator.menu.items().map(({ label }) => label);
const pageLanguage = (): string | undefined =>
  /<body[^>]*data-language="(\w+)"/.exec(addon.emulator.ui.sidebar?.html ?? '')?.[1];

test('whoever reads Google in German has menu, dialogs and page in German, and formulas as everybody', async () => {
  addon.emulator.users.setLocale(OWNER, 'de');
  await addon.emulator.open();
  expect(labels()).toContain('Creator finden…');
  expect(labels()).not.toContain('Find creators…');
  await addon.emulator.menu.click('Hilfe…');
  expect(pageLanguage()).toBe('de');
  await addon.emulator.menu.click('Verbrauch');
  expect(addon.emulator.ui.alerts.at(-1)?.message).toContain('Heute: 0 Anfragen');
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  await addon.emulator.menu.click('Ausgaben pausieren oder fortsetzen');
  sheet.set('A1', '=INFLU_PROFILE("instagram", "adidas")');
  await addon.emulator.recalculate({ all: true });
  expect(sheet.values('A1')).toEqual([['paused']]);
});

test('another choice in Account holds for this person alone, opens the page again, and can be taken back', async () => {
  await addon.emulator.open();
  await addon.emulator.menu.click('API key and account…');
  expect(pageLanguage()).toBe('en');
  expect((await value(addon, 'setLanguage', { language: 'de' })).language).toBe('de');
  expect(pageLanguage()).toBe('de');
  expect(await reply(addon, 'verifyTrial', { code: '12' })).toMatchObject({
    ok: false,
    message: 'Kein Code wartet. Erst einen anfordern.',
  });
  const { cells, formulas } = await value(addon, 'help', {});
  expect(cells[0]).toMatchObject({ words: ['pending'], next: 'Unfertige Formeln neu berechnen' });
  expect(formulas.find(({ name }) => name === 'INFLU_COUNT')?.gives).toBe('wie viele Creator passen');
  await addon.emulator.open();
  expect(labels()).toContain('Creator finden…');
  await addon.emulator.open({ user: 'editor@example.com' });
  expect(labels()).toContain('Find creators…');
  expect((await value(addon, 'setLanguage', { language: 'auto' })).language).toBe('auto');
  expect(pageLanguage()).toBe('en');
});

test('an add-on that is not enabled yet may read the language and nothing else: its menu speaks it', async () => {
  const other = await createAddon({ container: 'addon' });
  other.emulator.users.setLocale(OWNER, 'de_AT');
  await other.emulator.open({ mode: 'NONE' });
  expect(other.emulator.menu.items().map(({ label }) => label)).toContain('Hilfe…');
  await other.close();
});
