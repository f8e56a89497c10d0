import type { Reply } from '../../gate/ask-request';
import { peek } from '../../gate/client';
import { pagesOf, searchQuestion } from '../../api/search-question';
import { badInput } from '../../core/error';
import type { Host, Table, Workbook, Tools } from '../../core/ports';
import { SECOND_MS } from '../../core/time';
import { foundNames } from '../../schema/alike';
import { DISCOVERY_PAGE_SIZE, parseDiscovery, type DiscoveryPage, type FoundCreator } from '../../schema/discovery';
import { searchKey, type Search } from '../../schema/search';
import {
  appendCreators,
  createResultSheet,
  knownCreators,
  resultRows,
  resultSheets,
  selectHandles,
  writeMemo,
  type FoundRow,
} from './result-sheet';
import { placesOf, type ByStatus } from '../pipeline/left-out';
import type { PipelineRow } from '../pipeline/pipeline-sheet';
import { PIPELINE_CELL } from '../../schema/text/pipeline';
import { leftOutFound } from './left-out-found';
import { untilInPlace } from '../run/own-write';
import { failure, runRequest, buy, isFull } from '../run/purchase';
import { beginRun, freshRun } from '../run/run-state';
import type { RunReason } from '../../schema/run-reason';
import { SEARCH_RUN, type SearchRun } from './search-state';
import type { RunJob } from '../run/run-step';
import { SEARCH_TEXT } from '../../schema/said-text';

export interface RunPlan {
  search: Search;
  /** Pages, counted from 1, both included. */
  from: number;
  to: number;
  /** An existing result sheet; undefined makes a new one. */
  sheetId?: number | undefined;
  /** What happens to creators that stand in a result sheet already. */
  known: 'skip' | 'mark';
  /** What happens to those whose status leaves them out; nothing said: they are skipped. */
  byStatus?: ByStatus | undefined;
  pictures: boolean;
  /** Only these of the first page, by id. */
  picks: string[];
  /** Left out, whatever name of `creatorKey` fits: more like this creator means others. */
  without?: string[] | undefined;
  /** Buys pages again although they are fresh. */
  again: boolean;
  cap: number;
}

/** Two waves of an organization key; a person who stops a run waits for no more than these. */
const PAGES_A_STEP = 50;
const TIMES = { lastSendMs: 15 * SECOND_MS, giveUpMs: 22 * SECOND_MS };

/** Makes the sheet and the plan. Free. */
export function planSearchRun({ host, workbook }: Tools, plan: RunPlan): SearchRun {
  const { search, sheetId } = plan;
  const table = sheetId === undefined ? createResultSheet(workbook, search, plan.pictures) : workbook.byId(sheetId);
  if (!table) throw badInput(SEARCH_TEXT.sheetGone);
  if (sheetId === undefined)
    writeMemo(table, {
      ...search,
      ...(plan.without && { without: plan.without }),
      lastPage: plan.from - 1,
      pages: plan.to,
      writtenAtMs: host.clock.now(),
    });
  const firstPage = searchQuestion(search, 1);
  const first = peek(host, [firstPage]).get(firstPage.key);
  const page = first && isFull(first) ? parseDiscovery(first.body) : undefined;
  const known = page?.isCounted ? pagesOf(page.count) : undefined;
  const run: SearchRun = {
    ...freshRun(host, table, plan.cap),
    kind: 'search',
    platform: search.platform,
    filters: search.filters,
    from: plan.from,
    to: Math.min(plan.to, known ?? plan.to),
    isCounted: known !== undefined,
    missing: [],
    next: plan.from,
    known: plan.known,
    ...(plan.byStatus && { byStatus: plan.byStatus }),
    picks: plan.picks,
    ...(plan.without && { without: plan.without }),
    again: plan.again,
    written: 0,
    skipped: 0,
    before: sheetId === undefined ? 0 : resultRows(table).count,
  };
  beginRun(host, run, SEARCH_RUN);
  return run;
}

/** Pages that are left, those that failed first. */
const pagesLeft = ({ missing, next, to }: SearchRun): number[] => [
  ...missing,
  ...Array.from({ length: Math.max(0, to - next + 1) }, (_, index) => next + index),
];

/** One step: asks for the next pages, writes what came. 1 request for each page that is not known. */
function searchStep({ host, workbook }: Tools, run: SearchRun): Partial<SearchRun> {
  const table = workbook.byId(run.sheetId);
  if (!table) return { state: 'done', reason: { code: 'sheetDeleted', sheet: run.sheetName } };
  const startedMs = host.clock.now();
  const pages = pagesLeft(run).slice(0, run.isCounted ? PAGES_A_STEP : 1);
  const { got, problem } = fetchPages(host, run, pages);
  const { rows, own, out } = writePages({ host, workbook }, table, run, got);
  // A killed step may have written rows that no checkpoint counts.
  const written = Math.max(run.written + rows, own - (run.before ?? 0));
  const wanted = [...got.values()].flatMap(({ creators }) => creators).filter(wantedBy(run));
  const seen = run.written + run.skipped + wanted.length;
  const counted = [...got.values()].filter(({ isCounted }) => isCounted);
  const newest = counted.sort((left, right) => right.atMs - left.atMs)[0];
  const short = [...got].filter(([, { came }]) => came < DISCOVERY_PAGE_SIZE).map(([page]) => page);
  const to = Math.min(run.to, newest ? pagesOf(newest.count) : run.to, ...short);
  const next = Math.max(run.next, ...pages.map((page) => page + 1));
  const missing = [...run.missing.filter((page) => !pages.includes(page)), ...pages.filter((page) => !got.has(page))];
  const left = { missing: missing.filter((page) => page <= to).sort((one, other) => one - other), next, to };
  const isDone = left.missing.length === 0 && next > to;
  const idle = got.size === 0 ? (run.idle ?? 0) + 1 : 0;
  const state = isDone ? 'done' : problem === undefined ? 'running' : 'stopped';
  if (got.size > 0 && state !== 'running') {
    const done = (left.missing[0] ?? Math.min(next, to + 1)) - 1;
    remember(workbook, table, run, done, newest ? pagesOf(newest.count) : to, startedMs);
  }
  // What was found goes on to *Enrich* from here.
  if (state === 'done' && workbook.active()?.id() === table.id()) selectHandles(table);
  return {
    ...left,
    idle,
    isCounted: run.isCounted || newest !== undefined,
    sheetName: table.name(),
    written,
    skipped: Math.max(0, seen - written),
    leftOut: placesOf(out, run.leftOut),
    state,
    reason: isDone ? undefined : problem,
  };
}

