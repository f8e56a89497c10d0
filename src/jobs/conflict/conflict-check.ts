import { badInput } from '../../core/error';
import { isRecord, hashText, parseJson } from '../../core/text';
import type { Page } from '../../core/page';
import type { Table, Tools, Workbook } from '../../core/ports';
import type { Answer } from '../../api/answer';
import { foundNames } from '../../schema/alike';
import { brandMatcher, partsOf, type BrandMatcher } from '../../schema/brand';
import { countMentions, type PostMention } from '../../schema/conflict';
import { creatorKey, type Creator } from '../../schema/creator';
import { knownMentions } from '../../schema/mention';
import { PLATFORMS } from '../../schema/platform';
import { inLanguage, spokenLanguage, type Language } from '../../schema/language';
import { parseProfile } from '../../schema/profile';
import { conflictText } from '../../schema/sheet-text';
import { CONFLICT_REFUSAL } from '../../schema/said-text';
import { conflictPage, type CheckedCreator } from '../../sheet/conflict-page';
import { area } from '../../sheet/grid';
import { freeName } from '../run/sheet-name';
import { allRows } from '../selection/selected-rows';
import { brandSheet, readBrands } from './brand-sheet';
import { forSavedTimelines, keepTimelines } from './saved-timeline';
import { contentSheets } from '../content/content-sheet';
import { askedFor, forSheetPosts, type SheetPost } from '../content/sheet-post';

const MOST_CREATORS = 3_000;

export interface ShortlistAsked {
  /** Of handles that name none; blank: those are unreadable. */
  platform: string;
  /** The sheet whose price was shown. */
  sheetId?: number;
}

export interface Shortlist {
  table: Table;
  creators: Creator[];
  /** Rows left out because nobody sees them; undefined: there are too many to look at each, so they are in. */
  hidden?: number;
  /** Of the check that was made of it. */
  language?: Language;
}

/**
 * The creators of the sheet in front, or of the one whose check that is, each once, whatever is selected, but for hidden
 * rows. Reads cells only.
 */
export function shortlisted(workbook: Workbook, { platform, sheetId }: ShortlistAsked): Shortlist {
  const front = workbook.active();
  const id = front?.id();
  // Whoever looks at a check wants it for the list that it was made of.
  const checks = matrices(workbook);
  const matrix = checks.find((each) => each.table.id() === id);
  const table = matrix ? workbook.byId(matrix.of) : front;
  if (brandSheet(workbook)?.id() === id) throw badInput(CONFLICT_REFUSAL.onBrands);
  if (!table) throw badInput(CONFLICT_REFUSAL.listGone);
  if (sheetId !== undefined && sheetId !== table.id()) throw badInput(CONFLICT_REFUSAL.otherSheet);
  const { cells, hidden } = allRows(table, platform, {}, true);
  const creators = new Map<string, Creator>();
  for (const cell of cells)
    if (cell.kind === 'creator' && !creators.has(cell.key)) creators.set(cell.key, cell.creator);
  if (creators.size === 0) throw badInput(CONFLICT_REFUSAL.noCreators);
  if (creators.size > MOST_CREATORS) throw badInput(CONFLICT_REFUSAL.tooManyCreators(MOST_CREATORS));
  const check = checks.find(({ of }) => of === table.id());
  return {
    table,
    creators: [...creators.values()],
    ...(hidden.isLooked ? { hidden: hidden.rows.size } : {}),
    ...(check && { language: check.language }),
  };
}

export interface ConflictMade {
  sheet: string;
  creators: number;
  /** Those who mentioned a competitor. */
  conflicts: number;
  /** Those of whom nothing is known. */
  unknown: number;
}

/** Lays out which creator of the sheet in front mentioned which brand, from what is saved and from content sheets. Free. */
export function conflictCheck({ host, workbook }: Tools, asked: ShortlistAsked): ConflictMade {
  const { brands, sheet } = readBrands(workbook);
  if (brands.length === 0) throw badInput(CONFLICT_REFUSAL.noBrands(sheet));
  // Laid out again, it stays in its language: somebody's formulas may count its words.
  const { table, creators, language = spokenLanguage() } = shortlisted(workbook, asked);
  keepTimelines(host, creators);
  return inLanguage(language, () => {
    const checks = new Map(creators.map((creator) => [creatorKey(creator), newCheck(creator)]));
    const matchers = brands.map(brandMatcher);
    // One may stand there by its handle and by an id.
    const byName = new Map([...checks].map(([key, check]) => [key, new Set([check])]));
    forSavedTimelines(host, creators, (key, answer) => {
      const check = checks.get(key);
      if (!check) return;
      for (const name of takeTimeline(check, answer, matchers))
        byName.set(name, (byName.get(name) ?? new Set()).add(check));
    });
    forSheetPosts(contentSheets(workbook), (post) => {
      for (const check of byName.get(post.key) ?? []) takePost(check, post, matchers);
    });
    const named = askedFor(workbook);
    const rows = [...checks].map(([key, check]) => checkedCreator(check, named.has(key), brands.length));
    const sourceId = table.id();
    const about = conflictText().about(table.name(), host.clock.day(host.clock.now(), host.timeZone()));
    const made = putMatrix(workbook, sourceId, conflictPage(about, brands, rows), language);
    return {
      sheet: made.name(),
      creators: rows.length,
      conflicts: rows.filter(({ mentions }) => brands.some(({ isOwn }, at) => !isOwn && mentions[at])).length,
      unknown: rows.filter(({ timeline, posts }) => !timeline && !posts).length,
    };
  });
}

