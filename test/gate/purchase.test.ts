import { describe, expect, test } from 'vitest';
import type { AnswerState } from '../../src/api/answer';
import { profileQuestion, type Question } from '../../src/api/question';
import { MINUTE_MS, SECOND_MS } from '../../src/core/time';
import { KEY_PROPERTY } from '../../src/gate/purse';
import { buy, isTold, purchaseOf, type Consent, type Purchase } from '../../src/jobs/run/purchase';
import { creatorOfHandle } from '../../src/schema/creator';
import { NOON, Paper } from './gate-on-paper';

const STARTED = NOON - MINUTE_MS;

describe('what is to be done about a question', () => {
  const old = STARTED - 1;
  const own = STARTED;
  test.each<[known: string, state: AnswerState, atMs: number, plainly: Purchase, again: Purchase, resumed: Purchase]>([
    ['whole, of before', 'full', old, 'saved', 'again', 'saved'],
    ["whole, the buyer's own", 'full', own, 'saved', 'saved', 'saved'],
    ['lost before it began: that was in the price', 'receipt', old, 'again', 'again', 'again'],
    ["lost, the buyer's own: not unasked", 'receipt', own, 'lost', 'lost', 'again'],
    ["not readable, the buyer's own: the same", 'unreadable', own, 'lost', 'lost', 'again'],
  ])('%s', (_, state, atMs, ...wanted) => {
    const answer = { key: 'search:a', state, atMs, freshUntilMs: NOON, requests: 1 };
    const told = [{}, { again: true }, { buyLost: true }].map((more) =>
      purchaseOf(answer, { startedMs: STARTED, ...more }),
    );
    expect(told).toEqual(wanted);
  });

  test('nothing known is new, whatever was agreed', () => {
    expect(purchaseOf(undefined, { startedMs: STARTED, again: true, buyLost: true })).toBe('new');
  });

  test('what counts as whole is the asker’s: a compact profile, a creator that was not found', () => {
    const answer = { key: 'profile:a', state: 'notFound', atMs: own, freshUntilMs: NOON, requests: 0 } as const;
    expect(purchaseOf(answer, { startedMs: STARTED })).toBe('lost');
    expect(purchaseOf(answer, { startedMs: STARTED }, isTold)).toBe('saved');
  });
});

const question = (handle: string): Question => profileQuestion(creatorOfHandle('instagram', handle));

describe('buying', () => {
  const HANDLES = ['fresh', 'old', 'own', 'lostbefore', 'lostown'] as const;

  /** Of before the run and its own, whole and lost. */
  function bought(consent: Partial<Consent>): { asked: string[]; lost: string[]; charged: number; states: unknown[] } {
    const paper = new Paper();
    paper.values[KEY_PROPERTY] = 'abcdefgh1234';
    const save = (handle: string, state: AnswerState, agoMs: number): unknown =>
      paper.saved(question(handle).key, state, agoMs);
    save('old', 'compact', MINUTE_MS + SECOND_MS);
    save('own', 'compact', 0);
    save('lostbefore', 'receipt', MINUTE_MS + SECOND_MS);
    save('lostown', 'receipt', 0);
    paper.nowMs += SECOND_MS;
    const questions = HANDLES.map(question);
    const request = {
      order: 'person',
      what: 'run',
      lastSendMs: NOON + 20_000,
      giveUpMs: NOON + 25_000,
      expiresAtMs: NOON + 370_000,
    } as const;
    const { replies, lost, charged } = buy(paper.host, questions, { startedMs: STARTED, ...consent }, request, isTold);
    const states = questions.map(({ key }) => {
      const reply = replies.get(key);
      return reply?.kind === 'answer' ? reply.answer.state : reply?.kind;
    });
    return { asked: paper.asked, lost: [...lost].map((key) => key.slice(key.indexOf('/') + 1)), charged, states };
  }

  test('takes what is saved, buys what is new, and once more what was lost before it began', () => {
    expect(bought({})).toEqual({
      asked: ['fresh', 'lostbefore'],
      lost: ['lostown'],
      charged: 2,
      states: ['full', 'compact', 'compact', 'full', 'receipt'],
    });
  });

  test('again: everything but its own', () => {
    expect(bought({ again: true })).toEqual({
      asked: ['fresh', 'old', 'lostbefore'],
      lost: ['lostown'],
      charged: 3,
      states: ['full', 'full', 'compact', 'full', 'receipt'],
    });
  });

  test('resumed: its own that is lost, once more', () => {
    expect(bought({ buyLost: true })).toMatchObject({
      asked: ['fresh', 'lostbefore', 'lostown'],
      lost: [],
      charged: 3,
    });
    expect(bought({ again: true, buyLost: true })).toMatchObject({
      asked: ['fresh', 'old', 'lostbefore', 'lostown'],
      lost: [],
      charged: 4,
    });
  });

  test('for one who clicked once, nothing is its own: what is lost is bought, the price was shown', () => {
    expect(bought({ startedMs: Infinity })).toMatchObject({ asked: ['fresh', 'lostbefore', 'lostown'], lost: [] });
    expect(bought({ startedMs: Infinity, again: true })).toMatchObject({ asked: [...HANDLES], lost: [], charged: 5 });
  });
});
