import type { SheetHandle } from '../../dev/emulator/spreadsheet/workbook';
import { checkCells } from './figure';
import { checkWorld } from './invariants';
import type { Act, CellFormula, Event, Formula, Person, Schedule } from './event';
import { doByHand } from './hand';
import { learnZone } from './money';
import { beginTroubles, endTroubles, forgetCache } from './mishap';
import { askPage, drive, endRun, knownRun, openRun } from './page';
import { settle } from './settle';
import { read } from './sheets';
import { TOOLS } from './tools';
import {
  argumentsOf,
  authorAt,
  createWorld,
  FORMULA_SHEET,
  HANDLE_HEADER,
  hasSheet,
  learnSettings,
  letters,
  mayCap,
  OWN_SHEET,
  OWNER,
  queryAt,
  sheetsOf,
  TAG_HEADER,
  type KnownRun,
  type Violation,
  type World,
} from './world';

export interface Played {
  violations: Violation[];
  counts: ReadonlyMap<string, number>;
  /** The event after which the first violation was seen; the number of events is the end. */
  at: number;
}

/** Plays a schedule from nothing to its end, and says what did not hold but for the rules left out. Stops at the first event that breaks one. */
export async function play(
  { setup, events }: Pick<Schedule, 'setup' | 'events'>,
  except: readonly string[] = [],
): Promise<Played> {
  const world = await createWorld(setup, except);
  let at = 0;
  try {
    for (; at < events.length; at++) {
      await playEvent(world, events[at] as Event);
      if (world.violations.length > 0) break;
    }
    if (world.violations.length === 0) await settle(world);
  } catch (error) {
    world.violate('the driver itself', error instanceof Error ? String(error.stack) : String(error));
  }
  await world.addon.close();
  return { violations: world.violations, counts: world.counts, at };
}

async function playEvent(world: World, { acts, troubles, waitMs }: Event): Promise<void> {
  const { clock } = world.addon.emulator;
  const beganMs = clock.now();
  // What needs the clock, or all for itself, comes before the others.
  for (const act of acts) if (isAlone(act)) await perform(world, act, troubles);
  beginTroubles(world, troubles);
  await Promise.all(acts.filter((act) => !isAlone(act)).map((act) => perform(world, act, [])));
  endTroubles(world);
  learnZone(world, beganMs);
  checkWorld(world);
  clock.advance(waitMs);
}

const isAlone = ({ act }: Act): boolean => act === 'night' || act === 'damage';

type Acts = {
  [Kind in Act['act']]: (world: World, act: Extract<Act, { act: Kind }>, troubles: Event['troubles']) => unknown;
};

async function perform(world: World, act: Act, troubles: Event['troubles']): Promise<void> {
  world.note(`act ${act.act}`);
  await ACTS[act.act](world, act as never, troubles);
}

