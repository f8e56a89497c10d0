import { afterEach, expect, test } from 'vitest';
import type { EnrichForm, EnrichView, Selection, SelectionForm } from '../../src/sidebar/enrich-calls';
import { budgetOf, accountOf, enrichOf, openingOf, selectionOf } from './sidebar-data';
import { gate, NOW, openSidebar, type Sidebar, type SidebarOptions } from './sidebar-harness';
import { workerOf, type Worker } from './sidebar-worker';
import { patiently } from './worker-browser';

// The Enrich tab without a server: what it asks, what it says the price is, the run and every way in which it can rest.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const button = (name: string) => sidebar.page.getByRole('button', { name });
const box = (name: string) => sidebar.page.getByRole('checkbox', { name });
const field = (name: string) => sidebar.page.getByLabel(name);
const rowChoice = () => sidebar.page.getByLabel('Rows', { exact: true });
const group = (name: string) => sidebar.page.locator('summary', { hasText: name });
const shown = (text: string | RegExp) => sidebar.page.getByText(text).first().waitFor();
const isOff = async (name: string): Promise<boolean> => (await button(name).getAttribute('aria-disabled')) === 'true';
const isShown = (text: string): Promise<boolean> => sidebar.page.getByText(text).first().isVisible();

/** 405 creators, 31 saved: 1 request each, 20 with the audience. */
const priced = ({ proposes, again, which, ...form }: SelectionForm, part: Partial<Selection> = {}): Selection => {
  const fields = (proposes ? part.fields : undefined) ?? form.fields;
  const creators = which === 'all' ? 405 : which === 'failed' ? 3 : which === 'queued' ? 12 : 200;
  const known = again || which !== 'all' ? 0 : 31;
  const each = fields.some((name) => name.startsWith('audience')) ? 20 : 1;
  return selectionOf({ creators, known, requests: (creators - known) * each, ...part, fields });
};
const BEFORE = { hasRunBefore: true, fields: ['username', 'growth'] };

async function open(part: Partial<Selection> = {}, options: SidebarOptions = {}): Promise<void> {
  sidebar = await openSidebar({
    tab: 'enrich',
    ...options,
    replies: { readSelection: (form) => priced(form, part), ...options.replies },
  });
  await button('Start ·').waitFor();
}

/** A run of ten rows a step. */
const worker = (rows: number, end: Record<string, number> = {}): Worker<EnrichView> =>
  workerOf(
    enrichOf({ rows }),
    (run) => {
      const doneRows = Math.min(rows, run.doneRows + 10);
      const now = { ...run, doneRows, counts: { done: doneRows }, used: doneRows };
      return doneRows === rows ? { ...now, state: 'done', counts: { done: rows, ...end } } : now;
    },
    (begin) => ({ startEnrich: ({ action, fields }) => begin({ action, fields: action === 'enrich' ? fields : [] }) }),
  );

test('on opening it says what it understood, and starts nothing', async () => {
  await open({
    unreadable: [{ row: 7, text: 'two words', why: 'This is not a handle. Give one handle.' }],
    unreadableCount: 4,
    keys: { column: 1, platformColumn: 28, headerRow: 1, blocks: [{ row: 2, rows: 412 }], edges: 'username' },
  });
  const card = sidebar.page.getByRole('region', { name: 'A2:A413' });
  const said = async (): Promise<string> => (await card.innerText()).replace(/\s+/g, ' ');
  await expect
    .poll(said, patiently)
    .toMatch(
      /412 rows · 405 creators · 7 duplicates · 3 blank Spring campaign · Instagram 392 · TikTok 13 · platforms from column AB/,
    );
  await shown('405 creators, 31 saved');
  await button('Start · 374 requests').waitFor();
  await shown('of 9,120 left');
  await sidebar.page.getByText('4 cells can’t be read').click();
  await shown('This is not a handle. Give one handle.');
  await shown('… and 3 more.');
  expect(sidebar.calls('readSelection')).toEqual([
    {
      platform: 'instagram',
      fields: ['followers', 'engagement', 'country'],
      which: 'all',
      olderThanDays: 30,
      again: false,
      proposes: true,
    },
  ]);
});

