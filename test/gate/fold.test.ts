import { describe, expect, test } from 'vitest';
import type { Admission } from '../../src/gate/admit';
import type { Folded } from '../../src/gate/fold';
import { spentAround, withActivity } from '../../src/gate/balance-reading';
import { keyStateOf, EMPTY_STATE } from '../../src/gate/gate-state';
import { waitingLines, withLines, type LedgerLine } from '../../src/gate/ledger';
import { sendsOf, paceOf } from '../../src/gate/pace-state';
import { foldedValues } from '../../src/gate/book';
import { settledName, slotName } from '../../src/gate/slot';
import { MINUTE_MS } from '../../src/core/time';
import { KEY, NOON, Paper, TODAY } from './gate-on-paper';

const ADA = 'profile:instagram/ada';
const BOB = 'profile:instagram/bob';
const spent = (charged: number, unknown = 0) => ({ charged, unknown });

const folded = (paper: Paper): Folded => paper.book().folded;

/** Counts what there is to count, and writes it. */
function count(paper: Paper): Folded {
  const book = paper.book();
  paper.host.documentProperties.setMany(foldedValues(paper.host, book));
  return book.folded;
}

function settled(paper: Paper, ask: Record<string, number>, ...more: [how?: object, toll?: object]): Admission {
  const [how = {}, toll = {}] = more;
  const admission = paper.admit(ask, how);
  paper.nowMs += 1_000;
  const charges = Object.entries(ask).map(([key, charged]) => [key, { charged }]);
  paper.settle(admission, Object.fromEntries(charges), toll);
  return admission;
}

const said = (left: number) => ({
  balance: { atMs: NOON, endMs: NOON + 500, left, outcome: { answers: [], charged: 0, unknown: 0 } },
});
const left = (paper: Paper): number | undefined => {
  const reading = folded(paper).state.keys[KEY]?.reading;
  return reading && reading.left - reading.spent;
};

const dayOf = (atMs: number): string => (atMs < NOON + 300 * MINUTE_MS ? 'one' : 'other');

