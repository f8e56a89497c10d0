import type { Person, ToolCall } from './event';
import { boardsIn, brandsIn, clientSheets, trackersIn, type Board } from './boards';
import { askPage, drive, knownRun, type Value } from './page';
import { ARCHIVE, hasSheet, idOf, mayCap, nameOf, OWN_SHEET, type World } from './world';

const PLATFORM = 'instagram';
const HISTORY_WORDS = ['en', 'de', 'auto'];

/** The tools under *Manage* and the like, as the page calls them, one after the other. */
export const TOOLS = {
  makeCampaign: async (world, { by, at, isOn }) => {
    if (!showList(world)) return;
    const { value } = await askPage(world, by, 'readCampaign', { platform: PLATFORM });
    const { sheetId } = (value?.['source'] ?? {}) as { sheetId?: number };
    if (sheetId === undefined) return;
    const form = {
      platform: PLATFORM,
      choice: { rows: 'all' },
      types: at < 0.5 ? ['any'] : ['post', 'reel'],
      dueDay: '2026-11-20',
      fromDay: at < 0.8 ? '2026-10-01' : '',
      hashtags: isOn ? '#summerglow' : '',
      mentions: '',
      needsDisclosure: isOn,
    };
    await askPage(world, by, 'makeCampaign', { sheetId, form });
  },
  template: (world, { by }) => askPage(world, by, 'insertTemplate', { template: 'campaign' }),
  fetchCampaign: async (world, { by, at, cap, isOn, steps }) => {
    const tracker = oneOf(trackersIn(world), at);
    if (tracker)
      await fetchRound(world, by, tracker, { cap: at < 0.3 ? cap : 400, runCap: cap, steps, refresh: !isOn });
  },
  capCampaign: async (world, { by, at, cap }) => {
    const tracker = oneOf(trackersIn(world), at);
    if (!tracker) return;
    mayCap(world, `campaign ${tracker.sheet.id}`, cap);
    await askPage(world, by, 'setCampaignCap', { sheetId: tracker.sheet.id, cap });
  },
  updateCampaign: async (world, { by, at }) => {
    const tracker = oneOf(trackersIn(world), at);
    if (tracker) await askPage(world, by, 'updateCampaign', { sheetId: tracker.sheet.id });
  },
  scheduleCampaign: async (world, { by, at, cap, isOn }) => {
    const tracker = oneOf(trackersIn(world), at);
    if (!tracker) return;
    const { id } = tracker.sheet;
    if (isOn) for (const name of ['sync', 'month']) mayCap(world, `night ${name} ${id}`, cap);
    const schedule = isOn ? { hour: 3, cap, monthCap: cap } : null;
    await askPage(world, by, 'scheduleCampaign', { sheetId: id, schedule });
  },

  switchHistory: (world, { by, isOn }) => askPage(world, by, 'switchHistory', { isOn }),
  openHistory: (world, { by }) => askPage(world, by, 'openHistory'),
  tellChanges: (world, { by }) => askPage(world, by, 'tellChanges'),

  saveArchive: (world, { by }) => askPage(world, by, 'saveArchive', ARCHIVE),
  stopArchive: (world, { by }) => askPage(world, by, 'stopArchive'),
  sendArchive: async (world, { by, at }) => {
    const { warehouse } = world.addon.emulator;
    let met = 0;
    // A reply that is lost, a call that is refused.
    if (at < 0.4) warehouse.fault = () => (++met === 1 ? (at < 0.2 ? 'lostReply' : 'backendError') : undefined);
    await askPage(world, by, 'sendArchive');
    warehouse.fault = undefined;
  },

  buyTimelines: async (world, { by, cap }) => {
    if (!showList(world)) return;
    const { value } = await askPage(world, by, 'readConflict', { platform: PLATFORM });
    if (value) await askPage(world, by, 'buyTimelines', { platform: PLATFORM, sheetId: value['sheetId'], cap });
  },
  checkConflicts: async (world, { by }) => {
    await askPage(world, by, 'openBrands');
    const [brands] = brandsIn(world);
    if (brands && String(brands.rows[0]?.[0] ?? '') === '') brands.sheet.set(`A${brands.headerRow + 1}`, 'Lidl');
    if (showList(world)) await askPage(world, by, 'checkConflicts', { platform: PLATFORM, sheetId: OWN_SHEET });
  },
  vet: async (world, { by, cap, isOn, steps }) => {
    const view = await readFlags(world, by);
    if (!view) return;
    const { keys, fields, sheetId } = view;
    const form = { platform: PLATFORM, fields, which: 'all', olderThanDays: 0, again: false, sheetId, keys };
    const { value } = await askPage(world, by, 'startEnrich', { ...form, action: 'enrich', mode: 'fill', cap });
    if (isOn) await layFlags(world, by, view);
    if (value) await drive(world, by, knownRun(world, 'enrich', value, false, cap), { steps });
  },
  layFlags: async (world, { by }) => {
    const view = await readFlags(world, by);
    if (view) await layFlags(world, by, view);
  },
  alike: async (world, { by, isOn }) => {
    if (!showList(world)) return;
    world.addon.emulator.spreadsheet.sheet(OWN_SHEET).select('B2');
    await askPage(world, by, 'alikeSelected', { platform: PLATFORM, pays: isOn });
  },

  makePipeline: async (world, { by }) => {
    if (showList(world)) await askPage(world, by, 'makePipeline', { platform: PLATFORM });
  },
  doNotContact: (world, { by, at }) =>
    askPage(world, by, 'addDoNotContact', { pasted: nameOf(world, [placeOf(at), 'handle']), platform: PLATFORM }),
  comparePipelines: (world, { by }) => askPage(world, by, 'comparePipelines'),
  clientSheet: async (world, { by }) => {
    if (!showList(world)) return;
    const { value } = await askPage(world, by, 'clientList', { platform: PLATFORM });
    if (!value) return;
    const all = value['columns'] as { column: number; header: string; isChosen: boolean }[];
    const columns = all.filter(({ isChosen }) => isChosen).map(({ column, header }) => ({ column, header }));
    await askPage(world, by, 'makeClientSheet', { sheetId: value['sheetId'], platform: PLATFORM, columns });
  },
  readDecisions: async (world, { by, at }) => {
    const client = oneOf(clientSheets(world), at);
    if (!client || !showList(world)) return;
    const form = { sheetId: OWN_SHEET, platform: PLATFORM, source: { sheet: client.sheet.id } };
    await askPage(world, by, 'readDecisions', form);
  },

  deleteCreator: (world, { by, at }) => deleteData(world, by, 'creator', placeOf(at)),
  deleteTab: (world, { by, at }) => deleteData(world, by, 'tab', placeOf(at)),
  deleteAll: (world, { by, at }) => deleteData(world, by, 'all', placeOf(at)),
  tryAgain: (world, { by }) => askPage(world, by, 'tryAgain'),
  language: (world, { by, at }) =>
    askPage(world, by, 'setLanguage', { language: HISTORY_WORDS[Math.floor(at * HISTORY_WORDS.length)] }),
} satisfies Record<string, (world: World, call: ToolCall) => unknown>;

