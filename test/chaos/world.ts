import { readFileSync } from 'node:fs';
import type { Creator } from '../../dev/standin/creator';
import { DEMO_TRIAL_CLIENT_ID, DEMO_TRIAL_KEY, TRIAL_REQUESTS } from '../../dev/standin/standin';
import { ARCHIVE_TABLES, archiveTableId, type ArchiveTableName } from '../../src/schema/archive-table';
import { fieldsOf } from '../archive/warehouse-table';
import { CLIENT_ID, createAddon, distFiles, KEY, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import type { CellFormula, NameForm, Named, Person, RunKind, Setup } from './event';
import { createJournal, type Journal } from './journal';
import { createLimits, type Limits } from './limits';
import { CREATORS } from './schedule';

/** A row that a person has filled: whatever happens, it stays what that person made it. */
export interface OwnRow {
  /** What names the creator in the row. */
  text: string;
  /** Creators that the row has named so far: values of each may stand there. */
  names: Set<string>;
  /** Of the column *My total*: a value, or a formula. */
  total: string | number;
  /** How far they are with the creator. */
  status?: string;
}

/** A formula that a person has written, by the tag in its row. */
export interface OwnFormula {
  text: string;
  formula: CellFormula;
  /** Sheets has calculated it at least once; before it shows nothing here, where Sheets says that it is loading. */
  isCalculated: boolean;
}

/** A run as the page has heard of it. */
export interface KnownRun {
  id: string;
  kind: RunKind;
  state: string;
  message: string;
  /** Creators that were selected, or were typed into its rows; undefined: any. */
  creators?: Set<string>;
  isAgain: boolean;
  begunMs: number;
  isResumed: boolean;
  isDropped: boolean;
  /** Rows that it found elsewhere were left out. */
  skips: boolean;
}

export interface Violation {
  rule: string;
  text: string;
}

export interface World {
  setup: Setup;
  addon: Addon;
  journal: Journal;
  limits: Limits;
  rows: Map<string, OwnRow>;
  formulas: Map<string, OwnFormula>;
  runs: Map<string, KnownRun>;
  keys: { key: string; clientId: string }[];
  /** How often each act, edit, trouble... took place. */
  counts: Map<string, number>;
  violations: Violation[];
  /** Sheets that people have changed so that what is expected of them no longer holds: rows deleted, columns taken out. */
  spoilt: Set<number>;
  /** Everything charged before was forgotten, by damage of ours; and what had been charged by then. */
  forgottenMs: number;
  forgottenRequests: number;
  /** The key's balance was changed by others. */
  isForeign: boolean;
  isFrozen: boolean;
  isProtected: boolean;
  /** The cache lost something, or somebody was stopped: answers may be gone of which only a receipt is left. */
  lossesMs: number[];
  /** In which the spreadsheet's days were told, from when on. */
  zones: { fromMs: number; zone: string }[];
  /** The same for the ledger; until then it changed. */
  ledgerZones: { fromMs: number; untilMs?: number; zone: string }[];
  /** What people asked to be deleted, from when to when, and of whom; undefined: of all. */
  deletions: { fromMs: number; toMs: number; who?: string }[];
  /** Posts that people have typed into rows of trackers, by the key of the row. */
  posts: Map<string, string>;
  /** Of campaigns: the sheet of the tracker by what its posts are asked by. */
  campaigns: Map<string, number>;
  tags: number;
  /** Set while acts are under way: what happens then is in nobody's hands. */
  note(what: string): void;
  violate(rule: string, text: string): void;
}

export const OWNER: Person = 'owner@example.com';
export const EDITOR: Person = 'editor@example.com';
export const OWN_SHEET = 0;
export const FORMULA_SHEET = 'Formulas';
export const STRANGER_SHEET = 'Notes';
export const HANDLE_HEADER = 'username';
export const TAG_HEADER = 'Tag';
export const TOTAL_HEADER = 'My total';
export const NOTE_HEADER = 'My note';
/** What a person keeps on a sheet of their own. */
export const STRANGER_CELLS: readonly (readonly (string | number)[])[] = [
  ['Budget', 1200],
  ['Booked', 300],
  ['Left', '=B1-B2'],
  ['Text', "'=not a formula"],
];

const SCOPES = [
  'https://www.googleapis.com/auth/script.scriptapp',
  'https://www.googleapis.com/auth/bigquery.insertdata',
];
const BIG_QUERY = { userSymbol: 'BigQuery', serviceId: 'bigquery', version: 'v2' };
/** Where rows go if somebody wants that. */
export const ARCHIVE = { project: 'our-project', dataset: 'social' };
const START = '2026-11-02T08:00:00Z';
/** A third key, of another organization. */
const OTHER_KEY = { key: 'other-organization-key-000000000000003', clientId: 'other-organization' };

const archivePlace = (name: ArchiveTableName) => ({
  projectId: ARCHIVE.project,
  datasetId: ARCHIVE.dataset,
  tableId: archiveTableId(name),
});

/** What holds where nobody has set it (docs/settings.md). */
const DEFAULTS = {
  maxRequestsPerRun: 2000,
  maxRequestsPerDay: 5000,
  maxFormulaRequestsPerDay: 500,
  keepBalance: 0,
  paused: false,
};

/** The build with what whoever wants schedules and BigQuery adds (README). */
function files(): ReturnType<typeof distFiles> {
  const ours = JSON.parse(readFileSync(new URL('../../appsscript.json', import.meta.url), 'utf8')) as {
    oauthScopes: string[];
  };
  const manifest = {
    ...ours,
    oauthScopes: [...ours.oauthScopes, ...SCOPES],
    dependencies: { enabledAdvancedServices: [BIG_QUERY] },
  };
  return { ...distFiles(), manifest };
}

export async function createWorld(setup: Setup, except: readonly string[] = []): Promise<World> {
  const { locale, timeZone } = setup;
  const isTrial = setup.keys === 'trial';
  const addon = await createAddon({
    standin: { creators: 1500 },
    files: files(),
    startAt: START,
    locale,
    timeZone,
    balance: isTrial || setup.keys === 'owner' ? null : setup.balance,
  });
  const { emulator, standin } = addon;
  standin.keys.add({ ...OTHER_KEY, kind: 'organization', balance: setup.balance });
  standin.keys.setBalance(KEY, setup.balance);
  standin.keys.setBalance(DEMO_TRIAL_KEY, Math.min(TRIAL_REQUESTS, setup.balance));
  standin.shape = setup.shape;
  const user = emulator.stores.properties('user', OWNER);
  if (isTrial) {
    addon.setProperty('INFLUDATA_API_KEY', DEMO_TRIAL_KEY);
    addon.setProperty('INFLUDATA_CLIENT_ID', DEMO_TRIAL_CLIENT_ID);
  }
  if (setup.keys === 'owner') {
    user.set('INFLUDATA_API_KEY', KEY);
    user.set('INFLUDATA_CLIENT_ID', CLIENT_ID);
  }
  if (setup.keys === 'both') {
    const own = emulator.stores.properties('user', EDITOR);
    own.set('INFLUDATA_API_KEY', OTHER_KEY.key);
    own.set('INFLUDATA_CLIENT_ID', OTHER_KEY.clientId);
  }
  const settings = { version: 1, ...setup.settings };
  addon.setSettings(settings);
  const counts = new Map<string, number>();
  const violations: Violation[] = [];
  const world: World = {
    setup,
    addon,
    journal: createJournal(addon),
    limits: createLimits(),
    rows: new Map(),
    formulas: new Map(),
    runs: new Map(),
    keys: [{ key: KEY, clientId: CLIENT_ID }, OTHER_KEY, { key: DEMO_TRIAL_KEY, clientId: DEMO_TRIAL_CLIENT_ID }],
    counts,
    violations,
    spoilt: new Set(),
    forgottenMs: 0,
    forgottenRequests: 0,
    isForeign: false,
    isFrozen: false,
    isProtected: false,
    lossesMs: [],
    zones: [{ fromMs: 0, zone: timeZone }],
    ledgerZones: [{ fromMs: 0, zone: timeZone }],
    deletions: [],
    posts: new Map(),
    campaigns: new Map(),
    tags: 0,
    note: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    violate: (rule, text) => {
      if (!except.includes(rule) && !violations.some((each) => each.rule === rule))
        violations.push({ rule, text: text.slice(0, 600) });
    },
  };
  learnSettings(world, { ...DEFAULTS, ...settings });
  layOut(world);
  for (const name of ARCHIVE_TABLES) emulator.warehouse.createTable(archivePlace(name), fieldsOf(name));
  await emulator.open();
  return world;
}

/** Settings that can be counted, as they are in force from now on. */
export function learnSettings({ limits, addon }: World, settings: object, isSure = true): void {
  const nowMs = addon.emulator.clock.now();
  for (const [name, value] of Object.entries(settings)) {
    const number = name === 'paused' ? (value === true ? 0 : Infinity) : value;
    if (typeof number === 'number') limits[isSure ? 'is' : 'mayBe'](name, nowMs, number);
  }
}

/** A cap that somebody is setting. */
export const mayCap = ({ limits, addon }: World, name: string, cap: number): void =>
  limits.mayBe(name, addon.emulator.clock.now(), cap);

/** What stands in the spreadsheet before anything happens. */
function layOut(world: World): void {
  const { spreadsheet } = world.addon.emulator;
  const own = spreadsheet.sheet('Sheet1');
  own.set('A1', [
    [TAG_HEADER, HANDLE_HEADER, TOTAL_HEADER],
    // Some rows are blank, and some name a creator once more.
    ...Array.from({ length: world.setup.rows }, (_, row) =>
      row % 9 === 5 ? [] : newRow(world, row % 11 === 7 ? row - 3 : row),
    ),
  ]);
  const formulas = spreadsheet.insertSheet(FORMULA_SHEET);
  formulas.set('A1', [[TAG_HEADER, 'Formula']]);
  spreadsheet.insertSheet(STRANGER_SHEET).set(
    'A1',
    STRANGER_CELLS.map((row) => [...row]),
  );
  own.activate();
}

/** What a person types into a new row: its tag, a creator, a total. */
function newRow(world: World, who: number): (string | number)[] {
  const tag = `t${(world.tags += 1)}`;
  const text = nameOf(world, [who, who % 13 === 4 ? 'url' : who % 13 === 8 ? 'uid' : 'handle']);
  const number = 1000 + world.tags;
  const total = world.tags % 2 === 0 ? `=${number}+7` : number;
  world.rows.set(tag, { text, names: new Set([idOf(world, who)]), total });
  return [tag, text, total];
}

/** A row at the end of Sheet1, each value under its header. */
export function addRow(world: World, who: number): void {
  const sheet = world.addon.emulator.spreadsheet.sheet(OWN_SHEET);
  const row = sheet.lastRow + 1;
  const headers = (sheet.values()[0] ?? []).map(String);
  const values = newRow(world, who);
  [TAG_HEADER, HANDLE_HEADER, TOTAL_HEADER].forEach((header, at) => {
    const column = headers.indexOf(header) + 1;
    if (column > 0) sheet.set(`${letters(column)}${row}`, values[at]);
  });
}

export function addFormula(world: World, formula: CellFormula): void {
  const sheet = world.addon.emulator.spreadsheet.hasSheet(FORMULA_SHEET)
    ? world.addon.emulator.spreadsheet.sheet(FORMULA_SHEET)
    : undefined;
  const headers = (sheet?.values()[0] ?? []).map(String);
  const [tagColumn, column] = [headers.indexOf(TAG_HEADER) + 1, headers.indexOf('Formula') + 1];
  if (!sheet || tagColumn === 0 || column === 0) return;
  const single: CellFormula = {
    name: ['TIMELINE', 'AUDIENCE'].includes(formula.name) ? 'GROWTH' : formula.name,
    of: formula.of.slice(0, 1),
  };
  const tag = `f${(world.tags += 1)}`;
  const separator = world.setup.locale === 'en_US' ? ',' : ';';
  const args = [...argumentsOf(world, single)].map((each) => `"${String(each)}"`).join(separator);
  const text = `=INFLU_${single.name}(${args})`;
  const row = sheet.lastRow + 1;
  sheet.set(`${letters(tagColumn)}${row}`, tag);
  sheet.set(`${letters(column)}${row}`, text);
  world.formulas.set(tag, { text, formula: single, isCalculated: false });
}

/** What the formula is given: one creator as a value, several as a column. */
export function argumentsOf(world: World, { name, of }: CellFormula): unknown[] {
  const names = of.map((each) => nameOf(world, each));
  const who = names.length === 1 ? names[0] : names.map((each) => [each]);
  return ['instagram', who, ...(name === 'PROFILE' ? ['id'] : [])];
}

const casts = new WeakMap<Addon, readonly (Creator | string)[]>();

/** Who can be named: ordinary people, people with tricks in their texts, and names that nobody has. */
function castOf({ addon }: World): readonly (Creator | string)[] {
  const { creators } = addon.standin;
  const known = casts.get(addon);
  if (known) return known;
  const odd = ['formulaBio', 'hyperlinkBio', 'tabBio', 'pendingAudience', 'private', 'missingFields'] as const;
  const cast = [
    ...ordinaryHandles(addon.standin, CREATORS - odd.length - 2).map(
      (handle) => creators.find('instagram', handle) as Creator,
    ),
    ...odd.map((kind) => creators.special(kind)),
    creators.nonexistent(1),
    creators.unlisted(1),
  ];
  // The odd ones are not always those at the end.
  const mixedUp = cast.map((_, at) => cast[(at * 7) % cast.length] as Creator | string);
  casts.set(addon, mixedUp);
  return mixedUp;
}

export const creatorAt = (world: World, who: number): Creator | string =>
  castOf(world)[who % CREATORS] as Creator | string;

/** influData's id of a creator, or the name of somebody who has none. */
export function idOf(world: World, who: number): string {
  const creator = creatorAt(world, who);
  return typeof creator === 'string' ? creator : creator.creatorId;
}

export function nameOf(world: World, [who, form]: Named): string {
  const creator = creatorAt(world, who);
  if (typeof creator === 'string') return creator;
  const forms: Record<NameForm, () => string> = {
    handle: () => creator.username,
    at: () => `@${creator.username}`,
    url: () => `https://www.instagram.com/${creator.username}/`,
    id: () => `id:${creator.creatorId}`,
    uid: () => `uid:${world.addon.standin.creators.text(creator).userId}`,
  };
  return forms[form]();
}

/** Of pieces: their creators. */
export const authorAt = (at: number): string => ['adidas', 'bmw', 'lego'][at % 3] as string;

export const queryAt = (at: number): Record<string, string> =>
  [
    { country: 'Germany' },
    { country: 'Germany', followerMin: '20000' },
    { country: 'France' },
    { followerMin: '400000' },
  ][at % 4] as Record<string, string>;

export const letters = (column: number): string =>
  (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

/** Sheets that are there, the hidden ones too. */
export const sheetsOf = ({ addon }: World) =>
  addon.emulator.spreadsheet.book.sheets.map(({ id }) => addon.emulator.spreadsheet.sheet(id));

export const hasSheet = (world: World, id: number): boolean => sheetsOf(world).some((sheet) => sheet.id === id);
