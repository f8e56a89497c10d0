import { beforeEach, describe, expect, test } from 'vitest';
import { createWindows } from '../../dev/standin/windows';
import { DEMO_ORGANIZATION_KEY, DEMO_TRIAL_KEY } from '../../dev/standin/standin';
import { openDesk, START_MS, type Desk } from './desk';

const FREE = 'getCitiesForCountry?country=Germany';

let desk: Desk;
beforeEach(async () => (desk = await openDesk()));

/** Statuses of requests that arrive at these instants, in milliseconds after the start. */
async function statusesAt(offsets: readonly number[], key: string, path = FREE): Promise<number[]> {
  const statuses: number[] = [];
  for (const offset of offsets) {
    desk.clock.nowMs = START_MS + offset;
    statuses.push((await desk.askNow(path, { key })).status);
  }
  return statuses;
}
const refused = (statuses: readonly number[]): number => statuses.filter((status) => status === 429).length;
const every = (count: number, stepMs: number): number[] => Array.from({ length: count }, (_, i) => i * stepMs);

describe('burst limits', () => {
  test('an organization key: 25 in a second pass, the 26th is 429', async () => {
    expect(refused(await statusesAt(every(25, 0), DEMO_ORGANIZATION_KEY))).toBe(0);
    expect(await statusesAt([999], DEMO_ORGANIZATION_KEY)).toEqual([429]);
  });

  test('the second slides: the 26th passes 1,000 ms after the first, not at the full second of a clock', async () => {
    await statusesAt([...every(24, 0).map(() => 700), 900], DEMO_ORGANIZATION_KEY);
    expect(await statusesAt([1_699], DEMO_ORGANIZATION_KEY)).toEqual([429]);
    expect(await statusesAt([1_900], DEMO_ORGANIZATION_KEY)).toEqual([200]);
  });

  test('an organization key: 1,000 in a minute pass, the 1,001st is 429', async () => {
    expect(refused(await statusesAt(every(1_000, 50), DEMO_ORGANIZATION_KEY))).toBe(0);
    expect(await statusesAt([59_999], DEMO_ORGANIZATION_KEY)).toEqual([429]);
    expect(await statusesAt([60_100], DEMO_ORGANIZATION_KEY)).toEqual([200]);
  });

  test('a trial key: 2 a second and 60 a minute', async () => {
    expect(await statusesAt([0, 500, 999, 2_000], DEMO_TRIAL_KEY)).toEqual([200, 200, 429, 200]);
    desk = await openDesk();
    expect(refused(await statusesAt(every(60, 600), DEMO_TRIAL_KEY))).toBe(0);
    expect(await statusesAt([59_000], DEMO_TRIAL_KEY)).toEqual([429]);
  });

  test('the answer has no resetDate and no Retry-After, and nothing is charged', async () => {
    const paid = 'getUserData?platform=instagram&username=adidas';
    await statusesAt([0, 0], DEMO_TRIAL_KEY, paid);
    const { status, json, headers } = await desk.askNow(paid, { key: DEMO_TRIAL_KEY });
    expect(status).toBe(429);
    expect(json).toEqual({ error: 'Rate limit exceeded' });
    expect(headers['retry-after']).toBeUndefined();
    expect(desk.standin.charges.total()).toBe(2);
  });

  test('refused requests count: who goes on asking stays refused, who waits a second is served', async () => {
    expect(await statusesAt(every(12, 400), DEMO_TRIAL_KEY)).toEqual([200, 200, ...Array<number>(10).fill(429)]);
    expect(await statusesAt([11 * 400 + 1_000], DEMO_TRIAL_KEY)).toEqual([200]);
  });

  test('failed requests count as well, requests without a good key do not', async () => {
    expect(await statusesAt([0, 0, 0], DEMO_TRIAL_KEY, 'getUserData?platform=instagram')).toEqual([400, 400, 429]);
    desk = await openDesk();
    await statusesAt([0, 0, 0], 'unknown');
    expect(await statusesAt([0], DEMO_TRIAL_KEY)).toEqual([200]);
  });

  test('each key has windows of its own', async () => {
    await statusesAt([0, 0, 0], DEMO_TRIAL_KEY);
    expect(await statusesAt([0], DEMO_ORGANIZATION_KEY)).toEqual([200]);
  });
});

test('what arrived exactly a second, or a minute, before no longer counts', () => {
  const second = createWindows({ perSecond: 1, perMinute: 60 });
  expect([0, 1_000, 2_000].map((atMs) => second.arrive(atMs))).toEqual([true, true, true]);
  expect(second.arrive(2_999)).toBe(false);
  const minute = createWindows({ perSecond: 9, perMinute: 1 });
  expect([0, 60_000, 119_999].map((atMs) => minute.arrive(atMs))).toEqual([true, true, false]);
});

test('arrivals reported out of order count where they belong', () => {
  const windows = createWindows({ perSecond: 2, perMinute: 60 });
  expect([5_000, 5_100, 1_000, 1_100].map((atMs) => windows.arrive(atMs))).toEqual([true, true, true, true]);
  expect(windows.arrive(1_200)).toBe(false);
  expect(windows.counts(5_500)).toEqual({ lastSecond: 2, lastMinute: 5 });
});
