import { lazy } from '../../core/lazy';
import { InfluError } from '../../core/error';
import type { Area, CellValue, Table } from '../../core/ports';
import { FIGURE_PX, widthFor } from '../../sheet/column-width';
import { COUNT, DAY, ENGAGEMENT, GROWTH, SCORE, SHARE, TIME } from '../../sheet/number-format';
import { setCell, type CellWrites } from '../run/cell-block';
import type { EnrichField } from './enrich-answer';
import { columnsFor, existingColumns, fieldMark, STATUS_COLUMNS } from './enrich-layout';
import { columnNames } from '../run/places';
import type { EnrichPlan } from './enrich-state';
import type { KeyColumn } from '../selection/key-column';
import { areMoved, origins } from '../run/moved-rows';
import { ENRICH_TEXT } from '../../schema/said-text';

/** The columns of a run, marked. Those that are new have neither header nor look yet. */
export interface RunColumns {
  status: number;
  /** The last of them. */
  last: number;
  added: readonly { name: string; header: string; column: number }[];
  /** The column left of the new ones whose header is their model. */
  beside: number | undefined;
  /** What still has to be written: into new columns, and where an earlier start was killed before its headers. */
  headers: CellWrites;
}

/** The headers tell columns apart, or else the first creator's row. */
export const namingRow = ({ headerRow, blocks }: KeyColumn): number => headerRow ?? blocks[0]?.row ?? 1;

/**
 * Finds the columns or makes room for them, and marks all of them. If columns were moved meanwhile, it puts every mark
 * back where it stood and throws `changed`.
 */
export function makeColumns(
  table: Table,
  plan: EnrichPlan,
  fields: readonly EnrichField[],
  changed: () => InfluError,
): RunColumns {
  const { keys, mode } = plan;
  const used = table.lastColumn();
  const marks = table.marks();
  // Columns of an earlier run may be blank, without even a header.
  const width = Math.max(used, ...marks.values());
  const line = { row: namingRow(keys), width };
  const names = columnNames(table, line);
  const headers = keys.headerRow === undefined ? [] : names;
  const isNew = mode === 'new' && plan.action === 'enrich';
  const existing = (
    isNew ? fields.map(() => undefined) : existingColumns(marks, headers, fields, plan.takesDoubles)
  ).map((column) =>
    // Never write to the columns that name the creators.
    column === keys.column || column === keys.platformColumn ? undefined : column,
  );
  const wanted = [
    ...fields.map(({ name, label }, index) => ({
      name,
      mark: fieldMark(name),
      header: label,
      column: existing[index],
    })),
    ...STATUS_COLUMNS.map(([mark, header]) => ({
      name: mark as string,
      mark: mark as string,
      header,
      column: isNew ? undefined : marks.get(mark),
    })),
  ];
  const rows = Math.max(1, table.lastRow());
  for (const { header, column } of wanted)
    if (column !== undefined && !table.canEdit({ row: 1, column, rows, columns: 1 }))
      throw new InfluError('sheet', ENRICH_TEXT.protectedColumn(header));
  refuseSpills(table, wanted, rows);
  let next = width;
  const added = wanted.filter(({ column }) => column === undefined);
  const columns = new Map(wanted.map(({ mark, column }) => [mark, column ?? (next += 1)]));
  if (added.length > 0) {
    if (
      !table.canEdit({ row: 1, column: 1, rows: 1, columns: 1 }) &&
      !table.canEdit({ row: rows, column: keys.column, rows: 1, columns: 1 })
    )
      throw protectedSheet(table);
    table.widenTo(next);
    if (!table.canEdit({ row: 1, column: width + 1, rows, columns: added.length })) throw protectedSheet(table);
  }
  const roles = new Map([
    ['key', keys.column],
    ...(keys.platformColumn === undefined ? [] : [['platform', keys.platformColumn] as const]),
    ...columns,
  ]);
  // Marks that stand already are left alone: their columns may have been moved since they were read.
  const others = [...roles].filter(([role, column]) => marks.get(role) !== column);
  table.setMarks(new Map(others), keys.platformColumn === undefined ? ['platform'] : []);
  const came = origins(names, columnNames(table, line));
  if (table.lastColumn() !== used || areMoved(came)) {
    const back = others.flatMap(([role]): [string, number][] => {
      const was = marks.get(role);
      const now = was === undefined ? -1 : came.indexOf(was - 1);
      return now < 0 ? [] : [[role, now + 1]];
    });
    table.setMarks(
      new Map(back),
      others.map(([role]) => role),
    );
    throw changed();
  }
  const missing: CellWrites = new Map();
  for (const { mark, header } of wanted) {
    const column = columns.get(mark) ?? 0;
    if (keys.headerRow !== undefined && (names[column - 1] ?? '') === '')
      setCell(missing, keys.headerRow, column, header);
  }
  return {
    status: columns.get('status') ?? 0,
    last: Math.max(...columns.values()),
    added: added.map(({ name, mark, header }) => ({ name, header, column: columns.get(mark) ?? 0 })),
    beside: headers.reduce<number | undefined>((last, text, at) => (text === '' ? last : at + 1), undefined),
    headers: missing,
  };
}

