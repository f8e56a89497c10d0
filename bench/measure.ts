import { DEMO_TRIAL_CLIENT_ID, DEMO_TRIAL_KEY } from '../dev/standin/standin';
import { createAddon, type Addon } from '../test/setup/addon';

export type KeyKind = 'organization' | 'trial';

export const MINUTE_MS = 60_000;
export const perMinute = (count: number, ms: number): number => (count / ms) * MINUTE_MS;

/** What the API lets a key send in a minute (contract, rate limits). */
export const MOST_A_MINUTE: Record<KeyKind, number> = { organization: 1000, trial: 60 };
export const API_LIMIT = 'the API, requests a minute';

/** A document without caps of its own, on a key of that kind, with so many creators in the database. */
export async function benched(kind: KeyKind, latencyMs: number, creators = 40_000): Promise<Addon> {
  const addon = await createAddon({ account: 'workspace', standin: { creators, latencyMs } });
  if (kind === 'trial') {
    addon.standin.keys.setBalance(DEMO_TRIAL_KEY, 100_000);
    addon.setProperty('INFLUDATA_API_KEY', DEMO_TRIAL_KEY);
    addon.setProperty('INFLUDATA_CLIENT_ID', DEMO_TRIAL_CLIENT_ID);
  }
  addon.setSettings({
    maxRequestsPerRun: 200_000,
    maxRequestsPerDay: 200_000,
    maxFormulaRequestsPerDay: 200_000,
    followersFromStatus: false,
  });
  return addon;
}

const SERVICES = {
  spreadsheet: 'SpreadsheetApp',
  cache: 'CacheService',
  property: 'PropertiesService',
  lock: 'LockService',
  fetch: 'UrlFetchApp',
} as const;

export type Service = keyof typeof SERVICES;
export type Calls = Record<Service, number>;
export const SERVICE_NAMES = Object.keys(SERVICES) as Service[];

/** Calls that take time; what only names a range or a sheet does not. */
const isFree = (name: string): boolean =>
  /\.(getActiveSpreadsheet|getActiveSheet|getRange|getSheets|getSheetById|getSheetByName)$/.test(name);

/** Service calls since the last reset, for each 1,000 of `count`. */
export function callsPerThousand({ counts }: Pick<Addon['emulator'], 'counts'>, count: number): Calls {
  const total = Object.entries(counts.total()).filter(([name]) => !isFree(name));
  const of = (service: string): number =>
    total.reduce((sum, [name, calls]) => (name.startsWith(`${service}.`) ? sum + calls : sum), 0);
  const calls = SERVICE_NAMES.map((name) => [name, (of(SERVICES[name]) / count) * 1000] as const);
  return Object.fromEntries(calls) as Calls;
}
