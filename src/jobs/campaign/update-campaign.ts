import { badInput } from '../../core/error';
import { lazy } from '../../core/lazy';
import type { Host, Tools } from '../../core/ports';
import { quotedSheet } from '../../core/text';
import { CAMPAIGN_SAID } from '../../schema/said-text';
import { assignPosts, type Assignment } from '../../schema/assignment';
import { stateOf, type DeliverableState } from '../../schema/deliverable-state';
import { dateCell } from '../../sheet/cell';
import { moneyFormats } from '../../sheet/money-format';
import { safeText } from '../../sheet/safe-text';
import { setCell, type CellWrites } from '../run/cell-block';
import { keysAsked } from '../content/sheet-post';
import { localDays } from '../run/local-day';
import { untilInPlace } from '../run/own-write';
import { headCells, rowFormulas, type RowFormulas } from './campaign-formula';
import { campaignPosts, knownThrough, type CampaignPosts } from './campaign-posts';
import { campaignRows, type CampaignRow, type CampaignRows } from './campaign-rows';
import { giveIds, writeTracker } from './campaign-write';
import { layTotals } from './campaign-totals';
import { areTotalsDue, postsSheets, trackerById, type Tracker } from './campaign-sheet';

/** What stands in the tracker after an update. */
export interface CampaignUpdate {
  sheet: string;
  /** Rows that name a creator, and the posts among which theirs were looked for. */
  deliverables: number;
  posts: number;
  /** How many are in which state. */
  states: Partial<Record<DeliverableState, number>>;
  /** Rows whose post was found now, and whose post is another one or none now. */
  found: number;
  changed: number;
}

/**
 * Finds the posts of a tracker among those that are there, and puts formulas where none are. What a person has typed stays,
 * a blank too. Free, sends nothing. Done again it changes nothing, and killed at any instant the next one goes on.
 */
export function updateCampaign(tools: Tools, sheetId: number): CampaignUpdate {
  const { workbook } = tools;
  // Every step below names days: Google is asked for the time zone once.
  const host: Host = { ...tools.host, timeZone: lazy(tools.host.timeZone) };
  const table = workbook.byId(sheetId);
  if (!table) throw badInput(CAMPAIGN_SAID.gone);
  return untilInPlace(table, () => {
    const tracker = trackerById(workbook, sheetId);
    const sheets = postsSheets(workbook, tracker);
    const posts = campaignPosts(host, sheets);
    // After the posts, which take longest: whatever is typed until then still counts.
    const read = campaignRows(host, tracker);
    if (giveIds(workbook, tracker, read, host.uniqueId())) return undefined;
    const isAsked = new Set(sheets.flatMap(({ memo }) => keysAsked(memo)));
    const isKnown = new Set(posts.posts.flatMap((post) => [post.id, posts.textOf(post)]));
    const deliverables = read.rows.map(({ deliverable }) => ({
      ...deliverable,
      chosen: deliverable.chosen === '' ? '' : posts.idOf(deliverable.chosen),
    }));
    const assigned = assignPosts(deliverables, posts.posts);
    const through = knownThrough(host, sheets);
    const dateOf = localDays(host);
    const heads = headCells(tracker, read.headerRow);
    const formulas = rowFormulas(host, tracker, sheets, heads);
    const names = sheets.map((each) => quotedSheet(each.table.name()));
    const writes: CellWrites = new Map();
    const counts = { found: 0, changed: 0 };
    read.rows.forEach((row, at) => {
      const day = through(row.deliverable);
      const date = day === '' ? '' : dateOf(dateCell(day));
      // The sheet with these posts was deleted: what was found there stays.
      const isLost = row.post !== '' && !isKnown.has(row.post) && !isAsked.has(row.deliverable.creator);
      const isOurs = row.through === '' || row.through instanceof Date;
      if (!isLost && isOurs && Number(row.through) !== Number(date))
        setCell(writes, row.row, tracker.columns.get('through'), date);
      if (!isLost) writeFound(writes, tracker, read, row, assigned[at] ?? { others: [] }, posts, isKnown, counts);
      writeFormulas(writes, tracker, read, row, formulas, names);
    });
    if (!writeTracker(workbook, tracker, read, writes)) return undefined;
    if (areTotalsDue(tracker.memo))
      layTotals(tools, sheetId, moneyFormats(host.locale()), new Set(deliverables.map(({ creator }) => creator)).size);
    const states: CampaignUpdate['states'] = {};
    const today = host.clock.day(host.clock.now(), host.timeZone());
    deliverables.forEach((each, at) => {
      const said = stateOf(each, assigned[at] ?? { others: [] }, { today, throughDay: through(each) });
      const state = said === 'open' && read.rows[at]?.isDueText ? 'unchecked' : said;
      states[state] = (states[state] ?? 0) + 1;
    });
    return { sheet: table.name(), deliverables: read.rows.length, posts: posts.posts.length, states, ...counts };
  });
}

