import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SelectionForm } from '../../src/sidebar/enrich-calls';
import type { SelectionChoices } from '../../src/sidebar/selection-calls';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { columnOf, driven, enriched, selected } from '../sidebar/enrich';
import { filesWithTriggers } from '../sidebar/nights';
import { refusal, value } from '../sidebar/page';
import { check, read, toReport } from '../sidebar/report';

// Selections as people make them, through the sidebar's calls on the built bundle: what is bought is what was shown.

const DAY_MS = 24 * 3_600_000;
let addon: Addon;
let ig: string[];
let tt: string[];
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 2000 }, files: filesWithTriggers() });
  ig = ordinaryHandles(addon.standin, 12);
  tt = ordinaryHandles(addon.standin, 4, 'tiktok');
});
afterEach(() => addon.close());

const sheet = () => addon.emulator.spreadsheet.sheet('Sheet1');
function filled(rows: readonly unknown[][], area?: string): void {
  sheet().set('A1', rows as unknown[][]);
  sheet().select(area ?? `A1:${String.fromCharCode(64 + Math.max(...rows.map(({ length }) => length)))}${rows.length}`);
}
const FORM: SelectionForm = {
  platform: 'instagram',
  fields: ['followers'],
  which: 'all',
  olderThanDays: 0,
  again: false,
};

/** Read with these choices, started over what was shown, and run to its end. */
async function bought(choices: SelectionChoices = {}, form: Partial<SelectionForm> = {}) {
  const given = { ...FORM, ...form, choices };
  const shown = await value(addon, 'readSelection', given);
  const run = await value(addon, 'startEnrich', {
    ...given,
    action: 'enrich',
    mode: 'new',
    cap: null,
    sheetId: shown.sheetId,
    keys: shown.keys,
  });
  const before = addon.charged();
  const done = await driven(addon, run);
  expect(addon.charged() - before).toBeLessThanOrEqual(shown.requests);
  return { shown, done, charged: addon.charged() - before };
}
const named = (): unknown[] =>
  columnOf(addon, 'influData creator').filter((text) => text !== '' && text !== 'influData creator');

const table = () => [
  ['Name', 'Land', 'Benutzername', 'Plattform', 'Follower'],
  ['Lena', 'Deutschland', ig[0], 'Insta', 1200],
  ['Jonas', 'Österreich', tt[0], 'TT', 800],
  ['Sophia', 'Deutschland', ig[1], 'Twitter', 700],
  ['Marie', 'Schweiz', ig[2], 'Instagram Reels', 600],
];

describe('a whole table is selected', () => {
  test('the column of handles is bought, each row on its platform, and the others are named', async () => {
    filled(table());
    const { shown, charged } = await bought();
    expect(shown).toMatchObject({
      header: 'Benutzername',
      creators: 3,
      unreadable: [{ row: 4, why: expect.stringMatching(/^Twitter is not one of the platforms/) as string }],
    });
    expect(shown.read.columns.map(({ header, use }) => [header, use])).toEqual([
      ['Name', 'none'],
      ['Land', 'none'],
      ['Benutzername', 'key'],
      ['Plattform', 'platform'],
      ['Follower', 'none'],
    ]);
    expect(charged).toBe(3);
    expect(named()).toEqual([`instagram/${ig[0]}`, `tiktok/${tt[0]}`, `instagram/${ig[2]}`]);
  });

  test('another column and no platforms, because somebody says so', async () => {
    filled([['Main', 'Second', 'Platform'], ...[0, 1].map((at) => [`@${ig[at]}`, `@${ig[at + 2]}`, 'TikTok'])]);
    expect((await selected(addon)).read).toMatchObject({ platformColumn: 3 });
    const { shown } = await bought({ column: 2, platformColumn: 0 });
    expect(shown.read.columns.map(({ use }) => use)).toEqual(['maybe', 'key', 'none']);
    expect(named()).toEqual([`instagram/${ig[2]}`, `instagram/${ig[3]}`]);
  });

  test('a choice that does not fit this selection says nothing', async () => {
    filled(table());
    const { read: found } = await value(addon, 'readSelection', {
      ...FORM,
      choices: { column: 40, headerRow: 90, platformColumn: 77 },
    });
    expect(found).toMatchObject({ headerRow: 1, platformColumn: 4 });
  });

  test('without any column of handles it is refused', async () => {
    filled([
      ['Country', 'Fee'],
      ['Germany', 300],
      ['France', 250],
    ]);
    expect(await refusal(addon, 'readSelection', FORM)).toMatch(/no handles in your selection/);
  });

  test('a selection costs a few calls', async () => {
    filled(table());
    addon.emulator.counts.reset();
    await selected(addon);
    expect(addon.emulator.counts.of('SpreadsheetApp', 'Range.getValues')).toBeLessThanOrEqual(6);
    expect(addon.emulator.counts.of('SpreadsheetApp', 'Range.getRichTextValues')).toBe(0);
  });
});

