import { afterEach, expect, test } from 'vitest';
import type { RunForm, SearchView } from '../../src/sidebar/find-calls';
import { budgetOf, accountOf, foundOf, openingOf, runOf, savedOf, selectionOf, sheetOf } from './sidebar-data';
import { openSidebar, type Sidebar, type SidebarOptions } from './sidebar-harness';
import { workerOf, type Worker } from './sidebar-worker';
import { patiently } from './worker-browser';

// Writing to a sheet: the price before, the run while it works, and every way in which it can rest.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const button = (name: string) => sidebar.page.getByRole('button', { name });
/** Not _Reset filters_. */
const filtersButton = () => sidebar.page.getByRole('button', { name: 'Filters', exact: true });
const box = (name: string) => sidebar.page.getByRole('textbox', { name });
const shown = (text: string | RegExp) => sidebar.page.getByText(text).first().waitFor();
const isOff = async (name: string): Promise<boolean> => (await button(name).getAttribute('aria-disabled')) === 'true';
const progress = (): Promise<string | null> => sidebar.page.getByRole('progressbar').getAttribute('aria-valuetext');

async function openResults(options: SidebarOptions = {}): Promise<void> {
  const found = foundOf();
  sidebar = await openSidebar({ ...options, replies: { search: () => found, ...options.replies } });
  await button('Search ·').click();
  await shown('1,842 creators');
}
async function openWriting(options: SidebarOptions = {}): Promise<void> {
  await openResults(options);
  await openPanel('Options…');
}
/** Its heading takes the focus a moment later, which must not come between a field and what is typed there. */
async function openPanel(by: string): Promise<void> {
  await button(by).click();
  await button('Start ·').waitFor();
  await expect.poll(() => sidebar.page.evaluate(() => document.activeElement?.id), patiently).toBe('write-title');
}

/** A run that does a page a step. */
const worker = (pages: number): Worker<SearchView> =>
  workerOf(
    runOf({ pages }),
    (run) => {
      const donePages = Math.min(pages, run.donePages + 1);
      const now = { ...run, donePages, written: donePages * 19, skipped: donePages, used: donePages };
      return donePages === pages ? { ...now, state: 'done', message: '' } : now;
    },
    (begin) => ({ startSearch: () => begin({}) }),
  );

test('the price follows what is chosen: pages that are known are free', async () => {
  await openWriting({ replies: { search: () => foundOf({ known: [1, 2, 5] }) } });
  await button('Start · 2 requests').waitFor();
  await shown('2 requests of 9,120 left');
  await button('All').click();
  await button('Start · 90 requests').waitFor();
  await box('From page').fill('5');
  await box('To page').fill('7');
  await button('Start · 2 requests').waitFor();
  await box('To page').fill('5');
  await button('Start · free').waitFor();
  await sidebar.page.getByRole('checkbox', { name: 'Refresh the saved page' }).check();
  await button('Start · 1 request').waitFor();
  await box('To page').fill('94');
  await shown('There are 93 pages.');
  await expect.poll(() => isOff('Start'), patiently).toBe(true);
});

test('what is chosen is what is sent', async () => {
  const { replies } = worker(3);
  await openWriting({ replies: { ...replies, resultSheet: () => sheetOf() } });
  await box('From page').fill('2');
  await box('To page').fill('4');
  await sidebar.page.getByLabel('Into').selectOption('Append to “Instagram Germany”');
  await sidebar.page.getByLabel('Already in another sheet').selectOption('Write and mark');
  await sidebar.page.getByRole('checkbox', { name: 'Picture column' }).check();
  await button('Start · 3 requests').click();
  await shown('Written to “Instagram Germany”');
  const wanted: RunForm = {
    platform: 'instagram',
    filters: { country: 'Germany', followerMin: '10000' },
    from: 2,
    to: 4,
    sheetId: 7,
    known: 'mark',
    pictures: true,
    picks: [],
    again: false,
    cap: 3,
  };
  expect(sidebar.calls('startSearch')).toEqual([wanted]);
});

test('a cap below the price can be raised for this run, right there', async () => {
  const { replies } = worker(93);
  await openWriting({
    replies: {
      ...replies,
      stepRun: () => 'never',
      search: () => foundOf({ charged: 0, budget: budgetOf({ balance: 9_120, today: 4_958, run: 50 }) }),
    },
  });
  await button('All').click();
  await shown('The run will stop after 50 requests, at the cap per run.');
  await box('Cap for this run').fill('92');
  await expect.poll(() => sidebar.page.getByText('The run will stop').count(), patiently).toBe(0);
  await button('Start · 92 requests').click();
  await button('Pause').waitFor();
  expect(sidebar.calls('startSearch')[0]?.cap).toBe(92);
});

