import { createDraw, mixed, type Draw } from './draw';
import type {
  Act,
  CellFormula,
  Edit,
  Event,
  Formula,
  Named,
  Person,
  Schedule,
  ServiceGroup,
  Settings,
  Setup,
  Tool,
  Trouble,
} from './event';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Account shows the last 30 days, and what it says is compared with all that was charged. */
const LONGEST_MS = 24 * DAY_MS;

const OWNER: Person = 'owner@example.com';
const EDITOR: Person = 'editor@example.com';
/** Creators that a schedule can name; the world decides who they are. */
export const CREATORS = 30;
/** Searches that a schedule can make; the world has their filters. */
const QUERIES = 4;
const SHEETS = 12;

/** The schedule of a place in a seed: each can be drawn without those before it. */
export function drawSchedule(seed: number, index: number): Schedule {
  const draw = createDraw(mixed(seed, index));
  const setup = drawSetup(draw);
  // Most schedules dwell on something: all that can happen, spread evenly, would seldom meet.
  const theme = draw.pick(Object.keys(THEMES));
  const events: Event[] = [];
  let passedMs = 0;
  for (const make of OPENINGS[theme] ?? []) events.push({ acts: [make(draw)], troubles: [], waitMs: 0 });
  for (const count = draw.between(5, 22); events.length < count && passedMs < LONGEST_MS;) {
    const event = drawEvent(draw, theme);
    events.push(event);
    passedMs += event.waitMs + event.acts.reduce((sum, act) => sum + (act.act === 'night' ? act.days * DAY_MS : 0), 0);
  }
  return { seed, index, theme, setup, events };
}

function drawSetup(draw: Draw): Setup {
  return {
    locale: draw.weighted([
      [5, 'en_US'],
      [2, 'de_DE'],
      [1, 'fr_FR'],
    ]),
    timeZone: draw.weighted([
      [3, 'Etc/UTC'],
      [2, 'Europe/Berlin'],
      [1, 'America/Los_Angeles'],
    ]),
    keys: draw.weighted([
      [4, 'spreadsheet'],
      [3, 'both'],
      [1, 'owner'],
      [1, 'trial'],
    ]),
    balance: draw.pick([40, 150, 1000, 100_000]),
    settings: {
      maxRequestsPerDay: draw.pick([10, 45, 150, 5000]),
      maxFormulaRequestsPerDay: draw.pick([5, 20, 60, 500]),
      ...(draw.chance(0.4) ? { maxRequestsPerRun: draw.pick([4, 15, 60]) } : {}),
      ...(draw.chance(0.3) ? { keepBalance: draw.pick([20, 80]) } : {}),
      ...(draw.chance(0.5) ? { audienceInFormulas: true, contentInFormulas: true } : {}),
      ...(draw.chance(0.3) ? { followersFromStatus: false } : {}),
    },
    rows: draw.weighted([
      [6, draw.between(3, 12)],
      [3, draw.between(13, 40)],
      [0.25, 560],
    ]),
    shape: draw.weighted([
      [4, 'flat'],
      [1, 'wrapped'],
      [1, 'earlier'],
    ]),
  };
}

type Theme = readonly (readonly [weight: number, make: (draw: Draw) => Act])[];

const person = (draw: Draw): Person => (draw.chance(0.7) ? OWNER : EDITOR);
const cap = (draw: Draw): number | null => (draw.chance(0.6) ? null : draw.pick([2, 5, 12, 40]));
const steps = (draw: Draw): number => draw.pick([0, 1, 1, 2, 3, 6]);
const share = (draw: Draw): number => draw.below(1000) / 1000;

function named(draw: Draw, among = CREATORS): Named {
  const form = draw.weighted([
    [10, 'handle'],
    [1, 'at'],
    [1, 'url'],
    [2, 'id'],
    [2, 'uid'],
  ] as const);
  return [draw.below(among), form];
}

function cellFormula(draw: Draw, among?: number): CellFormula {
  const name = draw.weighted([
    [3, 'FOLLOWERS'],
    [6, 'ENGAGEMENT'],
    [2, 'GROWTH'],
    [4, 'PROFILE'],
    [1, 'TIMELINE'],
    [2, 'STATUS'],
    [2, 'AUDIENCE'],
  ] as const);
  const isRange = !['TIMELINE', 'AUDIENCE'].includes(name) && draw.chance(0.3);
  return { name, of: draw.list(isRange ? draw.between(2, draw.chance(0.1) ? 60 : 9) : 1, () => named(draw, among)) };
}