describe('the header', () => {
  test('titles stand above it: they are nobody, and new columns get headers in its row', async () => {
    filled([['2026 Q3 creators'], [''], ['Benutzername'], ...ig.slice(0, 3).map((name) => [name])]);
    const { shown } = await bought();
    expect(shown).toMatchObject({ area: 'A4:A6', creators: 3, unreadableCount: 0, read: { headerRow: 3 } });
    expect(sheet().values('B3:C3')).toEqual([['Followers', 'influData status']]);
    expect(sheet().values('B1:C2')).toEqual([
      ['', ''],
      ['', ''],
    ]);
  });

  test('it names the platform, unless one was chosen', async () => {
    filled([['TikTok handle'], ...tt.slice(0, 2).map((name) => [name])]);
    const { shown } = await bought();
    expect(shown.read).toMatchObject({ platform: 'tiktok', headerPlatform: 'tiktok' });
    expect(named()).toEqual(tt.slice(0, 2).map((name) => `tiktok/${name}`));
    const chosen = await value(addon, 'readSelection', { ...FORM, choices: { isPlatformChosen: true } });
    expect(chosen.read).toMatchObject({ platform: 'instagram', headerPlatform: 'tiktok' });
  });

  test('none, because somebody says so: the first cell is a creator', async () => {
    filled([['creator'], [ig[0]]]);
    expect((await selected(addon)).creators).toBe(1);
    const { creators, header } = await value(addon, 'readSelection', {
      ...FORM,
      choices: { headerRow: 0, fillers: true },
    });
    expect({ creators, header }).toEqual({ creators: 2, header: '' });
  });

  test('far down in a long table the header at its top counts', async () => {
    filled([['IG handle', 'Followers'], ...Array.from({ length: 300 }, (_, at) => [ig[at % 12], at])], 'A250:A252');
    expect(await selected(addon)).toMatchObject({ header: 'IG handle', area: 'A250:A252', creators: 3 });
  });
});