test("where today's cap or the balance does not reach, it says where the run will stop", async () => {
  await openWriting({
    replies: { search: () => foundOf({ charged: 0, budget: budgetOf({ balance: 40, today: 10, run: 2_000 }) }) },
  });
  await button('All').click();
  await shown("The run will stop after 10 requests, at today's cap. Resume it tomorrow.");
  await sidebar.shot('write-short');
});

test('picks are written free of charge, and only these', async () => {
  const { replies } = worker(1);
  await openResults({ replies });
  await button('Select').click();
  await expect.poll(() => isOff('Start'), patiently).toBe(true);
  await sidebar.page.getByRole('checkbox', { name: 'Select Jonas Weber' }).first().check();
  await sidebar.page.getByRole('checkbox', { name: 'Select Max Brandt' }).first().check();
  await shown('2 selected');
  await sidebar.shot('picks');
  await button('Start · free').click();
  await shown('Written to');
  expect(sidebar.calls('startSearch')[0]).toMatchObject({ picks: ['c1', 'c3'], from: 1, to: 1, again: false });
  await expect
    .poll(() => sidebar.page.getByRole('checkbox', { name: 'Select Jonas Weber' }).count(), patiently)
    .toBe(0);
});

test('a run goes on step by step until it is done; its pages are free afterwards', async () => {
  const { replies, run } = worker(5);
  await openWriting({ replies: { ...replies, resultSheet: () => (run().state === 'done' ? sheetOf() : null) } });
  await button('Start · 4 requests').click();
  await shown('Written to “Instagram Germany”');
  expect(sidebar.calls('stepRun')).toEqual(Array.from({ length: 5 }, () => ({ id: 'r1', resume: false, cap: null })));
  await shown('88 more requests for everything');
  await sidebar.shot('run-done');
  await button('Dismiss').click();
  await expect.poll(() => sidebar.page.getByText('Written to').count(), patiently).toBe(0);
  // The sheet that it wrote is in front now.
  await filtersButton().click();
  await shown('Pages 1–3 of 93');
});

test('a run is paused between steps, resumed where it was, and none is started beside it', async () => {
  const work = worker(5);
  await openWriting({ replies: work.replies });
  const release = work.hold();
  await button('Start · 4 requests').click();
  await button('Pause').waitFor();
  await sidebar.page.getByRole('tab', { name: 'Account' }).click();
  await shown('Writing to “Instagram Germany”…');
  await button('Show: Writing').click();
  await button('Pause').click();
  await shown('Pausing after the calls under way…');
  await expect.poll(() => sidebar.calls('pauseRun').length, patiently).toBe(1);
  release();
  await shown('The run is paused');
  const steps = sidebar.calls('stepRun').length;
  await sidebar.page.getByRole('tab', { name: 'Find' }).click();
  await sidebar.shot('run-stopped');
  expect(await button('Write ').count()).toBe(0);
  await button('Select').click();
  await shown('Finish or end the other run');
  await expect.poll(() => isOff('Start'), patiently).toBe(true);
  expect(sidebar.calls('stepRun')).toHaveLength(steps);
  await button('Resume').click();
  await shown('Written to “Instagram Germany”');
  expect(sidebar.calls('stepRun')[steps]).toEqual({ id: 'r1', resume: true, cap: null });
  expect(work.run().used).toBe(5);
});

test('a stop that does not get through ends the steps all the same', async () => {
  const work = worker(5);
  await openWriting({ replies: { ...work.replies, pauseRun: () => ({ fails: 'NetworkError' }) } });
  const release = work.hold();
  await button('Start · 4 requests').click();
  await button('Pause').click();
  release();
  await button('Resume').waitFor();
  expect(sidebar.calls('stepRun')).toHaveLength(1);
  await shown('reach the add-on.');
});

test('a step that changes nothing is not asked again before two seconds', async () => {
  const still = runOf({ pages: 5 });
  sidebar = await openSidebar({
    clock: 'flows',
    replies: { search: () => foundOf(), startSearch: () => still, stepRun: () => still },
  });
  await button('Search ·').click();
  await button('Options…').click();
  await button('Start ·').click();
  const steps = async (): Promise<number> => {
    await sidebar.page.clock.runFor(700);
    return sidebar.calls('stepRun').length;
  };
  await expect.poll(steps, patiently).toBeGreaterThan(2);
  const [first = 0, second = 0, third = 0] = sidebar.times('stepRun');
  expect(Math.min(second - first, third - second)).toBeGreaterThanOrEqual(2_000);
});

