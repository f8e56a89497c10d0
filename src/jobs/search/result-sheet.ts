import * as z from 'zod/mini';
import { lazy } from '../../core/lazy';
import type { CellValue, Column, Table, Workbook } from '../../core/ports';
import { parseJson } from '../../core/text';
import type { FoundCreator } from '../../schema/discovery';
import { isPlatform, PLATFORMS, type Platform } from '../../schema/platform';
import { parseProfile, type Profile } from '../../schema/profile';
import { filterText, type Search } from '../../schema/search';
import { FIGURE_PX, PICTURE_COLUMN_PX, rowLook, widthFor } from '../../sheet/column-width';
import { COUNT, ENGAGEMENT, SCORE, TIME } from '../../sheet/number-format';
import { pictureFormula, safeCell } from '../../sheet/safe-text';
import { headersOf, idsIn, ownRows as ownRowsOf, type OwnRows } from '../run/own-rows';
import { appendRows } from '../run/own-write';
import { fewOf, freeName } from '../run/sheet-name';

/** A row to be written: a creator, and how it was found. */
export interface FoundRow {
  creator: FoundCreator;
  page: number;
  atMs: number;
  /** The result sheet that already has it; blank if new. */
  alreadyIn: string;
}

interface RowContext extends FoundRow {
  profile: Profile;
  search: Search;
}

type ResultColumn = Column & {
  cell: (row: RowContext) => CellValue;
};

const field =
  (name: string) =>
  ({ profile }: RowContext): CellValue =>
    safeCell(profile.scalars[name] ?? '');

const ID_HEADER = 'influData id';

const PICTURE = 'Picture';

/**
 * A new result sheet's columns in order: the picture, who and how large, at the end what is for machines. Later rows find
 * their places by the headers, wherever those stand.
 */
const resultColumns = lazy((): readonly ResultColumn[] => [
  {
    header: PICTURE,
    width: PICTURE_COLUMN_PX,
    cell: ({ profile }) => pictureFormula(profile.scalars['pictureUrl']),
  },
  { header: 'Handle', width: 170, isFrozen: true, cell: field('username') },
  { header: 'Name', width: 170, cell: field('displayName') },
  { header: 'Followers', width: FIGURE_PX, format: COUNT, cell: field('followers') },
  { header: 'Engagement %', width: 120, format: ENGAGEMENT, cell: field('engagement') },
  { header: 'Country', width: 120, cell: field('country') },
  { header: 'Score', width: 64, format: COUNT, cell: field('score') },
  { header: 'Profile score', width: widthFor('Profile score'), format: SCORE, cell: field('profileScore') },
  { header: 'Platform', width: 90, cell: field('platform') },
  { header: 'Profile link', width: 230, cell: field('profileUrl') },
  { header: 'Already in', width: 120, cell: ({ alreadyIn }) => safeCell(alreadyIn) },
  { header: 'Found at', width: 130, format: TIME, cell: ({ atMs }) => new Date(atMs) },
  { header: 'Page', width: 56, cell: ({ page }) => page },
  { header: 'Found by', width: 240, cell: ({ search }) => safeCell(`${search.platform}: ${filterText(search)}`) },
  { header: ID_HEADER, width: 200, cell: field('id') },
]);

const memoSchema = lazy(() =>
  z.object({
    version: z.literal(1),
    platform: z.custom<Platform>((value) => typeof value === 'string' && isPlatform(value)),
    filters: z.record(z.string(), z.string()),
    /** Creators that the search goes without, also on its next pages. */
    without: z.optional(z.array(z.string())),
    /** Pages written so far, and pages that there were. */
    lastPage: z.number(),
    pages: z.number(),
    writtenAtMs: z.number(),
  }),
);

/** What a result sheet remembers of its search; it stays with the sheet. */
export type ResultMemo = z.infer<ReturnType<typeof memoSchema>>;

export const writeMemo = (table: Table, memo: Omit<ResultMemo, 'version'>): void =>
  table.setMemo(JSON.stringify({ version: 1, ...memo }));

/** Sheets whose memo cannot be read do not count as ours. */
export const resultSheets = (workbook: Workbook): { table: Table; memo: ResultMemo }[] =>
  workbook.memos().flatMap(({ table, text }) => {
    const result = z.safeParse(memoSchema(), parseJson(text));
    return result.success ? [{ table, memo: result.data }] : [];
  });

export function createResultSheet(workbook: Workbook, search: Search, pictures: boolean): Table {
  const columns = pictures ? resultColumns() : resultColumns().filter(({ header }) => header !== PICTURE);
  const table = workbook.create(freeName(workbook, wordsOf(search)), columns);
  table.show();
  return table;
}

const wordsOf = ({ platform, filters }: Search): (string | undefined)[] => [
  PLATFORMS[platform].label,
  ...['keywords', 'categories', 'city', 'country'].map((name) => fewOf(filters[name])),
];

/** Throws if rows could come twice. */
export const resultRows = (table: Table): OwnRows =>
  ownRowsOf(table, ID_HEADER, (header) => columnOf(header) !== undefined);

const columnOf = (header: string): ResultColumn | undefined =>
  resultColumns().find((column) => column.header === header);

/** Rows go below all of ours, each value under its header; columns that are not ours are left alone. False: moved meanwhile. */
export function appendCreators(workbook: Workbook, own: OwnRows, search: Search, rows: readonly FoundRow[]): boolean {
  const columns = own.headers.map(columnOf);
  const cells = rows.map((row) => {
    const profile = parseProfile({ platform: search.platform, ...row.creator });
    return columns.map((column) => column?.cell({ ...row, profile, search }));
  });
  const formats = columns.map((column) => column?.format ?? 'General');
  return appendRows(workbook, own, cells, { formats, ...rowLook(own.headers.includes(PICTURE)) });
}

/** Each costs some slow calls per step; with a hundred sheets a step would outlast its lease. */
const SHEETS_READ = 20;

/** Creators in the newest other result sheets: the sheet's name by the creator's id. */
export function knownCreators(workbook: Workbook, own: Table): Map<string, string> {
  const id = own.id();
  const others = resultSheets(workbook)
    .filter(({ table }) => table.id() !== id)
    .sort((left, right) => right.memo.writtenAtMs - left.memo.writtenAtMs);
  const known = new Map<string, string>();
  for (const { table } of others.slice(0, SHEETS_READ).reverse()) {
    const name = table.name();
    for (const each of idsIn(table, ID_HEADER, headersOf(table), table.lastRow()) ?? [])
      if (each !== '') known.set(each, name);
  }
  return known;
}

/** Every handle below its header, as a person would select them to enrich them. */
export function selectHandles(table: Table): void {
  const column = headersOf(table).indexOf('Handle') + 1;
  const rows = table.lastRow() - 1;
  if (column > 0 && rows > 0) table.select({ row: 2, column, rows, columns: 1 });
}
