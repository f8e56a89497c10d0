import { afterEach, expect, test } from 'vitest';
import type { SelectionForm } from '../../src/sidebar/enrich-calls';
import type { SelectionChoices, SelectionReading } from '../../src/sidebar/selection-calls';
import { handlesOf, planOf } from './sidebar-content-data';
import { readingOf, selectionOf } from './sidebar-data';
import { gate, openSidebar, type Sidebar } from './sidebar-harness';
import { reportSelectionOf } from './sidebar-report-data';
import { patiently } from './worker-browser';

// How a selection was understood is shown before the price, the same in each tab that takes one, and can be changed there.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const button = (name: string | RegExp) => sidebar.page.getByRole('button', { name });
const box = (name: string) => sidebar.page.getByRole('checkbox', { name });
const field = (name: string) => sidebar.page.getByLabel(name, { exact: true });
const shown = (text: string | RegExp) => sidebar.page.getByText(text).first().waitFor();

const HEADERS = ['Name', 'Land', 'Instagram', 'TikTok', 'Plattform', 'Follower', 'Agentur', 'Notizen', 'Preis'];
/** A table of nine columns under two title lines, with everything to be asked about. */
const messy = (choices: SelectionChoices = {}, part: Partial<SelectionReading> = {}): SelectionReading => {
  const key = choices.column ?? 3;
  const platformColumn = choices.platformColumn ?? 5;
  return readingOf({
    columns: HEADERS.map((header, at) => ({
      column: at + 1,
      header,
      use: at + 1 === key ? 'key' : at + 1 === platformColumn ? 'platform' : at === 2 || at === 3 ? 'maybe' : 'none',
    })),
    platformColumn,
    platform: choices.isPlatformChosen ? 'tiktok' : 'instagram',
    headerPlatform: 'instagram',
    headerRow: choices.headerRow ?? 4,
    tops: [
      { row: 1, text: 'Creator-Liste Frühjahr' },
      { row: 4, text: 'Instagram' },
      { row: 5, text: 'lena.vogt' },
    ],
    hidden: { rows: 5, included: choices.hidden ?? false, isLooked: true, hasFilter: true },
    fillers: { count: 3, texts: ['tbd', 'none'], included: choices.fillers ?? false },
    links: true,
    ...part,
  });
};
const lastChoices = (): SelectionChoices | undefined => sidebar.calls('readSelection').at(-1)?.choices;

async function open(part: Partial<SelectionReading> = {}): Promise<void> {
  sidebar = await openSidebar({
    tab: 'enrich',
    replies: {
      readSelection: ({ choices }: SelectionForm) =>
        selectionOf({
          area: 'C5:C44',
          header: 'Instagram',
          rows: 35,
          creators: 28,
          duplicates: 3,
          blanks: 1,
          unreadableCount: 1,
          unreadable: [{ row: 12, text: 'sophia22', why: 'Twitter is not one of the platforms' }],
          requests: 28,
          known: 0,
          read: messy(choices, part),
        }),
    },
  });
  await button('Start · 28 requests').waitFor();
}

test('what was understood stands above the price, within the sidebar’s width', async () => {
  await open();
  await shown('Creators could also be in D “TikTok”.');
  await shown('Not used: A “Name”, B “Land”, F “Follower”, G “Agentur” and 2 more.');
  await shown('Creators in C, by their links · headers in row 4 · platforms in E');
  expect(await box('Include 5 hidden rows').isChecked()).toBe(false);
  expect(await box('Include 3 cells that say “tbd” or “none”').isChecked()).toBe(false);
  expect(await sidebar.looks('selection-understood')).toEqual([]);
  await sidebar.page.locator('.how > summary').click();
  expect(await sidebar.looks('selection-choices')).toEqual([]);
  expect(await sidebar.tooWide('.how-read, .how-read *')).toEqual([]);
});

test('each choice is sent, and the next one beside it', async () => {
  await open();
  await box('Include 5 hidden rows').click();
  await expect.poll(lastChoices, patiently).toEqual({ hidden: true });
  await box('Include 3 cells').click();
  await expect.poll(lastChoices, patiently).toEqual({ hidden: true, fillers: true });
  await sidebar.page.locator('.how > summary').click();
  await field('Platform column').selectOption('None');
  await expect.poll(lastChoices, patiently).toEqual({ hidden: true, fillers: true, platformColumn: 0 });
  await field('Header row').selectOption('None');
  await expect.poll(lastChoices, patiently).toMatchObject({ platformColumn: 0, headerRow: 0 });
  // Another column has another header, and other platforms beside it.
  await field('Creators in').selectOption('D “TikTok”');
  await expect.poll(lastChoices, patiently).toEqual({ hidden: true, fillers: true, column: 4 });
});

test('a platform that is chosen counts over the header, which is said and taken back with a click', async () => {
  await open();
  expect(await field('Platform for plain handles').inputValue()).toBe('instagram');
  await field('Platform for plain handles').selectOption('TikTok');
  await expect.poll(lastChoices, patiently).toEqual({ isPlatformChosen: true });
  await shown('This column looks like Instagram, but TikTok is selected.');
  expect(await sidebar.looks('selection-disagreement')).toEqual([]);
  await button('Use Instagram').click();
  await expect.poll(lastChoices, patiently).toBeUndefined();
  await expect.poll(() => field('Platform for plain handles').inputValue(), patiently).toBe('instagram');
});

