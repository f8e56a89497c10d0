import { failedAs } from './report-outcome';
import { answersToDataTab } from '../../gate/data-tab-answers';
import { profileOf } from '../../gate/keep';
import { badInput } from '../../core/error';
import type { Page } from '../../core/page';
import type { Table, Tools } from '../../core/ports';
import { SECOND_MS } from '../../core/time';
import { audienceSections } from '../../schema/audience-field';
import { creatorKey, type Creator } from '../../schema/creator';
import { parseMentions } from '../../schema/mention';
import { PLATFORMS } from '../../schema/platform';
import { comparisonPage } from '../../sheet/comparison-page';
import { profilesPage } from '../../sheet/profiles-page';
import { reportPage } from '../../sheet/report-page';
import type { ReportSubject } from '../../sheet/report-subject';
import type { Answer } from '../../api/answer';
import { changePending, readPending } from './pending-report';
import { fetchReports, knownReports } from './report-answer';
import { handleOfKey, isShowable, reportKey, type ReportKind } from './report-creator';
import { creatorOfKey } from '../../schema/creator-of-key';
import type { RunReason } from '../../schema/run-reason';
import { reportMemo } from '../run/report-memo';
import { beginRun, changeRun, freshRun, openRuns } from '../run/run-state';
import type { RunJob } from '../run/run-step';
import { REPORT_RUN, type ReportRun } from './report-state';
import { freeName } from '../run/sheet-name';
import { REPORT_REFUSAL, SELECTION_TEXT } from '../../schema/said-text';

/** Creators in one run, by what is made: a comparison is read side by side, a sheet each takes seconds. */
export const MOST_CREATORS: Record<ReportKind, number> = { comparison: 20, sheets: 50, profiles: 50 };
/** A run is one property of 9 KB. */
const LONGEST_KEYS = 3_000;
/** No sheet is begun after this in a step, so that it ends within 35 s: a sheet takes about 15 s. */
const LAST_SHEET_MS = 15 * SECOND_MS;

export interface ReportPlan {
  what: ReportKind;
  /** Creators as `reportKey` names them. */
  keys: string[];
  /** Buys again what is fresh. */
  again: boolean;
  cap: number;
}

/** Free: nothing is sent and no sheet is made before the first step. */
export function planReportRun({ host, workbook }: Tools, { what, keys, again, cap }: ReportPlan): ReportRun {
  // One creator may come under several spellings, each of which would be bought.
  const different = [...new Map(keys.map(creatorOfKey).map((each) => [creatorKey(each), reportKey(each)])).values()];
  if (different.length === 0) throw badInput(REPORT_REFUSAL.selectCells);
  if (different.length > MOST_CREATORS[what]) throw badInput(REPORT_REFUSAL.manyCreators(MOST_CREATORS[what]));
  if (encodeURIComponent(different.join()).replace(/%../g, '-').length > LONGEST_KEYS)
    throw badInput(REPORT_REFUSAL.longHandles);
  const table = workbook.active();
  if (!table) throw badInput(SELECTION_TEXT.nothing);
  const run: ReportRun = {
    ...freshRun(host, table, cap),
    kind: 'report',
    what,
    keys: different,
    outcomes: different.map(() => ''),
    isFetched: false,
    making: '',
    made: [],
    again,
  };
  beginRun(host, run, REPORT_RUN);
  return run;
}

/** One step: buys what is left to be bought, then makes sheets while there is time. */
function reportStep(tools: Tools, run: ReportRun): Partial<ReportRun> {
  const { host } = tools;
  const beganMs = host.clock.now();
  let now = run;
  if (!run.isFetched) {
    const bought = fetchStep(tools, run);
    now = { ...run, ...bought };
    if (now.state !== 'running' || !now.isFetched) return bought;
    // What was bought is known from here on, whatever becomes of the sheets.
    changeRun(host, run.id, REPORT_RUN, () => bought);
  }
  // Buying has used up the time, so the sheets get a step of their own.
  if (host.clock.now() - beganMs > LAST_SHEET_MS) return now;
  now = { ...now, ...(now.what === 'sheets' ? makeSheets(tools, now, beganMs) : makeOne(tools, now)) };
  const isDone = now.outcomes.every((outcome) => outcome !== '');
  return { ...now, state: isDone ? 'done' : 'running', reason: isDone ? came(now) : undefined };
}

/** Into the data tab and onto the list of pending ones first, then into the run's outcomes. */
function fetchStep({ host }: Tools, run: ReportRun): Partial<ReportRun> {
  const open = openCreators(run);
  // Buy nothing if pending reports could not be noted.
  if (run.what !== 'profiles') readPending(host.documentProperties.all());
  const { known, refused, paid, problem } = fetchReports(host, run, open);
  answersToDataTab(host, paid);
  const pending = [...refused].flatMap(([key, why]) => {
    const sinceMs = known.get(key)?.answer?.atMs;
    return why === 'pending' && sinceMs !== undefined ? [{ key, sinceMs }] : [];
  });
  const isThere = (key: string): boolean => isShowable(run.what, known.get(key)?.answer);
  if (run.what !== 'profiles') changePending(host, pending, new Set([...open.keys()].filter(isThere)));
  const outcomes = run.outcomes.map((outcome, index) => outcome || refused.get(run.keys[index] ?? '') || '');
  const isFetched = run.keys.every((key, index) => outcomes[index] !== '' || isThere(key));
  return {
    outcomes,
    isFetched,
    state: problem === undefined ? 'running' : 'stopped',
    reason: problem,
  };
}

