import { expect, test } from 'vitest';
import { yearOf } from '../../bench/history';

// The short form of `npm run bench -- history`.
test('month after month, with a kill in each: every line once, and no month takes more than the one before', async () => {
  const [creators, count] = [30, 3];
  const { months, lines, different, kills } = await yearOf(creators, count);
  expect([lines, different, kills]).toEqual([creators * count, creators * count, count]);
  const [second, last] = [months[1], months[count - 1]];
  expect(last?.calls).toBeLessThanOrEqual((second?.calls ?? 0) * 1.25);
  expect(last?.seconds).toBeLessThanOrEqual((second?.seconds ?? 0) * 1.25);
  expect(Math.max(...months.map(({ stored }) => stored))).toBeLessThan(400);
});