describe('a settlement', () => {
  test('becomes what it did cost, and its reservation nothing', () => {
    const paper = new Paper();
    paper.settle(paper.admit({ [ADA]: 20 }), { [ADA]: { charged: 1, unknown: 2 } });
    const { state, open } = folded(paper);
    expect(open.size).toBe(0);
    expect(state.days).toEqual({ [TODAY]: { other: spent(1, 2) } });
  });

  test.each([
    ['a formula', { formula: true }, 'formula', {}],
    ['a run', { run: { id: 'a', cap: 9 } }, 'run', { a: 1 }],
    ['a click', {}, 'other', {}],
  ])('of %s counts to its source', (_, how, source, runs) => {
    const paper = new Paper();
    settled(paper, { [ADA]: 1 }, how);
    expect(folded(paper).state).toMatchObject({ days: { [TODAY]: { [source]: spent(1) } }, runs });
  });

  test("counts to its reservation's day, though it came after midnight", () => {
    const paper = new Paper();
    paper.nowMs = Date.UTC(2026, 10, 23, 23, 59, 59, 900);
    settled(paper, { [ADA]: 1 });
    expect(paper.nowMs).toBeGreaterThan(Date.UTC(2026, 10, 24));
    expect(folded(paper).state.days).toEqual({ [TODAY]: { other: spent(1) } });
  });

  test('is counted once: its slot is emptied when the state has named it', () => {
    const paper = new Paper();
    const { slot = -1, reservation } = settled(paper, { [ADA]: 1 });
    const first = count(paper);
    expect(first.state.counted).toEqual([reservation?.id]);
    expect(paper.values[slotName(slot)]).toBeDefined();
    const second = count(paper);
    expect(second).toMatchObject({ isNew: false, state: { days: { [TODAY]: { other: spent(1) } } } });
    expect(paper.values[slotName(slot)]).toBeUndefined();
    expect(paper.values[settledName(slot)]).toBeUndefined();
    expect(count(paper).state.counted).toEqual([]);
    expect(waitingLines(paper.values)).toHaveLength(1);
  });

  test.each(['allButState', 'onlyState'] as const)('is counted once where a write broke off with %s', (fate) => {
    for (const which of [0, 1]) {
      const paper = new Paper();
      settled(paper, { [ADA]: 1 });
      for (let before = 0; before < which; before++) count(paper);
      paper.fates = [fate];
      expect(() => count(paper)).toThrow('Service error');
      for (let again = 0; again < 3; again++) count(paper);
      expect(folded(paper).state.days).toEqual({ [TODAY]: { other: spent(1) } });
    }
  });

  test('of an owner who came too late, in a slot that is somebody else’s by now, counts for nobody', () => {
    const paper = new Paper();
    const late = settled(paper, { [ADA]: 1 });
    const settlement = paper.values[settledName(late.slot ?? -1)] ?? '';
    paper.values = {};
    const other = paper.admit({ [BOB]: 1 });
    paper.values[settledName(other.slot ?? -1)] = settlement;
    const { open, state } = folded(paper);
    expect([...open.values()].map(({ id }) => id)).toEqual([other.reservation?.id]);
    expect(state.days).toEqual({});
  });

  test('becomes a line of the ledger for each endpoint', () => {
    const paper = new Paper();
    settled(paper, { [ADA]: 1, [BOB]: 1 });
    count(paper);
    expect(waitingLines(paper.values)).toEqual([
      {
        atMs: NOON + 1_000,
        who: 'someone',
        what: 'run',
        endpoint: 'getUserData',
        creators: 2,
        charged: 2,
        unknown: 0,
        keyEnd: '1234',
        id: 'r1',
      },
    ]);
  });

  test('of so many lines that nobody writes to the tab, those of one day and source become one; no charge is lost', () => {
    const lines = Array.from({ length: 600 }, (_, at): LedgerLine => {
      const own = { endpoint: at % 3 === 0 ? 'getContent' : 'getUserData', charged: 2, unknown: at % 2, id: `r${at}` };
      return { atMs: NOON + at * MINUTE_MS, who: 'someone', what: 'run', creators: 3, keyEnd: '1234', ...own };
    });
    expect(waitingLines(withLines({}, lines.slice(0, 100), dayOf))).toEqual(lines.slice(0, 100));
    const told = waitingLines(withLines({}, lines, dayOf));
    const figures = ({ atMs, endpoint, creators, charged, unknown }: LedgerLine) =>
      `${dayOf(atMs)} ${(atMs - NOON) / MINUTE_MS} ${endpoint} ${creators} ${charged} ${unknown}`;
    // At the instant of the last of them.
    expect(told.map(figures)).toEqual([
      'one 297 getContent 300 200 50',
      'one 299 getUserData 600 400 100',
      'other 597 getContent 300 200 50',
      'other 599 getUserData 600 400 100',
    ]);
    expect(lines[0]).toMatchObject({ atMs: NOON, creators: 3 });
  });

  test('brings its answers', () => {
    const paper = new Paper();
    const admission = paper.admit({ [ADA]: 1 });
    const answer = { key: ADA, state: 'queued' as const, atMs: NOON, freshUntilMs: NOON + 1, requests: 0 };
    paper.settle(admission, { [ADA]: { answers: [answer] } });
    expect(paper.decided({ [ADA]: 1 })).toEqual({ [ADA]: 'known: queued' });
    expect(folded(paper).loose).toEqual([ADA]);
  });

  test('stops its key', () => {
    const paper = new Paper();
    const stop = { untilMs: NOON + MINUTE_MS, code: 'badKey' as const, message: 'No.' };
    paper.settle(paper.admit({ [ADA]: 1 }), { [ADA]: { stop } });
    expect(paper.decided({ [BOB]: 1 })).toEqual({ [BOB]: 'stopped' });
  });

  test('that came before another counts before it, whichever slot it is in', () => {
    const paper = new Paper();
    const [first, second] = [paper.admit({ [ADA]: 1 }), paper.admit({ [BOB]: 1 })];
    const stop = { untilMs: NOON + MINUTE_MS, code: 'badKey' as const };
    paper.settle(second, { [BOB]: { charged: 1, stop: { ...stop, message: 'before' } } });
    paper.nowMs += 1_000;
    paper.settle(first, { [ADA]: { charged: 1, stop: { ...stop, message: 'after' } } });
    const { state, values } = folded(paper);
    expect(state.keys[KEY]?.stop?.message).toBe('after');
    expect(waitingLines(values).map(({ atMs }) => atMs)).toEqual([NOON, NOON + 1_000]);
  });

  test('of a 429 that is not ours halves the pace for a minute', () => {
    const paper = new Paper();
    paper.settle(paper.admit({ [ADA]: 1 }), { [ADA]: { slowed: true } });
    expect(paceOf(folded(paper).pace, KEY).slowUntilMs).toBe(NOON + MINUTE_MS);
  });

  test('gives back the turns that it did not use', () => {
    const paper = new Paper();
    const admission = paper.admit({ [ADA]: 1, [BOB]: 1 });
    expect(sendsOf(paceOf(folded(paper).pace, KEY), NOON)).toEqual([[NOON, 2]]);
    paper.settle(admission, { [ADA]: { charged: 1 } }, { freeTurns: [[NOON, 1]] });
    expect(sendsOf(paceOf(folded(paper).pace, KEY), NOON)).toEqual([[NOON, 1]]);
  });
});

