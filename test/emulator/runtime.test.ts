import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { ExecutionCall } from '../../dev/emulator/emulator';
import { emulate, network, reply, thrown, value } from './harness';

const ABSENT = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'atob',
  'btoa',
  'crypto',
  'structuredClone',
  'performance',
  'AbortController',
  'Blob',
  'File',
  'FormData',
  'Headers',
  'DOMException',
  'window',
  'navigator',
  'process',
  'require',
  'module',
  'global',
  'Buffer',
  'SharedArrayBuffer',
  'Atomics',
];

describe('the context of an execution', () => {
  it('is fresh each time: nothing a script leaves in its globals is there the next time', async () => {
    const emulator = await emulate(`var count = 0;
      function next() { var before = typeof globalThis.left; globalThis.left = 1; Array.prototype.extra = 1; count += 1; return [count, before, [].extra]; }
      function seen() { return [typeof globalThis.left, typeof [].extra]; }`);
    for (let round = 0; round < 3; round += 1) expect(await value(emulator, 'next')).toEqual([1, 'undefined', 1]);
    expect(await value(emulator, 'seen')).toEqual(['undefined', 'undefined']);
  });

  it('lacks what Apps Script lacks, and console has no more than there', async () => {
    const emulator =
      await emulate(`function absent(names) { return names.filter(function (name) { return name in globalThis; }); }
      function methods() { return Object.keys(console).sort(); }
      function present() { return [typeof Promise, typeof WebAssembly, typeof eval, eval('1 + 1'), typeof JSON]; }`);
    expect(await value(emulator, 'absent', ABSENT)).toEqual([]);
    expect(await value(emulator, 'methods')).toEqual(['error', 'info', 'log', 'time', 'timeEnd', 'warn']);
    expect(await value(emulator, 'present')).toEqual(['function', 'object', 'function', 2, 'object']);
  });

  it('leads to Node by no object that a service hands out', async () => {
    const emulator = await emulate(`
      function reach(object) { return String(object.constructor.constructor('return typeof process')()); }
      function tryAll() {
        var cache = CacheService.getScriptCache();
        var error;
        try { cache.get(''); } catch (caught) { error = caught; }
        var response = UrlFetchApp.fetch('https://api.example.com/a');
        return [this, cache, cache.get, error, response, response.getAllHeaders(), Utilities.newBlob('a').getBytes(),
          new Date(), Utilities.getUuid, console.log, Date, Math.random, PropertiesService.getScriptProperties().getProperties()].map(reach);
      }`);
    expect(new Set((await value(emulator, 'tryAll')) as string[])).toEqual(new Set(['undefined']));
  });

  it('makes every object in its own realm', async () => {
    const emulator = await emulate(`function realm(date, list) {
      var error;
      try { CacheService.getScriptCache().get(''); } catch (caught) { error = caught; }
      return [date instanceof Date, list instanceof Array, error instanceof Error, error.name,
        PropertiesService.getScriptProperties().getKeys() instanceof Array, new Date() instanceof Date, new Date().constructor === Date];
    }`);
    expect(await value(emulator, 'realm', new Date(0), [1])).toEqual([true, true, true, 'Exception', true, true, true]);
  });

  it('carries Date, undefined, NaN, infinities and bytes both ways', async () => {
    const emulator = await emulate('function same(value) { return value; }');
    const args = {
      date: new Date(5),
      nothing: undefined,
      list: [NaN, -Infinity, -0],
      text: '$wire',
      $wire: 'x',
      bytes: new Uint8Array([0, 255]),
    };
    expect(await value(emulator, 'same', args)).toEqual(args);
  });

  it('has local time in the zone of the manifest, summer time and all, whatever the machine is set to', async () => {
    const code = `function local() {
      var summer = new Date(2026, 6, 1, 12, 30);
      summer.setHours(13);
      return [new Date(2026, 0, 1).toISOString(), summer.toISOString(), summer.getHours(), summer.getTimezoneOffset(),
        new Date('2026-07-01T00:00:00').toISOString(), new Date('2026-07-01').toISOString(), new Date('July 1, 2026 10:00').toISOString(),
        summer.toString(), new Date(summer).getTime() === summer.getTime()];
    }`;
    const berlin = await emulate(code, { manifest: { timeZone: 'Europe/Berlin' } });
    expect(await value(berlin, 'local')).toEqual([
      '2025-12-31T23:00:00.000Z',
      '2026-07-01T11:30:00.000Z',
      13,
      -120,
      '2026-06-30T22:00:00.000Z',
      '2026-07-01T00:00:00.000Z',
      '2026-07-01T08:00:00.000Z',
      'Wed Jul 01 2026 13:30:00 GMT+0200 (Central European Summer Time)',
      true,
    ]);
    const newYork = await emulate(code, { manifest: { timeZone: 'America/New_York' } });
    expect(((await value(newYork, 'local')) as unknown[]).slice(0, 4)).toEqual([
      '2026-01-01T05:00:00.000Z',
      '2026-07-01T17:30:00.000Z',
      13,
      240,
    ]);
  });

  it('draws the same random numbers in the same run, others in another execution', async () => {
    const code = 'function draw() { return [Math.random(), Utilities.getUuid()]; }';
    const first = await emulate(code);
    const second = await emulate(code);
    const drawn = await value(first, 'draw');
    expect(await value(second, 'draw')).toEqual(drawn);
    expect(await value(first, 'draw')).not.toEqual(drawn);
  });
});