test('the tab reads when it is opened, not before', async () => {
  sidebar = await openSidebar({ replies: { readSelection: (form) => priced(form) } });
  await button('9,120 left').waitFor();
  expect(sidebar.calls('readSelection')).toEqual([]);
  await sidebar.page.getByRole('tab', { name: 'Enrich' }).click();
  await button('Start · 374 requests').waitFor();
});

test('every change that may change the price asks again once, and Start waits for the answer', async () => {
  const { opened, open: release } = gate();
  await open({}, { clock: 'flows' });
  sidebar.answer({ readSelection: (form) => opened.then(() => priced(form)) });
  await group('Audience').click();
  // Both within the moment that a change waits for the next one, however slow the machine is.
  await sidebar.page.clock.pauseAt(new Date(Date.parse(NOW) + 3_600_000));
  await box('Female').check();
  await box('Male').nth(1).check();
  await sidebar.page.clock.resume();
  await shown('updating…');
  await expect.poll(() => isOff('Start'), patiently).toBe(true);
  release();
  await button('Start · 7,480 requests').waitFor();
  await expect.poll(() => isOff('Start'), patiently).toBe(false);
  await shown('A free check comes first');
  expect(sidebar.calls('readSelection').map(({ fields }) => fields.length)).toEqual([3, 5]);
  await group('Who').click();
  await box('Handle').check();
  await box('Refresh anyway').check();
  await button('Start · 8,100 requests').waitFor();
  await field('Platform for plain handles').selectOption('tiktok');
  await expect.poll(() => sidebar.calls('readSelection').at(-1)?.platform, patiently).toBe('tiktok');
  expect(sidebar.calls('readSelection').at(-1)).toMatchObject({ again: true });
});

test('only the last answer counts', async () => {
  const { opened, open: release } = gate();
  await open();
  sidebar.answer({ readSelection: (form) => (form.again ? opened.then(() => priced(form)) : priced(form)) });
  await box('Refresh anyway').check();
  await expect.poll(() => sidebar.calls('readSelection').length, patiently).toBe(2);
  await box('Refresh anyway').uncheck();
  await button('Start · 374 requests').waitFor();
  await expect.poll(() => isOff('Start'), patiently).toBe(false);
  release();
  await sidebar.settled();
  await expect.poll(() => button('Start · 374 requests').count(), patiently).toBe(1);
  await expect.poll(() => isOff('Start'), patiently).toBe(false);
});

test('it reads again by its button and when the sidebar gets the focus', async () => {
  await open();
  sidebar.answer({ readSelection: (form) => priced(form, { area: 'C2:C9', requests: 8 }) });
  await button('Read selection again').click();
  await sidebar.page.getByRole('heading', { name: 'C2:C9' }).waitFor();
  await button('Start · 8 requests').waitFor();
  sidebar.answer({ readSelection: (form) => priced(form, { area: 'D2:D3', requests: 1 }) });
  await sidebar.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await sidebar.page.getByRole('heading', { name: 'D2:D3' }).waitFor();
  await button('Start · 1 request').waitFor();
});

test('nothing selected says what to select, and what is chosen stays', async () => {
  const message = 'Select handles first: a column, or some cells of it.';
  sidebar = await openSidebar({
    tab: 'enrich',
    replies: { readSelection: () => ({ refuses: { ok: false, code: 'badInput', message } }) },
  });
  await shown(message);
  await group('Quality').click();
  await box('Profile score').check();
  sidebar.answer({ readSelection: (form) => priced(form) });
  await sidebar.page.locator('.dock').getByRole('button', { name: 'Read selection again' }).click();
  await button('Start · 374 requests').waitFor();
  expect(sidebar.calls('readSelection').at(-1)?.fields).toContain('profileScore');
});

test('a selection that cannot be read because of the platform is asked again', async () => {
  sidebar = await openSidebar({ tab: 'enrich', replies: { readSelection: () => ({ fails: 'NetworkError' }) } });
  await sidebar.page.getByRole('alert').waitFor();
  sidebar.answer({ readSelection: (form) => priced(form) });
  await sidebar.page.locator('.dock').getByRole('button', { name: 'Read selection again' }).click();
  await button('Start · 374 requests').waitFor();
  await expect.poll(() => sidebar.page.getByRole('alert').count(), patiently).toBe(0);
});