describe('a reservation', () => {
  const run = { run: { id: 'a', cap: 99 } };

  test('is open until its execution is dead by the platform’s limit', () => {
    const paper = new Paper();
    paper.admit({ [ADA]: 20 }, run);
    paper.nowMs += 369_999;
    expect(folded(paper)).toMatchObject({ isNew: false, state: { days: {}, runs: {} } });
    expect(folded(paper).open.size).toBe(1);
  });

  test('is unknown at its worst from then on, for good, and says so once in the ledger', () => {
    const paper = new Paper();
    paper.admit({ [ADA]: 20 }, run);
    paper.nowMs += 370_000;
    for (let again = 0; again < 3; again++) count(paper);
    expect(folded(paper).state).toMatchObject({ days: { [TODAY]: { run: spent(0, 20) } }, runs: { a: 20 } });
    expect(waitingLines(paper.values)).toMatchObject([
      { endpoint: '(no answer)', creators: 1, charged: 0, unknown: 20 },
    ]);
  });

  test('that was settled after its death is not counted again', () => {
    const paper = new Paper();
    const admission = paper.admit({ [ADA]: 20 });
    paper.nowMs += 370_000;
    count(paper);
    paper.settle(admission, { [ADA]: { charged: 20 } });
    for (let again = 0; again < 3; again++) count(paper);
    expect(folded(paper).state.days).toEqual({ [TODAY]: { other: spent(0, 20) } });
  });
});

describe('a reading of the balance', () => {
  test('counts from its start: what the same reservation bought behind it is taken off', () => {
    const paper = new Paper();
    settled(paper, { [ADA]: 1 }, { readBalance: 'now' }, said(50));
    expect(left(paper)).toBe(49);
  });

  test('of two the one that started later counts, in whatever order they are told', () => {
    const paper = new Paper();
    const early = paper.admit({ [ADA]: 1 });
    paper.nowMs += 10_000;
    const later = paper.admit({ [BOB]: 1 });
    const at = NOON + 10_000;
    paper.settle(later, { [BOB]: {} }, { balance: { ...said(70).balance, atMs: at, endMs: at + 500 } });
    count(paper);
    paper.settle(early, { [ADA]: {} }, said(50));
    expect(left(paper)).toBe(70);
  });

  test('knows of much that was spent around it: what lies close together is one, at the later end', () => {
    const ends = [
      ...Array.from({ length: 30 }, (_, at) => NOON + at * 60 * MINUTE_MS),
      ...Array.from({ length: 40 }, (_, at) => NOON + 30 * 60 * MINUTE_MS + at * 1_000),
      ...Array.from({ length: 5 }, (_, at) => NOON + (31 + at) * 60 * MINUTE_MS),
    ];
    // Executions that overlap end in any order.
    const told = [...ends].sort((one, other) => (one % 7_000) - (other % 7_000));
    const key = told.reduce((state, endMs) => withActivity(state, spent(3), endMs), keyStateOf(EMPTY_STATE, KEY));
    expect(key.recent.length).toBeLessThan(60);
    for (const [at, startMs] of ends.entries()) {
      const known = spentAround(key, startMs + 30_000);
      const is = 3 * ends.filter((endMs) => endMs > startMs + 30_000).length;
      expect(known, `${at}`).toBeGreaterThanOrEqual(is);
      if (at < 30 || at >= 70) expect(known, `${at}`).toBe(is);
    }
  });

  test('never makes less of what was spent', () => {
    const paper = new Paper();
    paper.admit({ [ADA]: 20 });
    paper.nowMs += 370_000;
    settled(paper, { [BOB]: 0 }, { readBalance: 'now' }, said(1_000));
    expect(folded(paper).state.days).toEqual({ [TODAY]: { other: spent(0, 20) } });
  });
});

describe('what cannot be read is never taken for nothing', () => {
  test.each(['gate', 'slot/0', 'done/0', 'pace'])('%s', (name) => {
    const paper = new Paper();
    settled(paper, { [ADA]: 1 });
    paper.values[name] = '{"version":9}';
    expect(() => folded(paper)).toThrow(expect.objectContaining({ code: 'storeUnreadable' }));
  });
});
