import { badInput, InfluError, type ErrorCode } from '../core/error';
import type { Host, HttpReply } from '../core/ports';
import { parseJson } from '../core/text';
import type { Said } from '../core/said';
import { SECOND_MS } from '../core/time';
import { parseRefusal } from '../schema/api-error';
import { TRIAL } from '../schema/said-text';
import { parseTrialKey, parseTrialRequested, type TrialKey } from '../schema/trial-key';
import { httpRequest } from './endpoint';

/**
 * Signing up for a trial key is free and needs no key, so it has no purse and no gate. After a fault at influData's
 * side a code is asked for once more, because a second one replaces the first. It is exchanged for a key only once.
 */
type TrialHost = Pick<Host, 'transport' | 'clock'>;
type Step = 'createTrialKey' | 'verifyTrialKey';

const TIMEOUT_SECONDS = 30;
const LONGEST_EMAIL = 254;
const LONGEST_COMPANY = 120;

/** Every status of both steps (contract, Response codes). The API's own words stay out: they could repeat the code. */
const CODES: Record<number | 'lost' | 'unreadable', ErrorCode> = {
  400: 'rejected',
  401: 'rejected',
  404: 'rejected',
  409: 'rejected',
  410: 'rejected',
  429: 'busy',
  503: 'apiDown',
  lost: 'unreachable',
  unreadable: 'unreadable',
};

/** Has a six-digit code sent to the address. Free. Throws `badInput` before anything is sent, or what the table `TRIAL` says. */
export function requestTrialKey(
  host: TrialHost,
  { email, company = '' }: { email: string; company?: string },
): { codeExpiresInMinutes: number } {
  const name = company.trim();
  if (name.length > LONGEST_COMPANY) throw badInput(TRIAL.longCompany(LONGEST_COMPANY));
  const body = { email: readEmail(email), ...(name === '' ? {} : { company: name }) };
  return call(host, 'createTrialKey', body, parseTrialRequested);
}

/** Exchanges the code for the key; five attempts a code. Free. Throws like `requestTrialKey`. */
export function verifyTrialKey(host: TrialHost, { email, code }: { email: string; code: string }): TrialKey {
  const digits = code.replace(/[\s\u2010-\u2015-]/g, '');
  if (!/^\d{6}$/.test(digits)) throw badInput(TRIAL.sixDigits);
  return call(host, 'verifyTrialKey', { email: readEmail(email), code: digits }, parseTrialKey);
}

/** Checks loosely, because influData knows better and says so. */
function readEmail(email: string): string {
  const text = email.trim();
  if (text.length <= LONGEST_EMAIL && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text;
  throw badInput(TRIAL.noAddress);
}

const REPEATABLE: Step = 'createTrialKey';
const REPEAT_AFTER_MS = SECOND_MS;
/** 503 says that there are no more keys for the moment (contract, createTrialKey). */
const isFault = (status: number): boolean => status >= 500 && status !== 503;

function call<T>(
  { transport, clock }: TrialHost,
  step: Step,
  body: Record<string, unknown>,
  read: (body: unknown) => T | undefined,
): T {
  const send = (): HttpReply => {
    let reply: HttpReply | undefined;
    try {
      [reply] = transport.fetchAll([httpRequest({ endpoint: step, body }, '', TIMEOUT_SECONDS)]);
    } catch (error) {
      if (error instanceof InfluError) throw error;
    }
    if (!reply) throw refusal(step, 'lost');
    return reply;
  };
  let reply = send();
  if (isFault(reply.status) && step === REPEATABLE) {
    clock.sleep(REPEAT_AFTER_MS);
    reply = send();
  }
  if (reply.status >= 300) throw refusal(step, reply.status, parseRefusal(reply.text).attemptsRemaining);
  const answer = read(parseJson(reply.text));
  if (answer === undefined) throw refusal(step, 'unreadable');
  return answer;
}

function refusal(step: Step, outcome: number | 'lost' | 'unreadable', left?: number): InfluError {
  const sentences: Partial<Record<number | string, Said | ((left?: number) => Said)>> = TRIAL[step];
  const code = CODES[outcome];
  const said = sentences[outcome];
  if (code !== undefined && said !== undefined)
    return new InfluError(code, typeof said === 'function' ? (left === undefined ? said() : said(left)) : said);
  const status = Number(outcome);
  return status >= 500
    ? new InfluError('apiDown', TRIAL.apiDown(status))
    : new InfluError('rejected', TRIAL.rejected(status));
}
