import { trackersIn } from './boards';
import { checkWorld } from './invariants';
import { endTroubles } from './mishap';
import { checkCampaigns } from './campaign-end';
import { learnZone } from './money';
import { checkNights } from './nights';
import { askPage, endRun, knownRun, stepRun } from './page';
import { checkFormulas, checkResults, checkValues, read } from './sheets';
import { hasSheet, learnSettings, mayCap, OWNER, queryAt, sheetsOf, type KnownRun, type World } from './world';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ENOUGH = 50_000;
const LAST_KEY = { key: 'last-organization-key-0000000000000004', clientId: 'last-organization' };
/** Steps that a run may take to its end: the slowest key sends 60 in a minute. */
const MOST_STEPS = 40;

/** Everything comes to rest: no faults, enough to spend. Then every run comes to its end, and nothing is missing. */
export async function settle(world: World): Promise<void> {
  const { emulator, standin } = world.addon;
  endTroubles(world);
  const beganMs = emulator.clock.now();
  standin.latencyMs = 300;
  emulator.clock.advance(HOUR_MS);
  for (const name of Object.keys(emulator.stores.properties('document').all()))
    if (name.startsWith('others/')) emulator.stores.properties('document').delete(name);
  for (const { data } of sheetsOf(world)) data.protections.length = 0;
  world.isForeign = true;
  for (const { key } of world.keys) standin.keys.setBalance(key, ENOUGH);
  // A trial may have ended, a month may be used up, the last key was taken out: somebody buys another.
  standin.keys.add({ ...LAST_KEY, kind: 'organization', balance: ENOUGH });
  world.keys.push(LAST_KEY);
  for (const where of ['spreadsheet', 'person']) await askPage(world, OWNER, 'saveKey', { ...LAST_KEY, where });
  const change = {
    paused: false,
    keepBalance: 0,
    maxRequestsPerDay: ENOUGH,
    maxFormulaRequestsPerDay: ENOUGH,
    maxRequestsPerRun: ENOUGH,
  };
  learnSettings(world, change, false);
  await askPage(world, OWNER, 'changeSettings', change);
  // What keeps a run from its end is told in words.
  await askPage(world, OWNER, 'setLanguage', { language: 'en' });
  for (const { sheet } of trackersIn(world)) {
    mayCap(world, `campaign ${sheet.id}`, ENOUGH);
    await askPage(world, OWNER, 'setCampaignCap', { sheetId: sheet.id, cap: ENOUGH });
  }
  await bringToEnd(world);
  await checkCampaigns(world);
  await checkStarts(world);
  await emulator.open();
  await emulator.menu.click('Recalculate unfinished formulas');
  await emulator.recalculate({ all: true });
  await emulator.menu.click('Recalculate unfinished formulas');
  await emulator.recalculate();
  emulator.clock.advance(20 * MINUTE_MS);
  checkFormulas(world);
  checkComplete(world);
  checkValues(world);
  checkResults(world);
  checkBlankRows(world);
  await askPage(world, OWNER, 'account', { again: true });
  await checkLog(world);
  // A month later Account no longer tells of today.
  if (world.violations.length === 0) await checkNights(world);
  learnZone(world, beganMs);
  checkWorld(world);
}

/** What people did to sheets that a run cannot go on without; the cap of a campaign is raised in its tracker. */
export const CANNOT =
  /delet|campaign has reached|column|header|protect|gone|not there|moved|changed|renamed|is no|no longer/i;

async function bringToEnd(world: World): Promise<void> {
  for (let round = 0; round < 12; round++) {
    const { value } = await askPage(world, OWNER, 'open');
    if (!value) return world.violate('every run can be brought to its end', 'the sidebar does not open');
    const [view] = Object.values(value['runs'] as Record<string, { id: string }>);
    if (!view) return;
    const run = world.runs.get(view.id);
    if (run && !(await isBroughtToEnd(world, run))) return;
  }
}

async function isBroughtToEnd(world: World, run: KnownRun): Promise<boolean> {
  run.isDropped = false;
  let why = '';
  for (let step = 0; step < MOST_STEPS; step++) {
    const asked = await stepRun(world, OWNER, run, step === 0 || run.state === 'stopped', step === 0 ? ENOUGH : null);
    if (run.state === 'done') return true;
    why = asked.refusal ?? (run.state === 'stopped' ? run.message : '');
    if (CANNOT.test(why)) break;
    world.addon.emulator.clock.advance(why === '' ? 1000 : 3 * MINUTE_MS);
  }
  world.note(`run that only could be dropped: ${run.kind}`);
  const asked = await endRun(world, OWNER, run, 'drop');
  if (asked.refusal)
    world.violate('every run can be brought to its end', `${run.kind} cannot be dropped: ${asked.refusal}`);
  else if (!CANNOT.test(why)) world.violate('every run can be brought to its end', `${run.kind}: ${why}`);
  return asked.refusal === undefined;
}

