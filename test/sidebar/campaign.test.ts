import { afterEach, expect, test } from 'vitest';
import { columnLetters } from '../../src/core/text';
import type { Post } from '../../dev/standin/post';
import { createAddon, type Addon } from '../setup/addon';
import type { CampaignCalls } from '../../src/sidebar/campaign-calls';
import type { ContentView } from '../../src/sidebar/content-calls';
import { roundPlayed, TRACKER_HEADER_ROW as HEADER_ROW } from './campaign-play';
import { idsIn, pulled } from './content';
import { filesWithTriggers, log, night } from './nights';
import { drivenRun, refusal, reply, value } from './page';
import { asUser, EDITOR } from './traces';

let addon: Addon;
const opened = async (locale = 'en_US'): Promise<void> => {
  addon = await createAddon({ container: 'addon', locale, standin: { creators: 300 } });
  await addon.emulator.open();
};
afterEach(() => addon.close());

const DAY_MS = 86_400_000;
const HANDLES = ['adidas', 'nike', 'cristiano'];
type CampaignForm = CampaignCalls['makeCampaign']['gives']['form'];
const FORM: CampaignForm = {
  platform: '',
  choice: { status: 'agreed' },
  types: ['reel', 'story'],
  dueDay: '2026-11-19',
  fromDay: '2026-11-01',
  hashtags: '#summer',
  mentions: '@brand',
  needsDisclosure: true,
};

const sheet = (name: string) => addon.emulator.spreadsheet.sheet(name);
const person = (handle: string) => {
  const found = addon.standin.creators.find('instagram', handle);
  if (!found) throw new Error(`no ${handle}`);
  return found;
};
/** A post of that day, at noon. */
const post = (handle: string, day: number, caption: string, change: Partial<Post> = {}): Post =>
  addon.standin.posts.add(person(handle), {
    uploadedMs: Date.parse('2026-11-01T12:00:00Z') + (day - 1) * DAY_MS,
    caption,
    hashtags: [],
    mentions: [],
    contentType: 'reel',
    reach: 100_000,
    likes: 900,
    comments: 100,
    ...change,
  });

/** Three creators who agreed and one who didn't, without any post but those of the test. */
function list(): number {
  for (const handle of HANDLES)
    for (const { contentId } of addon.standin.posts.of(person(handle))) addon.standin.posts.remove(contentId);
  const table = sheet('Sheet1');
  table.set('A1', [
    ['Creator', 'Platform', 'Status', 'Fee'],
    ...HANDLES.map((handle, at) => [handle, 'Instagram', 'agreed', [1000, 600, ''][at]]),
    ['leomessi', 'Instagram', 'declined', 9000],
  ] as never);
  table.activate();
  return table.data.id;
}

interface Made {
  sheetId: number;
  name: string;
}
async function made(change: Partial<CampaignForm> = {}): Promise<Made> {
  const { sheetId, sheet: name } = await value(addon, 'makeCampaign', {
    sheetId: list(),
    form: { ...FORM, ...change },
  });
  return { sheetId, name };
}

/** A round, then the posts are found. */
async function fetched({ sheetId }: Made, change: { cap?: number; max?: number; refresh?: boolean } = {}) {
  const runs = await roundPlayed(addon, { sheetId, cap: 100, max: 50, refresh: false, runCap: 50, ...change });
  const update = await value(addon, 'updateCampaign', { sheetId });
  await addon.emulator.recalculate();
  return { runs, update };
}

/** A row of the tracker by its headers. */
function rowOf({ name }: Made, row: number): Record<string, unknown> {
  const rows = sheet(name).values();
  const headers = rows[HEADER_ROW - 1] ?? [];
  return Object.fromEntries(headers.map((header, at) => [String(header), rows[HEADER_ROW - 1 + row]?.[at]]));
}
const states = (tracker: Made, rows = 6): unknown[] =>
  Array.from({ length: rows }, (_, at) => rowOf(tracker, at + 1)['State']);
function put(tracker: Made, header: string, row: number, content: unknown): void {
  const column = (sheet(tracker.name).values()[HEADER_ROW - 1] ?? []).indexOf(header);
  sheet(tracker.name).set(`${String.fromCharCode(65 + column)}${HEADER_ROW + row}`, content as never);
}
const figure = ({ name }: Made, label: string): unknown => {
  const rows = sheet(name).values();
  return rows[3]?.[(rows[2] ?? []).indexOf(label)];
};
const linkOf = ({ contentId }: Post): string => `https://www.instagram.com/p/${contentId.slice(3)}/`;
const FULL = 'Big #Summer with @brand. Anzeige';

