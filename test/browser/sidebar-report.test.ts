import { afterEach, expect, test } from 'vitest';
import type { ReportSelection } from '../../src/sidebar/report-calls';
import { budgetOf, accountOf, HOSTILE, NO_KEY, openingOf } from './sidebar-data';
import { gate, NOW, openSidebar, type Sidebar, type SidebarOptions } from './sidebar-harness';
import {
  checkedOf,
  freeOf,
  HOSTILE_SELECTION,
  madeOf,
  pendingOf,
  reportOf,
  reportSelectionOf,
  selector,
  worker,
} from './sidebar-report-data';
import { patiently } from './worker-browser';

// The Reports tab without a server: what it asks, what it says the price is, and what can go wrong.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const button = (name: string) => sidebar.page.getByRole('button', { name });
const radio = (name: string) => sidebar.page.getByRole('radio', { name });
const section = (name: string) => sidebar.page.locator('summary', { hasText: name });
const shown = (text: string | RegExp) => sidebar.page.getByText(text).first().waitFor();
const isShown = (text: string): Promise<boolean> => sidebar.page.getByText(text).first().isVisible();
const isOff = async (name: string): Promise<boolean> => (await button(name).getAttribute('aria-disabled')) === 'true';
const isOn = (name: string) => expect.poll(() => isOff(name), patiently).toBe(false);
const items = (list: string): Promise<string[]> =>
  sidebar.page.getByRole('list', { name: list }).getByRole('listitem').allInnerTexts();
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

async function open(part: Partial<ReportSelection> = {}, options: SidebarOptions = {}): Promise<void> {
  sidebar = await openSidebar({
    tab: 'reports',
    ...options,
    replies: { ...selector(part), ...options.replies },
  });
}
/** As after the free check. */
async function openChecked(part: Partial<ReportSelection> = {}, options: SidebarOptions = {}): Promise<void> {
  await open({}, { ...options, replies: { readReport: () => checkedOf(part), ...options.replies } });
  await isOn('Create');
}
/** As a click from the sheet does it: the focus comes with the button going down. */
const comeFromTheSheet = () => sidebar.page.evaluate(() => window.dispatchEvent(new Event('focus')));

test('price first, then the free check, then what is exact; nothing is bought before', async () => {
  const { replies } = worker();
  await open({}, { replies });
  await button('Check for audience data · free').waitFor();
  await shown('180 requests');
  await shown('of 9,120 left');
  expect(sidebar.calls('readReport')).toEqual([{ platform: 'instagram', kind: 'sheets', again: false }]);
  expect(sidebar.calls('checkReport')).toEqual([]);
  await isOn('Check for audience data');
  await button('Check for audience data').click();
  await button('Create 8 reports · 120 requests').waitFor();
  expect(sidebar.calls('checkReport')).toEqual([{ platform: 'instagram', kind: 'sheets', again: false }]);
  expect(sidebar.calls('startReport')).toEqual([]);
  const list = (await items('Creators')).map(flat);
  expect(list).toContain('max.brandt no audience data private account');
  expect(list).toContain('jonas_weber 20 requests');
  expect(list).toContain('lena.vogt saved · free from 2026-11-19');
  await shown('2 saved, 6 to buy, 1 pending, 1 no audience data, 1 not found and 1 queued');

  await isOn('Create');
  await button('Create').click();
  await shown('8 reports made');
  const [form] = sidebar.calls('startReport');
  expect(form).toMatchObject({ kind: 'sheets', again: false, cap: 120 });
  expect(form?.keys).toEqual(
    ['lena.vogt', 'jonas_weber', 'sophia.kraemer', 'emilia.hartmann.personal.training.nutrition', 'clara.beck']
      .concat(['finn.keller', 'paul.runs', 'ella_eats'])
      .map((handle) => 'instagram/' + handle),
  );
});

test('the second click of a double one on the check buys nothing', async () => {
  const { replies } = worker();
  await open({}, { clock: 'flows', replies });
  await isOn('Check for audience data');
  // The moment in which the price is to be seen lasts as long as the test wants.
  await sidebar.page.clock.pauseAt(new Date(Date.parse(NOW) + 3_600_000));
  await button('Check for audience data').click();
  await button('Create 8 reports').waitFor();
  // As far apart as clicks of a double one may be.
  await sidebar.page.clock.runFor(500);
  await button('Create 8 reports').click({ force: true });
  await sidebar.page.clock.resume();
  await isOn('Create 8 reports');
  expect(sidebar.calls('startReport')).toEqual([]);
});