const openCreators = ({ keys, outcomes }: ReportRun): Map<string, Creator> =>
  new Map(keys.flatMap((key, index) => (outcomes[index] === '' ? [[key, creatorOfKey(key)] as const] : [])));

/** The report's content by key, for those of whom it is known. */
export function subjectsOf(
  tools: Tools,
  what: ReportKind,
  creators: ReadonlyMap<string, Creator>,
): Map<string, ReportSubject> {
  return new Map(
    [...knownReports(tools.host, what, creators)].flatMap(([key, { answer }]) => {
      const subject = answer && isShowable(what, answer) ? subjectOf(key, answer) : undefined;
      return subject ? [[key, subject]] : [];
    }),
  );
}

function subjectOf(key: string, answer: Answer): ReportSubject | undefined {
  const profile = profileOf(answer);
  if (!profile) return undefined;
  const body = answer.state === 'full' ? answer.body : undefined;
  const { scalars, timeline } = profile;
  const platform = scalars['platform'] ?? key.slice(0, Math.max(0, key.indexOf('/')));
  return {
    key,
    handle: String(scalars['username'] ?? handleOfKey(key)),
    platform: PLATFORMS[platform as keyof typeof PLATFORMS]?.label ?? String(platform),
    scalars,
    timeline,
    sections: audienceSections(body),
    mentions: parseMentions(body),
    atMs: answer.atMs,
  };
}

/** In the order of the selection, each saved as soon as it stands: nobody gets two. */
function makeSheets(tools: Tools, run: ReportRun, beganMs: number): Partial<ReportRun> {
  const { host } = tools;
  let state: Pick<ReportRun, 'outcomes' | 'making' | 'made'> = run;
  for (const [key, creator] of openCreators(run)) {
    if (state !== run && host.clock.now() - beganMs > LAST_SHEET_MS) break;
    const subject = subjectsOf(tools, run.what, new Map([[key, creator]])).get(key);
    const { making, made } = state;
    const outcomes = [...state.outcomes];
    outcomes[run.keys.indexOf(key)] = subject ? 'made' : GONE;
    if (subject) {
      const { words, page } = reportPage(subject);
      state = make(tools, { id: run.id, sheetId: run.sheetId, making, made }, words, page, outcomes, key);
    } else state = { outcomes, making, made };
  }
  return state;
}

const GONE = failedAs('gone');

function makeOne(tools: Tools, run: ReportRun): Partial<ReportRun> {
  const creators = openCreators(run);
  const subjects = subjectsOf(tools, run.what, creators);
  const outcomes = run.outcomes.map(
    (outcome, index) => outcome || (subjects.has(run.keys[index] ?? '') ? 'made' : GONE),
  );
  if (subjects.size === 0) return { outcomes };
  const { words, page } = (run.what === 'comparison' ? comparisonPage : profilesPage)([...subjects.values()]);
  return make(tools, run, words, page, outcomes);
}

/** Notes the name before making the sheet. If the step is killed in between, the next one goes on with that sheet and makes no second. */
function make(
  { host, workbook }: Tools,
  run: Pick<ReportRun, 'id' | 'sheetId' | 'making' | 'made'>,
  words: readonly string[],
  page: Omit<Page, 'name'>,
  outcomes: string[],
  creator?: string,
): Pick<ReportRun, 'outcomes' | 'making' | 'made'> {
  const memo = reportMemo(run.id, creator);
  // Earlier versions did not name the creator.
  const own = new Set([memo, reportMemo(run.id)]);
  const isOurs = (table: Table | undefined): boolean =>
    table === undefined ||
    table.lastRow() === 0 ||
    workbook.memos().some((each) => each.table.id() === table.id() && own.has(each.text));
  const isBegun = run.making !== '' && isOurs(workbook.find(run.making));
  // Chosen under the lock: another run must not take the same name at the same moment, and lay its page over this one.
  const { making: name } = isBegun
    ? run
    : changeRun(host, run.id, REPORT_RUN, () => {
        const others = openRuns(host.documentProperties.all(), REPORT_RUN).filter(({ id }) => id !== run.id);
        const taken = others.map(({ making }) => making);
        return { making: freeName(workbook, words, taken) };
      });
  workbook.createPage({ ...page, name }, memo);
  workbook.flush();
  const done = { outcomes, making: '', made: [...run.made, name] };
  changeRun(host, run.id, REPORT_RUN, () => done);
  return done;
}

const came = ({ outcomes, made }: ReportRun): RunReason => ({
  code: 'reportsMade',
  sheets: made.length,
  without: outcomes.filter((outcome) => outcome !== 'made').length,
});

export const REPORT: RunJob<ReportRun> = { ...REPORT_RUN, step: reportStep };