test('finds posts by code, and formulas say state, prices and totals; a correction stays; nothing is bought twice or over the cap', async () => {
  await opened();
  const tracker = await made();
  expect(await value(addon, 'readCampaign', { platform: '' })).toMatchObject({
    tracker: { deliverables: 6, open: 6, fresh: 3, cap: null, used: 0, from: { kind: 'day', day: '2026-11-01' } },
  });
  await addon.emulator.recalculate();
  // Nobody has looked yet.
  expect(states(tracker)).toEqual(Array(6).fill('not checked'));
  const live = post('adidas', 18, FULL);
  const late = post('nike', 21, '#ad for @brand #summer', { reach: 50_000, likes: 400, comments: 100 });
  const untagged = post('nike', 19, 'Werbung @brand', { contentType: 'story', reach: 0 });
  const first = post('cristiano', 17, FULL);
  post('cristiano', 19, FULL);
  // Its likes are hidden.
  post('cristiano', 18, 'keine Werbung! #summer @brand', { contentType: 'story', likes: -1 });
  post('leomessi', 18, FULL);
  const { runs, update } = await fetched(tracker);
  expect(runs.map(({ state, pieces, used }) => [state, pieces, used])).toEqual([['done', 6, 6]]);
  expect(update).toMatchObject({ deliverables: 6, posts: 6, found: 5, changed: 0 });
  expect(states(tracker)).toEqual(['live', 'missing', 'late', 'tag missing', 'posted twice', 'disclosure missing']);
  expect(rowOf(tracker, 1)).toMatchObject({ Post: linkOf(live), Fee: 500, CPM: 5, 'Cost per engagement': 0.5 });
  expect(rowOf(tracker, 3)).toMatchObject({ Post: linkOf(late), Fee: 300, CPM: 6, 'Cost per engagement': 0.6 });
  expect(rowOf(tracker, 4)).toMatchObject({ Post: linkOf(untagged), CPM: '', 'Missing in post': '#summer' });
  expect(rowOf(tracker, 5)).toMatchObject({ 'Also posted': linkOf(first), CPM: '', Engagement: 0.01 });
  expect(rowOf(tracker, 6)['Missing in post']).toBe('disclosure');
  // 500 + 300 + 300 over 150,000, and over 1,000 + 500 + 1,000 engagements.
  expect(figure(tracker, 'CPM')).toBeCloseTo(1100 / 150, 9);
  expect(figure(tracker, 'Cost per engagement')).toBeCloseTo(1100 / 2500, 9);
  expect(['Deliverables', 'Posts live', 'Missing', 'Fees', 'Reach'].map((label) => figure(tracker, label))).toEqual([
    6, 5, 1, 1600, 350_000,
  ]);
  expect(figure(tracker, 'Likes')).toBe(3100);
  const totals = sheet(`Totals of ${tracker.name}`).values('A23:M40');
  const byState = new Map(totals.map(([state, ...figures]) => [state, figures.slice(0, 3)]));
  expect([byState.get('late'), byState.get('missing')]).toEqual([
    [1, 300, 50_000],
    [1, 500, 0],
  ]);
  expect(totals.find(([state]) => state === 'disclosure missing')?.slice(4, 6)).toEqual([0, 100]);
  expect(totals.slice(1, 4).map((row) => row.slice(7))).toEqual([
    ['@adidas · Instagram', 1000, 5, 2, 1, 100_000],
    ['@nike · Instagram', 600, 12, 2, 2, 50_000],
    ['@cristiano · Instagram', 0, '', 2, 2, 200_000],
  ]);

  // By hand: another post under another form of its address, and one that is not meant.
  put(tracker, 'Post', 5, `https://instagram.com/reel/${first.contentId.slice(3)}/?igsh=abc`);
  put(tracker, 'Post', 6, '');
  put(tracker, 'Reach', 6, 7);
  addon.emulator.clock.advance(2 * DAY_MS);
  // A sync without news costs the post at its edge, which the campaign's cap counts.
  const again = await fetched(tracker);
  expect(again.runs.map(({ message }) => message)).toEqual(['Nothing new since 23 Nov. 1 request used.']);
  expect(again.update).toMatchObject({ found: 0, changed: 0 });
  expect(states(tracker)).toEqual(['live', 'missing', 'late', 'tag missing', 'live', 'missing']);
  expect(rowOf(tracker, 6)).toMatchObject({ Post: '', Reach: 7 });

  // What somebody types over cells that are ours stays, whatever it looks into.
  const typed: [string, string][] = [
    ['State', `=IF('Posts of ${tracker.name}'!G2>0,"ok","no")`],
    ['Reach', `='Posts of ${tracker.name}'!G2*2`],
    ['Cost per engagement', '=IF(FALSE,"#REF!",7)'],
    ['Also posted', '=HYPERLINK("https://a.example","story")'],
  ];
  const own = (row: number): unknown[] => {
    const headers = (sheet(tracker.name).values()[HEADER_ROW - 1] ?? []).map(String);
    const line = HEADER_ROW + row;
    const [formulas = []] = sheet(tracker.name).formulas(`A${line}:AA${line}`);
    return typed.map(([header]) => formulas[headers.indexOf(header)]);
  };
  const before = own(3);
  for (const [header, content] of typed) put(tracker, header, 3, [[content]]);
  put(tracker, 'Also posted', 4, 'in her newsletter');
  put(tracker, 'Posts complete through', 4, 'asked her');
  await value(addon, 'updateCampaign', { sheetId: tracker.sheetId });
  expect(own(3)).toEqual(typed.map(([, content]) => content));
  expect(rowOf(tracker, 4)).toMatchObject({
    'Also posted': 'in her newsletter',
    'Posts complete through': 'asked her',
  });
  before.forEach((formula, at) => put(tracker, typed[at]?.[0] ?? '', 3, [[formula]]));
  for (const header of ['Also posted', 'Posts complete through']) put(tracker, header, 4, [['']]);

  // Deleted at the platform it stays as the sheet has it. A story comes late, and the cap ends what would cost more.
  addon.standin.posts.remove(live.contentId);
  const story = post('adidas', 24, `${FULL} again`, { contentType: 'story' });
  for (let at = 0; at < 5; at++) post('nike', 24, `nothing ${at}`);
  const capped = await fetched(tracker, { cap: 9 });
  expect(capped.runs.at(-1)).toMatchObject({ state: 'stopped', reason: { code: 'campaignCap', requests: 9 } });
  expect(addon.charged()).toBe(9);
  expect(
    await refusal(addon, 'startCampaign', {
      sheetId: tracker.sheetId,
      cap: 9,
      max: 50,
      refresh: false,
      done: [],
      runCap: 50,
    }),
  ).toMatch(/has used its cap of 9 requests/);
  const postsId = sheet(`Posts of ${tracker.name}`).data.id;
  // Whoever syncs that sheet is under it, too.
  const open = capped.runs.at(-1) as ContentView;
  expect(await drivenRun(addon, open, { resume: true, cap: 500 })).toMatchObject({ reason: { code: 'campaignCap' } });
  expect(addon.charged()).toBe(9);
  await value(addon, 'endRun', { id: open.id });
  const rest = await fetched(tracker, { cap: 40 });
  expect(rest.runs.at(-1)).toMatchObject({ state: 'done' });
  const ids = idsIn(addon, `Posts of ${tracker.name}`);
  expect(new Set(ids).size).toBe(ids.length);
  expect(states(tracker)).toEqual(['live', 'late', 'late', 'tag missing', 'live', 'missing']);
  expect(rowOf(tracker, 2)['Post']).toBe(linkOf(story));
  expect(await value(addon, 'readCampaign', { platform: '' })).toMatchObject({
    tracker: { cap: 40, used: addon.charged(), chosen: 2, sheets: [{ id: postsId, posts: 12 }] },
  });

  // A post in two rows counts once, whatever form its address has.
  const counts = () => ['Posts live', 'Reach', 'Likes'].map((label) => figure(tracker, label));
  put(tracker, 'Reach', 6, '');
  const once = counts();
  put(tracker, 'Post', 6, linkOf(first));
  // Due before the first day that was asked for, or no day at all.
  ['2026-10-20', "'20. Oktober"].forEach((due, at) => {
    put(tracker, 'Creator', 7 + at, '@nike');
    put(tracker, 'Platform', 7 + at, 'Instagram');
    put(tracker, 'Due', 7 + at, due);
  });
  const table = sheet(tracker.name);
  const { states: said } = await value(addon, 'updateCampaign', { sheetId: tracker.sheetId });
  await addon.emulator.recalculate();
  expect(said).toMatchObject({ takenPost: 1, unchecked: 2 });
  expect(states(tracker, 8).slice(5)).toEqual(['counts above', 'not checked', 'not checked']);
  expect(rowOf(tracker, 6)['Reach']).toBe('');
  expect(counts()).toEqual([once[0], (once[1] as number) - 7, once[2]]);

  // Without the sheet of the posts what was found stays, and our formulas look again where there is one.
  const found = (): unknown[] => [1, 2, 3].map((row) => rowOf(tracker, row)['Post']);
  const [links, reach] = [found(), rowOf(tracker, 3)['Reach']];
  sheet(`Posts of ${tracker.name}`).delete();
  expect(await value(addon, 'updateCampaign', { sheetId: tracker.sheetId })).toMatchObject({ changed: 0 });
  expect(found()).toEqual(links);
  await fetched(tracker, { cap: 100 });
  expect(rowOf(tracker, 3)).toMatchObject({ Post: links[2], Reach: reach });

  // Without one of these a state would be untrue.
  for (const header of ['Row in posts', 'Words of the post', 'Posted', 'Missing in post']) {
    table.deleteColumns((table.values()[HEADER_ROW - 1] ?? []).indexOf(header) + 1, 1);
    expect(await refusal(addon, 'updateCampaign', { sheetId: tracker.sheetId })).toContain(`“${header}”`);
  }
});

