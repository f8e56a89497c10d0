import type { SheetHandle } from '../../dev/emulator/spreadsheet/workbook';
import { clientColumns, clientSheets, postColumns, STATUS_HEADERS, trackersIn } from './boards';
import type { Edit } from './event';
import {
  addFormula,
  addRow,
  FORMULA_SHEET,
  HANDLE_HEADER,
  hasSheet,
  idOf,
  letters,
  nameOf,
  NOTE_HEADER,
  OWN_SHEET,
  sheetsOf,
  STRANGER_SHEET,
  TAG_HEADER,
  TOTAL_HEADER,
  type World,
} from './world';

/** What people do to the sheets, at any moment. What cannot be done is left. */
export function doByHand(world: World, edit: Edit): void {
  if (HANDS[edit.edit](world, edit as never)) world.note(`edit ${edit.edit}`);
}

type Hands = { [Kind in Edit['edit']]: (world: World, edit: Extract<Edit, { edit: Kind }>) => boolean };

const HANDS: Hands = {
  insertRows: (world, { sheet, at, count }) =>
    onSheet(world, sheet, (it) => it.insertRows(placeIn(it.lastRow, at), count)),
  deleteRows: (world, { sheet, at }) =>
    onSheet(world, sheet, (it) => {
      const row = placeIn(it.lastRow, at);
      if (row > it.lastRow || it.name === STRANGER_SHEET) return false;
      for (const tag of it.values(`A${row}:${letters(Math.max(1, it.lastColumn))}${row}`).flat()) {
        world.rows.delete(String(tag));
        world.formulas.delete(String(tag));
        world.posts.delete(String(tag));
      }
      it.deleteRows(row, 1);
      world.spoilt.add(it.id);
      return true;
    }),
  sort: (world, { sheet, at, to }) =>
    onSheet(world, sheet, (it) => {
      if (it.name === STRANGER_SHEET || it.lastRow < 3) return false;
      const column = 1 + Math.floor(at * it.lastColumn);
      // Nobody sorts the title into the rows.
      const top =
        [...trackersIn(world), ...clientSheets(world)].find((each) => each.sheet.id === it.id)?.headerRow ?? 1;
      if (it.lastRow < top + 2) return false;
      it.sort(`A${top + 1}:${letters(it.lastColumn)}${it.lastRow}`, [{ column, ascending: to < 0.5 }]);
      return true;
    }),
  insertColumn: (world, { sheet, at }) =>
    onSheet(world, sheet, (it) => {
      it.insertColumns(1 + Math.floor(at * (it.lastColumn + 1)));
      // The log is written by position.
      if (it.name.startsWith('influData log')) world.spoilt.add(it.id);
    }),
  deleteColumn: (world, { sheet, at }) =>
    onSheet(world, sheet, (it) => {
      const column = 1 + Math.floor(at * it.lastColumn);
      const header = String(it.values(`A1:${letters(Math.max(1, it.lastColumn))}1`)[0]?.[column - 1] ?? '');
      const isNeeded = [TAG_HEADER, HANDLE_HEADER, TOTAL_HEADER, NOTE_HEADER, 'Formula'].includes(header);
      if (isNeeded || it.name === STRANGER_SHEET || it.lastColumn < 2) return false;
      it.deleteColumns(column, 1);
      world.spoilt.add(it.id);
      return true;
    }),
  moveColumn: (world, { sheet, at, to }) =>
    onSheet(world, sheet, (it) => {
      if (it.name === STRANGER_SHEET) return false;
      const from = 1 + Math.floor(at * it.lastColumn);
      const before = 1 + Math.floor(to * (it.lastColumn + 1));
      if (before === from || before === from + 1) return false;
      it.moveColumn(from, before);
      if (it.name.startsWith('influData log')) world.spoilt.add(it.id);
      return true;
    }),
  typeHandle: (world, { at, who }) => {
    const place = ownCell(world, at, HANDLE_HEADER);
    const row = place && world.rows.get(place.tag);
    if (!place || !row) return false;
    const text = nameOf(world, [who, 'handle']);
    place.sheet.set(place.a1, text);
    row.text = text;
    row.names.add(idOf(world, who));
    for (const run of world.runs.values()) run.creators?.add(idOf(world, who));
    return true;
  },
  typeTotal: (world, { at, who }) => {
    const place = ownCell(world, at, TOTAL_HEADER);
    const row = place && world.rows.get(place.tag);
    if (!place || !row) return false;
    row.total = 5000 + who;
    place.sheet.set(place.a1, row.total);
    return true;
  },
  addRow: (world, { who }) => {
    if (!hasSheet(world, OWN_SHEET)) return false;
    addRow(world, who);
    return true;
  },
  addFormula: (world, { formula }) => {
    if (!world.addon.emulator.spreadsheet.hasSheet(FORMULA_SHEET)) return false;
    addFormula(world, formula);
    return true;
  },
  note: (world, { sheet }) => onSheet(world, sheet, (it) => noteRows(it)),
  rename: (world, { sheet }) =>
    onSheet(world, sheet, (it) => {
      if ([FORMULA_SHEET, STRANGER_SHEET].includes(it.name)) return false;
      const name = `${it.name} 2`;
      // There are no two of one name, as Google has it.
      if (world.addon.emulator.spreadsheet.hasSheet(name)) return false;
      it.rename(name);
      return true;
    }),
  deleteSheet: (world, { sheet }) =>
    onSheet(world, sheet, (it) => {
      if ([FORMULA_SHEET, STRANGER_SHEET].includes(it.name)) return false;
      if (it.id === OWN_SHEET) world.rows.clear();
      world.spoilt.add(it.id);
      it.delete();
      return true;
    }),
  protect: (world, { sheet }) =>
    onSheet(world, sheet, (it) => {
      it.protect(null);
      world.isProtected = true;
      return true;
    }),
  show: (world, { sheet }) => onSheet(world, sheet, (it) => it.activate()),
  typePost: (world, { at, who }) => {
    const boards = trackersIn(world);
    const board = boards[who % Math.max(1, boards.length)];
    if (!board) return false;
    const { key, post, found } = postColumns(board);
    const filled = board.rows.flatMap((cells, index) => (String(cells[key] ?? '') === '' ? [] : [{ cells, index }]));
    const one = filled[Math.floor(at * filled.length)];
    if (!one || post < 0) return false;
    const text = who % 5 === 0 ? 'none' : `https://www.instagram.com/p/typed${who}/`;
    // What is the same as what was found is no choice.
    if (String(one.cells[found] ?? '') === text) return false;
    board.sheet.set(`${letters(post + 1)}${board.headerRow + 1 + one.index}`, text);
    world.posts.set(String(one.cells[key]), text);
    return true;
  },
  typeStatus: (world, { at, who }) => {
    const header = STATUS_HEADERS.find((each) => ownCell(world, at, each));
    const place = header && ownCell(world, at, header);
    const row = place && world.rows.get(place.tag);
    if (!place || !row) return false;
    row.status = ['contacted', 'agreed', 'declined', 'my own word'][who % 4] as string;
    place.sheet.set(place.a1, row.status);
    return true;
  },
  decide: (world, { at, who }) => {
    const boards = clientSheets(world);
    const board = boards[who % Math.max(1, boards.length)];
    const index = board ? Math.floor(at * board.rows.length) : -1;
    if (!board || index < 0) return false;
    const { decision, comment, creator } = clientColumns(board);
    const name = String(board.rows[index]?.[creator] ?? '');
    if (name === '' || decision < 0 || comment < 0) return false;
    const row = board.headerRow + 1 + index;
    board.sheet.set(`${letters(decision + 1)}${row}`, ['approve', 'decline', 'maybe'][who % 3]);
    board.sheet.set(`${letters(comment + 1)}${row}`, `c:${name}`);
    return true;
  },
};

