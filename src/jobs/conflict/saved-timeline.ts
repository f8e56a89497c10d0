import { spokenOf } from '../../schema/language';
import type { Answer } from '../../api/answer';
import { profileQuestion, type Question } from '../../api/question';
import type { Host } from '../../core/ports';
import { SECOND_MS } from '../../core/time';
import { answersToDataTab, dataTabWholes } from '../../gate/data-tab-answers';
import { look, peek } from '../../gate/client';
import { readSettings, SETTINGS_PROPERTY } from '../../gate/settings';
import { creatorKey, type Creator } from '../../schema/creator';
import { reasonText } from '../../schema/run-reason';
import { CONFLICT_REFUSAL } from '../../schema/said-text';
import { buy, isSaved, personRequest } from '../run/purchase';

/** Whole answers are large: so many are unpacked at once. */
const BATCH = 100;

/** What is kept for weeks has no collaborations. All else says what there is to say, also that there is nothing. */
const isWhole = ({ state }: Answer): boolean => state !== 'compact' && state !== 'receipt';

/** Answers with everything, by `creatorKey`, batch by batch. Free. */
export function forSavedTimelines(
  host: Host,
  creators: readonly Creator[],
  take: (key: string, answer: Answer | undefined) => void,
): void {
  for (let from = 0; from < creators.length; from += BATCH) {
    const batch = creators
      .slice(from, from + BATCH)
      .map((creator) => [creatorKey(creator), profileQuestion(creator)] as const);
    const answers = wholesOf(
      host,
      batch.map(([, question]) => question),
    );
    for (const [key, question] of batch) take(key, answers.get(question.key));
  }
}

function wholesOf(host: Host, questions: readonly Question[]): Map<string, Answer> {
  const known = peek(host, questions);
  const parts = [...known].flatMap(([key, answer]) => (isWhole(answer) ? [] : [key]));
  const inTab = dataTabWholes(host, parts, false);
  return new Map([...[...known].filter(([, answer]) => isWhole(answer)), ...inTab]);
}

interface Standing {
  /** Timelines that would have to be bought. */
  open: Question[];
  /** Whole ones that the cache alone has, which forgets them. */
  passing: Answer[];
}

/** Free: nothing is sent. */
function standingOf(host: Host, creators: readonly Creator[]): Standing {
  const questions = creators.map(profileQuestion);
  const known = look(host, questions);
  const open = questions.filter(({ key }) => !isSaved(known.get(key), isWhole));
  // A look takes the short copy where there are both.
  const parts = open.filter(({ key }) => known.has(key));
  const inTab = dataTabWholes(
    host,
    parts.map(({ key }) => key),
    true,
  );
  const rest = parts.filter(({ key }) => !inTab.has(key));
  const passing = new Map<string, Answer>();
  for (let from = 0; from < rest.length; from += BATCH)
    for (const [key, answer] of peek(host, rest.slice(from, from + BATCH)))
      if (isWhole(answer)) passing.set(key, answer);
  return {
    open: open.filter(({ key }) => !inTab.has(key) && !passing.has(key)),
    passing: [...passing.values()],
  };
}

/** The timelines that would have to be bought, 1 request each. Free: nothing is sent. */
export const unsavedTimelines = (host: Host, creators: readonly Creator[]): Question[] =>
  standingOf(host, creators).open;

const isPaid = ({ requests, state }: Answer): boolean => requests > 0 && state === 'full';

/** What was bought and is in the cache alone, since whoever bought it was killed or was a formula, goes into the data tab. */
export const keepTimelines = (host: Host, creators: readonly Creator[]): void =>
  answersToDataTab(host, standingOf(host, creators).passing.filter(isPaid));

export interface BoughtTimelines {
  /** Requests that this call was charged. */
  charged: number;
  /** Timelines that are still to be bought. */
  left: number;
  /** Why it does not go on; blank: it may. */
  reason: string;
}

/** Looked up before each wave: no further one leaves once somebody has paused spending. */
const isPaused = ({ documentProperties }: Host): boolean =>
  readSettings(documentProperties.get(SETTINGS_PROPERTY)).settings.paused;

const TIMES = { lastSendMs: 17 * SECOND_MS, giveUpMs: 24 * SECOND_MS };
/** What an organization key can have in that time, and then some. */
const MOST_AT_ONCE = 500;

/** Buys what is missing, as far as the time of one call and the cap go: never more than `cap` requests. */
export function buyTimelines(host: Host, creators: readonly Creator[], cap: number): BoughtTimelines {
  const beganMs = host.clock.now();
  const open = unsavedTimelines(host, creators);
  const wanted = open.slice(0, Math.min(cap, MOST_AT_ONCE));
  if (wanted.length === 0) return { charged: 0, left: open.length, reason: '' };
  // It has a cap as a run has, and no checkpoint: what it has bought is saved, and the next call goes on with the rest.
  const run = { id: host.uniqueId(), cap, isHalted: () => isPaused(host) };
  const request = {
    ...personRequest(beganMs, TIMES),
    what: 'conflict',
    who: host.person(),
    run,
    isForDataTab: true,
  } as const;
  const { replies, charged } = buy(host, wanted, { startedMs: Infinity }, request, isWhole);
  const answers = [...replies.values()].flatMap((reply) => (reply.kind === 'answer' ? [reply.answer] : []));
  answersToDataTab(
    host,
    answers.filter((answer) => answer.atMs >= beganMs && isPaid(answer)),
  );
  const errors = [...replies.values()].flatMap((reply) => (reply.kind === 'error' ? [reply.error] : []));
  const limit = [...replies.values()].find((reply) => reply.kind === 'waiting' && reply.limit);
  const reason = limit?.kind === 'waiting' ? limit.limit : undefined;
  const done = answers.filter(isWhole).length;
  return {
    charged,
    left: open.length - done,
    reason:
      reason?.code === 'spendingPaused'
        ? spokenOf(CONFLICT_REFUSAL.spendingPaused)
        : reason
          ? reasonText(reason)
          : errors[0]
            ? spokenOf(errors[0].said)
            : '',
  };
}