describe('an execution', () => {
  it('returns, throws with name, message and line, or has no such function', async () => {
    const emulator = await emulate(
      'function ok() { return 1; }\nfunction bad() {\n  throw new RangeError("far");\n}\nfunction text() { throw "plain"; }',
    );
    expect(await emulator.run({ name: 'ok', mode: 'FULL' })).toMatchObject({ outcome: 'returned', value: 1 });
    const bad = await emulator.run({ name: 'bad', mode: 'FULL' });
    expect(bad).toMatchObject({ outcome: 'threw', error: { name: 'RangeError', message: 'far', line: 3 } });
    expect((await emulator.run({ name: 'text', mode: 'FULL' })).error).toMatchObject({ name: '', message: 'plain' });
    expect(await thrown(emulator, 'none')).toBe('ReferenceError: Script function not found: none');
  });

  it('fails whatever is called when global code throws', async () => {
    const emulator = await emulate('function ok() { return 1; }\nnull.x;');
    expect(await thrown(emulator, 'ok')).toMatch(/^TypeError: Cannot read properties of null/);
  });

  it('runs promises after the stack; one that rejects or never settles says nothing', async () => {
    const emulator =
      await emulate(`async function later() { await null; CacheService.getScriptCache().put('later', 'yes'); return 7; }
      async function rejects() { await null; throw new Error('unheard'); }
      function pending() { return new Promise(function () {}); }
      function detached() { Promise.reject(new Error('unheard')); return 1; }`);
    expect(await value(emulator, 'later')).toBe(7);
    expect(emulator.stores.cache('script').get('later')).toBe('yes');
    expect(await value(emulator, 'rejects')).toBeUndefined();
    expect(await value(emulator, 'pending')).toBeUndefined();
    expect(await value(emulator, 'detached')).toBe(1);
  });

  it('collects what it logs, in its own list and in the emulator’s', async () => {
    const emulator = await emulate("function speak() { console.log('a %s %d', 'b', 1, {c: 2}); console.error('e'); }");
    const { logs, id } = await emulator.run({ name: 'speak', mode: 'FULL' });
    expect(logs).toEqual(['a b 1 {"c":2}', 'e']);
    expect(emulator.logs).toContainEqual({ execution: id, level: 'ERROR', message: 'e' });
  });

  it('counts its service calls, and the emulator all of them', async () => {
    const emulator = await emulate(
      "function twice() { var c = CacheService.getScriptCache(); c.put('a', '1'); c.get('a'); c.get('b'); }",
    );
    expect((await emulator.run({ name: 'twice', mode: 'FULL' })).calls).toEqual({
      'CacheService.put': 1,
      'CacheService.get': 2,
    });
    await emulator.run({ name: 'twice', mode: 'FULL' });
    expect([emulator.counts.of('CacheService'), emulator.counts.of('CacheService', 'get')]).toEqual([6, 4]);
    emulator.counts.reset();
    expect(emulator.counts.total()).toEqual({});
  });
});

// Each reads a counter, takes its own time, writes it back: unlocked, they overwrite each other.
const COUNTER = `function add(locked, waitMs) {
  var store = PropertiesService.getScriptProperties();
  var lock = LockService.getScriptLock();
  if (locked) lock.waitLock(29000);
  var seen = Number(store.getProperty('n') || 0);
  Utilities.sleep(waitMs);
  store.setProperty('n', String(seen + 1));
  if (locked) lock.releaseLock();
  return seen;
}`;

