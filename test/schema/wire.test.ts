import { describe, expect, test } from 'vitest';
import { labelOf, readAs, valueAt } from '../../src/schema/wire';

describe('a path', () => {
  const body = { a: { b: [{ c: 1 }] }, '': 'empty' };
  test.each([
    ['', body],
    ['a.b.0.c', 1],
    ['a.b.1.c', undefined],
    ['a.x.c', undefined],
    ['a.b.0.c.d', undefined],
    ['constructor', undefined],
    ['__proto__.x', undefined],
    ['a.b.length.toString', undefined],
  ])('%j', (path, value) => expect(valueAt(body, path)).toEqual(value));
});

describe('a value is read as its field’s type or is blank', () => {
  test.each([
    ['number', 42, 42],
    ['number', '42.5', 42.5],
    ['number', 0, 0],
    ['number', '', undefined],
    ['number', ' ', undefined],
    ['number', 'many', undefined],
    ['number', null, undefined],
    ['number', true, undefined],
    ['number', Infinity, undefined],
    ['boolean', false, false],
    ['boolean', 'true', true],
    ['boolean', 0, false],
    ['boolean', 'yes', undefined],
    ['text', '007', '007'],
    ['text', 7, '7'],
    ['text', ['a', { name: 'b' }, { key: 'c' }], 'a, b, c'],
    ['text', { name: 'Germany', code: 'DE' }, 'Germany'],
    ['text', { unknown: 1 }, undefined],
    ['text', [], undefined],
    ['date', '2026-11-23', '2026-11-23T00:00:00.000Z'],
    ['date', 1_795_392_000, '2026-11-23T00:00:00.000Z'],
    ['date', 1_795_392_000_000, '2026-11-23T00:00:00.000Z'],
    ['date', 'soon', undefined],
    ['date', 9e15, undefined],
    ['date', 253_402_300_799_000, '9999-12-31T23:59:59.000Z'],
    // Microseconds: a year of five digits has a sign in its text, which no cell takes for a day.
    ['date', 1_795_392_000_000_000, undefined],
  ] as const)('%s: %j', (type, value, read) => expect(readAs(type, value)).toEqual(read));
});

test('a name goes before a code, a code before a key', () => {
  expect(labelOf({ code: 'DE', key: 'de', country: 'Germany' })).toBe('Germany');
  expect(labelOf({ key: 'de', code: 'DE' })).toBe('DE');
  expect(labelOf(null)).toBe('');
});
