import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { column, ordinaryHandles, tally } from '../setup/creators';
import { ledgerOf } from '../setup/ledger';

const BREAKS = 'breaks.always';
const DAY_MS = 86_400_000;

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 2000 } });
});
afterEach(() => addon.close());

const engagement = async (handles: readonly string[]): Promise<Record<string, number>> =>
  tally(((await addon.shown('INFLU_ENGAGEMENT', 'instagram', column(handles))) as unknown[][]).flat());

/** Google refuses the request of this creator, and with it every wave that it is in; the others have been charged. */
function breakAlways(): void {
  addon.standin.faults.add({ endpoint: 'getUserData', creator: BREAKS, lost: 'before-charge' });
}

test('a call that always breaks costs its wave one repeat: the others come, each within the caps, and it alone is lost', async () => {
  breakAlways();
  const handles = [BREAKS, ...ordinaryHandles(addon.standin, 24)];
  expect(await engagement(handles)).toEqual({ number: 24, [UNREACHABLE]: 1 });
  // The balance was read first, so the first wave had 24 calls.
  expect(ledgerOf(addon)).toEqual({ charged: 24, unknown: 24 + 1 });
  const charged = addon.charged();
  expect(await engagement(handles)).toEqual({ number: 24, [UNREACHABLE]: 1 });
  expect(addon.charged()).toBe(charged);
});

const UNREACHABLE =
  "We couldn't reach influData. Check your connection and try again; Usage in the menu shows whether you were charged.";

test('the repeats stay within the cap', async () => {
  addon.setSettings({ maxFormulaRequestsPerDay: 40 });
  breakAlways();
  await engagement([BREAKS, ...ordinaryHandles(addon.standin, 24)]);
  const { charged, unknown } = ledgerOf(addon);
  expect(charged).toBe(15);
  expect(charged + unknown).toBe(40);
});

test('what cannot be sent is refused before, with a sentence, and fails nobody else', async () => {
  const handles = ordinaryHandles(addon.standin, 24);
  expect(await engagement(['uid:\ud83d', ...handles])).toEqual({
    number: 24,
    'The text is cut off in the middle of a character. Type it again.': 1,
  });
  expect(await addon.shown('INFLU_CITIES', 'é'.repeat(400))).toMatch(/too long for Google to send/);
  expect(ledgerOf(addon)).toEqual({ charged: 24, unknown: 0 });
});

const LIMIT =
  "You've reached Google's daily limit of web calls. Go on tomorrow; Usage in the menu shows whether you were charged.";

// Without a client id there is no balance to read first, and the pace is a trial key's.
test.each([
  ['with', 10],
  ['without', 1],
])(
  "Google's daily limit that ends within a wave, %s a client id: what may have left counts, once, however often it is tried again",
  async (which, left) => {
    if (which === 'without') addon.emulator.stores.properties('document').delete('INFLUDATA_CLIENT_ID');
    const { quotas, clock } = addon.emulator;
    const handles = ordinaryHandles(addon.standin, 30);
    await engagement(handles.slice(0, 1));
    const [owner, kind] = [addon.emulator.users.owner, 'urlFetchCalls'] as const;
    quotas.spend(owner, kind, quotas.limit(kind) - quotas.used(owner, kind) - left);
    expect(await engagement(handles)).toEqual({ number: 1, [LIMIT]: 29 });
    expect(addon.charged()).toBe(1 + left);
    const lost = ledgerOf(addon);
    for (let round = 0; round < 2; round++) expect(await engagement(handles)).toEqual({ number: 1, [LIMIT]: 29 });
    expect(ledgerOf(addon)).toEqual(lost);
    clock.advance(DAY_MS);
    await engagement(handles);
    clock.advance(DAY_MS / 24);
    expect(await engagement(handles)).toEqual({ number: 30 });
    expect(addon.charged()).toBe(1 + left + 29);
    expect(ledgerOf(addon)).toEqual({ ...lost, charged: 30 });
  },
);