const add = (locked: boolean): ExecutionCall[] =>
  Array.from({ length: 12 }, (_, index) => ({ name: 'add', args: [locked, (index * 37) % 100], mode: 'FULL' }));

const course = async (): Promise<unknown> => {
  const emulator = await emulate(COUNTER);
  const executions = await emulator.runAll([...add(true), ...add(false)], { atOnce: 9 });
  return executions.map(({ value: seen, startedAtMs, endedAtMs }) => [seen, startedAtMs, endedAtMs]);
};

describe('the virtual clock', () => {
  it('moves by what services cost and by nothing else', async () => {
    const emulator = await emulate(`function calls() {
      var before = Date.now();
      for (var i = 0; i < 1e6; i++);
      var computed = Date.now();
      CacheService.getScriptCache().get('a');
      var cached = Date.now();
      PropertiesService.getScriptProperties().getProperty('a');
      var read = Date.now();
      LockService.getScriptLock().tryLock(0);
      var locked = Date.now();
      Utilities.sleep(1000);
      return [computed - before, cached - computed, read - cached, locked - read, Date.now() - locked, new Date().getTime() === Date.now()];
    }`);
    expect(await value(emulator, 'calls')).toEqual([0, 63, 80, 94, 1000, true]);
    expect(new Date(emulator.clock.now()).toISOString()).toBe('2026-11-23T08:00:01.237Z');
  });

  it('starts where it is told, is advanced between executions, and starts an execution at its time', async () => {
    const emulator = await emulate('function now() { return Date.now(); }', { startAt: '2030-01-01T00:00:00Z' });
    const start = Date.parse('2030-01-01T00:00:00Z');
    expect(await value(emulator, 'now')).toBe(start);
    emulator.clock.advance(7 * 3_600_000);
    expect(await value(emulator, 'now')).toBe(start + 7 * 3_600_000);
    const at = start + 8 * 3_600_000;
    expect((await emulator.run({ name: 'now', mode: 'FULL', startAtMs: at })).value).toBe(at);
    const running = emulator.run({ name: 'now', mode: 'FULL' });
    expect(() => emulator.clock.advance(1)).toThrow(/between executions/);
    await running;
  });

  it('interleaves executions truly: unlocked, a read-modify-write loses; locked, it does not', async () => {
    const emulator = await emulate(COUNTER);
    await emulator.runAll(add(false));
    expect(Number(emulator.stores.properties('script').get('n'))).toBeLessThan(12);
    emulator.stores.properties('script').clear();
    const executions = await emulator.runAll(add(true));
    expect(emulator.stores.properties('script').get('n')).toBe('12');
    expect(new Set(executions.map((execution) => execution.value)).size).toBe(12);
  });

  it('gives the same course of events every time', async () => {
    expect(await course()).toEqual(await course());
  });

  it('starts the next when one ends, at that instant, and keeps the results in order', async () => {
    const emulator = await emulate('function nap(ms) { Utilities.sleep(ms); return ms; }');
    const naps = [1000, 300, 500, 100];
    const start = emulator.clock.now();
    const executions = await emulator.runAll(
      naps.map((ms) => ({ name: 'nap', args: [ms], mode: 'FULL' })),
      { atOnce: 2 },
    );
    expect(executions.map((execution) => [execution.value, execution.startedAtMs - start])).toEqual([
      [1000, 0],
      [300, 0],
      [500, 300],
      [100, 800],
    ]);
  });

  it('lets what awaits an execution go on at the instant it ended, beside others that run', async () => {
    const emulator = await emulate('function nap(ms) { Utilities.sleep(ms); return Date.now(); }');
    const start = emulator.clock.now();
    const chain = async (): Promise<number[]> => [
      ((await value(emulator, 'nap', 1000)) as number) - start,
      ((await value(emulator, 'nap', 1000)) as number) - start,
    ];
    const [times] = await Promise.all([chain(), value(emulator, 'nap', 60_000)]);
    expect(times).toEqual([1000, 2000]);
  });
});