/** Kills a call of the page ever later, at every so manieth service call, until one is not killed. Returns how many were. */
async function killedEver(later: number, call: () => Promise<unknown>, meanwhile?: () => void): Promise<number> {
  for (let kills = 0; ; kills++) {
    let seen = 0;
    let isKilled = false;
    addon.emulator.faults.intercept = ({ phase }) => {
      if (phase !== 'after' || seen++ !== kills * later) return undefined;
      isKilled = true;
      return { kill: true };
    };
    await call();
    delete addon.emulator.faults.intercept;
    if (!isKilled) return kills;
    meanwhile?.();
  }
}

test('killed anywhere, the next click goes on; rows that move and what is typed meanwhile keep what is theirs; in German', async () => {
  await opened('de_DE');
  await value(addon, 'setLanguage', { language: 'de' });
  // Killed while it is made, it is no tracker yet; or its totals come with the next update.
  const book = addon.emulator.spreadsheet;
  for (const [killing, at] of [
    ['Range.addMetadata', 18],
    ['Spreadsheet.insertSheet', 2],
    ['Sheet.setChart', 2],
    ['flush', 2],
  ] as const) {
    let seen = 0;
    addon.emulator.faults.intercept = ({ phase, method }) =>
      phase === 'before' && method.endsWith(killing) && ++seen === at ? { kill: true } : undefined;
    await addon.emulator.serve('influSidebar', ['makeCampaign', { sheetId: list(), form: FORM }]);
    delete addon.emulator.faults.intercept;
    const [, begun = ''] = book.sheetNames();
    sheet(begun).activate();
    const front = await value(addon, 'readCampaign', { platform: '' });
    const isOne = 'tracker' in front ? front.tracker : undefined;
    expect(isOne !== undefined).toBe(at === 2);
    if (isOne) await value(addon, 'updateCampaign', { sheetId: isOne.sheetId });
    expect(book.sheetNames().slice(2)).toEqual(isOne ? [`Summen von ${begun}`] : []);
    for (const name of book.sheetNames().slice(1)) sheet(name).delete();
  }
  const tracker = await made({ types: ['reel', 'story'] });
  const posts = HANDLES.map((handle, at) => post(handle, 17 + at, FULL));
  const form = { sheetId: tracker.sheetId, cap: 100, max: 50, refresh: false, done: [], runCap: 50 };
  const serve = (name: string, given: unknown) => () => addon.emulator.serve('influSidebar', [name, given]);
  const begun = await killedEver(13, serve('startCampaign', form));
  expect(begun).toBeGreaterThan(5);
  const { runs } = await value(addon, 'open', {});
  expect(await drivenRun(addon, runs.content as ContentView)).toMatchObject({ state: 'done', pieces: 3, used: 3 });
  expect(addon.emulator.spreadsheet.book.sheets.map(({ name }) => name)).toEqual([
    'Sheet1',
    tracker.name,
    `Summen von ${tracker.name}`,
    `Beiträge von ${tracker.name}`,
  ]);
  put(tracker, 'Beitrag', 3, 'none');
  const table = sheet(tracker.name);
  const column = (header: string): number => (table.values()[HEADER_ROW - 1] ?? []).indexOf(header) + 1;
  let round = 0;
  const update = serve('updateCampaign', { sheetId: tracker.sheetId });
  const killed = await killedEver(30, update, () => {
    // What was found goes, so that each round writes it anew; a row comes, and goes again.
    if (round++ % 2 === 0) table.insertRows(HEADER_ROW + 2, 1);
    else table.deleteRows(HEADER_ROW + 2, 1);
    const own = table.values();
    for (const header of ['Beitrag', 'Automatisch gefunden'])
      table.set(
        `${columnLetters(column(header))}${HEADER_ROW + 1}`,
        own
          .slice(HEADER_ROW, HEADER_ROW + 7)
          .map((row) => [row[column('Beitrag') - 1] === 'none' ? row[column(header) - 1] : '']) as never,
      );
  });
  expect(killed).toBeGreaterThan(3);
  await value(addon, 'updateCampaign', { sheetId: tracker.sheetId });
  await addon.emulator.recalculate();
  const rows = table
    .values()
    .slice(HEADER_ROW)
    .filter(([creator]) => creator !== '')
    .map((row) => ['Creator', 'Beitrag', 'Stand', 'TKP'].map((header) => row[column(header) - 1]));
  const [adidas, , cristiano] = posts as [Post, Post, Post];
  expect(rows).toEqual([
    ['@adidas', linkOf(adidas), 'live', 5],
    ['@adidas', '', 'missing', ''],
    ['@nike', 'none', 'missing', ''],
    ['@nike', '', 'missing', ''],
    ['@cristiano', linkOf(cristiano), 'live', ''],
    ['@cristiano', '', 'missing', ''],
  ]);
  expect(figure(tracker, 'TKP')).toBe(5);
  expect(addon.charged()).toBe(3);

  // Rows are sorted, and a post typed, in the instant before the tracker is written.
  const [kept, found] = ['Beitrag', 'Automatisch gefunden'].map(column);
  for (const row of [1, 5]) {
    put(tracker, 'Beitrag', row, '');
    put(tracker, 'Automatisch gefunden', row, '');
  }
  let isMoved = false;
  addon.emulator.faults.intercept = ({ phase, method }) => {
    if (phase !== 'before' || method !== 'Range.setValues' || isMoved) return;
    isMoved = true;
    table.insertRows(HEADER_ROW + 1, 1);
  };
  await value(addon, 'updateCampaign', { sheetId: tracker.sheetId });
  delete addon.emulator.faults.intercept;
  const after = table
    .values()
    .slice(HEADER_ROW)
    .filter((row) => [row[0], row[(kept ?? 0) - 1]].some((cell) => cell !== ''))
    .map((row) => [row[0], row[(kept ?? 0) - 1], row[(found ?? 0) - 1]]);
  expect(isMoved).toBe(true);
  expect(after.slice(0, 5)).toEqual([
    ['@adidas', linkOf(adidas), linkOf(adidas)],
    ['@adidas', '', ''],
    ['@nike', 'none', ''],
    ['@nike', '', ''],
    ['@cristiano', linkOf(cristiano), linkOf(cristiano)],
  ]);

  // A row without a key, and a column that comes in the instant before it gets one.
  const idColumn = column('Zeilenschlüssel');
  const notes = [['Briefing'], ['one'], ['two'], ['three'], ['four'], ['five'], ['six'], ['seven']];
  table.insertColumns(idColumn, 1);
  table.set(`${columnLetters(idColumn)}${HEADER_ROW}`, notes as never);
  put(tracker, 'Zeilenschlüssel', 4, '');
  isMoved = false;
  addon.emulator.faults.intercept = ({ phase, method }) => {
    if (phase !== 'before' || method !== 'Range.setValues' || isMoved) return;
    isMoved = true;
    table.insertColumns(2, 1);
  };
  await value(addon, 'updateCampaign', { sheetId: tracker.sheetId });
  delete addon.emulator.faults.intercept;
  const briefing = columnLetters(column('Briefing'));
  expect(table.values(`${briefing}${HEADER_ROW}:${briefing}${HEADER_ROW + 7}`)).toEqual(notes);
  expect(String(table.values()[HEADER_ROW + 3]?.[column('Zeilenschlüssel') - 1])).toMatch(/^k-/);
});

