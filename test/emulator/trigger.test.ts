import { describe, expect, it } from 'vitest';
import { MANIFEST, emulate, thrown, value } from './harness';

const CODE = `
function every(unit, count) { return ScriptApp.newTrigger('tick').timeBased()[unit](count).create().getUniqueId(); }
function after(ms) { return ScriptApp.newTrigger('tick').timeBased().after(ms).create().getUniqueId(); }
function at(ms) { return ScriptApp.newTrigger('tick').timeBased().at(new Date(ms)).create().getUniqueId(); }
function daily(hour) { return ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(hour).create().getUniqueId(); }
function list() { return ScriptApp.getProjectTriggers().map(function (t) { return t.getHandlerFunction(); }); }
function removeAll() { ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t); }); }
function tick(e) { console.log(e.triggerUid, e.authMode); }
function nap(e) { Utilities.sleep(300000); }
function install(name) { ScriptApp.newTrigger(name).timeBased().everyMinutes(30).create(); }
`;
const HOUR_MS = 3_600_000;

describe('triggers of a bound script', () => {
  it('are installed, listed and deleted by their user, 80 ms a call', async () => {
    const emulator = await emulate(CODE);
    const start = emulator.clock.now();
    await value(emulator, 'every', 'everyMinutes', 5);
    await value(emulator, 'install', 'nap');
    expect(emulator.clock.now() - start).toBe(160);
    expect(await value(emulator, 'list')).toEqual(['tick', 'nap']);
    const other = await emulator.run({ name: 'removeAll', mode: 'FULL', user: 'editor@example.com' });
    expect([other.outcome, emulator.triggers.list().length]).toEqual(['returned', 2]);
    await value(emulator, 'removeAll');
    expect(emulator.triggers.list()).toEqual([]);
  });

  it('are 20 a user', async () => {
    const emulator = await emulate(CODE);
    for (let count = 0; count < 20; count += 1) await value(emulator, 'every', 'everyHours', 1);
    expect(await thrown(emulator, 'every', 'everyHours', 1)).toBe(
      'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
    expect(
      (await emulator.run({ name: 'every', args: ['everyHours', 1], mode: 'FULL', user: 'editor@example.com' }))
        .outcome,
    ).toBe('returned');
  });

  it('recur from 1 minute up, at the minutes there are', async () => {
    const emulator = await emulate(CODE);
    expect(await thrown(emulator, 'every', 'everyMinutes', 1)).toBeUndefined();
    expect(await thrown(emulator, 'every', 'everyMinutes', 7)).toContain('Invalid argument');
  });
});

describe('triggers of an add-on', () => {
  it('recur hourly at most', async () => {
    const emulator = await emulate(CODE, { container: 'addon' });
    expect(await thrown(emulator, 'every', 'everyMinutes', 30)).toBe(
      'Exception: The recurrence interval for an Add-on trigger must be at least one hour.',
    );
    expect(await thrown(emulator, 'every', 'everyHours', 1)).toBeUndefined();
  });

  it('are one, a fired one-shot counting until it is deleted', async () => {
    const emulator = await emulate(CODE, { container: 'addon' });
    await value(emulator, 'after', 1000);
    emulator.clock.advance(2000);
    await emulator.triggers.runDue();
    expect(await thrown(emulator, 'every', 'everyHours', 1)).toBe(
      'Exception: This add-on has created too many time-based triggers in this document for this Google user account.',
    );
    await value(emulator, 'removeAll');
    expect(await thrown(emulator, 'every', 'everyHours', 1)).toBeUndefined();
  });
});

describe('the firing of triggers', () => {
  it('happens when due: a one-shot once, a recurring one again and again, as its user, in FULL', async () => {
    const emulator = await emulate(CODE);
    const id = await value(emulator, 'after', 60_000);
    await value(emulator, 'every', 'everyHours', 1);
    expect(await emulator.triggers.runDue()).toEqual([]);
    emulator.clock.advance(60_000);
    const [fired, ...others] = await emulator.triggers.runDue();
    expect([fired!.logs, others]).toEqual([[`${id as string} FULL`], []]);
    emulator.clock.advance(HOUR_MS);
    expect(await emulator.triggers.runDue()).toHaveLength(1);
    expect(await emulator.triggers.runDue()).toEqual([]);
    emulator.clock.advance(HOUR_MS);
    expect(await emulator.triggers.runDue()).toHaveLength(1);
  });

  it('can be set to an instant and to an hour of the script’s zone', async () => {
    const emulator = await emulate(CODE, { manifest: { ...MANIFEST, timeZone: 'Europe/Berlin' } });
    const now = emulator.clock.now();
    await value(emulator, 'at', now + 5000);
    await value(emulator, 'daily', 6);
    await value(emulator, 'daily', 10);
    expect(emulator.triggers.list().map(({ dueAtMs }) => new Date(dueAtMs!).toISOString())).toEqual([
      '2026-11-23T08:00:05.000Z',
      '2026-11-24T05:00:00.000Z',
      '2026-11-23T09:00:00.000Z',
    ]);
  });

  it.each([
    ['consumer', 90],
    ['workspace', 360],
  ] as const)('ends, for a %s, when %i minutes of the day are used', async (account, minutes) => {
    const emulator = await emulate(CODE, { account });
    await value(emulator, 'install', 'nap');
    const { id } = emulator.triggers.list()[0]!;
    emulator.quotas.spend('owner@example.com', 'triggerRuntimeMs', (minutes - 5) * 60_000);
    expect((await emulator.triggers.fire(id)).outcome).toBe('returned');
    expect((await emulator.triggers.fire(id)).error?.message).toBe('Service using too much computer time for one day.');
    emulator.clock.advance(24 * HOUR_MS);
    expect((await emulator.triggers.fire(id)).outcome).toBe('returned');
  });
});
