import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SPECIAL } from '../../dev/standin/notable';
import type { RunForm, SearchView } from '../../src/sidebar/find-calls';
import { createAddon, type Addon } from '../setup/addon';
import { drivenRun, refusal, reply, value } from './page';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ container: 'addon' });
  await addon.emulator.open();
});
afterEach(() => addon.close());

const form = (change: Partial<RunForm> = {}): RunForm => ({
  platform: 'instagram',
  filters: {},
  from: 1,
  to: 5,
  sheetId: null,
  known: 'skip',
  pictures: false,
  picks: [],
  again: false,
  cap: null,
  ...change,
});

/** How many match is known from then on, and the first page: a run begins with many pages at once. */
const searched = (): Promise<unknown> => value(addon, 'search', { platform: 'instagram', filters: {}, again: false });

const driven = (run: SearchView, how?: Parameters<typeof drivenRun>[2]): Promise<SearchView> =>
  drivenRun(addon, run, how);

const written = async (change: Partial<RunForm> = {}): Promise<SearchView> =>
  driven(await value(addon, 'startSearch', form(change)));

const cells = (sheet: string): unknown[][] => addon.emulator.spreadsheet.sheet(sheet).values();
/** A column of a result sheet by its header, without the header. */
function columnOf(sheet: string, header: string): unknown[] {
  const [headers = [], ...rows] = cells(sheet);
  return rows.map((row) => row[headers.indexOf(header)]);
}
const idsIn = (sheet: string): string[] => columnOf(sheet, 'influData id').map(String);
const pagesAsked = (): number[] =>
  addon.standin.charges
    .requests('discovery')
    .map(({ query }) => Number(query['skipCount'] ?? 0) / 20 + 1)
    .sort((left, right) => left - right);

describe('100 pages', () => {
  test('a failure at page 57, a cancel, a resume: every creator once, in order, each page charged once', async () => {
    addon.standin.manners.pageOverlap = 3;
    const fault = addon.standin.faults.add({
      endpoint: 'discovery',
      when: ({ query }) => query['skipCount'] === '1120',
      status: 400,
    });
    const run = await value(addon, 'startSearch', form({ to: 62 }));
    await value(addon, 'stepRun', { id: run.id, resume: false, cap: null });
    await value(addon, 'stepRun', { id: run.id, resume: false, cap: null });
    const cancelled = await value(addon, 'pauseRun', { id: run.id });
    expect(cancelled).toMatchObject({ state: 'stopped', pages: 62, donePages: 51, used: 51 });
    // A step that nobody asked to resume does nothing.
    expect(await value(addon, 'stepRun', { id: run.id, resume: false, cap: null })).toMatchObject({
      state: 'stopped',
      used: 51,
    });

    const failed = await driven(run, { resume: true });
    expect(failed).toMatchObject({ state: 'stopped', donePages: 61, used: 61 });
    expect(failed.message).toMatch(/^Page 57: /);
    fault.remove();
    const done = await driven(run, { resume: true });
    expect(done).toMatchObject({ state: 'done', donePages: 62, used: 62, message: '' });

    // The API repeats the last 3 creators of the first page on the second: each stands there once.
    const ids = idsIn(done.sheet);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(1240 - 3);
    expect(done).toMatchObject({ written: ids.length, skipped: 3 });
    expect(addon.charged()).toBe(62);
    expect((await value(addon, 'resultSheet', {}))?.lastPage).toBe(62);
  });

  test('are asked at the pace: no 429, and calls to the spreadsheet grow with steps, not with pages', async () => {
    const run = await value(addon, 'startSearch', form({ to: 100 }));
    addon.emulator.counts.reset();
    const done = await driven(run);
    expect(done.state).toBe('done');
    expect(addon.standin.charges.requests().filter(({ status }) => status === 429)).toEqual([]);
    expect(addon.emulator.counts.of('SpreadsheetApp', 'Range.setValues')).toBeLessThanOrEqual(3);
    expect(addon.emulator.counts.of('SpreadsheetApp', 'Range.getValues')).toBeLessThanOrEqual(18);
  });
});