const queryFormula = (draw: Draw): Formula =>
  draw.pick([
    { name: 'SEARCH', query: draw.below(QUERIES) },
    { name: 'COUNT', query: draw.below(QUERIES) },
    { name: 'CONTENT', of: draw.below(3), limit: draw.pick([1, 3, 8]) },
    { name: draw.pick(['BALANCE', 'CITIES', 'CATEGORIES'] as const) },
  ] as const);

function cells(draw: Draw): Act {
  const among = draw.pick([2, 6, CREATORS]);
  const count = draw.weighted([
    [6, draw.between(1, 4)],
    [3, draw.between(5, 12)],
    [1, 30],
  ]);
  const formulas = draw.list(count, () => (draw.chance(0.12) ? queryFormula(draw) : cellFormula(draw, among)));
  return { act: 'cells', by: person(draw), formulas };
}

const FIELDS = ['followers', 'engagement', 'country', 'displayName', 'bio', 'id', 'username'];

const beginEnrich = (draw: Draw): Act => ({
  act: 'beginEnrich',
  by: person(draw),
  from: draw.chance(0.6) ? 0 : share(draw),
  rows: draw.chance(0.6) ? 1000 : draw.between(1, 8),
  fields: draw.chance(0.12)
    ? ['followers', 'audienceFemale']
    : ['username', ...FIELDS.filter((name) => name !== 'username' && draw.chance(0.4))],
  mode: draw.pick(['fill', 'overwrite', 'new']),
  action: draw.weighted([
    [8, 'enrich'],
    [1, 'queue'],
    [1, 'weekly'],
  ]),
  which: draw.weighted([
    [8, 'all'],
    [1, 'failed'],
    [1, 'old'],
  ]),
  again: draw.chance(0.15),
  cap: cap(draw),
  steps: steps(draw),
});

const beginSearch = (draw: Draw): Act => ({
  act: 'beginSearch',
  by: person(draw),
  query: draw.below(QUERIES),
  pages: draw.pick([1, 2, 5, 12]),
  known: draw.pick(['skip', 'mark']),
  again: draw.chance(0.1),
  append: draw.chance(0.3),
  cap: cap(draw),
  steps: steps(draw),
});

const beginReport = (draw: Draw): Act => ({
  act: 'beginReport',
  by: person(draw),
  from: share(draw),
  rows: draw.between(1, 4),
  kind: draw.pick(['sheets', 'comparison', 'profiles', 'profiles']),
  again: draw.chance(0.15),
  cap: draw.chance(0.7) ? null : draw.pick([20, 45]),
  steps: steps(draw),
});

const beginContent = (draw: Draw): Act => ({
  act: 'beginContent',
  by: person(draw),
  of: draw.below(3),
  max: draw.pick([3, 20, 70, 200]),
  cap: cap(draw),
  steps: steps(draw),
});

const beginSync = (draw: Draw): Act => ({
  act: 'beginSync',
  by: person(draw),
  max: draw.pick([5, 100]),
  refresh: draw.chance(0.25),
  cap: cap(draw),
  steps: steps(draw),
});

const drive =
  (kind?: 'search' | 'enrich' | 'report' | 'content') =>
  (draw: Draw): Act => ({
    act: 'drive',
    by: person(draw),
    kind: kind ?? draw.pick(['search', 'enrich', 'report', 'content']),
    resume: draw.chance(0.7),
    cap: draw.chance(0.7) ? null : draw.pick([3, 30, 500]),
    steps: draw.between(1, 6),
  });

const end =
  (kind?: 'search' | 'enrich' | 'report' | 'content') =>
  (draw: Draw): Act => ({
    act: draw.chance(0.7) ? 'stop' : 'drop',
    by: person(draw),
    kind: kind ?? draw.pick(['search', 'enrich', 'report', 'content']),
  });

const scheduleRows = (draw: Draw): Act => ({
  act: 'scheduleRows',
  by: person(draw),
  isOn: draw.chance(0.9),
  olderThanDays: draw.pick([1, 1, 3, 7]),
  hour: draw.pick([3, 3, 4, 23]),
  cap: draw.pick([2, 3, 10, 100]),
});

