import { englishOf } from '../../core/said';
import { spokenOf } from '../../schema/language';
import { profileOf } from '../../gate/keep';
import { badInput, InfluError } from '../../core/error';
import type { CellValue, Table, Tools } from '../../core/ports';
import { columnLetters, isBlank, isRecord } from '../../core/text';
import { reportText } from '../../schema/sheet-text';
import { creatorKey } from '../../schema/creator';
import { valueAtPath } from '../../schema/profile';
import { widthFor } from '../../sheet/column-width';
import { area } from '../../sheet/grid';
import { safeText } from '../../sheet/safe-text';
import type { Answer } from '../../api/answer';
import { setCell, writeCells, type CellWrites } from '../run/cell-block';
import { headersOf } from '../run/own-rows';
import { joined } from '../selection/hidden-rows';
import type { MadeSheet } from './fit-score';
import { currenciesText, feesOf } from './offer-fee';
import { knownReports } from './report-answer';
import { handleOfKey, isShowable } from './report-creator';
import { OFFER_MARK, selectedCreators, type CreatorsAsked } from './report-selection';
import { REPORT_REFUSAL } from '../../schema/said-text';

type Role = keyof ReturnType<typeof reportText>['offer'];

/** The columns in order; each is found again by its mark. */
const COLUMNS: readonly (readonly [role: Role, format: string, isMoney?: true])[] = [
  ['fee', '#,##0.00', true],
  ['views', '#,##0'],
  ['engagements', '#,##0'],
  ['cpm', '#,##0.00', true],
  ['cpe', '#,##0.000', true],
  ['cpmMedian', '+0%;-0%;0%'],
  ['cpeMedian', '+0%;-0%;0%'],
  ['note', '@'],
];
const MOST_CREATORS = 2_000;
const NAMES_SHOWN = 50;

/**
 * Writes beside the selected handles what a fee buys: CPM and cost per engagement, each against the median of these rows,
 * as formulas. From profiles and reports at hand. Free, sends nothing.
 */
export function offerCheck(tools: Tools, form: CreatorsAsked, feeColumn: number): MadeSheet {
  const { host, workbook } = tools;
  const { table, keys, cells, creators } = selectedCreators(tools, form);
  if (creators.size > MOST_CREATORS) throw badInput(REPORT_REFUSAL.manyCreators(MOST_CREATORS));
  if (feeColumn === keys.column || feeColumn > table.lastColumn()) throw badInput(REPORT_REFUSAL.chooseFees);
  const rows = cells.filter(({ kind }) => kind !== 'blank');
  if (rows.length === 0) throw badInput(REPORT_REFUSAL.selectRows);
  const known = knownReports(host, 'profiles', creators);
  const names = new Map([...creators].map(([key, creator]) => [creatorKey(creator), key]));
  const fees = feesOf(
    tools,
    table,
    feeColumn,
    keys.headerRow,
    rows.map(({ row }) => row),
  );
  const { columns, added } = offerColumns(table, keys.headerRow, feeColumn);
  const [first, last] = [Math.min(...rows.map(({ row }) => row)), Math.max(...rows.map(({ row }) => row))];
  const writes: CellWrites = new Map();
  const without = new Set<string>();
  for (const cell of rows) {
    const { row } = cell;
    const key = cell.kind === 'creator' ? (names.get(cell.key) ?? '') : '';
    const { answer } = known.get(key) ?? {};
    const figures = answer && isShowable('profiles', answer) ? figuresOf(answer) : undefined;
    if (cell.kind === 'creator' && !figures) without.add(handleOfKey(key));
    const fee = fees.get(row);
    const values: Record<Role, CellValue> = {
      fee: fee?.isNumber ? `=${columnLetters(feeColumn)}${row}` : (fee?.amount ?? ''),
      views: figures?.views ?? '',
      engagements: figures?.engagements ?? '',
      ...formulas(columns, row, first, last, fee?.otherCurrency),
      note: safeText(
        [
          cell.kind === 'unreadable' ? `unreadable: ${englishOf(cell.why)}` : figures ? figures.note : 'no saved data',
          fee?.note,
        ]
          .filter(Boolean)
          .join('; '),
      ),
    };
    for (const [role] of COLUMNS) setCell(writes, row, columns[role], values[role]);
  }
  writeCells(table, writes);
  const inCurrency = COLUMNS.filter(([, , isMoney]) => isMoney).flatMap(([role, format]) =>
    [...new Set([...fees.values()].map(({ currency }) => currency))].filter(Boolean).map((currency) => ({
      areas: joined(rows.flatMap(({ row }) => (fees.get(row)?.currency === currency ? [{ row, rows: 1 }] : []))).map(
        ({ row, rows: down }) => area(row, columns[role], down, 1),
      ),
      format: `${format} "${currency}"`,
    })),
  );
  const rowsDown = last - first + 1;
  const { headerRow } = keys;
  const [firstAdded] = added;
  if (headerRow !== undefined && firstAdded !== undefined)
    table.dressLike(area(headerRow, feeColumn, 1, 1), area(headerRow, firstAdded, 1, added.length));
  table.dress(
    [...COLUMNS.map(([role, format]) => ({ areas: [area(first, columns[role], rowsDown, 1)], format })), ...inCurrency],
    new Map(
      COLUMNS.flatMap(([role]) =>
        added.includes(columns[role]) ? [[columns[role], widthFor(reportText().offer[role])] as const] : [],
      ),
    ),
  );
  workbook.flush();
  return {
    sheet: table.name(),
    creators: creators.size - without.size,
    without: [...without].slice(0, NAMES_SHOWN),
    message: [currenciesText(fees), without.size > 0 ? spokenOf(REPORT_REFUSAL.withoutData) : '']
      .filter(Boolean)
      .join(' '),
  };
}

