import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunForm } from '../../src/sidebar/find-calls';
import { createAddon, type Addon, type AddonOptions } from '../setup/addon';
import { momentOf, type Moment } from '../setup/moment';
import { contentForm, driven, pulled, sheetIdOf, synced } from './content';
import { value } from './page';

const OPTIONS: AddonOptions = { container: 'addon', standin: { creators: 400 } };

let addon: Addon;
beforeAll(async () => {
  addon = await createAddon(OPTIONS);
  addon.setSettings({ maxRequestsPerDay: 100_000, maxRequestsPerRun: 50_000 });
  await addon.emulator.open();
});
afterAll(() => addon.close());

/** Rows that stand there before, each with a person's note. */
const BEFORE = 4;
const NOTE = 'My note';

type Sheet = ReturnType<Addon['emulator']['spreadsheet']['sheet']>;
const sheetOf = (name: string): Sheet => addon.emulator.spreadsheet.sheet(name);

/** What people do while a page is written. */
const EDITS: Record<string, (sheet: Sheet) => void> = {
  'a row inserted': (sheet) => sheet.insertRows(3),
  'three rows inserted above the last': (sheet) => sheet.insertRows(BEFORE + 1, 3),
  'a row deleted': (sheet) => sheet.deleteRows(3),
  'a column inserted at the left': (sheet) => sheet.insertColumns(1),
  'a column inserted': (sheet) => sheet.insertColumns(4),
};

/** How a sheet of ours is made, and then gets its page. */
interface Kind {
  id: string;
  made: () => Promise<string>;
  page: (name: string) => Promise<{ state: string; used: number }>;
}

const FEW = { platform: 'instagram', username: 'adidas,nike', followerMin: '0' };
const form: RunForm = {
  platform: 'instagram',
  filters: {},
  from: 1,
  to: 1,
  sheetId: null,
  known: 'mark',
  pictures: false,
  picks: [],
  again: false,
  cap: null,
};

async function searched(change: Partial<RunForm>): Promise<{ state: string; used: number; sheet: string }> {
  const { id } = await value(addon, 'startSearch', { ...form, ...change });
  for (;;) {
    const now = await value(addon, 'stepRun', { id, resume: false, cap: null });
    if (now.state !== 'running') return now;
  }
}

const KINDS: Record<string, Kind> = {
  'a refresh of posts that brings new ones too': {
    id: 'Content id',
    made: async () => (await pulled(addon, { filters: FEW, max: BEFORE })).sheet,
    page: (name) => synced(addon, sheetIdOf(addon, name), { max: 30, refresh: true }),
  },
  'the next page of a search': {
    id: 'influData id',
    made: async () => {
      const { sheet } = await searched({});
      sheetOf(sheet).deleteRows(BEFORE + 2, 20 - BEFORE);
      return sheet;
    },
    page: (name) => searched({ from: 2, to: 2, sheetId: sheetIdOf(addon, name) }),
  },
};

interface Result {
  /** By id and header, without what is of the moment. */
  rows: Map<string, Record<string, unknown>>;
  ids: string[];
  used: number;
  places: number;
}

const OF_THE_MOMENT = /Box|Found at|Figures of|Already in|Image link|Video link|imageUrl|videoUrl/;

function read(name: string, id: string): Pick<Result, 'rows' | 'ids'> {
  const [headers = [], ...rows] = sheetOf(name).values();
  const found = new Map<string, Record<string, unknown>>();
  const ids: string[] = [];
  for (const row of rows) {
    const own = String(row[headers.indexOf(id)]);
    if (own === '') {
      // An inserted row holds nothing; checkboxes go on below.
      expect(row.filter((cell, column) => cell !== '' && headers[column] !== 'Box')).toEqual([]);
      continue;
    }
    ids.push(own);
    const named = headers.flatMap((header, column) =>
      OF_THE_MOMENT.test(String(header)) ? [] : [[String(header), row[column]] as const],
    );
    found.set(own, Object.fromEntries(named));
  }
  return { rows: found, ids };
}

/** Checkboxes of a person, further down than our rows. */
function boxesIn(sheet: Sheet): string {
  const [headers = [], ...rows] = sheet.values();
  const boxes = rows.map((row) => row[headers.indexOf('Box')]).filter((box) => box !== '');
  return boxes.sort().join();
}

