import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunForm, SearchView } from '../../src/sidebar/find-calls';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { columnOf, driven, enriched, selected, started } from './enrich';
import { drivenRun, value } from './page';

const NO = 'do not contact';

let addon: Addon;
let handles: string[];
beforeEach(async () => {
  addon = await createAddon({ container: 'addon', standin: { creators: 2000 } });
  handles = ordinaryHandles(addon.standin, 12);
});
afterEach(() => addon.close());

const sheet = (name: string) => addon.emulator.spreadsheet.sheet(name);
const idOf = (handle = ''): string => `id:${addon.standin.creators.find('instagram', handle)?.creatorId}`;
/** A sheet with these rows, in front, its creators selected. */
function listed(name: string, rows: readonly unknown[][]): void {
  const own = addon.emulator.spreadsheet.insertSheet(name);
  own.set('A1', rows as never);
  own.select(`A1:A${rows.length}`);
}
const make = () => value(addon, 'makePipeline', { platform: 'instagram' });
function setStatus(name: string, row: number, word: string): void {
  const [headers = []] = sheet(name).values();
  sheet(name).set(`${String.fromCharCode(65 + headers.indexOf('Status'))}${row}`, word);
}

const TABS = (): [name: string, rows: unknown[][]][] => [
  ['By id', [['Creator'], [idOf(handles[0])], [handles[1]]]],
  [
    'By name',
    [
      ['Creator', 'Platform'],
      [`@${handles[0]?.toUpperCase()}`, ''],
      [handles[2], 'Instagram'],
    ],
  ],
  ['By link', [['Profile link'], [`https://www.instagram.com/${handles[0]}/?hl=de`], [handles[3]]]],
  [
    'Plain',
    [
      ['Handle', 'Platform'],
      [handles[0], 'Instagram'],
      [handles[4], 'instagram'],
    ],
  ],
];
const searched = () => value(addon, 'search', { platform: 'instagram', filters: {}, again: false });

describe('one creator in four spellings', () => {
  test('is bought once, has one status in every tab, and where tabs disagree is told', async () => {
    for (const [name, rows] of TABS()) {
      listed(name, rows);
      await enriched(addon, { fields: ['followers'] });
      await make();
    }
    expect(addon.charged()).toBe(5);
    setStatus('By link', 2, 'Do not contact');
    for (const [name] of TABS()) {
      sheet(name).select('A1:A3');
      const reading = await selected(addon, { again: true });
      expect(reading).toMatchObject({
        creators: 2,
        requests: 1,
        leftOut: { creators: 1, places: [{ sheet: 'By link', status: 'Do not contact', creators: 1 }], lost: [] },
      });
      if (['By name', 'By link'].includes(name)) continue;
      const charged = addon.charged();
      const run = await enriched(addon, { fields: ['followers'], mode: 'overwrite', again: true });
      expect(run).toMatchObject({
        state: 'done',
        used: 1,
        counts: { done: 1, skipped: 1 },
        leftOut: [{ sheet: 'By link', status: 'Do not contact', creators: 1 }],
      });
      expect(addon.charged() - charged).toBe(1);
      expect(columnOf(addon, 'influData status', name)).toEqual(['skipped: Do not contact (“By link”)', 'done']);
      // What it had stays.
      expect(columnOf(addon, 'Followers', name)[0]).toBeGreaterThan(0);
    }
    expect(await value(addon, 'comparePipelines', {})).toMatchObject({
      disagreeing: 0,
      creators: 1,
      otherWords: [],
      lost: [],
    });
    setStatus('By id', 2, 'agreed');
    setStatus('Plain', 3, 'agreed');
    expect((await value(addon, 'comparePipelines', {})).disagreements).toEqual([
      {
        creator: `instagram/${handles[0]}`,
        rows: [
          { sheet: 'By id', row: 2, status: 'agreed' },
          { sheet: 'By link', row: 2, status: 'Do not contact' },
        ],
      },
    ]);
    // Whoever is off limits somewhere is off limits.
    sheet('By id').select('A1:A3');
    expect((await selected(addon)).leftOut?.creators).toBe(1);

    // Its column of creators is deleted: nobody can say whom it leaves out, and that is told.
    sheet('By link').deleteColumns('A');
    expect((await selected(addon)).leftOut).toEqual({ creators: 0, places: [], lost: ['By link'], unread: [] });
  });

  test('is enriched and marked where that is chosen, at its price, and looked at again in each step', async () => {
    listed('List', [['Handle'], [handles[0]], [handles[1]], [handles[2]]]);
    await make();
    setStatus('List', 3, NO);
    const marking = { fields: ['followers'], byStatus: 'mark' as const };
    expect(await selected(addon, marking)).toMatchObject({ requests: 3, leftOut: { creators: 1 } });
    const run = await enriched(addon, marking);
    expect(run).toMatchObject({ used: 3, counts: { done: 3 }, leftOut: [{ sheet: 'List', status: NO }] });
    expect(columnOf(addon, 'influData status', 'List')).toEqual(['done', `done · ${NO} (“List”)`, 'done']);

    // What names nobody counts for nobody, and is told before.
    sheet('List').set('A5', [['two words']]);
    setStatus('List', 5, NO);
    expect((await selected(addon)).leftOut).toMatchObject({ creators: 1, unread: [{ sheet: 'List', row: 5 }] });

    // Marked between the price and the step: not bought, and told.
    listed('Next', [['Handle'], [handles[5]], [handles[6]]]);
    const next = await started(addon, { fields: ['followers'] });
    expect(next.leftOut).toEqual([]);
    await value(addon, 'addDoNotContact', { pasted: idOf(handles[7]) + `, @${handles[6]}`, platform: 'instagram' });
    expect(await driven(addon, next)).toMatchObject({
      used: 1,
      counts: { done: 1, skipped: 1 },
      leftOut: [{ sheet: 'Do not contact', status: NO, creators: 1 }],
    });
    expect(addon.charged()).toBe(4);
  });
});