const ACTS: Acts = {
  cells: async (world, { by, formulas }) => {
    const calls = formulas.map((formula) => ({
      name: `INFLU_${formula.name}`,
      args: argumentsFor(world, formula),
      user: by,
    }));
    for (const { name } of calls) world.note(`formula ${name}`);
    checkCells(world, formulas, await world.addon.emulator.cells(calls));
  },
  recalculate: async (world, { by, all }) => {
    // One that was frozen before it ever showed something has left nothing.
    const standing = world.addon.emulator.spreadsheet.hasSheet(FORMULA_SHEET)
      ? new Set(read(world.addon.emulator.spreadsheet.sheet(FORMULA_SHEET)).formulas.flat())
      : new Set();
    const own = [...world.formulas.values()].filter(({ text }) => standing.has(text));
    await world.addon.emulator.recalculate({ user: by, all });
    for (const formula of own) formula.isCalculated = true;
  },
  menu: async (world, { by, item }) => {
    const { emulator } = world.addon;
    if (item.includes('selection')) selectFormulas(world);
    if (item.includes('Freeze')) world.isFrozen = true;
    if (item.includes('Pause')) {
      learnSettings(world, { paused: true }, false);
      learnSettings(world, { paused: false }, false);
    }
    // Whatever is asked: yes.
    emulator.ui.answer('YES');
    const { outcome, error } = await emulator.menu.click(item, { user: by });
    while (emulator.ui.open().length > 0) emulator.ui.answer('YES');
    world.note(`menu ${item}: ${outcome}`);
    if (error && /TypeError|ReferenceError|RangeError/.test(error.name))
      world.violate('nothing breaks', `${item}: ${error.message}`);
  },
  find: (world, { by, query, again }) =>
    askPage(world, by, 'search', { platform: 'instagram', filters: queryAt(query), again }),
  beginSearch: async (world, { by, query, pages, known, again, append, cap, steps }) => {
    const sheet = append ? sheetWith(world, 'Found by') : undefined;
    const run = await begun(world, by, 'search', 'startSearch', again, cap, {
      platform: 'instagram',
      filters: queryAt(query),
      from: 1,
      to: pages,
      sheetId: sheet?.id ?? null,
      known,
      pictures: false,
      picks: [],
      again,
      cap,
    });
    if (!run) return;
    run.skips = known === 'skip';
    await drive(world, by, run, { steps });
  },
  beginEnrich: async (world, { by, from, rows, fields, mode, action, which, again, cap, steps }) => {
    if (!selectRows(world, from, rows)) return;
    const edits = editsOf(world);
    const form = { platform: 'instagram', fields, which, olderThanDays: which === 'old' ? 1 : 0, again };
    const { value } = await askPage(world, by, 'readSelection', form);
    if (!value) return;
    const { sheetId, keys } = value;
    const run = await begun(world, by, 'enrich', 'startEnrich', again || which === 'old', cap, {
      ...form,
      action,
      mode,
      cap,
      sheetId,
      keys,
    });
    if (!run) return;
    // Where rows were moved meanwhile, which of them were meant is not known.
    const { blocks } = keys as { blocks: { row: number; rows: number }[] };
    if (action === 'enrich' && editsOf(world) === edits) run.creators = creatorsIn(world, blocks);
    await drive(world, by, run, { steps });
  },
  beginReport: async (world, { by, from, rows, kind, again, cap, steps }) => {
    if (!selectRows(world, from, rows)) return;
    const form = { platform: 'instagram', kind, again };
    const { value } = await askPage(world, by, 'checkReport', form);
    const creators = (value?.['creators'] ?? []) as { key: string; state: string }[];
    const keys = creators.filter(({ state }) => ['known', 'buy', 'unchecked'].includes(state)).map(({ key }) => key);
    if (keys.length === 0) return;
    const run = await begun(world, by, 'report', 'startReport', again, cap, { kind, keys, again, cap });
    if (run) await drive(world, by, run, { steps });
  },
  beginContent: async (world, { by, of, max, cap, steps }) => {
    const filters = { platform: 'instagram', username: authorAt(of), followerMin: '0' };
    const form = { filters, max, thumbnails: false, sheetId: null, cap };
    const run = await begun(world, by, 'content', 'startContent', false, cap, form);
    if (run) await drive(world, by, run, { steps });
  },
  beginSync: async (world, { by, max, refresh, cap, steps }) => {
    const sheet = sheetWith(world, 'Content id');
    if (!sheet) return;
    const form = { sheetId: sheet.id, max, refresh, cap };
    const run = await begun(world, by, 'content', 'startSync', refresh, cap, form);
    if (run) await drive(world, by, run, { steps });
  },
  tool: async (world, act) => {
    world.note(`tool ${act.tool}`);
    await TOOLS[act.tool](world, act);
  },
  drive: async (world, { by, kind, resume, cap, steps }) => {
    const run = openRun(world, kind);
    if (run) await drive(world, by, run, { steps, resume, cap });
  },
  stop: async (world, { by, kind }) => {
    const run = openRun(world, kind);
    if (run) await endRun(world, by, run, 'stop');
  },
  drop: async (world, { by, kind }) => {
    const run = openRun(world, kind);
    if (run) await endRun(world, by, run, 'drop');
  },
  scheduleRows: async (world, { by, isOn, olderThanDays, hour, cap }) => {
    const schedule = isOn ? { sheetId: OWN_SHEET, platform: 'instagram', olderThanDays, hour, cap } : null;
    if (schedule) mayCap(world, 'night rows', cap);
    await askPage(world, by, 'setSchedule', { schedule });
  },
  scheduleSync: async (world, { by, isOn, hour, cap, monthCap }) => {
    const sheet = sheetWith(world, 'Content id');
    if (!sheet) return;
    if (isOn) mayCap(world, `night sync ${sheet.id}`, cap);
    if (isOn) mayCap(world, `night month ${sheet.id}`, monthCap);
    await askPage(world, by, 'scheduleContent', { sheetId: sheet.id, schedule: isOn ? { hour, cap, monthCap } : null });
  },
  night: async (world, { days, atOnce }, troubles) => {
    const { clock, triggers } = world.addon.emulator;
    clock.advance((days - 1) * DAY_MS);
    const until = clock.now() + DAY_MS;
    beginTroubles(world, troubles);
    const due = triggers
      .list()
      .flatMap(({ id, dueAtMs }) => (dueAtMs !== null && dueAtMs <= until ? [{ id, dueAtMs }] : []))
      .sort((left, right) => left.dueAtMs - right.dueAtMs);
    const last = due.at(-1)?.dueAtMs ?? until;
    if (atOnce) clock.advance(Math.max(0, last - clock.now()));
    if (atOnce) await Promise.all(due.map(({ id }) => triggers.fire(id)));
    else
      for (const { id, dueAtMs } of due) {
        clock.advance(Math.max(0, dueAtMs - clock.now()));
        await triggers.fire(id);
      }
    if (due.length > 0) world.note(due.length > 1 ? 'night of two people' : 'night of one person');
    endTroubles(world);
  },
  account: (world, { by, again }) => askPage(world, by, 'account', { again }),
  settings: async (world, { by, change }) => {
    learnSettings(world, change, false);
    await askPage(world, by, 'changeSettings', change);
  },
  key: (world, { by, where, key }) => {
    const { key: text, clientId } = world.keys[key % world.keys.length] ?? { key: '', clientId: '' };
    return askPage(world, by, 'saveKey', { key: text, clientId, where });
  },
  removeKey: (world, { by, where }) => askPage(world, by, 'removeKey', { where }),
  timeZone: (world, { zone }) => {
    world.addon.emulator.spreadsheet.timeZone = zone;
    world.zones.push({ fromMs: world.addon.emulator.clock.now(), zone });
  },
  shareKey: (world, { by }) => askPage(world, by, 'shareKey'),
  openLog: (world, { by }) => askPage(world, by, 'openLog'),
  open: (world, { by }) => askPage(world, by, 'open'),
  fit: async (world, { by }) => {
    const targets = { countries: ['Germany'], ages: ['18-24'], gender: 'w', languages: [] };
    if (selectRows(world, 0, 4)) await askPage(world, by, 'fitScore', { platform: 'instagram', targets });
  },
  summary: async (world, { by }) => {
    const sheet = sheetWith(world, 'Content id');
    if (sheet) await askPage(world, by, 'summarizeContent', { sheetId: sheet.id, rate: 12 });
  },
  save: (world, { by, query }) =>
    askPage(world, by, 'saveSearch', { name: `search ${query}`, platform: 'instagram', filters: queryAt(query) }),
  damage: async (world, { what }) => damage(world, what),
  fill: (world, { leftKilobytes }) => {
    const store = world.addon.emulator.stores.properties('document');
    // Another script of the spreadsheet keeps much there.
    for (let piece = 0; store.bytes() < (500 - leftKilobytes) * 1024 - 9000; piece++)
      store.set(`others/${piece}`, 'x'.repeat(8900));
    loseRoom(world);
  },
  evict: (world, { share }) => forgetCache(world, share),
  spentElsewhere: (world, { requests }) => changeBalances(world, -requests),
  renewed: (world, { requests }) => changeBalances(world, requests),
  post: (world, { of, count }) => {
    const { standin, emulator } = world.addon;
    const author = standin.creators.find('instagram', authorAt(of));
    if (!author) return;
    for (let piece = 0; piece < count; piece++)
      standin.posts.add(author, { uploadedMs: emulator.clock.now() - piece * 60_000 });
  },
  latency: (world, { ms }) => void (world.addon.standin.latencyMs = ms),
  hand: (world, { edit }) => doByHand(world, edit),
};

