import { afterEach, expect, test } from 'vitest';
import {
  budgetOf,
  accountOf,
  enrichOf,
  foundOf,
  HOSTILE,
  NO_KEY,
  openingOf,
  runOf,
  savedOf,
  selectionOf,
  sheetOf,
} from './sidebar-data';
import { gate, openSidebar, type Sidebar, type SidebarOptions } from './sidebar-harness';
import { patiently } from './worker-browser';

// The page as a whole: how it opens and fails, and how each of its states looks to eyes and to machines.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const button = (name: string) => sidebar.page.getByRole('button', { name });
const alert = () => sidebar.page.getByRole('alert').first();

test('the menu opens it on the tab that it asks for', async () => {
  sidebar = await openSidebar({ tab: 'account' });
  await expect
    .poll(() => sidebar.page.getByRole('tab', { name: 'Account' }).getAttribute('aria-selected'), patiently)
    .toBe('true');
  await expect.poll(() => button('Search ·').isVisible(), patiently).toBe(false);
});

test('while the server opens, the form is there and nothing of it moves afterwards', async () => {
  const { opened, open } = gate();
  sidebar = await openSidebar({ replies: { open: () => opened.then(() => openingOf({ searches: [savedOf()] })) } });
  const place = () => sidebar.page.getByLabel('Platform').boundingBox();
  const before = await place();
  await expect.poll(() => button('Search ·').getAttribute('aria-disabled'), patiently).toBe('true');
  open();
  await expect.poll(() => button('Search ·').getAttribute('aria-disabled'), patiently).toBeNull();
  expect(await place()).toEqual(before);
});

test('several Google accounts: the page says what it is and the way out', async () => {
  sidebar = await openSidebar({
    replies: {
      open: () => ({ fails: 'ScriptError: We’re sorry, a server error occurred. Error code PERMISSION_DENIED' }),
    },
  });
  await alert().waitFor();
  await expect.poll(() => alert().innerText(), patiently).toMatch(/several Google accounts[^]*private window/i);
  // Trying again would not help.
  await expect.poll(() => button('Try again').count(), patiently).toBe(0);
  await sidebar.shot('several-accounts');
});

test('a platform that fails is asked again', async () => {
  let fails = true;
  sidebar = await openSidebar({ replies: { open: () => (fails ? { fails: 'NetworkError' } : openingOf()) } });
  await alert().waitFor();
  fails = false;
  await button('Try again').click();
  await button('9,120 left').waitFor();
  await expect.poll(() => sidebar.page.getByRole('alert').count(), patiently).toBe(0);
});

test('a quick call that is never answered says so after 30 seconds, a search after six minutes', async () => {
  sidebar = await openSidebar({ clock: 'still', replies: { open: () => 'never' } });
  await sidebar.page.clock.runFor(20_000);
  await expect.poll(() => sidebar.page.getByRole('alert').count(), patiently).toBe(0);
  await sidebar.page.clock.runFor(11_000);
  await expect.poll(() => alert().innerText(), patiently).toContain('No answer for 30 seconds.');
  sidebar.answer({ open: () => openingOf(), search: () => 'never' });
  await button('Try again').click();
  await button('9,120 left').waitFor();
  await button('Search ·').click();
  await expect.poll(() => sidebar.calls('search').length, patiently).toBe(1);
  await sidebar.page.clock.runFor(350_000);
  await expect.poll(() => sidebar.page.getByRole('alert').count(), patiently).toBe(0);
  await sidebar.page.clock.runFor(11_000);
  await expect.poll(() => alert().innerText(), patiently).toContain('No answer for six minutes.');
  sidebar.answer({ search: () => foundOf() });
  await button('Try again').click();
  await sidebar.page.getByRole('heading', { name: '1,842 creators' }).waitFor();
});

/** What helps beside the server's sentence: to try again, and to open Account. */
const STEPS_OF_CODES = [
  ['badInput', false, false],
  ['noKey', false, true],
  ['badKey', false, true],
  ['forbidden', false, false],
  ['rejected', false, false],
  ['volumeUsed', false, false],
  ['busy', true, false],
  ['apiDown', true, false],
  ['unreachable', true, false],
  ['unreadable', false, false],
  ['notAllowed', false, true],
  ['hostLimit', true, false],
  ['storeUnreadable', false, true],
  ['sheet', true, false],
] as const;

