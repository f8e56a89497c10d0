import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Calls } from '../../src/sidebar/calls';
import { openSidebar, type Sidebar } from './sidebar-harness';
import { patiently } from './worker-browser';

// What Manage hands out: a copy of the list for a client and the way back, and a sheet as a file.
let sidebar: Sidebar;
beforeEach(async () => {
  sidebar = await openSidebar({ tab: 'manage', height: 1_000 });
});
afterEach(() => sidebar.close());

const manage = () => sidebar.page.locator('#panel-manage');
const shown = (text: string | RegExp) => manage().getByText(text).first().waitFor();
const open = (title: string) => manage().locator('summary', { hasText: title }).click();
const press = (name: string) => manage().getByRole('button', { name, exact: true }).click();

const LONG = 'Why we like them, in the words of whoever found them first, at some length '.repeat(2).trim();
const LIST: Calls['clientList']['gets'] = {
  sheetId: 3,
  sheet: 'Shortlist',
  creators: 40,
  unread: 2,
  byIdAlone: 1,
  isHiddenUnknown: false,
  columns: [
    { column: 1, header: 'Picture', isChosen: true },
    { column: 4, header: 'Followers', isChosen: true },
    { column: 5, header: 'Fee', isChosen: false },
    { column: 6, header: LONG, isChosen: false },
  ],
  sources: [{ id: 9, name: 'Other' }],
  source: null,
};

test('a client sheet is made with the columns that are ticked, and its decisions are read from it or from pasted rows', async () => {
  let list = LIST;
  sidebar.answer({
    clientList: () => list,
    makeClientSheet: () => {
      list = { ...LIST, sources: [...LIST.sources, { id: 12, name: 'Shortlist for client' }], source: 12 };
      sidebar.answer({ glance: () => ({ selection: { sheetId: 12, area: 'A1', figure: 'two' } }) });
      return { sheet: 'Shortlist for client', creators: 40, hidden: 3, pictures: 38, picturesLeft: 2, blanked: 1 };
    },
    readDecisions: ({ source }) => ({
      read: 31,
      changed: 28,
      none: ['@a', '@b', '@c', '@d', '@e'],
      gone: ['@gone'],
      conflicting: 'pasted' in source ? [] : ['@twice'],
      other: ['@sure'],
      kept: [],
      unreadable: [7],
      columns: { creator: 'Creator', decision: 'Decision', comment: '' },
    }),
  });
  await open('Client sheet');
  await shown('“Shortlist”: 40 creators.');
  expect(
    await manage()
      .getByRole('checkbox', { checked: true })
      .evaluateAll((all) => all.map((each) => each.closest('label')?.innerText)),
  ).toEqual(['Picture', 'Followers']);
  await manage().getByLabel('Picture', { exact: true }).uncheck();
  await manage().getByLabel('Fee', { exact: true }).check();
  expect(await sidebar.looks('client-sheet')).toEqual([]);
  await press('Make client sheet');
  await shown(
    /Made “Shortlist for client” with 40 creators\. 38 pictures, 2 couldn’t be copied\. 3 hidden rows left out\./,
  );
  expect(sidebar.calls('makeClientSheet')).toEqual([
    {
      sheetId: 3,
      platform: '',
      columns: [
        { column: 4, header: 'Followers' },
        { column: 5, header: 'Fee' },
      ],
    },
  ]);
  // The new sheet came to the front: what was made is still said, the ticks stand, and it is the one to read from.
  await expect.poll(() => manage().getByLabel('From').inputValue(), patiently).toBe('12');
  await shown(/Made “Shortlist for client”/);
  expect(await manage().getByLabel('Fee', { exact: true }).isChecked()).toBe(true);
  await press('Read decisions');
  await shown('31 answers read, 28 rows of your list changed.');
  await shown('Decided in two ways, so left as is: @twice.');
  await shown('No decision yet: @a, @b, @c and 2 more.');
  expect(await sidebar.looks('client-decisions')).toEqual([]);
  expect(await sidebar.fits('client-decisions')).toEqual([]);
  await manage().getByLabel('From').selectOption('Rows that I paste');
  expect(await manage().getByRole('button', { name: 'Read decisions' }).getAttribute('aria-disabled')).toBe('true');
  await manage().getByLabel('Rows of the client’s sheet, with headers').fill('Creator\tDecision\n@nike\tapprove');
  await press('Read decisions');
  await expect.poll(() => sidebar.calls('readDecisions').length, patiently).toBe(2);
  expect(sidebar.calls('readDecisions')).toEqual([
    { sheetId: 3, platform: '', source: { sheet: 12 } },
    { sheetId: 3, platform: '', source: { pasted: 'Creator\tDecision\n@nike\tapprove' } },
  ]);
  // A sheet without creators says so, and nothing else.
  sidebar.answer({
    clientList: () => ({ refuses: { ok: false, code: 'badInput', message: 'No creators found in "Notes".' } }),
    glance: () => ({ selection: { sheetId: 20, area: 'A1', figure: 'three' } }),
  });
  await shown('No creators found in "Notes".');
  expect(await manage().getByRole('button', { name: 'Make client sheet' }).count()).toBe(0);
});

