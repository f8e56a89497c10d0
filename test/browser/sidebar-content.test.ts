import { afterEach, expect, test } from 'vitest';
import type { ContentForm, ContentSheet, ContentView } from '../../src/sidebar/content-calls';
import { contentOf, contentSheetOf, handlesOf, planOf } from './sidebar-content-data';
import { budgetOf, accountOf, NO_KEY, openingOf } from './sidebar-data';
import { gate, openSidebar, type Sidebar, type SidebarOptions } from './sidebar-harness';
import { workerOf, type Worker } from './sidebar-worker';
import { patiently } from './worker-browser';

// The Content tab without a server: what it asks, what it says the price is, the run and the sheet in front.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const button = (name: string | RegExp) => sidebar.page.getByRole('button', { name });
const box = (name: string) => sidebar.page.getByRole('checkbox', { name, exact: true });
const text = (name: string) => sidebar.page.getByRole('textbox', { name, exact: true });
const pick = (name: string) => sidebar.page.getByRole('combobox', { name, exact: true });
const card = (name: string) => sidebar.page.getByRole('region', { name, exact: true });
const part = (name: string) => sidebar.page.locator('summary', { hasText: name });
const shown = (what: string | RegExp) => sidebar.page.getByText(what).first().waitFor();
const gone = (what: string | RegExp) =>
  expect.poll(() => sidebar.page.getByText(what).first().isVisible(), patiently).toBe(false);
const isOff = async (name: string | RegExp) => (await button(name).getAttribute('aria-disabled')) === 'true';
const refuse = (message: string, code: 'badInput' | 'notAllowed' | 'hostLimit' | 'sheet' = 'notAllowed') => ({
  refuses: { ok: false as const, code, message },
});

const START = /^Get posts/;

/** Until the price of what stands there is known. */
const priced = () => expect.poll(() => isOff(START), patiently).toBe(false);

async function open(options: SidebarOptions = {}, sheet: ContentSheet | null = null, seen?: string): Promise<void> {
  sidebar = await openSidebar({
    tab: 'content',
    ...options,
    replies: {
      contentSheet: () => sheet,
      planContent: ({ max }) => planOf({ requests: max }),
      ...options.replies,
    },
  });
  // Over a sheet of posts the form is there for a moment only.
  await (seen !== undefined ? shown(seen) : sheet ? card(sheet.name).waitFor() : button(START).waitFor());
}

/** A run of 100 posts a step. */
const worker = (first: Partial<ContentView> = {}): Worker<ContentView> =>
  workerOf(
    contentOf({ max: 300, resumeCosts: 300, ...first }),
    (run) => {
      const pieces = Math.min(run.max, run.pieces + 100);
      const now = { ...run, pieces, added: pieces, used: pieces, resumeCosts: run.max - pieces };
      return pieces === run.max ? { ...now, state: 'done' } : now;
    },
    (begin) => ({
      startContent: ({ max, cap }) => begin({ max, ...(cap === null ? {} : { cap }) }),
      startSync: ({ max, refresh }) => begin({ max, action: refresh ? 'refresh' : 'sync' }),
    }),
  );

test('on opening it shows the usual filters, the surprising minimum and the price, and starts nothing', async () => {
  await open();
  await priced();
  await shown('At least 10,000 followers unless you change it.');
  await shown('Up to 100 posts, at most 100 requests');
  await shown('of 9,120 left');
  await button('Get posts · at most 100 requests').waitFor();
  for (const [name, isChosen] of [
    ['Instagram', true],
    ['TikTok', true],
    ['YouTube', false],
  ] as const)
    await expect.poll(() => box(name).isChecked(), patiently).toBe(isChosen);
  await sidebar.settled();
  expect(sidebar.calls('planContent')).toEqual([{ filters: { platform: ['instagram', 'tiktok'] }, max: 100 }]);
  expect(sidebar.calls('startContent')).toEqual([]);
});

test('the tab asks nothing before it is opened', async () => {
  sidebar = await openSidebar({ replies: { contentSheet: () => null, planContent: () => planOf() } });
  await button('9,120 left').waitFor();
  await sidebar.settled();
  expect([...sidebar.calls('contentSheet'), ...sidebar.calls('planContent')]).toEqual([]);
  await sidebar.page.getByRole('tab', { name: 'Content' }).click();
  await priced();
});