/** Deleted by somebody, it stops buying until there is one again. */
const DATA_TAB = /"influData data"/;

/** After a quiet hour whatever can be started can be started again. */
async function checkStarts(world: World): Promise<void> {
  const search = { platform: 'instagram', filters: queryAt(0), from: 1, to: 1, sheetId: null, known: 'mark' };
  const starts = [
    ['search', 'startSearch', { ...search, pictures: false, picks: [], again: false, cap: null }],
    [
      'content',
      'startContent',
      { filters: { platform: 'instagram', username: 'lego' }, max: 3, thumbnails: false, sheetId: null, cap: null },
    ],
  ] as const;
  for (const [kind, name, form] of starts) {
    const { value, refusal } = await askPage(world, OWNER, name, form);
    if (!value && DATA_TAB.test(refusal ?? '') && world.counts.has('edit deleteSheet')) continue;
    if (!value) world.violate('nothing waits for ever', `${name}: ${refusal}`);
    else await endRun(world, OWNER, knownRun(world, kind, value, false, ENOUGH), 'drop');
  }
  for (const isOn of [true, false, true]) {
    const { value, refusal } = await askPage(world, OWNER, 'switchHistory', { isOn });
    if (value?.['isOn'] !== isOn) world.violate('nothing waits for ever', `switchHistory: ${refusal}`);
  }
}

/** What a run that came to its end has paid for stands in a sheet, unless people took it out. */
function checkComplete(world: World): void {
  const there = new Set<string>();
  for (const sheet of sheetsOf(world)) {
    const { headers, rows } = read(sheet);
    for (const header of ['Content id', 'influData id']) {
      const column = headers.indexOf(header);
      if (column >= 0) for (const cells of rows) there.add(String(cells[column]));
    }
  }
  if (world.spoilt.size > 0 || (world.counts.get('edit deleteSheet') ?? 0) > 0) return;
  for (const { execution, ids, endpoint, wave, charged } of world.journal.sent) {
    const run = world.runs.get(String(execution.call?.given['id']));
    if (run?.state !== 'done' || charged === 0 || wave.isLost || !['discovery', 'getContent'].includes(endpoint))
      continue;
    const missing = ids.find((id) => !there.has(id));
    if (missing !== undefined)
      world.violate(
        'nothing that was paid for is lost',
        `${run.kind} ${run.id} is done, and ${missing} is in no sheet`,
      );
  }
}

/** A row that names nobody has nobody's values, when all runs have come to their end. */
function checkBlankRows(world: World): void {
  if (!hasSheet(world, 0) || world.spoilt.has(0)) return;
  if ([...world.runs.values()].some(({ kind, isDropped }) => kind === 'enrich' && isDropped)) return;
  const { headers, rows } = read(world.addon.emulator.spreadsheet.sheet(0));
  const handles = headers.indexOf('username');
  rows.forEach((cells, index) => {
    const left = headers.flatMap((header, column) =>
      /^(Followers|Engagement|Country|Name|Bio|Handle|influData (id|creator))/.test(header) && cells[column] !== ''
        ? [`${header}: ${String(cells[column])}`]
        : [],
    );
    if (cells[handles] === '' && left.length > 0)
      world.violate('each value beside its own handle', `row ${index + 2} names nobody and has ${left.join(', ')}`);
  });
}

const LOG = /^influData log/;

/** By key: what the log tab has, which is all that was asked for. */
async function checkLog(world: World): Promise<void> {
  const isTouched = world.forgottenMs > 0 || (world.counts.get('edit deleteSheet') ?? 0) > 0 || world.spoilt.size > 0;
  await askPage(world, OWNER, 'openLog');
  if (isTouched) return;
  const { charges } = world.addon.standin;
  for (const { key } of world.keys) {
    let [charged, unknown] = [0, 0];
    for (const sheet of sheetsOf(world).filter(({ name }) => LOG.test(name))) {
      const { headers, rows } = read(sheet);
      const [end, one, other] = ['Key ends in', 'Requests', 'Unconfirmed, at most'].map((header) =>
        headers.indexOf(header),
      ) as [number, number, number];
      for (const cells of rows)
        if (String(cells[end]) === key.slice(-4)) {
          charged += Number(cells[one]);
          unknown += Number(cells[other]);
        }
    }
    const total = charges.total(key);
    if (charged > total || charged + unknown < total)
      world.violate(
        'the log tells each key what it was charged',
        `…${key.slice(-4)}: ${charged} and ${unknown} unknown in the log, ${total} by the API`,
      );
  }
}
