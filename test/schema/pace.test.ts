import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyKind, planWaves, RATES, slowed, type Sends } from '../../src/gate/pace';
import { examples } from '../setup/examples';

const MINUTE_MS = 60_000;

/** The fullest half-open window that ends at any send. */
const fullest = (sends: Sends, windowMs: number): number =>
  Math.max(
    0,
    ...sends.map(([endMs]) =>
      sends.reduce((sum, [atMs, count]) => (atMs <= endMs && atMs > endMs - windowMs ? sum + count : sum), 0),
    ),
  );

describe('planned waves', () => {
  test.each(['trial', 'organization'] as const)(
    'with a %s key no sliding window is ever exceeded, however many plans follow one another',
    (kind) => {
      const rate = RATES[kind];
      const plan = fc.record({
        count: fc.integer({ min: 0, max: 400 }),
        gapMs: fc.integer({ min: -20_000, max: 30_000 }),
        roomMs: fc.integer({ min: 0, max: 90_000 }),
        spacingMs: fc.integer({ min: 0, max: 5_000 }),
      });
      fc.assert(
        fc.property(fc.array(plan, { minLength: 1, maxLength: 5 }), (plans) => {
          let sends: Sends = [];
          let fromMs = 1_000_000;
          for (const { count, gapMs, roomMs, spacingMs } of plans) {
            fromMs += gapMs;
            const lastMs = fromMs + roomMs;
            const waves = planWaves(sends, rate, { count, fromMs, lastMs, spacingMs });
            let before = -Infinity;
            for (const wave of waves) {
              expect(wave.count).toBeGreaterThan(0);
              expect(wave.atMs).toBeGreaterThanOrEqual(fromMs);
              expect(wave.atMs).toBeLessThanOrEqual(lastMs);
              expect(wave.atMs - before).toBeGreaterThanOrEqual(spacingMs);
              before = wave.atMs;
            }
            expect(waves.reduce((sum, wave) => sum + wave.count, 0)).toBeLessThanOrEqual(count);
            sends = [...sends, ...waves.map(({ atMs, count: sent }) => [atMs, sent] as const)].sort(
              ([left], [right]) => left - right,
            );
            expect(fullest(sends, 1_000)).toBeLessThanOrEqual(rate.perSecond);
            expect(fullest(sends, MINUTE_MS)).toBeLessThanOrEqual(rate.perMinute);
          }
        }),
        examples(60),
      );
    },
  );

  test('a minute of time is used to 95 % at least', () => {
    const waves = planWaves([], RATES.organization, { count: 2000, fromMs: 0, lastMs: MINUTE_MS - 1, spacingMs: 300 });
    expect(waves.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(950);
  });

  test('half the pace is never none', () => {
    expect(slowed(RATES.trial)).toEqual({ perSecond: 1, perMinute: 30 });
    expect(slowed({ perSecond: 1, perMinute: 60 }).perSecond).toBe(1);
  });

  test('a key of unknown kind goes at the slower pace', () => {
    expect(keyKind('auto', undefined)).toBe('trial');
    expect(keyKind('auto', 'trial-x')).toBe('trial');
    expect(keyKind('auto', 'acme')).toBe('organization');
    expect(keyKind('trial', 'acme')).toBe('trial');
  });
});
