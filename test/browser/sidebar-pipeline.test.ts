import { afterEach, expect, test } from 'vitest';
import { enrichOf, foundOf, runOf, selectionOf } from './sidebar-data';
import { openSidebar, type Sidebar } from './sidebar-harness';
import { patiently } from './worker-browser';

// The pipeline in Manage, and what Find and Enrich say of creators whose status skips them.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

const button = (name: string) => sidebar.page.getByRole('button', { name });
const shown = (text: string | RegExp) => sidebar.page.getByText(text).first().waitFor();
const LONG = 'Wer mit uns im Frühling und im Sommer schon gesprochen hat, mit Namen';

test('a list becomes a pipeline, statuses are compared, and a pasted list says what it did not understand', async () => {
  sidebar = await openSidebar({
    tab: 'manage',
    height: 1_000,
    replies: {
      makePipeline: () => ({
        sheet: 'Shortlist',
        creators: 412,
        added: ['Owner', 'Next date', 'Note'],
        taken: ['Stage', 'Fee (EUR)'],
        hasOwnList: true,
        otherWords: ['In talks', LONG],
      }),
      comparePipelines: () => ({
        sheets: [
          { name: 'Shortlist', creators: 40 },
          { name: 'Do not contact', creators: 12 },
        ],
        disagreements: [
          {
            creator: 'instagram/lena.vogt',
            rows: [
              { sheet: 'Shortlist', row: 1_204, status: 'agreed' },
              { sheet: 'Do not contact', row: 3, status: 'do not contact' },
            ],
          },
        ],
        disagreeing: 21,
        otherWords: [{ sheet: 'Shortlist', words: ['In talks'] }],
        lost: ['Old list'],
        unread: [{ sheet: 'Do not contact', row: 9 }],
        creators: 50,
      }),
      showStatusWords: () => ({ sheet: 'Pipeline words' }),
      addDoNotContact: () => ({
        sheet: 'Do not contact',
        added: 38,
        already: 4,
        unreadable: [
          {
            text: 'Anna from the agency',
            why: '"Anna from the agency" is not a handle. Give one handle without spaces.',
          },
          { text: LONG, why: 'This reads like a placeholder. If it is an account, put @ in front.' },
        ],
        unreadableCount: 7,
      }),
    },
  });
  await sidebar.page.locator('summary', { hasText: 'Pipeline' }).click();
  await button('Make this a pipeline').click();
  await shown('“Shortlist” is a pipeline: 412 creators.');
  await shown('Added: Owner, Next date, Note.');
  await shown('Already there and used: Stage, Fee (EUR).');
  expect(sidebar.calls('makePipeline')).toEqual([{ platform: 'instagram' }]);
  expect(await sidebar.looks('pipeline-made')).toEqual([]);
  await button('Compare statuses').click();
  await shown('21 creators have different statuses:');
  await shown('@lena.vogt (Instagram): agreed in “Shortlist”, row 1,204 and do not contact in “Do not contact”, row 3');
  await shown(/“Old list” has lost the column of creators/);
  // What was said before is gone.
  expect(await sidebar.page.getByText('Added: Owner').count()).toBe(0);
  expect(await sidebar.looks('pipeline-compared')).toEqual([]);
  const field = sidebar.page.getByLabel('Handles, links or ids');
  expect(await button('Add to the list').getAttribute('aria-disabled')).toBe('true');
  await field.fill('@nike, Anna from the agency\nhttps://www.instagram.com/adidas');
  await sidebar.page.getByLabel('Platform for plain handles').first().selectOption('tiktok');
  await button('Add to the list').click();
  await shown('38 creators added to “Do not contact”, 4 already there.');
  await shown('Not understood (7):');
  await shown('And 5 more.');
  expect(await field.inputValue()).toBe('');
  expect(sidebar.calls('addDoNotContact')).toEqual([
    { pasted: '@nike, Anna from the agency\nhttps://www.instagram.com/adidas', platform: 'tiktok' },
  ]);
  expect(await sidebar.looks('pipeline-pasted')).toEqual([]);
  await button('Edit statuses').click();
  await shown('“Pipeline words” is in front.');
});

const PLACES = [
  { sheet: 'Shortlist', status: 'do not contact', creators: 8 },
  { sheet: 'Do not contact', status: 'do not contact', creators: 4 },
];
const WHERE = 'do not contact in “Shortlist” (8) and “Do not contact” (4)';

test('Find says before how many are skipped and where, marks them where that is chosen, and says it after', async () => {
  const done = runOf({ state: 'done', pages: 5, donePages: 5, written: 88, skipped: 12, used: 4, leftOut: PLACES });
  sidebar = await openSidebar({
    replies: {
      search: () => foundOf({ leftOut: { creators: 12, here: 3, places: PLACES, lost: ['Old list'], unread: [] } }),
      startSearch: ({ byStatus }) => ({ ...done, ...(byStatus && { byStatus }) }),
      stepRun: () => ({ ...done, byStatus: 'mark' }),
    },
  });
  await button('Search ·').click();
  await shown('12 creators with a status to skip: ' + WHERE + '. 3 of them among the first 20.');
  expect(await sidebar.looks('find-skipped')).toEqual([]);
  await button('Options…').click();
  const choice = sidebar.page.getByLabel('Skipped by status');
  await choice.waitFor();
  await shown(/“Old list” has lost the column of creators/);
  expect(await choice.inputValue()).toBe('skip');
  expect(await sidebar.looks('find-skipped-options')).toEqual([]);
  await choice.selectOption('Write and mark');
  await button('Start ·').click();
  await shown('12 marked: ' + WHERE + '.');
  expect(sidebar.calls('startSearch')[0]).toMatchObject({ byStatus: 'mark', known: 'skip' });
});

test('Enrich takes them out of the price, or marks them at theirs, and says after how many were skipped', async () => {
  const done = enrichOf({
    state: 'done',
    doneRows: 412,
    counts: { done: 399, skipped: 13 },
    used: 362,
    leftOut: PLACES,
  });
  sidebar = await openSidebar({
    tab: 'enrich',
    replies: {
      readSelection: ({ byStatus }) =>
        selectionOf({
          requests: byStatus === 'mark' ? 374 : 362,
          leftOut: { creators: 12, places: PLACES, lost: [], unread: [{ sheet: 'Shortlist', row: 7 }] },
        }),
      startEnrich: () => done,
      stepRun: () => done,
    },
  });
  await shown('405 creators, 31 saved, 12 skipped');
  await shown('12 creators: ' + WHERE + '.');
  await shown(/^No readable creator in “Shortlist”, row 7/);
  await button('Start · 362 requests').waitFor();
  expect(await sidebar.looks('enrich-skipped')).toEqual([]);
  const choice = sidebar.page.getByLabel('Skipped by status');
  await choice.selectOption('Enrich and mark');
  await button('Start · 374 requests').waitFor();
  await choice.selectOption('Skip');
  await button('Start · 362 requests').click();
  await shown('13 skipped: ' + WHERE + '.');
  expect(await sidebar.looks('enrich-skipped-done')).toEqual([]);
  await expect.poll(() => sidebar.calls('startEnrich').length, patiently).toBe(1);
  expect(sidebar.calls('readSelection').map(({ byStatus }) => byStatus)).toContain('mark');
  expect(sidebar.calls('startEnrich')[0]).not.toHaveProperty('byStatus');
});
