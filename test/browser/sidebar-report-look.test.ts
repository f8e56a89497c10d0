import { afterEach, expect, test } from 'vitest';
import { accountOf, HOSTILE, NO_KEY, openingOf } from './sidebar-data';
import { openSidebar, type Sidebar, type SidebarOptions } from './sidebar-harness';
import {
  checkedOf,
  freeOf,
  HOSTILE_SELECTION,
  madeOf,
  pendingOf,
  reportOf,
  reportSelectionOf,
  selector,
  type Replies,
} from './sidebar-report-data';
import { patiently } from './worker-browser';

// How each state of the Reports tab looks to eyes and to machines.
let sidebar: Sidebar;
afterEach(() => sidebar.close());

type Visit = (page: Sidebar['page']) => Promise<unknown>;
const click =
  (name: string): Visit =>
  (page) =>
    page.getByRole('button', { name }).first().click();
const section =
  (name: string): Visit =>
  (page) =>
    page.locator('summary', { hasText: name }).click();
const see =
  (text: string | RegExp): Visit =>
  (page) =>
    page.getByText(text).first().waitFor();
const serving = (replies: Replies, height = 1_060): SidebarOptions => ({
  height,
  replies: { ...selector(), ...replies },
});
const rested = (report: Parameters<typeof reportOf>[0]): SidebarOptions =>
  serving({ open: () => openingOf({ runs: { report: reportOf(report) } }) }, 760);

const HALF = { doneCreators: 5, used: 60, sheets: ['lena.vogt', 'jonas_weber', 'sophia.kraemer', 'clara.beck'] };
const LEFT = [
  { handle: 'max.brandt', why: 'no audience data' },
  { handle: 'tim_und_tom', why: 'audience pending' },
  { handle: HOSTILE.name, why: 'not found' },
];
const WAITING = [pendingOf('tim_und_tom'), pendingOf('emilia.hartmann.personal.training.nutrition')];
const TARGETS = {
  countries: ['Germany', 'Austria', 'Switzerland'],
  ages: ['18-24', '25-34'],
  gender: 'w',
  languages: ['de'],
} as const;
const fit = reportSelectionOf({
  targets: { ...TARGETS, countries: [...TARGETS.countries], ages: [...TARGETS.ages], languages: ['de'] },
});

/** Each state, and the steps that lead there. */
const STATES: Record<string, [SidebarOptions, ...Visit[]]> = {
  unchecked: [serving({}), see('180 requests')],
  checked: [serving({ readReport: () => checkedOf() }), see('of 9,120 left')],
  short: [serving({ readReport: () => checkedOf() }, 620), see('of 9,120 left')],
  free: [serving({ readReport: () => freeOf() }), see('Create · free')],
  profiles: [
    serving({}),
    (page) => page.getByRole('radio', { name: 'Profiles side by side' }).check(),
    see('Create comparison of 11'),
  ],
  capped: [
    serving({ readReport: () => checkedOf({ left: { balance: 9_120, today: 4_958, run: 100 } }) }),
    see('The run will stop'),
  ],
  hostile: [serving({ readReport: () => HOSTILE_SELECTION }), section('cannot be read')],
  nothing: [
    serving({
      readReport: () => ({
        refuses: {
          ok: false,
          code: 'badInput',
          message: 'Select the cells with the handles first: a column, or some cells of it.',
        },
      }),
    }),
    see('Select the cells'),
  ],
  paused: [
    serving({
      readReport: () => checkedOf(),
      open: () => openingOf({ account: accountOf({ settings: { ...accountOf().settings, paused: true } }) }),
    }),
    see('Spending is paused.'),
  ],
  'no-key': [serving({ open: () => openingOf({ account: NO_KEY }) }), see('To get data, add')],
  failed: [
    serving({
      checkReport: () => ({
        refuses: { ok: false, code: 'apiDown', message: 'influData is down. Try again in some minutes.' },
      }),
    }),
    click('Check for audience data'),
    see('influData is down.'),
  ],
  pending: [
    serving({
      readReport: () => freeOf(),
      pendingReports: ({ check }) =>
        check
          ? [pendingOf('tim_und_tom', true), pendingOf('emilia.hartmann.personal.training.nutrition', false)]
          : WAITING,
    }),
    section('Pending reports'),
    click('Check again · free'),
    see('Buy 1 report'),
  ],
  fit: [
    serving({ readReport: () => ({ ...freeOf(), targets: fit.targets }), fitScore: () => madeOf() }, 1_400),
    section('Fit score'),
    click('Make fit score · free'),
    section('3 without'),
  ],
  offer: [
    serving({
      readReport: () => freeOf(),
      offerCheck: () => madeOf({ sheet: 'Spring campaign', message: 'Run Enrich for the others, then check again.' }),
    }),
    section('Offer check'),
    click('Check offers · free'),
    see('9 creators'),
  ],
  working: [
    serving({ readReport: () => checkedOf(), startReport: () => reportOf(HALF), stepRun: () => 'never' }),
    see('Create 8 reports'),
    click('Create 8 reports'),
    see('Making audience reports…'),
  ],
  stopped: [
    rested({ ...HALF, state: 'stopped', message: 'Paused.', reason: { code: 'paused' }, left: LEFT.slice(0, 1) }),
    see('Resume'),
  ],
  'at-cap': [
    rested({
      ...HALF,
      state: 'stopped',
      cap: 60,
      message: 'budget reached: 60 requests a run (maxRequestsPerRun). Raise it for this run or in the settings.',
    }),
    see('Resume'),
  ],
  done: [
    serving({
      readReport: () => checkedOf(),
      startReport: () => reportOf(),
      stepRun: () =>
        reportOf({ state: 'done', doneCreators: 8, used: 101, sheets: [...HALF.sheets, HOSTILE.name], left: LEFT }),
    }),
    see('Create 8 reports'),
    click('Create 8 reports'),
    see('5 reports are made'),
  ],
  strip: [{ ...rested({ ...HALF, state: 'stopped' }), tab: 'find' }, see('Paused: making audience reports')],
};

test.each(Object.entries(STATES))(
  '%s is accessible, fits 300 px and is kept for a look',
  async (name, [options, ...visits]) => {
    sidebar = await openSidebar({ tab: 'reports', ...options });
    for (const visit of visits) await visit(sidebar.page);
    // What was asked for arrives a moment after the click.
    await expect.poll(() => sidebar.page.locator('.action.busy, .stale').count(), patiently).toBe(0);
    expect(await sidebar.looks('report-' + name)).toEqual([]);
    expect(await sidebar.tooWide('.scroll, .dock, .run, .report-creators, .report-made, body')).toEqual([]);
  },
);
