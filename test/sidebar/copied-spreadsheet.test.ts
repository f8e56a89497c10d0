import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { expectLedgerToAgree } from '../setup/ledger';
import { pulled } from './content';
import { columnOf, enriched, selected } from './enrich';
import { value } from './page';
import { read, reported } from './report';

const TAB = 'influData data';
const OPTIONS = { container: 'addon', standin: { creators: 600 } } as const;

/** The spreadsheet that somebody copies, and what File > Make a copy makes of it. */
let [original, copy]: Addon[] = [];
let handles: string[];
beforeEach(async () => {
  original = await createAddon(OPTIONS);
  handles = ordinaryHandles(original.standin, 12);
  const sheet = original.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...handles.slice(0, 6).map((each) => [each])]);
  sheet.select('A1:A7');
  await original.emulator.open();
});
afterEach(async () => {
  expectLedgerToAgree(copy!);
  await Promise.all([original!.close(), copy!.close()]);
});

/** Opened an hour later, with a key of its own: properties, caches and triggers of a script are not in the file. */
async function copied(): Promise<Addon> {
  const { clock, spreadsheet } = original!.emulator;
  copy = await createAddon({ ...OPTIONS, startAt: new Date(clock.now() + 3_600_000).toISOString() });
  copy.emulator.spreadsheet.load(spreadsheet.copied());
  await copy.emulator.open();
  return copy;
}

const shown = (addon: Addon, handle: string): Promise<unknown> => addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
const isHidden = (addon: Addon): boolean => addon.emulator.spreadsheet.sheet(TAB).data.hidden;

test('a copy has the sheets and none of the properties', async () => {
  await enriched(original!);
  const { emulator, property } = await copied();
  expect(isHidden(copy!)).toBe(true);
  expect(emulator.spreadsheet.name).toMatch(/^Copy of /);
  expect([property('archive'), property('gate')]).toEqual([undefined, undefined]);
});

test('formulas show what the data tab holds, also before a key is there; the rest is bought', async () => {
  await enriched(original!);
  const known = await Promise.all(handles.slice(0, 6).map((each) => shown(original!, each)));
  await copied();
  const id = original!.standin.creators.find('instagram', handles[0] ?? '')?.creatorId ?? '';
  const key = copy!.property('INFLUDATA_API_KEY') ?? '';
  copy!.emulator.stores.properties('document').delete('INFLUDATA_API_KEY');
  expect(await shown(copy!, handles[0] ?? '')).toBe(known[0]);
  expect(await shown(copy!, `id:${id}`)).toBe(known[0]);
  copy!.setProperty('INFLUDATA_API_KEY', key);
  // A column, all at once, the first ever in this document.
  expect(await copy!.shownAll(handles.slice(0, 6).map((each) => ['INFLU_ENGAGEMENT', 'instagram', each]))).toEqual(
    known,
  );
  expect(copy!.charged()).toBe(0);
  expect(await shown(copy!, handles[7] ?? '')).toEqual(expect.any(Number));
  expect(copy!.charged()).toBe(1);
});

test('what was asked before the tab was looked at hides nothing of it', async () => {
  await enriched(original!);
  await copied();
  // The balance alone writes the state of the gate.
  await copy!.shown('INFLU_BALANCE');
  expect(copy!.property('gate')).toBeDefined();
  await shown(copy!, handles[0] ?? '');
  expect(copy!.charged()).toBe(0);
});

test('Enrich prices and fills the rows for nothing', async () => {
  await enriched(original!);
  const values = columnOf(original!, 'Followers');
  await copied();
  copy!.emulator.spreadsheet.sheet('Sheet1').select('A1:A7');
  expect(await selected(copy!)).toMatchObject({ creators: 6 });
  await enriched(copy!, { mode: 'overwrite' });
  expect(columnOf(copy!, 'Followers')).toEqual(values);
  expect(copy!.charged()).toBe(0);
});

test('Reports know what was bought', async () => {
  original!.emulator.spreadsheet.sheet('Sheet1').select('A1:A3');
  const paid = await reported(original!, { kind: 'sheets' });
  expect(paid.used).toBeGreaterThan(0);
  await copied();
  copy!.emulator.spreadsheet.sheet('Sheet1').activate();
  copy!.emulator.spreadsheet.sheet('Sheet1').select('A1:A3');
  const { known } = await read(copy!, { kind: 'sheets' });
  expect(known).toBe(paid.sheets.length);
  await reported(copy!, { kind: 'sheets' });
  // Those that influData has no report of are asked for again as in any document.
  expect(copy!.charged()).toBe(0);
});

test('Content and Find go on where their sheets are', async () => {
  const { sheet } = await pulled(original!, { max: 20 });
  await copied();
  copy!.emulator.spreadsheet.sheet(sheet).activate();
  expect(await value(copy!, 'contentSheet', {})).toMatchObject({ name: sheet, pieces: 20 });
  expect(copy!.charged()).toBe(0);
});

test('a document without the tab is looked at until its first purchase, and not again', async () => {
  await copied();
  await shown(copy!, handles[0] ?? '');
  expect(copy!.property('archive')).toBe('');
  copy!.emulator.counts.reset();
  await shown(copy!, handles[1] ?? '');
  expect(copy!.emulator.counts.of('SpreadsheetApp')).toBe(0);
  // A run makes the tab, and formulas find it.
  await enriched(copy!);
  expect(copy!.property('archive')).toMatch(/^\d+$/);
});
