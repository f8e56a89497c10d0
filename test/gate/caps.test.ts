import { afterEach, expect, test } from 'vitest';
import { createAddon, KEY, type Addon, type AddonOptions, type FormulaCall } from '../setup/addon';
import { column, ordinaryHandles, tally } from '../setup/creators';
import { expectLedgerToAgree } from '../setup/ledger';

let addon: Addon;
const open = async (options?: AddonOptions): Promise<Addon> => (addon = await createAddon(options));
afterEach(() => addon.close());

const single = (handles: readonly string[]): FormulaCall[] =>
  handles.map((handle) => ['INFLU_ENGAGEMENT', 'instagram', handle]);

test('a cap of 40 holds with 12 executions at once, audience reports among them', async () => {
  await open();
  addon.setSettings({ maxFormulaRequestsPerDay: 40, audienceInFormulas: true });
  const handles = ordinaryHandles(addon.standin, 30);
  const calls = handles.map((handle, index): FormulaCall => [
    index % 10 === 3 ? 'INFLU_AUDIENCE' : 'INFLU_ENGAGEMENT',
    'instagram',
    handle,
  ]);
  for (let round = 0; round < 2; round++) {
    await addon.shownAll(calls);
    expect(addon.charged()).toBeLessThanOrEqual(40);
  }
  // More than the others cost together: a report of 20 was bought among them.
  expect(addon.charged()).toBeGreaterThan(30);
});

test('what a cap refuses says which cap and what to do', async () => {
  await open();
  addon.setSettings({ maxFormulaRequestsPerDay: 2 });
  const shown = (await addon.shown(
    'INFLU_ENGAGEMENT',
    'instagram',
    column(ordinaryHandles(addon.standin, 3)),
  )) as unknown[][];
  expect(shown[2]).toEqual(["budget reached: today's cap of 2 requests for formulas. Raise it under Account."]);
  expect(addon.charged()).toBe(2);
});

test("the day of a cap ends at midnight in the spreadsheet's time zone", async () => {
  await open({ timeZone: 'America/New_York', startAt: '2026-11-24T04:00:00Z' });
  addon.setSettings({ maxFormulaRequestsPerDay: 1 });
  const [first, second] = ordinaryHandles(addon.standin, 2);
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', first);
  addon.emulator.clock.advance(50 * 60_000);
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', second)).toMatch(/^budget reached/);
  addon.emulator.clock.advance(15 * 60_000);
  expect(typeof (await addon.shown('INFLU_ENGAGEMENT', 'instagram', second))).toBe('number');
});

test('a balance of 10 with 24 wanted buys 10, and the rest says why', async () => {
  await open({ balance: 10 });
  const counts = tally(await addon.shownAll(single(ordinaryHandles(addon.standin, 24))));
  expect(addon.charged()).toBe(10);
  expect(counts['number']).toBe(10);
  expect(
    Object.keys(counts)
      .filter((said) => said !== 'number' && said !== 'pending')
      .every((said) => /balance|used up/.test(said)),
  ).toBe(true);
});

test('a used-up balance is looked at again after ten minutes, not sooner: requests bought since are found', async () => {
  await open({ balance: 1 });
  const [first, second] = ordinaryHandles(addon.standin, 2);
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', first)).toBeTypeOf('number');
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', second)).toMatch(/used up|too low/);
  addon.standin.keys.setBalance(KEY, 50);
  const readings = (): number => addon.standin.charges.requests('getClientInfo').length;
  const before = readings();
  addon.emulator.clock.advance(5 * 60_000);
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', second)).toMatch(/used up|too low/);
  expect(readings()).toBe(before);
  addon.emulator.clock.advance(6 * 60_000);
  // This one reads, the next calculation buys.
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', second);
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', second)).toBeTypeOf('number');
  expect(readings()).toBe(before + 1);
  expect(addon.charged()).toBe(2);
});

