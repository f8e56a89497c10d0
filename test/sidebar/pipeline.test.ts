import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { selected } from './enrich';
import { refusal, value } from './page';

const NO = 'do not contact';
const OWNER = 'owner@example.com';

let addon: Addon;
let handles: string[];
beforeEach(async () => {
  addon = await createAddon({ container: 'addon', locale: 'de_DE', standin: { creators: 2000 } });
  handles = ordinaryHandles(addon.standin, 12);
});
afterEach(() => addon.close());

const book = () => addon.emulator.spreadsheet;
const sheet = (name = 'Sheet1') => book().sheet(name);
/** A sheet with these rows, in front. */
function listed(name: string, rows: readonly unknown[][]): void {
  const own = name === 'Sheet1' ? sheet() : book().insertSheet(name);
  own.set('A1', rows as never);
  own.activate();
}
const make = () => value(addon, 'makePipeline', { platform: 'instagram' });
const compare = () => value(addon, 'comparePipelines', {});
const paste = (text: string) => value(addon, 'addDoNotContact', { pasted: text, platform: 'instagram' });
const headersOf = (name = 'Sheet1'): unknown[] => sheet(name).values()[0] ?? [];
/** Everything that people see of a spreadsheet, with rules and marks. */
const seen = (): string =>
  JSON.stringify(
    book()
      .sheetNames()
      .map((name) => [name, sheet(name).values(), sheet(name).data.rows, sheet(name).data.conditionalFormats]),
  ) + JSON.stringify(book().metadata());
const LIST = (): unknown[][] => [
  ['Handle', 'Fee (EUR)', 'Stage', 'mine'],
  [handles[0], 900, 'In talks', '=1+1'],
  [handles[1], '=450*2', NO, "'=IMPORTXML(1)"],
];

