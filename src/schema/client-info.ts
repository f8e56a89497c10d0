import { DAY_MS, instantMs } from '../core/time';
import { isBlank, isRecord } from '../core/text';
import { firstAt, readAs, unreadable } from './wire';

/** A separately bought part of the budget, and when it expires. */
export interface KeyPackage {
  name: string;
  left?: number;
  /** ISO 8601. */
  expiresAt?: string;
}

/** getClientInfo: the requests left on the key, and what else the answer says. */
export interface ClientInfo {
  requestsLeft: number;
  createdDate?: string;
  clientId?: string;
  packages?: KeyPackage[];
  /** ISO 8601. */
  lastUsed?: string;
}

const MOST_PACKAGES = 8;
const LONGEST_NAME = 60;

/** Earlier texts show `reports: [{package, tokensRemaining, expirationDate}]`; what cannot be read is left out. */
const packagesIn = (reports: unknown): KeyPackage[] =>
  (Array.isArray(reports) ? reports : []).filter(isRecord).flatMap((entry): KeyPackage[] => {
    const name = readAs('text', firstAt([entry], ['package', 'name', 'label', 'type']));
    const left = readAs('number', firstAt([entry], ['tokensRemaining', 'remaining', 'left', 'reportsLeft']));
    const date = firstAt([entry], ['expirationDate', 'expiresAt', 'expires', 'validUntil']);
    const expiresAt = date === undefined ? undefined : readAs('date', date);
    if (name === undefined && left === undefined) return [];
    return [
      {
        name: String(name ?? 'Package').slice(0, LONGEST_NAME),
        ...(typeof left === 'number' ? { left } : {}),
        ...(typeof expiresAt === 'string' ? { expiresAt } : {}),
      },
    ];
  });

/** "250 requests, valid 14 days" (contract, Authentication). */
const TRIAL_DAYS = 14;

/** When a trial key ends, counted from the day it was made. Undefined without that day, or if the client id is no trial's. */
export function trialEnd({ createdDate }: ClientInfo, clientId: string): string | undefined {
  const createdMs = instantMs(createdDate);
  return createdMs === undefined || !clientId.startsWith('trial-')
    ? undefined
    : new Date(createdMs + TRIAL_DAYS * DAY_MS).toISOString();
}

export function parseClientInfo(body: unknown): ClientInfo {
  if (!isRecord(body)) throw unreadable();
  const requestsLeft = readAs('number', body['reportsLeft']);
  if (typeof requestsLeft !== 'number') throw unreadable();
  const packages = packagesIn(body['reports']).slice(0, MOST_PACKAGES);
  const [clientId, createdDate, lastUsed] = [
    readAs('text', body['clientId']),
    ...[body['createdDate'], body['lastUsed']].map((date) => (isBlank(date) ? undefined : readAs('date', date))),
  ];
  return {
    requestsLeft,
    ...(typeof createdDate === 'string' ? { createdDate } : {}),
    ...(typeof clientId === 'string' && clientId !== '' ? { clientId } : {}),
    ...(packages.length > 0 ? { packages } : {}),
    ...(typeof lastUsed === 'string' ? { lastUsed } : {}),
  };
}
