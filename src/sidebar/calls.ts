import type { KeyPlace } from '../jobs/account/key-store';
import type { KeyReading } from '../jobs/selection/key-cell';
import type { ErrorCode } from '../core/error';
import type { Platform } from '../schema/platform';
import type { Settings } from '../gate/settings';
import type { BudgetLeft } from './budget-left';
import type { ContentCalls, ContentView } from './content-calls';
import type { ReportCalls, ReportView } from './report-calls';
import type { RunBase, RunCalls } from './run-calls';
import type { SelectionChoices, SelectionReading } from './selection-calls';

/**
 * Everything that the sidebar's page may ask of the server, by name: what it gives and what it gets. Types alone; the
 * page takes nothing else from here. Instants are ISO texts, prices and balances are in requests.
 */
export interface Calls extends AccountCalls, FindCalls, RunCalls, EnrichCalls, ReportCalls, ContentCalls {
  /** What the page shows first. Free. */
  open: { gives: Record<string, never>; gets: Opening };
}

/** What the *Account* tab may ask of the server. */
export interface AccountCalls {
  /** The account, with a balance of at most 10 minutes ago, or read now. Free. */
  account: { gives: { again: boolean }; gets: Account };
  /** Tests a key by a free call and stores it. */
  saveKey: { gives: { key: string; clientId: string; where: KeyPlace }; gets: Account };
  /** Copies this person's key into the spreadsheet: every editor then spends from it. */
  shareKey: { gives: Record<string, never>; gets: Account };
  /** Asks influData whether a stored key still works. Free. */
  testKey: { gives: { where: KeyPlace }; gets: { message: string } };
  /** Ends what keeps the keys from being used, and reads the balance. Free. */
  tryAgain: { gives: Record<string, never>; gets: Account };
  /**
   * Compares what influData answers with what the add-on expects: free questions, or also paid ones, at most 21 requests.
   */
  checkAnswers: { gives: { paid: boolean }; gets: AnswerReport };
  removeKey: { gives: { where: KeyPlace }; gets: Account };
  /** Has a six-digit code sent; again sends a fresh one. Free. */
  requestTrial: { gives: { email: string; company: string }; gets: Signup };
  /** Exchanges the code for a key, and stores that for this person. Free. */
  verifyTrial: { gives: { code: string }; gets: Account };
  /** Forgets the sign-up that waits for a code. */
  dropTrial: { gives: Record<string, never>; gets: Account };
  changeSettings: { gives: Partial<Omit<Settings, 'version'>>; gets: Account };
  /** Writes what waits to the log tab and shows it. */
  openLog: { gives: Record<string, never>; gets: { entries: number } };
}

/** What the *Find* tab may ask of the server. */
export interface FindCalls {
  /** The cities that discovery knows in a country. Free. */
  cities: { gives: { country: string }; gets: string[] };
  /** The first page and what the rest would cost. 1 request; free while fresh, unless `again`. */
  search: { gives: SearchForm & { again: boolean }; gets: Found };
  /** Plans a run and makes its sheet; nothing is spent before the first step. */
  startSearch: { gives: RunForm; gets: SearchView };
  /** The query that the sheet in front was written with, if it is a result sheet. */
  resultSheet: { gives: Record<string, never>; gets: ResultSheet | null };
  saveSearch: { gives: SearchForm & { name: string }; gets: SavedSearch[] };
  renameSearch: { gives: { name: string; to: string }; gets: SavedSearch[] };
  deleteSearch: { gives: { name: string }; gets: SavedSearch[] };
}

/** What the *Enrich* tab may ask of the server. */
export interface EnrichCalls {
  /** What stands in the selected cells, and what its data would cost. Free, sends nothing. */
  readSelection: { gives: SelectionForm; gets: Selection };
  /** Plans a run over the selected rows and makes its columns; nothing is spent before the first step. */
  startEnrich: { gives: EnrichForm; gets: EnrichView };
  /** Refreshes rows of the sheet in front every day when their data is old; null ends that. Free by itself. */
  setSchedule: { gives: { schedule: ScheduleForm | null }; gets: { schedule: ScheduleView | null } };
}

export type { BudgetLeft };

export type CallName = keyof Calls;

/** Errors cross as data: a page that is thrown at knows only a text. */
export type CallReply<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; message: string };

export type { KeyPlace, KeyReading };

