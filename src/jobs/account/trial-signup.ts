import { requestTrialKey, verifyTrialKey } from '../../api/trial';
import { badInput } from '../../core/error';
import type { Host } from '../../core/ports';
import { isRecord, parseJson } from '../../core/text';
import { MINUTE_MS } from '../../core/time';
import { TRIAL } from '../../schema/said-text';
import type { PropertyValues } from '../../gate/property-pieces';
import { storeKey } from './key-store';

/** A sign-up that waits for its code; kept for this person, so that it survives a closed sidebar. */
export interface PendingSignup {
  email: string;
  company: string;
  /** The code works until then. */
  codeUntilMs: number;
}

const PROPERTY = 'INFLUDATA_SIGNUP';

export function pendingSignup(user: PropertyValues): PendingSignup | undefined {
  const stored = parseJson(user[PROPERTY] ?? '');
  return isRecord(stored) && typeof stored['email'] === 'string' && typeof stored['codeUntilMs'] === 'number'
    ? { email: stored['email'], company: String(stored['company'] ?? ''), codeUntilMs: stored['codeUntilMs'] }
    : undefined;
}

/** Has a code sent; again sends a fresh one. Free. */
export function requestTrial(host: Host, email: string, company: string): PendingSignup {
  // The code's time begins when influData is asked, not when its answer comes.
  const askedMs = host.clock.now();
  const { codeExpiresInMinutes } = requestTrialKey(host, { email, company });
  const codeUntilMs = askedMs + codeExpiresInMinutes * MINUTE_MS;
  const pending = { email: email.trim(), company: company.trim(), codeUntilMs };
  host.userProperties.setMany({ [PROPERTY]: JSON.stringify(pending) });
  return pending;
}

/** Exchanges the code for a key and stores it for this person. Free. */
export function verifyTrial(host: Host, code: string): void {
  const pending = pendingSignup(host.userProperties.all());
  if (!pending) throw badInput(TRIAL.noCode);
  const { apiKey, clientId, expiresAt } = verifyTrialKey(host, { email: pending.email, code });
  storeKey(host, 'person', { key: apiKey, clientId, endsAt: expiresAt ?? '' });
  dropSignup(host);
}

export const dropSignup = (host: Host): void => host.userProperties.remove(PROPERTY);