test("the server's sentence stands above the button, with the step that helps against each code", async () => {
  sidebar = await openSidebar();
  for (const [code, retries, account] of STEPS_OF_CODES) {
    const message = `What went wrong: ${code}. What to do.`;
    sidebar.answer({ search: () => ({ refuses: { ok: false, code, message } }) });
    await button('Search ·').click();
    await expect.poll(() => alert().innerText(), { ...patiently, message: code }).toContain(message);
    const steps = (): Promise<number[]> => Promise.all([button('Try again').count(), button('Open Account').count()]);
    await expect.poll(steps, { ...patiently, message: code }).toEqual([Number(retries), Number(account)]);
  }
});

test('an answer that the transfer lost is a failure, not a blank page', async () => {
  sidebar = await openSidebar({ replies: { search: () => 'lost' } });
  await button('Search ·').click();
  await alert().waitFor();
});

test('it is light, as Sheets is, also where the browser asks for dark', async () => {
  sidebar = await openSidebar();
  const colours = () =>
    sidebar.page.evaluate(() => {
      const { colorScheme, color, backgroundColor } = getComputedStyle(document.body);
      return {
        colorScheme,
        color,
        backgroundColor,
        field: getComputedStyle(document.querySelector('select') ?? document.body).color,
      };
    });
  const before = await colours();
  expect(before).toMatchObject({ colorScheme: 'light', backgroundColor: 'rgb(255, 255, 255)' });
  await sidebar.page.emulateMedia({ colorScheme: 'dark' });
  expect(await colours()).toEqual(before);
  await sidebar.page.emulateMedia({ colorScheme: null });
});

test('a text whose contrast was enough is looked at again where it comes to lie over another ground', async () => {
  sidebar = await openSidebar();
  const lay = (grounds: readonly string[], height = 30) =>
    sidebar.page.evaluate(
      ([colours, px]) => {
        const place = 'position: absolute; top: 200px; left: 20px; width: 200px;';
        const panel = document.querySelector('.panel:not([hidden])');
        const under = colours.map((colour) => `<div style="${place} height: ${px}px; background: ${colour}"></div>`);
        panel?.insertAdjacentHTML(
          'beforeend',
          `${under.join('')}<p style="${place} height: 30px; color: #333">Of this or that ground</p>`,
        );
      },
      [grounds, height] as const,
    );
  const pickUp = () =>
    sidebar.page
      .locator('.panel:not([hidden]) > :is(p, div[style])')
      .evaluateAll((parts) => parts.forEach((part) => part.remove()));
  await lay([]);
  expect(await sidebar.violations()).toEqual([]);
  await pickUp();
  // Over a part of it, axe cannot tell.
  await lay(['#444'], 10);
  expect(await sidebar.violations()).toEqual([]);
  await pickUp();
  await lay(['#444']);
  expect(await sidebar.violations()).toEqual([expect.stringContaining('color-contrast')]);
});

type Visit = (page: Sidebar['page']) => Promise<unknown>;
const paused = accountOf({ settings: { ...accountOf().settings, paused: true } });
const SIGNUP = { email: 'ada@company.com', company: '', codeUntil: '2026-11-23T08:15:00Z' };
const click =
  (name: string): Visit =>
  (page) =>
    page.getByRole('button', { name }).first().click();
/** Without a key the welcome opens; a person turns to a tab all the same. */
const fromWelcome = (tab: string): Visit[] => [
  (page) => page.getByText('Welcome to influData').waitFor(),
  (page) => page.getByRole('tab', { name: tab }).click(),
];
const opening = (part: Parameters<typeof openingOf>[0]): SidebarOptions => ({
  replies: { open: () => openingOf(part) },
});
const searched: SidebarOptions = { replies: { search: () => foundOf() } };
const enriching = (selection: Parameters<typeof selectionOf>[0], height = 760): SidebarOptions => ({
  tab: 'enrich',
  height,
  replies: { readSelection: () => selectionOf(selection) },
});
const rested = (run: Parameters<typeof enrichOf>[0]): SidebarOptions => {
  const enrich = enrichOf(run);
  return {
    tab: 'enrich',
    replies: { open: () => openingOf({ runs: { enrich } }), readSelection: () => selectionOf(BEFORE) },
  };
};
const account: SidebarOptions = { tab: 'account', height: 1_240 };

