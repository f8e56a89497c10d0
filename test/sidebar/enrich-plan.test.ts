import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InterceptedCall } from '../../dev/emulator/emulator';
import type { EnrichForm } from '../../src/sidebar/enrich-calls';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { columnOf, driven, enriched, selected, started, step } from './enrich';
import { refusal, reply, value } from './page';

const HOUR_MS = 60 * 60_000;

let addon: Addon;
let handles: string[];
beforeEach(async () => {
  addon = await createAddon({ container: 'addon', standin: { creators: 4000 } });
  handles = ordinaryHandles(addon.standin, 30);
  await addon.emulator.open();
});
afterEach(() => addon.close());

const sheet = () => addon.emulator.spreadsheet.sheet('Sheet1');
function typed(names: readonly unknown[], header = 'username'): void {
  sheet().set('A1', [[header], ...names.map((name) => [name])]);
  sheet().select(`A1:A${names.length + 1}`);
}
const status = (): unknown[] => columnOf(addon, 'influData status');
const form = async (change: Partial<EnrichForm> = {}): Promise<EnrichForm> => {
  const { sheetId, keys } = await selected(addon);
  return {
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
    ...change,
  };
};

describe('what is no handle is not bought', () => {
  test('rounded ids, TRUE, errors, half characters: unreadable with why; whole numbers are handles', async () => {
    typed([1.2345678901234567e19, true, '#REF!', 'Loading...', 'abc\ud83d', 2024]);
    const { unreadable, creators } = await selected(addon);
    expect(unreadable.map(({ why }) => why)).toEqual([
      expect.stringMatching(/rounded this number/),
      expect.stringMatching(/TRUE or FALSE/),
      expect.stringMatching(/shows an error/),
      expect.stringMatching(/is loading/),
      expect.stringMatching(/middle of a character/),
    ]);
    expect(creators).toBe(1);
  });

  test('half a character does not keep the other rows', async () => {
    typed([...handles.slice(0, 3), 'abc\ud83d']);
    expect(await enriched(addon)).toMatchObject({ state: 'done', used: 3, counts: { done: 3, unreadable: 1 } });
  });

  test.each(['Instagram', 'IG handle', 'Instagram profile URL', 'YouTube channel', 'Creator names'])(
    '%s is a header',
    async (header) => {
      typed(handles.slice(0, 2), header);
      expect(await selected(addon)).toMatchObject({ header, creators: 2 });
    },
  );
});

describe('what a person has stays', () => {
  test('the column that names the creators is never written to', async () => {
    const names = [`https://www.instagram.com/${handles[0]}/`, `@${handles[1]}`];
    typed(names);
    await enriched(addon, { mode: 'overwrite', fields: ['username', 'followers'] });
    expect(columnOf(addon, 'username')).toEqual(names);
    expect(columnOf(addon, 'Handle')).toEqual(handles.slice(0, 2));
  });

  test.each(['overwrite', 'fill'] as const)(
    '%s: a column that one formula fills is refused, untouched',
    async (mode) => {
      typed(handles.slice(0, 4));
      sheet().set('B1', 'Followers');
      sheet().set('B2', '=ARRAYFORMULA(IF(A2:A5="","",LEN(A2:A5)))');
      await addon.emulator.recalculate({ all: true });
      const before = sheet().values();
      expect(await refusal(addon, 'startEnrich', await form({ mode }))).toMatch(
        /"Followers" is filled by a formula in row 2/,
      );
      expect(sheet().values()).toEqual(before);
    },
  );

  test('a formula stays where the handle beside it was edited while the run works', async () => {
    typed(handles.slice(0, 3));
    sheet().set('B1', 'Followers');
    sheet().set('B3', '=1+1');
    const run = await started(addon, { mode: 'overwrite', fields: ['followers'] });
    await step(addon, run);
    sheet().set('A3', handles[10]);
    await driven(addon, run);
    expect(sheet().formulas('B3')).toEqual([['=1+1']]);
  });

  test('rows that are protected: nothing is written, not even a header', async () => {
    typed(handles.slice(0, 10));
    sheet().protect('A5:Z5');
    const given = await form({ mode: 'new' });
    const before = sheet().values();
    const served = await addon.emulator.serve('influSidebar', ['startEnrich', given], {
      user: 'colleague@example.com',
    });
    expect(served).toMatchObject({
      value: { ok: false, message: expect.stringMatching(/some of its rows are protected/) as string },
    });
    expect(sheet().values()).toEqual(before);
    expect((await value(addon, 'open', {})).runs.enrich).toBeUndefined();
  });
});

const platforms = (): void => void sheet().set('B1', [['platform'], ...handles.slice(0, 4).map(() => ['instagram'])]);

/**
 * Before any other call is before the next of these. Where marks stand is read one by one; each fourth of those is enough.
 */