test('a step that is killed after any of its writes skips the same ones, and buys nobody twice', async () => {
  listed('List', [['Handle'], [handles[0]], [handles[1]], [handles[2]]]);
  await make();
  setStatus('List', 3, NO);
  sheet('List').select('A1:A4');
  const run = await started(addon, { fields: ['followers'] });
  for (let at = 0; ; at++) {
    let seen = 0;
    let isKilled = false;
    addon.emulator.faults.intercept = ({ phase, service, method }) => {
      const isWrite = service === 'SpreadsheetApp' && /\.set(Values|NumberFormats)$/.test(method);
      if (phase !== 'after' || !isWrite || seen++ !== at) return undefined;
      isKilled = true;
      return { kill: true };
    };
    await addon.emulator.serve('influSidebar', ['stepRun', { id: run.id, resume: at > 0, cap: null }]);
    delete addon.emulator.faults.intercept;
    if (!isKilled) break;
    // Nobody may take it over before its lease ends.
    addon.emulator.clock.advance(3 * 60_000);
  }
  expect(await driven(addon, run, { resume: true })).toMatchObject({
    state: 'done',
    counts: { skipped: 1 },
    leftOut: [{ sheet: 'List', status: NO, creators: 1 }],
  });
  expect(columnOf(addon, 'influData status', 'List')[1]).toBe(`skipped: ${NO} (“List”)`);
  expect(columnOf(addon, 'Followers', 'List').filter((cell) => typeof cell === 'number')).toHaveLength(2);
  expect(addon.charged()).toBe(2);
});

describe('Find', () => {
  const FORM: RunForm = {
    platform: 'instagram',
    filters: {},
    from: 1,
    to: 2,
    sheetId: null,
    known: 'skip',
    pictures: false,
    picks: [],
    again: false,
    cap: null,
  };
  const found = async (change: Partial<RunForm> = {}): Promise<SearchView> =>
    drivenRun(addon, await value(addon, 'startSearch', { ...FORM, ...change }));

  test('says before who is left out, skips or marks them, and says it after', async () => {
    const first = await searched();
    expect(first.leftOut).toBeUndefined();
    const [one, two, three] = first.creators;
    const text = `${one?.url}\nid:${two?.id}\nsomebody.else22`;
    await value(addon, 'addDoNotContact', { pasted: text, platform: 'instagram' });
    listed('Talks', [['Handle'], [`@${three?.username}`], [`@${one?.username}`]]);
    await make();
    setStatus('Talks', 2, NO);
    setStatus('Talks', 3, NO);
    expect((await searched()).leftOut).toEqual({
      creators: 4,
      here: 3,
      places: [
        { sheet: 'Do not contact', status: NO, creators: 3 },
        { sheet: 'Talks', status: NO, creators: 1 },
      ],
      lost: [],
      unread: [],
    });
    const skipped = await found();
    expect(skipped).toMatchObject({
      state: 'done',
      written: 37,
      skipped: 3,
      used: 1,
      leftOut: [
        { sheet: 'Do not contact', creators: 2 },
        { sheet: 'Talks', creators: 1 },
      ],
    });
    const ids = columnOf(addon, 'influData id', skipped.sheet);
    expect(ids).not.toContain(one?.id);
    expect(ids).not.toContain(two?.id);

    // The result sheet is a pipeline as well, by handle and id.
    sheet(skipped.sheet).activate();
    expect(await make()).toMatchObject({ creators: 37, added: ['Status', 'Owner', 'Next date', 'Note', 'Fee'] });
    setStatus(skipped.sheet, 2, NO);
    expect((await value(addon, 'resultSheet', {}))?.leftOut).toMatchObject({ creators: 5 });

    const marked = await found({ to: 1, byStatus: 'mark' });
    expect(marked).toMatchObject({ written: 4, skipped: 16, used: 0 });
    expect(columnOf(addon, 'Already in', marked.sheet).sort()).toEqual(
      [`Do not contact (${NO})`, `Do not contact (${NO})`, `${skipped.sheet} (${NO})`, `Talks (${NO})`].sort(),
    );
    expect(addon.charged()).toBe(2);
  });
});