test('the sheet in front is downloaded block by block; if rows move meanwhile, nothing is saved', async () => {
  const all = Array.from({ length: 2_500 }, (_, at) => [
    at === 0 ? 'Handle' : '@anna.k' + String(at),
    at / 3,
    { at: Date.UTC(2026, 10, 23) },
  ]);
  const blockOf = (from: number): Calls['sheetRows']['gets'] => ({
    sheetId: 3,
    sheet: 'Instagram: "fitness"',
    timeZone: 'Europe/Berlin',
    headerRow: 1,
    from,
    lastRow: all.length,
    rows: all.slice(from - 1, from + 999),
  });
  sidebar.answer({ sheetRows: ({ from }) => blockOf(from) });
  await open('Download');
  expect(await sidebar.looks('download')).toEqual([]);
  const coming = sidebar.page.waitForEvent('download');
  await press('Download');
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^Instagram.*fitness.*\.csv$/);
  const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
  expect(lines).toHaveLength(2_501);
  expect(lines[0]).toBe('\ufeffHandle,0,2026-11-23T01:00:00');
  expect(lines[2_499]).toBe("'@anna.k2499,833,2026-11-23T01:00:00");
  expect(sidebar.calls('sheetRows')).toEqual([
    { sheetId: null, from: 1 },
    { sheetId: 3, from: 1_000 },
    { sheetId: 3, from: 1_999 },
  ]);
  await shown(/Downloaded “.*” with 2,500 rows\./);
  // Sorted after the first block: as many rows as before, and others.
  const sorted = (from: number) => [...all].reverse().slice(from - 1, from + 999);
  sidebar.answer({
    sheetRows: ({ from }) => ({ ...blockOf(from), rows: from === 1 ? blockOf(1).rows : sorted(from) }),
  });
  await manage()
    .getByRole('radio', { name: /JSON lines/ })
    .check();
  await press('Download');
  await shown(/Rows of this sheet changed during the download/);
  expect(await sidebar.fits('download')).toEqual([]);
});

test('a history is switched on, brought to the front, and says what changed and what stands in its way', async () => {
  const on: Calls['history']['gets'] = { isOn: true, lines: 0, waiting: 0, lost: 0 };
  const off = { isOn: false, lines: 0, waiting: 0, lost: 0 };
  const written = { ...on, sheet: 'influData history', lines: 1_204 };
  sidebar.answer({ history: () => off, switchHistory: ({ isOn }) => (isOn ? on : off) });
  await open('History');
  const keep = manage().getByRole('switch', { name: 'Keep a history' });
  await expect.poll(() => keep.getAttribute('aria-busy'), patiently).toBe(null);
  expect(await keep.isChecked()).toBe(false);
  await keep.click();
  await shown('No lines yet: they come with the next profiles that are fetched.');
  expect(await keep.isChecked()).toBe(true);
  expect(sidebar.calls('switchHistory')).toEqual([{ isOn: true }]);
  const problem =
    'This spreadsheet has ten million cells, the most that Google allows, so 3 lines of the history wait.';
  sidebar.answer({
    switchHistory: () => written,
    openHistory: () => ({ ...written, waiting: 3, problem, lost: 12 }),
    tellChanges: () => ({ sheet: 'What changed', changes: 3, creators: 2 }),
  });
  await keep.click();
  await shown('1,204 lines in “influData history”.');
  await press('What changed');
  await shown('3 new changes of 2 creators in “What changed”.');
  await press('Open history');
  await shown('3 lines not written yet.');
  await shown(problem);
  await shown(/12 lines had no room/);
  expect(await sidebar.looks('history')).toEqual([]);
  expect(await sidebar.fits('history')).toEqual([]);
});