export interface Opening {
  account: Account;
  searches: SavedSearch[];
  /** Why `searches` is empty, if the saved ones cannot be read. */
  searchesStopped?: string;
  /** The newest run of each kind that is not finished. */
  runs: { search?: SearchView; enrich?: EnrichView; report?: ReportView; content?: ContentView };
  /** The spreadsheet's, for example `de_DE`: numbers and dates are read by it. */
  locale: string;
  /** Between the arguments of a formula in this spreadsheet's locale. */
  separator: ',' | ';';
}

export interface AnswerReport {
  /** Answers that were compared. */
  compared: number;
  /** In requests. */
  charged: number;
  /** What the paid part would cost now, in requests. */
  price: number;
  /** What was strange, each in one line. */
  findings: string[];
  /** For a bug report: names and types, no value of anyone. */
  text: string;
}

export interface Account {
  /** This person's own key, and the spreadsheet's. Without either, nothing can be asked. */
  person?: KeyView;
  spreadsheet?: KeyView;
  /** One line each: who pays for formulas, who for this person's menu and sidebar. */
  formulasPay: string;
  menuPays: string;
  balance?: { left: number; at: string };
  /** The key cannot be used until then: refused, or the month is used up. */
  stop?: { until: string; message: string };
  today: Spent;
  /** The calendar month. */
  month: Spent;
  /** The last 30 days, oldest first, days without anything left out. */
  days: { day: string; charged: number; unknown: number }[];
  /** Under way now, at most. */
  reserved: number;
  /** What influData charged beyond what this spreadsheet knows of; negative: less. */
  drift: number;
  settings: Settings;
  /** Why spending is stopped, if the settings cannot be read. */
  stopped?: string;
  /** Sections that answers held and this version does not know, by name and form: nothing of a person. */
  unknownSections?: { name: string; form: string }[];
  /** A sign-up that waits for its code. */
  signup?: Signup;
  /** Said once, where there was no key at all before: cells that have said so keep that until they are calculated again. */
  isFirstKey?: true;
}

export interface Spent {
  charged: number;
  /** Worst case of calls whose charge is unknown. */
  unknown: number;
  /** The part of both that formulas spent. */
  formula: number;
}

export interface KeyView {
  /** The last four characters. */
  end: string;
  kind: 'trial' | 'organization';
  clientId?: string;
  /** When a trial ends. */
  endsAt?: string;
  /** Packages that the balance is made of, where influData says so; instants are ISO texts. */
  packages?: { name: string; left?: number; expiresAt?: string }[];
  lastUsed?: string;
}

export interface Signup {
  email: string;
  company: string;
  /** The code works until then. */
  codeUntil: string;
}

/** Filters by the names of `schema/search-filter`; blank ones are left out. */
export interface SearchForm {
  platform: Platform;
  filters: Record<string, string | number | boolean | string[]>;
}

export interface Found {
  /** The search as it was understood, and as text for INFLU_SEARCH. */
  platform: Platform;
  filters: Record<string, string>;
  text: string;
  /** Creators that match, and their pages of 20. */
  count: number;
  pages: number;
  /** The first 20. */
  creators: FoundView[];
  /** When influData said so. */
  at: string;
  /** What this search was charged now: 0 or 1. */
  charged: number;
  /** Pages that are known and fresh: free. */
  known: number[];
  left: BudgetLeft;
}

/** A creator as a search shows it: texts are strangers' texts. */
export interface FoundView {
  id: string;
  username: string;
  name: string;
  followers?: number;
  /** In percent. */
  engagement?: number;
  country: string;
  /** Relevance, 0 to 100. */
  score?: number;
  /** 1 to 10. */
  profileScore?: number;
  /** https, or empty. */
  url: string;
}

export interface RunForm extends SearchForm {
  /** Pages, counted from 1, both included. */
  from: number;
  to: number;
  /** An existing result sheet to append to, by its id; null makes a new one. */
  sheetId: number | null;
  /** What happens to creators that stand in a result sheet already. */
  known: 'skip' | 'mark';
  pictures: boolean;
  /** Only these of the first page, by id: picks. */
  picks: string[];
  /** Buys pages again although they are fresh. */
  again: boolean;
  /** The most that this run may spend; null: the setting. */
  cap: number | null;
}