test('all that a creator agreed on is their fee; a fee that is text stands once; rows count where they are selected', async () => {
  await opened();
  const sheetId = list();
  sheet('Sheet1').set('D4', [['600 €'], [9000], [250]] as never);
  sheet('Sheet1').set('A6', [['adidas', 'Instagram', 'agreed']] as never);
  const { sheet: name, textFees } = await value(addon, 'makeCampaign', { sheetId, form: FORM });
  const tracker = { sheetId, name };
  expect(Array.from({ length: 6 }, (_, at) => rowOf(tracker, at + 1)['Fee'])).toEqual([
    625,
    625,
    300,
    300,
    '600 €',
    '',
  ]);
  expect(textFees).toBe(1);

  const form: CampaignForm = { ...FORM, choice: { rows: 'selected' } };
  sheet('Sheet1').set('A7', [['leomessi', 'Instagram', 'declined']] as never);
  // Somebody has gone to another sheet, where the same rows are selected.
  sheet(name).activate();
  sheet(name).select('A7:A8');
  expect(await refusal(addon, 'makeCampaign', { sheetId, form })).toMatch(/Open the sheet with your list/);
  sheet('Sheet1').activate();
  sheet('Sheet1').select('A2:A3');
  expect(await value(addon, 'makeCampaign', { sheetId, form })).toMatchObject({ creators: 2, deliverables: 4 });
});

