import type { Host, Table, Tools } from '../../core/ports';
import type { Creator } from '../../schema/creator';
import { PRICES } from '../../api/price';
import { creatorsIn, type KeyCell, type KeyColumn } from '../selection/key-column';
import { checkStatus, knownReports } from './report-answer';
import {
  handleOfKey,
  reportKey,
  reportStanding,
  type ReportKnown,
  type ReportStanding,
  type ReportKind,
} from './report-creator';
import { MOST_CREATORS } from './report-run';
import { selectedRows, type SelectedRows } from '../selection/selected-rows';
import type { SelectionChoices } from '../selection/selection-reading';

/** The creators in a selection, each once, as a run or a sheet takes them. */
export interface SelectedCreators extends SelectedRows {
  creators: Map<string, Creator>;
}

/** Which cells name the creators, and how somebody has chosen to read them. */
export interface CreatorsAsked {
  platform: string;
  choices?: SelectionChoices | undefined;
}

/** Throws `badInput` with what to select instead. Reads cells only. */
export function selectedCreators({ workbook }: Tools, { platform, choices }: CreatorsAsked): SelectedCreators {
  const selected = selectedRows(workbook, platform, choices);
  return { ...selected, creators: distinctCreators(selected.cells) };
}

/** By `reportKey`, in the order of their rows. */
export const distinctCreators = (cells: readonly KeyCell[]): Map<string, Creator> =>
  new Map([...creatorsIn(cells).values()].map((creator) => [reportKey(creator), creator]));

/** One of them, and where it stands. */
export interface ReportCreator extends ReportStanding {
  /** As `reportKey` names it: what a run is started with. */
  key: string;
  handle: string;
  platform: string;
}

export interface ReportOffer {
  /** In the order of their rows, at most `most`; what lies beyond is left out, and `beyond` says how many. */
  creators: ReportCreator[];
  most: number;
  beyond: number;
  /** Creators whose data is at hand and fresh: free. */
  known: number;
  /** What the others cost at most. */
  requests: number;
  /** Whether there is anything to buy is known of each: the price is exact. */
  isChecked: boolean;
}

/** Where each selected creator stands and what all would cost. Free; with `check`, after asking the free data status. */
export function readReport(
  tools: Tools,
  form: CreatorsAsked & { kind: ReportKind; again: boolean },
  check: boolean,
): { selected: SelectedCreators; offer: ReportOffer } {
  const { host } = tools;
  const selected = selectedCreators(tools, form);
  const most = MOST_CREATORS[form.kind];
  const listed = new Map([...selected.creators].slice(0, most));
  const known = knownReports(host, form.kind, listed);
  const standing = (one: ReportKnown): ReportStanding => reportStanding(form.kind, one, form.again);
  if (check) ask(host, new Map([...known].filter(([, one]) => TO_CHECK.has(standing(one).state))));
  const creators = [...known].map(([key, one]) => ({
    key,
    handle: handleOfKey(key),
    platform: one.creator.platform ?? '',
    ...standing(one),
  }));
  const count = (state: ReportStanding['state']): number => creators.filter((each) => each.state === state).length;
  const price = form.kind === 'profiles' ? PRICES.profile : PRICES.audience;
  const offer = {
    creators,
    most,
    beyond: selected.creators.size - listed.size,
    known: count('known'),
    requests: (count('buy') + count('unchecked')) * price,
    isChecked: count('unchecked') === 0,
  };
  return { selected, offer };
}

/** What the free check may say something new of. */
const TO_CHECK: ReadonlySet<ReportStanding['state']> = new Set([
  'unchecked',
  'pending',
  'no audience data',
  'queued',
  'not found',
] as const);

function ask(host: Host, known: ReadonlyMap<string, ReportKnown>): void {
  const others = [...checkStatus(host, host.clock.now(), host.person(), known).values()];
  const error = others.find((reply) => reply.kind === 'error');
  // Creators without an answer stay unchecked. If nobody got one, the reason is thrown.
  if (error?.kind === 'error' && others.length === known.size) throw error.error;
}

const FEE = /\b(fee|fees|price|cost|costs|rate|offer|quote|budget|honorar|gage|preis|kosten|angebot)\b|[€$£]/i;
const MOST_COLUMNS = 60;
/** Begins the marks of columns that the offer check writes. */
export const OFFER_MARK = 'offer:';
/** The column whose fees were checked last. */
export const FEES_MARK = 'fees';

/** The columns of a sheet by their headers, and the one that looks like a fee. */
export function feeColumns(
  table: Table,
  keys: KeyColumn,
): { columns: { column: number; header: string }[]; feeColumn: number | null } {
  const width = Math.min(MOST_COLUMNS, table.lastColumn());
  const row = keys.headerRow;
  const headers =
    row === undefined || width === 0 ? [] : (table.read({ row, column: 1, rows: 1, columns: width })[0] ?? []);
  const marks = table.marks();
  const ours = new Set([...marks].flatMap(([mark, column]) => (mark.startsWith(OFFER_MARK) ? [column] : [])));
  const columns = Array.from({ length: width }, (_, index) => ({
    column: index + 1,
    header: String(headers[index] ?? '').trim(),
  })).filter(({ column }) => column !== keys.column && !ours.has(column));
  const fees =
    columns.find(({ column }) => column === marks.get(FEES_MARK)) ?? columns.find(({ header }) => FEE.test(header));
  return { columns, feeColumn: fees?.column ?? null };
}