export interface SearchView extends RunBase {
  kind: 'search';
  platform: Platform;
  text: string;
  /** Pages planned, and done. */
  pages: number;
  donePages: number;
  written: number;
  skipped: number;
}

export interface ResultSheet {
  id: number;
  name: string;
  platform: Platform;
  filters: Record<string, string>;
  text: string;
  /** Pages written so far, and pages that there were. */
  lastPage: number;
  pages: number;
  writtenAt: string;
  /** Pages that are known and fresh: free. */
  known: number[];
}

export interface SavedSearch {
  name: string;
  platform: Platform;
  filters: Record<string, string>;
  text: string;
  /** What running it costs now: 1, or 0 while its first page is fresh. */
  price: number;
}

export interface SelectionForm {
  /** For handles that name none themselves; blank: those are unreadable. */
  platform: Platform | '';
  /** How the selection is read, as far as somebody has said so. */
  choices?: SelectionChoices;
  /** Names of the profile and audience catalogues, or paths into the API's answer. */
  fields: string[];
  which: 'all' | 'failed' | 'queued' | 'old';
  /** For `old`: rows whose data is older than so many days. */
  olderThanDays: number;
  /** Buys again what is fresh. */
  again: boolean;
}

export interface Selection {
  sheetId: number;
  sheet: string;
  /** For example `A2:A413`, or several. */
  area: string;
  /** What is passed back when the run starts. */
  keys: SelectedKeys;
  /** The header over the handles; blank: there is none, so new columns get none either. */
  header: string;
  /** How the selection was understood. */
  read: SelectionReading;
  /** Rows with something in them, and rows without. */
  rows: number;
  blanks: number;
  /** Different creators, and rows that repeat one. */
  creators: number;
  duplicates: number;
  /** The first 50 of those that cannot be read, and how many there are. */
  unreadable: { row: number; text: string; why: string }[];
  unreadableCount: number;
  platforms: { platform: string; creators: number }[];
  /** Creators whose data is known and fresh: free. */
  known: number;
  /** What the others cost at most. */
  requests: number;
  /** Paths seen in a real answer that the catalogue has no name for. */
  paths: string[];
  left: BudgetLeft;
  /** There are columns of an earlier run on this sheet: its failed, queued and old rows can be chosen. */
  hasRunBefore: boolean;
  /** Fields that have a column already. */
  fieldsBefore: string[];
  /** Fields whose header stands over several columns, and the one that would be written to: none is without being asked. */
  doubles: { field: string; header: string; columns: number[] }[];
  /** The daily refresh, if there is one, of whatever sheet. */
  schedule: ScheduleView | null;
}

/** Rows and columns count from 1. */
export interface SelectedKeys {
  column: number;
  platformColumn: number | null;
  headerRow: number | null;
  blocks: { row: number; rows: number }[];
  /** Tells what was read: rows that were moved and cells that were edited since are noticed by it. */
  edges: string;
  /** How the cells are read, and the platform of those that name none. */
  platform?: Platform | '';
  reading?: KeyReading;
}

export interface EnrichForm extends SelectionForm {
  /** `queue` has creators fetched that influData does not know yet, `weekly` puts known ones on the weekly refresh: both free. */
  action: 'enrich' | 'queue' | 'weekly';
  sheetId: number;
  keys: SelectedKeys;
  mode: 'fill' | 'overwrite' | 'new';
  /** Of several columns with a field's header the first is written to; else the field gets a new one. */
  takesDoubles?: boolean;
  /** The most that this run may spend; null: the setting. */
  cap: number | null;
}

export interface EnrichView extends RunBase {
  kind: 'enrich';
  action: 'enrich' | 'queue' | 'weekly';
  fields: string[];
  /** Rows at the start, and rows that have their outcome. */
  rows: number;
  doneRows: number;
  /** By outcome: done, cached, queued, not found, private, failed, unreadable... */
  counts: Record<string, number>;
}

export interface ScheduleForm {
  sheetId: number;
  platform: Platform | '';
  /** Rows whose data is older are refreshed. */
  olderThanDays: number;
  /** 0 to 23, in the script's time zone. */
  hour: number;
  /** The most that one day may spend. */
  cap: number;
  /** How cells are read, as the page showed it, and whether hidden rows are refreshed too. */
  reading?: KeyReading;
  hidden?: boolean;
}

export interface ScheduleView extends Omit<ScheduleForm, 'reading'> {
  sheet: string;
}
