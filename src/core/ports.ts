import type { Area, CellValue, CellLook, Page } from './page';

/**
 * What the pure code needs from the host. `google/` implements each over one Apps Script service; everything blocks.
 */

export interface Clock {
  now(): number;
  sleep(ms: number): void;
  /** The calendar day of an instant, `yyyy-MM-dd`, in the given time zone. */
  day(atMs: number, timeZone: string): string;
  /** What a clock there shows at an instant, `yyyy-MM-dd HH:mm:ss`. */
  wallTime(atMs: number, timeZone: string): string;
}

export interface HttpRequest {
  method: 'get' | 'post';
  url: string;
  headers: Record<string, string>;
  body?: string;
  timeoutSeconds: number;
}

export interface HttpReply {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  text: string;
}

export interface Transport {
  /** All at once, replies in order. Throws if any could not be sent: then every reply is lost, charged or not. */
  fetchAll(requests: readonly HttpRequest[]): HttpReply[];
}

export interface Cache {
  getMany(keys: readonly string[]): Record<string, string>;
  /** Values up to 100 KB, 1 to 21,600 seconds. May be forgotten at any time. */
  putMany(values: Record<string, string>, ttlSeconds: number): void;
  removeMany(keys: readonly string[]): void;
}

export interface Properties {
  /** One call, one consistent copy. */
  all(): Record<string, string>;
  /** A single property, which is far cheaper than reading all; undefined where there is none. */
  get(key: string): string | undefined;
  /** One call. Throws `StoreFull` when the store has no room; then nothing was written. */
  setMany(values: Record<string, string>): void;
  remove(key: string): void;
}

/** The property store has no room left. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
}

export interface Lock {
  /** Runs the section alone in this document. Where it could not, nothing has run. */
  hold<T>(waitMs: number, section: () => T): { held: true; value: T } | { held: false };
}

export interface Zip {
  /** Text to compressed printable ASCII and back. */
  pack(text: string): string;
  unpack(packed: string): string;
}

/** An answer in the data tab: what a run paid for, packed. */
export interface DataTabAnswer {
  key: string;
  /** Other keys by which it can be found. */
  also?: readonly string[];
  atMs: number;
  requests: number;
  packed: string;
}

/** The data tab, a hidden sheet. Each call is several slow calls to the spreadsheet. */
export interface DataTab {
  /** Whether there is a data tab at all. */
  exists(): boolean;
  /** The newest answer for each key that is there, under the key that was asked for. */
  find(keys: readonly string[]): DataTabAnswer[];
  /** The first key of each answer that has one of these keys among its own: the name that it is filed under. */
  filed(keys: readonly string[]): Map<string, string>;
  /** The time of the newest answer for each key, in ms, without reading any answer. Empty without a data tab. */
  times(keys: readonly string[]): Map<string, number>;
  /** The first key of each answer that came then or later, and its time. Empty without a data tab. */
  since(sinceMs: number): { key: string; atMs: number }[];
  /** Not for formulas: they may not write. */
  add(answers: readonly DataTabAnswer[]): void;
  /** Deletes the rows that any of these keys names; without keys the whole tab. Under the lock. */
  remove(keys?: readonly string[]): void;
}

export interface Host {
  clock: Clock;
  transport: Transport;
  cache: Cache;
  documentProperties: Properties;
  /** In a custom function: the owner's, read-only. */
  userProperties: Properties;
  lock: Lock;
  zip: Zip;
  dataTab: DataTab;
  /** A number from 0 to 1. */
  random(): number;
  /** A text no other execution has. */
  uniqueId(): string;
  /** The spreadsheet's time zone; a slow call. */
  timeZone(): string;
  /** For example `de_DE`; blank where there is no spreadsheet. A slow call. */
  locale(): string;
  /** The language in which Google speaks with whoever acts, for example `de` or `pt_BR`. */
  personLocale(): string;
  /** Who acts, as far as Google says without further rights: a text that changes every 30 days. */
  person(): string;
}

export type { Area, CellValue };

/**
 * Characters. Google takes 30,000 for all notes of a sheet (platform, developer metadata); the rest is for marks of columns.
 */
export const LONGEST_MEMO = 28_000;