/** Fields whose header stands over several columns, none of them known to belong to a run. */
export function doublesIn(
  headers: readonly CellValue[],
  { column, platformColumn }: KeyColumn,
  marks: ReadonlyMap<string, number>,
  fields: readonly EnrichField[],
): { field: string; header: string; columns: number[] }[] {
  return fields.flatMap((field) => {
    const columns = columnsFor(marks, headers, field).filter((each) => each !== column && each !== platformColumn);
    return columns.length > 1 ? [{ field: field.name, header: field.label, columns }] : [];
  });
}

/** How new columns look: a number format, and how wide their values are. */
const looksOf = lazy((): Readonly<Record<string, readonly [format: string, widthPx?: number]>> => ({
  ...named(['followers', 'following', 'posts', 'medianViews', 'avgLikes', 'avgComments'], [COUNT, FIGURE_PX]),
  engagement: [ENGAGEMENT],
  ...named(['growth', 'bestMonthGrowth', 'worstMonthGrowth'], [GROWTH]),
  ...named(['profileScore', 'score'], [SCORE]),
  ...named(
    ['audienceFemale', 'audienceMale', 'audienceAgeShare', 'audienceCountryShare', 'audienceSuspicious'],
    [SHARE],
  ),
  ...named(['profileUrl', 'pictureUrl', 'website', 'email'], ['', 230]),
  ...named(['username', 'displayName', 'status'], ['', 160]),
  ...named(['country', 'city', 'categories'], ['', 120]),
  ...named(['creator', 'id'], ['', 190]),
  lastRefreshDate: [DAY],
  asOf: [TIME, 130],
  ...named(['bio', 'audienceCountries', 'mentions'], ['', 300]),
}));

function named<T>(names: readonly string[], look: T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, look]));
}

/** Headers like the one beside them, values in their formats, wide enough for both. */
export function dressColumns(table: Table, { added, beside }: RunColumns, headerRow: number | undefined): void {
  const [first] = added;
  if (!first) return;
  if (headerRow !== undefined) {
    const header = { row: headerRow, column: first.column, rows: 1, columns: added.length };
    if (beside === undefined) table.dress([{ areas: [header], bold: true }], new Map());
    else table.dressLike({ ...header, column: beside, columns: 1 }, header);
  }
  const row = (headerRow ?? 0) + 1;
  const rows = Math.max(1, table.lastRow() - row + 1);
  const areas = new Map<string, Area[]>();
  const widths = new Map<number, number>();
  for (const { name, header, column } of added) {
    const [format = '', valuesPx] = looksOf()[name] ?? [];
    if (format !== '') areas.set(format, [...(areas.get(format) ?? []), { row, column, rows, columns: 1 }]);
    widths.set(column, widthFor(headerRow === undefined ? '' : header, valuesPx));
  }
  table.dress(
    [...areas].map(([format, each]) => ({ areas: each, format })),
    widths,
  );
}

const protectedSheet = (table: Table): InfluError => new InfluError('sheet', ENRICH_TEXT.protectedSheet(table.name()));

/** Formulas that fill cells below their own: a value written there would break them. */
const SPILLING =
  /^=\s*\{|\b(ARRAYFORMULA|FILTER|QUERY|SORT|SORTN|UNIQUE|SEQUENCE|FLATTEN|VSTACK|TOCOL|MAP|BYROW|SCAN|MAKEARRAY|IMPORTRANGE)\s*\(|\bINFLU_\w+\s*\([^)]*:/i;

function refuseSpills(
  table: Table,
  wanted: readonly { header: string; column: number | undefined }[],
  rows: number,
): void {
  const last = Math.max(0, ...wanted.map(({ column }) => column ?? 0));
  const formulas = last === 0 ? [] : table.formulas({ row: 1, column: 1, rows, columns: last });
  for (const { header, column } of wanted) {
    const row = column === undefined ? -1 : formulas.findIndex((cells) => SPILLING.test(cells[column - 1] ?? ''));
    if (row >= 0) throw new InfluError('sheet', ENRICH_TEXT.spillingColumn(header, row + 1));
  }
}
