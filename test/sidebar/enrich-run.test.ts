import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SPECIAL } from '../../dev/standin/notable';
import { createAddon, KEY, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { columnOf, driven, enriched, selected, started, step } from './enrich';
import { refusal, reply, value } from './page';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let addon: Addon;
let handles: string[];
beforeEach(async () => {
  addon = await createAddon({ container: 'addon', standin: { creators: 4000 } });
  handles = ordinaryHandles(addon.standin, 30);
  await addon.emulator.open();
});
afterEach(() => addon.close());

const sheet = (name = 'Sheet1') => addon.emulator.spreadsheet.sheet(name);
/** A header and a handle a row, all of it selected. */
function typed(names: readonly unknown[], header = 'username'): void {
  sheet().set('A1', [[header], ...names.map((name) => [name])]);
  sheet().select(`A1:A${names.length + 1}`);
}
const creator = (handle: string) => {
  const found = addon.standin.creators.find('instagram', handle);
  if (!found) throw new Error(`no creator ${handle}`);
  return found;
};
const followersOf = (handle: string): number | undefined => creator(handle).followers;
const status = (): unknown[] => columnOf(addon, 'influData status');

/** Beside each handle that has a value stands its own. */
function expectEachBesideItsOwn(header = 'username', sheetName = 'Sheet1'): void {
  const names = columnOf(addon, header, sheetName).map(String);
  columnOf(addon, 'Followers', sheetName).forEach((followers, row) => {
    if (followers !== '') expect([names[row], followers]).toEqual([names[row], followersOf(names[row] ?? '')]);
  });
}

const form = async () => {
  const { sheetId, keys } = await selected(addon);
  return {
    platform: 'instagram' as const,
    fields: ['followers'],
    which: 'all' as const,
    olderThanDays: 0,
    again: false,
    action: 'enrich' as const,
    mode: 'overwrite' as const,
    cap: null,
    sheetId,
    keys,
  };
};

/** Does something to the document right after a wave has left. */
function during(change: () => void, nth = 1): void {
  let seen = 0;
  addon.emulator.faults.intercept = ({ service, method, phase }) => {
    if (service !== 'UrlFetchApp' || method !== 'fetchAll' || phase !== 'after') return;
    seen += 1;
    if (seen === nth + 1) change();
  };
}

describe('what is selected is understood', () => {
  test('handles, @handles, URLs, ids, blanks, duplicates, junk; with the row numbers of what cannot be read', async () => {
    const [one = '', two = '', three = ''] = handles;
    typed([
      one,
      `@${two}`,
      `https://www.instagram.com/${three}/?hl=en`,
      '',
      one.toUpperCase(),
      'two words',
      'tiktok.com/@someone',
      'a;b',
    ]);
    const read = await selected(addon);
    expect(read).toMatchObject({
      sheet: 'Sheet1',
      header: 'username',
      area: 'A2:A9',
      rows: 7,
      blanks: 1,
      creators: 4,
      duplicates: 1,
      unreadableCount: 2,
      known: 0,
      requests: 4,
      hasRunBefore: false,
    });
    expect(read.unreadable.map(({ row }) => row)).toEqual([7, 9]);
    expect(read.platforms).toEqual([
      { platform: 'instagram', creators: 3 },
      { platform: 'tiktok', creators: 1 },
    ]);
    expect(addon.charged()).toBe(0);
    expect(addon.standin.charges.requests()).toEqual([]);
  });

  test('a whole column, several blocks, a header in the selection, above it, or none', async () => {
    typed(handles.slice(0, 6));
    sheet().select('A:A');
    expect(await selected(addon)).toMatchObject({ area: 'A2:A7', header: 'username', creators: 6 });
    sheet().select(['A2:A3', 'A5', 'A3:A4']);
    expect(await selected(addon)).toMatchObject({ area: 'A2:A5', header: 'username', creators: 4 });
    sheet().select(['A2:A3', 'A6:A7']);
    expect(await selected(addon)).toMatchObject({ area: 'A2:A3, A6:A7', creators: 4 });
    sheet().set('A1', handles[10]);
    sheet().select('A1:A7');
    expect(await selected(addon)).toMatchObject({ area: 'A1:A7', header: '', creators: 7 });
  });

  test('a column of platforms, inside the selection or beside it', async () => {
    const tiktok = ordinaryHandles(addon.standin, 2, 'tiktok');
    sheet().set('A1', [
      ['platform', 'handle'],
      ['Instagram', handles[0]],
      ['tiktok', tiktok[0]],
      ['', tiktok[1]],
    ]);
    for (const area of ['A1:B4', 'B2:B4']) {
      sheet().select(area);
      expect((await selected(addon, { platform: 'tiktok' })).platforms, area).toEqual([
        { platform: 'instagram', creators: 1 },
        { platform: 'tiktok', creators: 2 },
      ]);
      expect(await selected(addon, { platform: '' }), area).toMatchObject({ creators: 2, unreadableCount: 1 });
    }
  });

  test('nothing to read is refused with what to select', async () => {
    sheet().select('A1:A5');
    expect(
      await refusal(addon, 'readSelection', {
        platform: 'instagram',
        fields: [],
        which: 'all',
        olderThanDays: 0,
        again: false,
      }),
    ).toMatch(/Select handles/);
    typed(handles.slice(0, 3));
    sheet().select(['A1:A3', 'B1:B3']);
    expect(
      await refusal(addon, 'readSelection', {
        platform: 'instagram',
        fields: [],
        which: 'all',
        olderThanDays: 0,
        again: false,
      }),
    ).toMatch(/one column/);
  });

  test('the price: known creators are free, audience fields cost 20', async () => {
    typed(handles.slice(0, 5));
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', [[handles[0]], [handles[1]]]);
    expect(await selected(addon)).toMatchObject({ creators: 5, known: 2, requests: 3 });
    expect(await selected(addon, { again: true })).toMatchObject({ creators: 5, known: 0, requests: 5 });
    expect(await selected(addon, { fields: ['followers', 'audienceCountry'] })).toMatchObject({
      known: 0,
      requests: 100,
    });
    expect((await selected(addon)).paths.length).toBeGreaterThan(0);
  });
});

describe('a run', () => {
  test('ends with values, a status, a date and the creator in every row', async () => {
    typed([...handles.slice(0, 3), addon.standin.creators.nonexistent(3), 'two words', '', SPECIAL.private.username]);
    const done = await enriched(addon);
    expect(done).toMatchObject({ state: 'done', rows: 6, doneRows: 6, used: 4 });
    expect(status()).toEqual([
      'done',
      'done',
      'done',
      'not found',
      expect.stringMatching(/^unreadable: "two words" is not a handle/),
      '',
      'private',
    ]);
    expectEachBesideItsOwn();
    expect(columnOf(addon, 'Followers').slice(0, 3)).toEqual(handles.slice(0, 3).map(followersOf));
    for (const date of columnOf(addon, 'influData as of').slice(0, 3)) expect(date).toBeInstanceOf(Date);
    expect(addon.charged()).toBe(4);
  });

  test('afterwards formulas over the same creators cost nothing, also when the cache has forgotten, also paths', async () => {
    typed(handles.slice(0, 8));
    await enriched(addon);
    const paths = 'bio, pictureUrl, engagementMean';
    const whole = await addon.shown('INFLU_PROFILE', 'instagram', handles[0], paths);
    addon.forgetCache();
    addon.emulator.clock.advance(2 * DAY_MS);
    const names = handles.slice(0, 8).map((handle) => [handle]);
    expect(await addon.shown('INFLU_PROFILE', 'instagram', names, 'followers')).toEqual(
      names.map(([name = '']) => [followersOf(name)]),
    );
    expect(await addon.shown('INFLU_PROFILE', 'instagram', handles[0], paths)).toEqual(whole);
    expect(addon.charged()).toBe(8);
    // And a second run over them is free.
    sheet().select('A1:A9');
    expect(await selected(addon)).toMatchObject({ known: 8, requests: 0 });
    expect(addon.emulator.spreadsheet.sheet('influData data').data.hidden).toBe(true);
  });

  test('creators that are queued cost nothing, and are asked for again when they are looked at', async () => {
    const unknown = addon.standin.creators.unlisted(3);
    typed([handles[0], unknown]);
    expect(await enriched(addon)).toMatchObject({ used: 1, counts: { done: 1, queued: 1 } });
    expect(status()).toEqual(['done', 'queued']);
    addon.emulator.clock.advance(3 * DAY_MS);
    const again = await enriched(addon, { which: 'queued', mode: 'overwrite' });
    expect(again).toMatchObject({ rows: 1 });
    expect(status()[0]).toBe('done');
  });

  test('numbers are numbers, dates are dates, ids and texts of strangers are texts', async () => {
    const special = Object.values(SPECIAL)
      .filter(({ platform }) => platform === 'instagram')
      .map(({ username }) => username);
    typed(special);
    await enriched(addon, { fields: ['id', 'displayName', 'bio', 'followers', 'lastRefreshDate', 'verified'] });
    const row = (name: string): number => special.indexOf(name);
    expect(columnOf(addon, 'Bio')[row(SPECIAL.formulaBio.username)]).toBe(SPECIAL.formulaBio.bio);
    expect(columnOf(addon, 'Name')[row(SPECIAL.numberName.username)]).toBe('007');
    for (const id of columnOf(addon, 'influData id')) expect(typeof id).toBe('string');
    for (const date of columnOf(addon, 'Data of')) expect(date === '' || date instanceof Date).toBe(true);
    expect(
      sheet()
        .formulas(`A1:J${special.length + 1}`)
        .flat()
        .filter((formula) => formula !== ''),
    ).toEqual([]);
  });

  test('one creator in many rows is paid once', async () => {
    typed(Array.from({ length: 12 }, (_, index) => handles[index % 3]));
    expect(await enriched(addon)).toMatchObject({ doneRows: 12, used: 3 });
    expectEachBesideItsOwn();
    expect(addon.charged()).toBe(3);
  });
});

describe('write modes', () => {
  test('fill leaves what is there, values and formulas; overwrite replaces values and leaves formulas', async () => {
    typed(handles.slice(0, 4));
    sheet().set('B1', 'Followers');
    sheet().set('B2', 123);
    sheet().set('B3', '=1+1');
    sheet().note('B2', 'asked by phone');
    await enriched(addon, { mode: 'fill', fields: ['followers'] });
    expect(sheet().values('B2:B5').flat()).toEqual([
      123,
      2,
      followersOf(handles[2] ?? ''),
      followersOf(handles[3] ?? ''),
    ]);
    await enriched(addon, { mode: 'overwrite', fields: ['followers'] });
    expect(sheet().values('B2:B5').flat()).toEqual([
      followersOf(handles[0] ?? ''),
      2,
      followersOf(handles[2] ?? ''),
      followersOf(handles[3] ?? ''),
    ]);
    expect(sheet().formulas('B3')).toEqual([['=1+1']]);
    expect(sheet().notes('B2')).toEqual([['asked by phone']]);
    expect(addon.charged()).toBe(4);
    expect(columnOf(addon, 'influData status')).toHaveLength(4);
  });

  test('a good value is never replaced by an error: it stays with its date', async () => {
    typed(handles.slice(0, 2));
    await enriched(addon);
    const before = sheet().values('A2:D3');
    const dates = columnOf(addon, 'influData as of');
    addon.standin.faults.add({ endpoint: 'getUserData', creator: handles[0] ?? '', status: 404 });
    addon.standin.faults.add({ endpoint: 'getUserData', creator: handles[1] ?? '', status: 400 });
    addon.emulator.clock.advance(DAY_MS);
    const again = await enriched(addon, { mode: 'overwrite', again: true });
    expect(again.state).toBe('done');
    expect(status()).toEqual(['not found', expect.stringMatching(/^failed: /)]);
    expect(sheet().values('A2:D3')).toEqual(before);
    expect(columnOf(addon, 'influData as of')).toEqual(dates);
  });

  test('retry failed only, and rows older than some days', async () => {
    typed(handles.slice(0, 3));
    const fault = addon.standin.faults.add({ endpoint: 'getUserData', creator: handles[1] ?? '', status: 400 });
    await enriched(addon);
    fault.remove();
    expect(await enriched(addon, { which: 'failed', mode: 'overwrite' })).toMatchObject({
      rows: 1,
      counts: { done: 1 },
    });
    expect(status()).toEqual(['done', 'done', 'done']);
    expect(addon.charged()).toBe(3);
    addon.emulator.clock.advance(20 * DAY_MS);
    expect(await enriched(addon, { which: 'old', olderThanDays: 14, mode: 'overwrite', again: true })).toMatchObject({
      rows: 3,
      used: 3,
    });
    expect(await refusal(addon, 'startEnrich', { ...(await form()), which: 'old', olderThanDays: 14 })).toMatch(
      /nothing to do/,
    );
  });

  test('a protected column is reported before anything is written', async () => {
    typed(handles.slice(0, 2));
    sheet().set('B1', 'Followers');
    sheet().protect('B:B');
    const before = sheet().values();
    const { sheetId, keys } = await selected(addon);
    const served = await addon.emulator.serve(
      'influSidebar',
      [
        'startEnrich',
        {
          platform: 'instagram',
          fields: ['followers'],
          which: 'all',
          olderThanDays: 0,
          again: false,
          action: 'enrich',
          mode: 'overwrite',
          cap: null,
          sheetId,
          keys,
        },
      ],
      { user: 'colleague@example.com' },
    );
    expect(served.ok && (served.value as { ok: boolean; message: string })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/"Followers" is protected/) as string,
    });
    expect(sheet().values()).toEqual(before);
  });
});