test('the tab reads when it is opened, not before', async () => {
  sidebar = await openSidebar({ replies: selector() });
  await button('9,120 left').waitFor();
  expect(sidebar.calls('readReport')).toEqual([]);
  expect(sidebar.calls('pendingReports')).toEqual([]);
  await sidebar.page.getByRole('tab', { name: 'Reports' }).click();
  await button('Check for audience data').waitFor();
  expect(sidebar.calls('pendingReports')).toEqual([{ check: false }]);
});

test('another kind, platform or buying again asks anew, and is priced before it starts', async () => {
  const { replies } = worker();
  await open({}, { replies });
  await isOn('Check for audience data');
  await radio('Compare creators').check();
  await button('Compare 11 creators · 9 requests').waitFor();
  await sidebar.page.getByLabel('Platform for plain handles').selectOption('tiktok');
  await sidebar.page.getByRole('checkbox', { name: 'Refresh anyway' }).check();
  await expect
    .poll(() => sidebar.calls('readReport').at(-1), patiently)
    .toEqual({ platform: 'tiktok', kind: 'profiles', again: true });
  await isOn('Compare 11 creators');
  await button('Compare 11 creators').click();
  await shown('Creators compared');
  expect(sidebar.calls('startReport')[0]).toMatchObject({ kind: 'profiles', again: true });
  expect(sidebar.calls('checkReport')).toEqual([]);

  await sidebar.reload();
  const keptNow = () => sidebar.page.evaluate(() => JSON.stringify(sessionStorage));
  await expect.poll(keptNow, patiently).toContain('profiles');
  await button('Compare 11 creators').waitFor();
  expect(sidebar.calls('readReport').at(-1)).toEqual({ platform: 'tiktok', kind: 'profiles', again: false });
});

test('the menu’s comparison opens the tab with profiles', async () => {
  await open({}, { tab: 'compare' });
  await button('Compare 11 creators · 9 requests').waitFor();
  expect(sidebar.calls('readReport')).toEqual([{ platform: 'instagram', kind: 'profiles', again: false }]);
});

test('while a change is priced nothing can be started', async () => {
  const { opened, open: release } = gate();
  await openChecked();
  sidebar.answer({ readReport: () => opened.then(() => freeOf()) });
  await radio('Compare audiences').check();
  await shown('updating…');
  await expect.poll(() => isOff('Compare'), patiently).toBe(true);
  release();
  await button('Compare 2 audiences · free').waitFor();
  await isOn('Compare 2 audiences · free');
});

test('what is at hand is free, also when the sidebar is opened again', async () => {
  const { replies } = worker();
  await open({}, { replies: { ...replies, readReport: () => freeOf() } });
  await button('Create 2 reports · free').waitFor();
  await sidebar.reload();
  await button('Create 2 reports · free').waitFor();
  expect(await sidebar.fits('report-free-again')).toEqual([]);
  await button('Create 2 reports · free').click();
  await shown('2 reports made');
  expect(sidebar.calls('startReport')[0]?.keys).toEqual(['instagram/lena.vogt', 'instagram/clara.beck']);
});

test('a price above the cap of a run can be allowed right there', async () => {
  const { replies } = worker();
  await openChecked({ budget: budgetOf({ balance: 9_120, today: 4_958, run: 100 }) }, { replies });
  await shown('The run will stop after 100 requests, at the cap per run.');
  await sidebar.page.getByLabel('Cap for this run').fill('many');
  await shown('Enter a whole number from 1 to 100,000.');
  await expect.poll(() => isOff('Create'), patiently).toBe(true);
  await sidebar.page.getByLabel('Cap for this run').fill('120');
  await expect.poll(() => isShown('The run will stop'), patiently).toBe(false);
  await button('Create').click();
  await shown('8 reports made');
  expect(sidebar.calls('startReport')[0]?.cap).toBe(120);
});

test('while spending is paused only what is free is made; looking stays', async () => {
  const budget = budgetOf({ paused: true });
  const account = accountOf({ settings: { ...accountOf().settings, paused: true } });
  const replies = { open: () => openingOf({ account }), checkReport: () => checkedOf({ budget }) };
  await open({ budget }, { replies });
  await isOn('Check for audience data');
  await button('Check for audience data').click();
  await shown('Spending is paused.');
  await sidebar.settled();
  await expect.poll(() => button('Create').getAttribute('aria-busy'), patiently).toBeNull();
  await expect.poll(() => isOff('Create'), patiently).toBe(true);
  sidebar.answer({ readReport: () => freeOf({ budget }) });
  await button('Read selection again').click();
  await isOn('Create 2 reports · free');
});

