import { describe, expect, it } from 'vitest';
import { emulate, thrown, value } from './harness';

const CODE = `
function store(scope) { return PropertiesService['get' + scope + 'Properties'](); }
function set(scope, key, text) { store(scope).setProperty(key, text); }
function get(scope, key) { return store(scope).getProperty(key); }
function all(scope) { return store(scope).getProperties(); }
function setAll(scope, values, others) { store(scope).setProperties(values, others); }
function forget(scope, key) { store(scope).deleteProperty(key); return store(scope).getKeys(); }
function forgetAll(scope) { store(scope).deleteAllProperties(); }
function setSize(unit, count) { set('Script', 'big', new Array(count + 1).join(unit)); }
function fill(count, size) {
  var values = {};
  for (var i = 0; i < count; i++) values['key' + (1000 + i)] = new Array(size + 1).join('x');
  store('Script').setProperties(values);
}
function copyIsACopy() { var copy = all('Script'); copy.a = 'changed'; return get('Script', 'a'); }
function coerced() { set('Script', 'n', 5); set('Script', 'o', {}); set('Script', 'null', null); return all('Script'); }
function getLocked(key) { LockService.getDocumentLock().waitLock(1000); return get('Document', key); }
function setAndGet(key, text) { set('Document', key, text); return all('Document'); }
function isNull() { return PropertiesService.getDocumentProperties() === null; }
`;
const EMPTY = 'Exception: When setting or getting a property value, the property name must not be null or empty.';