const scheduleSync = (draw: Draw): Act => ({
  act: 'scheduleSync',
  by: person(draw),
  isOn: draw.chance(0.9),
  hour: draw.pick([3, 3, 4]),
  cap: draw.pick([2, 5, 20]),
  monthCap: draw.pick([6, 15, 100]),
});

const night = (draw: Draw): Act => ({
  act: 'night',
  days: draw.weighted([
    [6, 1],
    [1, 2],
    [1, 8],
  ]),
  atOnce: draw.chance(0.5),
});

const settings = (draw: Draw): Act => {
  const change: Settings = draw.pick([
    { maxRequestsPerDay: draw.pick([0, 8, 30, 200, 5000]) },
    { maxFormulaRequestsPerDay: draw.pick([0, 6, 25, 500]) },
    { maxRequestsPerRun: draw.pick([3, 20, 2000]) },
    { keepBalance: draw.pick([0, 10, 90]) },
    { paused: draw.chance(0.4) },
    { audienceInFormulas: draw.chance(0.7) },
    { contentInFormulas: draw.chance(0.7) },
  ]);
  return { act: 'settings', by: person(draw), change };
};

const typed =
  (edit: 'typePost' | 'typeStatus' | 'decide') =>
  (draw: Draw): Act => ({ act: 'hand', edit: { edit, at: share(draw), who: draw.below(CREATORS) } });

/** A tool, with all that any of them asks for. */
const tool =
  (...tools: Tool[]) =>
  (draw: Draw): Act => ({
    act: 'tool',
    by: person(draw),
    tool: draw.pick(tools),
    at: share(draw),
    cap: draw.pick([1, 2, 5, 12, 40, 300]),
    isOn: draw.chance(0.8),
    steps: steps(draw),
  });

const account = (draw: Draw): Act => ({ act: 'account', by: person(draw), again: draw.chance(0.7) });
const hand = (draw: Draw): Act => ({ act: 'hand', edit: drawEdit(draw) });
const recalculate = (draw: Draw): Act => ({ act: 'recalculate', by: person(draw), all: draw.chance(0.4) });
const addFormula = (draw: Draw): Act => ({
  act: 'hand',
  edit: { edit: 'addFormula', formula: cellFormula(draw) },
});

const menu = (draw: Draw): Act => ({
  act: 'menu',
  by: person(draw),
  item: draw.weighted([
    [6, 'Recalculate unfinished formulas'],
    [2, 'Freeze formulas to values (selection)'],
    [2, 'Freeze formulas to values (whole sheet)'],
    [1, 'Pause or resume spending'],
    [2, 'Usage'],
    [0.5, 'Find creators…'],
    [0.5, 'API key and account…'],
  ]),
});

/** What may happen in any schedule. */
const ANYTHING: Theme = [
  [4, cells],
  [1.5, addFormula],
  [2, recalculate],
  [1.5, menu],
  [1, (draw) => ({ act: 'find', by: person(draw), query: draw.below(QUERIES), again: draw.chance(0.2) })],
  [1, beginSearch],
  [1.5, beginEnrich],
  [0.7, beginReport],
  [1, beginContent],
  [0.5, beginSync],
  [2, drive()],
  [0.7, end()],
  [0.4, scheduleRows],
  [0.4, scheduleSync],
  [1, night],
  [1.5, account],
  [1.2, settings],
  [
    0.5,
    (draw) => ({
      act: 'key',
      by: person(draw),
      where: draw.chance(0.5) ? 'person' : 'spreadsheet',
      key: draw.below(3),
    }),
  ],
  [
    1.2,
    (draw) => ({
      act: draw.pick(['shareKey', 'openLog', 'open', 'open', 'fit', 'summary']),
      by: person(draw),
    }),
  ],
  [0.3, (draw) => ({ act: 'removeKey', by: person(draw), where: draw.pick(['person', 'spreadsheet'] as const) })],
  [0.2, (draw) => ({ act: 'timeZone', zone: draw.pick(['Pacific/Kiritimati', 'Europe/Berlin', 'Pacific/Honolulu']) })],
  [0.2, (draw) => ({ act: 'save', by: person(draw), query: draw.below(QUERIES) })],
  [0.25, (draw) => ({ act: 'damage', what: draw.pick(['gate', 'slot', 'answers']) })],
  [0.25, (draw) => ({ act: 'fill', leftKilobytes: draw.pick([2, 8, 30]) })],
  [0.7, (draw) => ({ act: 'evict', share: draw.pick([0.3, 1]) })],
  [0.4, (draw) => ({ act: draw.pick(['spentElsewhere', 'renewed']), requests: draw.pick([5, 30, 200]) })],
  [0.5, (draw) => ({ act: 'post', of: draw.below(3), count: draw.pick([1, 4, 30]) })],
  [0.3, (draw) => ({ act: 'latency', ms: draw.pick([50, 300, 4000, 9000]) })],
  [2.5, hand],
  [1.2, tool('makeCampaign', 'fetchCampaign', 'scheduleCampaign', 'updateCampaign', 'capCampaign', 'template')],
  [1.2, tool('switchHistory', 'tellChanges', 'openHistory', 'saveArchive', 'sendArchive', 'stopArchive')],
  [1.2, tool('buyTimelines', 'checkConflicts', 'vet', 'layFlags', 'alike')],
  [1.2, tool('makePipeline', 'doNotContact', 'comparePipelines', 'clientSheet', 'readDecisions')],
  [0.5, tool('deleteCreator', 'deleteTab', 'deleteAll', 'tryAgain', 'language')],
];

