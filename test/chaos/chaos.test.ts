import { expect, test } from 'vitest';
import { ACT_NAMES, play } from './player';
import { drawSchedule } from './schedule';
import { TOOLS } from './tools';

const SEED = 5;
/** Schedules that hold between them every act and most troubles; `npm run chaos` plays thousands. */
const FIXED = [7, 8, 25, 37, 65, 74, 99, 100, 210, 225, 259, 307, 308, 317, 333, 399] as const;

const counts = new Map<string, number>();

test.each(FIXED)('schedule %i: nothing is lost, nothing is paid twice, no cap is passed', async (index) => {
  const played = await play(drawSchedule(SEED, index));
  expect(played.violations).toEqual([]);
  for (const [what, count] of played.counts) counts.set(what, (counts.get(what) ?? 0) + count);
});

test('every act and every tool is in them', () => {
  const wanted = [...ACT_NAMES.map((name) => `act ${name}`), ...Object.keys(TOOLS).map((name) => `tool ${name}`)];
  expect(wanted.filter((name) => !counts.has(name))).toEqual([]);
});