/** One sheet (tab). Each call is one slow call to the spreadsheet, so callers read and write blocks. */
export interface Table {
  id(): number;
  name(): string;
  /** The last row and column that hold anything. */
  lastRow(): number;
  lastColumn(): number;
  read(area: Area): CellValue[][];
  /** `''` where a cell has no formula. */
  formulas(area: Area): string[][];
  /** Where parts of a cell's text have their own links or looks, which writing the text again would lose. */
  dressedTexts(area: Area): boolean[][];
  /** The address that a cell's whole text links to, by a link or by HYPERLINK; `''` where there is none, or several. */
  links(area: Area): string[][];
  /** Whether a filter or a slicer may hide rows. A filter view is private to its user and cannot be seen. */
  hasFilter(): boolean;
  /** Which of these rows are hidden: by hand, and `byFilter`, by a filter or slicer. A call for each row, or two. */
  hiddenRows(rows: readonly number[], byFilter: boolean): number[];
  /** Whether cells of an area are merged. */
  hasMerged(area: Area): boolean;
  /** Number formats. */
  formats(area: Area): string[][];
  /** Texts as they are shown, errors included. */
  shown(area: Area): string[][];
  /** Texts that could be taken for a formula must have been made safe before: see `sheet/safe-text`. */
  write(area: Area, values: CellValue[][]): void;
  /**
   * Replaces a text in formulas, in an area or in the whole sheet, in one operation, so that nobody can move anything in
   * between. Formulas stay formulas.
   */
  replaceInFormulas(text: string, by: string, area?: Area): void;
  /** Below everything, or below the row `after`. Columns of `undefined` are left alone. */
  append(rows: (CellValue | undefined)[][], look?: RowLook, after?: number): void;
  /**
   * Whole rows, with all that stands in them, or as many of them as there is room for, if `mayGo` says so of the row to
   * which they were moved and of how many there are. Whatever people do meanwhile, no other row goes. Returns how many went.
   */
  deleteRows(row: number, rows: number, mayGo: (row: number, rows: number) => boolean): number;
  /** Columns by the mark that they carry; marks move with their columns. */
  marks(): Map<string, number>;
  /** Moves each mark to its new column. Other marks stay, except those named in `without`. */
  setMarks(columns: ReadonlyMap<string, number>, without?: readonly string[]): void;
  /**
   * Colours for cells that begin with a text, in columns from a row down to the sheet's end. Rules that people have there
   * stay; those of an earlier call give way.
   */
  setLights(row: number, columns: readonly number[], lights: readonly Light[]): void;
  /**
   * A dropdown and colours for a marked column, from a row down to the sheet's end. Rules of a person stay: false where one
   * has a list or a check of values there already, which then counts, or where the column is gone.
   */
  setRules(rules: ColumnRules): boolean;
  /** False where the area is protected from this person. */
  canEdit(area: Area): boolean;
  /** Adds columns on the right until there are that many. */
  widenTo(columns: number): void;
  /** Brings it to the front. */
  show(): void;
  /** Makes it visible, if somebody has hidden it. */
  unhide(): void;
  /** As a person would by hand. */
  select(area: Area): void;
  /** Empties it, charts included, and lays it out anew. Its name stays, so formulas elsewhere still point to it. */
  layOut(page: Page): void;
  /** Adds lists to choose from, and colours by what cells say; the colours replace those that the sheet has. */
  addRules(rules: Pick<Page, 'choices' | 'lights'>): void;
  /** Images as values, down a column from a cell; no formula keeps them. Undefined leaves the cell blank. */
  putPictures(row: number, column: number, pictures: readonly (CellPicture | undefined)[]): void;
  /** Whoever edits the sheet outside these areas is warned first. Nobody is kept out. */
  warnOutside(areas: readonly Area[], description: string): void;
  rename(name: string): void;
  /** Gives cells the font, colours, borders and alignment of another cell. */
  dressLike(model: Area, area: Area): void;
  /** Selects blocks, and scrolls to one cell of them. */
  selectAt(areas: readonly Area[], row: number, column: number): void;
  /** Widths are pixels by column. A call for each look and each width. */
  dress(looks: readonly CellLook[], widths: ReadonlyMap<number, number>): void;
  /** A text that stays with the sheet, also when it is renamed or the spreadsheet is copied. At most `LONGEST_MEMO`. */
  setMemo(text: string): void;
}

/** The address is https. `title` says who it shows, for those who can't see it. */
export interface CellPicture {
  url: string;
  title: string;
}

/** The colours of cells by a text. */
export interface Light {
  text: string;
  fill: string;
  color: string;
}

/** Rules of a column. Nothing is written where they stand already. */
export interface ColumnRules {
  row: number;
  /** The mark of the column: wherever it is moved meanwhile. */
  mark: string;
  /** What can be chosen: the texts of these cells. Another text is flagged and stays. */
  choices: { table: Table; area: Area };
  /** Formulas that colour a cell while they are true, for the first one, such as `$D2`. */
  lights: (cell: string) => readonly { formula: string; fill: string; color: string }[];
  /** A list of just these texts, of any of these, gives way to `choices`. */
  former: readonly (readonly string[])[];
  /** Whether a formula is of an earlier call: these give way to `lights`. */
  isOurs: (formula: string) => boolean;
}