test('types are those of the chosen platforms; one without any of them is named', async () => {
  await open();
  await expect.poll(() => box('Shorts').count(), patiently).toBe(0);
  await box('YouTube').check();
  await box('Shorts').check();
  await shown('Instagram and TikTok have none of these types, so nothing comes from them.');
  await box('Reels').check();
  await shown('TikTok has none of these types');
  await box('TikTok').uncheck();
  await gone('none of these types');
  await box('YouTube').uncheck();
  await expect.poll(() => box('Shorts').count(), patiently).toBe(0);
  await expect
    .poll(() => sidebar.calls('planContent').at(-1)?.filters, patiently)
    .toEqual({ platform: ['instagram'], contentTypes: ['reel'] });
  await box('Instagram').uncheck();
  await shown('Choose a platform.');
});

test('everything that is filled in is sent, and nothing else', async () => {
  const { replies } = worker();
  await open({
    replies: { ...replies, cities: () => ['Berlin', 'Munich'] },
  });
  await text('Creators').fill('@lena.vogt https://www.tiktok.com/@max');
  await sidebar.page.keyboard.press('Enter');
  await text('Keywords in caption, hashtags, mentions').fill('summer sale, skincare');
  await text('Hashtags').fill('#fashion #style');
  await sidebar.page.getByLabel('Uploaded from').fill('2026-05-01');
  await sidebar.page.getByLabel('Uploaded to').fill('2026-05-31');
  await text('Followers from').fill('5k');
  await text('Followers up to').fill('250k');
  await text('Reach or views from').fill('1000');
  await text('Reach or views up to').fill('1m');
  await box('Reels').check();
  await pick('Country').fill('Germany');
  await sidebar.page.keyboard.press('Tab');
  await pick('City').fill('Berl');
  await sidebar.page.getByRole('option', { name: 'Berlin' }).click();
  await pick('Language').fill('German');
  await sidebar.page.keyboard.press('Tab');
  await pick('Gender').selectOption('Women');
  await pick('Sort by').selectOption('Largest reach first');
  await sidebar.page.getByRole('checkbox', { name: 'Thumbnail column' }).check();
  await shown('The pictures go blank after 24 hours');
  await text('At most, in posts').fill('300');
  await priced();
  await button('Get posts · at most 300 requests').click();
  await shown('Posts are in “Content fashion, style”');
  const wanted: ContentForm = {
    filters: {
      platform: ['instagram', 'tiktok'],
      username: ['lena.vogt', 'max'],
      keywords: ['summer sale', 'skincare'],
      tags: ['fashion', 'style'],
      uploadedFrom: '2026-05-01',
      uploadedTo: '2026-05-31',
      followerMin: '5k',
      followerMax: '250k',
      viewsMin: '1000',
      viewsMax: '1m',
      contentTypes: ['reel'],
      country: 'Germany',
      city: 'Berlin',
      language: 'de',
      gender: 'w',
      sorting: 'reach',
    },
    max: 300,
    thumbnails: true,
    sheetId: null,
    cap: 300,
  };
  expect(sidebar.calls('startContent')).toEqual([wanted]);
});

test('problems stand beside their fields; an attempt to start shows all, goes to the first and starts nothing', async () => {
  await open();
  await priced();
  await text('Followers up to').fill('5000');
  await text('Followers up to').blur();
  await shown('The minimum is 10,000 unless you change it. Enter a smaller one, or 0 for everyone.');
  await text('Reach or views from').fill('many');
  await expect.poll(() => sidebar.page.getByText('is not a number').count(), patiently).toBe(0);
  await button(START).click();
  await shown('The minimum is not a number.');
  await expect
    .poll(() => text('Followers up to').evaluate((field) => field === document.activeElement), patiently)
    .toBe(true);
  await sidebar.page.getByLabel('Uploaded from').fill('2026-06-01');
  await sidebar.page.getByLabel('Uploaded to').fill('2026-05-01');
  await shown('The first day is later than the last day.');
  await sidebar.shot('content-problems');
  expect(await sidebar.violations()).toEqual([]);
  await text('Followers from').fill('0');
  await text('Reach or views from').fill('');
  await sidebar.page.getByLabel('Uploaded to').fill('2026-06-01');
  await priced();
  await expect.poll(() => sidebar.page.getByRole('alert').count(), patiently).toBe(0);
  expect(sidebar.calls('startContent')).toEqual([]);
});

