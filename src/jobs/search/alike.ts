import { reasonSaid } from '../../schema/run-reason';
import type { Said } from '../../core/said';
import type { Answer } from '../../api/answer';
import { briefProfileQuestion } from '../../api/question';
import { badInput, InfluError } from '../../core/error';
import type { CellValue, Host, Table, Tools, Workbook } from '../../core/ports';
import { SECOND_MS } from '../../core/time';
import { peek } from '../../gate/client';
import { profileOf } from '../../gate/keep';
import { alikeSearch, foundNames, type AlikeFacts, type AlikeGap } from '../../schema/alike';
import { creatorKey, creatorOfHandle, type Creator } from '../../schema/creator';
import { creatorOfKey } from '../../schema/creator-of-key';
import { isPlatform } from '../../schema/platform';
import type { Search } from '../../schema/search';
import { hostReading } from '../../sheet/host-reading';
import { headersOf } from '../run/own-rows';
import { buy, isTold, personRequest } from '../run/purchase';
import { creatorOfReport } from '../run/report-memo';
import { selectedRows } from '../selection/selected-rows';
import type { SelectionChoices } from '../selection/selection-reading';
import { resultSheets } from './result-sheet';
import { CONFLICT_REFUSAL, SEARCH_TEXT } from '../../schema/said-text';

/** A creator whose like are looked for: every name by which it is known, and what was found of it. */
export interface AlikeSubject {
  creators: readonly Creator[];
  facts: Partial<AlikeFacts>;
}

/** A search for creators like one. */
export interface Alike {
  handle: string;
  search: Search;
  gaps: AlikeGap[];
  /** The creator's own names: it is not among those who are like it. */
  without: string[];
}

const notOne = (): Error => badInput(SEARCH_TEXT.oneCreator);

/** The creator of the selected row, of whichever list or result sheet, or of the report in front. Reads cells only. */
export function subjectSelected(
  { workbook }: Tools,
  { platform, choices }: { platform: string; choices?: SelectionChoices | undefined },
): AlikeSubject {
  const table = workbook.active();
  const own = table && (foundIn(workbook, table) ?? reportedOn(workbook, table));
  if (own) return own;
  const creators = new Map<string, Creator>();
  for (const cell of selectedRows(workbook, platform, choices).cells)
    if (cell.kind === 'creator') creators.set(cell.key, cell.creator);
  if (creators.size !== 1) throw notOne();
  return { creators: [...creators.values()], facts: {} };
}

function reportedOn(workbook: Workbook, table: Table): AlikeSubject | undefined {
  const key = creatorOfReport(workbook, table);
  return key === undefined ? undefined : { creators: [creatorOfKey(key)], facts: {} };
}

/** A result sheet says itself what the search found. */
function foundIn(workbook: Workbook, table: Table): AlikeSubject | undefined {
  const id = table.id();
  if (!resultSheets(workbook).some((sheet) => sheet.table.id() === id)) return undefined;
  const [first, ...more] = workbook.selection();
  if (!first || first.row < 2) return undefined;
  if (more.length > 0 || first.rows > 1) throw notOne();
  const headers = headersOf(table);
  const [cells = []] = table.read({ row: first.row, column: 1, rows: 1, columns: headers.length });
  const at = (header: string): CellValue => cells[headers.indexOf(header)] ?? '';
  const text = (header: string): string => String(at(header)).trim();
  const followers = at('Followers');
  return subjectFound({
    platform: text('Platform'),
    id: text('influData id'),
    username: text('Handle'),
    country: text('Country'),
    ...(typeof followers === 'number' ? { followers } : {}),
  });
}

/** A creator as a search shows it. Undefined where no creator stands there. */
export function subjectFound(found: {
  platform: string;
  id: string;
  username: string;
  country: string;
  followers?: number;
}): AlikeSubject | undefined {
  const { platform, id, username, country, followers } = found;
  if (!isPlatform(platform) || (id === '' && username === '')) return undefined;
  return {
    creators: [
      ...(username === '' ? [] : [creatorOfHandle(platform, username)]),
      ...(id === '' ? [] : [{ platform, by: '_id', id } as const]),
    ],
    facts: { platform, ...(country === '' ? {} : { country }), ...(followers === undefined ? {} : { followers }) },
  };
}

/** The search, or what the profile costs that is needed for it. With `pays`, that is bought: 1 request. */
export function alikeOf(
  { host }: Tools,
  { creators, facts }: AlikeSubject,
  pays: boolean,
): { handle: string; price: number; found?: Alike } {
  const [creator] = creators;
  if (!creator) throw notOne();
  const questions = creators.map(briefProfileQuestion);
  const known = peek(host, questions);
  const answers = questions.flatMap(({ key }) => known.get(key) ?? []);
  let answer = answers.find(isProfile) ?? answers.find(isTold);
  const isBare = facts.platform === undefined;
  if (!answer && isBare && !pays) return { handle: creator.id, price: questions[0]?.requests ?? 1 };
  if (!answer && isBare) answer = bought(host, creator);
  if (answer && isBare && !isProfile(answer)) throw badInput(nothingOf(creator, answer));
  const { scalars = {} } = (answer && isProfile(answer) && profileOf(answer)) || {};
  const text = (name: string): string | undefined => (scalars[name] === undefined ? undefined : String(scalars[name]));
  const platform = text('platform') ?? facts.platform ?? creator.platform;
  if (platform === undefined || !isPlatform(platform)) throw badInput(SEARCH_TEXT.platformFirst);
  const followers = typeof scalars['followers'] === 'number' ? scalars['followers'] : facts.followers;
  const told = {
    country: text('country') ?? facts.country,
    language: text('language'),
    categories: text('categories'),
  };
  const handle = text('username') ?? creator.id;
  return {
    handle,
    price: 0,
    found: {
      handle,
      ...alikeSearch({ platform, followers, ...told }, hostReading(host)),
      without: [
        ...new Set([...creators.map(creatorKey), ...foundNames(platform, text('id') ?? '', text('username') ?? '')]),
      ],
    },
  };
}

const isProfile = ({ state }: Answer): boolean => state === 'full' || state === 'compact';

const TIMES = { lastSendMs: 20 * SECOND_MS, giveUpMs: 25 * SECOND_MS };

function bought(host: Host, creator: Creator): Answer {
  const question = briefProfileQuestion(creator);
  const request = { ...personRequest(host.clock.now(), TIMES), what: question.kind, who: host.person() };
  const reply = buy(host, [question], { startedMs: Infinity }, request, isTold).replies.get(question.key);
  if (reply?.kind === 'error') throw reply.error;
  if (reply?.kind === 'answer') return reply.answer;
  if (reply?.limit) {
    // There is no run to resume.
    const isPaused = reply.limit.code === 'spendingPaused';
    throw new InfluError('notAllowed', isPaused ? CONFLICT_REFUSAL.spendingPaused : reasonSaid(reply.limit));
  }
  throw new InfluError('busy', SEARCH_TEXT.noTurn);
}

const nothingOf = ({ id }: Creator, { state }: Answer): Said =>
  state === 'notFound'
    ? SEARCH_TEXT.notFound(id.slice(0, 80))
    : state === 'queued'
      ? SEARCH_TEXT.stillQueued(id.slice(0, 80))
      : SEARCH_TEXT.noProfile(id.slice(0, 80));
