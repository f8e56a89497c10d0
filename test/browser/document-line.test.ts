import { beforeEach, expect, test } from 'vitest';
import type { Workbook } from '../../dev/emulator/spreadsheet/workbook';
import { createWorkbook } from '../../dev/emulator/spreadsheet/workbook';
import type { Edit, Mutation } from '../../dev/workbench/document';
import type { DocumentLine } from '../../dev/workbench/document-line';
import { createDocumentLine } from '../../dev/workbench/document-line';

type Told = { client: string; mutations: Mutation[]; structure: number; looks: number };

let workbook: Workbook;
let line: DocumentLine;
let told: Told[];
beforeEach(() => {
  workbook = createWorkbook();
  told = [];
  line = createDocumentLine(workbook.book, {
    clients: () => ['ada', 'bob'],
    tellPage: (client, message) => void told.push({ client, ...message }),
  });
});

const edit = (edits: Edit[], structure = 0, looks = line.looks()) =>
  line.edit('ada', { kind: 'edits', edits, structure, looks });
const sheet = () => workbook.sheet('Sheet1');
const kindsFor = (client: string) =>
  told.filter((each) => each.client === client).flatMap(({ mutations }) => mutations.map(({ type }) => type));

test('what a person types reaches the other pages, not his own', () => {
  edit([{ type: 'put', sheetId: 0, cells: [[1, 1, { value: 'typed' }]] }]);
  expect(sheet().get('A1').value).toBe('typed');
  expect(kindsFor('bob')).toEqual(['cells']);
  expect(kindsFor('ada')).toEqual([]);
});

test('results of formulas and selections reach the document and no other page', () => {
  sheet().set('A1', '=1+1');
  line.flush();
  told = [];
  edit([
    { type: 'results', sheetId: 0, cells: [[1, 1, { value: 2 }]] },
    {
      type: 'select',
      sheetId: 0,
      ranges: [{ row: 2, column: 2, rows: 2, columns: 1 }],
      current: { row: 2, column: 2 },
    },
  ]);
  expect(sheet().get('A1')).toMatchObject({ value: 2, formula: '=1+1' });
  expect(sheet().selection()).toEqual(['B2:B3']);
  expect(kindsFor('bob')).toEqual([]);
});

test('a result for a cell that holds no formula any more changes nothing', () => {
  sheet().set('A1', 'kept');
  edit([{ type: 'results', sheetId: 0, cells: [[1, 1, { value: 2 }]] }]);
  expect(sheet().get('A1').value).toBe('kept');
});

test('a typed value keeps the note and the validation of its cell, and loses the formula', () => {
  sheet().set('A1', '=1+1');
  sheet().note('A1', 'Mine');
  sheet().validate('A1', { criteria: 'NUMBER_GREATER_THAN', values: [0], allowInvalid: true, helpText: null });
  edit([{ type: 'put', sheetId: 0, cells: [[1, 1, { value: 7 }]] }]);
  expect(sheet().get('A1')).toMatchObject({ value: 7, formula: '', note: 'Mine' });
  expect(sheet().get('A1').validation).not.toBeNull();
});

test('spilled values belong to their formula: when a script overwrites it they are gone', () => {
  sheet().set('A1', '=TABLE()');
  edit([
    {
      type: 'results',
      sheetId: 0,
      cells: [
        [1, 1, { value: 1 }],
        [2, 1, { value: 2, spilledFrom: 'A1' }],
      ],
    },
  ]);
  edit([{ type: 'results', sheetId: 0, cells: [[1, 1, { value: 3 }]] }]);
  expect(sheet().get('A2')).toMatchObject({ value: 2, isSpilled: true });
  sheet().set('A1', 'plain');
  expect(sheet().get('A2').value).toBe('');
});

test('a page is told how many of its own insertions the document knows', () => {
  edit([{ type: 'insertRows', sheetId: 0, at: 1, count: 1 }], 1);
  expect(told).toContainEqual({ client: 'ada', mutations: [], structure: 1, looks: 0 });
  sheet().set('A1', 'script');
  line.flush();
  expect(told.filter(({ mutations }) => mutations.length > 0).slice(-2)).toMatchObject([
    { client: 'ada', structure: 1 },
    { client: 'bob', structure: 0 },
  ]);
});

test('a sheet has the same number on every page; a script’s own new sheet becomes the active one', () => {
  edit([{ type: 'insertSheet', index: 1, sheet: { id: 4711, name: 'Mine' } }]);
  const forBob = told.flatMap(({ client, mutations }) => (client === 'bob' ? mutations : []));
  expect(forBob).toMatchObject([{ type: 'insertSheet', index: 1, sheet: { id: 4711, name: 'Mine' } }]);
  told = [];
  workbook.insertSheet('Results');
  line.flush();
  expect(kindsFor('ada')).toEqual(['insertSheet', 'activateSheet']);
});

test('where a page looked before a script went on does not take the document back', () => {
  const mine = { type: 'put', sheetId: 0, cells: [[1, 1, { value: 'typed' }]] } satisfies Edit;
  const there = [{ row: 2, column: 2, rows: 1, columns: 1 }];
  const select = { type: 'select', sheetId: 0, ranges: there, current: { row: 2, column: 2 } } satisfies Edit;
  workbook.insertSheet('Summary');
  line.flush();
  const known = told.at(-1)?.looks ?? 0;
  workbook.insertSheet('Log');
  edit([mine, select], 0, known);
  expect([workbook.activeSheet().name, sheet().get('A1').value]).toEqual(['Log', 'typed']);
  edit([select], 0, told.at(-1)?.looks);
  expect([workbook.activeSheet().name, sheet().selection()]).toEqual(['Sheet1', ['B2']]);
});

test('an edit of a sheet that a script has deleted throws, so that the page loads anew', () => {
  expect(() => edit([{ type: 'put', sheetId: 99, cells: [[1, 1, { value: 1 }]] }])).toThrow();
  expect(sheet().lastRow).toBe(0);
});

test('a page that could not place what it was told gets the sheet whole', () => {
  sheet().set('B2', 'there');
  line.flush();
  told = [];
  line.resend('bob', [0]);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ client: 'bob', mutations: [{ type: 'cells', row: 1, column: 1 }] });
});