/** What a schedule dwells on, as often as anything else. */
const THEMES: Record<string, Theme> = {
  anything: ANYTHING,
  formulas: [
    [6, cells],
    [3, addFormula],
    [4, recalculate],
    [3, account],
    [1, settings],
  ],
  clearing: [
    [4, addFormula],
    [3, recalculate],
    [5, menu],
    [2, hand],
    [1, cells],
  ],
  rows: [
    [3, beginEnrich],
    [5, drive('enrich')],
    [4, hand],
    [1, end('enrich')],
    [1, account],
  ],
  nights: [
    [2, beginEnrich],
    [3, scheduleRows],
    [6, night],
    [2, drive('enrich')],
    [2, beginContent],
    [2, scheduleSync],
    [2, (draw) => ({ act: 'post', of: draw.below(3), count: draw.pick([1, 4, 30]) })],
    [1, hand],
  ],
  search: [
    [4, beginSearch],
    [5, drive('search')],
    [3, hand],
    [1, end('search')],
    [1, (draw) => ({ act: 'find', by: person(draw), query: draw.below(QUERIES), again: draw.chance(0.2) })],
  ],
  content: [
    [4, beginContent],
    [5, drive('content')],
    [3, hand],
    [2, beginSync],
    [2, (draw) => ({ act: 'post', of: draw.below(3), count: draw.pick([1, 4, 30]) })],
  ],
  campaigns: [
    [2, tool('makeCampaign')],
    [6, tool('fetchCampaign')],
    [3, tool('updateCampaign')],
    [1, tool('capCampaign')],
    [1.5, tool('scheduleCampaign')],
    [1.5, night],
    [2, drive('content')],
    [1, beginSync],
    [2, hand],
    [2, typed('typePost')],
  ],
  histories: [
    [2, tool('switchHistory')],
    [2, tool('tellChanges', 'openHistory')],
    [1, tool('saveArchive')],
    [2, tool('sendArchive')],
    [3, beginEnrich],
    [3, drive('enrich')],
    [2, cells],
    [1, scheduleRows],
    [2, night],
    [2, hand],
  ],
  lists: [
    [3, tool('buyTimelines', 'checkConflicts')],
    [3, tool('vet', 'layFlags')],
    [3, tool('makePipeline', 'doNotContact', 'comparePipelines')],
    [3, tool('clientSheet', 'readDecisions')],
    [1, tool('deleteCreator', 'deleteTab', 'deleteAll')],
    [1, beginEnrich],
    [2, drive('enrich')],
    [3, hand],
    [2, typed('typeStatus')],
    [2, typed('decide')],
  ],
  reports: [
    [4, beginReport],
    [4, drive('report')],
    [2, cells],
    [1, beginEnrich],
    [1, hand],
  ],
};

/** What is there from the start, so that there is something to dwell on. */
const OPENINGS: Record<string, readonly ((draw: Draw) => Act)[]> = {
  campaigns: [
    tool('makeCampaign'),
    (draw) => ({ ...fetchWell(draw), cap: draw.pick([5, 40, 300]) }),
    tool('scheduleCampaign'),
  ],
  histories: [(draw) => ({ ...tool('switchHistory')(draw), isOn: true })],
};
const fetchWell = (draw: Draw) =>
  ({ act: 'tool', tool: 'fetchCampaign', by: person(draw), at: share(draw), cap: 0, isOn: true, steps: 3 }) as const;

