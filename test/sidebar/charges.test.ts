import { expect, test } from 'vitest';
import { sumOf, withCharge, type Charges } from '../../src/jobs/content/charges';

test('a run that is noted step by step counts once, whatever its id, and old runs stay in the sum', () => {
  let charges: Charges = {};
  for (let run = 0; run < 60; run++) charges = withCharge(charges, `a${run}`, 10);
  expect(sumOf(charges)).toBe(600);
  expect(Object.keys(charges).length).toBeLessThan(45);
  for (const run of ['12345678', 'b', '00001111'])
    for (const requests of [1, 2, 3]) {
      const before = sumOf(charges) - (charges[run] ?? 0);
      charges = withCharge(charges, run, requests);
      expect(charges[run]).toBe(requests);
      expect(sumOf(charges)).toBe(before + requests);
    }
  expect(sumOf(charges)).toBe(609);
});
