import { describe, expect, test } from 'vitest';
import { settleUnsent } from '../../src/gate/settle';
import { keptAnswers } from '../../src/gate/fold';
import { settledName } from '../../src/gate/slot';
import type { Answer, AnswerState } from '../../src/api/answer';
import { NOON, Paper, TODAY } from './gate-on-paper';

const ADA = 'profile:instagram/ada';
const BOB = 'profile:instagram/bob';
const REPORT = 'audience:instagram/ada';
const spent = (charged: number, unknown = 0) => ({ charged, unknown });

const answer = (key: string, state: AnswerState, requests = 0): Answer => ({
  key,
  state,
  atMs: NOON,
  freshUntilMs: NOON + 1,
  requests,
  ...(state === 'full' ? { body: { username: 'ada' } } : {}),
});

/** What is kept of these in properties, by state. */
function keptOf(paper: Paper, ...keys: string[]): (string | undefined)[] {
  const { folded, context } = paper.book();
  const kept = keptAnswers(folded, keys, context);
  return keys.map((key) => kept.get(key)?.record?.state);
}

const totals = (paper: Paper): unknown => paper.book().folded.state.days[TODAY]?.other;

describe('what a round did cost', () => {
  test('is added up by endpoint; what the worst case was is no matter any more', () => {
    const paper = new Paper();
    const admission = paper.admit({ [ADA]: 20, [BOB]: 20 });
    paper.settle(admission, { [ADA]: { charged: 1 }, [BOB]: { charged: 3, unknown: 5 } });
    expect(JSON.parse(paper.values[settledName(0)] ?? '')).toMatchObject({
      id: admission.reservation?.id,
      lines: [['getUserData', 2, 4, 5]],
    });
    expect(totals(paper)).toEqual(spent(4, 5));
  });

  test('is nothing for what was granted and not sent', () => {
    const paper = new Paper();
    paper.settle(paper.admit({ [ADA]: 20 }), {}, { freeTurns: [[NOON, 1]] });
    expect(totals(paper)).toBeUndefined();
    expect(paper.book().folded.open.size).toBe(0);
  });

  test('is counted once, however often it is written', () => {
    const paper = new Paper();
    const admission = paper.admit({ [ADA]: 1 });
    for (let again = 0; again < 3; again++) paper.settle(admission, { [ADA]: { charged: 1 } });
    expect(totals(paper)).toEqual(spent(1));
  });

  test('without a reservation there is nothing to say', () => {
    const paper = new Paper().set({ paused: true });
    paper.settle(paper.admit({ [ADA]: 1 }), {});
    expect(paper.writes).toBe(0);
  });
});

describe('what is kept of the answers', () => {
  test.each<[AnswerState, number, string | undefined]>([
    ['full', 20, 'receipt'],
    ['audiencePending', 1, 'audiencePending'],
    ['queued', 0, 'queued'],
    ['notFound', 0, 'notFound'],
    ['unreadable', 20, 'unreadable'],
    ['failed', 0, undefined],
  ])('of a report that is %s', (state, requests, kept) => {
    const paper = new Paper();
    const answers = [answer(REPORT, state, requests)];
    paper.settle(paper.admit({ [REPORT]: 20 }), { [REPORT]: { answers, charged: requests } });
    expect(keptOf(paper, REPORT)).toEqual([kept]);
  });

  test('a profile in part; only its receipt where the data tab gets the whole', () => {
    for (const [isForDataTab, kept] of [
      [false, 'compact'],
      [true, 'receipt'],
    ] as const) {
      const paper = new Paper();
      const answers = [answer(ADA, 'full', 1)];
      paper.settle(paper.admit({ [ADA]: 1 }), { [ADA]: { answers, charged: 1 } }, { isForDataTab });
      expect(keptOf(paper, ADA)).toEqual([kept]);
    }
  });
});

const settled = (fates: Paper['fates']): Paper => {
  const paper = new Paper();
  const admission = paper.admit({ [ADA]: 20 });
  paper.fates = fates;
  paper.settle(admission, { [ADA]: { charged: 1, answers: [answer(ADA, 'full', 1)] } });
  return paper;
};

describe('a store that refuses', () => {
  test('twice: the third time it is written', () => {
    expect(totals(settled(['refused', 'refused']))).toEqual(spent(1));
  });

  test('every time: the reservation stays, and counts at its worst when its execution is dead', () => {
    const paper = settled(['refused', 'refused', 'refused']);
    expect(paper.book().folded.open.size).toBe(1);
    paper.nowMs = NOON + 370_000;
    expect(totals(paper)).toEqual(spent(0, 20));
  });

  test('for want of room: older answers make room, under the lock', () => {
    const paper = settled(['full', 'full']);
    expect(totals(paper)).toEqual(spent(1));
    expect(keptOf(paper, ADA)).toEqual(['compact']);
  });

  test('for want of room to the last: that it was paid for goes into the room that was held', () => {
    const paper = settled(['full', 'full', 'full', 'full']);
    expect(totals(paper)).toEqual(spent(1));
    expect(keptOf(paper, ADA)).toEqual(['receipt']);
  });
});

describe('a write that was to reserve and threw', () => {
  test('and took effect all the same: nothing was sent, nothing counts', () => {
    const paper = new Paper();
    settleUnsent(paper.host, paper.admit({ [ADA]: 20 }));
    expect(totals(paper)).toBeUndefined();
    expect(paper.book().folded.open.size).toBe(0);
  });

  test('and cannot be taken back: it counts at its worst', () => {
    const paper = new Paper();
    const admission = paper.admit({ [ADA]: 20 });
    paper.fates = ['refused'];
    settleUnsent(paper.host, admission);
    paper.nowMs += 370_000;
    expect(totals(paper)).toEqual(spent(0, 20));
  });
});
