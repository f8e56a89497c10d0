import { afterEach, expect, test } from 'vitest';
import {
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

for (const [code, retries, account] of [
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
] as const)
  test(`${code}: the server's sentence stands above the button, with the step that helps`, async () => {
    const message = `What went wrong: ${code}. What to do.`;
    sidebar = await openSidebar({ replies: { search: () => ({ refuses: { ok: false, code, message } }) } });
    await button('Search ·').click();
    await alert().waitFor();
    await expect.poll(() => alert().innerText(), patiently).toContain(message);
    await expect.poll(() => button('Try again').count(), patiently).toBe(retries ? 1 : 0);
    await expect.poll(() => button('Open Account').count(), patiently).toBe(account ? 1 : 0);
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

type Visit = (page: Sidebar['page']) => Promise<unknown>;
const paused = accountOf({ settings: { ...accountOf().settings, paused: true } });
const SIGNUP = { email: 'ada@company.com', company: '', codeUntil: '2026-11-23T08:15:00Z' };
const click =
  (name: string): Visit =>
  (page) =>
    page.getByRole('button', { name }).first().click();
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
      why: '"two words" is not a handle. Give one handle without spaces, or a profile URL.',
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

/** Each state of the page, and the steps that lead there. */
const STATES: Record<string, [SidebarOptions, ...Visit[]]> = {
  find: [{}],
  'find-filled': [
    searched,
    (page) => page.getByRole('textbox', { name: 'Keywords' }).fill('personal trainer, yoga'),
    (page) => page.getByRole('combobox', { name: 'Categories' }).fill('fit'),
    (page) => page.keyboard.press('Enter'),
    (page) => page.getByRole('combobox', { name: 'Country' }).fill('Germany'),
    (page) => page.keyboard.press('Tab'),
    (page) => page.getByRole('textbox', { name: 'Followers from' }).fill('10k'),
    (page) => page.getByRole('combobox', { name: 'Language' }).fill('ge'),
  ],
  'find-problem': [
    {},
    (page) => page.getByRole('textbox', { name: 'Followers from' }).fill('10k'),
    (page) => page.getByRole('textbox', { name: 'Followers up to' }).fill('5000'),
    click('Search ·'),
  ],
  'find-more': [
    { height: 1_000 },
    (page) => page.getByText('More filters').click(),
    (page) => page.getByLabel('Reel plays from').focus(),
  ],
  'find-dropped': [
    {},
    (page) => page.getByLabel('Gender').selectOption('w'),
    (page) => page.getByLabel('Platform').selectOption('twitch'),
  ],
  'find-saved': [
    opening({ searches: [savedOf(), savedOf({ name: 'Known one', price: 0 })] }),
    (page) => page.getByText('Saved searches').click(),
    click('Delete Known one'),
  ],
  'find-sheet': [{ replies: { resultSheet: () => sheetOf() } }, (page) => page.getByText('This sheet').waitFor()],
  'find-no-key': [opening({ account: NO_KEY })],
  'find-paused': [opening({ account: paused })],
  results: [searched, click('Search ·')],
  'results-hostile': [
    { replies: { search: () => foundOf({ creators: [HOSTILE], count: 1, pages: 1 }) } },
    click('Search ·'),
  ],
  'results-save': [searched, click('Search ·'), click('Save')],
  'results-empty': [{ replies: { search: () => foundOf({ count: 0, pages: 0, creators: [] }) } }, click('Search ·')],
  'search-failed': [
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
  ],
  write: [searched, click('Search ·'), click('Write to sheet…')],
  'write-capped': [
    { height: 900, replies: { search: () => foundOf({ charged: 0, left: { balance: 40, today: 4_000, run: 30 } }) } },
    click('Search ·'),
    click('Write to sheet…'),
    click('All'),
  ],
  'write-picks': [
    searched,
    click('Search ·'),
    click('Pick'),
    (page) => page.getByRole('checkbox', { name: 'Pick Jonas Weber' }).first().check(),
  ],
  'run-working': [
    {
      replies: {
        search: () => foundOf(),
        startSearch: () => runOf({ donePages: 31, written: 598, skipped: 22, used: 30 }),
        stepRun: () => 'never',
      },
    },
    click('Search ·'),
    click('Write to sheet…'),
    click('Start ·'),
  ],
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
  ],
  enrich: [enriching({})],
  'enrich-whole': [enriching({}, 1_180)],
  'enrich-unreadable': [enriching(UNREADABLE, 860), (page) => page.getByText('62 cannot be read').click()],
  'enrich-fields': [
    enriching({ requests: 7_480, paths: ['stats.avgReelPlays', 'brandMentions.last90Days.count'] }, 1_400),
    (page) => page.locator('summary', { hasText: 'Reach' }).click(),
    (page) => page.locator('summary', { hasText: 'Audience' }).click(),
    (page) => page.getByRole('checkbox', { name: 'Female' }).check(),
    (page) => page.getByText('More, as the API names them').click(),
    (page) => page.getByText('updating…').waitFor({ state: 'hidden' }),
  ],
  'enrich-filter': [
    enriching({}),
    (page) => page.getByLabel('Find a field').fill('views'),
    (page) => page.getByLabel('Find a field').scrollIntoViewIfNeeded(),
  ],
  'enrich-before': [
    enriching(BEFORE, 1_240),
    (page) => page.getByLabel('Rows', { exact: true }).selectOption('old'),
    (page) => page.getByRole('checkbox', { name: 'Buy again' }).check(),
    (page) => page.getByRole('radio', { name: 'Fill empty cells' }).check(),
    (page) => page.getByText('updating…').waitFor({ state: 'hidden' }),
  ],
  'enrich-capped': [
    enriching({ requests: 8_100, creators: 405, known: 0, left: { balance: 9_120, today: 4_958, run: 2_000 } }),
    (page) => page.getByText('The run will stop').waitFor(),
  ],
  'enrich-queue': [enriching({}), (page) => page.getByLabel('What to do').selectOption('queue')],
  'enrich-nothing': [
    {
      tab: 'enrich',
      replies: {
        readSelection: () => ({
          refuses: {
            ok: false,
            code: 'badInput',
            message: 'Select the cells with the handles first: a column, or some cells of it.',
          },
        }),
      },
    },
  ],
  'enrich-no-key': [{ tab: 'enrich', replies: { open: () => openingOf({ account: NO_KEY }) } }],
  'enrich-working': [
    {
      ...enriching({}),
      replies: {
        readSelection: () => selectionOf(),
        startEnrich: () => enrichOf(HALF),
        stepRun: () => 'never',
      },
    },
    click('Start ·'),
  ],
  'enrich-paused': [
    rested({ ...HALF, state: 'stopped', message: 'Paused.', reason: { code: 'paused' } }),
    click('End'),
  ],
  'enrich-at-cap': [
    rested({
      ...HALF,
      state: 'stopped',
      cap: 183,
      message: 'budget reached: 183 requests a run (maxRequestsPerRun). Raise it for this run or in the settings.',
    }),
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
    (page) => page.getByText('Formulas over these').waitFor(),
  ],
  'enrich-strip': [
    { ...rested({ ...HALF, state: 'stopped' }), tab: 'find' },
    (page) => page.getByText('Paused: enriching “Spring campaign”').waitFor(),
  ],
  account: [account],
  'account-loading': [{ ...account, replies: { open: () => 'never' } }],
  'account-first': [{ ...account, ...opening({ account: NO_KEY }) }],
  'account-key': [
    { ...account, ...opening({ account: NO_KEY }) },
    click('I have a key'),
    (page) => page.getByRole('radio', { name: 'In this spreadsheet' }).check(),
  ],
  'account-trial': [{ ...account, ...opening({ account: NO_KEY }) }, click('Get a free trial key')],
  'account-code': [{ ...account, ...opening({ account: { ...NO_KEY, signup: SIGNUP } }) }],
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
  ],
  'account-settings': [
    account,
    (page) => page.getByText('Freshness', { exact: true }).click(),
    (page) => page.getByText('More', { exact: true }).click(),
    (page) => page.getByLabel('Daily cap').fill('many'),
    (page) => page.getByLabel('Kind of key').scrollIntoViewIfNeeded(),
  ],
};

test.each(Object.entries(STATES))(
  '%s is accessible, fits 300 px and is kept for a look',
  async (name, [options, ...visits]) => {
    sidebar = await openSidebar({ height: 760, ...options });
    const isLoading = options.replies?.open !== undefined && name === 'account-loading';
    if (!isLoading) await sidebar.page.waitForFunction(() => !document.querySelector('.skeleton'));
    for (const visit of visits) await visit(sidebar.page);
    // What was asked for arrives a moment after the click.
    await sidebar.page.waitForFunction(() => !document.querySelector('.action.busy'));
    expect(await sidebar.looks(name)).toEqual([]);
    expect(await sidebar.tooWide('.scroll, .dock, .run, body')).toEqual([]);
  },
);
