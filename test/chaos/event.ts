// A schedule is plain data: what it does is decided when it is drawn, so that it can be printed, cut down and replayed.
// Places are shares of what is there when the event happens: a schedule with events taken out still means something.
import type { TOOLS } from './tools';

export type Person = 'owner@example.com' | 'editor@example.com';
export type RunKind = 'search' | 'enrich' | 'report' | 'content';

/** How a creator is named. */
export type NameForm = 'handle' | 'at' | 'url' | 'id' | 'uid';
export type Named = readonly [who: number, form: NameForm];

export interface CellFormula {
  name: 'FOLLOWERS' | 'ENGAGEMENT' | 'GROWTH' | 'PROFILE' | 'TIMELINE' | 'STATUS' | 'AUDIENCE';
  of: readonly Named[];
}

/** Formulas that ask for no creator. */
export type QueryFormula =
  | { name: 'SEARCH' | 'COUNT'; query: number }
  | { name: 'CONTENT'; of: number; limit: number }
  | { name: 'BALANCE' | 'CITIES' | 'CATEGORIES' };

export type Formula = CellFormula | QueryFormula;

/** What somebody does to the sheets by hand. `at` is a share of the rows or columns. */
export type Edit =
  | { edit: 'insertRows' | 'deleteRows'; sheet: number; at: number; count: number }
  | { edit: 'insertColumn' | 'deleteColumn' | 'moveColumn' | 'sort'; sheet: number; at: number; to: number }
  | { edit: 'typeHandle' | 'typeTotal'; at: number; who: number }
  | { edit: 'addRow'; who: number }
  | { edit: 'addFormula'; formula: CellFormula }
  | { edit: 'note' | 'rename' | 'deleteSheet' | 'protect'; sheet: number }
  | { edit: 'show'; sheet: number }
  /** A post into a row of a tracker, how far they are with a creator, what a client says. */
  | { edit: 'typePost' | 'typeStatus' | 'decide'; at: number; who: number };

export type Tool = keyof typeof TOOLS;

/** What tools are given; each takes of it what it needs. */
export interface ToolCall {
  by: Person;
  at: number;
  cap: number;
  isOn: boolean;
  steps: number;
}

export interface Settings {
  paused?: boolean;
  maxRequestsPerRun?: number;
  maxRequestsPerDay?: number;
  maxFormulaRequestsPerDay?: number;
  keepBalance?: number;
  audienceInFormulas?: boolean;
  contentInFormulas?: boolean;
  followersFromStatus?: boolean;
}

/** One thing that a person, Sheets or a clock does; the acts of an event begin at the same instant. */
export type Act =
  | { act: 'cells'; by: Person; formulas: Formula[] }
  | { act: 'recalculate'; by: Person; all: boolean }
  | { act: 'menu'; by: Person; item: string }
  | { act: 'find'; by: Person; query: number; again: boolean }
  | {
      act: 'beginSearch';
      by: Person;
      query: number;
      pages: number;
      known: 'skip' | 'mark';
      again: boolean;
      append: boolean;
      cap: number | null;
      steps: number;
    }
  | {
      act: 'beginEnrich';
      by: Person;
      from: number;
      rows: number;
      fields: string[];
      mode: 'fill' | 'overwrite' | 'new';
      action: 'enrich' | 'queue' | 'weekly';
      which: 'all' | 'failed' | 'old';
      again: boolean;
      cap: number | null;
      steps: number;
    }
  | {
      act: 'beginReport';
      by: Person;
      from: number;
      rows: number;
      kind: 'sheets' | 'comparison' | 'profiles';
      again: boolean;
      cap: number | null;
      steps: number;
    }
  | { act: 'beginContent'; by: Person; of: number; max: number; cap: number | null; steps: number }
  | { act: 'beginSync'; by: Person; max: number; refresh: boolean; cap: number | null; steps: number }
  | ({ act: 'tool'; tool: Tool } & ToolCall)
  | { act: 'drive'; by: Person; kind: RunKind; resume: boolean; cap: number | null; steps: number }
  | { act: 'stop' | 'drop'; by: Person; kind: RunKind }
  | { act: 'scheduleRows'; by: Person; isOn: boolean; olderThanDays: number; hour: number; cap: number }
  | { act: 'scheduleSync'; by: Person; isOn: boolean; hour: number; cap: number; monthCap: number }
  | { act: 'night'; days: number; atOnce: boolean }
  | { act: 'account'; by: Person; again: boolean }
  | { act: 'settings'; by: Person; change: Settings }
  | { act: 'key'; by: Person; where: 'person' | 'spreadsheet'; key: number }
  | { act: 'removeKey'; by: Person; where: 'person' | 'spreadsheet' }
  | { act: 'timeZone'; zone: string }
  | { act: 'shareKey' | 'openLog' | 'open' | 'fit' | 'summary'; by: Person }
  | { act: 'save'; by: Person; query: number }
  | { act: 'damage'; what: 'gate' | 'slot' | 'answers' }
  | { act: 'fill'; leftKilobytes: number }
  | { act: 'evict'; share: number }
  | { act: 'spentElsewhere' | 'renewed'; requests: number }
  | { act: 'post'; of: number; count: number }
  | { act: 'latency'; ms: number }
  | { act: 'hand'; edit: Edit };

export type ServiceGroup = 'any' | 'property' | 'propertyWrite' | 'cache' | 'lock' | 'fetch' | 'sheet' | 'flush';

/** What goes wrong at one service call of an event, or at one request to the API. */
export type Trouble = { nth: number } & (
  | { at: ServiceGroup; phase: 'before' | 'after'; does: 'kill' | 'refuse' }
  /** Took effect in part, and threw. */
  | { at: 'propertyWrite'; phase: 'before'; does: 'half' }
  | { at: ServiceGroup; phase: 'before' | 'after'; does: 'evict' }
  | { at: ServiceGroup; phase: 'before' | 'after'; does: 'hand'; edit: Edit }
  | {
      at: 'request';
      does: 'lost-before-charge' | 'lost-after-charge' | 'status' | 'storm' | 'truncated';
      count: number;
    }
);

export interface Event {
  acts: Act[];
  troubles: Trouble[];
  /** Time that passes afterwards. */
  waitMs: number;
}

export interface Setup {
  locale: string;
  timeZone: string;
  keys: 'spreadsheet' | 'both' | 'owner' | 'trial';
  balance: number;
  settings: Settings;
  /** Rows of creators; some are blank, repeated or name nobody. */
  rows: number;
  shape: 'flat' | 'wrapped' | 'earlier';
}

export interface Schedule {
  /** Where it was drawn from. */
  seed: number;
  index: number;
  /** What it dwells on. */
  theme: string;
  setup: Setup;
  events: Event[];
}