test('nothing selected says what to select; nobody readable, and nobody of whom there is anything, make nothing', async () => {
  const message = 'Select handles first: a column, or some cells of it.';
  await open({}, { replies: { readReport: () => ({ refuses: { ok: false, code: 'badInput', message } }) } });
  await shown(message);
  sidebar.answer({
    readReport: () =>
      reportSelectionOf({
        creators: [],
        requests: 0,
        isChecked: true,
        unreadable: [{ row: 7, text: 'two words', why: 'This is not a handle. Give one handle.' }],
      }),
  });
  await sidebar.page.locator('.dock').getByRole('button', { name: 'Read selection again' }).click();
  await shown('No creators found in these cells.');
  await expect.poll(() => isOff('Create'), patiently).toBe(true);
  await section('1 cell can’t be read').click();
  await shown('This is not a handle. Give one handle.');
  const left = checkedOf().creators.filter(({ state }) => state === 'not found');
  sidebar.answer({ readReport: () => checkedOf({ creators: left, requests: 0 }) });
  await button('Read selection again').click();
  await shown('There is nothing to create for this creator yet.');
  await expect.poll(() => isOff('Create'), patiently).toBe(true);
});

test('more than fit on a comparison are left out by name of their number', async () => {
  await openChecked({ beyond: 5 });
  await shown('At most 20 at once: 5 more are selected and left out.');
});

test('without a key it says how to get one, and asks nothing', async () => {
  await open({}, { replies: { open: () => openingOf({ account: NO_KEY }) } });
  await button('Get a free trial').waitFor();
  await sidebar.page.getByRole('tab', { name: 'Reports' }).click();
  await button('Connect influData').click();
  await sidebar.page.getByRole('button', { name: 'I have a key' }).waitFor();
  expect(sidebar.calls('readReport')).toEqual([]);
});

test('a check that fails keeps what was shown, with the way to try again', async () => {
  let isDown = true;
  await open(
    {},
    {
      replies: {
        checkReport: () =>
          isDown
            ? { refuses: { ok: false, code: 'apiDown', message: 'influData is down. Nothing was charged.' } }
            : checkedOf(),
      },
    },
  );
  await isOn('Check for audience data');
  await button('Check for audience data').click();
  await shown('influData is down. Nothing was charged.');
  await shown('180 requests');
  isDown = false;
  await button('Try again').click();
  await isOn('Create 8 reports');
  await expect.poll(() => sidebar.page.getByRole('alert').count(), patiently).toBe(0);
});

test('what is read while a check is under way does not hide what the check found', async () => {
  const held = gate();
  let isKnown = false;
  const read = (): ReportSelection => (isKnown ? checkedOf() : reportSelectionOf());
  await open({}, { replies: { readReport: read, checkReport: () => held.opened.then(() => checkedOf()) } });
  await isOn('Check for audience data');
  await button('Check for audience data').click();
  await expect.poll(() => sidebar.calls('checkReport').length, patiently).toBe(1);
  await comeFromTheSheet();
  await expect.poll(() => sidebar.calls('readReport').length, patiently).toBe(2);
  isKnown = true;
  held.open();
  await isOn('Create 8 reports · 120 requests');
});

test('where the selection has changed meanwhile, nothing starts before the new price was seen', async () => {
  const { replies } = worker();
  const held = gate();
  await openChecked({}, { replies });
  const later = checkedOf({ requests: 160, area: 'A2:A20' });
  sidebar.answer({ readReport: () => held.opened.then(() => later) });
  await comeFromTheSheet();
  await button('Create').click();
  held.open();
  await shown('Your selection has changed.');
  expect(sidebar.calls('startReport')).toEqual([]);
  await button('Create 8 reports · 160 requests').click();
  await expect.poll(() => sidebar.calls('startReport').length, patiently).toBe(1);
});

