import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { CLIENT_ID, createAddon, KEY, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { expectLedgerToAgree } from '../setup/ledger';

/** The file's add-on, as good as new in each test. */
export let addon: Addon;
/** Ordinary public Instagram creators. */
export let handles: readonly string[];

export const BALANCE = 100_000;
/** After this no window of the API counts what the test before has sent. */
const QUIET_MS = 2 * 60_000;

/**
 * One add-on for a whole file, because a new one costs 100 ms: before each test its stores, faults and charges are
 * emptied, which is what a new document is. After each test the ledger must agree with what the API charged.
 */
export function shareAddon(): void {
  beforeAll(async () => {
    addon = await createAddon();
    handles = ordinaryHandles(addon.standin, 12);
  });
  beforeEach(() => {
    addon.emulator.stores.properties('user', addon.emulator.users.owner).clear();
    addon.emulator.stores.properties('document').clear();
    addon.forgetCache();
    addon.standin.faults.clear();
    addon.standin.charges.clear();
    addon.standin.start();
    addon.standin.shape = 'flat';
    addon.standin.manners.errorStyle = 'text';
    addon.emulator.clock.advance(QUIET_MS);
    addon.standin.keys.setBalance(KEY, BALANCE);
    addon.setProperty('INFLUDATA_API_KEY', KEY);
    addon.setProperty('INFLUDATA_CLIENT_ID', CLIENT_ID);
  });
  afterEach(() => expectLedgerToAgree(addon));
  afterAll(() => addon.close());
}

/** Requests that reached the API, those for the balance left out. */
export const sent = (endpoint?: string): number =>
  addon.standin.charges
    .requests(endpoint)
    .filter((request) => endpoint !== undefined || request.endpoint !== 'getClientInfo').length;

/** What a single value shows, also where the formula makes rows of it. */
export const corner = (shown: unknown): unknown => (Array.isArray(shown) ? (shown as unknown[][])[0]?.[0] : shown);
