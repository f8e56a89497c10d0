import { describe, expect, it } from 'vitest';
import { emulate, thrown, value } from './harness';

const CODE = `
function put(key, text, ttl) { CacheService.getScriptCache().put(key, text, ttl); }
function putDefault(key, text) { CacheService.getScriptCache().put(key, text); }
function get(key) { return CacheService.getScriptCache().get(key); }
function putMany(from, count, ttl) {
  var values = {};
  for (var i = from; i < from + count; i++) values['k' + i] = 'v' + i;
  CacheService.getScriptCache().putAll(values, ttl);
}
function getAll(keys) { return CacheService.getScriptCache().getAll(keys); }
function removeAll(keys) { CacheService.getScriptCache().removeAll(keys); }
function remove(key) { CacheService.getScriptCache().remove(key); }
function repeat(unit, count) { return new Array(count + 1).join(unit); }
function putBig(unit, count) { put('big', repeat(unit, count)); return get('big').length; }
function putLongKey(length) { put(repeat('k', length), 'v'); return get(repeat('k', length)); }
function coerced() {
  var cache = CacheService.getScriptCache();
  cache.put('number', 5); cache.put('object', {a: 1}); cache.put('null', null); cache.put(7, 'by number');
  return [cache.get('number'), cache.get('object'), cache.get('null'), cache.get('7')];
}
function noArguments() { CacheService.getScriptCache().put('only a key'); }
function scopes() { return ['getScriptCache', 'getDocumentCache', 'getUserCache'].map(function (open) {
  var cache = CacheService[open](); if (cache) cache.put('who', open); return cache && cache.get('who'); }); }
function whose() { return CacheService.getUserCache().get('who'); }
function setWhose(text) { CacheService.getUserCache().put('who', text); }
`;