test('cities that do not load leave the field to free typing', async () => {
  await open({ replies: { cities: () => ({ fails: 'NetworkError' }) } });
  await expect.poll(() => pick('City').isDisabled(), patiently).toBe(true);
  await pick('Country').fill('Spain');
  await sidebar.page.keyboard.press('Tab');
  await pick('City').fill('Sitges');
  await shown("The city list didn't load. You can type a city.");
  await sidebar.page.keyboard.press('Tab');
  await expect
    .poll(() => sidebar.calls('planContent').at(-1)?.filters, patiently)
    .toMatchObject({ country: 'Spain', city: 'Sitges' });
});

test('creators are taken from the selected cells, beside those that are there; what was left out is said', async () => {
  const { opened, open: release } = gate();
  await open({
    replies: {
      selectedHandles: async () => {
        await opened;
        return handlesOf({ platforms: ['youtube'], leftOut: 2 });
      },
    },
  });
  await text('Creators').fill('jonas_weber');
  await sidebar.page.keyboard.press('Enter');
  await button(/^Add from /).click();
  // What is typed while they are on their way stays.
  await text('Creators').fill('typed.meanwhile');
  await sidebar.page.keyboard.press('Enter');
  release();
  await shown('3 creators from 5 rows of Creators. 2 cells are left out: unreadable, or too many for one query.');
  await expect
    .poll(() => sidebar.calls('planContent').at(-1)?.filters, patiently)
    .toEqual({
      platform: ['instagram', 'tiktok', 'youtube'],
      username: ['jonas_weber', 'typed.meanwhile', 'lena.vogt', 'SophiaK'],
    });
  await button('Remove all 4').click();
  await gone('@lena.vogt');
  sidebar.answer({ selectedHandles: () => refuse('Select handles first.', 'badInput') });
  await button(/^Add from /).click();
  await shown('Select handles first.');
  sidebar.answer({ selectedHandles: () => ({ fails: 'NetworkError' }) });
  await button(/^Add from /).click();
  await shown('reach the add-on.');
  sidebar.answer({ selectedHandles: () => handlesOf({ handles: ['lena.vogt'], leftOut: 0 }) });
  await button('Try again').click();
  await shown('1 creator from 5 rows of Creators.');
});

test('the form survives a reload', async () => {
  await open();
  await text('Hashtags').fill('#fashion');
  await sidebar.page.keyboard.press('Enter');
  await text('At most, in posts').fill('250');
  await box('YouTube').check();
  await sidebar.page.getByRole('checkbox', { name: 'Thumbnail column' }).check();
  await expect.poll(() => sidebar.page.evaluate(() => JSON.stringify(sessionStorage)), patiently).toContain('250');
  await sidebar.reload();
  await button('Get posts · at most 250 requests').waitFor();
  await shown('#fashion');
  await expect.poll(() => box('YouTube').isChecked(), patiently).toBe(true);
  await expect
    .poll(() => sidebar.page.getByRole('checkbox', { name: 'Thumbnail column' }).isChecked(), patiently)
    .toBe(true);
  await button('Reset filters').click();
  await gone('#fashion');
  await expect.poll(() => box('YouTube').isChecked(), patiently).toBe(false);
});

test('the price follows the maximum, and nothing starts before it is known or while it cannot be read', async () => {
  const { opened, open: release } = gate();
  await open();
  await priced();
  sidebar.answer({ planContent: ({ max }) => opened.then(() => planOf({ requests: max })) });
  await text('At most, in posts').fill('500');
  await button('Get posts · at most 500 requests').waitFor();
  await shown('updating…');
  await expect.poll(() => isOff(START), patiently).toBe(true);
  await button(START).click({ force: true });
  release();
  await priced();
  await shown('Up to 500 posts, at most 500 requests');
  await text('At most, in posts').fill('a lot');
  await shown('Enter a whole number from 1 to 100,000.');
  await button(START).click();
  await sidebar.settled();
  expect(sidebar.calls('startContent')).toEqual([]);
});

