import { expect, test } from 'vitest';
import { chargesOf } from '../../bench/charges';
import { filled } from '../../bench/cells';
import { enriched } from '../../bench/run';

// The short form of `npm run bench`: ratios that no machine changes.

test('each creator is charged once, whatever happens to the sheet; the way of today pays again', async () => {
  const [cells, creators] = [24, 8];
  const charges = await chargesOf(cells, creators);
  expect(charges.map(({ ours }) => ours)).toEqual(charges.map(() => creators));
  // At least once more after the cache has gone and once more after its six hours.
  expect(charges.at(-1)?.today).toBeGreaterThanOrEqual(3 * creators);
});

test('a step of a run makes hardly more calls to sheet, properties and lock for 200 rows than for 50; its checkpoint stays', async () => {
  const [few, many] = [await enriched('organization', 300, 50), await enriched('organization', 300, 200)];
  for (const name of ['spreadsheet', 'property', 'lock'] as const)
    // Two more: what is kept of the answers may need another property. Before each wave one look whether it was paused.
    expect(many.calls[name] * 0.2, name).toBeLessThanOrEqual(
      few.calls[name] * 0.05 + 2 + (name === 'property' ? (200 - 50) / 25 : 0),
    );
  // A wave of 25 is one call; the balance is read besides.
  expect(many.calls.fetch * 0.2).toBeLessThanOrEqual(200 / 25 + 2);
  expect(many.checkpoint).toBeLessThanOrEqual(few.checkpoint + 10);
});

test('a range makes no more calls than a paid batch may', async () => {
  const { calls } = await filled('organization', 300, 50, true);
  expect(calls.property * 0.05).toBeLessThanOrEqual(6);
  expect(calls.lock * 0.05).toBeLessThanOrEqual(2);
});
