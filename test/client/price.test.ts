import { expect, test } from 'vitest';
import {
  isFresh,
  pagesFor,
  priceOf,
  type WriteChoice,
  writePlan,
  type WriteScope,
} from '../../src/client/find/write-plan';
import { shortagesOf, shortageText } from '../../src/client/run/shortage';
import { budgetOf } from '../browser/sidebar-data';

test('each page of the range that is not known costs 1', () => {
  expect(priceOf({ from: 1, to: 93 }, [1])).toBe(92);
  expect(priceOf({ from: 4, to: 6 }, [1, 2, 3])).toBe(3);
  expect(priceOf({ from: 1, to: 3 }, [3, 1, 2, 2])).toBe(0);
  expect(priceOf({ from: 3, to: 1 }, [])).toBe(0);
});

test('so many creators fill so many pages, never more than there are', () => {
  expect([1, 20, 21, 100].map((creators) => pagesFor(creators, 1_842))).toEqual([1, 1, 2, 5]);
  expect(pagesFor(5_000, 1_842)).toBe(93);
});

test('what a price goes beyond, and by how much it is allowed; a balance that is not known forbids nothing', () => {
  expect(shortagesOf(92, budgetOf())).toEqual([]);
  expect(shortagesOf(92, budgetOf({ balance: 60, keep: 20, today: 91, run: 92 }))).toEqual([
    { what: 'today', allows: 91, cap: 5_000 },
    { what: 'balance', allows: 40 },
  ]);
  const { balance: _, ...unread } = budgetOf({ today: 92, run: 92 });
  expect(shortagesOf(92, unread)).toEqual([]);
});

test('a search is free for as many days as the setting says', () => {
  const now = Date.parse('2026-11-23T08:00:00Z');
  expect(isFresh('2026-11-16T08:00:01Z', 7, now)).toBe(true);
  expect(isFresh('2026-11-16T08:00:00Z', 7, now)).toBe(false);
  expect(isFresh('2026-11-23T08:00:00Z', 0, now)).toBe(false);
});

const scope: WriteScope = {
  pages: 93,
  count: 1_842,
  known: [1],
  budget: budgetOf({ balance: 9_120, today: 4_958, run: 2_000 }),
  picks: [],
};
const choose = (part: Partial<WriteChoice>): WriteChoice => ({
  what: 'pages',
  first: '100',
  from: '1',
  to: '93',
  cap: '',
  again: false,
  ...part,
});

test('a number of creators becomes pages and a price', () => {
  const plan = writePlan(choose({ what: 'first' }), scope);
  expect(plan).toMatchObject({ pages: { from: 1, to: 5 }, price: 4, free: 1, problems: {} });
});

test('known pages are free unless they are bought again', () => {
  expect(writePlan(choose({}), scope).price).toBe(92);
  expect(writePlan(choose({ again: true }), scope).price).toBe(93);
});

test('picks are free, and there must be one', () => {
  expect(writePlan(choose({ what: 'picks', again: true }), { ...scope, picks: ['c1'] })).toMatchObject({
    price: 0,
    problems: {},
  });
  expect(writePlan(choose({ what: 'picks' }), scope).problems).toHaveProperty('picks');
});

test('pages are whole, in order, and among those that there are', () => {
  expect(writePlan(choose({ from: '0' }), scope).problems).toHaveProperty('from');
  expect(writePlan(choose({ from: '2.5' }), scope).problems).toHaveProperty('from');
  expect(writePlan(choose({ to: '94' }), scope).problems).toHaveProperty('to');
  expect(writePlan(choose({ from: '7', to: '6' }), scope).problems).toHaveProperty('to');
  expect(writePlan(choose({ what: 'first', first: 'many' }), scope).problems).toHaveProperty('first');
});

test('a larger cap for this run takes the shortage away; 0 is no cap', () => {
  const small = { ...scope, budget: budgetOf({ run: 50 }) };
  expect(writePlan(choose({}), small).shortages).toEqual([{ what: 'run', allows: 50 }]);
  expect(writePlan(choose({ cap: '92' }), small).shortages).toEqual([]);
  expect(writePlan(choose({ cap: '0' }), small).problems).toHaveProperty('cap');
});

test('a shortage says where the run will stop and when it can go on: the tightest limit counts', () => {
  expect(
    shortageText([
      { what: 'today', allows: 91, cap: 5_000 },
      { what: 'balance', allows: 40 },
    ]),
  ).toBe('The run will stop after 40 requests, at the balance. Resume it once you have requests again.');
  expect(shortageText([{ what: 'today', allows: 0 }])).toBe(
    "Today's cap leaves nothing to spend. You can start tomorrow.",
  );
});