describe('limits of time', () => {
  const SLOW = `function slow(ms) {
    try { while (true) Utilities.sleep(ms); } catch (error) { mark('caught'); } finally { mark('finally'); }
  }
  function mark(what) { PropertiesService.getScriptProperties().setProperty(what, 'yes'); }
  function onOpen() { slow(1000); }
  function locked() { LockService.getScriptLock().waitLock(0); slow(1000); }
  function take() { LockService.getScriptLock().waitLock(1); return true; }
  function nested() { try { try { slow(1000); } finally { mark('inner'); } } catch (error) { mark('outer'); } return 'went on'; }`;

  it.each([
    ['a custom function after 30 s', { name: 'slow', args: [1000], mode: 'CUSTOM_FUNCTION' }, 30_000],
    ['a simple trigger after 30 s', { name: 'onOpen', mode: 'LIMITED' }, 30_000],
    ['anything else after 6 min', { name: 'slow', args: [7000], mode: 'FULL' }, 360_000],
    ['an installed trigger after 6 min', { name: 'slow', args: [7000], mode: 'FULL', source: 'trigger' }, 360_000],
  ] as [string, ExecutionCall, number][])('kills %s, beyond catch and finally', async (_what, call, limitMs) => {
    const emulator = await emulate(SLOW);
    const execution = await emulator.run(call.source === 'trigger' ? { ...call, name: 'onOpen' } : call);
    expect(execution).toMatchObject({ outcome: 'killed', killedBy: 'time' });
    expect(execution.endedAtMs - execution.startedAtMs).toBe(limitMs);
    expect(emulator.stores.properties('script').all()).toEqual({});
  });

  it('leaves nothing of the killed on the timeline: the clock stays where it ended', async () => {
    const emulator = await emulate('function nap() { Utilities.sleep(300000); }');
    const start = emulator.clock.now();
    await emulator.cell('nap');
    await new Promise((resolve) => setImmediate(resolve));
    expect(emulator.clock.now() - start).toBe(30_000);
    emulator.clock.advance(1);
  });

  it('frees the locks of the killed, and the thread runs the next execution clean', async () => {
    const emulator = await emulate(SLOW);
    expect((await emulator.run({ name: 'locked', mode: 'FULL' })).outcome).toBe('killed');
    expect(await value(emulator, 'take')).toBe(true);
    for (let round = 0; round < 20; round += 1) {
      expect((await emulator.run({ name: 'nested', mode: 'CUSTOM_FUNCTION' })).outcome).toBe('killed');
    }
    expect(emulator.stores.properties('script').all()).toEqual({});
    expect(await value(emulator, 'take')).toBe(true);
  });

  it('counts the time of a fetch that does not come back', async () => {
    const { transport, sent } = network({ '/slow': reply('late', { latencyMs: 59_000 }) });
    const emulator = await emulate(
      "function get() { return UrlFetchApp.fetch('https://api.example.com/slow').getContentText(); }",
      { transport },
    );
    const { error, execution } = await emulator.cell('get');
    expect(error).toEqual({ display: '#ERROR!', note: 'Exceeded maximum execution time (line 0).' });
    expect(execution.endedAtMs - execution.startedAtMs).toBe(30_000);
    expect(sent).toHaveLength(1);
  });

  it('ends a loop that never calls anything, by the real clock, and others run as before', async () => {
    const emulator = await emulate('function spin() { for (;;); }', { computeLimitMs: 200 });
    expect(await emulator.run({ name: 'spin', mode: 'FULL' })).toMatchObject({ outcome: 'killed', killedBy: 'time' });
    expect(await value(await emulate('function ok() { return 1; }'), 'ok')).toBe(1);
  });
});

const naps = (count: number, user?: string): ExecutionCall[] =>
  Array.from({ length: count }, () => ({ name: 'nap', mode: 'CUSTOM_FUNCTION', ...(user && { user }) }));

describe('simultaneous executions', () => {
  const TOO_MANY = 'There are too many scripts running simultaneously for this Google user account.';

  it('are 30 a user: the 31st fails at once, another user’s does not', async () => {
    const emulator = await emulate('function nap() { Utilities.sleep(1000); }', { maxThreads: 40 });
    const [own, other] = await Promise.all([
      emulator.runAll(naps(31), { atOnce: 31 }),
      emulator.runAll(naps(1, 'editor@example.com')),
    ]);
    expect(own.filter(({ outcome }) => outcome === 'returned')).toHaveLength(30);
    expect(own[30]!.error?.message).toBe(TOO_MANY);
    expect(other[0]!.outcome).toBe('returned');
  });

  it('beyond the threads there are wait for one', async () => {
    const emulator = await emulate('function nap() { Utilities.sleep(1000); }', { maxThreads: 2 });
    const start = emulator.clock.now();
    const executions = await emulator.runAll(naps(5), { atOnce: 5 });
    expect(executions.map(({ endedAtMs }) => endedAtMs - start)).toEqual([1000, 1000, 2000, 2000, 3000]);
  });

  it('can be refused by a fault, as by the platform’s "too many times per second"', async () => {
    const emulator = await emulate('function ok() { return 1; }');
    const text = 'Script invoked too many times per second for this Google user account.';
    emulator.faults.refuseStart = ({ name }) => (name === 'ok' ? text : undefined);
    expect((await emulator.cell('ok')).error?.note).toContain(text);
  });
});

