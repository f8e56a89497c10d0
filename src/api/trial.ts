import { badInput, InfluError, type ErrorCode } from '../core/error';
import type { Host, HttpReply } from '../core/ports';
import { parseJson } from '../core/text';
import { SECOND_MS } from '../core/time';
import { parseRefusal } from '../schema/api-error';
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

const BY_MAIL =
  'If a key was issued, it is in your mailbox too: paste it in Extensions > influData > API key. Otherwise enter the code again.';

/** Every status of both steps (contract, Response codes). The API's own words stay out: they could repeat the code. */
const REFUSALS: Record<Step, Record<number | 'lost' | 'unreadable', readonly [code: ErrorCode, message: string]>> = {
  createTrialKey: {
    400: [
      'rejected',
      'influData does not accept this e-mail address: it is invalid or disposable. Use your work address.',
    ],
    409: [
      'rejected',
      'A trial key was already issued for this e-mail address. Look for it in your mailbox and paste it in Extensions > influData > API key.',
    ],
    429: [
      'busy',
      "influData takes no more sign-ups from here for now, and it need not be you: Google's servers are shared with others. Use the last code that came, or try again in an hour.",
    ],
    503: ['apiDown', 'influData issues no more trial keys for the moment. Try again tomorrow.'],
    lost: [
      'unreachable',
      'influData could not be reached. If no code comes by e-mail, check the connection and try again.',
    ],
    unreadable: ['unreadable', "influData sent a reply we couldn't read. If no code comes by e-mail, try again later."],
  },
  verifyTrialKey: {
    400: ['rejected', 'influData does not accept this e-mail address or code. Compare both with the e-mail that came.'],
    401: ['rejected', 'This code is wrong.'],
    404: ['rejected', 'No code is waiting for this e-mail address. Ask for one first.'],
    410: ['rejected', 'This code has expired. Ask for a new one.'],
    429: [
      'busy',
      "influData takes no more tries for now: five codes were wrong, or others on Google's shared servers tried too often. Ask for a new code; if that is refused too, try again in an hour.",
    ],
    lost: ['unreachable', `The connection to influData was lost. ${BY_MAIL}`],
    unreadable: ['unreadable', `influData sent a reply we couldn't read. ${BY_MAIL}`],
  },
};

/** Has a six-digit code sent to the address. Free. Throws `badInput` before anything is sent, or what `REFUSALS` says. */
export function requestTrialKey(
  host: TrialHost,
  { email, company = '' }: { email: string; company?: string },
): { codeExpiresInMinutes: number } {
  const name = company.trim();
  if (name.length > LONGEST_COMPANY)
    throw badInput(`The company's name is too long: at most ${LONGEST_COMPANY} characters.`);
  const body = { email: readEmail(email), ...(name === '' ? {} : { company: name }) };
  return call(host, 'createTrialKey', body, parseTrialRequested);
}

/** Exchanges the code for the key; five attempts a code. Free. Throws like `requestTrialKey`. */
export function verifyTrialKey(host: TrialHost, { email, code }: { email: string; code: string }): TrialKey {
  const digits = code.replace(/[\s\u2010-\u2015-]/g, '');
  if (!/^\d{6}$/.test(digits)) throw badInput('The code has six digits. Copy it from the e-mail.');
  return call(host, 'verifyTrialKey', { email: readEmail(email), code: digits }, parseTrialKey);
}

/** Checks loosely, because influData knows better and says so. */
function readEmail(email: string): string {
  const text = email.trim();
  if (text.length <= LONGEST_EMAIL && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text;
  throw badInput('This is not an e-mail address. Enter one like name@company.com.');
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
  if (reply.status >= 300) throw refusal(step, reply.status, attemptsText(reply));
  const answer = read(parseJson(reply.text));
  if (answer === undefined) throw refusal(step, 'unreadable');
  return answer;
}

function refusal(step: Step, outcome: number | 'lost' | 'unreadable', more = ''): InfluError {
  const [code, message] = REFUSALS[step][outcome] ?? unlisted(Number(outcome));
  return new InfluError(code, message + more);
}

const unlisted = (status: number): readonly [ErrorCode, string] =>
  status >= 500
    ? ['apiDown', `influData has a problem at its side (${status}). Try again in a few minutes.`]
    : ['rejected', `influData did not accept this (${status}). Try again later.`];

/** How often a person may still try, which a 401 says. */
function attemptsText({ status, text }: HttpReply): string {
  if (status !== 401) return '';
  const { attemptsRemaining: left } = parseRefusal(text);
  if (left === undefined) return ' Copy it from the last e-mail and try again.';
  if (left <= 0) return ' No attempts are left: ask for a new code.';
  return ` ${left} attempt${left === 1 ? ' is' : 's are'} left: copy it from the last e-mail.`;
}
