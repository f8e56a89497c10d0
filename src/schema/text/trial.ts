import { ACCOUNT_PLACE } from './reply';

const BY_MAIL = `If you got a key by e-mail, paste it under ${ACCOUNT_PLACE}. Otherwise enter the code again.`;

function attempts(left: number | undefined): string {
  if (left === undefined) return 'Copy it from the latest e-mail and try again.';
  if (left <= 0) return 'No attempts are left: send a new code.';
  return `${left} attempt${left === 1 ? ' is' : 's are'} left: copy it from the latest e-mail.`;
}

/** Signing up for a trial: what each status of influData means there. */
export const trialEn = () => ({
  createTrialKey: {
    400: "influData doesn't accept this e-mail address: it is invalid or disposable. Use your work address.",
    409: `This e-mail address already has a trial key. Look for it in your inbox and paste it under ${ACCOUNT_PLACE}.`,
    429: "influData takes no more sign-ups from here right now. That may not be you: Google's servers are shared. Use the last code you got, or try again in an hour.",
    503: 'influData has no more trial keys right now. Try again tomorrow.',
    lost: "We couldn't reach influData. If no code arrives, check your connection and try again.",
    unreadable: "influData sent a reply we couldn't read. If no code arrives, try again later.",
  },
  verifyTrialKey: {
    400: "influData doesn't accept this address or code. Compare both with the e-mail.",
    /** `left`: how often one may still try, if somebody said. */
    401: (left?: number): string => `This code is wrong. ${attempts(left)}`,
    404: 'No code is waiting for this e-mail address. Send one first.',
    410: 'This code has expired. Send a new one.',
    429: "Too many tries for now: five wrong codes, or others on Google's shared servers. Send a new code; if that is refused too, try again in an hour.",
    lost: `We lost the connection to influData. ${BY_MAIL}`,
    unreadable: `influData sent a reply we couldn't read. ${BY_MAIL}`,
  },
  apiDown: (status: number): string => `influData has a problem at the moment (${status}). Try again in a few minutes.`,
  rejected: (status: number): string => `influData didn't accept this (${status}). Try again later.`,
  longCompany: (most: number): string => `The company name is too long: at most ${most} characters.`,
  sixDigits: 'The code has six digits. Copy it from the e-mail.',
  noAddress: 'This is not an e-mail address. Enter one like name@company.com.',
  noCode: 'No code is waiting. Send one first.',
});