const oneOf = (boards: readonly Board[], at: number): Board | undefined => boards[Math.floor(at * boards.length)];
const placeOf = (at: number): number => Math.floor(at * 30);

/** Brings a person's own list to the front. */
function showList(world: World): boolean {
  if (!hasSheet(world, OWN_SHEET)) return false;
  const sheet = world.addon.emulator.spreadsheet.sheet(OWN_SHEET);
  sheet.activate();
  sheet.select('A1');
  return true;
}

/** Run after run until the round is over or one rests. Says what kept it from its end. */
export async function fetchRound(
  world: World,
  by: Person,
  { sheet: { id: sheetId } }: Board,
  { cap, runCap, steps, refresh }: { cap: number; runCap: number; steps: number; refresh: boolean },
): Promise<string> {
  const done: number[] = [];
  while (done.length < 12) {
    mayCap(world, `campaign ${sheetId}`, cap);
    const form = { sheetId, cap, max: runCap, refresh, done, runCap };
    const { value, refusal } = await askPage(world, by, 'startCampaign', form);
    boardsIn(world);
    const started = value?.['run'] as Value | undefined;
    if (!started) return refusal ?? (value ? '' : 'no answer');
    const run = knownRun(world, 'content', started, refresh, runCap);
    done.push(Number(value?.['postsId']));
    await drive(world, by, run, { steps });
    if (run.state !== 'done') return run.message || run.state;
  }
  return 'the round does not end';
}

async function readFlags(world: World, by: Person): Promise<Value | undefined> {
  if (!showList(world)) return undefined;
  return (await askPage(world, by, 'readVetting', { flags: ['engagement', 'growth', 'brands'], platform: PLATFORM }))
    .value;
}

const layFlags = (world: World, by: Person, { flags, sheetId }: Value) =>
  askPage(world, by, 'layFlags', { flags, platform: PLATFORM, sheetId });

async function deleteData(world: World, by: Person, what: 'creator' | 'tab' | 'all', who: number): Promise<void> {
  const { clock } = world.addon.emulator;
  const deletion = { fromMs: clock.now(), toMs: Infinity, ...(what === 'creator' ? { who: idOf(world, who) } : {}) };
  world.deletions.push(deletion);
  await askPage(world, by, 'deleteData', { what, platform: PLATFORM, creator: nameOf(world, [who, 'handle']) });
  deletion.toMs = clock.now();
}