const BEFORE = { hasRunBefore: true, fields: ['followers', 'engagement', 'country', 'email'] };
const UNREADABLE = {
  rows: 9,
  creators: 4,
  duplicates: 1,
  blanks: 1,
  requests: 3,
  known: 1,
  platforms: [{ platform: 'instagram', creators: 4 }],
  unreadable: [
    {
      row: 7,
      text: 'two words',
      why: 'This is not a handle. Give one handle without spaces, or a profile URL.',
    },
    {
      row: 9,
      text: 'https://www.instagram.com/p/Cxyz0123456789012345678901234567890/?img_index=1',
      why: '"https://www.instagram.com/p/Cxyz0123456789012345678901234567890/?img_index=1" is not the address of a profile. Paste the profile\'s own URL or its handle.',
    },
    { row: 12, text: HOSTILE.name, why: 'This is not a handle.' },
  ],
  unreadableCount: 62,
};
const HALF = { doneRows: 214, counts: { done: 180, cached: 20, queued: 9, 'not found': 3, failed: 2 }, used: 183 };

/** What is to be looked at is named where the walk has come to it. */
type Walk = [SidebarOptions, ...(Visit | string)[]];

const high =
  (height: number): Visit =>
  (page) =>
    page.setViewportSize({ width: 300, height });
const answers =
  (replies: NonNullable<SidebarOptions['replies']>): Visit =>
  () =>
    Promise.resolve(sidebar.answer(replies));
/** The selection, read anew. */
const reads = (readSelection: NonNullable<SidebarOptions['replies']>['readSelection'], says: string): Visit[] => [
  answers(readSelection ? { readSelection } : {}),
  click('Read selection again'),
  (page) => page.getByText(says).first().waitFor(),
];
const field =
  (name: string, text: string): Visit =>
  (page) =>
    page.getByRole('textbox', { name }).fill(text);