describe('while people work in the sheet', () => {
  test.each([
    ['sorting', () => sheet().sort('A2:Z31', [{ column: 'A', ascending: false }])],
    ['inserting rows', () => sheet().insertRows(3, 4)],
    ['deleting rows', () => sheet().deleteRows(5, 3)],
    ['inserting a column in front', () => sheet().insertColumns(1, 2)],
    ['inserting a column between ours', () => sheet().insertColumns(3, 1)],
    ['moving a column of ours', () => sheet().moveColumn('C', 'A')],
    ['renaming the sheet', () => sheet().rename('Sheet1')],
    ['adding a row of one’s own', () => sheet().set('A40', 'a note of mine')],
  ])('%s: every value stands beside its own handle', async (_, change) => {
    typed(handles);
    const run = await started(addon);
    during(change);
    const done = await driven(addon, run);
    expect(done.state).toBe('done');
    expectEachBesideItsOwn();
    const names = columnOf(addon, 'username');
    const states = status();
    for (const handle of handles) {
      const row = names.indexOf(handle);
      if (row >= 0) expect([handle, states[row]]).toEqual([handle, 'done']);
    }
    expect(addon.charged()).toBeLessThanOrEqual(handles.length);
  });

  test('an edited handle gets the values of the new one, before and after its row was done', async () => {
    typed(handles.slice(0, 20));
    const [other = '', another = ''] = handles.slice(25);
    const run = await started(addon);
    during(() => sheet().set('A4', other));
    await step(addon, run);
    sheet().set('A9', another);
    expect(await driven(addon, run)).toMatchObject({ state: 'done' });
    expectEachBesideItsOwn();
    expect(columnOf(addon, 'Followers')[2]).toBe(followersOf(other));
    expect(columnOf(addon, 'Followers')[7]).toBe(followersOf(another));
  });

  test('a handle edited after an earlier run is told, and bought by no run that it is not selected for', async () => {
    typed(handles.slice(0, 6));
    await enriched(addon);
    sheet().set('A4', handles[20]);
    sheet().set('A8', handles[21]);
    sheet().select('A8');
    await enriched(addon, { mode: 'overwrite' });
    expect(status()[2]).toBe(`handle edited since: values are of instagram/${handles[2]}`);
    expect(addon.charged()).toBe(7);
  });

  test('nothing outside the columns of the run changes', async () => {
    typed(handles);
    sheet().set('B1', [['note'], ...handles.map((_, index) => [index % 2 ? `=ROW()` : `mine ${index}`])]);
    await addon.emulator.recalculate({ all: true });
    const before = sheet()
      .formulas('A1:B31')
      .map((row, index) => [...row, ...(sheet().values('A1:B31')[index] ?? [])]);
    await enriched(addon);
    expect(
      sheet()
        .formulas('A1:B31')
        .map((row, index) => [...row, ...(sheet().values('A1:B31')[index] ?? [])]),
    ).toEqual(before);
  });

  test('deleting the sheet ends the run with a sentence, deleting the status column stops it', async () => {
    addon.emulator.spreadsheet.insertSheet('Other');
    typed(handles);
    const run = await started(addon);
    const letter = 'E';
    sheet().deleteColumns(letter, 1);
    expect(await refusal(addon, 'stepRun', { id: run.id, resume: false, cap: null })).toMatch(
      /column "influData status".*was deleted/,
    );
    sheet().delete();
    expect(await step(addon, run, true)).toMatchObject({
      state: 'done',
      message: expect.stringMatching(/was deleted/) as string,
    });
    expect(addon.charged()).toBe(0);
  });
});