describe('CacheService', () => {
  it('costs 63 ms a call, however many keys', async () => {
    const emulator = await emulate(CODE);
    const start = emulator.clock.now();
    await value(emulator, 'putMany', 0, 100, 600);
    await value(emulator, 'getAll', ['k1', 'k2', 'none']);
    await value(emulator, 'removeAll', ['k1', 'k2']);
    expect(emulator.clock.now() - start).toBe(3 * 63);
    expect(emulator.counts.of('CacheService')).toBe(3);
  });

  it('getAll has only what is there; removed keys are gone', async () => {
    const emulator = await emulate(CODE);
    await value(emulator, 'putMany', 0, 3, 600);
    expect(await value(emulator, 'getAll', ['k0', 'k9', 'k2'])).toEqual({ k0: 'v0', k2: 'v2' });
    await value(emulator, 'remove', 'k0');
    await value(emulator, 'removeAll', ['k2']);
    expect(emulator.stores.cache('script').keys()).toEqual(['k1']);
  });

  it('forgets after 600 s by default, after the seconds given, and after 21,600 at most', async () => {
    const emulator = await emulate(CODE);
    const cache = emulator.stores.cache('script');
    await value(emulator, 'putDefault', 'default', 'v');
    await value(emulator, 'put', 'long', 'v', 1_000_000);
    await value(emulator, 'put', 'short', 'v', 10);
    const endsIn = (key: string): number => Math.round((cache.expiresAtMs(key)! - emulator.clock.now()) / 1000);
    expect([endsIn('default'), endsIn('long'), endsIn('short')]).toEqual([600, 21_600, 10]);
    emulator.clock.advance(10_001);
    expect(cache.keys()).toEqual(['default', 'long']);
    emulator.clock.advance(21_600_000);
    expect(await value(emulator, 'get', 'long')).toBeNull();
  });

  it('accepts a negative time, and the entry is gone at once', async () => {
    const emulator = await emulate(CODE);
    expect(await thrown(emulator, 'put', 'a', 'v', -1)).toBeUndefined();
    expect(await value(emulator, 'get', 'a')).toBeNull();
  });

  it('trims at the 1,001st entry to the 900 farthest from expiry', async () => {
    const emulator = await emulate(CODE);
    const cache = emulator.stores.cache('script');
    await value(emulator, 'put', 'soon', 'v', 60);
    await value(emulator, 'putMany', 0, 999, 600);
    expect(cache.size()).toBe(1000);
    await value(emulator, 'put', 'late', 'v', 21_600);
    expect(cache.size()).toBe(900);
    expect([cache.get('soon'), cache.get('late')]).toEqual([null, 'v']);
  });

  it('as the live test had it: 1,000 entries and 50 more leave 949, and reading protects none', async () => {
    const emulator = await emulate(CODE);
    const cache = emulator.stores.cache('script');
    await value(emulator, 'putMany', 0, 1000, 600);
    await value(emulator, 'get', 'k0');
    await value(emulator, 'putMany', 1000, 50, 600);
    expect(cache.size()).toBe(949);
    expect([cache.get('k0'), cache.get('k1049')]).toEqual([null, 'v1049']);
  });

  it('counts no expired entry among the 1,000', async () => {
    const emulator = await emulate(CODE);
    await value(emulator, 'putMany', 0, 500, 10);
    emulator.clock.advance(11_000);
    await value(emulator, 'putMany', 1000, 1000, 600);
    expect(emulator.stores.cache('script').size()).toBe(1000);
  });

  it('takes 102,400 bytes a value and 250 characters a key, and not one more', async () => {
    const emulator = await emulate(CODE);
    expect(await value(emulator, 'putBig', 'x', 102_400)).toBe(102_400);
    expect(await thrown(emulator, 'putBig', 'x', 102_401)).toBe('Exception: Argument too large: value');
    expect(await thrown(emulator, 'putBig', 'ä', 51_201)).toBe('Exception: Argument too large: value');
    expect(await value(emulator, 'putLongKey', 250)).toBe('v');
    expect(await thrown(emulator, 'putLongKey', 251)).toBe('Exception: Argument too large: key');
  });

  it('refuses an empty key and no value, and makes text of everything else', async () => {
    const emulator = await emulate(CODE);
    expect(await thrown(emulator, 'get', '')).toBe('Exception: Invalid argument: key');
    expect(await thrown(emulator, 'put', null, 'v')).toBe('Exception: Invalid argument: key');
    expect(await thrown(emulator, 'noArguments')).toBe(
      "Exception: The parameters (String) don't match the method signature for CacheService.Cache.put.",
    );
    expect(await value(emulator, 'coerced')).toEqual(['5', '[object Object]', 'null', 'by number']);
  });

  it('has three scopes that know nothing of each other; a user’s is his own', async () => {
    const emulator = await emulate(CODE);
    expect(await value(emulator, 'scopes')).toEqual(['getScriptCache', 'getDocumentCache', 'getUserCache']);
    await emulator.run({ name: 'setWhose', args: ['editor'], mode: 'FULL', user: 'editor@example.com' });
    expect(await value(emulator, 'whose')).toBe('getUserCache');
    expect(emulator.stores.cache('user', 'editor@example.com').get('who')).toBe('editor');
  });

  it('shows a custom function no user’s cache', async () => {
    const emulator = await emulate(CODE);
    await value(emulator, 'setWhose', 'owner');
    expect((await emulator.cell('whose')).value).toBeNull();
  });

  it('has no document cache without a container', async () => {
    const emulator = await emulate(CODE, { container: 'none' });
    expect(await value(emulator, 'scopes')).toEqual(['getScriptCache', null, 'getUserCache']);
  });

  it('may lose any entry at any moment', async () => {
    const emulator = await emulate(CODE);
    await value(emulator, 'putMany', 0, 2, 600);
    emulator.stores.cache('script').evict('k0');
    expect(await value(emulator, 'getAll', ['k0', 'k1'])).toEqual({ k1: 'v1' });
  });
});
