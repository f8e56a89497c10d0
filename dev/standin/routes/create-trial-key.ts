import { ApiError } from '../api-error';
import type { Answer, Call } from '../call';
import { CODE_MINUTES, inboxOf, isDisposable, type TrialSignup } from '../trial-signup';
import type { World } from '../world';

const COMPANY_MAX_CHARACTERS = 120;
export const PUBLIC_BASE_URL = 'https://app.infludata.com/api/externalAPI';

/** POST createTrialKey, without a key and free: 200, 400, 409, 429, 503. Only a request that passes the checks before counts against a limit. */
export function createCreateTrialKey(signup: TrialSignup) {
  return ({ body, atMs, ip }: Call, { mailbox }: World): Answer => {
    const { email, company } = (typeof body === 'object' && body !== null ? body : {}) as {
      email?: unknown;
      company?: unknown;
    };
    const inbox = inboxOf(email);
    if (inbox === undefined) throw new ApiError(400, 'A valid email address is required');
    if (isDisposable(inbox)) throw new ApiError(400, 'Disposable email addresses are not accepted');
    if (company !== undefined && (typeof company !== 'string' || company.length > COMPANY_MAX_CHARACTERS)) {
      throw new ApiError(400, `company must be text of at most ${COMPANY_MAX_CHARACTERS} characters`);
    }
    if (signup.isIssued(inbox)) throw new ApiError(409, 'A trial key was already issued for this email');
    if (!signup.admitIp(ip, atMs) || !signup.admitInbox(inbox, atMs))
      throw new ApiError(429, 'Too many signup requests. Try again later.');
    if (!signup.admitGlobally(atMs)) throw new ApiError(503, 'Trial signups are temporarily closed. Try again later.');

    const to = (email as string).trim();
    const code = signup.newCode(inbox, atMs);
    mailbox.send({
      to,
      subject: 'Your influData verification code',
      text: `Your code is ${code}. It expires in ${CODE_MINUTES} minutes.`,
      code,
      atMs,
    });
    return {
      status: 200,
      body: {
        success: true,
        message: `A 6-digit verification code was sent to ${to}. It expires in ${CODE_MINUTES} minutes.`,
        nextStep: {
          method: 'POST',
          url: `${PUBLIC_BASE_URL}/verifyTrialKey`,
          body: { email: to, code: '<6-digit code from the email>' },
        },
        codeExpiresInMinutes: CODE_MINUTES,
      },
    };
  };
}