export const ACT_NAMES = Object.keys(ACTS);

const DAY_MS = 24 * 3_600_000;
const QUIET_MS = 8 * 60_000;

const argumentsFor = (world: World, formula: Formula): unknown[] => {
  if ('query' in formula)
    return [
      'instagram',
      Object.entries(queryAt(formula.query))
        .map((each) => each.join('='))
        .join('; '),
    ];
  if (formula.name === 'CONTENT')
    return [`platform=instagram; username=${authorAt(formula.of as number)}; followerMin=0`, formula.limit];
  if (formula.name === 'CITIES') return ['Germany'];
  return 'of' in formula ? argumentsOf(world, formula as CellFormula) : [];
};

/** Starts a run; what it may spend is known from then on. */
async function begun(
  world: World,
  by: Person,
  kind: KnownRun['kind'],
  name: string,
  isAgain: boolean,
  cap: number | null,
  form: object,
): Promise<KnownRun | undefined> {
  const nowMs = world.addon.emulator.clock.now();
  const most = cap ?? world.limits.most('maxRequestsPerRun', nowMs);
  const { value } = await askPage(world, by, name, form);
  return value && knownRun(world, kind, value, isAgain, most);
}

/** Selects creators' rows of a person's own sheet, from a share of them on. */
function selectRows(world: World, from: number, count: number): { first: number; last: number } | undefined {
  if (!hasSheet(world, OWN_SHEET)) return undefined;
  const sheet = world.addon.emulator.spreadsheet.sheet(OWN_SHEET);
  const column = (sheet.values()[0] ?? []).indexOf(HANDLE_HEADER);
  if (column < 0 || sheet.lastRow < 2) return undefined;
  const first = from === 0 ? 1 : 2 + Math.floor(from * (sheet.lastRow - 1));
  const last = Math.min(sheet.lastRow, first + count);
  sheet.select(`${letters(column + 1)}${first}:${letters(column + 1)}${last}`);
  return { first, last };
}

