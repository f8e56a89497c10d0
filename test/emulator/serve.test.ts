import { describe, expect, it } from 'vitest';
import { emulate } from './harness';

const CODE = `
function echo(value) { return value; }
function make(what) {
  return { undefined: undefined, null: null, number: 1.5, text: 'a', truth: true, list: [1, undefined, NaN], object: { a: { b: [1] }, u: undefined },
    date: new Date(0), nested: { rows: [[1, new Date(0)]] }, map: new Map([[1, 2]]), set: new Set([1]), regexp: /a/, boxed: new Number(1), boxedText: new String('ab'),
    int8: new Int8Array([1, -1]), uint8: new Uint8Array([1]), fn: function named() { return 1; } }[what];
}
function hidden_() { return 1; }
function fails() { throw new TypeError('wrong'); }
function mode() { return LockService.getScriptLock().tryLock(0) && Session.getTemporaryActiveUserKey().length > 0; }
function who() { PropertiesService.getUserProperties().setProperty('me', 'yes'); }
function nap() { Utilities.sleep(1000); return Date.now(); }
function slow() { Utilities.sleep(200000); Utilities.sleep(200000); }
`;

describe('google.script.run', () => {
  it.each([
    ['a number', 1.5, 1.5],
    ['text', 'a', 'a'],
    ['truth', true, true],
    ['null', null, null],
    ['undefined', undefined, null],
    ['a list', [1, [undefined]], [1, [null]]],
    ['an object', { a: { b: undefined } }, { a: { b: null } }],
  ])('takes %s to the server', async (_what, sent, arrived) => {
    expect(await (await emulate(CODE)).serve('echo', [sent])).toEqual({ ok: true, value: arrived });
  });

  it.each([
    ['a Date', new Date(0), '0'],
    ['a Date inside', { when: new Date(0) }, 'when'],
    ['a Date in a list', [1, 2, 3, new Date(0)], '3'],
    ['a Map', new Map(), '0'],
    ['a Set', new Set(), '0'],
    ['a RegExp', /a/, '0'],
    ['a boxed number', Object(1), '0'],
    ['bytes', new Uint8Array(1), '0'],
    ['a function', () => 1, '0'],
  ])('refuses to take %s, and the server hears nothing', async (_what, sent, property) => {
    const emulator = await emulate(CODE);
    expect(await emulator.serve('echo', [sent])).toEqual({
      ok: false,
      error: { name: 'TypeError', message: `Failed due to illegal value in property: ${property}` },
    });
  });

  it.each([
    ['undefined', null],
    ['null', null],
    ['number', 1.5],
    ['text', 'a'],
    ['truth', true],
    ['list', [1, null, null]],
    ['object', { a: { b: [1] }, u: null }],
    ['map', {}],
    ['set', {}],
    ['regexp', {}],
    ['boxed', {}],
    ['boxedText', {}],
    ['int8', { 0: 1, 1: -1 }],
    ['fn', 'function named() { return 1; }'],
  ])('brings %s back as the live tests saw it', async (what, arrived) => {
    expect(await (await emulate(CODE)).serve('make', [what])).toEqual({ ok: true, value: arrived });
  });

  it('brings nothing at all back when there is a Date in the reply, alone or deep inside', async () => {
    const emulator = await emulate(CODE);
    for (const what of ['date', 'nested'])
      expect(await emulator.serve('make', [what])).toEqual({ ok: true, value: undefined });
  });

  it('fails on a Uint8Array in the reply', async () => {
    expect(await (await emulate(CODE)).serve('make', ['uint8'])).toMatchObject({
      ok: false,
      error: { name: 'ScriptError' },
    });
  });

  it('hides what ends in an underscore and what is not there', async () => {
    const emulator = await emulate(CODE);
    for (const name of ['hidden_', 'nothing', 'CacheService']) {
      expect(await emulator.serve(name, [])).toEqual({
        ok: false,
        error: { name: 'TypeError', message: `google.script.run.${name} is not a function` },
      });
    }
  });

  it('tells the failure handler name and text, and a time-out', async () => {
    const emulator = await emulate(CODE);
    expect(await emulator.serve('fails', [])).toEqual({
      ok: false,
      error: { name: 'ScriptError', message: 'TypeError: wrong' },
    });
    expect(await emulator.serve('slow', [])).toMatchObject({
      ok: false,
      error: { message: 'Exceeded maximum execution time' },
    });
  });

  it('runs in FULL as the user of the page', async () => {
    const emulator = await emulate(CODE);
    expect(await emulator.serve('mode', [])).toEqual({ ok: true, value: true });
    await emulator.serve('who', [], { user: 'editor@example.com' });
    expect(emulator.stores.properties('user', 'editor@example.com').get('me')).toBe('yes');
    expect(emulator.stores.properties('user').get('me')).toBeNull();
  });

  it('has ten calls under way, and the eleventh waits for one to end', async () => {
    const emulator = await emulate(CODE);
    const start = emulator.clock.now();
    const replies = await Promise.all(Array.from({ length: 21 }, () => emulator.serve('nap', [])));
    const ends = replies.map((reply) => (reply.ok ? (reply.value as number) - start : NaN));
    expect(ends.filter((end) => end === 1000)).toHaveLength(10);
    expect(ends.filter((end) => end === 2000)).toHaveLength(10);
    expect(ends.filter((end) => end === 3000)).toHaveLength(1);
  });

  it('can fail before it gets to the script, as with several accounts in one browser', async () => {
    const emulator = await emulate(CODE);
    const error = {
      name: 'ScriptError',
      message: "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
    };
    emulator.faults.refuseServe = () => error;
    expect(await emulator.serve('echo', [1])).toEqual({ ok: false, error });
  });
});
