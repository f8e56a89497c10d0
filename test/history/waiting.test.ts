import { expect, test } from 'vitest';
import { zip } from '../setup/zip';
import {
  begunHistory,
  historyValue,
  historyValues,
  oneEach,
  UNREADABLE,
  waitingHistory,
  waitingValues,
  withoutWaiting,
  type WaitingHistory,
} from '../../src/gate/history-store';
import type { HistoryLine } from '../../src/schema/history-line';

/** What waits, where it can be read. */
function readable(values: Record<string, string>): WaitingHistory {
  const waiting = waitingHistory(values, zip);
  return waiting === UNREADABLE ? expect.unreachable() : waiting;
}

const line = (at: number, day = '2026-11-23'): HistoryLine => ({
  day,
  platform: 'instagram',
  handle: `creator_${(at * 7919) % 100_003}`,
  id: '',
  followers: (at * 104_729) % 1_000_003,
  engagement: ((at * 7919) % 1_009) / 100,
});
const many = (count: number, day?: string): HistoryLine[] => Array.from({ length: count }, (_, at) => line(at, day));
const sizeOf = (values: Record<string, string>): number =>
  Object.entries(values).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
/** As full of answers and of lines of the ledger as it may be. */
const FULL = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`a/${at}`, 'x'.repeat(8_950)]));

test('lines wait as they are; of a creator whose handle is known, the id is found again in the answer', () => {
  const lines = [line(1), { ...line(2), id: 'abc' }, { ...line(3), handle: '', platform: '', id: 'def' }];
  const waiting = readable(waitingValues({}, zip, { lines, lost: 2 }));
  expect(waiting).toEqual({ lines: [lines[0], { ...lines[1], id: '' }, lines[2]], lost: 2 });
  expect(oneEach([line(1), { ...line(1), handle: line(1).handle.toUpperCase(), followers: 5 }])).toEqual([line(1)]);
});

test('a week of what formulas may buy has room; in a full store the oldest give way, the newest of each creator last', () => {
  const days = ['2026-11-21', '2026-11-22', '2026-11-23'];
  const lines = days.flatMap((day) => many(1_000, day));
  const roomy = readable(waitingValues({}, zip, { lines, lost: 0 }));
  expect(roomy).toEqual({ lines, lost: 0 });
  const values = waitingValues(FULL, zip, { lines: [...many(300, days[0]), ...many(500, days[2])], lost: 0 });
  expect(sizeOf({ ...FULL, ...values })).toBeLessThan(470_000);
  const full = readable(values);
  expect(full.lines.length).toBeGreaterThan(50);
  expect(full.lines.length + full.lost).toBe(800);
  expect(full.lines.every(({ day }) => day === days[2])).toBe(true);
  // Older lines of those who have newer ones give way before the only line of somebody.
  const once = line(9_000, days[0]);
  const daily = days.map((day, at) =>
    many(280, day).map((each) => ({ ...each, followers: (each.followers ?? 0) + at * 7 })),
  );
  expect(readable(waitingValues(FULL, zip, { lines: [once, ...daily.flat()], lost: 1 }))).toEqual({
    lines: [once, ...daily[2]!],
    lost: 561,
  });
});

test('answers that tell no profile leave what waits as it is packed, until they need its room', () => {
  const values = { ...historyValue(begunHistory(0)), ...waitingValues({}, zip, { lines: many(800), lost: 0 }) };
  const posts = [{ key: 'content:a', state: 'full' as const, atMs: 5, requests: 1, kept: ['x'] }];
  const closed = { pack: () => expect.unreachable(), unpack: () => expect.unreachable() };
  expect(historyValues(values, closed, posts, () => '2026-11-23')).toEqual({});
  const tight = historyValues({ ...FULL, ...values }, zip, posts, () => '2026-11-23');
  expect(sizeOf({ ...FULL, ...values, ...tight })).toBeLessThan(470_000);
  expect(readable({ ...values, ...tight }).lost).toBeGreaterThan(100);
});

test('of creators whose data is deleted nothing waits, by id or by handle in whatever case; lines of others stay', () => {
  const byId = { ...line(3), handle: '', platform: '', id: 'def' };
  const values = waitingValues({}, zip, { lines: [line(1), { ...line(2), handle: 'Anna' }, byId, line(4)], lost: 2 });
  const without = withoutWaiting(values, zip, new Set(['instagram/anna', 'id:def']));
  expect(readable({ ...values, ...without })).toEqual({ lines: [line(1), line(4)], lost: 2 });
  expect(withoutWaiting(values, zip, new Set(['tiktok/anna', 'instagram/ann']))).toEqual({});
  expect(readable({ ...values, ...withoutWaiting(values, zip) })).toEqual({ lines: [], lost: 2 });
});

test.each<[string, string]>([
  ['changed by somebody', 'changed by somebody'],
  ['the beginning of one', waitingValues({}, zip, { lines: many(200), lost: 0 })['history/0']!.slice(0, 500)],
  ['of a newer version, with a column more', zip.pack(JSON.stringify([0, ...Array.from({ length: 9 }, () => ['x'])]))],
  ['without columns', zip.pack('[3]')],
  ['with a column that is shorter', zip.pack('[3,["2026-11-23","2026-11-24"],["instagram","tiktok"],["anna"]]')],
  ['without a count of what gave way', zip.pack('["3",["2026-11-23"],["instagram"],["anna"]]')],
  ['something else', zip.pack('{"version":2}')],
])('what cannot be read is not taken for nothing and stays: %s', (_, text) => {
  const values = { ...historyValue(begunHistory(0)), 'history/0': text };
  const profile = {
    key: 'profile:instagram/anna',
    state: 'compact' as const,
    atMs: 5,
    requests: 1,
    kept: ['x', 'anna'],
  };
  expect(waitingHistory(values, zip)).toBe(UNREADABLE);
  expect(historyValues(values, zip, [profile], () => '2026-11-23')).toEqual({});
  expect(() => withoutWaiting(values, zip, new Set(['instagram/anna']))).toThrow(/can't be read/);
  // Deleting everything deletes it, too.
  expect(withoutWaiting(values, zip)).toEqual({ 'history/0': '' });
});