/** The states of the page, and the steps from each to the next: opening takes longer than most of them. */
const WALKS: Record<string, Walk> = {
  'the form': [
    {},
    'find',
    field('Followers from', '10k'),
    field('Followers up to', '5000'),
    click('Search ·'),
    'find-problem',
    field('Followers from', ''),
    field('Followers up to', ''),
    (page) => page.getByLabel('Gender').selectOption('w'),
    (page) => page.getByLabel('Platform').selectOption('twitch'),
    'find-dropped',
    (page) => page.getByLabel('Platform').selectOption('instagram'),
    field('Keywords', 'personal trainer, yoga'),
    (page) => page.getByRole('combobox', { name: 'Categories' }).fill('fit'),
    (page) => page.keyboard.press('Enter'),
    (page) => page.getByRole('combobox', { name: 'Country' }).fill('Germany'),
    (page) => page.keyboard.press('Tab'),
    field('Followers from', '10k'),
    (page) => page.getByRole('combobox', { name: 'Language' }).fill('ge'),
    'find-filled',
    high(1_000),
    (page) => page.getByText('More filters').click(),
    (page) => page.getByLabel('Reel plays from').focus(),
    'find-more',
  ],
  'what a search finds, into a sheet': [
    {
      replies: {
        search: () => foundOf(),
        startSearch: () => runOf({ donePages: 31, written: 598, skipped: 22, used: 30 }),
        stepRun: () => 'never',
      },
    },
    click('Search ·'),
    (page) => page.getByRole('heading', { name: '1,842 creators' }).waitFor(),
    'results',
    click('Save'),
    'results-save',
    (page) => page.keyboard.press('Escape'),
    click('Options…'),
    'write',
    click('Start ·'),
    (page) => page.getByRole('button', { name: 'Pause' }).waitFor(),
    'run-working',
  ],
  'searches that find little or nothing': [
    {
      replies: {
        search: () => ({
          refuses: {
            ok: false,
            code: 'apiDown',
            message: 'influData is down. Try again in some minutes; nothing was charged.',
          },
        }),
      },
    },
    click('Search ·'),
    (page) => page.getByRole('alert').waitFor(),
    'search-failed',
    answers({ search: () => foundOf({ creators: [HOSTILE], count: 1, pages: 1 }) }),
    click('Search ·'),
    (page) => page.getByRole('heading', { name: '1 creator' }).waitFor(),
    'results-hostile',
    click('Filters'),
    answers({ search: () => foundOf({ count: 0, pages: 0, creators: [] }) }),
    click('Search ·'),
    (page) => page.getByRole('button', { name: 'Search ·' }).waitFor({ state: 'hidden' }),
    'results-empty',
  ],
  'from a selection to its run': [
    {
      ...enriching({}),
      replies: { readSelection: () => selectionOf(), startEnrich: () => enrichOf(HALF), stepRun: () => 'never' },
    },
    'enrich',
    (page) => page.getByLabel('Find a field').fill('views'),
    (page) => page.getByLabel('Find a field').scrollIntoViewIfNeeded(),
    'enrich-filter',
    (page) => page.getByLabel('Find a field').fill(''),
    (page) => page.getByLabel('Action').selectOption('queue'),
    'enrich-queue',
    (page) => page.getByLabel('Action').selectOption('enrich'),
    high(860),
    ...reads(() => selectionOf(UNREADABLE), '62 cells can’t be read'),
    (page) => page.getByText('62 cells can’t be read').click(),
    'enrich-unreadable',
    high(760),
    ...reads(
      () => ({
        refuses: {
          ok: false,
          code: 'badInput',
          message: 'Select handles first: a column, or some cells of it.',
        },
      }),
      'Select handles first',
    ),
    'enrich-nothing',
    ...reads(
      () =>
        selectionOf({
          requests: 8_100,
          creators: 405,
          known: 0,
          budget: budgetOf({ balance: 9_120, today: 4_958, run: 2_000 }),
        }),
      'The run will stop',
    ),
    'enrich-capped',
    ...reads(() => selectionOf(), '374 requests'),
    click('Start ·'),
    (page) => page.getByRole('button', { name: 'Pause' }).waitFor(),
    'enrich-working',
  ],
  'the account': [
    account,
    'account',
    (page) => page.getByText('Freshness', { exact: true }).click(),
    (page) => page.getByText('More', { exact: true }).click(),
    (page) => page.getByLabel('Daily cap').fill('many'),
    (page) => page.getByLabel('Kind of key').scrollIntoViewIfNeeded(),
    'account-settings',
  ],
  'an account without a key': [
    { ...account, ...opening({ account: NO_KEY }) },
    'account-first',
    click('Get a free trial'),
    'account-trial',
  ],
  'find-saved': [
    opening({ searches: [savedOf(), savedOf({ name: 'Known one', price: 0 })] }),
    (page) => page.getByText('Saved searches').click(),
    click('Delete Known one'),
    'find-saved',
  ],
  'find-sheet': [
    { replies: { resultSheet: () => sheetOf() } },
    (page) => page.getByText('This sheet').waitFor(),
    'find-sheet',
  ],
  'find-no-key': [opening({ account: NO_KEY }), ...fromWelcome('Find'), 'find-no-key'],
  'find-paused': [opening({ account: paused }), 'find-paused'],
  'run-waiting': [
    opening({
      runs: {
        search: runOf({
          state: 'stopped',
          message: 'The API is down. Resume in some minutes.',
          donePages: 56,
          written: 1_098,
          skipped: 22,
          used: 56,
        }),
      },
    }),
    'run-waiting',
  ],
  'write-capped': [
    {
      height: 900,
      replies: { search: () => foundOf({ charged: 0, budget: budgetOf({ balance: 40, today: 4_000, run: 30 }) }) },
    },
    click('Search ·'),
    click('Options…'),
    click('All'),
    'write-capped',
  ],
  'write-picks': [
    searched,
    click('Search ·'),
    click('Select'),
    (page) => page.getByRole('checkbox', { name: 'Select Jonas Weber' }).first().check(),
    'write-picks',
  ],
  'enrich-fields': [
    enriching({ requests: 7_480, paths: ['stats.avgReelPlays', 'brandMentions.last90Days.count'] }, 1_400),
    (page) => page.locator('summary', { hasText: 'Reach' }).click(),
    (page) => page.locator('summary', { hasText: 'Audience' }).click(),
    (page) => page.getByRole('checkbox', { name: 'Female' }).check(),
    (page) => page.getByText('Advanced fields').click(),
    (page) => page.getByText('updating…').waitFor({ state: 'hidden' }),
    'enrich-fields',
  ],
  'enrich-before': [
    enriching(BEFORE, 1_240),
    (page) => page.getByLabel('Rows', { exact: true }).selectOption('old'),
    (page) => page.getByRole('checkbox', { name: 'Refresh anyway' }).check(),
    (page) => page.getByRole('radio', { name: 'Fill empty cells' }).check(),
    (page) => page.getByText('updating…').waitFor({ state: 'hidden' }),
    'enrich-before',
  ],
  'enrich-no-key': [
    { tab: 'enrich', replies: { open: () => openingOf({ account: NO_KEY }) } },
    ...fromWelcome('Enrich'),
    'enrich-no-key',
  ],
  'enrich-paused': [
    rested({ ...HALF, state: 'stopped', message: 'Paused.', reason: { code: 'paused' } }),
    click('End'),
    'enrich-paused',
  ],
  'enrich-at-cap': [
    rested({
      ...HALF,
      state: 'stopped',
      cap: 183,
      message: 'This run has reached its cap of 183 requests. Raise it to go on.',
    }),
    'enrich-at-cap',
  ],
  'enrich-done': [
    {
      ...enriching({}),
      replies: {
        readSelection: () => selectionOf(BEFORE),
        startEnrich: () => enrichOf({ rows: 412 }),
        stepRun: () =>
          enrichOf({
            state: 'done',
            doneRows: 412,
            counts: {
              done: 340,
              cached: 31,
              queued: 12,
              'audience pending': 5,
              private: 4,
              'not found': 11,
              failed: 3,
              unreadable: 6,
            },
            used: 344,
          }),
      },
    },
    click('Start ·'),
    click('Details'),
    (page) => page.getByText('Formulas for these').waitFor(),
    'enrich-done',
  ],
  'enrich-strip': [
    { ...rested({ ...HALF, state: 'stopped' }), tab: 'find' },
    (page) => page.getByText('Paused: enriching “Spring campaign”').waitFor(),
    'enrich-strip',
  ],
  'account-loading': [{ ...account, replies: { open: () => 'never' } }, 'account-loading'],
  'account-key': [
    { ...account, ...opening({ account: NO_KEY }) },
    click('I have a key'),
    (page) => page.getByRole('radio', { name: 'In this spreadsheet' }).check(),
    'account-key',
  ],
  'account-code': [{ ...account, ...opening({ account: { ...NO_KEY, signup: SIGNUP } }) }, 'account-code'],
  'account-busy': [
    {
      ...account,
      ...opening({
        account: accountOf({
          ...paused,
          person: { end: 'z9z9', kind: 'trial', clientId: 'trial-aB3xK9pQz1', endsAt: '2026-12-07T08:00:00Z' },
          spreadsheet: { end: 'ffff', kind: 'organization' },
          month: { charged: 1_227, unknown: 20, formula: 310 },
          drift: 12,
          stop: { until: '2026-12-01T00:00:00Z', message: "This month's requests are used up." },
        }),
      }),
    },
    click('Remove your key'),
    'account-busy',
  ],
};

test.each(Object.entries(WALKS))(
  '%s: accessible, within 300 px, and kept for a look, in each of its states',
  async (name, [options, ...steps]) => {
    sidebar = await openSidebar({ height: 760, ...options });
    const { page } = sidebar;
    if (name !== 'account-loading') await page.waitForFunction(() => !document.querySelector('.skeleton'));
    for (const step of steps) {
      if (typeof step === 'function') {
        await step(page);
        continue;
      }
      // What was asked for arrives a moment after the click.
      await page.waitForFunction(() => !document.querySelector('.action.busy'));
      expect(await sidebar.looks(step), step).toEqual([]);
      expect(await sidebar.tooWide('.scroll, .dock, .run, body'), step).toEqual([]);
    }
  },
);