const written = (emulator: { stores: { properties(scope: 'script'): { all(): object } } }): string[] =>
  Object.keys(emulator.stores.properties('script').all());

describe('faults', () => {
  const CODE = `function spend() {
    var store = PropertiesService.getScriptProperties();
    try {
      store.setProperty('first', 'done');
      store.setProperty('second', 'done');
      store.setProperty('third', 'done');
    } catch (error) { return error.name + ': ' + error.message; } finally { console.log('finally'); }
    return 'all';
  }`;

  it('kill before a call: it has not happened; after: it has; finally never runs', async () => {
    for (const [phase, expected] of [
      ['before', ['first']],
      ['after', ['first', 'second']],
    ] as const) {
      const emulator = await emulate(CODE);
      emulator.faults.intercept = (call) => (call.index === 1 && call.phase === phase ? { kill: true } : undefined);
      expect(await emulator.run({ name: 'spend', mode: 'FULL' })).toMatchObject({
        outcome: 'killed',
        killedBy: 'fault',
        logs: [],
      });
      expect(written(emulator)).toEqual(expected);
    }
  });

  it('make a call throw, before or after its effect', async () => {
    const text = 'There are too many LockService operations against the same script.';
    for (const [phase, expected] of [
      ['before', ['first']],
      ['after', ['first', 'second']],
    ] as const) {
      const emulator = await emulate(CODE);
      emulator.faults.intercept = ({ service, index, phase: at }) =>
        service === 'PropertiesService' && index === 1 && at === phase ? { throw: text } : undefined;
      expect(await value(emulator, 'spend')).toBe(`Exception: ${text}`);
      expect(written(emulator)).toEqual(expected);
    }
  });
});

describe('the real clock', () => {
  it('answers at once, sleeps for real, and tells scripts the time it was advanced to', async () => {
    const emulator = await emulate(
      `function nap() { var before = Date.now(); Utilities.sleep(30); CacheService.getScriptCache().put('a', 'b'); return Date.now() - before >= 30; }
       function now() { return Date.now(); }`,
      { clock: 'real' },
    );
    expect(await value(emulator, 'nap')).toBe(true);
    expect(emulator.stores.cache('script').get('a')).toBe('b');
    emulator.clock.advance(7 * 3_600_000);
    expect(emulator.stores.cache('script').get('a')).toBeNull();
    const told = (await value(emulator, 'now')) as number;
    expect(Math.round((told - Date.now()) / 3_600_000)).toBe(7);
  });

  it('lets others run while one waits for the network', async () => {
    let answer!: () => void;
    let heard!: () => void;
    const asked = new Promise<void>((resolve) => (heard = resolve));
    const emulator = await emulate(
      "function get() { return UrlFetchApp.fetch('https://api.example.com/a').getContentText(); } function quick() { return 1; }",
      {
        clock: 'real',
        transport: {
          send: () =>
            new Promise((resolve) => {
              answer = () => resolve([reply('late', { latencyMs: 0 })]);
              heard();
            }),
        },
      },
    );
    const waiting = value(emulator, 'get');
    await asked;
    expect(await value(emulator, 'quick')).toBe(1);
    answer();
    expect(await waiting).toBe('late');
  });
});

describe('closing', () => {
  it('kills what runs and lets nothing start', async () => {
    const emulator = await emulate('function nap() { Utilities.sleep(100000); }', { clock: 'real' });
    const running = emulator.run({ name: 'nap', mode: 'FULL' });
    await expect.poll(() => emulator.counts.of('Utilities', 'sleep'), { timeout: 60_000 }).toBe(1);
    await emulator.close();
    expect((await running).outcome).toBe('killed');
    await expect(emulator.run({ name: 'nap', mode: 'FULL' })).rejects.toThrow(/closed/);
  });

  it('is not needed for the process to end', async () => {
    const script = fileURLToPath(new URL('./forgets-to-close.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script]);
    expect(stdout.trim()).toBe('1');
  });
});