describe('money', () => {
  test('the cap of the run holds, and can be raised for this run right there', async () => {
    typed(handles.slice(0, 12));
    const stopped = await enriched(addon, { cap: 5 });
    expect(stopped).toMatchObject({ state: 'stopped', used: 5, doneRows: 5 });
    expect(stopped.message).toMatch(/its cap of 5 requests/);
    expect(addon.charged()).toBe(5);
    expect(await driven(addon, stopped, { resume: true, cap: 20 })).toMatchObject({ state: 'done', doneRows: 12 });
    expect(addon.charged()).toBe(12);
  });

  test('discarded: rows that were not run say so', async () => {
    typed(handles.slice(0, 6));
    const stopped = await enriched(addon, { cap: 2 });
    await value(addon, 'endRun', { id: stopped.id });
    expect(status().filter((text) => text === 'not run: budget')).toHaveLength(4);
    expect((await value(addon, 'open', {})).runs.enrich).toBeUndefined();
  });

  test.each([
    [
      'the key is refused',
      () => addon.standin.faults.add({ endpoint: 'getUserData', status: 401 }),
      /refused the API key/,
    ],
    [
      'the month is used up',
      () => addon.standin.faults.add({ endpoint: 'getUserData', status: 429, resetDate: '2026-12-01T00:00:00Z' }),
      /used up until 1 Dec/,
    ],
    [
      'the API is down',
      () => addon.standin.faults.add({ endpoint: 'getUserData', status: 503 }),
      /problem at the moment/,
    ],
    [
      "Google's quota of the day is used up",
      () =>
        void (addon.emulator.faults.intercept = ({ service, phase }) =>
          service === 'UrlFetchApp' && phase === 'before'
            ? { throw: 'Service invoked too many times for one day: urlfetch.' }
            : undefined),
      /daily limit of web calls/,
    ],
  ])('%s: it stops with the reason, no row is spoilt, and it goes on later', async (_, trouble, says) => {
    typed(handles.slice(0, 10));
    trouble();
    const run = await started(addon);
    const stopped = await driven(addon, run);
    expect(stopped.state).toBe('stopped');
    expect(stopped.message).toMatch(says);
    expect(new Set(status())).toEqual(new Set(['waiting']));
    expect(addon.charged()).toBe(0);
    addon.standin.faults.clear();
    delete addon.emulator.faults.intercept;
    addon.emulator.clock.advance(10 * DAY_MS);
    expect(await driven(addon, run, { resume: true })).toMatchObject({ state: 'done', counts: { done: 10 } });
  });

  test('audience fields ask the free status first: what has no report, or is pending, is not bought', async () => {
    typed([handles[0], SPECIAL.noAudience.username, SPECIAL.pendingAudience.username]);
    const done = await enriched(addon, { fields: ['followers', 'audienceCountry', 'audienceCountryShare'] });
    expect(done.state).toBe('done');
    expect(status()[0]).toBe('done');
    expect(columnOf(addon, 'Audience country')[0]).not.toBe('');
    const share = Number(columnOf(addon, 'Audience country share')[0]);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThanOrEqual(1);
    expect(status()[1]).toBe('no audience data');
    expect(columnOf(addon, 'Followers')[1]).not.toBe('');
    expect(addon.charged()).toBeLessThanOrEqual(22);
  });
});

