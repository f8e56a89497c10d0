import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPassing, retryDelayMs } from '../../src/api/retry';
import { examples } from '../setup/examples';

const NOW_MS = Date.parse('2026-11-23T08:00:00Z');

test('only 429, 500, 502, 503 and 504 pass', () => {
  const passing = Array.from({ length: 600 }, (_, status) => status).filter(isPassing);
  expect(passing).toEqual([429, 500, 502, 503, 504]);
});

test('the waits are 1, 2 and 4 s, with up to a fifth more, and then there are no more', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (random) => {
      [1000, 2000, 4000].forEach((leastMs, index) => {
        const delayMs = retryDelayMs(index + 1, undefined, NOW_MS, random) ?? NaN;
        expect(delayMs).toBeGreaterThanOrEqual(leastMs);
        expect(delayMs).toBeLessThanOrEqual(leastMs * 1.2);
      });
      expect(retryDelayMs(4, undefined, NOW_MS, random)).toBeUndefined();
      expect(retryDelayMs(4, '1', NOW_MS, random)).toBeUndefined();
    }),
    examples(),
  );
});

test.each([
  ['8', 8_000],
  [' 2.5 ', 2_500],
  ['0', 0],
  ['Mon, 23 Nov 2026 08:00:30 GMT', 30_000],
  ['86400', 300_000],
])('Retry-After %j is followed without jitter, up to five minutes', (text, delayMs) => {
  expect(retryDelayMs(1, text, NOW_MS, 0.7)).toBe(delayMs);
});

test.each(['soon', '', '-5', 'Mon, 23 Nov 2026 07:00:00 GMT'])(
  'a Retry-After of %j falls back to the backoff',
  (text) => {
    expect(retryDelayMs(1, text, NOW_MS, 0)).toBe(1_000);
  },
);