/** A sheet of the kind with a person's notes and boxes, as it stands before its page. */
async function prepared(kind: Kind): Promise<{ name: string; before: Moment }> {
  const name = await kind.made();
  const sheet = sheetOf(name);
  const [headers = [], ...rows] = sheet.values();
  sheet.set(`AM1`, [[NOTE, 'Box']]);
  rows.forEach((row, at) => sheet.set(`AM${at + 2}`, `of ${String(row[headers.indexOf(kind.id)])}`));
  sheet.set(
    'AN2',
    Array.from({ length: 40 }, (_, at) => [at % 3 === 0]),
  );
  sheet.insertColumns('AO', 5);
  return { name, before: momentOf(addon, OPTIONS) };
}

async function played(
  kind: Kind,
  { name, before }: { name: string; before: Moment },
  edit?: (sheet: Sheet) => void,
  nth = -1,
): Promise<Result> {
  await addon.close();
  addon = await before.again();
  const sheet = sheetOf(name);
  const boxes = boxesIn(sheet);
  let places = 0;
  addon.emulator.faults.intercept = ({ service, method, phase }) => {
    if (service !== 'SpreadsheetApp' || phase !== 'before') return;
    if (/setValues|getFormulas|flush/.test(method) && places++ === nth) edit?.(sheet);
  };
  const done = await kind.page(name);
  delete addon.emulator.faults.intercept;
  expect([nth, done.state]).toEqual([nth, 'done']);
  const result = { ...read(name, kind.id), used: done.used, places };
  expect([nth, boxesIn(sheet)]).toEqual([nth, edit === EDITS['a row deleted'] ? expect.any(String) : boxes]);
  return result;
}

describe.each(Object.keys(KINDS))('%s', (name) => {
  const kind = KINDS[name] as Kind;
  let start: Awaited<ReturnType<typeof prepared>>;
  let plain: Result;
  beforeAll(async () => {
    start = await prepared(kind);
    plain = await played(kind, start);
    expect(plain.ids.length).toBeGreaterThan(BEFORE + 2);
  });

  test.each(Object.keys(EDITS))(
    '%s between any read, write or flush: each stands once, under its headers, beside its note, and is paid once',
    async (edit) => {
      for (let nth = 0; nth < plain.places; nth++) {
        const { rows, ids, used } = await played(kind, start, EDITS[edit], nth);
        const gone = edit === 'a row deleted' ? [...plain.ids].filter((id) => !ids.includes(id)) : [];
        expect([nth, [...ids].sort()]).toEqual([nth, plain.ids.filter((id) => !gone.includes(id)).sort()]);
        expect(gone.length).toBeLessThan(2);
        for (const [id, row] of rows) {
          const { [NOTE]: note, ...rest } = row;
          const { [NOTE]: wanted, ...same } = plain.rows.get(id) ?? {};
          // Under no header but blank cells. Deleted before its page came, a post comes without its note.
          expect([nth, { '': '', ...rest }]).toEqual([nth, { '': '', ...same }]);
          if (edit !== 'a row deleted' || note !== '') expect([nth, id, note]).toEqual([nth, id, wanted]);
        }
        expect(used).toBeLessThanOrEqual(plain.used);
      }
    },
    60_000,
  );
});

test('a column inserted while a new sheet gets the columns of further fields: no header is lost', async () => {
  const { sheet: undisturbed } = await pulled(addon, { filters: FEW, max: BEFORE });
  const [headers = []] = sheetOf(undisturbed).values();
  const plain = read(undisturbed, 'Content id');
  for (let nth = 1; nth < 6; nth++) {
    const run = await value(addon, 'startContent', contentForm({ filters: FEW, max: BEFORE }));
    let calls = 0;
    addon.emulator.faults.intercept = ({ service, method, phase }) => {
      if (service === 'SpreadsheetApp' && phase === 'before' && /getValues|setValues|flush/.test(method))
        if (calls++ === nth) sheetOf(run.sheet).insertColumns(3);
    };
    expect([nth, (await driven(addon, run)).state]).toEqual([nth, 'done']);
    delete addon.emulator.faults.intercept;
    const [now = []] = sheetOf(run.sheet).values();
    expect([nth, now.filter((header) => header !== '')]).toEqual([nth, headers]);
    expect([nth, read(run.sheet, 'Content id').ids]).toEqual([nth, plain.ids]);
    sheetOf(run.sheet).delete();
  }
}, 60_000);