const looksOrWrites = ({ service, method, index, phase }: InterceptedCall): boolean =>
  service === 'SpreadsheetApp' &&
  phase === 'before' &&
  (/(?:[gs]etValues|getFormulas|getMetadata|addMetadata|insertLines|copyTo|setNumberFormat|flush)$/.test(method) ||
    (method === 'Sheet.getLineRange' && index % 4 === 0));

describe('a sheet that was changed between reading and start', () => {
  test.each([
    ['a column inserted', () => sheet().insertColumns(1, 1)],
    ['a row inserted', () => sheet().insertRows(3, 1)],
    ['sorted', () => sheet().sort('A2:B5', [{ column: 'A', ascending: false }])],
    ['rows deleted', () => sheet().deleteRows(2, 4)],
    ['the platforms moved', () => sheet().insertColumns(2, 1)],
    ['everything deleted', () => sheet().clear('A1:B5')],
  ])('%s: nothing is written, and one sentence says to read again', async (_, change) => {
    typed(handles.slice(0, 4));
    sheet().sort('A2:A5', [{ column: 'A', ascending: true }]);
    platforms();
    sheet().select('A1:B5');
    const given = await form({ mode: 'new' });
    change();
    const before = sheet().values();
    expect(await refusal(addon, 'startEnrich', given)).toMatch(/has changed since.*Select the handles again\.$/);
    expect(sheet().values()).toEqual(before);
    expect((await value(addon, 'open', {})).runs.enrich).toBeUndefined();
  });

  test('a column inserted while a start makes new columns, at any call: the sheet is as it was, and marks stand on no other column', async () => {
    typed(handles.slice(0, 2));
    sheet().set('B1', [
      ['Owner', 'Note'],
      ['Ann', 'a'],
      ['Ben', 'b'],
    ]);
    sheet().select('A1:A3');
    const given = await form({ mode: 'new', fields: ['followers'] });
    const texts = (): string[][] =>
      sheet()
        .values('A1:Z3')
        .map((row) => row.map(String));
    const before = texts();
    let at = 0;
    for (let isOver = false; !isOver; at++) {
      let seen = 0;
      const place = 2 + (at % 2);
      isOver = true;
      addon.emulator.faults.intercept = (call) => {
        if (!isOver || !looksOrWrites(call) || seen++ < at) return;
        isOver = false;
        sheet().insertColumns(place);
      };
      const answered = await reply(addon, 'startEnrich', given);
      delete addon.emulator.faults.intercept;
      if (!isOver) sheet().deleteColumns(place);
      if (answered.ok) await driven(addon, answered.value);
      expect([at, texts().map((row) => row.slice(0, 3))]).toEqual([at, before.map((row) => row.slice(0, 3))]);
      expect([at, texts()[0]?.slice(3).join(' ').trim()]).toEqual([
        at,
        answered.ok ? 'Followers influData status influData as of influData creator' : '',
      ]);
      if (answered.ok) await value(addon, 'endRun', { id: answered.value.id });
      const added = Math.max(...addon.emulator.spreadsheet.metadata().map(({ line = 0 }) => line)) - 3;
      if (added > 0) sheet().deleteColumns(4, added);
      const marks = addon.emulator.spreadsheet.metadata().map(({ value: text }) => String(text));
      expect([at, marks.filter((text) => /field:|status/.test(text))]).toEqual([at, []]);
    }
    expect(at).toBeGreaterThan(25);
  });

  test('a column inserted in the middle of the start, at any call: every value stays beside its own, no text of ours where none belongs', async () => {
    typed(handles.slice(0, 3));
    await enriched(addon, { fields: ['followers', 'engagement'] });
    const width = sheet().lastColumn;
    const texts = (): string[][] =>
      sheet()
        .values()
        .map((row) => row.map(String));
    const given = await form({ fields: ['followers', 'engagement'], which: 'all', again: true });
    let at = 0;
    for (let isOver = false; !isOver; at++) {
      let seen = 0;
      const before = texts();
      const isOfRun = before[0]?.map((header) => header.startsWith('influData status')) ?? [];
      isOver = true;
      addon.emulator.faults.intercept = (call) => {
        if (!isOver || !looksOrWrites(call) || seen++ < at) return;
        isOver = false;
        sheet().insertColumns(2);
      };
      const answered = await reply(addon, 'startEnrich', given);
      delete addon.emulator.faults.intercept;
      if (!isOver) sheet().deleteColumns(2);
      const kept = (rows: string[][]): string[][] =>
        rows.map((row) => row.filter((_, column) => !isOfRun[column]).slice(0, width - 1));
      expect([at, kept(texts())]).toEqual([at, kept(before)]);
      const [run] = [(await value(addon, 'open', {})).runs.enrich];
      expect([at, run !== undefined]).toEqual([at, answered.ok]);
      if (run) await value(addon, 'endRun', { id: run.id });
    }
    expect(at).toBeGreaterThan(25);
  });

  test('what is typed below or beside is no change', async () => {
    typed(handles.slice(0, 4));
    const given = await form({ mode: 'new' });
    sheet().set('A6', handles[5]);
    sheet().set('B1', [['note'], ['mine']]);
    expect(await value(addon, 'startEnrich', given)).toMatchObject({ rows: 4 });
  });
});

