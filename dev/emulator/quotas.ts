import { DAILY } from './limits';

export type QuotaKind = 'urlFetchCalls' | 'propertyCalls' | 'triggerRuntimeMs';

/** What each user has used of the daily quotas. A window begins with the first request and lasts 24 hours. */
export interface Quotas {
  /** False, and nothing is booked, if it would exceed the quota. */
  spend(user: string, kind: QuotaKind, amount: number): boolean;
  used(user: string, kind: QuotaKind): number;
  limit(kind: QuotaKind): number;
}

export function createQuotas(account: 'consumer' | 'workspace', nowMs: () => number): Quotas {
  const windows = new Map<string, { sinceMs: number; used: number }>();
  const limits = DAILY[account];

  function windowOf(user: string, kind: QuotaKind): { sinceMs: number; used: number } {
    const key = `${kind} ${user}`;
    let current = windows.get(key);
    if (!current || nowMs() - current.sinceMs >= DAILY.windowMs) {
      current = { sinceMs: nowMs(), used: 0 };
      windows.set(key, current);
    }
    return current;
  }

  return {
    spend(user, kind, amount) {
      const current = windowOf(user, kind);
      if (current.used + amount > limits[kind]) return false;
      current.used += amount;
      return true;
    },
    used(user, kind) {
      const current = windows.get(`${kind} ${user}`);
      return current && nowMs() - current.sinceMs < DAILY.windowMs ? current.used : 0;
    },
    limit: (kind) => limits[kind],
  };
}