interface GotPage extends DiscoveryPage {
  atMs: number;
}

/** The pages that came, and why the first of the others did not. Pages that only need more time give no reason. */
function fetchPages(
  host: Host,
  run: SearchRun,
  pages: readonly number[],
): { got: Map<number, GotPage>; problem: RunReason | undefined } {
  const questions = pages.map((page) => searchQuestion(run, page));
  const request = runRequest(host, run, 'search', host.clock.now(), TIMES);
  const { replies, lost } = buy(host, questions, run, request);
  const got = new Map<number, GotPage>();
  let [problem] = questions.flatMap(({ key }, at): RunReason[] =>
    lost.has(key) ? [{ code: 'lost', page: pages[at] ?? 0 }] : [],
  );
  questions.forEach(({ key }, at) => {
    const page = pages[at] ?? 0;
    const read = pageIn(replies.get(key), page);
    if (read && !('code' in read)) got.set(page, read);
    else problem ??= read;
  });
  return { got, problem };
}

/** Undefined: it needs more time. */
function pageIn(reply: Reply | undefined, page: number): GotPage | RunReason | undefined {
  if (!reply) return undefined;
  if (reply.kind === 'error') return { ...failure(reply.error), page };
  if (reply.kind === 'waiting') return reply.limit;
  const { answer } = reply;
  return isFull(answer) ? { ...parseDiscovery(answer.body), atMs: answer.atMs } : { code: 'unreadable', page };
}

/** Those that were picked, where some were, without those that the search goes without. */
function wantedBy(run: SearchRun): (creator: FoundCreator) => boolean {
  const picks = new Set(run.picks);
  const without = new Set(run.without);
  return ({ _id, username }) =>
    (picks.size === 0 || picks.has(_id)) &&
    !foundNames(run.platform, _id, username ?? '').some((each) => without.has(each));
}

/** Each creator once in this sheet, in the order of the pages. Returns how many rows were written, and how many there are. */
function writePages(
  { host, workbook }: Tools,
  table: Table,
  run: SearchRun,
  got: ReadonlyMap<number, GotPage>,
): { rows: number; own: number; out: PipelineRow[] } {
  if (got.size === 0) return { rows: 0, own: 0, out: [] };
  const name = table.name();
  const others = knownCreators(workbook, table);
  const isWanted = wantedBy(run);
  const found = [...got.values()].flatMap(({ creators }) => creators);
  const statuses = leftOutFound({ host, workbook }, run.platform, found);
  return untilInPlace(table, () => {
    const own = resultRows(table);
    const known = new Map(others);
    for (const id of own.rows.keys()) known.set(id, name);
    const rows: FoundRow[] = [];
    const out = new Map<string, PipelineRow>();
    for (const [page, { creators, atMs }] of [...got].sort(([left], [right]) => left - right))
      for (const creator of creators) {
        const alreadyIn = known.get(creator._id);
        if (!isWanted(creator) || alreadyIn === name) continue;
        const status = statuses.get(creator._id);
        if (status) out.set(creator._id, status);
        if (status && run.byStatus !== 'mark') continue;
        // Who is to be marked is written, also when another sheet has them.
        if (alreadyIn !== undefined && !status && run.known === 'skip') continue;
        known.set(creator._id, name);
        const where = status ? PIPELINE_CELL.foundIn(status.status, status.sheet) : alreadyIn;
        rows.push({ creator, page, atMs, alreadyIn: where ?? '' });
      }
    const isDone = appendCreators(workbook, own, run, rows);
    return isDone ? { rows: rows.length, own: own.count + rows.length, out: [...out.values()] } : undefined;
  });
}

/** The query stays with the sheet, so that its next pages can be had weeks later. */
function remember(workbook: Workbook, table: Table, run: SearchRun, done: number, pages: number, atMs: number): void {
  const search: Search = { platform: run.platform, filters: run.filters };
  const before = resultSheets(workbook).find((sheet) => sheet.table.id() === table.id())?.memo;
  const isSame = before !== undefined && searchKey(before) === searchKey(search);
  writeMemo(table, {
    ...search,
    ...(run.without && { without: run.without }),
    lastPage: Math.max(isSame ? before.lastPage : 0, done),
    pages,
    writtenAtMs: atMs,
  });
}

export const SEARCH: RunJob<SearchRun> = { ...SEARCH_RUN, step: searchStep };
