import { InfluError } from '../core/error';
import type { Host, HttpReply } from '../core/ports';
import { SECOND_MS } from '../core/time';
import { httpRequest } from '../api/endpoint';
import type { Question } from '../api/question';
import { lostReply, readReply, type Outcome } from '../api/reply';
import type { Purse } from './purse';
import type { Settings } from './settings';
import { GOOGLE } from '../schema/said-text';

export interface WaveContext {
  host: Host;
  purse: Purse;
  settings: Settings;
  /** Replies later than this are of no use to the caller. */
  giveUpMs: number;
}

/** What became of calls that left together, by the keys of their questions. */
export interface SentWave {
  sentMs: number;
  endMs: number;
  outcomes: Map<string, Outcome>;
}

/** A call gets at least so long, however little time is left: with less it would fail for nothing. */
const SHORTEST_TIMEOUT_SECONDS = 5;

/** If any call of a wave cannot be sent, the platform returns no reply at all. */
export function sendWave(calls: readonly Question[], { host, purse, settings, giveUpMs }: WaveContext): SentWave {
  const sentMs = host.clock.now();
  const timeoutSeconds = Math.max(SHORTEST_TIMEOUT_SECONDS, Math.floor((giveUpMs - sentMs) / SECOND_MS));
  let replies: HttpReply[] = [];
  let refusal: InfluError | undefined;
  try {
    replies = host.transport.fetchAll(calls.map(({ call }) => httpRequest(call, purse.key, timeoutSeconds)));
  } catch (error) {
    if (error instanceof InfluError) refusal = error;
  }
  const endMs = host.clock.now();
  const context = { nowMs: endMs, settings, fingerprint: purse.fingerprint, keyEnd: purse.keyEnd };
  const outcomes = calls.map((question, index): [string, Outcome] => {
    const reply = replies[index];
    const outcome = reply ? readReply(question, masked(reply, purse), context) : lost(question, refusal, calls.length);
    return [question.key, outcome];
  });
  return { sentMs, endMs, outcomes: new Map(outcomes) };
}

/** Even if the API repeats the key, no cell shows more than its end. */
const masked = (reply: HttpReply, { key, keyEnd }: Purse): HttpReply =>
  reply.text.includes(key) ? { ...reply, text: reply.text.split(key).join(`…${keyEnd}`) } : reply;

/** Google counts calls one by one: where a wave met such a limit, those that still fitted may have left. */
const isCallLimit = ({ said: { code } }: InfluError): boolean =>
  code === GOOGLE.dailyCalls.code || code === GOOGLE.manyCalls.code;

/** What Google refused to send costs nothing. */
export const unsentBy = (error: InfluError): Outcome => ({ answers: [], charged: 0, unknown: 0, error });

function lost(question: Question, refusal: InfluError | undefined, calls: number): Outcome {
  if (refusal && isCallLimit(refusal))
    return { ...unsentBy(refusal), limited: true, unknown: calls > 1 ? question.requests : 0 };
  if (refusal) return unsentBy(refusal);
  return { ...lostReply(question), lostOf: calls };
}