/** A row from the second on, and one behind the last. */
const placeIn = (lastRow: number, at: number): number => 2 + Math.floor(at * Math.max(1, lastRow));

function onSheet(world: World, place: number, change: (sheet: SheetHandle) => unknown): boolean {
  const sheets = sheetsOf(world);
  // A person's first sheet is where most happens.
  const sheet = sheets[place % 2 === 0 ? 0 : place % sheets.length];
  return sheet !== undefined && change(sheet) !== false;
}

/** A cell of a row that a person has filled, under that header. */
function ownCell(
  world: World,
  at: number,
  header: string,
): { sheet: SheetHandle; a1: string; tag: string } | undefined {
  if (!hasSheet(world, OWN_SHEET)) return undefined;
  const sheet = world.addon.emulator.spreadsheet.sheet(OWN_SHEET);
  const [headers = [], ...cells] = sheet.values();
  const [tags, column] = [headers.indexOf(TAG_HEADER), headers.indexOf(header)];
  const filled = cells.flatMap((row, index) =>
    world.rows.has(String(row[tags])) ? [{ tag: String(row[tags]), row: index + 2 }] : [],
  );
  const one = filled[Math.floor(at * filled.length)];
  return one && column >= 0 ? { sheet, a1: `${letters(column + 1)}${one.row}`, tag: one.tag } : undefined;
}

/** Headers of columns that name a row, whatever becomes of it. */
const ID_HEADERS = [TAG_HEADER, 'Content id', 'influData id'];

/** A column of a person's own beside the rows, each value naming its row. */
function noteRows(sheet: SheetHandle): boolean {
  const [headers = [], ...rows] = sheet.values();
  const id = ID_HEADERS.map((header) => headers.indexOf(header)).find((column) => column >= 0);
  if (id === undefined || sheet.name === FORMULA_SHEET) return false;
  const known = headers.indexOf(NOTE_HEADER);
  // Well beside: what looks blank may be a column that a run has made and not filled yet.
  const column = letters(known >= 0 ? known + 1 : headers.length + 8);
  sheet.set(`${column}1`, NOTE_HEADER);
  rows.forEach((row, index) => {
    if (String(row[id]) !== '') sheet.set(`${column}${index + 2}`, `note:${String(row[id])}`);
  });
  return true;
}