test('a price above the cap of a run can be allowed right there; other shortages say where it will stop', async () => {
  const { replies } = worker();
  await open({
    replies: {
      ...replies,
      planContent: ({ max }) => planOf({ requests: max, budget: budgetOf({ balance: 9_120, today: 250, run: 200 }) }),
    },
  });
  await text('At most, in posts').fill('300');
  await shown('The run will stop after 200 requests, at the cap per run.');
  await sidebar.shot('content-short');
  await text('Cap for this run (requests)').fill('300');
  await shown("The run will stop after 250 requests, at today's cap. Resume it tomorrow.");
  await priced();
  await button(START).click();
  await shown('Posts are in');
  expect(sidebar.calls('startContent')[0]).toMatchObject({ max: 300, cap: 300 });
});

test('while spending is paused nothing starts', async () => {
  const budget = budgetOf({ paused: true });
  const account = accountOf({ settings: { ...accountOf().settings, paused: true } });
  const planContent = () => planOf({ budget });
  await open({ replies: { planContent, open: () => openingOf({ account }) } }, contentSheetOf({ budget }));
  await shown('Spending is paused.');
  await sidebar.settled();
  await expect.poll(() => isOff(/^Sync now/), patiently).toBe(true);
  await button('Get other posts…').click();
  await expect.poll(() => isOff(START), patiently).toBe(true);
});

test('without a key it leads to the account', async () => {
  sidebar = await openSidebar({
    tab: 'content',
    replies: { contentSheet: () => contentSheetOf(), open: () => openingOf({ account: NO_KEY }) },
  });
  await button('Get a free trial').waitFor();
  await sidebar.page.getByRole('tab', { name: 'Content' }).click();
  await shown('Content fashion, style');
  await expect.poll(() => button(/^Sync now/).count(), patiently).toBe(0);
  await button('Connect influData').click();
  await expect
    .poll(() => sidebar.page.getByRole('tab', { name: 'Account' }).getAttribute('aria-selected'), patiently)
    .toBe('true');
});

test('a price that cannot be had is asked for again; what the server does not understand is said', async () => {
  await open({ replies: { planContent: () => ({ fails: 'NetworkError' }) } });
  await shown('reach the add-on.');
  await expect.poll(() => isOff(START), patiently).toBe(true);
  sidebar.answer({ planContent: () => refuse('keywords has half a character in it.', 'badInput') });
  await button('Try again').click();
  await shown('keywords has half a character in it.');
  await expect.poll(() => isOff(START), patiently).toBe(true);
  sidebar.answer({ planContent: () => planOf() });
  await text('Hashtags').fill('#yoga');
  await sidebar.page.keyboard.press('Enter');
  await priced();
});

test('a pull goes on page by page until it is done; then its sheet stands there', async () => {
  const work = worker();
  await open({
    replies: { ...work.replies, contentSheet: () => (work.run().state === 'done' ? contentSheetOf() : null) },
  });
  await text('At most, in posts').fill('300');
  await priced();
  const release = work.hold();
  await text('At most, in posts').press('Enter');
  await shown('Getting posts into “Content fashion, style”…');
  await shown('Spends at most 300 requests.');
  await expect.poll(() => button('Pause').evaluate((it) => it === document.activeElement), patiently).toBe(true);
  await expect.poll(() => button(START).count(), patiently).toBe(0);
  await sidebar.shot('content-running');
  release();
  await shown('Posts are in “Content fashion, style”');
  expect(sidebar.calls('stepRun')).toEqual(Array.from({ length: 3 }, () => ({ id: 'p1', resume: false, cap: null })));
  await button('Sync now · at most 100 requests').waitFor();
  await sidebar.shot('content-done');
  await button('Dismiss').click();
  await gone('Posts are in “Content fashion, style”');
});

