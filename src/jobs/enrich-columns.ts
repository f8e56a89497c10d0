import { InfluError } from '../core/error';
import type { Area, Table } from '../core/ports';
import type { EnrichField } from './enrich-answer';
import { existingColumns, fieldMark, STATUS_COLUMNS } from './enrich-layout';
import type { EnrichPlan } from './enrich-plan';

/** Finds or adds the columns, writes their headers, and marks all of them. Returns the status column. */
export function makeColumns(table: Table, plan: EnrichPlan, fields: readonly EnrichField[]): number {
  const { keys, mode } = plan;
  const marks = table.marks();
  // Columns of an earlier run may be blank, without even a header.
  const width = Math.max(table.lastColumn(), ...marks.values());
  const headers =
    keys.headerRow === undefined
      ? []
      : (table.read({ row: keys.headerRow, column: 1, rows: 1, columns: width })[0] ?? []);
  const isNew = mode === 'new' && plan.action === 'enrich';
  const existing = (isNew ? fields.map(() => undefined) : existingColumns(marks, headers, fields)).map((column) =>
    // What names the creators is never written to.
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
      throw new InfluError(
        'sheet',
        `The column "${header}" is protected from you. Choose new columns, or ask the owner.`,
      );
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
    if (keys.headerRow !== undefined)
      table.write({ row: keys.headerRow, column: width + 1, rows: 1, columns: added.length }, [
        added.map(({ header }) => header),
      ]);
    dressColumns(
      table,
      added.map(({ name }) => name),
      width + 1,
      (keys.headerRow ?? 0) + 1,
    );
  }
  const roles = new Map([
    ['key', keys.column],
    ...(keys.platformColumn === undefined ? [] : [['platform', keys.platformColumn] as const]),
    ...columns,
  ]);
  // What is marked already is left alone: it may have been moved since it was read.
  const others = [...roles].filter(([role, column]) => marks.get(role) !== column);
  table.setMarks(new Map(others), keys.platformColumn === undefined ? ['platform'] : []);
  return columns.get('status') ?? 0;
}

/** How new columns look: a number format, and pixels where Sheets' own width does not do. */
const LOOKS: Readonly<Record<string, readonly [format: string, width?: number]>> = {
  ...named(['followers', 'following', 'posts', 'medianViews', 'avgLikes', 'avgComments'], ['#,##0']),
  ...named(['engagement', 'growth'], ['0.00']),
  ...named(['profileScore', 'score'], ['0.0']),
  ...named(['audienceFemale', 'audienceMale', 'audienceAgeShare', 'audienceCountryShare'], ['0.0%']),
  ...named(['profileUrl', 'pictureUrl', 'website', 'email'], ['', 230]),
  ...named(['username', 'displayName', 'status'], ['', 160]),
  ...named(['creator', 'id'], ['', 190]),
  lastRefreshDate: ['yyyy-mm-dd'],
  asOf: ['yyyy-mm-dd hh:mm', 130],
  bio: ['', 300],
};

function named<T>(names: readonly string[], look: T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, look]));
}

function dressColumns(table: Table, names: readonly string[], firstColumn: number, row: number): void {
  const rows = Math.max(1, table.lastRow() - row + 1);
  const areas = new Map<string, Area[]>();
  const widths = new Map<number, number>();
  names.forEach((name, index) => {
    const [format = '', width] = LOOKS[name] ?? [];
    const column = firstColumn + index;
    if (format !== '') areas.set(format, [...(areas.get(format) ?? []), { row, column, rows, columns: 1 }]);
    if (width !== undefined) widths.set(column, width);
  });
  table.dress(
    [...areas].map(([format, each]) => ({ areas: each, format })),
    widths,
  );
}

const protectedSheet = (table: Table): InfluError =>
  new InfluError(
    'sheet',
    `The sheet "${table.name()}" or rows of it are protected from you. Ask its owner, or copy the handles to a sheet of yours.`,
  );

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
    if (row >= 0)
      throw new InfluError(
        'sheet',
        `The column "${header}" is filled by a formula in its row ${row + 1}, which values would break. Choose new columns, or replace it by its values first.`,
      );
  }
}
