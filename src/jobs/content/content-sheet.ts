import * as z from 'zod/mini';
import { badInput } from '../../core/error';
import { lazy } from '../../core/lazy';
import type { Page } from '../../core/page';
import type { CellValue, Table, Workbook } from '../../core/ports';
import { isRecord, parseJson } from '../../core/text';
import type { Piece } from '../../schema/content';
import { LANGUAGES } from '../../schema/language';
import {
  contentColumns,
  CONTENT_ID,
  contentColumn,
  furtherFields,
  furtherHeader,
  THUMBNAIL,
} from '../../sheet/content-column';
import { rowLook } from '../../sheet/column-width';
import { area, figureHeaders, frozenOf } from '../../sheet/grid';
import { LINE } from '../../sheet/house-style';
import { safeText } from '../../sheet/safe-text';
import { spelled } from '../../sheet/yes-no';
import { setCell, type CellWrites } from '../run/cell-block';
import { isStretches, type Stretch } from './content-stretch';
import { headersOf, ownRows as ownRowsOf, withAppended, type OwnRows } from '../run/own-rows';
import { appendHeaders, appendRows, orMoved, overwriteRows, untilInPlace } from '../run/own-write';
import { fewOf, freeName } from '../run/sheet-name';
import { CONTENT_REFUSAL } from '../../schema/said-text';

const memoSchema = lazy(() =>
  z.object({
    version: z.literal(1),
    kind: z.literal('content'),
    filters: z.record(z.string(), z.string()),
    /** Stretches of upload time in which pieces may be missing. Before the first pull there is one without ends. */
    open: z.custom<Stretch[]>(isStretches),
    ascends: z.optional(z.boolean()),
    /** Headers of further fields that were given a column once. A column that somebody deletes does not come back. */
    fields: z.custom<Record<string, string>>(isRecord),
    /** When the last pull or sync ended. */
    syncedAtMs: z.number(),
    /** Posts that were in it when a run ended, 0 before the first, and whether somebody has ever deleted some of those. */
    posts: z.optional(z.number()),
    isCut: z.optional(z.boolean()),
    /** The sheet of its summary. */
    summaryId: z.optional(z.number()),
    /** Of that sheet, which stays in it. */
    summaryLanguage: z.optional(z.enum(LANGUAGES)),
  }),
);

/** What a content sheet remembers of its query and its contents. It stays with the sheet, even when that is copied. */
export type ContentMemo = z.infer<ReturnType<typeof memoSchema>>;
type Fields = ContentMemo['fields'];

/** Whether somebody has deleted posts, with so many there now. Where an older version has not counted them, nobody can tell. */
export const hasLostPosts = ({ posts, isCut }: ContentMemo, count: number): boolean =>
  isCut === true || posts === undefined || count < posts;

const memoText = (memo: Omit<ContentMemo, 'version' | 'kind'>): string =>
  JSON.stringify({ version: 1, kind: 'content', ...memo });

export const writeContentMemo = (table: Table, memo: Omit<ContentMemo, 'version' | 'kind'>): void =>
  table.setMemo(memoText(memo));

/** Sheets whose memo cannot be read do not count as ours. */
export const contentSheets = (workbook: Workbook): { table: Table; memo: ContentMemo }[] =>
  workbook.memos().flatMap(({ table, text }) => {
    const result = z.safeParse(memoSchema(), parseJson(text));
    return result.success ? [{ table, memo: result.data }] : [];
  });

/** Throws `badInput` if the sheet is gone or is not one of ours. */
export function contentSheet(workbook: Workbook, id: number): { table: Table; memo: ContentMemo } {
  const sheet = contentSheets(workbook).find(({ table }) => table.id() === id);
  if (!sheet) throw badInput(CONTENT_REFUSAL.noPosts);
  return sheet;
}

export function createContentSheet(
  workbook: Workbook,
  filters: Readonly<Record<string, string>>,
  thumbnails: boolean,
): Table {
  const columns = contentColumns().filter(({ header }) => thumbnails || header !== THUMBNAIL);
  const words = ['tags', 'keywords', 'username', 'country'].map((name) => fewOf(filters[name]));
  const table = workbook.create(freeName(workbook, ['Content', ...words]), columns);
  table.show();
  return table;
}

/**
 * A sheet for posts that nobody has asked for yet, behind the sheet in front. Its memo is written before anything else, so
 * that one whose making was killed is known: `begun` is laid out anew.
 */