test('calls grow with blocks and not with rows; what stands between them stays', async () => {
  await opened();
  const creators = addon.standin.creators
    .listed('instagram')
    .filter(({ isPrivate }) => !isPrivate)
    .slice(0, 40);
  for (const { username } of creators) {
    for (const { contentId } of addon.standin.posts.of(person(username))) addon.standin.posts.remove(contentId);
    post(username, 18, FULL);
  }
  const table = sheet('Sheet1');
  table.set('A1', [['Creator', 'Platform'], ...creators.map(({ username }) => [username, 'Instagram'])] as never);
  table.activate();
  const form = { ...FORM, choice: { rows: 'all' as const } };
  const { sheetId, sheet: name } = await value(addon, 'makeCampaign', { sheetId: table.data.id, form });
  const tracker = { sheetId, name };
  const chosen = [40, 41, 79];
  for (const row of chosen) put(tracker, 'Post', row, row === 41 ? '=HYPERLINK("https://a.example/";"mine")' : 'mine');
  let writes = 0;
  addon.emulator.faults.intercept = ({ phase, method }) => {
    if (phase === 'before' && method === 'Range.setValues') writes += 1;
  };
  const { update } = await fetched(tracker, { cap: 100, max: 100 });
  delete addon.emulator.faults.intercept;
  expect(update).toMatchObject({ posts: 40, found: 38 });
  // Every other row has a post.
  expect(writes).toBeLessThan(30);
  const at = (row: number): unknown => rowOf(tracker, row)['Post'];
  expect(chosen.map(at)).toEqual(['mine', 'mine', 'mine']);
  expect(
    Array.from({ length: 80 }, (_, row) => at(row + 1)).filter((text) => String(text).startsWith('https')),
  ).toHaveLength(38);
});

test('Posts from is found by its label, and unread or lost it buys nothing; two people are one campaign', async () => {
  await opened();
  const tracker = await made({ types: ['reel'] });
  for (let at = 0; at < 20; at++) post('nike', -100 - at, `old ${at}`);
  post('nike', 18, FULL);
  const table = sheet(tracker.name);
  const form = { sheetId: tracker.sheetId, cap: 15, max: 50, refresh: false, done: [], runCap: 50 };
  const from = async () => {
    const front = await value(addon, 'readCampaign', { platform: '' });
    return 'tracker' in front ? front.tracker.from : undefined;
  };
  const [column = 0] = (table.values()[2] ?? []).flatMap((cell, at) => (cell === 'Posts from' ? [at + 1] : []));
  const [[day = ''] = []] = table.values(`${columnLetters(column)}4:${columnLetters(column)}4`);
  table.set(`${columnLetters(column)}4`, "'1.11.2026" as never);
  expect(await from()).toEqual({ kind: 'unread', text: '1.11.2026' });
  expect(await refusal(addon, 'startCampaign', form)).toMatch(/“1.11.2026” under “Posts from” is no date/);
  table.set(`${columnLetters(column)}4`, day as never);
  table.insertRows(4, 1);
  table.insertRows(6, 1);
  table.insertColumns(2, 1);
  await from();
  expect(await from()).toEqual({ kind: 'day', day: '2026-11-01' });
  await drivenRun(addon, (await value(addon, 'startCampaign', form))?.run as ContentView);
  expect(addon.charged()).toBe(1);

  addon.emulator.clock.advance(DAY_MS);
  for (let at = 0; at < 5; at++) post('nike', 24, `new ${at}`, { uploadedMs: addon.emulator.clock.now() - at });
  // A run that does not name its campaign, as older ones don't, is under it, too, and counted.
  const postsId = sheet(`Posts of ${tracker.name}`).data.id;
  const first = await value(addon, 'startCampaign', { ...form, cap: 3 });
  const older = first?.run as ContentView;
  const { campaign, ...saved } = JSON.parse(addon.property(`run/${older.id}`) ?? '{}') as Record<string, unknown>;
  expect(campaign).toBeDefined();
  addon.setProperty(`run/${older.id}`, JSON.stringify(saved));
  expect(await drivenRun(addon, older, { resume: true, cap: 500 })).toMatchObject({ reason: { code: 'campaignCap' } });
  expect(addon.charged()).toBe(3);
  await value(addon, 'endRun', { id: older.id });
  // A lower cap is saved by itself, or nights would keep the old one.
  await value(addon, 'startCampaign', { ...form, cap: 9 });
  await value(addon, 'setCampaignCap', { sheetId: tracker.sheetId, cap: 3 });
  const run = (await value(addon, 'open', {})).runs.content as ContentView;
  expect(await drivenRun(addon, run, { resume: true })).toMatchObject({ reason: { code: 'campaignCap', requests: 3 } });
  expect(addon.charged()).toBe(3);
  await value(addon, 'endRun', { id: run.id });
  sheet(tracker.name).activate();
  expect(await value(addon, 'readCampaign', { platform: '' })).toMatchObject({ tracker: { cap: 3, used: 3 } });

  // Nor does its sheet forget for whom it has been asked.
  const others = { filters: { username: 'nike', platform: 'instagram' }, max: 5, cap: 5, thumbnails: false };
  expect(await refusal(addon, 'startContent', { ...others, sheetId: postsId })).toMatch(
    /holds the posts of a campaign/,
  );

  // A copied spreadsheet has the sheets and none of the properties: its cap holds over the posts that it brought.
  const properties = addon.emulator.stores.properties('document');
  for (const name of Object.keys(properties.all())) if (name.startsWith('campaign/')) properties.delete(name);
  const before = addon.charged();
  const copied = await fetched(tracker, { cap: 2 });
  expect(copied.runs.at(-1)).toMatchObject({ reason: { code: 'campaignCap', requests: 2 } });
  expect(addon.charged() - before).toBe(2);
  await value(addon, 'endRun', { id: copied.runs.at(-1)?.id ?? '' });

  // Two people's first posts of a tracker from the template.
  for (let at = 0; at < 12; at++) post('nike', 18, `n ${at}`);
  const { sheet: template } = await value(addon, 'insertTemplate', { template: 'campaign' });
  const other = { ...form, cap: 30, sheetId: sheet(template).data.id };
  const charged = addon.charged();
  const people = [addon, asUser(addon, EDITOR)];
  const begun = await Promise.all(
    people.map(async (each) => ({ each, answer: await reply(each, 'startCampaign', other) })),
  );
  for (const { each, answer } of begun)
    if (answer.ok && answer.value) await reply(each, 'stepRun', { id: answer.value.run.id, resume: true, cap: 50 });
  // One of them is saved in the posts of the first.
  expect(addon.charged() - charged).toBe(17);
  const records = Object.keys(addon.emulator.stores.properties('document').all());
  expect(records.filter((name) => name.startsWith('campaign/'))).toHaveLength(2);

  // Lost with its column.
  const lost = sheet(template);
  const tags = (lost.values()[2] ?? []).indexOf('Posts from') + 1;
  lost.deleteColumns(tags, 1);
  lost.set(`A${HEADER_ROW + 4}`, [['cristiano', 'Instagram']] as never);
  lost.activate();
  expect(await from()).toEqual({ kind: 'lost' });
  const done = addon.emulator.spreadsheet.sheetNames().map((name) => sheet(name).data.id);
  expect(await refusal(addon, 'startCampaign', { ...other, cap: 100, done })).toMatch(/“Posts from” any more/);
});