test('where rows are too many to look at each, that is said', async () => {
  await open({ hidden: { rows: 0, included: false, isLooked: false, hasFilter: true } });
  await shown('There are too many rows to look for hidden ones, so those are included.');
});

test('what is chosen is what starts', async () => {
  await open();
  await box('Include 5 hidden rows').click();
  await expect.poll(lastChoices, patiently).toEqual({ hidden: true });
  await sidebar.settled();
  sidebar.answer({ startEnrich: () => ({ refuses: { ok: false, code: 'badInput', message: 'Enough is known.' } }) });
  await button('Start · 28 requests').click();
  await expect.poll(() => sidebar.calls('startEnrich').at(-1)?.choices, patiently).toEqual({ hidden: true });
});

test('reports show the same, and their choices hold for the fit score', async () => {
  sidebar = await openSidebar({
    tab: 'reports',
    replies: {
      readReport: ({ choices }) => reportSelectionOf({ read: messy(choices) }),
      pendingReports: () => [],
    },
  });
  await shown('Not used: A “Name”');
  await box('Include 5 hidden rows').click();
  await expect.poll(() => sidebar.calls('readReport').at(-1)?.choices, patiently).toEqual({ hidden: true });
  expect(await sidebar.looks('selection-reports')).toEqual([]);
});

test('content shows the same, and reads its cells again when something is changed', async () => {
  sidebar = await openSidebar({
    tab: 'content',
    replies: {
      contentSheet: () => null,
      planContent: () => planOf(),
      selectedHandles: ({ choices }) =>
        handlesOf({
          handles: choices?.hidden ? ['lena.vogt', 'mia'] : ['lena.vogt', 'jonas_weber'],
          read: messy(choices),
        }),
    },
  });
  await button(/^Add from /).click();
  await shown('Not used: A “Name”');
  await box('Include 5 hidden rows').click();
  await expect
    .poll(() => sidebar.calls('planContent').at(-1)?.filters['username'], patiently)
    .toEqual(['lena.vogt', 'mia']);
  expect(await sidebar.looks('selection-content')).toEqual([]);
});

test('other cells that are selected show within two seconds, with what was corrected kept; unseen or busy, nobody looks', async () => {
  let selected = { sheetId: 3, area: 'C5:C44', figure: 'one' };
  const { opened, open: release } = gate();
  const readSelection = ({ choices }: SelectionForm) =>
    selectionOf({ sheetId: selected.sheetId, area: selected.area, known: 0, requests: 28, read: messy(choices) });
  sidebar = await openSidebar({
    tab: 'enrich',
    clock: 'flows',
    replies: { glance: () => ({ selection: selected }), readSelection },
  });
  await shown('Follows your selection');
  await button('Start · 28 requests').waitFor();
  await sidebar.settled();
  await box('Include 5 hidden rows').click();
  await expect.poll(lastChoices, patiently).toEqual({ hidden: true });
  await sidebar.settled();
  const before = sidebar.calls('readSelection').length;
  await sidebar.page.clock.runFor(10_000);
  await sidebar.settled();
  expect(sidebar.calls('readSelection')).toHaveLength(before);

  selected = { sheetId: 3, area: 'C7:C9', figure: 'two' };
  await sidebar.page.clock.runFor(2_000);
  await shown('C7:C9');
  expect(lastChoices()).toEqual({ hidden: true });
  // Another sheet knows nothing of it; the first one still does.
  selected = { sheetId: 4, area: 'A1', figure: 'three' };
  await sidebar.page.clock.runFor(2_000);
  await shown('A1');
  await expect.poll(lastChoices, patiently).toBeUndefined();
  selected = { sheetId: 3, area: 'C7:C9', figure: 'two' };
  await sidebar.page.clock.runFor(2_000);
  await expect.poll(lastChoices, patiently).toEqual({ hidden: true });
  await sidebar.settled();

  const looks = (): number => sidebar.calls('glance').length;
  const show = (state: string) =>
    sidebar.page.evaluate(
      (now) => Object.defineProperty(document, 'visibilityState', { value: now, configurable: true }),
      state,
    );
  await show('hidden');
  await sidebar.settled();
  const seen = looks();
  await sidebar.page.clock.runFor(20_000);
  expect(looks()).toBe(seen);
  sidebar.answer({
    readSelection: async (form) => {
      await opened;
      return readSelection(form);
    },
  });
  await button('Read selection again').click();
  await show('visible');
  await sidebar.page.clock.runFor(20_000);
  expect(looks()).toBe(seen);
  release();
  await sidebar.settled();
  await sidebar.page.clock.runFor(2_000);
  // The page's clock goes on by itself: on a busy machine there are several by then.
  await expect.poll(looks, patiently).toBeGreaterThan(seen);
});
