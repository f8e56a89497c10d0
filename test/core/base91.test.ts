import { assert, int8Array, property } from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase91, toBase91 } from '../../src/core/base91';

test('any bytes come back as they were, as text that JSON leaves as it is', () => {
  assert(
    property(int8Array({ maxLength: 3000 }), (bytes) => {
      const text = toBase91(bytes);
      expect(fromBase91(text)).toEqual(Array.from(bytes));
      expect(JSON.stringify(text)).toBe(`"${text}"`);
      expect(text.length).toBeLessThanOrEqual(Math.ceil(bytes.length * 1.24) + 2);
    }),
  );
});

test('a character from elsewhere is refused, not guessed', () => {
  expect(() => fromBase91('AB"C')).toThrow('not base91');
});