test('a range over a balance of 10 sends no call beyond it', async () => {
  await open({ balance: 10 });
  const shown = (await addon.shown(
    'INFLU_ENGAGEMENT',
    'instagram',
    column(ordinaryHandles(addon.standin, 40)),
  )) as unknown[][];
  expect(tally(shown.flat())).toEqual({
    number: 10,
    'budget reached: the balance of this API key is too low. Buy more requests or use another key.': 30,
  });
  expect(addon.standin.charges.requests('getUserData').length).toBe(10);
});

test('a balance that was read before keeps calls from being sent at all', async () => {
  await open({ balance: 10 });
  const [first, ...others] = ordinaryHandles(addon.standin, 41);
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', first);
  const shown = (await addon.shown('INFLU_ENGAGEMENT', 'instagram', column(others))) as unknown[][];
  expect(tally(shown.flat())).toEqual({
    number: 9,
    'budget reached: the balance of this API key is used up. Buy more requests or use another key.': 31,
  });
  expect(addon.standin.charges.requests('getUserData').length).toBe(10);
});

test('keepBalance is not touched', async () => {
  await open({ balance: 10 });
  addon.setSettings({ keepBalance: 7 });
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', column(ordinaryHandles(addon.standin, 10)));
  expect(addon.standin.keys.get(KEY)?.balance).toBe(7);
});

test('keepBalance is not touched by 12 single cells at once that do not know the balance yet, nor when it cannot be read', async () => {
  await open({ balance: 100 });
  addon.setSettings({ keepBalance: 90 });
  const handles = ordinaryHandles(addon.standin, 24);
  const fault = addon.standin.faults.add({ endpoint: 'getClientInfo', status: 500, times: 1 });
  await addon.shownAll(single(handles));
  expect(fault.hits()).toBe(1);
  expect(addon.standin.keys.get(KEY)?.balance).toBe(100);
  addon.emulator.clock.advance(60_000);
  for (let round = 0; round < 2; round++) await addon.shownAll(single(handles));
  expect(addon.standin.keys.get(KEY)?.balance).toBe(90);
});

test('without a client id a balance to keep is refused with the reason', async () => {
  await open({ clientId: false });
  addon.setSettings({ keepBalance: 5 });
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', ordinaryHandles(addon.standin, 1)[0])).toMatch(
    /can't be read without your client id/,
  );
  expect(addon.charged()).toBe(0);
});

test('a refilled balance does not write off what is unknown', async () => {
  await open({ balance: 1000 });
  const [first, lost, ...later] = ordinaryHandles(addon.standin, 4) as [string, string, string, string];
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', first);
  addon.standin.faults.add({ endpoint: 'getUserData', creator: lost, lost: 'after-charge' });
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', lost);
  addon.standin.keys.setBalance(KEY, 5000);
  addon.emulator.clock.advance(11 * 60_000);
  for (const handle of later) await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
  expectLedgerToAgree(addon);
});

test('settings that cannot be read for a while make nothing that was paid for be bought again', async () => {
  await open();
  addon.setSettings({ profileFreshDays: 30 });
  const handles = ordinaryHandles(addon.standin, 20);
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', column(handles));
  addon.emulator.clock.advance(10 * 24 * 3_600_000);
  addon.setSettings({ profileFreshDays: 30, keepBalance: 'many' });
  await addon.shown(
    'INFLU_STATUS',
    'instagram',
    column(Array.from({ length: 40 }, (_, row) => addon.standin.creators.nonexistent(row))),
  );
  addon.setSettings({ profileFreshDays: 30 });
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', column(handles));
  expect(addon.charged()).toBe(20);
});

test('the key does not reach a cell, even when the API itself repeats it', async () => {
  await open();
  addon.standin.faults.add({ endpoint: 'getUserData', status: 403, message: `no plan for ${KEY}` });
  const said = await addon.shown('INFLU_ENGAGEMENT', 'instagram', ordinaryHandles(addon.standin, 1)[0]);
  expect(said).toMatch(/no plan for …0001/);
  expect(said).not.toContain(KEY);
});