describe('what is asked', () => {
  test('never a page beyond the count', async () => {
    const found = await value(addon, 'search', { platform: 'twitch', filters: { country: 'Germany' }, again: false });
    expect(found.pages).toBeGreaterThan(1);
    const done = await written({ platform: 'twitch', filters: { country: 'Germany' }, to: 5000 });
    expect(done.state).toBe('done');
    expect(idsIn(done.sheet)).toHaveLength(found.count);
    expect(Math.max(...pagesAsked())).toBeLessThanOrEqual(found.pages);
    expect(addon.charged()).toBe(found.pages);
  });

  test('nothing twice: pages of the sidebar and of formulas are free for the run, and the other way round', async () => {
    await value(addon, 'search', { platform: 'instagram', filters: { country: 'Germany' }, again: false });
    await addon.shown('INFLU_SEARCH', 'instagram', 'country=Germany', 2);
    expect(addon.charged()).toBe(2);
    const done = await written({ filters: { country: 'germany' }, to: 3 });
    expect(done).toMatchObject({ state: 'done', written: 60, used: 1 });
    await addon.shown('INFLU_SEARCH', 'instagram', 'country=Germany', 3);
    await addon.shown('INFLU_COUNT', 'instagram', 'country=Germany');
    expect(addon.charged()).toBe(3);
  });

  test('again buys what is fresh, once, also over a stop', async () => {
    await written({ to: 3 });
    const run = await value(addon, 'startSearch', form({ to: 3, again: true }));
    const fault = addon.standin.faults.add({
      endpoint: 'discovery',
      when: ({ query }) => query['skipCount'] === '40',
      status: 400,
    });
    expect(await driven(run)).toMatchObject({ state: 'stopped', used: 2 });
    fault.remove();
    expect(await driven(run, { resume: true })).toMatchObject({ state: 'done', used: 3 });
    expect(addon.charged()).toBe(6);
  });

  test('a page whose detail is no longer kept is not bought once more in silence', async () => {
    await searched();
    const run = await value(addon, 'startSearch', form({ from: 41, to: 60 }));
    addon.emulator.faults.intercept = ({ service, method, phase }) =>
      service === 'SpreadsheetApp' && method === 'Range.setValues' && phase === 'before' ? { kill: true } : undefined;
    await addon.emulator.serve('influSidebar', ['stepRun', { id: run.id, resume: false, cap: null }]);
    delete addon.emulator.faults.intercept;
    expect(addon.charged()).toBe(21);
    addon.forgetCache();
    addon.emulator.clock.advance(3 * MINUTE_MS);
    const stopped = await value(addon, 'stepRun', { id: run.id, resume: false, cap: null });
    expect(stopped).toMatchObject({ state: 'stopped', written: 0 });
    expect(stopped.message).toMatch(/no longer stored. Resuming buys such pages again \(1 request each\)/);
    expect(addon.charged()).toBe(21);
    expect(await driven(run, { resume: true })).toMatchObject({ state: 'done', written: 400 });
    expect(addon.charged()).toBe(41);
  });
});

test('an entry that cannot be read, on an early page, does not end the search', async () => {
  addon.spoil = (page, url) =>
    /skipCount=20(&|$)/.test(url) ? { ...page, users: [{ _id: '' }, ...(page['users'] as unknown[]).slice(1)] } : page;
  await searched();
  expect(await written({ to: 55 })).toMatchObject({ state: 'done', donePages: 55, written: 55 * 20 - 1 });
});