test('a pull is stopped, resumed where it was at a price that stands there, and stands in one line elsewhere', async () => {
  const work = worker();
  await open({ replies: work.replies });
  await text('At most, in posts').fill('300');
  await priced();
  const release = work.hold();
  await button(START).click();
  await button('Pause').click();
  await shown('Pausing after the calls under way…');
  await expect.poll(() => sidebar.calls('pauseRun').length, patiently).toBe(1);
  release();
  await shown('The run is paused');
  await shown('At most 300 requests more');
  await sidebar.page.getByRole('tab', { name: 'Account' }).click();
  await button(/^Resume….*Paused: getting posts/).click();
  const steps = sidebar.calls('stepRun').length;
  await sidebar.settled();
  expect(sidebar.calls('stepRun')).toHaveLength(steps);
  await button('Resume').click();
  await shown('Posts are in');
  expect(sidebar.calls('stepRun')[steps]).toEqual({ id: 'p1', resume: true, cap: null });
});

test('at the next opening a pull whose cursor has expired says what resuming costs and why', async () => {
  const resumeNote = 'the cursor has expired: it goes on from the oldest piece saved, and up to 100 posts come again.';
  const content = contentOf({
    state: 'stopped',
    message: 'Paused.',
    reason: { code: 'paused' },
    pieces: 300,
    added: 290,
    repeated: 10,
    used: 300,
    resumeCosts: 200,
    resumeNote,
  });
  sidebar = await openSidebar({
    tab: 'content',
    replies: { open: () => openingOf({ runs: { content } }), contentSheet: () => null, endRun: () => ({}) },
  });
  await shown('The cursor has expired: it goes on');
  await shown('At most 200 requests more');
  await shown('already there');
  await sidebar.shot('content-stopped');
  expect(await sidebar.violations()).toEqual([]);
  await button('End').click();
  await shown('End the run? Its sheet and posts stay.');
  await button('Cancel').click();
  expect(sidebar.calls('endRun')).toEqual([]);
  await button('End').click();
  sidebar.answer({ planContent: ({ max }) => planOf({ requests: max }) });
  await sidebar.page.locator('.confirm').getByRole('button', { name: 'End' }).click();
  await priced();
  expect(sidebar.calls('endRun')).toEqual([{ id: 'p1' }]);
});

test('a run that has spent what it may says so, and goes on once you raise it', async () => {
  const message = 'This run may spend 200 requests and has. Allow it more or raise maxRequestsPerRun in Account.';
  const work = worker({ pieces: 200, added: 200, used: 200, cap: 200, resumeCosts: 100, state: 'stopped', message });
  sidebar = await openSidebar({
    tab: 'content',
    replies: {
      ...work.replies,
      open: () => openingOf({ runs: { content: work.run() } }),
      contentSheet: () => null,
      planContent: () => planOf(),
    },
  });
  await shown(message);
  await expect.poll(() => isOff('Resume'), patiently).toBe(true);
  await text('Cap for this run (requests)').fill('300');
  await button('Resume').click();
  await shown('Posts are in');
  expect(sidebar.calls('stepRun')[0]).toEqual({ id: 'p1', resume: true, cap: 300 });
});

test('a lost connection leaves the run where it is, with Resume', async () => {
  const work = worker();
  let isLost = true;
  await open({
    replies: {
      ...work.replies,
      stepRun: (given) => (isLost ? { fails: 'NetworkError' } : (work.replies.stepRun?.(given) ?? 'never')),
    },
  });
  await priced();
  await button(START).click();
  await shown('The run was interrupted');
  await shown('reach the add-on.');
  isLost = false;
  await button('Resume').click();
  await shown('Posts are in');
});

test('a pull that cannot start says why beside the button; another’s run that is in the way is shown', async () => {
  await open({ replies: { startContent: () => refuse('The sheet is protected. Choose another.', 'sheet') } });
  await priced();
  await button(START).click();
  await shown('The sheet is protected. Choose another.');
  const content = contentOf({
    state: 'stopped',
    message: 'Paused.',
    reason: { code: 'paused' },
    sheet: 'Of somebody else',
  });
  sidebar.answer({
    open: () => openingOf({ runs: { content } }),
    startContent: () => refuse('A pull of this spreadsheet is not finished. Finish or end it first.'),
  });
  await button(START).click();
  await shown('“Of somebody else”');
  await shown('Finish or end it first.');
  expect(sidebar.calls('stepRun')).toEqual([]);
});