/** How much has been done by hand. */
const editsOf = ({ counts }: World): number =>
  [...counts].reduce((sum, [what, count]) => (what.startsWith('edit ') ? sum + count : sum), 0);

function creatorsIn(world: World, blocks: readonly { row: number; rows: number }[]): Set<string> {
  const [headers = [], ...cells] = world.addon.emulator.spreadsheet.sheet(OWN_SHEET).values();
  const tags = headers.indexOf(TAG_HEADER);
  const selected = blocks.flatMap(({ row, rows }) => cells.slice(Math.max(0, row - 2), row + rows - 2));
  return new Set(selected.flatMap((row) => [...(world.rows.get(String(row[tags]))?.names ?? [])]));
}

function selectFormulas(world: World): void {
  const { spreadsheet } = world.addon.emulator;
  if (!spreadsheet.hasSheet('Formulas')) return;
  const sheet = spreadsheet.sheet('Formulas');
  sheet.select(`A1:${letters(Math.max(1, sheet.lastColumn))}${Math.max(1, sheet.lastRow)}`);
}

const sheetWith = (world: World, header: string): SheetHandle | undefined =>
  sheetsOf(world).find((sheet) => (sheet.values()[0] ?? []).includes(header) && sheet.lastRow > 0);

function changeBalances(world: World, change: number): void {
  world.isForeign = true;
  for (const { key } of world.keys) {
    const left = world.addon.standin.keys.get(key)?.balance ?? 0;
    world.addon.standin.keys.setBalance(key, Math.max(0, left + change));
  }
}

const loseRoom = (world: World): void => world.note('property store nearly full');

/** Somebody's script has overwritten what we keep. Menu *Usage* mends it. */
async function damage(world: World, what: 'gate' | 'slot' | 'answers'): Promise<void> {
  const { emulator } = world.addon;
  const store = emulator.stores.properties('document');
  // Not while anything is under way, and not so soon after that the pace would rest on what is lost.
  emulator.clock.advance(QUIET_MS);
  const mine = Object.keys(store.all()).filter((name) =>
    name.startsWith({ gate: 'gate', slot: 'slot/', answers: 'a/' }[what]),
  );
  for (const name of mine.slice(0, 1)) store.set(name, '{"damaged":');
  world.forgottenMs = emulator.clock.now();
  await askPage(world, OWNER, 'account', { again: false });
  emulator.ui.answer('YES');
  await emulator.menu.click('Usage', { user: OWNER });
  while (emulator.ui.open().length > 0) emulator.ui.answer('YES');
  world.forgottenRequests = world.addon.charged();
  emulator.clock.advance(QUIET_MS);
}
