import { spokenOf } from '../../schema/language';
import { englishOf } from '../../core/said';
import { profileOf } from '../../gate/keep';
import { badInput } from '../../core/error';
import type { CellValue, Table, Tools } from '../../core/ports';
import { columnLetters, isRecord } from '../../core/text';
import { creatorKey } from '../../schema/creator';
import { valueAtPath } from '../../schema/profile';
import { area } from '../../sheet/grid';
import { safeText } from '../../sheet/safe-text';
import type { Answer } from '../../api/answer';
import { setCell, type CellWrites } from '../run/cell-block';
import { untilInPlace } from '../run/own-write';
import { writePlaced } from '../run/placed-write';
import { joined } from '../selection/hidden-rows';
import { readKeys } from '../selection/key-column';
import type { MadeSheet } from './fit-score';
import { OFFER_COLUMNS, offerColumns, offerFormulas, type OfferColumns, type OfferRole } from './offer-columns';
import { currenciesText, feesOf, type RowFee } from './offer-fee';
import { knownReports } from './report-answer';
import { handleOfKey, isShowable } from './report-creator';
import {
  distinctCreators,
  FEES_MARK,
  OFFER_MARK,
  selectedCreators,
  type CreatorsAsked,
  type SelectedCreators,
} from './report-selection';
import { REPORT_REFUSAL } from '../../schema/said-text';

const MOST_CREATORS = 2_000;
const NAMES_SHOWN = 50;

/**
 * Writes beside the selected handles what a fee buys: CPM and cost per engagement, each against the median of these rows,
 * as formulas. From profiles and reports at hand. Free, sends nothing. Rows and columns may be moved meanwhile, and killed
 * at any instant, the next check goes on in the same columns.
 */
export function offerCheck(tools: Tools, form: CreatorsAsked, feeColumn: number): MadeSheet {
  let selected = selectedCreators(tools, form);
  const { table, keys } = selected;
  if (selected.creators.size > MOST_CREATORS) throw badInput(REPORT_REFUSAL.manyCreators(MOST_CREATORS));
  if (feeColumn === keys.column || feeColumn > table.lastColumn()) throw badInput(REPORT_REFUSAL.chooseFees);
  if (selected.cells.every(({ kind }) => kind === 'blank')) throw badInput(REPORT_REFUSAL.selectRows);
  if ([...table.marks()].some(([mark, column]) => column === feeColumn && mark.startsWith(OFFER_MARK)))
    throw badInput(REPORT_REFUSAL.ownColumn);
  table.setMarks(new Map([[FEES_MARK, feeColumn]]));
  return untilInPlace(table, () => {
    const made = checked(tools, selected);
    if (!made) selected = selectedCreators(tools, form);
    return made;
  });
}

/** Undefined: rows or columns were moved meanwhile. */
function checked(tools: Tools, { table, keys, platform, understood, cells: asked }: SelectedCreators) {
  const { host, workbook } = tools;
  const { headerRow } = keys;
  const place = offerColumns(workbook, table, { headerRow, column: keys.column, header: understood.header });
  if (!place) return undefined;
  const { columns, fee: feeColumn, marks } = place;
  const [first, last] = [Math.min(...asked.map(({ row }) => row)), Math.max(...asked.map(({ row }) => row))];
  const around = { headerRow: headerRow ?? first, row: first, rows: last - first + 1 };
  let made: MadeSheet | undefined;
  const isDone = writePlaced(workbook, table, around, marks, () => {
    // Once more, by where rows stand now.
    const rows = readKeys(table, keys, platform).filter(({ kind }) => kind !== 'blank');
    const creators = distinctCreators(rows);
    const known = knownReports(host, 'profiles', creators);
    const names = new Map([...creators].map(([key, creator]) => [creatorKey(creator), key]));
    const numbers = rows.map(({ row }) => row);
    const fees = feesOf(tools, table, feeColumn, headerRow, numbers);
    const writes: CellWrites = new Map();
    const without = new Set<string>();
    for (const cell of rows) {
      const { row } = cell;
      const key = cell.kind === 'creator' ? (names.get(cell.key) ?? '') : '';
      const { answer } = known.get(key) ?? {};
      const figures = answer && isShowable('profiles', answer) ? figuresOf(answer) : undefined;
      if (cell.kind === 'creator' && !figures) without.add(handleOfKey(key));
      const fee = fees.get(row);
      const values: Record<OfferRole, CellValue> = {
        fee: fee?.isNumber ? `=${columnLetters(feeColumn)}${row}` : (fee?.amount ?? ''),
        views: figures?.views ?? '',
        engagements: figures?.engagements ?? '',
        ...offerFormulas(columns, row, first, last, fee?.otherCurrency),
        note: safeText(
          [
            cell.kind === 'unreadable'
              ? `unreadable: ${englishOf(cell.why)}`
              : figures
                ? figures.note
                : 'no saved data',
            fee?.note,
          ]
            .filter(Boolean)
            .join('; '),
        ),
      };
      for (const [role] of OFFER_COLUMNS) setCell(writes, row, columns[role], values[role]);
    }
    // Before the figures: whoever sorts later takes each row's currency along.
    dressRows(table, columns, fees, first, last);
    made = {
      sheet: table.name(),
      creators: creators.size - without.size,
      without: [...without].slice(0, NAMES_SHOWN),
      message: [currenciesText(fees), without.size > 0 ? spokenOf(REPORT_REFUSAL.withoutData) : '']
        .filter(Boolean)
        .join(' '),
    };
    return writes;
  });
  return isDone && made;
}

function dressRows(
  table: Table,
  columns: OfferColumns['columns'],
  fees: ReadonlyMap<number, RowFee>,
  first: number,
  last: number,
): void {
  const currencies = [...new Set([...fees.values()].map(({ currency }) => currency))].filter(Boolean);
  const rowsIn = (wanted: string) =>
    joined([...fees].flatMap(([row, { currency }]) => (currency === wanted ? [{ row, rows: 1 }] : [])));
  const looks = OFFER_COLUMNS.flatMap(([role, format, isMoney]) => [
    { areas: [area(first, columns[role], last - first + 1, 1)], format },
    ...(isMoney ? currencies : []).map((currency) => ({
      areas: rowsIn(currency).map(({ row, rows }) => area(row, columns[role], rows, 1)),
      format: `${format} "${currency}"`,
    })),
  ]);
  table.dress(looks, new Map());
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