test('a run goes on until it is done, and says what was made and who is left out', async () => {
  const left = [
    { handle: 'max.brandt', why: 'no audience data', said: 'no audience data' },
    { handle: 'tim_und_tom', why: 'pending', said: 'pending' },
  ];
  let pending = [] as ReturnType<typeof pendingOf>[];
  const { replies } = worker({ left, sheets: ['Report lena.vogt', 'Report clara.beck'] });
  await openChecked({}, { replies: { ...replies, pendingReports: () => pending } });
  pending = [pendingOf('tim_und_tom')];
  await button('Create').click();
  await shown('2 reports made');
  await button('Details').click();
  await expect.poll(() => items('Sheets that were made'), patiently).toEqual(['Report lena.vogt', 'Report clara.beck']);
  await expect
    .poll(async () => (await items('Left out')).map(flat), patiently)
    .toEqual(['max.brandt no audience data', 'tim_und_tom pending']);
  await shown('1 pending: check “Pending reports” later.');
  expect(sidebar.calls('stepRun')).toEqual(Array.from({ length: 4 }, () => ({ id: 'p1', resume: false, cap: null })));
  // What the run left there is read when it ends.
  await expect.poll(() => section('Pending reports').innerText(), patiently).toMatch(/1/);
  await button('Dismiss').click();
  await expect.poll(() => isShown('2 reports made'), patiently).toBe(false);
});

test('it is paused between steps and resumed where it was; meanwhile nothing else is started', async () => {
  const work = worker();
  await openChecked({}, { replies: work.replies });
  const release = work.hold();
  await button('Create').click();
  await button('Pause').click();
  await shown('Pausing after the calls under way…');
  release();
  await shown('The run is paused');
  await expect.poll(() => button('Create').count(), patiently).toBe(0);
  const steps = sidebar.calls('stepRun').length;
  await button('Resume').click();
  await shown('8 reports made');
  expect(sidebar.calls('stepRun')[steps]).toEqual({ id: 'p1', resume: true, cap: null });
  expect(work.run().used).toBe(160);
});

test('after a reload it waits on every tab; a larger cap lets it go on', async () => {
  const work = worker();
  const message = 'This run has reached its cap of 60 requests. Raise it to go on.';
  const report = reportOf({ state: 'stopped', creators: 6, doneCreators: 3, used: 60, cap: 60, message });
  await open({}, { tab: 'find', replies: { ...work.replies, open: () => openingOf({ runs: { report } }) } });
  await shown('Paused: making audience reports');
  await button('Resume…').click();
  await shown(/^This run has reached its cap of 60 requests/);
  await shown('Finishing takes at most 120 in all.');
  await expect.poll(() => isOff('Resume'), patiently).toBe(true);
  expect(sidebar.calls('stepRun')).toEqual([]);
  await sidebar.page.getByLabel('Cap for this run').fill('120');
  await button('Resume').click();
  await shown('8 reports made');
  expect(sidebar.calls('stepRun')[0]).toEqual({ id: 'p1', resume: true, cap: 120 });
});

test('it is discarded after a question in place, and what is selected is read anew', async () => {
  const report = reportOf({ state: 'stopped', message: 'Paused.', reason: { code: 'paused' }, doneCreators: 3 });
  await open({}, { replies: { open: () => openingOf({ runs: { report } }), endRun: () => ({}) } });
  await button('End').click();
  await shown('Sheets already made stay');
  await sidebar.page.keyboard.press('Escape');
  await expect.poll(() => button('End').evaluate((each) => each === document.activeElement), patiently).toBe(true);
  expect(sidebar.calls('readReport')).toEqual([]);
  await button('End').click();
  await button('End').click();
  await button('Check for audience data').waitFor();
  expect(sidebar.calls('endRun')).toEqual([{ id: 'p1' }]);
});

test('a lost connection leaves the run where it is, with Resume beside the reason', async () => {
  const work = worker();
  let isLost = true;
  await openChecked(
    {},
    {
      replies: {
        ...work.replies,
        stepRun: (given) => (isLost ? { fails: 'NetworkError' } : (work.replies.stepRun?.(given) ?? 'never')),
      },
    },
  );
  await button('Create').click();
  await shown('The run was interrupted');
  await shown('reach the add-on.');
  isLost = false;
  await button('Resume').click();
  await shown('8 reports made');
  await expect.poll(() => sidebar.page.getByRole('alert').count(), patiently).toBe(0);
});