test('an earlier day brings the posts of that stretch alone; a second tracker takes what is saved; a copy has no cap yet', async () => {
  await opened();
  const first = await made({ types: ['reel'] });
  // Due before the first day that was asked for: nobody can tell.
  put(first, 'Due', 2, '2026-10-30');
  const midnight = { uploadedMs: Date.parse('2026-11-01T00:00:00Z') };
  const known = [post('cristiano', 18, FULL), post('adidas', 1, 'nothing', midnight)];
  await fetched(first);
  expect(addon.charged()).toBe(2);
  expect(states(first, 3)).toEqual(['missing', 'not checked', 'live']);
  // The 12th to the 29th of October, and September.
  const older = [post('nike', -2, FULL), post('nike', -3, 'nothing'), post('adidas', -19, 'nothing')];
  const oldest = post('adidas', -40, 'nothing');
  const [row = []] = sheet(first.name).values('A3:AB3');
  const from = (tracker: Made, day: string): void =>
    sheet(tracker.name).set(`${columnLetters(row.indexOf('Posts from') + 1)}4`, day as never);
  from(first, '2026-10-12');
  const front = async () => {
    const read = await value(addon, 'readCampaign', { platform: '' });
    if (!('tracker' in read)) throw new Error('no tracker in front');
    return read.tracker;
  };
  sheet(first.name).activate();
  expect(await front()).toMatchObject({ earlier: 1, fresh: 0 });

  // A night knows nothing of it. Killed anywhere, the click that follows goes on; the cap ends it in between.
  const postsId = sheet(`Posts of ${first.name}`).data.id;
  await value(addon, 'endRun', {
    id: (await value(addon, 'startSync', { sheetId: postsId, max: 9, refresh: false, cap: 9 })).id,
  });
  const form = { sheetId: first.sheetId, cap: 4, max: 50, refresh: false, done: [], runCap: 50 };
  const open = async (): Promise<ContentView> => (await value(addon, 'open', {})).runs.content as ContentView;
  expect(await killedEver(11, () => addon.emulator.serve('influSidebar', ['startCampaign', form]))).toBeGreaterThan(3);
  expect(await drivenRun(addon, await open())).toMatchObject({ reason: { code: 'campaignCap' } });
  await value(addon, 'endRun', { id: (await open()).id });
  expect([addon.charged(), idsIn(addon, `Posts of ${first.name}`).length]).toEqual([4, 4]);
  await fetched(first);
  // The one that is left, and those at the edge of what had come and of what is new.
  expect(addon.charged()).toBe(7);
  const ids = idsIn(addon, `Posts of ${first.name}`);
  expect(ids.toSorted()).toEqual([...known, ...older].map(({ contentId }) => contentId).toSorted());
  expect(states(first, 3)).toEqual(['missing', 'live', 'live']);
  expect(await front()).toMatchObject({ earlier: 0, used: 7 });

  // Of the same creators, from September on: what is saved comes free, and September is bought.
  sheet('Sheet1').activate();
  const again = await value(addon, 'makeCampaign', {
    sheetId: sheet('Sheet1').data.id,
    form: { ...FORM, types: ['reel'], fromDay: '2026-09-01' },
  });
  const second = { sheetId: again.sheetId, name: again.sheet };
  // One whose posts somebody has deleted is no source: they would be missing here, too.
  const held = sheet(`Posts of ${first.name}`);
  const [kept] = held.values('A2:AA2');
  held.set('A2:AA2', [kept?.map(() => '')] as never);
  expect(await front()).toMatchObject({ saved: { creators: 0 } });
  held.set('A2:AA2', [kept] as never);
  // Nor one in which nobody can tell whose posts they are, or of when.
  for (const header of ['Handle', 'Platform', 'Uploaded']) {
    const [headers = []] = held.values('A1:AA1');
    const cell = `${columnLetters(headers.indexOf(header) + 1)}1`;
    held.set(cell, 'mine' as never);
    expect([header, await front()]).toMatchObject([header, { saved: { creators: 0 } }]);
    held.set(cell, header as never);
  }
  expect(await front()).toMatchObject({
    fresh: 3,
    saved: { creators: 3, sheets: [`Posts of ${first.name}`] },
    earlier: 0,
  });
  put(second, 'Creator', 4, '@leomessi');
  put(second, 'Platform', 4, 'Instagram');
  const others = addon.standin.posts
    .of(person('leomessi'))
    .filter(({ uploadedMs }) => uploadedMs >= Date.parse('2026-09-01'));
  const next = { ...form, sheetId: second.sheetId, cap: 100 };
  await killedEver(23, () => addon.emulator.serve('influSidebar', ['startCampaign', next]));
  const begun = await open();
  expect(await drivenRun(addon, begun)).toMatchObject({ state: 'done' });
  // And the post at the edge, once more.
  expect(addon.charged()).toBe(9);
  expect(idsIn(addon, `Posts of ${second.name}`).toSorted()).toEqual([...ids, oldest.contentId].toSorted());
  const posts = (name: string): unknown[][] => {
    const [headers = [], ...rows] = sheet(`Posts of ${name}`).values();
    const id = headers.indexOf('Content id');
    return rows
      .filter((line) => ids.includes(String(line[id])))
      .toSorted((left, right) => (String(left[id]) < String(right[id]) ? -1 : 1));
  };
  const plain = posts(second.name).map((line) => line.slice(0, 18).map(String));
  expect(plain).toEqual(posts(first.name).map((line) => line.slice(0, 18).map(String)));
  await fetched(second);
  expect(addon.charged()).toBe(10 + others.length);
  expect(states(second, 3)).toEqual(['missing', 'live', 'live']);
  // What one of them buys from now on, the other has.
  post('nike', 22, FULL, { uploadedMs: addon.emulator.clock.now() });
  await fetched(first);
  expect(addon.charged()).toBe(12 + others.length);
  await fetched(second);
  expect(states(second, 3)).toEqual(['missing', 'posted twice', 'live']);

  // Somebody else's sync ends between the look at what is missing and the start.
  const memo = addon.emulator.spreadsheet.book.metadata.find(
    (each) => each.sheetId === postsId && each.value.includes('"content"'),
  );
  const [before, sum] = [memo?.value ?? '', addon.charged()];
  post('nike', 22, 'nothing', { uploadedMs: addon.emulator.clock.now() });
  await fetched(first);
  const after = memo?.value ?? '';
  if (memo) memo.value = before;
  addon.emulator.faults.intercept = ({ service, phase }) => {
    if (service === 'LockService' && phase === 'before' && memo) memo.value = after;
  };
  const late = await refusal(addon, 'startSync', { sheetId: postsId, max: 9, refresh: false, cap: 9 });
  delete addon.emulator.faults.intercept;
  expect([late, addon.charged() - sum]).toEqual([expect.stringMatching(/has just got posts into/), 2]);
  expect(
    Object.keys(addon.emulator.stores.properties('document').all()).some((name) =>
      addon.property(name)?.includes('"running"'),
    ),
  ).toBe(false);

  // Somebody types below while saved posts come: they are placed again, and none is left out.
  sheet('Sheet1').activate();
  const third = await value(addon, 'makeCampaign', {
    sheetId: sheet('Sheet1').data.id,
    form: { ...FORM, types: ['reel'], fromDay: '2026-10-12' },
  });
  const postsOfThird = `Posts of ${third.sheet}`;
  let [previous, typed] = ['', ''];
  addon.emulator.faults.intercept = ({ method, phase }) => {
    if (phase === 'after') return;
    // The bottom was just read, and is looked at once more before the first row is written.
    const isBetween = method === 'Sheet.getLastRow' && previous === method;
    previous = method;
    if (!isBetween || typed || !addon.emulator.spreadsheet.sheetNames().includes(postsOfThird)) return;
    typed = 'mine';
    sheet(postsOfThird).set('A2', typed);
  };
  const taken = await value(addon, 'startCampaign', { ...form, sheetId: third.sheetId, cap: 100 });
  delete addon.emulator.faults.intercept;
  await value(addon, 'endRun', { id: String(taken?.run.id) });
  expect(idsIn(addon, postsOfThird).filter(Boolean).toSorted()).toEqual(
    idsIn(addon, `Posts of ${first.name}`).toSorted(),
  );
  expect([typed, sheet(postsOfThird).get('A2').value]).toEqual(['mine', 'mine']);

  // A copied spreadsheet has the sheets and none of the properties.
  const properties = addon.emulator.stores.properties('document');
  for (const name of Object.keys(properties.all())) if (/^(campaign|run)\//.test(name)) properties.delete(name);
  const spent = addon.charged();
  const noCap = /have no cap in this spreadsheet yet/;
  const schedule = { hour: 6, cap: 5, monthCap: 50 };
  expect(await refusal(addon, 'startSync', { sheetId: postsId, max: 9, refresh: false, cap: 9 })).toMatch(noCap);
  expect(await refusal(addon, 'startSync', { sheetId: postsId, max: 9, refresh: true, cap: 9 })).toMatch(noCap);
  expect(await refusal(addon, 'scheduleContent', { sheetId: postsId, schedule })).toMatch(noCap);
  expect(await refusal(addon, 'scheduleCampaign', { sheetId: first.sheetId, schedule })).toMatch(noCap);
  await value(addon, 'setCampaignCap', { sheetId: first.sheetId, cap: 1 });
  for (let more = 0; more < 3; more++) post('nike', 22, FULL, { uploadedMs: addon.emulator.clock.now() + more });
  addon.emulator.clock.advance(DAY_MS);
  const sync = await value(addon, 'startSync', { sheetId: postsId, max: 9, refresh: false, cap: 9 });
  expect(await drivenRun(addon, sync)).toMatchObject({ reason: { code: 'campaignCap', requests: 1 } });
  expect(addon.charged() - spent).toBe(1);
});

test('a sheet that lost posts is no source, also where more came since, were copied, or an older version had not counted', async () => {
  await opened();
  const first = await made({ types: ['reel'] });
  for (let at = 0; at < 3; at++) post('nike', 10 + at, 'nothing');
  await fetched(first);
  const held = `Posts of ${first.name}`;
  sheet('Sheet1').activate();
  const second = await value(addon, 'makeCampaign', { sheetId: sheet('Sheet1').data.id, form: FORM });
  const sources = async (): Promise<unknown> => {
    sheet(second.sheet).activate();
    const front = await value(addon, 'readCampaign', { platform: '' });
    return 'tracker' in front && front.tracker.saved.sheets;
  };
  expect(await sources()).toEqual([held]);
  const memo = addon.emulator.spreadsheet.book.metadata.find(({ sheetId }) => sheetId === sheet(held).data.id);
  const noted = memo?.value ?? '';
  const { posts, ...uncounted } = JSON.parse(noted) as Record<string, unknown>;
  const asBefore = (): unknown => memo && (memo.value = JSON.stringify(uncounted));
  expect([asBefore(), posts]).toEqual([expect.any(String), 3]);
  const [row] = sheet(held).values('A4:AA4');
  sheet(held).deleteRows(4, 1);
  const sync = { sheetId: sheet(held).data.id, max: 9, refresh: false, cap: 9 };
  const begun = await value(addon, 'startSync', sync);
  // As if that version had begun it, too.
  asBefore();
  await drivenRun(addon, begun);
  // The edge alone.
  expect(addon.charged()).toBe(4);
  expect(await sources()).toEqual([]);

  // What is copied does not stand for what was deleted, even if that is killed.
  sheet(held).set('A4:AA4', [row] as never);
  if (memo) memo.value = noted;
  expect(await sources()).toEqual([held]);
  addon.emulator.clock.advance(DAY_MS);
  for (let at = 0; at < 3; at++) post('nike', 24, `new ${at}`, { uploadedMs: addon.emulator.clock.now() - at });
  const filters = { platform: 'instagram', username: HANDLES.join(), followerMin: '0' };
  const other = await pulled(addon, { filters });
  sheet(held).deleteRows(4, 1);
  const ids = (): string[] => idsIn(addon, held);
  addon.emulator.faults.intercept = ({ service, phase }) =>
    service === 'LockService' && phase === 'before' && ids().length > 2 ? { kill: true } : undefined;
  expect((await addon.emulator.serve('influSidebar', ['startSync', sync])).ok).toBe(false);
  delete addon.emulator.faults.intercept;
  const charged = addon.charged();
  await fetched(first);
  expect([ids().length, addon.charged() - charged]).toEqual([5, 1]);
  sheet(other.sheet).delete();
  expect(await sources()).toEqual([]);
});

test('at night its posts come under its cap and are found, and nobody has to click', async () => {
  addon = await createAddon({ standin: { creators: 300 }, files: filesWithTriggers() });
  const tracker = await made({ types: ['reel'] });
  post('nike', 18, FULL);
  await fetched(tracker, { cap: 4 });
  await value(addon, 'scheduleCampaign', {
    sheetId: tracker.sheetId,
    schedule: { hour: 6, cap: 50, monthCap: 500 },
  });
  const live = post('adidas', 23, FULL, { uploadedMs: addon.emulator.clock.now() });
  await night(addon);
  await addon.emulator.recalculate();
  expect(rowOf(tracker, 1)).toMatchObject({ Post: linkOf(live), State: 'late' });
  // The post at the edge and the new one.
  expect(addon.charged()).toBe(3);
  for (let at = 0; at < 5; at++) post('nike', 24, 'nothing', { uploadedMs: addon.emulator.clock.now() - at });
  await night(addon);
  expect(addon.charged()).toBe(4);
  expect(log(addon)).toContain('This campaign has reached its cap of 4 requests.');

  // One cap for the night and one for the month, over all its sheets, also those that are made later.
  const schedule = { hour: 6, cap: 5, monthCap: 500 };
  await value(addon, 'scheduleCampaign', { sheetId: tracker.sheetId, schedule });
  const other = addon.standin.creators.listed('tiktok').find(({ isPrivate }) => !isPrivate);
  if (!other) throw new Error('no creator on TikTok');
  for (const { contentId } of addon.standin.posts.of(other)) addon.standin.posts.remove(contentId);
  put(tracker, 'Creator', 4, `@${other.username}`);
  put(tracker, 'Platform', 4, 'TikTok');
  sheet(tracker.name).activate();
  // The run of the night that met the cap.
  for (const name of Object.keys(addon.emulator.stores.properties('document').all()))
    if (name.startsWith('run/')) await value(addon, 'endRun', { id: name.slice('run/'.length) });
  await fetched(tracker, { cap: 1_000 });
  const inFront = await value(addon, 'readCampaign', { platform: '' });
  if (!('tracker' in inFront)) throw new Error('no tracker in front');
  expect(inFront.tracker).toMatchObject({ schedule, sheets: [{}, {}] });
  const { sheets } = inFront.tracker;
  const scheduled = () => sheets.map(({ id }) => JSON.parse(addon.property(`sync/${id}`) ?? '{}').schedule);
  expect(scheduled()).toEqual([schedule, schedule]);
  const spent = async (): Promise<number> => {
    for (let at = 0; at < 8; at++) {
      const uploadedMs = addon.emulator.clock.now() - at;
      post('nike', 24, 'nothing', { uploadedMs });
      addon.standin.posts.add(other, { uploadedMs, contentType: 'video' });
    }
    const before = addon.charged();
    await night(addon);
    return addon.charged() - before;
  };
  const ofMonth = (): number =>
    sheets.reduce((sum, { id }) => {
      const { charges } = JSON.parse(addon.property(`sync/${id}`) ?? '{"charges":{}}');
      return sum + Object.values(charges as Record<string, number>).reduce((all, each) => all + each, 0);
    }, 0);
  expect(await spent()).toBe(5);
  const monthCap = ofMonth() + 2;
  await value(addon, 'scheduleCampaign', { sheetId: tracker.sheetId, schedule: { ...schedule, monthCap } });
  expect(await spent()).toBe(2);

  // A note far below is no deliverable.
  sheet(tracker.name).insertRows(40, 2100);
  sheet(tracker.name).set('Z2100', [['a note']] as never);
  expect(await value(addon, 'updateCampaign', { sheetId: tracker.sheetId })).toMatchObject({ deliverables: 4 });

  // Nobody looks at the posts any more, so none is bought.
  await value(addon, 'scheduleCampaign', { sheetId: tracker.sheetId, schedule });
  sheet(tracker.name).delete();
  expect(await spent()).toBe(0);
  expect(log(addon)).toContain('The campaign tracker of this sheet was deleted');
  expect(scheduled()).toEqual([null, null]);
  expect(await refusal(addon, 'scheduleContent', { sheetId: sheets[0]!.id, schedule })).toMatch(/tracker .* deleted/);
});