test('the sheet in front is read when the tab opens and when the sidebar gets the focus', async () => {
  await open({}, contentSheetOf());
  const said = async () => (await card('Content fashion, style').innerText()).replace(/\s+/g, ' ');
  await expect
    .poll(said, patiently)
    .toMatch(
      /Instagram, TikTok · #fashion, #style · 10K\+ followers 480 posts, up to date through 23 Nov 2026 \d\d:\d\d · synced 1 h ago/,
    );
  sidebar.answer({ contentSheet: () => contentSheetOf({ id: 12, name: 'Another', pieces: 1 }) });
  await sidebar.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await card('Another').waitFor();
  sidebar.answer({ contentSheet: () => null });
  await sidebar.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect.poll(() => card('Another').count(), patiently).toBe(0);
});

test('a sync fetches what is new, at most so much; known pieces only when that is chosen, and at its price', async () => {
  const work = worker();
  await open({ replies: work.replies }, contentSheetOf());
  await button('Sync now · at most 100 requests').waitFor();
  await part('What to get').click();
  await sidebar.page.getByRole('checkbox', { name: 'Refresh saved posts too' }).check();
  await shown('Updates their figures: 1 request for each of the 480 posts that comes again.');
  await button('Sync now · at most 580 requests').waitFor();
  await sidebar.page
    .getByRole('region', { name: 'Content fashion' })
    .getByRole('textbox', { name: 'At most, in posts' })
    .fill('200');
  await button('Sync now · at most 200 requests').click();
  await shown('Synced and refreshed “Content fashion, style”');
  expect(sidebar.calls('startSync')).toEqual([{ sheetId: 11, max: 200, refresh: true, cap: 200 }]);
  expect(sidebar.calls('startContent')).toEqual([]);
});

const REFUSED_KEY = 'The key is refused. Change it in Account.';

test('a sync beyond the cap of a run is allowed there; one that cannot start says why', async () => {
  const work = worker();
  const budget = budgetOf({ run: 50 });
  await open(
    {
      replies: {
        ...work.replies,
        startSync: () => refuse(REFUSED_KEY),
        planContent: () => planOf({ budget }),
        open: () => openingOf({ account: accountOf({ budget }) }),
      },
    },
    contentSheetOf({ budget }),
  );
  await shown('The run will stop after 50 requests, at the cap per run.');
  await button(/^Sync now/).click();
  await shown('The key is refused.');
  sidebar.answer(work.replies);
  await text('Cap for this run (requests)').fill('100');
  await gone('The run will stop');
  await button(/^Sync now/).click();
  await shown('Synced “Content fashion, style”');
  expect(sidebar.calls('startSync').at(-1)).toEqual({ sheetId: 11, max: 100, refresh: false, cap: 100 });
});

test('a sheet whose pull is not complete gets what is missing by a sync', async () => {
  const { watermark: _watermark, ...sheet } = contentSheetOf();
  const work = worker();
  await open({ replies: work.replies }, sheet);
  await shown('incomplete: the next sync gets the missing posts first');
  await part('What to get').click();
  await text('At most, in posts').first().fill('300');
  await button('Sync now · at most 300 requests').click();
  await shown('Synced “Content fashion, style”');
  expect(sidebar.calls('startSync')).toEqual([{ sheetId: 11, max: 300, refresh: false, cap: 300 }]);
});

test('where what is new cannot be told, figures can be refreshed all the same, and nothing goes every day', async () => {
  const { watermark: _watermark, ...sheet } = contentSheetOf({ filters: { platform: 'tiktok', sorting: 'reach' } });
  const work = worker();
  await open({ replies: work.replies }, sheet);
  await shown('not all matching posts are here, so we can’t tell which are new');
  await expect.poll(() => part('Sync every day').count(), patiently).toBe(0);
  await button('Refresh figures · at most 580 requests').click();
  await shown('Synced and refreshed');
  expect(sidebar.calls('startSync')).toEqual([{ sheetId: 11, max: 580, refresh: true, cap: 580 }]);
});

