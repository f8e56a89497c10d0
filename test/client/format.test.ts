import { expect, test } from 'vitest';
import {
  ago,
  compact,
  count,
  day,
  instantLabel,
  list,
  minutesUntil,
  number,
  percent,
  price,
} from '../../src/client/format';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const before = (ms: number): string => ago(new Date(NOW - ms).toISOString(), NOW);

test('numbers as people read them', () => {
  expect([number(1_842), compact(125_000), compact(2_449_000), compact(999)]).toEqual([
    '1,842',
    '125K',
    '2.45M',
    '999',
  ]);
  expect([percent(4.21), percent(2)]).toEqual(['4.2%', '2.0%']);
});

test('a price is free, 1 request, or so many', () => {
  expect([0, 1, 92, 1_092].map(price)).toEqual(['free', '1 request', '92 requests', '1,092 requests']);
  expect([count(1, 'page'), count(0, 'page')]).toEqual(['1 page', '0 pages']);
});

test('how old something is', () => {
  expect([59_000, 60_000, 3_599_000, 3_600_000, 86_399_000].map(before)).toEqual([
    'just now',
    '1 min ago',
    '59 min ago',
    '1 h ago',
    '23 h ago',
  ]);
  expect(before(40 * 86_400_000)).toMatch(/^1[34] Oct 2026$/);
  expect(ago('nonsense', NOW)).toBe('');
});

test('dates that are none are empty, days stand for themselves', () => {
  expect(instantLabel('nonsense')).toBe('');
  expect(day('2026-11-23')).toBe('23 Nov');
});

test('minutes left are rounded up and never below 0', () => {
  expect(minutesUntil('2026-11-23T08:14:01Z', NOW)).toBe(15);
  expect(minutesUntil('2026-11-23T07:00:00Z', NOW)).toBe(0);
});

test('a list in words', () => {
  expect([list([]), list(['city']), list(['city', 'gender', 'age'])]).toEqual(['', 'city', 'city, gender and age']);
});
