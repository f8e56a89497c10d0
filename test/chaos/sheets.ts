import type { SheetHandle } from '../../dev/emulator/spreadsheet/workbook';
import { checkDecision, commentColumn, historiesIn, statusColumn } from './boards';
import { checkValue, isFollowers } from './figure';
import {
  FORMULA_SHEET,
  HANDLE_HEADER,
  hasSheet,
  letters,
  NOTE_HEADER,
  OWN_SHEET,
  sheetsOf,
  STRANGER_CELLS,
  STRANGER_SHEET,
  TAG_HEADER,
  TOTAL_HEADER,
  type World,
} from './world';

interface Read {
  headers: string[];
  rows: unknown[][];
  formulas: string[][];
}

export function read(sheet: SheetHandle): Read {
  const area = `A1:${letters(Math.max(1, sheet.lastColumn))}${Math.max(1, sheet.lastRow)}`;
  const [headers = [], ...rows] = sheet.values(area);
  return { headers: headers.map(String), rows, formulas: sheet.formulas(area).slice(1) };
}

/** A person's own rows: tag, handle, total and note stay as they were typed. */
export function checkOwnRows(world: World): void {
  if (!hasSheet(world, OWN_SHEET)) return;
  const { headers, rows, formulas } = read(world.addon.emulator.spreadsheet.sheet(OWN_SHEET));
  const at = (header: string): number => headers.indexOf(header);
  const [tags, handles, totals, notes] = [at(TAG_HEADER), at(HANDLE_HEADER), at(TOTAL_HEADER), at(NOTE_HEADER)];
  const [statuses, comments] = [statusColumn(headers), commentColumn(headers)];
  const seen = new Set<string>();
  rows.forEach((cells, index) => {
    const tag = String(cells[tags] ?? '');
    const own = world.rows.get(tag);
    const note = notes < 0 ? '' : String(cells[notes]);
    if (note !== '' && note !== `note:${tag}`) lost(`row ${index + 2}: ${note} beside ${tag}`);
    if (!own) {
      if (tag !== '') lost(`row ${index + 2} has the tag ${tag}`);
      return;
    }
    if (seen.has(tag)) lost(`${tag} stands twice`);
    seen.add(tag);
    const total = formulas[index]?.[totals] || cells[totals];
    if (total !== own.total) lost(`${tag}: my total is ${String(total)} instead of ${own.total}`);
    if (String(cells[handles]) !== own.text)
      lost(`${tag}: the handle is ${String(cells[handles])} instead of ${own.text}`);
    if (own.status !== undefined && statuses >= 0 && cells[statuses] !== own.status)
      lost(`${tag}: the status is ${String(cells[statuses])} instead of ${own.status}`);
    if (comments >= 0) checkDecision(world, tag, own.names, String(cells[comments]));
  });
  for (const tag of world.rows.keys()) if (!seen.has(tag)) lost(`${tag} is gone`);

  function lost(text: string): void {
    world.violate("nobody's cell is lost", `${text}; ${JSON.stringify(headers)}`);
  }
}

/** When all runs have had their last look: what was bought stands beside its own handle. */
export function checkValues(world: World): void {
  if (!hasSheet(world, OWN_SHEET)) return;
  // A run that was dropped on its way has no last look.
  if ([...world.runs.values()].some(({ kind, isDropped }) => kind === 'enrich' && isDropped)) return;
  const { headers, rows } = read(world.addon.emulator.spreadsheet.sheet(OWN_SHEET));
  for (const cells of rows) {
    const tag = String(cells[headers.indexOf(TAG_HEADER)] ?? '');
    const own = world.rows.get(tag);
    if (own) checkBought(world, tag, own.names, headers, cells);
  }
}

/** What stands in a run's columns of a row, as far as it tells whose it is. */
function checkBought(
  world: World,
  tag: string,
  names: ReadonlySet<string>,
  headers: readonly string[],
  cells: readonly unknown[],
): void {
  const { creators } = world.addon.standin;
  const known = [...names].flatMap((id) => {
    const nowMs = world.addon.emulator.clock.now();
    const finding = creators.seek({ by: '_id', creatorId: id }, nowMs);
    // Whoever had no id when the row was filled may have one by now.
    const creator = finding.state === 'listed' ? finding.creator : creators.find('instagram', id);
    return creator ? [creator] : [];
  });
  const texts = new Set(known.flatMap(({ username, creatorId }) => [username, creatorId]));
  headers.forEach((header, column) => {
    const value = cells[column];
    const isName = header.startsWith('Handle') || header.startsWith('influData id');
    const isForeign = isName
      ? value !== '' && !texts.has(String(value))
      : header === 'Followers' &&
        typeof value === 'number' &&
        !known.some((creator) => isFollowers(world, creator, value));
    if (isForeign)
      world.violate(
        'each value beside its own handle',
        `${tag}: ${header} is ${String(value)} beside ${[...texts].join(', ')}`,
      );
  });
}

