/** What the server says to the Reports tab in these tests. */
import type {
  MadeSheet,
  PendingReport,
  ReportCreator,
  ReportSelection,
  ReportSelectionForm,
  ReportView,
} from '../../src/sidebar/report-calls';
import { budgetOf, HOSTILE, minutesAgo, readingOf } from './sidebar-data';
import type { SidebarOptions } from './sidebar-harness';
import { workerOf, type Worker } from './sidebar-worker';

export type Replies = NonNullable<SidebarOptions['replies']>;

const creator = (handle: string, state: ReportCreator['state'], note = ''): ReportCreator => ({
  key: 'instagram/' + handle,
  handle,
  platform: 'instagram',
  state,
  note,
});

/** What is known of twelve creators before the free check, and after. */
const CREATORS: readonly (readonly [
  handle: string,
  before: ReportCreator['state'],
  after: ReportCreator['state'],
  note?: string,
])[] = [
  ['lena.vogt', 'known', 'known', 'from 2026-11-19'],
  ['jonas_weber', 'unchecked', 'buy'],
  ['sophia.kraemer', 'unchecked', 'buy'],
  ['max.brandt', 'unchecked', 'no audience data', 'private account'],
  ['emilia.hartmann.personal.training.nutrition', 'unchecked', 'buy'],
  ['clara.beck', 'known', 'known', 'from 2026-11-02'],
  ['tim_und_tom', 'pending', 'pending', 'being analyzed since 2026-11-21'],
  ['finn.keller', 'unchecked', 'buy'],
  ['mila.fuchs', 'unchecked', 'not found'],
  ['yoga.mit.ida', 'unchecked', 'queued', 'influData is collecting it'],
  ['paul.runs', 'unchecked', 'buy'],
  ['ella_eats', 'unchecked', 'buy'],
];

export const reportSelectionOf = (part: Partial<ReportSelection> = {}): ReportSelection => ({
  sheet: 'Spring campaign',
  area: 'A2:A13',
  read: readingOf(),
  creators: CREATORS.map(([handle, before, , note]) => creator(handle, before, before === 'unchecked' ? '' : note)),
  most: 20,
  beyond: 0,
  unreadable: [],
  unreadableCount: 0,
  known: 2,
  requests: 180,
  isChecked: false,
  columns: [
    { column: 1, header: 'Instagram handle' },
    { column: 2, header: 'Fee (EUR)' },
    { column: 3, header: '' },
  ],
  feeColumn: 2,
  targets: { countries: [], ages: [], gender: '', languages: [] },
  budget: budgetOf({ balance: 9_120, today: 4_958, run: 2_000 }),
  ...part,
});

/** The same after the free check: three fewer to buy. */
export const checkedOf = (part: Partial<ReportSelection> = {}): ReportSelection =>
  reportSelectionOf({
    creators: CREATORS.map(([handle, , after, note]) => creator(handle, after, note)),
    requests: 120,
    isChecked: true,
    ...part,
  });

/** Profiles: one request each, nothing to check. */
export const profilesOf = (part: Partial<ReportSelection> = {}): ReportSelection =>
  reportSelectionOf({
    creators: CREATORS.map(([handle, , after]) =>
      creator(handle, after === 'not found' ? 'not found' : after === 'known' ? 'known' : 'buy'),
    ),
    requests: 9,
    isChecked: true,
    ...part,
  });

export const freeOf = (part: Partial<ReportSelection> = {}): ReportSelection =>
  reportSelectionOf({
    area: 'A2:A3',
    creators: [creator('lena.vogt', 'known', 'from 2026-11-19'), creator('clara.beck', 'known', 'from 2026-11-02')],
    requests: 0,
    isChecked: true,
    ...part,
  });

export const HOSTILE_SELECTION = checkedOf({
  sheet: HOSTILE.name,
  creators: [creator(HOSTILE.username, 'buy', HOSTILE.name), creator('lena.vogt', 'known')],
  unreadable: [{ row: 4, text: HOSTILE.name, why: 'This is not a handle.' }],
  columns: [{ column: 2, header: HOSTILE.name }],
  requests: 20,
  beyond: 7,
});

/** A server that remembers what was checked. */
export function selector(part: Partial<ReportSelection> = {}): Replies {
  let isChecked = false;
  const read = ({ kind }: ReportSelectionForm): ReportSelection =>
    kind === 'profiles' ? profilesOf(part) : isChecked ? checkedOf(part) : reportSelectionOf(part);
  return {
    readReport: read,
    checkReport: (form) => {
      isChecked = true;
      return read(form);
    },
    pendingReports: () => [],
  };
}

export const reportOf = (part: Partial<ReportView> = {}): ReportView => ({
  id: 'p1',
  kind: 'report',
  what: 'sheets',
  sheet: 'Creators',
  state: 'running',
  message: '',
  creators: 8,
  doneCreators: 0,
  sheets: [],
  left: [],
  used: 0,
  unconfirmed: 0,
  underWay: 0,
  cap: 2_000,
  startedAt: minutesAgo(1),
  ...part,
});

/** A run of two creators a step. */
export const worker = (end: Partial<ReportView> = {}): Worker<ReportView> =>
  workerOf(
    reportOf(),
    (run) => {
      const doneCreators = Math.min(run.creators, run.doneCreators + 2);
      const sheets = Array.from({ length: doneCreators }, (_, at) => 'Report ' + (at + 1));
      const now = { ...run, doneCreators, used: doneCreators * 20, sheets };
      return doneCreators === run.creators ? { ...now, state: 'done', ...end } : now;
    },
    (begin) => ({
      startReport: ({ kind, keys, cap }) =>
        begin(reportOf({ what: kind, creators: keys.length, ...(cap === null ? {} : { cap }) })),
    }),
  );

export const pendingOf = (handle: string, isReady?: boolean): PendingReport => ({
  key: 'instagram/' + handle,
  handle,
  platform: 'instagram',
  since: '2026-11-20T08:00:00Z',
  ...(isReady === undefined ? {} : { isReady }),
});

export const madeOf = (part: Partial<MadeSheet> = {}): MadeSheet => ({
  sheet: 'Fit score',
  creators: 9,
  without: ['max.brandt', 'tim_und_tom', 'mila.fuchs'],
  message: '',
  ...part,
});