test('a lost connection leaves the run where it is, with Resume', async () => {
  const work = worker(3);
  let isLost = true;
  await openWriting({
    replies: {
      ...work.replies,
      stepRun: (given) =>
        isLost
          ? { fails: 'NetworkError: Connection failure due to HTTP 0' }
          : (work.replies.stepRun?.(given) ?? 'never'),
    },
  });
  await button('Start').click();
  await shown('The run was interrupted');
  await shown('reach the add-on.');
  await sidebar.shot('run-lost');
  isLost = false;
  await button('Resume').click();
  await shown('Written to “Instagram Germany”');
  await expect.poll(() => sidebar.page.getByRole('alert').count(), patiently).toBe(0);
});

test('a run that the server stopped says why and can be resumed', async () => {
  const why = "Today's cap of 50 requests is reached. Raise it in Account or resume tomorrow.";
  await openWriting({
    replies: {
      startSearch: () => runOf(),
      stepRun: () => runOf({ state: 'stopped', message: why, donePages: 50, written: 990, used: 50 }),
      account: () => accountOf({ budget: budgetOf({ balance: 20 }) }),
    },
  });
  await button('Start').click();
  await shown(why);
  await shown('43 requests');
  await expect.poll(() => progress(), patiently).toBe('50 of 93 pages');
  await shown(/The run will stop after 20 requests/);
  expect(await sidebar.fits('run-rest-short')).toEqual([]);
});

test('a run at its cap goes on under a larger one that is typed there', async () => {
  const work = worker(5);
  const why = 'Page 3: This run has reached its cap of 2 requests. Raise it to go on.';
  await openWriting({
    replies: {
      ...work.replies,
      startSearch: () => runOf({ pages: 5 }),
      stepRun: (given) =>
        (given as { cap: number | null }).cap === null
          ? runOf({ state: 'stopped', message: why, pages: 5, donePages: 2, written: 40, used: 2, cap: 2 })
          : (work.replies.stepRun?.(given) ?? 'never'),
    },
  });
  await button('Start').click();
  await shown('Cap for this run (requests)');
  await expect.poll(() => isOff('Resume'), patiently).toBe(true);
  await box('Cap for this run').fill('5');
  await sidebar.shot('run-capped');
  await button('Resume').click();
  await expect.poll(() => sidebar.calls('stepRun')[1], patiently).toEqual({ id: 'r1', resume: true, cap: 5 });
});

test('a run that is not finished waits at the next opening, in one line on every tab, and can be ended after a question', async () => {
  const run = runOf({
    state: 'stopped',
    message: 'Paused.',
    reason: { code: 'paused' },
    donePages: 57,
    written: 1_120,
    skipped: 20,
    used: 57,
  });
  sidebar = await openSidebar({
    tab: 'account',
    replies: { open: () => openingOf({ runs: { search: run } }), endRun: () => ({}) },
  });
  await shown('Paused: writing to “Instagram Germany”');
  await button('Resume…').click();
  await shown('The run is paused');
  await shown('36 requests');
  await button('End').click();
  await shown('End the run?');
  await button('Cancel').click();
  expect(sidebar.calls('endRun')).toEqual([]);
  await button('End').click();
  await button('End').click();
  await expect.poll(() => sidebar.page.getByRole('progressbar').count(), patiently).toBe(0);
  expect(sidebar.calls('endRun')).toEqual([{ id: 'r1' }]);
});

test('a run that cannot be started says so beside the button, and nothing steps', async () => {
  await openWriting({
    replies: {
      startSearch: () => ({
        refuses: { ok: false, code: 'sheet', message: 'The sheet is protected. Choose another.' },
      }),
    },
  });
  await button('Start').click();
  await shown('The sheet is protected. Choose another.');
  expect(sidebar.calls('stepRun')).toEqual([]);
  await expect.poll(() => sidebar.page.getByRole('progressbar').count(), patiently).toBe(0);
});

test('the next pages of a sheet are priced by the account’s caps', async () => {
  sidebar = await openSidebar({
    replies: {
      resultSheet: () => sheetOf(),
      open: () => openingOf({ account: accountOf({ budget: budgetOf({ run: 30 }) }) }),
    },
  });
  await openPanel('Next pages');
  await shown('The run will stop after 30 requests');
  await box('To page').fill('10');
  await button('Start · 7 requests').waitFor();
  await expect.poll(() => sidebar.page.getByText('The run will stop').count(), patiently).toBe(0);
});

test('the next pages of a sheet that are known are free', async () => {
  sidebar = await openSidebar({ replies: { resultSheet: () => sheetOf({ known: [1, 4, 5] }) } });
  await openPanel('Next pages');
  await box('To page').fill('6');
  await button('Start · 1 request').waitFor();
});

