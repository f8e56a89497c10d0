import { expect, test } from 'vitest';
import { ACT_NAMES, play } from './player';
import { drawSchedule } from './schedule';

const SEED = 5;
/** Schedules that hold between them every act and most troubles; `npm run chaos` plays thousands. */
const FIXED = [8, 12, 16, 17, 21, 23, 27, 31, 32, 35, 38] as const;

const counts = new Map<string, number>();

test.each(FIXED)('schedule %i: nothing is lost, nothing is paid twice, no cap is passed', async (index) => {
  const played = await play(drawSchedule(SEED, index));
  expect(played.violations).toEqual([]);
  for (const [what, count] of played.counts) counts.set(what, (counts.get(what) ?? 0) + count);
});

test('every act is in them', () => {
  expect(ACT_NAMES.filter((name) => !counts.has(`act ${name}`))).toEqual([]);
});
