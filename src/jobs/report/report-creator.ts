import { spokenOf } from '../../schema/language';
import { standingText } from '../../schema/sheet-text';
import { audienceQuestion, profileQuestion, type Question } from '../../api/question';
import { InfluError } from '../../core/error';
import { creatorKey, creatorMayHave, type Creator } from '../../schema/creator';
import { parseDataStatus, statusWord } from '../../schema/data-status';
import type { Answer } from '../../api/answer';
import type { ReportRun } from './report-state';

/**
 * What is made: an audience report each on a sheet of its own (20 requests a creator), one comparison sheet of audience
 * reports (20 a creator), or the profiles side by side with growth (1 a creator).
 */
export type ReportKind = ReportRun['what'];

/**
 * Names a creator in a report's run, so that it can be asked for: the handle as it was typed, an influData id with the
 * platform that it came with. Two may name one creator: `creatorKey` tells.
 */
export const reportKey = (creator: Creator): string => {
  const { platform, by, id } = creator;
  return by === 'username' || (by === '_id' && platform)
    ? `${platform}/${by === '_id' ? 'id:' : ''}${id}`
    : creatorKey(creator);
};

export const handleOfKey = (key: string): string => key.slice(key.indexOf('/') + 1);

/** The question whose answer has everything that is shown of a creator. Throws `badInput` if the platform has no reports. */
export const reportQuestion = (what: ReportKind, creator: Creator): Question =>
  what === 'profiles' ? profileQuestion(creator) : audienceQuestion(creator);

/** What is known of one creator before anything is asked, or after. */
export interface ReportKnown {
  creator: Creator;
  answer?: Answer | undefined;
  status?: Answer | undefined;
}

export interface ReportStanding {
  /**
   * `known`: at hand, free. `buy`: there is data to be bought. `unchecked`: not asked yet, counts in the price.
   * The others are not bought: the analysis is pending, there is no audience data, no such creator, not in the database
   * yet, or the platform has no reports.
   */
  state: 'known' | 'buy' | 'unchecked' | 'pending' | 'no audience data' | 'not found' | 'queued' | 'not available';
  /** Why, or when it was fetched; may be blank. */
  note: string;
}

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** Enough of an answer to be shown. */
export const isShowable = (what: ReportKind, answer: Answer | undefined): boolean =>
  answer?.state === 'full' || (what === 'profiles' && answer?.state === 'compact');

/** Decides from what is known what to do about a creator. The selection's price and the run's purchases both rest on this alone. */
export function reportStanding(what: ReportKind, known: ReportKnown, again: boolean): ReportStanding {
  const { creator, answer, status } = known;
  try {
    reportQuestion(what, creator);
  } catch (error) {
    if (!(error instanceof InfluError)) throw error;
    return { state: 'not available', note: spokenOf(error.said) };
  }
  if (answer && isShowable(what, answer))
    return again ? { state: 'buy', note: '' } : { state: 'known', note: standingText().from(dayOf(answer.atMs)) };
  const said = statusSays(what, status, answer);
  if (said) return said;
  if (answer?.state === 'audiencePending')
    return { state: 'pending', note: standingText().analyzedSince(dayOf(answer.atMs)) };
  if (answer?.state === 'queued') return { state: 'queued', note: standingText().collecting };
  if (answer?.state === 'notFound') return { state: 'not found', note: '' };
  const note =
    answer?.state === 'receipt'
      ? standingText().paidOn(dayOf(answer.atMs))
      : answer?.state === 'unreadable'
        ? standingText().unreadable
        : '';
  return { state: creatorMayHave(creator, 'status') ? 'unchecked' : 'buy', note };
}

/** What the free check says; undefined if it says nothing, or nothing newer than the answer. */
function statusSays(
  what: ReportKind,
  status: Answer | undefined,
  answer: Answer | undefined,
): ReportStanding | undefined {
  if (!status || (answer && answer.state !== 'receipt' && status.atMs <= answer.atMs)) return undefined;
  if (status.state === 'notFound') return { state: 'not found', note: '' };
  if (status.state !== 'full') return undefined;
  const word = statusWord(parseDataStatus(status.body));
  if (word === 'queued') return { state: 'queued', note: standingText().collecting };
  if (word === 'ready' || what === 'profiles') return { state: 'buy', note: '' };
  if (answer?.state === 'audiencePending')
    return { state: 'pending', note: standingText().analyzedSince(dayOf(answer.atMs)) };
  return { state: 'no audience data', note: word === 'private' ? standingText().private : '' };
}