test('picks go on to Enrich: written, selected, priced on their platform', async () => {
  const run = runOf({ pages: 1, platform: 'tiktok' });
  await openResults({
    replies: {
      startSearch: () => run,
      stepRun: () => ({ ...run, state: 'done', donePages: 1, written: 1 }),
      readSelection: () => selectionOf({ area: 'A2:A3' }),
    },
  });
  await button('Select').click();
  await expect.poll(() => isOff('Enrich selected'), patiently).toBe(true);
  await sidebar.page.getByRole('checkbox', { name: 'Select Jonas Weber' }).first().check();
  await button('Enrich selected').click();
  await sidebar.page.getByRole('heading', { name: 'A2:A3' }).waitFor();
  expect(sidebar.calls('startSearch')[0]).toMatchObject({ picks: ['c1'], known: 'mark' });
  await expect
    .poll(() => sidebar.page.getByRole('tab', { name: 'Enrich' }).getAttribute('aria-selected'), patiently)
    .toBe('true');
  await expect.poll(() => sidebar.calls('readSelection').at(-1)?.platform, patiently).toBe('tiktok');
  await button('Start · 374 requests').waitFor();
});

test('picks that stand in the sheet already are not written, so there is nothing to go on with', async () => {
  await openResults({
    replies: {
      resultSheet: () => sheetOf(),
      startSearch: () => runOf({ pages: 1 }),
      stepRun: () => runOf({ pages: 1, state: 'done', donePages: 1, skipped: 1 }),
    },
  });
  await button('Select').click();
  await sidebar.page.getByLabel('Into').selectOption('Append to “Instagram Germany”');
  await sidebar.page.getByRole('checkbox', { name: 'Select Jonas Weber' }).first().check();
  await button('Enrich selected').click();
  await shown('No new creators');
  await shown('1 already in a sheet, skipped.');
  expect(sidebar.calls('startSearch')[0]).toMatchObject({ known: 'skip' });
  await expect
    .poll(() => sidebar.page.getByRole('tab', { name: 'Find' }).getAttribute('aria-selected'), patiently)
    .toBe('true');
  await expect.poll(() => button('Enrich them…').count(), patiently).toBe(0);
});

test('what a search wrote goes on to Enrich as well', async () => {
  const { replies } = worker(1);
  await openWriting({ replies: { ...replies, readSelection: () => selectionOf({ area: 'A2:A21' }) } });
  await button('Start ·').click();
  await button('Enrich them…').click();
  await sidebar.page.getByRole('heading', { name: 'A2:A21' }).waitFor();
  await expect.poll(() => sidebar.page.getByRole('progressbar').count(), patiently).toBe(0);
});

test('picks whose run does not come to its end stay where the run is', async () => {
  await openResults({
    replies: {
      startSearch: () => runOf({ pages: 1 }),
      stepRun: () => runOf({ pages: 1, state: 'stopped', message: 'The API is down.' }),
    },
  });
  await button('Select').click();
  await sidebar.page.getByRole('checkbox', { name: 'Select Jonas Weber' }).first().check();
  await button('Enrich selected').click();
  await shown('The API is down.');
  await expect
    .poll(() => sidebar.page.getByRole('tab', { name: 'Find' }).getAttribute('aria-selected'), patiently)
    .toBe('true');
});

test('on the tab of another kind of run, a run stands in one line that leads to it', async () => {
  const run = runOf({ state: 'stopped', message: 'Paused.', reason: { code: 'paused' }, donePages: 57 });
  sidebar = await openSidebar({
    tab: 'enrich',
    replies: { open: () => openingOf({ runs: { search: run } }), readSelection: () => selectionOf() },
  });
  await shown('Paused: writing to “Instagram Germany”');
  await button('Resume…: Paused').click();
  await button('Resume').waitFor();
  await expect
    .poll(() => sidebar.page.getByRole('tab', { name: 'Find' }).getAttribute('aria-selected'), patiently)
    .toBe('true');
});

test('a search that was paid for makes the saved one of its filters free', async () => {
  const searches = [savedOf(), savedOf({ name: 'Other', filters: { country: 'Spain' } })];
  await openResults({
    replies: { open: () => openingOf({ searches }), search: () => foundOf({ filters: savedOf().filters }) },
  });
  await filtersButton().click();
  await sidebar.page.getByText('Saved searches').click();
  await button('Run · free, German fitness').waitFor();
  await button('Run · 1 request, Other').waitFor();
});

test('saved searches that cannot be read say so, and the rest works', async () => {
  const searchesStopped = 'The saved searches cannot be read. Remove them in the document properties.';
  await openResults({ replies: { open: () => openingOf({ searchesStopped }) } });
  await filtersButton().click();
  await shown(searchesStopped);
});
