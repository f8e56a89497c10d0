import { afterEach, beforeEach, expect, test } from 'vitest';
import { columnLetters } from '../../src/core/text';
import { createAddon, type Addon } from '../setup/addon';
import { cells, columnOf, contentForm, driven, idsIn, matching, pulled, sheetIdOf, synced } from './content';
import { reply, value } from './page';

// What the API might answer, and people might do, that no documentation foresees.
const MINUTE_MS = 60_000;
const NO_CAPS = { maxRequestsPerDay: 100_000, maxRequestsPerRun: 50_000 };
const MANY = { platform: 'youtube', followerMin: '0' };
const FEW = { platform: 'instagram', username: 'adidas,nike', followerMin: '0' };

type Body = Record<string, unknown> & { items?: Record<string, unknown>[] };
let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ container: 'addon', standin: { creators: 400 } });
  addon.setSettings(NO_CAPS);
  await addon.emulator.open();
});
afterEach(() => addon.close());

const spoil = (change: (body: Body) => Body): void => {
  addon.spoil = (body, url) => (url.includes('getContent') ? change(body) : body);
};
const sheetOf = (name: string) => addon.emulator.spreadsheet.sheet(name);
const withItems = (change: (item: Record<string, unknown>, index: number) => Record<string, unknown>): void => {
  spoil((body) => ({ ...body, items: (body.items ?? []).map(change) }));
};
const before = (hit: () => void): void => {
  let isHit = false;
  addon.emulator.faults.intercept = ({ method, phase }) => {
    if (isHit || method !== 'Range.setValues' || phase !== 'before' || addon.charged() < 200) return;
    isHit = true;
    hit();
  };
};

test('discarded while a page is under way: the sheet knows that it has it, and it is not bought again', async () => {
  const run = await value(addon, 'startContent', contentForm({ filters: MANY, max: 5000 }));
  let dropping: Promise<unknown> | undefined;
  before(() => {
    dropping = value(addon, 'pauseRun', { id: run.id }).then(() => value(addon, 'endRun', { id: run.id }));
  });
  await reply(addon, 'stepRun', { id: run.id, resume: false, cap: null });
  delete addon.emulator.faults.intercept;
  await dropping;
  const every = matching(addon, MANY).length;
  await synced(addon, sheetIdOf(addon, run.sheet), { max: 5000 });
  expect(new Set(idsIn(addon, run.sheet)).size).toBe(every);
  expect(addon.charged()).toBeLessThanOrEqual(every + 5);
});

test('by offset without a count, killed after a page was paid for: less room after that is no sign of the end', async () => {
  addon.standin.manners.contentStyle = 'content';
  spoil((body) => ({ ...body, count: undefined }));
  const run = await value(addon, 'startContent', contentForm({ filters: MANY, max: 5000, cap: 150 }));
  addon.emulator.faults.intercept = ({ method, phase }) =>
    method === 'Range.setValues' && phase === 'before' && addon.charged() > 0 ? { kill: true } : undefined;
  await addon.emulator.serve('influSidebar', ['stepRun', { id: run.id, resume: false, cap: null }]);
  delete addon.emulator.faults.intercept;
  addon.emulator.clock.advance(3 * MINUTE_MS);
  expect(await driven(addon, run, { resume: true })).toMatchObject({ state: 'stopped', used: 150 });
  expect(await driven(addon, run, { resume: true, cap: 5000 })).toMatchObject({ state: 'done' });
  expect(new Set(idsIn(addon, run.sheet)).size).toBe(matching(addon, MANY).length);
});

test('a cursor that leads back to itself stops it: the maximum is not spent on one page', async () => {
  let first: Body | undefined;
  spoil((body) => (first ??= body));
  expect(await pulled(addon, { filters: MANY, max: 1000 })).toMatchObject({
    state: 'stopped',
    used: 200,
    added: 100,
    repeated: 100,
  });
});

test('figures as text, days as numbers and ids that lost digits: a sheet that can be summed, with every post', async () => {
  const plain = await pulled(addon, { filters: FEW, max: 1000 });
  withItems((item, index) => ({
    ...item,
    likes: String(item['likes']),
    uploaded: Date.parse(String(item['uploaded'])),
    contentId: 2 ** 54 + index,
  }));
  const odd = await pulled(addon, { filters: FEW, max: 1000 });
  expect(odd.sheet).not.toBe(plain.sheet);
  for (const header of ['Likes', 'Uploaded'])
    expect(columnOf(addon, odd.sheet, header)).toEqual(columnOf(addon, plain.sheet, header));
  expect(new Set(idsIn(addon, odd.sheet)).size).toBe(matching(addon, FEW).length);
});