test('the filters of the sheet go into the form; others that are appended become the sheet’s, and that is said', async () => {
  const filters = { platform: 'youtube', tags: 'yoga', followerMin: '0' };
  const work = worker();
  await open(
    { replies: work.replies },
    contentSheetOf({ filters, text: 'platform=youtube; tags=yoga; followerMin=0' }),
  );
  await button('Reuse its filters…').click();
  await sidebar.page.getByLabel('Into').selectOption('Append to “Content fashion, style”');
  await expect
    .poll(() => sidebar.calls('planContent').at(-1)?.filters, patiently)
    .toEqual({ platform: ['youtube'], tags: ['yoga'], followerMin: '0' });
  await expect.poll(() => sidebar.page.getByText('replace the sheet’s own').count(), patiently).toBe(0);
  await text('Hashtags').fill('#pilates');
  await sidebar.page.keyboard.press('Enter');
  await shown('These filters replace the sheet’s own: its next syncs use them.');
  await priced();
  await button(START).click();
  await shown('Posts are in');
  expect(sidebar.calls('startContent')[0]).toMatchObject({ sheetId: 11, filters: { tags: ['yoga', 'pilates'] } });
});

test('a pull that found nothing offers to take a filter out, and its sheet takes what comes then', async () => {
  const asked = 'platform=instagram; tags=fashion; followerMin=10000; sorting=reach';
  const content = contentOf({ state: 'done', text: asked, used: 1 });
  const filters = { platform: 'instagram', tags: 'fashion', followerMin: '10000', sorting: 'reach' };
  await open(
    { replies: { open: () => openingOf({ runs: { content } }) } },
    contentSheetOf({ filters, text: asked, pieces: 0 }),
    'No posts match all of these filters. Remove one, then try again:',
  );
  expect(await sidebar.page.locator('.loosen button').allInnerTexts()).toEqual(['#fashion ×', '10K+ followers ×']);
  expect(await sidebar.violations()).toEqual([]);
  await sidebar.shot('content-none');
  await button('Remove 10K+ followers').click();
  await priced();
  expect(sidebar.calls('planContent').at(-1)?.filters).toEqual({
    platform: ['instagram'],
    tags: ['fashion'],
    followerMin: '0',
    sorting: 'reach',
  });
  expect(await sidebar.page.getByLabel('Into').inputValue()).toBe('append');
  await gone('No posts match');
});

test('what was to be appended to a sheet that is not in front any more goes into a new one, and that is said', async () => {
  await open({}, contentSheetOf());
  await button('Get other posts…').click();
  await sidebar.page.getByLabel('Into').selectOption('Append to “Content fashion, style”');
  sidebar.answer({ contentSheet: () => null });
  await sidebar.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await shown('The sheet to append to is no longer in front, so a new one will be made.');
  await expect.poll(() => sidebar.page.getByLabel('Into').inputValue(), patiently).toBe('new');
});

test('the daily sync is off until somebody sets it, with caps of its own, and ends', async () => {
  const schedule = { hour: 7, cap: 50, monthCap: 600 };
  await open({}, contentSheetOf({ monthCharged: 42 }));
  await shown('Sync every day off');
  await part('Sync every day').click();
  await shown('Syncs of this sheet used 42 requests this month.');
  await text('At about').fill('25');
  await text('A sync spends at most').fill('50');
  await button('Every day').click();
  await shown('Enter a whole number from 0 to 23.');
  await text('At about').fill('7');
  await text('A month, at most').fill('20');
  await shown('That is less than one sync may spend.');
  await text('A month, at most').fill('600');
  sidebar.answer({
    scheduleContent: () => refuse('Google allows no more triggers here. Remove one first.', 'hostLimit'),
  });
  await button('Every day · at most 50 requests').click();
  await shown('Google allows no more triggers here.');
  sidebar.answer({ scheduleContent: () => contentSheetOf({ monthCharged: 42, schedule }) });
  await button('Every day · at most 50 requests').click();
  await shown('Every day at about 07:00, new posts are added, for at most 50 requests.');
  await shown(/This month: 42 of 600 requests used/);
  await sidebar.shot('content-schedule');
  expect(await sidebar.violations()).toEqual([]);
  sidebar.answer({ scheduleContent: () => contentSheetOf() });
  await button('End the daily sync').click();
  await shown('Sync every day off');
  expect(sidebar.calls('scheduleContent').slice(1)).toEqual([
    { sheetId: 11, schedule },
    { sheetId: 11, schedule: null },
  ]);
});