test('a start that is refused says so beside the button; somebody else’s run is shown', async () => {
  const message = 'A run of reports is not finished: somebody else started it at 2026-11-23 07:10 UTC.';
  await openChecked({}, { replies: { startReport: () => ({ refuses: { ok: false, code: 'badInput', message } }) } });
  await button('Create').click();
  await shown(message);
  await isOn('Create 8 reports · 120 requests');
  sidebar.answer({ open: () => openingOf({ runs: { report: reportOf({ doneCreators: 3 }) } }) });
  await button('Create').click();
  await shown('This run is not finished');
  await shown(message);
  expect(sidebar.calls('stepRun')).toEqual([]);
});

test('pending reports: looked at again free of charge, bought when ready, taken off the list', async () => {
  const work = worker();
  let pending = [pendingOf('tim_und_tom'), pendingOf('ella_eats'), pendingOf('old.one')];
  await open(
    {},
    {
      replies: {
        ...work.replies,
        pendingReports({ check }) {
          if (check) pending = pending.map((each) => ({ ...each, isReady: each.handle !== 'old.one' }));
          return pending;
        },
        dropPending: ({ keys }) => (pending = pending.filter(({ key }) => !keys.includes(key))),
      },
    },
  );
  await expect.poll(() => section('Pending reports').innerText(), patiently).toMatch(/3/);
  await section('Pending reports').click();
  await shown('Instagram · since 20 Nov 2026');
  await expect.poll(() => button('Buy').count(), patiently).toBe(0);
  await button('Check again · free').click();
  await button('Buy 2 reports · 40 requests').waitFor();
  await shown('not yet');
  await button('Remove old.one from the list').click();
  await expect.poll(() => isShown('old.one'), patiently).toBe(false);
  expect(sidebar.calls('dropPending')).toEqual([{ keys: ['instagram/old.one'] }]);
  const focused = () => section('Pending reports').evaluate((each) => each === document.activeElement);
  await expect.poll(focused, patiently).toBe(true);
  await button('Buy 2 reports').click();
  await shown('2 reports made');
  expect(sidebar.calls('startReport')).toEqual([
    { kind: 'sheets', keys: ['instagram/tim_und_tom', 'instagram/ella_eats'], again: false, cap: 40 },
  ]);
});

test('pending reports: none ready says so; what cannot be read says so too', async () => {
  await open({}, { replies: { pendingReports: ({ check }) => [pendingOf('tim_und_tom', check ? false : undefined)] } });
  await section('Pending reports').click();
  await button('Check again · free').click();
  await shown('None is ready yet.');
  await expect.poll(() => button('Buy').count(), patiently).toBe(0);
  const message = 'influData is down. Try again in some minutes.';
  sidebar.answer({ pendingReports: () => ({ refuses: { ok: false, code: 'apiDown', message } }) });
  await button('Check again · free').click();
  await shown(message);
  await shown('tim_und_tom');
});

test('the fit score: targets of last time, changed by hand, asked for as they stand', async () => {
  const targets = { countries: ['Germany'], ages: ['18-24'], gender: 'w' as const, languages: [] };
  await open({ targets }, { replies: { fitScore: () => madeOf({ message: 'Three have no report yet.' }) } });
  await isOn('Check for audience data');
  await section('Fit score').click();
  await button('Remove Germany').click();
  await sidebar.page.getByRole('combobox', { name: 'Audience countries' }).fill('aust');
  await sidebar.page.getByRole('option', { name: 'Austria' }).click();
  // Several can be picked, so the list stays open until it is left.
  await sidebar.page.keyboard.press('Tab');
  await sidebar.page.getByRole('checkbox', { name: '65+' }).check();
  await sidebar.page.getByLabel('Audience gender').selectOption('m');
  await sidebar.page.getByRole('combobox', { name: 'Audience languages' }).fill('german');
  await sidebar.page.getByRole('option', { name: 'German', exact: true }).click();
  await sidebar.page.keyboard.press('Tab');
  await shown('Austria · 18–24 or 65+ · men · German');
  await button('Make fit score · free').click();
  await shown('“Fit score”: 9 creators.');
  await shown('Three have no report yet.');
  await section('3 without a report').click();
  await shown('max.brandt, tim_und_tom, mila.fuchs');
  expect(sidebar.calls('fitScore')).toEqual([
    {
      platform: 'instagram',
      targets: { countries: ['Austria'], ages: ['18-24', '65+'], gender: 'm', languages: ['de'] },
    },
  ]);
});