test('what is chosen is what is sent, with the nulls that the transfer takes away', async () => {
  const { replies } = worker(10);
  await open({ paths: ['stats.avgReelPlays'] }, { replies });
  await group('Advanced fields').click();
  await box('stats.avgReelPlays').check();
  await field('Add a path').fill('brand.mentions');
  await sidebar.page.keyboard.press('Enter');
  await group('Reach').click();
  await box('Followers').uncheck();
  await sidebar.page.getByRole('radio', { name: 'Overwrite columns' }).check();
  await expect.poll(() => isOff('Start ·'), patiently).toBe(false);
  await button('Start ·').click();
  await shown('Enriched: “Spring campaign”');
  const wanted: EnrichForm = {
    platform: 'instagram',
    fields: ['country', 'engagement', 'stats.avgReelPlays', 'brand.mentions'],
    which: 'all',
    olderThanDays: 30,
    again: false,
    action: 'enrich',
    sheetId: 3,
    keys: { column: 1, platformColumn: null, headerRow: 1, blocks: [{ row: 2, rows: 412 }], edges: 'username' },
    mode: 'overwrite',
    cap: 374,
  };
  const [sent] = sidebar.calls('startEnrich');
  expect({ ...sent, fields: [...(sent?.fields ?? [])].sort() }).toEqual({ ...wanted, fields: wanted.fields.sort() });
});

test('the filter finds fields in closed groups; what is in none can be added as a path', async () => {
  await open();
  await field('Find a field').fill('score');
  await expect.poll(() => sidebar.page.getByRole('checkbox').allInnerTexts(), patiently).toHaveLength(2 + 1);
  await box('Profile score').check();
  await field('Find a field').fill('nobody has this');
  await shown('No field has that name.');
  await field('Add a path').fill('nobody.has.this');
  await button('Add').click();
  await field('Find a field').fill('');
  await shown(/Profile score and nobody\.has\.this/);
});

test('without a field nothing starts', async () => {
  await open();
  await group('Who').click();
  await group('Reach').click();
  for (const name of ['Country', 'Followers', 'Engagement %']) await box(name).uncheck();
  await shown('Choose at least one field.');
  await expect.poll(() => isOff('Start'), patiently).toBe(true);
});

test('queue and weekly are free whatever the fields cost, and weekly is for organization keys', async () => {
  const { replies } = worker(10);
  await open({}, { replies });
  await field('Action').selectOption('weekly');
  await button('Start · free').waitFor();
  await field('Action').selectOption('queue');
  await button('Start · free').click();
  await shown('Queued for enrichment: “Spring campaign”');
  expect(sidebar.calls('startEnrich')[0]).toMatchObject({ action: 'queue', cap: 0 });
  await expect.poll(() => isShown('charged'), patiently).toBe(false);
});

test('a free run that is opened again is still said to be free', async () => {
  const enrich = enrichOf({ action: 'queue', fields: [], state: 'stopped', doneRows: 3, used: 0, cap: 0 });
  sidebar = await openSidebar({ tab: 'enrich', height: 500, replies: { open: () => openingOf({ runs: { enrich } }) } });
  await button('Resume').waitFor();
  expect(await sidebar.fits('enrich-free-again')).toEqual([]);
  // What it used, and what the rest costs.
  expect(await sidebar.page.getByText('Free', { exact: true }).count()).toBe(2);
  await expect.poll(() => isShown('requests used'), patiently).toBe(false);
});

test('while a step goes on, its card follows what each wave has used', async () => {
  const enrich = enrichOf({ state: 'stopped', reason: { code: 'paused' }, doneRows: 12, used: 12, cap: 50 });
  const step = new Promise<never>(() => undefined);
  let used = 12;
  const glance = () => ({ runs: { [enrich.id]: { used, unconfirmed: 25, underWay: 25 } } });
  sidebar = await openSidebar({
    tab: 'enrich',
    replies: { open: () => openingOf({ runs: { enrich } }), stepRun: () => step, glance },
  });
  await button('Resume').click();
  await shown('12 of 50 requests used, up to 25 more unconfirmed');
  used = 37;
  await shown('37 of 50 requests used, up to 25 more unconfirmed');
});

test('a trial key is not offered the weekly refresh', async () => {
  const account = accountOf({
    person: { end: 'z9z9', kind: 'trial' },
    spreadsheet: { end: 'ffff', kind: 'organization' },
  });
  await open({}, { replies: { open: () => openingOf({ account }) } });
  await expect
    .poll(() => field('Action').locator('option').allInnerTexts(), patiently)
    .toEqual(['Get data', 'Queue for enrichment · free']);
});

