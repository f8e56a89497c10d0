import { drawText, DIGITS } from './draw';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "The code expires after 15 minutes", "Maximum 5 attempts per code" (contract). */
export const CODE_MINUTES = 15;
export const CODE_ATTEMPTS = 5;

/** The contract names these limits without their sizes; a test may set others. */
export interface SignupLimits {
  codesPerIpAnHour: number;
  codesPerInboxAnHour: number;
  attemptsPerIpAnHour: number;
  /** Of all inboxes together, over which 503 answers. */
  codesADay: number;
}

export interface PendingCode {
  code: string;
  expiresMs: number;
  wrongAttempts: number;
}

export type TrialSignup = ReturnType<typeof createTrialSignup>;

/** State of the sign-up: pending codes and issued keys by inbox, and counters that slide. */
export function createTrialSignup(seed: number) {
  const pending = new Map<string, PendingCode>();
  const issued = new Set<string>();
  const events = new Map<string, number[]>();
  const limits: SignupLimits = {
    codesPerIpAnHour: 10,
    codesPerInboxAnHour: 5,
    attemptsPerIpAnHour: 30,
    codesADay: 500,
  };
  let codes = 0;

  /** Counts an event unless its limit is reached within the window. */
  function admit(name: string, limit: number, windowMs: number, atMs: number): boolean {
    const recent = (events.get(name) ?? []).filter((each) => each > atMs - windowMs);
    if (recent.length >= limit) return false;
    events.set(name, [...recent, atMs]);
    return true;
  }

  return {
    limits,
    isIssued: (inbox: string): boolean => issued.has(inbox),
    admitGlobally: (atMs: number): boolean => admit('codes', limits.codesADay, DAY_MS, atMs),
    admitIp: (ip: string, atMs: number): boolean => admit(`ip ${ip}`, limits.codesPerIpAnHour, HOUR_MS, atMs),
    admitInbox: (inbox: string, atMs: number): boolean =>
      admit(`inbox ${inbox}`, limits.codesPerInboxAnHour, HOUR_MS, atMs),
    admitAttempt: (ip: string, atMs: number): boolean =>
      admit(`attempt ${ip}`, limits.attemptsPerIpAnHour, HOUR_MS, atMs),
    /** A fresh code with fresh attempts; the one before is void. */
    newCode(inbox: string, atMs: number): string {
      codes += 1;
      const code = drawText(DIGITS, 6, seed, codes, 1301);
      pending.set(inbox, { code, expiresMs: atMs + CODE_MINUTES * MINUTE_MS, wrongAttempts: 0 });
      return code;
    },
    pendingOf: (inbox: string): PendingCode | undefined => pending.get(inbox),
    issue(inbox: string): void {
      pending.delete(inbox);
      issued.add(inbox);
    },
    /** How many codes were made; numbers the keys. */
    codeCount: (): number => codes,
  };
}

const DISPOSABLE_DOMAINS = new Set([
  'mailinator.com',
  '10minutemail.com',
  'guerrillamail.com',
  'tempmail.com',
  'yopmail.com',
  'trashmail.com',
  'sharklasers.com',
  'getnada.com',
]);

/** Lower case, without a plus-alias: "plus-aliases count as the same inbox". Undefined where it is no address. */
export function inboxOf(email: unknown): string | undefined {
  if (typeof email !== 'string' || email.length > 254) return undefined;
  const [, local, domain] = /^([^\s@]+)@([^\s@]+\.[^\s@.]{2,})$/.exec(email.trim().toLowerCase()) ?? [];
  if (local === undefined || domain === undefined || local.startsWith('+')) return undefined;
  return `${local.replace(/\+.*$/, '')}@${domain}`;
}

export function isDisposable(inbox: string): boolean {
  return DISPOSABLE_DOMAINS.has(inbox.slice(inbox.indexOf('@') + 1));
}
