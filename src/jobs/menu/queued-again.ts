import type { Said } from '../../core/said';
import { kindOf } from '../../api/answer';
import { nameOf } from '../../api/answer-names';
import { PRICES } from '../../api/price';
import { questionsFor, statusQuestion } from '../../api/question';
import { InfluError } from '../../core/error';
import type { Host } from '../../core/ports';
import { MINUTE_MS, SECOND_MS } from '../../core/time';
import { renewStatuses } from '../../gate/answer-cache';
import type { Reply } from '../../gate/ask-request';
import { ask } from '../../gate/client';
import type { DurableRecord } from '../../gate/durable-record';
import { forgetStates, openStates } from '../../gate/open-state';
import type { Creator } from '../../schema/creator';
import { creatorOfKey } from '../../schema/creator-of-key';
import { parseDataStatus } from '../../schema/data-status';
import { personRequest } from '../run/purchase';

/** What has become of the creators whom influData was at work on. */
export interface Release {
  /** Formulas may buy these now, for at most `requests`. */
  released: number;
  requests: number;
  processed: number;
  unchecked: number;
  /** Why some are unchecked, if it was not for lack of time. */
  problem?: Said;
}

/** A second click within it goes on where the first had no turn left. */
const JUST_NOW_MS = MINUTE_MS;
const TIMES = { lastSendMs: 30 * SECOND_MS, giveUpMs: 38 * SECOND_MS };

/**
 * Asks the free data status of every creator who is queued or whose report is pending, and forgets that state of those who
 * are ready, so that formulas ask again. Nobody still being processed is bought again. Where the platform has no data
 * status, asking again is the only way to learn it.
 */
export function releaseReady(host: Host): Release {
  const beganMs = host.clock.now();
  renewStatuses(host.cache, beganMs - JUST_NOW_MS);
  const states = openStates(host);
  const { questions, refused } = questionsFor(creatorsOf(states), (creator) => statusQuestion(creator));
  const replies =
    questions.size === 0
      ? new Map<string, Reply>()
      : ask(host, {
          questions: [...questions.values()],
          ...personRequest(beganMs, TIMES),
          what: 'recalculate',
          who: host.person(),
        });
  const ready: DurableRecord[] = [];
  const unchecked = new Set<string>();
  const processed = new Set<string>();
  const problem = [...replies.values()].flatMap((reply) => (reply.kind === 'error' ? [reply.error.said] : []))[0];
  for (const state of states) {
    const name = nameOf(state.key);
    const reply = replies.get(questions.get(name)?.key ?? '');
    if (refused.has(name) && problem === undefined) ready.push(state);
    else if (reply?.kind !== 'answer') unchecked.add(name);
    else if (isReady(state, reply)) ready.push(state);
    else processed.add(name);
  }
  forgetStates(host, new Set(ready.map(({ key }) => key)));
  return {
    released: new Set(ready.map(({ key }) => nameOf(key))).size,
    requests: ready.reduce((sum, { key }) => sum + PRICES[kindOf(key)], 0),
    processed: processed.size,
    unchecked: unchecked.size,
    ...(problem === undefined ? {} : { problem }),
  };
}

function creatorsOf(states: readonly DurableRecord[]): Map<string, Creator> {
  const creators = new Map<string, Creator>();
  for (const name of new Set(states.map(({ key }) => nameOf(key)))) {
    try {
      creators.set(name, creatorOfKey(name));
    } catch (error) {
      if (!(error instanceof InfluError)) throw error;
    }
  }
  return creators;
}

function isReady({ key }: DurableRecord, { answer }: Extract<Reply, { kind: 'answer' }>): boolean {
  if (answer.state !== 'full') return answer.state === 'notFound';
  const { isInDatabase, isBeingProcessed, hasAudienceData } = parseDataStatus(answer.body);
  return isInDatabase && !isBeingProcessed && (kindOf(key) !== 'audience' || hasAudienceData === true);
}