/** Sheets that we made: each creator and each post once, each value beside its own handle, notes where they were. */
export function checkResults(world: World): void {
  const histories = new Set(historiesIn(world).map(({ sheet }) => sheet.id));
  for (const sheet of sheetsOf(world)) {
    if (histories.has(sheet.id)) continue;
    const { headers, rows } = read(sheet);
    const [id, handle, note] = ['influData id', 'Handle', NOTE_HEADER].map((header) => headers.indexOf(header)) as [
      number,
      number,
      number,
    ];
    const piece = headers.indexOf('Content id');
    if (sheet.id === OWN_SHEET || (id < 0 && piece < 0)) continue;
    const key = piece >= 0 ? piece : id;
    const seen = new Set<string>();
    for (const cells of rows) {
      const name = String(cells[key]);
      if (note >= 0 && cells[note] !== '' && cells[note] !== `note:${name}`)
        world.violate("nobody's cell is lost", `${sheet.name}: ${String(cells[note])} beside ${name}`);
      if (name === '') continue;
      if (seen.has(name)) world.violate('each post and creator once', `${sheet.name} has ${name} twice`);
      seen.add(name);
      if (handle < 0) continue;
      const expected = piece >= 0 ? authorOf(world, name) : nameById(world, name);
      if (expected !== undefined && cells[handle] !== expected)
        world.violate(
          'each value beside its own handle',
          `${sheet.name}: ${String(cells[handle])} beside ${name}, who is ${expected}`,
        );
      if (expected === undefined) world.violate('each value beside its own handle', `${sheet.name}: nobody is ${name}`);
    }
  }
}

function nameById({ addon }: World, creatorId: string): string | undefined {
  const finding = addon.standin.creators.seek({ by: '_id', creatorId }, addon.emulator.clock.now());
  return finding.state === 'listed' ? finding.creator.username : undefined;
}

const authorOf = ({ addon }: World, contentId: string): string | undefined =>
  addon.standin.posts.find(contentId)?.creator.username;

/** What is nobody's business: another sheet stays as it is, and no text of a stranger is a formula. */
export function checkStrangers(world: World): void {
  const { spreadsheet } = world.addon.emulator;
  if (spreadsheet.hasSheet(STRANGER_SHEET)) {
    const sheet = spreadsheet.sheet(STRANGER_SHEET);
    const { rows, headers, formulas } = read(sheet);
    const texts = new Set([...headers, ...rows.flat(), ...formulas.flat()].map(String));
    for (const cell of STRANGER_CELLS.flat())
      if (!texts.has(String(cell).replace(/^'/, '')) && !String(cell).startsWith('=B'))
        world.violate("nobody's cell is lost", `"${cell}" of the sheet ${STRANGER_SHEET} is gone`);
  }
  for (const sheet of sheetsOf(world))
    for (const formula of read(sheet).formulas.flat())
      if (/evil\.example|^=1\+1|cmd\||IMPORT|HYPERLINK\("https:\/\/evil/i.test(formula))
        world.violate("no stranger's formula runs", `${sheet.name}: ${formula}`);
}

/** Asked when all is at rest: each formula is there, or was replaced by what it showed. */
export function checkFormulas(world: World): void {
  const { spreadsheet } = world.addon.emulator;
  if (!spreadsheet.hasSheet(FORMULA_SHEET)) return;
  const { headers, rows, formulas } = read(spreadsheet.sheet(FORMULA_SHEET));
  const [tags, column] = [headers.indexOf(TAG_HEADER), headers.indexOf('Formula')];
  for (const [tag, { text, formula, isCalculated }] of world.formulas) {
    const row = rows.findIndex((cells) => String(cells[tags]) === tag);
    const shown = rows[row]?.[column];
    const now = formulas[row]?.[column] ?? '';
    const isThere = now === text || (world.isFrozen && now === '' && shown !== '' && shown !== undefined);
    // Frozen, what shows nothing leaves nothing.
    if (!isThere && row >= 0 && world.isFrozen && (!isCalculated || formula.name !== 'STATUS')) continue;
    if (!isThere) world.violate('no formula is lost', `${tag}: ${text} is ${now || String(shown)}`);
    if (now !== '' && /^(pending|paused|budget reached)/.test(String(shown)))
      world.violate('nothing waits for ever', `${tag}: ${text} shows ${String(shown)}`);
    checkValue(world, formula, formula.of[0]?.[0] ?? 0, shown);
  }
}