test('a first piece out of order and a maximum: nothing counts as fetched that was not', async () => {
  let pages = 0;
  spoil((body) => {
    const items = body.items ?? [];
    return (pages += 1) === 1 ? { ...body, items: [...items.slice(-1), ...items.slice(0, -1)] } : body;
  });
  const { sheet } = await pulled(addon, { filters: MANY, max: 100 });
  await synced(addon, sheetIdOf(addon, sheet), { max: 5000 });
  expect(new Set(idsIn(addon, sheet)).size).toBe(matching(addon, MANY).length);
});

test('sorted between read and write of a refresh: each row keeps its piece, its note and its figures', async () => {
  const { sheet: name } = await pulled(addon, { filters: MANY, max: 100 });
  const sheet = sheetOf(name);
  const ids = idsIn(addon, name);
  const headers = cells(addon, name)[0] ?? [];
  const note = columnLetters(headers.length + 1);
  const id = columnLetters(headers.indexOf('Content id') + 1);
  sheet.set(`${note}1`, 'Note');
  ids.forEach((each, index) => sheet.set(`${note}${index + 2}`, `of ${each}`));
  const reaches = new Map(ids.map((each, index) => [each, columnOf(addon, name, 'Reach')[index]]));
  // Twice as much is charged by then: it is the refresh that writes.
  before(() => sheet.sort(`A2:${note}101`, [{ column: id, ascending: true }]));
  await synced(addon, sheetIdOf(addon, name), { max: 100, refresh: true });
  delete addon.emulator.faults.intercept;
  const after = idsIn(addon, name);
  expect(after).toEqual([...ids].sort());
  expect(columnOf(addon, name, 'Note')).toEqual(after.map((each) => `of ${each}`));
  expect(columnOf(addon, name, 'Reach')).toEqual(after.map((each) => reaches.get(each)));
});

test("a person's own column stays theirs, also when a field of its name comes later", async () => {
  const { sheet: name } = await pulled(addon, { filters: FEW });
  const mine = columnLetters((cells(addon, name)[0] ?? []).length + 1);
  sheetOf(name).set(`${mine}1`, 'brand');
  const notes = idsIn(addon, name).map((_, index) => `my note ${index}`);
  notes.forEach((text, index) => sheetOf(name).set(`${mine}${index + 2}`, text));
  withItems((item) => ({ ...item, brand: 'theirs' }));
  await synced(addon, sheetIdOf(addon, name), { refresh: true });
  expect(columnOf(addon, name, 'brand')).toEqual(notes);
  expect(new Set(columnOf(addon, name, 'brand (2)'))).toEqual(new Set(['theirs']));
});

test('pieces whose id is a number, or missing, are written once all the same', async () => {
  withItems((item, index) =>
    index === 0 ? { ...item, contentId: 42 } : index === 1 ? { ...item, contentId: null } : item,
  );
  const { sheet, added } = await pulled(addon, { filters: FEW });
  expect(added).toBe(matching(addon, FEW).length);
  expect(idsIn(addon, sheet)[0]).toBe('42');
  expect(await synced(addon, sheetIdOf(addon, sheet), { refresh: true })).toMatchObject({ added: 0, updated: added });
});

test('fields without number or end, and with names of ours, stop no page that was paid for', async () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${'x'.repeat(3000)}${index}`, 'v']));
  withItems((item) => ({
    ...item,
    ...many,
    '': 'blank',
    'Content id': 'theirs',
    Reach: '=1',
    '2026-05-01': 'd',
    TRUE: 't',
    '007': 7,
  }));
  const { sheet, state } = await pulled(addon, { filters: FEW });
  expect(state).toBe('done');
  expect(cells(addon, sheet)[0]).toEqual(
    expect.arrayContaining(['Content id (2)', 'Reach (2)', '2026-05-01', 'TRUE', '007']),
  );
  expect(idsIn(addon, sheet).sort()).toEqual(matching(addon, FEW).sort());
  for (const cell of columnOf(addon, sheet, 'Reach')) expect(typeof cell).toBe('number');
});