/** How rows look that are added. */
export interface RowLook {
  /** Number formats, one a column; `General` is Sheets' own. */
  formats?: readonly string[];
  /** Instead of these, where rows differ: one a cell. */
  cellFormats?: readonly (readonly string[])[];
  /** Pixels; texts then stand in the middle. */
  heightPx?: number;
}

/** How a column of a new sheet looks. */
export interface Column {
  header: string;
  /** Pixels. Each change of width from column to column costs a call. */
  width?: number;
  /** A number format of Sheets. The header of figures stands to the right as they do. */
  format?: string;
  /** It and those before it stay in view beside the others. */
  isFrozen?: true;
}

/** The spreadsheet that is open. Formulas cannot use it: they may not write. */
export interface Workbook {
  tables(): Table[];
  find(name: string): Table | undefined;
  /** By the id that survives renaming. */
  byId(id: number): Table | undefined;
  /** Every sheet that has a memo, in one call. */
  memos(): { table: Table; text: string }[];
  /** Every sheet that has a column with this mark, with all its marks: one look over those of the spreadsheet. */
  marked(mark: string): { table: Table; marks: Map<string, number> }[];
  /**
   * Makes a sheet with a frozen header row and leaves the user's sheet active. A narrow one has no further columns: each
   * cell counts among the ten million of a spreadsheet.
   */
  create(name: string, columns: readonly Column[], isNarrow?: boolean): Table;
  /**
   * Makes a sheet from its description, at the end; the user's sheet stays active. Throws where the name is taken. With
   * `memo`, which is written before anything else, it replaces that sheet: an earlier execution was killed making it.
   */
  createPage(page: Page, memo?: string): Table;
  active(): Table | undefined;
  /** The selected blocks of the active sheet. */
  selection(): Area[];
  /** Carries out buffered writes; their errors are thrown here. */
  flush(): void;
  toast(message: string): void;
}

/** The spreadsheet's own dialogs. An open dialog suspends the execution and drops its locks. */
export interface Dialogs {
  tell(title: string, message: string): void;
  confirm(title: string, message: string): boolean;
}

/** Has Google call the add-on every day, if the script has the right to that. Throws `notAllowed` if it does not. */
export interface Scheduler {
  /** Replaces the one before. The hour is the spreadsheet owner's, 0 to 23. */
  start(hour: number): void;
  stop(): void;
  /** How many triggers stand for this person. Throws as `start` does. */
  count(): number;
  /** The script's, in which the hours of triggers are. */
  timeZone(): string;
}

/** Why BigQuery wrote nothing, or why nobody knows whether it did (`noReply`). */
export const ARCHIVE_REFUSALS = [
  'access',
  'billing',
  'noReply',
  'noTable',
  'notEnabled',
  'notGranted',
  'other',
  'quota',
] as const;

export class ArchiveRefusal extends Error {
  override readonly name = 'ArchiveRefusal';
  constructor(
    readonly code: (typeof ARCHIVE_REFUSALS)[number],
    message: string,
  ) {
    super(message);
  }
}

/** On its way out of its sheet. `id` is how it is known again if it comes twice. */
export interface ArchiveRow {
  id: string;
  values: Readonly<Record<string, string | number>>;
}

/** Where rows go beyond the sheets in which they stand. Not for formulas. */
export interface Archive {
  /**
   * Every row is written when it returns, except those that it names, by their position, with what is wrong with them.
   * Throws `ArchiveRefusal`; then rows may have been written all the same, and may come again.
   */
  append(
    rows: readonly ArchiveRow[],
    place: { project: string; dataset: string; table: string },
  ): { index: number; why: string }[];
}

/** What a person may grant or leave out, one by one: this spreadsheet, web calls, sidebar and dialogs, triggers, BigQuery. */
export type Right = 'sheet' | 'web' | 'page' | 'schedule' | 'bigquery';

/** What whoever acts has granted. Not for formulas: Google does not tell them. */
export interface Consent {
  /** Those of these rights that are left out; none where Google does not tell. One service call. */
  missing(rights: readonly Right[]): Right[];
  /** Google's page on which they can be granted; undefined where there is nothing to grant. */
  url(rights: readonly Right[]): string | undefined;
  /** Has Google ask for what is left out, which ends the execution. */
  ask(rights: readonly Right[]): void;
}

/** What a click of the sidebar works with. */
export interface Tools {
  host: Host;
  workbook: Workbook;
  /** Undefined in a script without Google's service for it. */
  archive?: Archive | undefined;
}