describe('PropertiesService', () => {
  it('costs 80 ms and one call of the day each, however many keys', async () => {
    const emulator = await emulate(CODE);
    const start = emulator.clock.now();
    await value(emulator, 'setAll', 'Script', { a: '1', b: '2', c: '3' });
    await value(emulator, 'all', 'Script');
    expect(emulator.clock.now() - start).toBe(160);
    expect(emulator.quotas.used('owner@example.com', 'propertyCalls')).toBe(2);
  });

  it('sets, reads, deletes; setProperties may delete the others; getProperties is a copy', async () => {
    const emulator = await emulate(CODE);
    await value(emulator, 'setAll', 'Script', { a: '1', b: '2', c: '3' });
    expect(await value(emulator, 'forget', 'Script', 'b')).toEqual(['a', 'c']);
    await value(emulator, 'setAll', 'Script', { a: '9' }, true);
    expect(await value(emulator, 'all', 'Script')).toEqual({ a: '9' });
    expect(await value(emulator, 'copyIsACopy')).toBe('9');
    expect(await value(emulator, 'get', 'Script', 'none')).toBeNull();
    await value(emulator, 'forgetAll', 'Script');
    expect(emulator.stores.properties('script').all()).toEqual({});
  });

  it('may be behind what others wrote, as far as it lags; never behind its own writes, nor under a lock', async () => {
    let lagMs = 0;
    const emulator = await emulate(CODE, { propertyLagMs: () => lagMs });
    await value(emulator, 'set', 'Document', 'a', 'old');
    emulator.clock.advance(10_000);
    await value(emulator, 'set', 'Document', 'a', 'new');
    lagMs = 5_000;
    expect(await value(emulator, 'get', 'Document', 'a')).toBe('old');
    expect(await value(emulator, 'all', 'Document')).toEqual({ a: 'old' });
    expect(await value(emulator, 'getLocked', 'a')).toBe('new');
    expect(await value(emulator, 'setAndGet', 'b', 'own')).toEqual({ a: 'new', b: 'own' });
    emulator.clock.advance(5_000);
    expect(await value(emulator, 'get', 'Document', 'a')).toBe('new');
  });

  it('makes text of everything and refuses an empty name', async () => {
    const emulator = await emulate(CODE);
    expect(await value(emulator, 'coerced')).toEqual({ n: '5', o: '[object Object]', null: 'null' });
    expect(await thrown(emulator, 'set', 'Script', '', 'v')).toBe(EMPTY);
    expect(await thrown(emulator, 'get', 'Script', null)).toBe(EMPTY);
  });

  it('takes 9 KB a value, in bytes, and not one more', async () => {
    const emulator = await emulate(CODE);
    expect(await thrown(emulator, 'setSize', 'x', 9216)).toBeUndefined();
    expect(await thrown(emulator, 'setSize', 'x', 9217)).toBe('Exception: Argument too large: value');
    expect(await thrown(emulator, 'setSize', 'ä', 4609)).toBe('Exception: Argument too large: value');
  });

  it('takes 500 KB a store, keys included, and a write beyond it changes nothing', async () => {
    const emulator = await emulate(CODE);
    const store = emulator.stores.properties('script');
    const quota =
      'Exception: You have exceeded the property storage quota. Please remove some properties and try again.';
    await value(emulator, 'fill', 56, 9000);
    expect(store.bytes()).toBe(56 * 9007);
    expect(await thrown(emulator, 'setSize', 'x', 8000)).toBe(quota);
    expect(await thrown(emulator, 'setSize', 'x', 500 * 1024 - 56 * 9007 - 3)).toBeUndefined();
    expect(store.bytes()).toBe(500 * 1024);
    expect(await thrown(emulator, 'setAll', 'Script', { a: 'x' })).toBe(quota);
    expect(store.get('a')).toBeNull();
    store.delete('big');
    expect(await thrown(emulator, 'setAll', 'Script', { a: 'x' })).toBeUndefined();
  });

  it.each([
    ['consumer', 50_000],
    ['workspace', 500_000],
  ] as const)('allows a %s %i calls in the 24 hours after the first', async (account, limit) => {
    const emulator = await emulate(CODE, { account });
    await value(emulator, 'set', 'Script', 'a', '1');
    emulator.clock.advance(3_600_000);
    emulator.quotas.spend('owner@example.com', 'propertyCalls', limit - 1);
    expect(await thrown(emulator, 'get', 'Script', 'a')).toBe(
      'Exception: Service invoked too many times for one day: properties.',
    );
    const editor = await emulator.run({ name: 'get', args: ['Script', 'a'], mode: 'FULL', user: 'editor@example.com' });
    expect(editor.value).toBe('1');
    emulator.clock.advance(22 * 3_600_000);
    expect(await thrown(emulator, 'get', 'Script', 'a')).toContain('too many times');
    emulator.clock.advance(3_600_000);
    expect(await value(emulator, 'get', 'Script', 'a')).toBe('1');
  });

  it('gives a custom function the owner’s user properties, whoever is at the keyboard, and lets it set none', async () => {
    const emulator = await emulate(CODE);
    emulator.stores.properties('user').set('key', 'owner’s');
    emulator.stores.properties('user', 'editor@example.com').set('key', 'editor’s');
    const args = ['User', 'key'];
    const [cell] = await emulator.cells([{ name: 'get', args, user: 'editor@example.com' }]);
    expect(cell!.value).toBe('owner’s');
    const menu = await emulator.run({ name: 'get', args, mode: 'FULL', user: 'editor@example.com' });
    expect(menu.value).toBe('editor’s');
    const set = await emulator.cell('set', 'User', 'key', 'x');
    expect(set.error?.note).toContain('You do not have permission to call setProperty');
    expect(emulator.stores.properties('user').get('key')).toBe('owner’s');
  });

  it('lets a custom function write document and script properties', async () => {
    const emulator = await emulate(CODE);
    expect((await emulator.cell('set', 'Document', 'a', '1')).error).toBeUndefined();
    expect(emulator.stores.properties('document').get('a')).toBe('1');
    expect(emulator.stores.properties('script').get('a')).toBeNull();
  });

  it('has no document properties without a container', async () => {
    expect(await value(await emulate(CODE, { container: 'none' }), 'isNull')).toBe(true);
    expect(await value(await emulate(CODE), 'isNull')).toBe(false);
  });
});