/** A median of nothing would be an error, so it is taken only if this row has a value itself. */
function formulas(columns: Record<Role, number>, row: number, first: number, last: number, otherCurrency = '') {
  const at = (role: Role): string => `${columnLetters(columns[role])}${row}`;
  const median = (role: Role): string => {
    const letters = columnLetters(columns[role]);
    return `MEDIAN(${letters}$${first}:${letters}$${last})`;
  };
  /** In another currency it is a text, which no median counts. */
  const cost = (role: Role, times: string, places: number): string => {
    const each = `${at('fee')}/${at(role)}${times}`;
    const shown = otherCurrency === '' ? each : `ROUND(${each};${places})&" ${otherCurrency}"`;
    return `=IF(AND(ISNUMBER(${at('fee')});N(${at(role)})>0);${shown};"")`;
  };
  const against = (role: Role): string =>
    `=IF(ISNUMBER(${at(role)});IF(${median(role)}>0;${at(role)}/${median(role)}-1;"");"")`;
  return {
    cpm: cost('views', '*1000', 2),
    cpe: cost('engagements', '', 3),
    cpmMedian: against('cpm'),
    cpeMedian: against('cpe'),
  };
}

interface Figures {
  views?: number;
  engagements?: number;
  note: string;
}

const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** What one post brings, according to the profile. Without a median of views it is their average, and the note says so. */
function figuresOf(answer: Answer): Figures {
  const scalars: Record<string, unknown> = profileOf(answer)?.scalars ?? {};
  const body = answer.state === 'full' && isRecord(answer.body) ? answer.body : {};
  const median = number(scalars['medianViews']);
  const average = AVERAGE_VIEWS.map((path) => number(valueAtPath(body, path))).find((value) => value !== undefined);
  const [likes, comments] = [number(scalars['avgLikes']), number(scalars['avgComments'])];
  const [followers, rate] = [number(scalars['followers']), number(scalars['engagement'])];
  const counted = likes === undefined && comments === undefined ? undefined : (likes ?? 0) + (comments ?? 0);
  const byRate = followers === undefined || rate === undefined ? undefined : Math.round((followers * rate) / 100);
  const views = median ?? average;
  const engagements = counted ?? byRate;
  return {
    ...(views === undefined ? {} : { views }),
    ...(engagements === undefined ? {} : { engagements }),
    note: [
      views === undefined ? 'views unknown' : median === undefined ? 'average views, no median' : '',
      engagements === undefined ? 'engagements unknown' : counted === undefined ? 'engagements from the rate' : '',
    ]
      .filter(Boolean)
      .join('; '),
  };
}

const AVERAGE_VIEWS = ['avgViews', 'averageViews', 'stats.avgViews', 'metrics.avgViews'];

/** Finds the columns by their marks or adds them at the right, with headers where the sheet has a row of them. */
function offerColumns(
  table: Table,
  headerRow: number | undefined,
  feeColumn: number,
): { columns: Record<Role, number>; added: number[] } {
  const marks = table.marks();
  const width = table.lastColumn();
  let next = width;
  const columns = Object.fromEntries(
    COLUMNS.map(([role]) => [role, marks.get(OFFER_MARK + role) ?? (next += 1)]),
  ) as Record<Role, number>;
  if (Object.values(columns).includes(feeColumn)) throw badInput(REPORT_REFUSAL.ownColumn);
  table.widenTo(next);
  const rows = Math.max(1, table.lastRow());
  for (const column of Object.values(columns))
    if (!table.canEdit({ row: 1, column, rows, columns: 1 }))
      throw new InfluError('sheet', REPORT_REFUSAL.protectedColumns(table.name()));
  if (headerRow !== undefined) {
    const headers = headersOf(table, headerRow);
    for (const [role] of COLUMNS)
      // One that is there stays: it may be in another language, or renamed.
      if (isBlank(headers[columns[role] - 1]))
        table.write(area(headerRow, columns[role], 1, 1), [[reportText().offer[role]]]);
  }
  table.setMarks(new Map(COLUMNS.map(([role]) => [OFFER_MARK + role, columns[role]])));
  return { columns, added: Object.values(columns).filter((column) => column > width) };
}