test('the campaign summary is made with the user’s own rate, which is remembered', async () => {
  let sheet = contentSheetOf();
  await open({ replies: { contentSheet: () => sheet } });
  await part('Campaign summary').click();
  const rate = sidebar.page.getByLabel('Earned media: your rate per 1,000 reach');
  await rate.fill('twelve');
  await shown('Enter a number such as 12.50.');
  await expect.poll(() => isOff('Make the summary'), patiently).toBe(true);
  await rate.fill('12,50');
  sidebar.answer({ summarizeContent: () => refuse('The summary sheet is protected. Rename it first.', 'sheet') });
  await button('Make the summary · free').click();
  await shown('The summary sheet is protected.');
  sheet = contentSheetOf({ summary: 'Summary of Content fashion, style' });
  sidebar.answer({ summarizeContent: () => ({ sheet: 'Summary of Content fashion, style' }) });
  await button('Try again').click();
  await shown('In “Summary of Content fashion, style”.');
  await button('Update summary · free').waitFor();
  expect(sidebar.calls('summarizeContent').at(-1)).toEqual({ sheetId: 11, rate: 12.5 });
  await sidebar.reload();
  await part('Campaign summary').click();
  await expect.poll(() => rate.inputValue(), patiently).toBe('12,50');
  await rate.fill('');
  await button('Update summary · free').click();
  await expect.poll(() => sidebar.calls('summarizeContent').at(-1), patiently).toEqual({ sheetId: 11, rate: null });
});

test('the formula is copied in the locale of the spreadsheet, with what it costs', async () => {
  await open({ replies: { open: () => openingOf({ separator: ';' }) } });
  await shown('The formula costs 1 request per post. First turn on “Posts in formulas” under Account › More.');
  await text('Hashtags').fill('#yoga');
  await sidebar.page.keyboard.press('Enter');
  // The spreadsheet's separator comes with the account.
  await button('9,120 left').waitFor();
  await Promise.all([button('Copied').waitFor(), button('Copy as formula').click()]);
  expect(await sidebar.page.evaluate(() => navigator.clipboard.readText())).toBe(
    '=INFLU_CONTENT("platform=instagram, tiktok; tags=yoga; followerMin=10000"; 100)',
  );
});

test('where formulas may buy content, the note says only what that costs', async () => {
  const account = accountOf({ settings: { ...accountOf().settings, contentInFormulas: true } });
  await open({ replies: { open: () => openingOf({ account }) } });
  await shown('The formula costs 1 request per post, for at most 100 posts.');
});

test('texts of strangers are texts', async () => {
  const evil = '<img src=x onerror="document.title=\'pwned\'">';
  const content = contentOf({ state: 'done', message: evil, sheet: evil, text: 'tags=' + evil });
  const sheet = contentSheetOf({ name: evil, filters: { tags: evil }, summary: evil });
  await open({ replies: { open: () => openingOf({ runs: { content } }) } }, sheet);
  await shown(evil);
  await part('Campaign summary').click();
  await button('Details').click();
  await button('Reuse its filters…').click();
  await sidebar.page.getByRole('search').waitFor();
  await sidebar.settled();
  expect(await sidebar.page.locator('main img').count()).toBe(0);
  expect(await sidebar.page.title()).not.toBe('pwned');
});

test('every part can be read and operated', async () => {
  await open({ height: 1500, replies: { selectedHandles: () => handlesOf({ leftOut: 2 }) } });
  await button(/^Add from /).click();
  await shown('3 creators from 5 rows of Creators.');
  await text('Hashtags').fill('#fashion #style');
  await sidebar.page.keyboard.press('Enter');
  await priced();
  expect(await sidebar.looks('content-form')).toEqual([]);
  sidebar.answer({ contentSheet: () => contentSheetOf({ summary: 'Summary' }) });
  await sidebar.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await button(/^Sync now/).waitFor();
  for (const name of ['What to get', 'Sync every day', 'Campaign summary']) await part(name).click();
  await sidebar.settled();
  expect(await sidebar.looks('content-sheet')).toEqual([]);
});