describe('rows that nobody sees', () => {
  beforeEach(() => filled([['Handle'], ...ig.slice(0, 8).map((name) => [name])]));
  const HIDING: readonly [how: string, hide: () => void][] = [
    ['by hand', () => sheet().hideRows(4, 3)],
    ['by a filter', () => sheet().filter('A1:A9', [4, 5, 6])],
    ['by a slicer', () => sheet().slicer('A1:A9', [4, 5, 6])],
    [
      'by both',
      () => {
        sheet().filter('A1:A9', [4]);
        sheet().hideRows(5, 2);
      },
    ],
  ];

  test.each(HIDING)('%s: not bought, and said', async (_, hide) => {
    hide();
    const { shown, charged } = await bought();
    expect(shown).toMatchObject({ creators: 5, read: { hidden: { rows: 3, included: false, isLooked: true } } });
    expect(charged).toBe(5);
    expect(columnOf(addon, 'influData status').slice(0, 8)).toEqual([
      'done',
      'done',
      '',
      '',
      '',
      'done',
      'done',
      'done',
    ]);
  });

  test('bought where somebody asks for them', async () => {
    sheet().hideRows(4, 3);
    const { shown, charged } = await bought({ hidden: true });
    expect(shown.read.hidden).toMatchObject({ rows: 3, included: true });
    expect(charged).toBe(8);
  });

  test('reports, the fit score and the content tab leave them out too', async () => {
    sheet().hideRows(4, 3);
    expect(toReport(await check(addon))).toHaveLength(5);
    expect((await read(addon, { choices: { hidden: true } })).creators).toHaveLength(8);
    expect((await value(addon, 'selectedHandles', {})).handles).toHaveLength(5);
  });

  test('a run asks no more about them', async () => {
    sheet().filter('A1:A9', [4]);
    const asked = (): number => addon.emulator.counts.of('SpreadsheetApp', 'Sheet.isLineHidden');
    const { keys, sheetId } = await selected(addon);
    expect(asked()).toBeGreaterThan(8);
    addon.emulator.counts.reset();
    await driven(
      addon,
      await value(addon, 'startEnrich', { ...FORM, action: 'enrich', mode: 'new', cap: null, sheetId, keys }),
    );
    expect(asked()).toBe(0);
  });

  test('a night refreshes what is seen, and what a schedule asks for', async () => {
    await bought();
    sheet().hideRows(4, 3);
    const schedule = { sheetId: 0, platform: 'instagram' as const, olderThanDays: 1, hour: 6, cap: 100 };
    const night = async (): Promise<number> => {
      const before = addon.charged();
      addon.emulator.clock.advance(3 * DAY_MS);
      await addon.emulator.triggers.runDue();
      return addon.charged() - before;
    };
    await value(addon, 'setSchedule', { schedule });
    expect(await night()).toBe(5);
    await value(addon, 'setSchedule', { schedule: { ...schedule, hidden: true } });
    expect(await night()).toBe(8);
  });
});

test('a night leaves rows alone that were bought on another platform than its own', async () => {
  filled([['Handle'], [ig[0]], [ig[1]], [tt[0]]]);
  sheet().select('A2:A3');
  await enriched(addon, { fields: ['followers'], mode: 'fill' });
  sheet().select('A4');
  await enriched(addon, {
    fields: ['followers'],
    mode: 'fill',
    platform: 'tiktok',
    choices: { isPlatformChosen: true },
  });
  const row = sheet().values('B4:E4');
  const before = addon.charged();
  const schedule = { sheetId: 0, platform: 'instagram' as const, olderThanDays: 1, hour: 6, cap: 100 };
  await value(addon, 'setSchedule', { schedule });
  addon.emulator.clock.advance(3 * DAY_MS);
  await addon.emulator.triggers.runDue();
  expect(addon.charged() - before).toBe(2);
  expect(sheet().values('B4:E4')).toEqual(row);
});

test('more than 2,000 rows are not looked at, and that is said', async () => {
  filled([['Handle'], ...Array.from({ length: 2001 }, (_, at) => [`somebody.${at}`])]);
  sheet().filter('A1:A2002', [3]);
  addon.emulator.counts.reset();
  expect((await selected(addon)).read.hidden).toEqual({ rows: 0, included: false, isLooked: false, hasFilter: true });
  expect(addon.emulator.counts.of('SpreadsheetApp', 'Sheet.isLineHidden')).toBe(0);
});