describe('the sheet', () => {
  test('has a frozen header, numbers as numbers, links, where from and when; the query stays with it', async () => {
    const done = await written({ filters: { country: 'Germany', followerMin: 10_000 }, to: 2, pictures: true });
    expect(done.sheet).toBe('Instagram Germany');
    const sheet = addon.emulator.spreadsheet.sheet(done.sheet);
    expect(sheet.data).toMatchObject({ frozenRows: 1, frozenColumns: 2 });
    const alignedAt = (a1: string): string | undefined => sheet.get(a1).format.horizontalAlignment;
    expect(['B1', 'C1', 'D1', 'E1', 'G1'].map(alignedAt)).toEqual([undefined, undefined, 'right', 'right', 'right']);
    for (const header of ['Followers', 'Engagement %', 'Profile score', 'Page'])
      for (const cell of columnOf(done.sheet, header))
        expect(cell === '' || typeof cell === 'number', header).toBe(true);
    expect(columnOf(done.sheet, 'Page')).toEqual([...Array(20).fill(1), ...Array(20).fill(2)]);
    for (const cell of columnOf(done.sheet, 'Profile link'))
      expect(cell).toMatch(/^https:\/\/www\.instagram\.com\/[^/]+\/$/);
    for (const cell of columnOf(done.sheet, 'Found at')) expect(cell).toBeInstanceOf(Date);
    expect(new Set(columnOf(done.sheet, 'Found by'))).toEqual(
      new Set(['instagram: country=Germany; followerMin=10000']),
    );
    const pictures = sheet
      .formulas('A2:A41')
      .flat()
      .filter((formula) => formula !== '');
    expect(pictures.length).toBeGreaterThan(30);
    for (const formula of pictures) expect(formula).toMatch(/^=IMAGE\("https:\/\/[^"\s]+"\)$/);
    const [headers = []] = sheet.values('A1:O1');
    expect([...headers.slice(0, 2), ...headers.slice(-2)]).toEqual(['Picture', 'Handle', 'Found by', 'influData id']);
    const { rowProperties, columnProperties } = sheet.data;
    expect(rowProperties.slice(1, 41).map((row) => row?.pixels)).toEqual(Array(40).fill(40));
    expect(columnProperties.filter((column) => (column?.pixels ?? 0) > 0).length).toBe(15);
    expect(sheet.displays('E2')[0]?.[0]).toMatch(/^\d+\.\d+%$/);
  });

  test('is named after its search, in whole words', async () => {
    const keywords = 'outdoor climbing, mountaineering, trail running and hiking';
    const { sheet } = await value(addon, 'startSearch', form({ filters: { keywords, country: 'Germany' } }));
    expect(sheet).toBe('Instagram outdoor climbing, mountaineering, trail running');
  });

  test('is found again weeks later, renamed, for its next pages; other sheets are none', async () => {
    const done = await written({ filters: { country: 'Germany' }, to: 2 });
    const sheet = addon.emulator.spreadsheet.sheet(done.sheet);
    sheet.rename('My shortlist');
    addon.emulator.clock.advance(30 * DAY_MS);
    addon.forgetCache();
    const kept = await value(addon, 'resultSheet', {});
    expect(kept).toMatchObject({
      name: 'My shortlist',
      platform: 'instagram',
      filters: { country: 'Germany' },
      lastPage: 2,
    });
    const next = await written({ filters: { country: 'Germany' }, from: 3, to: 4, sheetId: kept?.id ?? null });
    expect(next).toMatchObject({ state: 'done', sheet: 'My shortlist', written: 40 });
    expect(new Set(idsIn('My shortlist')).size).toBe(80);
    expect((await value(addon, 'resultSheet', {}))?.lastPage).toBe(4);
    addon.emulator.spreadsheet.sheet('Sheet1').activate();
    expect(await value(addon, 'resultSheet', {})).toBeNull();
  });

  test('with moved, renamed and added columns gets each value under its header, and nothing else changes', async () => {
    const done = await written({ to: 1 });
    const sheet = addon.emulator.spreadsheet.sheet(done.sheet);
    const before = cells(done.sheet);
    // A column of the user in front, and one of ours taken out.
    sheet.insertColumns(1, 1);
    sheet.set('A1', 'My note');
    sheet.set('A2', 'call her');
    sheet.set('C1', 'Who');
    const kept = await value(addon, 'resultSheet', {});
    await written({ from: 2, to: 2, sheetId: kept?.id ?? null });
    expect(columnOf(done.sheet, 'My note')).toEqual(['call her', ...Array(39).fill('')]);
    expect(columnOf(done.sheet, 'Who').slice(20)).toEqual(Array(20).fill(''));
    expect(new Set(idsIn(done.sheet)).size).toBe(40);
    expect(
      cells(done.sheet)
        .slice(1, 21)
        .map((row) => row.slice(1)),
    ).toEqual(before.slice(1, 21));
    for (const handle of columnOf(done.sheet, 'Handle')) expect(handle).not.toBe('');
  });

  test('creators of another result sheet are skipped, or written and marked', async () => {
    const first = await written({ filters: { country: 'Germany' }, to: 2 });
    expect(await written({ filters: { country: 'Germany' }, to: 3 })).toMatchObject({ written: 20, skipped: 40 });
    const marked = await written({ filters: { country: 'Germany' }, to: 2, known: 'mark' });
    expect(marked).toMatchObject({ written: 40, skipped: 0 });
    expect(new Set(columnOf(marked.sheet, 'Already in'))).toEqual(new Set([first.sheet]));
  });

  test('picks alone are written, and cost nothing more', async () => {
    const found = await value(addon, 'search', { platform: 'instagram', filters: {}, again: false });
    const picks = [found.creators[3]?.id ?? '', found.creators[7]?.id ?? ''];
    const done = await written({ to: 1, picks });
    expect(idsIn(done.sheet)).toEqual(picks);
    expect(done).toMatchObject({ written: 2, skipped: 0 });
    expect(addon.charged()).toBe(1);
  });

  test('deleted while the run works: it ends with a sentence and buys nothing more', async () => {
    await searched();
    const run = await value(addon, 'startSearch', form({ to: 80 }));
    await value(addon, 'stepRun', { id: run.id, resume: false, cap: null });
    addon.emulator.spreadsheet.sheet(run.sheet).delete();
    const ended = await value(addon, 'stepRun', { id: run.id, resume: false, cap: null });
    expect(ended).toMatchObject({ state: 'done' });
    expect(ended.message).toMatch(/was deleted/);
    expect(addon.charged()).toBe(50);
  });

  test('without its id column it is not written to: double rows could not be seen', async () => {
    const done = await written({ to: 1 });
    const headers = cells(done.sheet)[0] ?? [];
    const letter = String.fromCharCode(65 + headers.indexOf('influData id'));
    const own = addon.emulator.spreadsheet.sheet(done.sheet);
    own.set(`${letter}1`, 'x');
    const next = form({ from: 2, to: 2, sheetId: own.id });
    expect(await refusal(addon, 'startSearch', next)).toMatch(/no longer has a column "influData id"/);
    own.set(`${letter}1`, 'influData id');
    const run = await value(addon, 'startSearch', next);
    own.set(`${letter}1`, 'x');
    expect(await refusal(addon, 'stepRun', { id: run.id, resume: false, cap: null })).toMatch(
      /no longer has a column "influData id"/,
    );
    own.set(`${letter}1`, 'influData id');
    expect(await driven(run, { resume: true })).toMatchObject({ state: 'done', written: 20 });
    expect(addon.charged()).toBe(2);
  });

  test('texts of strangers are texts, in every column', async () => {
    await addon.close();
    addon = await createAddon({ standin: { creators: 300 } });
    for (const platform of ['instagram', 'tiktok', 'youtube'] as const) {
      const done = await written({ platform, to: 100, pictures: true });
      const rows = new Map(columnOf(done.sheet, 'Handle').map((handle, row) => [handle, row]));
      const hostile = Object.values(SPECIAL).filter((each) => each.platform === platform && each.displayName);
      expect(hostile.length).toBeGreaterThan(0);
      for (const { username, displayName } of hostile) {
        const row = rows.get(username);
        if (row !== undefined) expect(columnOf(done.sheet, 'Name')[row]).toBe(displayName);
      }
      const sheet = addon.emulator.spreadsheet.sheet(done.sheet);
      const formulas = sheet.formulas(`A1:N${sheet.lastRow}`).flat();
      expect(formulas.filter((formula) => formula !== '' && !/^=IMAGE\("https:\/\/[^"\s]+"\)$/.test(formula))).toEqual(
        [],
      );
    }
  });
});

describe('a sheet with a person’s own columns', () => {
  test('checkboxes down to row 1000: further rows go below ours, and no box changes', async () => {
    await searched();
    const { sheet } = await written({ to: 1 });
    const own = addon.emulator.spreadsheet.sheet(sheet);
    const column = own.lastColumn + 1;
    own.insertColumns(column, 1);
    const letter = String.fromCharCode(64 + column);
    own.set(`${letter}1`, [['seen'], ...Array.from({ length: 999 }, (_, at) => [at % 2 === 0])]);
    await written({ sheetId: own.id, from: 2, to: 3 });
    expect(idsIn(sheet).slice(0, 60)).not.toContain('');
    expect(new Set(idsIn(sheet).filter((id) => id !== '')).size).toBe(60);
    expect(own.lastRow).toBe(1000);
    expect(columnOf(sheet, 'seen').map((seen, at) => seen === (at % 2 === 0))).not.toContain(false);
  });

  test('a handle that a person has put below ours is not written over', async () => {
    await searched();
    const { sheet } = await written({ to: 1 });
    const own = addon.emulator.spreadsheet.sheet(sheet);
    own.set('A23', 'mine');
    await written({ sheetId: own.id, from: 2, to: 2 });
    expect(columnOf(sheet, 'Handle')[21]).toBe('mine');
    expect(idsIn(sheet).slice(22, 42)).not.toContain('');
  });
});

test('however many result sheets there are, a step reads the newest of them', async () => {
  await searched();
  const first = await written({ to: 1 });
  const { spreadsheet, counts } = addon.emulator;
  const { metadata } = spreadsheet;
  const memo = metadata().find(({ key }) => key === 'influData');
  for (let each = 0; each < 60; each++) {
    const old = spreadsheet.insertSheet(`old ${each}`);
    const { id } = old;
    old.set('A1', [['influData id'], [`id ${each}`]]);
    if (memo)
      spreadsheet.book.metadata.push({
        ...memo,
        id: 10_000 + each,
        sheetId: id,
        value: memo.value.replace(/"writtenAtMs":\d+/, `"writtenAtMs":${each}`),
      });
  }
  counts.reset();
  const run = await written({ from: 1, to: 2 });
  // Those of the newest sheet are known, the others' are not looked at.
  expect(run).toMatchObject({ state: 'done', written: 20, skipped: 20 });
  expect(counts.of('SpreadsheetApp', 'Range.getValues')).toBeLessThan(60);
  expect(spreadsheet.sheet(first.sheet).data.columnProperties[0]?.pixels).toBe(170);
});

test('a page that failed at influData is no end of the search: the run says so, and resumed it has that page too', async () => {
  await searched();
  const body = { text: '{"users":[],"count":0,"dataSuccess":false}' };
  addon.standin.faults.add({ endpoint: 'discovery', nth: 1, body });
  const run = await written({ to: 3 });
  expect(run).toMatchObject({ state: 'stopped', written: 40 });
  expect(run.message).toMatch(/couldn't finish this search and may have charged 1 request/);
  expect(await driven(run, { resume: true })).toMatchObject({ state: 'done', written: 60 });
  expect(new Set(idsIn(run.sheet)).size).toBe(60);
});

test('an answer that does not say how many match is no end of the search', async () => {
  await addon.close();
  addon = await createAddon({ standin: { creators: 2000 } });
  addon.spoil = (body, url) => (url.includes('discovery') ? { ...body, count: undefined } : body);
  await searched();
  expect(await written({ to: 4 })).toMatchObject({ state: 'done', pages: 4, donePages: 4, written: 80, used: 3 });
});

describe('money', () => {
  test('the cap of the run holds, and can be raised for this run alone', async () => {
    addon.setSettings({ maxRequestsPerRun: 10 });
    const stopped = await written({ to: 30 });
    expect(stopped).toMatchObject({ state: 'stopped', used: 10, written: 200 });
    expect(stopped.message).toMatch(/its cap of 10 requests/);
    expect(addon.charged()).toBe(10);
    const raised = await written({ from: 11, to: 30, cap: 20 });
    expect(raised).toMatchObject({ state: 'done', used: 20 });
  });

  test('a run at its cap stays there when it is resumed, and goes on under a larger one', async () => {
    const stopped = await written({ to: 12, cap: 4 });
    expect(stopped).toMatchObject({ state: 'stopped', cap: 4, written: 80 });
    expect(await driven(stopped, { resume: true })).toMatchObject({ state: 'stopped', cap: 4, written: 80 });
    expect(await driven(stopped, { resume: true, cap: 7 })).toMatchObject({ state: 'stopped', cap: 7, used: 7 });
    expect(await driven(stopped, { resume: true, cap: 20 })).toMatchObject({
      state: 'done',
      written: 240,
      used: 12,
    });
    expect(addon.charged()).toBe(12);
  });

  test.each([
    ['the cap of the day', () => addon.setSettings({ maxRequestsPerDay: 7 }), /today's cap of 7 requests/, 7],
    ['the balance', () => addon.standin.keys.setBalance(addon.property('INFLUDATA_API_KEY') ?? '', 7), /balance/, 7],
    ['a pause', () => addon.setSettings({ paused: true }), /paused/i, 0],
  ])('%s stops it with the reason; what was paid for is written; it goes on later', async (_, limit, says, paid) => {
    limit();
    const run = await value(addon, 'startSearch', form({ to: 12 }));
    const stopped = await driven(run);
    expect(stopped.state).toBe('stopped');
    expect(stopped.message).toMatch(says);
    expect(addon.charged()).toBe(paid);
    expect(stopped.written).toBe(paid * 20);
    addon.setSettings({});
    addon.standin.keys.setBalance(addon.property('INFLUDATA_API_KEY') ?? '', 1000);
    addon.emulator.clock.advance(15 * MINUTE_MS);
    expect(await driven(run, { resume: true })).toMatchObject({ state: 'done', written: 240 });
    expect(addon.charged()).toBe(12);
  });
});

describe('two at once', () => {
  test('the second is told, and no row is written twice', async () => {
    await searched();
    const run = await value(addon, 'startSearch', form({ to: 20 }));
    const [one, other] = await Promise.all([
      reply(addon, 'stepRun', { id: run.id, resume: false, cap: null }),
      reply(addon, 'stepRun', { id: run.id, resume: true, cap: null }),
    ]);
    const replies = [one, other];
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    const told = replies.find(({ ok }) => !ok);
    expect(told && !told.ok && told.message).toMatch(/has been under way since \d\d:\d\d/);
    const ids = idsIn(run.sheet);
    expect(new Set(ids).size).toBe(ids.length);
    expect(addon.charged()).toBe(20);
  });

  test('a stop before the first wave of a step holds, and nothing is sent', async () => {
    await searched();
    const run = await value(addon, 'startSearch', form({ to: 100 }));
    const [, stopped] = await Promise.all([
      value(addon, 'stepRun', { id: run.id, resume: false, cap: null }),
      value(addon, 'pauseRun', { id: run.id }),
    ]);
    expect(stopped.state).toBe('stopped');
    const paused = { id: run.id, state: 'stopped', donePages: 1, used: 0, unconfirmed: 0 };
    expect((await value(addon, 'open', {})).runs.search).toMatchObject(paused);
    expect(addon.charged()).toBe(1);
    expect(await driven(run, { resume: true })).toMatchObject({ state: 'done', donePages: 100, used: 99 });
  });

  test.each([
    ['the part that all runs share', 'cap'],
    ['the part of a search', 'next'],
  ])(
    'a saved run of which %s cannot be read is named where another would begin, and can be ended',
    async (_, field) => {
      await written({ to: 1 });
      const sheetId = (await value(addon, 'resultSheet', {}))?.id ?? null;
      const { id } = await value(addon, 'startSearch', form({ from: 2, to: 3, sheetId }));
      const { [field]: __, ...rest } = JSON.parse(addon.property(`run/${id}`) ?? '') as Record<string, unknown>;
      addon.setProperty(`run/${id}`, JSON.stringify(rest));
      const charged = addon.charged();
      expect(await refusal(addon, 'startSearch', form({ from: 2, to: 3, sheetId }))).toMatch(
        new RegExp(`We can't read a saved run on this sheet. Delete the document property run/${id}`),
      );
      await value(addon, 'endRun', { id });
      await value(addon, 'startSearch', form({ from: 2, to: 3, sheetId }));
      expect(addon.charged()).toBe(charged);
    },
  );

  test('a second run into the same sheet waits for the first: rows of both would be written over each other', async () => {
    const { sheet } = await written({ to: 1 });
    const sheetId = (await value(addon, 'resultSheet', {}))?.id ?? null;
    await value(addon, 'startSearch', form({ from: 2, to: 3, sheetId }));
    expect(await refusal(addon, 'startSearch', form({ from: 4, to: 5, sheetId }))).toMatch(
      /on this sheet is not finished/,
    );
    expect(cells(sheet)).toHaveLength(21);
  });

  test('a run that was discarded is gone, its sheet stays', async () => {
    const run = await value(addon, 'startSearch', form({ to: 2 }));
    await value(addon, 'endRun', { id: run.id });
    expect(await refusal(addon, 'stepRun', { id: run.id, resume: true, cap: null })).toMatch(/no longer exists/);
    expect((await value(addon, 'open', {})).runs.search).toBeUndefined();
    expect(cells(run.sheet)).toHaveLength(1);
  });
});
