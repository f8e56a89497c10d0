import { ApiError } from '../api-error';
import type { Answer, Call } from '../call';
import { BASE64_URL, drawText } from '../draw';
import { BURST_LIMITS, TRIAL_DAYS, TRIAL_REQUESTS } from '../keys';
import { CODE_ATTEMPTS, inboxOf, type TrialSignup } from '../trial-signup';
import type { World } from '../world';
import { PUBLIC_BASE_URL } from './create-trial-key';

const DAY_MS = 86_400_000;
const LETTERS_AND_DIGITS = BASE64_URL.slice(0, 62);

/**
 * POST verifyTrialKey, without a key and free: 201 with the key, 400, 401 with attemptsRemaining, 404, 410, 429.
 * Five wrong codes answer 401 (4, 3, 2, 1, 0 remaining); from then on even the right one answers 429 until a fresh
 * code is asked for.
 */
export function createVerifyTrialKey(signup: TrialSignup) {
  return ({ body, atMs, ip }: Call, { seed, keys, mailbox }: World): Answer => {
    const { email, code } = (typeof body === 'object' && body !== null ? body : {}) as {
      email?: unknown;
      code?: unknown;
    };
    const inbox = inboxOf(email);
    if (inbox === undefined || typeof code !== 'string' || !/^\d{6}$/.test(code))
      throw new ApiError(400, 'email and a 6-digit code are required');
    if (!signup.admitAttempt(ip, atMs)) throw new ApiError(429, 'Too many verification attempts. Try again later.');
    const pending = signup.pendingOf(inbox);
    if (!pending) throw new ApiError(404, 'No pending verification for this email. Request a code first.');
    if (pending.expiresMs <= atMs) throw new ApiError(410, 'The code has expired. Request a new one.');
    if (pending.wrongAttempts >= CODE_ATTEMPTS)
      throw new ApiError(429, 'Too many incorrect attempts. Request a new code.');
    if (code !== pending.code) {
      pending.wrongAttempts += 1;
      throw new ApiError(401, 'Incorrect code', { attemptsRemaining: CODE_ATTEMPTS - pending.wrongAttempts });
    }

    const serial = signup.codeCount();
    const apiKey = `sk_trial_${drawText(LETTERS_AND_DIGITS, 40, seed, serial, 1302)}`;
    const clientId = `trial-${drawText(LETTERS_AND_DIGITS, 10, seed, serial, 1303)}`;
    const expiresAt = new Date(atMs + TRIAL_DAYS * DAY_MS).toISOString();
    signup.issue(inbox);
    keys.add({ key: apiKey, kind: 'trial', clientId, balance: TRIAL_REQUESTS, expiresAt });
    mailbox.send({
      to: (email as string).trim(),
      subject: 'Your influData trial key',
      text: `API key: ${apiKey}\nClient id: ${clientId}\nValid until ${expiresAt}`,
      atMs,
    });
    return {
      status: 201,
      body: {
        success: true,
        apiKey,
        clientId,
        expiresAt,
        requestsIncluded: TRIAL_REQUESTS,
        rateLimit: BURST_LIMITS.trial,
        baseUrl: PUBLIC_BASE_URL,
        quickstart: `curl -H "Authorization: Bearer <apiKey>" "${PUBLIC_BASE_URL}/getUserData?platform=instagram&username=cristiano"`,
      },
    };
  };
}
