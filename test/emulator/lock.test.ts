import { describe, expect, it } from 'vitest';
import type { ExecutionCall } from '../../dev/emulator/emulator';
import { emulate, thrown, value } from './harness';

const CODE = `
function lockOf(scope) { return LockService['get' + scope + 'Lock'](); }
function hold(scope, ms, waitMs) {
  var lock = lockOf(scope);
  if (!lock.tryLock(waitMs)) return 'refused at ' + Date.now();
  var since = Date.now();
  Utilities.sleep(ms);
  lock.releaseLock();
  return since;
}
function forever(scope) { lockOf(scope).waitLock(0); Utilities.sleep(300000); }
function tryIt(scope, ms) { return lockOf(scope).tryLock(ms); }
function waitIt(scope, ms) { lockOf(scope).waitLock(ms); return true; }
function again() {
  var lock = lockOf('Script');
  var other = lockOf('Script');
  var states = [lock.hasLock(), lock.tryLock(0), other.tryLock(0), lock.hasLock()];
  lock.releaseLock();
  lock.releaseLock();
  return states.concat(lock.hasLock());
}
function throwing() { lockOf('Script').waitLock(0); throw new Error('with the lock'); }
function meddle() { Utilities.sleep(500); lockOf('Script').releaseLock(); }
function ask() {
  var lock = lockOf('Document');
  lock.waitLock(0);
  var before = lock.hasLock();
  SpreadsheetApp.getUi().alert('Really?');
  return [before, lock.hasLock()];
}
function isNull() { return LockService.getDocumentLock() === null; }
`;
const holds = (count: number, scope = 'Script', ms = 1000, waitMs = 60_000): ExecutionCall[] =>
  Array.from({ length: count }, () => ({ name: 'hold', args: [scope, ms, waitMs], mode: 'FULL' }));

describe('LockService', () => {
  it('lets one hold a lock at a time, in the order of asking', async () => {
    const emulator = await emulate(CODE);
    const executions = await emulator.runAll(holds(4));
    const since = executions.map((execution) => Number(execution.value));
    expect(since).toEqual([...since].sort((left, right) => left - right));
    for (let index = 1; index < since.length; index += 1)
      expect(since[index]! - since[index - 1]!).toBeGreaterThanOrEqual(1000);
  });

  it('a contended tryLock(0) says false after 94 ms', async () => {
    const emulator = await emulate(CODE);
    const start = emulator.clock.now();
    const [, refused] = await emulator.runAll([...holds(1), { name: 'tryIt', args: ['Script', 0], mode: 'FULL' }]);
    expect(refused).toMatchObject({ value: false, endedAtMs: start + 94 });
  });

  it('waits as long as asked: tryLock then says false, waitLock throws', async () => {
    const emulator = await emulate(CODE);
    const start = emulator.clock.now();
    const [, tried, waited, patient] = await emulator.runAll([
      ...holds(1, 'Script', 10_000),
      { name: 'tryIt', args: ['Script', 5000], mode: 'FULL' },
      { name: 'waitIt', args: ['Script', 5000], mode: 'FULL' },
      { name: 'waitIt', args: ['Script', 20_000], mode: 'FULL' },
    ]);
    expect(tried).toMatchObject({ value: false, endedAtMs: start + 5094 });
    expect(waited!.error).toMatchObject({
      name: 'Exception',
      message: 'Lock timeout: another process was holding the lock for too long.',
    });
    expect(patient!.value).toBe(true);
  });

  it('a wait below nought gets nothing: tryLock says false, waitLock throws, though nobody holds it', async () => {
    const emulator = await emulate(CODE);
    expect(await value(emulator, 'tryIt', 'Script', -100)).toBe(false);
    expect(await thrown(emulator, 'waitIt', 'Script', -100)).toMatch(/^Exception: Lock timeout/);
    expect(await value(emulator, 'tryIt', 'Script', 0)).toBe(true);
  });

  it('a second tryLock of the holder is true, one release frees it, another changes nothing', async () => {
    expect(await value(await emulate(CODE), 'again')).toEqual([false, true, true, true, false]);
  });

  it('a release by someone who does not hold it changes nothing', async () => {
    const emulator = await emulate(CODE);
    const [first, , second] = await emulator.runAll([
      ...holds(1, 'Script', 2000),
      { name: 'meddle', mode: 'FULL' },
      { name: 'hold', args: ['Script', 0, 60_000], mode: 'FULL', startAtMs: emulator.clock.now() + 10 },
    ]);
    expect(Number(second!.value) - Number(first!.value)).toBeGreaterThanOrEqual(2000);
  });

  it('is free again when its holder returns, throws or is killed', async () => {
    const emulator = await emulate(CODE);
    for (const holder of ['waitIt', 'throwing']) {
      await emulator.run({ name: holder, args: ['Script', 0], mode: 'FULL' });
      expect(await value(emulator, 'tryIt', 'Script', 0)).toBe(true);
    }
    const start = emulator.clock.now();
    const [killed, waited] = await emulator.runAll([
      { name: 'forever', args: ['Script'], mode: 'CUSTOM_FUNCTION' },
      { name: 'waitIt', args: ['Script', 60_000], mode: 'FULL' },
    ]);
    expect(killed!.outcome).toBe('killed');
    expect(waited).toMatchObject({ value: true, endedAtMs: start + 30_000 + 47 });
  });

  it('passes by a waiter that was killed meanwhile', async () => {
    const emulator = await emulate(CODE);
    const [, killed, last] = await emulator.runAll([
      ...holds(1, 'Script', 40_000),
      { name: 'waitIt', args: ['Script', 60_000], mode: 'CUSTOM_FUNCTION' },
      { name: 'waitIt', args: ['Script', 60_000], mode: 'FULL' },
    ]);
    expect([killed!.outcome, last!.value]).toEqual(['killed', true]);
  });

  it('has three scopes that do not touch each other, and a lock for each user', async () => {
    const emulator = await emulate(CODE);
    const others = await emulator.runAll([
      ...holds(1, 'Script', 5000),
      ...holds(1, 'Document', 5000),
      ...holds(1, 'User', 5000),
      { name: 'tryIt', args: ['User', 0], mode: 'FULL', user: 'editor@example.com' },
      { name: 'tryIt', args: ['User', 0], mode: 'FULL' },
    ]);
    expect(others.slice(0, 3).every((execution) => typeof execution.value === 'number')).toBe(true);
    expect(others.slice(3).map((execution) => execution.value)).toEqual([true, false]);
  });

  it('can refuse any operation, the release too', async () => {
    const emulator = await emulate(CODE);
    const text = 'There are too many LockService operations against the same script.';
    for (const refused of ['tryLock', 'releaseLock']) {
      emulator.faults.intercept = ({ method, phase }) =>
        method === refused && phase === 'before' ? { throw: text } : undefined;
      expect(await thrown(emulator, 'again')).toBe(`Exception: ${text}`);
    }
  });

  it('does not survive an alert: it goes to the next who waits', async () => {
    const emulator = await emulate(CODE);
    emulator.ui.answer('OK');
    expect(await value(emulator, 'ask')).toEqual([true, false]);
    emulator.ui.answer('OK');
    const [, other] = await emulator.runAll([
      { name: 'ask', mode: 'FULL' },
      { name: 'tryIt', args: ['Document', 20_000], mode: 'FULL' },
    ]);
    expect(other!.value).toBe(true);
  });

  it('has no document lock without a container', async () => {
    expect(await value(await emulate(CODE, { container: 'none' }), 'isNull')).toBe(true);
    expect(await value(await emulate(CODE), 'isNull')).toBe(false);
  });
});
