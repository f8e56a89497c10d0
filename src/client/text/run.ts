import type { ComponentChildren } from 'preact';
import { capital, count, list, number, requests } from '../format';

const quoted = (sheet: string): string => '“' + sheet + '”';
const small = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** What a run may be short of. */
type Limit = 'run' | 'today' | 'balance';

const LIMITS: Record<Limit, { name: string; resume: string }> = {
  run: { name: 'the cap per run', resume: 'once you raise it' },
  today: { name: "today's cap", resume: 'tomorrow' },
  balance: { name: 'the balance', resume: 'once you have requests again' },
};

const resumeAt = (limits: readonly Limit[]): string => LIMITS[limits[limits.length - 1] ?? 'run'].resume;
const namesOf = (limits: readonly Limit[]): string => list(limits.map((limit) => LIMITS[limit].name));

/** Runs of every kind: price and caps before, progress, what came of them. */
export const RUN = {
  writing: (sheet: string): string => 'Writing to ' + quoted(sheet),
  written: (sheet: string): string => 'Written to ' + quoted(sheet),
  noneNew: 'No new creators',
  enriching: (sheet: string): string => 'Enriching ' + quoted(sheet),
  enriched: (sheet: string): string => 'Enriched: ' + quoted(sheet),
  queueing: (sheet: string): string => 'Queueing ' + quoted(sheet),
  queued: (sheet: string): string => 'Queued for enrichment: ' + quoted(sheet),
  addingToWeekly: (sheet: string): string => 'Adding to the weekly refresh: ' + quoted(sheet),
  addedToWeekly: (sheet: string): string => 'On the weekly refresh: ' + quoted(sheet),
  gettingPosts: (sheet: string): string => 'Getting posts into ' + quoted(sheet),
  gotPosts: (sheet: string): string => 'Posts are in ' + quoted(sheet),
  syncing: (sheet: string): string => 'Syncing ' + quoted(sheet),
  synced: (sheet: string): string => 'Synced ' + quoted(sheet),
  refreshing: (sheet: string): string => 'Syncing and refreshing ' + quoted(sheet),
  refreshed: (sheet: string): string => 'Synced and refreshed ' + quoted(sheet),
  makingReports: 'Making audience reports',
  reportsMade: (reports: number): string => count(reports, 'report') + ' made',
  noReports: 'No reports made',
  comparingAudiences: 'Comparing audiences',
  audiencesCompared: 'Audiences compared',
  comparingCreators: 'Comparing creators',
  creatorsCompared: 'Creators compared',
  ended: 'Run ended',
  endSearch: 'End the run? Its sheet and rows stay, and what you paid for stays saved.',
  endEnrich: 'End the run? Rows already written stay. The others will say “not run”.',
  endReports: 'End the run? Sheets already made stay. What you bought is saved: a new run gets it free.',
  endContent: 'End the run? Its sheet and posts stay.',
  interrupted: 'The run was interrupted',
  unfinished: 'This run is not finished',
  paused: 'The run is paused',
  pausing: (calls: string): string => 'Pausing: ' + calls + '…',
  pausingSoon: 'Pausing after the calls under way…',
  interruptedLine: (doing: string): string => 'Interrupted: ' + small(doing),
  unfinishedLine: (doing: string): string => 'Not finished: ' + small(doing),
  pausedLine: (doing: string): string => 'Paused: ' + small(doing),
  show: 'Show',
  showNamed: (title: string): string => 'Show: ' + title,
  resumeThere: 'Resume…',
  resumeThereNamed: (title: string): string => 'Resume…: ' + title,
  resume: 'Resume',
  pause: 'Pause',
  end: 'End',
  details: 'Details',
  dismiss: 'Dismiss',
  free: 'Free',
  used: (used: ComponentChildren, cap: number, unconfirmed: number): ComponentChildren => [
    used,
    ' of ' + requests(cap) + ' used',
    unconfirmed > 0 && ', up to ' + number(unconfirmed) + ' more unconfirmed',
  ],
  ofBalance: (left: number): string => 'of ' + number(left) + ' left',
  balanceUnknown: 'balance not known',
  updating: ' · updating…',
  cap: 'Cap for this run (requests)',
  capHint: (allowed: number): string => 'Your cap per run is ' + number(allowed) + '.',
  capToFinish: (most: number, lost: number): string =>
    (lost > 0 ? 'Up to ' + requests(lost) + ' of lost calls count towards the cap. ' : '') +
    'Finishing takes at most ' +
    number(most) +
    ' in all.',
  badCap: 'Enter a whole number from 1 to 100,000.',
  atMostMore: (priceShown: ComponentChildren): ComponentChildren => ['At most ', priceShown, ' more'],
  nothingAllowed: (limits: readonly Limit[]): string =>
    capital(namesOf(limits)) +
    (limits.length === 1 ? ' leaves' : ' leave') +
    ' nothing to spend. You can start ' +
    resumeAt(limits) +
    '.',
  stopsAfter: (least: number, limits: readonly Limit[]): string =>
    'The run will stop after ' + requests(least) + ', at ' + namesOf(limits) + '. Resume it ' + resumeAt(limits) + '.',
  connectFirst: (aim: string): string => aim + ', connect influData first. A free trial gives you 250 requests.',
  connect: 'Connect influData',
  rowsDone: 'Rows done',
  pagesDone: 'Pages done',
  creatorsDone: 'Creators done',
  postsDone: 'Posts fetched',
  progress: (done: number, all: number, unit: string): string => number(done) + ' of ' + count(all, unit),
};
