import { badInput } from '../../core/error';
import type { CellValue, Host, Table } from '../../core/ports';
import { CAMPAIGN_SAID } from '../../schema/said-text';
import type { Creator } from '../../schema/creator';
import { DELIVERABLE_TYPES, NO_POST, type Deliverable, type DeliverableType } from '../../schema/deliverable';
import { NO_DISCLOSURE, type CampaignColumn } from '../template/campaign-column';
import { listRows, type SelectedRows } from '../selection/selected-rows';
import { textIn, type Tracker } from './campaign-sheet';

/** Rows of a tracker. */
export const MOST_ROWS = 2_000;

/** A row that names a creator. */
export interface CampaignRow {
  row: number;
  creator: Creator;
  /** With a person's own choice as the text of its cell, see `chosenIn`. */
  deliverable: Deliverable;
  /** What tells the row from all others; blank or twice where a person has added it. */
  id: string;
  post: string;
  /** What the add-on wrote into `post`. */
  found: string;
  others: string;
  /** A due day is there, as a text that is no date. */
  isDueText: boolean;
  through: CellValue;
}

/** All of a tracker at one moment. */
export interface CampaignRows {
  headerRow: number;
  firstRow: number;
  lastRow: number;
  width: number;
  cells: readonly CellValue[][];
  formulas: readonly string[][];
  rows: readonly CampaignRow[];
}

const typeIn = (text: string): DeliverableType =>
  DELIVERABLE_TYPES.find((type) => text.toLowerCase().includes(type)) ?? 'any';

/** Names parted by commas, semicolons or spaces. */
const namesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

const needsDisclosure = (text: string): boolean => !new RegExp(NO_DISCLOSURE, 'i').test(text);

/** Reads cells only. Throws `badInput` where no row names a creator. */
export function campaignRows(host: Host, { table, columns }: Pick<Tracker, 'table' | 'columns'>): CampaignRows {
  const column = columns.get('creator');
  const platformColumn = columns.get('platform');
  const list = listOf(table, column, platformColumn);
  const { understood } = list;
  const [firstRow, lastRow, width] = [understood.firstRow, table.lastRow(), table.lastColumn()];
  if (list.cells.filter(({ kind }) => kind === 'creator').length > MOST_ROWS)
    throw badInput(CAMPAIGN_SAID.tooMany(MOST_ROWS));
  const area = { row: firstRow, column: 1, rows: lastRow - firstRow + 1, columns: width };
  const [cells, formulas] = [table.read(area), table.formulas(area)];
  let zone: string | undefined;
  const dayOf = (cell: CellValue | undefined): string =>
    cell instanceof Date ? host.clock.day(cell.getTime(), (zone ??= host.timeZone())) : '';
  const rows = list.cells.flatMap((cell): CampaignRow[] => {
    // Posts are found by handle: an id of influData's names nobody to them.
    if (cell.kind !== 'creator' || cell.creator.platform === undefined) return [];
    const { platform } = cell.creator;
    const line = cells[cell.row - firstRow] ?? [];
    const text = (name: CampaignColumn): string => textIn(line, columns.get(name));
    const [post, found] = [text('post'), text('found')];
    const isFormula = (formulas[cell.row - firstRow]?.[(columns.get('post') ?? 0) - 1] ?? '') !== '';
    return [
      {
        row: cell.row,
        creator: cell.creator,
        deliverable: {
          platform,
          creator: cell.key,
          type: typeIn(text('type')),
          dueDay: dayOf(line[(columns.get('due') ?? 0) - 1]),
          hashtags: namesIn(text('tags')),
          mentions: namesIn(text('mentions')),
          needsDisclosure: needsDisclosure(text('disclosure')),
          chosen: post === found && !isFormula ? '' : /^(none)?$/i.test(post) ? NO_POST : post,
        },
        id: text('id'),
        post,
        found,
        others: text('others'),
        isDueText: typeof line[(columns.get('due') ?? 0) - 1] === 'string' && text('due') !== '',
        through: line[(columns.get('through') ?? 0) - 1] ?? '',
      },
    ];
  });
  return { headerRow: understood.headerRow ?? firstRow - 1, firstRow, lastRow, width, cells, formulas, rows };
}

const listOf = (table: Table, column: number | undefined, platformColumn: number | undefined): SelectedRows =>
  listRows(
    table,
    'instagram',
    { ...(column === undefined ? {} : { column }), ...(platformColumn === undefined ? {} : { platformColumn }) },
    false,
    CAMPAIGN_SAID.noCreators(table.name()),
  );