describe('two people', () => {
  test('the second is told who runs since when; a step that is under way is not doubled', async () => {
    typed(handles.slice(0, 10));
    const run = await started(addon);
    const { sheetId, keys } = await selected(addon);
    const again = {
      platform: 'instagram' as const,
      fields: ['followers'],
      which: 'all' as const,
      olderThanDays: 0,
      again: false,
      action: 'enrich' as const,
      mode: 'new' as const,
      cap: null,
      sheetId,
      keys,
    };
    expect(await refusal(addon, 'startEnrich', again)).toMatch(
      /is not finished: you started it at 2026-11-23 08:00 UTC/,
    );
    const served = await addon.emulator.serve('influSidebar', ['startEnrich', again], {
      user: 'colleague@example.com',
    });
    expect(served.ok && (served.value as { message: string }).message).toMatch(/somebody else started it/);
    const both = await Promise.all([
      reply(addon, 'stepRun', { id: run.id, resume: false, cap: null }),
      reply(addon, 'stepRun', { id: run.id, resume: true, cap: null }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(addon.charged()).toBe(10);
  });
});

test('somebody else can take a run over only when it has stood still', async () => {
  typed(handles.slice(0, 6));
  addon.setProperty('INFLUDATA_SETTINGS', JSON.stringify({ keyKind: 'trial' }));
  const run = await started(addon, { fields: ['followers'] });
  const colleague = async () => {
    const served = await addon.emulator.serve('influSidebar', ['stepRun', { id: run.id, resume: true, cap: null }], {
      user: 'colleague@example.com',
    });
    return served.ok ? (served.value as { ok: boolean; message?: string; value?: { state: string } }) : undefined;
  };
  expect(await colleague()).toMatchObject({
    ok: false,
    message: expect.stringMatching(/Somebody else has been running this since 2026-11-23 08:00 UTC/) as string,
  });
  expect(addon.charged()).toBe(0);
  addon.emulator.clock.advance(3 * MINUTE_MS);
  expect(await colleague()).toMatchObject({ ok: true });
  // Now it is theirs, and the first is told.
  expect(await refusal(addon, 'stepRun', { id: run.id, resume: true, cap: null })).toMatch(
    /Somebody else has been running/,
  );
});

describe('what the spreadsheet refuses', () => {
  test.each([
    [
      'ten million cells',
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
    ['too many calls', 'Service invoked too many times in a short time: spreadsheets.'],
  ])('%s: the run stops with the reason, nothing is paid twice, and it goes on', async (_, text) => {
    typed(handles.slice(0, 5));
    const run = await started(addon);
    addon.emulator.faults.intercept = ({ service, method, phase }) =>
      service === 'SpreadsheetApp' && method === 'Range.setValues' && phase === 'before' ? { throw: text } : undefined;
    expect(await refusal(addon, 'stepRun', { id: run.id, resume: false, cap: null })).toContain(text);
    delete addon.emulator.faults.intercept;
    expect((await value(addon, 'open', {})).runs.enrich).toMatchObject({ state: 'stopped' });
    expect(await driven(addon, run, { resume: true })).toMatchObject({ state: 'done', counts: { done: 5 } });
    expect(addon.charged()).toBe(5);
  });

  test('a typed column that does not take our values: reported, and no row is half written', async () => {
    typed(handles.slice(0, 4));
    sheet().set('B1', 'Country');
    sheet().table('A1:B5', ['none', 'number']);
    const run = await started(addon, { fields: ['country'], mode: 'overwrite' });
    expect(await refusal(addon, 'stepRun', { id: run.id, resume: false, cap: null })).toMatch(
      /couldn't write to this spreadsheet/,
    );
    expect(columnOf(addon, 'Country')).toEqual(['', '', '', '']);
    expect(new Set(status())).toEqual(new Set(['waiting']));
  });
});

describe('queue and weekly refresh, free', () => {
  test('unknown creators are queued 100 a call; failures are their own rows’', async () => {
    const absent = addon.standin.creators.unlisted(1);
    typed([...handles, absent, 'id:507f1f77bcf86cd799439011']);
    const done = await enriched(addon, { action: 'queue' });
    expect(done).toMatchObject({ state: 'done', used: 0 });
    expect(addon.charged()).toBe(0);
    expect(addon.standin.charges.requests('bulkAddToEnrich')).toHaveLength(1);
    expect(status()[0]).toBe('in the database, refresh queued');
    expect(status()[handles.length]).toBe('queued');
    expect(status()[handles.length + 1]).toMatch(/^failed: /);
  });

  test('a trial key queues 10 a call and has no weekly refresh', async () => {
    addon.setSettings({ keyKind: 'trial' });
    typed(handles.slice(0, 25));
    expect(await enriched(addon, { action: 'weekly' })).toMatchObject({
      state: 'stopped',
      message: expect.stringMatching(/Trial keys don't have the weekly refresh/) as string,
    });
    await value(addon, 'endRun', { id: (await value(addon, 'open', {})).runs.enrich?.id ?? '' });
    expect(await enriched(addon, { action: 'queue' })).toMatchObject({ state: 'done' });
    expect(addon.standin.charges.requests('bulkAddToEnrich')).toHaveLength(3);
  });

  test('the weekly refresh takes creators of the database', async () => {
    typed([handles[0], addon.standin.creators.unlisted(2)]);
    await enriched(addon, { action: 'weekly' });
    expect(status()).toEqual(['weekly refresh', expect.stringMatching(/not in the database yet/)]);
  });
});

test('an audience report that a formula bought outlives the cache once the sidebar was opened', async () => {
  addon.setSettings({ audienceInFormulas: true });
  const report = await addon.shown('INFLU_AUDIENCE', 'instagram', handles[0], 'countries');
  expect(addon.charged()).toBe(20);
  await value(addon, 'open', {});
  addon.forgetCache();
  addon.emulator.clock.advance(20 * DAY_MS);
  expect(await addon.shown('INFLU_AUDIENCE', 'instagram', handles[0], 'countries')).toEqual(report);
  expect(addon.charged()).toBe(20);
});

test('the key is nowhere in the sheets', async () => {
  typed(handles.slice(0, 3));
  await enriched(addon);
  for (const name of addon.emulator.spreadsheet.sheetNames())
    expect(JSON.stringify(addon.emulator.spreadsheet.sheet(name).values())).not.toContain(KEY);
});