/** Both cells go out in one write where they stand side by side: one that was killed between is taken for a person's. */
function writeFound(
  writes: CellWrites,
  { columns }: Tracker,
  { firstRow, formulas }: CampaignRows,
  { row, deliverable, post, found, others }: CampaignRow,
  assignment: Assignment,
  { textOf }: CampaignPosts,
  isKnown: ReadonlySet<string>,
  counts: { found: number; changed: number },
): void {
  const also = assignment.others.map(textOf).join(' ');
  const othersAt = columns.get('others') ?? 0;
  // What somebody has typed there stays.
  const isOurs =
    (formulas[row - firstRow]?.[othersAt - 1] ?? '') === '' &&
    others.split(/\s+/).every((text) => text === '' || isKnown.has(text));
  if (isOurs && also !== others) setCell(writes, row, columns.get('others'), safeText(also));
  if (deliverable.chosen !== '') return;
  const next = assignment.post ? textOf(assignment.post) : '';
  if (next === post && next === found) return;
  setCell(writes, row, columns.get('post'), safeText(next));
  setCell(writes, row, columns.get('found'), safeText(next));
  if (post === '') counts.found += 1;
  else counts.changed += 1;
}

/** Into blank cells, and over formulas of ours that are broken or look into another sheet of this campaign than the creator's. */
function writeFormulas(
  writes: CellWrites,
  { columns }: Tracker,
  { firstRow, cells, formulas }: CampaignRows,
  { row, deliverable }: CampaignRow,
  formulasOf: RowFormulas,
  sheets: readonly string[],
): void {
  for (const [name, formula] of formulasOf(row, deliverable.creator)) {
    const column = columns.get(name);
    if (column === undefined) continue;
    const is = formulas[row - firstRow]?.[column - 1] ?? '';
    const isBlank = is === '' && (cells[row - firstRow]?.[column - 1] ?? '') === '';
    const looksElsewhere = sheets.some((sheet) => is.includes(sheet) && !formula.includes(sheet));
    if (isBlank || ((is.includes('#REF!') || looksElsewhere) && isVariant(is, formula)))
      setCell(writes, row, column, formula);
  }
}

/** Whether a formula is one of ours but for the sheet that it looks into, and for what has become `#REF!`. */
function isVariant(is: string, ours: string): boolean {
  const pieces = shapeOf(is).split('#REF!');
  const shape = shapeOf(ours);
  if (!shape.startsWith(pieces[0] ?? '') || !(pieces[0] ?? '').includes('(')) return false;
  let from = 0;
  for (const piece of pieces) {
    const at = shape.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return pieces.length > 1 ? shape.endsWith(pieces[pieces.length - 1] ?? '') : shape === pieces[0];
}

/** Without sheets' names, ids and columns, and with one sort of separators: Google gives back those of the locale. */
const shapeOf = (formula: string): string =>
  formula
    .replace(/'(?:[^']|'')+'!\$?[A-Z]+:\$?[A-Z]+/g, '!')
    .replace(/\+\d+\/10000000000/g, '')
    .replace(/,/g, ';')
    .replace(/\s+/g, '');
