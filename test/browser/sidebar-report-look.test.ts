import { afterEach, expect, test } from 'vitest';
import { accountOf, budgetOf, HOSTILE, NO_KEY, openingOf } from './sidebar-data';
import { gate, openSidebar, type Sidebar, type SidebarOptions } from './sidebar-harness';
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
  { handle: 'max.brandt', why: 'no audience data', said: 'no audience data' },
  { handle: 'tim_und_tom', why: 'audience pending', said: 'audience pending' },
  { handle: HOSTILE.name, why: 'not found', said: 'not found' },
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

const reads = (readReport: NonNullable<Replies['readReport']>, says: string | RegExp): Visit[] => [
  () => Promise.resolve(sidebar.answer({ readReport })),
  click('Read selection again'),
  see(says),
];
const high =
  (height: number): Visit =>
  (page) =>
    page.setViewportSize({ width: 300, height });
const kind =
  (name: string): Visit =>
  (page) =>
    page.getByRole('radio', { name }).check();

/** The run's last step, which is let go once its working was looked at. */
const released = gate();

/** What is to be looked at is named where the walk has come to it: opening takes longer than most states. */
const WALKS: Record<string, [SidebarOptions, ...(Visit | string)[]]> = {
  'what is selected, and its price': [
    serving({
      checkReport: () => ({
        refuses: { ok: false, code: 'apiDown', message: 'influData is down. Try again in some minutes.' },
      }),
    }),
    see('180 requests'),
    'unchecked',
    kind('Compare creators'),
    see('Compare 11 creators'),
    'profiles',
    kind('Audience report'),
    see('180 requests'),
    click('Check for audience data'),
    see('influData is down.'),
    'failed',
    ...reads(() => checkedOf(), 'of 9,120 left'),
    'checked',
    high(620),
    'short',
    high(1_060),
    ...reads(() => freeOf(), 'Create 2 reports · free'),
    'free',
    ...reads(() => checkedOf({ budget: budgetOf({ balance: 9_120, today: 4_958, run: 100 }) }), 'The run will stop'),
    'capped',
    ...reads(() => HOSTILE_SELECTION, 'can’t be read'),
    section('can’t be read'),
    'hostile',
    ...reads(
      () => ({
        refuses: {
          ok: false,
          code: 'badInput',
          message: 'Select handles first: a column, or some cells of it.',
        },
      }),
      'Select handles first',
    ),
    'nothing',
  ],
  'from what is known': [
    serving({
      readReport: () => ({ ...freeOf(), targets: fit.targets }),
      pendingReports: ({ check }) =>
        check
          ? [pendingOf('tim_und_tom', true), pendingOf('emilia.hartmann.personal.training.nutrition', false)]
          : WAITING,
      fitScore: () => madeOf(),
      offerCheck: () => madeOf({ sheet: 'Spring campaign', message: 'Run Enrich for the others, then check again.' }),
    }),
    section('Pending reports'),
    click('Check again · free'),
    see('Buy 1 report'),
    'pending',
    section('Pending reports'),
    section('Offer check'),
    click('Check offers · free'),
    see('9 creators'),
    'offer',
    section('Offer check'),
    high(1_400),
    section('Fit score'),
    click('Make fit score · free'),
    section('3 without a report'),
    'fit',
  ],
  'a run': [
    serving({
      readReport: () => checkedOf(),
      startReport: () => reportOf(HALF),
      stepRun: () =>
        released.opened.then(() =>
          reportOf({ state: 'done', doneCreators: 8, used: 101, sheets: [...HALF.sheets, HOSTILE.name], left: LEFT }),
        ),
    }),
    see('Create 8 reports'),
    click('Create 8 reports'),
    see('Making audience reports…'),
    'working',
    () => Promise.resolve(released.open()),
    see('5 reports made'),
    'done',
  ],
  paused: [
    serving({
      readReport: () => checkedOf({ budget: budgetOf({ paused: true }) }),
      open: () => openingOf({ account: accountOf({ settings: { ...accountOf().settings, paused: true } }) }),
    }),
    see('Spending is paused.'),
    'paused',
  ],
  'no-key': [
    serving({ open: () => openingOf({ account: NO_KEY }) }),
    see('Welcome to influData'),
    (page) => page.getByRole('tab', { name: 'Reports' }).click(),
    see('To get data, connect'),
    'no-key',
  ],
  stopped: [
    rested({ ...HALF, state: 'stopped', message: 'Paused.', reason: { code: 'paused' }, left: LEFT.slice(0, 1) }),
    see('Resume'),
    'stopped',
  ],
  'at-cap': [
    rested({
      ...HALF,
      state: 'stopped',
      cap: 60,
      message: 'This run has reached its cap of 60 requests. Raise it to go on.',
    }),
    see('Resume'),
    'at-cap',
  ],
  strip: [{ ...rested({ ...HALF, state: 'stopped' }), tab: 'find' }, see('Paused: making audience reports'), 'strip'],
};

test.each(Object.entries(WALKS))(
  '%s: accessible, within 300 px, and kept for a look, in each of its states',
  async (_, [options, ...steps]) => {
    sidebar = await openSidebar({ tab: 'reports', ...options });
    for (const step of steps) {
      if (typeof step === 'function') {
        await step(sidebar.page);
        continue;
      }
      // What was asked for arrives a moment after the click.
      await expect.poll(() => sidebar.page.locator('.action.busy, .stale').count(), patiently).toBe(0);
      expect(await sidebar.looks('report-' + step), step).toEqual([]);
      expect(await sidebar.tooWide('.scroll, .dock, .run, .report-creators, .report-made, body'), step).toEqual([]);
    }
  },
);
