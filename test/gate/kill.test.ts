import { describe, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { column, ordinaryHandles, tally } from '../setup/creators';
import { callsOf, killAt, killPoints } from '../setup/kill';
import { expectLedgerToAgree, ledgerOf } from '../setup/ledger';

const CREATORS = 30; // two waves at 25 a second
const CAP = 2 * CREATORS + 5;

const calculate = (addon: Addon, handles: readonly string[]): Promise<unknown> =>
  addon.shown('INFLU_ENGAGEMENT', 'instagram', column(handles));

async function prepared(): Promise<{ addon: Addon; handles: string[] }> {
  const addon = await createAddon({ standin: { creators: 2000 } });
  addon.setSettings({ maxFormulaRequestsPerDay: CAP });
  return { addon, handles: ordinaryHandles(addon.standin, CREATORS) };
}

/** The service calls of an undisturbed calculation. */
async function callsOfOneRun(): Promise<string[]> {
  const { addon, handles } = await prepared();
  const calls = await callsOf(addon, () => calculate(addon, handles));
  await addon.close();
  return calls;
}

const points = killPoints(await callsOfOneRun(), /fetchAll|set|put|Lock|remove/);

describe('killed at any single point, everything calculated again', () => {
  test.each(points)('$phase call $index, $call: only what was in flight is paid again', async (point) => {
    const { addon, handles } = await prepared();
    const inFlight = killAt(addon, point, 'profile');
    await calculate(addon, handles);
    expect(inFlight()).toBeDefined();
    expectLedgerToAgree(addon);
    expect(ledgerOf(addon).charged + ledgerOf(addon).unknown).toBeLessThanOrEqual(CAP);

    // Half a minute later the dead execution's leases are over.
    for (let round = 0; round < 3; round++) {
      addon.emulator.clock.advance(40_000);
      await calculate(addon, handles);
    }
    expect(tally(((await calculate(addon, handles)) as unknown[][]).flat())).toEqual({ number: CREATORS });
    expect(addon.charged()).toBe(CREATORS + (inFlight() ?? 0));
    expect(addon.charged()).toBeLessThanOrEqual(CAP);
    await addon.close();
  });
});

test('what died in flight counts as spent for good, whatever the balance says', async () => {
  const { addon, handles } = await prepared();
  addon.setSettings({ maxFormulaRequestsPerDay: 500 });
  // The balance must have been known before: otherwise there is nothing to compare with.
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', ordinaryHandles(addon.standin, 43)[42]);
  let isDead = false;
  addon.emulator.faults.intercept = (call) => {
    if (isDead || call.method !== 'fetchAll' || call.phase !== 'after' || addon.charged() < 2) return undefined;
    isDead = true;
    return { kill: true };
  };
  await calculate(addon, handles);
  addon.emulator.clock.advance(15 * 60_000);
  expect(addon.charged()).toBeGreaterThan(1);
  expect(ledgerOf(addon).unknown).toBe(CREATORS);
  await calculate(addon, handles);
  // This one reads the balance, alone and before anything else.
  addon.emulator.clock.advance(15 * 60_000);
  for (const handle of ordinaryHandles(addon.standin, 42).slice(40))
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
  expect(ledgerOf(addon).unknown).toBe(CREATORS);
  await addon.close();
});