export function emptyContentSheet(
  workbook: Workbook,
  title: string,
  filters: Readonly<Record<string, string>>,
  begun: Table | undefined,
): Table {
  const columns = contentColumns().filter(({ header }) => header !== THUMBNAIL);
  const page: Page = {
    name: begun?.name() ?? freeName(workbook, [title]),
    cells: [columns.map(({ header }) => header)],
    widths: columns.map(({ width }) => width),
    heights: new Map([[1, HEADER_PX]]),
    looks: [
      { areas: [area(1, 1, 1, columns.length)], bold: true, fill: LINE, vertical: 'middle', wraps: true },
      { areas: figureHeaders(columns), align: 'right' },
    ],
    frozenRows: 1,
    frozenColumns: frozenOf(columns),
  };
  return workbook.createPage(
    page,
    memoText({ filters: { ...filters }, open: [{}], fields: {}, syncedAtMs: 0, posts: 0 }),
  );
}
const HEADER_PX = 36;

export const ownPieces = (table: Table, fields: Fields): OwnRows =>
  ownRowsOf(table, CONTENT_ID, (header) => contentColumn(header, fields) !== undefined);

/** Beyond these, further fields get no column. */
const MOST_FURTHER = 40;

/** Adds a column at the right for each further field that came for the first time. Returns all that ever had one. */
export function widenForFields(workbook: Workbook, table: Table, fields: Fields, pieces: readonly Piece[]): Fields {
  const known = new Set(Object.keys(fields));
  const fresh = furtherFields(pieces)
    .filter((field) => !known.has(field))
    .slice(0, Math.max(0, MOST_FURTHER - known.size));
  if (fresh.length === 0) return fields;
  const added = untilInPlace(table, () => {
    const headers = headersOf(table);
    const names = fresh.map((field) => furtherHeader(field, headers));
    return appendHeaders(workbook, table, headers, names.map(safeText)) ? names : undefined;
  });
  return { ...fields, ...Object.fromEntries(fresh.map((field, index) => [field, added[index] ?? field])) };
}

/** In so many rows it shows whether a column says TRUE or Yes. */
const ROWS_LOOKED_AT = 100;

function booleanColumns({ table, headers, bottom }: OwnRows): Set<number> {
  const rows = Math.min(ROWS_LOOKED_AT, bottom - 1);
  if (rows < 1) return new Set();
  const cells = table.read({ row: bottom - rows + 1, column: 1, rows, columns: headers.length });
  return new Set(headers.flatMap((_, at) => (cells.some((row) => typeof row[at] === 'boolean') ? [at] : [])));
}

/**
 * One page: pieces that are new go below all of ours, each value under its header; with `updates`, those that stand there
 * get their new figures. Columns that are not ours are left alone. `known` is how the sheet stood when it was last looked
 * at: writing checks it, and what has changed is read again. `own` is how it stands afterwards.
 */
export const writePieces = (
  workbook: Workbook,
  table: Table,
  fields: Fields,
  pieces: readonly Piece[],
  atMs: number,
  updates: boolean,
  known: OwnRows | undefined,
): { added: number; updated: number; own: OwnRows } => {
  let own = known;
  return untilInPlace(table, () => {
    const before = own ?? ownPieces(table, fields);
    own = undefined;
    const columns = before.headers.map((header) => contentColumn(header, fields));
    const fresh = new Map<string, Piece>();
    const there = new Map<string, Piece>();
    for (const piece of pieces) (before.rows.has(piece.contentId) ? there : fresh).set(piece.contentId, piece);
    const booleans = lazy(() => orMoved(() => booleanColumns(before)) ?? new Set());
    const cellOf = (piece: Piece, index: number): CellValue | undefined => {
      const value = columns[index]?.cell(piece, atMs);
      return typeof value === 'boolean' ? spelled(value, booleans().has(index)) : value;
    };
    const writes: CellWrites = new Map();
    if (updates)
      for (const [id, piece] of there)
        columns.forEach((column, index) => {
          if (column && !column.isKept)
            setCell(writes, before.rows.get(id) ?? 0, index + 1, cellOf(piece, index) ?? '');
        });
    const rows = [...fresh.values()].map((piece) => columns.map((_, index) => cellOf(piece, index)));
    const formats = columns.map((each) => each?.format ?? 'General');
    const isDone =
      overwriteRows(workbook, before, writes) &&
      appendRows(workbook, before, rows, { formats, ...rowLook(before.headers.includes(THUMBNAIL)) });
    return isDone
      ? { added: fresh.size, updated: updates ? there.size : 0, own: withAppended(before, [...fresh.keys()]) }
      : undefined;
  });
};
