import { afterEach, expect, test } from 'vitest';
import type { FormulaHelp, HelpLists } from '../../src/sidebar/help-calls';
import { archiveStatuses, cellStatuses, GLOSSARY, rowStatuses } from '../../src/schema/text/help';
import { openSidebar, type Sidebar } from './sidebar-harness';
import { patiently } from './worker-browser';

// Help, in the little room that there is, without a mouse.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const formulaOf = (part: Partial<FormulaHelp> = {}): FormulaHelp => ({
  name: 'INFLU_PROFILE',
  signature: 'INFLU_PROFILE(platform, handle, [fields], [headers])',
  gives: 'one value for one field; a row a creator for several',
  example: '=INFLU_PROFILE("instagram"; "adidas"; "followers, engagement, country")',
  exampleRequests: 1,
  requests: 1,
  per: 'creator',
  ...part,
});
const LISTS: HelpLists = {
  version: '1.2.3',
  formulas: [
    formulaOf(),
    formulaOf({ name: 'INFLU_AUDIENCE', exampleRequests: 20, requests: 20, offBy: 'audienceInFormulas' }),
  ],
  cells: cellStatuses(),
  rows: rowStatuses(),
  archive: archiveStatuses(),
  glossary: GLOSSARY,
};
const INSTALLATION = {
  lines: [
    { code: 'sheet', state: 'ok', figures: {} },
    { code: 'key', state: 'warning', problem: 'trialEndsSoon', figures: {} },
    { code: 'api', state: 'fault', problem: 'unreachable', figures: {} },
  ] as const,
  text: 'sheet: ok\nkey: warning, trialEndsSoon\napi: fault, unreachable',
};
const button = (name: string | RegExp) => sidebar.page.getByRole('button', { name, exact: typeof name === 'string' });
const help = () => sidebar.page.locator('#panel-help');
const shown = (text: string) => help().getByText(text).first().waitFor();
/** Opens a section, or closes it. */
const section = (title: string) => help().locator('summary', { hasText: title }).click();
const press = (key: string) => sidebar.page.keyboard.press(key);
/** What has the keyboard, by its name. */
const place = () =>
  sidebar.page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? (at === document.body ? '' : at?.textContent);
  });
const isAt = (name: string) => expect.poll(place, patiently).toBe(name);
async function tabTo(name: string): Promise<void> {
  for (let times = 0; times < 9 && (await place()) !== name; times += 1) await press('Tab');
  expect(await place()).toBe(name);
}

test('without a mouse: opened, an example inserted, an occupied cell asked about, closed; and each section fits', async () => {
  let cell: 'inserted' | 'occupied' = 'inserted';
  sidebar = await openSidebar({
    height: 500,
    replies: {
      help: () => LISTS,
      insertFormula: ({ over }) => ({ state: over ? 'inserted' : cell, cell: 'B2', at: '3!B2' }),
      insertTemplate: () => ({ sheet: 'Vetting 2', message: '' }),
      checkInstallation: () => ({ ...INSTALLATION, lines: [...INSTALLATION.lines] }),
    },
  });
  await button('Search · 1 request').waitFor();
  await button('Help').focus();
  await press('Enter');
  await isAt('Back');
  await expect.poll(() => sidebar.page.getByRole('tabpanel').count(), patiently).toBe(0);
  await shown('Formulas');
  await shown('influData for Google Sheets 1.2.3');

  await tabTo('Formulas');
  await press('Enter');
  await shown('1 request per creator');
  await shown('=INFLU_PROFILE("instagram"; "adidas"; "followers, engagement, country")');
  await shown('Off. Turn on “Audience reports in formulas” under Account › More.');
  expect(await button(/^Insert .*INFLU_AUDIENCE/).count()).toBe(0);
  const insert = 'Insert · 1 request: INFLU_PROFILE';
  await tabTo(insert);
  await press('Enter');
  await shown('Inserted in B2.');
  cell = 'occupied';
  await press('Enter');
  await shown("B2 isn't empty. Replace what's there?");
  await isAt('Cancel');
  expect(await sidebar.fits('help-formulas')).toEqual([]);
  // Escape answers the question first; Help stays.
  await press('Escape');
  await isAt(insert);
  await press('Enter');
  await button('Replace').press('Enter');
  await isAt(insert);
  expect(sidebar.calls('insertFormula')).toEqual(['', '', '', '3!B2'].map((over) => ({ name: 'INFLU_PROFILE', over })));
  await section('Formulas');

  await section('Check this installation');
  sidebar.answer({ checkInstallation: () => ({ fails: 'NetworkError' }) });
  await button('Check · free').click();
  await button('Try again').click();
  await expect.poll(() => sidebar.calls('checkInstallation').length, patiently).toBe(2);
  await button('Try again').waitFor();
  sidebar.answer({ checkInstallation: () => ({ ...INSTALLATION, lines: [...INSTALLATION.lines] }) });
  await button('Check · free').click();
  await help().getByText('1 fault, 1 warning.').waitFor();
  const lines = await help().locator('details[open] li').allInnerTexts();
  expect(lines.map((each) => each.split(/\s*\n+/))).toEqual([
    ['Writing to this sheet', 'ok'],
    ['API key', 'The trial ends within three days.', 'warning'],
    ['influData API', "influData didn't reply. Try again in 10 minutes.", 'fault'],
  ]);
  // It says so for some seconds only.
  await Promise.all([button('Copied').waitFor(), button('Copy').click()]);
  expect(await sidebar.page.evaluate(() => navigator.clipboard.readText())).toBe(INSTALLATION.text);
  expect(await sidebar.fits('help-check')).toEqual([]);
  await section('Check this installation');

  for (const [title, says] of [
    ['What cells and rows say', 'Next: check the handle and the platform.'],
    ['Glossary', 'How much the number of followers changes'],
  ] as const) {
    await section(title);
    await shown(says);
  }
  await section('Report a problem');
  await button('Make report · free').click();
  await Promise.all([button('Copied').waitFor(), button('Copy').last().click()]);
  const report = await sidebar.page.evaluate(() => navigator.clipboard.readText());
  expect(report.split('\n')).toEqual([
    ...INSTALLATION.text.split('\n'),
    '',
    'last failures:',
    expect.stringMatching(/^2026-\S+ checkInstallation: platform, 2 times$/),
  ]);
  expect(await sidebar.fits('help-words')).toEqual([]);
  await press('Escape');
  await isAt('Help');
  await button('Search · 1 request').waitFor();
});

test('opened from the menu; a failure is tried again, and Back or a tab leads to the tab', async () => {
  sidebar = await openSidebar({ tab: 'help', replies: { help: () => ({ fails: 'NetworkError' }) } });
  await sidebar.page.getByRole('alert').waitFor();
  sidebar.answer({ help: () => LISTS });
  await button('Try again').click();
  await shown('Glossary');
  await button('Back').click();
  await isAt('Help');
  await button('Search · 1 request').waitFor();
  await button('Help').click();
  await shown('Glossary');
  await sidebar.page.getByRole('tab', { name: 'Find' }).click();
  await button('Search · 1 request').waitFor();
});