test('what the sheet does not have is proposed; what is there, and what nobody had, is said; a trial, then the rest', async () => {
  const { replies } = worker(5);
  await open(
    {
      fields: ['email', 'growth'],
      there: ['followers', 'engagement', 'country', 'score', 'profileScore'],
      notGiven: [{ field: 'email', creators: 40 }],
    },
    { replies },
  );
  await shown('E‑mail and Growth % a month');
  await shown('Followers, Engagement %, Country and 2 more are already in the sheet.');
  await shown('E‑mail: none of the last 40 creators had it.');
  await group('Who').click();
  await box('E-mail not in the last 40').uncheck();
  await expect.poll(() => sidebar.page.getByText('E‑mail: none of').count(), patiently).toBe(0);
  await group('Reach').click();
  expect(await box('Followers in the sheet').isChecked()).toBe(false);
  await button('Start · 374 requests').waitFor();
  expect(await sidebar.fits('enrich-proposed')).toEqual([]);
  await button('Try 5 creators first · 5 requests').click();
  await button('Run the other 400 · 369 requests').waitFor();
  const [first] = sidebar.calls('startEnrich');
  expect(first).toMatchObject({ part: 'first', cap: 5, mode: 'new', fields: ['growth'] });
  await button('Run the other 400 · 369 requests').click();
  await expect.poll(() => sidebar.calls('startEnrich').length, patiently).toBe(2);
  expect(sidebar.calls('startEnrich')[1]).toEqual({ ...first, part: 'rest', cap: 369, mode: 'fill' });
});

test('after a run before, its fields are chosen, and rows can be chosen by what it said of them', async () => {
  await open(BEFORE);
  await shown('Handle and Growth % a month');
  await rowChoice().selectOption('failed');
  await button('Start · 3 requests').waitFor();
  await expect
    .poll(() => sidebar.page.getByRole('radio', { name: 'Fill empty cells' }).isChecked(), patiently)
    .toBe(true);
  await rowChoice().selectOption('old');
  await field('Older than, in days').fill('7');
  await button('Start · 200 requests').waitFor();
  await expect
    .poll(() => sidebar.page.getByRole('radio', { name: 'Overwrite columns' }).isChecked(), patiently)
    .toBe(true);
  await expect
    .poll(() => sidebar.calls('readSelection').at(-1), patiently)
    .toMatchObject({ which: 'old', olderThanDays: 7, proposes: true });
  await sidebar.page.getByRole('radio', { name: 'Fill empty cells' }).check();
  await shown('Cells that hold a value keep it');
  await field('Older than, in days').fill('soon');
  await shown('Enter a whole number.');
  await expect.poll(() => isOff('Start'), patiently).toBe(true);
});

test('on a sheet without a run before no rows are offered, and a choice from another sheet goes', async () => {
  await open(BEFORE);
  await rowChoice().selectOption('queued');
  await button('Start · 12 requests').waitFor();
  sidebar.answer({ readSelection: (form) => priced(form, { sheetId: 4, area: 'B2:B3' }) });
  await button('Read selection again').click();
  await button('Start · 374 requests').waitFor();
  await expect.poll(() => rowChoice().count(), patiently).toBe(0);
  await expect.poll(() => sidebar.page.getByRole('radio', { name: 'New columns' }).isChecked(), patiently).toBe(true);
});

test('rows of which there are none start nothing', async () => {
  await open({ ...BEFORE, rows: 0, creators: 0, requests: 0, known: 0 });
  await shown('The selected cells are blank.');
  await expect.poll(() => isOff('Start'), patiently).toBe(true);
});

test('a price above the cap of a run can be allowed right there', async () => {
  const { replies } = worker(10);
  await open({ requests: 3_000 }, { replies });
  await shown('The run will stop after 2,000 requests, at the cap per run.');
  await field('Cap for this run').fill('many');
  await shown('Enter a whole number from 1 to 100,000.');
  await expect.poll(() => isOff('Start'), patiently).toBe(true);
  await field('Cap for this run').fill('3,000');
  await expect.poll(() => isShown('The run will stop'), patiently).toBe(false);
  await button('Start · 3,000 requests').click();
  await shown('Enriched: ');
  expect(sidebar.calls('startEnrich')[0]?.cap).toBe(3_000);
});