describe('a list that is made a pipeline', () => {
  test('keeps every cell, takes over what is there, and made again changes nothing, also when moved and renamed', async () => {
    listed('Sheet1', LIST());
    await addon.emulator.recalculate();
    const [rows, formulas] = [sheet().values('A1:D3'), sheet().formulas('A1:D3')];
    sheet().select('A2:A3');
    expect(await make()).toEqual({
      sheet: 'Sheet1',
      creators: 2,
      added: ['Owner', 'Next date', 'Note'],
      taken: ['Stage', 'Fee (EUR)'],
      hasOwnList: false,
      otherWords: ['In talks'],
    });
    expect(headersOf()).toEqual(['Handle', 'Fee (EUR)', 'Stage', 'mine', 'Owner', 'Next date', 'Note']);
    // What is new is scrolled to, and who was selected stays so.
    expect(sheet().selection()).toEqual(['A2:G3']);
    expect([sheet().values('A1:D3'), sheet().formulas('A1:D3')]).toEqual([rows, formulas]);
    expect(sheet().get('F2').format.numberFormat).toBe('yyyy-mm-dd');
    const once = seen();
    expect(await make()).toMatchObject({ added: [], taken: [] });
    expect(seen()).toBe(once);
    sheet().moveColumn('C', 'A');
    sheet().set('A1', 'Wie weit');
    sheet().set('F1', 'Wer');
    sheet().insertColumns('A');
    const moved = headersOf();
    expect(await make()).toMatchObject({ added: [], taken: [], otherWords: ['In talks'] });
    expect(headersOf()).toEqual(moved);
    const [light] = sheet().data.conditionalFormats;
    expect(light).toMatchObject({ areas: [{ row: 2, column: 2 }], values: [expect.stringMatching(/^=\(\$B2<>/)] });
    expect(sheet().data.conditionalFormats).toHaveLength(10);
  });

  test('has new columns in the currency of the spreadsheet, and under a title too', async () => {
    listed('Sheet1', [['Spring list'], [''], ['Creator', 'Platform'], [`@${handles[0]}`, 'Instagram']]);
    expect(await make()).toMatchObject({ added: ['Status', 'Owner', 'Next date', 'Note', 'Fee'], taken: [] });
    expect(sheet().values('C3:G3')).toEqual([['Status', 'Owner', 'Next date', 'Note', 'Fee']]);
    expect(sheet().get('G4').format.numberFormat).toBe('#,##0 "EUR"');
    expect([sheet().get('C3').validation, sheet().get('C4').validation?.criteria]).toEqual([null, 'VALUE_IN_RANGE']);
  });

  test("a person's own dropdown and colors stay; one of our templates takes the words", async () => {
    listed('Sheet1', LIST());
    const own = { criteria: 'VALUE_IN_LIST', values: [['yes', 'no']], allowInvalid: true, helpText: null };
    sheet().validate('C2:C3', own);
    const mine = { criteria: 'TEXT_EQUAL_TO', values: ['x'], background: '#123456', fontColor: null };
    Object.assign(sheet().data, {
      conditionalFormats: [{ ...mine, areas: [{ row: 2, column: 4, rows: 2, columns: 1 }] }],
    });
    expect((await make()).hasOwnList).toBe(true);
    expect(sheet().get('C2').validation).toEqual(own);
    expect(sheet().data.conditionalFormats[0]).toMatchObject(mine);
    expect(sheet().data.conditionalFormats).toHaveLength(11);

    const { sheet: template } = await value(addon, 'insertTemplate', { template: 'shortlist' });
    expect(await make()).toMatchObject({ sheet: template, taken: ['Status', 'Notes', 'Fee'], hasOwnList: false });
    expect(sheet(template).get('F7').validation?.criteria).toBe('VALUE_IN_RANGE');
  });

  test('a typed column of a table keeps its type', async () => {
    listed('Sheet1', LIST());
    sheet().table('A1:D3', ['none', 'none', 'dropdown', 'none']);
    expect(await make()).toMatchObject({ hasOwnList: true, added: ['Owner', 'Next date', 'Note'] });
    expect(sheet().get('C2').validation).toBeNull();
    expect(headersOf()).toContain('Next date');
  });

  test('nothing is done where it cannot be, and the sentence says what to do', async () => {
    expect(await refusal(addon, 'makePipeline', { platform: 'instagram' })).toMatch(/"Sheet1" is empty/);
    listed('Sheet1', [[handles[0]], [handles[1]]]);
    expect(await refusal(addon, 'makePipeline', { platform: 'instagram' })).toMatch(/header over your list first/);
    await value(addon, 'showStatusWords', {});
    expect(await refusal(addon, 'makePipeline', { platform: 'instagram' })).toMatch(/holds the words/);
    addon.emulator.spreadsheet.shareWith([OWNER, 'guest@example.com']);
    listed('Sheet1', LIST());
    sheet().protect(null);
    const before = JSON.stringify(sheet().values());
    const guest = await addon.emulator.serve('influSidebar', ['makePipeline', { platform: 'instagram' }], {
      user: 'guest@example.com',
    } as never);
    expect(JSON.stringify(guest)).toMatch(/protected/);
    expect(JSON.stringify(sheet().values())).toBe(before);
  });

  test('words that a person writes are offered and colored everywhere', async () => {
    listed('Sheet1', LIST());
    await make();
    sheet('Pipeline words').set('A2', 'Neu');
    sheet('Pipeline words').set('A8', 'Pause');
    sheet().set('C2', 'neu');
    sheet().set('C3', 'Pause');
    // The list is those cells, and so are the colors: the rule of a line is true where its word stands.
    const rule = sheet().get('C2').validation?.values[0] as { row: number; rows: number };
    expect(
      sheet('Pipeline words')
        .values(`A${rule.row}:A${rule.row + rule.rows - 1}`)
        .flat(),
    ).toEqual(['Neu', 'contacted', 'negotiating', 'agreed', 'declined', NO, 'Pause', '', '', '']);
    const truths = async (row: number): Promise<number[]> => {
      const lights = sheet().data.conditionalFormats.map(({ values: [formula = ''] }) => formula);
      sheet().set(`J${row}`, [lights.map((each) => each.replaceAll('$C2', `$C${row}`))]);
      await addon.emulator.recalculate();
      return sheet().values(`J${row}:S${row}`)[0]?.map(Number) as number[];
    };
    expect(await truths(2)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(await truths(3)).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    // A blank cell is no blank word.
    expect(await truths(4)).toEqual(Array(10).fill(0));
    sheet('Pipeline words').rename("Mara's words");
    sheet().activate();
    await make();
    expect(book().sheetNames()).toEqual(['Sheet1', "Mara's words"]);
    expect((await compare()).otherWords).toEqual([]);
    expect(await truths(3)).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    // Pasted with other spaces it is the same word, and below our checkboxes a tick is what somebody types.
    sheet("Mara's words").set('A12', [['Nie wieder', 'x']]);
    sheet().set('C2', [['do\u00a0not  contact'], ['nie wieder']]);
    expect((await compare()).otherWords).toEqual([]);
    sheet().select('A1:A3');
    expect((await selected(addon)).leftOut?.creators).toBe(2);
  });
});

describe('what is pasted as do not contact', () => {
  test('by two people at the same moment stands there whole, each creator once', async () => {
    await paste(handles[0] ?? '');
    const added = await Promise.all([0, 3].map((from) => paste(handles.slice(from, from + 4).join('\n'))));
    expect(added.map((each) => each.added).reduce((sum, each) => sum + each)).toBe(6);
    const there = sheet('Do not contact').values('A2:A12').flat().filter(Boolean);
    expect(there.toSorted()).toEqual(
      handles
        .slice(0, 7)
        .map((handle) => `@${handle}`)
        .toSorted(),
    );
  });

  test('the sheets of words and of creators are made once, also by two people in one second', async () => {
    listed('Sheet1', LIST());
    await Promise.all([make(), make()]);
    await Promise.all([0, 1].map(() => paste(handles[0] ?? '')));
    expect(book().sheetNames()).toEqual(['Sheet1', 'Pipeline words', 'Do not contact']);
  });

  test('is read in any form, each creator once, and what names nobody is told', async () => {
    const [one = '', two = '', three = '', four = '', five = ''] = handles;
    const text = [
      `${one}, @${two.toUpperCase()};\thttps://www.instagram.com/${three}/?hl=de`,
      `• @${four} @${five}`,
      '',
      'TikTok: @someone',
      'uid:17841400000000001',
      'Anna from the agency',
      'none',
      '=IMPORTXML("https://evil.example";"//a")',
      `${one.toUpperCase()}`,
      'https://www.instagram.com/p/Cabc123/',
    ].join('\n');
    const added = await paste(text);
    expect(added).toMatchObject({ sheet: 'Do not contact', added: 7, already: 0, unreadableCount: 5 });
    expect(added.unreadable.map((each) => each.text)).toEqual([
      'Anna from the agency',
      'none',
      '=IMPORTXML("https://evil.example"',
      '"//a")',
      'https://www.instagram.com/p/Cabc123/',
    ]);
    for (const { why } of added.unreadable) expect(why).toMatch(/^.{15,}\.$/);
    expect(sheet('Do not contact').values()).toEqual([
      ['Creator', 'Platform', 'Status', 'Note'],
      ...[one, two, three, four, five].map((each) => [`@${each}`, 'Instagram', NO, '']),
      ['@someone', 'TikTok', NO, ''],
      ['uid:17841400000000001', 'Instagram', NO, ''],
    ]);
    expect(sheet('Do not contact').formulas('A1:D9').flat().join('')).toBe('');
    expect(sheet('Do not contact').get('C4').validation?.criteria).toBe('VALUE_IN_RANGE');

    // By hand: another status, a note, a row of somebody's own, another name and order of columns.
    sheet('Do not contact').set('C2', 'declined');
    sheet('Do not contact').set('D3', 'asked not to');
    sheet('Do not contact').set('A9', [[`https://www.instagram.com/${handles[5]}`, '', 'Do Not Contact']]);
    sheet('Do not contact').moveColumn('C', 'A');
    sheet('Do not contact').rename('Sperrliste');
    const before = sheet('Sperrliste').values();
    expect(await paste(`${one}\n${handles[5]}\n@${handles[6]}`)).toMatchObject({
      sheet: 'Sperrliste',
      added: 1,
      already: 2,
      unreadable: [],
    });
    expect(sheet('Sperrliste').values()).toEqual([...before, [NO, `@${handles[6]}`, 'Instagram', '']]);
    // A plain handle is read as those that were pasted first; what names nobody is told.
    sheet('Sperrliste').set('A11', [
      [NO, handles[7]],
      [NO, 'two words'],
      ['', 'a note of mine'],
    ]);
    expect((await compare()).unread).toEqual([{ sheet: 'Sperrliste', row: 12 }]);
    expect(await paste(`@${handles[7]}`)).toMatchObject({ added: 0, already: 1 });
    expect(addon.standin.charges.requests()).toEqual([]);
  });

  test('is written with the word that leaves out, and refused where there is none', async () => {
    await value(addon, 'showStatusWords', {});
    sheet('Pipeline words').set('A7', 'Sperre');
    await paste('adidas');
    expect(sheet('Do not contact').values('A2:C2')).toEqual([['@adidas', 'Instagram', 'Sperre']]);
    // Without its column of creators it stays as somebody left it.
    sheet('Do not contact').set('D2', 'asked not to');
    sheet('Do not contact').deleteColumns(1, 1);
    expect((await paste('nike')).added).toBe(1);
    expect(sheet('Do not contact').values('A2:C2')).toEqual([['Instagram', 'Sperre', 'asked not to']]);
    sheet('Pipeline words').set('B7', false);
    expect(await refusal(addon, 'addDoNotContact', { pasted: 'nike', platform: 'instagram' })).toMatch(
      /No status is ticked under “Leave out” in “Pipeline words”/,
    );
    sheet('Pipeline words').set('B1', 'Skip');
    expect(await refusal(addon, 'addDoNotContact', { pasted: 'nike', platform: 'instagram' })).toMatch(
      /^No status is ticked under “Skip” in “Pipeline words”/,
    );
    expect(
      await refusal(addon, 'addDoNotContact', {
        pasted: Array.from({ length: 5001 }, (_, at) => `name.${at}`).join('\n'),
        platform: 'instagram',
      }),
    ).toMatch(/at most 5,000 creators/);
  });
});

const isWrite = (method: string): boolean => /\.(set|insert|add|merge|copy|move|clear|remove)/.test(method);

const cells = (): unknown => [sheet().values('A1:D3'), sheet().formulas('A1:D3')];

/** Kills an execution at each of its writes in turn, from the same document, and says how often. */
async function killedAtEach(call: () => Promise<unknown>, check: () => Promise<void>): Promise<number> {
  const start = book().snapshot();
  for (let at = 0; ; at++) {
    let seenWrites = 0;
    let isKilled = false;
    addon.emulator.faults.intercept = ({ phase, service, method }) => {
      if (phase !== 'after' || service !== 'SpreadsheetApp' || !isWrite(method) || seenWrites++ !== at)
        return undefined;
      isKilled = true;
      return { kill: true };
    };
    await call();
    delete addon.emulator.faults.intercept;
    if (!isKilled) return at;
    await check();
    book().load(start);
  }
}

test('killed at each write, no cell is lost, and the next one completes it once', async () => {
  listed('Sheet1', LIST());
  await addon.emulator.recalculate();
  const rows = cells();
  const kills = await killedAtEach(
    () => addon.emulator.serve('influSidebar', ['makePipeline', { platform: 'instagram' }]),
    async () => {
      expect(cells()).toEqual(rows);
      sheet().activate();
      await make();
      expect(cells()).toEqual(rows);
      expect(headersOf()).toEqual(['Handle', 'Fee (EUR)', 'Stage', 'mine', 'Owner', 'Next date', 'Note']);
      expect(book().sheetNames()).toEqual(['Sheet1', 'Pipeline words']);
      expect(sheet('Pipeline words').values('A2:B2')).toEqual([['new', false]]);
      expect(sheet().data.conditionalFormats).toHaveLength(10);
      expect(sheet().get('C2').validation?.criteria).toBe('VALUE_IN_RANGE');
    },
  );
  expect(kills).toBeGreaterThan(20);
  const pasted = await killedAtEach(
    () => addon.emulator.serve('influSidebar', ['addDoNotContact', { pasted: 'adidas, nike', platform: 'instagram' }]),
    async () => {
      await paste('nike, adidas');
      expect(sheet('Do not contact').values('A2:A9').flat().filter(Boolean).sort()).toEqual(['@adidas', '@nike']);
      expect(book().sheetNames()).toEqual(['Sheet1', 'Pipeline words', 'Do not contact']);
      expect((await compare()).sheets).toEqual([
        { name: 'Sheet1', creators: 2 },
        { name: 'Do not contact', creators: 2 },
      ]);
    },
  );
  expect(pasted).toBeGreaterThan(10);
});

/** Calls that read cells or write anything: between two others nothing of ours can be moved. */
const isLook = (phase: string, service: string, method: string): boolean =>
  phase === 'after' && service === 'SpreadsheetApp' && (isWrite(method) || method === 'Range.getValues');

test('columns moved at any moment: every cell stays under its header, and the next one completes it', async () => {
  listed('Sheet1', LIST());
  await make();
  const start = (): void => {
    listed(
      'Next',
      LIST().map((each) => [...each, '']),
    );
  };
  const calls = await callsOf(async () => {
    start();
    await make();
  });
  const bare = book().snapshot();
  for (let at = 0; at < calls; at++) {
    book().load(bare);
    sheet('Next').delete();
    start();
    let seenCalls = 0;
    addon.emulator.faults.intercept = ({ phase, service, method }) => {
      if (isLook(phase, service, method) && seenCalls++ === at) sheet('Next').insertColumns('B');
    };
    await addon.emulator.serve('influSidebar', ['makePipeline', { platform: 'instagram' }]);
    delete addon.emulator.faults.intercept;
    sheet('Next').activate();
    await make();
    const [headers = [], ...rows] = sheet('Next').values();
    const under = (header: string): unknown[] => rows.map((each) => each[headers.indexOf(header)]);
    expect([under('Handle'), under('Stage'), under('mine')[1]], `call ${at}`).toEqual([
      [handles[0], handles[1]],
      ['In talks', NO],
      '=IMPORTXML(1)',
    ]);
    const { id } = sheet('Next').data;
    const marked = book()
      .metadata()
      .flatMap(({ sheetId, value: mark, line }) =>
        sheetId === id && mark.startsWith('pipeline:') ? [`${mark} ${String(headers[(line ?? 0) - 1])}`] : [],
      );
    expect(marked.sort(), `call ${at}`).toEqual([
      'pipeline:creator Handle',
      'pipeline:fee Fee (EUR)',
      'pipeline:next Next date',
      'pipeline:note Note',
      'pipeline:owner Owner',
      'pipeline:reads instagram Handle',
      'pipeline:status Stage',
    ]);
    const lists = (sheet('Next').data.rows[1] ?? []).flatMap((cell, line) => (cell?.validation ? [headers[line]] : []));
    expect(lists, `call ${at}`).toEqual(['Stage']);
    expect(headers.filter((text) => text !== '').sort(), `call ${at}`).toEqual([
      'Fee (EUR)',
      'Handle',
      'Next date',
      'Note',
      'Owner',
      'Stage',
      'mine',
    ]);
  }
});

async function callsOf(work: () => Promise<unknown>): Promise<number> {
  let seenCalls = 0;
  addon.emulator.faults.intercept = ({ phase, service, method }) => {
    if (isLook(phase, service, method)) seenCalls += 1;
  };
  await work();
  delete addon.emulator.faults.intercept;
  return seenCalls;
}

async function countOf(work: () => Promise<unknown>): Promise<number> {
  addon.emulator.counts.reset();
  await work();
  return addon.emulator.counts.of('SpreadsheetApp');
}

test('calls to the spreadsheet do not grow with rows', async () => {
  const counts: number[][] = [];
  for (const many of [40, 10_000]) {
    listed(`List ${many}`, [['Handle', 'Status'], ...Array.from({ length: many }, (_, at) => [`lena.vogt${at}`, NO])]);
    const made = await countOf(make);
    const asked = paste(Array.from({ length: many / 4 }, (_, at) => `jonas.weber${many}${at}`).join('\n'));
    counts.push([made, await countOf(() => asked), await countOf(compare)]);
    expect((await asked).added).toBe(many / 4);
  }
  const [few = [], most = []] = counts;
  // The second list makes no sheets, and there are more marks to look at.
  expect(most.map((count, at) => count / (few[at] ?? 0)).every((times) => times < 1.6)).toBe(true);
  expect(Math.max(...most)).toBeLessThan(400);
});