describe('links under names', () => {
  test.each([
    ['links', (row: number, name: string) => sheet().link(`A${row}`, `https://www.instagram.com/${name}/`)],
    [
      'HYPERLINK',
      (row: number, name: string) =>
        sheet().set(`A${row}`, `=HYPERLINK("https://www.instagram.com/${name}/", "Person ${row}")`),
    ],
  ])('%s that are profiles count', async (_, link) => {
    filled([
      ['Name', 'Land'],
      ['Lena Vogt', 'DE'],
      ['Jonas', 'AT'],
      ['Sophia Klein', 'DE'],
    ]);
    ig.slice(0, 3).forEach((name, at) => link(at + 2, name));
    await addon.emulator.recalculate({ all: true });
    const { shown, charged } = await bought();
    expect(shown).toMatchObject({ creators: 3, unreadableCount: 0, read: { links: true } });
    expect(charged).toBe(3);
    expect(named()).toEqual(ig.slice(0, 3).map((name) => `instagram/${name}`));
    // A second run over other rows leaves these as they are.
    sheet().set('A5', [[ig[5]]]);
    sheet().select('A5');
    await bought();
    expect(columnOf(addon, 'influData status').slice(0, 3)).toEqual(['done', 'done', 'done']);
  });

  test('a few among handles count, also far down', async () => {
    filled([['Handle'], ...Array.from({ length: 260 }, (_, at) => [at === 250 ? 'Lena Vogt' : ig[at % 6]])]);
    sheet().link('A252', `https://www.instagram.com/${ig[8]}`);
    expect(await selected(addon)).toMatchObject({ creators: 7, unreadableCount: 0, read: { links: true } });
  });

  test('a name of one word is the creator that its link leads to', async () => {
    filled([['Creator'], ['Anna'], ['Ben'], ['Cem'], [ig[4]]]);
    ig.slice(0, 3).forEach((name, at) => sheet().link(`A${at + 2}`, `https://www.instagram.com/${name}/`));
    const { charged } = await bought();
    expect(charged).toBe(4);
    expect(named().slice(0, 4)).toEqual([...ig.slice(0, 3), ig[4]].map((name) => `instagram/${name}`));
  });

  test('a link to elsewhere leaves the text', async () => {
    filled([['Name'], ['Lena Vogt']]);
    sheet().link('A2', 'https://agency.example/lena');
    expect(await selected(addon)).toMatchObject({ creators: 0, unreadableCount: 1 });
  });
});

describe('words for nobody', () => {
  test('are asked about once, and not bought unless somebody says so', async () => {
    filled([['Handle'], [ig[0]], ['none'], ['tbd'], [ig[1]]]);
    const { shown, charged } = await bought();
    expect(shown).toMatchObject({ creators: 2, unreadableCount: 0, read: { fillers: { count: 2, included: false } } });
    expect(charged).toBe(2);
    expect(await value(addon, 'readSelection', { ...FORM, choices: { fillers: true } })).toMatchObject({
      creators: 4,
      read: { fillers: { count: 2, included: true } },
    });
  });

  test('whoever was bought stays bought when others are run', async () => {
    filled([['Handle'], ['none'], [ig[0]]]);
    await bought({ fillers: true });
    const before = columnOf(addon, 'influData status');
    sheet().set('A4', [[ig[1]]]);
    sheet().select('A4');
    await bought();
    expect(columnOf(addon, 'influData status').slice(0, 2)).toEqual(before.slice(0, 2));
  });
});

describe('what was shown is what is bought', () => {
  test('a handle that was edited since is not', async () => {
    filled([['Handle'], ...ig.slice(0, 5).map((name) => [name])]);
    const { sheetId, keys } = await selected(addon);
    sheet().set('A4', ig[9]);
    expect(
      await refusal(addon, 'startEnrich', { ...FORM, action: 'enrich', mode: 'new', cap: null, sheetId, keys }),
    ).toMatch(/has changed since/);
  });

  test('of two columns with one header neither is taken unless somebody says so', async () => {
    filled([['Handle', 'Followers', 'Followers'], ...ig.slice(0, 2).map((name) => [name, 'mine', 'yours'])], 'A1:A3');
    const shown = await selected(addon, { fields: ['followers'] });
    expect(shown.doubles).toEqual([{ field: 'followers', header: 'Followers', columns: [2, 3] }]);
    const form = { ...FORM, action: 'enrich', mode: 'overwrite', cap: null } as const;
    await driven(addon, await value(addon, 'startEnrich', { ...form, sheetId: shown.sheetId, keys: shown.keys }));
    expect(sheet().values('B2:C3')).toEqual([
      ['mine', 'yours'],
      ['mine', 'yours'],
    ]);
    expect(sheet().get('D1').value).toBe('Followers');
  });

  test('the first of two where somebody says so', async () => {
    filled([['Handle', 'Followers', 'Followers'], ...ig.slice(0, 2).map((name) => [name, 'mine', 'yours'])], 'A1:A3');
    const { sheetId, keys } = await selected(addon, { fields: ['followers'] });
    const form = { ...FORM, action: 'enrich', mode: 'overwrite', cap: null, takesDoubles: true } as const;
    await driven(addon, await value(addon, 'startEnrich', { ...form, sheetId, keys }));
    expect(sheet().values('B2:C2')).toEqual([[expect.any(Number), 'yours']]);
  });
});