test('a property service that refuses a settlement once costs no paid answer', async () => {
  await open();
  const [handle] = ordinaryHandles(addon.standin, 1);
  let writes = 0;
  addon.emulator.faults.intercept = ({ method, phase }) =>
    method === 'setProperties' && phase === 'before' && ++writes === 2
      ? { throw: 'Service invoked too many times in a short time: properties.' }
      : undefined;
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
  delete addon.emulator.faults.intercept;
  addon.forgetCache();
  addon.emulator.clock.advance(7 * 3_600_000);
  expect(typeof (await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle))).toBe('number');
  expect(addon.charged()).toBe(1);
});

test('paused: known values show, nothing is bought', async () => {
  await open();
  const [known, unknown] = ordinaryHandles(addon.standin, 2);
  const value = await addon.shown('INFLU_ENGAGEMENT', 'instagram', known);
  addon.setSettings({ paused: true });
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', known)).toBe(value);
  addon.forgetCache();
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', known)).toBe(value);
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', unknown)).toBe('paused');
  expect(addon.charged()).toBe(1);
});

test('audience reports in formulas are off until switched on', async () => {
  await open();
  const [handle] = ordinaryHandles(addon.standin, 1);
  expect(await addon.shown('INFLU_AUDIENCE', 'instagram', handle)).toMatch(
    /Turn on "Audience reports in formulas" .* costs 20 requests/,
  );
  expect(addon.charged()).toBe(0);
  addon.setSettings({ audienceInFormulas: true });
  const block = (await addon.shown('INFLU_AUDIENCE', 'instagram', handle)) as unknown[][];
  expect(block.length).toBeGreaterThan(5);
  // A report serves as the profile too.
  expect(typeof (await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle))).toBe('number');
  expect(addon.charged()).toBe(20);
});

test('settings that cannot be read stop spending and say so; unknown ones are no reason', async () => {
  await open();
  const [handle, other] = ordinaryHandles(addon.standin, 2);
  addon.setProperty('INFLUDATA_SETTINGS', '{not json');
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle)).toMatch(
    /^Spending is paused because we can't read the settings/,
  );
  addon.setSettings({ maxRequestsPerDay: 'many' });
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle)).toMatch(
    /"maxRequestsPerDay" has a value that isn't allowed/,
  );
  expect(addon.charged()).toBe(0);
  addon.setSettings({ somethingNew: 1 });
  expect(typeof (await addon.shown('INFLU_ENGAGEMENT', 'instagram', other))).toBe('number');
});

test('a ledger that cannot be read buys nothing, rather than starting over', async () => {
  await open();
  const [handle] = ordinaryHandles(addon.standin, 1);
  addon.setProperty('gate', '{"version":2}');
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle)).toMatch(
    /can't read the saved spending of this spreadsheet/,
  );
  expect(addon.charged()).toBe(0);
  addon.setProperty('gate', '');
});

test('a balance used up for more than ten minutes is read and decided on in one calculation: the cell says why', async () => {
  await open({ balance: 1 });
  const [first, second] = ordinaryHandles(addon.standin, 2);
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', first);
  for (let round = 0; round < 2; round++) {
    addon.emulator.clock.advance(11 * 60_000);
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', second)).toMatch(/used up|too low/);
  }
  addon.standin.keys.setBalance(KEY, 5);
  addon.emulator.clock.advance(11 * 60_000);
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', second)).toBeTypeOf('number');
});

test('cells at once on a key whose balance was never read wait for the first reading: what it does not reach for is not sent', async () => {
  await open({ balance: 1 });
  await addon.shownAll(single(ordinaryHandles(addon.standin, 12)));
  expect(addon.standin.charges.requests('getUserData').length).toBe(1);
});
