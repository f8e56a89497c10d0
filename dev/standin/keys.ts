import { createWindows, type Windows } from './windows';

export type KeyKind = 'trial' | 'organization';

export interface KeySpec {
  key: string;
  kind: KeyKind;
  clientId: string;
  /** Requests left. */
  balance: number;
  /** Instant from which the key answers 401; trial keys: 14 days after they were added, unless given. */
  expiresAt?: string;
  /** Organization keys: when the month's volume comes back; the first of next month, unless given. */
  resetDate?: string;
  /** The month's volume that comes back; the first balance, unless given. */
  monthlyVolume?: number;
  /** Whether audience reports are enabled; true unless given. */
  audienceReports?: boolean;
  /** What the balance is made of; none unless given. */
  packages?: readonly KeyPackage[];
}

/** As earlier texts show it. */
export interface KeyPackage {
  package: string;
  tokensRemaining: number;
  expirationDate: string;
}

export interface ApiKey {
  key: string;
  kind: KeyKind;
  clientId: string;
  balance: number;
  createdMs: number;
  expiresMs: number;
  resetMs: number;
  monthlyVolume: number;
  audienceReports: boolean;
  packages: readonly KeyPackage[];
  windows: Windows;
}

/** "Production: 25 req/s, 1,000 req/min; trial: 2 req/s, 60 req/min" (contract, Rate limits). */
export const BURST_LIMITS: Record<KeyKind, { perSecond: number; perMinute: number }> = {
  trial: { perSecond: 2, perMinute: 60 },
  organization: { perSecond: 25, perMinute: 1000 },
};

/** "250 requests, valid 14 days" (contract, Authentication). */
export const TRIAL_REQUESTS = 250;
export const TRIAL_DAYS = 14;
const DAY_MS = 86_400_000;

/** Keys that every stand-in knows from the start. They open nothing else. */
export const DEMO_ORGANIZATION_KEY = 'demo-organization-key-0000000000000001';
export const DEMO_ORGANIZATION_CLIENT_ID = 'demo-organization';
const DEMO_ORGANIZATION_BALANCE = 10_000;
export const DEMO_TRIAL_KEY = 'demo-trial-key-0000000000000002';
export const DEMO_TRIAL_CLIENT_ID = 'trial-dEm0kEy001';

export type Keys = ReturnType<typeof createKeys>;

/** The keys and their balances. `now` dates what is added without dates. */
export function createKeys(now: () => number) {
  const all = new Map<string, ApiKey>();

  function add(spec: KeySpec): ApiKey {
    const createdMs = now();
    const key: ApiKey = {
      key: spec.key,
      kind: spec.kind,
      clientId: spec.clientId,
      balance: spec.balance,
      createdMs,
      expiresMs:
        spec.expiresAt !== undefined
          ? Date.parse(spec.expiresAt)
          : spec.kind === 'trial'
            ? createdMs + TRIAL_DAYS * DAY_MS
            : Infinity,
      resetMs:
        spec.kind === 'trial'
          ? Infinity
          : spec.resetDate !== undefined
            ? Date.parse(spec.resetDate)
            : nextMonth(createdMs, true),
      monthlyVolume: spec.monthlyVolume ?? spec.balance,
      audienceReports: spec.audienceReports ?? true,
      packages: spec.packages ?? [],
      windows: createWindows(BURST_LIMITS[spec.kind]),
    };
    all.set(spec.key, key);
    return key;
  }

  add({
    key: DEMO_ORGANIZATION_KEY,
    kind: 'organization',
    clientId: DEMO_ORGANIZATION_CLIENT_ID,
    balance: DEMO_ORGANIZATION_BALANCE,
  });
  add({ key: DEMO_TRIAL_KEY, kind: 'trial', clientId: DEMO_TRIAL_CLIENT_ID, balance: TRIAL_REQUESTS });

  return {
    add,
    /** The key, or undefined; does not renew its volume. */
    get: (key: string): ApiKey | undefined => all.get(key),
    list: (): ApiKey[] => [...all.values()],
    remove: (key: string): void => void all.delete(key),
    setBalance: (key: string, balance: number): void => {
      const known = all.get(key);
      if (!known) throw new Error(`no such key: ${key}`);
      known.balance = balance;
    },
    /** The key as of an instant: past its reset date the month's volume is back. */
    at: (key: string, atMs: number): ApiKey | undefined => {
      const known = all.get(key);
      if (!known || known.resetMs > atMs) return known;
      known.balance = known.monthlyVolume;
      for (let resetMs = known.resetMs; resetMs <= atMs; resetMs = nextMonth(resetMs, false))
        known.resetMs = nextMonth(resetMs, false);
      return known;
    },
  };
}

/** A month later: the same day and time, or the month's first midnight in UTC. */
function nextMonth(ms: number, first: boolean): number {
  const date = new Date(ms);
  if (first) return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.getTime();
}