test("where today's cap or the balance does not reach, it says where it will stop, and starts all the same", async () => {
  await open({ budget: budgetOf({ balance: 40, today: 10, run: 2_000 }) });
  await shown("The run will stop after 10 requests, at today's cap. Resume it tomorrow.");
  await expect.poll(() => isOff('Start'), patiently).toBe(false);
});

test('while spending is paused only what is free starts', async () => {
  const account = accountOf({ settings: { ...accountOf().settings, paused: true } });
  await open({ budget: budgetOf({ paused: true }) }, { replies: { open: () => openingOf({ account }) } });
  await shown('Spending is paused.');
  await expect.poll(() => isOff('Start'), patiently).toBe(true);
  await field('Action').selectOption('queue');
  await expect.poll(() => isOff('Start'), patiently).toBe(false);
});

test('a run goes on step by step until it is done, then says what is left to do', async () => {
  const { replies } = worker(50, { done: 35, queued: 12, failed: 3 });
  await open(BEFORE, { replies });
  await button('Start ·').click();
  await shown('Enriched: “Spring campaign”');
  expect(sidebar.calls('stepRun')).toEqual(Array.from({ length: 5 }, () => ({ id: 'e1', resume: false, cap: null })));
  await button('Check 12 queued').waitFor();
  await button('Details').click();
  await shown('50 of 50 rows');
  await shown('Formulas for these creators are free now.');
  await sidebar.page.keyboard.press('Escape');
  await expect.poll(() => sidebar.page.getByText('50 of 50 rows').count(), patiently).toBe(0);
  await button('Retry 3 failed').click();
  await button('Start · 3 requests').waitFor();
  await expect.poll(() => rowChoice().inputValue(), patiently).toBe('failed');
  await expect.poll(() => sidebar.page.getByText('Enriched: “').count(), patiently).toBe(0);
  await expect.poll(() => button('Start ·').evaluate((each) => each === document.activeElement), patiently).toBe(true);
});

test('queued rows are looked at again with Get data', async () => {
  const { replies } = worker(10, { done: 0, queued: 10 });
  await open(BEFORE, { replies });
  await field('Action').selectOption('queue');
  await button('Start · free').click();
  await button('Check 10 queued').click();
  await button('Start · 12 requests').waitFor();
  await expect.poll(() => field('Action').inputValue(), patiently).toBe('enrich');
  expect(sidebar.calls('readSelection').at(-1)).toMatchObject({ which: 'queued', proposes: true });
});

test('it is paused between steps and resumed where it was; meanwhile nothing else is started', async () => {
  const work = worker(30);
  await open({}, { replies: work.replies });
  const release = work.hold();
  await button('Start ·').click();
  await button('Pause').click();
  await shown('Pausing after the calls under way…');
  await expect.poll(() => sidebar.calls('pauseRun').length, patiently).toBe(1);
  release();
  await shown('The run is paused');
  await expect.poll(() => button('Start').count(), patiently).toBe(0);
  const steps = sidebar.calls('stepRun').length;
  await shown('At most 30 requests more');
  await button('Resume').click();
  await shown('Enriched: “Spring campaign”');
  expect(sidebar.calls('stepRun')[steps]).toEqual({ id: 'e1', resume: true, cap: null });
  expect(work.run().used).toBe(30);
});

test('after a reload the run waits on every tab; Resume is where its price is', async () => {
  const work = worker(30);
  const waiting = enrichOf({ rows: 30, doneRows: 10, counts: { done: 10 }, used: 10 });
  sidebar = await openSidebar({
    replies: {
      ...work.replies,
      open: () => openingOf({ runs: { enrich: waiting } }),
      readSelection: (form) => priced(form),
    },
  });
  await shown('Not finished: enriching “Spring campaign”');
  await button('Resume…').click();
  await shown('At most 20 requests more');
  expect(sidebar.calls('stepRun')).toEqual([]);
  await button('Resume').click();
  await shown('Enriched: “Spring campaign”');
  // What it wrote is selected still: the next price.
  await button('Start · 374 requests').waitFor();
});