describe('statuses tell the truth', () => {
  test('rows of another platform keep theirs', async () => {
    const tiktok = ordinaryHandles(addon.standin, 3, 'tiktok');
    typed([...handles.slice(0, 3), ...tiktok]);
    sheet().select('A2:A4');
    await enriched(addon);
    sheet().select('A5:A7');
    await enriched(addon, { platform: 'tiktok', mode: 'fill' });
    expect(status()).toEqual(Array(6).fill('done'));
    expect(columnOf(addon, 'Followers')).not.toContain('');
  });

  test('an edited handle does not keep the values of the one before, also where it is not found', async () => {
    typed(handles.slice(0, 2));
    await enriched(addon);
    const before = sheet().values('A3:G3');
    sheet().set('A2', addon.standin.creators.nonexistent(3));
    sheet().select('A1:A3');
    await enriched(addon, { mode: 'overwrite' });
    expect(sheet().values('B2:F2')).toEqual([['', '', '', 'not found', '']]);
    expect(sheet().values('A3:D3')).toEqual([before[0]?.slice(0, 4)]);
  });

  test('rows that a vanished run left waiting are told, and not bought by a run over others', async () => {
    typed(handles.slice(0, 6));
    const run = await started(addon);
    addon.emulator.stores.properties('document').delete(`run/${run.id}`);
    sheet().select('A2:A3');
    expect(await enriched(addon, { mode: 'overwrite' })).toMatchObject({ rows: 2, doneRows: 2, used: 2 });
    expect(status()).toEqual(['done', 'done', 'not run', 'not run', 'not run', 'not run']);
  });

  test('a pause is told with the next step', async () => {
    typed(handles.slice(0, 3));
    addon.setSettings({ paused: true });
    expect((await enriched(addon)).message).toMatch(/Spending is paused. Resume spending/);
  });
});

describe('runs begin and end', () => {
  test('two that start at once: one does, and the sheet is that one’s', async () => {
    typed(handles.slice(0, 10));
    const given = await form({ mode: 'new' });
    const both = await Promise.all([reply(addon, 'startEnrich', given), reply(addon, 'startEnrich', given)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      sheet()
        .values()[0]
        ?.filter((header) => header === 'Followers'),
    ).toHaveLength(1);
    expect(status()).toEqual(Array(10).fill('waiting'));
  });

  test('a field that is almost spelled right is refused with the right one before the sheet is touched', async () => {
    typed(handles.slice(0, 2));
    expect(await refusal(addon, 'startEnrich', await form({ fields: ['country', 'folowers'] }))).toBe(
      'There is no field "folowers". Did you mean followers?',
    );
    expect(sheet().values()[0]).toEqual(['username']);
  });

  test('a plan that is too long for its property is refused before the sheet is touched', async () => {
    typed(handles.slice(0, 2));
    const fields = Array.from({ length: 40 }, (_, index) => `${'a.'.repeat(120)}${index}`);
    expect(await refusal(addon, 'startEnrich', await form({ mode: 'new', fields }))).toMatch(/Choose fewer/);
    expect(sheet().values()[0]).toEqual(['username']);
  });

  test('a run can be discarded where the sheet takes nothing', async () => {
    typed(handles.slice(0, 4));
    const { id } = await started(addon);
    addon.emulator.faults.intercept = ({ method, phase }) =>
      method === 'Range.setValues' && phase === 'before'
        ? { throw: 'You are trying to edit a protected cell.' }
        : undefined;
    await value(addon, 'endRun', { id });
    delete addon.emulator.faults.intercept;
    expect((await value(addon, 'open', {})).runs.enrich).toBeUndefined();
  });

  test('finished runs leave nothing behind for good', async () => {
    typed(handles.slice(0, 2));
    const done = await enriched(addon);
    addon.emulator.clock.advance(2 * HOUR_MS);
    await started(addon);
    expect(addon.property(`run/${done.id}`)).toBeUndefined();
  });

  test('scattered rows are marked by one write', async () => {
    typed(Array.from({ length: 200 }, (_, index) => (index % 2 ? '' : handles[index % 30])));
    addon.emulator.counts.reset();
    await started(addon);
    expect(addon.emulator.counts.of('SpreadsheetApp', 'Range.setValues')).toBeLessThanOrEqual(2);
  });
});
