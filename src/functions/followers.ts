import type { CellValue } from '../core/page';
import { openBook } from '../gate/book';
import type { Reply } from '../gate/ask-request';
import { briefProfileQuestion, profileQuestion, statusQuestion } from '../api/question';
import { creatorHas, type Creator } from '../schema/creator';
import { parseDataStatus } from '../schema/data-status';
import { keptAnswers } from '../gate/fold';
import { readCached } from '../gate/answer-cache';
import type { Answer } from '../api/answer';
import type { Cells } from '../sheet/cell';
import { creatorGrid, creatorsIn } from './creator-grid';
import { askCreators, showGrid, shownReply, type Formula, type Shown } from './formula';
import { scalarOf } from './profile-number';

/** INFLU_FOLLOWERS: from a known profile; else from the free checkDataStatus, where the platform has it; else for 1 request. */
export function followers(formula: Formula, platform: unknown, username: unknown): CellValue | Cells {
  const grid = creatorGrid(platform, username);
  const creators = creatorsIn(grid);
  const shown = fromCache(formula, creators);
  const open = without(creators, shown);
  if (open.size > 0) askForOthers(formula, open, shown);
  return showGrid(grid, shown);
}

const without = (creators: ReadonlyMap<string, Creator>, shown: ReadonlyMap<string, unknown>): Map<string, Creator> =>
  new Map([...creators].filter(([key]) => !shown.has(key)));

const statusKey = (creator: Creator): string | undefined =>
  creatorHas(creator, 'status') ? statusQuestion(creator).key : undefined;

function fromCache({ host }: Formula, creators: ReadonlyMap<string, Creator>): Map<string, Shown<CellValue>> {
  const profileKeys = [...creators.values()].map((creator) => profileQuestion(creator).key);
  const statusKeys = [...creators.values()].map(statusKey).filter((key): key is string => key !== undefined);
  const { cache, zip, clock } = host;
  const cached = readCached(cache, zip, [...profileKeys, ...statusKeys], clock.now(), new Set(profileKeys));
  const shown = new Map<string, Shown<CellValue>>();
  for (const [key, creator] of creators) {
    const answer = [cached.get(profileQuestion(creator).key), cached.get(statusKey(creator) ?? '')].find(
      (candidate) => candidate && hasFollowers(candidate),
    );
    if (answer) shown.set(key, shownReply({ kind: 'answer', answer }, followersOf));
  }
  return shown;
}

/** Leaves out refusals and answers whose detail is gone; those go the full way. */
const hasFollowers = (answer: Answer): boolean =>
  answer.state !== 'failed' &&
  answer.state !== 'receipt' &&
  answer.state !== 'unreadable' &&
  followersOf(answer) !== '';

function followersOf(answer: Answer): CellValue | undefined {
  if (!answer.key.startsWith('status:')) return scalarOf(answer, 'followers');
  if (answer.state !== 'full') return undefined;
  const status = parseDataStatus(answer.body);
  return status.isInDatabase ? (status.followers ?? '') : 'queued';
}

function askForOthers(formula: Formula, creators: Map<string, Creator>, shown: Map<string, Shown<CellValue>>): void {
  const book = openBook(formula.host);
  const profileKeys = [...creators.values()].map((creator) => profileQuestion(creator).key);
  const kept = keptAnswers(book.folded, profileKeys, book.context);
  const free = new Map<string, Creator>();
  const paid = new Map<string, Creator>();
  for (const [key, creator] of creators) {
    const isKnown = kept.get(profileQuestion(creator).key)?.record !== undefined;
    const isFree = !isKnown && book.settings.followersFromStatus && creatorHas(creator, 'status');
    (isFree ? free : paid).set(key, creator);
  }
  for (const [key, reply] of askCreators(formula, free, statusQuestion, book)) {
    const isSilent = reply.kind === 'answer' && followersOf(reply.answer) === '';
    const creator = creators.get(key);
    if (isSilent && creator) paid.set(key, creator);
    else shown.set(key, shownFollowers(reply));
  }
  for (const [key, reply] of askCreators(formula, paid, briefProfileQuestion, free.size > 0 ? undefined : book))
    shown.set(key, shownFollowers(reply));
}

const shownFollowers = (reply: Reply): Shown<CellValue> => shownReply(reply, followersOf);