test('a run at its cap goes on with a larger one', async () => {
  const work = worker(30);
  const message = 'This run has reached its cap of 10 requests. Raise it to go on.';
  const enrich = enrichOf({ rows: 30, doneRows: 10, used: 10, cap: 10, state: 'stopped', message });
  sidebar = await openSidebar({
    tab: 'enrich',
    replies: { ...work.replies, open: () => openingOf({ runs: { enrich } }), readSelection: (form) => priced(form) },
  });
  await shown(/^This run has reached its cap of 10 requests/);
  await expect.poll(() => isOff('Resume'), patiently).toBe(true);
  await shown('Finishing takes at most 30 in all.');
  await field('Cap for this run').fill('10');
  await expect.poll(() => isOff('Resume'), patiently).toBe(true);
  await field('Cap for this run').fill('30');
  await button('Resume').click();
  await shown('Enriched: “Spring campaign”');
  expect(sidebar.calls('stepRun').map(({ cap }) => cap)).toEqual([30, null, null]);
});

test('a run that has met the cap of the day leads to that cap, which can be typed over at once', async () => {
  const enrich = enrichOf({
    state: 'stopped',
    message: 'x',
    reason: { code: 'dayCap', requests: 5_000 },
    doneRows: 214,
  });
  const { account } = openingOf({});
  sidebar = await openSidebar({
    tab: 'enrich',
    replies: {
      open: () => openingOf({ runs: { enrich } }),
      readSelection: (form) => priced(form),
      changeSettings: () => account,
    },
  });
  await button('Raise cap').click();
  await expect.poll(() => sidebar.page.locator('#day-cap:focus').count(), patiently).toBe(1);
  await sidebar.page.keyboard.press('ControlOrMeta+A');
  await sidebar.page.keyboard.type('9000');
  await sidebar.page.keyboard.press('Enter');
  await expect.poll(() => sidebar.calls('changeSettings'), patiently).toEqual([{ maxRequestsPerDay: 9_000 }]);
});

test('it is discarded after a question in place, and what is selected is read anew', async () => {
  const enrich = enrichOf({ state: 'stopped', message: 'Paused.', reason: { code: 'paused' }, doneRows: 214 });
  sidebar = await openSidebar({
    tab: 'enrich',
    replies: { open: () => openingOf({ runs: { enrich } }), readSelection: (form) => priced(form), endRun: () => ({}) },
  });
  await button('End').click();
  await shown('The others will say “not run”.');
  await sidebar.page.keyboard.press('Escape');
  await expect.poll(() => button('End').evaluate((each) => each === document.activeElement), patiently).toBe(true);
  expect(sidebar.calls('readSelection')).toEqual([]);
  await button('End').click();
  await button('End').click();
  await button('Start · 374 requests').waitFor();
  expect(sidebar.calls('endRun')).toEqual([{ id: 'e1' }]);
});

test('a lost connection leaves the run where it is, with Resume beside the reason', async () => {
  const work = worker(30);
  let isLost = true;
  await open(
    {},
    {
      replies: {
        ...work.replies,
        stepRun: (given) => (isLost ? { fails: 'NetworkError' } : (work.replies.stepRun?.(given) ?? 'never')),
      },
    },
  );
  await button('Start ·').click();
  await shown('The run was interrupted');
  await shown('reach the add-on.');
  isLost = false;
  await button('Resume').click();
  await shown('Enriched: “Spring campaign”');
  await expect.poll(() => sidebar.page.getByRole('alert').count(), patiently).toBe(0);
});

test('a run that the server stopped says why, and a sheet that is gone ends it', async () => {
  const why = 'The column of handles in "Spring campaign" was deleted, so the run can\'t go on.';
  await open(
    {},
    {
      replies: {
        startEnrich: () => enrichOf(),
        stepRun: ({ resume }) =>
          resume
            ? enrichOf({ state: 'done', doneRows: 20, message: 'The sheet "Spring campaign" was deleted.' })
            : { refuses: { ok: false, code: 'sheet', message: why } },
      },
    },
  );
  await button('Start ·').click();
  await shown(why);
  await button('Resume').click();
  await shown('Run ended');
  await shown('The sheet "Spring campaign" was deleted.');
});