test('the fit score of nothing asks nothing; a refusal is said there, and the targets stay', async () => {
  const message = 'Select handles first.';
  await open({}, { replies: { fitScore: () => ({ refuses: { ok: false, code: 'badInput', message } }) } });
  await isOn('Check for audience data');
  await section('Fit score').click();
  await button('Make fit score').click();
  await shown('Choose at least one of these.');
  expect(sidebar.calls('fitScore')).toEqual([]);
  await sidebar.page.getByRole('checkbox', { name: '25–34' }).check();
  await button('Make fit score').click();
  await shown(message);
  await expect.poll(() => sidebar.page.getByRole('checkbox', { name: '25–34' }).isChecked(), patiently).toBe(true);
});

test('the fit score: what it looked for stays, although its sheet comes to the front', async () => {
  const targets = { countries: ['Germany'], ages: [], gender: '' as const, languages: [] };
  await open({ targets }, { replies: { fitScore: () => madeOf({ without: [] }) } });
  await isOn('Check for audience data');
  await section('Fit score').click();
  sidebar.answer({
    readReport: () => ({ refuses: { ok: false, code: 'badInput', message: 'Select handles first.' } }),
  });
  await button('Make fit score').click();
  await shown('Select handles first.');
  await shown('“Fit score”: 9 creators.');
  await button('Remove Germany').waitFor();
  expect(sidebar.calls('fitScore')).toEqual([{ platform: 'instagram', targets }]);
});

test('the offer check: the fee column is found, or chosen', async () => {
  await open({}, { replies: { offerCheck: () => madeOf({ sheet: 'Spring campaign', without: ['mila.fuchs'] }) } });
  await isOn('Check for audience data');
  await section('Offer check').click();
  const column = sidebar.page.getByLabel('Fee column');
  await expect.poll(() => column.inputValue(), patiently).toBe('2');
  await column.selectOption({ label: 'Column C' });
  await button('Check offers · free').click();
  await shown('“Spring campaign”: 9 creators.');
  await section('1 without saved data').click();
  await shown('mila.fuchs');
  expect(sidebar.calls('offerCheck')).toEqual([{ platform: 'instagram', feeColumn: 3 }]);
});

test('the offer check: without a fee column it asks for one; of another sheet than was shown it writes nothing', async () => {
  await open({ feeColumn: null }, { replies: { offerCheck: () => madeOf() } });
  await isOn('Check for audience data');
  await section('Offer check').click();
  await button('Check offers').click();
  await shown('Choose the column with the fees.');
  expect(sidebar.calls('offerCheck')).toEqual([]);
  await sidebar.page.getByLabel('Fee column').selectOption('2');
  const held = gate();
  const another = reportSelectionOf({ sheet: 'Another', columns: [{ column: 2, header: 'Notes' }] });
  sidebar.answer({ readReport: () => held.opened.then(() => another) });
  await comeFromTheSheet();
  await button('Check offers').click();
  held.open();
  await shown('Your selection has changed. Look at the fee column');
  expect(sidebar.calls('offerCheck')).toEqual([]);
});

test('texts of strangers are shown as text', async () => {
  const hostile = { handle: HOSTILE.name, why: HOSTILE.name, said: HOSTILE.name };
  const { replies } = worker({ sheets: [HOSTILE.name], left: [hostile] });
  await open({}, { replies: { ...replies, readReport: () => HOSTILE_SELECTION } });
  await isOn('Create');
  await shown(HOSTILE.username);
  await button('Create').click();
  await shown('1 report made');
  await button('Details').click();
  await expect.poll(() => items('Sheets that were made'), patiently).toEqual([HOSTILE.name]);
  expect(await sidebar.page.locator('img').count()).toBe(0);
  expect(await sidebar.page.title()).toBe('influData');
});

test('the keyboard goes from the kind to the sections and to Create', async () => {
  const { replies } = worker();
  await open({}, { replies });
  await isOn('Check for audience data');
  await radio('Audience report').focus();
  await sidebar.page.keyboard.press('ArrowDown');
  await expect.poll(() => radio('Compare audiences').isChecked(), patiently).toBe(true);
  await section('Fit score').focus();
  await sidebar.page.keyboard.press('Enter');
  await sidebar.page.getByRole('combobox', { name: 'Audience countries' }).waitFor();
  await isOn('Check for audience data');
  await button('Check for audience data').focus();
  await sidebar.page.keyboard.press('Enter');
  await isOn('Compare 8 audiences');
  // The same button, so the keyboard has not lost its place.
  await sidebar.page.keyboard.press('Enter');
  await shown('Audiences compared');
});