function drawEvent(draw: Draw, theme: string): Event {
  const make = (): Act => draw.weighted(draw.chance(0.65) ? THEMES[theme]! : ANYTHING)(draw);
  const acts = draw.list(
    draw.weighted([
      [6, 1],
      [2, 2],
      [1, 3],
    ]),
    make,
  ); // prettier
  return {
    acts,
    troubles: draw.chance(0.45)
      ? draw.list(
          draw.weighted([
            [5, 1],
            [2, 2],
            [1, 4],
          ]),
          () => drawTrouble(draw),
        )
      : [],
    waitMs: draw.weighted([
      [4, 0],
      [3, draw.between(1, 40) * SECOND_MS],
      [3, draw.between(2, 15) * MINUTE_MS],
      [1, draw.between(1, 8) * HOUR_MS],
      [0.5, draw.between(20, 30) * HOUR_MS],
      [0.1, 8 * DAY_MS],
    ]),
  };
}

function drawTrouble(draw: Draw): Trouble {
  const at = draw.weighted<ServiceGroup>([
    [3, 'any'],
    [2, 'property'],
    [3, 'propertyWrite'],
    [2, 'cache'],
    [2, 'lock'],
    [4, 'fetch'],
    [2, 'sheet'],
    [2, 'flush'],
  ]);
  const phase = draw.pick(['before', 'after'] as const);
  const nth = draw.weighted([
    [4, draw.between(1, 3)],
    [3, draw.between(1, 12)],
    [1, draw.between(1, 60)],
  ]);
  return draw.weighted<() => Trouble>([
    [4, () => ({ nth, at, phase, does: 'kill' })],
    [3, () => ({ nth, at, phase, does: 'refuse' })],
    [1, () => ({ nth, at: 'propertyWrite', phase: 'after', does: 'refuse' })],
    [1, () => ({ nth, at: 'propertyWrite', phase: 'before', does: 'half' })],
    [1, () => ({ nth, at, phase, does: 'evict' })],
    [
      4,
      () => ({
        nth,
        at: draw.pick(['sheet', 'flush', 'fetch', 'sheet'] as const),
        phase,
        does: 'hand',
        edit: drawEdit(draw),
      }),
    ],
    [
      4,
      () => ({
        nth: draw.between(1, 6),
        at: 'request',
        does: draw.weighted([
          [2, 'lost-before-charge'],
          [4, 'lost-after-charge'],
          [2, 'status'],
          [1, 'storm'],
          [1, 'truncated'],
        ]),
        count: draw.pick([1, 1, 3, 40]),
      }),
    ],
  ])();
}

function drawEdit(draw: Draw): Edit {
  const sheet = draw.below(SHEETS);
  const at = share(draw);
  return draw.weighted<() => Edit>([
    [4, () => ({ edit: 'insertRows', sheet, at, count: draw.between(1, 2) })],
    [2, () => ({ edit: 'deleteRows', sheet, at, count: 1 })],
    [2, () => ({ edit: 'sort', sheet, at, to: share(draw) })],
    [1.5, () => ({ edit: 'insertColumn', sheet, at, to: 0 })],
    [0.4, () => ({ edit: 'deleteColumn', sheet, at, to: 0 })],
    [1, () => ({ edit: 'moveColumn', sheet, at, to: share(draw) })],
    [2, () => ({ edit: 'typeHandle', at, who: draw.below(CREATORS) })],
    [0.7, () => ({ edit: 'typeTotal', at, who: draw.below(CREATORS) })],
    [1, () => ({ edit: 'addRow', who: draw.below(CREATORS) })],
    [1, () => ({ edit: 'addFormula', formula: cellFormula(draw) })],
    [1, () => ({ edit: 'note', sheet })],
    [0.7, () => ({ edit: 'rename', sheet })],
    [0.3, () => ({ edit: 'deleteSheet', sheet })],
    [0.4, () => ({ edit: 'protect', sheet })],
    [0.7, () => ({ edit: 'show', sheet })],
    [1, () => ({ edit: draw.pick(['typePost', 'typeStatus', 'decide'] as const), at, who: draw.below(CREATORS) })],
  ])();
}