test('a start that is refused says so beside the button; somebody else’s run is shown', async () => {
  const message = 'A run on this sheet is not finished: somebody else started it at 2026-11-23 07:10 UTC.';
  await open({}, { replies: { startEnrich: () => ({ refuses: { ok: false, code: 'badInput', message } }) } });
  await button('Start ·').click();
  await shown(message);
  await button('Start · 374 requests').waitFor();
  sidebar.answer({ open: () => openingOf({ runs: { enrich: enrichOf({ doneRows: 30 }) } }) });
  await button('Start ·').click();
  await shown('This run is not finished');
  await shown(message);
  expect(sidebar.calls('stepRun')).toEqual([]);
});

test('a step that did no row waits two seconds; the time left follows the speed', async () => {
  let done = 0;
  await open(
    {},
    {
      clock: 'flows',
      replies: {
        startEnrich: () => enrichOf(),
        stepRun: () => enrichOf({ doneRows: done, counts: { done } }),
      },
    },
  );
  await button('Start ·').click();
  await shown('first rows in about 25 s');
  const steps = async (): Promise<number> => {
    await sidebar.page.clock.runFor(700);
    return sidebar.calls('stepRun').length;
  };
  await expect.poll(steps, patiently).toBeGreaterThan(2);
  const [first = 0, second = 0, third = 0] = sidebar.times('stepRun');
  expect(Math.min(second - first, third - second)).toBeGreaterThanOrEqual(2_000);
  done = 1;
  await expect.poll(steps, patiently).toBeGreaterThan(4);
  await shown(/about \d+ (min|h) left/);
});

test('the keyboard goes from the selection to Start, and what is used often is kept over a reload', async () => {
  const { replies } = worker(10);
  await open({}, { replies });
  await field('Platform for plain handles').selectOption('twitch');
  await group('Reach').focus();
  await sidebar.page.keyboard.press('Enter');
  await sidebar.page.keyboard.press('Tab');
  await sidebar.page.keyboard.press('Space');
  await expect.poll(() => sidebar.calls('readSelection').at(-1)?.fields, patiently).not.toContain('followers');
  await expect.poll(() => isOff('Start ·'), patiently).toBe(false);
  await button('Start ·').focus();
  await sidebar.page.keyboard.press('Enter');
  await shown('Enriched: ');
  await sidebar.reload();
  await button('Start ·').waitFor();
  expect(sidebar.calls('readSelection').at(-1)).toMatchObject({
    platform: 'twitch',
    fields: ['engagement', 'country'],
  });
});

/** As a click from the sheet does it: the focus comes with the button going down. */
const comeFromTheSheet = () => sidebar.page.evaluate(() => window.dispatchEvent(new Event('focus')));

test('the click that brings the focus into the sidebar starts the run, at the price that was shown', async () => {
  const { replies } = worker(10);
  const held = gate();
  let looks = 0;
  await open(
    {},
    {
      replies: {
        ...replies,
        async readSelection(form) {
          looks += 1;
          if (looks > 1) await held.opened;
          return priced(form);
        },
      },
    },
  );
  await comeFromTheSheet();
  await button('Start · 374 requests').click();
  await expect.poll(() => looks, patiently).toBe(2);
  expect(sidebar.calls('startEnrich')).toEqual([]);
  held.open();
  await expect.poll(() => sidebar.calls('startEnrich').length, patiently).toBe(1);
});

test('where the selection has changed meanwhile, nothing starts before the new price was seen', async () => {
  const { replies } = worker(10);
  const held = gate();
  const later = { creators: 900, requests: 900, area: 'A2:A901' };
  await open({}, { replies });
  sidebar.answer({ readSelection: (form) => held.opened.then(() => priced(form, later)) });
  await comeFromTheSheet();
  await button('Start ·').click();
  held.open();
  await shown('Your selection has changed.');
  expect(sidebar.calls('startEnrich')).toEqual([]);
  await button('Start · 900 requests').click();
  await expect.poll(() => sidebar.calls('startEnrich').length, patiently).toBe(1);
});

test('a new price that has stood there for a moment was seen: it starts at once', async () => {
  const { replies } = worker(10);
  await open({}, { clock: 'flows', replies });
  sidebar.answer({ readSelection: (form) => priced(form, { creators: 900, requests: 900, area: 'A2:A901' }) });
  await comeFromTheSheet();
  await button('Start · 900 requests').waitFor();
  await sidebar.page.clock.runFor(1_500);
  await button('Start · 900 requests').click();
  await expect.poll(() => sidebar.calls('startEnrich').length, patiently).toBe(1);
  expect(await isShown('Your selection has changed.')).toBe(false);
});