/** What has been seen of a creator so far; lists are by brand. */
interface Check {
  name: string;
  platform: string;
  timeline: { from: string; to: string } | undefined;
  noTimeline: string;
  days: string[][];
  mentions: PostMention[][];
  /** Posts by id: several content sheets may have the same. */
  posts: Set<string>;
  from: string;
  to: string;
}

const newCheck = ({ platform, id }: Creator): Check => ({
  name: id,
  platform: platform ? PLATFORMS[platform].label : '',
  timeline: undefined,
  noTimeline: conflictText().whyUnknown.unsaved,
  days: [],
  mentions: [],
  posts: new Set(),
  from: '',
  to: '',
});

/** Returns the names that the answer gives the creator: posts are filed under its handle. */
function takeTimeline(check: Check, answer: Answer | undefined, matchers: readonly BrandMatcher[]): string[] {
  if (answer?.state !== 'full') {
    const why: Partial<Record<Answer['state'], string>> = conflictText().whyUnknown;
    check.noTimeline = (answer && why[answer.state]) ?? check.noTimeline;
    return [];
  }
  const { scalars, timeline } = parseProfile(answer.body);
  const mentions = knownMentions(answer.body);
  const [first, last] = [timeline[0]?.date, timeline[timeline.length - 1]?.date];
  if (mentions) {
    const days = mentions.map(({ date }) => date);
    check.timeline = { from: [first ?? '9', ...days].reduce(earlier), to: [last ?? '', ...days].reduce(later) };
    check.days = matchers.map(({ inName }) => mentions.flatMap(({ name, date }) => (inName(name) ? [date] : [])));
  } else check.noTimeline = conflictText().whyUnknown.noMentions;
  const { username, platform, id } = scalars;
  if (typeof username === 'string') check.name = username;
  const named = Object.entries(PLATFORMS).find(([name]) => name === platform);
  if (!named) return [];
  check.platform = named[1].label;
  return foundNames(named[0] as keyof typeof PLATFORMS, String(id ?? ''), String(username ?? ''));
}

const earlier = (one: string, other: string): string => (other < one ? other : one);
const later = (one: string, other: string): string => (other > one ? other : one);

function takePost(check: Check, post: SheetPost, matchers: readonly BrandMatcher[]): void {
  const { id, uploadedMs, link, caption } = post;
  const names = [...post.hashtags, ...post.mentions];
  const day = uploadedMs === undefined ? '' : new Date(uploadedMs).toISOString().slice(0, 10);
  if (id !== '' && check.posts.has(id)) return;
  check.posts.add(id === '' ? `none-${check.posts.size}` : id);
  if (day !== '') {
    check.from = check.from === '' ? day : earlier(check.from, day);
    check.to = later(check.to, day);
  }
  const parts = partsOf(caption);
  matchers.forEach(({ inParts, inName }, at) => {
    if (inParts(parts) || names.some(inName)) (check.mentions[at] ??= []).push({ day, link });
  });
}

function checkedCreator(check: Check, isAsked: boolean, brands: number): CheckedCreator {
  const { name, platform, timeline, noTimeline, posts, from, to } = check;
  return {
    name,
    platform,
    timeline,
    noTimeline,
    posts: posts.size === 0 ? undefined : { count: posts.size, from, to },
    noPosts: isAsked ? conflictText().whyUnknown.nonePosts : conflictText().whyUnknown.noPosts,
    mentions: Array.from({ length: brands }, (_, at) => countMentions(check.days[at] ?? [], check.mentions[at] ?? [])),
  };
}

interface Matrix {
  table: Table;
  /** The sheet that was checked. */
  of: number;
  /** What it showed when it was made; blank: it was not finished. */
  trace: string;
  language: Language;
}

const memoOf = (matrix: Omit<Matrix, 'table'>): string => JSON.stringify({ version: 1, kind: 'conflict', ...matrix });

const matrices = (workbook: Workbook): Matrix[] =>
  workbook.memos().flatMap(({ table, text }) => {
    const memo = parseJson(text);
    return isRecord(memo) && memo['kind'] === 'conflict' && memo['version'] === 1
      ? [
          {
            table,
            of: Number(memo['of']),
            trace: String(memo['trace']),
            // Earlier versions knew one.
            language: memo['language'] === 'de' ? ('de' as const) : ('en' as const),
          },
        ]
      : [];
  });

const traceOf = (table: Table): string => {
  const [rows, columns] = [table.lastRow(), table.lastColumn()];
  return rows === 0 ? '' : hashText(JSON.stringify(table.shown(area(1, 1, rows, columns))));
};

/** In place of the last check of the same sheet, unless somebody has worked in that: then it stays, and another is made. */
function putMatrix(workbook: Workbook, of: number, page: Omit<Page, 'name'>, language: Language): Table {
  const before = matrices(workbook).find(
    (each) => each.of === of && (each.trace === '' || each.trace === traceOf(each.table)),
  );
  let table = before?.table;
  if (table) {
    // From here on it is known to be unfinished, if this is killed.
    table.setMemo(memoOf({ of, trace: '', language }));
    table.layOut({ ...page, name: table.name() });
  } else
    table = workbook.createPage(
      { ...page, name: freeName(workbook, [conflictText().title]) },
      memoOf({ of, trace: '', language }),
    );
  workbook.flush();
  table.setMemo(memoOf({ of, trace: traceOf(table), language }));
  table.show();
  return table;
}
